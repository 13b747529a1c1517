import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Counts bytes of buffers that are done with, and has the collector run when they reach the limit. By itself it looks at the
 * small heap of objects, and lets 32 MB pile up in the buffers outside of it. (writer.ts has the same of its own: it imports nothing.)
 *
 * @param limit in bytes
 */
export function createCollector(limit: number): (bytes: number) => void {
  setFlagsFromString('--expose-gc');
  // The part of the heap for new objects stays at its first size: 30 MB less while the archive's directory is read.
  setFlagsFromString('--semi-space-growth-factor=1');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  let garbage = 0;
  return (bytes) => {
    garbage += bytes;
    if (garbage < limit) return;
    garbage = 0;
    collect({ type: 'minor' });
  };
}
