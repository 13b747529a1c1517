import { mirrorTool } from '../../src/toolcache/layout.ts';
import { startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import { realRelease } from '../releases/real.ts';
import type { LabRelease, Progress } from '../releases/release.ts';
import { createRunner, runCommand } from '../runner.ts';
import { prepareWindows } from '../windows/prepare.ts';
import { install, type Scene } from './round.ts';
import { emptyToolCache } from './tool-cache.ts';
import { wantedTree } from './wanted-tree.ts';

/** Files of the made-up release: enough that unpacking is a phase of its own, few enough for many rounds. */
const FILES = 1500;

export interface SceneOptions {
  /** Version of a real Go to install; a made-up one where left out. */
  readonly real?: string | undefined;
  readonly say: Progress;
}

/** Prepares Windows, a mirror and a runner, measures a whole step, and removes everything after `work`. */
export async function withScene<T>(
  { real, say }: SceneOptions,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const release = real === undefined ? await madeUpRelease(say) : await realRelease(real, { say });
  const lab = await prepareWindows({ say });
  const mirror = await startMirror([release]);
  try {
    const runner = await createRunner(lab);
    const entry = {
      root: runner.toolCache.host,
      tool: mirrorTool(mirror.url),
      version: release.version,
      architecture: release.architecture,
    };
    const scene: Scene = {
      runner,
      inputs: { 'go-version': release.goVersion, 'go-download-base-url': mirror.url },
      entry,
      wanted: await wantedTree(release),
      answer: `go version ${release.goVersion} windows/amd64`,
      stepMs: 0,
    };
    await emptyToolCache(entry);
    const { exitCode, log, wallMs } = await install(scene);
    const { stdout } = await runCommand(runner, 'go version');
    if (exitCode !== 0 || stdout.trim() !== scene.answer)
      throw new Error(`The step that nobody kills ended with ${exitCode}, "${stdout.trim()}":\n${log}`);
    return await work({ ...scene, stepMs: wallMs });
  } finally {
    await mirror.close();
    await lab.dispose();
  }
}

async function madeUpRelease(say: Progress): Promise<LabRelease> {
  const files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [
      `src/made${index % 40}/up${index}.go`,
      `package made // ${'up '.repeat(index % 997)}\n`,
    ]),
  );
  const [release] = await madeUpReleases(['1.99.1'], { files, say });
  if (release === undefined) throw new Error('There is no made-up release');
  return release;
}
