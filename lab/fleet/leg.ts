import type { LegResult, Stage } from '../../src/fleet/types.ts';
import type { Dice } from './dice.ts';
import { CHANCES, DEAD_AFTER, NEW, NOISE, type SimulatedRunner, TIMES } from './model.ts';

/** What happened on a runner. Times are milliseconds of the simulation. */
export interface PlayedLeg {
  /** null: the leg left none. */
  readonly result: LegResult | null;
  /** Infinity: its job is never taken. */
  readonly endedAt: number;
  /** When the runner got the release; null where it did not. */
  readonly touchedAt: number | null;
}

/** The day that the simulation begins. */
const MIDNIGHT = Date.parse('2026-08-18T00:00:00Z');
export const isoTime = (at: number) => new Date(MIDNIGHT + at).toISOString();

const FILE_BYTES = 70_000_000;

/** A job is given to a runner, at once or when it has done another one. */
function takenAt(from: number, dice: Dice): number {
  const wait = dice.happens(CHANCES.waits) ? dice.between(TIMES.otherJob) : 0;
  return from + wait + dice.between(TIMES.dispatch);
}

/** A leg of the scan: all of them answer that do not die. */
export function playScan(runner: SimulatedRunner, from: number, dice: Dice): PlayedLeg {
  if (dice.happens(CHANCES.gone)) return { result: null, endedAt: Number.POSITIVE_INFINITY, touchedAt: null };
  const startedAt = takenAt(from, dice);
  if (dice.happens(CHANCES.dies)) return { result: null, endedAt: startedAt + DEAD_AFTER, touchedAt: null };
  const endedAt = startedAt + dice.between(TIMES.scan) * runner.slowness;
  const before = runner.version;
  return { result: result(runner, 'scan', { startedAt, endedAt, before }), endedAt, touchedAt: null };
}

/** A leg that brings the release; the runner has it afterwards, or what it had. */
export function playUpgrade(runner: SimulatedRunner, stage: Stage, from: number, dice: Dice): PlayedLeg {
  if (dice.happens(CHANCES.gone)) return { result: null, endedAt: Number.POSITIVE_INFINITY, touchedAt: null };
  const startedAt = takenAt(from, dice);
  const before = runner.version;
  const end = (endedAt: number, touchedAt: number | null, rest: Partial<LegResult> = {}): PlayedLeg => ({
    result: result(runner, stage, { startedAt, endedAt, before }, rest),
    ...{ endedAt, touchedAt },
  });
  const takes = (range: { readonly from: number; readonly to: number }) =>
    dice.between(range) * runner.slowness;
  let now = startedAt + takes(TIMES.benchmark);
  if (dice.happens(CHANCES.dies)) {
    const touched = dice.happens(0.5);
    if (touched) runner.version = NEW;
    return { result: null, endedAt: startedAt + DEAD_AFTER, touchedAt: touched ? now : null };
  }
  if (dice.happens(CHANCES.trouble)) return end(now, null, failure('E_LOCKED'));
  if (dice.happens(CHANCES.retries)) now += takes(TIMES.retry);
  if (dice.happens(CHANCES.network)) return end(now, null, failure('E_NETWORK'));
  now += takes(TIMES.install);
  const touchedAt = now;
  runner.version = NEW;
  now += takes(TIMES.benchmark);
  const bytes = { downloaded: FILE_BYTES, reused: 0 };
  if (!runner.ill || !dice.happens(CHANCES.found)) {
    const ratio = dice.around1(NOISE);
    return end(now, touchedAt, { bytes, health: { before: null, after: null, ratio, verdict: 'well' } });
  }
  const undo = takes(TIMES.undo);
  const rolledBack = !dice.happens(CHANCES.stuck);
  if (rolledBack) runner.version = before;
  const recoveryMs = rolledBack ? Math.round(undo) : null;
  return end(now + undo, touchedAt, { ...failure('E_HEALTH'), bytes, rolledBack, recoveryMs });
}

/** A leg of the way back. */
export function playRollback(runner: SimulatedRunner, to: string, from: number, dice: Dice): PlayedLeg {
  if (dice.happens(CHANCES.gone)) return { result: null, endedAt: Number.POSITIVE_INFINITY, touchedAt: null };
  const startedAt = takenAt(from, dice);
  const before = runner.version;
  const endedAt = startedAt + dice.between(TIMES.rollback) * runner.slowness;
  const fails = dice.happens(CHANCES.stuck);
  if (!fails) runner.version = to;
  const rest = fails ? failure('E_LOCKED') : { bytes: { downloaded: 0, reused: FILE_BYTES } };
  return {
    result: result(runner, 'rollback', { startedAt, endedAt, before }, { operation: 'switch', ...rest }),
    ...{ endedAt, touchedAt: null },
  };
}

function failure(code: string): Partial<LegResult> {
  return { outcome: 'failed', code, message: 'Simulated.' };
}

/** The file that the leg would have left. */
function result(
  runner: SimulatedRunner,
  stage: Stage,
  {
    startedAt,
    endedAt,
    before,
  }: { readonly startedAt: number; readonly endedAt: number; readonly before: string },
  rest: Partial<LegResult> = {},
): LegResult {
  return {
    schema: 1,
    id: runner.id,
    runner: runner.name,
    stage,
    attempt: 1,
    operation: stage === 'scan' ? 'status' : 'install',
    outcome: 'ok',
    code: 'ok',
    message: '',
    startedAt: isoTime(startedAt),
    durationMs: Math.round(endedAt - startedAt),
    architecture: 'x64',
    before,
    after: runner.version,
    rolledBack: false,
    recoveryMs: null,
    bytes: { downloaded: 0, reused: 0 },
    health: null,
    inventory: null,
    ...rest,
  };
}
