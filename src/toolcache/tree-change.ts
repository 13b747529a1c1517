import type { Provenance } from './inspect.ts';

/** A change of a tool cache, after it was made, or begun and taken back. */
export interface TreeChange {
  /** `placed` where nothing stood, `replaced` what stood there, `removed` what an interrupted installation had left, or `uninstalled` what was used. */
  readonly kind: 'placed' | 'replaced' | 'removed' | 'uninstalled';
  /** The directory. */
  readonly place: string;
  /** Of the tree that was placed. */
  readonly provenance?: Provenance | undefined;
  /** Why it was taken back; undefined where it stands. */
  readonly error?: unknown;
  readonly durationMs: number;
}
