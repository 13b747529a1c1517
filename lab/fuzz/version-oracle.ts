// What a version spec means, by the words of README and written another way than src/release/: character by character, without its expressions.
import { Range, validRange } from 'semver';

/** What a text should be read as; undefined: it is no version spec. */
export type Meaning =
  | { readonly kind: 'alias'; readonly alias: string }
  | { readonly kind: 'exact'; readonly version: string }
  | { readonly kind: 'range'; readonly range: string };

const ALIASES = 'stable=stable latest=stable oldstable=oldstable rc=rc next=rc'
  .split(' ')
  .map((pair) => pair.split('='));

/** The meaning of a spec, where `1.1` to `1.4` are refused as an input. */
export function meaningOf(text: string, from: 'input' | 'file'): Meaning | undefined {
  const word = text.trim().toLowerCase();
  if (word === '' || text.trim().length > 256) return undefined;
  for (const [name, alias = ''] of ALIASES) if (word === name) return { kind: 'alias', alias };
  if (from === 'input' && ['1.1', '1.2', '1.3', '1.4'].includes(word)) return undefined;
  const version = scan(word);
  if (version !== undefined) return meaningOfVersion(version);
  const range = (word.startsWith('go') && isDigit(word[2]) ? word.slice(2) : word).replaceAll('\t', ' ');
  return isGoRange(range) ? { kind: 'range', range } : undefined;
}

interface Version {
  readonly prefix: '' | 'go' | 'v';
  readonly numbers: readonly string[];
  readonly label: '' | 'rc' | 'beta';
  readonly count: string;
}

function meaningOfVersion({ prefix, numbers, label, count }: Version): Meaning | undefined {
  const [major = '', minor, patch] = numbers;
  const three = `${major}.${minor ?? 0}.${patch ?? 0}`;
  if (label !== '')
    return minor === undefined ? undefined : { kind: 'exact', version: `${three}-${label}.${count}` };
  if (patch !== undefined) return { kind: 'exact', version: three };
  const named = minor === undefined || (minor !== '0' && Number(minor) <= 20);
  if (prefix === 'go' && major === '1' && named) return { kind: 'exact', version: three };
  return { kind: 'range', range: numbers.join('.') };
}

/** `1.25.3`, `go1.25rc1`, `v1.25.0-rc.1` and parts of them; undefined for anything that goes on after it, or is of another form. */
function scan(word: string): Version | undefined {
  let at = 0;
  const take = (piece: string) => {
    const there = word.startsWith(piece, at);
    if (there) at += piece.length;
    return there;
  };
  const number = () => {
    const start = at;
    while (isDigit(word[at])) at += 1;
    const digits = word.slice(start, at);
    return digits === '' || digits.length > 9 || (digits[0] === '0' && digits !== '0') ? undefined : digits;
  };
  const prefix = take('go') ? 'go' : take('v') ? 'v' : '';
  const numbers: string[] = [];
  do {
    const digits = number();
    if (digits === undefined) return undefined;
    numbers.push(digits);
  } while (numbers.length < 3 && take('.'));
  const dashed = take('-');
  const label = take('rc') ? 'rc' : take('beta') ? 'beta' : '';
  if (dashed && (label === '' || numbers.length < 3)) return undefined;
  if (dashed) take('.');
  const count = label === '' ? '' : number();
  if (count === undefined || at < word.length) return undefined;
  return { prefix, numbers, label, count };
}

/** node-semver's grammar, without its build metadata, and with no prereleases but Go's and the `-0` before them. */
function isGoRange(range: string): boolean {
  for (const character of range)
    if (!'0123456789abcdefghijklmnopqrstuvwxyz.*^~<>=| -'.includes(character)) return false;
  let digits = 0;
  for (const character of range) {
    digits = isDigit(character) ? digits + 1 : 0;
    if (digits > 9) return false;
  }
  if (validRange(range) === null) return false;
  for (const comparator of new Range(range).set.flat()) {
    const version = comparator.semver.version as string | undefined;
    const [, ...after] = (version ?? '').split('-');
    const prerelease = after.join('-');
    const [label = '', count, ...more] = prerelease.split('.');
    const known = (label === 'rc' || label === 'beta') && count !== undefined && more.length === 0;
    if (prerelease !== '' && prerelease !== '0' && !(known && [...count].every(isDigit))) return false;
  }
  return true;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Negative where the first release came before the second, by Go's own order: 1.9 < 1.10, beta < rc < release. The two are semvers. */
export function goOrder(a: string, b: string): number {
  const parts = (version: string) => {
    const [numbers = '', label = ''] = version.split('-');
    const rank = label === '' ? 2 : label.startsWith('rc') ? 1 : 0;
    return [...numbers.split('.').map(Number), rank, Number(label.split('.')[1] ?? 0)];
  };
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < left.length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What Go calls a release, by its semver. */
export function goName(version: string): string {
  const [numbers = '', label = ''] = version.split('-');
  const [major, minor, patch] = numbers.split('.');
  const last = patch === '0' ? '' : `.${patch}`;
  if (label !== '') return `go${major}.${minor}${last}${label.replace('.', '')}`;
  if (major === '1' && Number(minor) <= 20)
    return minor === '0' && last === '' ? 'go1' : `go1.${minor}${last}`;
  return `go${numbers}`;
}
