import { spawn } from 'node:child_process';

/** Takes one line of progress. */
export type Say = (line: string) => void;

/** What a bench found. */
export interface Figure {
  /** What is compared with what. */
  readonly what: string;
  /** A ratio of times, or megabytes (10^6 bytes). */
  readonly value: number;
  readonly unit: 'ratio' | 'MB';
  /** The value that is to be reached: at most this. */
  readonly reach: number;
  /** False also where a condition beside the value failed; the details say which. */
  readonly reached: boolean;
  /** Medians and whatever else belongs beside the value. */
  readonly details: readonly string[];
}

/** One row of the table: everything that its figure compares is measured in one run, in turns. */
export interface Bench {
  /** How many times by default: the heavy ones few. */
  readonly runs: number;
  /** @throws Error when a thing that is measured does not do what it should */
  readonly measure: (runs: number, say: Say) => Promise<Figure>;
}

/** The middle value; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** A median beside what it is the median of, all in the same unit. */
export function spread(values: readonly number[], unit: 's' | 'MB', digits = unit === 's' ? 2 : 0): string {
  const text = (value: number) => value.toFixed(digits);
  return `${text(median(values))} ${unit} (${values.map(text).join(', ')})`;
}

/** Runs tasks in turns, each as often as said, the order reversed every time so that a drift meets all alike. */
export async function inTurns(runs: number, tasks: readonly (() => Promise<void>)[]): Promise<void> {
  for (let run = 0; run < runs; run++) {
    for (const task of run % 2 === 0 ? tasks : tasks.toReversed()) await task();
  }
}

export interface TimedProcess {
  /** From its start to its exit. */
  readonly seconds: number;
  readonly stdout: string;
}

/**
 * Runs a program of this machine to its end, without holding up this process.
 * @param env added to this process's own environment
 * @throws Error with what it wrote when it fails
 */
export async function timeProcess(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<TimedProcess> {
  const started = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let seconds = 0;
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.once('exit', () => {
    seconds = (performance.now() - started) / 1000;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr || stdout}`);
  return { seconds, stdout: stdout.trim() };
}
