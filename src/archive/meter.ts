/** How far a long step is. */
export interface Progress {
  readonly phase: 'download' | 'unpack';
  /** Bytes of a download, files of an unpacking. */
  readonly done: number;
  /** 0 while it is unknown. */
  readonly total: number;
  readonly bytesPerSecond?: number;
}

/** A report more often than this tells nobody anything. */
const INTERVAL_MS = 100;

/** Passes progress on, not more often than is of use; the last report of a phase always. Downloads get their mean speed. */
export function createMeter(
  onProgress: ((progress: Progress) => void) | undefined,
  now = () => performance.now(),
) {
  const started = now();
  const last = { download: Number.NEGATIVE_INFINITY, unpack: Number.NEGATIVE_INFINITY };
  return (phase: Progress['phase'], done: number, total: number): void => {
    const time = now();
    if (onProgress === undefined || (done !== total && time - last[phase] < INTERVAL_MS)) return;
    last[phase] = time;
    const seconds = (time - started) / 1000;
    const speed = phase === 'download' && seconds > 0 ? { bytesPerSecond: done / seconds } : {};
    onProgress({ phase, done, total, ...speed });
  };
}
