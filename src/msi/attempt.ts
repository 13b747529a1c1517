import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenChange } from '../machine/journal.ts';
import { formatBytes, formatDuration } from '../report/log.ts';
import { classify, type Verdict } from './classify.ts';
import type { MsiTask } from './command-line.ts';
import { digestLines } from './digest.ts';
import { parseMsiLog } from './log.ts';
import { NO_FACTS } from './log-facts.ts';
import { runMsiexec } from './run.ts';
import { logDirectory, type MsiDetails, type MsiSession, type RecordedAttempt } from './session.ts';

/** What the attempts at one task came to. */
export interface Outcome {
  /** Of the last attempt. */
  readonly verdict: Verdict;
  /** Logs of all attempts, the last one last. */
  readonly logs: readonly string[];
}

/** Puts right what kept an attempt from going well, before the next one. @returns false when another one has no point any more */
export type Prepare = (verdict: Verdict) => Promise<boolean>;

/**
 * Runs msiexec for a task, again where the failure earns it, and each time with a log of its own. Every attempt is in the journal before it
 * begins. While another installation is in progress (1618) it waits, up to the input `msi-timeout`.
 *
 * @param prepare called before each further attempt: the machine may look different by then
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason, and then msiexec goes on
 */
export async function attemptTask(
  task: MsiTask,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
  prepare: Prepare,
): Promise<Outcome> {
  const { inputs, log, signal } = session.context;
  const logs: string[] = [];
  const end = performance.now() + inputs.msiTimeoutMs;
  const used = new Map<Verdict['class'], number>();
  for (;;) {
    const { verdict, file } = await attemptOnce(task, change, session);
    logs.push(file);
    if (verdict.class === 'ok' || verdict.class === 'ok-reboot') return { verdict, logs };
    const before = used.get(verdict.class) ?? 0;
    const wait = nextWait(verdict, before, end - performance.now());
    if (wait === undefined) return { verdict, logs };
    used.set(verdict.class, before + 1);
    log.info(`${verdict.message} Trying again in ${formatDuration(wait)}`);
    await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    if (!(await prepare(verdict))) return { verdict, logs };
  }
}

/** Milliseconds before the next attempt, or undefined for none. Waiting for others is bounded by time, everything else by number. */
function nextWait({ class: kind, retry }: Verdict, used: number, leftMs: number): number | undefined {
  if (retry === undefined) return undefined;
  const wait = retry.waitMs[Math.min(used, retry.waitMs.length - 1)] ?? 0;
  if (kind === 'busy') return wait <= leftMs ? wait : undefined;
  return used < retry.times ? wait : undefined;
}

async function attemptOnce(
  task: MsiTask,
  change: OpenChange<MsiDetails>,
  { root, context }: MsiSession,
): Promise<{ verdict: Verdict; file: string }> {
  const { log, signal } = context;
  const { details, id, operation } = change.change;
  const number = details.attempts.length + 1;
  const file = path.join(logDirectory(root), `${operation}-${id.slice(0, 8)}-${number}-${task.kind}.log`);
  await mkdir(path.dirname(file), { recursive: true });
  const startedAt = new Date().toISOString();
  const record = async (facts: Pick<RecordedAttempt, 'pid' | 'exitCode'>) =>
    await change.update({
      ...details,
      attempts: [...details.attempts, { task: task.kind, log: file, startedAt, ...facts }],
    });
  await record({ pid: undefined, exitCode: undefined });
  let running: number | undefined;
  const started = performance.now();
  log.info(`msiexec ${task.kind}: ${describe(task)}; log ${file}`);
  const exitCode = await runMsiexec(
    { task, log: file },
    {
      signal,
      onStart: async (pid) => {
        running = pid;
        await record({ pid, exitCode: undefined });
      },
      onProgress: (elapsed, bytes) =>
        log.info(`msiexec works: ${formatDuration(elapsed)}, its log has ${formatBytes(bytes)}`),
    },
  ).catch((error) => {
    if (signal.aborted && running !== undefined)
      log.info(`msiexec (process ${running}) goes on: the next run waits for it, and settles what it left`);
    throw error;
  });
  await record({ pid: running, exitCode });
  const facts = await parseMsiLog(file).catch(() => NO_FACTS);
  const verdict = classify(exitCode ?? null, facts, task.kind === 'uninstall' ? 'uninstall' : 'install');
  log.info(`msiexec ended after ${formatDuration(performance.now() - started)}: ${verdict.evidence[0]}`);
  if (verdict.class !== 'ok') for (const line of digestLines(facts, file)) log.info(`  ${line}`);
  return { verdict, file };
}

function describe(task: MsiTask): string {
  return task.kind === 'uninstall' ? task.productCode : `${task.msi} into ${task.installDir}`;
}
