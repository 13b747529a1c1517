import { createHash } from 'node:crypto';
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
    const name = path.replace(/(^|\/)go\.mod$/, '$1_go.mod');
    inModule.push({ path: `${TOOLCHAIN_MODULE}@${version}/${name}`, sha256 });
  }
  return dirHash(inModule);
}

/**
 * "h1": SHA-256, in base64, over one line a file, `<hex SHA-256>  <name>`, sorted by the bytes of the names (golang.org/x/mod/sumdb/dirhash,
 * Hash1).
 */
export function dirHash(files: readonly FileHash[]): string {
  const lines = files.map(({ path, sha256 }) => ({ name: Buffer.from(path), sha256 }));
  lines.sort((a, b) => Buffer.compare(a.name, b.name));
  const hash = createHash('sha256');
  for (const { name, sha256 } of lines) hash.update(`${sha256}  `).update(name).update('\n');
  return `h1:${hash.digest('base64')}`;
}
