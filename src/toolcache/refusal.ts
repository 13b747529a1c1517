import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { explainFileError } from '../windows/files.ts';
import { adviseOn, describeHolder, type Holder, isCertain } from '../windows/holder.ts';
import { type Finding, type InvestigateOptions, investigate } from './investigate.ts';
import { type Entry, treePath } from './layout.ts';
import { explainRefusedWrite } from './refused-write.ts';

export interface RefusalOptions extends InvestigateOptions {
  /** Ends those of these holders that run from the tree, and tells how many it ended; left out: none is ended. */
  readonly stop?: StopThere | undefined;
}

/** @returns how many were ended */
export type StopThere = (holders: readonly Holder[], tree: string) => Promise<number>;

/**
 * Turns a change, or a look, that Windows refused into the failure that a user sees: whether somebody has a file or a directory open (E_LOCKED,
 * naming who, and what to do about each), or the account may not (E_PERMISSION). It looks for 15 s at most, and never hides the error.
 *
 * @param doing what was tried, for "Could not …": `install into`
 * @param place what it was tried on
 * @returns the failure; what is no refusal is explained as everywhere else
 */
export async function explainRefusal(
  error: unknown,
  doing: string,
  place: string,
  entry: Entry,
  options: RefusalOptions = {},
): Promise<unknown> {
  if (options.signal?.aborted) return explainFileError(error, doing, place);
  const system = refusalIn(error);
  if (system === undefined) return await explainRefusedWrite(error, place, { doing });
  const finding = await investigate(system, entry, options);
  return await failureOf(error, doing, place, finding, options.stop ? 'in vain' : 'mention');
}

/**
 * Goes on where a change was refused for longer than a scanner holds a file: the programs that run from the tree are ended, where they may be, and
 * then the change is tried once more.
 *
 * @throws SetupError E_LOCKED or E_PERMISSION that explains the refusal; what the second attempt throws; the signal's reason
 */
export async function overcomeRefusal<T>(
  error: unknown,
  change: () => Promise<T>,
  entry: Entry,
  options: RefusalOptions,
): Promise<T> {
  const { stop, signal } = options;
  const system = refusalIn(error);
  if (system === undefined) throw error;
  const tree = treePath(entry);
  const place = path.dirname(tree);
  const finding = await investigate(system, entry, options);
  const advice = stop ? 'in vain' : 'mention';
  const stopped = stop && finding?.cause ? await stop(finding.search.holders, tree) : 0;
  signal?.throwIfAborted();
  if (stopped === 0) throw await failureOf(error, 'install into', place, finding, advice);
  return await change().catch(async (again) => {
    signal?.throwIfAborted();
    throw await explainRefusal(again, 'install into', place, entry, options);
  });
}

/** The error of the system in a refusal, or in the failure that was made of one; undefined for anything else. */
function refusalIn(error: unknown): NodeJS.ErrnoException | undefined {
  const system = error instanceof SetupError ? error.cause : error;
  const refused = ['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(system) ?? '');
  return refused ? (system as NodeJS.ErrnoException) : undefined;
}

async function failureOf(
  error: unknown,
  doing: string,
  place: string,
  finding: Finding | undefined,
  stopping: 'mention' | 'in vain',
): Promise<unknown> {
  const plain =
    finding?.cause === undefined
      ? await explainRefusedWrite(error, place, { doing, mayBeHeld: true })
      : explainFileError(error, doing, place);
  if (finding === undefined || !(plain instanceof SetupError)) return plain;
  const { holders } = finding.search;
  const found = holders.map((holder) => `found: ${describeHolder(holder)}`);
  const evidence = [...plain.evidence, `refused on ${finding.place}`, ...finding.looked, ...found];
  const cause = plain.cause ?? error;
  if (finding.cause === undefined) {
    const hint =
      'nobody was found to have it open; a shell or an Explorer window in it can be in the way unseen';
    const { code, message, remedy } = plain;
    return new SetupError(code, message, { remedy, evidence: [...evidence, hint], cause });
  }
  const message = `Could not ${doing} ${place}: ${reason(finding)} ${who(holders)}`;
  return new SetupError('E_LOCKED', message, { remedy: adviseOn(holders, stopping), evidence, cause });
}

function reason({ cause, place, held, heldDirectories }: Finding): string {
  switch (cause) {
    case 'running programs':
      return `programs run from it.${held.length > 0 ? ` Open: ${some(held)}.` : ''}`;
    case 'open directories':
      return `another process has a directory open, as a shell has its working directory and an Explorer window what it shows: ${some(heldDirectories)}.`;
    case 'open files':
      return `another process has ${some(held)} open.`;
    default:
      return `another process had ${place} open, and some seconds later it was not seen any more.`;
  }
}

const NAMED = 3;

function who(holders: readonly Holder[]): string {
  if (holders.length === 0) return 'Who that is is not known: what was looked at is in the log.';
  const certain = holders.filter(isCertain);
  const named = certain.length > 0 ? certain : holders;
  const more = named.length > NAMED ? `; … (${named.length} in all)` : '';
  const names = named.slice(0, NAMED).map(describeHolder).join('; ');
  return `${certain.length > 0 ? 'Holders' : 'Perhaps'}: ${names}${more}.`;
}

function some(places: readonly string[]): string {
  const more = places.length > NAMED ? `, … (${places.length} in all)` : '';
  return places.slice(0, NAMED).join(', ') + more;
}
