import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { labCacheDir, makeOnce } from '../releases/cache.ts';
import { BUILD_ENV, goTool } from '../releases/go-tool.ts';
import type { LabRelease, Progress } from '../releases/release.ts';
import { goArch } from '../releases/release.ts';
import { run } from '../releases/run.ts';
import { goTreeOf } from '../releases/wheel.ts';
import { writeZip, type ZipEntry } from '../releases/zip-writer.ts';

const MODULE = 'golang.org/toolchain';
/** What Go leaves out of the module that it makes of a distribution (cmd/distpack). */
const LEFT_OUT = /^go\/(?:\.github|api|doc|misc|test)\//;

/** The version of the toolchain module that a release is. */
export function moduleVersion({ goVersion, architecture }: LabRelease): string {
  return `v0.0.1-${goVersion}.windows-${goArch[architecture]}`;
}

/**
 * The h1 of the module that a release is, computed by Go itself: the module's ZIP is made as cmd/distpack makes it, and the go command
 * downloads it from a directory and says what it hashed. Kept in the lab's cache: for a real Go that takes half a minute.
 * @throws Error with what the go command said
 */
export async function moduleHash(
  release: LabRelease,
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<string> {
  const kept = path.join(labCacheDir(), 'module-hashes', `${release.sha256}.txt`);
  await makeOnce(kept, async (temporary) => await writeFile(temporary, await askGo(release, say)));
  return await readFile(kept, 'utf8');
}

/** Puts the module that a release is into a directory that the go command takes for a proxy. */
export async function writeModule(release: LabRelease, proxy: string): Promise<void> {
  const version = moduleVersion(release);
  const files = path.join(proxy, MODULE, '@v');
  await mkdir(files, { recursive: true });
  await writeFile(path.join(files, `${version}.info`), JSON.stringify({ Version: version }));
  await writeFile(path.join(files, `${version}.mod`), `module ${MODULE}\n`);
  await writeZip(path.join(files, `${version}.zip`), inModule(await goTreeOf(release.path), version));
}

/**
 * Lets the go command download the module that a release is.
 * @param variables of Go: GOPROXY, GOSUMDB
 * @returns the h1 of what it downloaded, and what it said
 */
export async function downloadModule(
  release: LabRelease,
  variables: Readonly<Record<'GOPROXY' | 'GOSUMDB', string>>,
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<{ h1: string | undefined; output: string }> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'modules-'));
  try {
    const env = { ...BUILD_ENV, ...variables, GOFLAGS: '-modcacherw', GOPATH: scratch, GOMODCACHE: '' };
    const args = ['mod', 'download', '-json', `${MODULE}@${moduleVersion(release)}`];
    const { code, output } = await run(await goTool(say), args, { cwd: scratch, env });
    return { h1: code === 0 ? /"Sum": "(h1:[^"]+)"/.exec(output)?.[1] : undefined, output: output.trim() };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function askGo(release: LabRelease, say: Progress): Promise<string> {
  const proxy = await mkdtemp(path.join(tmpdir(), 'module-'));
  try {
    await writeModule(release, proxy);
    // Only with a directory as the one proxy is the database left out for a toolchain.
    const variables = { GOPROXY: pathToFileURL(proxy).href, GOSUMDB: 'off' };
    const { h1, output } = await downloadModule(release, variables, say);
    if (h1 !== undefined) return h1;
    throw new Error(`The go command does not take the module of ${release.filename}: ${output}`);
  } finally {
    await rm(proxy, { recursive: true, force: true });
  }
}

function inModule(entries: readonly ZipEntry[], version: string): ZipEntry[] {
  return entries
    .filter(({ name }) => !LEFT_OUT.test(name))
    .map((entry) => {
      const name = entry.name.slice('go/'.length).replace(/(^|\/)go\.mod$/, '$1_go.mod');
      return { ...entry, name: `${MODULE}@${version}/${name}` };
    });
}
