import { compare } from 'semver';
import { SetupError } from '../errors.ts';
import { selectVersion } from '../release/select.ts';
import { quote, type VersionRequest } from '../release/spec.ts';
import type { Account } from '../windows/elevation.ts';
import type { MsiSession } from './session.ts';
import { describeRegistered, type RegisteredGo } from './state.ts';

/** Whether a version is lower than the one that is registered: Go's MSI allows that, and it is worth a word. */
export function isLower(version: string, old: RegisteredGo | undefined): boolean {
  return old !== undefined && old.product.version !== '' && compare(version, old.product.version) < 0;
}

/** A version that is given with `repair` or `uninstall` has to be the one that is there. @throws SetupError E_NOT_FOUND */
export function requireMatch(
  request: VersionRequest | undefined,
  old: RegisteredGo,
  operation: string,
): void {
  if (request === undefined || request.spec.kind === 'alias') return;
  if (selectVersion(request.spec, [old.product.version], 'highest') !== undefined) return;
  throw new SetupError(
    'E_NOT_FOUND',
    `There is no Go ${quote(request.spec.text)} (${request.origin}) to ${operation}: registered is ${describeRegistered(old)}.`,
    { remedy: 'Give that version, or none.' },
  );
}

export function withoutVersion(): never {
  throw new SetupError('E_INPUT', 'No Go version is given.', {
    remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
  });
}

export function notElevated({ name, sid, reason }: Account): SetupError {
  return new SetupError(
    'E_MSI_PERMISSION',
    `An MSI is installed for the whole machine, which ${name ?? sid ?? 'this account'} may not do: ${reason}. Nothing was changed.`,
    {
      remedy:
        "Run the runner's service under an account with administrator rights, or use install-method: zip, which needs none.",
      evidence: [`account ${name ?? 'unknown'}, SID ${sid ?? 'unknown'}`],
    },
  );
}

/** @param there versions that are registered or whose MSI is kept */
export function notHere(
  { spec, origin }: VersionRequest,
  there: readonly string[],
  { root, architecture }: MsiSession,
): SetupError {
  const versions = [...new Set(there)].sort(compare).join(', ');
  return new SetupError(
    'E_NOT_FOUND',
    `There is no Go ${quote(spec.text)} (${origin}) for ${architecture} on this machine. Versions that are there: ${versions || 'none'}.`,
    {
      remedy: 'Name one of those, or install it with operation: install.',
      evidence: [`MSIs in ${root}`],
    },
  );
}

export function nothingThere(what: string, { architecture }: MsiSession): SetupError {
  return new SetupError(
    'E_NOT_FOUND',
    `There is no Go for ${architecture} to ${what}: Windows Installer has none registered.`,
    {
      remedy: 'Install one first, with operation: install.',
    },
  );
}

export function nothingToReturnTo(old: RegisteredGo | undefined, { root }: MsiSession): SetupError {
  const there = old ? `Registered is ${describeRegistered(old)}.` : 'Nothing is registered.';
  return new SetupError(
    'E_NOT_FOUND',
    `There is no version to roll back to: no successful change of one is remembered. ${there}`,
    {
      remedy: 'Name the version that you want with operation: install.',
      evidence: [`history in ${root}`],
    },
  );
}
