/** How far a stage of waves reaches, counted from the first wave: a share of the runners, or a number of them. */
export type Reach =
  | { readonly kind: 'share' /** Above 0, up to 1. */; readonly share: number }
  | { readonly kind: 'count'; readonly count: number };

/**
 * The input `waves`: `5%, 10%, 25%, 50%, 100%`. Each says how many of the runners have been upgraded when that wave is through, so each reaches further than
 * the one before; plain numbers are numbers of runners.
 *
 * @returns undefined and why, as half a sentence, where the text is none
 */
export function parseWaves(
  text: string,
  most: number,
): { readonly waves: readonly Reach[] } | { readonly wrong: string } {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { wrong: 'it names no wave' };
  if (parts.length > most)
    return { wrong: `it names ${parts.length} waves, and the workflow has room for ${most}` };
  const waves: Reach[] = [];
  for (const part of parts) {
    const reach = parseReach(part);
    if (reach === undefined) return { wrong: `"${part}" is neither a percentage nor a number of runners` };
    const before = waves.findLast(({ kind }) => kind === reach.kind);
    if (before !== undefined && amount(reach) <= amount(before))
      return { wrong: `"${part}" reaches no further than the wave before it` };
    waves.push(reach);
  }
  return { waves };
}

function parseReach(part: string): Reach | undefined {
  const share = Number(/^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(part)?.[1]) / 100;
  if (share > 0 && share <= 1) return { kind: 'share', share };
  if (/^[1-9]\d{0,5}$/.test(part)) return { kind: 'count', count: Number(part) };
  return undefined;
}

function amount(reach: Reach): number {
  return reach.kind === 'share' ? reach.share : reach.count;
}

/** How many of so many runners are upgraded once a wave is through: a share counts as one runner at least. */
export function reached(reach: Reach, of: number): number {
  if (reach.kind === 'count') return Math.min(reach.count, of);
  // 0.07 * 100 is a little above 7.
  return Math.min(of, Math.ceil(Number((reach.share * of).toFixed(6))));
}

/** `7.5 %` as people read it: `7.5%`. @param share 0 to 1 */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
