import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Holder, startHolder } from '../msi/holder.ts';
import { labCacheDir } from '../releases/cache.ts';
import { windowsProgram } from '../releases/windows-program.ts';
import type { WindowsLab } from '../windows/lab.ts';

const SOURCE = fileURLToPath(new URL('./collector', import.meta.url));

/**
 * Starts a Windows process that reads a file as collectors of logs do: others may write to it meanwhile, and may not rename it.
 * @param file Windows path; it has to be there
 */
export async function collect(lab: WindowsLab, file: string): Promise<Holder> {
  const program = await windowsProgram(SOURCE, {
    architecture: 'x64',
    directory: path.join(labCacheDir(), 'releases', 'made-up'),
    name: 'collector',
    say: () => {},
  });
  return await startHolder(lab, lab.toWindows(program), [file]);
}
