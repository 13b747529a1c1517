/**
 * How long our unpacking of a real Go archive takes against `unzip`, on Linux with 1 ms injected per created file. Both in processes of
 * their own, one after the other in turns, timed from start to exit; ours verifies the SHA-256 as well.
 *
 * npx tsx bench/unpack.ts [runs] [microseconds]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realRelease } from '../lab/releases/real.ts';

const VERSION = '1.26.6';
const REACH = 1 / 6;

const runs = Number(process.argv[2] ?? 3);
const microseconds = process.argv[3] ?? '1000';
const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'unpack-bench-'));

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const release = await realRelease(VERSION);
  if (spawnSync('unzip', ['-v']).error !== undefined)
    execFileSync('apt-get', ['install', '-qq', '-y', 'unzip']);
  execFileSync(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
  ]);
  const shim = join(scratch, 'slow-create.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', shim, join(root, 'bench/slow-create.c'), '-ldl']);

  const ours = `
    import { fetchTree } from ${JSON.stringify(join(root, 'lib/archive/fetch-tree.js'))};
    const [path, sha256, size, target] = process.argv.slice(1);
    const tree = await fetchTree({ kind: 'file', path }, { sha256, size: Number(size), filename: path }, target, { timeoutMs: 60000 });
    console.log(tree.writers + ' writers, ' + Math.round(process.resourceUsage().maxRSS / 1024) + ' MB at most');`;
  const args = ['--input-type=module', '-e', ours, release.path, release.sha256, String(release.size)];
  const times = { ours: [] as number[], unzip: [] as number[] };
  for (let run = 1; run <= runs; run++) {
    times.unzip.push(timed(`unzip ${run}`, shim, (target) => ['unzip', ['-q', release.path, '-d', target]]));
    times.ours.push(timed(`ours  ${run}`, shim, (target) => [process.execPath, [...args, target]]));
  }
  const [a, b] = [median(times.ours), median(times.unzip)];
  console.log(
    `Go ${VERSION} (${release.kind}, ${release.source}), ${microseconds} us more per created file, medians of ${runs}`,
  );
  console.log(
    `ours ${a.toFixed(2)} s, unzip ${b.toFixed(2)} s, ratio ${(a / b).toFixed(3)} (to reach: ${REACH.toFixed(3)})`,
  );
  if (a / b > REACH) process.exitCode = 1;
}

function timed(name: string, shim: string, command: (target: string) => [string, string[]]): number {
  const target = join(scratch, 'tree');
  mkdirSync(target);
  const [program, args] = command(target);
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: { ...process.env, LD_PRELOAD: shim, SLOW_CREATE_US: microseconds },
  });
  const seconds = (performance.now() - from) / 1000;
  rmSync(target, { recursive: true });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  console.log(`${name}: ${seconds.toFixed(2)} s ${String(stdout).trim()}`);
  return seconds;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
