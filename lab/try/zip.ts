import { selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { goDevAnswers } from '../releases/go-dev.ts';
import { REAL_VERSIONS, realRelease } from '../releases/real.ts';
import type { LabRelease } from '../releases/release.ts';
import { createRunner, finishJob } from '../runner.ts';
import { LabError } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';
import { checkOutHello, HELLO, heading, later, shownStep } from './show.ts';

const NEWEST = '1.27.3';
/** What the lab can have without go.dev: the newest of each minor, among others. */
const PACKAGED = ['1.21.13', '1.22.10', '1.23.9', '1.24.11', ...REAL_VERSIONS];

const say = (line: string) => console.log(line);

/** Go from its ZIP: installed, used, and found there by the second step. @returns exit code */
export async function tryZip(spec: string): Promise<number> {
  const lab = await prepareWindows({ say });
  const mirror = (await goDevAnswers()) ? undefined : await serveRealGo(spec);
  try {
    const runner = await createRunner(lab);
    await checkOutHello(runner);
    const inputs = {
      'go-version': spec,
      summary: 'always',
      ...(mirror ? { 'go-download-base-url': mirror.url } : {}),
    };

    const step = await shownStep(`uses: ./ with go-version: ${spec}, on ${lab.description}`, inputs, runner);
    if (step.exitCode !== 0) return 1;

    const worked =
      (await later(runner, 'go version')) !== undefined &&
      (await later(runner, HELLO, 'the first build compiles the standard library, too: 15 to 60 s')) !==
        undefined;

    const again = await shownStep('The same step again', inputs, runner);
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
