import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { SetupError } from '../../errors.ts';
import { writeWhole } from '../../machine/atomic-file.ts';
import { writeSummary } from '../../report/summary.ts';
import { explainFileError } from '../../windows/files.ts';
import type { FleetContext } from '../context.ts';
import { readRecords } from './files.ts';
import { reportMarkdown } from './markdown.ts';
import { reportMetrics } from './metrics.ts';
import { summarizeFleet } from './summary.ts';
import type { FleetReport } from './types.ts';
import { isUnclear, needLook } from './words.ts';

/**
 * The operation `report`: makes of whatever a run left in its directory `fleet-report.json`, `.prom` and `.md`, the job summary, and the output `fleet-path`.
 * That a roll-out was stopped is what it tells, and no failure of its own.
 *
 * @throws SetupError E_PERMISSION, E_LOCKED or E_DISK where the directory cannot be read or written
 */
export async function reportFleet({
  inputs,
  fleet: { fleetDir: directory },
  log,
  redact,
  env,
}: FleetContext): Promise<FleetReport> {
  const { notes, ...records } = await readRecords(directory, redact).catch((error) => {
    throw explain(error, 'read', directory);
  });
  const { dryRun } = inputs;
  const report = summarizeFleet(records, { reportedAt: new Date().toISOString(), notes, dryRun });
  const markdown = reportMarkdown(report, env);
  const texts = {
    'fleet-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
    'fleet-report.prom': reportMetrics(report),
    'fleet-report.md': markdown,
  };
  try {
    await mkdir(directory, { recursive: true });
    for (const [name, text] of Object.entries(texts)) await writeWhole(path.join(directory, name), text);
  } catch (error) {
    throw explain(error, 'write the report to', directory);
  }
  // A green run in which somebody failed is one that somebody has to look at.
  if (needLook(report.runners).length > 0 || isUnclear(report)) log.warn(report.headline);
  else log.info(report.headline);
  for (const { stage, state, reason } of report.stages)
    log.info(`${stage}: ${reason === '' ? state : reason}`);
  if (notes.length > 0) log.fold(`Files that could not be used: ${notes.length}`, notes);
  log.info(`The report is in ${directory}: ${Object.keys(texts).join(', ')}`);
  core.setOutput('fleet-path', directory);
  core.setOutput('error-code', '');
  if (inputs.summary !== 'never') {
    core.summary.addRaw(markdown);
    writeSummary();
  }
  return report;
}

/** What explains file errors elsewhere speaks of Go and the tool cache. */
function explain(error: unknown, doing: string, directory: string): unknown {
  const known = explainFileError(error, doing, directory);
  if (!(known instanceof SetupError)) return known;
  const remedy =
    'Point fleet-dir at a directory with some room that the account of this runner can write to.';
  return new SetupError(known.code, known.message, { remedy, evidence: known.evidence, cause: error });
}
