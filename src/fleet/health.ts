import { SetupError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import { parseSpec } from '../release/spec.ts';
import { formatDuration } from '../report/log.ts';
import type { Context } from '../toolchain.ts';
import { type Back, goBack, isSameGo, stands } from './go-back.ts';
import { compare, describeHealth } from './health-compare.ts';
import { measureGo, UnwellGo } from './health-measure.ts';
import type { LegRecord } from './leg-record.ts';
import { type MachineGo, machineGo } from './machine-go.ts';
import { percent } from './shares.ts';
import type { Health, HealthMeasure } from './types.ts';

/** What a health check asks of the machine; a test puts its own in the place of real goes. */
export interface HealthDoors {
  /** As {@link measureGo}. */
  measure(go: MachineGo, runs: number): Promise<HealthMeasure | undefined>;
  /** As {@link machineGo}. */
  look(): Promise<MachineGo | undefined>;
}

/** The doors to a real machine. */
export function machineDoors(context: Context): HealthDoors {
  return {
    measure: (go, runs) => measureGo(go, runs, context),
    look: () => machineGo(context),
  };
}

/** Whether a step with the input `health-check` has something to check. */
export function isChecked({ operation, healthCheck, dryRun }: Inputs): boolean {
  return healthCheck && !dryRun && /^(?:install|switch|repair|rollback)$/.test(operation);
}

/**
 * Does an operation on the machine's Go, and looks how the Go is that it leads to: whether it works, and after an installation or a switch to another one also how fast it is
 * beside the one before. Where it is broken or slower than the tolerance allows, the machine gets back what it had. What leads back itself (`rollback`, or the stage
 * `rollback` of a fleet) and a repair are looked at, and neither compared nor undone; so is a Go that was there already. What waits for a restart of Windows is not judged: it is
 * not yet what it will be, and what Windows has to do at its start would meet the Go before.
 *
 * @param record has the Go from before; gets what came of it
 * @throws SetupError E_HEALTH, which says what the machine has then; what the operation throws; the signal's reason
 */
export async function withHealthCheck<T extends { readonly rebootRequired?: boolean }>(
  context: Context,
  record: LegRecord,
  operate: (context: Context) => Promise<T>,
  doors: HealthDoors,
): Promise<T> {
  const { inputs, log, signal } = context;
  const { before } = record;
  const weighs = /^(?:install|switch)$/.test(inputs.operation) && inputs.stage !== 'rollback';
  const first =
    weighs && before && !isWanted(before, inputs) ? await measureFirst(before, context, doors) : undefined;
  const outcome = await operate(context);
  if (outcome.rebootRequired) {
    log.warn('No health check: Windows is to change files of this Go at its next start.');
    return outcome;
  }
  const now = await doors.look();
  const changed = !isSameGo(before, now);
  if (first && !changed) {
    record.health = compare(undefined, first, inputs.tolerance);
    return outcome;
  }
  const { health, failure } = await examine(now, first, context, doors);
  if (health === undefined) return outcome;
  record.health = health;
  if (health.verdict === 'well') {
    log.info(`Health check: ${describeHealth(health)}`);
    return outcome;
  }
  log.info(`Health check: ${now?.goVersion ?? 'the Go of the machine'} is ${health.verdict}`);
  const back = weighs && changed ? await goBack(before, now, context, operate, doors.look) : undefined;
  if (back) {
    record.rolledBack = back.done;
    if (back.done) record.recoveryMs = back.tookMs;
    log.info(`${back.state}${back.done ? ` That took ${formatDuration(back.tookMs)}` : ''}`);
  }
  signal.throwIfAborted();
  // Versions lie side by side; an MSI that was replaced, and what was uninstalled, is gone.
  const gone = back?.done === true && (inputs.installMethod === 'msi' || before === undefined);
  throw unwell(health, now, failure, back, gone, inputs);
}

/** Whether the very Go that is asked for is there already, so that nothing will be compared. A range is looked up by the operation. */
function isWanted({ version }: MachineGo, { goVersions }: Inputs): boolean {
  const last = goVersions.at(-1);
  if (last === undefined) return false;
  const spec = parseSpec(last, 'input go-version');
  return spec.kind === 'exact' && spec.version === version;
}

/** A Go that does not work is no measure for another one, and no reason not to replace it. @throws what is not this Go's fault */
async function measureFirst(
  before: MachineGo,
  { inputs, log, signal }: Context,
  doors: HealthDoors,
): Promise<HealthMeasure | undefined> {
  return await doors.measure(before, inputs.healthRuns).catch((error) => {
    signal.throwIfAborted();
    if (!isUnwell(error)) throw error;
    log.info(
      `${before.goVersion}, which is there now, is not well, and nothing is compared with it: ${error.message}`,
    );
    for (const line of error.evidence) log.info(`  ${line}`);
    return undefined;
  });
}

function isUnwell(error: unknown): error is UnwellGo | SetupError {
  return error instanceof UnwellGo || error instanceof SetupError;
}

/** @returns without health where this machine cannot run that Go; `failure` is why it is broken */
async function examine(
  now: MachineGo | undefined,
  first: HealthMeasure | undefined,
  { inputs, log, signal }: Context,
  doors: HealthDoors,
): Promise<{ readonly health: Health | undefined; readonly failure?: unknown }> {
  const runs = first ? inputs.healthRuns : 1;
  try {
    if (now === undefined) throw new UnwellGo('The Go that was set up is not whole any more.', []);
    const after = await doors.measure(now, runs);
    if (after === undefined) return { health: undefined };
    const health = compare(first, after, inputs.tolerance);
    if (health.verdict === 'well') return { health };
    // A scanner looks at each file of a new tree when it is read for the first time.
    log.info(`${describeHealth(health)}. It is measured once more, since a new tree can be slow at first`);
    const again = await doors.measure(now, runs);
    return { health: again && compare(first, again, inputs.tolerance) };
  } catch (failure) {
    signal.throwIfAborted();
    return { health: { before: first ?? null, after: null, ratio: null, verdict: 'broken' }, failure };
  }
}

/** @param gone whether the machine does not have the Go any more that is not well */
function unwell(
  health: Health,
  now: MachineGo | undefined,
  failure: unknown,
  back: Back | undefined,
  gone: boolean,
  { tolerance }: Inputs,
): SetupError {
  const { before, after, verdict } = health;
  const name = now?.goVersion ?? 'The new Go';
  const why = failure instanceof Error ? failure.message : String(failure);
  const message =
    verdict === 'slower'
      ? `${name} is slower than the tolerance of ${percent(tolerance)} allows: it ${describeHealth(health).replace(/^\S+ /, '')}.`
      : `${name} ${isUnwell(failure) ? 'does not work' : 'could not be looked at'}: ${why.replace(/[.\s]*$/, '.')}`;
  const anew = gone
    ? 'run the step again, which installs it anew'
    : `run operation: repair with go-version: ${now?.version ?? 'its version'}`;
  const remedy =
    verdict === 'slower'
      ? 'See whether the runner was busy or its scanner looks into the new directory, and run the step again; where such differences are usual, raise tolerance or health-runs.'
      : `See what go has printed: where files of it are damaged, ${anew}; else keep this version from the other runners.`;
  const evidence = [
    ...(isUnwell(failure) ? failure.evidence : []),
    ...(before
      ? [`before: ${before.goVersion}, runs of ${before.runsMs.map(formatDuration).join(', ')}`]
      : []),
    ...(after ? [`after: ${after.goVersion}, runs of ${after.runsMs.map(formatDuration).join(', ')}`] : []),
    ...(now ? [`checked ${now.goroot}`] : []),
    ...(back?.failure instanceof SetupError ? back.failure.evidence : []),
  ];
  const state = back?.state ?? `Nothing was undone. ${stands(now)}`;
  return new SetupError('E_HEALTH', message, { remedy, state, evidence, cause: failure ?? back?.failure });
}
