import { existsSync } from 'node:fs';
import { parseArchitecture, toSemver } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { inspectTree, readGoVersion } from '../toolcache/inspect.ts';
import { findValue, type ReadKey, type RegistryKey, readKey, textOf } from '../windows/registry.ts';
import { installDirCandidates } from './install-dirs.ts';
import { type Manager, managerOf } from './owners.ts';
import { isGuid, packGuid, unpackGuid } from './packed-guid.ts';

/** A Go that Windows Installer has on record for the whole machine. */
export interface MsiProduct {
  /** In braces and upper case; another one for each release. */
  readonly productCode: string;
  /** As Go spells it, `go1.25.3`; empty where neither the registry nor the tree tells. */
  readonly goVersion: string;
  /** The same as a semver; empty where it is not the name of a release. */
  readonly version: string;
  readonly architecture: Architecture;
  /** INSTALLDIR without a backslash at its end; undefined where nothing tells it. It may be missing on the disk. */
  readonly installDir: string | undefined;
  /** Windows Installer's own copy of the MSI, where it is there. */
  readonly localPackage: string | undefined;
  /** The file name that Windows Installer asks for when it needs the MSI again; empty where it is not on record. */
  readonly packageName: string;
  readonly displayName: string;
  /** The directory that the MSI was installed from. */
  readonly installSource: string;
  /** A package manager that installed it and has it on its own record, too. */
  readonly owner: Manager | undefined;
}

/** The UpgradeCodes of Go's MSIs (golang/build, internal/installer/windowsmsi). */
export const UPGRADE_CODES: Readonly<Record<Architecture, string>> = {
  x64: '{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}',
  x86: '{1C3114EA-08C3-11E1-9095-7FCA4824019B}',
  arm64: '{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}',
};

/** `Go Programming Language amd64 go1.25.3`. The version is read from here: an rc has the DisplayVersion of its release. */
const DISPLAY_NAME = /^Go Programming Language (\w+) (go\S+)$/;

const CLASSES = 'HKLM\\SOFTWARE\\Classes\\Installer';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
/** S-1-5-18: what is installed for the machine, not for a user. */
const PRODUCTS = `${CURRENT}\\Installer\\UserData\\S-1-5-18\\Products`;

/** What {@link readProducts} looks at; for tests. */
export interface ProductSources {
  readonly read?: ReadKey;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Every Go that an MSI installed for the machine: those that Windows Installer would replace (the index by UpgradeCode), and those that
 * only stand in the list of programs, in either view of the registry.
 *
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
export async function readProducts(sources: ProductSources = {}): Promise<MsiProduct[]> {
  const { read = readKey, env = process.env } = sources;
  const [indexed, listed64, listed32] = await Promise.all([
    readIndex(read),
    read(`${CURRENT}\\Uninstall`, '64', { recursive: true }),
    read(`${CURRENT}\\Uninstall`, '32', { recursive: true }),
  ]);
  const listed = new Map([...goesIn(listed64), ...goesIn(listed32)]);
  const codes = new Set([...indexed.keys(), ...listed.keys()]);
  return await Promise.all(
    [...codes].sort().map((code) => readProduct(code, indexed.get(code), listed.get(code), { read, env })),
  );
}

/**
 * Product codes by the architecture whose UpgradeCode they are filed under. All UpgradeCodes are read at once: one reg.exe, where each
 * of Go's that is absent would take two.
 */
async function readIndex(read: ReadKey): Promise<Map<string, Architecture>> {
  const keys = (await read(`${CLASSES}\\UpgradeCodes`, '64', { recursive: true })) ?? [];
  const index = new Map<string, Architecture>();
  for (const [architecture, upgradeCode] of Object.entries(UPGRADE_CODES) as [Architecture, string][]) {
    const packed = packGuid(upgradeCode);
    for (const { name } of keys.find((key) => lastPart(key.name).toUpperCase() === packed)?.values ?? []) {
      const code = unpackGuid(name);
      if (code !== undefined) index.set(code, architecture);
    }
  }
  return index;
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('\\') + 1);
}

/** The Goes among the keys of a list of programs, by product code. */
function goesIn(keys: readonly RegistryKey[] | undefined): [string, RegistryKey][] {
  return (keys ?? []).flatMap((key) => {
    const code = lastPart(key.name).toUpperCase();
    return isGuid(code) && DISPLAY_NAME.test(textOf(findValue(key, 'DisplayName')) ?? '')
      ? [[code, key] as [string, RegistryKey]]
      : [];
  });
}

async function readProduct(
  productCode: string,
  indexed: Architecture | undefined,
  listed: RegistryKey | undefined,
  { read, env }: Required<ProductSources>,
): Promise<MsiProduct> {
  const packed = packGuid(productCode);
  const [stored, advertised] = await Promise.all([
    read(`${PRODUCTS}\\${packed}\\InstallProperties`),
    read(`${CLASSES}\\Products\\${packed}`, '64', { recursive: true }),
  ]);
  const properties = stored?.[0];
  const product = advertised?.[0];
  const sourceList = advertised?.find((key) => lastPart(key.name).toLowerCase() === 'sourcelist');
  const text = (name: string, ...keys: (RegistryKey | undefined)[]) =>
    keys.map((key) => textOf(findValue(key, name))).find((found) => found) ?? '';

  const displayName = text('DisplayName', listed, properties) || text('ProductName', product);
  const [, word = '', named = ''] = DISPLAY_NAME.exec(displayName) ?? [];
  const architecture = parseArchitecture(word) ?? indexed ?? 'x64';
  const recorded = plainDirectory(text('InstallLocation', listed, properties));
  const installDir = recorded || (await findInstallDir(named, architecture, read, env));
  const goVersion = named || ((installDir && (await readGoVersion(installDir))) ?? '');
  const localPackage = text('LocalPackage', properties);
  const installSource = text('InstallSource', listed, properties);
  return {
    productCode,
    goVersion,
    version: toSemver(goVersion) ?? '',
    architecture,
    installDir: installDir || undefined,
    localPackage: localPackage !== '' && existsSync(localPackage) ? localPackage : undefined,
    packageName: text('PackageName', sourceList),
    displayName,
    installSource,
    owner: managerOf(installSource, goVersion, env),
  };
}

/** Where nothing is on record: the first of the usual places that holds this very Go. */
async function findInstallDir(
  goVersion: string,
  architecture: Architecture,
  read: ReadKey,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const version = toSemver(goVersion);
  if (version === undefined) return '';
  for (const directory of await installDirCandidates(read, env)) {
    if ((await inspectTree(directory, { version, architecture })).state === 'whole') return directory;
  }
  return '';
}

/** Without backslashes at its end, but for that of a drive. */
function plainDirectory(text: string): string {
  return text.replace(/(?<!^[A-Za-z]:)[\\/]+$/, '');
}
