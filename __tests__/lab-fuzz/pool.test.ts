import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFuzzer, demand } from '../../lab/fuzz/fuzzer.ts';
import { playCampaign } from '../../lab/fuzz/pool.ts';
import { describeFindings, tableOf } from '../../lab/fuzz/table.ts';

const worker = fileURLToPath(new URL('broken-worker.ts', import.meta.url));
const play = (name: string, jobs = 2) =>
  playCampaign({ name, cases: 9000, seed: 1, jobs, onProgress: () => {}, worker });

describe('a campaign', () => {
  it('plays all cases, whatever number of processes there is, and adds up what they report', async () => {
    const [one, three] = [await play('holds', 1), await play('holds', 3)];
    expect(one.findings).toEqual([]);
    expect(one.report.cases).toBe(9000);
    expect(one.report.counts).toEqual({ numbers: 9000 });
    expect(one.report.peaks['number']).toBeGreaterThan(900_000);
    expect([three.report.counts, three.report.peaks]).toEqual([one.report.counts, one.report.peaks]);
    expect(one.memoryMb).toBeGreaterThan(20);
  });

  it('ends with the smallest input that breaks the property, and with what finds it again', async () => {
    const result = await play('breaks');
    const lines = describeFindings('breaks', result).join('\n');
    expect(lines).toContain('Counterexample: [5000]');
    expect(lines).toContain('5000 is not small');
    expect(lines).toMatch(/npm run fuzz -- breaks --cases 2000 --seed \d/);
    expect(tableOf([{ name: 'breaks', property: 'p', result }]).at(-1)).toContain('BROKEN');
    const [finding] = result.findings;
    const again = await playCampaign({
      ...{ name: 'breaks', jobs: 1, onProgress: () => {}, worker },
      ...{ cases: finding?.cases ?? 0, seed: finding?.seed ?? 0 },
    });
    expect(again.findings[0]?.message).toContain('Counterexample: [5000]');
  });

  it('ends when a process does, which no report comes from', async () => {
    const result = await play('dies', 1);
    expect(result.findings).toEqual([{ cases: 2000, seed: 1, message: 'the process ended by itself (7)' }]);
  });
});

describe('a fuzzer', () => {
  it('takes a case for slow only where it is slow each time', async () => {
    let slow = 0;
    const run = (times: number) => {
      slow = times;
      const plan = { property: 'p', cases: 1, slowMs: 40, input: fc.constant(0) };
      return createFuzzer({
        ...plan,
        check: () => new Promise((done) => setTimeout(done, slow-- > 0 ? 80 : 0)),
      }).run(1, 1);
    };
    expect((await run(2)).cases).toBe(1);
    await expect(run(1e6)).rejects.toThrow(/took \d+ ms, each time/);
  });

  it('names the seed and the smallest input in what it throws', async () => {
    const plan = { property: 'p', cases: 1, slowMs: 5000, input: fc.nat() };
    const check = (number: number) => demand(number < 77, 'too large');
    await expect(createFuzzer({ ...plan, check }).run(500, 12_345)).rejects.toThrow(
      /seed: 12345.*Counterexample: \[77\].*too large/s,
    );
  });
});
