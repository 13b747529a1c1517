import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scratch, WindowsLab } from '../windows/lab.ts';
import { labCacheDir } from './cache.ts';
import type { Progress } from './release.ts';
import { windowsProgram } from './windows-program.ts';

const SOURCE = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'tar');

/**
 * A directory with a stand-in for tar.exe, for PATH: Windows has tar, Wine has not, and @actions/cache packs with it. What it does and how it can be made
 * to fail stands in lab/tar/main.go. On a real Windows the directory is empty, and its own tar is used.
 */
export async function standInTar(
  lab: WindowsLab,
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<Scratch> {
  const scratch = await lab.newScratch('tar');
  if (lab.kind === 'windows') return scratch;
  const directory = path.join(labCacheDir(), 'programs');
  await mkdir(directory, { recursive: true });
  const program = await windowsProgram(SOURCE, { architecture: 'x64', directory, name: 'tar', say });
  await copyFile(program, path.join(scratch.host, 'tar.exe'));
  return scratch;
}
