import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { putInPlace } from '../msi/scripted.ts';
import { labCacheDir } from '../releases/cache.ts';
import { windowsProgram } from '../releases/windows-program.ts';
import type { WindowsLab } from '../windows/lab.ts';

const SOURCE = fileURLToPath(new URL('stand-in', import.meta.url));

/**
 * Puts a stand-in into the place of powershell.exe that answers who runs from a directory, and ends such processes, from the real processes of
 * that Windows; it has no Restart Manager. Only in a Windows of one's own.
 * @returns gives the place back
 * @throws LabError on a real Windows
 */
export async function standInPowerShell(lab: WindowsLab): Promise<() => Promise<void>> {
  const directory = path.join(labCacheDir(), 'releases', 'made-up');
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const program = await windowsProgram(SOURCE, { architecture: 'x64', directory, name: 'powershell', say });
  return await putInPlace(lab, 'powershell', program);
}
