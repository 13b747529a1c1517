import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment, ProcessEnd, RunResult, SpawnOptions, WindowsProcess } from './lab.ts';

const SAMPLE_MS = 50;

/** Starts a child with its output in files; `start` gets the stdio to use. */
export function watchProcess(
  { stdoutFile, stderrFile }: Pick<SpawnOptions, 'stdoutFile' | 'stderrFile'>,
  start: (stdio: ['ignore', number, number]) => ChildProcess,
): WindowsProcess {
  // One open file for both keeps the order of writing.
  const out = openSync(stdoutFile, 'a');
  const err = stderrFile === undefined ? out : openSync(stderrFile, 'a');
  const started = performance.now();
  const child = start(['ignore', out, err]);
  closeSync(out);
  if (err !== out) closeSync(err);
  let peakBytes: number | undefined;
  const sample = () => {
    peakBytes = Math.max(peakBytes ?? 0, peakOf(child.pid)) || undefined;
  };
  const sampler = setInterval(sample, SAMPLE_MS);
  const exited = new Promise<ProcessEnd>((resolve) => {
    const end = (exitCode: number | null, signal: string | null) => {
      clearInterval(sampler);
      resolve({ exitCode, signal, wallMs: performance.now() - started, peakBytes });
    };
    child.once('exit', end);
    child.once('error', () => end(-1, null));
  });
  return { pid: child.pid ?? -1, kill: (signal = 'SIGKILL') => void child.kill(signal), exited };
}

/** The kernel's own high-water mark of the resident size, so a sample misses only growth just before the end. */
function peakOf(pid: number | undefined): number {
  try {
    const kib = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs a process to its end and reads what it wrote. `spawn` starts it with the files given. */
export async function captureProcess(
  spawn: (files: { stdoutFile: string; stderrFile: string }) => WindowsProcess,
): Promise<RunResult> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lab-run-'));
  try {
    const stdoutFile = path.join(directory, 'stdout');
    const stderrFile = path.join(directory, 'stderr');
    const end = await spawn({ stdoutFile, stderrFile }).exited;
    const [stdout, stderr] = await Promise.all([readFile(stdoutFile), readFile(stderrFile)]);
    return { ...end, stdout: decodeOutput(stdout), stderr: decodeOutput(stderr) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Wine's own word on a child that ended before it had its files; it says nothing of the program. */
const WINE_NOISE = /^wine client error:[0-9a-f]+: sendmsg: Bad file descriptor\r?\n/gm;

/** Text of a Windows program: most write UTF-8 here, reg.exe and tasklist UTF-16. */
export function decodeOutput(bytes: Buffer): string {
  const utf16 = bytes.length > 1 && bytes[1] === 0;
  return bytes
    .toString(utf16 ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(WINE_NOISE, '');
}

/** Environments side by side, the later one winning; Windows compares names without case. */
export function mergeEnvironments(...environments: readonly Environment[]): Record<string, string> {
  const merged = new Map<string, [string, string]>();
  for (const environment of environments) {
    for (const [name, value] of Object.entries(environment)) {
      const key = name.toUpperCase();
      merged.set(key, [merged.get(key)?.[0] ?? name, value]);
    }
  }
  return Object.fromEntries(merged.values());
}
