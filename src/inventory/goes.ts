import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { canonical } from '../machine/machine-path.ts';
import { defaultInstallDir } from '../msi/install-dirs.ts';
import { findManagedGoes, type ManagedGo } from '../msi/owners.ts';
import { type MsiProduct, readProducts } from '../msi/products.ts';
import { inspectProduct } from '../msi/state.ts';
import { inspectInstallDir } from '../msi/tree.ts';
import { toGoVersion, toSemver } from '../release/names.ts';
import { entryAt, versionsRoot } from '../side-by-side/session.ts';
import { listPlaces } from '../toolcache/entries.ts';
import { inspectEntry, readArchitecture, readGoVersion } from '../toolcache/inspect.ts';
import { type Entry, treePath } from '../toolcache/layout.ts';
import type { InventoryGo, Origin } from './document.ts';

export interface Places {
  readonly toolCaches: readonly string[];
  readonly machineRoot: string;
  /** Where `current` leads. */
  readonly current: string | undefined;
  /** Directories that hold a Go if anything does: of each go.exe on a PATH, of GOROOT. */
  readonly named: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Every Go of the machine, each once: what others have on record comes first, so that a tree is told by its owner and not by the PATH that leads to it.
 * Starts no process but reg.exe, and changes nothing.
 *
 * @param note told what could not be looked at
 */
export async function findGoes(places: Places, note: (line: string) => void): Promise<InventoryGo[]> {
  const found: InventoryGo[] = [];
  const known = new Set<string>();
  const add = async (go: Omit<InventoryGo, 'current'>) => {
    // Of those whose place is not on record each is another one.
    const ways = go.place === '' ? [] : [go.place, await realpath(go.place).catch(() => go.place)];
    const names = ways.map(canonical);
    if (names.some((name) => known.has(name))) return;
    for (const name of names) known.add(name);
    const leads = places.current === undefined ? undefined : canonical(places.current);
    found.push({ ...go, current: leads !== undefined && names.includes(leads) });
  };
  const untold = (directory: string, code: string) => note(`${directory} cannot be listed (${code})`);
  const attempt = async (what: string, look: () => Promise<void>) =>
    await look().catch((error) => note(`${what}: ${error instanceof Error ? error.message : String(error)}`));

  for (const root of new Set(places.toolCaches))
    for (const entry of await listPlaces(root, untold))
      await attempt(treePath(entry), async () => await add(await ofEntry(entry, 'tool-cache')));
  for (const entry of await listPlaces(versionsRoot(places.machineRoot), untold))
    await attempt(treePath(entry), async () => await add(await ofEntry(entry, 'machine')));
  const leads = entryAt(places.machineRoot, places.current);
  if (leads) await attempt(treePath(leads), async () => await add(await ofEntry(leads, 'machine')));
  await attempt('What Windows Installer has on record', async () => {
    for (const product of await readProducts({ env: places.env }))
      await attempt(product.displayName, async () => await add(await ofProduct(product, places.machineRoot)));
  });
  for (const managed of findManagedGoes(places.env))
    for (const tree of await treesOf(managed))
      await attempt(tree, async () => {
        const go = await ofTree(tree, managed.manager);
        if (go) await add({ ...go, owner: managed.manager });
      });
  for (const tree of [...places.named, ...(await usualPlaces(places.env))])
    await attempt(tree, async () => {
      const go = await ofTree(tree, 'by-hand');
      if (go) await add(go);
    });
  return found;
}

async function ofEntry(
  entry: Entry,
  origin: 'tool-cache' | 'machine',
): Promise<Omit<InventoryGo, 'current'>> {
  const { version, architecture } = entry;
  const found = await inspectEntry(entry);
  const whole = found.state === 'whole';
  const { sha256, source, official, installedAt } = (whole && found.provenance) || {};
  const ours = typeof source === 'string' && sha256 !== undefined && official !== undefined;
  return {
    place: treePath(entry),
    origin,
    // A torn one has no record that counts; below the machine's root nobody else puts anything.
    owner: ours || origin === 'machine' ? 'setup-go-win' : 'another-action',
    version,
    goVersion: whole ? found.goVersion : toGoVersion(version),
    architecture,
    state: found.state,
    reason:
      found.state === 'torn'
        ? found.reason
        : whole
          ? null
          : 'the link current leads there, and nothing is there',
    provenance: ours ? { sha256, source, official, installedAt: String(installedAt ?? '') } : null,
  };
}

async function ofProduct(product: MsiProduct, machineRoot: string): Promise<Omit<InventoryGo, 'current'>> {
  const tree = await inspectProduct(machineRoot, product);
  const state = tree.state === 'whole' ? 'whole' : tree.state === 'absent' ? 'absent' : 'torn';
  return {
    place: product.installDir ?? '',
    origin: 'msi',
    owner: product.owner ?? 'windows-installer',
    version: product.version || null,
    goVersion: product.goVersion || null,
    architecture: product.architecture,
    state,
    reason: state === 'whole' ? null : tree.reason,
    provenance: null,
  };
}

/** A tree that nobody has described; undefined where it is none. */
async function ofTree(place: string, origin: Origin): Promise<Omit<InventoryGo, 'current'> | undefined> {
  const goVersion = await readGoVersion(place);
  const architecture = await readArchitecture(place);
  if (goVersion === undefined && architecture === undefined) return undefined;
  // A development version, or one with a suffix, is the name of no release.
  const version = toSemver(/^go[\w.]+/.exec(goVersion ?? '')?.[0] ?? '') ?? null;
  const found = architecture
    ? await inspectInstallDir(place, { version: version ?? '', architecture }, undefined)
    : undefined;
  const whole = found?.state === 'whole';
  return {
    place,
    origin,
    owner: null,
    version,
    goVersion: goVersion ?? null,
    architecture: architecture ?? null,
    state: whole ? 'whole' : 'torn',
    reason: whole ? null : (found?.reason ?? 'bin\\go.exe is missing or no Windows program'),
    provenance: null,
  };
}

/** Where a package manager keeps the trees of a Go that it has on record. Chocolatey has none: it runs the MSI. */
async function treesOf({ manager, path: place }: ManagedGo): Promise<string[]> {
  switch (manager) {
    case 'chocolatey':
      return [];
    case 'scoop':
      // `current` is a link to one of the versions beside it.
      return (await names(place)).filter((name) => name !== 'current').map((name) => path.join(place, name));
    case 'winget':
      return [place, path.join(place, 'go')];
  }
}

/** Where people put a Go: where its installer puts it, and where golang.org/dl does (`%USERPROFILE%\sdk\go1.26.6`). */
async function usualPlaces(env: NodeJS.ProcessEnv): Promise<string[]> {
  const sdk = path.join(env['USERPROFILE'] || 'C:\\', 'sdk');
  const downloaded = (await names(sdk))
    .filter((name) => /^go/.test(name))
    .map((name) => path.join(sdk, name));
  return [
    ...downloaded,
    defaultInstallDir('x64', env),
    defaultInstallDir('x86', env),
    `${env['SystemDrive'] || 'C:'}\\Go`,
  ];
}

async function names(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(() => [])).sort();
}
