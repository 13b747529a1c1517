import { constants } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';
import { rememberSuccess } from '../machine/history.ts';
import { leftChange, type OpenChange } from '../machine/journal.ts';
import { formatDuration } from '../report/log.ts';
import { parseTasklist } from '../windows/holders.ts';
import { openAlone } from '../windows/open-alone.ts';
import { readRebootFacts } from '../windows/reboot.ts';
import { runProgram, systemProgram } from '../windows/system-programs.ts';
import { acceptArrival } from './arrival.ts';
import { recordChange } from './audit-changes.ts';
import { recover } from './recover.ts';
import { type MsiDetails, type MsiSession, productBefore } from './session.ts';
import { inspectPatiently } from './state.ts';
import { verifyArrival } from './verify.ts';

const LOOK_MS = 1000;
/** How long the engine may go on after its client is gone, before what the registry says of it counts as left behind. */
const ENGINE_MS = 120_000;
/** How long a msiexec that has been started may take to open its log. */
const YOUNG_MS = 5000;

/**
 * Finishes or undoes the change that an earlier run left in the journal. Its msiexec may still be at work, for nobody ends it: that is
 * waited for first.
 *
 * @throws SetupError E_MSI_BUSY when msiexec does not end within `msi-timeout`; E_MSI_FAILED when no working Go could be brought back
 */
export async function settleInterrupted(session: MsiSession): Promise<void> {
  const { log } = session.context;
  const left = await leftChange<MsiDetails>(session.root);
  if (left === undefined) return;
  const { change } = left;
  const what = `${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}`;
  log.info(`An earlier run was interrupted: ${what}, by ${change.runner}, begun ${change.startedAt}`);
  if (change.details.attempts.length === 0) {
    await left.close();
    log.info('It had not come to msiexec yet: nothing was changed');
    return;
  }
  await waitForMsiexec(left, session);

  const started = performance.now();
  const record = (outcome: string) =>
    recordChange(
      change,
      outcome,
      started,
      session,
      `interrupted, begun ${change.startedAt} by ${change.runner}`,
    );
  const ended = await endedWell(left, session).catch(async (error) => {
    // Then it is accepted, too; only the step may not go on with it.
    if (error instanceof SetupError && error.code === 'E_REBOOT') await record(error.code);
    throw error;
  });
  if (ended !== undefined) {
    await record('ok');
    log.info(`It had ended well: ${ended}`);
    return;
  }
  const recovered = await recover(left, session);
  log.info(`It is undone: ${recovered.text}`);
  if (!recovered.asPlanned) throw notUndone(recovered.text, change.details);
  await left.close();
}

/** Accepts a change that came to its end. @returns what there is now; undefined where it did not come to its end */
async function endedWell(left: OpenChange<MsiDetails>, session: MsiSession): Promise<string | undefined> {
  const { target, old } = left.change.details;
  if (target) {
    const found = await verifyArrival(target, left.change.details, session);
    const arrival = await acceptArrival(target, found, left, session);
    return arrival.state === 'works' ? `${target.goVersion} works` : undefined;
  }
  if (await isRegistered(old?.productCode, session)) return undefined;
  await rememberSuccess(session.root, left.change, productBefore(left));
  await left.close();
  return `${old?.goVersion} is gone`;
}

async function waitForMsiexec({ change }: OpenChange<MsiDetails>, { context }: MsiSession): Promise<void> {
  const { inputs, log, signal } = context;
  const last = change.details.attempts.at(-1);
  const started = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    const waited = performance.now() - started;
    if (last === undefined || last.exitCode !== undefined) return;
    const client = last.pid !== undefined && (await isMsiexec(last.pid));
    const engine = waited < ENGINE_MS && ((await engineWorks()) || (await isWritten(last.log)));
    // Killed between the start of msiexec and the entry of its number: it may not have got to its log yet.
    const young = last.pid === undefined && waited < YOUNG_MS;
    if (!client && !engine && !young) return;
    if (waited >= inputs.msiTimeoutMs) throw stillRunning(last.pid, waited, last.log);
    if (waited - told >= 30_000) {
      told = waited;
      log.info(
        `Its msiexec${client ? ` (process ${last.pid})` : ''} is still at work; waiting, ${formatDuration(waited)} so far`,
      );
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** A process number can be another program's by now. */
async function isMsiexec(pid: number): Promise<boolean> {
  const { stdout } = await runProgram(systemProgram('tasklist.exe'), ['/fo', 'csv', '/nh']);
  return parseTasklist(stdout).some((one) => one.pid === pid && /^msiexec/i.test(one.name));
}

async function engineWorks(): Promise<boolean> {
  const { installation } = await readRebootFacts();
  return installation !== undefined && installation !== '';
}

/** The engine has the log open as long as it works, also when its client was killed, or is not known. */
async function isWritten(log: string): Promise<boolean> {
  try {
    await (await openAlone(log, constants.O_RDWR)).close();
    return false;
  } catch (error) {
    return systemCode(error) === 'EBUSY';
  }
}

async function isRegistered(productCode: string | undefined, session: MsiSession): Promise<boolean> {
  const registered = await inspectPatiently(session, true);
  return registered.some(({ product }) => product.productCode === productCode);
}

function stillRunning(pid: number | undefined, waitedMs: number, log: string): SetupError {
  return new SetupError(
    'E_MSI_BUSY',
    `msiexec${pid === undefined ? '' : ` (process ${pid})`} of an interrupted run is still at work after ${formatDuration(waitedMs)}.`,
    {
      remedy:
        'See what it waits for in its log; run the step again when it has ended. A longer wait is set by msi-timeout.',
      evidence: [`log ${log}`],
    },
  );
}

function notUndone(text: string, { attempts }: MsiDetails): SetupError {
  return new SetupError(
    'E_MSI_FAILED',
    'An interrupted change of this machine could be neither finished nor undone.',
    {
      state: text,
      remedy:
        'Look into the logs below; once what stands in the way is gone, run the step again: it goes on from here.',
      evidence: attempts.map(
        ({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`,
      ),
    },
  );
}
