import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { SetupError } from '../../src/errors.ts';
import { parseReleaseList } from '../../src/release/list.ts';
import type { Architecture, Release } from '../../src/release/release.ts';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Some releases as go.dev listed them on 2026-08-19, a line each. */
export const recordedList = `[${readFileSync(at('go-dl.jsonl'), 'utf8').trim().split('\n').join(',\n')}]`;

/** The whole list of that day, of whose files only those for Windows are kept. */
export const fullList = gunzipSync(readFileSync(at('go-dl-windows.json.gz'))).toString();

export const recorded = parseReleaseList(recordedList, 'go.dev', 'zip');

/** One recorded release; a test that names a missing one is wrong. */
export function recordedRelease(version: string, architecture: Architecture = 'x64'): Release {
  const found = recorded.find((one) => one.version === version && one.architecture === architecture);
  if (found === undefined) throw new Error(`go-dl.jsonl has no ${version} for ${architecture}`);
  return found;
}

/** A list as a server gives it, with Windows ZIPs for each version and architecture; `hash` makes up the SHA-256. */
export function listOf(
  versions: readonly string[],
  hash: (filename: string) => string = () => 'ab'.repeat(32),
  arches: readonly string[] = ['386', 'amd64', 'arm64'],
): string {
  return JSON.stringify(
    versions.map((version) => ({
      version,
      stable: !/rc|beta/.test(version),
      files: arches.map((arch) => {
        const filename = `${version}.windows-${arch}.zip`;
        return { filename, os: 'windows', arch, version, sha256: hash(filename), size: 7, kind: 'archive' };
      }),
    })),
  );
}

/** The SetupError that a call ends with; anything else that is thrown is thrown on. */
export async function failure(call: () => unknown): Promise<SetupError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('a SetupError was expected, and the call succeeded');
}
