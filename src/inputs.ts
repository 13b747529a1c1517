import * as core from '@actions/core';
import { SetupError } from './errors.ts';
import type { FleetOperation, Stage } from './fleet/types.ts';
import { refuseContradictions } from './input-rules.ts';
import { choice, duration, fileName, flag, invalid, text, wholeNumber } from './input-values.ts';
import { legInputs } from './leg-inputs.ts';
import { machineInputs } from './machine-inputs.ts';
import { secretsIn } from './network/display-url.ts';
import { parseArchitecture } from './release/names.ts';
import type { Architecture } from './release/release.ts';
import { DEFAULT_LEASE_HOURS, LONGEST_LEASE_HOURS } from './toolcache/leases.ts';

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
  /** Files of certificates and a key, as they were given; empty where not. */
  readonly caFile: string;
  readonly clientCert: string;
  readonly clientKey: string;
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
  /** End processes that run from the very directory that is replaced. */
  readonly stopHolders: boolean;
  readonly goToolchain: string;
  readonly setGoroot: boolean;
  readonly updateEnvironment: boolean;
  readonly problemMatchers: boolean;
  readonly summary: 'auto' | 'always' | 'never';
  /** Module and build cache: `auto` decides by runner and event. */
  readonly cache: 'auto' | 'true' | 'false' | 'restore-only';
  /** Globs of the files that name the dependencies, one a line; empty: those that are found. */
  readonly cacheDependencyPath: readonly string[];
  readonly cacheKeyPrefix: string;
  /** `msi` is for the whole machine; the rest below is for it. */
  readonly installMethod: 'zip' | 'msi';
  /** `machine`: versions side by side below the machine's root. An MSI is for the machine in any case. */
  readonly scope: 'job' | 'machine';
  readonly operation:
    | 'install'
    | 'switch'
    | 'repair'
    | 'rollback'
    | 'uninstall'
    | 'status'
    | 'prune'
    | FleetOperation;
  /** Also write the variable GOROOT of the machine, or of the user. */
  readonly machineGoroot: boolean;
  /** Where journal, packages and logs of machine-wide changes lie; empty: %ProgramData%\setup-go-win. */
  readonly machineRoot: string;
  /** INSTALLDIR; empty: where the old version is, else the MSI's default. */
  readonly msiInstallDir: string;
  readonly msiSignature: 'require' | 'warn' | 'off';
  readonly msiPublisher: string;
  /** How long to wait for other installations. Never ends msiexec. */
  readonly msiTimeoutMs: number;
  readonly onRebootRequired: 'fail' | 'warn';
  /** How long a lease on a version holds when nobody gives it back. */
  readonly leaseHours: number;
  /** What a prune keeps; undefined: this rule is not given. */
  readonly keepVersions: number | undefined;
  readonly keepMinors: number | undefined;
  readonly keepDays: number | undefined;
  /** The only runner that this job is for; empty: any. */
  readonly expectedRunner: string;
  /** The runner's id in its fleet; empty: its name. */
  readonly runnerId: string;
  /** What part of a fleet's upgrade this step is; empty: none in particular. */
  readonly stage: Stage | 'upgrade' | '';
  /** Where the result of a leg goes; empty: nowhere. */
  readonly resultFile: string;
  /** Look whether the machine's Go works after an operation, and how fast; go back where it does not. */
  readonly healthCheck: boolean;
  /** How often the health check builds and tests its module with each Go. */
  readonly healthRuns: number;
  /** How much slower a Go may be than the one before: 0.25 is a quarter. */
  readonly tolerance: number;
  /** Say what would be done, and change nothing. */
  readonly dryRun: boolean;
  /** Path of a policy file, from the workspace; empty where there is none. */
  readonly policy: string;
}

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

  const inputs: Inputs = {
    // A line of spaces, or the CR of one that Windows wrote, is none.
    goVersions: core.getMultilineInput('go-version').filter((line) => line !== ''),
    goVersionFile: text('go-version-file'),
    checkLatest: flag('check-latest', false),
    resolution: choice('resolution', ['highest', 'lowest']),
    architecture: architecture(),
    mirror,
    mirrorToken,
    caFile: fileName('ca-file', text('ca-file')),
    clientCert: fileName('client-cert', text('client-cert')),
    clientKey: fileName('client-key', text('client-key')),
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
    stopHolders: flag('stop-holders', false),
    goToolchain: toolchain(),
    setGoroot: flag('set-goroot', true),
    updateEnvironment: flag('update-environment', true),
    problemMatchers: flag('problem-matchers', true),
    summary: choice('summary', ['auto', 'always', 'never']),
    cache: choice('cache', ['auto', 'true', 'false', 'restore-only']),
    cacheDependencyPath: core.getMultilineInput('cache-dependency-path').filter((line) => line !== ''),
    cacheKeyPrefix: cacheKeyPrefix(),
    ...machineInputs(),
    leaseHours: wholeNumber('lease-hours', LONGEST_LEASE_HOURS) ?? DEFAULT_LEASE_HOURS,
    keepVersions: wholeNumber('keep-versions', 10_000),
    keepMinors: wholeNumber('keep-minors', 10_000),
    keepDays: wholeNumber('keep-days', 10_000),
    ...legInputs(),
    dryRun: flag('dry-run', false),
    policy: text('policy'),
  };
  refuseContradictions(inputs);
  return Object.freeze(inputs);
}

/**
 * The input `metrics-file`: a path, from the workspace where it is no whole one; empty where it is not given. It is read by itself and never
 * refused, so that a step whose other inputs are refused writes its metrics, too.
 */
export function readMetricsFile(): string {
  return text('metrics-file');
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

function cacheKeyPrefix(): string {
  const value = text('cache-key-prefix');
  if (/^[^,\s]{0,200}$/.test(value)) return value;
  throw invalid(
    'cache-key-prefix',
    value,
    'a cache key takes neither commas nor spaces, nor as many letters',
    'Use up to 200 letters, digits and dashes.',
  );
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
