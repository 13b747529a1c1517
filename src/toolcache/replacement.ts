import type { Provenance } from './inspect.ts';
import type { Entry } from './layout.ts';

/** A whole tree that is about to come into its place, and what stands there, if anything, to be put aside. */
export interface Replacement {
  readonly entry: Entry;
  /** The new tree, beside its place. */
  readonly fresh: string;
  /** Where what stands in its place is put. */
  readonly aside: string;
  /** Of the new tree. */
  readonly provenance: Provenance;
}

/** A record of a replacement that is under way: who finds it after a kill can finish the replacement, or undo it. */
export interface ReplacementRecord {
  /** Notes that the new tree is refused, before it is taken out of its place again. Never throws. */
  refuse(): Promise<void>;
  /** The new tree is in use, or the old one is back. Where that one could not be put back the record stays, for the next run. Never throws. */
  end(): Promise<void>;
}

/** Begins such a record; undefined where none is needed. */
export type RecordReplacement = (replacement: Replacement) => Promise<ReplacementRecord | undefined>;
