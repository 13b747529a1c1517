import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';
import { goArch, toGoVersion } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { retry } from '../windows/files.ts';
import { inspectTree, sameGoVersion } from './inspect.ts';
import { type Entry, goExecutable } from './layout.ts';

type Expected = Pick<Entry, 'version' | 'architecture'>;

/** How long `go version` may take: a scanner can look into a new program for many seconds before it lets it run. */
const ANSWER_MS = 60_000;
/** How long to try to start it while something has it open. */
const START_MS = 10_000;
/** How long a scanner may keep it from reading the files of its new tree: it then ends with an error that says nothing of one. */
const READ_MS = 3000;
const READ_AGAIN_MS = 200;

/** Which programs a Windows machine runs: x64 runs x86 too, Arm emulates both. */
const RUNS: Record<Architecture, readonly Architecture[]> = {
  x64: ['x64', 'x86'],
  x86: ['x86'],
  arm64: ['arm64', 'x64', 'x86'],
};

/**
 * How Windows refuses to load a program that is not for it. Support for another architecture than the machine's own is a part of Windows
 * that can be missing: Nano Server and Server Core images come without the one for x86.
 */
const REFUSED = new Set(['UNKNOWN', 'EFTYPE', 'ENOEXEC']);

/** ERROR_ACCESS_DISABLED_BY_POLICY (winerror.h). */
const BLOCKED_BY_POLICY = 1260;
/** How a program that is forbidden is refused: AppLocker's and application control's codes have no name in Node. */
const FORBIDDEN = new Set(['UNKNOWN', 'EACCES', 'EPERM']);

/**
 * Checks a freshly unpacked tree: VERSION, the header of go.exe and, where the machine can run it, what `go version` says.
 *
 * @returns one line for the log
 * @throws SetupError E_VERIFY, E_PERMISSION
 */
export async function verifyTree(
  tree: string,
  expected: Expected,
  machine: Architecture,
  signal?: AbortSignal,
): Promise<string> {
  const found = await inspectTree(tree, expected);
  if (found.state !== 'whole') {
    const reason = found.state === 'torn' ? found.reason : 'it is not there';
    throw notAsAsked(tree, expected, reason);
  }
  return runGoVersion(tree, expected, machine, signal);
}

/**
 * Runs a tree's own `go version` and compares its answer with what was asked for.
 *
 * @returns the answer, or a line that says why it was not asked
 * @throws SetupError E_PERMISSION when the machine forbids to run it, E_VERIFY when it cannot be run otherwise, does not answer or names another version or architecture; the signal's reason
 */
export async function runGoVersion(
  tree: string,
  expected: Expected,
  machine: Architecture,
  signal?: AbortSignal,
): Promise<string> {
  const arch = goArch(expected.architecture);
  if (!RUNS[machine].includes(expected.architecture))
    return `go version was not run: an ${machine} machine cannot run windows/${arch}`;
  const executable = goExecutable(tree);
  const reply = await askPatiently(executable, signal).catch(async (error) => {
    signal?.throwIfAborted();
    if (expected.architecture !== machine && REFUSED.has(systemCode(error) ?? '')) return undefined;
    if (FORBIDDEN.has(systemCode(error) ?? '')) throw await notStarted(tree, expected, error);
    const reason =
      error instanceof NoAnswer ? error.message : `cannot be run (${systemCode(error) ?? String(error)})`;
    throw notAsAsked(tree, expected, `${executable} ${reason}`, error);
  });
  if (reply === undefined)
    return `go version was not run: this Windows does not load programs for windows/${arch}`;
  const { exitCode, stdout, stderr } = reply;
  const answer = stdout.trim();
  const match = /^go version (go\S+)(?: .*)? windows\/(\w+)$/.exec(answer);
  if (exitCode === BLOCKED_BY_POLICY)
    throw forbidden(executable, `it is blocked by group policy (${exitCode})`);
  if (exitCode !== 0)
    throw notAsAsked(
      tree,
      expected,
      `"go version" ended with ${exitCode}: ${(stderr || stdout).trim().slice(0, 500)}`,
    );
  if (!match?.[1] || !sameGoVersion(match[1], toGoVersion(expected.version)) || match[2] !== arch) {
    throw notAsAsked(tree, expected, `"go version" says "${answer.slice(0, 200)}"`);
  }
  return answer;
}

class NoAnswer extends Error {}

interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asks again while it can't be started, and, for a shorter time, while it ends with an error. */
async function askPatiently(executable: string, signal: AbortSignal | undefined): Promise<Answer> {
  for (const end = performance.now() + READ_MS; ; ) {
    const reply = await retry(() => ask(executable, signal), signal, START_MS);
    const final = reply.exitCode === 0 || reply.exitCode === BLOCKED_BY_POLICY;
    if (final || performance.now() > end) return reply;
    await sleep(READ_AGAIN_MS, undefined, signal ? { signal } : undefined).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}

/** Runs `go version`, not inside of its own tree, which a running program's directory would hold. Ends it when cancelled. */
function ask(executable: string, signal: AbortSignal | undefined): Promise<Answer> {
  const options = {
    cwd: path.parse(executable).root,
    env: goEnvironment(),
    timeout: ANSWER_MS,
    windowsHide: true,
  };
  return new Promise((resolve, reject) => {
    execFile(executable, ['version'], signal ? { ...options, signal } : options, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else if (error.killed === true) reject(new NoAnswer(`did not answer within ${ANSWER_MS / 1000} s`));
      else reject(error);
    });
  });
}

/**
 * The step's environment without the variables that would make this go answer for another one, and without AppData, where it would count
 * its own use (go.dev/doc/telemetry; golang.org/x/telemetry is off where os.UserConfigDir has no answer).
 */
export function goEnvironment(): Record<string, string> {
  const env: Record<string, string> = { GOTOOLCHAIN: 'local', GOENV: 'off' };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(?:GO[A-Z0-9]+|CGO_.*|INPUT_.*|APPDATA)$/i.test(name)) env[name] = value;
  }
  return env;
}

/** What Windows gives for a reason decides: a policy, rights and scanners are not the tree's fault. */
async function notStarted(tree: string, expected: Expected, error: unknown): Promise<SetupError> {
  const executable = goExecutable(tree);
  const code = systemCode(error);
  const { whyNotStarted } = await import('../windows/start-refusal.ts');
  const refusal = await whyNotStarted(executable);
  if (refusal?.by !== 'other' && (refusal !== undefined || code !== 'UNKNOWN'))
    return forbidden(executable, refusal?.reason ?? `Windows answered ${code}`, error);
  const reason =
    refusal?.reason ?? 'perhaps a policy (AppLocker, application control) forbids programs there';
  return notAsAsked(tree, expected, `${executable} cannot be run (${code}): ${reason}`, error);
}

function forbidden(executable: string, reason: string, cause?: unknown): SetupError {
  return new SetupError('E_PERMISSION', `Windows does not let ${executable} run: ${reason}.`, {
    remedy:
      'Ask who administers this machine to let programs of the tool cache run: in AppLocker, Windows Defender Application Control or the software restriction policies, whose event logs name the rule, or in the virus scanner.',
    evidence: [executable],
    cause,
  });
}

function notAsAsked(tree: string, expected: Expected, reason: string, cause?: unknown): SetupError {
  const wanted = `${toGoVersion(expected.version)} windows/${goArch(expected.architecture)}`;
  return new SetupError('E_VERIFY', `The Go in ${tree} is not the ${wanted} that was asked for: ${reason}.`, {
    remedy:
      'Compare the file with go.dev/dl if it comes from a mirror; otherwise see whether a scanner changed or blocked the files, and run the step again.',
    evidence: [`tree ${tree}`],
    cause,
  });
}
