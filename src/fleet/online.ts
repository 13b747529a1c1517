import type { Log } from '../report/log.ts';
import type { FleetContext } from './context.ts';
import { type GitHub, GitHubRefusal, openGitHub } from './github.ts';
import type { FleetRoster, FleetRunner } from './types.ts';

/** A runner as GitHub knows it. */
export interface KnownRunner {
  readonly name: string;
  readonly online: boolean;
  readonly busy: boolean;
  readonly labels: readonly string[];
}

/** What GitHub knows. */
export interface Known {
  readonly runners: readonly KnownRunner[];
  /** Every list was read: who is in none of them is not registered. */
  readonly complete: boolean;
}

type Left = Pick<FleetRoster, 'runners' | 'skipped'>;

/**
 * Leaves out of a scan who would not answer: offline, busy, not registered. Without the input `runners-token`, and where GitHub does not answer, nobody is
 * left out, which is said: a leg that finds no runner is then ended by `queue-timeout`.
 */
export async function leaveOut(runners: readonly FleetRunner[], context: FleetContext): Promise<Left> {
  const { fleet, inputs, log, env } = context;
  if (fleet.runnersToken === '') {
    log.info('Which runners are online is not known: the input runners-token is not given');
    return { runners, skipped: [] };
  }
  if (inputs.offline) {
    log.info('GitHub is not asked which runners are online: offline is set');
    return { runners, skipped: [] };
  }
  const github = await openGitHub(fleet.runnersToken, context);
  try {
    const known = await askGitHub(github, env['GITHUB_REPOSITORY'] ?? '', runners, log);
    return known === undefined ? { runners, skipped: [] } : sortOut(runners, known, env['RUNNER_NAME'] ?? '');
  } finally {
    github.close();
  }
}

/**
 * Asks for the runners of the repository, and of its organization where somebody of the fleet is not there. A token is often for one of the two: that the other
 * one cannot be read matters only where a runner may be in it.
 *
 * @returns undefined where no list could be read
 */
async function askGitHub(
  github: GitHub,
  repository: string,
  fleet: readonly FleetRunner[],
  log: Log,
): Promise<Known | undefined> {
  const [owner] = repository.split('/');
  const places = [
    [`repos/${repository}/actions/runners`, `the repository ${repository}`],
    [`orgs/${owner}/actions/runners`, `the organization ${owner}`],
  ] as const;
  const missing = new Set(fleet.map(({ name }) => name.toLowerCase()));
  const runners: KnownRunner[] = [];
  const refused: string[] = [];
  for (const [path, place] of places) {
    if (missing.size === 0) break;
    try {
      const list = (await github.list(path, 'runners')).map(readRunner);
      runners.push(...list);
      for (const { name } of list) missing.delete(name.toLowerCase());
    } catch (error) {
      if (!(error instanceof GitHubRefusal)) throw error;
      refused.push(`GitHub does not tell the self-hosted runners of ${place}: ${error.message}`);
    }
  }
  for (const line of refused) {
    if (missing.size === 0) log.info(line);
    else log.warn(`${line}. Nobody is left out for that; see whether runners-token may read them.`);
  }
  return refused.length === places.length ? undefined : { runners, complete: refused.length === 0 };
}

function readRunner(entry: Readonly<Record<string, unknown>>): KnownRunner {
  const labels = Array.isArray(entry['labels']) ? entry['labels'] : [];
  return {
    name: String(entry['name']),
    online: entry['status'] === 'online',
    busy: entry['busy'] === true,
    labels: labels.map((label: { readonly name?: unknown } | string) =>
      typeof label === 'string' ? label : String(label?.name),
    ),
  };
}

/**
 * Who of the fleet would answer. Pure.
 *
 * @param self the runner of this very step, which is busy with it
 */
export function sortOut(fleet: readonly FleetRunner[], known: Known, self: string): Left {
  const byName = new Map<string, KnownRunner[]>();
  for (const runner of known.runners) {
    const name = runner.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), runner]);
  }
  const runners: FleetRunner[] = [];
  const skipped: FleetRoster['skipped'][number][] = [];
  for (const runner of fleet) {
    const left = reasonFor(runner, byName.get(runner.name.toLowerCase()) ?? [], known.complete, self);
    if (left === undefined) runners.push(runner);
    else skipped.push({ runner, ...left });
  }
  return { runners, skipped };
}

/** @param found the registered runners of that name: one of the repository and one of the organization at most */
function reasonFor(
  { name, labels }: FleetRunner,
  found: readonly KnownRunner[],
  complete: boolean,
  self: string,
): Pick<FleetRoster['skipped'][number], 'why' | 'detail'> | undefined {
  if (found.length === 0) {
    if (!complete) return undefined;
    return {
      why: 'unknown-to-github',
      detail: 'neither the repository nor its organization has a runner of this name',
    };
  }
  const missing = (one: KnownRunner) => {
    const has = new Set(one.labels.map((label) => label.toLowerCase()));
    return labels.filter((label) => !has.has(label.toLowerCase()));
  };
  const able = found.filter((one) => missing(one).length === 0);
  const [first] = found;
  if (able.length === 0 && first !== undefined)
    return {
      why: 'unknown-to-github',
      detail: `it is registered without the label ${missing(first).join(', ')}, so no job would go there`,
    };
  const online = able.filter((one) => one.online);
  if (online.length === 0) return { why: 'offline', detail: 'GitHub has no connection to it' };
  const isSelf = name.toLowerCase() === self.toLowerCase();
  if (!isSelf && online.every(({ busy }) => busy))
    return { why: 'busy', detail: 'it has a job at the moment' };
  return undefined;
}
