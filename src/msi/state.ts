import { keptManifest } from '../machine/manifest.ts';
import type { Architecture } from '../release/release.ts';
import { type MsiProduct, readProducts } from './products.ts';
import { inspectInstallDir, type TreeFinding } from './tree.ts';

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

async function inspectProduct(root: string, product: MsiProduct): Promise<TreeFinding> {
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
