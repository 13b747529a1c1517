import { SetupError } from '../errors.ts';
import { linksOf, readLink } from '../machine/current.ts';
import { chooseVersion } from '../release/select.ts';
import { quote, type VersionRequest } from '../release/spec.ts';
import { listEntries, listPlaces } from '../toolcache/entries.ts';
import { inspectEntry } from '../toolcache/inspect.ts';
import { type Entry, treePath } from '../toolcache/layout.ts';
import { architectureOf, search } from '../toolchain.ts';
import { isThere } from '../windows/files.ts';
import { entryAt, type Session, versionsRoot } from './session.ts';

/**
 * The newest version that is there and matches; of two builds of one version, the one that an installation with these inputs would use.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there
 */
export async function findPresent({ spec, origin }: VersionRequest, session: Session): Promise<Entry> {
  const { root, context } = session;
  const architecture = architectureOf(context);
  const marked = await withTree(await listEntries(versionsRoot(root)));
  const places = await listPlaces(versionsRoot(root));
  const current = entryAt(root, await readLink(linksOf(root).current));
  // One without a marker was left by a run that was killed, one without a tree was removed by hand: they are named, and no range prefers them.
  for (const all of [marked, current === undefined ? places : [...places, current]]) {
    const entry = choosePresent(
      spec,
      all.filter((one) => one.architecture === architecture),
      context,
    );
    if (entry !== undefined) return entry;
  }
  const any = (await withTree(places)).length > 0;
  throw new SetupError(
    'E_NOT_FOUND',
    `There is no Go ${quote(spec.text)} (${origin}) for ${architecture} on this machine. ${await presentIn(session)}`,
    { remedy: `${any ? 'Name one of those, or install' : 'Install'} it with operation: install.` },
  );
}

function choosePresent(
  spec: VersionRequest['spec'],
  present: readonly Entry[],
  context: Session['context'],
): Entry | undefined {
  const { inputs, policy, log } = context;
  // What is not allowed may be removed.
  const ruled = inputs.operation === 'uninstall' ? {} : { ruledOut: policy?.ruledOut };
  const version = chooseVersion(
    spec,
    present.map((one) => one.version),
    { resolution: inputs.resolution, ...ruled, note: log.info },
  );
  const { tools } = search(context);
  const rank = ({ tool }: Entry) => (tools.includes(tool) ? tools.indexOf(tool) : tools.length);
  return present.filter((one) => one.version === version).sort((a, b) => rank(a) - rank(b))[0];
}

/** The machine's Go, as far as it is one of its versions. @param operation for the message @throws SetupError E_NOT_FOUND */
export async function currentEntry(operation: string, session: Session): Promise<Entry> {
  const { current } = linksOf(session.root);
  const leads = await readLink(current);
  const entry = entryAt(session.root, leads);
  if (entry !== undefined) return entry;
  const where = leads === undefined ? `There is no ${current}` : `${current} leads to ${leads}`;
  throw new SetupError(
    'E_NOT_FOUND',
    `There is no Go of the machine to ${operation}: ${where}. ${await presentIn(session)}`,
    { remedy: 'Name the version with go-version, or install one with operation: install.' },
  );
}

/** A sentence that lists the versions which are there, and says of each whether it is not whole. */
export async function presentIn({ root }: Session): Promise<string> {
  const present = await withTree(await listPlaces(versionsRoot(root)));
  if (present.length === 0) return `No version is there, in ${versionsRoot(root)}.`;
  const described = present.map(async (entry) => {
    const whole = (await inspectEntry(entry).catch(() => undefined))?.state === 'whole';
    return `${entry.version} (${entry.architecture}${whole ? '' : ', not whole'})`;
  });
  return `Versions that are there: ${(await Promise.all(described)).join(', ')}.`;
}

async function withTree(entries: readonly Entry[]): Promise<Entry[]> {
  const there = await Promise.all(entries.map(async (entry) => await isThere(treePath(entry))));
  return entries.filter((_, index) => there[index]);
}
