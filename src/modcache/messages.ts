/** The word on the command line that makes the action's program the one that talks to the cache service. */
export const CACHE_ROLE = 'cache-service';

/** What is asked of the cache service. The paths are part of what names a cache: the same list in the same order for all three. */
export interface CacheRequest {
  readonly kind: 'look-up' | 'restore' | 'save';
  readonly paths: readonly string[];
  readonly key: string;
  /** Beginnings of other keys that will do. */
  readonly restoreKeys: readonly string[];
}

/** What the process that talks to the service says to the one that started it. */
export type CacheMessage =
  | { readonly kind: 'line'; readonly text: string }
  /** A program that it started, tar for one. */
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'ended'; readonly pid: number }
  | { readonly kind: 'unavailable' }
  /** The key that matched, or that is saved. */
  | { readonly kind: 'done'; readonly key: string | undefined }
  | { readonly kind: 'failed'; readonly message: string };
