import { findProgram, isRoot, runCommand } from './command.ts';
import { LabError, type Say } from './lab.ts';

/**
 * Installs packages of Debian or Ubuntu when this process may, and leaves what is there at its version.
 * @param missing what is not there, for the message: `mmdebstrap is missing`
 * @throws LabError with the one line that installs them, where this user may not or apt-get fails
 */
export async function aptInstall(packages: readonly string[], missing: string, say: Say): Promise<void> {
  const install = `apt-get install -y --no-upgrade --no-install-recommends ${packages.join(' ')}`;
  if (!(await findProgram('apt-get'))) {
    throw new LabError(`${missing}, and this is no Debian or Ubuntu.`, `Install ${packages.join(', ')}.`);
  }
  if (!isRoot) throw new LabError(`${missing}.`, `Run: sudo ${install}`);
  say(`installing ${packages.join(', ')} by apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const remedy = `Look at the apt sources and the network, then run: apt-get update && ${install}`;
  const patient = ['-o', 'DPkg::Lock::Timeout=120', '-q'];
  await runCommand('apt-get', [...patient, 'update'], remedy, { env });
  await runCommand('apt-get', [...patient, ...install.split(' ').slice(1)], remedy, { env });
}
