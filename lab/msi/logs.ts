/** Why an installation failed, by the class of the messages in its log; `success` and `reboot` are none. */
export type LogKind =
  | 'success'
  | 'reboot'
  | 'locked'
  | 'permission'
  | 'elevation'
  | 'policy'
  | 'source'
  | 'disk'
  | 'package'
  | 'service'
  | 'suspended'
  | 'internal';

export interface LogOptions {
  /** `Go Programming Language amd64 go1.99.2`. */
  readonly productName: string;
  readonly productCode: string;
  /** What msiexec exits with. Default: 0 for `success`, 3010 for `reboot`, else 1603. */
  readonly exitCode?: number;
  /** The file that the messages are about. */
  readonly file?: string;
  /** The product that is removed first, with its product code. */
  readonly replaces?: string;
}

const PREFIX = 'MSI (s) (7C:A8) [10:57:19:';

/**
 * The text of a log as Windows Installer writes it with /l*v, for a scripted msiexec: the engine's lines with process, thread and
 * time, an action after the other, the nested run that removes the old product, and for a failure the messages of its kind.
 */
export function windowsLog(kind: LogKind, options: LogOptions): string {
  const { productName, productCode, replaces } = options;
  const exitCode = options.exitCode ?? { success: 0, reboot: 3010 }[kind as string] ?? 1603;
  const failed = exitCode !== 0 && exitCode !== 3010;
  const action = kind === 'source' ? 'RemoveExistingProducts' : 'InstallFiles';
  const file = options.file ?? 'C:\\Program Files\\Go\\bin\\go.exe';
  const lines = [
    '=== Verbose logging started: 25/11/2026  10:57:18  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===',
    engine(`Resetting cached policy values`),
    engine(`Machine policy value 'Debug' is 0`),
    engine(`******* RunEngine:\n           ******* Product: C:\\lab\\go.msi\n           ******* Action: `),
    engine(`Grabbed execution mutex.`),
    engine(`User policy value 'DisableRollback' is 0`),
    engine(`Note: 1: 2205 2:  3: Error `),
    ...doing('INSTALL', 'LaunchConditions', 'InstallValidate'),
    ...(replaces === undefined || kind === 'source' ? [] : removal(replaces)),
    ...doing(action),
    ...MESSAGES[kind](file, productName),
    `Action ended 10:57:20: ${action}. Return value ${failed ? 3 : 1}.`,
    ...(failed ? ROLLBACK : doing('InstallFinalize')),
    `Action ended 10:57:21: INSTALL. Return value ${failed ? 3 : 1}.`,
    `Property(S): ProductCode = ${productCode}`,
    `Property(S): ProductName = ${productName}`,
    engine(`Note: 1: ${failed ? 1708 : 1707} `),
    engine(`Product: ${productName} -- Installation ${failed ? 'failed' : 'completed successfully'}.\n`),
    engine(
      `Windows Installer installed the product. Product Name: ${productName}. Product Version: 1.99.2. Product Language: 1033. Manufacturer: https://go.dev. Installation success or error status: ${exitCode}.\n`,
    ),
    engine(`MainEngineThread is returning ${exitCode}`),
    `MSI (c) (44:34) [10:57:21:900]: MainEngineThread is returning ${exitCode}`,
    '=== Verbose logging stopped: 25/11/2026  10:57:21 ===',
  ];
  return `${lines.join('\n')}\n`;
}

function engine(text: string): string {
  return `${PREFIX}095]: ${text}`;
}

function doing(...actions: readonly string[]): string[] {
  return actions.flatMap((action) => [
    engine(`Doing action: ${action}`),
    `Action 10:57:19: ${action}. `,
    `Action start 10:57:19: ${action}.`,
  ]);
}

/** The old product's own run inside of the new one's. */
function removal(productCode: string): string[] {
  return [
    ...doing('RemoveExistingProducts'),
    `RemoveExistingProducts: Application: ${productCode}, Command line: UPGRADINGPRODUCTCODE={0} CLIENTPROCESSID=3136 CLIENTUILEVEL=3 REMOVE=ALL`,
    engine('MainEngineThread is returning 0'),
    'Action ended 10:57:19: RemoveExistingProducts. Return value 1.',
  ];
}

const ROLLBACK = [
  engine(
    'Executing op: Header(Signature=1397708873,Version=500,Timestamp=1467302,LangId=1033,Platform=589824,ScriptType=2,ScriptMajorVersion=21,ScriptMinorVersion=4,ScriptAttributes=1)',
  ),
  'Action 10:57:20: Rollback. Rolling back action:',
];

/** What each kind adds: notes with codes, and the same in the words of the package's own error table. */
const MESSAGES: Readonly<Record<LogKind, (file: string, product: string) => string[]>> = {
  success: () => [],
  reboot: (file) => [
    engine(`Note: 1: 1903 2: ${file} `),
    `Info 1903.Scheduling reboot operation: Deleting file ${file}. Must reboot to complete operation.`,
  ],
  locked: (file, product) => [
    engine(`Note: 1: 1603 2: ${file} 3:  4: go 5: 4704 6: (not determined yet) `),
    `Info 1603. The file ${file} is being held in use by the following process: Name: go, Id: 4704, Window Title: '(not determined yet)'. Close that application and retry.`,
    engine(`Note: 1: 2329 2: 32 3: ${file} `),
    engine(`Note: 1: 1306 2: ${file} `),
    engine(
      `Product: ${product} -- Error 1306. Another application has exclusive access to the file '${file}'. Please shut down all other applications, then click Retry.\n`,
    ),
  ],
  permission: (file, product) => [
    engine(`Note: 1: 1321 2: ${file} 3: 5 `),
    engine(
      `Product: ${product} -- Error 1321. The Installer has insufficient privileges to modify this file: ${file}.\n`,
    ),
  ],
  elevation: (_, product) => [
    'MSI_LUA: Elevation prompt disabled for silent installs',
    engine('Note: 1: 1925 '),
    engine(
      `Product: ${product} -- Error 1925. You do not have sufficient privileges to complete this installation for all users of the machine. Log on as administrator and then retry this installation.\n`,
    ),
  ],
  policy: (_, product) => [
    engine(
      "SOFTWARE RESTRICTION POLICY: The package is not permitted to run at the 'unrestricted' authorization level.",
    ),
    engine('Note: 1: 1718 2: C:\\Windows\\Installer\\24655a.msi '),
    engine(
      `Product: ${product} -- Error 1718. File C:\\Windows\\Installer\\24655a.msi was rejected by digital signature policy.\n`,
    ),
  ],
  source: (_, product) => [
    engine("Warning: Local cached package 'C:\\Windows\\Installer\\246556.msi' is missing."),
    engine('Note: 1: 1706 2: {0} 3: go1.99.1.windows-amd64.msi '),
    engine(`Note: 1: 1714 2: ${product} 3: 1612 `),
    engine(
      `Product: ${product} -- Error 1714. The older version of ${product} cannot be removed. Contact your technical support group. System Error 1612.\n`,
    ),
  ],
  disk: (file, product) => [
    engine(`Note: 1: 1307 2: C: 3: ${file} `),
    engine(
      `Product: ${product} -- Error 1307. There is not enough disk space remaining to install this file: ${file}. Free some disk space and click Retry, or click Cancel to exit.\n`,
    ),
  ],
  package: (_, product) => [
    engine('Note: 1: 1335 2: go.cab '),
    engine(
      `Product: ${product} -- Error 1335. The cabinet file 'go.cab' required for this installation is corrupt and cannot be used.\n`,
    ),
  ],
  service: (_, product) => [
    engine('Note: 1: 1719 '),
    engine(
      `Product: ${product} -- Error 1719. The Windows Installer Service could not be accessed. Contact your support personnel to verify that it is properly registered and enabled.\n`,
    ),
  ],
  suspended: (_, product) => [
    engine(`Note: 1: 1704 2: ${product} `),
    engine(
      `Product: ${product} -- Error 1704. An installation for ${product} is currently suspended. You must undo the changes made by that installation to continue.\n`,
    ),
  ],
  internal: (_, product) => [
    engine('Note: 1: 2503 2: 2503 '),
    engine(
      `Product: ${product} -- Error 2503. The installer has encountered an unexpected error installing this package. The error code is 2503.\n`,
    ),
  ],
};
