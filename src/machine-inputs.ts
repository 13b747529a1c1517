import type { FleetOperation } from './fleet/types.ts';
import { choice, directory, duration, flag, invalid, text } from './input-values.ts';

const FLEET_OPERATIONS: readonly string[] = ['plan', 'gate', 'report', 'watch'] satisfies FleetOperation[];

/** Whether a step is about a fleet, and so neither about the Go of this machine nor bound to Windows. */
export function isFleetOperation(operation: string): operation is FleetOperation {
  return FLEET_OPERATIONS.includes(operation);
}

/** Reads the inputs that speak of the whole machine, and refuses what does not go together among them. @throws SetupError E_INPUT */
export function machineInputs() {
  const installMethod = choice('install-method', ['zip', 'msi']);
  const operation = choice('operation', [
    'install',
    'switch',
    'repair',
    'rollback',
    'uninstall',
    'status',
    'prune',
    'plan',
    'gate',
    'report',
    'watch',
  ]);
  const scope = choice('scope', ['job', 'machine']);
  const ofMachine = !isFleetOperation(operation) && !/^(?:install|status|prune)$/.test(operation);
  if (installMethod === 'zip' && scope === 'job' && ofMachine) {
    throw invalid(
      'operation',
      operation,
      'it is for the Go of the machine, and scope is job',
      'Set scope to machine, or install-method to msi, or leave the input out.',
    );
  }
  const machineRoot = directory('machine-root');
  if (installMethod === 'zip' && /[;%]/.test(machineRoot)) {
    throw invalid(
      'machine-root',
      machineRoot,
      'what lies there goes on PATH, where a semicolon ends an entry and % begins a variable',
      'Name a directory without them.',
    );
  }
  return {
    installMethod,
    scope: installMethod === 'msi' ? ('machine' as const) : scope,
    operation,
    machineGoroot: flag('machine-goroot', false),
    machineRoot,
    msiInstallDir: directory('msi-install-dir'),
    msiSignature: choice('msi-signature', ['require', 'warn', 'off']),
    msiPublisher: text('msi-publisher') || 'Google LLC',
    msiTimeoutMs: duration('msi-timeout', '30m'),
    onRebootRequired: choice('on-reboot-required', ['fail', 'warn']),
  };
}
