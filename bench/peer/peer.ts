import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exists, labCacheDir, makeOnce } from '../../lab/releases/cache.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { type Runner, type StepResult, startStep } from '../../lab/runner.ts';
import { timeProcess } from '../measure.ts';
import { needProgram } from '../slow-machine.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const repo = path.join(here, '..', '..');

/** Bundles main.js like any action, once for each version of it and of the packages. @returns the action's directory */
export async function buildPeer(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [path.join(here, 'main.js'), path.join(here, 'action.yml')])
    hash.update(await readFile(file));
  hash.update(await readFile(path.join(repo, 'package-lock.json')));
  const home = path.join(labCacheDir(), 'bench', `peer-${hash.digest('hex').slice(0, 12)}`);
  await makeOnce(home, async (temporary) => {
    await mkdir(temporary, { recursive: true });
    const ncc = path.join(repo, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
    await timeProcess(process.execPath, [ncc, 'build', path.join(here, 'main.js'), '-o', temporary]);
    await copyFile(path.join(here, 'action.yml'), path.join(temporary, 'action.yml'));
  });
  return home;
}

/**
 * Runs the peer as a step. Under Wine this machine's own `unzip` unpacks, on the disk that is drive C, in between.
 * @throws Error when it fails
 */
export async function runPeer(
  action: string,
  url: string,
  release: LabRelease,
  runner: Runner,
): Promise<StepResult> {
  const byHost = runner.lab.kind === 'wine';
  const inputs = { url, version: release.version, unzip: byHost ? 'host' : 'tool-cache' };
  if (byHost) await needProgram('unzip', 'unzip');
  const step = await startStep(action, inputs, runner);
  const ended = new AbortController();
  const result = step.result.finally(() => ended.abort());
  if (byHost)
    await Promise.all([result, unzipWhenReady(path.join(runner.temp.host, 'go.zip'), ended.signal)]);
  const { exitCode, log } = await result;
  if (exitCode !== 0) throw new Error(`The peer ended with ${exitCode}:\n${log}`);
  return await result;
}

async function unzipWhenReady(archive: string, ended: AbortSignal): Promise<void> {
  while (!(await exists(`${archive}.ready`))) {
    if (ended.aborted) return;
    await sleep(5);
  }
  await timeProcess('unzip', ['-q', archive, '-d', path.join(path.dirname(archive), 'unpacked')]);
  await writeFile(`${archive}.unpacked`, '');
}
