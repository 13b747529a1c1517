import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowsLab } from '../windows/lab.ts';
import type { LabMsi } from './build.ts';
import { exportKey, runExactly } from './exact.ts';
import { UPGRADE_CODES } from './shape.ts';

/** The machine's environment and pending renames stand below this key. */
export const SESSION_MANAGER = 'HKLM\\System\\CurrentControlSet\\Control\\Session Manager';
const UPGRADES = 'HKLM\\SOFTWARE\\Classes\\Installer\\UpgradeCodes';

/** What tests ask and want of the Windows on which MSIs are installed. Nothing of the action takes part in it. */
export interface MsiMachine {
  /** Where Go's MSIs install to unless told otherwise, as the host sees it. */
  readonly goRoot: string;
  /** Runs msiexec with this line, silently, and returns all 32 bits of its exit code. */
  msiexec(line: string): Promise<number>;
  /** Copies an MSI to drive C, into a directory of its own. @returns its Windows path */
  place(msi: LabMsi): Promise<string>;
  /** First line of VERSION in {@link goRoot}, or `none`. */
  version(): Promise<string>;
  /** What go.exe in {@link goRoot} answers to `go version`. */
  goAnswers(): Promise<string>;
  /** Text of a key and all below it in the 64-bit view, empty where it is not there. */
  registry(key: string): Promise<string>;
  /** Packed product codes of the amd64 Goes that Windows has on record. */
  registered(): Promise<string[]>;
  /** PendingFileRenameOperations: pairs of what is renamed and whereto; an empty text stands for its removal. */
  pending(): Promise<string[]>;
  /** Uninstalls these, if they are there. */
  clear(...msis: readonly LabMsi[]): Promise<void>;
}

export function msiMachine(lab: WindowsLab): MsiMachine {
  const msiexecPath = `${lab.baseEnvironment['SystemRoot']}\\system32\\msiexec.exe`;
  const goRoot = path.join(lab.driveC, 'Program Files', 'Go');
  const registry = async (key: string) => (await exportKey(lab, key))?.toString('utf16le') ?? '';
  return {
    goRoot,
    registry,
    msiexec: async (line) => await runExactly(lab, msiexecPath, `${line} /qn /norestart`),
    place: async (msi) => {
      const scratch = await lab.newScratch('msi');
      await copyFile(msi.path, path.join(scratch.host, msi.filename));
      return `${scratch.windows}\\${msi.filename}`;
    },
    version: async () => {
      const text = await readFile(path.join(goRoot, 'VERSION'), 'utf8').catch(() => 'none');
      return text.split('\n')[0] ?? '';
    },
    goAnswers: async () => (await lab.run('C:\\Program Files\\Go\\bin\\go.exe', ['version'])).stdout.trim(),
    registered: async () => {
      const index = await registry(`${UPGRADES}\\${packedGuid(UPGRADE_CODES.x64)}`);
      return index.match(/(?<=")[0-9A-F]{32}(?=")/g) ?? [];
    },
    pending: async () => {
      const text = await registry(SESSION_MANAGER);
      const hex = /"PendingFileRenameOperations"=hex\(7\):([0-9a-f,\\\s]*)/.exec(text)?.[1] ?? '';
      const bytes = hex.split(/[,\\\s]+/).filter(Boolean);
      return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 16)))
        .toString('utf16le')
        .split('\0');
    },
    clear: async (...msis) => {
      for (const { productCode } of msis) await lab.run(msiexecPath, ['/x', productCode, '/qn']);
    },
  };
}

/** A GUID as Windows Installer writes it in the registry: three parts reversed, of the rest each two digits swapped. */
export function packedGuid(guid: string): string {
  const [first = '', second = '', third = '', ...rest] = guid.slice(1, -1).split('-');
  const reversed = [first, second, third].map((part) => [...part].reverse().join(''));
  return `${reversed.join('')}${rest.join('').replace(/(.)(.)/g, '$2$1')}`;
}
