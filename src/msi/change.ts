import { rememberSuccess } from '../machine/history.ts';
import { beginChange, type OpenChange, type Operation } from '../machine/journal.ts';
import { readEnvironmentValues } from '../machine/machine-path.ts';
import { diffPending, type PendingRename, readPendingRenames } from '../windows/reboot.ts';
import { acceptArrival } from './arrival.ts';
import { attemptTask } from './attempt.ts';
import { auditedChange } from './audit-changes.ts';
import { changeFailure, logsOf } from './change-failures.ts';
import type { Verdict } from './classify.ts';
import { warnOfOthers } from './foreign-changes.ts';
import type { StoredPackage } from './package-store.ts';
import { recover } from './recover.ts';
import { type MsiDetails, type MsiSession, type OldGo, productBefore, type TargetGo } from './session.ts';
import { inspectPatiently } from './state.ts';
import { inspectInstallDir } from './tree.ts';
import { verifyArrival } from './verify.ts';

/** What is to be changed. */
export interface Wanted {
  readonly operation: Operation;
  readonly old: OldGo | undefined;
  /** Undefined for an uninstallation. */
  readonly target: TargetGo | undefined;
  readonly secured: StoredPackage | undefined;
  /** True where the registered product is kept and its files are written anew. */
  readonly repair: boolean;
}

/** A change that went well. */
export interface Done {
  /** What Windows will still do at its next start below the directory, under `on-reboot-required: warn`. */
  readonly pending: readonly PendingRename[];
}

/**
 * Changes the Go of this machine by msiexec, with the journal open from before the first attempt until the machine has a working Go again:
 * the new one, or after a failure the old one. msiexec's word is never taken for it: what is there is looked at.
 *
 * @throws SetupError of the failure's class (E_MSI_…), E_REBOOT, E_VERIFY, which says which Go works now; the signal's reason, and then the
 *   journal tells the next run
 */
export async function changeGo(wanted: Wanted, session: MsiSession): Promise<Done> {
  const { old, target, secured, operation } = wanted;
  const environment = await readEnvironmentValues('machine').catch(() => undefined);
  const change = await beginChange<MsiDetails>(session.root, {
    method: 'msi',
    operation,
    architecture: session.architecture,
    from: old?.version,
    to: target?.version,
    runner: session.context.host.runner,
    details: {
      old,
      target,
      secured,
      machinePath: environment?.path,
      machineGoroot: environment && (environment.goroot ?? null),
      pending: await readPendingRenames().catch(() => []),
      attempts: [],
    },
  });
  return await auditedChange(change, session, () =>
    session.context.timeline.measure('msi', async () => {
      const verdict = await attemptChange(wanted, change, session);
      return target
        ? await settleArrival(wanted, target, verdict, change, session)
        : await settleRemoval(wanted, verdict, change, session);
    }),
  );
}

async function attemptChange(
  { old, target, repair }: Wanted,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<Verdict> {
  if (target === undefined) {
    const productCode = old?.productCode ?? '';
    const stillThere = async () => await isRegistered(productCode, session);
    return await attemptTask(
      { kind: 'uninstall', productCode, installDir: old?.installDir },
      change,
      session,
      stillThere,
    );
  }
  const { installDir } = target;
  const msi = target.package.path;
  const works = async () => (await verifyArrival(target, change.change.details, session)).state === 'works';
  return await attemptTask(
    { kind: repair ? 'repair' : 'install', msi, installDir },
    change,
    session,
    async () => !(await works()),
  );
}

async function settleArrival(
  { repair }: Wanted,
  target: TargetGo,
  verdict: Verdict,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<Done> {
  const found = await verifyArrival(target, change.change.details, session);
  // Before the arrival is accepted: that can end in E_REBOOT, and this is to be said all the same.
  if (found.state === 'works') await warnOfOthers(change.change.details, session);
  const arrival = await acceptArrival(target, found, change, session);
  if (arrival.state === 'works') {
    const { log } = session.context;
    if (verdict.class !== 'ok' && verdict.class !== 'ok-reboot')
      log.warn(`msiexec failed (${verdict.evidence[0]}), and yet ${target.goVersion} is there and works.`);
    if (verdict.class === 'ok-reboot' && found.pending.length === 0)
      log.warn(`${verdict.message} No file of ${target.goVersion} waits for it.`);
    return { pending: arrival.pending };
  }
  const recovered = await recover(change, session);
  if (recovered.asPlanned) await change.close();
  throw changeFailure(
    verdict,
    arrival.reason,
    recovered.text,
    logsOf(change),
    repair ? 'repaired' : 'installed',
  );
}

async function settleRemoval(
  { old }: Wanted,
  verdict: Verdict,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<Done> {
  if (!(await isRegistered(old?.productCode, session))) {
    await rememberSuccess(session.root, change.change, productBefore(change));
    await change.close();
    await warnOfOthers(change.change.details, session);
    const after = await readPendingRenames().catch(() => []);
    const pending = old ? diffPending(change.change.details.pending, after, old.installDir) : [];
    if (old && pending.length === 0) await sayWhatIsLeft(old, session);
    return { pending };
  }
  const recovered = await recover(change, session);
  if (recovered.asPlanned) await change.close();
  throw changeFailure(
    verdict,
    `Windows Installer still has ${old?.goVersion} registered`,
    recovered.text,
    logsOf(change),
    'uninstalled',
  );
}

/** Windows Installer leaves what is not its own, and what was held; an installation would stop at it. */
async function sayWhatIsLeft({ goVersion, installDir }: OldGo, { context }: MsiSession): Promise<void> {
  const left = await inspectInstallDir(installDir, undefined, undefined).catch(() => undefined);
  if (left?.state !== 'foreign') return;
  context.log.warn(
    `${goVersion} is uninstalled, but not all of ${installDir} was its own: ${left.reason}. Remove that before Go is installed there again.`,
  );
}

async function isRegistered(productCode: string | undefined, session: MsiSession): Promise<boolean> {
  const registered = await inspectPatiently(session, true);
  return registered.some(({ product }) => product.productCode === productCode);
}
