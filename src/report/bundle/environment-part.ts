import os from 'node:os';
import { displayAddresses } from '../../network/display-url.ts';
import { machineArchitecture } from '../../windows/host.ts';
import { looksSecret } from '../secrets.ts';
import type { FailedStep, Part } from './part.ts';

/** Variables whose values are known to be harmless. Of all others only the name is told: what an innocent name hides nobody knows. */
const SHOWN_VARIABLES: readonly RegExp[] = [
  /^RUNNER_(?:OS|ARCH|NAME|ENVIRONMENT|TEMP|TOOL_CACHE|WORKSPACE|DEBUG)$/,
  /^GITHUB_(?:ACTION|ACTION_REF|ACTION_REPOSITORY|ACTIONS|API_URL|EVENT_NAME|JOB|REPOSITORY|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SERVER_URL|WORKFLOW|WORKSPACE)$/,
  /^PROCESSOR_(?:ARCHITECTURE|ARCHITEW6432|IDENTIFIER|LEVEL|REVISION)$/,
  /^(?:IMAGEOS|IMAGEVERSION|OS|CI|NUMBER_OF_PROCESSORS|AGENT_TOOLSDIRECTORY|LANG|TZ)$/,
  /^(?:SYSTEMROOT|SYSTEMDRIVE|WINDIR|PROGRAMDATA|PROGRAMFILES|PROGRAMFILES\(X86\)|PROGRAMW6432|TEMP|TMP|PATH|PATHEXT|COMSPEC)$/,
  /^(?:GOROOT|GOPATH|GOBIN|GOCACHE|GOMODCACHE|GOTOOLCHAIN|GOOS|GOARCH|GO111MODULE|GOENV|GOSUMDB|GOPROXY|GONOPROXY|GONOSUMDB|GOPRIVATE|GOVCS)$/,
  /^(?:HTTPS?_PROXY|ALL_PROXY|NO_PROXY|GO_DOWNLOAD_BASE_URL|SETUP_GO_WIN_GOROOT|SETUP_GO_WIN_GOTOOLCHAIN)$/,
];

/** Inputs whose values are shown. Those of the others, and of what is no input of this action, are not. */
export const SHOWN_INPUTS: readonly string[] = [
  ...['go-version', 'go-version-file', 'check-latest', 'resolution', 'architecture', 'go-download-base-url'],
  ...['checksum', 'official-only', 'transparency', 'offline', 'verify', 'install-method', 'scope'],
  ...[
    'machine-root',
    'machine-goroot',
    'operation',
    'msi-install-dir',
    'msi-signature',
    'msi-publisher',
    'msi-timeout',
  ],
  ...['lock-timeout', 'download-timeout', 'on-reboot-required', 'stop-holders', 'go-toolchain', 'set-goroot'],
  ...['update-environment', 'cache', 'cache-dependency-path', 'cache-key-prefix', 'problem-matchers'],
  ...['summary', 'keep-versions', 'keep-minors', 'keep-days', 'lease-hours', 'dry-run', 'policy'],
  ...['runners', 'fleet-dir', 'canary', 'waves', 'max-failures', 'queue-timeout'],
  ...['expected-runner', 'runner-id', 'stage', 'result-file', 'health-check', 'health-runs', 'tolerance'],
  ...['metrics-file', 'ca-file', 'client-cert', 'client-key'],
];

export const environmentPart: Part = {
  name: 'environment.json',
  what: 'Windows, the runner, the inputs and the environment; values only of variables that are known to be harmless, names of all',
  cheap: true,
  write(directory, step) {
    directory.writeJson('environment.json', facts(step));
  },
};

function facts({ env, started }: FailedStep): object {
  const shown: Record<string, string> = {};
  const inputs: Record<string, string> = {};
  const named: string[] = [];
  for (const [name, value = ''] of Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const input = /^INPUT_(.*)$/i.exec(name)?.[1]?.toLowerCase();
    if (input !== undefined) {
      if (value !== '') inputs[input] = isShownInput(input) ? displayAddresses(value) : '(given, not shown)';
    } else if (isShownVariable(name)) shown[name] = displayAddresses(value);
    else named.push(name);
  }
  return {
    schema: 1,
    windows: { release: os.release(), version: os.version(), type: os.type() },
    machine: {
      architecture: machineArchitecture(env),
      processors: os.availableParallelism(),
      memoryBytes: os.totalmem(),
      freeMemoryBytes: os.freemem(),
      upSeconds: Math.round(os.uptime()),
    },
    node: {
      version: process.version,
      architecture: process.arch,
      program: process.execPath,
      pid: process.pid,
    },
    step: {
      started: new Date(started).toISOString(),
      milliseconds: Date.now() - started,
      directory: process.cwd(),
    },
    inputs,
    environment: shown,
    otherVariables: named,
  };
}

function isShownInput(name: string): boolean {
  return SHOWN_INPUTS.includes(name);
}

function isShownVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return !looksSecret(upper) && SHOWN_VARIABLES.some((one) => one.test(upper));
}
