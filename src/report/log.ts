import * as core from '@actions/core';

/** Where the rooms say what they do: one line a fact. */
export interface Log {
  info(line: string): void;
  /** An annotation as well as a line: for what the user should change. */
  warn(line: string): void;
  /** An annotation that asks for nothing. */
  notice(line: string): void;
  debug(line: string): void;
  /** Facts that are looked at only when something is wrong: folded away under their title. Whole at once, so that nothing else gets in. */
  fold(title: string, lines: readonly string[]): void;
}

/**
 * Text of any origin as one line that the runner only shows: it takes a line for a command that begins with `::name::`, spaces before
 * it or not, or that has `##[name]` anywhere (actions/runner, ActionCommand).
 */
export function plainLine(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replaceAll('##[', '## [');
}

/** The step's log. */
export const stepLog: Log = {
  info: (line) => core.info(plainLine(line)),
  warn: (line) => core.warning(line, { title: 'setup-go-win' }),
  notice: (line) => core.notice(line, { title: 'setup-go-win' }),
  debug: (line) => core.debug(line),
  fold: (title, lines) => {
    core.startGroup(plainLine(title));
    for (const line of lines) core.info(plainLine(line));
    core.endGroup();
  },
};

/** Bytes for people, in decimal units: `78.9 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes >= 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} B`;
}

/** Milliseconds for people: `850 ms`, `12.3 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How far a phase of an installation is: bytes of a download, files of an unpacking. */
export interface Progress {
  readonly phase: 'download' | 'unpack';
  readonly done: number;
  readonly total: number;
  readonly bytesPerSecond?: number;
}

/**
 * Turns progress into few lines: none in the first two seconds, so that quick work says nothing, and then one whenever two seconds and a
 * tenth of a phase have passed since the last.
 */
export function progressLines(log: Log): (progress: Progress) => void {
  const last = { time: Date.now(), download: 0, unpack: 0 };
  return ({ phase, done, total, bytesPerSecond }) => {
    const share = total > 0 ? done / total : 0;
    const now = Date.now();
    if (now - last.time < 2000 || share - last[phase] < 0.1) return;
    last.time = now;
    last[phase] = share;
    const percent = `${Math.floor(share * 100)} %`;
    const speed = bytesPerSecond === undefined ? '' : `, ${formatBytes(bytesPerSecond)}/s`;
    log.info(
      phase === 'download'
        ? `Downloaded ${percent} of ${formatBytes(total)}${speed}`
        : `Unpacked ${percent} of ${total} files`,
    );
  };
}
