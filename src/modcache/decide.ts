import type { Inputs } from '../inputs.ts';
import type { Host } from '../windows/host.ts';

/** What becomes of the module and build cache in this job. */
export interface CachePlan {
  readonly restore: boolean;
  /** Whether the post step may save, if there is something new by then. */
  readonly save: boolean;
  /** One sentence for the log; empty where there is nothing to explain. */
  readonly reason: string;
}

/** Events that run trusted code on what others may have put into a cache, or others' code beside caches of the trusted. */
const SENSITIVE_EVENTS = new Set(['release', 'pull_request_target', 'workflow_run']);

/**
 * Whether caches are restored and saved. With `auto` they are on hosted runners, which begin every job with nothing; a self-hosted one keeps its
 * module cache on its disk. `auto` also leaves them alone where what is built is published or runs with rights: what an earlier, less
 * trusted run has saved must not get in there.
 *
 * @param env for the event: GITHUB_EVENT_NAME, GITHUB_REF_TYPE
 */
export function decideCaching(
  inputs: Pick<Inputs, 'cache' | 'offline' | 'operation'>,
  host: Pick<Host, 'hosted'>,
  env: NodeJS.ProcessEnv,
): CachePlan {
  const off = (reason: string): CachePlan => ({ restore: false, save: false, reason });
  if (inputs.cache === 'false') return off('');
  if (inputs.operation !== 'install') return off('');
  if (inputs.offline) return off('No module cache: offline is true, and the cache service is on the network');
  if (inputs.cache === 'restore-only') return { restore: true, save: false, reason: '' };
  if (inputs.cache === 'true') return { restore: true, save: true, reason: '' };

  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (!host.hosted)
    return off('No module cache: a self-hosted runner keeps its own (cache: true turns it on here)');
  if (SENSITIVE_EVENTS.has(event))
    return off(
      `No module cache: the event is ${event}, where nothing of earlier runs should get in (cache: auto)`,
    );
  if (env['GITHUB_REF_TYPE'] === 'tag')
    return off(
      'No module cache: the run is for a tag, where nothing of earlier runs should get in (cache: auto)',
    );
  return { restore: true, save: true, reason: '' };
}
