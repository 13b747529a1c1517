export const id = 3433;
export const ids = [3433];
export const modules = {

/***/ 7721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(138);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5379);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2655);




/**
 * From a file's address to the verified file on a disk. It comes to be at `target` by one rename, when its size and SHA-256 are right and its
 * bytes are on the disk; until then there is nothing, or what was there before.
 *
 * @param target its directory has to be there
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE; the error of the system where it cannot be written; the signal's reason
 */
async function fetchFile(source, wanted, target, options) {
    const meter = (0,_meter_js__WEBPACK_IMPORTED_MODULE_3__/* .createMeter */ .q)(options.onProgress);
    // There is nothing to do before all of it is there and right.
    const consumer = { consume: async () => { }, discard: async () => { } };
    const { arrival, result: _, ...facts } = await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchVerified */ .J)(source, wanted, consumer, {
        ...options,
        onBytes: (done, total) => meter('download', done, total),
    });
    const draft = `${target}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(draft, 'w');
        try {
            await file.writeFile(arrival.bytes);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, target), options.signal);
    }
    catch (error) {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_1__/* .removeTree */ .dM)(draft).catch(() => { });
        throw error;
    }
    return { ...facts, size: arrival.bytes.length };
}


/***/ }),

/***/ 2655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createMeter)
/* harmony export */ });
/** A report more often than this tells nobody anything. */
const INTERVAL_MS = 100;
/** Passes progress on, not more often than is of use; the last report of a phase always. Downloads get their mean speed. */
function createMeter(onProgress, now = () => performance.now()) {
    const started = now();
    const last = { download: Number.NEGATIVE_INFINITY, unpack: Number.NEGATIVE_INFINITY };
    return (phase, done, total) => {
        const time = now();
        if (onProgress === undefined || (done !== total && time - last[phase] < INTERVAL_MS))
            return;
        last[phase] = time;
        const seconds = (time - started) / 1000;
        const speed = phase === 'download' && seconds > 0 ? { bytesPerSecond: done / seconds } : {};
        onProgress({ phase, done, total, ...speed });
    };
}


/***/ }),

/***/ 9750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ acceptArrival)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _machine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4817);
/* harmony import */ var _windows_reboot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7532);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2963);
/* harmony import */ var _change_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(931);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5243);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7182);







/**
 * Takes a Go that arrived for what it is: one that works ends the change. Files of it that Windows would still change at its next start are
 * put right before that, where it can be done.
 *
 * @returns what stands there now; the change is closed where it works
 * @throws SetupError E_REBOOT where Windows has something left to do, under `on-reboot-required: fail`; the change is closed then, too
 */
async function acceptArrival(target, found, change, session) {
    const arrival = found.pending.length > 0 ? await mend(target, found, change, session) : found;
    if (arrival.state !== 'works')
        return arrival;
    const { pending } = arrival;
    if (pending.length === 0)
        await (0,_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .keepFiles */ .N)(arrival.go, session);
    await (0,_machine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .rememberSuccess */ .bf)(session.root, change.change, (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .productBefore */ .T)(change));
    await change.close();
    // It works until Windows starts the next time; the old one is gone, and putting it back would run into the same files.
    if (pending.length > 0 && session.context.inputs.onRebootRequired === 'fail')
        throw (0,_change_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .rebootRequired */ .LL)(target, pending, (0,_change_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .logsOf */ .Hw)(change));
    return arrival;
}
/**
 * Files that were held during the installation are replaced only at the next start of Windows, and until then the tree is mixed. Once nobody
 * holds them any more a repair writes them now, and then Windows has nothing left to do: it would put back what is older.
 */
async function mend(target, arrival, change, session) {
    const { log } = session.context;
    const { details } = change.change;
    for (const { from, to } of arrival.pending)
        log.info(`Windows would ${to === undefined ? `remove ${from}` : `put ${from} in the place of ${to}`} at its next start`);
    log.info('Files were held while they were replaced: repairing');
    const task = { kind: 'repair', msi: target.package.path, installDir: target.installDir };
    const mended = async () => (await (0,_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyArrival */ .R)(target, details, session)).state !== 'works';
    const verdict = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attemptTask */ .f)(task, change, session, mended);
    const after = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyArrival */ .R)(target, details, session);
    const made = after.pending.length > arrival.pending.length || verdict.class === 'ok-reboot';
    if (after.state !== 'works' || made)
        return after;
    await (0,_windows_reboot_js__WEBPACK_IMPORTED_MODULE_2__/* .dropPending */ .lN)(arrival.pending);
    for (const { from, to } of arrival.pending)
        if (to !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(from, { force: true }).catch(() => { }); // its place is taken
    log.info('The repair has put them in their place; nothing is left for the next start of Windows');
    return await (0,_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyArrival */ .R)(target, details, session);
}


/***/ }),

/***/ 2963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ attemptTask)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/msi/failure-class.js
/** The code that a user sees for each class. */
const ERROR_CODES = {
    'ok-reboot': 'E_REBOOT',
    locked: 'E_MSI_LOCKED',
    permission: 'E_MSI_PERMISSION',
    policy: 'E_MSI_POLICY',
    source: 'E_MSI_SOURCE',
    disk: 'E_MSI_DISK',
    package: 'E_MSI_PACKAGE',
    service: 'E_MSI_SERVICE',
    busy: 'E_MSI_BUSY',
    suspended: 'E_MSI_SUSPENDED',
    platform: 'E_MSI_PLATFORM',
    cancelled: 'E_MSI_CANCELLED',
    internal: 'E_MSI_INTERNAL',
    failed: 'E_MSI_FAILED',
};
/** One more attempt after a preparation, which is the whole point of it. */
function onceAfter(prepare) {
    return { times: 1, waitMs: [1000], prepare };
}
/** One more attempt, for what may have been chance. */
const ONCE = { times: 1, waitMs: [5000] };
/** For what passes by itself: a service that starts, a scanner that lets go of a file. */
const SOON = { times: 3, waitMs: [5000, 15_000, 30_000] };
/**
 * For another installation that has to end first: ten minutes in all, as others wait for the mutex _MSIExecute. The input `msi-timeout`
 * may allow more or less.
 */
const WHEN_FREE = { times: 22, waitMs: [5000, 10_000, 20_000, ...Array(19).fill(30_000)] };

// EXTERNAL MODULE: ./lib/msi/message-codes.js
var message_codes = __webpack_require__(6671);
;// CONCATENATED MODULE: ./lib/msi/cause.js


/**
 * Where a log has several causes of the same weight, the one that explains the others.
 *
 * - What is decided before any file is touched (policy, elevation, a busy or missing service, a suspended installation) leaves nothing else
 *   to find, so it comes first.
 * - A full disk makes writing, unpacking and closing fail each in its own words: before them.
 * - A lock before a permission: Windows says 32 for a lock alone, but 5 for a missing right as well as for a program that runs.
 * - A missing source before a damaged package: the engine reports a cabinet that it cannot find in both ways.
 * - Internal errors last: they are what is left over when something else broke.
 */
const PRECEDENCE = [
    'policy',
    'busy',
    'service',
    'suspended',
    'platform',
    'disk',
    'locked',
    'permission',
    'source',
    'package',
    'internal',
];
/** Messages that say the account is no administrator, whatever comes after. */
const NOT_ELEVATED = new Set([1730, 1925]);
/** The cause of a failure, or undefined where the log names none. For vague exit codes only: the others are a cause themselves. */
function findCause(facts) {
    const candidates = [...messageCandidates(facts), ...otherCandidates(facts)];
    const [first] = candidates.sort((a, b) => weight(a) - weight(b));
    if (first === undefined)
        return undefined;
    const { class: kind, meaning, line, path } = first;
    const holders = kind === 'locked' ? holdersOf(facts, path) : [];
    return { class: kind, meaning, line, path, holders, retry: retryFor(kind, first.code) };
}
/** The further attempts that a cause earns. Rights, policies and full disks do not change while one waits. */
function retryFor(kind, code) {
    switch (kind) {
        case 'locked':
        case 'service':
            return SOON;
        case 'busy':
            return WHEN_FREE;
        case 'package':
            return onceAfter('fetch-package');
        case 'source':
            return onceAfter('supply-old-package');
        case 'suspended':
            // The engine undoes the suspended installation itself; only a demanded restart (1702, 1703) stays.
            return code === 1704 || code === 1705 ? onceAfter('inspect') : undefined;
        case 'internal':
            return code === 2502 || code === 2503 || code === 2755 || (code !== undefined && (0,message_codes/* mayPass */.bg)(code))
                ? ONCE
                : undefined;
        default:
            return undefined;
    }
}
function weight({ tier, class: kind, code }) {
    const rank = code !== undefined && NOT_ELEVATED.has(code) ? -1 : PRECEDENCE.indexOf(kind);
    return tier * 100 + rank;
}
/** Messages from before the failure: what clearing up stumbles over is no cause. */
function messageCandidates(facts) {
    return facts.messages.flatMap((message) => {
        if (!message.beforeFailure || isLookup(message))
            return [];
        const win32 = message.win32 ?? noteOf(facts, message)?.win32;
        const known = (0,message_codes/* explainMessage */.lP)(message.code, win32);
        if (known === undefined)
            return [];
        const { code, path, text: line } = message;
        const held = known.class === 'permission' && path !== undefined && isHeld(facts, path);
        const [kind, meaning] = held
            ? ['locked', 'a file is open in another program']
            : [known.class, known.meaning];
        const missing = code === 1714 && facts.missingPackages.length > 0;
        const tier = missing ? 0 : tierOf(message, known.weight, kind, win32);
        return [{ class: kind, meaning, line, path, code, tier }];
    });
}
/** A note of a registry key without a system error: the engine looked for something, and it was not there. */
function isLookup({ severity, code, win32 }) {
    return severity === 'note' && (code === 1401 || code === 1402 || code === 1406) && win32 === undefined;
}
/** A note without a system error (`Note: 1: 1303 2: <path>`) is written on the way to successes too; the error in words is not. */
function tierOf({ severity }, weight, kind, win32) {
    if (weight === 'notice')
        return 3;
    if (weight === 'envelope')
        return 2;
    if (severity === 'error')
        return 0;
    return kind === 'permission' && win32 === undefined ? 2 : 1;
}
/** What the log says beside numbered messages. */
function otherCandidates(facts) {
    const candidate = (kind, tier, meaning, line) => ({
        class: kind,
        tier,
        meaning,
        line,
        path: undefined,
        code: undefined,
    });
    const found = [];
    const [restriction] = facts.restrictions;
    const [missing] = facts.missingPackages;
    const [action] = facts.customActions;
    if (facts.mutexHeld) {
        found.push(candidate('busy', 0, 'another installation is running', 'Failed to grab execution mutex'));
    }
    if (restriction !== undefined) {
        found.push(candidate('policy', 0, 'a software restriction policy forbids the package', restriction));
    }
    if (missing !== undefined) {
        found.push(candidate('source', 2, 'the package of the installed version is gone', `Local cached package '${missing}' is missing`));
    }
    if (action !== undefined) {
        const line = `CustomAction ${action.name} returned actual error code ${action.code}`;
        found.push(action.code === 1612
            ? candidate('source', 1, 'the package of the installed version is gone', line)
            : candidate('internal', 2, 'a program of the package failed', line));
    }
    if (facts.elevated === false) {
        found.push(candidate('permission', 2, 'it did not run as administrator', 'MSI_LUA: Elevation prompt disabled'));
    }
    return found;
}
/** The engine's note of the same failure, which carries the system error that the sentence leaves out. */
function noteOf({ messages }, { code, path, severity }) {
    if (severity !== 'error')
        return undefined;
    return messages.find((other) => other.severity === 'note' && other.code === code && (path === undefined || samePath(other.path, path)));
}
/** Whether the log says elsewhere that this very file, or a file in this very directory, is in use. */
function isHeld(facts, path) {
    return (facts.holders.some((holder) => contains(path, holder.path)) ||
        facts.messages.some(({ code, win32, path: other }) => (0,message_codes/* explainMessage */.lP)(code, win32)?.class === 'locked' && contains(path, other)));
}
/** Holders of that file; all of them where none is of that file, or no file is known. */
function holdersOf({ holders }, path) {
    const own = path === undefined ? [] : holders.filter((holder) => contains(path, holder.path));
    return own.length > 0 ? own : holders;
}
function contains(path, inner) {
    const outer = path.toLowerCase().replace(/\\+$/, '');
    return inner !== undefined && (samePath(outer, inner) || inner.toLowerCase().startsWith(`${outer}\\`));
}
function samePath(a, b) {
    return a?.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/msi/exit-codes.js

// Microsoft: "MsiExec.exe and InstMsi.exe error messages", "System error codes", "NTSTATUS values".
const ROWS = [
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
const EXIT_CODES = [...TABLE.values()];
const KILLED = {
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
function explainExitCode(exitCode) {
    if (exitCode === null)
        return KILLED;
    const unsigned = exitCode >>> 0;
    const code = unsigned >>> 16 === 0x8007 ? unsigned & 0xffff : unsigned;
    return TABLE.get(code) ?? unknownCode(code);
}
/** A code for people: decimal, an NTSTATUS in hexadecimal. */
function formatExitCode({ code, name }) {
    if (code === null)
        return 'none';
    if (code === 0xffffffff)
        return name;
    return `${code >= 0xc0000000 ? `0x${code.toString(16).toUpperCase()}` : code} (${name})`;
}
function unknownCode(code) {
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
function rowOf([code, name, kind, meaning, retry]) {
    const gone = code === 1605 || code === 1614;
    const success = kind === 'ok' || kind === 'ok-reboot' || (gone && 'uninstall');
    return { code, name, meaning, success, class: kind, retry, vague: VAGUE.has(code) };
}

;// CONCATENATED MODULE: ./lib/msi/classify.js




/**
 * Judges a run by its exit code and its log. An exit code that names its cause is believed. 1603 and its like only say that something
 * failed: there the log decides. A success is no proof that Go works: whoever asked looks at the tree, too.
 *
 * @param exitCode null where the process was ended without one
 * @param facts of this run's log; NO_FACTS where there is none
 */
function classify(exitCode, facts, operation = 'install') {
    const told = explainExitCode(exitCode);
    const code = believed(told, facts, operation);
    const evidence = [`exit code ${formatExitCode(told)}: ${told.meaning}`];
    if (code !== told)
        evidence.push(`the log says ${formatExitCode(code)}: ${code.meaning}`);
    if (succeeded(code, operation))
        return success(code, facts, evidence);
    const cause = code.vague ? findCause(facts) : undefined;
    if (cause)
        evidence.push(cause.line);
    const kind = cause?.class ?? failureClass(code);
    return {
        class: kind,
        code: ERROR_CODES[kind],
        retry: cause ? cause.retry : classify_retryFor(code, facts),
        message: failureMessage(code, cause, facts, operation),
        remedy: REMEDIES[kind],
        evidence,
    };
}
/**
 * The exit code that counts. The engine goes on when its client is killed, so its own result counts more than the client's end; and it counts
 * more than a client that says 0 all the same.
 */
function believed(told, facts, operation) {
    if (facts.result === undefined || !facts.complete)
        return told;
    const result = explainExitCode(facts.result);
    const ended = told.code === null || told.code >= 0xc0000000;
    const contradicted = told.code === 0 && !succeeded(result, operation);
    return ended || contradicted ? result : told;
}
function succeeded(code, operation) {
    return code.success === true || code.success === operation;
}
function success(code, facts, evidence) {
    if (code.class !== 'ok-reboot' && facts.rebootCount === 0) {
        const message = `Windows Installer is done: ${code.meaning}.`;
        return { class: 'ok', code: undefined, retry: undefined, message, remedy: '', evidence };
    }
    const path = facts.reboots.find(({ harmless }) => !harmless)?.path;
    const waiting = path === undefined
        ? ''
        : ` ${facts.rebootCount === 1 ? 'One file waits' : `${facts.rebootCount} files wait`} for it, ${path} for one.`;
    const message = code.class === 'ok-reboot'
        ? `Windows Installer says that ${code.meaning}.${waiting}`
        : `Windows Installer says that it is done, but its log schedules changes for the next restart of Windows.${waiting}`;
    return {
        class: 'ok-reboot',
        code: ERROR_CODES['ok-reboot'],
        retry: undefined,
        message,
        remedy: REMEDIES['ok-reboot'],
        evidence,
    };
}
/** An uninstallation's success is none for an installation; only failures reach this. */
function failureClass({ class: kind }) {
    return kind === 'ok' || kind === 'ok-reboot' ? 'failed' : kind;
}
/** What the exit code earns, where the log names no cause. */
function classify_retryFor(code, facts) {
    // Restart Manager ends programs that hold files, and with them sometimes the client of the installation itself.
    if (code.code === 1602 && facts.restartManager.length > 0)
        return ONCE;
    if (code.class !== 'failed')
        return code.retry;
    return facts.messages.some((message) => message.severity === 'error' && (0,message_codes/* mayPass */.bg)(message.code))
        ? ONCE
        : undefined;
}
function failureMessage(code, cause, facts, operation) {
    const noun = operation === 'install' ? 'installation' : 'uninstallation';
    const when = facts.failedRun === 'replaced' ? ' while it removed the old version,' : '';
    const action = facts.failingAction === undefined ? '' : ` in action ${facts.failingAction.name}`;
    const head = code.code === null
        ? `The ${noun} broke off${when}${action}`
        : `The ${noun} failed${when} with exit code ${formatExitCode(code)}${action}`;
    const silent = code.vague && facts.lines > 0 ? ', and its log names no cause' : '';
    const why = cause === undefined ? `${code.meaning}${silent}` : `${cause.meaning}${placeOf(cause)}`;
    return `${head}, because ${why}.${afterwards(facts)}`;
}
function placeOf({ path, holders }) {
    const place = path ?? holders.find((holder) => holder.path !== undefined)?.path;
    const names = holders.flatMap((holder) => holderName(holder) ?? []).slice(0, 3);
    const by = names.length === 0 ? '' : ` (${names.join(', ')})`;
    return place === undefined ? by : `: ${place}${by}`;
}
/** `gopls, process 4704`; undefined where the log names nobody. */
function holderName({ name, pid }) {
    if (name === undefined)
        return undefined;
    return pid === undefined ? name : `${name}, process ${pid}`;
}
/** What the failure left behind, where the log tells: the hazard of an upgrade is that the old version is gone by then. */
function afterwards(facts) {
    if (facts.oldRemoved && facts.failedRun !== 'replaced')
        return ' The old version was removed before that.';
    return facts.rollback === 'disabled' ? ' Rollback is switched off here, so nothing was undone.' : '';
}
const ZIP = 'use `install-method: zip`, which does without Windows Installer and its rights';
/** One sentence a class, in the imperative. */
const REMEDIES = {
    'ok-reboot': 'Restart Windows, then run the step again; or set `on-reboot-required: warn` to go on at your own risk.',
    locked: `End the program that uses Go (a go, gopls or compiler process, an editor, a scanner) and run the step again, or ${ZIP}.`,
    permission: `Run the runner under an administrator's account with full rights, or ${ZIP}.`,
    policy: `Ask whoever manages this machine to allow the package, or ${ZIP}.`,
    source: `Uninstall the old Go with the package of its own version from go.dev/dl and run the step again, or ${ZIP}.`,
    disk: 'Free at least 1.5 GB on the disk of Windows and the one that Go is installed on, then run the step again.',
    package: `Exclude the directory of the packages from virus scans and give SYSTEM read access to it, or ${ZIP}.`,
    service: `Set the service msiserver to manual start, restart Windows if it hangs, and run the step again, or ${ZIP}.`,
    busy: 'Let the other installation finish and run the step again, or raise `msi-timeout`.',
    suspended: 'Restart Windows, so that the unfinished installation can end, then run the step again.',
    platform: `Check the inputs \`architecture\` and \`go-version\` against this machine, or ${ZIP}.`,
    cancelled: 'Run the step again: it looks at what is there, and finishes or undoes it.',
    internal: `Read the log beside this message, restart Windows and run the step again, or ${ZIP}.`,
    failed: `Read the log beside this message, or ${ZIP}.`,
};

// EXTERNAL MODULE: ./lib/msi/digest.js
var digest = __webpack_require__(1695);
// EXTERNAL MODULE: ./lib/msi/log.js + 4 modules
var msi_log = __webpack_require__(4113);
// EXTERNAL MODULE: ./lib/msi/log-facts.js
var log_facts = __webpack_require__(1667);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/msi/command-line.js

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
function commandLine(task, log) {
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
function directory(installDir) {
    return `INSTALLDIR=${quoted(installDir)}`;
}
/** In quotes, without a backslash before the last one, which would escape it. */
function quoted(path) {
    if (/["\r\n]/.test(path)) {
        throw new errors/* SetupError */.w('E_INPUT', `${JSON.stringify(path)} cannot be given to msiexec: it has a quote in it.`, {
            remedy: 'Use a directory without quotes and line ends in its name.',
        });
    }
    return `"${path.replace(/\\+$/, '')}"`;
}

;// CONCATENATED MODULE: ./lib/msi/run.js





/** When progress is told; then every so often. A log is read from its end, and most of it is this. */
const PROGRESS_MS = [10_000, 30_000];
const PROGRESS_EVERY_MS = 60_000;
/** msiexec of this Windows, by its full path: nothing on PATH is run with an administrator's rights. */
function msiexecPath(env = process.env) {
    return external_node_path_.win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'msiexec.exe');
}
/**
 * Runs msiexec to its end and gives its exit code, all 32 bits of it. It is never killed: the engine is a service that goes on without its
 * client, and what a killed one leaves is worse than waiting (error 1704). A step that is cancelled leaves msiexec to itself; the journal tells the
 * next run.
 *
 * @returns the exit code; undefined when the process ended by a signal or a crash that has none
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason
 */
async function runMsiexec({ task, log, temp }, options) {
    options.signal.throwIfAborted();
    const started = performance.now();
    const child = (0,external_node_child_process_.spawn)(msiexecPath(), [commandLine(task, log)], {
        windowsVerbatimArguments: true,
        windowsHide: true,
        stdio: 'ignore',
        env: temp === undefined ? process.env : { ...process.env, TEMP: temp, TMP: temp },
        detached: true, // else Windows ends it with this process: libuv's children are in a job that is killed when it is closed
    });
    const ended = new Promise((resolve, reject) => {
        child.once('exit', (code) => resolve(code ?? undefined));
        child.once('error', (cause) => reject(notStarted(cause)));
    });
    ended.catch(() => { }); // it is waited for below, maybe not at once
    const stop = tellProgress(started, log, options);
    try {
        if (child.pid !== undefined)
            await options.onStart(child.pid);
        return await orCancelled(ended, options.signal);
    }
    finally {
        stop();
        child.unref();
    }
}
/** @returns what ends it */
function tellProgress(started, log, { onProgress }) {
    let timer;
    const plan = (told) => {
        const at = PROGRESS_MS[told] ?? (told - PROGRESS_MS.length + 1) * PROGRESS_EVERY_MS;
        timer = setTimeout(async () => {
            const bytes = await (0,external_node_fs_promises_.stat)(log).then(({ size }) => size, () => 0);
            if (timer === undefined)
                return;
            onProgress(performance.now() - started, bytes);
            plan(told + 1);
        }, at - (performance.now() - started));
    };
    plan(0);
    return () => {
        clearTimeout(timer);
        timer = undefined;
    };
}
function orCancelled(work, signal) {
    return new Promise((resolve, reject) => {
        const aborted = () => reject(signal.reason);
        signal.addEventListener('abort', aborted, { once: true });
        if (signal.aborted)
            aborted();
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
    });
}
function notStarted(cause) {
    return new errors/* SetupError */.w('E_MSI_SERVICE', `${msiexecPath()} could not be started: ${cause.message}.`, {
        remedy: 'See whether Windows Installer is there and may be run by this account; install-method: zip needs neither.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/msi/attempt-once.js








/**
 * Runs msiexec once, with a log of its own, and judges how it went. The attempt is in the journal before it begins.
 *
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason, and then msiexec goes on
 */
async function attemptOnce({ task, logDirectory, temp }, change, { context }) {
    const { log, signal } = context;
    const { details, id, operation } = change.change;
    const number = details.attempts.length + 1;
    const file = external_node_path_.join(logDirectory, `${operation}-${id.slice(0, 8)}-${number}-${task.kind}.log`);
    await (0,external_node_fs_promises_.mkdir)(logDirectory, { recursive: true });
    const startedAt = new Date().toISOString();
    const record = async (facts) => await change.update({
        ...details,
        attempts: [...details.attempts, { task: task.kind, log: file, startedAt, ...facts }],
    });
    await record({ pid: undefined, exitCode: undefined });
    let running;
    const started = performance.now();
    log.info(`msiexec ${task.kind}: ${describe(task)}; log ${file}`);
    const exitCode = await runMsiexec({ task, log: file, temp }, {
        signal,
        onStart: async (pid) => {
            running = pid;
            await record({ pid, exitCode: undefined });
        },
        onProgress: (elapsed, bytes) => log.info(`msiexec works: ${(0,report_log/* formatDuration */.a3)(elapsed)}, its log has ${(0,report_log/* formatBytes */.z3)(bytes)}`),
    }).catch((error) => {
        if (signal.aborted && running !== undefined)
            log.info(`msiexec (process ${running}) goes on: the next run waits for it, and settles what it left`);
        throw error;
    });
    await record({ pid: running, exitCode });
    const facts = await (0,msi_log/* parseMsiLog */.L)(file).catch(() => log_facts/* NO_FACTS */.K);
    const verdict = classify(exitCode ?? null, facts, task.kind === 'uninstall' ? 'uninstall' : 'install');
    log.info(`msiexec ended after ${(0,report_log/* formatDuration */.a3)(performance.now() - started)}: ${verdict.evidence[0]}`);
    if (verdict.class !== 'ok')
        for (const line of (0,digest/* digestLines */.a)(facts, file))
            log.info(`  ${line}`);
    return { verdict, file };
}
function describe(task) {
    return task.kind === 'uninstall' ? task.productCode : `${task.msi} into ${task.installDir}`;
}

// EXTERNAL MODULE: ./lib/windows/holder.js
var holder = __webpack_require__(7291);
// EXTERNAL MODULE: ./lib/windows/holders.js
var holders = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/windows/reboot.js
var reboot = __webpack_require__(7532);
;// CONCATENATED MODULE: ./lib/msi/busy.js




/** The verdict on a wait that was in vain, with what it waited for: another installation, as far as Windows tells of it. */
async function namingOthers(verdict, waitedMs) {
    const [processes, { installation }] = await Promise.all([(0,holders/* findProcesses */.z_)('msiexec.exe'), (0,reboot/* readRebootFacts */.Ty)()]);
    const others = processes.map((one) => (0,holder/* describeHolder */.sG)(one));
    const named = others.length > 0 ? others.join('; ') : 'no msiexec.exe is among the processes now';
    const script = installation ? [`under way: ${installation}`] : [];
    return {
        ...verdict,
        message: `${verdict.message} It was waited for ${(0,report_log/* formatDuration */.a3)(waitedMs)}: ${named}.`,
        evidence: [...verdict.evidence, ...others, ...script],
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/archive/fetch-file.js
var fetch_file = __webpack_require__(7721);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/msi/package-store.js
var package_store = __webpack_require__(2927);
// EXTERNAL MODULE: ./lib/msi/packages.js
var msi_packages = __webpack_require__(1802);
;// CONCATENATED MODULE: ./lib/msi/renew-package.js





/**
 * Lays a new file in the place of a package that could not be opened or read: downloaded once more, else a copy of the one that is there;
 * its hash has to be the right one. Where that cannot be done the old file stays. Throws the signal's reason alone.
 */
async function renewPackage(stored, { sources, context }) {
    const { log, signal, inputs } = context;
    const { filename, sha256, size } = stored;
    const draft = `${stored.path}.again`;
    const download = async () => {
        if (inputs.offline && !sources.origin.local)
            throw (0,msi_packages/* offlineMiss */.KA)(filename, sources.origin.label);
        const file = sources.origin.archive(filename);
        const timeoutMs = inputs.downloadTimeoutMs;
        await (0,fetch_file/* fetchFile */.t)(file, { filename, sha256, size }, draft, { timeoutMs, signal, onNote: log.info });
        return 'Downloaded';
    };
    try {
        const done = await download().catch(async () => {
            signal.throwIfAborted();
            await (0,package_store/* copyInto */.s)(draft, stored.path);
            return 'Copied';
        });
        const found = await (0,package_store/* hashOf */.qQ)(draft);
        if (found?.sha256 !== sha256)
            throw new Error(`its SHA-256 is ${found?.sha256}, not ${sha256}`);
        await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.rename)(draft, stored.path), signal);
        log.info(`${done} ${filename} once more, verified SHA-256 ${sha256}`);
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`${filename} could not be renewed: ${String(error)}`);
        await (0,external_node_fs_promises_.rm)(draft, { force: true }).catch(() => { });
    }
}

;// CONCATENATED MODULE: ./lib/msi/next-attempt.js





/**
 * Does what the next attempt can go better by. What it needs is in the journal already: the packages and the old Go.
 *
 * @returns the next attempt; undefined when what was needed could not be done, so that another one would go the same way
 */
async function prepareAttempt(preparation, plan, change, session) {
    switch (preparation) {
        case 'fetch-package':
            return await fetchPackage(plan, change, session);
        case 'open-log':
            return { ...plan, logDirectory: await makeDirectory('logs', session) };
        case 'clear-temp':
            return { ...plan, temp: await makeDirectory('temp', session) };
        case 'supply-old-package':
            return (await supplyOldPackage(plan, change, session)) ? plan : undefined;
        default:
            return plan; // waiting was all, or looking again, which whoever retries does anyway
    }
}
/** A new file in the place of the package: the first may be damaged by now, held by a scanner, or have the wrong rights. */
async function fetchPackage(plan, { change: { details } }, session) {
    const { task } = plan;
    if (task.kind === 'uninstall')
        return plan;
    const known = [details.target?.package, details.secured];
    const stored = known.find((one) => one?.path === task.msi);
    if (stored)
        await renewPackage(stored, session);
    return plan;
}
/** New, with a name of its own, and in the machine's root, where nobody but administrators could have laid anything. */
async function makeDirectory(name, { root, context }) {
    const directory = external_node_path_.join(root, `${name}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`);
    await (0,external_node_fs_promises_.mkdir)(directory, { recursive: true });
    context.log.info(`The next attempt has its ${name === 'temp' ? 'temporary files' : 'log'} in ${directory}`);
    return directory;
}
/**
 * Windows Installer has lost its copy of a product's package, and cannot remove the product without it: gives it ours (the old product's is
 * that of the way back), by a repair, whose mode v takes the package over. The other way, a file where the product was installed from, would mean to write into
 * a directory that may be anybody's.
 */
async function supplyOldPackage(plan, change, session) {
    const { old, target, secured } = change.change.details;
    const { task: wanted } = plan;
    const ofNew = wanted.kind === 'uninstall' && wanted.productCode !== old?.productCode;
    const stored = ofNew ? target?.package : secured;
    const installDir = (ofNew ? target : old)?.installDir;
    if (stored === undefined || installDir === undefined)
        return false;
    session.context.log.info(`Giving Windows Installer the package of ${stored.goVersion} again: ${stored.path}`);
    const task = { kind: 'repair', msi: stored.path, installDir };
    const { verdict } = await attemptOnce({ ...plan, task }, change, session);
    return verdict.class === 'ok' || verdict.class === 'ok-reboot';
}

// EXTERNAL MODULE: ./lib/msi/session.js
var msi_session = __webpack_require__(5243);
;// CONCATENATED MODULE: ./lib/msi/attempt.js






/**
 * Runs msiexec for a task, again where the failure earns it, after what that failure needs, and each time with a log of its own. Every attempt is
 * in the journal. While another installation is in progress (1618) it waits, up to the input `msi-timeout`.
 *
 * @param stillNeeded called before each further attempt: the machine may look different by then
 * @returns how the last attempt went
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason, and then msiexec goes on
 */
async function attemptTask(task, change, session, stillNeeded) {
    const { inputs, log, signal } = session.context;
    let plan = { task, logDirectory: (0,msi_session/* logDirectory */.G)(session.root) };
    const started = performance.now();
    const used = new Map();
    for (;;) {
        const { verdict } = await attemptOnce(plan, change, session);
        if (verdict.class === 'ok' || verdict.class === 'ok-reboot')
            return verdict;
        const before = used.get(verdict.class) ?? 0;
        const waited = performance.now() - started;
        const wait = nextWait(verdict, before, inputs.msiTimeoutMs - waited);
        if (wait === undefined)
            return verdict.class === 'busy' ? await namingOthers(verdict, waited) : verdict;
        used.set(verdict.class, before + 1);
        log.info(`${verdict.message} Trying again in ${(0,report_log/* formatDuration */.a3)(wait)}`);
        await (0,promises_.setTimeout)(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
        if (!(await stillNeeded()))
            return verdict;
        const next = await prepareAttempt(verdict.retry?.prepare, plan, change, session);
        if (next === undefined)
            return verdict;
        plan = next;
    }
}
/** Milliseconds before the next attempt, or undefined for none. Waiting for others is bounded by time, everything else by number. */
function nextWait({ class: kind, retry }, used, leftMs) {
    if (retry === undefined)
        return undefined;
    const wait = retry.waitMs[Math.min(used, retry.waitMs.length - 1)] ?? 0;
    if (kind === 'busy')
        return leftMs > 0 ? Math.min(wait, leftMs) : undefined;
    return used < retry.times ? wait : undefined;
}


/***/ }),

/***/ 4832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ recordRecovery),
/* harmony export */   eG: () => (/* binding */ recordChange),
/* harmony export */   nf: () => (/* binding */ auditedChange)
/* harmony export */ });
/* harmony import */ var _report_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1489);

/**
 * Does the work of a change, and records how it ended: `ok`, or the code of the failure. Where the work fails before msiexec was run for it, nothing
 * was changed, and nothing is recorded.
 *
 * @throws what the work throws
 */
async function auditedChange(open, session, work) {
    const started = performance.now();
    try {
        const result = await work();
        await recordChange(open.change, 'ok', started, session);
        return result;
    }
    catch (error) {
        if (open.change.details.attempts.length > 0)
            await recordChange(open.change, (0,_report_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error), started, session);
        throw error;
    }
}
/**
 * Records a change by msiexec.
 *
 * @param outcome `ok`, or the code of the failure
 * @param started by `performance.now()`
 */
async function recordChange({ operation, details }, outcome, started, { context }, note = '') {
    const { old, target } = details;
    const source = target ? [`${target.package.source} sha256:${target.package.sha256}`] : [];
    const before = target && old ? [`before: ${old.goVersion}`] : [];
    await context.audit.record({
        action: ACTIONS[operation],
        target: place(target ?? old),
        from: [...source, ...before, ...(note === '' ? [] : [note])].join('; '),
        outcome,
        durationMs: performance.now() - started,
    });
}
/**
 * Records that a change that failed, or that an earlier run left open, was undone.
 *
 * @param outcome `ok`, or the code of a failure
 * @param started by `performance.now()`
 */
async function recordRecovery(change, outcome, started, { context }) {
    const { operation, startedAt, runner, details } = change;
    const { old, target, secured } = details;
    const undone = `${operation} of ${(target ?? old)?.goVersion ?? 'Go'}, begun ${startedAt} by ${runner}`;
    const source = secured ? [`${secured.source} sha256:${secured.sha256}`] : [];
    await context.audit.record({
        action: 'msi-recover',
        target: place(old ?? target),
        from: [`undone: ${undone}`, ...source].join('; '),
        outcome,
        durationMs: performance.now() - started,
    });
}
const ACTIONS = {
    install: 'msi-install',
    switch: 'msi-install',
    repair: 'msi-repair',
    rollback: 'msi-rollback',
    uninstall: 'msi-uninstall',
    prune: 'prune',
};
function place(go) {
    return go === undefined ? 'Go' : `${go.goVersion} in ${go.installDir}`;
}


/***/ }),

/***/ 931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ changeFailure),
/* harmony export */   Hw: () => (/* binding */ logsOf),
/* harmony export */   LL: () => (/* binding */ rebootRequired)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Every run of msiexec has a log of its own, those of the recovery too. */
function logsOf({ change }) {
    return change.details.attempts.map(({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`);
}
/** The failure of a change: why, and which Go works now. */
function changeFailure(verdict, found, now, logs, what) {
    const evidence = [...verdict.evidence, `found: ${found}`, ...logs];
    if (verdict.code === undefined || verdict.class === 'ok-reboot')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_VERIFY', `msiexec says that Go is ${what}, and it is not: ${found}.`, {
            state: now,
            remedy: 'See what removes or blocks files there (a scanner, a clean-up job), and run the step again.',
            evidence,
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w(verdict.code, verdict.message, { state: now, remedy: verdict.remedy, evidence });
}
/** The new Go works, but only until Windows starts the next time. */
function rebootRequired({ goVersion }, pending, logs) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_REBOOT', `${goVersion} is installed and works, but files of it were held: Windows will change ${pending.length} of them at its next start.`, {
        remedy: 'Restart Windows, then run the step again; or set on-reboot-required: warn to go on at your own risk.',
        evidence: [
            ...pending.map(({ from, to }) => (to === undefined ? `remove ${from}` : `${from} → ${to}`)),
            ...logs,
        ],
    });
}


/***/ }),

/***/ 4671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ describeChanges),
/* harmony export */   Gn: () => (/* binding */ wasRead),
/* harmony export */   Hk: () => (/* binding */ warnOfOthers),
/* harmony export */   cD: () => (/* binding */ comparePaths),
/* harmony export */   xK: () => (/* binding */ ownEntries)
/* harmony export */ });
/* unused harmony export warningsOf */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7606);
/* harmony import */ var _windows_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3296);



/** More entries of a PATH than this nobody reads in an annotation. */
const MOST = 10;
/**
 * Compares two values of the machine's PATH by their entries, without case and without a backslash at their ends.
 *
 * @param own entries that the MSI itself may remove, add or move
 */
function comparePaths(before, now, own) {
    const ours = own.map(_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N);
    const others = (value) => (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .splitPath */ .Uf)((0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(value) ?? '').filter((entry) => !ours.includes((0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(entry)));
    const [was, is] = [others(before), others(now)];
    const removed = without(was, is);
    const added = without(is, was);
    const reordered = removed.length + added.length === 0 && was.map(_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N).join(';') !== is.map(_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N).join(';');
    return { removed, added, reordered };
}
/** The entries of one list that another does not have; one that stands there twice has to stand twice in both. */
function without(entries, others) {
    const left = others.map(_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N);
    return entries.filter((entry) => {
        const at = left.indexOf((0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(entry));
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
}
/** The entries of PATH that a change itself takes out or puts in. */
function ownEntries({ old, target }) {
    return [old, target].flatMap((go) => (go ? [node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(go.installDir, 'bin')] : []));
}
/** In words: `removed C:\a, added C:\b`; undefined where nothing of others differs. */
function describeChanges({ removed, added, reordered }) {
    const parts = [
        ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
        ...(added.length > 0 ? [`added ${listed(added)}`] : []),
        ...(reordered ? ['put its entries in another order'] : []),
    ];
    return parts.length > 0 ? parts.join('; ') : undefined;
}
function listed(entries) {
    const more = entries.length > MOST ? ` and ${entries.length - MOST} more` : '';
    return `${entries.slice(0, MOST).join(', ')}${more}`;
}
/** Whether the environment was read before the change: a value that nobody read is not one that was not set. */
function wasRead({ machinePath, machineGoroot }) {
    return machinePath !== undefined || machineGoroot !== undefined;
}
/**
 * What there is to warn of after msiexec has gone well: entries of the machine's PATH, or its GOROOT, that something else changed meanwhile,
 * and an entry of Go's that should be there and is not.
 *
 * @returns whole sentences, each with what to do
 */
function warningsOf(details, now) {
    const { target, machinePath, machineGoroot } = details;
    const during = target ? 'installation' : 'uninstallation';
    const warnings = [];
    const changed = describeChanges(comparePaths(machinePath, now.path, ownEntries(details)));
    if (wasRead(details) && changed !== undefined)
        warnings.push(`Something else changed the machine's PATH during the ${during}: it ${changed}. This is left as it is; see which program (a configuration manager, another installer) writes PATH at the same time.`);
    const bin = target && node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(target.installDir, 'bin');
    if (bin !== undefined && !hasEntry(now.path, bin))
        warnings.push(`${bin} is not on the machine's PATH, although the MSI puts it there: something else rewrote PATH, and other jobs and programs will not find this Go. Keep that program from it, then run the step with operation: repair; later steps of this job have Go on their PATH.`);
    const [was, is] = [(0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(machineGoroot ?? undefined), (0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(now.goroot)];
    if (machineGoroot !== undefined && was !== is)
        warnings.push(`Something else changed the machine's variable GOROOT during the ${during}, from ${was ?? 'none'} to ${is ?? 'none'}: Go's MSI does not write it. It is left as it is; Go needs none, so remove it from the machine.`);
    return warnings;
}
function hasEntry(value, wanted) {
    const entries = (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .splitPath */ .Uf)((0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .expandVariables */ .i7)((0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(value) ?? ''));
    return entries.some((entry) => (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(entry) === (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(wanted));
}
/** Warns of what something else did to the machine's environment while msiexec was at work. Never throws, and puts nothing back. */
async function warnOfOthers(details, { context }) {
    try {
        for (const warning of warningsOf(details, await (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironmentValues */ .ym)('machine')))
            context.log.warn(warning);
    }
    catch (error) {
        context.log.info(`Whether something else changed the PATH of the machine could not be looked at: ${String(error)}`);
    }
}


/***/ }),

/***/ 1802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ offlineMiss),
/* harmony export */   OS: () => (/* binding */ securePackage),
/* harmony export */   RE: () => (/* binding */ isKnownOfficial),
/* harmony export */   W7: () => (/* binding */ providePackage),
/* harmony export */   _x: () => (/* binding */ wayBackTo),
/* harmony export */   e0: () => (/* binding */ exact)
/* harmony export */ });
/* harmony import */ var _archive_fetch_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7721);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _release_builtin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1648);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7621);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9820);
/* harmony import */ var _package_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2927);






/**
 * The MSI of a release in the machine's store: the one that is there, or else downloaded and verified.
 *
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM; a file system error
 */
async function providePackage(root, { release, official }, { origin }, { inputs, log, timeline, signal }) {
    const { goVersion, architecture, filename, sha256 } = release;
    const source = `${origin.label}/${filename}`;
    return await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .storePackage */ .k4)(root, { goVersion, architecture, filename, sha256, source, official }, async (target) => {
        if (inputs.offline && !origin.local)
            throw offlineMiss(filename, origin.label);
        const size = release.size > 0 ? ` (${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(release.size)})` : '';
        log.info(`Downloading ${filename} from ${origin.label}${size}`);
        const file = await timeline.measure('fetch', () => (0,_archive_fetch_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchFile */ .t)(origin.archive(filename), release, target, {
            timeoutMs: inputs.downloadTimeoutMs,
            signal,
            onProgress: (0,_report_log_js__WEBPACK_IMPORTED_MODULE_4__/* .progressLines */ .Ld)(log),
            onNote: (line) => log.info(line),
        }));
        timeline.addBytes('downloaded', file.bytesDownloaded);
        log.info(`Downloaded ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(file.bytesDownloaded)} in ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(file.downloadMs)}, verified SHA-256 ${file.sha256}`);
    });
}
/**
 * Makes sure that a version that is going to be removed can be installed again: its MSI from the store, else a copy of the one that Windows
 * Installer caches, else a verified download. Windows Installer 5.0 caches the whole package, so that it can install from it. Where builds
 * of several makers are kept of one version, it is the build that is installed, as far as Windows Installer's copy tells.
 *
 * @throws SetupError E_MSI_SOURCE when there is no way to it: then nothing may be removed
 */
async function securePackage(root, product, sources, context) {
    const { log } = context;
    const { goVersion, architecture } = product;
    const cached = product.localPackage === undefined ? undefined : await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOf */ .qQ)(product.localPackage);
    const stored = (await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .storedPackages */ .xf)(root, goVersion, architecture)).find(({ sha256 }) => cached === undefined || sha256 === cached.sha256);
    if (stored) {
        log.info(`The MSI of ${goVersion} is kept in ${stored.path}: the way back`);
        return await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .storeAgain */ .yx)(root, stored);
    }
    if (product.localPackage !== undefined && cached !== undefined)
        return await secureLocalPackage(root, product, { path: product.localPackage, ...cached }, log.info);
    try {
        const resolved = await sources.resolve(exact(goVersion), 'msi', '');
        const fetched = await providePackage(root, resolved, sources, context);
        log.info(`Kept the MSI of ${goVersion} in ${fetched.path}: the way back`);
        return fetched;
    }
    catch (error) {
        if (context.signal.aborted || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w))
            throw error;
        throw notSecured(product, error);
    }
}
async function secureLocalPackage(root, { goVersion, architecture, packageName }, cached, say) {
    const filename = packageName || (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(goVersion, architecture, 'msi');
    const facts = {
        goVersion,
        architecture,
        filename,
        sha256: cached.sha256,
        source: cached.path,
        official: false,
    };
    const stored = await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .storePackage */ .k4)(root, facts, (target) => (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .copyInto */ .s)(target, cached.path));
    say(`Kept a copy of the MSI of ${goVersion} in ${stored.path}: the way back`);
    return stored;
}
/** The request for one release by its name. */
function exact(goVersion) {
    const version = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .toSemver */ .Ud)(goVersion);
    if (version === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_MSI_SOURCE', `${goVersion}, which is installed, is the name of no release of Go.`, {
            remedy: 'Uninstall it by hand, or use install-method: zip, which leaves it alone.',
        });
    return {
        spec: { kind: 'exact', version, text: goVersion },
        origin: 'the version that is installed',
    };
}
/** Where the MSI of the Go that is there can be had from, for the preflight; undefined where there is none. */
async function wayBackTo(old, { root, architecture, sources }) {
    if (old === undefined)
        return undefined;
    const { goVersion, localPackage } = old.product;
    if (localPackage !== undefined || (await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .storedPackages */ .xf)(root, goVersion, architecture)).length > 0)
        return 'cached';
    return await sources.resolve(exact(goVersion), 'msi', '').then(() => 'download', () => 'none');
}
/** Whether the MSI that a product was installed from is known to be go.dev's own, by the hash of its cached copy. */
async function isKnownOfficial({ version, architecture, localPackage }) {
    if (version === '' || localPackage === undefined)
        return false;
    const known = (0,_release_builtin_js__WEBPACK_IMPORTED_MODULE_2__.builtinRelease)(version, architecture, 'msi');
    return known !== undefined && known.sha256 !== '' && (await (0,_package_store_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOf */ .qQ)(localPackage))?.sha256 === known.sha256;
}
function notSecured({ goVersion, productCode }, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_MSI_SOURCE', `${goVersion} is not replaced, because its own MSI is not to be had: should the new one fail, this machine would be left without Go.`, {
        remedy: `Put the MSI of ${goVersion} on the mirror, or let the runner reach go.dev; or use install-method: zip.`,
        evidence: [`product ${productCode}`, 'Windows Installer has no cached package of it', cause.message],
        cause,
    });
}
function offlineMiss(filename, source) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_NETWORK', `Offline rules out fetching ${filename} from ${source}.`, {
        remedy: 'Give a mirror directory that has the MSI as go-download-base-url, or remove offline.',
    });
}


/***/ }),

/***/ 1702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ recover)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/report/audit.js
var audit = __webpack_require__(1489);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/msi/attempt.js + 10 modules
var attempt = __webpack_require__(2963);
// EXTERNAL MODULE: ./lib/msi/audit-changes.js
var audit_changes = __webpack_require__(4832);
// EXTERNAL MODULE: ./lib/msi/install-dirs.js
var install_dirs = __webpack_require__(8249);
;// CONCATENATED MODULE: ./lib/msi/recovery.js
/**
 * Decides how the machine gets a working Go again after msiexec failed. Windows Installer's own rollback covers one product: an upgrade
 * that fails after the old version is removed leaves neither, since Go's package removes it outside of its own transaction
 * (MajorUpgrade's default schedule afterInstallValidate; microsoft/WSL#40524).
 *
 * The rule: whoever had a working Go has one afterwards, preferably the old one; whoever had none gets no half one. It can be kept
 * whenever the old package is secured or one of the two still works.
 */
function decideRecovery(before, after) {
    const { old, new: fresh } = after;
    // There now, so it was there before, whatever the look before said.
    const hadOld = before.old !== 'none' || old.registered || old.whole;
    if (!fresh.registered && old.registered && old.whole) {
        return nothing('old', 'The old version is registered and its files are whole: nothing was lost.');
    }
    if (fresh.registered && fresh.whole && !old.registered) {
        return nothing('new', 'The new version is registered and its files are whole, in spite of the failure.');
    }
    if (!hadOld)
        return withoutOld(fresh);
    return before.secured ? backToOld(after) : withoutPackage(after);
}
function withoutOld(fresh) {
    if (fresh.registered) {
        return {
            action: 'remove-new',
            steps: ['remove-new', 'clear-tree'],
            ends: 'none',
            reason: 'The new version is registered but its files are not whole, and there was no Go before.',
        };
    }
    if (fresh.whole) {
        return {
            action: 'remove-new',
            steps: ['clear-tree'],
            ends: 'none',
            reason: 'Files of the new version are left that nothing owns, and there was no Go before.',
        };
    }
    return {
        action: 'clear-leftovers',
        // A half copied tree is not whole, and it would be in the way of the next installation: preflight found an empty directory.
        steps: ['clear-tree'],
        ends: 'none',
        reason: 'There was no Go before, and no working one is left.',
    };
}
/** The old version's package is at hand, so the way back is open from everywhere. */
function backToOld({ old, new: fresh }) {
    if (fresh.registered) {
        // Two products of Go in one directory own files of the same names: removing the new one takes the old one's with it.
        return {
            action: 'remove-new-then-reinstall-old',
            steps: old.registered
                ? ['remove-new', 'clear-tree', 'repair-old']
                : ['remove-new', 'clear-tree', 'install-old'],
            ends: 'old',
            reason: old.registered
                ? 'Both versions are registered, and they share files: the new one is removed and the old one restored.'
                : 'The new version is registered but its files are not whole, and the old one is gone.',
        };
    }
    if (old.registered) {
        return {
            action: 'repair-old',
            steps: ['clear-tree', 'repair-old'],
            ends: 'old',
            reason: 'The old version is registered, but its files are not whole.',
        };
    }
    return {
        action: 'reinstall-old',
        steps: ['clear-tree', 'install-old'],
        ends: 'old',
        reason: old.whole
            ? 'The files of the old version are there, but Windows Installer does not know it any more.'
            : 'Neither version is left: the old one was removed before the new one failed.',
    };
}
/**
 * Without the old package nothing that works may be touched, even where it is not as it should be; where nothing works, half an installation
 * is removed, so that the next one begins on clean ground.
 */
function withoutPackage({ old, new: fresh }) {
    if (old.whole) {
        return nothing('old', 'The old version still works, and there is no package to set its registration right.');
    }
    if (fresh.whole) {
        return nothing('new', 'The new version works, and there is no package to go back to the old one.');
    }
    if (fresh.registered) {
        return {
            action: 'remove-new',
            steps: ['remove-new'],
            ends: 'none',
            reason: 'Neither version is whole, and there is no package of the old one: what is half installed is removed.',
        };
    }
    return nothing('none', 'Neither version works, and there is no package to bring the old one back.');
}
function nothing(ends, reason) {
    return { action: 'nothing', steps: [], ends, reason };
}

// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/msi/foreign-changes.js
var foreign_changes = __webpack_require__(4671);
;// CONCATENATED MODULE: ./lib/msi/restore-path.js


/**
 * Puts the machine's PATH back, byte for byte, as it was before a change that failed: an upgrade takes its entry out and appends another.
 * Where somebody else has edited it since, it is left alone. Never throws: what it could not do is in the log.
 *
 * @returns whether it was written
 */
async function restorePath(details, { context }) {
    const { log } = context;
    const { machinePath } = details;
    if (!(0,foreign_changes/* wasRead */.Gn)(details)) {
        log.info('What the PATH of the machine was before is not known: it is left as it is');
        return false;
    }
    try {
        const now = (await (0,machine_path/* readEnvironmentValues */.ym)('machine')).path;
        if (JSON.stringify(now) === JSON.stringify(machinePath))
            return false;
        const changed = (0,foreign_changes/* describeChanges */.DT)((0,foreign_changes/* comparePaths */.cD)(machinePath, now, (0,foreign_changes/* ownEntries */.xK)(details)));
        if (changed !== undefined) {
            log.warn(`The PATH of the machine is left as it is, and not put back as it was: something else changed it during the change that failed. It ${changed}.`);
            return false;
        }
        await (0,machine_path/* restoreEnvironmentValue */.N9)('machine', 'Path', machinePath);
        log.info('The PATH of the machine is as it was before');
        return true;
    }
    catch (error) {
        log.info(`The PATH of the machine could not be put back as it was: ${String(error)}`);
        return false;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/msi/set-aside.js




/** Between the name of a directory and a number, in the name of what was put out of its way. */
const ASIDE = '.left-';
/** A name beside a directory, for what has to get out of its way: a rename between the two stays on one volume. */
function besideInstallDir(directory) {
    return `${directory}${ASIDE}${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
}
/**
 * Removes what a run that was killed had put out of the way of a directory, or could not remove since it was held.
 *
 * @throws the signal's reason
 */
async function removeSetAside(directory, signal) {
    const beside = external_node_path_.dirname(directory);
    const start = `${external_node_path_.basename(directory)}${ASIDE}`;
    for (const name of await (0,promises_.readdir)(beside).catch(() => []))
        if (name.startsWith(start) && /^[0-9a-f]{8}$/.test(name.slice(start.length)))
            await (0,files/* removeTree */.dM)(external_node_path_.join(beside, name), signal).catch(() => signal.throwIfAborted());
}

// EXTERNAL MODULE: ./lib/msi/state.js
var state = __webpack_require__(2110);
// EXTERNAL MODULE: ./lib/msi/tree.js
var tree = __webpack_require__(6231);
// EXTERNAL MODULE: ./lib/msi/verify.js
var verify = __webpack_require__(7182);
;// CONCATENATED MODULE: ./lib/msi/recover.js












/** How often it is looked and decided anew, where what was planned did not come to be. */
const TRIES = 3;
/**
 * Gives the machine a working Go again after a change failed, as {@link decideRecovery} has it: looks at what is there, carries the steps
 * out, and looks again. A repair can leave a product unregistered whose removal was broken off half way; then there is another way. The
 * machine's PATH is put back as it was.
 *
 * @throws the signal's reason: then the journal still has the change, and the next run goes on
 */
async function recover(change, session) {
    const started = performance.now();
    const record = (outcome) => (0,audit_changes/* recordRecovery */.dj)(change.change, outcome, started, session);
    const attempted = change.change.details.attempts.length;
    let touched = false;
    try {
        for (let tries = 1;; tries++) {
            const { steps, pathWritten, recovered } = await recoverOnce(change, session);
            touched ||= steps > 0 || pathWritten;
            if (recovered.asPlanned || steps === 0 || tries === TRIES) {
                if (touched)
                    await record(recovered.asPlanned ? 'ok' : 'E_MSI_FAILED');
                return recovered;
            }
            session.context.log.info(`Recovery is not through: ${recovered.text}`);
        }
    }
    catch (error) {
        if (touched || change.change.details.attempts.length > attempted)
            await record((0,audit/* codeOf */.$N)(error));
        throw error;
    }
}
async function recoverOnce(change, session) {
    const { log } = session.context;
    const { details } = change.change;
    const registered = await (0,state/* inspectPatiently */.vy)(session, true);
    for (const one of registered)
        log.info(`Registered now: ${(0,state/* describeRegistered */.kv)(one)}`);
    const recovery = decideRecovery({
        old: details.old === undefined ? 'none' : details.old.whole ? 'working' : 'broken',
        secured: details.secured !== undefined,
    }, await findBoth(registered, details, session));
    log.info(`Recovery: ${recovery.action}. ${recovery.reason}`);
    for (const step of recovery.steps)
        await carryOut(step, change, session);
    // Also where nothing was to be done: an earlier run may have been killed after the last step.
    const pathWritten = recovery.ends !== 'new' && (await restorePath(details, session));
    const steps = recovery.steps.length;
    const recovered = await afterwards(recovery, details, session);
    // Where nothing can be done a later run could do no more: the change is over, as bad as it ended.
    return { steps, pathWritten, recovered: steps === 0 ? { ...recovered, asPlanned: true } : recovered };
}
async function findBoth(registered, { old, target }, { architecture }) {
    const oldOne = registered.find(({ product }) => product.productCode === old?.productCode);
    const newOne = registered.find(({ product }) => product.productCode !== old?.productCode);
    const treeWhole = async (go, wanted) => {
        if (go)
            return go.tree.state === 'whole';
        if (!wanted)
            return false;
        // Registered or not, its files may be there.
        const found = await (0,tree/* inspectInstallDir */.z)(wanted.installDir, { version: wanted.version, architecture }, undefined);
        return found.state === 'whole';
    };
    const repaired = old !== undefined && old.version === target?.version;
    return {
        old: { registered: oldOne !== undefined, whole: await treeWhole(oldOne, old) },
        new: { registered: newOne !== undefined, whole: repaired ? false : await treeWhole(newOne, target) },
    };
}
async function carryOut(step, change, session) {
    const { context } = session;
    const { old, target, secured } = change.change.details;
    const goOn = async () => true;
    context.log.info(`Recovery step: ${step}`);
    switch (step) {
        case 'remove-new': {
            const registered = await (0,state/* inspectPatiently */.vy)(session, true);
            for (const { product } of registered.filter((one) => one.product.productCode !== old?.productCode))
                await (0,attempt/* attemptTask */.f)(removalOf(product, target?.installDir), change, session, goOn);
            return;
        }
        case 'clear-tree': {
            const directories = new Set([target?.installDir, old?.installDir].filter((one) => one !== undefined));
            const owned = (await (0,state/* inspectPatiently */.vy)(session, true)).map(({ product }) => product.installDir);
            for (const directory of directories) {
                if (!owned.includes(directory))
                    await clearTree(directory, session);
            }
            return;
        }
        case 'install-old':
        case 'repair-old':
            if (!old || !secured)
                return;
            await (0,attempt/* attemptTask */.f)({
                kind: step === 'install-old' ? 'install' : 'repair',
                msi: secured.path,
                installDir: old.installDir,
            }, change, session, goOn);
    }
}
function removalOf({ productCode, installDir, architecture }, wanted) {
    const place = installDir ?? wanted ?? (0,install_dirs/* defaultInstallDir */.W)(architecture);
    return { kind: 'uninstall', productCode, installDir: place };
}
/** Takes what nothing registered owns out of the way, by a rename first: what is held in it then does not stop the rest. */
async function clearTree(directory, { context }) {
    await removeSetAside(directory, context.signal);
    const found = await (0,tree/* inspectInstallDir */.z)(directory, undefined, undefined);
    if (found.state === 'absent' || found.state === 'empty')
        return;
    const aside = besideInstallDir(directory);
    try {
        await (0,files/* retry */.L5)(() => (0,promises_.rename)(directory, aside), context.signal);
        await (0,files/* removeTree */.dM)(aside, context.signal);
        context.log.info(`Removed what was left in ${directory} (${found.reason})`);
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.log.info(`Could not remove all that was left in ${directory}: ${String(error)}`);
    }
}
async function afterwards({ ends }, details, session) {
    if (ends === 'none') {
        const left = await (0,state/* inspectPatiently */.vy)(session, true);
        const text = left[0]
            ? `Windows Installer still has ${(0,state/* describeRegistered */.kv)(left[0])} registered.`
            : details.old
                ? `There is no Go on this machine now; ${details.old.goVersion} could not be kept.`
                : 'There was no Go of this kind on the machine before, and there is none now.';
        return { ends, text, asPlanned: left.length === 0 };
    }
    const wanted = ends === 'old' ? details.old : details.target;
    const arrival = wanted && (await (0,verify/* verifyArrival */.R)(wanted, details, session));
    if (wanted && arrival?.state === 'works')
        return { ends, text: `${wanted.goVersion} works, in ${wanted.installDir}.`, asPlanned: true };
    return {
        ends: 'none',
        text: `${wanted?.goVersion} should be there, and is not: ${arrival?.state === 'fails' ? arrival.reason : 'unknown'}.`,
        asPlanned: false,
    };
}


/***/ }),

/***/ 5243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logDirectory),
/* harmony export */   T: () => (/* binding */ productBefore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** What the history keeps of a change for the list of files of the Go before it. */
function productBefore({ change }) {
    return { fromProduct: change.details.old?.productCode };
}
/** The directory of msiexec's logs: not RUNNER_TEMP, which the runner empties. */
function logDirectory(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, 'logs');
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keepFiles),
/* harmony export */   R: () => (/* binding */ verifyArrival)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _machine_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4372);
/* harmony import */ var _toolcache_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7307);
/* harmony import */ var _windows_reboot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7532);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2110);






const AGAIN_MS = 2000;
/**
 * Whether the Go that was to be installed is there and works: registered, where it should be, whole, and its `go version` the right one.
 * msiexec's exit code has no say in it. What it left to be done at the next start of Windows is told beside: there a file that was just
 * installed can be removed (microsoft/WSL#40488).
 */
async function verifyArrival(target, { pending: before }, session) {
    const { architecture, context } = session;
    const { host, log, signal } = context;
    const after = await (0,_windows_reboot_js__WEBPACK_IMPORTED_MODULE_4__/* .readPendingRenames */ .bM)().catch(() => []);
    const pending = (0,_windows_reboot_js__WEBPACK_IMPORTED_MODULE_4__/* .diffPending */ .Zg)(before, after, target.installDir);
    const registered = await (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .inspectPatiently */ .vy)(session, true);
    const go = registered.find(({ product }) => product.goVersion === target.goVersion);
    const fails = (reason) => ({ state: 'fails', reason, pending });
    if (go === undefined)
        return fails(`Windows Installer does not have ${target.goVersion} registered`);
    if (go.product.installDir === undefined)
        return fails('nothing tells where it was installed');
    if (go.tree.state !== 'whole')
        return fails(`its tree is not whole: ${go.tree.reason}`);
    const { installDir } = go.product;
    const ask = async () => {
        const expected = { version: target.version, architecture };
        return await (0,_toolcache_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .runGoVersion */ .o9)(installDir, expected, host.architecture, signal);
    };
    try {
        log.info(await ask().catch((error) => askAgain(error, ask, signal)));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w) || signal.aborted)
            throw error;
        return fails(error.message);
    }
    return { state: 'works', go, pending };
}
/** Files that have just been written are held by scanners for moments; that must not count as a Go that does not work, and be undone. */
async function askAgain(error, ask, signal) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w))
        throw error;
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(AGAIN_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    return await ask();
}
/** Keeps the list of files of a Go that has just been installed and works, so that later runs can tell a file that is missing. */
async function keepFiles(go, { root, context }) {
    const { installDir, productCode } = go.product;
    if (installDir === undefined)
        return;
    try {
        await (0,_machine_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .keepManifest */ .P1)(root, (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestName */ .vS)(productCode), await (0,_machine_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .takeManifest */ .zw)(installDir));
    }
    catch (error) {
        context.log.info(`The list of its files could not be kept: ${String(error)}`);
    }
}


/***/ })

};
