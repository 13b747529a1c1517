import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { displayUrl } from './display-url.ts';
import type { Origin } from './origin.ts';
import { firstOf, versionFolders } from './version-folders.ts';

const LIST = 'releases.json';

/** More of a `.sha256` file than this is not read. */
export const MAX_HASH_BYTES = 4096;

/**
 * A directory or share as an origin: the files as on go.dev/dl, side by side or in a folder for
 * each version, each with its `.sha256` if it has one, and the list as
 * `releases.json` if there is one. Nothing is touched before the first read.
 *
 * The reads throw SetupError E_INPUT where the directory is missing, E_NETWORK where it can't be read.
 */
export function openDirectory(directory: string): Origin {
  const folders = versionFolders('by version');
  return {
    label: directory,
    official: false,
    local: true,
    readList: () => readOptional(directory, LIST, (path) => readFile(path, 'utf8')),
    readHash: (filename) =>
      folders.find(filename, (folder) =>
        readOptional(directory, join(...folder, `${filename}.sha256`), readStart),
      ),
    archive: (filename) =>
      firstOf(
        folders
          .places(filename)
          .map((folder) => ({ kind: 'file', path: join(directory, ...folder, filename) })),
      ),
  };
}

async function readOptional(
  directory: string,
  name: string,
  read: (path: string) => Promise<string>,
): Promise<string | undefined> {
  await requireDirectory(directory);
  try {
    return await read(join(directory, name));
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause) ?? '')) return undefined;
    throw unreadable(join(directory, name), cause);
  }
}

async function requireDirectory(directory: string): Promise<void> {
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(directory)).isDirectory();
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT' && systemCode(cause) !== 'ENOTDIR') throw unreadable(directory, cause);
    isDirectory = false;
  }
  if (isDirectory) return;
  throw new SetupError(
    'E_INPUT',
    `The directory that go-download-base-url names does not exist: ${displayUrl(directory)}.`,
    {
      remedy: 'Give an http(s) URL, or a directory or share that this runner can reach.',
    },
  );
}

/** A hash file is one short line: no more than that is read, whatever is there. */
async function readStart(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HASH_BYTES), 0, MAX_HASH_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(path: string, cause: unknown): SetupError {
  return new SetupError('E_NETWORK', `${path} can't be read: ${systemCode(cause) ?? String(cause)}.`, {
    remedy: 'Check that the account of the runner may read this directory or share.',
    cause,
  });
}
