import { versionBefore } from '../machine/history.ts';
import type { Provenience } from '../policy/rules.ts';
import { toGoVersion, toSemver } from '../release/names.ts';
import { chooseVersion } from '../release/select.ts';
import type { VersionRequest } from '../release/spec.ts';
import { sourceOf } from '../sources.ts';
import { provenienceOfPackage } from './allowed.ts';
import { changeGo } from './change.ts';
import { defaultInstallDir } from './install-dirs.ts';
import { changed, type Operated, oldOf, planned, useInstalled } from './outcome.ts';
import { hashOf, type StoredPackage, storedPackages, storedVersions } from './package-store.ts';
import { exact, providePackage, securePackage, wayBackTo } from './packages.ts';
import { requirePreflight } from './preflight-run.ts';
import { isLower, notHere, nothingToReturnTo } from './refusals.ts';
import type { MsiSession } from './session.ts';
import { requireSignature } from './signature-run.ts';
import type { RegisteredGo } from './state.ts';

/** A version that is to be installed, and the way to its MSI. */
interface Candidate {
  readonly goVersion: string;
  readonly version: string;
  /** Where its MSI would come from, for people. */
  readonly source: string;
  /** Whether it is go.dev's own build, as far as that is known before the MSI is there. */
  readonly official: boolean;
  /** For a policy: where it would come from, or came from where it is kept. */
  readonly provenience: Provenience;
  provide(): Promise<StoredPackage>;
}

/**
 * Installs the version that a request means, in the place of whatever is registered.
 *
 * @throws SetupError of whatever stood in the way
 */
export async function install(
  request: VersionRequest,
  registered: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { checksum } = session.context.inputs;
  const candidate = await resolved(request, checksum, session);
  const [old] = registered;
  const same = old?.product.goVersion === candidate.goVersion;
  const pinned = checksum === '' || (await isBuild(old, checksum));
  if (old && same && pinned && old.tree.state === 'whole' && registered.length === 1)
    return await useInstalled(old, session);
  return await replace(candidate, { operation: 'install', old, repair: same && pinned }, session);
}

/**
 * Returns to the version before the last successful change: from the MSI that was kept of it, else by a verified download.
 *
 * @throws SetupError E_NOT_FOUND where nothing is remembered; or of whatever stood in the way
 */
export async function rollback(registered: readonly RegisteredGo[], session: MsiSession): Promise<Operated> {
  const [old] = registered;
  const version = await versionBefore(session.root, 'msi', session.architecture);
  if (version === undefined) throw nothingToReturnTo(old, session);
  const goVersion = toGoVersion(version);
  session.context.log.info(`Rolling back to ${goVersion}, the version before the last successful change`);
  const same = old?.product.goVersion === goVersion;
  if (old && same && old.tree.state === 'whole' && registered.length === 1)
    return await useInstalled(old, session);
  const [stored] = await storedPackages(session.root, goVersion, session.architecture);
  const request = { ...exact(goVersion), origin: 'the history of this machine' };
  const candidate = stored ? kept(version, stored) : await resolved(request, '', session);
  return await replace(candidate, { operation: 'rollback', old, repair: same }, session);
}

/**
 * Installs a version whose MSI was kept on this machine. Nothing is downloaded but what the way back takes.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there; or of whatever stood in the way
 */
export async function switchToStored(
  request: VersionRequest,
  registered: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { root, architecture, context } = session;
  const [old] = registered;
  const there = [
    ...(old?.product.version ? [old.product.version] : []),
    ...(await storedVersions(root, architecture)).flatMap((name) => toSemver(name) ?? []),
  ];
  const { inputs, policy, log } = context;
  const options = { resolution: inputs.resolution, ruledOut: policy?.ruledOut, note: log.info };
  const version = chooseVersion(request.spec, there, options);
  if (version === undefined) throw notHere(request, there, session);
  const goVersion = toGoVersion(version);
  const same = old?.product.goVersion === goVersion;
  if (old && same && old.tree.state === 'whole' && registered.length === 1)
    return await useInstalled(old, session);
  const [stored] = await storedPackages(root, goVersion, architecture);
  if (stored === undefined) throw notHere(request, there, session);
  return await replace(kept(version, stored), { operation: 'switch', old, repair: same }, session);
}

function kept(version: string, stored: StoredPackage): Candidate {
  const { goVersion, path: source, official } = stored;
  const provenience = provenienceOfPackage(version, stored);
  return { goVersion, version, source, official, provenience, provide: async () => stored };
}

async function resolved(request: VersionRequest, checksum: string, session: MsiSession): Promise<Candidate> {
  const { root, sources, context } = session;
  const found = await context.timeline.measure('resolve', () => sources.resolve(request, 'msi', checksum));
  const { goVersion, version } = found.release;
  const source = sourceOf(found.release, sources.origin);
  return {
    goVersion,
    version,
    source,
    official: found.official,
    provenience: { source, official: found.official },
    provide: async () => await providePackage(root, found, sources, context),
  };
}

/** Whether a product was installed from the very MSI with this hash, as far as Windows Installer's copy of it tells. */
async function isBuild(go: RegisteredGo | undefined, sha256: string): Promise<boolean> {
  const copy = go?.product.localPackage;
  return copy !== undefined && (await hashOf(copy))?.sha256 === sha256;
}

interface Replacement {
  readonly operation: 'install' | 'switch' | 'rollback';
  readonly old: RegisteredGo | undefined;
  /** The registered product stays, and its files are written anew. */
  readonly repair: boolean;
}

async function replace(
  { goVersion, version, source, official, provenience, provide }: Candidate,
  { operation, old, repair }: Replacement,
  session: MsiSession,
): Promise<Operated> {
  const { root, architecture, sources, context } = session;
  const { inputs, log, timeline } = context;
  // What VERSION says lies within the MSI.
  await context.policy?.requireTree({ version, ...provenience }, undefined);
  const installDir = inputs.msiInstallDir || old?.product.installDir || defaultInstallDir(architecture);
  const lower = isLower(version, old) ? ', which is the lower version' : '';
  const [repairing, replaced, installing] = inputs.dryRun
    ? ['it would be repaired', 'would be replaced', 'Would install']
    : ['repairing it', 'is replaced', 'Installing'];
  log.info(
    repair
      ? `${goVersion} is registered, and ${old?.tree.reason}: ${repairing}`
      : `${old ? `${old.product.goVersion} ${replaced} by` : installing} ${goVersion} in ${installDir}${lower}`,
  );
  await requirePreflight({ version, installDir, old, wayBack: await wayBackTo(old, session) }, session);
  if (inputs.dryRun) {
    log.info(`The MSI would come from ${repair && old ? `what is kept of ${goVersion}` : source}`);
    return planned({ version, goVersion, installDir, official }, session);
  }
  const secured = old ? await securePackage(root, old.product, sources, context) : undefined;
  const fetched = repair && secured ? secured : await provide();
  if (!repair) await timeline.measure('verify', () => requireSignature(fetched, inputs, log));
  const target = { goVersion, version, installDir, package: fetched };
  return await changed(
    target,
    await changeGo({ operation, old: oldOf(old), target, secured, repair }, session),
    session,
  );
}
