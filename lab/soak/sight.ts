import { watch } from 'node:fs';
import path from 'node:path';
import {
  type Entry,
  lockName,
  markerPath,
  ownerFile,
  sidecarPath,
  temporaryPrefix,
  treePath,
} from '../../src/toolcache/layout.ts';
import type { KillSight } from './plan.ts';

/**
 * Calls `seen` once when something comes to be in the tool cache. Its directory has to be there.
 *
 * @returns ends the watch
 */
export function onSight(entry: Entry, sight: KillSight, seen: () => void): () => void {
  const lock = () => ownerFile(entry.root, lockName(entry));
  const place = {
    tree: () => treePath(entry),
    sidecar: () => sidecarPath(entry),
    marker: () => markerPath(entry),
    lock,
  };
  const target = sight === 'staging' ? undefined : place[sight]();
  const watcher = watch(path.dirname(target ?? treePath(entry)), (_event, name) => {
    const hit = target ? name === path.basename(target) : name?.startsWith(temporaryPrefix(entry));
    if (!hit) return;
    watcher.close();
    seen();
  });
  return () => watcher.close();
}
