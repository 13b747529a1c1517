import { access, mkdir, readdir, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { LabError, type Say, type WindowsLab } from './lab.ts';
import { withKernelLock } from './lock.ts';
import { openNativeLab } from './native.ts';
import { fetchWindowsNode, NODE_PACKAGE } from './node.ts';
import { labPlaces, type Places } from './places.ts';
import { copyPrefix, makePrefix, makeWineHome } from './prefix.ts';
import { buildRoot, ensureTools } from './root.ts';
import { ownWine, type Wine, wineInRoot } from './wine.ts';
import { openWineLab, stopWine } from './wine-lab.ts';

/** Bytes that the preparation needs at its peak: root 1.1 GB, two prefixes of 0.8 GB, downloads. */
const NEEDED_BYTES = 4e9;

export interface PrepareOptions {
  /** Takes the progress; each line starts with the seconds since the start. Silent where left out. */
  readonly say?: Say;
  /** Host path of another Wine prefix (a copy of the lab's own) for a Windows of one's own. */
  readonly prefix?: string;
}

/**
 * Prepares Windows on this machine and opens it. The first time takes a minute or two and 3 GB of the user's cache
 * directory ({@link labPlaces}); then it takes a moment. Each part is built beside its place and renamed into it, so
 * an interrupted preparation leaves nothing half-made, and one process prepares at a time.
 * @throws LabError when it can't be prepared here, with the remedy
 */
export async function prepareWindows(options: PrepareOptions = {}): Promise<WindowsLab> {
  if (process.platform === 'win32') return await openNativeLab();
  const { own, places } = await prepareWine(options.say);
  const wine = own ?? (await wineInRoot(places.root));
  return await openWineLab(wine, {
    prefix: options.prefix ?? places.prefix,
    home: places.home,
    node: path.join(places.node, 'node.exe'),
  });
}

/**
 * Prepares all that {@link prepareWindows} needs under Wine, and opens nothing.
 * @returns where the parts lie, and the machine's own Wine where that is used
 * @throws LabError when it can't be prepared here, with the remedy
 */
export async function prepareWine(tell?: Say): Promise<{ own: Wine | undefined; places: Places }> {
  const started = Date.now();
  const say: Say = (line) => tell?.(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`);
  if (process.platform !== 'linux') {
    throw new LabError(`The Windows lab can't run on ${process.platform}.`, 'Run it on Linux or on Windows.');
  }
  const own = await ownWine();
  const places = labPlaces(own !== undefined);
  await prepareOnce(places, wanted(places, own), say, () => prepareParts(places, own, say));
  await makeWineHome(places.home);
  return { own, places };
}

/**
 * Ends every Windows process of a prefix, whoever started it. Nothing to do on Windows.
 * @param prefix host path; the lab's own where left out
 */
export async function stopWindows(prefix?: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const own = await ownWine();
  const places = labPlaces(own !== undefined);
  if (!(await exists(prefix ?? places.prefix))) return;
  const wine = own ?? (await wineInRoot(places.root));
  await stopWine(wine, { ...places, prefix: prefix ?? places.prefix });
  wine.close();
}

/**
 * Makes sure that the lab's Debian root is there, for its programs without Windows.
 * @returns its host path
 * @throws LabError when it can't be built here, with the remedy
 */
export async function prepareDebianRoot(say: Say): Promise<string> {
  const places = labPlaces(false);
  await prepareOnce(places, [places.root], say, async () => {
    await makeRoom(places, say);
    await prepareRoot(places, say);
  });
  return places.root;
}

/** Prepares, one process at a time, where one of the places is missing. */
async function prepareOnce(
  { cache }: Places,
  needed: readonly string[],
  say: Say,
  prepare: () => Promise<void>,
): Promise<void> {
  const complete = async () => (await Promise.all(needed.map(exists))).every(Boolean);
  if (await complete()) return;
  await makeDirectory(cache);
  await withKernelLock(path.join(cache, 'windows.lock'), say, async () => {
    if (!(await complete())) await prepare();
  });
}

function wanted(places: Places, own: Wine | undefined): string[] {
  const always = [places.node, places.pristine, places.prefix];
  return own ? always : [places.root, ...always];
}

async function makeRoom(places: Places, say: Say): Promise<void> {
  await removeLeftovers(places, say);
  const { bavail, bsize } = await statfs(places.cache);
  if (bavail * bsize < NEEDED_BYTES) {
    throw new LabError(
      `${places.cache} has ${((bavail * bsize) / 1e9).toFixed(1)} GB free; the lab needs ${NEEDED_BYTES / 1e9} GB.`,
      'Free some, or point SETUP_GO_WIN_LAB to a directory on a larger disk.',
    );
  }
}

async function prepareParts(places: Places, own: Wine | undefined, say: Say): Promise<void> {
  say(`preparing Windows in ${places.cache}: a minute or two and 3 GB, once; later runs find it there`);
  await makeRoom(places, say);
  const node = (async () => {
    if (await exists(places.node)) return;
    await fetchWindowsNode(places.node);
    say(`Windows node is there (${NODE_PACKAGE})`);
  })();
  const wine = (async () => {
    if (own) say(`using this machine's own ${own.version}`);
    else await prepareRoot(places, say);
    await makeWineHome(places.home);
    if (!(await exists(places.pristine))) {
      const opened = own ?? (await wineInRoot(places.root));
      say(`making a Wine prefix with ${opened.version}`);
      await makePrefix(opened, places.pristine, places.home).finally(() => opened.close());
    }
    if (!(await exists(places.prefix))) await copyPrefix(places.pristine, places.prefix);
    say('Wine prefix is there');
  })();
  // Both end before an error is passed on, so that nothing goes on behind the caller's back.
  for (const result of await Promise.allSettled([wine, node])) {
    if (result.status === 'rejected') throw result.reason;
  }
}

async function prepareRoot({ root }: Places, say: Say): Promise<void> {
  if (await exists(root)) return;
  await ensureTools(say);
  say('building a Debian 13 root with Wine 10 and wixl (about a minute, 1.1 GB)');
  await buildRoot(root, say);
  say('Debian root is there');
}

/** What an interrupted preparation left. Only called under the lock, so nobody works in there. */
async function removeLeftovers({ cache }: Places, say: Say): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!/\.part-\d+$/.test(name)) continue;
    say(`removing ${name}, left by an interrupted preparation`);
    await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw new LabError(
      `${directory} can't be made.`,
      'Point SETUP_GO_WIN_LAB to a directory of yours.',
      error,
    );
  }
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
