import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import type { Redact } from '../report/redact.ts';
import type { FleetRecords } from './report-runners.ts';
import { checkShape } from './report-shapes.ts';
import type { FleetPlan, FleetRoster, LegResult, Verdict } from './types.ts';

/** The plan of the largest fleet has a tenth of that. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** A message is for people. */
const LONGEST_TEXT = 2000;

/**
 * Reads whatever a run left in its directory. Nothing of it has to be there, and a file that is torn or none of ours is left out and said, since a report is
 * wanted most where something went wrong.
 *
 * @param redact what foreign texts go through
 * @returns and a sentence for each file that could not be used
 */
export async function readRecords(
  directory: string,
  redact: Redact,
): Promise<FleetRecords & { readonly notes: readonly string[] }> {
  const notes: string[] = [];
  const clean = (text: string) => redact(text.slice(0, 10 * LONGEST_TEXT)).slice(0, LONGEST_TEXT);
  let roster: FleetRoster | null = null;
  let plan: FleetPlan | null = null;
  const results = new Map<string, LegResult>();
  const verdicts = new Map<string, Verdict>();
  for (const file of await listFiles(directory, notes)) {
    const name = path.basename(file);
    const kind = /^(?:(?:roster|plan)(?=\.)|(?:result|verdict)(?=-.))/.exec(name)?.[0];
    if (kind === undefined || !name.endsWith('.json')) {
      notes.push(`${name} is no file of a run that is known here.`);
      continue;
    }
    const found: unknown = await readValue(file, notes);
    if (found === undefined) continue;
    function as<Kind extends Parameters<typeof checkShape>[0]>(kind: Kind) {
      const checked = checkShape(kind, found);
      if ('value' in checked) return checked.value;
      const place = checked.misfit === '' ? 'it' : `its ${checked.misfit}`;
      notes.push(`${name} is no ${kind} that is known here: ${place} does not fit.`);
      return undefined;
    }
    if (kind === 'roster') roster = as('roster') ?? roster;
    if (kind === 'plan') plan = cleanPlan(as('plan'), clean) ?? plan;
    if (kind === 'verdict') {
      const verdict = as('verdict');
      if (verdict) verdicts.set(verdict.stage, { ...verdict, reason: clean(verdict.reason) });
    }
    if (kind === 'result') {
      const result = as('result');
      if (result === undefined) continue;
      const key = `${result.stage} ${result.id}`;
      // The newest of a leg that was run again. Inventories are large, and no report shows them.
      if (!isNewer(results.get(key), result))
        results.set(key, { ...result, message: clean(result.message), inventory: null });
    }
  }
  return { roster, plan, results: [...results.values()], verdicts: [...verdicts.values()], notes };
}

function cleanPlan(plan: FleetPlan | undefined, clean: Redact): FleetPlan | undefined {
  return plan && { ...plan, skipped: plan.skipped.map((one) => ({ ...one, detail: clean(one.detail) })) };
}

function isNewer(one: LegResult | undefined, other: LegResult): boolean {
  return one !== undefined && Date.parse(one.startedAt) > Date.parse(other.startedAt);
}

/** In their order by name, so that the same files make the same report; those of a report that was made before are none. */
async function listFiles(directory: string, notes: string[]): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !/^fleet-report\.(?:json|prom|md)$/.test(entry.name))
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    notes.push('The directory of the run is not there: no job of it left anything.');
    return [];
  }
}

/** @returns undefined, said as a note, where it is no JSON */
async function readValue(file: string, notes: string[]): Promise<unknown> {
  const name = path.basename(file);
  const { size } = await stat(file);
  if (size > LARGEST_FILE) {
    notes.push(`${name} is not read: it has ${size} bytes.`);
    return undefined;
  }
  try {
    return JSON.parse(await readFile(file, 'utf8')) ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    notes.push(`${name} is no JSON: it was cut off, or somebody else wrote it.`);
    return undefined;
  }
}
