import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { writeJson } from '../machine/atomic-file.ts';
import type { Log } from '../report/log.ts';
import { UPGRADE_STAGES } from './slots.ts';
import type { FleetPlan, FleetRoster, LegResult, Stage, UpgradeStage, Verdict } from './types.ts';

// The files of a run of the workflow, all in one directory. The artifacts that carry them are made by other jobs, and so by other machines: what is read is looked
// at first, and what is no sound result counts as none.

/** The largest file that is read; a result with a large inventory has some hundred kilobytes. */
const MOST_BYTES = 8_000_000;

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
  return await readNeeded<FleetRoster>(
    directory,
    'roster.json',
    ['runners', 'skipped'],
    'plan with stage: scan',
  );
}

/** @throws SetupError E_INPUT where it is missing or damaged */
export async function readPlan(directory: string): Promise<FleetPlan> {
  return await readNeeded<FleetPlan>(
    directory,
    'plan.json',
    ['stages', 'skipped'],
    'plan with stage: upgrade',
  );
}

async function readNeeded<T extends { readonly schema: 1 }>(
  directory: string,
  name: string,
  lists: readonly string[],
  made: string,
): Promise<T> {
  const file = path.join(directory, name);
  const fault = await readObject(file, (value) => {
    if (value['schema'] !== 1) return `its schema is ${JSON.stringify(value['schema'])} and not 1`;
    const missing = lists.find((list) => !Array.isArray(value[list]));
    return missing === undefined ? undefined : `it has no list ${missing}`;
  });
  if ('value' in fault) return fault.value as unknown as T;
  throw new SetupError('E_INPUT', `${file} cannot be used: ${fault.wrong}.`, {
    remedy: `Download the artifacts of this run into fleet-dir before this step; operation: ${made} writes that file.`,
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

/**
 * Reads the results of legs.
 *
 * @param since ISO 8601: results of legs that began long before that are of another run
 * @param wanted of which stages
 */
export async function readResults(
  directory: string,
  since: string,
  wanted: (stage: string) => boolean,
): Promise<FoundResults> {
  const results: LegResult[] = [];
  const passedOver: string[] = [];
  const begun = new Set<Stage>();
  for (const name of await list(directory)) {
    const [, stage = '', id = ''] = RESULT_FILE.exec(name) ?? [];
    if (stage === '' || !wanted(stage)) continue;
    begun.add(stage as Stage);
    const read = await readObject(path.join(directory, name), (value) => faultOf(value, stage, id, since));
    if ('value' in read) results.push(read.value as unknown as LegResult);
    else passedOver.push(`${name}: ${read.wrong}`);
  }
  return { results, passedOver, begun };
}

const RESULT_FILE = /^result-(scan|canary|wave-[1-6]|rollback)-(.+)\.json$/;

/** One annotation, however many there are. */
export function tellPassedOver(lines: readonly string[], log: Log): void {
  if (lines.length === 0) return;
  for (const line of lines) log.info(`This result counts as lost: ${line}`);
  const more = lines.length > 1 ? ` And ${lines.length - 1} more, which the log has.` : '';
  log.warn(`A result cannot be used, and its runner counts as lost. ${lines[0]}.${more}`);
}

/** The stages that a gate has judged. */
export async function judgedStages(directory: string): Promise<readonly UpgradeStage[]> {
  const names = new Set(await list(directory));
  return UPGRADE_STAGES.filter((stage) => names.has(`verdict-${stage}.json`));
}

async function list(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Read = { readonly value: Fields } | { readonly wrong: string };

async function readObject(file: string, check: (value: Fields) => string | undefined): Promise<Read> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { wrong: 'it is not there' };
    throw error;
  }
  if (bytes.length > MOST_BYTES) return { wrong: `it is larger than ${MOST_BYTES / 1e6} MB` };
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return { wrong: 'it is torn, and no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { wrong: 'it is no object' };
  const wrong = check(value as Fields);
  return wrong === undefined ? { value: value as Fields } : { wrong };
}

function faultOf(value: Fields, stage: string, id: string, since: string): string | undefined {
  if (value['schema'] !== 1) return `its schema is ${JSON.stringify(value['schema'])} and not 1`;
  if (value['id'] !== id) return `it is about the runner ${JSON.stringify(value['id'])}`;
  if (value['stage'] !== stage) return `it is about the stage ${JSON.stringify(value['stage'])}`;
  const { outcome, after, before, health, startedAt } = value;
  if (outcome !== 'ok' && outcome !== 'failed') return 'it does not say how the leg ended';
  if (!isVersion(after) || !isVersion(before)) return 'it does not say which Go the machine has';
  if (typeof value['code'] !== 'string' || typeof value['message'] !== 'string') return 'it has no code';
  const ratio = (health as { readonly ratio?: unknown } | null | undefined)?.ratio;
  if (ratio !== undefined && ratio !== null && typeof ratio !== 'number') return 'its health has no ratio';
  if (!isInventory(value['inventory'])) return 'its inventory is not whole';
  const began = typeof startedAt === 'string' ? Date.parse(startedAt) : Number.NaN;
  if (Number.isNaN(began)) return 'it does not say when the leg began';
  if (began < Date.parse(since) - CLOCKS_MS)
    return `its leg began at ${String(startedAt)}, long before this run: it is one of another run`;
  return undefined;
}

function isInventory(value: unknown): boolean {
  if (value === null) return true;
  const { goes, machineRoot, host } = (value ?? {}) as Fields;
  return Array.isArray(goes) && [machineRoot, host].every((one) => typeof one === 'object' && one !== null);
}

function isVersion(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
