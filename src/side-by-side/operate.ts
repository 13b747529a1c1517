import { SetupError } from '../errors.ts';
import { requireClosedPath } from '../machine/closed-path.ts';
import { isSamePlace, linksOf, readLink } from '../machine/current.ts';
import { lastSuccess } from '../machine/history.ts';
import { leftChange } from '../machine/journal.ts';
import { machineRootAt } from '../machine/root.ts';
import { provideToolchain, tidyAfterHit } from '../provide.ts';
import type { VersionRequest } from '../release/spec.ts';
import { CHANGE_IS_OPEN, holdSettled } from '../settle-left.ts';
import { tidyRoot } from '../tidy-machine.ts';
import { findInToolCache } from '../toolcache/find.ts';
import { type Entry, treePath } from '../toolcache/layout.ts';
import { type Context, mayAnswerFromCache, search, type Toolchain, useHit } from '../toolchain.ts';
import { type Account, readAccount } from '../windows/elevation.ts';
import { rollback, switchToPresent, uninstall } from './operations.ts';
import { repair } from './repair.ts';
import { journalReplacements } from './replacement.ts';
import { entryAt, machineContext, type Session, windowsDoors } from './session.ts';
import { switchTo } from './switch.ts';
import { variablesAreSet } from './variables.ts';

/** What an operation on the machine's versions came to. */
export interface Operated {
  /** What later steps use, the last one on PATH; none after an uninstallation. */
  readonly toolchains: readonly Toolchain[];
  /** Whether anything of the machine was changed. */
  readonly changed: boolean;
}

/**
 * Installs versions side by side below the machine's root, switches the machine's Go between them, repairs and removes them, one runner at a time. What an
 * interrupted run left is finished or undone first. Where the right Go is the machine's already, nothing is changed, and no right is needed.
 *
 * @param requests what is wanted; none where the operation does not read the version, or none was given
 * @throws SetupError with the code of whatever stood in the way; after a switch that failed, which Go the machine has is part of it
 */
export async function operateSideBySide(
  requests: readonly VersionRequest[],
  context: Context,
): Promise<Operated> {
  const { inputs } = context;
  const root = machineRootAt(inputs.machineRoot);
  const own = { ...machineContext(root, context), recordReplacement: journalReplacements(root, context) };
  const doors = windowsDoors(own);
  // What a change that is open has on the machine now may be gone in a moment.
  const settled = (await leftChange(root)) === undefined;
  const anyone: Session = { root, scope: 'user', context: own, doors };
  const there = settled && inputs.operation === 'install' ? await alreadyThere(requests, anyone) : undefined;
  if (there) {
    const tidy = async () => {
      // A run that was killed since may need what lies beside.
      if ((await leftChange(root)) === undefined)
        await Promise.all(there.toolchains.map((toolchain) => tidyAfterHit(toolchain, own)));
    };
    if (!inputs.dryRun) await tidyRoot(root, context.host.runner, tidy);
    return there;
  }

  const account = await readAccount();
  const scope = account.elevated === false ? 'user' : 'machine';
  if (scope === 'user') context.policy?.refuseUser(describeAccount(account));
  const session: Session = { root, scope, context: own, doors };
  if (inputs.dryRun) {
    if (!settled) context.log.info(CHANGE_IS_OPEN);
    if (inputs.operation !== 'uninstall') await requireScope(account, session);
    return await operateLocked(requests, session);
  }
  return await holdSettled(root, account, context, async () => {
    if (inputs.operation !== 'uninstall') await requireScope(account, session);
    return await operateLocked(requests, session).catch((error) => {
      throw ofMachineRoot(error, root);
    });
  });
}

async function operateLocked(requests: readonly VersionRequest[], session: Session): Promise<Operated> {
  const { inputs, log } = session.context;
  const before = await readLink(linksOf(session.root).current);
  // What cannot be read now could not be written when the change is done.
  await lastSuccess(session.root, 'zip');
  log.info(before === undefined ? 'The machine has no Go of this kind yet' : `The machine's Go: ${before}`);
  switch (inputs.operation) {
    case 'install':
      return await install(requests, session);
    case 'switch':
      return await switchToPresent(requests[0], session);
    case 'repair':
      return await repair(requests[0], session);
    case 'rollback':
      return await rollback(session);
    case 'uninstall':
      return await uninstall(requests[0], session);
    default:
      throw new TypeError(`${inputs.operation} is no operation on one version`);
  }
}

async function install(requests: readonly VersionRequest[], session: Session): Promise<Operated> {
  const toolchains: Toolchain[] = [];
  for (const request of requests)
    toolchains.push(ofMachine(await provideToolchain(request, session.context)));
  const last = entryAt(session.root, toolchains.at(-1)?.goroot);
  const changed = last !== undefined && (await switchTo(last, 'install', session));
  return {
    toolchains,
    changed: changed || (!session.context.inputs.dryRun && toolchains.some(({ hit }) => !hit)),
  };
}

/** A Go of the machine, for later steps: they get its own directory, so that a switch while they run is of no matter to them. */
export function ofMachine(toolchain: Toolchain): Toolchain {
  return { ...toolchain, source: 'machine' };
}

/** Where every version that is wanted is there, and the last one is the machine's Go. Aliases ask the list, as everywhere. */
async function alreadyThere(
  requests: readonly VersionRequest[],
  session: Session,
): Promise<Operated | undefined> {
  const { root, context } = session;
  const hits: { entry: Entry; found: Parameters<typeof useHit>[1]; origin: string }[] = [];
  for (const { spec, origin } of requests) {
    if (!mayAnswerFromCache(spec, context.inputs)) return undefined;
    const { hit } = await findInToolCache(spec, search(context));
    if (hit === undefined) return undefined;
    hits.push({ ...hit, origin });
  }
  const last = hits.at(-1);
  const leads = await readLink(linksOf(root).current).catch(() => undefined);
  if (last === undefined || !isSamePlace(leads, treePath(last.entry))) return undefined;
  if (!(await variablesAreSet(session, context.inputs.machineGoroot))) return undefined;
  const toolchains: Toolchain[] = [];
  for (const { entry, found, origin } of hits) {
    await context.policy?.requireVersion({ version: entry.version, origin });
    if (!(await context.leases.hold(entry))) return undefined;
    toolchains.push(ofMachine(await useHit(entry, found, context)));
  }
  context.log.info(`${linksOf(root).current} leads to ${treePath(last.entry)}: nothing is to be changed`);
  return { toolchains, changed: false };
}

/**
 * Says whose PATH is written. The machine's only by an administrator, and only where nobody else can put something in the place of what is on it.
 *
 * @throws SetupError E_ACL
 */
async function requireScope(account: Account, { root, scope, context }: Session): Promise<void> {
  const { log } = context;
  if (scope === 'user') {
    log.info(
      `Not elevated (${account.reason}): PATH of the user ${describeAccount(account)} is written, not that of the machine`,
    );
    return;
  }
  await requireClosedPath(root, account.sid, (line) => log.info(line));
}

function describeAccount({ name, sid }: Account): string {
  return name ?? sid ?? 'who runs this step';
}

/** What is said of the tool cache is said of the machine's root here: that is where versions of the machine go. */
function ofMachineRoot(error: unknown, root: string): unknown {
  if (!(error instanceof SetupError) || !/RUNNER_TOOL_CACHE/.test(error.remedy)) return error;
  const { code, message, state, evidence, cause } = error;
  return new SetupError(code, message, {
    remedy:
      'Run the runner under an administrator’s account, see that there is room on that drive, or name another place with machine-root.',
    ...(state === undefined ? {} : { state }),
    evidence: [...evidence, `machine root ${root}`],
    cause,
  });
}
