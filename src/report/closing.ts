import path from 'node:path';
import * as core from '@actions/core';
import type { Leg } from '../fleet/leg-record.ts';
import type { Toolchain } from '../toolchain.ts';
import { workspaceOf } from '../windows/host.ts';
import type { StepAudit } from './audit.ts';
import { type Log, stepLog } from './log.ts';
import type { Timeline } from './timeline.ts';

/** What is known of a step when it ends, well or not. */
export interface Closing {
  /** `ok`, or the code of the failure. */
  readonly code: string;
  /** By `Date.now()`. */
  readonly startedAt: number;
  /** Undefined where the step failed before there was anything to record. */
  readonly audit: StepAudit | undefined;
  readonly timeline: Timeline;
  readonly toolchains: readonly Toolchain[];
  readonly toolCaches: readonly string[];
  /** The input `metrics-file`; empty: none. */
  readonly metricsFile: string;
  /** Message of the failure, and how the machine stands; empty where there is none. */
  readonly message: string;
  /** What the file of a leg's result is about, and what is known of that leg. */
  readonly leg: Leg;
}

/** A place that does not answer must not keep the step from saying how it ended. */
const WRITE_MS = 2000;

/**
 * Says what the step changed and where that is recorded, and writes the metrics and the result of a leg: the last things before it says how it ended.
 * Never rejects, and fails no step.
 */
export async function closeReport(closing: Closing): Promise<void> {
  tellAudit(closing.audit, stepLog);
  const { metricsFile, leg } = closing;
  await Promise.all([
    attempt(metricsFile, 'metrics file', () => writeMetrics(closing)),
    attempt(leg.name.file, 'result file', () => writeResult(closing)),
  ]);
}

async function attempt(file: string, what: string, write: () => Promise<void>): Promise<void> {
  if (file === '') return;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const end = () => reject(new Error(`it took longer than ${WRITE_MS / 1000} s`));
    timer = setTimeout(end, WRITE_MS);
  });
  await Promise.race([write(), tooLong])
    .catch((error) => stepLog.warn(`The ${what} ${file} cannot be written: ${String(error)}`))
    .finally(() => clearTimeout(timer));
}

/** The hash is on GitHub then, out of reach of this machine: without it nobody could tell that a log was cut off at its end. */
function tellAudit(audit: StepAudit | undefined, log: Log): void {
  const recorded = audit?.recorded() ?? [];
  for (const { file, changes, hash } of recorded)
    log.info(
      `Audit: ${changes} change${changes === 1 ? '' : 's'} recorded in ${file}, the last line's hash is ${hash}`,
    );
  const last = recorded.at(-1);
  if (last === undefined) return;
  try {
    core.setOutput('audit-path', last.file);
  } catch (error) {
    log.info(`The output audit-path cannot be set: ${String(error)}`);
  }
}

async function writeMetrics(closing: Closing): Promise<void> {
  const [{ metricsText }, { writeWhole }, { listEntries }] = await Promise.all([
    import('./metrics.ts'),
    import('../machine/atomic-file.ts'),
    import('../toolcache/entries.ts'),
  ]);
  const { code, startedAt, toolchains, timeline, toolCaches, metricsFile, leg } = closing;
  const endedAt = Date.now();
  const text = metricsText({
    code,
    runner: process.env['RUNNER_NAME'] ?? '',
    endedAt,
    tookMs: endedAt - startedAt,
    toolchains,
    timeline,
    health: leg.record.health,
    present: (await Promise.all(toolCaches.map(listEntries))).flat(),
  });
  const file = path.resolve(workspaceOf(process.env), metricsFile);
  await writeWhole(file, text, WRITE_MS / 2);
}

async function writeResult({ code, message, startedAt, timeline, leg }: Closing): Promise<void> {
  const { writeLegResult } = await import('../fleet/result-file.ts');
  const end = { code, message, startedAt, endedAt: Date.now(), bytes: timeline.bytes };
  await writeLegResult(leg.name, leg.record, end, WRITE_MS / 2);
}
