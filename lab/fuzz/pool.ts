import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addReports, type FuzzReport } from './fuzzer.ts';
import type { Part, PartResult } from './worker.ts';

/** Cases of a part. One has a seed of its own, so that what it finds is found again by it alone, whatever number of processes there is. */
export const PART_CASES = 2000;

/** A part that takes longer hangs: the slowest fuzzer needs some seconds. */
const PART_LIMIT_MS = 600_000;

/** A case that needs more is a defect; what is ended by this ends the part. */
const HEAP_MB = 512;

const WORKER = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

export interface Campaign {
  readonly name: string;
  readonly cases: number;
  /** The first part's; the others have those that follow. */
  readonly seed: number;
  /** Processes at once. */
  readonly jobs: number;
  readonly onProgress: (report: FuzzReport) => void;
  /** The module that plays the parts; for tests of this one. */
  readonly worker?: string;
}

/** What broke the property, and the part that finds it again. */
export interface Finding extends Part {
  readonly message: string;
}

export interface CampaignResult {
  /** Of the parts that held. */
  readonly report: FuzzReport;
  /** Wall clock, in ms. */
  readonly tookMs: number;
  /** The largest of the processes. */
  readonly memoryMb: number;
  /** Empty where the property held. Parts that were on their way at the first one are played to their end. */
  readonly findings: readonly Finding[];
}

/** Plays the cases of a fuzzer in several processes. After a finding no more parts are begun. */
export async function playCampaign(campaign: Campaign): Promise<CampaignResult> {
  const started = performance.now();
  const parts = partsOf(campaign.cases, campaign.seed);
  const findings: Finding[] = [];
  let report: FuzzReport = { cases: 0, totalMs: 0, slowestMs: 0, counts: {}, peaks: {} };
  let memoryMb = 0;
  // A process that dies leaves its files; so they lie in a place that goes with the campaign.
  const temporary = mkdtempSync(path.join(tmpdir(), 'fuzz-campaign-'));

  async function work(): Promise<void> {
    let child: ChildProcess | undefined;
    try {
      for (;;) {
        const part = findings.length > 0 ? undefined : parts.shift();
        if (part === undefined) return;
        child ??= startWorker(campaign, temporary);
        const result = await playPart(child, part);
        if (result.kind === 'broken') {
          findings.push({ ...part, message: result.message });
          return;
        }
        report = addReports(report, result.report);
        memoryMb = Math.max(memoryMb, result.memoryMb);
        campaign.onProgress(report);
      }
    } finally {
      // Without its channel it has nothing to wait for, and ends.
      if (child?.connected) child.disconnect();
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.max(1, campaign.jobs) }, work));
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { report, tookMs: performance.now() - started, memoryMb, findings };
}

/** The parts of a run: each has the seed that follows. */
function partsOf(cases: number, seed: number): Part[] {
  return Array.from({ length: Math.ceil(cases / PART_CASES) }, (_, index) => ({
    cases: Math.min(PART_CASES, cases - index * PART_CASES),
    // fast-check takes 32 bits.
    seed: (seed + index) | 0,
  }));
}

function startWorker({ name, worker = WORKER }: Campaign, temporary: string): ChildProcess {
  return fork(worker, [name], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
}

/** One part in a process that plays no other. A process that ends or hangs has met an input that breaks it. */
function playPart(child: ChildProcess, part: Part): Promise<PartResult> {
  return new Promise((resolve) => {
    const settle = (result: PartResult) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(result);
    };
    const broken = (message: string) => settle({ kind: 'broken', message });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      broken(`a case hangs: the part takes longer than ${PART_LIMIT_MS / 1000} s`);
    }, PART_LIMIT_MS);
    child.on('message', (result) => settle(result as PartResult));
    child.on('error', (error) => broken(`the process: ${error.message}`));
    child.on('exit', (code, signal) => broken(`the process ended by itself (${signal ?? code})`));
    child.send(part);
  });
}
