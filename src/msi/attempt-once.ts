import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { OpenChange } from '../machine/journal.ts';
import { formatBytes, formatDuration } from '../report/log.ts';
import { classify, type Verdict } from './classify.ts';
import type { MsiTask } from './command-line.ts';
import { digestLines } from './digest.ts';
import { parseMsiLog } from './log.ts';
import { NO_FACTS } from './log-facts.ts';
import { runMsiexec } from './run.ts';
import type { MsiDetails, MsiSession, RecordedAttempt } from './session.ts';

/** What is to be run, and where its files go. */
export interface AttemptPlan {
  readonly task: MsiTask;
  readonly logDirectory: string;
  /** For TEMP and TMP of msiexec; the step's own where left out. */
  readonly temp?: string;
}

export interface AttemptResult {
  readonly verdict: Verdict;
  /** Its log. */
  readonly file: string;
}

/**
 * Runs msiexec once, with a log of its own, and judges how it went. The attempt is in the journal before it begins.
 *
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason, and then msiexec goes on
 */
export async function attemptOnce(
  { task, logDirectory, temp }: AttemptPlan,
  change: OpenChange<MsiDetails>,
  { context }: MsiSession,
): Promise<AttemptResult> {
  const { log, signal } = context;
  const { details, id, operation } = change.change;
  const number = details.attempts.length + 1;
  const file = path.join(logDirectory, `${operation}-${id.slice(0, 8)}-${number}-${task.kind}.log`);
  await mkdir(logDirectory, { recursive: true });
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
    { task, log: file, temp },
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
