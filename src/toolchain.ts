import { fetchTree } from './archive/fetch-tree.ts';
import { SetupError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import type { Http } from './network/http.ts';
import { type Origin, openOrigin } from './network/origin.ts';
import type { Architecture } from './release/release.ts';
import { type ResolvedRelease, resolveRelease } from './release/resolve.ts';
import type { VersionRequest } from './release/version-file.ts';
import { formatBytes, formatDuration, type Log, progressLines } from './report/log.ts';
import { findInToolCache, type Search } from './toolcache/find.ts';
import { type Inspection, inspectEntry, type Provenance } from './toolcache/inspect.ts';
import { type Entry, mirrorTool, OFFICIAL_TOOL, treePath } from './toolcache/layout.ts';
import { publish } from './toolcache/publish.ts';
import { runGoVersion, verifyTree } from './toolcache/verify.ts';
import type { Host } from './windows/host.ts';

/** A Go that later steps can use. */
export interface Toolchain {
  /** A semver: `1.25.3`. */
  readonly version: string;
  /** As the tree calls itself: `go1.25.3`. */
  readonly goVersion: string;
  readonly goroot: string;
  readonly architecture: Architecture;
  readonly source: 'tool-cache' | 'tool-cache-unverified' | 'go.dev' | 'mirror';
  /** Known to be go.dev's own build. */
  readonly official: boolean;
  readonly hit: boolean;
  /** The ZIP it was unpacked from, where we know it. */
  readonly provenance: Provenance | undefined;
}

/** What every step of providing a toolchain needs. */
export interface Context {
  readonly inputs: Inputs;
  readonly host: Host;
  readonly http: Http;
  readonly log: Log;
  readonly signal: AbortSignal;
}

type Whole = Extract<Inspection, { state: 'whole' }>;

/**
 * From a version request to a verified Go in the tool cache: what is there already, or else the release that the request means,
 * downloaded, verified, unpacked and published.
 *
 * @throws SetupError with the code of whatever stood in the way
 */
export async function provideToolchain(request: VersionRequest, context: Context): Promise<Toolchain> {
  const { inputs, log } = context;
  log.info(`Go ${request.spec.text} for ${architectureOf(context)}, asked for by ${request.origin}`);
  const cacheAnswers =
    !inputs.checkLatest && (request.spec.kind === 'exact' || inputs.resolution === 'highest');
  if (cacheAnswers) {
    const { hit, torn } = await findInToolCache(request.spec, search(context));
    for (const { entry, reason } of torn)
      log.info(`The tool cache's ${treePath(entry)} is torn (${reason}): installing it anew`);
    if (hit) return useHit(hit.entry, hit.found, context);
    if (torn[0] && request.spec.kind === 'range') {
      // The version that the range means is known; only its tree is not whole.
      const spec = { kind: 'exact', version: torn[0].entry.version, text: torn[0].entry.version } as const;
      return install({ spec, origin: request.origin }, context);
    }
  }
  return install(request, context);
}

async function install(request: VersionRequest, context: Context): Promise<Toolchain> {
  const { inputs, host, log } = context;
  const mirror = openMirror(context);
  const goDev = openOrigin('https://go.dev/dl', { http: context.http, official: true });
  const resolved = await resolveRelease(request, {
    architecture: architectureOf(context),
    resolution: inputs.resolution,
    checkLatest: inputs.checkLatest,
    offline: inputs.offline,
    officialOnly: inputs.officialOnly,
    ...(inputs.checksum === '' ? {} : { checksum: inputs.checksum }),
    ...(mirror ? { mirror } : {}),
    goDev,
    note: (line) => log.info(line),
    warn: (line) => log.warn(line),
  });
  const { release, official } = resolved;
  const entry: Entry = {
    root: host.toolCache,
    tool: official || inputs.mirror === '' ? OFFICIAL_TOOL : mirrorTool(inputs.mirror),
    version: release.version,
    architecture: release.architecture,
  };
  const { hit } = await findInToolCache(
    { kind: 'exact', version: release.version, text: release.goVersion },
    { ...search(context), tools: [entry.tool] },
  );
  if (hit) return useHit(hit.entry, hit.found, context);
  return fetchInto(entry, resolved, mirror ?? goDev, context);
}

async function fetchInto(
  entry: Entry,
  resolved: ResolvedRelease,
  origin: Origin,
  context: Context,
): Promise<Toolchain> {
  const { inputs, host, log, signal } = context;
  const { release, hashSource, official } = resolved;
  if (inputs.offline && !origin.local) throw offlineMiss(release.goVersion, origin);
  const size = release.size > 0 ? ` (${formatBytes(release.size)})` : '';
  log.info(`Installing ${release.goVersion} from ${origin.label}${size}, SHA-256 from the ${hashSource}`);
  if (!official)
    log.info(
      `${release.goVersion} from ${origin.label} is not the official build: its hash is none of go.dev's`,
    );

  let provenance: Provenance | undefined;
  const outcome = await publish(entry, {
    runner: host.runner,
    lockTimeoutMs: inputs.lockTimeoutMs,
    signal,
    accepts: (found) => accepts(found, inputs),
    onWait: (owner, waitedMs) => {
      const who = owner ? `${owner.runner} (process ${owner.pid} on ${owner.host})` : 'another process';
      log.info(
        `Waiting for ${who}, which is installing the same version; ${formatDuration(waitedMs)} so far`,
      );
    },
    onRepair: (line) => log.info(line),
    fill: async (staging) => {
      const started = Date.now();
      const source = origin.archive(release.filename);
      const tree = await fetchTree(source, release, staging, {
        timeoutMs: inputs.downloadTimeoutMs,
        signal,
        onProgress: progressLines(log),
        onNote: (line) => log.info(line),
      });
      log.info(
        `Downloaded ${formatBytes(tree.bytesDownloaded)} in ${formatDuration(tree.downloadMs)}, ` +
          `unpacked ${tree.files} files (${formatBytes(tree.bytesUnpacked)}) with ${tree.writers} writer(s): ${formatDuration(Date.now() - started)} in all`,
      );
      log.info(`Verified SHA-256 ${tree.sha256}`);
      provenance = {
        schema: 1,
        goVersion: release.goVersion,
        architecture: release.architecture,
        sha256: tree.sha256,
        size: tree.size,
        source: `${origin.label}/${release.filename}`,
        hashSource,
        official,
        installedAt: new Date().toISOString(),
      };
      return provenance;
    },
    check: async (tree) => log.info(await verifyTree(tree, entry, host.architecture)),
  });

  if (outcome === 'reused') {
    log.info('Another runner installed it meanwhile');
    const found = await inspectEntry(entry);
    if (found.state === 'whole') return useHit(entry, found, context);
    throw new SetupError('E_VERIFY', `${treePath(entry)} was whole a moment ago and is not any more.`, {
      remedy:
        'See what else changes the tool cache (a clean-up job, another action), and run the step again.',
    });
  }
  log.info(`Published ${treePath(entry)}`);
  return {
    version: entry.version,
    goVersion: release.goVersion,
    goroot: treePath(entry),
    architecture: entry.architecture,
    source: origin.official ? 'go.dev' : 'mirror',
    official,
    hit: false,
    provenance,
  };
}

async function useHit(entry: Entry, found: Whole, context: Context): Promise<Toolchain> {
  const { inputs, log } = context;
  const goroot = treePath(entry);
  log.info(
    found.provenance
      ? `Found in the tool cache: ${goroot} (SHA-256 ${found.provenance.sha256.slice(0, 12)}…, verified when it was installed)`
      : `Found in the tool cache: ${goroot} (put there by the image or another action; not verified by this one)`,
  );
  if (found.provenance && !found.provenance.official) {
    log.info(
      `${found.goVersion} from ${found.provenance.source} is not the official build: its hash is none of go.dev's`,
    );
  }
  if (inputs.verify === 'always') log.info(await runGoVersion(goroot, entry, context.host.architecture));
  return {
    version: entry.version,
    goVersion: found.goVersion,
    goroot,
    architecture: entry.architecture,
    source: found.provenance ? 'tool-cache' : 'tool-cache-unverified',
    official: found.provenance?.official ?? false,
    hit: true,
    provenance: found.provenance,
  };
}

/** What of the tool cache will do: with a pinned hash or `official-only`, nothing whose origin we did not verify ourselves. */
function accepts(found: Whole, inputs: Inputs): boolean {
  if (inputs.checksum !== '' && found.provenance?.sha256 !== inputs.checksum) return false;
  return !inputs.officialOnly || found.provenance?.official === true;
}

function search(context: Context): Search {
  const { inputs, host } = context;
  return {
    roots: host.toolCaches,
    tools: inputs.mirror === '' ? [OFFICIAL_TOOL] : [mirrorTool(inputs.mirror), OFFICIAL_TOOL],
    architecture: architectureOf(context),
    accepts: (found) => accepts(found, inputs),
  };
}

function architectureOf({ inputs, host }: Context): Architecture {
  return inputs.architecture ?? host.architecture;
}

/** The mirror, when one is given and may be asked: offline leaves only one on disk. */
function openMirror({ inputs, http, log }: Context): Origin | undefined {
  if (inputs.mirror === '') return undefined;
  const mirror = openOrigin(inputs.mirror, { http });
  if (!inputs.offline || mirror.local) return mirror;
  log.info(`The mirror ${mirror.label} is not asked: offline is set`);
  return undefined;
}

function offlineMiss(goVersion: string, origin: Origin): SetupError {
  return new SetupError(
    'E_NETWORK',
    `${goVersion} is not in the tool cache, and offline rules out fetching it from ${origin.label}.`,
    {
      remedy:
        'Put the version into the tool cache beforehand, give a mirror directory as go-download-base-url, or remove offline.',
    },
  );
}
