/** A process that holds a file, or may. */
export interface Holder {
  readonly pid: number;
  /** Of the program: `go.exe`. */
  readonly name: string;
  /** Full path of the program. */
  readonly path?: string;
  readonly commandLine?: string;
  /** Process id of who started it. */
  readonly parent?: number;
  /** Name of the program of who started it, where that is still there. */
  readonly parentName?: string;
  /** ISO 8601, when it was started. */
  readonly since?: string;
  /** The same as a FILETIME: with the pid, it tells this process from every other. */
  readonly started?: string;
  /** Left out where that is not known. */
  readonly state?: HolderState;
  /**
   * How it was found: it runs from the directory, Restart Manager names it, its command line names the directory, or only its name is that
   * of a program there. The latter two may hold nothing.
   */
  readonly evidence: 'runs there' | 'holds a file' | 'names it' | 'has its name';
}

/**
 * What a holder is about, which decides what to do with it. `orphaned`: what started it is gone, so an earlier job left it behind. `busy`: it, or
 * what it started, works. `stuck`: neither does anything though what started it is there, so it waits or hangs.
 */
export type HolderState = 'orphaned' | 'busy' | 'stuck';

/** A process in an answer of the scripts (holder-scripts.ts); nothing where it is none. */
export function holderOf(item: Record<string, unknown>, evidence: Holder['evidence']): Holder[] {
  const { pid, name, path, commandLine, parent, since, started, parentName, mentions } = item;
  if (typeof pid !== 'number' || typeof name !== 'string') return [];
  const text = (key: string, value: unknown) =>
    typeof value === 'string' && value !== '' ? { [key]: value } : {};
  const state = stateOf(item);
  return [
    {
      pid,
      name,
      evidence: mentions === true ? 'names it' : evidence,
      ...text('path', path),
      ...text('commandLine', commandLine),
      ...(typeof parent === 'number' ? { parent } : {}),
      ...(state === 'orphaned' ? {} : text('parentName', parentName)),
      ...text('since', since),
      ...text('started', started),
      ...(state ? { state } : {}),
    },
  ];
}

/** Judges two samples of a process; undefined where an answer has not enough for that. */
export function stateOf(item: Record<string, unknown>): HolderState | undefined {
  const { parentThere, parentStarted, started, cpu, cpuLater, io, ioLater } = item;
  // A parent that is younger than its child took the number of the one that is gone.
  if (parentThere === false || isLater(parentStarted, started)) return 'orphaned';
  if (parentThere !== true || typeof cpu !== 'number' || typeof cpuLater !== 'number') return undefined;
  return cpu !== cpuLater || io !== ioLater ? 'busy' : 'stuck';
}

function isLater(one: unknown, other: unknown): boolean {
  return (
    /^\d+$/.test(String(one)) && /^\d+$/.test(String(other)) && BigInt(String(one)) > BigInt(String(other))
  );
}

/**
 * One line for people: `go.exe (process 4312, since 2026-11-25T10:00:00Z, child of cmd.exe 812, at work): go build ./...`. What stands behind an
 * equals sign is left out: command lines of other jobs and installers can hold secrets, which this job's log knows nothing of.
 */
export function describeHolder(holder: Holder): string {
  const facts = [
    `process ${holder.pid}`,
    ...(holder.since ? [`since ${holder.since}`] : []),
    ...parentage(holder),
    ...(holder.state === 'busy' ? ['at work'] : holder.state === 'stuck' ? ['doing nothing'] : []),
    ...(DOUBTS[holder.evidence] ?? []),
  ];
  const called = holder.commandLine ? withoutValues(holder.commandLine).slice(0, 200) : holder.path;
  return `${holder.name} (${facts.join(', ')})${called ? `: ${called}` : ''}`;
}

const DOUBTS: Partial<Record<Holder['evidence'], readonly string[]>> = {
  'names it': ['perhaps: its command line names the directory'],
  'has its name': ['perhaps: only its name is known'],
};

function parentage({ parent, parentName, state }: Holder): string[] {
  if (parent === undefined) return [];
  if (state === 'orphaned')
    return [`left behind by ${parent > 0 ? `process ${parent}, which` : 'a process that'} is gone`];
  return [parentName ? `child of ${parentName} ${parent}` : `child of process ${parent}`];
}

function withoutValues(commandLine: string): string {
  return commandLine.replace(/=(?:"[^"]*"?|\S+)/g, '=…');
}

/**
 * What to do about holders, by what each is about: one sentence for each kind, in the imperative.
 *
 * @param stopping whether the input stop-holders is worth a mention: it is not where it was set
 */
export function adviseOn(holders: readonly Holder[], stopping: 'mention' | 'in vain'): string {
  const certain = holders.filter(isCertain);
  const those = (state: HolderState | undefined) => certain.filter((holder) => holder.state === state);
  const advice = [
    sentence(
      those('orphaned'),
      (names, ids) => `End ${names}, left behind by an earlier job: taskkill /F ${ids}.`,
    ),
    sentence(those('busy'), (names) => `Wait until ${names} is done, or let its job end: it is at work.`),
    sentence(
      those('stuck'),
      (names, ids) => `Look at ${names}, which does nothing: end it if it hangs, by taskkill /F ${ids}.`,
    ),
    sentence(those(undefined), (names) => `End ${names}, or wait for its job.`),
  ];
  if (certain.length === 0) advice.push(ANYBODY);
  if (stopping === 'mention' && certain.some(({ evidence }) => evidence === 'runs there'))
    advice.push('With stop-holders: true the action ends what runs from that very directory.');
  return advice.filter((text) => text !== '').join(' ');
}

const ANYBODY =
  'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner), close shells and Explorer windows that are in it, and run the step again.';

/** Whether a process is known to hold something, and not only guessed to. */
export function isCertain({ evidence }: Holder): boolean {
  return evidence === 'runs there' || evidence === 'holds a file';
}

const NAMED = 5;

function sentence(holders: readonly Holder[], write: (names: string, ids: string) => string): string {
  if (holders.length === 0) return '';
  const some = holders.slice(0, NAMED);
  const more = holders.length > NAMED ? `, … (${holders.length} in all)` : '';
  return write(
    some.map(({ name, pid }) => `${name} (${pid})`).join(', ') + more,
    some.map(({ pid }) => `/PID ${pid}`).join(' '),
  );
}
