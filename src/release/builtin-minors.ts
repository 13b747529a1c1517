// Made by lab/build-index.ts with builtin-data.ts. Not to be edited by hand.

/** The minors that Go supported when go.dev's list was read: by itself, so that a hit need not load the index. */
export const newestMinors: readonly string[] = ['1.26', '1.27'];
