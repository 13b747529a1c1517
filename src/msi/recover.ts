import { rename } from 'node:fs/promises';
import type { OpenChange } from '../machine/journal.ts';
import { codeOf } from '../report/audit.ts';
import { removeTree, retry } from '../windows/files.ts';
import { attemptTask } from './attempt.ts';
import { recordRecovery } from './audit-changes.ts';
import { defaultInstallDir } from './install-dirs.ts';
import type { MsiProduct } from './products.ts';
import { decideRecovery, type Recovery, type RecoveryStep } from './recovery.ts';
import { restorePath } from './restore-path.ts';
import type { MsiDetails, MsiSession } from './session.ts';
import { besideInstallDir, removeSetAside } from './set-aside.ts';
import { describeRegistered, inspectPatiently, type RegisteredGo } from './state.ts';
import { inspectInstallDir } from './tree.ts';
import { verifyArrival } from './verify.ts';

/** How a machine stands after a change that failed. */
export interface Recovered {
  /** The Go that works now. */
  readonly ends: 'old' | 'new' | 'none';
  /** One line on it, for the failure. */
  readonly text: string;
  /** False: what was planned did not come to be. */
  readonly asPlanned: boolean;
}

/** How often it is looked and decided anew, where what was planned did not come to be. */
const TRIES = 3;

/**
 * Gives the machine a working Go again after a change failed, as {@link decideRecovery} has it: looks at what is there, carries the steps
 * out, and looks again. A repair can leave a product unregistered whose removal was broken off half way; then there is another way. The
 * machine's PATH is put back as it was.
 *
 * @throws the signal's reason: then the journal still has the change, and the next run goes on
 */
export async function recover(change: OpenChange<MsiDetails>, session: MsiSession): Promise<Recovered> {
  const started = performance.now();
  const record = (outcome: string) => recordRecovery(change.change, outcome, started, session);
  const attempted = change.change.details.attempts.length;
  let touched = false;
  try {
    for (let tries = 1; ; tries++) {
      const { steps, pathWritten, recovered } = await recoverOnce(change, session);
      touched ||= steps > 0 || pathWritten;
      if (recovered.asPlanned || steps === 0 || tries === TRIES) {
        if (touched) await record(recovered.asPlanned ? 'ok' : 'E_MSI_FAILED');
        return recovered;
      }
      session.context.log.info(`Recovery is not through: ${recovered.text}`);
    }
  } catch (error) {
    if (touched || change.change.details.attempts.length > attempted) await record(codeOf(error));
    throw error;
  }
}

async function recoverOnce(
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<{ steps: number; pathWritten: boolean; recovered: Recovered }> {
  const { log } = session.context;
  const { details } = change.change;
  const registered = await inspectPatiently(session, true);
  for (const one of registered) log.info(`Registered now: ${describeRegistered(one)}`);
  const recovery = decideRecovery(
    {
      old: details.old === undefined ? 'none' : details.old.whole ? 'working' : 'broken',
      secured: details.secured !== undefined,
    },
    await findBoth(registered, details, session),
  );
  log.info(`Recovery: ${recovery.action}. ${recovery.reason}`);
  for (const step of recovery.steps) await carryOut(step, change, session);
  // Also where nothing was to be done: an earlier run may have been killed after the last step.
  const pathWritten = recovery.ends !== 'new' && (await restorePath(details, session));
  const steps = recovery.steps.length;
  const recovered = await afterwards(recovery, details, session);
  // Where nothing can be done a later run could do no more: the change is over, as bad as it ended.
  return { steps, pathWritten, recovered: steps === 0 ? { ...recovered, asPlanned: true } : recovered };
}

async function findBoth(
  registered: readonly RegisteredGo[],
  { old, target }: MsiDetails,
  { architecture }: MsiSession,
) {
  const oldOne = registered.find(({ product }) => product.productCode === old?.productCode);
  const newOne = registered.find(({ product }) => product.productCode !== old?.productCode);
  const treeWhole = async (
    go: RegisteredGo | undefined,
    wanted: { version: string; installDir: string } | undefined,
  ) => {
    if (go) return go.tree.state === 'whole';
    if (!wanted) return false;
    // Registered or not, its files may be there.
    const found = await inspectInstallDir(
      wanted.installDir,
      { version: wanted.version, architecture },
      undefined,
    );
    return found.state === 'whole';
  };
  const repaired = old !== undefined && old.version === target?.version;
  return {
    old: { registered: oldOne !== undefined, whole: await treeWhole(oldOne, old) },
    new: { registered: newOne !== undefined, whole: repaired ? false : await treeWhole(newOne, target) },
  };
}

async function carryOut(
  step: RecoveryStep,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<void> {
  const { context } = session;
  const { old, target, secured } = change.change.details;
  const goOn = async () => true;
  context.log.info(`Recovery step: ${step}`);
  switch (step) {
    case 'remove-new': {
      const registered = await inspectPatiently(session, true);
      for (const { product } of registered.filter((one) => one.product.productCode !== old?.productCode))
        await attemptTask(removalOf(product, target?.installDir), change, session, goOn);
      return;
    }
    case 'clear-tree': {
      const directories = new Set([target?.installDir, old?.installDir].filter((one) => one !== undefined));
      const owned = (await inspectPatiently(session, true)).map(({ product }) => product.installDir);
      for (const directory of directories) {
        if (!owned.includes(directory)) await clearTree(directory, session);
      }
      return;
    }
    case 'install-old':
    case 'repair-old':
      if (!old || !secured) return;
      await attemptTask(
        {
          kind: step === 'install-old' ? 'install' : 'repair',
          msi: secured.path,
          installDir: old.installDir,
        },
        change,
        session,
        goOn,
      );
  }
}

function removalOf({ productCode, installDir, architecture }: MsiProduct, wanted: string | undefined) {
  const place = installDir ?? wanted ?? defaultInstallDir(architecture);
  return { kind: 'uninstall', productCode, installDir: place } as const;
}

/** Takes what nothing registered owns out of the way, by a rename first: what is held in it then does not stop the rest. */
async function clearTree(directory: string, { context }: MsiSession): Promise<void> {
  await removeSetAside(directory, context.signal);
  const found = await inspectInstallDir(directory, undefined, undefined);
  if (found.state === 'absent' || found.state === 'empty') return;
  const aside = besideInstallDir(directory);
  try {
    await retry(() => rename(directory, aside), context.signal);
    await removeTree(aside, context.signal);
    context.log.info(`Removed what was left in ${directory} (${found.reason})`);
  } catch (error) {
    context.signal.throwIfAborted();
    context.log.info(`Could not remove all that was left in ${directory}: ${String(error)}`);
  }
}

async function afterwards({ ends }: Recovery, details: MsiDetails, session: MsiSession): Promise<Recovered> {
  if (ends === 'none') {
    const left = await inspectPatiently(session, true);
    const text = left[0]
      ? `Windows Installer still has ${describeRegistered(left[0])} registered.`
      : details.old
        ? `There is no Go on this machine now; ${details.old.goVersion} could not be kept.`
        : 'There was no Go of this kind on the machine before, and there is none now.';
    return { ends, text, asPlanned: left.length === 0 };
  }
  const wanted = ends === 'old' ? details.old : details.target;
  const arrival = wanted && (await verifyArrival(wanted, details, session));
  if (wanted && arrival?.state === 'works')
    return { ends, text: `${wanted.goVersion} works, in ${wanted.installDir}.`, asPlanned: true };
  return {
    ends: 'none',
    text: `${wanted?.goVersion} should be there, and is not: ${arrival?.state === 'fails' ? arrival.reason : 'unknown'}.`,
    asPlanned: false,
  };
}
