import { isSamePlace, linksOf, pointCurrent, readLink } from '../machine/current.ts';
import { leftChange, type OpenChange } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { codeOf } from '../report/audit.ts';
import type { Context } from '../toolchain.ts';
import { goBack } from './go-back.ts';
import {
  type Doors,
  entryAt,
  machineContext,
  type Session,
  type SwitchDetails,
  windowsDoors,
} from './session.ts';
import { finishSwitch, recordSwitch } from './switch.ts';
import { finishRemoval, mayStay } from './uninstall.ts';

/**
 * Finishes or undoes the switch that an earlier run left in the journal. What is there decides, not how far somebody came: where `current` leads to the
 * new Go, or had been taken away for it, and that Go works, the switch is finished; else the old one is the machine's Go again.
 *
 * @throws an error of links or registry; the change is open still
 */
export async function settleSwitch(root: string, context: Context, doors?: Doors): Promise<void> {
  const left = await leftChange<SwitchDetails>(root);
  if (left === undefined) return;
  const { change } = left;
  const { log } = context;
  const own = machineContext(root, context);
  const session: Session = {
    root,
    scope: change.details.scope,
    context: own,
    doors: doors ?? windowsDoors(own),
  };
  log.info(
    `An earlier run was interrupted: ${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}, by ${change.runner}, begun ${change.startedAt}`,
  );
  const started = performance.now();
  const note = `interrupted, begun ${change.startedAt} by ${change.runner}`;
  try {
    const said = (await finished(left, session)) ?? (await takenBack(left, session));
    log.info(said);
    await recordSwitch(left, 'ok', started, session, `${note}: ${said}`);
  } catch (error) {
    await recordSwitch(left, codeOf(error), started, session, note);
    throw error;
  }
}

/** @returns what there is now; undefined where the change cannot be finished */
async function finished(left: OpenChange<SwitchDetails>, session: Session): Promise<string | undefined> {
  const { root, doors, context } = session;
  const { after, before } = left.change.details;
  const { current } = linksOf(root);
  const leads = await readLink(current);
  if (after === null) {
    if (await mayStay(left.change.details, session)) return undefined;
    await finishRemoval(left, session);
    return `It is finished: the Go in ${before} is gone`;
  }
  const entry = entryAt(root, after);
  // Where the old link is in its place still, nothing was switched yet.
  if (entry === undefined || (leads !== undefined && !isSamePlace(leads, after))) return undefined;
  try {
    context.log.info(await doors.works(after, entry));
    if (leads === undefined) {
      await pointCurrent(root, after, async () => {
        context.log.info(await doors.works(current, entry));
      });
    }
  } catch (error) {
    context.signal.throwIfAborted();
    context.log.info(`The new one does not work: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  await finishSwitch(left, false, session);
  return `It is finished: ${current} leads to ${toGoVersion(entry.version)} in ${after}`;
}

async function takenBack(left: OpenChange<SwitchDetails>, session: Session): Promise<string> {
  const state = await goBack(left, session);
  await left.close();
  return `It is undone: ${state}`;
}
