import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lockFile, lockName, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { tearTree } from '../kill/tool-cache.ts';
import { exists } from '../releases/cache.ts';
import { type RunningStep, type StepResult, startJob, startStep } from '../runner.ts';
import { type End, wrongEnd, wrongTree } from './check.ts';
import { holdLock } from './lock-holder.ts';
import type { KillMoment, PlannedInstall } from './plan.ts';
import type { SoakRunner, SoakScene, SoakVersion } from './scene.ts';
import { onSight } from './sight.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
/** No installation takes this long: one that does hangs. */
const HANGS_MS = 5 * 60_000;
/** What an installation is given to wait for a lock that is held until it gives up. */
const GIVES_UP = '2s';

/** How one installation of a soak ended. */
export interface Outcome {
  readonly end: End;
  readonly hit: boolean;
  /** What was done to it that really met it: a kill that came in time, a lock, a fault that a request met. */
  readonly met: 'kill' | 'lock' | 'fault' | undefined;
  readonly warnings: readonly string[];
  /** What is not as it should be; empty when all is well. */
  readonly violations: readonly string[];
  readonly log: string;
  readonly wallMs: number;
}

/** Milliseconds that an installation takes just now, by which the moments of kills are set. */
export interface Pace {
  stepMs: number;
}

/** Plays one installation: prepares its place, does to it what is planned, and looks at what came of it. */
export async function playInstall(
  planned: PlannedInstall,
  one: SoakRunner,
  scene: SoakScene,
  pace: Pace,
): Promise<Outcome> {
  const version = scene.versions[planned.version] as SoakVersion;
  const prepare = planned.before === 'as it is' ? undefined : () => change(version, planned.before);
  return await version.gate.pass(prepare, async () => {
    const { step, killed, met } = await runInjected(planned, one, version, scene, pace);
    const end = endOf(step);
    const hit = step.outputs['tool-cache-hit'] === 'true';
    if (end.kind === 'success' && !hit) pace.stepMs = 0.7 * pace.stepMs + 0.3 * step.wallMs;
    const violations = [
      wrongEnd(end, planned.injection, killed),
      ...(await Promise.all(
        scene.versions.map((other) => wrongTree(other, other === version && end.kind === 'success')),
      )),
    ].filter((violation) => violation !== undefined);
    if (step.wallMs > HANGS_MS) violations.push(`it took ${Math.round(step.wallMs / 1000)} s`);
    const warnings = step.annotations.filter(({ level }) => level !== 'error').map(({ message }) => message);
    return { end, hit, met, warnings, violations, log: step.log, wallMs: step.wallMs };
  });
}

/** Takes a version away, or tears it, as somebody does who knows nothing of locks. What killed runs left beside it stays. */
async function change({ entry }: SoakVersion, to: 'removed' | 'torn' | 'as it is'): Promise<void> {
  if (!(await exists(markerPath(entry)))) return;
  if (to === 'torn') return await tearTree(entry);
  for (const place of [markerPath(entry), sidecarPath(entry), treePath(entry)])
    await rm(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

interface Injected {
  readonly step: StepResult;
  readonly killed: boolean;
  readonly met: Outcome['met'];
}

async function runInjected(
  { injection }: PlannedInstall,
  { runner, user, baseUrl }: SoakRunner,
  { entry, goVersion }: SoakVersion,
  { lab, mirror }: SoakScene,
  pace: Pace,
): Promise<Injected> {
  const inputs: Record<string, string> = { 'go-version': goVersion, 'go-download-base-url': baseUrl };
  const start = async () => {
    await startJob(runner);
    const step = await startStep(repo, inputs, runner);
    const watchdog = setTimeout(() => step.kill('SIGKILL'), HANGS_MS);
    void step.result.finally(() => clearTimeout(watchdog));
    return step;
  };
  switch (injection.kind) {
    case 'none':
      return { step: await (await start()).result, killed: false, met: undefined };
    case 'kill': {
      const { step, killed } = await kill(injection.at, start, entry, pace);
      return { step, killed, met: killed ? 'kill' : undefined };
    }
    case 'lock': {
      const release = await holdLock(lab, entry);
      const whole = await exists(markerPath(entry));
      const { holdMs } = injection;
      if (holdMs === 'until it gives up') inputs['lock-timeout'] = GIVES_UP;
      const running = await start();
      if (holdMs !== 'until it gives up') await Promise.race([sleep(holdMs), running.result]);
      else await running.result;
      await release();
      return { step: await running.result, killed: false, met: whole ? undefined : 'lock' };
    }
    case 'fault': {
      const { target, fault, times } = injection;
      const handle = mirror.fault(target, fault, { user, ...(times === 'all' ? {} : { times }) });
      const step = await (await start()).result;
      handle.clear();
      return { step, killed: false, met: handle.hits() > 0 ? 'fault' : undefined };
    }
  }
}

/** Starts it and kills it at its moment; one that was quicker lives. */
async function kill(
  moment: KillMoment,
  start: () => Promise<RunningStep>,
  entry: SoakVersion['entry'],
  pace: Pace,
): Promise<{ step: StepResult; killed: boolean }> {
  // They have to be there to be watched.
  await mkdir(path.dirname(treePath(entry)), { recursive: true });
  await mkdir(path.dirname(lockFile(entry.root, lockName(entry))), { recursive: true });
  const timers: NodeJS.Timeout[] = [];
  const running = await start();
  const end = () => running.kill('SIGKILL');
  const stopWatching =
    moment.kind === 'sight'
      ? onSight(entry, moment.sight, () => {
          if (moment.delayMs < 1) end();
          else timers.push(setTimeout(end, moment.delayMs));
        })
      : () => {};
  if (moment.kind === 'time') timers.push(setTimeout(end, moment.fraction * pace.stepMs));
  const step = await running.result;
  stopWatching();
  for (const timer of timers) clearTimeout(timer);
  await sleep(20); // the system closes the files of the dead
  return { step, killed: step.signal !== null };
}

function endOf({ exitCode, signal, outputs }: StepResult): End {
  if (signal !== null) return { kind: 'killed' };
  return exitCode === 0 ? { kind: 'success' } : { kind: 'error', code: outputs['error-code'] ?? '' };
}
