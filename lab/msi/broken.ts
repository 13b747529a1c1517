import { open, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { guidOf } from './shape.ts';
import type { MsiTools } from './tools.ts';

/**
 * How an MSI lets its user down:
 * - `fails-after-copy`: an action right after InstallFiles fails; in an upgrade the old Go is gone by then
 * - `launch-condition`: asks for a Windows that nobody has
 * - `wrong-architecture`: says that it is for ARM64, whatever is in it
 * - `corrupt-cabinet`: the tables are right, the files in the cabinet are not
 * - `truncated`: the last third is missing
 */
export type Broken =
  | 'fails-after-copy'
  | 'launch-condition'
  | 'wrong-architecture'
  | 'corrupt-cabinet'
  | 'truncated';

/** Type 19: fails with the message that its Target names. */
const FAILING_ACTION = [
  "INSERT INTO `CustomAction` (`Action`, `Type`, `Target`) VALUES ('FailAfterCopy', 19, 'The lab asked for a failure after the copy.')",
  "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('FailAfterCopy', 'NOT REMOVE', 4001)",
];

/** Changes the tables of a package as the fault asks. `template`: other platform and language in its summary. */
export async function breakTables(
  msi: string,
  broken: Broken | undefined,
  template: string | undefined,
  tools: MsiTools,
): Promise<void> {
  const build = async (...args: string[]) =>
    await tools.run('msibuild', [tools.inner(msi), ...args], path.dirname(msi));
  if (broken === 'fails-after-copy') {
    for (const query of FAILING_ACTION) await build('-q', query);
  }
  if (template) await build('-s', 'Installer', 'https://go.dev', template, guidOf(`summary ${msi}`));
}

/** Changes the bytes of a finished package as the fault asks. */
export async function breakFile(msi: string, broken: Broken | undefined): Promise<void> {
  const { size } = await stat(msi);
  if (broken === 'truncated') await truncate(msi, Math.floor((size * 2) / 3));
  if (broken !== 'corrupt-cabinet') return;
  const file = await open(msi, 'r+');
  try {
    const bytes = await file.readFile();
    const start = bytes.indexOf('MSCF\0');
    const length = bytes.readUInt32LE(start + 8);
    // Every block of the cabinet starts with the letters CK; without them nothing can be read from there on.
    const spoiled = Buffer.alloc(Math.floor(length / 2));
    await file.write(spoiled, 0, spoiled.length, start + Math.floor(length / 4));
  } finally {
    await file.close();
  }
}
