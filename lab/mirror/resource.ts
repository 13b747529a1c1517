import { stat } from 'node:fs/promises';
import { releaseList } from '../releases/list.ts';
import type { LabRelease } from '../releases/release.ts';
import { type Body, fileBody, textBody } from './body.ts';
import type { Fault } from './faults.ts';

/** Something that a server has under a path. */
export interface Resource {
  readonly size: number;
  readonly etag: string;
  readonly modified: Date;
  readonly type: string;
  /** Its bytes from `start` to `end`, both included. */
  readonly body: (start: number, end: number) => Body;
}

/** How a mirror's list is made. `without-hashes`: sha256 is empty everywhere, as for Go before 1.5.3. */
export type ListKind = 'full' | 'without-hashes';

/** The file of a release: a ZIP or an MSI. */
export async function fileResource(release: LabRelease): Promise<Resource> {
  const { mtime } = await stat(release.path);
  return {
    size: release.size,
    etag: `"${release.sha256.slice(0, 32)}"`,
    modified: mtime,
    type: release.filename.endsWith('.msi') ? 'application/x-msi' : 'application/zip',
    body: (start, end) => fileBody(release.path, start, end),
  };
}

export function textResource(content: string | Uint8Array, type: string): Resource {
  const bytes = Buffer.from(content as string);
  return {
    size: bytes.length,
    etag: `"${bytes.length.toString(16)}"`,
    modified: new Date(0),
    type,
    body: (start, end) => textBody(bytes.subarray(start, end + 1)),
  };
}

/** A page for people, as go.dev/dl answers without `mode=json` and for paths it can't make sense of. */
export function htmlResource(releases: readonly LabRelease[]): Resource {
  const items = releases.map((release) => `<li><a href="${release.filename}">${release.filename}</a></li>`);
  const page = `<!DOCTYPE html>\n<html lang="en">\n<title>All releases</title>\n<ul>\n${items.join('\n')}\n</ul>\n</html>\n`;
  return textResource(page, 'text/html; charset=utf-8');
}

/** The list in go.dev's shape, or what a fault makes of it. */
export function listResource(
  releases: readonly LabRelease[],
  includeAll: boolean,
  kind: ListKind,
  fault: Fault | undefined,
): Resource {
  const how = fault?.kind === 'list' ? fault.how : undefined;
  const list = releaseList(how === 'empty' ? [] : releases, {
    includeAll,
    unknownFields: how === 'unknown-fields',
  });
  if (kind === 'without-hashes') {
    for (const file of list.flatMap((release) => release.files)) file.sha256 = '';
  }
  const text = `${JSON.stringify(list, null, 1)}\n`;
  if (how === 'truncated') return textResource(text.slice(0, text.length / 2), 'application/json');
  if (how === 'error-object')
    return textResource('{"error":{"code":500,"message":"datastore timeout"}}', 'application/json');
  return textResource(text, 'application/json');
}
