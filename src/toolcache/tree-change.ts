import type { Provenance } from './inspect.ts';

/** A change of a tool cache, after it was made, or begun and taken back. */
export interface TreeChange {
  /** `placed` where nothing stood, `replaced` what stood there, `removed` what an interrupted installation had left, or `pruned`. */
  readonly kind: 'placed' | 'replaced' | 'removed' | 'pruned';
  /** The directory. */
  readonly place: string;
  /** Of what was placed or pruned. */
  readonly provenance?: Pick<Provenance, 'source' | 'sha256'> | undefined;
  /** Why it was taken back, or why something of what was pruned is left; undefined where the change stands. */
  readonly error?: unknown;
  readonly durationMs: number;
}
