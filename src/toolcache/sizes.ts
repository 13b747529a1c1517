/** What one Go takes on a disk: 262 MB for 1.27 in clusters of 4 KiB (measured), and its own tests. */
export const ONE_GO_BYTES = 300e6;

/** No Go of go.dev's takes less: of its Windows ZIPs whose size the built-in index has, the smallest has 52 MB (go1.4.3 for x86). */
export const LEAST_GO_BYTES = 100e6;

/** What go.dev's ZIPs take on a disk for each of their bytes, in clusters of 4 KiB (measured: 3.48 to 3.51 for 1.25 to 1.27). */
export const GROWTH = 3.5;

/** The longest path below the root of a Go tree, of all files of 1.25, 1.26 and 1.27: `src\internal\trace\testdata\generators\go122-syscall-…-bare-m.go`. */
export const LONGEST_IN_TREE = 102;
