import type { Inputs } from './inputs.ts';
import type { StepLeases } from './leases.ts';
import type { StepPolicy } from './policy/step-policy.ts';
import type { Architecture } from './release/release.ts';
import type { VersionSpec } from './release/spec.ts';
import type { Audit } from './report/audit.ts';
import type { Log } from './report/log.ts';
import type { Timeline } from './report/timeline.ts';
import type { Search } from './toolcache/find.ts';
import type { Inspection } from './toolcache/inspect.ts';
import { type Entry, mirrorTool, OFFICIAL_TOOL, treePath } from './toolcache/layout.ts';
import type { RecordReplacement } from './toolcache/replacement.ts';
import { explainVanished } from './toolcache/vanished.ts';
import { runGoVersion } from './toolcache/verify.ts';
import type { Host } from './windows/host.ts';

/** A Go that later steps can use. */
export interface Toolchain {
  /** A semver: `1.25.3`. */
  readonly version: string;
  /** As the tree calls itself: `go1.25.3`. */
  readonly goVersion: string;
  readonly goroot: string;
  readonly architecture: Architecture;
  readonly source: 'tool-cache' | 'tool-cache-unverified' | 'go.dev' | 'mirror' | 'msi' | 'machine';
  /** Known to be go.dev's own build. */
  readonly official: boolean;
  readonly hit: boolean;
  /** SHA-256 of the file that it came in, where this action verified that. */
  readonly sha256: string | undefined;
  /** Its place in the tool cache; undefined for the Go of the machine. */
  readonly entry?: Entry | undefined;
}

/** What the step comes to know of releases on its way, for the output `supported-minors`. */
export interface Learned {
  /** The releases for the architecture in the list that was read last, as semvers; undefined where none was. */
  versions?: readonly string[];
  /** The `go` line of the go.mod or go.work that names the version, as a semver. */
  least?: string;
}

/** What every step of providing a toolchain needs. */
export interface Context {
  readonly inputs: Inputs;
  readonly host: Host;
  readonly log: Log;
  readonly audit: Audit;
  readonly leases: StepLeases;
  readonly learned: Learned;
  /** Undefined: there is none. */
  readonly policy?: StepPolicy | undefined;
  readonly timeline: Timeline;
  readonly signal: AbortSignal;
  /** Keeps a record of a tree that is put in the place of another one; undefined: none is kept. */
  readonly recordReplacement?: RecordReplacement;
}

/** A Go found in the tool cache. */
export type Whole = Extract<Inspection, { state: 'whole' }>;

/** The toolchain that an entry of the tool cache is. */
export async function useHit(entry: Entry, found: Whole, context: Context): Promise<Toolchain> {
  const { inputs, log } = context;
  const goroot = treePath(entry);
  log.info(
    found.provenance
      ? `Found in the tool cache: ${goroot} (SHA-256 ${found.provenance.sha256.slice(0, 12)}…, verified when it was installed)`
      : `Found in the tool cache: ${goroot} (put there by the image or another action; not verified by this one)`,
  );
  if (found.provenance && !found.provenance.official) {
    log.info(
      `${found.goVersion} from ${found.provenance.source} is not the official build: its hash is none that is known to be go.dev's`,
    );
  }
  if (inputs.verify === 'always') log.info(await askWhereItStays(entry, context));
  return {
    version: entry.version,
    goVersion: found.goVersion,
    goroot,
    architecture: entry.architecture,
    source: found.provenance ? 'tool-cache' : 'tool-cache-unverified',
    official: found.provenance?.official ?? false,
    hit: true,
    sha256: found.provenance?.sha256,
    entry,
  };
}

/** `go version` of a Go that was whole a moment ago. @throws SetupError as there, and E_VERIFY where something else has removed it meanwhile */
async function askWhereItStays(entry: Entry, { host, signal }: Context): Promise<string> {
  const sighting = { goroot: treePath(entry), marked: true, seenAt: new Date() };
  return await runGoVersion(sighting.goroot, entry, host.architecture, signal).catch(async (error) => {
    signal.throwIfAborted();
    throw await explainVanished(error, sighting);
  });
}

/** A Go of the tool cache as a policy is asked about it. */
export function askedOf({ version }: Entry, { provenance }: Whole, origin?: string) {
  return { version, source: provenance?.source, official: provenance?.official ?? false, origin };
}

/**
 * What of the tool cache will do: nothing that a policy refuses; with a pinned hash or `official-only`, nothing whose origin we did not verify ourselves; with `transparency:
 * require`, nothing that a checksum database did not vouch for when it was installed.
 */
export async function accepts(found: Whole, entry: Entry, { inputs, policy }: Context): Promise<boolean> {
  if (inputs.transparency === 'require' && found.provenance?.transparency === undefined) return false;
  if (inputs.checksum !== '' && found.provenance?.sha256 !== inputs.checksum) return false;
  if (inputs.officialOnly && found.provenance?.official !== true) return false;
  return policy === undefined || (await policy.acceptsTree(askedOf(entry, found), treePath(entry)));
}

/**
 * Whether the tool cache may answer a spec before any list is asked: not with check-latest; what an alias means, and which match of a range is the
 * lowest, a list alone knows.
 */
export function mayAnswerFromCache({ kind }: VersionSpec, inputs: Inputs): boolean {
  return !inputs.checkLatest && (kind === 'exact' || (kind === 'range' && inputs.resolution === 'highest'));
}

/** Where this step looks for a Go. */
export function search(context: Context): Search {
  const { inputs, host, policy, log } = context;
  return {
    roots: host.toolCaches,
    tools: inputs.mirror === '' ? [OFFICIAL_TOOL] : [mirrorTool(inputs.mirror), OFFICIAL_TOOL],
    architecture: architectureOf(context),
    accepts: (found, entry) => accepts(found, entry, context),
    mayChoose:
      policy &&
      ((version) => {
        const rule = policy.ruledOut(version);
        if (rule !== undefined)
          log.info(`Go ${version}, which is there, is passed over by the rule ${rule} of the policy`);
        return rule === undefined;
      }),
  };
}

/** The architecture of the Go that is wanted. */
export function architectureOf({
  inputs,
  host,
}: Pick<Context, 'inputs'> & { readonly host: Pick<Host, 'architecture'> }): Architecture {
  return inputs.architecture ?? host.architecture;
}
