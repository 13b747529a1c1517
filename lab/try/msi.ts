import { startMirror } from '../mirror/mirror.ts';
import { buildMsi, type LabMsi } from '../msi/build.ts';
import { realRelease } from '../releases/real.ts';
import { createRunner, finishJob, type Runner, type StepResult } from '../runner.ts';
import { openPrivateWindows } from '../windows/private.ts';
import { checkOutHello, HELLO, heading, later, seconds, shownStep } from './show.ts';

const OLD = '1.26.5';
const NEW = '1.26.6';
/** Its MSI fails after it has copied its files, when Windows Installer has removed the Go before it already. */
const FAILING = '1.27.3';

const say = (line: string) => console.log(line);

/** What is expected of a step, and of the Go that a later one finds. */
interface Act {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Version that the step after it builds with. */
  readonly leaves: string;
  /** Where the step is to fail: what its `error-code` begins with. */
  readonly fails?: string;
  /** For the summary: what it shows. */
  readonly shows: string;
}

const ACTS: readonly Act[] = [
  {
    title: `install Go ${OLD} on a machine without Go`,
    inputs: { 'go-version': OLD },
    leaves: OLD,
    shows: `Go ${OLD} was installed`,
  },
  {
    title: `upgrade to ${NEW}`,
    inputs: { 'go-version': NEW },
    leaves: NEW,
    shows: `it was upgraded to ${NEW}`,
  },
  {
    title: `upgrade to ${FAILING}, whose MSI fails when ${NEW} is gone already`,
    inputs: { 'go-version': FAILING },
    leaves: NEW,
    fails: 'E_MSI_',
    shows: `an upgrade to ${FAILING} failed, and ${NEW} was back`,
  },
  {
    title: 'operation: rollback',
    inputs: { operation: 'rollback' },
    leaves: OLD,
    shows: `a rollback returned to ${OLD}`,
  },
];

/**
 * Go for the whole machine from real, full-size MSIs, by the real msiexec of a Windows of its own: installed, upgraded, restored after an
 * upgrade that fails, rolled back; and after each of these a program is compiled. @returns exit code
 */
export async function tryMsi(): Promise<number> {
  const started = performance.now();
  say('Real MSIs of Go, 70 MB each, are built where the lab has none yet (half a minute to a minute each)');
  const msis: LabMsi[] = [];
  for (const version of [OLD, NEW]) msis.push(await buildMsi(await realRelease(version, { say }), { say }));
  msis.push(await buildMsi(await realRelease(FAILING, { say }), { broken: 'fails-after-copy', say }));
  const lab = await openPrivateWindows(say);
  const mirror = await startMirror(msis);
  const shown: string[] = [];
  let failed = 0;
  try {
    const runner = await createRunner(lab);
    await checkOutHello(runner);
    for (const act of ACTS) {
      const inputs = {
        'install-method': 'msi',
        // Nobody signed these MSIs, and Wine has no PowerShell that could tell.
        'msi-signature': 'warn',
        'go-download-base-url': mirror.url,
        ...act.inputs,
      };
      const step = await shownStep(`uses: ./ with install-method: msi — ${act.title}`, inputs, runner);
      if (step.summary) console.log(`Job summary:\n${step.summary.trim()}`);
      const wrong = await judge(act, step, runner);
      if (wrong !== undefined) failed++;
      shown.push(
        `${wrong === undefined ? 'yes' : 'NO '}  ${act.shows} (${seconds(step.wallMs)})${wrong ?? ''}`,
      );
    }
    await finishJob(runner);
  } finally {
    await mirror.close();
    await lab.dispose();
  }
  heading(
    `What was shown, in ${seconds(performance.now() - started)}, with a program built and run after each:`,
  );
  for (const line of shown) console.log(`  ${line}`);
  console.log(
    failed === 0 ? '  The machine had a working Go after every one of them.' : '  See the log above.',
  );
  return failed === 0 ? 0 : 1;
}

/** @returns what is not as it should be; undefined where all is */
async function judge(act: Act, step: StepResult, runner: Runner): Promise<string | undefined> {
  const { leaves, fails } = act;
  const wrong: string[] = [];
  const code = step.outputs['error-code'] ?? '';
  const asExpected =
    fails === undefined ? step.exitCode === 0 : step.exitCode !== 0 && code.startsWith(fails);
  if (!asExpected) wrong.push(`the step ended with ${step.exitCode} ${code}`);
  const answer = await later(runner, 'go version');
  if (!answer?.includes(`go${leaves} `)) wrong.push(`go version said ${answer ?? 'nothing'}`);
  const first = fails === undefined && act.inputs['operation'] === undefined;
  const hello = await later(
    runner,
    HELLO,
    first ? 'the first build with a Go compiles its standard library, too: 15 to 60 s' : undefined,
  );
  if (!hello?.includes(`go${leaves}`)) wrong.push(`the program said ${hello ?? 'nothing'}`);
  return wrong.length === 0 ? undefined : `: ${wrong.join('; ')}`;
}
