import { startMirror } from '../mirror/mirror.ts';
import { realRelease } from '../releases/real.ts';
import type { Progress } from '../releases/release.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { buildAct } from './build.ts';
import { type ActResult, runAct } from './run.ts';
import { actWorkspace } from './workspace.ts';

/** The repository's example workflows, by the name of their file. */
export const EXAMPLES = [
  'exact-version',
  'go-mod',
  'matrix',
  'supported-minors',
  'second-step-hits',
  'bad-version',
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
    const workspace = await actWorkspace(lab, `act-${example}`);
    const env = { GO_DOWNLOAD_BASE_URL: mirror.url };
    const result = await runAct(lab, `examples/workflows/${example}.yml`, { workspace, env });
    const zips = mirror.requests.filter((request) => request.asked === 'files' && request.method === 'GET');
    return { ...result, downloads: new Set(zips.map((request) => request.path)).size };
  } finally {
    await mirror.close();
  }
}
