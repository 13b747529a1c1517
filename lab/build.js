// Builds dist/ from src/: tsc to plain modules in lib/, then one bundle. Plain JavaScript, so that it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));
const out = path.resolve(repo, process.argv[2] ?? 'dist');

run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
rmSync(out, { recursive: true, force: true });
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'lib/main.js',
  '-o',
  out,
  '--license',
  'licenses.txt',
);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(repo, script), ...args], {
    cwd: repo,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
