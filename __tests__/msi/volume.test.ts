import { describe, expect, it } from '@jest/globals';
import { msiLog } from '../../lab/fuzz/msi-log.ts';
import { parseMsiLog } from '../../src/msi/log.ts';
import { asWindows, logText } from './logs.ts';

const MB = 1e6;

/**
 * A log of an upgrade, of a size: its middle repeated, with new paths each time, as Go's own logs grow by their files. Made while it is
 * read, so that what the parser keeps is all the memory there is.
 */
async function* logOf(bytes: number, sample: () => void): AsyncGenerator<Buffer> {
  const text = logText('held-file');
  const middle = text.indexOf('\n', text.indexOf('Doing action: InstallFiles')) + 1;
  const start = asWindows(text.slice(0, middle));
  yield start;
  for (let written = start.length, part = 0; written < bytes; part++) {
    const lines = Array.from({ length: 400 }, (_, index) => {
      const file = `file${part}-${index}.go`;
      return [
        `MSI (s) (44:34) [17:33:25:109]: Executing op: FileCopy(SourceName=${file},DestName=${file},FileSize=4096)`,
        `MSI (s) (44:34) [17:33:25:109]: Note: 1: 2318 2: C:\\Program Files\\Go\\src\\${file}`,
        `MSI (s) (44:34) [17:33:25:109]: Note: 1: 1304 2: C:\\Program Files\\Go\\src\\${file} 3: 32`,
        `Info 1903.Scheduling reboot operation: Deleting file C:\\Config.Msi\\${file}.rbf. Must reboot to complete operation.`,
      ].join('\n');
    });
    const chunk = asWindows(`${lines.join('\n')}\n`).subarray(2);
    written += chunk.length;
    sample();
    yield chunk;
  }
  yield asWindows(text.slice(middle)).subarray(2);
}

async function measure(bytes: number): Promise<{ ms: number; peak: number; result: number | undefined }> {
  const used = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  const started = performance.now();
  let peak = 0;
  const facts = await parseMsiLog(logOf(bytes, () => (peak = Math.max(peak, used() - before))));
  expect(facts.bytes).toBeGreaterThanOrEqual(bytes);
  return { ms: performance.now() - started, peak, result: facts.result };
}

describe('much of it', () => {
  it('a log of 200 MB takes bounded memory, and time in proportion to its size', async () => {
    const small = await measure(20 * MB);
    const large = await measure(200 * MB);
    process.stdout.write(
      `20 MB: ${small.ms.toFixed(0)} ms; 200 MB: ${large.ms.toFixed(0)} ms, at most ${(large.peak / MB).toFixed(0)} MB of memory\n`,
    );
    expect([small.result, large.result]).toEqual([1603, 1603]);
    // Garbage of a few chunks is in it, the log is not.
    expect(large.peak).toBeLessThan(150 * MB);
    expect(large.ms).toBeLessThan(small.ms * 10 * 10);
  }, 240_000);

  it('2,000 logs that are broken in some way are read all the same', async () => {
    const report = await msiLog.run(2000, 20_261_125);
    expect(report.cases).toBe(2000);
  }, 240_000);
});
