import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { findProgram, isRoot } from './command.ts';
import { type Environment, LabError } from './lab.ts';

/** A mount namespace in which the Debian root that the lab built is `/` and the host's files are below `/host`. */
export interface RootNamespace {
  /** A host path as the root's programs see it. */
  inner(hostPath: string): string;
  /** The command of the host that runs one of the root's programs; `cwd` is a host path. */
  command(file: string, args: readonly string[], cwd: string): readonly [string, ...string[]];
  /**
   * Starts one of the root's programs. The process's pid is that of the program itself: nothing stays in between.
   * @param options the whole environment; `cwd` is a host path
   */
  spawn(
    file: string,
    args: readonly string[],
    options: { readonly env: Environment; readonly cwd: string; readonly stdio: StdioOptions },
  ): ChildProcess;
  /** Lets go of the namespace. Processes that run in it live on. */
  close(): void;
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
 * Enters the root that {@link buildRoot} made. One process holds a mount namespace with that root; programs enter it by
 * nsenter, which replaces itself by them and leaves their environment alone. The holder ends with this process.
 * @throws LabError when the namespace can't be made
 */
export async function enterRoot(root: string): Promise<RootNamespace> {
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
      reject(new LabError(`The lab’s Debian root could not be entered: ${complaint.trim()}.`, remedy));
    });
  });
  // Nothing here keeps node alive: when it ends, the holder reads the end of its stdin and ends too.
  holder.unref();
  for (const stream of [holder.stdin, holder.stdout, holder.stderr]) {
    (stream as unknown as { unref(): void }).unref();
  }
  const enter = ['-t', String(holder.pid), '-m', '-r', ...(isRoot ? [] : ['-U', '--preserve-credentials'])];
  // env -C enters the directory from inside; a directory entered from outside has no path there.
  const command = (file: string, args: readonly string[], cwd: string) =>
    [nsenter, ...enter, '/usr/bin/env', '-C', `/host${cwd}`, file, ...args] as const;
  return {
    inner: (hostPath) => `/host${hostPath}`,
    command,
    spawn: (file, args, { env, cwd, stdio }) => {
      const [program, ...rest] = command(file, args, cwd);
      return spawn(program, rest, { env, stdio });
    },
    close: () => holder.stdin.end(),
  };
}
