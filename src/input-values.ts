import path from 'node:path';
import * as core from '@actions/core';
import { SetupError } from './errors.ts';

// One reader a kind of value. Each reads the variable that the runner sets for the input, and throws E_INPUT naming the input, its value and
// what it takes.

/** The text of an input without spaces around it; empty where it is not given. */
export function text(name: string): string {
  return core.getInput(name).trim();
}

/** Booleans as YAML 1.2's core schema writes them: true, True, TRUE, false, False, FALSE. */
export function flag(name: string, fallback: boolean): boolean {
  const value = text(name);
  if (value === '') return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw invalid(name, value, 'it is not a boolean', 'Use true or false.');
}

/** One of several words; the first is the default. */
export function choice<T extends string>(name: string, values: readonly [T, ...T[]]): T {
  const value = text(name);
  if (value === '') return values[0];
  const match = values.find((candidate) => candidate === value);
  if (match === undefined)
    throw invalid(name, value, 'it is not one of its values', `Use one of: ${values.join(', ')}.`);
  return match;
}

/** A whole number from 1; undefined where the input is not given. @param most the largest that is taken */
export function wholeNumber(name: string, most: number): number | undefined {
  const value = text(name);
  if (value === '') return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most)
    throw invalid(name, value, 'it is not a number that it takes', `Use a whole number from 1 to ${most}.`);
  return number;
}

/** A share of the whole, as people write it in percent: `25%` is 0.25. @param fallback the same, where the input is not given @param most in percent */
export function percent(name: string, fallback: string, most: number): number {
  const value = text(name) || fallback;
  const number = /^\d{1,6}(?:\.\d{1,3})?%$/.test(value) ? Number(value.slice(0, -1)) : Number.NaN;
  if (!(number >= 0 && number <= most))
    throw invalid(name, value, 'it is no share in percent', `Write it like 25%, from 0% to ${most}%.`);
  return number / 100;
}

/** Milliseconds. @param fallback a duration too, where the input is not given */
export function duration(name: string, fallback: string): number {
  const value = text(name) || fallback;
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined)
    throw invalid(name, value, 'it is not a duration', 'Write it like 30s, 10m or 1h30m.');
  return milliseconds;
}

/**
 * A duration as people write it: `500ms`, `30s`, `10m`, `1h`, or parts of those together (`1h30m`).
 *
 * @returns milliseconds, or undefined where the text is none or is not above zero
 */
export function parseDuration(text: string): number | undefined {
  const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  if (!/^(?:\d{1,9}(?:ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+)(ms|s|m|h)/g))
    total += Number(number) * (units[unit ?? ''] ?? 0);
  return total > 0 ? total : undefined;
}

/** A directory by its whole path, and no drive or share as such: what is done to it is done to all of it. */
export function directory(name: string): string {
  const value = text(name);
  if (value === '') return '';
  const plain = plainDirectory(value);
  if (plain === undefined)
    throw invalid(
      name,
      value,
      'it is no directory on a drive of this machine',
      'Give a whole path such as C:\\Go.',
    );
  return plain;
}

/** A whole path of a directory below a drive, normalized; undefined where it is none. */
export function plainDirectory(value: string): string | undefined {
  const plain = path.win32.normalize(value).replace(/\\+$/, '');
  // Windows drops dots and spaces at the end of a name, but not everywhere: what is made is then not what is named.
  const sound = !/["<>|?*]|^..+:|[. ](?:\\|$)/.test(plain);
  return /^[A-Za-z]:\\./.test(plain) && sound ? plain : undefined;
}

/** A path of a file, and not what is in it: of a certificate's or key's own text nothing may get into a log. */
export function fileName(name: string, value: string): string {
  if (!value.includes('-----BEGIN')) return value;
  for (const line of value.split(/\r?\n/)) if (line.trim().length >= 8) core.setSecret(line.trim());
  throw new SetupError('E_INPUT', `The input ${name} holds a certificate or key in place of a file's path.`, {
    remedy: 'Write it to a file below RUNNER_TEMP in a step before this one, and give the path of that file.',
  });
}

/** The failure that an input's value is. */
export function invalid(name: string, value: string, reason: string, remedy: string): SetupError {
  return new SetupError('E_INPUT', `The input ${name} is "${value.slice(0, 200)}": ${reason}.`, { remedy });
}
