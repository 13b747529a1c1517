import path from 'node:path';
import type { Runner } from '../runner.ts';
import { stopWindows } from '../windows/prepare.ts';
import { type FileFacts, readFiles } from './files.ts';
import { HIVE_FILES, type RegistryFacts, readRegistry } from './registry.ts';

/** All of a private Windows at one moment, when nothing runs in it. */
export interface Snapshot {
  /** By paths below the prefix: `drive_c/Program Files/Go/VERSION`. The runner's directories lie on its drive C. */
  readonly files: FileFacts;
  readonly registry: RegistryFacts;
}

/** One thing that is not as it was: a file or directory by its Windows path, or a key or value of the registry. */
export interface Change {
  readonly what: 'added' | 'removed' | 'changed';
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Ends everything that runs in a private Windows, so that its registry is on disk, and looks at all of it.
 *
 * @param before an earlier snapshot: only files that were touched since are read
 */
export async function takeSnapshot({ lab }: Pick<Runner, 'lab'>, before?: Snapshot): Promise<Snapshot> {
  const prefix = path.dirname(lab.driveC);
  await stopWindows(prefix);
  return {
    files: await readFiles(prefix, before?.files, HIVE_FILES),
    registry: await readRegistry(prefix),
  };
}

/** Everything that differs, sorted by its place. */
export function diffSnapshots(before: Snapshot, after: Snapshot): Change[] {
  const contents = (facts: FileFacts) =>
    new Map([...facts].map(([file, { content }]) => [placeOf(file), content]));
  return [
    ...diff(contents(before.files), contents(after.files)),
    ...diff(before.registry, after.registry),
  ].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** As programs in there see it, where they do. */
function placeOf(file: string): string {
  return file.startsWith('drive_c/')
    ? `C:\\${file.slice('drive_c/'.length).replaceAll('/', '\\')}`
    : `PREFIX/${file}`;
}

function diff(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  const changes: Change[] = [];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(place), after.get(place)];
    if (was === is) continue;
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    changes.push({ what, place, before: was, after: is });
  }
  return changes;
}
