import path from 'node:path';
import type { SetupError } from '../errors.ts';
import { newestMinors } from '../release/builtin-minors.ts';
import { architectures } from '../release/names.ts';
import type { VersionSpec } from '../release/spec.ts';
import { supportedMinors } from '../release/supported.ts';
import type { Log } from '../report/log.ts';
import { readReleaseTime } from '../toolcache/inspect.ts';
import type { Policy } from './policy.ts';
import { refusal } from './refusal.ts';
import {
  ageBreach,
  type Breach,
  endOfLifeBreach,
  methodBreach,
  type Provenience,
  sourceBreach,
  versionBreach,
} from './rules.ts';

/** A Go that a rule is asked about. */
export interface Asked extends Provenience {
  /** A semver. */
  readonly version: string;
  /** Where the version was asked for: `input go-version`. */
  readonly origin?: string | undefined;
}

/** The policy of a step: asked before anything is downloaded, before a Go is used that is there, and in staging. What it refuses it throws as E_POLICY. */
export interface StepPolicy {
  readonly policy: Policy;
  /** For the audit log: its name, or that of its file, and its hash. */
  readonly label: string;
  /** Why a range may not choose a version, as a path of a rule; undefined where it may. */
  ruledOut(version: string): string | undefined;
  /** Whether a tree that is there will do. Why not is said in the log. */
  acceptsTree(asked: Asked, tree: string): Promise<boolean>;
  /** Before anything is done: of a version alone. Says what is to be said of a minor that is not supported any more. */
  requireVersion(asked: Pick<Asked, 'version' | 'origin'>): Promise<void>;
  /** Before a download. */
  requireRelease(asked: Asked): Promise<void>;
  /** @param tree undefined: nobody knows what its VERSION says */
  requireAge(asked: Asked, tree: string | undefined): Promise<void>;
  /** Of a Go that is there, or whose package is: all of the three. */
  requireTree(asked: Asked, tree: string | undefined): Promise<void>;
  requireMethod(method: 'zip' | 'msi'): void;
  /** @param who the account that is no administrator */
  refuseUser(who: string): void;
  /** Whether a range may look for another match after this failure: its choice turned out to be too young. */
  passesOver(spec: VersionSpec, error: unknown): boolean;
}

/** How many releases of a range may be downloaded in vain; a minor has one a month. */
const MOST_IN_VAIN = 5;

/** @param learned what the step comes to know of releases; filled while it runs */
export function createStepPolicy(
  policy: Policy,
  learned: { readonly versions?: readonly string[] },
  log: Log,
): StepPolicy {
  const young = new Map<string, Breach>();
  const fresh = new Set<unknown>();
  const remarked = new Set<string>();
  let inVain = 0;

  function endOfLife(version: string) {
    const known = newestMinors.map((minor) => `${minor}.0`);
    return endOfLifeBreach(policy, version, supportedMinors([...known, ...(learned.versions ?? [])]));
  }

  /** What is known against a version before any file of it is seen. */
  function against(version: string): Breach | undefined {
    const old = endOfLife(version);
    return versionBreach(policy, version) ?? (old?.rule.value === 'stop' ? old : young.get(version));
  }

  async function tooYoung(
    { version, official }: Asked,
    tree: string | undefined,
  ): Promise<Breach | undefined> {
    if (policy.minimumAge === undefined) return undefined;
    const time = tree === undefined ? undefined : await readReleaseTime(tree);
    const latest = time === undefined && official ? await indexedSince(version) : undefined;
    const breach = ageBreach(policy, { time, latest }, Date.now());
    // That nobody knows it of a tree says nothing of the version: go.dev's own build of it can be old enough.
    if (breach !== undefined && (time !== undefined || official)) young.set(version, breach);
    return breach;
  }

  function refuse({ version, origin }: Pick<Asked, 'version' | 'origin'>, breach: Breach): SetupError {
    const by = origin === undefined ? '' : `, asked for by ${origin},`;
    return refusal(policy, `Go ${version}${by}`, breach);
  }

  async function requireVersion(asked: Pick<Asked, 'version' | 'origin'>): Promise<void> {
    const { version } = asked;
    const old = endOfLife(version);
    const breach = against(version);
    if (breach !== undefined)
      throw refuse(asked, breach.rule === policy.endOfLife ? await byIndex(breach) : breach);
    if (old === undefined || remarked.has(version)) return;
    remarked.add(version);
    const { why, remedy } = await byIndex(old);
    const line = `Go ${version}: the rule ${old.rule.path} of the policy ${why}.`;
    if (old.rule.value === 'warning') log.warn(`${line} ${remedy}`);
    else log.info(line);
  }

  async function byIndex(breach: Breach): Promise<Breach> {
    const { builtinDate } = await import('../release/builtin.ts');
    const list = learned.versions === undefined ? '' : 'the release list that this step read and ';
    return { ...breach, why: `${breach.why}, by ${list}the built-in index of ${builtinDate}` };
  }

  async function requireRelease(asked: Asked): Promise<void> {
    await requireVersion(asked);
    const breach = sourceBreach(policy, asked);
    if (breach !== undefined) throw refuse(asked, breach);
  }

  async function requireAge(asked: Asked, tree: string | undefined): Promise<void> {
    const known = young.has(asked.version);
    const breach = await tooYoung(asked, tree);
    if (breach === undefined) return;
    young.set(asked.version, breach);
    const error = refuse(asked, breach);
    if (!known) fresh.add(error);
    throw error;
  }

  return {
    policy,
    label: `${policy.name || path.basename(policy.file)} sha256:${policy.sha256}`,
    ruledOut: (version) => against(version)?.rule.path,
    async acceptsTree(asked, tree) {
      const breach = against(asked.version) ?? sourceBreach(policy, asked) ?? (await tooYoung(asked, tree));
      if (breach === undefined) return true;
      log.info(`${tree} is not used: the rule ${breach.rule.path} of the policy ${breach.why}`);
      return false;
    },
    requireVersion,
    requireRelease,
    requireAge,
    async requireTree(asked, tree) {
      await requireRelease(asked);
      await requireAge(asked, tree);
    },
    requireMethod(method) {
      const breach = methodBreach(policy, method);
      if (breach !== undefined) throw refusal(policy, 'This step', breach);
    },
    refuseUser(who) {
      const rule = policy.requireElevation;
      if (rule === undefined) return;
      const why = `demands an administrator’s rights for a change of the whole machine, and ${who} has none`;
      const remedy = 'Run the runner under an administrator’s account, or leave scope: machine out.';
      throw refusal(policy, 'The change', { rule, why, remedy });
    },
    passesOver(spec, error) {
      if (spec.kind !== 'range' || !fresh.delete(error) || ++inVain > MOST_IN_VAIN) return false;
      log.info(`${(error as Error).message} Looking for another match of ${spec.text}`);
      return true;
    },
  };
}

/** The day of the built-in index, where that has the release: it was out then. */
async function indexedSince(version: string): Promise<string | undefined> {
  const { builtinDate, builtinRelease } = await import('../release/builtin.ts');
  const known = architectures.some((one) =>
    (['zip', 'msi'] as const).some((kind) => builtinRelease(version, one, kind) !== undefined),
  );
  return known ? builtinDate : undefined;
}
