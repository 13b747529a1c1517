import { SetupError, systemCode } from '../errors.ts';
import { isSamePlace, linksOf, pointCurrent, readLink, removeLink } from '../machine/current.ts';
import { rememberSuccess } from '../machine/history.ts';
import { beginChange, type OpenChange, type Operation } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { codeOf } from '../report/audit.ts';
import type { Entry } from '../toolcache/layout.ts';
import { treePath } from '../toolcache/layout.ts';
import { goBack } from './go-back.ts';
import { entryAt, type Session, type SwitchDetails } from './session.ts';
import { variablesAreSet, warnOfShadows, writeVariables } from './variables.ts';

/**
 * Makes a version the machine's Go: looks at it, lets `current` lead to it, looks at it through the link, and sees that PATH leads there. The journal has
 * the change open from before the first link is touched until all of it is done or undone.
 *
 * @returns whether anything was changed: where it is the machine's Go already, nothing is
 * @throws SetupError E_VERIFY where it is not whole, E_PERMISSION; which Go the machine has then is part of it
 */
export async function switchTo(goal: Entry, operation: Operation, session: Session): Promise<boolean> {
  const { root, scope, doors, context } = session;
  const { log, inputs } = context;
  const tree = treePath(goal);
  const { current } = linksOf(root);
  const before = await readLink(current);
  const setGoroot = inputs.machineGoroot;
  const set = await variablesAreSet(session, setGoroot);
  if (isSamePlace(before, tree) && set) {
    log.info(`${current} leads to ${tree} already`);
    return false;
  }
  if (inputs.dryRun) {
    log.info(`${current} would lead to ${tree}${before === undefined ? '' : `; it leads to ${before}`}`);
    return false;
  }
  log.info(`Before the switch: ${await doors.works(tree, goal)}`);
  const found = await doors.readEnvironment(scope);
  const change = await beginChange<SwitchDetails>(root, {
    method: 'zip',
    operation,
    architecture: goal.architecture,
    from: entryAt(root, before)?.version,
    to: goal.version,
    runner: context.host.runner,
    details: {
      before: before ?? null,
      after: tree,
      scope,
      path: found.path ?? null,
      goroot: found.goroot ?? null,
      setGoroot,
    },
  });
  const started = performance.now();
  try {
    if (!isSamePlace(before, tree))
      await pointCurrent(root, tree, async () => {
        log.info(`Through ${current}: ${await doors.works(current, goal)}`);
      });
    await finishSwitch(change, set, session);
  } catch (error) {
    const failure = await undone(error, change, session);
    await recordSwitch(change, codeOf(failure), started, session);
    throw failure;
  }
  if (!isSamePlace(before, tree)) {
    log.info(
      `${current} leads to ${tree}${before === undefined ? '' : `, before to ${before}: what runs from there goes on`}`,
    );
    await recordSwitch(change, 'ok', started, session);
  }
  await warnOfShadows(session);
  return true;
}

/** What comes after the links: variables, history, the end of the change. Also for a switch that an earlier run began. */
export async function finishSwitch(
  change: OpenChange<SwitchDetails>,
  variablesSet: boolean,
  session: Session,
): Promise<void> {
  const { root } = session;
  const { details } = change.change;
  if (!variablesSet) await writeVariables(details, session);
  const { fresh, old } = linksOf(root);
  await removeLink(old);
  await removeLink(fresh);
  await rememberSuccess(root, change.change, { fromTree: details.before ?? undefined });
  await change.close();
}

/** Takes back what was begun. @returns the failure, with how the machine stands now */
async function undone(error: unknown, change: OpenChange<SwitchDetails>, session: Session): Promise<unknown> {
  const failure = explain(error, session.root);
  let state: string;
  try {
    state = await goBack(change, session);
    await change.close();
  } catch (cause) {
    state = `What was begun could not be taken back (${systemCode(cause) ?? String(cause)}); the next run goes on with it.`;
  }
  session.context.log.info(`It is undone: ${state}`);
  if (!(failure instanceof SetupError)) return failure;
  const { remedy, evidence } = failure;
  return new SetupError(failure.code, failure.message, { remedy, evidence, state, cause: failure.cause });
}

function explain(error: unknown, root: string): unknown {
  const code = systemCode(error);
  if (
    error instanceof SetupError ||
    code === undefined ||
    !/^(?:EPERM|EACCES|EBUSY|EROFS|ENOSPC)$/.test(code)
  )
    return error;
  return new SetupError('E_PERMISSION', `Windows refuses to change the links in ${root}: ${code}.`, {
    remedy:
      'Run the runner under an administrator’s account, see what else has these links open, or name another place with machine-root.',
    evidence: [error instanceof Error ? error.message : String(error)],
    cause: error,
  });
}

/** Records where `current` leads now, or that it was to lead there. @param started by `performance.now()` */
export async function recordSwitch(
  { change }: OpenChange<SwitchDetails>,
  outcome: string,
  started: number,
  { root, context }: Session,
  note = '',
): Promise<void> {
  const { operation, from, to, details } = change;
  const before = from === undefined ? [] : [`before: ${toGoVersion(from)} in ${details.before}`];
  await context.audit.record({
    action: operation === 'rollback' ? 'rollback' : 'switch',
    target:
      to === undefined
        ? `${linksOf(root).current}: removed`
        : `${linksOf(root).current}: ${toGoVersion(to)} in ${details.after}`,
    from: [...before, ...(note === '' ? [] : [note])].join('; '),
    outcome,
    durationMs: performance.now() - started,
  });
}
