// A process that runs parts of one fuzzer, for pool.ts: `worker-process.ts <fuzzer>`, then one message for each part.
import { FUZZERS } from './fuzzers.ts';
import { serve } from './worker.ts';

const [name = ''] = process.argv.slice(2);
const fuzzer = await FUZZERS[name]?.();
if (fuzzer === undefined) throw new Error(`there is no fuzzer ${name}`);
serve(fuzzer);
