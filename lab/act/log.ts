/** One `::error`, `::warning` or `::notice` as the runner understood it. */
export interface ActAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** `title`, `file`, `line`, … */
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** One step, or one stage of it (an action has `Pre`, `Main` and `Post`). */
export interface ActStep {
  readonly name: string;
  readonly id: string;
  readonly stage: string;
  /** `skipped` is never said at act's usual log level: such a step is missing. */
  result: 'success' | 'failure' | 'unknown';
  /** What it printed, one line an entry. */
  readonly output: string[];
  readonly annotations: ActAnnotation[];
  readonly outputs: Record<string, string>;
  /** Added to PATH, in the order in which they were added. */
  readonly paths: string[];
  readonly env: Record<string, string>;
  summary: string;
  /** How long it took by act's own clock; 0 while it runs. */
  wallMs: number;
}

/** One job; of a matrix, one entry. */
export interface ActJob {
  readonly name: string;
  /** Its key in the workflow. */
  readonly id: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  result: 'success' | 'failure' | 'skipped' | 'unknown';
  readonly steps: ActStep[];
}

/** What act writes with --json; fields that no line needs are left out. */
interface Line {
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: ActJob['result'];
  readonly matrix?: Record<string, unknown> | null;
  readonly msg?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly stepResult?: ActStep['result'];
  /** Nanoseconds. */
  readonly executionTime?: number;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly kvPairs?: Record<string, string> | null;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/**
 * Reads what act printed with `--json`: a log as people read it, and the jobs with their steps. Lines that are no JSON (a crash)
 * are kept in the log.
 */
export function readActLog(output: string): { log: string; jobs: ActJob[] } {
  const jobs = new Map<string, ActJob>();
  const log: string[] = [];
  for (const text of output.split(/\r?\n/).filter((one) => one !== '')) {
    const line = parse(text);
    if (!line) {
      log.push(text);
      continue;
    }
    const message = (line.msg ?? '').trimEnd();
    // act pads the names of jobs to the same length.
    log.push(`${line.job ? `[${line.job.trim()}] ` : ''}${line.raw_output ? '  | ' : ''}${message}`);
    if (line.job) take(line, message, jobOf(jobs, line, line.job.trim()));
  }
  return { log: log.join('\n'), jobs: [...jobs.values()] };
}

function parse(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}

function jobOf(jobs: Map<string, ActJob>, line: Line, name: string): ActJob {
  const known = jobs.get(name);
  if (known) return known;
  const job: ActJob = { name, id: line.jobID ?? '', matrix: line.matrix ?? {}, result: 'unknown', steps: [] };
  jobs.set(name, job);
  return job;
}

function take(line: Line, message: string, job: ActJob): void {
  if (line.jobResult) job.result = line.jobResult;
  if (!line.stepID) return;
  const step = stepOf(job, line);
  if (line.stepResult) step.result = line.stepResult;
  if (line.executionTime) step.wallMs = line.executionTime / 1e6;
  if (line.raw_output) step.output.push(message);
  switch (line.command) {
    case 'error':
    case 'warning':
    case 'notice':
      step.annotations.push({ level: line.command, properties: line.kvPairs ?? {}, message: line.arg ?? '' });
      return;
    case 'set-output':
      step.outputs[line.name ?? ''] = line.arg ?? '';
      return;
    case 'set-env':
      step.env[line.name ?? ''] = line.arg ?? '';
      return;
    case 'add-path':
      step.paths.push(line.arg ?? '');
      return;
    case 'summary':
      step.summary = line.content ?? '';
  }
}

function stepOf(job: ActJob, line: Line): ActStep {
  const id = (line.stepID ?? []).join('.');
  const stage = line.stage ?? '';
  const known = job.steps.find((step) => step.id === id && step.stage === stage);
  if (known) return known;
  const fresh = { output: [], annotations: [], outputs: {}, paths: [], env: {} };
  const step: ActStep = {
    name: line.step ?? '',
    id,
    stage,
    result: 'unknown',
    summary: '',
    wallMs: 0,
    ...fresh,
  };
  job.steps.push(step);
  return step;
}
