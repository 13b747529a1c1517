// npm run try [-- SPEC]: the whole job, for eyes. Real Go, set up by the built action on the real Windows node; then a program, compiled and run.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from '../../src/errors.ts';
import { selectVersion } from '../../src/release/select.ts';
import { parseSpec, type VersionSpec } from '../../src/release/spec.ts';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { goDevAnswers } from '../releases/go-dev.ts';
import { REAL_VERSIONS, realRelease } from '../releases/real.ts';
import { createRunner, finishJob, type Runner, runCommand, runStep } from '../runner.ts';
import { LabError } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => console.log(line);
const spec = process.argv.slice(2).join(' ') || '1.26.x';

try {
  process.exitCode = await tryOut();
} catch (error) {
  if (!(error instanceof LabError) && !(error instanceof SetupError)) throw error;
  console.error(
    error instanceof SetupError ? `${error.code}: ${error.message} ${error.remedy}` : error.message,
  );
  process.exitCode = 1;
}

async function tryOut(): Promise<number> {
  const lab = await prepareWindows({ say });
  const mirror = (await goDevAnswers()) ? undefined : await serveRealGo(spec);
  try {
    const runner = await createRunner(lab);
    await cp(path.join(repo, 'examples', 'hello'), path.join(runner.workspace.host, 'hello'), {
      recursive: true,
    });
    const inputs = {
      'go-version': spec,
      summary: 'always',
      ...(mirror ? { 'go-download-base-url': mirror.url } : {}),
    };

    heading(`uses: ./ with go-version: ${spec}, on ${lab.description}`);
    const step = await runStep(repo, inputs, runner);
    console.log(step.log.trimEnd());
    heading(
      `The step: exit code ${step.exitCode}, ${seconds(step.wallMs)}, peak memory ${megabytes(step.peakBytes)}`,
    );
    if (step.exitCode !== 0) return 1;

    const worked =
      (await later(runner, 'go version')) &&
      (await later(runner, 'cd hello && go build -o hello.exe . && hello.exe'));

    heading('The same step again');
    const again = await runStep(repo, inputs, runner);
    console.log(again.log.trimEnd());
    heading(`The step: exit code ${again.exitCode}, ${seconds(again.wallMs)}`);
    await finishJob(runner);
    return worked && again.exitCode === 0 ? 0 : 1;
  } finally {
    await mirror?.close();
    await lab.dispose();
  }
}

/** Runs a later step of the job, in the environment that the action left. */
async function later(runner: Runner, command: string): Promise<boolean> {
  heading(`run: ${command}`);
  const { exitCode, stdout, stderr, wallMs } = await runCommand(runner, command);
  console.log(`${stdout}${stderr}`.trimEnd());
  console.log(`(exit code ${exitCode}, ${seconds(wallMs)})`);
  return exitCode === 0;
}

/** Where go.dev cannot be reached, a mirror on this machine serves the real Go that the spec means. */
async function serveRealGo(text: string): Promise<Mirror> {
  const parsed = parseSpec(text, 'the command line');
  const mirror = await startMirror([await realRelease(wantedVersion(parsed), { say })]);
  say(`go.dev does not answer here: serving it from ${mirror.url}`);
  return mirror;
}

function wantedVersion(wanted: VersionSpec): string {
  if (wanted.kind === 'exact') return wanted.version;
  const newest = selectVersion(parseSpec('*', 'this program'), [...REAL_VERSIONS], 'highest') ?? '';
  if (wanted.kind === 'alias') return newest;
  return selectVersion(wanted, [...REAL_VERSIONS], 'highest') ?? newest;
}

function heading(text: string): void {
  console.log(`\n── ${text}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${Math.round(bytes / 1e6)} MB`;
}
