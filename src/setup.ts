import { applyEnvironment, exportCacheDirectories } from './environment.ts';
import { SetupError } from './errors.ts';
import type { Leg } from './fleet/leg-record.ts';
import { type Inputs, readInputs, readMetricsFile } from './inputs.ts';
import { NO_LEASES, openLeases } from './leases.ts';
import { readLegName, requireRunner } from './leg-inputs.ts';
import { isFleetOperation } from './machine-inputs.ts';
import { decideCaching } from './modcache/decide.ts';
import type { CacheOutcome } from './modcache/restore.ts';
import { secretsIn } from './network/display-url.ts';
import { loadPolicy } from './policy/load.ts';
import { provideToolchain } from './provide.ts';
import { newestMinors } from './release/builtin-minors.ts';
import type { VersionRequest } from './release/spec.ts';
import { minorsFrom, supportedMinors } from './release/supported.ts';
import { auditPlaces, openAudit, type StepAudit } from './report/audit.ts';
import { closeReport } from './report/closing.ts';
import { failStep } from './report/fail.ts';
import type { Failure } from './report/failure.ts';
import { formatDuration, type Log, stepLog } from './report/log.ts';
import { setInventory, setOutputs } from './report/outputs.ts';
import { registerProblemMatchers } from './report/problem-matchers.ts';
import { createRedactor } from './report/redact.ts';
import { summarizeSuccess } from './report/summary.ts';
import { startTimeline, type Timeline } from './report/timeline.ts';
import { startTranscript } from './report/transcript.ts';
import { namesVersion, readRequests } from './requests.ts';
import { requireStillThere, type Sighting } from './toolcache/vanished.ts';
import { architectureOf, type Context, type Toolchain } from './toolchain.ts';
import { endOf } from './windows/cancellation.ts';
import { readHost } from './windows/host.ts';

/**
 * The whole step: inputs → requests → toolchains → environment → report. Never throws: a failure is reported and sets the exit code.
 *
 * @param signal aborted, with a SetupError as its reason, when the runner cancels the step
 */
export async function setup(signal: AbortSignal): Promise<void> {
  const started = Date.now();
  const redact = createRedactor(process.env);
  const transcript = startTranscript(stepLog, redact);
  const { log } = transcript;
  let inputs: Inputs | undefined;
  let failed = false;
  let context: StepContext | undefined;
  const metricsFile = readMetricsFile();
  const timeline = startTimeline();
  const leg: Leg = { name: readLegName(process.env), record: {} };
  async function close(failure?: Failure, toolchains: readonly Toolchain[] = []): Promise<void> {
    const { audit, host } = context ?? {};
    const toolCaches = host?.toolCaches ?? [];
    const code = failure?.code ?? 'ok';
    const message = failure ? [failure.message, failure.state].filter(Boolean).join(' ') : '';
    const facts = { code, message, startedAt: started, timeline, toolchains, toolCaches };
    await closeReport({ ...facts, metricsFile, leg, audit });
  }
  async function fail(error: unknown): Promise<void> {
    if (failed) return;
    failed = true;
    await failStep(error, { inputs, transcript, redact, started, signal, close });
  }

  async function run(): Promise<void> {
    inputs = readInputs();
    requireRunner(inputs.expectedRunner, process.env);
    if (isFleetOperation(inputs.operation)) {
      const { operateFleet } = await import('./fleet/operate.ts');
      await operateFleet({ inputs, log, redact, timeline, signal, env: process.env });
      await close();
      log.info(`Done in ${formatDuration(Date.now() - started)}`);
      return;
    }
    context = await openContext(inputs, timeline, log, signal);
    if (leg.name.file !== '') leg.record.architecture = architectureOf(context);
    await close(undefined, await operate(context));
    log.info(`Done in ${formatDuration(Date.now() - started)}`);
  }

  /** @returns what later steps can use */
  async function operate(context: Context): Promise<readonly Toolchain[]> {
    const { inputs } = context;
    if (inputs.operation === 'prune') {
      const { prune } = await import('./prune.ts');
      await prune(context);
      return [];
    }
    if (inputs.operation === 'status') {
      await tellStatus(context, leg);
      return [];
    }
    const { toolchains, sightings, changed, rebootRequired } = await provideAll(context, leg);
    signal.throwIfAborted();
    // The last moment: what is gone by now must not get into the environment of later steps.
    await requireStillThere(sightings, signal);
    const current = inputs.dryRun ? undefined : toolchains.at(-1);
    if (current) {
      const { facts, warnings } = applyEnvironment(current, inputs, process.env);
      for (const fact of facts) log.info(fact);
      for (const warning of warnings) log.warn(warning);
      if (inputs.problemMatchers && inputs.updateEnvironment) {
        const trouble = registerProblemMatchers();
        if (trouble !== undefined) log.info(trouble);
      }
    }
    const cache = current && (await restoreModuleCache(current, context));
    setOutputs(toolchains, rebootRequired, cache, minorsOf(context));
    if (inputs.summary === 'always' || (inputs.summary === 'auto' && changed))
      await summarizeSuccess(toolchains, Date.now() - started, inputs.dryRun, await healthNote(leg, inputs));
    if (inputs.dryRun) log.info('Dry run: nothing was changed, and later steps get nothing of it');
    return toolchains;
  }

  try {
    // Whatever breaks because the step is being cancelled, the cancellation is what happened.
    await endOf(run(), signal);
  } catch (error) {
    await fail(error);
  }
  // A step that is through cannot be cancelled any more, but something that it left behind can still break.
  signal.addEventListener('abort', () => {
    if (!(signal.reason instanceof SetupError)) void fail(signal.reason);
  });
}

interface Provided {
  /** What later steps get; the last one is on PATH. */
  readonly toolchains: readonly Toolchain[];
  /** When each of them was there. */
  readonly sightings: readonly Sighting[];
  /** Whether the machine was changed, beyond the tool cache. */
  readonly changed: boolean;
  readonly rebootRequired: boolean;
}

type StepContext = Context & { readonly audit: StepAudit };

/** @throws SetupError E_PLATFORM where this is no Windows, or no runner; E_INPUT and E_POLICY of a policy */
async function openContext(
  inputs: Inputs,
  timeline: Timeline,
  log: Log,
  signal: AbortSignal,
): Promise<StepContext> {
  const { env } = process;
  const host = readHost(env, process.platform);
  const learned = {};
  const policy = await loadPolicy(inputs, host.workspace, learned, log);
  const secrets = [inputs.token, inputs.mirrorToken, ...secretsIn(inputs.mirror)];
  const places = auditPlaces(host.toolCache, env);
  const audit = openAudit({ ...places, secrets, policy: policy?.label, env, log, signal });
  const leases = inputs.dryRun ? NO_LEASES : openLeases(inputs.leaseHours, env, log);
  return { inputs, host, log, audit, leases, learned, policy, timeline, signal };
}

/** By the list that was read in this step, if there was one, else by the built-in index. */
function minorsOf({ learned: { versions, least } }: Context): string[] {
  return minorsFrom(versions ? supportedMinors(versions) : newestMinors, least);
}

/** What there is, in the log and as the output `inventory`. Loaded only when it is asked for. */
async function tellStatus(context: Context, leg: Leg): Promise<void> {
  const { inputs, log } = context;
  if (namesVersion(inputs)) log.notice('operation: status does not read a version: it tells of every Go.');
  const { takeInventory, describeInventory } = await import('./inventory/status.ts');
  const inventory = await takeInventory(context);
  for (const line of describeInventory(inventory)) log.info(line);
  setInventory(inventory);
  if (leg.name.file === '') return;
  const { recordScan } = await import('./fleet/leg.ts');
  recordScan(inventory, context, leg.record);
}

/** Modules and builds of earlier runs. Loaded only when they are wanted. */
async function restoreModuleCache(current: Toolchain, context: Context): Promise<CacheOutcome | undefined> {
  const { restore, save, reason } = decideCaching(context.inputs, context.host, process.env);
  if (reason !== '') context.log.info(reason);
  if (!restore) return undefined;
  const { restoreCaches } = await import('./modcache/restore.ts');
  const outcome = await restoreCaches(current, context, save);
  exportCacheDirectories(outcome?.variables ?? {});
  return outcome;
}

async function provideAll(context: Context, leg: Leg): Promise<Provided> {
  const { inputs, log } = context;
  if (inputs.token !== '' && inputs.mirror !== '')
    log.info('The input token is not sent to the mirror; mirror-token is what it gets');
  if (inputs.scope === 'machine') return await provideAsLeg(context, leg);
  const toolchains: Toolchain[] = [];
  const sightings: Sighting[] = [];
  for (const request of await readAllowed(context)) {
    const toolchain = await provideToolchain(request, context);
    toolchains.push(toolchain);
    if (!inputs.dryRun) sightings.push(sighted(toolchain));
  }
  return { toolchains, sightings, changed: false, rebootRequired: false };
}

/** The Go of the whole machine, and where the step is a leg of a fleet's upgrade what is to be told of it. */
async function provideAsLeg(context: Context, { name, record }: Leg): Promise<Provided> {
  if (name.file === '' && !context.inputs.healthCheck) return await provideForMachine(context);
  const { runLeg } = await import('./fleet/leg.ts');
  return await runLeg(context, record, provideForMachine);
}

/** For the summary; empty where nothing was checked. */
async function healthNote({ record: { health } }: Leg, inputs: Inputs): Promise<string> {
  if (inputs.healthCheck && inputs.dryRun) return (await import('./fleet/leg.ts')).NO_CHECK;
  if (health === undefined) return '';
  const { describeHealth } = await import('./fleet/health-compare.ts');
  return `Health check: ${describeHealth(health)}.`;
}

/** The requests; an exact version that the policy refuses ends the step before anything is looked at. @throws SetupError E_POLICY, and as readRequests */
async function readAllowed(context: Context): Promise<VersionRequest[]> {
  const requests = await readRequests(context);
  for (const { spec, origin } of requests)
    if (spec.kind === 'exact' && context.inputs.operation !== 'uninstall')
      await context.policy?.requireVersion({ version: spec.version, origin });
  return requests;
}

/** The Go of the whole machine. Loaded only when it is asked for. */
async function provideForMachine(context: Context): Promise<Provided> {
  const { inputs, log } = context;
  const named = namesVersion(inputs);
  if (inputs.operation === 'rollback' && named)
    log.notice('operation: rollback does not read a version: it returns to the one before.');
  const needed = inputs.operation === 'install' || inputs.operation === 'switch';
  const reads = needed || (inputs.operation !== 'rollback' && named);
  const requests = reads ? await readAllowed(context) : [];
  if (inputs.installMethod === 'zip') {
    const { operateSideBySide } = await import('./side-by-side/operate.ts');
    const { toolchains, changed } = await operateSideBySide(requests, context);
    return {
      toolchains,
      sightings: inputs.dryRun ? [] : toolchains.map(sighted),
      changed,
      rebootRequired: false,
    };
  }
  const { operateMsi } = await import('./msi/operate.ts');
  const { toolchain, changed, rebootRequired } = await operateMsi(requests[0], context);
  const toolchains = toolchain ? [toolchain] : [];
  return { toolchains, sightings: inputs.dryRun ? [] : toolchains.map(sighted), changed, rebootRequired };
}

function sighted({ goroot, source }: Toolchain): Sighting {
  return { goroot, marked: source !== 'msi', seenAt: new Date() };
}
