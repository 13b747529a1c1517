import type { Inventory, InventoryGo } from '../inventory/document.ts';
import { linksOf, readLink } from '../machine/current.ts';
import { machineRootAt } from '../machine/root.ts';
import type { Architecture } from '../release/release.ts';
import { entryAt } from '../side-by-side/session.ts';
import { inspectEntry } from '../toolcache/inspect.ts';
import { architectureOf, type Context } from '../toolchain.ts';

/** The Go that a machine has: what `current` leads to, or what Windows Installer has registered. */
export interface MachineGo {
  /** A semver. */
  readonly version: string;
  /** As Go spells it. */
  readonly goVersion: string;
  /** Its own directory, not the link to it. */
  readonly goroot: string;
  readonly architecture: Architecture;
}

/**
 * The machine's Go by the step's install method, for the architecture that the step is about where it is an MSI's. Starts no process but reg.exe.
 *
 * @returns undefined where there is none, and where it is not whole
 * @throws SetupError E_LOCKED, E_PERMISSION, E_VERIFY where it may not be looked at, or something else stands in the place of the link
 */
export async function machineGo(context: Context): Promise<MachineGo | undefined> {
  const { inputs } = context;
  const root = machineRootAt(inputs.machineRoot);
  if (inputs.installMethod === 'msi') {
    const { inspectRegistered } = await import('../msi/state.ts');
    const [registered] = await inspectRegistered(root, architectureOf(context));
    if (registered?.tree.state !== 'whole') return undefined;
    const { version, goVersion, installDir, architecture } = registered.product;
    return { version, goVersion, goroot: installDir ?? '', architecture };
  }
  const leads = await readLink(linksOf(root).current);
  const entry = entryAt(root, leads);
  if (entry === undefined || leads === undefined) return undefined;
  const found = await inspectEntry(entry);
  if (found.state !== 'whole') return undefined;
  const { version, architecture } = entry;
  return { version, goVersion: found.goVersion, goroot: leads, architecture };
}

/** The same by an inventory that was taken already. */
export function machineGoOf(inventory: Inventory, context: Context): MachineGo | undefined {
  const wanted = architectureOf(context);
  const isIt = ({ origin, current, architecture }: InventoryGo) =>
    context.inputs.installMethod === 'msi'
      ? origin === 'msi' && architecture === wanted
      : origin === 'machine' && current;
  const go = inventory.goes.find((one) => isIt(one) && one.state === 'whole');
  if (!go?.version || !go.architecture) return undefined;
  const { version, goVersion, place, architecture } = go;
  return { version, goVersion: goVersion ?? version, goroot: place, architecture };
}
