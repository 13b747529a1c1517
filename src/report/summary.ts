import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Toolchain } from '../toolchain.ts';
import type { Failure } from './failure.ts';
import { formatDuration, plainLine } from './log.ts';

/** Writes the job summary of a step that succeeded: one row a version; none after an uninstallation. @param note a sentence more; empty: none */
export async function summarizeSuccess(
  toolchains: readonly Toolchain[],
  milliseconds: number,
  dryRun = false,
  note = '',
): Promise<void> {
  const header = ['Go', 'Architecture', 'From', 'SHA-256 of the file', 'Place'].map((data) => ({
    data,
    header: true,
  }));
  const rows = toolchains.map((toolchain) => [
    escapeHtml(toolchain.goVersion) +
      (toolchain.official || toolchain.source === 'tool-cache-unverified' ? '' : ' (not the official build)'),
    toolchain.architecture,
    toolchain.source,
    toolchain.sha256 ? `<code>${toolchain.sha256.slice(0, 16)}…</code>` : 'not verified by this action',
    `<code>${escapeHtml(toolchain.goroot)}</code>`,
  ]);
  const setUp = dryRun ? 'Go that would be set up' : 'Go is set up';
  core.summary.addHeading(rows.length > 0 ? setUp : 'Go is uninstalled', 3);
  if (rows.length > 0) core.summary.addTable([header, ...rows]);
  if (note !== '') core.summary.addRaw(`<p>${escapeHtml(note)}</p>`, true);
  core.summary.addRaw(`In ${formatDuration(milliseconds)}.`, true);
  writeSummary();
}

/** What a failed step was about. */
export interface FailedFacts {
  /** Directory of the bundle, where there is one. */
  readonly diagnostics: string | undefined;
  /** What was asked for, redacted; empty where that is not known. */
  readonly wanted: string;
  readonly architecture: string;
  readonly runner: string;
  readonly milliseconds: number;
}

/** Evidence of so many lines is open, more of it is folded away. */
const OPEN_LINES = 8;

/**
 * Writes the job summary of a failed step: what happened, how the machine stands, what to do, and what it rests on. All of it is HTML without an
 * empty line, which Markdown leaves as it is: no character of a text has a meaning there but those of HTML, which are escaped.
 */
export async function summarizeFailure(failure: Failure, facts: FailedFacts): Promise<void> {
  const row = (name: string, text: string) => [{ data: name, header: true }, escapeHtml(plainLine(text))];
  const link = errorPage(failure.code, process.env);
  const page = link === undefined ? '' : ` — <a href="${escapeHtml(link)}">more on ${failure.code}</a>`;
  core.summary
    .addHeading(`${failure.code}: ${failure.title}`, 3)
    .addTable([
      row('Cause', failure.message),
      ...(failure.state === undefined ? [] : [row('Now', failure.state)]),
      [{ data: 'Remedy', header: true }, `${escapeHtml(plainLine(failure.remedy))}${page}`],
    ]);
  const evidence = failure.evidence.filter((line) => line.trim() !== '').map(escapeHtml);
  const shown = `<pre>${evidence.join('\n')}</pre>`;
  if (evidence.length > OPEN_LINES) core.summary.addDetails(`Evidence (${evidence.length} lines)`, shown);
  else if (evidence.length > 0) core.summary.addRaw(`<p>Evidence</p>${shown}`, true);
  if (facts.diagnostics !== undefined)
    core.summary.addDetails(
      `Diagnostics: <code>${escapeHtml(facts.diagnostics)}</code>`,
      `<p>To keep them, give this step an id and let this one follow it:</p><pre>${escapeHtml(UPLOAD)}</pre>`,
    );
  const { wanted, architecture, runner, milliseconds } = facts;
  const about = [
    wanted === '' ? '' : `Go ${wanted} for ${architecture}`,
    runner === '' ? '' : `on ${runner}`,
    `failed after ${formatDuration(milliseconds)}`,
  ];
  core.summary.addRaw(`<p>${escapeHtml(plainLine(about.filter(Boolean).join(' · ')))}</p>`, true);
  writeSummary();
}

/** The step that keeps a bundle, as docs/diagnostics.md has it. */
const UPLOAD = `- if: failure() && steps.go.outputs.diagnostics-path != ''
  uses: actions/upload-artifact@v4
  with:
    name: setup-go-win-diagnostics
    path: \${{ steps.go.outputs.diagnostics-path }}`;

/** The entry of a code in docs/errors.md of the version that runs; undefined where the runner does not say which that is (`uses: ./`). */
export function errorPage(code: string, env: NodeJS.ProcessEnv): string | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
  const ref = env['GITHUB_ACTION_REF'] ?? '';
  const sound = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository);
  if (!sound || !/^[\w./-]+$/.test(ref)) return undefined;
  return `${server}/${repository}/blob/${ref}/docs/errors.md#${code.toLowerCase()}`;
}

/**
 * Written at once, without a thread of Node's, which may all wait for a dead share. A runner without summaries (an old GitHub Enterprise Server),
 * or a full one, is no reason to fail the step.
 */
export function writeSummary(): void {
  const text = core.summary.stringify();
  core.summary.emptyBuffer();
  try {
    appendFileSync(process.env['GITHUB_STEP_SUMMARY'] ?? '', text);
  } catch (error) {
    core.debug(`No job summary: ${String(error)}`);
  }
}

/** Text of any origin as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
