import type { Provenience } from '../policy/rules.ts';
import { builtinRelease } from '../release/builtin.ts';
import { hashOf, type StoredPackage, storedPackages } from './package-store.ts';
import type { MsiProduct } from './products.ts';
import type { MsiSession } from './session.ts';
import type { RegisteredGo } from './state.ts';

/** Windows Installer's own copy of a package: nobody knows where that was fetched from. */
const CACHED = /\\Installer\\[^\\]+$/i;

/**
 * Asks the policy about the Go that Windows Installer has registered. Where it came from tells the kept package with the hash of Windows Installer's copy.
 *
 * @throws SetupError E_POLICY
 */
export async function requireAllowed(
  { product }: RegisteredGo,
  { root, context }: MsiSession,
): Promise<void> {
  if (context.policy === undefined) return;
  const from = await provenienceOf(product, root);
  await context.policy.requireTree({ version: product.version, ...from }, product.installDir);
}

async function provenienceOf(
  { version, goVersion, architecture, localPackage }: MsiProduct,
  root: string,
): Promise<Provenience> {
  const sha256 = localPackage === undefined ? undefined : (await hashOf(localPackage))?.sha256;
  const stored = (await storedPackages(root, goVersion, architecture)).find((one) => one.sha256 === sha256);
  if (stored !== undefined) return provenienceOfPackage(version, stored);
  const known = builtinRelease(version, architecture, 'msi');
  return { source: undefined, official: known !== undefined && known.sha256 === sha256 };
}

/** Where a kept package came from. @param version its semver */
export function provenienceOfPackage(
  version: string,
  { source, official, sha256, architecture }: StoredPackage,
): Provenience {
  const known = builtinRelease(version, architecture, 'msi')?.sha256 === sha256;
  return { source: CACHED.test(source) ? undefined : source, official: official || known };
}
