// A stand-in for junctions, which Wine has not. Loaded into the Windows node by NODE_OPTIONS; the action knows nothing of it. A junction is a Unix symbolic
// link, made by the host's own ln, which every program of Wine follows; that it is a link stands in a table, since Wine shows it as what it leads to.
// Only what the action does with junctions is here: symlink, readlink, lstat, rename and unlink of fs/promises, and realpath.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const TABLE = 'C:\\lab-junctions.json';
const real = { ...fs.promises };
const system32 = path.win32.join(process.env.SystemRoot || 'C:\\windows', 'system32');

function table() {
  try {
    return JSON.parse(fs.readFileSync(TABLE, 'utf8'));
  } catch {
    return {};
  }
}

const nameOf = (file) => path.win32.resolve(String(file)).toLowerCase();
const targetOf = (file) => table()[nameOf(file)];

let driveC;
function unix(file) {
  driveC ??= spawnSync(path.win32.join(system32, 'winepath.exe'), ['-u', 'C:\\'])
    .stdout.toString()
    .trim()
    .replace(/\/$/, '');
  return driveC + path.win32.resolve(String(file)).slice(2).replaceAll('\\', '/');
}

/**
 * One change of a link, and of the table with it: made by a script that goes on when this process is killed, as a call of Windows is done or not done.
 * start.exe neither waits for a Unix program for sure, nor tells its exit code: the script says by a file that it is through.
 */
function change(links, ...command) {
  const [script, fresh] = ['sh', 'json'].map((end) => `C:\\lab-junctions-${process.pid}.${end}`);
  const done = `${script}.done`;
  const quoted = (words) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  fs.writeFileSync(fresh, JSON.stringify(links));
  const both = `${quoted(command)} && ${quoted(['/bin/mv', '-T', unix(fresh), unix(TABLE)])}`;
  fs.writeFileSync(script, `${both}\n: > ${quoted([unix(done)])}\n`);
  spawnSync(path.win32.join(system32, 'start.exe'), ['/wait', '/unix', '/bin/sh', unix(script)], {
    stdio: 'ignore',
  });
  for (const end = Date.now() + 20_000; !fs.existsSync(done); ) {
    if (Date.now() > end) throw new Error(`The lab's junctions: ${command.join(' ')} did not end`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  const failed = fs.existsSync(fresh);
  for (const file of [script, done, fresh]) fs.rmSync(file, { force: true });
  if (failed) throw new Error(`The lab's junctions: ${command.join(' ')} failed`);
}

function refused(code, call, file) {
  return Object.assign(new Error(`${code}: refused by the lab's junctions, ${call} '${file}'`), {
    code,
    syscall: call,
    path: file,
  });
}

const isThere = (file) => targetOf(file) !== undefined || fs.existsSync(file);

Object.assign(fs.promises, {
  async symlink(target, link, type) {
    if (type !== 'junction') return await real.symlink(target, link, type);
    if (isThere(link)) throw refused('EEXIST', 'symlink', link);
    const links = { ...table(), [nameOf(link)]: `${path.win32.resolve(target)}\\` };
    change(links, '/bin/ln', '-s', '-T', unix(target), unix(link));
  },
  async readlink(link, ...rest) {
    return targetOf(link) ?? (await real.readlink(link, ...rest));
  },
  async lstat(file, ...rest) {
    if (targetOf(file) === undefined) return await real.lstat(file, ...rest);
    const no = () => false;
    return { isSymbolicLink: () => true, isDirectory: no, isFile: no, mtimeMs: 0, size: 0 };
  },
  async rename(from, to) {
    const target = targetOf(from);
    if (target === undefined) return await real.rename(from, to);
    // Windows does not put a directory in the place of another.
    if (isThere(to)) throw refused('EPERM', 'rename', to);
    const { [nameOf(from)]: _, ...others } = table();
    change({ ...others, [nameOf(to)]: target }, '/bin/mv', '-T', unix(from), unix(to));
  },
  async unlink(file) {
    if (targetOf(file) === undefined) return await real.unlink(file);
    const { [nameOf(file)]: _, ...others } = table();
    change(others, '/bin/rm', unix(file));
  },
});

/** As the links on the way lead. */
function resolved(file) {
  const name = nameOf(file);
  const link = Object.keys(table()).find((one) => name === one || name.startsWith(`${one}\\`));
  if (link === undefined) return undefined;
  return path.win32.resolve(`${table()[link]}${path.win32.resolve(String(file)).slice(link.length)}`);
}
const { realpathSync } = fs;
fs.realpathSync = Object.assign(
  (file, ...rest) => resolved(file) ?? realpathSync(file, ...rest),
  realpathSync,
);
fs.promises.realpath = async (file, ...rest) => resolved(file) ?? (await real.realpath(file, ...rest));
require('node:module').syncBuiltinESMExports();
