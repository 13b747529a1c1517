import path from 'node:path';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { wantedTree } from '../kill/wanted-tree.ts';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import type { Progress } from '../releases/release.ts';
import { createRunner, type Runner } from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';
import type { Wanted } from './check.ts';
import { createGate, type Gate } from './gate.ts';

/** Files of each made-up release: enough that unpacking is a phase of its own. */
const FILES = 250;
const NOISE = 'up '.repeat(400);

/** A version that the runners install, and who is at it. */
export interface SoakVersion extends Wanted {
  readonly goVersion: string;
  readonly gate: Gate;
}

/** Runners that share a tool cache and a mirror. */
export interface SoakScene {
  readonly lab: WindowsLab;
  readonly mirror: Mirror;
  readonly versions: readonly SoakVersion[];
  readonly runners: readonly SoakRunner[];
  /** Host path of the tool cache. */
  readonly root: string;
}

export interface SoakRunner {
  readonly runner: Runner;
  /** The mirror's address, with a user name in it by which the faults of this runner are told from the others'. */
  readonly user: string;
  readonly baseUrl: string;
}

/** Prepares Windows, releases, a mirror, a tool cache and its runners, and removes everything after `work`. */
export async function withSoakScene<T>(
  { runners, versions, say }: { runners: number; versions: number; say: Progress },
  work: (scene: SoakScene) => Promise<T>,
): Promise<T> {
  const files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [
      `src/made${index % 25}/up${index}.go`,
      `package made // ${NOISE.slice(0, index * 4)}\n`,
    ]),
  );
  const names = Array.from({ length: versions }, (_, index) => `1.9${index}.1`);
  const releases = await madeUpReleases(names, { files, say });
  const lab = await prepareWindows({ say });
  const mirror = await startMirror(releases);
  try {
    const shared = await lab.newScratch('soak');
    const toolCache = `${shared.windows}\\tools`;
    const root = path.join(shared.host, 'tools');
    const wanted = releases.map(async (release): Promise<SoakVersion> => {
      const { version, architecture, goVersion, sha256 } = release;
      const entry = { root, tool: mirrorTool(mirror.url), version, architecture };
      return { entry, goVersion, sha256, tree: await wantedTree(release), gate: createGate() };
    });
    const made = Array.from({ length: runners }, async (_, index): Promise<SoakRunner> => {
      const user = `soak${index + 1}`;
      const baseUrl = mirror.url.replace('://', `://${user}:never-shown@`);
      return { runner: await createRunner(lab, { name: `soak-${index + 1}`, toolCache }), user, baseUrl };
    });
    return await work({
      lab,
      mirror,
      versions: await Promise.all(wanted),
      runners: await Promise.all(made),
      root,
    });
  } finally {
    await mirror.close();
    await lab.dispose();
  }
}
