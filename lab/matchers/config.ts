/** One line of a problem matcher; the numbers are those of groups of `regexp`. */
export interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
  readonly fromPath?: number;
  readonly loop?: boolean;
}

export interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly Pattern[];
}

/** A file for `::add-matcher::`. */
export interface MatcherConfig {
  readonly problemMatcher: readonly Matcher[];
}

const PROPERTIES = ['file', 'line', 'column', 'severity', 'code', 'message', 'fromPath'] as const;

/**
 * Reads a file of problem matchers and refuses what the runner refuses (actions/runner, IssueMatchersConfig.Validate).
 * @throws Error with the reason
 */
export function parseConfig(json: string): readonly Matcher[] {
  const { problemMatcher: matchers } = JSON.parse(json) as MatcherConfig;
  const owners = new Set<string>();
  for (const matcher of matchers) {
    const owner = matcher.owner?.toLowerCase();
    if (!owner) throw new Error('Owner must not be empty');
    if (owners.has(owner)) throw new Error(`Duplicate owner name '${matcher.owner}'`);
    owners.add(owner);
    if (!/^(?:error|warning|notice)?$/i.test(matcher.severity ?? ''))
      throw new Error(
        `Matcher '${matcher.owner}' contains unexpected default severity '${matcher.severity}'`,
      );
    if (!(matcher.pattern?.length > 0))
      throw new Error(`Matcher '${matcher.owner}' does not contain any patterns`);
    refusePatterns(matcher.pattern);
  }
  return matchers;
}

function refusePatterns(patterns: readonly Pattern[]): void {
  const set = new Set<string>();
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.loop && (index === 0 || index !== patterns.length - 1))
      throw new Error("Only the last pattern in a multiline matcher may set 'loop'");
    if (pattern.loop && pattern.message === undefined) throw new Error("The loop pattern must set 'message'");
    // As many groups as the expression has, whatever it matches.
    const groups = new RegExp(`${pattern.regexp}|`).exec('')?.length ?? 0;
    for (const name of PROPERTIES) {
      const number = pattern[name];
      if (number === undefined) continue;
      if (set.has(name)) throw new Error(`The property '${name}' is set twice`);
      if (number < 0 || number >= groups)
        throw new Error(`The property '${name}' is set to ${number} which is out of range`);
      set.add(name);
    }
  }
  if (!set.has('message')) throw new Error("At least one pattern must set 'message'");
}
