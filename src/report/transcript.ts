import type { Log } from './log.ts';
import type { Redact } from './redact.ts';

/** The step's log as it goes by, for the bundle that a failure leaves. */
export interface Transcript {
  /** Says each line, without secrets, and remembers it. */
  readonly log: Log;
  /** From now on nothing is said or remembered any more: the failure is the last word. */
  close(): void;
  /** What was said, debug lines included, each with the milliseconds since the start; where lines were dropped, a line says how many. */
  lines(): string[];
}

/** The beginning says what was asked for and is kept in any case; of the rest the newest lines are. */
const FIRST_LINES = 1000;
const LAST_LINES = 19_000;
/** Characters of the newest lines, and of the first ones as well. */
const MOST_CHARACTERS = 2_000_000;
/** No line says more. */
const LONGEST_LINE = 20_000;

type Level = 'info' | 'warn' | 'notice' | 'debug' | 'fold';

/**
 * Puts itself between the rooms and the log: what they say is redacted once, here, and kept as plain strings. Costs next to nothing until
 * somebody asks for it.
 *
 * @param say where the lines go
 */
export function startTranscript(say: Log, redact: Redact): Transcript {
  const started = performance.now();
  const first: string[] = [];
  let firstSize = 0;
  let last: string[] = [];
  let lastSize = 0;
  /** Lines at the start of `last` that are dropped already. */
  let gone = 0;
  let dropped = 0;
  let closed = false;

  function keep(level: Level, text: string): void {
    const time = String(Math.round(performance.now() - started)).padStart(7);
    const line = `${time} ms  ${level.padEnd(6)}  ${text.slice(0, LONGEST_LINE)}`;
    if (dropped === 0 && last.length === 0 && first.length < FIRST_LINES && firstSize < MOST_CHARACTERS) {
      first.push(line);
      firstSize += line.length;
      return;
    }
    last.push(line);
    lastSize += line.length;
    while (last.length - gone > LAST_LINES || lastSize > MOST_CHARACTERS) {
      lastSize -= last[gone]?.length ?? 0;
      gone++;
      dropped++;
    }
    if (gone > LAST_LINES) {
      last = last.slice(gone);
      gone = 0;
    }
  }
  function said(level: 'info' | 'warn' | 'notice' | 'debug'): (line: string) => void {
    return (line) => {
      if (closed) return;
      const text = redact(line);
      keep(level, text);
      say[level](text);
    };
  }

  return {
    log: {
      info: said('info'),
      warn: said('warn'),
      notice: said('notice'),
      debug: said('debug'),
      fold(title, lines) {
        if (closed) return;
        const [head = '', ...rest] = [title, ...lines].map(redact);
        for (const line of [head, ...rest.map((one) => `  ${one}`)]) keep('fold', line);
        say.fold(head, rest);
      },
    },
    close() {
      closed = true;
    },
    lines: () => [
      ...first,
      ...(dropped > 0 ? [`(${dropped} lines are left out here: the log is longer than is kept)`] : []),
      ...last.slice(gone),
    ],
  };
}
