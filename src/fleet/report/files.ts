import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../../errors.ts';
import type { Redact } from '../../report/redact.ts';
import { beginningOf, LONGEST_MESSAGE, RESULT_FILE, readShape, strangeness } from '../files.ts';
import type { FleetPlan, FleetRoster, LegResult, Verdict } from '../types.ts';
import type { FleetRecords } from './runners.ts';

const FILE = /^(?:(roster|plan)|(verdict)-(?:canary|wave-[1-6]))\.json$/;
/** Where nothing tells when the run began. */
const UNKNOWN = { at: new Date(0).toISOString(), attempt: 1 };

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
  const foreign: string[] = [];
  const clean = (text: string) => redact(text.slice(0, 10 * LONGEST_MESSAGE)).slice(0, LONGEST_MESSAGE);
  let roster: FleetRoster | null = null;
  let plan: FleetPlan | null = null;
  const results = new Map<string, LegResult>();
  const verdicts = new Map<string, Verdict>();
  for (const file of await listFiles(directory, notes)) {
    const name = path.basename(file);
    const leg = RESULT_FILE.exec(name);
    const [, whole, judged] = FILE.exec(name) ?? [];
    const kind = leg ? 'result' : (whole ?? judged);
    async function as<Kind extends Parameters<typeof readShape>[1]>(kind: Kind) {
      const read = await readShape(file, kind);
      if ('value' in read) return read.value;
      notes.push(`${name} cannot be used: ${read.wrong}.`);
      return undefined;
    }
    if (kind === undefined) foreign.push(name);
    if (kind === 'roster') roster = (await as('roster')) ?? roster;
    if (kind === 'plan') plan = cleanPlan(await as('plan'), clean) ?? plan;
    if (kind === 'verdict') {
      const verdict = await as('verdict');
      if (verdict) verdicts.set(verdict.stage, { ...verdict, reason: clean(verdict.reason) });
    }
    const result = leg ? await as('result') : undefined;
    if (result === undefined) continue;
    const [, stage = '', id = ''] = leg ?? [];
    const begun = roster ?? plan;
    const strange = strangeness(result, stage, id, begun ? beginningOf(begun) : UNKNOWN);
    if (strange !== undefined) notes.push(`${name} cannot be used: ${strange}.`);
    // The newest of a leg that was run again. Inventories are large, and no report shows them.
    else if (!isNewer(results.get(`${stage} ${id}`), result))
      results.set(`${stage} ${id}`, { ...result, message: clean(result.message), inventory: null });
  }
  if (foreign.length > 0) {
    const more = foreign.length > 1 ? `, and ${foreign.length - 1} more are none` : '';
    notes.push(`${foreign[0]} is no file of a run that is known here${more}.`);
  }
  return { roster, plan, results: [...results.values()], verdicts: [...verdicts.values()], notes };
}

function cleanPlan(plan: FleetPlan | undefined, clean: Redact): FleetPlan | undefined {
  return plan && { ...plan, skipped: plan.skipped.map((one) => ({ ...one, detail: clean(one.detail) })) };
}

function isNewer(one: LegResult | undefined, other: LegResult): boolean {
  return one !== undefined && Date.parse(one.startedAt) > Date.parse(other.startedAt);
}

/** Those of the plans, which say when the run began, first, and then by name, so that the same files make the same report; those of a report are none. */
async function listFiles(directory: string, notes: string[]): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !/^fleet-report\.(?:json|prom|md)$/.test(entry.name))
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    notes.push('The directory of the run is not there: no job of it left anything.');
    return [];
  }
}

function rank(file: string): number {
  return /^(?:roster|plan)\.json$/.test(path.basename(file)) ? 0 : 1;
}
