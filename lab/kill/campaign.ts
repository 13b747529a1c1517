import path from 'node:path';
import type { Say, WindowsLab } from '../windows/lab.ts';
import type { Outcome } from './outcome.ts';
import { keepEvidence, type Stage, type Way } from './ways.ts';

/** A round that was played. */
export interface Played {
  readonly way: Way['name'];
  readonly index: number;
  readonly aimedAt: string | undefined;
  /** What became of it; undefined where the harness itself could not play it. */
  readonly outcome: Outcome | undefined;
  readonly problems: readonly string[];
}

export interface CampaignOptions {
  readonly seed: number;
  /** How many Windows play the rounds of one way at once. */
  readonly jobs: number;
  /** Numbers of the rounds to play, from 1; all where left out. */
  readonly only?: ReadonlySet<number> | undefined;
  /** Where each failed round gets a directory. */
  readonly evidence: string;
  /** Opens a Windows. The first one of the ZIP way may be the shared one. */
  openWindows(way: Way['name'], job: number): Promise<WindowsLab>;
  readonly say: Say;
  /** Told of each round; `perRoundMs` is how long it took. */
  onPlayed(played: Played, perRoundMs: number): void;
}

/**
 * Plays the rounds of all ways at once, each way on Windows of its own.
 * @throws what keeps a scene from being set up; rounds that fail are results
 */
export async function playCampaign(ways: readonly Way[], options: CampaignOptions): Promise<Played[]> {
  const played: Played[] = [];
  const lanes = ways.flatMap((way) => {
    const numbers = way.rounds.map((_, index) => index);
    const left = numbers.filter((index) => options.only?.has(index + 1) ?? true).values();
    return Array.from({ length: options.jobs }, async (_, job) => {
      const lab = await options.openWindows(way.name, job);
      try {
        await way.withStage(lab, options.say, async (stage) => {
          const seconds = (stage.stepMs / 1000).toFixed(1);
          options.say(`${way.name}: a whole step takes ${seconds} s here`);
          for (const index of left) {
            const started = performance.now();
            const one = await playRound(way, index, stage, options);
            played.push(one);
            options.onPlayed(one, performance.now() - started);
          }
        });
      } finally {
        await lab.dispose();
      }
    });
  });
  // All end before an error is passed on, so that nothing goes on behind the caller's back.
  for (const result of await Promise.allSettled(lanes)) if (result.status === 'rejected') throw result.reason;
  return played;
}

async function playRound(
  way: Way,
  index: number,
  stage: Stage,
  { seed, evidence }: CampaignOptions,
): Promise<Played> {
  const round = way.rounds[index];
  const kill = round?.kill;
  const aimedAt = kill?.kind === 'step' ? kill.step : undefined;
  let outcome: Outcome | undefined;
  let problems: readonly string[];
  try {
    outcome = await stage.play(index);
    problems = outcome.violations;
  } catch (error) {
    // A harness that cannot play a round has not shown anything.
    problems = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  if (problems.length > 0) {
    const facts = { way: way.name, round: index + 1, of: way.rounds.length, seed, plan: round, problems };
    await keepEvidence(path.join(evidence, `${way.name}-${index + 1}`), facts, outcome, stage);
  }
  return { way: way.name, index, aimedAt, outcome, problems };
}
