import { createHash } from 'node:crypto';
import type { Architecture } from '../release/release.ts';

/** Under which names a cache is saved and looked for. */
export interface CacheKeys {
  readonly key: string;
  /** Beginnings of other keys that will do where there is no such key: the same Go with other dependencies. */
  readonly restoreKeys: readonly string[];
}

/** What a key is made of. */
export interface KeyParts {
  readonly prefix: string;
  readonly architecture: Architecture;
  /** `go1.26.6` */
  readonly goVersion: string;
  /** Contents of the dependency files; none where there are none. */
  readonly contents: readonly Uint8Array[];
}

/**
 * `[<prefix>-]setup-go-win-windows-<arch>-<go version>-<hash>`. The hash is that of the dependency files' contents, wherever they lie and whatever
 * they end lines with: a checkout in another directory, or with other settings of git, has the same modules.
 */
export function cacheKeys({ prefix, architecture, goVersion, contents }: KeyParts): CacheKeys {
  const stem = [...(prefix === '' ? [] : [prefix]), 'setup-go-win-windows', architecture, goVersion].join(
    '-',
  );
  return { key: `${stem}-${hashOf(contents)}`, restoreKeys: [`${stem}-`] };
}

function hashOf(contents: readonly Uint8Array[]): string {
  if (contents.length === 0) return 'no-dependencies';
  const digests = contents.map((content) =>
    sha256(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n')),
  );
  return sha256(digests.sort().join('\n'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

/** Whether the service answered with this very key. Services don't agree on the case of letters. */
export function isSameKey(key: string, other: string | undefined): boolean {
  return other !== undefined && key.toLowerCase() === other.toLowerCase();
}
