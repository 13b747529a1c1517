import { ONCE, type OutcomeClass, onceAfter, type Retry, SOON, WHEN_FREE } from './failure-class.ts';

/**
 * What msiexec's exit code says. Exit codes and the numbers of messages in a log are two number spaces: exit 1603 is "it failed", message
 * 1603 is "a file is in use". Message numbers are in message-codes.ts, and nothing maps one on the other.
 */
export interface ExitCode {
  /** As an unsigned 32-bit number; null where the process was ended without one. */
  readonly code: number | null;
  /** Microsoft's name of the constant, without ERROR_ where it has one. */
  readonly name: string;
  /** What it means, as a clause that follows "because". */
  readonly meaning: string;
  /** Whether what was asked for is done; `uninstall`: only where an uninstallation was asked for. */
  readonly success: boolean | 'uninstall';
  readonly class: OutcomeClass;
  /** The further attempts that the code alone earns; the log may say otherwise. */
  readonly retry: Retry | undefined;
  /** True where the code says that something failed, and only the log says what. */
  readonly vague: boolean;
}

type Row = readonly [code: number, name: string, kind: OutcomeClass, meaning: string, retry?: Retry];

// Microsoft: "MsiExec.exe and InstMsi.exe error messages", "System error codes", "NTSTATUS values".
const ROWS: readonly Row[] = [
  [0, 'SUCCESS', 'ok', 'it did what it was asked for'],
  [2, 'FILE_NOT_FOUND', 'package', 'the package is not where it should be', onceAfter('fetch-package')],
  [5, 'ACCESS_DENIED', 'permission', 'the account of the runner may not do that'],
  [13, 'INVALID_DATA', 'package', 'the data in the package makes no sense to it', onceAfter('fetch-package')],
  [87, 'INVALID_PARAMETER', 'package', 'a parameter is not one it takes', onceAfter('fetch-package')],
  [112, 'DISK_FULL', 'disk', 'the disk is full'],
  [1223, 'CANCELLED', 'permission', 'nobody agreed to run it as administrator'],
  [1259, 'APPHELP_BLOCK', 'policy', 'the application compatibility settings of this machine block it'],
  [1601, 'INSTALL_SERVICE_FAILURE', 'service', 'the Windows Installer service does not answer', SOON],
  [1602, 'INSTALL_USEREXIT', 'cancelled', 'somebody or something cancelled the installation'],
  [1603, 'INSTALL_FAILURE', 'failed', 'an action of the installation failed'],
  [
    1604,
    'INSTALL_SUSPEND',
    'suspended',
    'the installation stopped halfway to go on after a restart of Windows',
  ],
  [1605, 'UNKNOWN_PRODUCT', 'source', 'the product is not registered as installed'],
  [1606, 'UNKNOWN_FEATURE', 'internal', 'it was asked for a feature that the package does not have'],
  [1607, 'UNKNOWN_COMPONENT', 'internal', 'it was asked for a component that is not registered'],
  [1608, 'UNKNOWN_PROPERTY', 'internal', 'it was given a property that it does not know'],
  [1609, 'INVALID_HANDLE_STATE', 'internal', 'one of its own handles is in the wrong state'],
  [1610, 'BAD_CONFIGURATION', 'source', 'the registration of the installed product is damaged'],
  [1611, 'INDEX_ABSENT', 'internal', 'a component qualifier is missing'],
  [
    1612,
    'INSTALL_SOURCE_ABSENT',
    'source',
    'the package that the product was installed from is gone',
    onceAfter('supply-old-package'),
  ],
  [1613, 'INSTALL_PACKAGE_VERSION', 'platform', 'the package needs a newer Windows Installer'],
  [1614, 'PRODUCT_UNINSTALLED', 'source', 'the product is uninstalled already'],
  [1615, 'BAD_QUERY_SYNTAX', 'internal', 'a query to the package is malformed'],
  [1616, 'INVALID_FIELD', 'internal', 'a query asks for a field that is not there'],
  [1618, 'INSTALL_ALREADY_RUNNING', 'busy', 'another installation is running on this machine', WHEN_FREE],
  [
    1619,
    'INSTALL_PACKAGE_OPEN_FAILED',
    'package',
    'the package cannot be opened: it is missing, held by a scanner, or not readable for SYSTEM',
    onceAfter('fetch-package'),
  ],
  [
    1620,
    'INSTALL_PACKAGE_INVALID',
    'package',
    'the file is no Windows Installer package',
    onceAfter('fetch-package'),
  ],
  [1621, 'INSTALL_UI_FAILURE', 'internal', 'its user interface could not start'],
  [1622, 'INSTALL_LOG_FAILURE', 'permission', 'its log file could not be opened', onceAfter('open-log')],
  [
    1623,
    'INSTALL_LANGUAGE_UNSUPPORTED',
    'platform',
    'the language of the package is not supported on this system',
  ],
  [1624, 'INSTALL_TRANSFORM_FAILURE', 'internal', 'a transform could not be applied'],
  [
    1625,
    'INSTALL_PACKAGE_REJECTED',
    'policy',
    'system policy forbids the installation, or the account is no administrator',
  ],
  [1626, 'FUNCTION_NOT_CALLED', 'internal', 'a function could not be executed', ONCE],
  [1627, 'FUNCTION_FAILED', 'internal', 'a function failed while it ran', ONCE],
  [1628, 'INVALID_TABLE', 'internal', 'a table of the package is invalid'],
  [1629, 'DATATYPE_MISMATCH', 'internal', 'a value has the wrong type'],
  [1630, 'UNSUPPORTED_TYPE', 'internal', 'a value has a type that it does not support'],
  [1631, 'CREATE_FAILED', 'service', 'the Windows Installer service failed to start', SOON],
  [
    1632,
    'INSTALL_TEMP_UNWRITABLE',
    'disk',
    'the folder for temporary files is full or cannot be written to',
    onceAfter('clear-temp'),
  ],
  [
    1633,
    'INSTALL_PLATFORM_UNSUPPORTED',
    'platform',
    'the package is made for another processor architecture',
  ],
  [1634, 'INSTALL_NOTUSED', 'internal', 'a component is not used on this machine'],
  [1635, 'PATCH_PACKAGE_OPEN_FAILED', 'internal', 'a patch cannot be opened'],
  [1636, 'PATCH_PACKAGE_INVALID', 'internal', 'a patch is invalid'],
  [1637, 'PATCH_PACKAGE_UNSUPPORTED', 'internal', 'a patch needs a newer Windows Installer'],
  [1638, 'PRODUCT_VERSION', 'source', 'this product is installed already, from another package'],
  [1639, 'INVALID_COMMAND_LINE', 'internal', 'it does not understand its command line'],
  [
    1640,
    'INSTALL_REMOTE_DISALLOWED',
    'policy',
    'installing from a remote desktop session is not allowed here',
  ],
  [1641, 'SUCCESS_REBOOT_INITIATED', 'ok-reboot', 'it is done, and Windows is restarting'],
  [1642, 'PATCH_TARGET_NOT_FOUND', 'internal', 'a patch finds nothing that it is for'],
  [1643, 'PATCH_PACKAGE_REJECTED', 'policy', 'system policy forbids the patch'],
  [1644, 'INSTALL_TRANSFORM_REJECTED', 'policy', 'system policy forbids a transform'],
  [
    1645,
    'INSTALL_REMOTE_PROHIBITED',
    'policy',
    'installing from a remote desktop session is prohibited here',
  ],
  [1646, 'PATCH_REMOVAL_UNSUPPORTED', 'internal', 'a patch cannot be removed'],
  [1647, 'UNKNOWN_PATCH', 'internal', 'a patch is not registered for this product'],
  [1648, 'PATCH_NO_SEQUENCE', 'internal', 'there is no order in which the patches fit'],
  [1649, 'PATCH_REMOVAL_DISALLOWED', 'policy', 'system policy forbids to remove a patch'],
  [1650, 'INVALID_PATCH_XML', 'internal', 'the description of a patch is malformed'],
  [
    1651,
    'PATCH_MANAGED_ADVERTISED_PRODUCT',
    'internal',
    'a patch cannot be applied to an advertised product',
  ],
  [
    1652,
    'INSTALL_SERVICE_SAFEBOOT',
    'service',
    'Windows runs in safe mode, where the Windows Installer service does not',
  ],
  [
    1653,
    'ROLLBACK_DISABLED',
    'policy',
    'rollback is switched off on this machine, and the installation needs it',
  ],
  [1654, 'INSTALL_REJECTED', 'platform', 'this edition of Windows does not accept the package'],
  [
    3010,
    'SUCCESS_REBOOT_REQUIRED',
    'ok-reboot',
    'it is done, and takes full effect after a restart of Windows',
  ],
  [
    0xffffffff,
    '-1',
    'internal',
    'it ended without a proper exit code, as a program does that crashed or was ended',
    onceAfter('inspect'),
  ],
  [0xc000013a, 'STATUS_CONTROL_C_EXIT', 'cancelled', 'it was interrupted by Ctrl+C', onceAfter('inspect')],
  [
    0xc0000142,
    'STATUS_DLL_INIT_FAILED',
    'internal',
    'it could not start: the session has no resources left or is closing',
    onceAfter('inspect'),
  ],
];

/** Codes that stand for "look into the log". 1627 is what Wine says where Windows says 1603. */
const VAGUE = new Set([1603, 1625, 1626, 1627, 0xffffffff]);

const TABLE = new Map(ROWS.map((row) => [row[0], rowOf(row)]));

/** Every code of the table, for pages and tests. */
export const EXIT_CODES: readonly ExitCode[] = [...TABLE.values()];

const KILLED: ExitCode = {
  code: null,
  name: 'killed',
  meaning: 'it was ended from outside',
  success: false,
  class: 'cancelled',
  retry: onceAfter('inspect'),
  vague: false,
};

/**
 * Looks a code up. Any code has an answer: an unknown one is a failure of class `failed`, and an unknown NTSTATUS a crash.
 *
 * @param exitCode as Node gives it (unsigned), as .NET and cmd give it (signed), or as an HRESULT around a Win32 code (0x8007….);
 *   null: the process was ended by a signal
 */
export function explainExitCode(exitCode: number | null): ExitCode {
  if (exitCode === null) return KILLED;
  const unsigned = exitCode >>> 0;
  const code = unsigned >>> 16 === 0x8007 ? unsigned & 0xffff : unsigned;
  return TABLE.get(code) ?? unknownCode(code);
}

/** A code for people: decimal, an NTSTATUS in hexadecimal. */
export function formatExitCode({ code, name }: ExitCode): string {
  if (code === null) return 'none';
  if (code === 0xffffffff) return name;
  return `${code >= 0xc0000000 ? `0x${code.toString(16).toUpperCase()}` : code} (${name})`;
}

function unknownCode(code: number): ExitCode {
  const crash = code >= 0xc0000000;
  return {
    code,
    name: crash ? 'crash' : 'unknown',
    meaning: crash ? 'it crashed' : 'it ended with a code that Windows Installer does not document',
    success: false,
    class: crash ? 'internal' : 'failed',
    retry: crash ? onceAfter('inspect') : undefined,
    vague: true,
  };
}

function rowOf([code, name, kind, meaning, retry]: Row): ExitCode {
  const gone = code === 1605 || code === 1614;
  const success = kind === 'ok' || kind === 'ok-reboot' || (gone && 'uninstall');
  return { code, name, meaning, success, class: kind, retry, vague: VAGUE.has(code) };
}
