import { randomNumbers } from '../kill/plan.ts';
import type { Fault, FaultTarget } from '../mirror/faults.ts';

/** What is done to one installation, and to no other. */
export type Injection =
  | { readonly kind: 'none' }
  /** Its node is killed: at this part of the time that an installation takes just now, or so many milliseconds after something of that version appeared. */
  | { readonly kind: 'kill'; readonly at: KillMoment }
  /** Another process holds the version's lock: for so long, or until the installation has given up. */
  | { readonly kind: 'lock'; readonly holdMs: number | 'until it gives up' }
  /** Its requests meet a fault of the mirror, so many of them, or all. */
  | {
      readonly kind: 'fault';
      readonly target: FaultTarget;
      readonly fault: Fault;
      readonly times: number | 'all';
    };

export type KillMoment =
  | { readonly kind: 'time'; readonly fraction: number }
  | { readonly kind: 'sight'; readonly sight: KillSight; readonly delayMs: number };

const SIGHTS = ['lock', 'staging', 'tree', 'sidecar', 'marker'] as const;
export type KillSight = (typeof SIGHTS)[number];

/** What an installation finds: the tool cache as it is, its version removed, or torn. */
export type Before = 'as it is' | 'removed' | 'torn';

export interface PlannedInstall {
  /** Index of the version. */
  readonly version: number;
  readonly before: Before;
  readonly injection: Injection;
}

export interface SoakPlan {
  readonly runners: number;
  readonly installs: number;
  readonly versions: number;
  readonly seed: number;
  /** Whether a scanner opens each new file of the tool cache meanwhile; left out: no. */
  readonly scanner?: boolean;
}

/** What each runner installs, one after the other, and what is done to it; the same for the same seed. */
export function planSoak({ runners, installs, versions, seed }: SoakPlan): PlannedInstall[][] {
  return Array.from({ length: runners }, (_, runner) => {
    const random = randomNumbers(seed * 1009 + runner);
    return Array.from({ length: installs }, (): PlannedInstall => {
      const injection = randomInjection(random);
      // What is done to an installation shows where there is something to install.
      const [removed, torn] = injection.kind === 'none' ? [0.3, 0.4] : [0.6, 0.75];
      const dice = random();
      return {
        version: Math.floor(random() * versions),
        before: dice < removed ? 'removed' : dice < torn ? 'torn' : 'as it is',
        injection,
      };
    });
  });
}

/** Faults that pass: the installation has to succeed. */
const PASSING: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'reset', after: 0 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'truncate', bytes: 5000, length: 'lying' },
  { kind: 'corrupt' },
  { kind: 'slow', bytesPerSecond: 1_000_000 },
  { kind: 'ranges-ignored' },
];
const LASTING: readonly Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'corrupt' },
  { kind: 'truncate', bytes: 5000, length: 'lying' },
];

function randomInjection(random: () => number): Injection {
  const dice = random();
  if (dice < 0.35) return { kind: 'none' };
  if (dice < 0.65) return { kind: 'kill', at: randomMoment(random) };
  if (dice < 0.78)
    return {
      kind: 'lock',
      holdMs: random() < 0.5 ? 'until it gives up' : Math.round(300 + random() * 3000),
    };
  if (random() < 0.35) return { kind: 'fault', target: 'files', fault: pick(LASTING, random), times: 'all' };
  const fault = pick(PASSING, random);
  // Wrong bytes are read once more, and not again.
  return { kind: 'fault', target: 'files', fault, times: fault.kind === 'corrupt' || random() < 0.5 ? 1 : 2 };
}

/** Half of them spread evenly; the others follow on what appears, where little time matters most. */
function randomMoment(random: () => number): KillMoment {
  if (random() < 0.5) return { kind: 'time', fraction: random() };
  return { kind: 'sight', sight: pick(SIGHTS, random), delayMs: Math.round(random() ** 3 * 300 * 10) / 10 };
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** The codes with which an installation may fail because of what was done to it. */
export function codesOf(injection: Injection): readonly string[] {
  switch (injection.kind) {
    case 'lock':
      return injection.holdMs === 'until it gives up' ? ['E_LOCKED'] : [];
    case 'fault':
      if (injection.times !== 'all') return [];
      return injection.fault.kind === 'corrupt' ? ['E_CHECKSUM'] : ['E_NETWORK'];
    default:
      return [];
  }
}

/** For tables and messages: `kill, tree + 4 ms`. */
export function describeInjection(injection: Injection): string {
  switch (injection.kind) {
    case 'none':
      return '';
    case 'kill': {
      const { at } = injection;
      return at.kind === 'time'
        ? `kill at ${Math.round(at.fraction * 100)} %`
        : `kill at ${at.sight} + ${at.delayMs} ms`;
    }
    case 'lock':
      return `lock held ${injection.holdMs === 'until it gives up' ? injection.holdMs : `for ${injection.holdMs} ms`}`;
    case 'fault':
      return `${injection.fault.kind}, ${injection.times === 'all' ? 'each request' : `${injection.times} times`}`;
  }
}
