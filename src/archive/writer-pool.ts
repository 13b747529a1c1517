import { Worker } from 'node:worker_threads';
import type { FromWriter, ToWriter, WriterFile } from './writer.ts';
import { failureOf } from './writer-failure.ts';

type Written = Extract<FromWriter, { kind: 'written' }>;

/** Writer threads over one archive. */
export interface WriterPool {
  /** Threads that have started, at work or not. */
  size(): number;
  /** Adds threads, or ends those that have nothing to do, towards this number. */
  resize(wanted: number): void;
  /** Threads that have started and wait for files. */
  idle(): number;
  /** Calls the listener whenever a thread has started. */
  onReady(listener: () => void): void;
  /** Gives files to an idle thread. */
  give(files: readonly WriterFile[], done: (written: Written) => void): void;
  /** Ends all threads; none of them writes any more once it resolves. */
  stop(): Promise<void>;
}

interface Slot {
  readonly worker: Worker;
  started: boolean;
  done: ((written: Written) => void) | undefined;
}

/** The young generation of a thread's heap fills up before it is cleaned: with many threads its size is most of their memory. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 };

/** The literal form below is what the bundler recognises and copies writer.js for. */
function defaultWriter(): Worker {
  return new Worker(new URL('./writer.js', import.meta.url), { resourceLimits: LIMITS, execArgv: [] });
}

export interface PoolOptions {
  /** Told of what goes wrong in any thread: a SetupError where it is an expected failure. */
  readonly onFailure: (error: unknown) => void;
  /** Whether each file's SHA-256 is wanted. */
  readonly hash: boolean;
  readonly createWriter?: (() => Worker) | undefined;
}

export function createWriterPool(archive: SharedArrayBuffer, options: PoolOptions): WriterPool {
  const { onFailure, hash, createWriter = defaultWriter } = options;
  const stopFlag = new SharedArrayBuffer(4);
  const slots = new Set<Slot>();
  const ending: Promise<unknown>[] = [];
  let onReady = () => {};

  function add(): void {
    const worker = createWriter();
    const slot: Slot = { worker, started: false, done: undefined };
    slots.add(slot);
    worker.on('message', (message: FromWriter) => {
      if (message.kind === 'failed') return onFailure(failureOf(message));
      if (message.kind === 'ready') {
        slot.started = true;
        return onReady();
      }
      const { done } = slot;
      slot.done = undefined;
      done?.(message);
    });
    worker.on('error', onFailure);
    worker.on('exit', (code) => {
      if (slots.delete(slot)) onFailure(new Error(`a writer thread ended by itself (${code})`));
    });
    worker.postMessage({ kind: 'open', archive, stop: stopFlag, hash } satisfies ToWriter);
  }

  function end(slot: Slot): void {
    slots.delete(slot);
    ending.push(slot.worker.terminate());
  }

  const free = () => [...slots].filter(({ done }) => done === undefined);
  const idle = () => free().filter(({ started }) => started);

  return {
    size: () => [...slots].filter(({ started }) => started).length,
    idle: () => idle().length,
    onReady(listener) {
      onReady = listener;
    },
    resize(wanted) {
      while (slots.size < wanted) add();
      for (const slot of free().slice(0, Math.max(0, slots.size - wanted))) end(slot);
    },
    give(files, done) {
      const slot = idle()[0];
      if (slot === undefined) throw new Error('no writer is idle');
      slot.done = done;
      slot.worker.postMessage({ kind: 'write', files } satisfies ToWriter);
    },
    async stop() {
      Atomics.store(new Int32Array(stopFlag), 0, 1);
      for (const slot of [...slots]) end(slot);
      await Promise.allSettled(ending);
    },
  };
}
