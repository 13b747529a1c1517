import { machineRootAt } from '../../machine/root.ts';
import { readHost } from '../../windows/host.ts';
import type { FailedStep } from './part.ts';

/** The tool caches of the step; none where there is no runner. */
export function toolCachesOf({ env }: FailedStep): readonly string[] {
  try {
    return readHost(env, 'win32').toolCaches;
  } catch {
    return [];
  }
}

/** Where the machine's own part lies. */
export function machineRootOf({ inputs, env }: FailedStep): string {
  return machineRootAt(inputs?.machineRoot ?? '', env);
}

/** Whether the step was about a Go of the machine. */
export function isMsi({ inputs, failure }: FailedStep): boolean {
  return inputs?.installMethod === 'msi' || failure.code.startsWith('E_MSI_');
}
