import { SetupError } from '../errors.ts';

/** A file in an archive. */
export interface ZipFile {
  /** Path below the top directory, with forward slashes. */
  readonly path: string;
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Nothing of it lies at or after this offset: the next entry, or the directory, begins there. */
  readonly limit: number;
  /** Its name as stored, to compare with the local header's. */
  readonly rawName: Uint8Array;
}

export interface ZipDirectory {
  readonly files: readonly ZipFile[];
  /** Every directory that the files need or the archive names, parents first; not the top directory itself. */
  readonly directories: readonly string[];
  /** Bytes of all files, unpacked. */
  readonly totalSize: number;
}

/** The failure of an archive that is not as it has to be. */
export function broken(reason: string, entry?: string): SetupError {
  const name = entry === undefined ? '' : quoteName(entry);
  const subject = entry === undefined ? 'The archive' : `The entry ${name} of the archive`;
  return new SetupError('E_ARCHIVE', `${subject} is refused: ${reason}.`, {
    remedy: 'Use an archive as go.dev/dl publishes it; have the mirror, or what made this file, repaired.',
    ...(entry === undefined ? {} : { evidence: [`entry ${name}`, reason] }),
  });
}

/** A name out of an archive as it may stand in a message: it can have 65,535 bytes, and turn lines around or begin a terminal's commands. */
export function quoteName(name: string): string {
  const head = name.slice(0, 300).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return JSON.stringify(name.length > 300 ? `${head}…` : head);
}
