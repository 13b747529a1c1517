import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Entry,
  lockName,
  markerPath,
  ownerFile,
  sidecarPath,
  stateDirectory,
  temporaryPrefix,
  treePath,
} from '../../src/toolcache/layout.ts';
import type { LoggedRequest } from '../mirror/log.ts';
import type { NamedStep } from './plan.ts';
import { noteSteps, type StepNotes, type StepWatch } from './step-watch.ts';

/** What an installation of a ZIP can be seen to do, in its order. */
export const ZIP_STEPS = [
  { name: 'write test', longestDelayMs: 20 },
  { name: 'list asked for', longestDelayMs: 30 },
  { name: 'lock taken', longestDelayMs: 20 },
  { name: 'staging made', longestDelayMs: 30 },
  { name: 'download begun', longestDelayMs: 300 },
  { name: 'unpacking', longestDelayMs: 400 },
  { name: 'download ended', longestDelayMs: 200 },
  { name: 'old tree moved aside', longestDelayMs: 5 },
  { name: 'tree in place', longestDelayMs: 100 },
  { name: 'go version runs', longestDelayMs: 100 },
  { name: 'sidecar written', longestDelayMs: 3 },
  { name: 'marker written', longestDelayMs: 10 },
  { name: 'audit line written', longestDelayMs: 50 },
  { name: 'environment written', longestDelayMs: 5 },
  { name: 'outputs written', longestDelayMs: 20 },
] as const satisfies readonly NamedStep[];
export type ZipStep = (typeof ZIP_STEPS)[number]['name'];

/** Steps that come only where a tree stands in the way. */
export const ON_A_TORN_TREE: ReadonlySet<ZipStep> = new Set(['old tree moved aside']);
/** Steps that come also where the tool cache has the Go. */
export const ON_A_HIT: ReadonlySet<ZipStep> = new Set(['environment written', 'outputs written']);
/** Steps after which there is surely something left for the next run to do. */
export const BEFORE_THE_MARKER = ['lock taken', 'staging made', 'unpacking', 'tree in place'] as const;

/** The steps that can be seen on this host: processes by name are looked for in /proc. */
export function zipSteps(): readonly (typeof ZIP_STEPS)[number][] {
  return ZIP_STEPS.filter(({ name }) => name !== 'go version runs' || existsSync('/proc'));
}

/** Where a run's traces are looked for; all on the host. */
export interface ZipPlaces {
  readonly entry: Entry;
  /** Where the runner keeps the files by which a step sets environment and outputs. */
  readonly fileCommands: string;
  /** Size of the ZIP in bytes. */
  readonly size: number;
}

export interface ZipWatch extends StepWatch<ZipStep> {
  /** To be told of the mirror's requests. */
  request(request: LoggedRequest): void;
}

/** Begins to watch a run; the directories of lock and tree have to be there. */
export function watchZip(
  { entry, fileCommands, size }: ZipPlaces,
  onStep: (step: ZipStep) => void,
): ZipWatch {
  const { notes, watching } = noteSteps(
    ZIP_STEPS.map(({ name }) => name),
    onStep,
  );
  watchLocks(entry, notes);
  watchTree(entry, notes);
  // Leftovers that are removed have a line, too, before there is a marker.
  notes.watch(stateDirectory(entry.root), (name) => {
    if (name === 'audit.jsonl' && notes.noted('marker written')) notes.note('audit line written');
  });
  notes.watch(fileCommands, (name) => {
    if (sizeOf(path.join(fileCommands, name)) === 0) return;
    if (/^(?:env|path)_/.test(name)) notes.note('environment written');
    if (name.startsWith('output_')) notes.note('outputs written');
  });
  const requests = new Set<LoggedRequest>();
  return {
    ...watching,
    request: (request) => {
      if (request.asked === 'list') notes.note('list asked for');
      if (request.asked !== 'files') return;
      notes.note('download begun');
      requests.add(request);
      const sent = [...requests].reduce((sum, one) => sum + one.sent, 0);
      if (request.over && sent >= size) notes.note('download ended');
    },
  };
}

function watchLocks(entry: Entry, notes: StepNotes<ZipStep>): void {
  const record = ownerFile(entry.root, lockName(entry));
  notes.watch(path.dirname(record), (name) => {
    if (name.startsWith('.setup-go-win-test-')) notes.note('write test');
    if (name === path.basename(record) && existsSync(record)) notes.note('lock taken');
  });
}

function watchTree(entry: Entry, notes: StepNotes<ZipStep>): void {
  const tree = treePath(entry);
  const directory = path.dirname(tree);
  const there = new Set(readdirSync(directory));
  const before = inodeOf(tree);
  const isNew = () => inodeOf(tree) !== undefined && inodeOf(tree) !== before;
  notes.watch(directory, (name) => {
    if (name.startsWith(temporaryPrefix(entry)) && !there.has(name)) {
      there.add(name);
      // The second one is what stood in the tree's place.
      if (notes.noted('staging made')) notes.note('old tree moved aside');
      else watchStaging(path.join(directory, name), notes);
    }
    if (!isNew()) return;
    if (!notes.noted('tree in place')) {
      notes.note('tree in place');
      watchForGo(path.join(tree, 'bin', 'go.exe'), notes);
    }
    if (existsSync(sidecarPath(entry))) notes.note('sidecar written');
    if (existsSync(markerPath(entry))) notes.note('marker written');
  });
}

function watchStaging(staging: string, notes: StepNotes<ZipStep>): void {
  const look = () => {
    if (existsSync(staging) && readdirSync(staging).length > 0) notes.note('unpacking');
  };
  // Told of changes of the directory itself, too.
  notes.watch(staging, look);
  notes.note('staging made');
  // It may have begun before the watch did.
  look();
}

/** Looks for the process until the sidecar is there, which comes after it. */
function watchForGo(program: string, notes: StepNotes<ZipStep>): void {
  if (!existsSync('/proc')) return;
  const known = path.join(...program.split(path.sep).slice(-4)).replaceAll('/', '\\');
  const timer = setInterval(() => {
    if (runs(known)) notes.note('go version runs');
    if (notes.noted('go version runs') || notes.noted('sidecar written')) clearInterval(timer);
  }, 5);
  notes.onClose(() => clearInterval(timer));
}

/** Whether a process of this host has the end of a Windows path on its command line. */
function runs(known: string): boolean {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(known)) return true;
    } catch {
      // It has ended meanwhile.
    }
  }
  return false;
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
