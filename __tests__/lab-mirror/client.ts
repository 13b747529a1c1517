import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LabRelease } from '../../lab/releases/release.ts';

/** An answer as a client saw it, whole or broken. */
export interface Seen {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The system's code when the connection broke; `TIMEOUT` when nothing came for as long as patience lasts. */
  readonly broken: string | undefined;
}

/**
 * One GET without any cleverness: no redirects, no retries.
 * @param patienceMs how long nothing may come. Only a test of silence gives up early: a busy machine answers late.
 */
export async function get(
  url: string,
  headers: Record<string, string> = {},
  patienceMs = 60_000,
): Promise<Seen> {
  return await new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let status = 0;
    let seen: IncomingHttpHeaders = {};
    const done = (broken?: string) => resolve({ status, headers: seen, body: Buffer.concat(pieces), broken });
    const sent = request(url, { headers, agent: false }, (response) => {
      status = response.statusCode ?? 0;
      seen = response.headers;
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done());
      response.on('error', (error: NodeJS.ErrnoException) => done(error.code));
    });
    sent.setTimeout(patienceMs, () => {
      done('TIMEOUT');
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => done(error.code));
    sent.end();
  });
}

/** A release whose file is so many bytes of noise: enough for a server that never looks inside. */
export async function noise(
  goVersion: string,
  size: number,
  extension = 'zip',
): Promise<LabRelease & { bytes: Buffer }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lab-mirror-'));
  const bytes = randomBytes(size);
  const filename = `${goVersion}.windows-amd64.${extension}`;
  const file = path.join(directory, filename);
  await writeFile(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const version = goVersion.slice(2);
  return {
    goVersion,
    version,
    architecture: 'x64',
    filename,
    path: file,
    sha256,
    size,
    kind: 'made-up',
    source: 'noise',
    bytes,
  };
}
