// Starts the project's commands from a fresh clone: installs the npm packages when they are missing or older than
// the lock file, then runs lab/commands/<name>.ts with Node and tsx. Plain JavaScript on node's own modules, since
// it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Modification time in ms, or -1 where there is no such file. */
function modified(...names) {
  return statSync(path.join(home, ...names), { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

/**
 * npm writes node_modules/.package-lock.json last, so it is missing after an interrupted installation. Where it is the
 * older file (git rewrites package-lock.json when it changes branches), what the two say decides.
 */
function packagesAreCurrent() {
  const installed = modified('node_modules', '.package-lock.json');
  if (installed < 0) return false;
  if (installed >= modified('package-lock.json')) return true;
  const packagesIn = (...names) => JSON.parse(readFileSync(path.join(home, ...names), 'utf8')).packages;
  try {
    const there = packagesIn('node_modules', '.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([name, { version, optional }]) =>
        name === '' || there[name]?.version === version || (optional && !there[name]),
    );
  } catch {
    return false;
  }
}

function run(file, args, options = {}) {
  const result = spawnSync(file, args, { cwd: home, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`lab/run.js: ${file} could not be started: ${result.error.message}`);
    return 1;
  }
  // A signal that ended the command has no exit code; 128 + number is what a shell would say.
  return result.status ?? 130;
}

/** Two commands at once in a fresh clone: one installs, the other waits for it. The lock names its owner, so that a dead one's counts for nothing. */
function withInstallLock(work) {
  const lock = path.join(home, '.npm-ci.lock');
  for (let tries = 0; ; tries++) {
    try {
      const file = openSync(lock, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readOwner(lock);
    if (owner !== undefined && !isAlive(owner)) rmSync(lock, { force: true });
    else if (tries === 4)
      console.log(`Waiting for process ${owner ?? '(unknown)'}, which installs the npm packages.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function readOwner(lock) {
  try {
    const text = readFileSync(lock, 'utf8');
    // An empty one has just been made, or its owner died in between: then it is old.
    if (text === '') return Date.now() - statSync(lock).mtimeMs > 10_000 ? 0 : undefined;
    return Number(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

function installPackages() {
  console.log(
    'Installing the npm packages (npm ci): node_modules is missing or older than package-lock.json.',
  );
  const started = Date.now();
  // npm.cmd is a batch file, which Node starts only through a shell.
  const status = run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { shell: windows });
  if (status === 0) console.log(`npm packages installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  else console.error('npm ci failed. Its own words are above; `npm ci` alone repeats it.');
  return status;
}

const [name, ...args] = process.argv.slice(2);
const commands = existsSync(path.join(home, 'lab', 'commands'))
  ? readdirSync(path.join(home, 'lab', 'commands')).filter((file) => file.endsWith('.ts'))
  : [];
const names = ['test', ...commands.map((file) => file.slice(0, -'.ts'.length))].sort();

if (name === undefined || !names.includes(name)) {
  console.error(
    `${name === undefined ? 'No command given' : `There is no command '${name}'`}. Commands: ${names.join(', ')}`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = packagesAreCurrent()
    ? 0
    : withInstallLock(() => (packagesAreCurrent() ? 0 : installPackages()));
  if (process.exitCode === 0) {
    process.exitCode =
      name === 'test'
        ? run(process.execPath, [
            '--experimental-vm-modules',
            '--disable-warning=ExperimentalWarning',
            path.join('node_modules', 'jest', 'bin', 'jest.js'),
            ...args,
          ])
        : run(process.execPath, ['--import', 'tsx', path.join('lab', 'commands', `${name}.ts`), ...args]);
  }
}
