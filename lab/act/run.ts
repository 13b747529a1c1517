import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scratch, WindowsLab } from '../windows/lab.ts';
import { buildAct } from './build.ts';
import { type ActJob, readActLog } from './log.ts';

/** Who writes `windows-latest` and gets this Windows itself. */
const RUNNERS = [
  'windows-latest',
  'windows-2022',
  'windows-2025',
  'windows-11-arm',
  'self-hosted',
  'windows',
];

export interface ActOptions {
  /** The checkout: see {@link actWorkspace}. */
  readonly workspace: Scratch;
  /** Environment of all jobs, on top of the lab's own: GO_DOWNLOAD_BASE_URL for one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default `push`. */
  readonly event?: string;
  /** Windows directories to put before PATH. */
  readonly path?: readonly string[];
  /** One job and what it needs. Default: all. */
  readonly job?: string;
  /** Where act keeps its things, the tool cache (`tool_cache`) among them. Default: a directory of its own, so a clean machine. */
  readonly actionCache?: Scratch;
  /** `owner/name@ref` to a Windows path: a folder that stands in for that repository. This action's own is the workspace. */
  readonly localRepositories?: Readonly<Record<string, string>>;
  /** More arguments for act, as they are: `--input`, `--matrix`, `--artifact-server-path`, … */
  readonly args?: readonly string[];
  /** Ended after so many milliseconds. Default: 10 minutes. */
  readonly timeoutMs?: number;
}

export interface ActResult {
  /** 0 when every job succeeded; null when it was ended for taking too long. */
  readonly exitCode: number | null;
  /** The log as people read it. */
  readonly log: string;
  readonly jobs: readonly ActJob[];
  readonly wallMs: number;
  /** The tool cache that the jobs used. */
  readonly toolCache: Scratch;
}

/**
 * Runs a workflow of a checkout with act on the Windows node: a runner that somebody else wrote. `runs-on: windows-latest` is this
 * Windows itself; `run:` needs `shell: cmd` where there is no PowerShell (Wine); `uses: actions/checkout` is answered by the
 * workspace as it is.
 * @param workflow path in the workspace, with slashes: `examples/workflows/matrix.yml`
 * @throws Error when act can't be built. A workflow that fails is a result.
 */
export async function runAct(lab: WindowsLab, workflow: string, options: ActOptions): Promise<ActResult> {
  const { workspace, event = 'push', timeoutMs = 600_000 } = options;
  const act = lab.toWindows(await buildAct());
  const cache = options.actionCache ?? (await lab.newScratch('act'));
  const logs = await lab.newScratch('act-log');
  const stdoutFile = path.join(logs.host, 'act.log');
  const args = [
    ...[event, '--json', '--workflows', workflow.replaceAll('/', '\\')],
    ...RUNNERS.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    // Without addresses act looks for its own by a connection to the outside, and dies where there is none.
    ...['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'],
    ...['--cache-server-path', `${cache.windows}\\cache_server`, '--action-cache-path', cache.windows],
    ...(options.job === undefined ? [] : ['--job', options.job]),
    ...Object.entries({ 'org/setup-go-win@v1': workspace.windows, ...options.localRepositories }).flatMap(
      ([name, folder]) => ['--local-repository', `${name}=${folder}`],
    ),
    ...(options.args ?? []),
  ];
  const running = lab.spawn(act, args, {
    cwd: workspace.windows,
    env: environment(lab, options.path, options.env),
    stdoutFile,
  });
  const over = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: over.signal }).then(
    () => running.kill(),
    () => undefined,
  );
  const { exitCode, wallMs } = await running.exited;
  over.abort();
  await late;
  const { log, jobs } = readActLog(await readFile(stdoutFile, 'utf8'));
  const toolCache = { host: path.join(cache.host, 'tool_cache'), windows: `${cache.windows}\\tool_cache` };
  return { exitCode, log, jobs, wallMs, toolCache };
}

/** act starts `node` by name and hands its whole environment to every step. */
function environment(
  lab: WindowsLab,
  before: readonly string[] = [],
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const base: Record<string, string> = { ...lab.baseEnvironment };
  const name = Object.keys(base).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const nodeHome = lab.node.slice(0, lab.node.lastIndexOf('\\'));
  return { ...base, [name]: [...before, nodeHome, base[name] ?? ''].join(';'), ...own };
}
