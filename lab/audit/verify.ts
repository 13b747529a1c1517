import {
  type AuditLine,
  hashLine,
  NOTHING_BEFORE,
  readAuditLine,
  splitLines,
} from '../../src/report/audit-line.ts';
import { wrongFields } from './fields.ts';

/** A file of an audit log. */
export interface AuditFile {
  /** As it is shown. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a look at an audit log gave. */
export interface AuditVerdict {
  /** How many lines were looked at, up to the first that is wrong. */
  readonly lines: number;
  /** Number of the first sound line, and of the last line. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Hash of the last line. */
  readonly head: string | undefined;
  /** What is worth a look, and proves nothing. */
  readonly notes: readonly string[];
  /** The first thing that no writer of ours has done: `audit.jsonl:12: …`. Undefined where the chain is whole. */
  readonly problem: string | undefined;
}

/** What the lines up to now say of the next one. */
interface Before {
  hash: string | undefined;
  seq: number | undefined;
  where: string;
}

/**
 * Checks an audit log: each line is JSON with its fields, is the next by its number, and holds the hash of the one before. Files are taken
 * in the order of their numbers. Pure.
 *
 * @param head hash of a line that has to be among them, as a step's log has it: without one nobody can tell that lines are missing at the end
 */
export function verifyAudit(files: readonly AuditFile[], head?: string): AuditVerdict {
  const notes: string[] = [];
  const hashes = new Set<string>();
  const names = new Set(files.map(({ name }) => name.replace(/^.*[\\/]/, '')));
  const before: Before = { hash: undefined, seq: undefined, where: '' };
  let first: number | undefined;
  let lines = 0;
  const verdict = (problem?: string): AuditVerdict => {
    const { seq: last, hash } = before;
    return { lines, first, last, head: hash, notes, problem };
  };

  for (const { name, bytes } of inOrder(files)) {
    const all = splitLines(bytes);
    if (all.length === 0) notes.push(`${name} is empty`);
    for (const [index, bytesOf] of all.entries()) {
      const where = `${name}:${index + 1}`;
      const line = readAuditLine(bytesOf);
      lines++;
      if (line === undefined) {
        const end = index === all.length - 1;
        notes.push(
          `${where}: torn, its writer was stopped; ${end ? 'no line comes after it that could vouch for it' : 'the next line vouches for it as it is'}`,
        );
      } else {
        const wrong = wrongFields(line) ?? wrongLink(line as AuditLine, before, index === 0);
        if (wrong !== undefined) return verdict(`${where}: ${wrong}`);
        if (before.hash === undefined && names.has(line.continues ?? ''))
          return verdict(`${where}: it goes on from ${line.continues}, which has no line any more`);
        if (before.hash === undefined && line.seq !== 1)
          notes.push(
            `${where}: the log begins before this, in ${line.continues}, which is not among the files`,
          );
        first ??= line.seq;
      }
      before.seq = line?.seq ?? (before.seq === undefined ? undefined : before.seq + 1);
      before.hash = hashLine(bytesOf);
      before.where = where;
      hashes.add(before.hash);
    }
  }
  if (lines === 0) return verdict('there is no line at all');
  if (head !== undefined && !hashes.has(head.toLowerCase()))
    return verdict(`no line has the hash ${head}: lines were cut off at the end, or changed`);
  return verdict();
}

/** Why a line does not go on from those before it. */
function wrongLink(line: AuditLine, before: Before, firstOfFile: boolean): string | undefined {
  const { seq, previous, continues } = line;
  if (continues !== undefined && !firstOfFile)
    return 'it says that a file begins with it, and it is not the first line';
  if (before.hash === undefined) {
    if (seq === 1)
      return previous === NOTHING_BEFORE && continues === undefined
        ? undefined
        : 'it is number 1, and says that there was something before it';
    return continues === undefined ? `it is number ${seq}: the lines before it are missing` : undefined;
  }
  if (seq === 1 && previous === NOTHING_BEFORE)
    return 'a log of its own begins here: check the files of one log at a time';
  if (previous !== before.hash)
    return `its "previous" is not the hash of ${before.where}: that line was changed, or lines between the two are missing or added`;
  if (before.seq !== undefined && seq !== before.seq + 1)
    return `it is number ${seq}, after number ${before.seq}`;
  if (firstOfFile && continues === undefined) return 'a file begins with it, and it does not say so';
  return undefined;
}

/** The order in which they were written; those without a sound line come last. */
function inOrder(files: readonly AuditFile[]): AuditFile[] {
  const place = ({ bytes }: AuditFile) => {
    for (const line of splitLines(bytes)) {
      const seq = readAuditLine(line)?.seq;
      if (seq !== undefined) return seq;
    }
    return Number.POSITIVE_INFINITY;
  };
  return files
    .map((file) => ({ file, at: place(file) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ file }) => file);
}
