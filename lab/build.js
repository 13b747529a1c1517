// Builds dist/ from src/: tsc to plain modules in lib/, then one bundle. Plain JavaScript, so that it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
// The runner reads it from there (src/report/problem-matchers.ts).
copyFileSync(path.join(repo, 'src', 'problem-matchers', 'go.json'), path.join(out, 'problem-matchers.json'));

function run(script, ...args) {
  const { status, stdout } = spawnSync(process.execPath, [path.join(repo, script), ...args], {
    cwd: repo,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 2 ** 20,
  });
  if (status === 0) return;
  // The compiler writes there what is wrong.
  process.stderr.write(stdout ?? '');
  process.exit(status ?? 1);
}

/**
 * The licences of all that may be bundled: every package of the lock file that is no development tool, and what else the bundle has (a library asks
 * for a package that happens to be there). ncc's own list forgets most of it.
 */
function licenses() {
  const { packages } = JSON.parse(readFileSync(path.join(repo, 'package-lock.json'), 'utf8'));
  const needed = Object.keys(packages).filter(
    (place) => place.startsWith('node_modules/') && !packages[place].dev && !packages[place].link,
  );
  const { modules } = JSON.parse(readFileSync(path.join(repo, 'lib', 'bundle.json'), 'utf8'));
  const bundled = modules.flatMap(placesOf).filter((place) => packages[place] && !packages[place].link);
  return [...new Set([...needed, ...bundled])]
    .sort()
    .map(license)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The packages that a module of the bundle, and those that webpack has put into it, lie in, as the lock file names them. */
function placesOf({ nameForCondition = '', modules = [] }) {
  const file = nameForCondition && path.relative(repo, nameForCondition).replaceAll('\\', '/');
  const [place] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
  return [...(place === undefined ? [] : [place]), ...modules.flatMap(placesOf)];
}

function license(place) {
  const directory = path.join(repo, place);
  const {
    name,
    version,
    license: kind,
    author,
  } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const file = readdirSync(directory).find((entry) => /^licen[sc]e(\.|$)/i.test(entry));
  const text =
    file === undefined
      ? licenseByName(kind, author?.name ?? author)
      : readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${kind ?? 'see its files'})\n${text === '' ? '' : `\n${text}\n`}`;
}

/** For a package that names its licence and brings no file with it: the words are those of our own, or of a tool that every build has. */
function licenseByName(kind, author) {
  const [file, first] = {
    MIT: ['LICENSE', 'Permission is hereby granted'],
    'Apache-2.0': ['node_modules/typescript/LICENSE', 'Apache License'],
  }[kind] ?? ['', ''];
  if (file === '' || author === undefined) return '';
  const words = readFileSync(path.join(repo, file), 'utf8').replaceAll('\r\n', '\n');
  return `Copyright (c) ${author}\n\n${words.slice(words.indexOf(first)).trim()}`;
}
