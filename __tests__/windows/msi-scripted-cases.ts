import type { LogKind } from '../../lab/msi/logs.ts';
import type { ScriptedStep } from '../../lab/msi/scripted.ts';

/** A way in which an upgrade fails without msiexec having done anything. */
export interface FailingCase {
  readonly name: string;
  readonly steps: readonly ScriptedStep[];
  /** The error code of the step. */
  readonly code: string;
  readonly message: RegExp;
  /** How often msiexec is run: once, and again as often as its class earns it. */
  readonly runs: number | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A word of the remedy that belongs to each error code. */
export const REMEDIES: Readonly<Record<string, RegExp>> = {
  E_MSI_LOCKED: /End the program that uses Go/,
  E_MSI_PERMISSION: /under an administrator's account/,
  E_MSI_POLICY: /whoever manages this machine/,
  E_MSI_SOURCE: /with the package of its own version/,
  E_MSI_DISK: /Free at least 1\.5 GB/,
  E_MSI_PACKAGE: /from virus scans/,
  E_MSI_SERVICE: /the service msiserver/,
  E_MSI_BUSY: /raise `msi-timeout`/,
  E_MSI_SUSPENDED: /Restart Windows/,
  E_MSI_PLATFORM: /inputs `architecture` and `go-version`/,
  E_MSI_CANCELLED: /Run the step again/,
  E_MSI_INTERNAL: /restart Windows and run the step again/,
  E_MSI_FAILED: /Read the log beside this message/,
  E_VERIFY: /what removes or blocks files there/,
};

type CodeRow = readonly [exitCode: number, code: string, message: RegExp, runs?: number];

/** Exit codes alone, without a word in the log. */
const CODES: readonly CodeRow[] = [
  [1601, 'E_MSI_SERVICE', /Windows Installer service does not answer/, 4],
  [1631, 'E_MSI_SERVICE', /service failed to start/, 4],
  [13, 'E_MSI_PACKAGE', /data in the package/, 2],
  [112, 'E_MSI_DISK', /the disk is full/],
  [1259, 'E_MSI_POLICY', /application compatibility/],
  [1602, 'E_MSI_CANCELLED', /somebody or something cancelled/],
  [1603, 'E_MSI_FAILED', /an action of the installation failed/],
  [1604, 'E_MSI_SUSPENDED', /stopped halfway/],
  [1605, 'E_MSI_SOURCE', /not registered as installed/],
  [1606, 'E_MSI_INTERNAL', /a feature that the package does not have/],
  [1610, 'E_MSI_SOURCE', /registration of the installed product is damaged/],
  [1613, 'E_MSI_PLATFORM', /needs a newer Windows Installer/],
  [1619, 'E_MSI_PACKAGE', /the package cannot be opened/, 2],
  [1620, 'E_MSI_PACKAGE', /no Windows Installer package/, 2],
  [1622, 'E_MSI_PERMISSION', /its log file could not be opened/, 2],
  [1623, 'E_MSI_PLATFORM', /language of the package/],
  [1624, 'E_MSI_INTERNAL', /a transform could not be applied/],
  [1625, 'E_MSI_POLICY', /system policy forbids/],
  [1627, 'E_MSI_INTERNAL', /a function failed/, 2],
  [1632, 'E_MSI_DISK', /temporary files is full/, 2],
  [1633, 'E_MSI_PLATFORM', /another processor architecture/],
  [1638, 'E_MSI_SOURCE', /installed already, from another package/],
  [1639, 'E_MSI_INTERNAL', /does not understand its command line/],
  [1640, 'E_MSI_POLICY', /remote desktop session is not allowed/],
  [1644, 'E_MSI_POLICY', /forbids a transform/],
  [1652, 'E_MSI_SERVICE', /safe mode/],
  [1653, 'E_MSI_POLICY', /rollback is switched off/],
  [1654, 'E_MSI_PLATFORM', /does not accept the package/],
  [0, 'E_VERIFY', /msiexec says that Go is installed, and it is not/],
  [1641, 'E_VERIFY', /msiexec says that Go is installed, and it is not/],
  [3010, 'E_VERIFY', /msiexec says that Go is installed, and it is not/],
  [0xc0000005, 'E_MSI_INTERNAL', /exit code 0xC0000005 \(crash\).* it crashed/, 2],
  [0xffffffff, 'E_MSI_INTERNAL', /without a proper exit code/, 2],
  [0xc000013a, 'E_MSI_CANCELLED', /interrupted by Ctrl\+C/, 2],
  [0x80070643, 'E_MSI_FAILED', /exit code 1603/],
  [0x80070005, 'E_MSI_PERMISSION', /may not do that/],
  [90_003, 'E_MSI_FAILED', /exit code 90003 \(unknown\)/],
];

type LogRow = readonly [kind: LogKind, code: string, message: RegExp, runs?: number];

/** Exit code 1603 with a log that says why. */
const LOGS: readonly LogRow[] = [
  ['locked', 'E_MSI_LOCKED', /go\.exe \(go, process 4704\)/, 4],
  ['service', 'E_MSI_SERVICE', /in action InstallFiles/, 4],
  ['permission', 'E_MSI_PERMISSION', /Program Files\\Go\\bin\\go\.exe/],
  ['elevation', 'E_MSI_PERMISSION', /in action InstallFiles/],
  ['policy', 'E_MSI_POLICY', /24655a\.msi|policy/],
  ['disk', 'E_MSI_DISK', /in action InstallFiles/],
  ['package', 'E_MSI_PACKAGE', /in action InstallFiles/, 2],
  ['suspended', 'E_MSI_SUSPENDED', /in action InstallFiles/, 2],
  ['internal', 'E_MSI_INTERNAL', /in action InstallFiles/, 2],
  ['success', 'E_MSI_FAILED', /its log names no cause/],
];

/** All of them, those that wait longest first. @param logOf the text of a log of this kind */
export function failingCases(logOf: (kind: LogKind) => string): FailingCase[] {
  const exits = CODES.map(([exitCode, code, message, runs = 1]) => ({
    name: `exit-${exitCode > 0xffff ? `0x${exitCode.toString(16)}` : exitCode}`,
    steps: [{ exitCode, times: runs }],
    ...{ code, message, runs },
  }));
  const logs = LOGS.map(([kind, code, message, runs = 1]) => ({
    name: `log-${kind}`,
    steps: [{ exitCode: 1603, log: logOf(kind), times: runs }],
    ...{ code, message, runs },
  }));
  const directory = 'C:\\Program Files\\Go';
  const denied = logOf('permission')
    .replaceAll('1321', '1303')
    .replaceAll(`${directory}\\bin\\go.exe`, directory);
  const source = { exitCode: 1603, log: logOf('source') };
  const others: FailingCase[] = [
    {
      name: 'busy-for-too-long',
      steps: [{ exitCode: 1618, times: 'always' }],
      code: 'E_MSI_BUSY',
      message: /another installation is running.* It was waited for .*msiexec\.exe/,
      runs: undefined,
      inputs: { 'msi-timeout': '7s' },
    },
    {
      name: 'log-1303',
      steps: [{ exitCode: 1603, log: denied }],
      code: 'E_MSI_PERMISSION',
      message: /1603/,
      runs: 1,
    },
    // Between the two attempts the old package is supplied.
    {
      name: 'log-source',
      steps: [source, {}, source],
      code: 'E_MSI_SOURCE',
      message: /while it removed the old|is gone/,
      runs: 3,
    },
    {
      name: 'exit-1612',
      steps: [{ exitCode: 1612 }, {}, { exitCode: 1612 }],
      code: 'E_MSI_SOURCE',
      message: /installed from is gone/,
      runs: 3,
    },
  ];
  return [...exits, ...logs, ...others].sort((a, b) => (b.runs ?? 9) - (a.runs ?? 9));
}
