import { SetupError } from '../errors.ts';
import { isSamePlace, linksOf, readLink } from '../machine/current.ts';
import { lastSuccess } from '../machine/history.ts';
import { tidyAfterHit } from '../provide.ts';
import { toGoVersion } from '../release/names.ts';
import type { VersionRequest } from '../release/spec.ts';
import { listPlaces } from '../toolcache/entries.ts';
import { inspectEntry } from '../toolcache/inspect.ts';
import { type Entry, treePath } from '../toolcache/layout.ts';
import { askedOf, useHit } from '../toolchain.ts';
import { isThere } from '../windows/files.ts';
import { type Operated, ofMachine } from './operate.ts';
import { currentEntry, findPresent, presentIn } from './present.ts';
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
  return await useAndSwitch(entry, 'rollback', session);
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
  if (!(await isThere(treePath(entry)))) throw await gone(entry, operation, session);
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

/** Also where its marker was left: who removes a version by hand removes its directory. */
async function gone(entry: Entry, operation: 'switch' | 'rollback', session: Session): Promise<SetupError> {
  const { version } = entry;
  const what = operation === 'rollback' ? ', which was the Go of the machine before,' : '';
  return new SetupError(
    'E_NOT_FOUND',
    `${toGoVersion(version)}${what} is not there any more. Nothing was switched. ${await presentIn(session)}`,
    {
      remedy: `Switch to one of those, or install ${version} again with operation: install.`,
      evidence: [`gone: ${treePath(entry)}`],
    },
  );
}

function withoutVersion(): SetupError {
  return new SetupError('E_INPUT', 'No Go version is given, and operation: switch needs one.', {
    remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
  });
}
