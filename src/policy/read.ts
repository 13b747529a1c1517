import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { SetupError, systemCode } from '../errors.ts';
import { JsonFault } from '../json-places.ts';
import { parseSpec } from '../release/spec.ts';
import { decodeText } from '../text-encoding.ts';
import { type Node, type Problem, parseTree } from './json.ts';
import type { Forbidden, Policy, Rule, Versions } from './policy.ts';
import {
  flag,
  listOf,
  objectOf,
  oneOf,
  type Reader,
  type Reading,
  reject,
  ruleOf,
  textLike,
  wholeNumber,
} from './shape.ts';

const MOST_PROBLEMS = 20;
const CORRECT = 'Correct it there; docs/policy.md and docs/policy.schema.json say what a policy takes.';
/** A policy is a page; what is larger is another file. */
const MAX_BYTES = 65_536;

const WORDS = 'a text of 1 to 200 characters on one line';
const LINE = /^[^\p{Cc}]{1,200}$/u;
/** A version as parseSpec has it, in pieces; docs/policy.schema.json says the same in one. */
const ONE = String.raw`(?:[vV]|[gG][oO])?(?:[0-9]+|[xX*])(?:\.(?:[0-9]+|[xX*])){0,2}(?:-0|-?(?:rc|beta|RC|BETA)\.?[0-9]+)?`;
const COMPARED = `(?:(?:[<>]=?|[=~^]) *)?${ONE}(?: - ${ONE})?`;
const TOGETHER = `${COMPARED}(?: +${COMPARED})*`;
export const VERSIONS = new RegExp(String.raw`^(?=.{1,256}$)${TOGETHER}(?: *\|\| *${TOGETHER})*$`, 'u');
const SOURCE_TAKES =
  'go.dev, tool-cache-unverified, the base URL of a mirror without credentials, query and asterisks (it stands for all below it), or the whole path of a directory or share';
const SOURCE =
  /^(?:go\.dev|tool-cache-unverified|[hH][tT][tT][pP][sS]?:\/\/[^\s@?#*]+|[A-Za-z]:[\\/][^\p{Cc}*]*|\\\\[^\\\p{Cc}*?.][^\\\p{Cc}*]*\\[^\\\p{Cc}*][^\p{Cc}*]*)$/u;

const versions: Reader<Versions> = (node, path, reading) => {
  const takes = 'a version or a range such as "1.26.3", "1.26.x" or ">=1.25 <1.27"';
  if (node.type !== 'String' || !VERSIONS.test(node.value)) return reject(node, path, reading, takes);
  try {
    const spec = parseSpec(node.value, path, { from: 'file' });
    if (spec.kind === 'exact') return { text: spec.text, range: spec.version };
    if (spec.kind === 'range') return { text: spec.text, range: spec.range };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
  }
  return reject(node, path, reading, takes);
};

const named = objectOf({ versions, reason: textLike(LINE, WORDS) }, ['versions', 'reason']);

const forbidden: Reader<Forbidden> = (node, path, reading) => {
  if (node.type !== 'Object') {
    const plain = versions(node, path, reading);
    return plain && { ...plain, reason: '' };
  }
  const { versions: which, reason } = named(node, path, reading) ?? {};
  return which && { ...which, reason: reason ?? '' };
};

const source: Reader<string> = (node, path, reading) => {
  const value = textLike(SOURCE, SOURCE_TAKES)(node, path, reading);
  return value !== undefined && /^https?:/i.test(value) && !URL.canParse(value)
    ? reject(node, path, reading, SOURCE_TAKES)
    : value;
};

const policy = objectOf({
  $schema: textLike(/^/, 'the address of the schema'),
  name: textLike(LINE, WORDS),
  versions: objectOf({
    allowed: ruleOf(listOf(versions, 'versions')),
    forbidden: listOf(ruleOf(forbidden), 'versions'),
  }),
  method: ruleOf(oneOf('zip', 'msi')),
  sources: ruleOf(listOf(source, 'sources')),
  officialOnly: ruleOf(flag),
  minimumAge: ruleOf(
    objectOf({ days: wholeNumber(1, 3650), unknown: oneOf('allow', 'stop') }, ['days', 'unknown']),
  ),
  endOfLife: ruleOf(oneOf('note', 'warning', 'stop')),
  maxFailures: ruleOf(textLike(/^(?:100|[1-9]?[0-9])%$/, 'a share such as "10%", from "0%" to "100%"')),
  requireElevation: ruleOf(flag),
});

/**
 * Reads a policy from the bytes of its file.
 *
 * @param file its path, for messages
 * @throws SetupError E_INPUT naming line and column of everything that is wrong
 */
export function parsePolicy(bytes: Uint8Array, file: string): Policy {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (cause) {
    throw unusable(file, `is not a text file: ${(cause as Error).message}`, 'Save it as UTF-8.', cause);
  }
  const reading: Reading = { text, problems: [] };
  const read = policy(treeOf(text, file), '', reading);
  if (read === undefined || reading.problems.length > 0) throw wrong(file, reading.problems);
  const { minimumAge, maxFailures } = read;
  return {
    file,
    name: read.name ?? '',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    allowed: read.versions?.allowed,
    forbidden: read.versions?.forbidden ?? [],
    method: read.method,
    sources: read.sources,
    officialOnly: demanded(read.officialOnly),
    minimumAge: minimumAge && {
      ...minimumAge,
      value: { days: minimumAge.value.days ?? 0, unknown: minimumAge.value.unknown ?? 'stop' },
    },
    endOfLife: read.endOfLife,
    maxFailures: maxFailures && { ...maxFailures, value: Number(maxFailures.value.slice(0, -1)) / 100 },
    requireElevation: demanded(read.requireElevation),
  };
}

function treeOf(text: string, file: string): Node {
  try {
    return parseTree(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const remedy =
      'Correct it there. JSON has no comments and no comma at the end, and a backslash is written twice.';
    throw wrong(file, [{ ...error.place, text: error.message }], remedy);
  }
}

/**
 * Reads a policy file.
 *
 * @throws SetupError E_INPUT where it cannot be read, or is not what it has to be
 */
export async function readPolicy(file: string): Promise<Policy> {
  let bytes: Buffer;
  try {
    const found = await stat(file);
    if (found.size > MAX_BYTES) throw tooLarge(file);
    // A device or a pipe may never end.
    if (!found.isFile() && !found.isDirectory())
      throw unusable(file, 'is no file', 'Check that the input policy names the right file.');
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const remedy =
      'Correct the input policy (a path from the workspace), or check the repository out before this step.';
    throw unusable(file, `cannot be read (${systemCode(cause) ?? String(cause)})`, remedy, cause);
  }
  return parsePolicy(bytes, file);
}

/** `false` is as good as no rule. */
function demanded(rule: Rule<boolean> | undefined): Rule<true> | undefined {
  return rule?.value === true ? { ...rule, value: true } : undefined;
}

function tooLarge(file: string): SetupError {
  return unusable(
    file,
    `is larger than ${MAX_BYTES} bytes, which no policy is`,
    'Check that the input policy names the right file.',
  );
}

function unusable(file: string, what: string, remedy: string, cause?: unknown): SetupError {
  return new SetupError('E_INPUT', `The policy ${file} ${what}.`, { remedy, cause });
}

function wrong(file: string, problems: readonly Problem[], remedy = CORRECT): SetupError {
  const [first = '', ...evidence] = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ line, column, text }) => `line ${line}, column ${column}: ${text}`);
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) evidence.push(`and ${more} more`);
  return new SetupError('E_INPUT', `The policy ${file} is not usable: ${first}.`, { remedy, evidence });
}
