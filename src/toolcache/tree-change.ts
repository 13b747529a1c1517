import type { Provenance } from './inspect.ts';

/** A change of a tool cache, after it was made, or begun and taken back. */
export interface TreeChange {
  /** `placed` where nothing stood, `replaced` what stood there, or `removed` what an interrupted installation had left. */
  readonly kind: 'placed' | 'replaced' | 'removed';
  /** The directory. */
  readonly place: string;
  /** Of the tree that was placed. */
  readonly provenance?: Provenance | undefined;
  /** Why it was taken back; undefined where it stands. */
  readonly error?: unknown;
  readonly durationMs: number;
}
