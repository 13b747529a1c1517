import { createHash } from 'node:crypto';
import type { Architecture } from '../../src/release/release.ts';
import { goArch, toSemver } from '../releases/release.ts';

/** Go's UpgradeCode for each architecture: all releases of one share it, so that one replaces the other. */
export const UPGRADE_CODES: Readonly<Record<Architecture, string>> = {
  x64: '{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}',
  x86: '{1C3114EA-08C3-11E1-9095-7FCA4824019B}',
  arm64: '{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}',
};

/** What a Go MSI says of itself. */
export interface MsiFacts {
  /** `{GUID}` in upper case; another one for other content, as Go's are new in each build. */
  readonly productCode: string;
  readonly upgradeCode: string;
  /** `Go Programming Language amd64 go1.99.1`: the only place that has the whole version. */
  readonly productName: string;
  /** Three numbers: of a release candidate the suffix is gone. */
  readonly productVersion: string;
}

/** The facts of a release's MSI. `content` stands for all that is in it. */
export function msiFacts(goVersion: string, architecture: Architecture, content: string): MsiFacts {
  return {
    productCode: guidOf(`product ${content}`),
    upgradeCode: UPGRADE_CODES[architecture],
    productName: `Go Programming Language ${goArch[architecture]} ${goVersion}`,
    productVersion: toSemver(goVersion).replace(/-.*$/, ''),
  };
}

/** The name that Go's own servers give the MSI of a release. */
export function msiName(goVersion: string, architecture: Architecture): string {
  return `${goVersion}.windows-${goArch[architecture]}.msi`;
}

/** A GUID that is the same for the same text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `{${parts.join('-')}}`;
}
