import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { digestLines } from '../../msi/digest.ts';
import { parseMsiLog } from '../../msi/log.ts';
import { LogLines } from '../../msi/log-text.ts';
import type { BundleDirectory, FailedStep, Part } from './part.ts';
import { isMsi } from './places.ts';

/** Of each log; a longer one keeps as much of its beginning as of its end. A log of Go's own MSI has 10 to 15 MB. */
const MOST_BYTES = 20_000_000;
const MOST_LOGS = 10;

export const msiPart: Part = {
  name: 'msi',
  what: "msiexec's logs of this step as UTF-8, each with a digest of what matters in it",
  cheap: false,
  missing: (step) =>
    !isMsi(step)
      ? 'no MSI was asked for'
      : logsOf(step).length === 0
        ? 'msiexec was not run, or did not get as far as a log'
        : undefined,
  async write(directory, step) {
    const failures: string[] = [];
    for (const log of logsOf(step)) {
      await copyMsiLog(directory, log).catch((error) => failures.push(`${log}: ${String(error)}`));
    }
    if (failures.length > 0) directory.write('msi/not-readable.txt', `${failures.join('\n')}\n`);
  },
};

/** The logs that the step's log and evidence name, as attempts call theirs: nothing else gets in by what somebody made a message say. */
function logsOf({ failure, lines }: FailedStep): string[] {
  const named = [...lines, ...failure.evidence].map(
    (line) =>
      /\blog:? (\S.*[\\/](?:install|repair|rollback|uninstall)-[0-9a-f]{8}-\d+-[a-z-]+\.log)/.exec(line)?.[1],
  );
  return [...new Set(named)].filter((log) => log !== undefined).slice(-MOST_LOGS);
}

/**
 * Copies a log of msiexec, decoded and redacted, and its digest.
 *
 * @param most bytes of it that are kept
 * @throws a file system error; the reason when the time is up
 */
export async function copyMsiLog(directory: BundleDirectory, log: string, most = MOST_BYTES): Promise<void> {
  // In Windows' way also where a test runs on another system.
  const name = path.win32.basename(log);
  const { size } = await stat(log);
  directory.write(`msi/${name}.digest.txt`, `${digestLines(await parseMsiLog(log), log).join('\n')}\n`);
  directory.write(`msi/${name}`, '');
  if (size <= most) return await copyLines(directory, log, name, 0, size);
  const half = Math.floor(most / 4) * 2; // whole characters of UTF-16
  await copyLines(directory, log, name, 0, half);
  directory.append(`msi/${name}`, `\n(${size - 2 * half} bytes are left out here)\n\n`);
  await copyLines(directory, log, name, Math.floor((size - half) / 2) * 2, size);
}

/** Lines by the thousand: what has several lines, such as a key, is seen as a whole. */
async function copyLines(
  directory: BundleDirectory,
  log: string,
  name: string,
  start: number,
  end: number,
): Promise<void> {
  if (end <= start) return;
  const decoder = new LogLines();
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) directory.append(`msi/${name}`, `${lines.join('\n')}\n`);
    lines = [];
  };
  for await (const chunk of createReadStream(log, { start, end: end - 1, highWaterMark: 256 * 1024 })) {
    lines.push(...decoder.push(chunk as Buffer));
    if (lines.length >= 2000) flush();
  }
  lines.push(...decoder.end());
  flush();
}
