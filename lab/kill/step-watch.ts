import { type FSWatcher, watch } from 'node:fs';

/** Watches a run from outside. */
export interface StepWatch<Name extends string> {
  /** The last named step that was seen, in the order of the steps; undefined before the first. */
  last(): Name | undefined;
  close(): void;
}

/** What a watch is made of. */
export interface StepNotes<Name extends string> {
  /** Notes that a step is there; once is enough. */
  note(step: Name): void;
  noted(step: Name): boolean;
  /** Calls `look` at each event of a directory, with the name of what changed in it. A directory that is gone is none to watch. */
  watch(directory: string, look: (name: string) => void): void;
  /** Called by the end of the watch. */
  onClose(end: () => void): void;
}

/**
 * Keeps what was seen, and tells of each step once.
 *
 * @param order the steps in the order in which a run comes to them
 * @param onStep told of a step as soon as it is seen
 */
export function noteSteps<Name extends string>(
  order: readonly Name[],
  onStep: (step: Name) => void,
): { readonly notes: StepNotes<Name>; readonly watching: StepWatch<Name> } {
  const seen = new Set<Name>();
  const ends: (() => void)[] = [];
  let closed = false;
  const notes: StepNotes<Name> = {
    note: (step) => {
      if (closed || seen.has(step)) return;
      seen.add(step);
      onStep(step);
    },
    noted: (step) => seen.has(step),
    watch: (directory, look) => {
      if (closed) return;
      let watcher: FSWatcher;
      try {
        watcher = watch(directory, (_event, name) => void (name !== null && look(name)));
      } catch {
        return;
      }
      watcher.on('error', () => {}); // the directory was removed
      ends.push(() => watcher.close());
    },
    onClose: (end) => void ends.push(end),
  };
  return {
    notes,
    watching: {
      last: () => order.findLast((step) => seen.has(step)),
      close: () => {
        closed = true;
        for (const end of ends) end();
      },
    },
  };
}
