// A worker of pool.ts whose property does not hold in every part, by the name of the fuzzer.
import fc from 'fast-check';
import { createFuzzer, demand } from '../../lab/fuzz/fuzzer.ts';
import { serve } from '../../lab/fuzz/worker.ts';

const [name = ''] = process.argv.slice(2);

serve(
  createFuzzer({
    property: 'numbers are small',
    cases: 10,
    slowMs: 5000,
    input: fc.nat({ max: 1_000_000 }),
    check(number, tally) {
      tally.count('numbers');
      tally.peak('number', number);
      if (name === 'dies' && number > 5000) process.exit(7);
      demand(name !== 'breaks' || number < 5000, `${number} is not small`);
    },
  }),
);
