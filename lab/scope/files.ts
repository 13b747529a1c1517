import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';

/** What lies at one path, as far as it counts: the times of a file don't. */
export interface FileFact {
  /** Type, size and hash, or where a link leads: equal where nothing was changed. */
  readonly content: string;
  /** Inode, size and times: where these are the same the content is not read again. */
  readonly stamp: string;
}

/** Every file, directory and link below a directory, by its path with slashes. */
export type FileFacts = ReadonlyMap<string, FileFact>;

const AT_ONCE = 16;

/**
 * Looks at everything below a directory, without following links.
 *
 * @param root host path; nothing where it is not there
 * @param before an earlier look at the same directory, whose hashes are taken over where a file's stamp is the same
 * @param skip paths below `root` that are passed over, with all that is in them
 */
export async function readFiles(
  root: string,
  before: FileFacts = new Map(),
  skip: ReadonlySet<string> = new Set(),
): Promise<FileFacts> {
  const facts = new Map<string, FileFact>();
  const files: { readonly name: string; readonly stats: BigIntStats }[] = [];

  async function walk(directory: string): Promise<void> {
    for (const entry of await readdir(path.join(root, directory), { withFileTypes: true })) {
      const name = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (skip.has(name)) continue;
      const stats = await lstat(path.join(root, name), { bigint: true });
      if (stats.isFile()) files.push({ name, stats });
      else if (stats.isDirectory()) {
        facts.set(name, { content: 'directory', stamp: '' });
        await walk(name);
      } else if (stats.isSymbolicLink())
        facts.set(name, { content: `link to ${await readlink(path.join(root, name))}`, stamp: '' });
      else facts.set(name, { content: `special file ${stats.mode}`, stamp: '' });
    }
  }

  async function look(): Promise<void> {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const { name, stats } = file;
      const stamp = [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
      const known = before.get(name);
      facts.set(name, known?.stamp === stamp ? known : { content: await contentOf(name), stamp });
    }
  }

  async function contentOf(name: string): Promise<string> {
    const bytes = await readFile(path.join(root, name));
    return `file of ${bytes.length} bytes, ${createHash('sha1').update(bytes).digest('hex')}`;
  }

  await walk('').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || facts.size > 0) throw error;
  });
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  return facts;
}
