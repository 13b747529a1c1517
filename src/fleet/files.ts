import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { writeJson } from '../machine/atomic-file.ts';
import type { Log } from '../report/log.ts';
import { checkShape, type Kinds } from './shapes.ts';
import { UPGRADE_STAGES } from './slots.ts';
import type { FleetPlan, FleetRoster, LegResult, Stage, UpgradeStage, Verdict } from './types.ts';

// The files of a run of the workflow, all in one directory. The artifacts that carry them are made by other jobs, and so by other machines: what is read is looked
// at first, and what is no sound result counts as none.

/** The largest file that is read; a result with a large inventory has some hundred kilobytes. */
const MOST_BYTES = 8_000_000;

/** A message is for people. */
export const LONGEST_MESSAGE = 2000;

/** Clocks of machines differ; a result that is older than what it belongs to by more than this is one of another run. */
const CLOCKS_MS = 3_600_000;

export async function writeRoster(directory: string, roster: FleetRoster): Promise<void> {
  await write(directory, 'roster.json', roster);
}

export async function writePlan(directory: string, plan: FleetPlan): Promise<void> {
  await write(directory, 'plan.json', plan);
}

export async function writeVerdict(directory: string, verdict: Verdict): Promise<void> {
  await write(directory, `verdict-${verdict.stage}.json`, verdict);
}

async function write(directory: string, name: string, value: unknown): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeJson(path.join(directory, name), value);
}

/** @throws SetupError E_INPUT where it is missing or damaged */
export async function readRoster(directory: string): Promise<FleetRoster> {
  return await readNeeded(directory, 'roster', 'scan');
}

/** @throws SetupError E_INPUT where it is missing or damaged */
export async function readPlan(directory: string): Promise<FleetPlan> {
  return await readNeeded(directory, 'plan', 'upgrade');
}

async function readNeeded<Kind extends 'roster' | 'plan'>(
  directory: string,
  kind: Kind,
  stage: string,
): Promise<Kinds[Kind]> {
  const file = path.join(directory, `${kind}.json`);
  const read = await readShape(file, kind);
  if ('value' in read) return read.value;
  throw new SetupError('E_INPUT', `${file} cannot be used: ${read.wrong}.`, {
    remedy: `Download the artifacts of this run into fleet-dir before this step; operation: plan with stage: ${stage} writes that file.`,
  });
}

/** The results that lie in the directory. */
export interface FoundResults {
  readonly results: readonly LegResult[];
  /** Files that cannot be used, one line each; their legs count as lost. */
  readonly passedOver: readonly string[];
  /** The stages that there is any file of. */
  readonly begun: ReadonlySet<Stage>;
}

/** What legs have to be later than, to belong to a roster or a plan. */
export interface Beginning {
  /** ISO 8601. */
  readonly at: string;
  readonly attempt: number;
}

export function beginningOf(begun: FleetRoster | FleetPlan): Beginning {
  return { at: 'takenAt' in begun ? begun.takenAt : begun.plannedAt, attempt: begun.attempt };
}

/**
 * Reads the results of legs. Those of an earlier attempt at the run, which lie there as long as a leg has left no newer one, are passed over: they tell nothing of
 * what this plan has done.
 *
 * @param wanted of which stages
 */
export async function readResults(
  directory: string,
  since: Beginning,
  wanted: (stage: string) => boolean,
): Promise<FoundResults> {
  const results: LegResult[] = [];
  const passedOver: string[] = [];
  const begun = new Set<Stage>();
  for (const name of await list(directory)) {
    const [, stage = '', id = ''] = RESULT_FILE.exec(name) ?? [];
    if (stage === '' || !wanted(stage)) continue;
    const read = await readShape(path.join(directory, name), 'result');
    if ('value' in read && read.value.attempt < since.attempt) continue;
    begun.add(stage as Stage);
    const wrong = 'wrong' in read ? read.wrong : strangeness(read.value, stage, id, since);
    if ('value' in read && wrong === undefined)
      results.push({ ...read.value, message: read.value.message.slice(0, LONGEST_MESSAGE) });
    else passedOver.push(`${name}: ${wrong}`);
  }
  return { results, passedOver, begun };
}

/** Stage of the leg, and id of its runner. */
export const RESULT_FILE = /^result-(scan|canary|wave-[1-6]|rollback)-(.+)\.json$/;

/** One annotation, however many there are. */
export function tellPassedOver(lines: readonly string[], log: Log): void {
  if (lines.length === 0) return;
  for (const line of lines) log.info(`This result counts as lost: ${line}`);
  const more = lines.length > 1 ? ` And ${lines.length - 1} more, which the log has.` : '';
  log.warn(`A result cannot be used, and its runner counts as lost. ${lines[0]}.${more}`);
}

/** The stages that a gate has judged, and not in an earlier attempt than this. */
export async function judgedStages(directory: string, attempt: number): Promise<readonly UpgradeStage[]> {
  const read = await readVerdicts(directory);
  return read.flatMap(([stage, verdict]) =>
    verdict === undefined || verdict.attempt >= attempt ? stage : [],
  );
}

/**
 * The verdict by which an earlier attempt at the run has stopped the roll-out that is planned here; undefined where none has.
 *
 * @param now the attempt that is under way
 */
export async function stopBefore(
  directory: string,
  since: Beginning,
  now: number,
): Promise<Verdict | undefined> {
  const read = await readVerdicts(directory);
  const earlier = read.flatMap(([, verdict]) => verdict ?? []);
  return earlier.find(({ goOn, attempt }) => !goOn && attempt >= since.attempt && attempt < now);
}

/** By stage; undefined: there is a file, and it cannot be used. */
async function readVerdicts(
  directory: string,
): Promise<readonly (readonly [UpgradeStage, Verdict | undefined])[]> {
  const names = new Set(await list(directory));
  const found: (readonly [UpgradeStage, Verdict | undefined])[] = [];
  for (const stage of UPGRADE_STAGES) {
    const name = `verdict-${stage}.json`;
    if (!names.has(name)) continue;
    const read = await readShape(path.join(directory, name), 'verdict');
    found.push([stage, 'value' in read ? read.value : undefined]);
  }
  return found;
}

async function list(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Reads a file of a run. @returns or why it cannot be used, as half a sentence */
export async function readShape<Kind extends keyof Kinds>(
  file: string,
  kind: Kind,
): Promise<{ readonly value: Kinds[Kind] } | { readonly wrong: string }> {
  let bytes: Buffer;
  try {
    const found = await stat(file);
    if (!found.isFile()) return { wrong: 'it is no file' };
    if (found.size > MOST_BYTES) return { wrong: `it is larger than ${MOST_BYTES / 1e6} MB` };
    bytes = await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { wrong: 'it is not there' };
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return { wrong: 'it is torn, and no JSON' };
  }
  const checked = checkShape(kind, value);
  if ('value' in checked) return checked;
  return { wrong: `${checked.misfit === '' ? 'it' : `its ${checked.misfit}`} is not what it should be` };
}

/** What makes a sound result one of something else, as half a sentence; undefined where nothing does. */
export function strangeness(
  result: LegResult,
  stage: string,
  id: string,
  since: Beginning,
): string | undefined {
  if (result.id !== id) return `it is about the runner ${JSON.stringify(result.id)}`;
  if (result.stage !== stage) return `it is about the stage ${JSON.stringify(result.stage)}`;
  if (Date.parse(result.startedAt) < Date.parse(since.at) - CLOCKS_MS)
    return `its leg began at ${result.startedAt}, long before this run: it is one of another run`;
  return undefined;
}
