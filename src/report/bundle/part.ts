import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Inputs } from '../../inputs.ts';
import type { Failure } from '../failure.ts';
import type { Redact } from '../redact.ts';

/** What a bundle is made from. */
export interface FailedStep {
  readonly error: unknown;
  /** The error as it is shown. */
  readonly failure: Failure;
  /** Undefined where the inputs themselves were the trouble. */
  readonly inputs: Inputs | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** The step's log, redacted. */
  readonly lines: readonly string[];
  readonly redact: Redact;
  /** Milliseconds since 1970. */
  readonly started: number;
}

/** The directory of a bundle. Nothing gets into it but redacted text, since there is no other way in. */
export interface BundleDirectory {
  readonly path: string;
  /** Aborted when the time is up, or the step is cancelled meanwhile. */
  readonly until: AbortSignal;
  /**
   * Writes a file, below `name`'s directory if it has one. By calls that need no thread of Node's: all of these may wait for a dead share.
   * @throws a file system error
   */
  write(name: string, text: string): void;
  append(name: string, text: string): void;
  /** Writes a value as JSON, each string in it redacted: JSON that is redacted as a whole may be none any more. */
  writeJson(name: string, value: object): void;
}

/** One thing that a bundle holds. */
export interface Part {
  /** Of its file or directory, as README.txt has it. */
  readonly name: string;
  readonly what: string;
  /** True where it takes no time: also for a step that is cancelled. */
  readonly cheap: boolean;
  /** Why it does not belong into this bundle; undefined where it does. */
  missing?(step: FailedStep): string | undefined;
  /** May throw anything, and be abandoned when the time is up. @returns why there is nothing of it, where it had to look first */
  write(directory: BundleDirectory, step: FailedStep): string | undefined | Promise<string | undefined>;
}

export function openBundle(directory: string, redact: Redact, until: AbortSignal): BundleDirectory {
  mkdirSync(directory, { recursive: true });
  const place = (name: string) => {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    return file;
  };
  // What a part that was given up finds out later is not wanted any more.
  const open = () => until.throwIfAborted();
  return {
    path: directory,
    until,
    write(name, text) {
      open();
      writeFileSync(place(name), redact(text));
    },
    append(name, text) {
      open();
      appendFileSync(place(name), redact(text));
    },
    writeJson(name, value) {
      open();
      const hide = (_: string, one: unknown) => (typeof one === 'string' ? redact(one) : one);
      writeFileSync(place(name), `${JSON.stringify(value, hide, 2)}\n`);
    },
  };
}
