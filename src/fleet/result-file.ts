import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Inventory } from '../inventory/document.ts';
import type { LegName } from '../leg-inputs.ts';
import { writeWhole } from '../machine/atomic-file.ts';
import type { Timeline } from '../report/timeline.ts';
import { workspaceOf } from '../windows/host.ts';
import type { LegRecord } from './leg-record.ts';
import type { MachineGo } from './machine-go.ts';
import type { LegResult } from './types.ts';

/** How a step ended. */
export interface LegEnd {
  /** `ok`, or the code of the failure. */
  readonly code: string;
  /** Of the failure, redacted. */
  readonly message: string;
  /** By `Date.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly bytes: Timeline['bytes'];
}

/** A look at the machine's Go may not keep the step from saying how it ended. */
const LOOK_MS = 1000;
/** How much of an inventory a fleet of a thousand runners can carry. */
const MOST = { goes: 100, places: 20, lines: 50 } as const;

/**
 * Writes what a leg came to as one file of JSON, whole or not at all; the directories on the way are made.
 *
 * @param patienceMs how long to wait for those who read the file there is
 * @throws the error of the system
 */
export async function writeLegResult(
  name: LegName,
  record: LegRecord,
  end: LegEnd,
  patienceMs: number,
): Promise<void> {
  const result = await legResult(name, record, end);
  const file = path.resolve(workspaceOf(process.env), name.file);
  await mkdir(path.dirname(file), { recursive: true });
  await writeWhole(file, `${JSON.stringify(result, undefined, 2)}\n`, patienceMs);
}

/** What a leg came to. Where the step was stopped before it looked at what the machine has now, that is looked at here, if it takes no time. */
export async function legResult(
  { id, runner, stage, attempt, operation }: LegName,
  record: LegRecord,
  { code, message, startedAt, endedAt, bytes }: LegEnd,
): Promise<LegResult> {
  const after = await lookAgain(record);
  return {
    schema: 1,
    id,
    runner,
    stage,
    attempt,
    operation,
    ...(record.dryRun ? { dryRun: record.dryRun } : {}),
    outcome: code === 'ok' ? 'ok' : 'failed',
    code,
    message: code === 'ok' ? '' : message,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: endedAt - startedAt,
    architecture: record.architecture ?? null,
    before: record.before?.version ?? null,
    after: after?.version ?? null,
    rolledBack: record.rolledBack ?? false,
    recoveryMs: record.recoveryMs ?? null,
    bytes: { downloaded: bytes.downloaded, reused: record.reusedBytes ?? 0 },
    health: record.health ?? null,
    inventory: record.inventory ? trimmed(record.inventory) : null,
  };
}

async function lookAgain({ after, look }: LegRecord): Promise<MachineGo | undefined> {
  if (after || look === undefined) return after?.go;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LOOK_MS);
  });
  return await Promise.race([look(), tooLong])
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
}

/** Of a machine with hundreds of versions what nobody would read is left out, and that is said. */
function trimmed(inventory: Inventory): Inventory {
  const { goes, path: paths, reboot, notes } = inventory;
  const left = goes.length - MOST.goes;
  // What is used comes first: the machine's own, and what wins on a PATH.
  const winners = [paths.machine.place, paths.user.place, paths.job.place];
  const used = (go: Inventory['goes'][number]) =>
    go.current || go.origin === 'msi' || winners.includes(go.place);
  const kept =
    left > 0 ? [...goes.filter(used), ...goes.filter((go) => !used(go))].slice(0, MOST.goes) : goes;
  const shorter = <T extends Inventory['path']['machine']>(search: T): T => ({
    ...search,
    all: search.all.slice(0, MOST.places),
  });
  return {
    ...inventory,
    goes: kept,
    path: { machine: shorter(paths.machine), user: shorter(paths.user), job: shorter(paths.job) },
    reboot: { ...reboot, files: reboot.files.slice(0, MOST.lines) },
    notes: [
      ...notes.slice(0, MOST.lines),
      ...(left > 0
        ? [`${left} more goes are left out of this file; the output inventory has them all.`]
        : []),
    ],
  };
}
