import type { FleetRunner } from './types.ts';

/** Runners by group, in the order in which the groups appear; each keeps its own order. */
export function byGroup<T extends FleetRunner>(runners: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const runner of runners) {
    const members = groups.get(runner.group);
    if (members) members.push(runner);
    else groups.set(runner.group, [runner]);
  }
  return [...groups.values()];
}

/**
 * An order in which every stretch has each group in about its share of the whole: a wave that is cut from it meets all kinds of machines, and takes no group
 * away at once. The same runners come out in the same order, always.
 */
export function spread<T extends FleetRunner>(runners: readonly T[]): T[] {
  const placed = byGroup(runners).flatMap((members, group) =>
    members.map((runner, index) => ({ runner, group, at: (index + 0.5) / members.length })),
  );
  return placed.sort((a, b) => a.at - b.at || a.group - b.group).map(({ runner }) => runner);
}
