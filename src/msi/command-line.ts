import { SetupError } from '../errors.ts';

/** What msiexec is to do, in files and directories of this machine. */
export type MsiTask =
  | { readonly kind: 'install'; readonly msi: string; readonly installDir: string }
  /** Writes every file of a registered product anew, from a package that is at hand, and registers that as the source. */
  | { readonly kind: 'repair'; readonly msi: string; readonly installDir: string }
  | {
      readonly kind: 'uninstall';
      readonly productCode: string;
      /** Undefined where it is not known. */
      readonly installDir: string | undefined;
    };

/**
 * What follows `msiexec.exe` on its command line, as one string. msiexec reads its line itself, and not by the rules that Node quotes by: a
 * property is `NAME="a b"`, never `"NAME=a b"` (Microsoft's "Command-Line Options" of Windows Installer).
 *
 * Silent, with a full log, and never a restart: `/norestart` is REBOOT=ReallySuppress, and without either, /qn may restart the machine.
 * MSIRESTARTMANAGERCONTROL=DisableShutdown lets Restart Manager look who holds files, and keeps it from ending them, which at /qn it
 * would: they may be another job's. MSIFASTINSTALL=7: no restore point, no costing of each of 11,000 files.
 *
 * @param log the log of this attempt, in a directory that is there: msiexec does not make one (1622)
 * @throws SetupError E_INPUT for a path that cannot be said on a command line
 */
export function commandLine(task: MsiTask, log: string): string {
  const common = ['/qn', '/norestart', '/l*v', quoted(log), 'REBOOT=ReallySuppress'];
  const quiet = ['MSIRESTARTMANAGERCONTROL=DisableShutdown', 'MSIFASTINSTALL=7'];
  switch (task.kind) {
    case 'install':
      return ['/i', quoted(task.msi), ...common, ...quiet, directory(task.installDir)].join(' ');
    case 'repair':
      // /f ignores properties; this form is the same repair, and takes them.
      return ['/i', quoted(task.msi), 'REINSTALL=ALL', 'REINSTALLMODE=vamus']
        .concat(common, quiet, directory(task.installDir))
        .join(' ');
    case 'uninstall':
      return ['/x', task.productCode]
        .concat(common, quiet, task.installDir === undefined ? [] : directory(task.installDir))
        .join(' ');
  }
}

/** INSTALLDIR is always given: an upgrade does not remember where the old version was (golang/go#21609), and Wine no uninstallation. */
function directory(installDir: string): string {
  return `INSTALLDIR=${quoted(installDir)}`;
}

/** In quotes, without a backslash before the last one, which would escape it. */
function quoted(path: string): string {
  if (/["\r\n]/.test(path)) {
    throw new SetupError(
      'E_INPUT',
      `${JSON.stringify(path)} cannot be given to msiexec: it has a quote in it.`,
      {
        remedy: 'Use a directory without quotes and line ends in its name.',
      },
    );
  }
  return `"${path.replace(/\\+$/, '')}"`;
}
