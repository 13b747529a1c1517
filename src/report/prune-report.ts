import * as core from '@actions/core';
import type { PruneItem } from '../prune.ts';
import { treePath } from '../toolcache/layout.ts';
import { formatBytes } from './log.ts';
import { escapeHtml, writeSummary } from './summary.ts';

export interface PruneFacts {
  readonly items: readonly PruneItem[];
  /** Bytes freed; in a dry run, that would be. */
  readonly freed: number;
  readonly dryRun: boolean;
  /** Whether there is to be a job summary. */
  readonly summary: boolean;
}

/** Sets the outputs of a prune, and writes its job summary: one row a Go. */
export function reportPrune({ items, freed, dryRun, summary }: PruneFacts): void {
  core.setOutput('bytes-freed', freed);
  core.setOutput('pruned', items.filter(({ gone }) => gone).map(describe));
  if (!summary) return;
  const header = ['Go', 'Architecture', 'Place', 'Size', 'What', 'Why'].map((data) => ({
    data,
    header: true,
  }));
  const rows = items.map((item) => {
    const { version, entry } = item.candidate;
    return [
      escapeHtml(version),
      entry.architecture,
      `<code>${escapeHtml(treePath(entry))}</code>`,
      item.bytes > 0 ? formatBytes(item.bytes) : '',
      fateOf(item, dryRun),
      escapeHtml(item.reason),
    ];
  });
  core.summary.addHeading(`Tool cache: ${formatBytes(freed)} ${dryRun ? 'would be freed' : 'freed'}`, 3);
  if (rows.length > 0) core.summary.addTable([header, ...rows]);
  else core.summary.addRaw('There is no Go in it.', true);
  writeSummary();
}

function describe({ candidate, bytes }: PruneItem) {
  const { version, entry, provenance } = candidate;
  return {
    'go-version': version,
    architecture: entry.architecture,
    goroot: treePath(entry),
    official: provenance?.official ?? false,
    bytes,
  };
}

function fateOf({ fate, gone }: PruneItem, dryRun: boolean): string {
  if (fate === 'keep') return 'kept';
  if (fate === 'leave') return 'left alone';
  if (!gone) return 'stays, as the log tells';
  return dryRun ? 'would be removed' : 'removed';
}
