import { UPGRADE_STAGES } from './slots.ts';
import type { FleetPlan, FleetRoster, LegResult, Verdict } from './types.ts';

/** Looks at a value: the place of the first thing that does not fit, `stages[2].runners`, or undefined where all of it does. */
type Check = (value: unknown, place: string) => string | undefined;

/**
 * What a file of a run says, checked before anything is made of it: it was written on another machine, maybe by another version, maybe by somebody else. Only what is
 * read here is looked at; of the rest a file may have what it wants.
 *
 * @returns the value, or the place of the first thing that does not fit
 */
export function checkShape<Kind extends keyof Kinds>(
  kind: Kind,
  value: unknown,
): { readonly value: Kinds[Kind] } | { readonly misfit: string } {
  const misfit = SHAPES[kind](value, '');
  return misfit === undefined ? { value: value as Kinds[Kind] } : { misfit };
}

/** The files of a run. */
export interface Kinds {
  readonly roster: FleetRoster;
  readonly plan: FleetPlan;
  readonly result: LegResult;
  readonly verdict: Verdict;
}

const check =
  (fits: (value: unknown) => boolean): Check =>
  (value, place) =>
    fits(value) ? undefined : place;
const text = check((value) => typeof value === 'string');
/** A name or a version. What is longer is none; they go into an output that takes a megabyte for all runners. */
const word = check((value) => typeof value === 'string' && value.length <= 256);
const flag = check((value) => typeof value === 'boolean');
const number = check((value) => typeof value === 'number' && Number.isFinite(value));
const count = check((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const time = check((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
const oneOf = (...values: readonly unknown[]) => check((value) => values.includes(value));
const orNull =
  (inner: Check): Check =>
  (value, place) =>
    value === null ? undefined : inner(value, place);

function list(inner: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return place;
    for (const [index, item] of value.entries()) {
      const misfit = inner(item, `${place}[${index}]`);
      if (misfit !== undefined) return misfit;
    }
    return undefined;
  };
}

function fields(checks: Readonly<Record<string, Check>>): Check {
  return (value, place) => {
    if (typeof value !== 'object' || value === null) return place;
    for (const [name, inner] of Object.entries(checks)) {
      const misfit = inner(
        (value as Record<string, unknown>)[name],
        place === '' ? name : `${place}.${name}`,
      );
      if (misfit !== undefined) return misfit;
    }
    return undefined;
  };
}

const runnerFields = { id: text, name: text, labels: list(text), group: text, machineRoot: text };
const runner = fields(runnerFields);
const stage = oneOf(...UPGRADE_STAGES);
const skipped = list(
  fields({
    runner,
    why: oneOf('current', 'offline', 'busy', 'unknown-to-github', 'no-answer', 'scan-failed'),
    detail: text,
  }),
);

/** What a plan asks of it. */
const inventory = fields({ machineRoot: fields({ unfinished: orNull(fields({})) }) });

const SHAPES: Readonly<Record<keyof Kinds, Check>> = {
  roster: fields({
    ...{
      schema: oneOf(1),
      takenAt: time,
      attempt: count,
      wanted: text,
      fleet: count,
      part: count,
      parts: count,
    },
    ...{ runners: list(runner), skipped },
  }),
  plan: fields({
    ...{ schema: oneOf(1), plannedAt: time, attempt: count, wanted: text },
    stages: list(fields({ stage, runners: list(fields({ ...runnerFields, from: orNull(text) })) })),
    ...{ skipped, later: list(runner), runsNeeded: count },
    limits: fields({ maxFailures: number, tolerance: number }),
  }),
  result: fields({
    ...{
      schema: oneOf(1),
      id: word,
      runner: word,
      stage: oneOf('scan', ...UPGRADE_STAGES, 'rollback'),
      attempt: count,
    },
    ...{ outcome: oneOf('ok', 'failed'), code: word, message: text, startedAt: time, durationMs: number },
    ...{ before: orNull(word), after: orNull(word), rolledBack: flag, recoveryMs: orNull(number) },
    bytes: fields({ downloaded: count, reused: count }),
    health: orNull(fields({ ratio: orNull(number) })),
    inventory: orNull(inventory),
  }),
  verdict: fields({
    ...{
      schema: oneOf(1),
      stage,
      attempt: count,
      goOn: flag,
      reason: text,
      due: count,
      failed: count,
      lost: count,
    },
    ratio: orNull(number),
  }),
};
