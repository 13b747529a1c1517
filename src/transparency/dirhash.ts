import { hash } from 'node:crypto';
import type { FileHash } from '../archive/unpack.ts';
import { goArch } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';

/** The module as which Go publishes its own distributions. */
export const TOOLCHAIN_MODULE = 'golang.org/toolchain';

/** What a distribution has and the module has not. Everything below them. */
const LEFT_OUT = ['.github/', 'api/', 'doc/', 'misc/', 'test/'];

/** The module's version that is a release for Windows: `v0.0.1-go1.26.6.windows-amd64`. */
export function toolchainVersion(goVersion: string, architecture: Architecture): string {
  return `v0.0.1-${goVersion}.windows-${goArch(architecture)}`;
}

/**
 * The h1 of the module that Go makes of a distribution: the same files less some directories, and every go.mod as `_go.mod`, since a module can
 * have none inside. The rule is Go's: cmd/distpack (pack.go, "modArch", and archive.go, "RenameGoMod") since Go 1.21, and golang.org/x/build's
 * internal/task/dl2mod.go for those before.
 *
 * @param files of the ZIP, all of them, in any order
 * @returns `h1:` and base64
 */
export function toolchainHash(files: Iterable<FileHash>, version: string): string {
  const inModule: FileHash[] = [];
  for (const { path, sha256 } of files) {
    if (LEFT_OUT.some((directory) => path.startsWith(directory))) continue;
    const name = path.endsWith('go.mod') ? path.replace(/(^|\/)go\.mod$/, '$1_go.mod') : path;
    inModule.push({ path: name, sha256 });
  }
  return dirHash(inModule, `${TOOLCHAIN_MODULE}@${version}/`);
}

/**
 * "h1": SHA-256, in base64, over one line a file, `<hex SHA-256>  <name>`, sorted by the bytes of the names (golang.org/x/mod/sumdb/dirhash,
 * Hash1).
 *
 * @param prefix before each name
 */
export function dirHash(files: readonly FileHash[], prefix = ''): string {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const lines = sortedByBytes([...hashes.keys()]).map((path) => `${hashes.get(path)}  ${prefix}${path}\n`);
  return `h1:${hash('sha256', lines.join(''), 'base64')}`;
}

/** JavaScript sorts by UTF-16, which is the order of bytes but for the characters that take two units; and it is much faster. */
function sortedByBytes(names: string[]): string[] {
  if (!names.some((name) => /[\ud800-\uffff]/.test(name))) return names.sort();
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
