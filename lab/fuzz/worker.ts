import type { Fuzzer, FuzzReport } from './fuzzer.ts';

/** A part of a run. */
export interface Part {
  readonly cases: number;
  readonly seed: number;
}

/** What came of a part; `memoryMb` is the most that the process has ever taken. */
export type PartResult =
  | { readonly kind: 'holds'; readonly report: FuzzReport; readonly memoryMb: number }
  | { readonly kind: 'broken'; readonly message: string };

/** Plays the parts that come, until the channel that they come by is closed. */
export function serve(fuzzer: Fuzzer): void {
  process.on('message', async (part: Part) => {
    process.send?.(await play(fuzzer, part));
  });
}

async function play(fuzzer: Fuzzer, { cases, seed }: Part): Promise<PartResult> {
  try {
    const report = await fuzzer.run(cases, seed);
    return { kind: 'holds', report, memoryMb: process.resourceUsage().maxRSS / 1024 };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}
