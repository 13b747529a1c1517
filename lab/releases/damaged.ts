import path from 'node:path';
import type { LabRelease } from './release.ts';
import { goTreeOf } from './wheel.ts';
import { deflated, writeZip } from './zip-writer.ts';

/**
 * A release of which one file is another one, as if its maker's build had gone wrong: whole for everybody who looks at hashes.
 *
 * @param file below `go/`
 * @param directory where its ZIP goes
 * @throws Error where the release has no such file
 */
export async function damagedRelease(
  release: LabRelease,
  file: string,
  content: string,
  directory: string,
): Promise<LabRelease> {
  const name = `go/${file}`;
  const entries = await goTreeOf(release.path);
  if (!entries.some((entry) => entry.name === name)) throw new Error(`${release.path} has no ${name}`);
  const target = path.join(directory, release.filename);
  const changed = entries.map((entry) => (entry.name === name ? deflated(name, content) : entry));
  const { sha256, size } = await writeZip(target, changed);
  return { ...release, path: target, sha256, size, source: `${release.source}; ${name} is damaged` };
}
