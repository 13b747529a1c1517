import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { OpenChange } from '../machine/journal.ts';
import { type AttemptPlan, type AttemptResult, attemptOnce } from './attempt-once.ts';
import type { Preparation } from './failure-class.ts';
import type { StoredPackage } from './package-store.ts';
import { renewPackage } from './packages.ts';
import type { MsiDetails, MsiSession } from './session.ts';

/**
 * Does what the next attempt can go better by. What it needs is in the journal already: the packages and the old Go.
 *
 * @returns the next attempt; undefined when what was needed could not be done, so that another one would go the same way
 */
export async function prepareAttempt(
  preparation: Preparation | undefined,
  plan: AttemptPlan,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<AttemptPlan | undefined> {
  switch (preparation) {
    case 'fetch-package':
      return await fetchPackage(plan, change, session);
    case 'open-log':
      return { ...plan, logDirectory: await makeDirectory('logs', session) };
    case 'clear-temp':
      return { ...plan, temp: await makeDirectory('temp', session) };
    case 'supply-old-package':
      return (await supplyOldPackage(plan, change, session)) ? plan : undefined;
    default:
      return plan; // waiting was all, or looking again, which whoever retries does anyway
  }
}

/** A new file in the place of the package: the first may be damaged by now, held by a scanner, or have the wrong rights. */
async function fetchPackage(
  plan: AttemptPlan,
  { change: { details } }: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<AttemptPlan> {
  const { task } = plan;
  if (task.kind === 'uninstall') return plan;
  const known: (StoredPackage | undefined)[] = [details.target?.package, details.secured];
  const stored = known.find((one) => one?.path === task.msi);
  if (stored) await renewPackage(stored, session);
  return plan;
}

/** New, with a name of its own, and in the machine's root, where nobody but administrators could have laid anything. */
async function makeDirectory(name: string, { root, context }: MsiSession): Promise<string> {
  const directory = path.join(root, `${name}-${randomUUID().slice(0, 8)}`);
  await mkdir(directory, { recursive: true });
  context.log.info(`The next attempt has its ${name === 'temp' ? 'temporary files' : 'log'} in ${directory}`);
  return directory;
}

/**
 * Windows Installer has lost its copy of the old product's package, and cannot remove the product without it: gives it that of the way back,
 * by a repair, whose mode v takes the package over. The other way, a file where the product was installed from, would mean to write into
 * a directory that may be anybody's.
 */
async function supplyOldPackage(
  plan: AttemptPlan,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<boolean> {
  const { old, secured } = change.change.details;
  if (old === undefined || secured === undefined) return false;
  session.context.log.info(`Giving Windows Installer the package of ${old.goVersion} again: ${secured.path}`);
  const task = { kind: 'repair', msi: secured.path, installDir: old.installDir } as const;
  const { verdict }: AttemptResult = await attemptOnce({ ...plan, task }, change, session);
  return verdict.class === 'ok' || verdict.class === 'ok-reboot';
}
