import * as core from '@actions/core';
import { SetupError } from './errors.ts';
import { secretsIn } from './network/display-url.ts';
import { parseArchitecture } from './release/names.ts';
import type { Architecture } from './release/release.ts';

/** Every input of action.yml, read once and checked. Absent text inputs are empty strings. */
export interface Inputs {
  /** One spec a line of `go-version`; empty when the input was not given. */
  readonly goVersions: readonly string[];
  readonly goVersionFile: string;
  readonly checkLatest: boolean;
  readonly resolution: 'highest' | 'lowest';
  /** Undefined: the machine's own. */
  readonly architecture: Architecture | undefined;
  /** Base URL, directory or UNC share of a mirror. */
  readonly mirror: string;
  readonly mirrorToken: string;
  readonly token: string;
  /** Lower-case hex SHA-256. */
  readonly checksum: string;
  readonly officialOnly: boolean;
  readonly transparency: 'auto' | 'require' | 'off';
  /** Go's own variables GOSUMDB and GOPROXY: which checksum database, and by whom it is reached. */
  readonly goSumDb: string;
  readonly goProxy: string;
  readonly offline: boolean;
  readonly verify: 'auto' | 'always';
  readonly lockTimeoutMs: number;
  readonly downloadTimeoutMs: number;
  readonly goToolchain: string;
  readonly setGoroot: boolean;
  readonly updateEnvironment: boolean;
  readonly summary: 'auto' | 'always' | 'never';
}

/**
 * Inputs that other versions of the action know and this one does not. Ignoring them would do something else than the workflow asks for,
 * so any other value than the one that changes nothing is refused.
 */
const UNAVAILABLE = [
  ['install-method', 'zip'],
  ['scope', 'job'],
  ['operation', 'install'],
  ['policy', ''],
  ['ca-file', ''],
  ['client-cert', ''],
] as const;

/**
 * Reads the inputs from the variables that the runner sets (`INPUT_…`) and checks each. Masks the secrets among them.
 *
 * @throws SetupError E_INPUT naming the input and the values it takes
 */
export function readInputs(): Inputs {
  const token = text('token');
  const mirrorToken = text('mirror-token');
  const mirror = text('go-download-base-url') || (process.env['GO_DOWNLOAD_BASE_URL'] ?? '').trim();
  const goProxy = (process.env['GOPROXY'] ?? '').trim();
  const addresses = [
    mirror,
    ...goProxy.split(/[,|]/),
    (process.env['GOSUMDB'] ?? '').trim().split(/\s+/)[1] ?? '',
  ];
  const secrets = [
    token,
    mirrorToken,
    mirrorToken.replace(/^(?:bearer|basic) +/i, ''),
    ...addresses.flatMap((address) => secretsIn(address.trim())),
  ];
  for (const secret of new Set(secrets)) if (secret !== '') core.setSecret(secret);

  if (/[^\t\x20-\x7e]/.test(mirrorToken)) {
    throw new SetupError('E_INPUT', 'The input mirror-token holds a character that no header may have.', {
      remedy: 'See whether the secret has a line end or a letter of another script in it.',
    });
  }
  for (const [name, harmless] of UNAVAILABLE) {
    const value = text(name);
    if (value !== '' && value !== harmless) {
      throw invalid(
        name,
        value,
        'it is not available in this version of the action',
        'Remove it, or use a version that has it.',
      );
    }
  }

  const inputs: Inputs = {
    // A line of spaces, or the CR of one that Windows wrote, is none.
    goVersions: core.getMultilineInput('go-version').filter((line) => line !== ''),
    goVersionFile: text('go-version-file'),
    checkLatest: flag('check-latest', false),
    resolution: choice('resolution', ['highest', 'lowest']),
    architecture: architecture(),
    mirror,
    mirrorToken,
    token,
    checksum: checksum(),
    officialOnly: flag('official-only', false),
    transparency: choice('transparency', ['auto', 'require', 'off']),
    goSumDb: (process.env['GOSUMDB'] ?? '').trim(),
    goProxy,
    offline: flag('offline', false),
    verify: choice('verify', ['auto', 'always']),
    lockTimeoutMs: duration('lock-timeout', '10m'),
    downloadTimeoutMs: duration('download-timeout', '10m'),
    goToolchain: toolchain(),
    setGoroot: flag('set-goroot', true),
    updateEnvironment: flag('update-environment', true),
    summary: choice('summary', ['auto', 'always', 'never']),
  };
  if (inputs.checksum !== '' && inputs.goVersions.length > 1) {
    throw invalid(
      'checksum',
      inputs.checksum,
      `one hash cannot fit ${inputs.goVersions.length} versions`,
      'Install one version a step, each with its own checksum.',
    );
  }
  return Object.freeze(inputs);
}

/**
 * A duration as people write it: `500ms`, `30s`, `10m`, `1h`, or parts of those together (`1h30m`).
 *
 * @returns milliseconds, or undefined where the text is none or is not above zero
 */
export function parseDuration(text: string): number | undefined {
  const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  if (!/^(?:\d{1,9}(?:ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+)(ms|s|m|h)/g))
    total += Number(number) * (units[unit ?? ''] ?? 0);
  return total > 0 ? total : undefined;
}

function text(name: string): string {
  return core.getInput(name).trim();
}

/** Booleans as YAML 1.2's core schema writes them: true, True, TRUE, false, False, FALSE. */
function flag(name: string, fallback: boolean): boolean {
  const value = text(name);
  if (value === '') return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw invalid(name, value, 'it is not a boolean', 'Use true or false.');
}

/** One of several words; the first is the default. */
function choice<T extends string>(name: string, values: readonly [T, ...T[]]): T {
  const value = text(name);
  if (value === '') return values[0];
  const match = values.find((candidate) => candidate === value);
  if (match === undefined)
    throw invalid(name, value, 'it is not one of its values', `Use one of: ${values.join(', ')}.`);
  return match;
}

function duration(name: string, fallback: string): number {
  const value = text(name) || fallback;
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined)
    throw invalid(name, value, 'it is not a duration', 'Write it like 30s, 10m or 1h30m.');
  return milliseconds;
}

function architecture(): Architecture | undefined {
  const value = text('architecture');
  if (value === '') return undefined;
  const parsed = parseArchitecture(value);
  if (parsed === undefined) {
    throw invalid(
      'architecture',
      value,
      'Go for Windows has no such architecture',
      'Use x64 (amd64), x86 (386, ia32) or arm64, or leave it out for the one of the machine.',
    );
  }
  return parsed;
}

function checksum(): string {
  const value = text('checksum');
  if (value === '') return '';
  const hex = value.toLowerCase().replace(/^sha256:/, '');
  if (!/^[0-9a-f]{64}$/.test(hex)) {
    throw invalid(
      'checksum',
      value,
      'a SHA-256 has 64 hex digits',
      'Copy it from the SHA256 column of go.dev/dl.',
    );
  }
  return hex;
}

/** Go's own grammar of GOTOOLCHAIN (go.dev/doc/toolchain#select), plus `keep`. */
function toolchain(): string {
  const value = text('go-toolchain');
  if (value === '' || /^(?:keep|local|auto|path)$/.test(value)) return value;
  if (/^(?:local|go1\.[0-9a-z.-]+)(?:\+(?:auto|path))?$/.test(value)) return value;
  throw invalid(
    'go-toolchain',
    value,
    'it is no value of GOTOOLCHAIN',
    'Use local, auto, path, keep, or a toolchain name such as go1.25.3 or go1.25.3+auto.',
  );
}

function invalid(name: string, value: string, reason: string, remedy: string): SetupError {
  return new SetupError('E_INPUT', `The input ${name} is "${value.slice(0, 200)}": ${reason}.`, { remedy });
}
