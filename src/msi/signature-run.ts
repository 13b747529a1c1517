import { SetupError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Log } from '../report/log.ts';
import type { StoredPackage } from './package-store.ts';
import { judgeSignature, readSignature } from './signature.ts';

/**
 * Checks who signed an MSI, where it lies now: closed to everybody but administrators, so that nobody can change it after this.
 *
 * @throws SetupError E_MSI_SIGNATURE under `msi-signature: require`, also where nobody can say
 */
export async function requireSignature(
  { path, filename, sha256 }: StoredPackage,
  { msiSignature, msiPublisher }: Inputs,
  log: Log,
): Promise<void> {
  const found = msiSignature === 'off' ? { unknown: 'it was not asked for' } : await readSignature(path);
  const { level, text, remedy = '' } = judgeSignature(found, msiSignature, msiPublisher);
  if (level === 'note') log.info(text);
  if (level === 'warning') log.warn(text);
  if (level !== 'stop') return;
  throw new SetupError('E_MSI_SIGNATURE', `${filename} is not installed. ${text}`, {
    remedy,
    evidence: [`file ${path}`, `SHA-256 ${sha256}, which is the right one`],
  });
}
