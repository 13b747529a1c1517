import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mirror, type MirrorOptions, startMirror } from '../lab/mirror/mirror.ts';
import { realRelease } from '../lab/releases/real.ts';
import type { LabRelease } from '../lab/releases/release.ts';
import { createRunner, type Runner, type RunnerOptions, runStep, type StepResult } from '../lab/runner.ts';
import type { WindowsLab } from '../lab/windows/lab.ts';
import { prepareWindows } from '../lab/windows/prepare.ts';
import type { Say } from './measure.ts';

const repo = fileURLToPath(new URL('..', import.meta.url));
const VERSION = '1.26.6';

/** A Windows with a mirror that serves a real Go, and the built action. */
export interface WindowsBench {
  readonly lab: WindowsLab;
  readonly mirror: Mirror;
  readonly release: LabRelease;
  /** Runs the action on a runner, with more inputs where they are given, and makes sure that it did what it is timed for. */
  step(
    runner: Runner,
    expected: 'hit' | 'cold' | 'either',
    more?: Readonly<Record<string, string>>,
  ): Promise<StepResult>;
  /**
   * Gives `work` a new runner. Its directories stay until the bench is over: for a minute after files were removed, ext4 is slow to
   * create new ones (it looks for inodes that were not deleted lately), and the next run would be timed with that.
   */
  withRunner<T>(work: (runner: Runner) => Promise<T>, options?: RunnerOptions): Promise<T>;
}

/** Opens the lab for a bench. The action is a copy of dist/, so that a build in between changes nothing. */
export async function withWindows<T>(
  say: Say,
  work: (bench: WindowsBench) => Promise<T>,
  options: MirrorOptions = {},
): Promise<T> {
  const lab = await prepareWindows({ say });
  const release = await realRelease(VERSION, { say });
  const mirror = await startMirror([release], options);
  try {
    const { host: action } = await lab.newScratch('action');
    await cp(path.join(repo, 'action.yml'), path.join(action, 'action.yml'));
    await cp(path.join(repo, 'dist'), path.join(action, 'dist'), { recursive: true });
    const inputs = { 'go-version': VERSION, 'go-download-base-url': mirror.url };
    return await work({
      lab,
      mirror,
      release,
      async step(runner, expected, more = {}) {
        const result = await runStep(action, { ...inputs, ...more }, runner);
        const hit = result.outputs['tool-cache-hit'];
        const right = expected === 'either' || hit === String(expected === 'hit');
        if (result.exitCode === 0 && right) return result;
        throw new Error(`The step ended with ${result.exitCode}, tool-cache-hit=${hit}:\n${result.log}`);
      },
      withRunner: async (use, options) => await use(await createRunner(lab, options)),
    });
  } finally {
    await mirror.close();
    await lab.dispose();
  }
}

/** Starts the Windows node for nothing: what no step can do without. */
export async function emptyNode(lab: WindowsLab): Promise<{ wallMs: number; peakBytes: number | undefined }> {
  const { exitCode, wallMs, peakBytes, stderr } = await lab.run(lab.node, ['-e', '0']);
  if (exitCode !== 0) throw new Error(`node -e 0 ended with ${exitCode}: ${stderr}`);
  return { wallMs, peakBytes };
}
