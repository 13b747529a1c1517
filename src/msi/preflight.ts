import type { ErrorCode } from '../errors.ts';
import { type Finding, note, stop, warning } from '../findings.ts';
import { goArch, toGoVersion } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { pendingUnder } from '../windows/reboot.ts';
import type { Facts } from './facts.ts';
import { checkTarget } from './preflight-target.ts';

export { type Finding, stopError } from '../findings.ts';
export type { Facts, Plan } from './facts.ts';
export { gatherFacts, readHeld } from './facts.ts';

const USE_ZIP = 'Or use install-method: zip, which needs no rights on the machine.';
const ENOUGH_BYTES = 1.5e9;

/** Which MSIs Windows Installer takes on a machine; any other is exit code 1633 ("not supported by this processor type"). */
const INSTALLS: Readonly<Record<Architecture, readonly Architecture[]>> = {
  x64: ['x64', 'x86'],
  x86: ['x86'],
  arm64: ['arm64', 'x64', 'x86'],
};
/** The first Windows for Arm that runs x64 programs. */
const ARM_RUNS_X64 = 22000;

/**
 * Judges what was found, before anything is changed. Pure: the same facts give the same findings, in the order in which they are said. A
 * probe without an answer is a note, never a stop.
 */
export function preflight(facts: Facts): Finding[] {
  return [
    ...checkArchitecture(facts),
    ...checkSystem(facts),
    ...checkAccount(facts),
    ...checkWriting(facts),
    ...checkPolicies(facts),
    ...checkServices(facts),
    ...checkRunning(facts),
    ...checkReboot(facts),
    ...checkSpace(facts),
    ...checkTarget(facts),
  ];
}

function checkArchitecture({ architecture, machine, windows }: Facts): Finding[] {
  const arch = goArch(architecture);
  const own = machine.architecture;
  if (!INSTALLS[own].includes(architecture)) {
    const text = `The ${arch} MSI cannot be installed on an ${own} machine: Windows Installer refuses it (1633).`;
    return [
      stop('architecture', 'E_MSI_PLATFORM', text, `Leave the input architecture out, or set it to ${own}.`),
    ];
  }
  if (own === 'arm64' && architecture !== 'arm64') {
    const old = architecture === 'x64' && build(windows) < ARM_RUNS_X64;
    const text = `The ${arch} MSI on an Arm machine ${old ? 'needs Windows 11: this one will refuse it (1633)' : 'gives a Go that Windows emulates'}.`;
    return [warning('architecture', text, 'Set the input architecture to arm64, or leave it out.')];
  }
  return [note('architecture', `${arch} MSI on an ${own} machine.`)];
}

function checkSystem({ version, windows, machine }: Facts): Finding[] {
  const found: Finding[] = [];
  const minor = Number(/^1\.(\d+)/.exec(version)?.[1] ?? 21);
  if (Number.parseInt(windows, 10) < 10 && minor >= 21) {
    const text = `${toGoVersion(version)} needs Windows 10 or Server 2016; this is Windows ${windows}.`;
    found.push(stop('system', 'E_MSI_PLATFORM', text, 'Take Go 1.20 or older, or a newer Windows.'));
  } else {
    found.push(note('system', `Windows ${windows}.`));
  }
  if (machine.hosted) {
    const text =
      'This runner is hosted by GitHub and thrown away after the job; an MSI is slower there and gives one Go at a time.';
    found.push(warning('hosted', text, 'Use install-method: zip.'));
  }
  return found;
}

function checkAccount({ account }: Facts): Finding[] {
  const name = account.name ?? account.sid ?? 'this account';
  if (account.elevated === undefined) {
    return [
      note(
        'elevation',
        `Whether ${name} has an administrator's rights is not known (${account.reason}); writing is tried.`,
      ),
    ];
  }
  if (account.elevated) return [note('elevation', `${name}: ${account.reason}.`)];
  const text = `An MSI is installed for the whole machine, which ${name} may not do: ${account.reason}.`;
  const remedy = `Run the runner's service under an account with administrator rights. ${USE_ZIP}`;
  return [stop('elevation', 'E_MSI_PERMISSION', text, remedy)];
}

function checkWriting({ write }: Facts): Finding[] {
  if (write === undefined) return [];
  const { directory, refusal } = write;
  if (refusal === undefined) return [note('write', `${directory} can be written to.`)];
  const code: ErrorCode = refusal === 'ENOSPC' ? 'E_MSI_DISK' : 'E_MSI_PERMISSION';
  const text = `${directory} cannot be written to: Windows answered ${refusal}.`;
  const remedy = `Give the account the right to, see whether a protection against ransomware forbids it, or choose another msi-install-dir. ${USE_ZIP}`;
  return [stop('write', code, text, remedy)];
}

function checkPolicies({ policies }: Facts): Finding[] {
  if (policies === undefined) return [note('policy', 'The policies of Windows Installer could not be read.')];
  const set = Object.entries(policies);
  if (set.length === 0) return [note('policy', 'No policy of Windows Installer is set.')];
  return set.map(([name, value]) => {
    const id = `policy-${name}`;
    const text = `The policy ${name} of Windows Installer is ${value}`;
    const ask = 'Ask who administers this machine.';
    if (name === 'DisableMSI' && value === 2) {
      return stop(id, 'E_MSI_POLICY', `${text}: it installs nothing here (1625).`, `${ask} ${USE_ZIP}`);
    }
    if (name === 'DisableMSI' && value === 1) {
      return warning(id, `${text}: it installs for administrators alone, or only what is managed.`, ask);
    }
    if (name === 'DisableRollback' && value === 1) {
      const words = `${text}: an installation that fails leaves what it has done so far. This action puts the old Go back itself.`;
      return warning(id, words, ask);
    }
    return note(id, `${text}.`);
  });
}

function checkServices({ services }: Facts): Finding[] {
  return services.map(({ name, start, disabled }) => {
    const id = `service-${name}`;
    if (start === undefined) return note(id, `How the service ${name} starts could not be read.`);
    if (!disabled) return note(id, `The service ${name} may start (start type ${start}).`);
    if (name.toLowerCase() !== 'msiserver') return note(id, `The service ${name} is disabled.`);
    const text = 'The service of Windows Installer (msiserver) is disabled.';
    return stop(id, 'E_MSI_SERVICE', text, `Enable it: sc.exe config msiserver start= demand. ${USE_ZIP}`);
  });
}

function checkRunning({ reboot }: Facts): Finding[] {
  const found: Finding[] = [];
  if (reboot.setup === true) {
    const text = 'Windows Setup is at work on this machine.';
    found.push(stop('setup', 'E_MSI_BUSY', text, 'Run the job again when it is done.'));
  }
  if (reboot.installation) {
    const text = `Another installation is under way, or was interrupted: ${reboot.installation}.`;
    found.push(warning('installation', text, 'It is waited for, up to msi-timeout.'));
  }
  const unknown = reboot.setup === undefined || reboot.installation === undefined;
  if (unknown) found.push(note('setup', 'Whether other installations run could not be read.'));
  return found.length > 0 ? found : [note('setup', 'No other installation is under way.')];
}

function checkReboot({ reboot, installDir }: Facts): Finding[] {
  const found: Finding[] = [];
  const inside = pendingUnder(reboot.renames ?? [], installDir);
  if (inside.length > 0) {
    const [{ from, to }] = inside as [(typeof inside)[0]];
    const what = to === undefined ? `remove ${from}` : `put ${from} in the place of ${to}`;
    const more = inside.length > 1 ? ` (and ${inside.length - 1} more)` : '';
    const text = `The next start of Windows will ${what}${more}: what is installed now would be changed by it.`;
    found.push(stop('reboot-inside', 'E_REBOOT', text, 'Restart this machine, then run the job again.'));
  }
  const waiting = [
    ...((reboot.renames ?? []).length > inside.length ? ['programs that replace their files'] : []),
    ...(reboot.servicing ? ['Windows servicing'] : []),
    ...(reboot.update ? ['Windows Update'] : []),
  ];
  if (waiting.length > 0) {
    const text = `This machine waits for a restart: ${waiting.join(', ')}.`;
    found.push(warning('reboot', text, 'Restart it between jobs.'));
  }
  const unknown = [reboot.renames, reboot.servicing, reboot.update].includes(undefined);
  if (unknown) found.push(note('reboot', 'Whether a restart is due could not be read in full.'));
  return found.length > 0 ? found : [note('reboot', 'No restart is due.')];
}

function checkSpace({ space }: Facts): Finding[] {
  return space.map(({ place, free }) => {
    if (free === undefined) return note('space', `How much is free on ${place} could not be read.`);
    const text = `${(free / 1e9).toFixed(1)} GB are free on ${place}`;
    if (free >= ENOUGH_BYTES) return note('space', `${text}.`);
    const words = `${text}; an upgrade takes up to 1.5 GB while old, new and both MSIs are there.`;
    return stop('space', 'E_MSI_DISK', words, 'Free some space, or choose another msi-install-dir.');
  });
}

/** 22631 of `10.0.22631`. */
function build(windows: string): number {
  return Number(/^\d+\.\d+\.(\d+)/.exec(windows)?.[1] ?? 0);
}
