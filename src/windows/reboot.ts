import {
  findValue,
  numberOf,
  type ReadKey,
  type RegistryValue,
  readKey,
  textOf,
  writeValue,
} from './registry.ts';

/** A rename or removal that Windows will do at its next start. Paths without the system's own prefixes. */
export interface PendingRename {
  readonly from: string;
  /** Undefined: `from` is removed. */
  readonly to: string | undefined;
}

/** What the registry says of restarts that are due, and of installations that are under way; undefined where it may not be read. */
export interface RebootFacts {
  readonly renames: readonly PendingRename[] | undefined;
  /** Component Based Servicing (features, updates) waits for a restart. */
  readonly servicing: boolean | undefined;
  /** Windows Update waits for a restart. */
  readonly update: boolean | undefined;
  /** Windows Setup itself is at work. */
  readonly setup: boolean | undefined;
  /** The script of an installation that is under way or was interrupted; '' where there is none. */
  readonly installation: string | undefined;
}

const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** Reads {@link RebootFacts}. Never throws: a fact that can't be read is undefined. */
export async function readRebootFacts(read: ReadKey = readKey): Promise<RebootFacts> {
  const unknown = () => undefined;
  const exists = async (key: string) => (await read(key)) !== undefined;
  const [renames, servicing, update, setup, installation] = await Promise.all([
    readPendingRenames(read).catch(unknown),
    exists(`${CURRENT}\\Component Based Servicing\\RebootPending`).catch(unknown),
    exists(`${CURRENT}\\WindowsUpdate\\Auto Update\\RebootRequired`).catch(unknown),
    read('HKLM\\SYSTEM\\Setup').then(
      (keys) => numberOf(findValue(keys?.[0], 'SystemSetupInProgress')) === 1,
      unknown,
    ),
    read(`${CURRENT}\\Installer\\InProgress`).then(
      (keys) => (keys === undefined ? '' : (textOf(findValue(keys[0], '')) ?? '(unnamed)')),
      unknown,
    ),
  ]);
  return { renames, servicing, update, setup, installation };
}

/**
 * The renames and removals that wait for the next start (MoveFileEx, MOVEFILE_DELAY_UNTIL_REBOOT).
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
export async function readPendingRenames(read: ReadKey = readKey): Promise<PendingRename[]> {
  const key = (await read(SESSION_MANAGER))?.[0];
  return ['PendingFileRenameOperations', 'PendingFileRenameOperations2'].flatMap((name) =>
    parsePendingRenames(findValue(key, name)),
  );
}

/**
 * Pairs of paths; an empty second one means removal. Paths begin with `\??\`, those to be written over with `!`, and newer systems put
 * `*1` and the like before them.
 */
export function parsePendingRenames(value: RegistryValue | undefined): PendingRename[] {
  if (value?.type !== 'multi_sz') return [];
  const pairs: PendingRename[] = [];
  for (let at = 0; at < value.data.length; at += 2) {
    const from = plainPath(value.data[at] ?? '');
    const to = plainPath(value.data[at + 1] ?? '');
    if (from !== '') pairs.push({ from, to: to === '' ? undefined : to });
  }
  return pairs;
}

function plainPath(text: string): string {
  return text.replace(/^[!*\d]*\\\?\?\\/, '').replace(/^UNC\\/i, '\\\\');
}

/**
 * Takes renames and removals off the list of the next start, each once, and leaves the rest of it byte for byte. For what an installation left
 * there and what has been done since in another way (microsoft/WSL#40535).
 *
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
export async function dropPending(drop: readonly PendingRename[], read: ReadKey = readKey): Promise<void> {
  const key = (await read(SESSION_MANAGER))?.[0];
  const left = [...drop];
  for (const name of ['PendingFileRenameOperations', 'PendingFileRenameOperations2']) {
    const value = findValue(key, name);
    if (value?.type !== 'multi_sz') continue;
    const kept: string[] = [];
    for (let at = 0; at < value.data.length; at += 2) {
      const raw = [value.data[at] ?? '', value.data[at + 1] ?? ''];
      const [pair] = parsePendingRenames({ type: 'multi_sz', data: raw });
      const match = left.findIndex(({ from, to }) => from === pair?.from && to === pair.to);
      if (match < 0) kept.push(...raw);
      else left.splice(match, 1);
    }
    if (kept.length === value.data.length) continue;
    await writeValue(SESSION_MANAGER, name, kept.length === 0 ? undefined : { type: 'multi_sz', data: kept });
  }
}

/** Those that touch a directory or what lies below it. */
export function pendingUnder(renames: readonly PendingRename[], directory: string): PendingRename[] {
  return renames.filter(
    ({ from, to }) => isBelow(from, directory) || (to !== undefined && isBelow(to, directory)),
  );
}

/**
 * What an installation left to be done at the next start below a directory: there the next start would remove or change files that were
 * just installed, whatever the installation's exit code said.
 */
export function diffPending(
  before: readonly PendingRename[],
  after: readonly PendingRename[],
  directory: string,
): PendingRename[] {
  const old = new Map<string, number>();
  const name = ({ from, to }: PendingRename) => `${from}\0${to ?? ''}`.toLowerCase();
  for (const pair of before) old.set(name(pair), (old.get(name(pair)) ?? 0) + 1);
  const added = after.filter((pair) => {
    const left = old.get(name(pair)) ?? 0;
    old.set(name(pair), left - 1);
    return left <= 0;
  });
  return pendingUnder(added, directory);
}

/** Whether a Windows path is a directory or lies below it; without case. */
export function isBelow(file: string, directory: string): boolean {
  const [inner, outer] = [file, directory].map((text) =>
    text.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase(),
  );
  return inner === outer || (inner ?? '').startsWith(`${outer}\\`);
}
