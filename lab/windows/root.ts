import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aptTransportOptions, debianMirror } from './apt.ts';
import { aptInstall } from './apt-get.ts';
import { findProgram, isRoot, lastLines, tryCommand } from './command.ts';
import { LabError, type Say } from './lab.ts';

/** Debian 13: the first with Wine 10; Debian 12's Wine 8 is too old for Node 24. */
const SUITE = 'trixie';
/** What the root holds: Wine, and the makers and readers of MSIs. The root's directory is named after it. */
const PACKAGES = ['wine', 'wine64', 'wixl', 'msitools'];
const TOOLS = ['mmdebstrap', 'uidmap', 'util-linux', 'tar', 'debian-archive-keyring'];

/**
 * Makes sure that this machine lets us build and enter a root of our own.
 * @throws LabError naming the command or setting that is missing
 */
export async function ensureTools(say: Say): Promise<void> {
  if (process.arch !== 'x64') {
    throw new LabError(`This machine is ${process.arch}; the lab needs x64.`, 'Run it on an x86-64 machine.');
  }
  const namespace = await tryCommand('unshare', isRoot ? ['-m', 'true'] : ['-r', '-m', 'true']);
  if (namespace.status !== 0) {
    throw new LabError(
      `This ${isRoot ? 'container' : 'user'} may not make a mount namespace: ${lastLines(namespace.output, 1)}.`,
      isRoot
        ? 'Give the container CAP_SYS_ADMIN (docker run --privileged).'
        : 'Run as root, or allow user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0 (those that exist).',
    );
  }
  const present = await Promise.all(['mmdebstrap', ...(isRoot ? [] : ['newuidmap'])].map(findProgram));
  if (present.every((program) => program !== undefined)) return;
  await aptInstall(
    TOOLS,
    `There is no Wine 10 here, and ${isRoot ? 'mmdebstrap' : 'mmdebstrap or newuidmap'}, which could bring it, is missing`,
    say,
  );
}

/**
 * Builds a Debian root with Wine and msitools in `target`, which must not exist: mmdebstrap's tar goes straight into tar,
 * since as an ordinary user it can't write the files itself. 45–60 s, 1.1 GB.
 * @throws LabError with mmdebstrap's last lines
 */
export async function buildRoot(target: string, say: Say): Promise<void> {
  const mirror = await debianMirror();
  if (!mirror) say("no Debian mirror in this machine's apt sources: mmdebstrap's default is used");
  const making = `${target}.part-${process.pid}`;
  await mkdir(making, { recursive: true });
  const tar = spawn('tar', ['-x', '-C', making, '--no-same-owner', '--exclude=./dev/*'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const unpacked = new Promise<number>((resolve) => {
    tar.on('error', () => resolve(-1)).on('close', (code) => resolve(code ?? -1));
  });
  const options = [
    '--variant=minbase',
    `--mode=${isRoot ? 'root' : 'unshare'}`,
    '--format=tar',
    '--dpkgopt=force-unsafe-io',
    ...['doc', 'man', 'locale', 'info'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
    ...(await aptTransportOptions()).map((option) => `--aptopt=${option}`),
    `--include=${PACKAGES.join(',')}`,
  ];
  const work = await makeWorkDirectory();
  const command = ['mmdebstrap', ...options, SUITE, '-', ...(mirror ? [mirror] : [])];
  // As root, mmdebstrap mounts the machine's own /dev/shm, /proc and /sys in its work directory, and leaves them there when
  // it is killed. In a namespace of its own they end with it, and whoever then removes the directory removes no more.
  const [program = '', ...args] = isRoot ? ['unshare', '-m', ...command] : command;
  const built = await tryCommand(
    program,
    args,
    // The child writes into tar by itself; the bytes never pass through this process.
    { stdio: ['ignore', tar.stdin, 'pipe'], cwd: '/', env: { ...process.env, TMPDIR: work } },
    (line) => {
      if (/^I: .*(\.\.\.|mode:)/.test(line)) say(`mmdebstrap: ${line.slice(3)}`);
    },
  );
  tar.stdin.destroy();
  const tarStatus = await unpacked;
  await rmdir(work).catch(() => {});
  if (built.status !== 0) {
    throw new LabError(`mmdebstrap failed:\n${lastLines(built.output)}\n`, remedyFor(built.output));
  }
  if (tarStatus !== 0) throw new LabError(`tar failed (${tarStatus}).`, 'Is the disk full?');
  await mkdir(path.join(making, 'host'), { recursive: true });
  await rename(making, target);
}

/**
 * A directory for mmdebstrap's own work, open for the other users that it acts as. What a killed preparation left in its
 * own (1 GB) is removed, unless something is mounted in there; not as an ordinary user, who doesn't own those files.
 */
async function makeWorkDirectory(): Promise<string> {
  const mounts = await readFile('/proc/self/mounts', 'utf8');
  for (const name of await readdir(tmpdir())) {
    const pid = /^setup-go-win-lab-root\.(\d+)$/.exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    const left = path.join(tmpdir(), name);
    if (!mounts.includes(` ${left}/`)) await rm(left, { recursive: true, force: true }).catch(() => {});
  }
  const work = path.join(tmpdir(), `setup-go-win-lab-root.${process.pid}`);
  await mkdir(work, { mode: 0o755 });
  return work;
}

function remedyFor(output: string): string {
  if (/subuid|subgid|newuidmap/.test(output)) {
    return 'Give this user sub-ids: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $USER';
  }
  if (/No space left/.test(output)) return 'Free 3 GB in the cache directory and in TMPDIR.';
  if (/NO_PUBKEY|not signed|keyring/.test(output))
    return 'Install or update the package debian-archive-keyring.';
  return 'Is the mirror in the apt sources reached, and does it have trixie? (`apt-get update` tells.)';
}
