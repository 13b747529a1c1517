import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { findProgram, isRoot, tryCommand } from './command.ts';
import { type Environment, LabError } from './lab.ts';

/** Wine's programs and how they are reached: directly, or inside the root that the lab built. */
export interface Wine {
  /** What `--version` says: wine-10.0 (…). */
  readonly version: string;
  /** The drive letter under which Wine sees the host's files. */
  readonly hostDrive: 'H:' | 'Z:';
  /** A host path as Wine's programs see it. */
  inner(hostPath: string): string;
  /** Starts one of Wine's programs. The process's pid is that of the program itself: nothing stays in between. */
  launch(
    program: 'wine' | 'wineserver',
    args: readonly string[],
    options: { readonly env: Environment; readonly cwd: string; readonly stdio: StdioOptions },
  ): ChildProcess;
  /** Lets go of the namespace, where there is one. Processes that run in it live on. */
  close(): void;
}

/** The oldest Wine that Node 24 runs on. */
const OLDEST = 10;

/** The machine's own Wine, when it is new enough; else undefined. */
export async function ownWine(): Promise<Wine | undefined> {
  // The `wine` of distributions is a shell script, and dash drops variables such as INPUT_GO-VERSION: an ELF is wanted.
  const named = await Promise.all(['wine64', 'wine'].map(findProgram));
  const candidates = [...named, '/usr/lib/wine/wine64', '/usr/lib/wine/wine', '/opt/wine-stable/bin/wine'];
  for (const wine of candidates) {
    if (!wine || !(await isElf(wine))) continue;
    const version = (await tryCommand(wine, ['--version'])).stdout.trim();
    if (Number.parseInt(/^wine-(\d+)/.exec(version)?.[1] ?? '0', 10) < OLDEST) continue;
    const servers = [path.join(path.dirname(wine), 'wineserver'), await findProgram('wineserver')];
    const server = servers.find((file) => file !== undefined) ?? 'wineserver';
    return {
      version,
      hostDrive: 'Z:',
      inner: (hostPath) => hostPath,
      launch: (program, args, options) => spawn(program === 'wine' ? wine : server, args, { ...options }),
      close: () => {},
    };
  }
  return undefined;
}

async function isElf(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      return (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer.toString('latin1') === '\x7fELF';
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** What the holder of the namespace does: the host's files at /host, then wait for the end of its stdin. */
const HOLD = `
set -e
cd "$1"
mount --rbind /dev dev
mount --rbind /proc proc
mount --rbind /sys sys
mount --rbind / host
for file in hosts resolv.conf; do
  if [ -f "/etc/$file" ]; then touch "etc/$file"; mount --bind "$(readlink -f "/etc/$file")" "etc/$file"; fi
done
exec "$2" . /bin/sh -c 'echo ready; read -r _'
`;

/**
 * Wine in the root that {@link buildRoot} made. One process holds a mount namespace with that root; Wine's programs enter
 * it by nsenter, which replaces itself by them and leaves their environment alone. The holder ends with this process.
 * @throws LabError when the namespace can't be made
 */
export async function wineInRoot(root: string): Promise<Wine> {
  const [unshare, nsenter, chroot] = await Promise.all(['unshare', 'nsenter', 'chroot'].map(findProgram));
  if (!unshare || !nsenter || !chroot) {
    throw new LabError(
      'unshare, nsenter or chroot is missing.',
      'Install the packages util-linux and coreutils.',
    );
  }
  const mode = isRoot ? ['-m'] : ['-r', '-m'];
  const holder = spawn(unshare, [...mode, '/bin/sh', '-c', HOLD, 'sh', root, chroot], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  holder.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve());
    holder.once('error', reject);
    holder.once('exit', () => {
      const remedy = 'Run as root, or remove the lab’s cache directory and prepare again.';
      reject(new LabError(`The namespace for Wine could not be made: ${complaint.trim()}.`, remedy));
    });
  });
  // Nothing here keeps node alive: when it ends, the holder reads the end of its stdin and ends too.
  holder.unref();
  for (const stream of [holder.stdin, holder.stdout, holder.stderr]) {
    (stream as unknown as { unref(): void }).unref();
  }
  const enter = ['-t', String(holder.pid), '-m', '-r', ...(isRoot ? [] : ['-U', '--preserve-credentials'])];
  const programs = { wine: '/usr/lib/wine/wine64', wineserver: '/usr/lib/wine/wineserver64' };
  return {
    version: (await tryCommand(nsenter, [...enter, programs.wine, '--version'])).stdout.trim(),
    hostDrive: 'H:',
    inner: (hostPath) => `/host${hostPath}`,
    launch: (program, args, { env, cwd, stdio }) =>
      // env -C enters the directory from inside; a directory entered from outside has no path there.
      spawn(nsenter, [...enter, '/usr/bin/env', '-C', `/host${cwd}`, programs[program], ...args], {
        env,
        stdio,
      }),
    close: () => holder.stdin.end(),
  };
}
