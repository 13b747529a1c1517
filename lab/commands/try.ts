// npm run try [-- SPEC]: the whole job, for eyes. Real Go, set up by the built action on the real Windows node; then a program, compiled and run.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { goDevAnswers } from '../releases/go-dev.ts';
import { REAL_VERSIONS, realRelease } from '../releases/real.ts';
import type { LabRelease } from '../releases/release.ts';
import { createRunner, finishJob, type Runner, runCommand, runStep } from '../runner.ts';
import { LabError } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';

const NEWEST = '1.27.3';
/** What the lab can have without go.dev: the newest of each minor, among others. */
const PACKAGED = ['1.21.13', '1.22.10', '1.23.9', '1.24.11', ...REAL_VERSIONS];

const repo = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => console.log(line);
const spec = process.argv.slice(2).join(' ') || '1.26.x';

try {
  process.exitCode = await tryOut();
} catch (error) {
  if (!(error instanceof LabError)) throw error;
  console.error(error.message);
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
      (await later(
        runner,
        'cd hello && go build -o hello.exe . && hello.exe',
        'the first build compiles the standard library, too: 15 to 60 s',
      ));

    heading('The same step again');
    const again = await runStep(repo, inputs, runner);
    console.log(again.log.trimEnd());
    heading(`The step: exit code ${again.exitCode}, ${seconds(again.wallMs)}`);
    await finishJob(runner);
    const ok = worked && again.exitCode === 0;
    heading(
      ok
        ? `It works: Go ${step.outputs['go-version']} was set up, a program was built and run with it, and the second step found it there.`
        : 'Something did not work: see the exit codes above.',
    );
    return ok ? 0 : 1;
  } finally {
    await mirror?.close();
    await lab.dispose();
  }
}

/** Runs a later step of the job, in the environment that the action left. */
async function later(runner: Runner, command: string, hint?: string): Promise<boolean> {
  heading(`run: ${command}${hint === undefined ? '' : `  (${hint})`}`);
  const { exitCode, stdout, stderr, wallMs } = await runCommand(runner, command);
  console.log(`${stdout}${stderr}`.trimEnd());
  console.log(`(exit code ${exitCode}, ${seconds(wallMs)})`);
  return exitCode === 0;
}

/** Where go.dev cannot be reached, a mirror on this machine serves the real Go that the spec means, or the newest there is. */
async function serveRealGo(text: string): Promise<Mirror> {
  const releases: LabRelease[] = [];
  for (const version of wantedVersions(text)) {
    try {
      releases.push(await realRelease(version, { say }));
    } catch (error) {
      say(`Go ${version} cannot be had: ${(error as Error).message}`);
    }
  }
  if (releases.length === 0) releases.push(await realRelease(NEWEST, { say }).catch(nothingToServe));
  const mirror = await startMirror(releases);
  const names = releases.map((release) => release.goVersion).join(' and ');
  say(`go.dev does not answer here, so a mirror on this machine serves real ${names}: ${mirror.url}`);
  return mirror;
}

function nothingToServe(error: Error): never {
  throw new LabError('There is no Go to try it with.', error.message, error);
}

/** Of what the package has; for a spec that the action will refuse, any will do. */
function wantedVersions(text: string): readonly string[] {
  try {
    const wanted = parseSpec(text, 'the command line');
    if (wanted.kind === 'exact') return [wanted.version];
    // `stable` and `oldstable` need two minors.
    if (wanted.kind === 'alias') return ['1.26.6', NEWEST];
    return [selectVersion(wanted, PACKAGED, 'highest') ?? NEWEST];
  } catch {
    return [NEWEST];
  }
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
