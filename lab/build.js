// Builds dist/ from src/: tsc to plain modules in lib/, then one bundle. Plain JavaScript, so that it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));
const out = path.resolve(repo, process.argv[2] ?? 'dist');

run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
rmSync(out, { recursive: true, force: true });
// What is in the bundle, by module, for the test of the licences.
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'lib/main.js',
  '-o',
  out,
  '--stats-out',
  'lib/bundle.json',
);
writeFileSync(path.join(out, 'licenses.txt'), licenses());

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(repo, script), ...args], {
    cwd: repo,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The licences of all that may be bundled: every package of the lock file that is no development tool. ncc's own list forgets most of it. */
function licenses() {
  const { packages } = JSON.parse(readFileSync(path.join(repo, 'package-lock.json'), 'utf8'));
  const bundled = Object.keys(packages).filter(
    (place) => place.startsWith('node_modules/') && !packages[place].dev && !packages[place].link,
  );
  return bundled
    .sort()
    .map(license)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function license(place) {
  const directory = path.join(repo, place);
  const {
    name,
    version,
    license: kind,
  } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const file = existsSync(directory)
    ? readdirSync(directory).find((entry) => /^licen[sc]e(\.|$)/i.test(entry))
    : undefined;
  const text =
    file === undefined
      ? ''
      : `\n${readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
  return `${name} ${version} (${kind ?? 'see its files'})\n${text}`;
}
