import { hostname, release } from 'node:os';
import path from 'node:path';
import { linksOf, readLink } from '../machine/current.ts';
import { lastSuccess, versionBefore } from '../machine/history.ts';
import { leftChange } from '../machine/journal.ts';
import { type EnvironmentScope, readEnvironmentValues } from '../machine/machine-path.ts';
import { machineRootAt } from '../machine/root.ts';
import { findManagedGoes } from '../msi/owners.ts';
import { architectureOf, type Context } from '../toolchain.ts';
import { readAccount } from '../windows/elevation.ts';
import { isDirectory } from '../windows/files.ts';
import { freeSpace, nearestDirectory } from '../windows/places.ts';
import { pendingUnder, type RebootFacts, readRebootFacts } from '../windows/reboot.ts';
import type { Inventory, InventoryGo } from './document.ts';
import { findGoes } from './goes.ts';
import { describeSearch, goesOn, lookForGoes, searches, treeOf } from './paths.ts';

/**
 * Looks at every Go of the machine and at what decides which one is used. Changes nothing, asks no network, runs no go. What cannot be looked at
 * is told in the notes, and hides nothing else.
 */
export async function takeInventory(
  context: Context,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Inventory> {
  const { inputs, host } = context;
  const notes: string[] = [];
  const note = (line: string) => void (notes.includes(line) || notes.push(line));
  const attempt = async <T>(what: string, look: () => Promise<T>): Promise<T | undefined> =>
    await look().catch((error) => {
      note(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    });
  const root = machineRootAt(inputs.machineRoot);
  const variables = (scope: EnvironmentScope) =>
    attempt(`The variables of the ${scope}`, () => readEnvironmentValues(scope));
  const [machine, user, current, left, account, reboot] = await Promise.all([
    variables('machine'),
    variables('user'),
    attempt('The link current', () => readLink(linksOf(root).current)),
    attempt('The journal', () => leftChange(root)),
    readAccount(),
    readRebootFacts(),
  ]);
  const looked = searches(machine, user, env);
  const all = [looked.machine, looked.user, looked.job];
  const sight = await lookForGoes(all, note);
  const named = all.flatMap((search) => [
    ...goesOn(search, sight).map(treeOf),
    ...(search.goroot === undefined || !sight.answers(search.goroot) ? [] : [search.goroot]),
  ]);
  const goes = await findGoes(
    { toolCaches: host.toolCaches, machineRoot: root, current, named: rootsOf(named), env },
    note,
  );
  const last = await attempt('The history', () => lastSuccess(root, 'zip'));
  const msi = await attempt('The history', () => versionBefore(root, 'msi', architectureOf(context)));
  const change = left?.change;
  return {
    schema: 1,
    takenAt: new Date().toISOString(),
    host: {
      name: hostname(),
      architecture: host.architecture,
      windows: release(),
      account: account.name ?? account.sid ?? null,
      elevated: account.elevated ?? null,
    },
    goes,
    packages: findManagedGoes(env).map(({ manager, path: place, version }) => ({
      manager,
      place,
      version: version ?? null,
    })),
    path: {
      machine: await describeSearch(looked.machine, goes, sight),
      user: await describeSearch(looked.user, goes, sight),
      job: await describeSearch(looked.job, goes, sight),
    },
    machineRoot: {
      place: root,
      there: await isDirectory(root),
      current: current ?? null,
      unfinished: change
        ? {
            method: change.method,
            operation: change.operation,
            from: change.from ?? null,
            to: change.to ?? null,
            startedAt: change.startedAt,
            runner: change.runner,
          }
        : null,
      rollback: { zip: (last?.fromTree && last.from) || null, msi: msi ?? null },
    },
    reboot: describeReboot(reboot, goes),
    space: await readSpace([...host.toolCaches, root, `${env['SystemDrive'] || 'C:'}\\`]),
    notes,
  };
}

/** A shim or a wrapper lies in no tree; a directory named twice is one. */
function rootsOf(directories: readonly string[]): string[] {
  return [...new Set(directories)].filter((directory) => path.dirname(directory) !== directory);
}

function describeReboot(facts: RebootFacts, goes: readonly InventoryGo[]): Inventory['reboot'] {
  const { renames, servicing, update, setup, installation } = facts;
  const reasons = [
    ...(renames && renames.length > 0
      ? [`${renames.length} file(s) are replaced or removed at the next start`]
      : []),
    ...(servicing ? ['Windows features or updates (Component Based Servicing)'] : []),
    ...(update ? ['Windows Update'] : []),
    ...(setup ? ['Windows Setup is at work'] : []),
    ...(installation ? ['an installation is under way or was interrupted'] : []),
  ];
  const unknown = [renames, servicing, update, setup, installation].includes(undefined);
  const below = goes.flatMap(({ place }) => pendingUnder(renames ?? [], place));
  return {
    pending: reasons.length > 0 ? true : unknown ? null : false,
    reasons,
    files: [...new Set(below)].map(({ from, to }) => ({ from, to: to ?? null })),
  };
}

/** One figure a drive. */
async function readSpace(places: readonly string[]): Promise<Inventory['space']> {
  const drives = new Map<string, { place: string; freeBytes: number | null }>();
  for (const place of places) {
    const nearest = await nearestDirectory(place);
    const drive = path.parse(nearest).root;
    if (!drives.has(drive.toLowerCase()))
      drives.set(drive.toLowerCase(), { place: drive, freeBytes: (await freeSpace(nearest)) ?? null });
  }
  return [...drives.values()];
}

/** The inventory for people: one line a Go, and what decides. */
export function describeInventory(inventory: Inventory): string[] {
  const { goes, path: paths, machineRoot, reboot, space, notes } = inventory;
  const lines = goes.map(
    ({ goVersion, architecture, place, origin, owner, state, reason, current }) =>
      `${goVersion ?? 'a Go without a version'} ${architecture ?? ''} in ${place || 'a place that is not on record'}: ${origin}, ${state}${reason === null ? '' : ` (${reason})`}${owner === null ? '' : `, owner ${owner}`}${current ? ', the current one of the machine' : ''}`,
  );
  if (goes.length === 0) lines.push('There is no Go on this machine');
  for (const [whose, { winner, all, goroot }] of Object.entries(paths)) {
    const others = all.length > 1 ? `, before ${all.slice(1).join(', ')}` : '';
    const tree = goroot === null ? '' : `; GOROOT = ${goroot}`;
    lines.push(`PATH of the ${whose}: ${winner === null ? 'no go' : `${winner}${others}`}${tree}`);
  }
  const { unfinished, current } = machineRoot;
  if (current !== null) lines.push(`current of the machine leads to ${current}`);
  if (unfinished)
    lines.push(
      `Unfinished: ${unfinished.operation} of ${unfinished.from ?? 'nothing'} → ${unfinished.to ?? 'nothing'} (${unfinished.method}), begun ${unfinished.startedAt} by ${unfinished.runner}; the next operation settles it`,
    );
  if (reboot.reasons.length > 0) lines.push(`A restart of Windows is due: ${reboot.reasons.join('; ')}`);
  for (const { place, freeBytes } of space)
    lines.push(
      `${place}: ${freeBytes === null ? 'free space is not known' : `${Math.floor(freeBytes / 1e6)} MB free`}`,
    );
  return [...lines, ...notes.map((line) => `Not looked at: ${line}`)];
}
