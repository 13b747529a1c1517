import { SetupError } from '../errors.ts';
import { isSamePlace } from '../machine/current.ts';
import type { Context } from '../toolchain.ts';
import type { MachineGo } from './machine-go.ts';

/** What came of going back. */
export interface Back {
  /** True: the machine has what it had before. */
  readonly done: boolean;
  readonly tookMs: number;
  /** How the machine stands now. */
  readonly state: string;
  /** Why it is not done; undefined where it is. */
  readonly failure: unknown;
}

/** Two Goes of a machine are one: the same version in the same place. */
export function isSameGo(a: MachineGo | undefined, b: MachineGo | undefined): boolean {
  return a === undefined || b === undefined
    ? a === b
    : a.version === b.version && isSamePlace(a.goroot, b.goroot);
}

/**
 * Gives a machine the Go back that it had before an operation, by the operations that are there for that: `rollback`, and where there was none before `uninstall`. Each has its
 * own lock, journal, history and record.
 *
 * @param before undefined: there was no Go, or none that was whole
 * @param now what the operation has brought; where it is not the machine's any more, somebody else has changed it, and nothing is done
 * @param operate runs an operation on the machine's Go, by the inputs of the context that it gets
 * @throws the signal's reason
 */
export async function goBack(
  before: MachineGo | undefined,
  now: MachineGo | undefined,
  context: Context,
  operate: (context: Context) => Promise<unknown>,
  look: () => Promise<MachineGo | undefined>,
): Promise<Back> {
  const { log, signal } = context;
  const started = performance.now();
  const operation = before ? ('rollback' as const) : ('uninstall' as const);
  const nothing = (why: string): Back => ({ done: false, tookMs: 0, state: why, failure: undefined });
  if (before && before.version === now?.version)
    return nothing(
      `It cannot be undone: ${before.goVersion} was replaced by another build of the same version. ${stands(now)}`,
    );
  const found = await look().catch(() => now);
  if (!isSameGo(found, now))
    return nothing(
      `It is not undone: something else has changed the machine's Go meanwhile. ${stands(found)}`,
    );

  log.info(
    `Going back by operation: ${operation}${before ? ` to ${before.goVersion}` : ', since there was no Go before'}`,
  );
  let failure: unknown;
  // What is said of the version that is wanted, and of its place, means the new one.
  const inputs = {
    ...context.inputs,
    ...{ operation, goVersions: [], goVersionFile: '', checksum: '', msiInstallDir: before?.goroot ?? '' },
  };
  try {
    // A policy may forbid by now what the machine had, and that is no reason to leave it with what is broken.
    await operate({ ...context, inputs, policy: undefined });
  } catch (error) {
    signal.throwIfAborted();
    failure = error;
  }
  const tookMs = Math.round(performance.now() - started);
  const after = await look().catch(() => undefined);
  const done = isSameGo(after, before);
  if (done) {
    const state = before
      ? `The machine has ${before.goVersion} in ${before.goroot} again, as before.`
      : 'It was uninstalled again: the machine has no Go, as before.';
    return { done, tookMs, state, failure };
  }
  const why =
    failure instanceof SetupError
      ? `${failure.code}: ${failure.message}`
      : String(failure ?? 'it is not what it was');
  return { done, tookMs, state: `Going back failed, too (${why}) ${stands(after)}`, failure };
}

/** How the machine stands, as a sentence. */
export function stands(go: MachineGo | undefined): string {
  return go ? `The machine has ${go.goVersion} in ${go.goroot}.` : 'The machine has no Go that is whole.';
}
