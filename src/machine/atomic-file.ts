import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { SetupError, systemCode } from '../errors.ts';
import { removeTree, retry } from '../windows/files.ts';

/**
 * Writes a file so that a reader finds the old content or the new one, whenever this process or the machine stops: into a draft beside it, to
 * the disk, and then by one rename.
 *
 * @param patienceMs how long to wait for readers, which Windows does not take a file from; 15 s where left out
 * @throws the error of the system
 */
export async function writeWhole(file: string, text: string, patienceMs?: number): Promise<void> {
  const draft = `${file}.${randomUUID().slice(0, 8)}.new`;
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await retry(() => rename(draft, file), undefined, patienceMs);
  } catch (error) {
    await removeTree(draft).catch(() => {});
    throw error;
  }
}

/** Writes JSON as {@link writeWhole} writes text. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeWhole(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * Reads what {@link writeJson} wrote; undefined where there is no such file.
 *
 * @throws SetupError E_VERIFY for a file that is no JSON: nothing is decided on it, and nothing is overwritten
 */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await retry(() => readFile(file, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SetupError('E_VERIFY', `${file} is damaged: it is no JSON.`, {
      remedy: 'Look at what wrote it last; rename it, and the next run goes by what it finds on the machine.',
      evidence: [`it begins: ${JSON.stringify(text.slice(0, 80))}`],
      cause,
    });
  }
}
