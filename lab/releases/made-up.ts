import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../../src/release/release.ts';
import { labCacheDir, makeOnce } from './cache.ts';
import { goArch, type LabRelease, type Progress, toSemver, zipName } from './release.ts';
import { windowsProgram } from './windows-program.ts';
import { deflated, writeZip, type ZipEntry } from './zip-writer.ts';

const SOURCE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fake-go');

/** What a Go tree is not whole without, besides go.exe. */
const TOOLS = ['asm', 'compile', 'link'];

export interface MadeUpOptions {
  /** Default: x64 alone. */
  readonly architectures?: readonly Architecture[];
  /** How its go.exe misbehaves: names another version, exits with 3 or as if a policy had blocked it, gives no answer for ten minutes, fails to build, takes 3 s for it, or waits for ever for a program that it starts for it. */
  readonly sabotage?: 'lie' | 'fail' | 'blocked' | 'hang' | 'no-build' | 'slow' | 'stuck';
  /** More files, by their path below `go/`. A name that is there already replaces that file. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Told when go.exe has to be built. Default: standard error. */
  readonly say?: Progress;
}

/**
 * Small Go releases that nobody ever made: Go's layout with a handful of files, whose `bin/go.exe` is a real Windows
 * program for its architecture that answers `go version` and `go env`. Built once with Go (this machine's, or one that
 * the lab fetches), then kept in the lab's cache by content.
 * @param versions Go's spelling, with or without `go`: `1.99.1`, `go1.27rc1`
 * @throws Error when go.exe can't be built, with what the compiler said
 */
export async function madeUpReleases(
  versions: readonly string[],
  options: MadeUpOptions = {},
): Promise<LabRelease[]> {
  const { architectures = ['x64'], say = (line) => void process.stderr.write(`${line}\n`) } = options;
  const releases: LabRelease[] = [];
  for (const architecture of architectures) {
    const program = await readFile(await fakeGo(architecture, say));
    const goExe = deflated('go/bin/go.exe', program);
    for (const version of versions) {
      releases.push(await madeUp(`go${version.replace(/^go/, '')}`, architecture, goExe, options));
    }
  }
  return releases;
}

async function madeUp(
  goVersion: string,
  architecture: Architecture,
  goExe: ZipEntry,
  options: MadeUpOptions,
): Promise<LabRelease> {
  const entries = treeOf(goVersion, architecture, goExe, options);
  const content = createHash('sha256');
  for (const entry of entries) content.update(`${entry.name}\0${entry.crc}\0${entry.size}\n`);
  const filename = zipName(goVersion, architecture);
  const file = path.join(labCacheDir(), 'releases', 'made-up', content.digest('hex').slice(0, 16), filename);
  await makeOnce(file, async (temporary) => {
    await writeZip(temporary, entries);
  });
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const { size } = await stat(file);
  const source = 'made up by the lab: its go.exe answers version and env only';
  return {
    goVersion,
    version: toSemver(goVersion),
    architecture,
    filename,
    path: file,
    sha256,
    size,
    kind: 'made-up',
    source,
  };
}

function treeOf(
  goVersion: string,
  architecture: Architecture,
  goExe: ZipEntry,
  options: MadeUpOptions,
): ZipEntry[] {
  const tool = `pkg/tool/windows_${goArch[architecture]}`;
  const files: Record<string, string | Uint8Array> = {
    VERSION: `${goVersion}\ntime 2026-01-01T00:00:00Z\n`,
    'go.env': 'GOPROXY=direct\nGOTOOLCHAIN=auto\n',
    'src/fmt/print.go': `package fmt // ${goVersion}\n`,
    'src/runtime/proc.go': 'package runtime\n',
    'src/empty/empty.go': '',
    'src/cmd/go/testdata/mod/a_b@v1.0.0 (old).txt': 'a name with spaces, brackets and an at sign\n',
    ...Object.fromEntries(TOOLS.map((name) => [`${tool}/${name}.exe`, 'not a program\n'])),
    ...(options.sabotage ? { SABOTAGE: `${options.sabotage}\n` } : {}),
    ...options.files,
  };
  const entries = Object.entries(files).map(([name, content]) => deflated(`go/${name}`, content));
  const own = options.files?.['bin/go.exe'] !== undefined;
  return (own ? entries : [...entries, goExe]).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The stand-in for go.exe. */
async function fakeGo(architecture: Architecture, say: Progress): Promise<string> {
  const directory = path.join(labCacheDir(), 'releases', 'made-up');
  return await windowsProgram(SOURCE, { architecture, directory, name: 'go', say });
}
