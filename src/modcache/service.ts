import { fork } from 'node:child_process';
import { formatDuration } from '../report/log.ts';
import { CACHE_ROLE, type CacheMessage, type CacheRequest } from './messages.ts';

/** Why the cache service could not do what it was asked for. Never a reason for a job to fail. */
export class CacheTrouble extends Error {
  override readonly name = 'CacheTrouble';
  /** True where the runner offers no cache service at all. */
  readonly unavailable: boolean;

  constructor(message: string, unavailable = false) {
    super(message);
    this.unavailable = unavailable;
  }
}

export interface AskOptions {
  /** How long it may take in all, in milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** Gets every line that @actions/cache and tar print. */
  readonly debug: (line: string) => void;
  /** The action's program. Default: the one that runs. */
  readonly program?: string;
}

/** Of the lines of tar there can be thousands; after these they say nothing new. */
const MOST_LINES = 200;

/**
 * Asks the cache service, by @actions/cache in a process of its own. The library cannot be stopped, waits for minutes, turns failures into annotations
 * and keeps sockets open when it is done. A process can be ended, and what it does then is nobody's concern.
 *
 * @returns the key that matched, or that is saved; undefined where none matched
 * @throws CacheTrouble with the reason as a clause, within the limit; the signal's reason when cancelled
 */
export async function askCacheService(
  request: CacheRequest,
  options: AskOptions,
): Promise<string | undefined> {
  const { limitMs, signal, debug, program = process.argv[1] ?? '' } = options;
  signal.throwIfAborted();
  const child = fork(program, [CACHE_ROLE], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: withoutInputs(process.env),
    execArgv: [],
  });
  const running = new Set<number>();
  const problems: string[] = [];
  const secrets: string[] = [];
  let lines = 0;
  const hear = (text: string) => {
    for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
      const { level, message } = readLine(line);
      if (level === 'secret') secrets.push(message);
      const plain = withoutSecrets(message, secrets);
      if (level === 'problem') problems.push(plain);
      if (level !== 'secret' && ++lines <= MOST_LINES) debug(plain);
    }
  };

  let timer: NodeJS.Timeout | undefined;
  let aborted = () => {};
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      const trouble = (why: string, unavailable = false) => reject(new CacheTrouble(why, unavailable));
      timer = setTimeout(() => trouble(`it took more than ${formatDuration(limitMs)}`), limitMs);
      aborted = () => reject(signal.reason);
      signal.addEventListener('abort', aborted, { once: true });
      child.once('error', (error) => trouble(error.message));
      child.once('exit', (code) => trouble(`the process that asks it ended with exit code ${code}`));
      child.on('message', (message: CacheMessage) => {
        if (message.kind === 'line') hear(message.text);
        else if (message.kind === 'started') running.add(message.pid);
        else if (message.kind === 'ended') running.delete(message.pid);
        else if (message.kind === 'unavailable') trouble('the runner offers no cache service', true);
        else if (message.kind === 'failed') trouble(message.message);
        // The library tells of a failure by a line, and then answers as if there were no cache, or as if it had saved one.
        else if (problems.length > 0 && (request.kind === 'save' || message.key === undefined))
          trouble(problems.join('; '));
        else resolve(message.key);
      });
      child.send(request);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', aborted);
    child.removeAllListeners();
    child.on('error', () => {});
    child.kill('SIGKILL');
    // What it had started would go on without it.
    for (const pid of running) endProcess(pid);
  }
}

/** The inputs hold the mirror's token, and tar has no use for them. */
function withoutInputs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_/i.test(name)));
}

/** One line of the library: a command of the runner's, or text. What it wants hidden is the signature of a URL. */
function readLine(line: string): { level: 'problem' | 'secret' | 'other'; message: string } {
  const [, command = '', text = line] = /^::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
  const message = text.replaceAll('%0D', '').replaceAll('%0A', ' ').replaceAll('%25', '%').trim();
  if (command === 'add-mask') return { level: 'secret', message };
  const problem =
    /^(?:error|warning)$/.test(command) || /^(?:Failed to|Cache (?:restore|save) skipped)/.test(message);
  return { level: problem && command !== 'debug' ? 'problem' : 'other', message };
}

/** A signed URL is as good as the archive itself: no query is shown, nor what the library wants hidden. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const shown = text.replace(/(https?:\/\/[^\s"?\\]+)\?[^\s"\\]*/g, '$1');
  return secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, '***')), shown);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
