import { type Part, takePart } from '../../src/fleet/parts.ts';
import { dice } from './dice.ts';
import {
  CHANCES,
  DONE_SHARE,
  EVERY,
  GROUPS,
  MOST_RUNS,
  NEW,
  OLD,
  type SimulatedRelease,
  type SimulatedRunner,
  SLOWNESS,
  type WavePlan,
} from './model.ts';
import { type PlayedRun, playRun } from './run.ts';

/** What the roll-out of a release came to. */
export interface Rollout {
  readonly runners: number;
  readonly runs: number;
  /** How it ended: all have it; a gate found the release bad; or neither after so many runs. */
  readonly end: 'done' | 'found' | 'neither';
  /** Runs that a gate stopped for other reasons, and that were cancelled since a job was never taken. */
  readonly stoppedByChance: number;
  readonly cancelled: number;
  /** Runners that ever had the release, and those of them on which it is bad. */
  readonly touched: number;
  readonly harmed: number;
  /** Runners on which it is bad and that have it when all is over. */
  readonly left: number;
  /** From the first runner on which it is bad to the gate that stops, and from there to the last runner that is taken back; null where it was not found. */
  readonly detectMs: number | null;
  readonly recoverMs: number | null;
}

/**
 * Rolls a release out over a fleet, run after run, as a schedule does. A stop with a failed health check ends it: somebody looks, and forbids the release. After
 * any other stop somebody looks, and lets the schedule go on.
 *
 * @param onRun is shown each run
 */
export function rollOut(
  release: SimulatedRelease,
  plan: WavePlan,
  { runners: count, seed }: { readonly runners: number; readonly seed: number },
  onRun: (run: PlayedRun, fleet: ReadonlyMap<string, SimulatedRunner>) => void = () => {},
): Rollout {
  const chance = dice(seed);
  const fleet = makeFleet(count, release, chance);
  const all = [...fleet.values()];
  const partOf = partsOf(all);
  const touched = new Map<SimulatedRunner, number>();
  let stoppedByChance = 0;
  let cancelled = 0;
  let startedAt = 0;
  const came = (runs: number, end: Rollout['end'], last?: PlayedRun): Rollout => {
    const harmed = [...touched].filter(([{ ill }]) => ill);
    const first = harmed.reduce((earliest, [, at]) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
    const { stoppedAt = null, backAt = null } = (end === 'found' && last) || {};
    return {
      ...{ runners: count, runs, end, stoppedByChance, cancelled },
      ...{ touched: touched.size, harmed: harmed.length },
      left: all.filter(({ ill, version }) => ill && version === NEW).length,
      detectMs: stoppedAt === null ? null : stoppedAt - first,
      recoverMs: stoppedAt === null || backAt === null ? null : backAt - stoppedAt,
    };
  };
  for (let number = 1; number <= MOST_RUNS; number++) {
    const run = playRun(fleet, partOf(number), plan, startedAt, chance);
    onRun(run, fleet);
    for (const [runner, at] of run.touched) if (!touched.has(runner)) touched.set(runner, at);
    if (run.end === 'stopped' && foundBad(run)) return came(number, 'found', run);
    if (run.end === 'stopped') stoppedByChance++;
    if (run.end === 'cancelled') cancelled++;
    if (all.filter(({ version }) => version === NEW).length >= DONE_SHARE * count)
      return came(number, 'done');
    startedAt = Math.max(run.endedAt, startedAt + EVERY);
  }
  return came(MOST_RUNS, 'neither');
}

/** Which part of the fleet each run takes. They come round again, and to cut a large fleet takes a moment. */
function partsOf(fleet: readonly SimulatedRunner[]): (run: number) => Part {
  const cut = new Map<number, Part>();
  let parts = 1;
  return (run) => {
    const part = cut.get(run % parts) ?? takePart(fleet, run);
    parts = part.parts;
    cut.set(run % parts, part);
    return part;
  };
}

/** Whoever looks at the report of a stop sees the codes of the stage that stopped. */
function foundBad({ records: { results, verdicts } }: PlayedRun): boolean {
  const stage = verdicts.find(({ goOn }) => !goOn)?.stage;
  return results.some((result) => result.stage === stage && result.code === 'E_HEALTH');
}

function makeFleet(
  count: number,
  release: SimulatedRelease,
  chance: ReturnType<typeof dice>,
): ReadonlyMap<string, SimulatedRunner> {
  const fleet = new Map<string, SimulatedRunner>();
  for (let number = 0; number < count; number++) {
    const group = groupAt((number * 0.618034) % 1);
    const name = `RUNNER-${String(number).padStart(5, '0')}`;
    fleet.set(name, {
      ...{ id: name, name, labels: [name], group, machineRoot: '', version: OLD },
      ill: chance.happens(release.ill(group)),
      slowness: chance.happens(CHANCES.slow) ? SLOWNESS : 1,
    });
  }
  return fleet;
}

/** Groups are mixed in the list, as names are. @param place 0 to 1 */
function groupAt(place: number): string {
  let sum = 0;
  for (const [name, share] of GROUPS) {
    sum += share;
    if (place < sum) return name;
  }
  return GROUPS.at(-1)?.[0] ?? '';
}
