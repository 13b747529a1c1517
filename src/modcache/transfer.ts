import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import * as cache from '@actions/cache';
import type { CacheMessage, CacheRequest } from './messages.ts';

/**
 * The process that talks to the cache service: takes one request by IPC, answers, and waits to be ended. All that @actions/cache wants to print goes
 * to the parent, who decides what a user sees of it.
 */
export function serveCache(): void {
  const send = (message: CacheMessage) => void process.send?.(message);
  // Nobody is left who could use an answer.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('uncaughtException', (error) => send({ kind: 'failed', message: error.message }));
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      send({ kind: 'line', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
      const written = rest.at(-1);
      if (typeof written === 'function') setImmediate(() => written());
      return true;
    }) as typeof stream.write;
  }
  // This process ended, tar would go on writing.
  subscribe('child_process', (event) => {
    const { process: child } = event as { process: ChildProcess };
    child.once('spawn', () => child.pid !== undefined && send({ kind: 'started', pid: child.pid }));
    child.once('exit', () => child.pid !== undefined && send({ kind: 'ended', pid: child.pid }));
  });
  process.once('message', (request: CacheRequest) => {
    answer(request).then(send, (error: Error) => send({ kind: 'failed', message: error.message }));
  });
}

async function answer({ kind, paths, key, restoreKeys }: CacheRequest): Promise<CacheMessage> {
  if (!cache.isFeatureAvailable()) return { kind: 'unavailable' };
  if (kind === 'save') {
    await cache.saveCache([...paths], key);
    return { kind: 'done', key };
  }
  const found = await cache.restoreCache([...paths], key, [...restoreKeys], {
    lookupOnly: kind === 'look-up',
  });
  return { kind: 'done', key: found };
}
