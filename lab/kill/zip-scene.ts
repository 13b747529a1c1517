import { createCipheriv } from 'node:crypto';
import path from 'node:path';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import { realRelease } from '../releases/real.ts';
import type { LabRelease, Progress } from '../releases/release.ts';
import { createRunner, runCommand } from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { emptyToolCache, keepEntry } from './tool-cache.ts';
import { wantedTree } from './wanted-tree.ts';
import { install, type ZipScene } from './zip-round.ts';

/** Files of the made-up release: enough that unpacking is a phase of its own, few enough for many rounds. */
const FILES = 400;
/** Of one that cannot be compressed, as Go's tools are the larger part of its ZIP: the archive then comes in several ranges, and is unpacked meanwhile. */
const LARGE_BYTES = 6_000_000;

export interface ZipSceneOptions {
  /** Version of a real Go to install; a made-up one where left out. */
  readonly real?: string | undefined;
  readonly say: Progress;
}

/** Prepares a mirror and a runner, measures a whole step, and closes the mirror after `work`. */
export async function withZipScene<T>(
  lab: WindowsLab,
  { real, say }: ZipSceneOptions,
  work: (scene: ZipScene) => Promise<T>,
): Promise<T> {
  const release = real === undefined ? await madeUpRelease(say) : await realRelease(real, { say });
  let scene: ZipScene | undefined;
  const mirror = await startMirror([release], { onRequest: (request) => scene?.watched?.request(request) });
  try {
    const runner = await createRunner(lab);
    const entry = {
      root: runner.toolCache.host,
      tool: mirrorTool(mirror.url),
      version: release.version,
      architecture: release.architecture,
    };
    const first: ZipScene = {
      runner,
      mirror,
      inputs: { 'go-version': release.goVersion, 'go-download-base-url': mirror.url },
      entry,
      wanted: await wantedTree(release),
      copy: path.join(runner.directory.host, 'whole'),
      size: release.size,
      answer: `go version ${release.goVersion} windows/amd64`,
      stepMs: 0,
      watched: undefined,
    };
    let stepMs = 0;
    // The first one waits for what Windows and the disk have to get ready.
    for (let times = 0; times < 2; times++) {
      await emptyToolCache(entry);
      const { exitCode, log, wallMs } = await install(first);
      const { stdout } = await runCommand(runner, 'go version');
      if (exitCode !== 0 || stdout.trim() !== first.answer)
        throw new Error(`The step that nobody kills ended with ${exitCode}, "${stdout.trim()}":\n${log}`);
      stepMs = wallMs;
    }
    await keepEntry(entry, first.copy);
    scene = { ...first, stepMs };
    return await work(scene);
  } finally {
    await mirror.close();
  }
}

async function madeUpRelease(say: Progress): Promise<LabRelease> {
  const sources = Array.from({ length: FILES }, (_, index) => [
    `src/made${index % 40}/up${index}.go`,
    `package made // ${'up '.repeat(index % 997)}\n`,
  ]);
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  const files = {
    ...Object.fromEntries(sources),
    'pkg/tool/windows_amd64/large.exe': noise.update(Buffer.alloc(LARGE_BYTES)),
  };
  const [release] = await madeUpReleases(['1.99.1'], { files, say });
  if (release === undefined) throw new Error('There is no made-up release');
  return release;
}
