import { LIMITS } from './log-facts.ts';

/**
 * The different values of a log, in their order, counted, and no more of them than a limit. When it is full, a value that matters takes the
 * place of the last one that does not.
 */
export class BoundedList<T> {
  readonly #entries = new Map<string, { value: T; count: number; matters: boolean }>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param name what makes the value a different one */
  add(name: string, value: () => T, matters = true): void {
    const key = name.slice(0, LIMITS.text);
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      entry.count++;
      return;
    }
    if (this.#entries.size >= this.#limit && !(matters && this.#makeRoom())) return;
    this.#entries.set(kept(key), { value: value(), count: 1, matters });
  }

  values(): T[] {
    return [...this.#entries.values()].map(({ value }) => value);
  }

  counted(): { value: T; count: number }[] {
    return [...this.#entries.values()].map(({ value, count }) => ({ value, count }));
  }

  #makeRoom(): boolean {
    const [key] = [...this.#entries].findLast(([, { matters }]) => !matters) ?? [];
    return key !== undefined && this.#entries.delete(key);
  }
}

/** A copy of a text, cut. A part of a string keeps the whole chunk of the log that it was cut from in memory; a copy does not. */
export function kept(text: string): string {
  return Buffer.from(text.slice(0, LIMITS.text), 'utf16le').toString('utf16le');
}
