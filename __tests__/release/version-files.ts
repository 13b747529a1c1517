import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach } from '@jest/globals';
import { readVersionFile } from '../../src/release/version-file.ts';
import { failure } from './recorded.ts';

const home = mkdtempSync(path.join(tmpdir(), 'version-file-'));
let count = 0;

/** A workspace of its own for each test. */
export let workspace = home;

beforeEach(() => {
  workspace = path.join(home, String(count++));
  mkdirSync(workspace);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Writes a file of the workspace and gives its path. */
export function write(name: string, content: string | Uint8Array): string {
  const file = path.join(workspace, name);
  writeFileSync(file, content);
  return file;
}

/** What a file means, in short: `1.25.3` or `range 1.25` or `alias rc`, and where from. */
export async function read(
  name: string,
  content: string | Uint8Array,
  resolution: 'highest' | 'lowest' = 'highest',
) {
  const { spec, origin } = await readVersionFile(write(name, content), { resolution });
  const short = { exact: 'version' in spec ? spec.version : '', range: '', alias: '' };
  if (spec.kind === 'range') short.range = `range ${spec.range}`;
  if (spec.kind === 'alias') short.alias = `alias ${spec.alias}`;
  return [short[spec.kind], origin];
}

/** The failure that reading a file with this content ends with. */
export const rejected = (name: string, content: string | Uint8Array) =>
  failure(() => readVersionFile(write(name, content), { resolution: 'highest' }));
