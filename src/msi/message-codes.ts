import type { FailureClass } from './failure-class.ts';

/**
 * The numbers of messages in a log (`Error 1303.`, `Info 1903.`, `Note: 1: 2755`), sorted by what they say about the cause. They have
 * nothing to do with exit codes of the same number (exit-codes.ts). Source: Microsoft's "Windows Installer error messages".
 */
export interface MessageMeaning {
  readonly class: FailureClass;
  /** What happened, as a clause without a subject for the file: "a file could not be written". */
  readonly meaning: string;
  /**
   * `telling`: it names the cause. `envelope`: it reports that something failed whose cause stands elsewhere in the log, and counts only
   * where nothing else is found. `notice`: it is written on the way to successes too.
   */
  readonly weight: 'telling' | 'envelope' | 'notice';
}

type Row = readonly [FailureClass, string, MessageMeaning['weight']?];

const MESSAGES: Readonly<Record<number, Row>> = {
  1101: ['package', 'a file of the package could not be read'],
  1301: ['permission', 'a file could not be created, a directory of that name exists'],
  1303: ['permission', 'a directory may not be accessed'],
  1304: ['permission', 'a file could not be written'],
  1305: ['package', 'a file could not be read'],
  1306: ['locked', 'a file is open in another program'],
  1307: ['disk', 'there is not enough room for a file'],
  1308: ['package', 'a source file is missing'],
  1309: ['package', 'a source file could not be read'],
  1310: ['permission', 'a file could not be created'],
  1311: ['source', 'a source cabinet is missing'],
  1316: ['source', 'the package lies under another name than it was installed from'],
  1317: ['permission', 'a directory could not be created'],
  1321: ['permission', 'a file may not be modified'],
  1330: ['package', 'the signature of a cabinet is invalid'],
  1335: ['package', 'a cabinet is damaged'],
  1336: ['disk', 'a temporary file could not be created'],
  1401: ['permission', 'a registry key could not be created'],
  1402: ['permission', 'a registry key could not be opened'],
  1406: ['permission', 'a registry value could not be written'],
  1500: ['busy', 'another installation is running'],
  1501: ['permission', 'secured data may not be accessed'],
  1601: ['disk', 'the disk is full'],
  1603: ['locked', 'a file is in use', 'notice'],
  1605: ['disk', 'there is not enough room to keep a way back'],
  1606: ['permission', 'a location cannot be reached'],
  1610: ['locked', 'applications that use files could not be closed', 'notice'],
  1611: ['locked', 'applications use files that have to be replaced', 'notice'],
  1632: ['disk', 'the folder for temporary files cannot be used'],
  1702: ['suspended', 'Windows has to be restarted first'],
  1703: ['suspended', 'Windows has to be restarted first'],
  1704: ['suspended', 'another installation is suspended'],
  1705: ['suspended', 'an earlier installation is unfinished'],
  1706: ['source', 'the package of an installed product cannot be found'],
  1711: ['disk', 'the disk is full'],
  1714: ['source', 'the older version could not be removed', 'envelope'],
  1718: ['policy', 'a signature policy rejects a file'],
  1719: ['service', 'the Windows Installer service cannot be reached'],
  1720: ['internal', 'a script of the package failed', 'envelope'],
  1721: ['internal', 'a program of the package could not be started', 'envelope'],
  1722: ['internal', 'a program of the package failed', 'envelope'],
  1723: ['internal', 'a library of the package could not be started', 'envelope'],
  1730: ['permission', 'only an administrator may remove the product'],
  1902: ['locked', 'a file is replaced only at the next restart', 'notice'],
  1903: ['locked', 'a file is deleted only at the next restart', 'notice'],
  1914: ['locked', 'a file could not be scheduled for replacement at the next restart', 'notice'],
  1921: ['permission', 'a service could not be stopped'],
  1922: ['permission', 'a service could not be deleted'],
  1923: ['permission', 'a service could not be installed'],
  1924: ['permission', 'an environment variable could not be written'],
  1925: ['permission', 'installing for all users needs an administrator'],
  1926: ['permission', 'the permissions of a file could not be set'],
  1934: ['policy', 'system policy forbids per-user installations here'],
  2329: ['package', 'a file could not be opened', 'envelope'],
  2350: ['package', 'a cabinet could not be unpacked'],
  2351: ['package', 'a cabinet could not be unpacked'],
  2356: ['package', 'a cabinet is missing in the package'],
  2502: ['internal', 'it was not in the state to start the installation'],
  2503: ['internal', 'it was not in the state to end the installation'],
  2755: ['internal', 'SYSTEM could not open the package'],
  2762: ['internal', 'it could not write its script'],
};

/**
 * Messages after which WiX's engine tries a failed installation again (balretry.cpp in wixtoolset/wix): scanners, indexers and services
 * that are just starting cause them now and then.
 */
const PASSING = new Set([
  1303, 1304, 1306, 1307, 1309, 1310, 1311, 1312, 1316, 1317, 1321, 1335, 1402, 1406, 1706, 1719, 1723, 1923,
  1931,
]);

/** Messages about one file, directory or key, which the Win32 error explains better than the number does. */
const ABOUT_ONE_THING = new Set([
  1301, 1303, 1304, 1305, 1306, 1307, 1309, 1310, 1312, 1317, 1321, 1401, 1402, 1406, 1931, 2329,
]);

/**
 * What a message says, or undefined for the many that say nothing of a cause.
 *
 * @param code the number of the message, from 1000 to 2999
 * @param win32 the system error that the message carries (field 3 of a Note, "System Error n"): 32 and 33 are locks whatever the
 *   number says, 39 and 112 a full disk, 5 a permission. What 5 means where the same file is known to be in use is for the reader of the
 *   whole log to decide.
 */
export function explainMessage(code: number, win32?: number): MessageMeaning | undefined {
  const row = MESSAGES[code];
  if (ABOUT_ONE_THING.has(code)) {
    if (win32 === 32 || win32 === 33) return refined('locked', 'a file is open in another program');
    if (win32 === 39 || win32 === 112) return refined('disk', 'the disk is full');
    if (win32 === 5) return refined('permission', row?.[1] ?? 'access was denied');
  }
  if (row === undefined) return undefined;
  // The search for old products opens many keys that are not there.
  if (code === 1402 && win32 === 2) return undefined;
  if (code === 1714 && SOURCE_ERRORS.has(win32 ?? 0))
    return { class: 'source', meaning: row[1], weight: 'telling' };
  return { class: row[0], meaning: row[1], weight: row[2] ?? 'telling' };
}

/** Exit codes of the old product's own run that 1714 hands on as "System Error": its source or registration is gone. */
const SOURCE_ERRORS = new Set([1605, 1610, 1612]);

/** Whether an installation that failed with this message is worth another attempt, as WiX judges it. */
export function mayPass(code: number): boolean {
  return PASSING.has(code);
}

/** Numbers of all messages that have a class, for tests and pages. */
export const KNOWN_MESSAGES: readonly number[] = Object.keys(MESSAGES).map(Number);

function refined(kind: FailureClass, meaning: string): MessageMeaning {
  return { class: kind, meaning, weight: 'telling' };
}
