import { fetchTree } from './archive/fetch-tree.ts';
import { SetupError } from './errors.ts';
import { displayUrl } from './network/display-url.ts';
import type { Origin } from './network/origin.ts';
import type { Asked } from './policy/step-policy.ts';
import type { Release } from './release/release.ts';
import type { ResolvedRelease } from './release/resolve.ts';
import type { VersionRequest } from './release/version-file.ts';
import { recordTree } from './report/audit-trees.ts';
import { tellFindings } from './report/findings.ts';
import { formatBytes, formatDuration, progressLines } from './report/log.ts';
import { openSecondOpinion, requireAskable, type SecondOpinion } from './second-opinion.ts';
import { askedFor, sourceOf, withSources } from './sources.ts';
import { describeTorn, findInToolCache } from './toolcache/find.ts';
import { inspectEntry } from './toolcache/inspect.ts';
import { type Entry, mirrorTool, OFFICIAL_TOOL, treePath } from './toolcache/layout.ts';
import { findLongPaths, holdsAny, type Refusal, refuseEarly, requireRoomFor } from './toolcache/preflight.ts';
import { type PublishOptions, publish } from './toolcache/publish.ts';
import type { StopThere } from './toolcache/refusal.ts';
import { verifyTree } from './toolcache/verify.ts';
import { accepts, type Context, mayAnswerFromCache, search, type Toolchain, useHit } from './toolchain.ts';

/**
 * Installs the Go that a request means: finds the release and its hash, then downloads, verifies, unpacks and publishes it, unless the tool
 * cache turns out to have that very release. In a dry run it says what it would do, and gives what there would be.
 *
 * @param options.anew every file is written anew, also where a whole tree is there
 * @throws SetupError with the code of whatever stood in the way
 */
export async function install(
  request: VersionRequest,
  context: Context,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Toolchain> {
  const { inputs, host } = context;
  // The test writes something, if little.
  const refusal = inputs.dryRun
    ? undefined
    : await refuseEarly(host.toolCache, search(context).tools, inputs.mirror === '');
  if (refusal && !(await mayBeThere(request, context))) throw await refusal.explain();
  return await withSources(context, async (sources) => {
    const resolved = await context.timeline.measure('resolve', () =>
      sources.resolve(request, 'zip', context.inputs.checksum),
    );
    return await useOrFetch(resolved, request, sources.origin, context, refusal, anew);
  });
}

/** Whether the release that a list names may lie in the tool cache already; where the tool cache was to answer, it has been asked. */
async function mayBeThere({ spec }: VersionRequest, context: Context): Promise<boolean> {
  if (mayAnswerFromCache(spec, context.inputs)) return false;
  return await holdsAny(context.host.toolCaches, search(context).tools);
}

async function useOrFetch(
  resolved: ResolvedRelease,
  request: VersionRequest,
  origin: Origin,
  context: Context,
  refusal: Refusal | undefined,
  anew: boolean,
): Promise<Toolchain> {
  const { inputs, host, log } = context;
  const { release, official, hashSource } = resolved;
  const entry: Entry = {
    root: host.toolCache,
    tool: official || inputs.mirror === '' ? OFFICIAL_TOOL : mirrorTool(inputs.mirror),
    version: release.version,
    architecture: release.architecture,
  };
  const { hit, torn } = await findInToolCache(
    { kind: 'exact', version: release.version, text: release.goVersion },
    // Where the mirror did not say which build this is, one of either kind will do, as for an exact version.
    { ...search(context), ...(hashSource === 'built-in index' ? {} : { tools: [entry.tool] }) },
  );
  for (const one of torn) log.info(`${describeTorn(one)}: ${hit ? 'not used' : 'installing it anew'}`);
  const asked = askedFor(resolved, origin, request);
  await context.policy?.requireVersion(asked);
  if (hit && !anew) return useHit(hit.entry, hit.found, context);
  await context.policy?.requireRelease(asked);
  if (refusal) throw await refusal.explain();
  requireReachable(release.goVersion, origin, context);
  if (inputs.dryRun) return wouldInstall(entry, resolved, origin, context);
  return fetchInto(entry, resolved, origin, context, anew, asked);
}

function wouldInstall(
  entry: Entry,
  { release, hashSource, official }: ResolvedRelease,
  origin: Origin,
  { log, policy }: Context,
): Toolchain {
  const build = official ? '' : ', which is not the official build';
  log.info(
    `Would install ${release.goVersion} from ${describeSource(release, origin)}${build}, SHA-256 from the ${hashSource}, to ${treePath(entry)}`,
  );
  const age = policy?.policy.minimumAge;
  if (age) log.info(`Its age is known, and the rule ${age.path} of the policy asked, once it is downloaded`);
  return toolchainOf(entry, release, official, origin);
}

function describeSource({ size }: Release, origin: Origin): string {
  return `${origin.label}${size > 0 ? ` (${formatBytes(size)})` : ''}`;
}

function toolchainOf(entry: Entry, release: Release, official: boolean, origin: Origin): Toolchain {
  return {
    version: entry.version,
    goVersion: release.goVersion,
    goroot: treePath(entry),
    architecture: entry.architecture,
    source: origin.official ? 'go.dev' : 'mirror',
    official,
    hit: false,
    sha256: release.sha256,
    entry,
  };
}

async function fetchInto(
  entry: Entry,
  resolved: ResolvedRelease,
  origin: Origin,
  context: Context,
  anew: boolean,
  asked: Asked,
): Promise<Toolchain> {
  const { inputs, host, log, audit, policy, timeline, signal } = context;
  const { release, hashSource, official } = resolved;
  const findings = await findLongPaths(entry);
  if (findings.length > 0) tellFindings(findings, log);
  requireAskable(inputs);
  const source = describeSource(release, origin);
  log.info(`Installing ${release.goVersion} from ${source}, SHA-256 from the ${hashSource}`);
  if (!official)
    log.info(
      `${release.goVersion} from ${origin.label} is not the official build: its hash is none that is known to be go.dev's`,
    );

  let opinion: SecondOpinion | undefined;
  const options: PublishOptions = {
    runner: host.runner,
    lockTimeoutMs: inputs.lockTimeoutMs,
    signal,
    accepts: async (found) => !anew && (await accepts(found, entry, context)),
    onWait: (owner, waitedMs) => {
      const who = owner ? `${owner.runner} (process ${owner.pid} on ${owner.host})` : 'another process';
      log.info(
        `Waiting for ${who}, which is installing the same version; ${formatDuration(waitedMs)} so far`,
      );
    },
    whileWaiting: (wait) => timeline.measure('wait', wait),
    onRepair: (line) => log.info(line),
    ...(inputs.stopHolders ? { stop: stopThere(context) } : {}),
    onChange: (change) => recordTree(audit, change),
    record: context.recordReplacement,
    fill: async (staging) => {
      const started = Date.now();
      // Not before the lock is ours: another runner may have written this very Go meanwhile.
      await requireRoomFor(entry.root, release, official);
      opinion = await openSecondOpinion(resolved, context);
      const source = origin.archive(release.filename);
      const tree = await timeline.measure('fetch', () =>
        fetchTree(source, release, staging, {
          timeoutMs: inputs.downloadTimeoutMs,
          signal,
          hashFiles: opinion !== undefined,
          onProgress: progressLines(log),
          onNote: (line) => log.info(line),
        }),
      );
      timeline.addBytes('downloaded', tree.bytesDownloaded);
      timeline.addBytes('unpacked', tree.bytesUnpacked);
      log.info(
        `Downloaded ${formatBytes(tree.bytesDownloaded)} in ${formatDuration(tree.downloadMs)}, ` +
          `unpacked ${tree.files} files (${formatBytes(tree.bytesUnpacked)}) with ${tree.writers} writer(s): ${formatDuration(Date.now() - started)} in all`,
      );
      log.info(`Verified SHA-256 ${tree.sha256}`);
      await policy?.requireAge(asked, staging);
      const transparency = await timeline.measure('verify', async () => await opinion?.judge(tree.hashes));
      return {
        schema: 1,
        goVersion: release.goVersion,
        architecture: release.architecture,
        sha256: tree.sha256,
        size: tree.size,
        source: sourceOf(release, origin),
        hashSource,
        official,
        ...(transparency ? { transparency } : {}),
        installedAt: new Date().toISOString(),
      };
    },
    check: async (tree) =>
      log.info(await timeline.measure('verify', () => verifyTree(tree, entry, host.architecture, signal))),
  };
  const outcome = await timeline
    .measure('publish', () => publish(entry, options))
    .finally(() => opinion?.close());

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
  return toolchainOf(entry, release, official, origin);
}

/** Loaded only where somebody is in the way. */
function stopThere(context: Context): StopThere {
  return async (holders, tree) => {
    const { stopAndTell } = await import('./stopping.ts');
    return await stopAndTell(holders, tree, context);
  };
}

/** @throws SetupError E_NETWORK where the file would have to come over the network, and may not */
function requireReachable(goVersion: string, origin: Origin, { inputs }: Context): void {
  if (!inputs.offline || origin.local) return;
  const source = inputs.mirror === '' ? origin.label : displayUrl(inputs.mirror);
  throw new SetupError(
    'E_NETWORK',
    `${goVersion} is not in the tool cache, and offline rules out fetching it from ${source}.`,
    {
      remedy:
        'Put the version into the tool cache beforehand, give a mirror directory as go-download-base-url, or remove offline.',
    },
  );
}
