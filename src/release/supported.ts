import { compare, major, minor } from 'semver';
import { isGoSemver, isPrerelease } from './names.ts';

/** Go supports a minor until there are two newer ones (go.dev/doc/devel/release, "Release Policy"). */
const SUPPORTED = 2;

/**
 * The minors that Go supports, going by the releases that there are: the two newest that have one which is no prerelease.
 *
 * @param versions semvers; names that are no Go release are passed over
 * @returns the older first: `1.26`, `1.27`
 */
export function supportedMinors(versions: readonly string[]): string[] {
  const releases = versions.filter((version) => isGoSemver(version) && !isPrerelease(version)).sort(compare);
  return [...new Set(releases.map(minorOf))].slice(-SUPPORTED);
}

/**
 * Those of the minors that a module can be built with: not older than its `go` line, below which the go command refuses it.
 *
 * @param least the version of the `go` line, as a semver; all of the minors where left out
 */
export function minorsFrom(minors: readonly string[], least: string | undefined): string[] {
  if (least === undefined) return [...minors];
  return minors.filter((one) => compare(`${one}.0`, `${minorOf(least)}.0`) >= 0);
}

/** `1.26` of `1.26.6`. */
function minorOf(version: string): string {
  return `${major(version)}.${minor(version)}`;
}
