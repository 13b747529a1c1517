import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Entry,
  lockName,
  markerPath,
  ownerFile,
  stateDirectory,
  temporaryPrefix,
  treePath,
} from '../../src/toolcache/layout.ts';
import type { NamedStep } from './plan.ts';
import { noteSteps, type StepNotes, type StepWatch } from './step-watch.ts';

/** What a change of the machine's versions can be seen to do, in its order. Each change comes to some of them. */
export const MACHINE_STEPS = [
  { name: 'lock taken', longestDelayMs: 300 },
  { name: 'staging made', longestDelayMs: 200 },
  { name: 'journal opened', longestDelayMs: 100 },
  { name: 'new link made', longestDelayMs: 100 },
  { name: 'old link aside', longestDelayMs: 100 },
  { name: 'link in place', longestDelayMs: 200 },
  { name: 'marker gone', longestDelayMs: 10 },
  { name: 'tree moved aside', longestDelayMs: 50 },
  { name: 'tree removed', longestDelayMs: 20 },
  { name: 'tree in place', longestDelayMs: 100 },
  { name: 'marker written', longestDelayMs: 20 },
  { name: 'old link gone', longestDelayMs: 20 },
  { name: 'history written', longestDelayMs: 5 },
  { name: 'journal closed', longestDelayMs: 20 },
  { name: 'audit line written', longestDelayMs: 50 },
  { name: 'environment written', longestDelayMs: 5 },
] as const satisfies readonly NamedStep[];
export type MachineStep = (typeof MACHINE_STEPS)[number]['name'];

/** Where a change's traces are looked for; all on the host. */
export interface MachinePlaces {
  /** The machine's root. */
  readonly root: string;
  /** The version whose tree goes, or is put in the place of another one; undefined where links alone are changed. */
  readonly entry: Entry | undefined;
  /** The directory of the action's own files in the tool cache. */
  readonly state: string;
  /** Where the runner keeps the files by which a step sets environment and outputs. */
  readonly fileCommands: string;
}

export interface MachineWatch extends StepWatch<MachineStep> {
  /** To be called when the step has been started: a runner makes the directory of its file commands anew for each job. */
  jobBegun(): void;
}

/** Begins to watch a run; the directories of links, lock and tree have to be there. */
export function watchMachine(
  { root, entry, state, fileCommands }: MachinePlaces,
  onStep: (step: MachineStep) => void,
): MachineWatch {
  const { notes, watching } = noteSteps(
    MACHINE_STEPS.map(({ name }) => name),
    onStep,
  );
  const locks = path.join(stateDirectory(root), 'locks');
  notes.watch(locks, () => existsSync(path.join(locks, 'machine.json')) && notes.note('lock taken'));
  notes.watch(root, (name) => noteRoot(root, name, notes));
  if (entry !== undefined) watchTree(entry, notes);
  // There are lines of what was done before, too.
  watchAudit(state, notes, () => notes.noted('journal closed'));
  return { ...watching, jobBegun: () => watchFileCommands(fileCommands, notes) };
}

/** What a prune of a tool cache comes to. */
const OF_PRUNE: ReadonlySet<MachineStep> = new Set([
  ...(['lock taken', 'marker gone', 'tree moved aside', 'tree removed'] as const),
  ...(['audit line written', 'environment written'] as const),
]);
export const PRUNE_STEPS = MACHINE_STEPS.filter(({ name }) => OF_PRUNE.has(name));

/** Begins to watch the prune of one version of a tool cache. */
export function watchPrune(
  entry: Entry,
  fileCommands: string,
  onStep: (step: MachineStep) => void,
): MachineWatch {
  const { notes, watching } = noteSteps(
    PRUNE_STEPS.map(({ name }) => name),
    onStep,
  );
  const record = ownerFile(entry.root, lockName(entry));
  notes.watch(path.dirname(record), () => existsSync(record) && notes.note('lock taken'));
  watchTree(entry, notes);
  watchAudit(stateDirectory(entry.root), notes, () => notes.noted('tree removed'));
  return { ...watching, jobBegun: () => watchFileCommands(fileCommands, notes) };
}

function watchAudit(state: string, notes: StepNotes<MachineStep>, through: () => boolean): void {
  notes.watch(
    state,
    (name) => void (name === 'audit.jsonl' && through() && notes.note('audit line written')),
  );
}

function watchFileCommands(fileCommands: string, notes: StepNotes<MachineStep>): void {
  notes.watch(fileCommands, (name) => {
    const size = statSync(path.join(fileCommands, name), { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0 && /^(?:env|path|output)_/.test(name)) notes.note('environment written');
  });
}

function noteRoot(root: string, name: string, notes: StepNotes<MachineStep>): void {
  const there = isThere(path.join(root, name));
  if (name === 'journal.json') {
    if (there) notes.note('journal opened');
    else if (notes.noted('journal opened')) notes.note('journal closed');
  }
  if (name === 'history.json' && notes.noted('journal opened')) notes.note('history written');
  if (name === 'current.new' && there) notes.note('new link made');
  if (name === 'current.old') {
    if (there) notes.note('old link aside');
    else if (notes.noted('old link aside')) notes.note('old link gone');
  }
  if (name === 'current' && there && notes.noted('new link made')) notes.note('link in place');
}

/** A tree that another one replaces has that one's staging beside it, while it is in its place. */
function watchTree(entry: Entry, notes: StepNotes<MachineStep>): void {
  const tree = treePath(entry);
  const directory = path.dirname(tree);
  const before = inodeOf(tree);
  const isTemporary = (name: string) => name.startsWith(temporaryPrefix(entry));
  const known = new Set(readdirSync(directory));
  let aside: string | undefined;
  notes.watch(directory, (name) => {
    const now = inodeOf(tree);
    if (isTemporary(name) && !known.has(name)) {
      known.add(name);
      if (now === before) notes.note('staging made');
      else {
        aside = name;
        notes.note('tree moved aside');
      }
    }
    if (now !== undefined && now !== before) notes.note('tree in place');
    if (existsSync(markerPath(entry))) {
      if (notes.noted('tree in place')) notes.note('marker written');
    } else if (now === before) notes.note('marker gone');
    // Of a tree that has another one in its place by now, it is of no matter.
    if (name === aside && now === undefined && !isThere(path.join(directory, name)))
      notes.note('tree removed');
  });
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

/** Also for a link that leads nowhere. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
