import { hostname, userInfo } from 'node:os';
import { systemCode } from '../errors.ts';
import type { AuditedChange, AuditPlaces, Recorded } from './audit.ts';
import { appendLine, type Link } from './audit-file.ts';
import type { AuditLine } from './audit-line.ts';
import { formatDuration, type Log } from './log.ts';

export interface AuditLogOptions extends AuditPlaces {
  /** Which the line may not have in it, whoever passes them. */
  readonly secrets: readonly string[];
  /** The policy that let the step through; undefined where there is none. */
  readonly policy?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface AuditLog {
  record(change: AuditedChange): Promise<void>;
  recorded(): readonly Recorded[];
}

/** How long to wait for others that write. A cancelled step has seconds to live. */
const PATIENCE_MS = 5000;
const CANCELLED_MS = 500;
/** So that a line stays one write, and some dozens of them one read. */
const LONGEST_TEXT = 2000;
/** A shorter text stands in many a path, and is no secret that an address has in it. */
const SHORTEST_SECRET = 6;

/** Writes changes to the audit log of this step: at its own place, else, from the first failure on, at the place of last resort. */
export function createAuditLog(options: AuditLogOptions): AuditLog {
  const { log, signal, env } = options;
  const who = { ...whoeverThisIs(env), ...(options.policy === undefined ? {} : { policy: options.policy }) };
  const places = [options.file, options.lastResort].filter((place) => place !== undefined);
  const recorded: { -readonly [Key in keyof Recorded]: Recorded[Key] }[] = [];
  let queue: Promise<void> = Promise.resolve();

  async function write(change: AuditedChange): Promise<void> {
    const time = new Date().toISOString();
    const compose = ({ previous, ...link }: Link) =>
      JSON.stringify(lineOf(time, who, change, link, previous, options.secrets));
    for (let [place] = places; place !== undefined; [place] = places) {
      try {
        const patienceMs = signal.aborted ? CANCELLED_MS : PATIENCE_MS;
        const hash = await appendLine(place, compose, { patienceMs });
        const known = recorded.find((one) => one.file === place);
        if (known) Object.assign(known, { changes: known.changes + 1, hash });
        else recorded.push({ file: place, changes: 1, hash });
        return;
      } catch (error) {
        places.shift();
        const instead = places[0] === undefined ? '' : `; it goes to ${places[0]} instead`;
        log.warn(
          `The audit log ${place} cannot be written (${systemCode(error) ?? String(error)})${instead}`,
        );
      }
    }
    const { action, target, outcome, durationMs } = change;
    log.info(`Not recorded: ${action} ${target}, ${outcome}, in ${formatDuration(durationMs)}`);
  }

  return {
    async record(change) {
      queue = queue.then(() => write(change)).catch((error) => log.info(`Not recorded: ${String(error)}`));
      await queue;
    },
    recorded: () => recorded,
  };
}

type Who = Pick<
  AuditLine,
  'host' | 'account' | 'runner' | 'repository' | 'workflow' | 'run' | 'job' | 'policy'
>;

function lineOf(
  time: string,
  who: Who,
  change: AuditedChange,
  { seq, ...rest }: Omit<Link, 'previous'>,
  previous: string,
  secrets: readonly string[],
): AuditLine {
  const said = (text: string) => withoutSecrets(text, secrets).slice(0, LONGEST_TEXT);
  const { action, target, from, outcome, durationMs } = change;
  return {
    seq,
    time,
    ...who,
    action,
    target: said(target),
    from: said(from),
    outcome,
    durationMs: Math.max(0, Math.round(durationMs)),
    ...rest,
    previous,
  };
}

/** Sources are shown without credentials wherever they are shown; this is for what nobody thought of. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

function whoeverThisIs(env: NodeJS.ProcessEnv): Who {
  const told = (name: string) => (env[name] ?? '').slice(0, 200);
  const attempt = told('GITHUB_RUN_ATTEMPT');
  return {
    host: hostname(),
    account: account(env),
    runner: told('RUNNER_NAME'),
    repository: told('GITHUB_REPOSITORY'),
    workflow: told('GITHUB_WORKFLOW'),
    run: `${told('GITHUB_RUN_ID')}${attempt === '' ? '' : `-${attempt}`}`,
    job: told('GITHUB_JOB'),
  };
}

/** `DOMAIN\name`. The name is the system's own word for it; the variables, which a workflow can set, are asked for what it does not say. */
function account(env: NodeJS.ProcessEnv): string {
  const domain = (env['USERDOMAIN'] ?? '').slice(0, 200);
  let name = (env['USERNAME'] ?? '').slice(0, 200);
  try {
    name = userInfo().username;
  } catch {
    // an account without a profile
  }
  return domain === '' ? name : `${domain}\\${name}`;
}
