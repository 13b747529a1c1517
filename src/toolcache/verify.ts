import { getExecOutput } from '@actions/exec';
import { SetupError } from '../errors.ts';
import { goArch, toGoVersion } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { inspectTree, sameGoVersion } from './inspect.ts';
import { type Entry, goExecutable } from './layout.ts';

type Expected = Pick<Entry, 'version' | 'architecture'>;

/** Which programs a Windows machine runs: x64 runs x86 too, Arm emulates both. */
const RUNS: Record<Architecture, readonly Architecture[]> = {
  x64: ['x64', 'x86'],
  x86: ['x86'],
  arm64: ['arm64', 'x64', 'x86'],
};

/**
 * Checks a freshly unpacked tree: VERSION, the header of go.exe and, where the machine can run it, what `go version` says.
 *
 * @returns one line for the log
 * @throws SetupError E_VERIFY
 */
export async function verifyTree(tree: string, expected: Expected, machine: Architecture): Promise<string> {
  const found = await inspectTree(tree, expected);
  if (found.state !== 'whole') {
    const reason = found.state === 'torn' ? found.reason : 'it is not there';
    throw notAsAsked(tree, expected, reason);
  }
  return runGoVersion(tree, expected, machine);
}

/**
 * Runs a tree's own `go version` and compares its answer with what was asked for.
 *
 * @returns the answer, or a line that says why it was not asked
 * @throws SetupError E_VERIFY when it cannot be run or names another version or architecture
 */
export async function runGoVersion(tree: string, expected: Expected, machine: Architecture): Promise<string> {
  const arch = goArch(expected.architecture);
  if (!RUNS[machine].includes(expected.architecture))
    return `go version was not run: an ${machine} machine cannot run windows/${arch}`;
  const executable = goExecutable(tree);
  const { exitCode, stdout, stderr } = await getExecOutput(`"${executable}"`, ['version'], {
    silent: true,
    ignoreReturnCode: true,
    cwd: tree,
    env: goEnvironment(),
  }).catch((error) => {
    throw notAsAsked(tree, expected, `${executable} cannot be run`, error);
  });
  const answer = stdout.trim();
  const match = /^go version (go\S+)(?: .*)? windows\/(\w+)$/.exec(answer);
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

/** The step's environment without the variables that would make this go answer for another one. */
function goEnvironment(): Record<string, string> {
  const env: Record<string, string> = { GOTOOLCHAIN: 'local', GOENV: 'off' };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(?:GO[A-Z]+|INPUT_.*)$/i.test(name)) env[name] = value;
  }
  return env;
}

function notAsAsked(tree: string, expected: Expected, reason: string, cause?: unknown): SetupError {
  const wanted = `${toGoVersion(expected.version)} windows/${goArch(expected.architecture)}`;
  return new SetupError('E_VERIFY', `The Go in ${tree} is not the ${wanted} that was asked for: ${reason}.`, {
    remedy:
      'If it comes from a mirror, compare its file with go.dev/dl; otherwise see whether a scanner changed or blocked the files, and run the step again.',
    evidence: [`tree ${tree}`],
    cause,
  });
}
