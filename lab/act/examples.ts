import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMirror } from '../mirror/mirror.ts';
import { realRelease } from '../releases/real.ts';
import type { Progress } from '../releases/release.ts';
import type { Scratch, WindowsLab } from '../windows/lab.ts';
import { buildAct } from './build.ts';
import { type ActResult, runAct } from './run.ts';
import { actWorkspace } from './workspace.ts';

const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Of the repository's example workflows those that run on a clean machine with a real Go, by the name of their file. */
export const EXAMPLES = [
  'exact-version',
  'quick-start',
  'matrix',
  'second-step-hits',
  'two-versions',
  'bad-version',
  'supported-minors',
  'prune',
] as const;
export type Example = (typeof EXAMPLES)[number];

/** What the mirror has: the newest patches of the two minors that the examples name. */
const SERVED = ['1.25.5', '1.26.6'];

/** An example that ran, and what it asked of the mirror. */
export interface ExampleRun extends ActResult {
  /** How many ZIPs were asked for, each counted once however many ranges it came in. */
  readonly downloads: number;
}

/** Brings what the examples need and this machine has not yet: act, and the Go that the mirror serves. */
export async function prepareExamples(say?: Progress): Promise<void> {
  await buildAct(say);
  for (const version of SERVED) await realRelease(version, say ? { say } : {});
}

/**
 * A checkout of somebody who has copied the example workflows: a small module with a test, and the action beside it. Where there is no
 * PowerShell (Wine), which is what `run:` means on Windows, a workflow that names no shell gets one more key: cmd.
 *
 * @param examples names of files in examples/workflows, without `.yml`
 */
export async function exampleWorkspace(
  lab: WindowsLab,
  examples: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Scratch> {
  const files: Record<string, string> = { ...more };
  for (const name of ['go.mod', 'main.go', 'main_test.go'])
    files[name] = await readFile(path.join(REPO, 'examples', 'hello', name), 'utf8');
  for (const name of examples) {
    const file = `examples/workflows/${name}.yml`;
    const text = await readFile(path.join(REPO, file), 'utf8');
    const bare = lab.kind === 'wine' && !/^defaults:/m.test(text);
    files[file] = bare ? `${text}\ndefaults:\n  run:\n    shell: cmd\n` : text;
  }
  return await actWorkspace(lab, 'examples', { files });
}

/**
 * Runs one of the repository's example workflows as it stands, by act, against a mirror with real Go, on a clean tool cache. The
 * repository has to be built (`dist/`).
 */
export async function runExample(lab: WindowsLab, example: Example, say?: Progress): Promise<ExampleRun> {
  const releases = [];
  for (const version of SERVED) releases.push(await realRelease(version, say ? { say } : {}));
  for (const { filename, kind, source } of releases)
    say?.(`the mirror serves ${filename}: ${kind} (${source})`);
  const mirror = await startMirror(releases);
  try {
    const workspace = await exampleWorkspace(lab, [example]);
    const env = { GO_DOWNLOAD_BASE_URL: mirror.url };
    const result = await runAct(lab, `examples/workflows/${example}.yml`, { workspace, env });
    const zips = mirror.requests.filter((request) => request.asked === 'files' && request.method === 'GET');
    return { ...result, downloads: new Set(zips.map((request) => request.path)).size };
  } finally {
    await mirror.close();
  }
}
