/** What a batch told about the cost of small files. */
export interface Sample {
  /** Writers that were at work. */
  readonly writers: number;
  readonly files: number;
  /** Milliseconds for all of them, in one writer. */
  readonly ms: number;
}

/** Finds how many writers pay, from how long small files take. */
export interface Tuner {
  /** Writers wanted now. */
  wanted(): number;
  /** Whether that number is final. While it is not, batches should be of small files. */
  settled(): boolean;
  record(sample: Sample): void;
}

/** Below this a file costs processor time, not waiting: more writers than cores can't help. */
const CPU_BOUND_MS = 0.15;
const FIRST_FILES = 64;
/** For each writer of a larger number; the first few of a new thread are slow and not counted. */
const FILES_PER_WRITER = 16;

/**
 * Numbers of writers that are tried in turn: with what gain in files per second over the number before one stays, and with what gain
 * the next is tried. A thread takes 10 MB and more before it does anything, so twelve have to promise much.
 */
const STEPS = [
  { writers: 1, stays: 0, next: 0 },
  { writers: 4, stays: 1.5, next: 2.5 },
  { writers: 12, stays: 1.6, next: Number.POSITIVE_INFINITY },
] as const;

/**
 * Begins with one writer. Where creating a file waits on something (a virus scanner, a remote disk), several writers wait at the same
 * time, and their number is raised for as long as that scales. Where creation is serialised (Wine, some filters), each
 * writer gets slower as they get more, and it goes back to what was enough. Nothing is asked about the platform.
 *
 * @param cores how many processors there are; 0 counts as one
 */
export function createTuner(cores: number): Tuner {
  let step = 0;
  let final: number | undefined;
  let files = 0;
  let batches: number[] = [];
  let before = { writers: 1, perFile: 0 };

  function decide(): void {
    const current = STEPS[step] ?? STEPS[0];
    // The median, because other programs on the machine slow single batches down.
    const perFile = batches.sort((a, b) => a - b)[Math.floor((batches.length - 1) / 2)] ?? 0;
    if (step === 0 && perFile < CPU_BOUND_MS) {
      final = Math.min(2, Math.max(1, cores));
      return;
    }
    // With n writers that each take t per file, n / t files are written at a time.
    const gain = step === 0 ? 1 : (current.writers / perFile) * (before.perFile / before.writers);
    if (gain < current.stays) {
      final = before.writers;
      return;
    }
    if (step > 0 && gain < current.next) {
      final = current.writers;
      return;
    }
    before = { writers: current.writers, perFile };
    step += 1;
    files = 0;
    batches = [];
  }

  const wanted = () => final ?? STEPS[step]?.writers ?? 1;
  return {
    wanted,
    settled: () => final !== undefined,
    record(sample) {
      if (final !== undefined || sample.files === 0 || sample.writers !== wanted()) return;
      files += sample.files;
      batches.push(sample.ms / sample.files);
      if (files >= (step === 0 ? FIRST_FILES : FILES_PER_WRITER * wanted())) decide();
    },
  };
}
