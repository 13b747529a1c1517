import { createHash } from 'node:crypto';
import { SetupError } from '../errors.ts';
import { plainDirectory } from '../input-values.ts';
import { JsonFault, parseJson, placeOf } from '../json-places.ts';
import type { FleetRunner } from './types.ts';

/** Labels that a runner has by itself, or that any other one may have: none of them leads to one runner. */
const COMMON_LABELS: ReadonlySet<string> = new Set([
  'self-hosted',
  'windows',
  'linux',
  'macos',
  'x64',
  'x86',
  'arm',
  'arm64',
]);

const FIELDS = ['name', 'labels', 'group', 'machine-root'];

/** An id is part of the name of an artifact and of a file, beside some words more. */
const LONGEST_ID = 80;

/**
 * Reads the runners of a fleet: a JSON array of `{"name", "labels"?, "group"?, "machine-root"?}`.
 *
 * @param source where the text is from, for messages: `The input runners`
 * @returns in the order of the text
 * @throws SetupError E_INPUT with line, column, entry and field of the first thing that is wrong
 */
export function parseRoster(text: string, source: string): readonly FleetRunner[] {
  const list = parse(text, source);
  const wrong: Refuse = (path, reason, remedy = REMEDY) => refusal(text, source, path, reason, remedy);
  if (!Array.isArray(list)) throw wrong([], 'a fleet is an array of runners');
  if (list.length === 0) throw wrong([], 'it has no runner in it', 'List one runner at least.');
  const entries = list.map((entry: unknown, index) => readEntry(entry, index, wrong));
  refuseTwice(entries, wrong);
  refuseShared(entries, wrong);
  const ids = idsOf(entries.map(({ name }) => name));
  return entries.map((entry, index) => ({ id: ids[index] ?? '', ...entry }));
}

type Refuse = (path: readonly (string | number)[], reason: string, remedy?: string) => SetupError;
type Entry = Omit<FleetRunner, 'id'>;

const REMEDY =
  'Write it like [{"name": "BUILD-01", "labels": ["self-hosted", "BUILD-01"], "group": "2022"}].';

function parse(text: string, source: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { line, column } = error.place;
    throw new SetupError(
      'E_INPUT',
      `${source} is no JSON: line ${line}, column ${column}: ${error.message}.`,
      {
        remedy: REMEDY,
        cause: error,
      },
    );
  }
}

function refusal(
  text: string,
  source: string,
  path: readonly (string | number)[],
  reason: string,
  remedy: string,
): SetupError {
  const { line, column } = placeOf(text, path);
  const [index, ...fields] = path;
  const entry = index === undefined ? '' : `, entry ${Number(index) + 1}`;
  const field = fields.reduce<string>(
    (all, step) => all + (typeof step === 'number' ? `[${step}]` : `${all === '' ? '' : '.'}${step}`),
    '',
  );
  const where = `line ${line}, column ${column}${entry}${field === '' ? '' : `, field ${field}`}`;
  return new SetupError('E_INPUT', `${source} cannot be used (${where}): ${reason}.`, { remedy });
}

function readEntry(entry: unknown, index: number, wrong: Refuse): Entry {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw wrong([index], 'a runner is an object with a name');
  const fields = entry as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined)
    throw wrong([index, unknown], `a runner has no field of this name`, `Use these: ${FIELDS.join(', ')}.`);
  const name = readText(fields['name'], [index, 'name'], wrong);
  const group = fields['group'] ?? '';
  if (typeof group !== 'string' || !isPlain(group))
    throw wrong([index, 'group'], 'it has to be a text of one line');
  return {
    name,
    labels: readLabels(fields['labels'], name, index, wrong),
    group: group.trim(),
    machineRoot: readRoot(fields['machine-root'], index, wrong),
  };
}

function readLabels(labels: unknown, name: string, index: number, wrong: Refuse): readonly string[] {
  if (labels === undefined) return [name];
  if (!Array.isArray(labels) || labels.length === 0)
    throw wrong([index, 'labels'], 'it has to be an array with one label at least');
  return labels.map((label, position) => readText(label, [index, 'labels', position], wrong));
}

function readRoot(root: unknown, index: number, wrong: Refuse): string {
  if (root === undefined || root === '') return '';
  const plain = typeof root === 'string' ? plainDirectory(root.trim()) : undefined;
  if (plain === undefined)
    throw wrong(
      [index, 'machine-root'],
      'it is no directory on a drive of a machine',
      'Give a whole path such as D:\\\\setup-go-win; a backslash is written twice in JSON.',
    );
  return plain;
}

function readText(value: unknown, path: readonly (string | number)[], wrong: Refuse): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw wrong(path, value === undefined ? 'it is missing' : 'it has to be a text, and not an empty one');
  if (!isPlain(value) || value.length > 256)
    throw wrong(path, 'it has to be one line of 256 characters at most');
  return value.trim();
}

/** Without control characters, which have no business in a name, and would break lines of the log. */
function isPlain(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

function refuseTwice(entries: readonly Entry[], wrong: Refuse): void {
  const seen = new Map<string, number>();
  for (const [index, { name }] of entries.entries()) {
    const first = seen.get(name.toLowerCase());
    if (first !== undefined)
      throw wrong(
        [index, 'name'],
        `"${name}" is the name of entry ${first + 1}, too`,
        'List each runner once, by the name that it is registered with.',
      );
    seen.set(name.toLowerCase(), index);
  }
}

/** GitHub gives a job to any runner that has all its labels, in whatever case they are written. */
function refuseShared(entries: readonly Entry[], wrong: Refuse): void {
  const holders = new Map<string, number>();
  const labelsOf = entries.map(({ labels }) => [...new Set(labels.map((label) => label.toLowerCase()))]);
  for (const labels of labelsOf)
    for (const label of labels) holders.set(label, (holders.get(label) ?? 0) + 1);
  for (const [index, labels] of labelsOf.entries()) {
    if (labels.some((label) => !COMMON_LABELS.has(label) && holders.get(label) === 1)) continue;
    const other = entries.findIndex(
      (_, at) => at !== index && labels.every((label) => labelsOf[at]?.includes(label)),
    );
    const name = entries[index]?.name ?? '';
    const why =
      other < 0
        ? `none of the labels of "${name}" is its own`
        : `a job for "${name}" could go to "${entries[other]?.name}" (entry ${other + 1}), which has all its labels`;
    throw wrong(
      [index, 'labels'],
      why,
      'Give each runner a label that no other one has, its name for one, and list it in labels.',
    );
  }
}

/** Names made fit for files and artifacts, each of them another one, in whatever case they are written. */
function idsOf(names: readonly string[]): readonly string[] {
  const fits = (name: string) =>
    /^[A-Za-z0-9][\w.-]*$/.test(name) && !name.endsWith('.') && name.length <= LONGEST_ID;
  const taken = new Set(names.filter(fits).map((name) => name.toLowerCase()));
  return names.map((name) => {
    if (fits(name)) return name;
    const hash = createHash('sha256').update(name.toLowerCase()).digest('hex');
    const plain = name.replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
    for (let digits = 8; ; digits++) {
      const ending = hash.slice(0, digits);
      const id = `${plain.slice(0, LONGEST_ID - 1 - digits)}-${ending}`.replace(/^-/, '');
      if (taken.has(id.toLowerCase()) && digits < hash.length) continue;
      taken.add(id.toLowerCase());
      return id;
    }
  });
}
