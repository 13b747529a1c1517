import type { Inventory } from '../../src/inventory/document.ts';
import { expandVariables } from '../../src/machine/machine-path.ts';
import { type MachineScene, openMachineScene } from '../machine/scene.ts';
import { realRelease } from '../releases/real.ts';
import type { LabRelease } from '../releases/release.ts';
import { finishJob, type StepResult, startJob } from '../runner.ts';
import { openPrivateWindows } from '../windows/private.ts';
import { checkOutHello, HELLO, heading, later, seconds, shownStep } from './show.ts';

const OLD = '1.26.5';
const NEW = '1.26.6';
const NEWEST = '1.27.3';

const say = (line: string) => console.log(line);

/** What is expected of a step, and of the Go that every program of the machine finds then. */
interface Act {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Version that `current` leads to afterwards. */
  readonly leaves: string;
  /** Whether a program is built with it; `first`: by a Go that has not built anything yet. */
  readonly builds?: 'first' | 'again';
  /** Versions whose trees are there afterwards. */
  readonly there: readonly string[];
  /** For the summary: what it shows. */
  readonly shows: string;
}

const ACTS: readonly Act[] = [
  {
    title: `install Go ${OLD} on a machine that has none`,
    inputs: { 'go-version': OLD },
    leaves: OLD,
    there: [OLD],
    shows: `Go ${OLD} was installed, and is on the machine's PATH`,
  },
  {
    title: `install ${NEW} beside it`,
    inputs: { 'go-version': NEW },
    leaves: NEW,
    builds: 'first',
    there: [OLD, NEW],
    shows: `${NEW} was installed beside it, and is the machine's Go`,
  },
  {
    title: 'operation: switch',
    inputs: { operation: 'switch', 'go-version': OLD },
    leaves: OLD,
    builds: 'first',
    there: [OLD, NEW],
    shows: `a switch led back to ${OLD}, without a download`,
  },
  {
    title: 'operation: rollback',
    inputs: { operation: 'rollback' },
    leaves: NEW,
    builds: 'again',
    there: [OLD, NEW],
    shows: `a rollback returned to ${NEW}`,
  },
  {
    title: `install ${NEWEST}`,
    inputs: { 'go-version': NEWEST },
    leaves: NEWEST,
    there: [OLD, NEW, NEWEST],
    shows: `${NEWEST} was installed, and ${NEW} is what a rollback would return to`,
  },
  {
    title: 'operation: prune',
    inputs: { operation: 'prune', 'keep-versions': '1' },
    leaves: NEWEST,
    there: [NEW, NEWEST],
    shows: `a prune that was to keep one version removed ${OLD}, and left what a rollback would return to`,
  },
  {
    title: 'operation: rollback, after the prune',
    inputs: { operation: 'rollback' },
    leaves: NEW,
    builds: 'again',
    there: [NEW, NEWEST],
    shows: `a rollback returned to ${NEW}`,
  },
];

/** What there is at the end. */
const LAST = { leaves: NEW, returnsTo: NEWEST, there: [NEW, NEWEST] } as const;

/**
 * One Go for the whole machine from real ZIPs, on a Windows of its own: installed, upgraded, switched, rolled back, pruned, and told of; after the changes
 * `go` answers and builds for whoever has the machine's PATH. @returns exit code
 */
export async function tryMachine(): Promise<number> {
  const started = performance.now();
  const releases: LabRelease[] = [];
  for (const version of [OLD, NEW, NEWEST]) releases.push(await realRelease(version, { say }));
  const lab = await openPrivateWindows(say);
  const scene = await openMachineScene(lab, releases);
  const shown: string[] = [];
  let failed = 0;
  try {
    say(`Real releases, ${lab.description}, with a registry of its own.`);
    say(
      'Wine has no junctions: `current` is a Unix symbolic link here, by a stand-in that is loaded into node.',
    );
    await checkOutHello(scene.runner);
    const play = async (title: string, inputs: Act['inputs'], shows: string, judge: Judge) => {
      await startJob(scene.runner);
      scene.mirror.forget();
      const name = `uses: ./ with scope: machine — ${title}`;
      const step = await shownStep(name, { ...scene.inputs, ...inputs }, scene.runner);
      if (step.summary) say(`Job summary:\n${step.summary.trim()}`);
      await finishJob(scene.runner);
      const wrong = step.exitCode === 0 ? [] : [`the step ended with ${step.exitCode}`];
      wrong.push(...(await judge(step)));
      if (wrong.length > 0) failed++;
      const sentence = wrong.length === 0 ? `yes  ${shows}` : `NO   ${shows}: ${wrong.join('; ')}`;
      shown.push(`${sentence} (${seconds(step.wallMs)})`);
    };
    for (const act of ACTS)
      await play(act.title, act.inputs, act.shows, async () => await judgeAct(act, scene));
    const told = 'the inventory tells all of them, and what decides which one is used';
    await play('operation: status', { operation: 'status' }, told, judgeStatus);
  } finally {
    await scene.close();
    await lab.dispose();
  }
  heading(`What was shown, in ${seconds(performance.now() - started)}:`);
  for (const line of shown) say(`  ${line}`);
  say(failed === 0 ? '  Every program of the machine found the right Go.' : '  See the log above.');
  return failed === 0 ? 0 : 1;
}

type Judge = (step: StepResult) => Promise<string[]>;

/** @returns what is not as it should be */
async function judgeAct(act: Act, scene: MachineScene): Promise<string[]> {
  const { runner, lab, mirror } = scene;
  const { leaves, builds, there, inputs } = act;
  const wrong: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || wrong.push(what));
  const fetched = mirror.requests.length > 0;
  expect(inputs['operation'] === undefined || !fetched, 'something was asked of the mirror');
  const trees = scene.versions();
  expect(String(trees) === String(there), `there are ${trees}`);

  // As a service that starts now: nothing of the job, and the PATH as the registry has it.
  const [type, text = ''] = (await scene.path())?.split(/:(.*)/s) ?? [];
  heading(`The machine's PATH in the registry, ${type === '2' ? 'REG_EXPAND_SZ' : type}: ${text}`);
  const entries = text.split(';').filter((entry) => /\\current\\bin$/i.test(entry));
  expect(entries.length === 1, `PATH has current\\bin ${entries.length} times`);
  await startJob(runner);
  runner.env['PATH'] = expandVariables(text, { ...lab.baseEnvironment });
  // The program's go.mod names a toolchain, which none of these but one is.
  runner.env['GOTOOLCHAIN'] = 'local';
  const answer = await later(runner, 'go version && go env GOROOT');
  expect(answer?.includes(`go${leaves} `) === true, `go version said ${answer ?? 'nothing'}`);
  if (builds === undefined) return wrong;
  const hint =
    builds === 'first' ? 'its first build compiles the standard library, too: 15 to 60 s' : undefined;
  const hello = await later(runner, HELLO, hint);
  expect(hello?.includes(`go${leaves}`) === true, `the program said ${hello ?? 'nothing'}`);
  return wrong;
}

async function judgeStatus({ outputs }: StepResult): Promise<string[]> {
  const { machineRoot, path, goes }: Inventory = JSON.parse(outputs['inventory'] ?? '{}');
  heading('Of its output inventory: the machine, and its PATH');
  say(JSON.stringify({ machineRoot, path: path.machine }, undefined, 2));
  const own = goes.filter(({ origin }) => origin === 'machine').map(({ version }) => version);
  const { current, rollback } = machineRoot;
  const wrong = current?.includes(`\\${LAST.leaves}\\`) ? [] : [`it says that current leads to ${current}`];
  if (rollback.zip !== LAST.returnsTo) wrong.push(`it says that a rollback returns to ${rollback.zip}`);
  if (String(own.sort()) !== String(LAST.there)) wrong.push(`it knows of ${own}`);
  return wrong;
}
