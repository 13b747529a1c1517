import { statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { systemCode } from '../../errors.ts';
import { describeHolder } from '../../windows/holder.ts';
import { nameHolders } from '../../windows/holders.ts';
import { nearestDirectory } from '../../windows/places.ts';
import { formatBytes } from '../log.ts';
import type { FailedStep, Part } from './part.ts';
import { isMsi, machineRootOf, toolCachesOf } from './places.ts';

export const diskPart: Part = {
  name: 'disk.txt',
  what: 'free and total space where the tool cache, RUNNER_TEMP, the temporary files and the machine root lie',
  cheap: false,
  async write(directory, step) {
    const places = [
      ...toolCachesOf(step).map((place) => ['tool cache', place]),
      ['RUNNER_TEMP', step.env['RUNNER_TEMP'] ?? ''],
      ['temporary files', os.tmpdir()],
      ['machine root', machineRootOf(step)],
    ].filter(([, place]) => place !== '');
    // At once: a share that is not there may answer after the others, or never.
    await Promise.all(
      places.map(async ([what, place = '']) =>
        directory.append('disk.txt', `${what} ${place}: ${await space(place)}\n`),
      ),
    );
  },
};

/** Of the nearest directory that is there: the place itself may be what could not be made. */
async function space(place: string): Promise<string> {
  try {
    const { bavail, blocks, bsize } = await statfs(await nearestDirectory(place));
    if (blocks === 0) return 'its volume tells nothing';
    return `${formatBytes(bavail * bsize)} free of ${formatBytes(blocks * bsize)}`;
  } catch (error) {
    return `not known (${systemCode(error) ?? error})`;
  }
}

const HELD = new Set([
  'E_LOCKED',
  'E_PERMISSION',
  'E_MSI_LOCKED',
  'E_MSI_PERMISSION',
  'E_MSI_TARGET',
  'E_REBOOT',
  'E_VERIFY',
]);
/** For PowerShell and tasklist: less than the bundle has, so that no program outlives the step's report. */
const SEARCH_MS = 9000;

export const holdersPart: Part = {
  name: 'holders.txt',
  what: 'processes that run from the tool cache, or from the Go of the machine, without the values in their command lines',
  cheap: false,
  missing: ({ failure }) =>
    HELD.has(failure.code) ? undefined : 'this failure has nothing to do with files that are held',
  async write(directory, step) {
    for (const place of heldPlaces(step)) {
      directory.until.throwIfAborted();
      const { holders, looked } = await nameHolders([], place, { timeoutMs: SEARCH_MS });
      const lines = [...looked, ...holders.map(describeHolder)];
      directory.append('holders.txt', `${place}\n${lines.map((line) => `  ${line}\n`).join('')}`);
    }
  },
};

function heldPlaces(step: FailedStep): readonly string[] {
  if (!isMsi(step)) return toolCachesOf(step);
  const programs = step.env['ProgramW6432'] || step.env['ProgramFiles'] || 'C:\\Program Files';
  return [step.inputs?.msiInstallDir || path.win32.join(programs, 'Go')];
}
