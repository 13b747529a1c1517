import { SetupError } from '../errors.ts';
import type { Resolution } from './select.ts';
import { parseSpec, quote, type VersionSpec } from './spec.ts';

/** A version as it stands in a file: its text, its line (from 1), and the word it stands behind, if any. */
export interface Found {
  readonly value: string;
  readonly line: number;
  readonly key?: string;
  /** What the `go` line of the same file says, whichever line was chosen. */
  readonly least?: string | undefined;
}

/**
 * The version of a go.mod or go.work: `toolchain` before `go`, the other way round for `lowest`; `toolchain default` means `go`.
 * The grammar is that of Go's modules reference: one directive a line or a block in parentheses, `//` comments alone.
 */
export function readGoMod(text: string, resolution: Resolution): Found | undefined {
  let go: Found | undefined;
  let toolchain: Found | undefined;
  let block = false;
  for (const [index, whole] of lines(text).entries()) {
    const comment = whole.indexOf('//');
    const line = (comment < 0 ? whole : whole.slice(0, comment)).trim();
    if (block) {
      block = !line.startsWith(')');
      continue;
    }
    if (line.endsWith('(')) {
      block = true;
      continue;
    }
    const [key, ...values] = line.split(/\s+/);
    const value = values.join(' ');
    if (key === 'go') go ??= { value, line: index + 1, key };
    // A name such as go1.21.3-acme is a build of 1.21.3 (Go's toolchain reference).
    if (key === 'toolchain' && value !== 'default')
      toolchain ??= { value: value.replace(/^(go\d[^-\s]*)-\S*$/, '$1'), line: index + 1, key };
  }
  const found = resolution === 'lowest' ? (go ?? toolchain) : (toolchain ?? go);
  return found && { ...found, least: go?.value };
}

/** The Go of asdf's and mise's .tool-versions: the first version behind the first `golang` or `go`. */
export function readToolVersions(text: string): Found | undefined {
  for (const [index, whole] of lines(text).entries()) {
    const [key, value] = beforeHash(whole).split(/\s+/);
    if (key === 'golang' || key === 'go')
      return value === undefined ? undefined : { value, line: index + 1, key };
  }
  return undefined;
}

/** The first line that is neither empty nor a comment. */
export function readVersionLine(text: string): Found | undefined {
  for (const [index, whole] of lines(text).entries()) {
    const value = beforeHash(whole);
    if (value !== '' && !value.startsWith('//')) return { value, line: index + 1 };
  }
  return undefined;
}

/**
 * A spec out of a version manager's file, where it may also be a word that only the manager can follow.
 * @throws SetupError E_SPEC
 */
export function fileSpec(value: string, origin: string): VersionSpec {
  if (!/^(?:system$|path:|ref:)/i.test(value)) return parseSpec(value, origin, { from: 'file' });
  throw new SetupError(
    'E_SPEC',
    `${quote(value)} (${origin}) names a Go of the machine it was written on, not a version.`,
    {
      remedy:
        'Put a version there, such as 1.25.3, or give the input go-version, which goes before the file.',
    },
  );
}

function lines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

function beforeHash(line: string): string {
  const hash = line.indexOf('#');
  return (hash < 0 ? line : line.slice(0, hash)).trim();
}
