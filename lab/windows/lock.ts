import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { findProgram } from './command.ts';
import { LabError, type Say } from './lab.ts';

/**
 * Runs `work` while this process alone holds the lock. The kernel holds it (flock), so a holder that dies, however, frees
 * it at once; the file's content, the holder's pid, is for the waiters' progress line only.
 * @throws LabError when the system has no flock program
 */
export async function withKernelLock<T>(file: string, say: Say, work: () => Promise<T>): Promise<T> {
  const flock = await findProgram('flock');
  if (!flock) throw new LabError('There is no flock program here.', 'Install the package util-linux.');
  // The shell holds the lock until its stdin ends: when we say so, or when this process is gone.
  const holder = spawn(flock, ['--exclusive', file, '/bin/sh', '-c', 'echo held; read -r _'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => holder.on('close', () => resolve()));
  const started = Date.now();
  const news = setInterval(() => {
    const owner = readOwner(file);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`waiting for process ${owner} to finish its preparation (${seconds} s)`);
  }, 10_000);
  try {
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => resolve());
      holder.once('error', reject);
      holder.once('close', (code) =>
        reject(
          new LabError(`The lock ${file} can't be taken (flock: ${code}).`, 'Is its directory writable?'),
        ),
      );
    });
    clearInterval(news);
    writeFileSync(file, String(process.pid));
    return await work();
  } finally {
    clearInterval(news);
    holder.stdin.end();
    await ended;
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || '(unknown)';
  } catch {
    return '(unknown)';
  }
}
