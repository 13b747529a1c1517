import type { Simulated } from './simulate.ts';
import { describeModel, tableOf } from './table.ts';

/** The page with the table. */
export const PAGE = 'docs/fleet.md';

const BEGIN = '<!-- npm run fleet:simulate -- --write writes what follows -->';
const END = '<!-- end of what it writes -->';

/** What the command writes into the page: the world, and the table. */
export function pagePart(rollouts: readonly Simulated[]): string {
  const seeds = new Set(rollouts.map(({ seed }) => seed)).size;
  const runners = rollouts[0]?.runners ?? 0;
  return [
    BEGIN,
    '',
    ...describeModel(),
    '',
    `${runners.toLocaleString('en')} runners, ${seeds} seeds; each figure is median / worst of the seeds:`,
    '',
    ...tableOf(rollouts),
    '',
    END,
  ].join('\n');
}

/** @returns the page with that part in place of the one that it has. @throws Error where it has none */
export function withPart(page: string, part: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The page has no lines "${BEGIN}" and "${END}"`);
  return page.slice(0, from) + part + page.slice(to + END.length);
}
