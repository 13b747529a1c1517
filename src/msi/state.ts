import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../errors.ts';
import { keptManifest } from '../machine/manifest.ts';
import type { Architecture } from '../release/release.ts';
import { formatDuration } from '../report/log.ts';
import { adviseOn, describeHolder } from '../windows/holder.ts';
import { readHeld } from './preflight.ts';
import { type MsiProduct, readProducts } from './products.ts';
import type { MsiSession } from './session.ts';
import { inspectInstallDir, type TreeFinding } from './tree.ts';

const LOOK_MS = 2000;

/** A Go that Windows Installer has registered, and what lies where it should be. */
export interface RegisteredGo {
  readonly product: MsiProduct;
  readonly tree: TreeFinding;
}

/**
 * What Windows Installer has registered for an architecture, each with its tree looked at. There is one at most, unless an upgrade broke in
 * the middle; what is whole comes first.
 *
 * @throws SetupError E_PERMISSION where registry or tree may not be read
 */
export async function inspectRegistered(root: string, architecture: Architecture): Promise<RegisteredGo[]> {
  const products = (await readProducts()).filter((product) => product.architecture === architecture);
  const found = await Promise.all(
    products.map(async (product) => ({ product, tree: await inspectProduct(root, product) })),
  );
  return found.sort((a, b) => Number(b.tree.state === 'whole') - Number(a.tree.state === 'whole'));
}

/**
 * The same for a step that can wait: while VERSION or go.exe is held by another process nothing can be said of a tree.
 *
 * @param changed whether a change has begun, for the failure: the journal has it, and the next run goes on
 * @throws SetupError E_MSI_LOCKED naming the holders after `lock-timeout`; the signal's reason
 */
export async function inspectPatiently(
  { root, architecture, context }: MsiSession,
  changed = false,
): Promise<RegisteredGo[]> {
  const { inputs, log, signal } = context;
  const end = performance.now() + inputs.lockTimeoutMs;
  for (let told = false; ; told = true) {
    try {
      return await inspectRegistered(root, architecture);
    } catch (error) {
      if (!(error instanceof SetupError) || error.code !== 'E_LOCKED') throw error;
      if (performance.now() > end) throw await namingHolders(error, root, changed);
      if (!told) log.info(`${error.message} Waiting up to ${formatDuration(inputs.lockTimeoutMs)}`);
      await sleep(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

async function namingHolders(error: SetupError, root: string, changed: boolean): Promise<SetupError> {
  const directories = new Set((await readProducts()).flatMap(({ installDir }) => installDir ?? []));
  const searches = await Promise.all([...directories].map((directory) => readHeld(directory)));
  const holders = searches.flatMap((search) => search.holders?.holders ?? []);
  const who = holders.length > 0 ? ` Holders: ${holders.map(describeHolder).join('; ')}.` : '';
  return new SetupError(
    'E_MSI_LOCKED',
    `${error.message}${who} ${changed ? 'The change of this machine is not settled: the next run goes on with it.' : 'Nothing was changed.'}`,
    {
      remedy: adviseOn(holders, 'in vain'),
      evidence: [
        ...error.evidence,
        ...searches.flatMap((search) => search.holders?.looked ?? []),
        `machine root ${root}`,
      ],
      cause: error,
    },
  );
}

/** What lies where a product should be. */
export async function inspectProduct(root: string, product: MsiProduct): Promise<TreeFinding> {
  const { installDir, version, architecture, productCode } = product;
  if (installDir === undefined)
    return { state: 'absent', reason: 'nothing tells where it was installed', goVersion: undefined };
  const files = await keptManifest(root, manifestName(productCode));
  return await inspectInstallDir(installDir, { version, architecture }, files);
}

/** The name that a product's list of files is kept under. */
export function manifestName(productCode: string): string {
  return productCode.replace(/[{}]/g, '').toLowerCase();
}

/** For log lines: `go1.26.6 in C:\Program Files\Go, whole`. */
export function describeRegistered({ product, tree }: RegisteredGo): string {
  const place = product.installDir ?? 'a place that is not on record';
  const owner = product.owner === undefined ? '' : `, installed by ${product.owner}`;
  const health = tree.state === 'whole' ? 'whole' : `${tree.state}: ${tree.reason}`;
  return `${product.goVersion || product.displayName || product.productCode} in ${place}, ${health}${owner}`;
}
