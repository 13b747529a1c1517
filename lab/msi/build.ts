import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Architecture } from '../../src/release/release.ts';
import { labCacheDir, makeOnce } from '../releases/cache.ts';
import type { LabRelease, Progress } from '../releases/release.ts';
import { goTreeOf } from '../releases/wheel.ts';
import type { ZipEntry } from '../releases/zip-writer.ts';
import { type Broken, breakFile, breakTables } from './broken.ts';
import { type MsiFacts, msiFacts, msiName } from './shape.ts';
import { type MsiTools, msiTools } from './tools.ts';
import { GO_CONDITION, wxsOf } from './wxs.ts';

/** wixl's own word for an architecture; it knows no arm64, whose packages get their template afterwards. */
const WIXL_ARCH: Readonly<Record<Architecture, string>> = { x64: 'x64', x86: 'x86', arm64: 'x64' };
const ARM64_TEMPLATE = 'Arm64;1033';

/** An MSI of Go that lies on this machine; the mirror serves it like a ZIP. */
export interface LabMsi extends LabRelease, MsiFacts {}

export interface MsiOptions {
  /** How it lets its user down; sound where left out. */
  readonly broken?: Broken | undefined;
  /** Told when one has to be built. Default: standard error. */
  readonly say?: Progress;
}

/**
 * The MSI of a release: the same tree, in a package of Go's own shape made by wixl. A made-up one takes a second, a real
 * one, with its 11,500 files, half a minute; then it is kept in the lab's cache by content.
 * @throws LabError where MSIs can't be made
 */
export async function buildMsi(release: LabRelease, options: MsiOptions = {}): Promise<LabMsi> {
  const { broken, say = (line) => void process.stderr.write(`${line}\n`) } = options;
  const { goVersion, architecture } = release;
  const content = await contentOf(release, broken);
  const facts = msiFacts(goVersion, architecture, content);
  const filename = msiName(goVersion, architecture);
  const file = path.join(labCacheDir(), 'releases', 'msi', content.slice(0, 16), filename);
  await makeOnce(file, async (temporary) => {
    const started = Date.now();
    const tools = await msiTools(say);
    const work = await mkdtemp(`${path.dirname(file)}/work-`);
    try {
      await compile(release, facts, { broken, content, work, tools });
      await rename(path.join(work, 'go.msi'), temporary);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    say(
      `built ${filename}${broken ? ` (${broken})` : ''} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  });
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const { size } = await stat(file);
  const source = `built by the lab from ${release.filename}${broken ? `, ${broken}` : ''}`;
  return { ...release, ...facts, filename, path: file, sha256, size, source };
}

/** Stands for all that goes into the package: the tree, the fault, and the programs here that make it. */
async function contentOf(release: LabRelease, broken: Broken | undefined): Promise<string> {
  const hash = createHash('sha256').update(`${release.sha256} ${broken ?? ''}`);
  for (const name of ['build.ts', 'broken.ts', 'shape.ts', 'wxs.ts']) {
    hash.update(await readFile(new URL(name, import.meta.url)));
  }
  return hash.digest('hex');
}

interface Compilation {
  readonly broken: Broken | undefined;
  readonly content: string;
  /** A directory of its own, in which `go.msi` appears. */
  readonly work: string;
  readonly tools: MsiTools;
}

async function compile(release: LabRelease, facts: MsiFacts, compilation: Compilation): Promise<void> {
  const { broken, content, work, tools } = compilation;
  const entries = await goTreeOf(release.path);
  const files = await unpack(entries, path.join(work, 'go'));
  const condition = broken === 'launch-condition' ? 'VersionNT >= 9900' : GO_CONDITION;
  const { architecture } = release;
  await writeFile(path.join(work, 'go.wxs'), wxsOf({ ...facts, architecture, content, condition, files }));
  const target = path.join(work, 'go.msi');
  const wixl = [
    '-a',
    WIXL_ARCH[architecture],
    '-o',
    tools.inner(target),
    tools.inner(path.join(work, 'go.wxs')),
  ];
  await tools.run('wixl', wixl, path.join(work, 'go'));
  const template = architecture === 'arm64' || broken === 'wrong-architecture' ? ARM64_TEMPLATE : undefined;
  await breakTables(target, broken, template, tools);
  await breakFile(target, broken);
}

async function unpack(entries: readonly ZipEntry[], target: string): Promise<string[]> {
  const made = new Set<string>();
  const files: string[] = [];
  for (const entry of entries) {
    const name = entry.name.slice('go/'.length);
    const file = path.join(target, name);
    if (!made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    await writeFile(file, entry.method === 0 ? entry.data : inflateRawSync(entry.data));
    files.push(name);
  }
  return files;
}
