import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { architectures } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { retry } from '../windows/files.ts';
import { readJson, writeJson } from './atomic-file.ts';

/** What changes the machine. */
export type Method = 'msi' | 'zip';
const OPERATIONS = ['install', 'switch', 'repair', 'rollback', 'uninstall', 'prune'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** A change of the machine that has begun. While it is in the journal it is neither done nor undone. */
export interface Change<Details> {
  readonly schema: 1;
  readonly id: string;
  readonly method: Method;
  readonly operation: Operation;
  readonly architecture: Architecture;
  /** Semver before the change; undefined where there was no such Go. */
  readonly from: string | undefined;
  /** Semver after it; undefined for uninstall. */
  readonly to: string | undefined;
  /** Runner, run and job. */
  readonly runner: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** What the method needs to finish the change or to undo it. */
  readonly details: Details;
}

/** The change at hand, as its owner keeps it up to date. */
export interface OpenChange<Details> {
  readonly change: Change<Details>;
  /** Replaces the details, before what they tell is done. */
  update(details: Details): Promise<void>;
  /** Takes the change out of the journal: it is done, or undone. */
  close(): Promise<void>;
}

/**
 * The journal of a machine: one file, one change at a time, under the machine's lock. What it tells is written before it is done, so that
 * the next run can finish or undo what a killed one began.
 *
 * @throws SetupError E_INTERNAL where a change is open already: its owner did not look
 */
export async function beginChange<Details>(
  root: string,
  change: Omit<Change<Details>, 'schema' | 'id' | 'startedAt'>,
): Promise<OpenChange<Details>> {
  if ((await readJson(journalFile(root))) !== undefined)
    throw new SetupError('E_INTERNAL', 'A change of this machine is open in the journal already.', {
      remedy: 'Report this with the log.',
      evidence: [journalFile(root)],
    });
  const begun: Change<Details> = {
    schema: 1,
    id: randomUUID(),
    startedAt: new Date().toISOString(),
    ...change,
  };
  await writeJson(journalFile(root), begun);
  return openChange(root, begun);
}

/**
 * The change that an earlier run left open; undefined where there is none.
 *
 * @throws SetupError E_VERIFY for a journal that cannot be understood
 */
export async function leftChange<Details>(root: string): Promise<OpenChange<Details> | undefined> {
  const found = await readJson(journalFile(root));
  if (found === undefined) return undefined;
  if (!isChange(found)) throw foreignJournal(root);
  return openChange(root, found as Change<Details>);
}

/** Whether this is a change with all that any method needs of it. What its details tell is for the method to judge. */
function isChange(found: unknown): boolean {
  const { schema, method, operation, architecture, details, ...rest } = (found ?? {}) as Partial<
    Change<unknown>
  >;
  const texts = [rest.id, rest.runner, rest.startedAt];
  const versions = [rest.from, rest.to].filter((one) => one !== undefined);
  return (
    schema === 1 &&
    (method === 'msi' || method === 'zip') &&
    OPERATIONS.some((one) => one === operation) &&
    architectures.some((one) => one === architecture) &&
    [...texts, ...versions].every((one) => typeof one === 'string') &&
    typeof details === 'object' &&
    details !== null
  );
}

/** What a journal is called that nobody here can have written. */
export function foreignJournal(root: string): SetupError {
  return new SetupError('E_VERIFY', `The journal ${journalFile(root)} is none that this version can read.`, {
    remedy: 'Use the version of the action that wrote it, or see to the machine by hand and remove the file.',
    evidence: [journalFile(root)],
  });
}

function openChange<Details>(root: string, begun: Change<Details>): OpenChange<Details> {
  let change = begun;
  return {
    get change() {
      return change;
    },
    async update(details) {
      change = { ...change, details };
      await writeJson(journalFile(root), change);
    },
    close: async () => await retry(() => rm(journalFile(root), { force: true })),
  };
}

function journalFile(root: string): string {
  return path.join(root, 'journal.json');
}
