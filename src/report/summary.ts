import * as core from '@actions/core';
import type { Toolchain } from '../toolchain.ts';
import type { Failure } from './failure.ts';
import { formatDuration } from './log.ts';

/** Writes the job summary of a step that succeeded: one row a version; none after an uninstallation. */
export async function summarizeSuccess(
  toolchains: readonly Toolchain[],
  milliseconds: number,
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
  core.summary.addHeading(rows.length > 0 ? 'Go is set up' : 'Go is uninstalled', 3);
  if (rows.length > 0) core.summary.addTable([header, ...rows]);
  core.summary.addRaw(`In ${formatDuration(milliseconds)}.`, true);
  await write();
}

/** Writes the job summary of a failed step: what happened, how the machine stands, what to do, and what it rests on. */
export async function summarizeFailure(failure: Failure): Promise<void> {
  const row = (name: string, text: string) => [{ data: name, header: true }, escapeHtml(text)];
  core.summary
    .addHeading(`${failure.code}: ${failure.title}`, 3)
    .addTable([
      row('Cause', failure.message),
      ...(failure.state === undefined ? [] : [row('Now', failure.state)]),
      row('Remedy', failure.remedy),
    ]);
  if (failure.evidence.length > 0)
    core.summary.addDetails('Evidence', `<pre>${failure.evidence.map(escapeHtml).join('\n')}</pre>`);
  await write();
}

/** A runner without summaries (an old GitHub Enterprise Server), or a full one, is no reason to fail the step. */
async function write(): Promise<void> {
  await core.summary.write().catch((error) => core.debug(`No job summary: ${String(error)}`));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
