import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OpenJournal } from '../msi/scene.ts';
import type { NamedStep } from './plan.ts';
import { noteSteps, type StepNotes, type StepWatch } from './step-watch.ts';

/** What a change by msiexec can be seen to do, in its order. Attempts are those of the journal; the second one is the recovery's. */
export const MSI_STEPS = [
  { name: 'lock taken', longestDelayMs: 1000 },
  { name: 'package being written', longestDelayMs: 200 },
  { name: 'package recorded', longestDelayMs: 500 },
  { name: 'journal opened', longestDelayMs: 20 },
  { name: 'attempt in the journal', longestDelayMs: 10 },
  { name: 'msiexec started', longestDelayMs: 500 },
  { name: 'old Go gone', longestDelayMs: 200 },
  { name: 'new Go arrives', longestDelayMs: 200 },
  { name: 'msiexec ended', longestDelayMs: 500 },
  { name: 'recovery in the journal', longestDelayMs: 10 },
  { name: 'recovery started', longestDelayMs: 1000 },
  { name: 'recovery ended', longestDelayMs: 500 },
  { name: 'list of files written', longestDelayMs: 10 },
  { name: 'history written', longestDelayMs: 5 },
  { name: 'journal closed', longestDelayMs: 20 },
  { name: 'audit line written', longestDelayMs: 50 },
  { name: 'environment written', longestDelayMs: 5 },
] as const satisfies readonly NamedStep[];
export type MsiStep = (typeof MSI_STEPS)[number]['name'];

/** Where a change's traces are looked for; all on the host. */
export interface MsiPlaces {
  /** The machine's root. */
  readonly root: string;
  readonly goRoot: string;
  /** The directory of the action's own files in the tool cache. */
  readonly state: string;
  /** Where the runner keeps the files by which a step sets environment and outputs. */
  readonly fileCommands: string;
}

export interface MsiWatch extends StepWatch<MsiStep> {
  /** To be called when the step has been started: a runner makes the directory of its file commands anew for each job. */
  jobBegun(): void;
}

/** Begins to watch a run; those directories that are not there yet are not watched. */
export function watchMsi(
  { root, goRoot, state, fileCommands }: MsiPlaces,
  onStep: (step: MsiStep) => void,
): MsiWatch {
  const { notes, watching } = noteSteps(
    MSI_STEPS.map(({ name }) => name),
    onStep,
  );
  const locks = path.join(root, '.setup-go-win', 'locks');
  notes.watch(locks, () => existsSync(path.join(locks, 'machine.json')) && notes.note('lock taken'));
  notes.watch(root, (name) => {
    if (name === 'journal.json') noteJournal(root, goRoot, notes);
    if (name === 'history.json' && notes.noted('journal opened')) notes.note('history written');
  });
  const store = path.join(root, 'msi');
  for (const name of namesIn(store)) watchPackage(path.join(store, name), notes);
  notes.watch(store, (name) => {
    if (name.endsWith('.files.json')) notes.note('list of files written');
    else watchPackage(path.join(store, name), notes);
  });
  notes.watch(state, (name) => {
    if (name === 'audit.jsonl' && notes.noted('msiexec started')) notes.note('audit line written');
  });
  const jobBegun = () =>
    notes.watch(fileCommands, (name) => {
      const size = statSync(path.join(fileCommands, name), { throwIfNoEntry: false })?.size ?? 0;
      if (size > 0 && /^(?:env|path|output)_/.test(name)) notes.note('environment written');
    });
  return { ...watching, jobBegun };
}

/** The directory of one MSI: a draft or a file first, its record last. */
function watchPackage(directory: string, notes: StepNotes<MsiStep>): void {
  const look = (name: string) => {
    if (/\.msi(?:\.part)?$/.test(name)) notes.note('package being written');
    if (name === 'package.json') notes.note('package recorded');
  };
  const before = namesIn(directory);
  if (!existsSync(directory)) return;
  notes.watch(directory, look);
  for (const name of namesIn(directory)) if (!before.includes(name)) look(name);
}

function noteJournal(root: string, goRoot: string, notes: StepNotes<MsiStep>): void {
  const journal = readJournal(root);
  if (journal === undefined) {
    if (notes.noted('journal opened') && !existsSync(path.join(root, 'journal.json')))
      notes.note('journal closed');
    return;
  }
  notes.note('journal opened');
  const [first, second] = journal.details.attempts;
  if (first) notes.note('attempt in the journal');
  if (first?.pid !== undefined && !notes.noted('msiexec started')) {
    notes.note('msiexec started');
    if (first.exitCode === undefined) watchGo(goRoot, notes);
  }
  if (first?.exitCode !== undefined) notes.note('msiexec ended');
  if (second) notes.note('recovery in the journal');
  if (second?.pid !== undefined) notes.note('recovery started');
  if (second?.exitCode !== undefined) notes.note('recovery ended');
}

/** Looks at VERSION, which one msiexec takes away and brings, until it has ended. */
function watchGo(goRoot: string, notes: StepNotes<MsiStep>): void {
  const file = path.join(goRoot, 'VERSION');
  const before = textOf(file);
  const timer = setInterval(() => {
    if (notes.noted('msiexec ended')) return clearInterval(timer);
    const now = textOf(file);
    if (now === undefined) notes.note('old Go gone');
    else if (now !== before && now !== '') notes.note('new Go arrives');
  }, 3);
  notes.onClose(() => clearInterval(timer));
}

function readJournal(root: string): OpenJournal | undefined {
  const text = textOf(path.join(root, 'journal.json'));
  try {
    return text === undefined ? undefined : (JSON.parse(text) as OpenJournal);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
