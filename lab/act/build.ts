import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { exists, labCacheDir, makeOnce } from '../releases/cache.ts';
import { BUILD_ENV, goTool } from '../releases/go-tool.ts';
import type { Progress } from '../releases/release.ts';
import { run } from '../releases/run.ts';

/** The runner that somebody else wrote: https://github.com/nektos/act */
export const ACT_VERSION = 'v0.2.89';

/**
 * act for Windows, built once from its Go module and kept in the lab's cache. About a minute and a half the first time.
 * @param say told that it is being built and how long it took. Default: standard error.
 * @returns the path of act.exe on this machine
 * @throws Error when it can't be built, with what Go said
 */
export async function buildAct(
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<string> {
  const home = path.join(labCacheDir(), `act-${ACT_VERSION}`);
  const make = async (temporary: string) => {
    const started = Date.now();
    say(`building act ${ACT_VERSION} for Windows from its Go module, about 90 s`);
    const go = await goTool(say);
    const gopath = path.join(temporary, 'gopath');
    await mkdir(gopath, { recursive: true });
    // The module cache stays the user's own: what Go downloads is read-only, and this GOPATH goes away.
    const modules = (await run(go, ['env', 'GOMODCACHE'], { env: BUILD_ENV })).output.trim();
    const env = { ...BUILD_ENV, GOOS: 'windows', GOARCH: 'amd64', GOPATH: gopath, GOMODCACHE: modules };
    const args = ['install', '-trimpath', '-ldflags', `-s -w -X main.version=${ACT_VERSION.slice(1)}`];
    const result = await run(go, [...args, `github.com/nektos/act@${ACT_VERSION}`], { env });
    if (result.code !== 0) throw new Error(`act ${ACT_VERSION} does not build: ${result.output.trim()}`);
    // Go puts a program for another system into a folder of its own.
    const bin = path.join(gopath, 'bin');
    const built = [path.join(bin, 'windows_amd64', 'act.exe'), path.join(bin, 'act.exe')];
    for (const file of built) if (await exists(file)) await rename(file, path.join(temporary, 'act.exe'));
    await rm(gopath, { recursive: true, force: true });
    say(`built act ${ACT_VERSION} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  };
  await makeOnce(home, make, say);
  return path.join(home, 'act.exe');
}
