import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../releases/run.ts';
import type { Scratch, WindowsLab } from '../windows/lab.ts';

const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What of the repository a job needs that says `uses: ./`. */
const ACTION_FILES = ['action.yml', 'dist', 'examples'];

export interface WorkspaceOptions {
  /** Files and folders of the repository to copy. Default: action.yml, dist and examples. */
  readonly copy?: readonly string[];
  /** Files to write on top, by their path in the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * A checkout for act in a directory of its own on drive C: the built action, the examples and what a test adds. It is a git
 * repository with one commit, from which act takes ref and SHA (git is the host's; where there is none act only warns).
 */
export async function actWorkspace(
  lab: WindowsLab,
  name: string,
  options: WorkspaceOptions = {},
): Promise<Scratch> {
  const scratch = await lab.newScratch(name);
  for (const entry of options.copy ?? ACTION_FILES) {
    await cp(path.join(REPO, entry), path.join(scratch.host, entry), { recursive: true });
  }
  for (const [file, text] of Object.entries(options.files ?? {})) {
    const target = path.join(scratch.host, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const identity = ['-c', 'user.name=lab', '-c', 'user.email=lab@lab.invalid', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--force', '--all'],
    [...identity, 'commit', '--quiet', '--no-verify', '-m', 'lab'],
    ['remote', 'add', 'origin', 'https://github.com/lab/setup-go-win'],
  ]) {
    await run('git', ['-C', scratch.host, ...args]);
  }
  return scratch;
}
