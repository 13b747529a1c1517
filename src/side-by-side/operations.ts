import { SetupError } from '../errors.ts';
import { isSamePlace, linksOf, readLink } from '../machine/current.ts';
import { lastSuccess } from '../machine/history.ts';
import { tidyAfterHit } from '../provide.ts';
import { toGoVersion } from '../release/names.ts';
import { chooseVersion } from '../release/select.ts';
import { quote, type VersionRequest } from '../release/spec.ts';
import { listEntries, listPlaces } from '../toolcache/entries.ts';
import { inspectEntry, readProvenance } from '../toolcache/inspect.ts';
import { type Entry, mirrorTool, OFFICIAL_TOOL, treePath } from '../toolcache/layout.ts';
import { architectureOf, askedOf, search, useHit } from '../toolchain.ts';
import { type Operated, ofMachine } from './operate.ts';
import { entryAt, type Session, versionsRoot } from './session.ts';
import { switchTo } from './switch.ts';
import { removeVersion } from './uninstall.ts';

/**
 * Makes a version that is there the machine's Go. Nothing is downloaded.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there; E_VERIFY where it is not whole
 */
export async function switchToPresent(
  request: VersionRequest | undefined,
  session: Session,
): Promise<Operated> {
  if (request === undefined) throw withoutVersion();
  for (;;) {
    const entry = await findPresent(request, session);
    try {
      return await useAndSwitch(entry, 'switch', session);
    } catch (error) {
      // The newest match of a range may be too young for the policy.
      if (!session.context.policy?.passesOver(request.spec, error)) throw error;
    }
  }
}

/**
 * Returns to the version before the last successful change. It has to be there, and whole.
 *
 * @throws SetupError E_NOT_FOUND where nothing is remembered, or the version is gone; E_VERIFY where it is not whole
 */
export async function rollback(session: Session): Promise<Operated> {
  const { root, context } = session;
  const last = await lastSuccess(root, 'zip');
  const entry = entryAt(root, last?.fromTree);
  if (entry === undefined) {
    throw new SetupError(
      'E_NOT_FOUND',
      `There is no version to roll back to: no successful switch from one is remembered. ${await presentIn(session)}`,
      {
        remedy: 'Name the version that you want with operation: switch, or with operation: install.',
        evidence: [`history in ${root}`],
      },
    );
  }
  const name = toGoVersion(entry.version);
  context.log.info(`Rolling back to ${name} in ${treePath(entry)}, the Go before the last successful change`);
  const found = await inspectEntry(entry);
  if (found.state === 'absent') {
    throw new SetupError(
      'E_NOT_FOUND',
      `${name}, which was the Go of the machine before, is not there any more. ${await presentIn(session)}`,
      {
        remedy: `Switch to one of those, or install ${entry.version} again with operation: install.`,
        evidence: [`gone: ${treePath(entry)}`],
      },
    );
  }
  return await useAndSwitch(entry, 'rollback', session);
}

/**
 * Writes every file of a version anew: of the one that is named, else of the machine's Go. The same build as before, where its hash is known.
 *
 * @throws SetupError E_NOT_FOUND where there is none; or of whatever stood in the way
 */
export async function repair(request: VersionRequest | undefined, session: Session): Promise<Operated> {
  const { context } = session;
  const entry = request ? await findPresent(request, session) : await currentEntry('repair', session);
  const { version, architecture } = entry;
  requireItsMirror(entry, session);
  const found = await inspectEntry(entry);
  const provenance = found.state === 'whole' ? found.provenance : await readProvenance(entry, 0);
  const sha256 = provenance?.sha256 ?? '';
  const inputs = { ...context.inputs, architecture, checksum: context.inputs.checksum || sha256 };
  context.log.info(`${toGoVersion(version)} in ${treePath(entry)} is installed anew`);
  const { install } = await import('../install.ts');
  const spec = { kind: 'exact', version, text: version } as const;
  const own = { ...context, inputs };
  const toolchain = await install({ spec, origin: 'operation: repair' }, own, { anew: true });
  if (toolchain.entry) await context.leases.hold(toolchain.entry);
  const leads = await readLink(linksOf(session.root).current);
  // What is not the machine's Go is repaired where it is, and stays that.
  if (leads === undefined || isSamePlace(leads, treePath(entry)))
    await switchTo(entryAt(session.root, toolchain.goroot) ?? entry, 'repair', session);
  return { toolchains: [ofMachine(toolchain)], changed: !inputs.dryRun };
}

/** A build that only a mirror has cannot come from anywhere else. @throws SetupError E_INPUT */
function requireItsMirror({ tool, version, ...rest }: Entry, { context }: Session): void {
  const { mirror } = context.inputs;
  if (tool === OFFICIAL_TOOL || (mirror !== '' && tool === mirrorTool(mirror))) return;
  throw new SetupError(
    'E_INPUT',
    `${toGoVersion(version)} in ${treePath({ tool, version, ...rest })} is the build of a mirror, and ${mirror === '' ? 'none is given' : 'go-download-base-url is another one'}.`,
    {
      remedy:
        'Give the go-download-base-url that it was installed from, or install another build with operation: install.',
    },
  );
}

/** Removes the version that is named, else the machine's Go. Where there is none, it is done. @throws SetupError as removeVersion */
export async function uninstall(request: VersionRequest | undefined, session: Session): Promise<Operated> {
  const { root, context } = session;
  const leads = await readLink(linksOf(root).current);
  const none = request === undefined || (await listPlaces(versionsRoot(root))).length === 0;
  if (none && leads === undefined) {
    context.log.info('Nothing to uninstall');
    return { toolchains: [], changed: false };
  }
  const entry = request ? await findPresent(request, session) : await currentEntry('uninstall', session);
  if (context.inputs.dryRun) {
    const also = isSamePlace(leads, treePath(entry))
      ? `, and ${linksOf(root).current}, which leads there`
      : '';
    context.log.info(`Would remove ${treePath(entry)}${also}`);
    return { toolchains: [], changed: false };
  }
  await removeVersion(entry, session);
  context.log.info(await presentIn(session));
  return { toolchains: [], changed: true };
}

async function useAndSwitch(
  entry: Entry,
  operation: 'switch' | 'rollback',
  session: Session,
): Promise<Operated> {
  const { context } = session;
  const found = await inspectEntry(entry);
  if (found.state !== 'whole') {
    const reason = found.state === 'torn' ? found.reason : 'it is gone';
    throw new SetupError(
      'E_VERIFY',
      `${toGoVersion(entry.version)} in ${treePath(entry)} is not whole: ${reason}. Nothing was switched.`,
      {
        remedy: `Install it anew with operation: repair and go-version: ${entry.version}, or switch to another version.`,
        evidence: [await presentIn(session)],
      },
    );
  }
  await context.policy?.requireTree(askedOf(entry, found), treePath(entry));
  await context.leases.hold(entry);
  const changed = await switchTo(entry, operation, session);
  const toolchain = await useHit(entry, found, context);
  await tidyAfterHit(toolchain, context);
  return { toolchains: [ofMachine(toolchain)], changed };
}

/** The newest version that is there and matches; of two builds of one version, the one that an installation with these inputs would use. */
async function findPresent({ spec, origin }: VersionRequest, session: Session): Promise<Entry> {
  const { root, context } = session;
  const architecture = architectureOf(context);
  const marked = await listEntries(versionsRoot(root));
  const places = await listPlaces(versionsRoot(root));
  const current = entryAt(root, await readLink(linksOf(root).current));
  // One without a marker was left by a run that was killed, and what the link leads to may be gone: they are named, and no range prefers them.
  for (const all of [marked, current === undefined ? places : [...places, current]]) {
    const entry = choosePresent(
      spec,
      all.filter((one) => one.architecture === architecture),
      context,
    );
    if (entry !== undefined) return entry;
  }
  const any = (await listPlaces(versionsRoot(root))).length > 0;
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

async function currentEntry(operation: string, session: Session): Promise<Entry> {
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

async function presentIn({ root }: Session): Promise<string> {
  const present = await listPlaces(versionsRoot(root));
  if (present.length === 0) return `No version is there, in ${versionsRoot(root)}.`;
  const described = present.map(async (entry) => {
    const whole = (await inspectEntry(entry).catch(() => undefined))?.state === 'whole';
    return `${entry.version} (${entry.architecture}${whole ? '' : ', not whole'})`;
  });
  return `Versions that are there: ${(await Promise.all(described)).join(', ')}.`;
}

function withoutVersion(): SetupError {
  return new SetupError('E_INPUT', 'No Go version is given, and operation: switch needs one.', {
    remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
  });
}
