import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../errors.ts';
import { retry } from '../windows/files.ts';
import { openAlone } from '../windows/open-alone.ts';
import { hashLine, NOTHING_BEFORE, readAuditLine, splitLines } from './audit-line.ts';
import { newestRotated, rotate } from './audit-rotation.ts';

/** What a line needs of those before it. */
export interface Link {
  readonly seq: number;
  readonly previous: string;
  /** The rotated file that the last line stands in, where this is the first of a new one. */
  readonly continues?: string;
}

export interface AppendOptions {
  /** How long to wait in all for other runners that append, and for collectors that keep writers out. */
  readonly patienceMs: number;
  /** A file of this size gives way to a new one before the next line. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 5_000_000;
/** The end of a file that is read at first: some dozens of lines. */
const TAIL_BYTES = 64 * 1024;

/**
 * Appends a line to an audit log, by one write that is on the disk when this resolves. Several processes may do so at once: each has the lock file
 * beside it open without sharing meanwhile. A torn last line is ended and stays, as a line of the chain.
 *
 * @param compose makes the line, without its line end, from its place in the chain
 * @returns the line's hash
 * @throws the error of the system; EBUSY where others did not let go of it in time
 */
export async function appendLine(
  file: string,
  compose: (link: Link) => string,
  { patienceMs, maxBytes = MAX_BYTES }: AppendOptions,
): Promise<string> {
  const end = performance.now() + patienceMs;
  await mkdir(path.dirname(file), { recursive: true });
  const lockFile = `${file.replace(/\.jsonl$/, '')}.lock`;
  const lock = await whileBusy(() => openAlone(lockFile, constants.O_RDWR | constants.O_CREAT), end);
  try {
    const handle = await openForAppend(file, maxBytes, end);
    try {
      return await appendTo(handle, file, compose);
    } finally {
      await handle.close();
    }
  } finally {
    await lock.close();
  }
}

/** Opens the file, or a new one in its place where it is full. Where a collector holds a full one, that is tried again before the next line. */
async function openForAppend(file: string, maxBytes: number, end: number): Promise<FileHandle> {
  const openFile = () => whileBusy(() => open(file, constants.O_RDWR | constants.O_CREAT), end);
  const handle = await openFile();
  const { size } = await handle.stat();
  if (size < maxBytes) return handle;
  await handle.close();
  await rotate(file).catch(() => {});
  return await openFile();
}

async function appendTo(handle: FileHandle, file: string, compose: (link: Link) => string): Promise<string> {
  const { size } = await handle.stat();
  const { link, ended } = await linkTo(handle, size, file);
  const line = Buffer.from(compose(link));
  const bytes = Buffer.concat([Buffer.from(ended ? '' : '\n'), line, Buffer.from('\n')]);
  try {
    const { bytesWritten } = await handle.write(bytes, 0, bytes.length, size);
    if (bytesWritten < bytes.length) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    await handle.sync();
  } catch (error) {
    await handle.truncate(size).catch(() => {}); // else a torn line, which is a line of the chain
    throw error;
  }
  return hashLine(line);
}

/** What the next line of a file has to hold of those before it. */
async function linkTo(
  handle: FileHandle,
  size: number,
  file: string,
): Promise<{ link: Link; ended: boolean }> {
  if (size === 0) return { link: await linkToRotated(file), ended: true };
  const { lines, ended } = await linesAtEnd(handle, size);
  const before = lastSeq(lines) ?? lines.length + (await linkToRotated(file)).seq - 1;
  return { link: { seq: before + 1, previous: hashLine(lines.at(-1) ?? Buffer.alloc(0)) }, ended };
}

/** What the first line of a new file has to hold: it goes on from the newest of the rotated ones. */
async function linkToRotated(file: string): Promise<Link> {
  const rotated = await newestRotated(file);
  if (rotated === undefined) return { seq: 1, previous: NOTHING_BEFORE };
  const handle = await retry(() => open(rotated, 'r'), undefined, 1000);
  try {
    const { lines } = await linesAtEnd(handle, (await handle.stat()).size);
    const seq = (lastSeq(lines) ?? lines.length) + 1;
    const previous = hashLine(lines.at(-1) ?? Buffer.alloc(0));
    return { seq, previous, continues: path.basename(rotated) };
  } finally {
    await handle.close();
  }
}

/** Number of the last line, torn lines after the last sound one counted; undefined where none of the lines is sound. */
function lastSeq(lines: readonly Buffer[]): number | undefined {
  for (let torn = 0; torn < lines.length; torn++) {
    const found = readAuditLine(lines[lines.length - 1 - torn] as Buffer);
    if (found?.seq !== undefined) return found.seq + torn;
  }
  return undefined;
}

/** The last lines of a file, a sound one among them, or else all of its lines. */
async function linesAtEnd(
  handle: FileHandle,
  size: number,
  wanted = TAIL_BYTES,
): Promise<{ lines: Buffer[]; ended: boolean }> {
  const length = Math.min(size, wanted);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
  const bytes = buffer.subarray(0, bytesRead);
  // What the first one begins with is not among the bytes.
  const lines = splitLines(bytes).slice(length < size ? 1 : 0);
  if (length < size && lastSeq(lines) === undefined) return await linesAtEnd(handle, size, size);
  return { lines, ended: bytes.at(-1) === 10 };
}

/** Tries again while another process keeps the file to itself. Who may not open it is told at once. */
async function whileBusy<T>(operation: () => Promise<T>, end: number): Promise<T> {
  for (;;) {
    try {
      return await operation();
    } catch (error) {
      if (systemCode(error) !== 'EBUSY' || performance.now() > end) throw error;
    }
    // An append takes some milliseconds; those who wait must not all look at the same moment.
    await sleep(5 + Math.random() * 45);
  }
}
