// `node lab/run.js picture`: makes docs/run.txt and docs/run.svg, which README shows, from a run of the built action: an installation, a hit, a failure.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startMirror } from '../mirror/mirror.ts';
import { drawRun, fold } from '../picture/draw.ts';
import { realRelease } from '../releases/real.ts';
import { createRunner, finishJob, runStep } from '../runner.ts';
import { repo } from '../try/show.ts';
import { prepareWindows } from '../windows/prepare.ts';

const VERSION = '1.26.6';
const STEPS = [
  [`uses: org/setup-go-win@v1, with go-version: ${VERSION}`, VERSION],
  ['the same step once more', VERSION],
  ['and with go-version: 1.20, without quotes', '1.2'],
] as const;

const say = (line: string) => console.log(line);
const lab = await prepareWindows({ say });
const mirror = await startMirror([await realRelease(VERSION, { say })]);
try {
  const runner = await createRunner(lab);
  const lines: string[] = [];
  for (const [title, version] of STEPS) {
    const inputs = { 'go-version': version, 'go-download-base-url': mirror.url };
    const { log } = await runStep(repo, inputs, runner);
    const shown = log
      // What belongs to the lab: its directory, and the port of its mirror.
      .replaceAll(runner.directory.windows, 'C:\\runner')
      .replaceAll('C:\\users\\root', 'C:\\Users\\runner')
      .replaceAll(mirror.origin, 'http://127.0.0.1')
      // Where the runner has the action, and not where this checkout is.
      .replace(/(##\[add-matcher\])\S+(\\dist\\)/g, '$1C:\\runner\\_actions\\org\\setup-go-win\\v1$2')
      // The annotation, as the page of a run shows it.
      .replaceAll('##[error]', 'Error: ')
      .trimEnd()
      .split(/\r?\n/)
      // Progress: as many lines as the machine is slow.
      .filter((line) => !/^(?:Unpacked|Downloaded) \d+ %/.test(line));
    lines.push(...(lines.length > 0 ? [''] : []), `── ${title}`, ...shown.flatMap(fold));
  }
  await finishJob(runner);
  const text = `${lines.join('\n')}\n`;
  await writeFile(path.join(repo, 'docs', 'run.txt'), text);
  await writeFile(path.join(repo, 'docs', 'run.svg'), drawRun(text));
  say(text);
} finally {
  await mirror.close();
  await lab.dispose();
}
