import * as core from '@actions/core';
import type { Planned } from '../toolcache/prune-plan.ts';
import { formatBytes } from './log.ts';
import { escapeHtml, writeSummary } from './summary.ts';

/** What a prune came to, and what became of it. */
export interface PruneItem extends Pick<Planned<never>, 'fate' | 'reason'> {
  /** A semver of a Go release; of what is not ours, anything. */
  readonly version: string;
  readonly architecture: string;
  /** The directory of its tree; of an MSI that is kept, its own. */
  readonly place: string;
  /** What lies there: the tree of a Go, or its MSI. */
  readonly kind: 'tree' | 'msi';
  /** Known to be go.dev's own build. */
  readonly official: boolean;
  /** What its removal frees: bytes of its files; 0 for what stays. */
  readonly bytes: number;
  /** Whether it is gone; in a dry run, whether it would be. */
  readonly gone: boolean;
}

/** What a prune has come to so far: it can end at any moment. */
export interface PruneTally {
  readonly items: readonly PruneItem[];
  /** Bytes freed; in a dry run, that would be. */
  readonly freed: number;
  add(item: PruneItem): void;
  /** Bytes of what is gone and no Go: it was left by a killed run. */
  addLeftover(bytes: number): void;
  /** Records of changes that are gone, or would be: how many, and their bytes, which `freed` has, too. */
  readonly records: { readonly count: number; readonly bytes: number };
  /** A log of msiexec, a list of files, or a directory for temporary files that is gone. */
  addRecord(bytes: number): void;
}

export function startTally(): PruneTally {
  const items: PruneItem[] = [];
  let freed = 0;
  let records = { count: 0, bytes: 0 };
  return {
    items,
    get freed() {
      return freed;
    },
    add(item) {
      items.push(item);
      if (item.gone) freed += item.bytes;
    },
    addLeftover(bytes) {
      freed += bytes;
    },
    get records() {
      return records;
    },
    addRecord(bytes) {
      records = { count: records.count + 1, bytes: records.bytes + bytes };
      freed += bytes;
    },
  };
}

export interface PruneFacts {
  readonly tally: PruneTally;
  /** What was pruned, for the heading of the summary. */
  readonly title: string;
  readonly dryRun: boolean;
  /** Whether there is to be a job summary. */
  readonly summary: boolean;
}

/** Sets the outputs of a prune, and writes its job summary: one row a Go. */
export function reportPrune({ tally, title, dryRun, summary }: PruneFacts): void {
  const { items, freed, records } = tally;
  core.setOutput('bytes-freed', freed);
  core.setOutput('pruned', items.filter(({ gone }) => gone).map(describe));
  if (!summary) return;
  const header = ['Go', 'Architecture', 'Place', 'Size', 'What', 'Why'].map((data) => ({
    data,
    header: true,
  }));
  const rows = items.map((item) => [
    escapeHtml(item.version),
    item.architecture,
    `<code>${escapeHtml(item.place)}</code>`,
    item.bytes > 0 ? formatBytes(item.bytes) : '',
    fateOf(item, dryRun),
    escapeHtml(item.reason),
  ]);
  core.summary.addHeading(`${title}: ${formatBytes(freed)} ${dryRun ? 'would be freed' : 'freed'}`, 3);
  if (rows.length > 0) core.summary.addTable([header, ...rows]);
  else core.summary.addRaw('There is no Go in it.', true);
  if (records.count > 0)
    core.summary.addRaw(
      `Of it ${formatBytes(records.bytes)} in ${records.count} log(s) of msiexec, lists of files and directories for temporary files.`,
      true,
    );
  writeSummary();
}

function describe({ version, architecture, place, kind, official, bytes }: PruneItem) {
  const where = kind === 'tree' ? { goroot: place } : { msi: place };
  return { 'go-version': version, architecture, ...where, official, bytes };
}

function fateOf({ fate, gone }: PruneItem, dryRun: boolean): string {
  if (fate === 'keep') return 'kept';
  if (fate === 'leave') return 'left alone';
  if (!gone) return 'stays, as the log tells';
  return dryRun ? 'would be removed' : 'removed';
}
