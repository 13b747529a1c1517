import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Issue, matcherList } from '../../lab/matchers/interpreter.ts';

/** What the action registers. */
export const MATCHERS = readFileSync(
  fileURLToPath(new URL('../../src/problem-matchers/go.json', import.meta.url)),
  'utf8',
);

/**
 * What a step's output becomes, an annotation a line: `compile/compile.go:4:8 "os" imported and not used`. Without a file that is in the
 * workspace it begins with the message.
 */
export function annotationsOf(
  lines: readonly string[],
  workspace: string,
  isFile: (file: string) => boolean = existsSync,
): string[] {
  const list = matcherList({ workspace, isFile });
  list.add(MATCHERS);
  return lines
    .map((line) => list.read(line))
    .filter((issue) => issue !== undefined)
    .map(describeIssue);
}

function describeIssue({ level, file, line, column, message }: Issue): string {
  const place = file === undefined ? '' : [file, line, column].filter((one) => one !== undefined).join(':');
  return `${level === 'error' ? '' : `${level} `}${place === '' ? '' : `${place} `}${message}`;
}
