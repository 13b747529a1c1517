import { invalid } from './input-values.ts';
import type { Inputs } from './inputs.ts';

/** What each input says by itself is fine, but not together. @throws SetupError E_INPUT */
export function refuseContradictions(inputs: Inputs): void {
  if (inputs.checksum !== '' && inputs.goVersions.length > 1) {
    throw invalid(
      'checksum',
      inputs.checksum,
      `one hash cannot fit ${inputs.goVersions.length} versions`,
      'Install one version a step, each with its own checksum.',
    );
  }
  if (inputs.clientKey !== '' && inputs.clientCert === '') {
    throw invalid(
      'client-key',
      inputs.clientKey,
      'there is no client-cert beside it',
      'Give the certificate that belongs to this key with client-cert.',
    );
  }
  const one = /^(?:switch|repair|uninstall)$/.test(inputs.operation);
  if (inputs.installMethod === 'zip' && one && inputs.goVersions.length > 1) {
    throw invalid(
      'go-version',
      inputs.goVersions.join(', '),
      `these are ${inputs.goVersions.length} versions, and operation: ${inputs.operation} is for one`,
      'Give one version, or a step for each of them.',
    );
  }
  if (
    inputs.installMethod === 'msi' &&
    (one || inputs.operation === 'install') &&
    inputs.goVersions.length > 1
  ) {
    throw invalid(
      'go-version',
      inputs.goVersions.join(', '),
      `these are ${inputs.goVersions.length} versions, and an MSI gives the machine one`,
      'Give one version, or use install-method: zip, which installs all of them side by side.',
    );
  }
  if (inputs.healthCheck && inputs.scope === 'job' && inputs.operation === 'install') {
    throw invalid(
      'health-check',
      'true',
      'it is for the Go of the machine, and scope is job',
      'Set scope to machine, or install-method to msi, or leave the input out.',
    );
  }
  if (inputs.stage === 'upgrade' && inputs.resultFile !== '') {
    throw invalid(
      'stage',
      'upgrade',
      'it is the stage of a plan, and result-file is for a leg on a runner',
      'Use scan, canary, wave-1 to wave-6 or rollback, or leave result-file out.',
    );
  }
  if (inputs.operation === 'prune' && rulesOf(inputs).length === 0) {
    throw invalid(
      'operation',
      'prune',
      'no input says what to keep, and nothing is removed by accident',
      'Give keep-versions, keep-minors or keep-days.',
    );
  }
  if (inputs.installMethod === 'msi' && inputs.transparency === 'require') {
    throw invalid(
      'transparency',
      'require',
      'the checksum database knows the files of the ZIP, and no MSI',
      'Leave it out: the second opinion on an MSI is its signature (msi-signature).',
    );
  }
}

/** The inputs that say what a prune keeps, as far as they are given: `keep-days: 30`. */
export function rulesOf(inputs: Pick<Inputs, 'keepVersions' | 'keepMinors' | 'keepDays'>): string[] {
  const { keepVersions, keepMinors, keepDays } = inputs;
  const rules = { 'keep-versions': keepVersions, 'keep-minors': keepMinors, 'keep-days': keepDays };
  return Object.entries(rules).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
}
