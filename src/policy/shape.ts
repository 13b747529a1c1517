import { displayAddresses } from '../network/display-url.ts';
import type { Node, Problem } from './json.ts';
import type { Rule } from './policy.ts';

/** What a reader of a value is told: where the value stands, and where what is wrong goes. */
export interface Reading {
  readonly text: string;
  readonly problems: Problem[];
}

/** Reads a value. @returns undefined where it is not what it has to be: then a problem says so */
export type Reader<T> = (node: Node, path: string, reading: Reading) => T | undefined;

type Read<R> = R extends Reader<infer T> ? T : never;

/** Says what is wrong with a value, and what it takes. */
export function reject(node: Node, path: string, reading: Reading, takes: string): undefined {
  // A text by its value, since a quote beside an address would be taken for a part of it.
  const raw = reading.text.slice(node.loc.start.offset, node.loc.end.offset);
  const shown = node.type === 'String' ? JSON.stringify(displayAddresses(node.value)) : displayAddresses(raw);
  reading.problems.push(problemAt(node, `${path} is ${printable(shown)}, and it takes ${takes}`));
  return undefined;
}

/** The known name that another one may have been meant for: written in other letters, cut short, or off by a letter or two. For a message; may be empty. */
function meant(name: string, names: readonly string[]): string {
  const plain = (text: string) => text.replace(/[^A-Za-z]/g, '').toLowerCase();
  const own = plain(name);
  if (own.length < 3 || own.length > 30) return '';
  const near = names
    .map((known) => ({ known, off: plain(known).startsWith(own) ? 1 : distance(own, plain(known)) }))
    .sort((one, other) => one.off - other.off)[0];
  return near && near.off <= Math.max(1, Math.floor(own.length / 3)) ? ` (did you mean ${near.known}?)` : '';
}

/** How many letters have to be put in, left out or replaced to make the one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, wanted] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Text of the file as it may stand in a message: on one line, without what cannot be seen, the begin of it. */
function printable(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '\ufffd');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function problemAt({ loc }: Pick<Node, 'loc'>, text: string): Problem {
  return { line: loc.start.line, column: loc.start.column, text };
}

/** A text. @param takes what it takes, for people: `a name of up to 100 characters` */
export function textLike(pattern: RegExp, takes: string): Reader<string> {
  return (node, path, reading) =>
    node.type === 'String' && pattern.test(node.value) ? node.value : reject(node, path, reading, takes);
}

/** One of several words. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  const takes = words.map((word) => `"${word}"`).join(' or ');
  return (node, path, reading) =>
    words.find((word) => node.type === 'String' && word === node.value) ?? reject(node, path, reading, takes);
}

/** A whole number between two, both included. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (node, path, reading) => {
    const value = node.type === 'Number' ? node.value : Number.NaN;
    return Number.isInteger(value) && value >= least && value <= most
      ? value
      : reject(node, path, reading, `a whole number from ${least} to ${most}`);
  };
}

export const flag: Reader<boolean> = (node, path, reading) =>
  node.type === 'Boolean' ? node.value : reject(node, path, reading, 'true or false');

/** A list with one item at least. @param takes what its items are, for people */
export function listOf<T>(item: Reader<T>, takes: string): Reader<T[]> {
  return (node, path, reading) => {
    const elements = node.type === 'Array' ? node.elements : [];
    if (elements.length === 0) return reject(node, path, reading, `a list of ${takes}, one at least`);
    return elements.flatMap(({ value }, index) => item(value, `${path}[${index}]`, reading) ?? []);
  };
}

/** A value with its place. */
export function ruleOf<T>(read: Reader<T>): Reader<Rule<T>> {
  return (node, path, reading) => {
    const value = read(node, path, reading);
    return value === undefined ? undefined : { value, path, line: node.loc.start.line };
  };
}

/** An object with these names and no others, each once. @param required names that have to be there */
export function objectOf<F extends Readonly<Record<string, Reader<unknown>>>>(
  fields: F,
  required: readonly (keyof F & string)[] = [],
): Reader<{ [Name in keyof F]?: Read<F[Name]> }> {
  const names = Object.keys(fields);
  const takes = `an object with ${names.map((name) => `"${name}"`).join(', ')}`;
  return (node, path, reading) => {
    if (node.type !== 'Object') return reject(node, path || 'the policy', reading, takes);
    const found: Record<string, unknown> = {};
    for (const { name: key, value } of node.members) {
      const name = key.type === 'String' ? key.value : '';
      const shown = name === '' ? '""' : printable(name);
      const place = path === '' ? shown : `${path}.${shown}`;
      const problem = (text: string) => reading.problems.push(problemAt(key, `${place} ${text}`));
      const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (read === undefined)
        problem(`is not known here${meant(name, names)}; known are ${names.join(', ')}`);
      else if (Object.hasOwn(found, name)) problem('is given twice');
      else found[name] = read(value, place, reading);
    }
    const missing = required.filter((name) => !Object.hasOwn(found, name));
    if (missing.length > 0) return reject(node, path, reading, `"${missing.join('" and "')}", too`);
    return found as { [Name in keyof F]?: Read<F[Name]> };
  };
}
