import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { verifyAudit } from '../audit/verify.ts';

/** What a step says at its end where it recorded something. */
const HEAD = /Audit: .* recorded in .*, the last line's hash is ([0-9a-f]{64})/;

/**
 * Checks the audit log of a tool cache, its rotated files too: the chain is whole, over whatever torn lines killed writers left, and has the line
 * that the last step named in its log.
 *
 * @param state host path of the tool cache's directory for the action's own files
 * @param log of the last step
 * @returns what is wrong, in words; undefined where nothing is, or nothing was ever recorded
 */
export async function auditProblem(state: string, log: string): Promise<string | undefined> {
  const head = HEAD.exec(log)?.[1];
  const names = (await readdir(state)).filter((name) => /^audit.*\.jsonl$/.test(name));
  if (names.length === 0) return head === undefined ? undefined : 'there is no audit log';
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(state, name)) })),
  );
  // A writer that was killed before its very first line leaves an empty file.
  if (head === undefined && files.every(({ bytes }) => bytes.length === 0)) return undefined;
  return verifyAudit(files, head).problem;
}
