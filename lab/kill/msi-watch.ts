import { existsSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import type { OpenJournal } from '../msi/scene.ts';
import type { MsiSight } from './msi-plan.ts';

/** Where a change was when its run was killed, in order. */
export const MSI_PHASES = [
  'before the journal',
  'journal, msiexec not begun',
  'msiexec at work',
  'msiexec ended',
  'recovery or repair',
  'journal closed',
] as const;
export type MsiPhase = (typeof MSI_PHASES)[number];

/** Watches the journal of a machine while a run changes it. */
export interface JournalWatch {
  /** What the journal shows now. */
  phase(): MsiPhase;
  close(): void;
}

/**
 * @param root host path of the machine's root; it has to be there
 * @param sight calls `seen` once, as soon as this is there
 */
export function watchJournal(root: string, sight: MsiSight | undefined, seen: () => void): JournalWatch {
  let met = false;
  let done = false;
  const lock = path.join(root, '.setup-go-win', 'locks', 'machine.json');
  const look = () => {
    const journal = readJournal(root);
    met ||= journal !== undefined;
    if (done || sight === undefined || !shows(sight, journal, met, lock)) return;
    done = true;
    seen();
  };
  const watchers = [root, path.dirname(lock)].map((directory) => watch(directory, look));
  return {
    phase: () => phaseOf(readJournal(root), met),
    close: () => {
      done = true;
      for (const watcher of watchers) watcher.close();
    },
  };
}

function shows(sight: MsiSight, journal: OpenJournal | undefined, met: boolean, lock: string): boolean {
  const attempts = journal?.details.attempts ?? [];
  switch (sight) {
    case 'lock':
      return existsSync(lock);
    case 'journal':
      return journal !== undefined;
    case 'started':
      return attempts[0]?.pid !== undefined;
    case 'ended':
      return attempts[0]?.exitCode !== undefined;
    case 'recovery':
      return attempts[1]?.pid !== undefined;
    case 'closed':
      return met && journal === undefined;
  }
}

function phaseOf(journal: OpenJournal | undefined, met: boolean): MsiPhase {
  if (journal === undefined) return met ? 'journal closed' : 'before the journal';
  const { attempts } = journal.details;
  if (attempts.length === 0) return 'journal, msiexec not begun';
  if (attempts.length > 1) return 'recovery or repair';
  return attempts[0]?.exitCode === undefined ? 'msiexec at work' : 'msiexec ended';
}

function readJournal(root: string): OpenJournal | undefined {
  try {
    return JSON.parse(readFileSync(path.join(root, 'journal.json'), 'utf8')) as OpenJournal;
  } catch {
    return undefined;
  }
}
