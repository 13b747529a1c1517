import type { ErrorCode } from '../errors.ts';
import { type PowerShell, runPowerShell } from '../windows/powershell.ts';

/** The input msi-signature. */
export type SignaturePolicy = 'require' | 'warn' | 'off';

/** What Windows says of a file's Authenticode signature. */
export interface Signature {
  /** The name of System.Management.Automation.SignatureStatus, the same in every language: `Valid`, `NotSigned`, `HashMismatch`, … */
  readonly status: string;
  /** The signer's distinguished name: `CN=Google LLC, O=Google LLC, L=Mountain View, …`; empty where there is none. */
  readonly subject: string;
  readonly thumbprint: string;
  /** With a time stamp a signature outlives its certificate. */
  readonly timestamped: boolean;
}

export interface SignatureVerdict {
  /** `note`: all is well. `warning`: go on, but say it. `stop`: don't install this file. */
  readonly level: 'note' | 'warning' | 'stop';
  readonly text: string;
  readonly remedy?: string;
  readonly code?: ErrorCode;
  /** False where nobody could say: there is no PowerShell here, or it failed. */
  readonly answered: boolean;
}

const SCRIPT = `
$s = Get-AuthenticodeSignature -LiteralPath $a.file
$c = $s.SignerCertificate
@{ status = "$($s.Status)"; subject = "$($c.Subject)"; thumbprint = "$($c.Thumbprint)"; timestamped = [bool]$s.TimeStamperCertificate }`;

/** Checking a revocation list may wait for the network. */
const PATIENCE_MS = 120_000;

/**
 * Asks Windows, by PowerShell, for a file's signature (WinVerifyTrust underneath). Never throws.
 *
 * @returns the signature, or why nobody can say
 */
export async function readSignature(
  file: string,
  powershell: PowerShell = runPowerShell,
): Promise<Signature | { readonly unknown: string }> {
  const answer = await powershell(SCRIPT, { file }, { timeoutMs: PATIENCE_MS });
  if (answer === undefined) return { unknown: 'there is no Windows PowerShell on this machine' };
  if ('failure' in answer) return { unknown: `PowerShell failed: ${answer.failure}` };
  const { status, subject, thumbprint, timestamped } = (answer.value ?? {}) as Partial<Signature>;
  if (typeof status !== 'string' || status === '') return { unknown: 'PowerShell gave another answer' };
  return {
    status,
    subject: typeof subject === 'string' ? subject : '',
    thumbprint: typeof thumbprint === 'string' ? thumbprint : '',
    timestamped: timestamped === true,
  };
}

/**
 * Judges a signature under the inputs msi-signature and msi-publisher. `require` means it: where nobody can say, the file is not installed.
 * The hash is checked in any case, before this.
 *
 * @param publisher the organization that must have signed; the Go project's was called Google Inc before it was Google LLC
 */
export function judgeSignature(
  found: Signature | { readonly unknown: string },
  policy: SignaturePolicy,
  publisher: string,
): SignatureVerdict {
  if (policy === 'off') {
    return {
      level: 'note',
      text: 'The signature of the MSI was not checked: msi-signature is off.',
      answered: true,
    };
  }
  if ('unknown' in found) {
    const text = `The Authenticode signature of the MSI could not be checked: ${found.unknown}.`;
    return objection(policy, text, false);
  }
  const stamp = found.timestamped ? ', time-stamped' : '';
  const signer = found.subject === '' ? 'nobody' : found.subject;
  if (found.status !== 'Valid') {
    return objection(
      policy,
      `The Authenticode signature of the MSI is not valid: ${found.status} (${signer}${stamp}).`,
      true,
    );
  }
  const organizations = partsOf(found.subject, 'O');
  const wanted = publisher === 'Google LLC' ? ['Google LLC', 'Google Inc'] : [publisher];
  if (!organizations.some((name) => wanted.includes(name))) {
    return objection(policy, `The MSI is signed, but not by ${publisher}: ${signer}.`, true);
  }
  return {
    level: 'note',
    text: `Authenticode: valid, signed by ${signer}${stamp} (certificate ${found.thumbprint || 'unknown'}).`,
    answered: true,
  };
}

function objection(policy: 'require' | 'warn', text: string, answered: boolean): SignatureVerdict {
  if (policy === 'warn') return { level: 'warning', text, answered };
  return {
    level: 'stop',
    text,
    code: 'E_MSI_SIGNATURE',
    remedy: answered
      ? 'Take the MSI from go.dev/dl; for builds of others set msi-publisher to their signer, or msi-signature to warn if they sign none.'
      : 'Set msi-signature to warn to go by the hash alone, which was right, or let this machine run Windows PowerShell.',
    answered,
  };
}

/** The values of one attribute of a distinguished name; those with a comma in them stand in quotes. */
function partsOf(subject: string, attribute: string): string[] {
  const parts = subject.matchAll(/(?:^|,)\s*([A-Za-z.\d]+)=("(?:[^"]|"")*"|[^,]*)/g);
  return [...parts].flatMap(([, name, value = '']) =>
    name === attribute
      ? [
          value
            .trim()
            .replace(/^"(.*)"$/s, '$1')
            .replaceAll('""', '"'),
        ]
      : [],
  );
}
