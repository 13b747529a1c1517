import type { ErrorCode } from '../errors.ts';

/**
 * What became of a run of msiexec, as far as it decides what to do next. `ok` and `ok-reboot` are the successes; each of the others is
 * one kind of cause with its own remedy, and its own error code.
 */
export type FailureClass =
  | 'locked'
  | 'permission'
  | 'policy'
  | 'source'
  | 'disk'
  | 'package'
  | 'service'
  | 'busy'
  | 'suspended'
  | 'platform'
  | 'cancelled'
  | 'internal'
  | 'failed';

export type OutcomeClass = 'ok' | 'ok-reboot' | FailureClass;

/** The code that a user sees for each class. */
export const ERROR_CODES: Readonly<Record<FailureClass | 'ok-reboot', ErrorCode>> = {
  'ok-reboot': 'E_REBOOT',
  locked: 'E_MSI_LOCKED',
  permission: 'E_MSI_PERMISSION',
  policy: 'E_MSI_POLICY',
  source: 'E_MSI_SOURCE',
  disk: 'E_MSI_DISK',
  package: 'E_MSI_PACKAGE',
  service: 'E_MSI_SERVICE',
  busy: 'E_MSI_BUSY',
  suspended: 'E_MSI_SUSPENDED',
  platform: 'E_MSI_PLATFORM',
  cancelled: 'E_MSI_CANCELLED',
  internal: 'E_MSI_INTERNAL',
  failed: 'E_MSI_FAILED',
};

/** What has to be done before another attempt can go better than the last. */
export type Preparation = 'fetch-package' | 'open-log' | 'clear-temp' | 'supply-old-package' | 'inspect';

/**
 * Another attempt that a failure earns. Whoever makes it looks at the machine first: after an upgrade that failed halfway, the next
 * attempt is a first installation.
 */
export interface Retry {
  /** Attempts after the first. */
  readonly times: number;
  /** Pause before each of them, in milliseconds. */
  readonly waitMs: readonly number[];
  /** What to do before each of them; waiting alone where left out. */
  readonly prepare?: Preparation;
}

/** One more attempt after a preparation, which is the whole point of it. */
export function onceAfter(prepare: Preparation): Retry {
  return { times: 1, waitMs: [1000], prepare };
}

/** One more attempt, for what may have been chance. */
export const ONCE: Retry = { times: 1, waitMs: [5000] };

/** For what passes by itself: a service that starts, a scanner that lets go of a file. */
export const SOON: Retry = { times: 3, waitMs: [5000, 15_000, 30_000] };

/**
 * For another installation that has to end first: ten minutes in all, as others wait for the mutex _MSIExecute. The input `msi-timeout`
 * may allow more or less.
 */
export const WHEN_FREE: Retry = { times: 22, waitMs: [5000, 10_000, 20_000, ...Array(19).fill(30_000)] };
