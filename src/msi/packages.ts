import { fetchFile } from '../archive/fetch-file.ts';
import { SetupError } from '../errors.ts';
import { builtinRelease } from '../release/builtin.ts';
import { fileName, toSemver } from '../release/names.ts';
import type { ResolvedRelease } from '../release/resolve.ts';
import { formatBytes, formatDuration, progressLines } from '../report/log.ts';
import type { Sources } from '../sources.ts';
import type { Context } from '../toolchain.ts';
import {
  copyInto,
  hashOf,
  type StoredPackage,
  storeAgain,
  storedPackages,
  storePackage,
} from './package-store.ts';
import type { MsiProduct } from './products.ts';
import type { MsiSession } from './session.ts';
import type { RegisteredGo } from './state.ts';

/**
 * The MSI of a release in the machine's store: the one that is there, or else downloaded and verified.
 *
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM; a file system error
 */
export async function providePackage(
  root: string,
  { release, official }: ResolvedRelease,
  { origin }: Sources,
  { inputs, log, timeline, signal }: Context,
): Promise<StoredPackage> {
  const { goVersion, architecture, filename, sha256 } = release;
  const source = `${origin.label}/${filename}`;
  return await storePackage(
    root,
    { goVersion, architecture, filename, sha256, source, official },
    async (target) => {
      if (inputs.offline && !origin.local) throw offlineMiss(filename, origin.label);
      const size = release.size > 0 ? ` (${formatBytes(release.size)})` : '';
      log.info(`Downloading ${filename} from ${origin.label}${size}`);
      const file = await timeline.measure('fetch', () =>
        fetchFile(origin.archive(filename), release, target, {
          timeoutMs: inputs.downloadTimeoutMs,
          signal,
          onProgress: progressLines(log),
          onNote: (line) => log.info(line),
        }),
      );
      timeline.addBytes('downloaded', file.bytesDownloaded);
      log.info(
        `Downloaded ${formatBytes(file.bytesDownloaded)} in ${formatDuration(file.downloadMs)}, verified SHA-256 ${file.sha256}`,
      );
    },
  );
}

/**
 * Makes sure that a version that is going to be removed can be installed again: its MSI from the store, else a copy of the one that Windows
 * Installer caches, else a verified download. Windows Installer 5.0 caches the whole package, so that it can install from it. Where builds
 * of several makers are kept of one version, it is the build that is installed, as far as Windows Installer's copy tells.
 *
 * @throws SetupError E_MSI_SOURCE when there is no way to it: then nothing may be removed
 */
export async function securePackage(
  root: string,
  product: MsiProduct,
  sources: Sources,
  context: Context,
): Promise<StoredPackage> {
  const { log } = context;
  const { goVersion, architecture } = product;
  const cached = product.localPackage === undefined ? undefined : await hashOf(product.localPackage);
  const stored = (await storedPackages(root, goVersion, architecture)).find(
    ({ sha256 }) => cached === undefined || sha256 === cached.sha256,
  );
  if (stored) {
    log.info(`The MSI of ${goVersion} is kept in ${stored.path}: the way back`);
    return await storeAgain(root, stored);
  }
  if (product.localPackage !== undefined && cached !== undefined)
    return await secureLocalPackage(root, product, { path: product.localPackage, ...cached }, log.info);
  try {
    const resolved = await sources.resolve(exact(goVersion), 'msi', '');
    const fetched = await providePackage(root, resolved, sources, context);
    log.info(`Kept the MSI of ${goVersion} in ${fetched.path}: the way back`);
    return fetched;
  } catch (error) {
    if (context.signal.aborted || !(error instanceof SetupError)) throw error;
    throw notSecured(product, error);
  }
}

async function secureLocalPackage(
  root: string,
  { goVersion, architecture, packageName }: MsiProduct,
  cached: { path: string; sha256: string },
  say: (line: string) => void,
): Promise<StoredPackage> {
  const filename = packageName || fileName(goVersion, architecture, 'msi');
  const facts = {
    goVersion,
    architecture,
    filename,
    sha256: cached.sha256,
    source: cached.path,
    official: false,
  };
  const stored = await storePackage(root, facts, (target) => copyInto(target, cached.path));
  say(`Kept a copy of the MSI of ${goVersion} in ${stored.path}: the way back`);
  return stored;
}

/** The request for one release by its name. */
export function exact(goVersion: string) {
  const version = toSemver(goVersion);
  if (version === undefined)
    throw new SetupError(
      'E_MSI_SOURCE',
      `${goVersion}, which is installed, is the name of no release of Go.`,
      {
        remedy: 'Uninstall it by hand, or use install-method: zip, which leaves it alone.',
      },
    );
  return {
    spec: { kind: 'exact', version, text: goVersion } as const,
    origin: 'the version that is installed',
  };
}

/** Where the MSI of the Go that is there can be had from, for the preflight; undefined where there is none. */
export async function wayBackTo(
  old: RegisteredGo | undefined,
  { root, architecture, sources }: MsiSession,
): Promise<'cached' | 'download' | 'none' | undefined> {
  if (old === undefined) return undefined;
  const { goVersion, localPackage } = old.product;
  if (localPackage !== undefined || (await storedPackages(root, goVersion, architecture)).length > 0)
    return 'cached';
  return await sources.resolve(exact(goVersion), 'msi', '').then(
    () => 'download' as const,
    () => 'none' as const,
  );
}

/** Whether the MSI that a product was installed from is known to be go.dev's own, by the hash of its cached copy. */
export async function isKnownOfficial({ version, architecture, localPackage }: MsiProduct): Promise<boolean> {
  if (version === '' || localPackage === undefined) return false;
  const known = builtinRelease(version, architecture, 'msi');
  return known !== undefined && known.sha256 !== '' && (await hashOf(localPackage))?.sha256 === known.sha256;
}

function notSecured({ goVersion, productCode }: MsiProduct, cause: SetupError): SetupError {
  return new SetupError(
    'E_MSI_SOURCE',
    `${goVersion} is not replaced, because its own MSI is not to be had: should the new one fail, this machine would be left without Go.`,
    {
      remedy: `Put the MSI of ${goVersion} on the mirror, or let the runner reach go.dev; or use install-method: zip.`,
      evidence: [`product ${productCode}`, 'Windows Installer has no cached package of it', cause.message],
      cause,
    },
  );
}

export function offlineMiss(filename: string, source: string): SetupError {
  return new SetupError('E_NETWORK', `Offline rules out fetching ${filename} from ${source}.`, {
    remedy: 'Give a mirror directory that has the MSI as go-download-base-url, or remove offline.',
  });
}
