import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('killed.ts', import.meta.url));
/** No work takes so many calls that change something. */
export const MOST = 60;

/** Runs the work until its n-th call. @returns whether it was killed: false, where it was through before */
export async function killAt(work: string, root: string, at: number): Promise<boolean> {
  const args = ['--import', 'tsx', CHILD, work, root, String(at)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return await new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`${work} ended with ${code}: ${said}`));
    });
  });
}

/** Keeps what is in `home` of a scratch directory under a name; {@link bringHome} brings it back. Links lead to whole paths: each round plays at the same place. */
export function keepHome(scratch: string, name: string): void {
  copyTree(path.join(scratch, 'home'), path.join(scratch, name));
}

/** Puts what was kept under a name in the place of `home`. */
export function bringHome(scratch: string, name: string): void {
  rmSync(path.join(scratch, 'home'), { recursive: true });
  copyTree(path.join(scratch, name), path.join(scratch, 'home'));
}

function copyTree(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
