export const id = 522;
export const ids = [522,215];
export const modules = {

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJson: () => (/* binding */ readJson),
/* harmony export */   writeJson: () => (/* binding */ writeJson),
/* harmony export */   writeWhole: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);




/**
 * Writes a file so that a reader finds the old content or the new one, whenever this process or the machine stops: into a draft beside it, to
 * the disk, and then by one rename.
 *
 * @param patienceMs how long to wait for readers, which Windows does not take a file from; 15 s where left out
 * @throws the error of the system
 */
async function writeWhole(file, text, patienceMs) {
    const draft = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}.new`;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, 'wx');
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, file), undefined, patienceMs);
    }
    catch (error) {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(draft).catch(() => { });
        throw error;
    }
}
/** Writes JSON as {@link writeWhole} writes text. */
async function writeJson(file, value) {
    await writeWhole(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
/**
 * Reads what {@link writeJson} wrote; undefined where there is no such file.
 *
 * @throws SetupError E_VERIFY for a file that is no JSON: nothing is decided on it, and nothing is overwritten
 */
async function readJson(file) {
    let text;
    try {
        text = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_VERIFY', `${file} is damaged: it is no JSON.`, {
            remedy: 'Look at what wrote it last; rename it, and the next run goes by what it finds on the machine.',
            evidence: [`it begins: ${JSON.stringify(text.slice(0, 80))}`],
            cause,
        });
    }
}


/***/ }),

/***/ 7522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operateMsi: () => (/* binding */ operateMsi)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/files.js
var windows_files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
;// CONCATENATED MODULE: ./lib/machine/journal.js






/**
 * The journal of a machine: one file, one change at a time, under the machine's lock. What it tells is written before it is done, so that
 * the next run can finish or undo what a killed one began.
 *
 * @throws SetupError E_INTERNAL where a change is open already: its owner did not look
 */
async function beginChange(root, change) {
    if ((await (0,atomic_file.readJson)(journalFile(root))) !== undefined)
        throw new errors/* SetupError */.w('E_INTERNAL', 'A change of this machine is open in the journal already.', {
            remedy: 'Report this with the log.',
            evidence: [journalFile(root)],
        });
    const begun = {
        schema: 1,
        id: (0,external_node_crypto_.randomUUID)(),
        startedAt: new Date().toISOString(),
        ...change,
    };
    await (0,atomic_file.writeJson)(journalFile(root), begun);
    return openChange(root, begun);
}
/**
 * The change that an earlier run left open; undefined where there is none.
 *
 * @throws SetupError E_VERIFY for a journal that cannot be understood
 */
async function leftChange(root) {
    const found = await (0,atomic_file.readJson)(journalFile(root));
    if (found === undefined)
        return undefined;
    const { schema, method, details } = (found ?? {});
    if (schema !== 1 || (method !== 'msi' && method !== 'zip') || typeof details !== 'object')
        throw new errors/* SetupError */.w('E_VERIFY', `The journal ${journalFile(root)} is none that this version can read.`, {
            remedy: 'Use the version of the action that wrote it, or see to the machine by hand and remove the file.',
        });
    return openChange(root, found);
}
function openChange(root, begun) {
    let change = begun;
    return {
        get change() {
            return change;
        },
        async update(details) {
            change = { ...change, details };
            await (0,atomic_file.writeJson)(journalFile(root), change);
        },
        close: async () => await (0,windows_files/* retry */.L5)(() => (0,promises_.rm)(journalFile(root), { force: true })),
    };
}
function journalFile(root) {
    return external_node_path_.join(root, 'journal.json');
}

// EXTERNAL MODULE: ./lib/machine/root.js
var machine_root = __webpack_require__(2685);
// EXTERNAL MODULE: ./lib/release/select.js
var release_select = __webpack_require__(1289);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/sources.js + 7 modules
var sources = __webpack_require__(5529);
// EXTERNAL MODULE: ./lib/toolcache/lock.js
var toolcache_lock = __webpack_require__(4365);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/machine/history.js


/** More than these are of no use for going back. */
const KEPT = 50;
/**
 * Remembers that a change succeeded. Twice for the same change is once, since a run can be killed between this and the end of its journal.
 * What changed no version is not remembered: it is nothing to go back from.
 */
async function rememberSuccess(root, change) {
    const { id, method, operation, architecture, from, to } = change;
    const before = await successes(root);
    if (from === to || before.some((one) => one.id === id))
        return;
    const at = new Date().toISOString();
    const success = { id, method, operation, architecture, from, to, at };
    await (0,atomic_file.writeJson)(historyFile(root), { schema: 1, successes: [...before, success].slice(-KEPT) });
}
/**
 * The version that a rollback returns to: the one before the last successful change. Since a rollback is such a change, rolling back twice
 * returns.
 *
 * @returns a semver; undefined where nothing was there before, or nothing is remembered
 */
async function versionBefore(root, method, architecture) {
    const own = (await successes(root)).filter((one) => one.method === method && one.architecture === architecture);
    return own.at(-1)?.from;
}
async function successes(root) {
    const found = (await (0,atomic_file.readJson)(historyFile(root)));
    return Array.isArray(found?.successes) ? found.successes : [];
}
function historyFile(root) {
    return external_node_path_.join(root, 'history.json');
}

// EXTERNAL MODULE: ./lib/windows/holders.js
var windows_holders = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/windows/open-alone.js
var open_alone = __webpack_require__(8159);
// EXTERNAL MODULE: ./lib/windows/registry.js + 2 modules
var registry = __webpack_require__(3296);
;// CONCATENATED MODULE: ./lib/windows/reboot.js

const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
/** Reads {@link RebootFacts}. Never throws: a fact that can't be read is undefined. */
async function readRebootFacts(read = registry/* readKey */.YZ) {
    const unknown = () => undefined;
    const exists = async (key) => (await read(key)) !== undefined;
    const [renames, servicing, update, setup, installation] = await Promise.all([
        readPendingRenames(read).catch(unknown),
        exists(`${CURRENT}\\Component Based Servicing\\RebootPending`).catch(unknown),
        exists(`${CURRENT}\\WindowsUpdate\\Auto Update\\RebootRequired`).catch(unknown),
        read('HKLM\\SYSTEM\\Setup').then((keys) => (0,registry/* numberOf */.rl)((0,registry/* findValue */.j)(keys?.[0], 'SystemSetupInProgress')) === 1, unknown),
        read(`${CURRENT}\\Installer\\InProgress`).then((keys) => (keys === undefined ? '' : ((0,registry/* textOf */.b6)((0,registry/* findValue */.j)(keys[0], '')) ?? '(unnamed)')), unknown),
    ]);
    return { renames, servicing, update, setup, installation };
}
/**
 * The renames and removals that wait for the next start (MoveFileEx, MOVEFILE_DELAY_UNTIL_REBOOT).
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
async function readPendingRenames(read = registry/* readKey */.YZ) {
    const key = (await read(SESSION_MANAGER))?.[0];
    return ['PendingFileRenameOperations', 'PendingFileRenameOperations2'].flatMap((name) => parsePendingRenames((0,registry/* findValue */.j)(key, name)));
}
/**
 * Pairs of paths; an empty second one means removal. Paths begin with `\??\`, those to be written over with `!`, and newer systems put
 * `*1` and the like before them.
 */
function parsePendingRenames(value) {
    if (value?.type !== 'multi_sz')
        return [];
    const pairs = [];
    for (let at = 0; at < value.data.length; at += 2) {
        const from = plainPath(value.data[at] ?? '');
        const to = plainPath(value.data[at + 1] ?? '');
        if (from !== '')
            pairs.push({ from, to: to === '' ? undefined : to });
    }
    return pairs;
}
function plainPath(text) {
    return text.replace(/^[!*\d]*\\\?\?\\/, '').replace(/^UNC\\/i, '\\\\');
}
/**
 * Takes renames and removals off the list of the next start, each once, and leaves the rest of it byte for byte. For what an installation left
 * there and what has been done since in another way (microsoft/WSL#40535).
 *
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
async function dropPending(drop, read = registry/* readKey */.YZ) {
    const key = (await read(SESSION_MANAGER))?.[0];
    const left = [...drop];
    for (const name of ['PendingFileRenameOperations', 'PendingFileRenameOperations2']) {
        const value = (0,registry/* findValue */.j)(key, name);
        if (value?.type !== 'multi_sz')
            continue;
        const kept = [];
        for (let at = 0; at < value.data.length; at += 2) {
            const raw = [value.data[at] ?? '', value.data[at + 1] ?? ''];
            const [pair] = parsePendingRenames({ type: 'multi_sz', data: raw });
            const match = left.findIndex(({ from, to }) => from === pair?.from && to === pair.to);
            if (match < 0)
                kept.push(...raw);
            else
                left.splice(match, 1);
        }
        if (kept.length === value.data.length)
            continue;
        await (0,registry/* writeValue */.bD)(SESSION_MANAGER, name, kept.length === 0 ? undefined : { type: 'multi_sz', data: kept });
    }
}
/** Those that touch a directory or what lies below it. */
function pendingUnder(renames, directory) {
    return renames.filter(({ from, to }) => isBelow(from, directory) || (to !== undefined && isBelow(to, directory)));
}
/**
 * What an installation left to be done at the next start below a directory: there the next start would remove or change files that were
 * just installed, whatever the installation's exit code said.
 */
function diffPending(before, after, directory) {
    const old = new Map();
    const name = ({ from, to }) => `${from}\0${to ?? ''}`.toLowerCase();
    for (const pair of before)
        old.set(name(pair), (old.get(name(pair)) ?? 0) + 1);
    const added = after.filter((pair) => {
        const left = old.get(name(pair)) ?? 0;
        old.set(name(pair), left - 1);
        return left <= 0;
    });
    return pendingUnder(added, directory);
}
/** Whether a Windows path is a directory or lies below it; without case. */
function isBelow(file, directory) {
    const [inner, outer] = [file, directory].map((text) => text.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase());
    return inner === outer || (inner ?? '').startsWith(`${outer}\\`);
}

// EXTERNAL MODULE: ./lib/windows/system-programs.js
var system_programs = __webpack_require__(812);
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
            const bytes = await (0,promises_.stat)(log).then(({ size }) => size, () => 0);
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
    await (0,promises_.mkdir)(logDirectory, { recursive: true });
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
;// CONCATENATED MODULE: ./lib/msi/busy.js




/** The verdict on a wait that was in vain, with what it waited for: another installation, as far as Windows tells of it. */
async function namingOthers(verdict, waitedMs) {
    const [processes, { installation }] = await Promise.all([(0,windows_holders/* findProcesses */.z_)('msiexec.exe'), readRebootFacts()]);
    const others = processes.map((one) => (0,holder/* describeHolder */.sG)(one));
    const named = others.length > 0 ? others.join('; ') : 'no msiexec.exe is among the processes now';
    const script = installation ? [`under way: ${installation}`] : [];
    return {
        ...verdict,
        message: `${verdict.message} It was waited for ${(0,report_log/* formatDuration */.a3)(waitedMs)}: ${named}.`,
        evidence: [...verdict.evidence, ...others, ...script],
    };
}

// EXTERNAL MODULE: ./lib/archive/fetch.js + 8 modules
var fetch = __webpack_require__(5379);
// EXTERNAL MODULE: ./lib/archive/meter.js
var archive_meter = __webpack_require__(2655);
;// CONCATENATED MODULE: ./lib/archive/fetch-file.js




/**
 * From a file's address to the verified file on a disk. It comes to be at `target` by one rename, when its size and SHA-256 are right and its
 * bytes are on the disk; until then there is nothing, or what was there before.
 *
 * @param target its directory has to be there
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE; the error of the system where it cannot be written; the signal's reason
 */
async function fetchFile(source, wanted, target, options) {
    const meter = (0,archive_meter/* createMeter */.q)(options.onProgress);
    // There is nothing to do before all of it is there and right.
    const consumer = { consume: async () => { }, discard: async () => { } };
    const { arrival, result: _, ...facts } = await (0,fetch/* fetchVerified */.J)(source, wanted, consumer, {
        ...options,
        onBytes: (done, total) => meter('download', done, total),
    });
    const draft = `${target}.part`;
    try {
        const file = await (0,promises_.open)(draft, 'w');
        try {
            await file.writeFile(arrival.bytes);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,windows_files/* retry */.L5)(() => (0,promises_.rename)(draft, target), options.signal);
    }
    catch (error) {
        await (0,windows_files/* removeTree */.dM)(draft).catch(() => { });
        throw error;
    }
    return { ...facts, size: arrival.bytes.length };
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/msi/package-store.js







const RECORD = 'package.json';
/**
 * Puts an MSI into the store: `<root>\msi\<Go version>-<architecture>-<8 digits of the hash>\<file name>`, with a record beside it. What is
 * there already, and still has its hash, stays.
 *
 * @param fill writes the file, and returns its SHA-256 and size
 */
async function storePackage(root, wanted, fill) {
    const { goVersion, architecture, sha256, filename } = wanted;
    const directory = external_node_path_.join(root, 'msi', `${goVersion}-${architecture}-${sha256.slice(0, 8)}`);
    const target = external_node_path_.join(directory, filename);
    await (0,promises_.mkdir)(directory, { recursive: true });
    let found = await hashOf(target);
    if (found?.sha256 !== sha256) {
        await fill(target);
        found = await hashOf(target);
    }
    if (found?.sha256 !== sha256)
        throw new Error(`${target} has ${found?.sha256 ?? 'gone'}, not ${sha256}`);
    const stored = { ...wanted, path: target, size: found.size };
    await (0,atomic_file.writeJson)(external_node_path_.join(directory, RECORD), { schema: 1, ...stored });
    return stored;
}
/** Says that an MSI of the store is in use now: of several builds of its version it is the first that `storedPackages` tells. */
async function storeAgain(root, stored) {
    const { path: _, size: _size, ...wanted } = stored;
    return await storePackage(root, wanted, async () => { });
}
/** Copies a file into the store, through a draft beside it. */
async function copyInto(target, source) {
    const draft = `${target}.part`;
    try {
        await (0,promises_.copyFile)(source, draft);
        const file = await (0,promises_.open)(draft, 'r+');
        await file.sync().finally(() => file.close());
        await (0,windows_files/* retry */.L5)(() => (0,promises_.rename)(draft, target));
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
        throw error;
    }
}
/**
 * The MSIs of a version that are in the store and still have the hash that they were stored with: it is computed anew, for what is in there
 * is run with an administrator's rights.
 *
 * @returns the one that was stored last comes first
 */
async function storedPackages(root, goVersion, architecture) {
    const store = external_node_path_.join(root, 'msi');
    const found = [];
    for (const name of await (0,promises_.readdir)(store).catch(() => [])) {
        if (!name.startsWith(`${goVersion}-${architecture}-`))
            continue;
        const recordFile = external_node_path_.join(store, name, RECORD);
        const record = (await (0,atomic_file.readJson)(recordFile).catch(() => undefined));
        if (typeof record?.filename !== 'string' || typeof record.sha256 !== 'string')
            continue;
        const place = external_node_path_.join(store, name, external_node_path_.basename(record.filename));
        if ((await hashOf(place))?.sha256 !== record.sha256)
            continue;
        const at = (await (0,promises_.stat)(recordFile).catch(() => undefined))?.mtimeMs ?? 0;
        found.push({ stored: { ...record, path: place }, at });
    }
    return found.sort((a, b) => b.at - a.at).map(({ stored }) => stored);
}
/** SHA-256 and size of a file; undefined where it is not there or cannot be read. */
async function hashOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), async (chunks) => {
            for await (const chunk of chunks) {
                hash.update(chunk);
                size += chunk.length;
            }
        });
    }
    catch {
        return undefined;
    }
    return { sha256: hash.digest('hex'), size };
}

// EXTERNAL MODULE: ./lib/release/builtin.js + 1 modules
var builtin = __webpack_require__(1648);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
;// CONCATENATED MODULE: ./lib/msi/packages.js






/**
 * The MSI of a release in the machine's store: the one that is there, or else downloaded and verified.
 *
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM; a file system error
 */
async function providePackage(root, { release, official }, { origin }, { inputs, log, timeline, signal }) {
    const { goVersion, architecture, filename, sha256 } = release;
    const source = `${origin.label}/${filename}`;
    return await storePackage(root, { goVersion, architecture, filename, sha256, source, official }, async (target) => {
        if (inputs.offline && !origin.local)
            throw offlineMiss(filename, origin.label);
        const size = release.size > 0 ? ` (${(0,report_log/* formatBytes */.z3)(release.size)})` : '';
        log.info(`Downloading ${filename} from ${origin.label}${size}`);
        const file = await timeline.measure('fetch', () => fetchFile(origin.archive(filename), release, target, {
            timeoutMs: inputs.downloadTimeoutMs,
            signal,
            onProgress: (0,report_log/* progressLines */.Ld)(log),
            onNote: (line) => log.info(line),
        }));
        timeline.addBytes('downloaded', file.bytesDownloaded);
        log.info(`Downloaded ${(0,report_log/* formatBytes */.z3)(file.bytesDownloaded)} in ${(0,report_log/* formatDuration */.a3)(file.downloadMs)}, verified SHA-256 ${file.sha256}`);
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
    const cached = product.localPackage === undefined ? undefined : await hashOf(product.localPackage);
    const stored = (await storedPackages(root, goVersion, architecture)).find(({ sha256 }) => cached === undefined || sha256 === cached.sha256);
    if (stored) {
        log.info(`The MSI of ${goVersion} is kept in ${stored.path}: the way back`);
        return await storeAgain(root, stored);
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
        if (context.signal.aborted || !(error instanceof errors/* SetupError */.w))
            throw error;
        throw notSecured(product, error);
    }
}
async function secureLocalPackage(root, { goVersion, architecture, packageName }, cached, say) {
    const filename = packageName || (0,names/* fileName */.Md)(goVersion, architecture, 'msi');
    const facts = {
        goVersion,
        architecture,
        filename,
        sha256: cached.sha256,
        source: cached.path,
        official: false,
    };
    const stored = await storePackage(root, facts, (target) => copyInto(target, cached.path));
    say(`Kept a copy of the MSI of ${goVersion} in ${stored.path}: the way back`);
    return stored;
}
/** The request for one release by its name. */
function exact(goVersion) {
    const version = (0,names/* toSemver */.Ud)(goVersion);
    if (version === undefined)
        throw new errors/* SetupError */.w('E_MSI_SOURCE', `${goVersion}, which is installed, is the name of no release of Go.`, {
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
    if (localPackage !== undefined || (await storedPackages(root, goVersion, architecture)).length > 0)
        return 'cached';
    return await sources.resolve(exact(goVersion), 'msi', '').then(() => 'download', () => 'none');
}
/** Whether the MSI that a product was installed from is known to be go.dev's own, by the hash of its cached copy. */
async function isKnownOfficial({ version, architecture, localPackage }) {
    if (version === '' || localPackage === undefined)
        return false;
    const known = (0,builtin/* builtinRelease */.jf)(version, architecture, 'msi');
    return known !== undefined && known.sha256 !== '' && (await hashOf(localPackage))?.sha256 === known.sha256;
}
function notSecured({ goVersion, productCode }, cause) {
    return new errors/* SetupError */.w('E_MSI_SOURCE', `${goVersion} is not replaced, because its own MSI is not to be had: should the new one fail, this machine would be left without Go.`, {
        remedy: `Put the MSI of ${goVersion} on the mirror, or let the runner reach go.dev; or use install-method: zip.`,
        evidence: [`product ${productCode}`, 'Windows Installer has no cached package of it', cause.message],
        cause,
    });
}
function offlineMiss(filename, source) {
    return new errors/* SetupError */.w('E_NETWORK', `Offline rules out fetching ${filename} from ${source}.`, {
        remedy: 'Give a mirror directory that has the MSI as go-download-base-url, or remove offline.',
    });
}

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
            throw offlineMiss(filename, sources.origin.label);
        const file = sources.origin.archive(filename);
        const timeoutMs = inputs.downloadTimeoutMs;
        await fetchFile(file, { filename, sha256, size }, draft, { timeoutMs, signal, onNote: log.info });
        return 'Downloaded';
    };
    try {
        const done = await download().catch(async () => {
            signal.throwIfAborted();
            await copyInto(draft, stored.path);
            return 'Copied';
        });
        const found = await hashOf(draft);
        if (found?.sha256 !== sha256)
            throw new Error(`its SHA-256 is ${found?.sha256}, not ${sha256}`);
        await (0,windows_files/* retry */.L5)(() => (0,promises_.rename)(draft, stored.path), signal);
        log.info(`${done} ${filename} once more, verified SHA-256 ${sha256}`);
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`${filename} could not be renewed: ${String(error)}`);
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
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
    await (0,promises_.mkdir)(directory, { recursive: true });
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

;// CONCATENATED MODULE: ./lib/msi/session.js

/** The directory of msiexec's logs: not RUNNER_TEMP, which the runner empties. */
function logDirectory(root) {
    return external_node_path_.join(root, 'logs');
}

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
    let plan = { task, logDirectory: logDirectory(session.root) };
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
        await (0,external_node_timers_promises_.setTimeout)(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
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

;// CONCATENATED MODULE: ./lib/msi/change-failures.js

/** Every run of msiexec has a log of its own, those of the recovery too. */
function logsOf({ change }) {
    return change.details.attempts.map(({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`);
}
/** The failure of a change: why, and which Go works now. */
function changeFailure(verdict, found, now, logs, what) {
    const evidence = [...verdict.evidence, `found: ${found}`, ...logs];
    if (verdict.code === undefined || verdict.class === 'ok-reboot')
        return new errors/* SetupError */.w('E_VERIFY', `msiexec says that Go is ${what}, and it is not: ${found}.`, {
            state: now,
            remedy: 'See what removes or blocks files there (a scanner, a clean-up job), and run the step again.',
            evidence,
        });
    return new errors/* SetupError */.w(verdict.code, verdict.message, { state: now, remedy: verdict.remedy, evidence });
}
/** The new Go works, but only until Windows starts the next time. */
function rebootRequired({ goVersion }, pending, logs) {
    return new errors/* SetupError */.w('E_REBOOT', `${goVersion} is installed and works, but files of it were held: Windows will change ${pending.length} of them at its next start.`, {
        remedy: 'Restart Windows, then run the step again; or set on-reboot-required: warn to go on at your own risk.',
        evidence: [
            ...pending.map(({ from, to }) => (to === undefined ? `remove ${from}` : `${from} → ${to}`)),
            ...logs,
        ],
    });
}

;// CONCATENATED MODULE: ./lib/machine/manifest.js




/** Lists a tree: names and sizes, no content. Go's 11,000 files take about a second. */
async function takeManifest(tree) {
    const entries = await (0,promises_.readdir)(tree, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => external_node_path_.join(entry.parentPath, entry.name));
    const sizes = {};
    await (0,windows_files/* forEachFile */.Rl)(files, async (file) => {
        const { size } = await (0,promises_.stat)(file);
        sizes[external_node_path_.relative(tree, file).replaceAll('\\', '/')] = size;
    });
    return sizes;
}
/** Keeps a manifest in the machine's root. @param name letters, digits, dots and hyphens */
async function keepManifest(root, name, manifest) {
    await (0,promises_.mkdir)(external_node_path_.dirname(manifestFile(root, name)), { recursive: true });
    await (0,atomic_file.writeJson)(manifestFile(root, name), manifest);
}
/** A manifest that was kept; undefined where there is none, or none that can be read: then the tree is judged without it. */
async function keptManifest(root, name) {
    const found = await (0,atomic_file.readJson)(manifestFile(root, name)).catch(() => undefined);
    return typeof found === 'object' && found !== null ? found : undefined;
}
function manifestFile(root, name) {
    return external_node_path_.join(root, 'msi', `${name}.files.json`);
}

// EXTERNAL MODULE: ./lib/toolcache/verify.js
var verify = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/findings.js
var lib_findings = __webpack_require__(1149);
;// CONCATENATED MODULE: ./lib/msi/machine-path.js



const KEYS = {
    machine: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
    user: 'HKCU\\Environment',
};
/** Reads the variables that Go's MSI writes, and GOROOT. @throws SetupError E_PERMISSION where the registry may not be read */
async function readEnvironmentValues(scope, read = registry/* readKey */.YZ) {
    const key = (await read(KEYS[scope]))?.[0];
    return { path: (0,registry/* findValue */.j)(key, 'Path'), gopath: (0,registry/* findValue */.j)(key, 'GOPATH'), goroot: (0,registry/* findValue */.j)(key, 'GOROOT') };
}
/**
 * Puts a PATH or GOPATH back as it was, byte for byte. Programs that run already are not told: they hear of the registry's environment
 * when they, or the service that starts them, are started again.
 *
 * @param value undefined removes the variable
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
async function restoreEnvironmentValue(scope, name, value) {
    await (0,registry/* writeValue */.bD)(KEYS[scope], name, value);
}
/** Entries of a PATH, in order, without empty ones and without the quotes that keep a semicolon in an entry. */
function splitPath(text) {
    const entries = text.match(/(?:"[^"]*(?:"|$)|[^;"])+/g) ?? [];
    return entries.map((entry) => entry.replaceAll('"', '').trim()).filter((entry) => entry !== '');
}
/** Puts in the values of `%NAME%`; what is not set stays as it is. Names are without case. */
function expandVariables(text, env = process.env) {
    const values = new Map(Object.entries(env).map(([name, value]) => [name.toLowerCase(), value]));
    return text.replace(/%([^%;]+)%/g, (whole, name) => values.get(name.toLowerCase()) ?? whole);
}
/**
 * Every go.exe that a PATH gives before that of `installDir`, where the command `go` would find it first. Windows Installer appends its
 * entry to the machine's PATH, so any other Go there goes before.
 *
 * @param text a PATH, unexpanded
 * @param exists whether a file is there
 */
function goesBefore(text, installDir, env = process.env, exists = external_node_fs_.existsSync) {
    const ours = canonical(external_node_path_.join(installDir, 'bin'));
    const found = [];
    for (const entry of splitPath(expandVariables(text, env))) {
        if (canonical(entry) === ours)
            break;
        const file = external_node_path_.join(entry, 'go.exe');
        if (isWhole(entry) && exists(file))
            found.push(file);
    }
    return [...new Set(found)];
}
/** An entry relative to the current directory, or with a variable that is not set, is none. */
function isWhole(entry) {
    return (external_node_path_.isAbsolute(entry) || external_node_path_.win32.isAbsolute(entry)) && !/%[^%]+%/.test(entry);
}
/** A path to compare by. */
function canonical(directory) {
    return directory.replaceAll('/', '\\').replace(/\\+/g, '\\').replace(/\\$/, '').toLowerCase();
}

;// CONCATENATED MODULE: ./lib/msi/preflight-target.js



/** How many files or holders are named. */
const NAMED = 5;
/** Judges the place that Go is to go to, and what else of Go is on the machine. */
function checkTarget(facts) {
    return [
        ...checkDirectory(facts),
        ...checkHeld(facts),
        ...checkWayBack(facts),
        ...checkManaged(facts),
        ...checkEnvironment(facts),
    ];
}
/**
 * Windows Installer removes only files that it owns, and leaves others where they are: in a directory with another Go the two are mixed, and
 * the compiler says "redeclared in this block" (golang/go#18107 and its like).
 */
function checkDirectory({ tree, installDir, product, products }) {
    const at = (place) => place !== undefined && canonical(place) === canonical(installDir);
    const other = products.find(({ productCode, installDir: place }) => productCode !== product?.productCode && at(place));
    if (other !== undefined) {
        const text = `${installDir} belongs to another product of Windows Installer: ${other.displayName || other.productCode}.`;
        const remedy = 'Choose another msi-install-dir, or uninstall that product.';
        return [(0,lib_findings/* stop */.ds)('target', 'E_MSI_TARGET', text, remedy)];
    }
    if (tree.state === 'absent' || tree.state === 'empty') {
        const from = product?.installDir;
        return [
            (0,lib_findings/* note */.N4)('target', `${installDir}: ${tree.reason}.`),
            ...(from !== undefined && !at(from) ? [(0,lib_findings/* note */.N4)('move', `Go moves there from ${from}.`)] : []),
        ];
    }
    if (product !== undefined && at(product.installDir)) {
        const name = product.goVersion || product.displayName || product.productCode;
        if (tree.state === 'broken') {
            return [
                (0,lib_findings/* warning */.$e)('target', `${installDir} belongs to ${name}, but ${tree.reason}.`, 'It is repaired or replaced.'),
            ];
        }
        return [(0,lib_findings/* note */.N4)('target', `${installDir} belongs to ${name}; ${tree.reason}.`)];
    }
    const text = `${installDir} is not empty, and no registered Go owns what lies there: ${tree.reason}. An MSI would mix its files with these.`;
    const remedy = 'Remove or rename that directory, or choose an empty one by msi-install-dir.';
    return [(0,lib_findings/* stop */.ds)('target', 'E_MSI_TARGET', text, remedy)];
}
function checkHeld({ held, holders, stopping, installDir }) {
    if (held === undefined)
        return [(0,lib_findings/* note */.N4)('held', `Which files in ${installDir} are held could not be found out.`)];
    const found = [];
    if (held.held.length > 0) {
        const files = some(held.held);
        const who = holders?.holders.map(holder/* describeHolder */.sG) ?? [];
        const names = who.length > 0
            ? `Holders: ${some(who, '; ')}.`
            : `Who holds them is not known (${holders?.looked.join('; ')}).`;
        const text = `Other processes hold ${held.held.length} file(s) of ${installDir}: ${files}. ${names}`;
        const remedy = `${(0,holder/* adviseOn */.mm)(holders?.holders ?? [], stopping ? 'in vain' : 'mention')} Give each runner of this machine a Go of its own by install-method: zip.`;
        found.push((0,lib_findings/* stop */.ds)('held', 'E_MSI_LOCKED', text, remedy));
    }
    if (held.denied.length > 0) {
        found.push((0,lib_findings/* note */.N4)('held-denied', `Whether these are held can't be told, they may not be opened: ${some(held.denied)}.`));
    }
    if (!held.complete) {
        found.push((0,lib_findings/* note */.N4)('held-part', `Only ${held.looked} files were looked at.`));
    }
    return found.length > 0
        ? found
        : [(0,lib_findings/* note */.N4)('held', `None of ${held.looked} files is held by another process.`)];
}
function checkWayBack({ wayBack, product }) {
    const name = product?.goVersion || product?.displayName || 'the registered Go';
    switch (wayBack) {
        case undefined:
            return [];
        case 'cached':
            return [(0,lib_findings/* note */.N4)('way-back', `The MSI of ${name} is in Windows Installer's cache: it can be put back.`)];
        case 'download':
            return [
                (0,lib_findings/* note */.N4)('way-back', `The MSI of ${name} is not in Windows Installer's cache, but can be downloaded.`),
            ];
        case 'none': {
            const text = `Windows Installer removes ${name} before it installs the new Go, and its MSI is nowhere to be had, so it could not be put back.`;
            const remedy = `Put that MSI (${product?.packageName || 'of the same version'}) on the mirror, or uninstall the old Go yourself.`;
            return [(0,lib_findings/* stop */.ds)('way-back', 'E_MSI_SOURCE', text, remedy)];
        }
    }
}
function checkManaged({ product, managed }) {
    const found = managed.map(({ manager, path, version }) => (0,lib_findings/* note */.N4)('managed', `${manager} has a Go of its own on record${version ? ` (${version})` : ''}: ${path}.`));
    if (product?.owner === undefined)
        return found;
    const text = `The registered ${product.goVersion || 'Go'} was installed by ${product.owner}, whose record will name the old version after this; it is never edited.`;
    return [
        ...found,
        (0,lib_findings/* warning */.$e)('owner', text, `Let one of the two set up Go: uninstall it with ${product.owner}, or upgrade it there.`),
    ];
}
function checkEnvironment({ environment, before, goroot, installDir }) {
    if (environment === undefined)
        return [(0,lib_findings/* note */.N4)('path', "The machine's PATH could not be read.")];
    const found = [];
    if (before.length > 0) {
        const text = `The machine's PATH gives another Go first: ${some(before)}. Steps of this job get the right one, other programs do not.`;
        found.push((0,lib_findings/* warning */.$e)('path', text, 'Remove those entries from the PATH of the machine.'));
    }
    if (goroot !== undefined && canonical(goroot) !== canonical(installDir)) {
        const text = `The machine's GOROOT is ${goroot}, not ${installDir}: every go that is started without another one uses that tree.`;
        found.push((0,lib_findings/* warning */.$e)('goroot', text, 'Remove GOROOT from the variables of the machine.'));
    }
    return found.length > 0 ? found : [(0,lib_findings/* note */.N4)('path', "No other Go goes before on the machine's PATH.")];
}
function some(items, separator = ', ') {
    const more = items.length > NAMED ? `${separator}… (${items.length} in all)` : '';
    return `${items.slice(0, NAMED).join(separator)}${more}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/toolcache/write-tests.js
var write_tests = __webpack_require__(9835);
// EXTERNAL MODULE: ./lib/windows/held-files.js
var held_files = __webpack_require__(5044);
// EXTERNAL MODULE: ./lib/windows/places.js
var windows_places = __webpack_require__(4913);
;// CONCATENATED MODULE: ./lib/windows/services.js

const DISABLED = 4;
/** Reads the start types of services by their short names, such as `msiserver`. Never throws. */
async function readServices(names, query = registry/* queryNumber */.m$) {
    return await Promise.all(names.map(async (name) => {
        const start = await query(`HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, 'Start');
        return { name, start, disabled: start === DISABLED };
    }));
}

;// CONCATENATED MODULE: ./lib/msi/owners.js



/**
 * Finds Goes of Chocolatey (`lib\golang`, which installs Go's own MSI), Scoop (`apps\go`, a tree of its own) and winget (`Packages\GoLang.Go…`
 * for what is no MSI) where these managers keep them unless told otherwise by their variables. Never throws.
 */
function findManagedGoes(env = process.env) {
    return directoriesOf(env).flatMap(({ manager, directory, name }) => namesIn(directory)
        .filter((entry) => name.test(entry))
        .map((entry) => external_node_path_.join(directory, entry))
        .map((found) => ({ manager, path: found, version: versionIn(manager, found) })));
}
/**
 * Which manager's record an MSI's registration belongs to. Managers leave their name in the directory that they ran the MSI from
 * (`…\Temp\chocolatey\golang\1.25.3\`, `…\Temp\WinGet\GoLang.Go.1.25.3\`); Chocolatey's also where its package is there in that version.
 */
function managerOf(installSource, goVersion, env = process.env) {
    if (/[\\/]chocolatey[\\/]/i.test(installSource))
        return 'chocolatey';
    if (/[\\/]winget[\\/]/i.test(installSource))
        return 'winget';
    const version = (0,names/* toSemver */.Ud)(goVersion);
    const same = findManagedGoes(env).find((found) => found.manager === 'chocolatey' &&
        version !== undefined &&
        (found.version === version || (0,names/* toSemver */.Ud)(`go${found.version}`) === version));
    return same?.manager;
}
function directoriesOf(env) {
    const data = env['ProgramData'] || 'C:\\ProgramData';
    const home = env['USERPROFILE'];
    const scoop = [
        env['SCOOP'] || (home && external_node_path_.join(home, 'scoop')),
        env['SCOOP_GLOBAL'] || external_node_path_.join(data, 'scoop'),
    ];
    const winget = [
        env['LOCALAPPDATA'] && external_node_path_.join(env['LOCALAPPDATA'], 'Microsoft', 'WinGet', 'Packages'),
        env['ProgramFiles'] && external_node_path_.join(env['ProgramFiles'], 'WinGet', 'Packages'),
    ];
    const chocolatey = env['ChocolateyInstall'] || external_node_path_.join(data, 'chocolatey');
    return [
        { manager: 'chocolatey', directory: external_node_path_.join(chocolatey, 'lib'), name: /^golang$/i },
        ...present(scoop).map((root) => ({
            manager: 'scoop',
            directory: external_node_path_.join(root, 'apps'),
            name: /^go$/i,
        })),
        ...present(winget).map((directory) => ({
            manager: 'winget',
            directory,
            name: /^golang\.go(?:[._]|$)/i,
        })),
    ];
}
function present(places) {
    return [...new Set(places.flatMap((place) => (place ? [place] : [])))];
}
function versionIn(manager, directory) {
    switch (manager) {
        case 'chocolatey': {
            const file = namesIn(directory).find((name) => name.toLowerCase().endsWith('.nuspec'));
            const text = file === undefined ? '' : readText(external_node_path_.join(directory, file));
            return /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1];
        }
        case 'scoop':
            // `current` is a link to one of the versions beside it.
            return /^go(\S+)/.exec(readText(external_node_path_.join(directory, 'current', 'VERSION')))?.[1];
        case 'winget':
            return undefined;
    }
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.existsSync)(directory) ? (0,external_node_fs_.readdirSync)(directory) : [];
    }
    catch {
        return [];
    }
}
function readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/msi/facts.js














const POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';
const POLICIES = [
    'DisableMSI',
    'DisableRollback',
    'DisableAutomaticApplicationShutdown',
    'AlwaysInstallElevated',
    'Logging',
];
/** Where in a Go tree programs are: they are held while somebody builds. */
const PROGRAMS_FIRST = ['bin', external_node_path_.join('pkg', 'tool')];
/**
 * Finds out all that {@link preflight} judges. Changes nothing but a file of its own, made and removed. Never throws: a probe without an
 * answer leaves its fact undefined.
 */
async function gatherFacts(plan, env = process.env, read = registry/* readKey */.YZ) {
    const [account, write, policies, services, reboot, space, files, environment] = await Promise.all([
        (0,elevation/* readAccount */.GM)(),
        tryWriting(plan.installDir),
        readPolicies(read),
        readServices(['msiserver', 'TrustedInstaller', 'wuauserv']),
        readRebootFacts(read),
        readSpace([plan.installDir, `${env['SystemDrive'] || 'C:'}\\`]),
        readHeld(plan.installDir),
        readEnvironmentValues('machine', read).catch(() => undefined),
    ]);
    const goroot = expandVariables((0,registry/* textOf */.b6)(environment?.goroot) ?? '', env);
    return {
        ...plan,
        windows: (0,external_node_os_.release)(),
        account,
        write,
        policies,
        services,
        reboot,
        space,
        ...files,
        managed: findManagedGoes(env),
        environment,
        before: goesBefore((0,registry/* textOf */.b6)(environment?.path) ?? '', plan.installDir, env),
        goroot: goroot || undefined,
    };
}
/** Which files below a directory are held, and by whom. Also for waiting: ask again until nothing is held. Never throws. */
async function readHeld(directory) {
    const held = await (0,held_files/* findHeld */.Tb)(directory, { first: PROGRAMS_FIRST }).catch(() => undefined);
    const holders = held && held.held.length > 0 ? await (0,windows_holders/* nameHolders */.Vu)(held.held, directory) : undefined;
    return { held, holders };
}
/**
 * Makes and removes a file where a directory is, or in the nearest one above it that is there. Permissions alone don't tell: ask Windows. What
 * a killed run's test has left there goes, too: the caller has the machine's lock.
 */
async function tryWriting(directory) {
    const nearest = await (0,windows_places/* nearestDirectory */.O)(directory);
    try {
        const own = await (0,promises_.mkdtemp)(external_node_path_.join(nearest, write_tests/* WRITE_TEST */.h));
        try {
            await (0,promises_.writeFile)(external_node_path_.join(own, 'test'), 'x');
        }
        finally {
            await (0,promises_.rm)(own, { recursive: true, force: true, maxRetries: 5 });
        }
        await (0,write_tests/* removeWriteTests */.j)(nearest, 0);
        return { directory: nearest, refusal: undefined };
    }
    catch (error) {
        return { directory: nearest, refusal: (0,errors/* systemCode */.x)(error) ?? String(error) };
    }
}
async function readPolicies(read) {
    try {
        const values = (await read(POLICY_KEY))?.[0]?.values ?? [];
        return Object.fromEntries(values.flatMap(({ name, value }) => {
            const known = POLICIES.find((policy) => policy.toLowerCase() === name.toLowerCase());
            const content = (0,registry/* numberOf */.rl)(value) ?? (0,registry/* textOf */.b6)(value);
            return known !== undefined && content !== undefined ? [[known, content]] : [];
        }));
    }
    catch {
        return undefined;
    }
}
/** Free space where these places are; one of two on the same drive. */
async function readSpace(places) {
    const drives = new Map();
    for (const place of places) {
        const nearest = await (0,windows_places/* nearestDirectory */.O)(place);
        const root = external_node_path_.parse(nearest).root.toLowerCase();
        if (drives.has(root))
            continue;
        drives.set(root, { place: external_node_path_.parse(nearest).root, free: await (0,windows_places/* freeSpace */.F)(nearest) });
    }
    return [...drives.values()];
}

;// CONCATENATED MODULE: ./lib/msi/preflight.js






const USE_ZIP = 'Or use install-method: zip, which needs no rights on the machine.';
const ENOUGH_BYTES = 1.5e9;
/** Which MSIs Windows Installer takes on a machine; any other is exit code 1633 ("not supported by this processor type"). */
const INSTALLS = {
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
function preflight(facts) {
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
function checkArchitecture({ architecture, machine, windows }) {
    const arch = (0,names/* goArch */.Jt)(architecture);
    const own = machine.architecture;
    if (!INSTALLS[own].includes(architecture)) {
        const text = `The ${arch} MSI cannot be installed on an ${own} machine: Windows Installer refuses it (1633).`;
        return [
            (0,lib_findings/* stop */.ds)('architecture', 'E_MSI_PLATFORM', text, `Leave the input architecture out, or set it to ${own}.`),
        ];
    }
    if (own === 'arm64' && architecture !== 'arm64') {
        const old = architecture === 'x64' && build(windows) < ARM_RUNS_X64;
        const text = `The ${arch} MSI on an Arm machine ${old ? 'needs Windows 11: this one will refuse it (1633)' : 'gives a Go that Windows emulates'}.`;
        return [(0,lib_findings/* warning */.$e)('architecture', text, 'Set the input architecture to arm64, or leave it out.')];
    }
    return [(0,lib_findings/* note */.N4)('architecture', `${arch} MSI on an ${own} machine.`)];
}
function checkSystem({ version, windows, machine }) {
    const found = [];
    const minor = Number(/^1\.(\d+)/.exec(version)?.[1] ?? 21);
    if (Number.parseInt(windows, 10) < 10 && minor >= 21) {
        const text = `${(0,names/* toGoVersion */.ME)(version)} needs Windows 10 or Server 2016; this is Windows ${windows}.`;
        found.push((0,lib_findings/* stop */.ds)('system', 'E_MSI_PLATFORM', text, 'Take Go 1.20 or older, or a newer Windows.'));
    }
    else {
        found.push((0,lib_findings/* note */.N4)('system', `Windows ${windows}.`));
    }
    if (machine.hosted) {
        const text = 'This runner is hosted by GitHub and thrown away after the job; an MSI is slower there and gives one Go at a time.';
        found.push((0,lib_findings/* warning */.$e)('hosted', text, 'Use install-method: zip.'));
    }
    return found;
}
function checkAccount({ account }) {
    const name = account.name ?? account.sid ?? 'this account';
    if (account.elevated === undefined) {
        return [
            (0,lib_findings/* note */.N4)('elevation', `Whether ${name} has an administrator's rights is not known (${account.reason}); writing is tried.`),
        ];
    }
    if (account.elevated)
        return [(0,lib_findings/* note */.N4)('elevation', `${name}: ${account.reason}.`)];
    const text = `An MSI is installed for the whole machine, which ${name} may not do: ${account.reason}.`;
    const remedy = `Run the runner's service under an account with administrator rights. ${USE_ZIP}`;
    return [(0,lib_findings/* stop */.ds)('elevation', 'E_MSI_PERMISSION', text, remedy)];
}
function checkWriting({ write }) {
    const { directory, refusal } = write;
    if (refusal === undefined)
        return [(0,lib_findings/* note */.N4)('write', `${directory} can be written to.`)];
    const code = refusal === 'ENOSPC' ? 'E_MSI_DISK' : 'E_MSI_PERMISSION';
    const text = `${directory} cannot be written to: Windows answered ${refusal}.`;
    const remedy = `Give the account the right to, see whether a protection against ransomware forbids it, or choose another msi-install-dir. ${USE_ZIP}`;
    return [(0,lib_findings/* stop */.ds)('write', code, text, remedy)];
}
function checkPolicies({ policies }) {
    if (policies === undefined)
        return [(0,lib_findings/* note */.N4)('policy', 'The policies of Windows Installer could not be read.')];
    const set = Object.entries(policies);
    if (set.length === 0)
        return [(0,lib_findings/* note */.N4)('policy', 'No policy of Windows Installer is set.')];
    return set.map(([name, value]) => {
        const id = `policy-${name}`;
        const text = `The policy ${name} of Windows Installer is ${value}`;
        const ask = 'Ask who administers this machine.';
        if (name === 'DisableMSI' && value === 2) {
            return (0,lib_findings/* stop */.ds)(id, 'E_MSI_POLICY', `${text}: it installs nothing here (1625).`, `${ask} ${USE_ZIP}`);
        }
        if (name === 'DisableMSI' && value === 1) {
            return (0,lib_findings/* warning */.$e)(id, `${text}: it installs for administrators alone, or only what is managed.`, ask);
        }
        if (name === 'DisableRollback' && value === 1) {
            const words = `${text}: an installation that fails leaves what it has done so far. This action puts the old Go back itself.`;
            return (0,lib_findings/* warning */.$e)(id, words, ask);
        }
        return (0,lib_findings/* note */.N4)(id, `${text}.`);
    });
}
function checkServices({ services }) {
    return services.map(({ name, start, disabled }) => {
        const id = `service-${name}`;
        if (start === undefined)
            return (0,lib_findings/* note */.N4)(id, `How the service ${name} starts could not be read.`);
        if (!disabled)
            return (0,lib_findings/* note */.N4)(id, `The service ${name} may start (start type ${start}).`);
        if (name.toLowerCase() !== 'msiserver')
            return (0,lib_findings/* note */.N4)(id, `The service ${name} is disabled.`);
        const text = 'The service of Windows Installer (msiserver) is disabled.';
        return (0,lib_findings/* stop */.ds)(id, 'E_MSI_SERVICE', text, `Enable it: sc.exe config msiserver start= demand. ${USE_ZIP}`);
    });
}
function checkRunning({ reboot }) {
    const found = [];
    if (reboot.setup === true) {
        const text = 'Windows Setup is at work on this machine.';
        found.push((0,lib_findings/* stop */.ds)('setup', 'E_MSI_BUSY', text, 'Run the job again when it is done.'));
    }
    if (reboot.installation) {
        const text = `Another installation is under way, or was interrupted: ${reboot.installation}.`;
        found.push((0,lib_findings/* warning */.$e)('installation', text, 'It is waited for, up to msi-timeout.'));
    }
    const unknown = reboot.setup === undefined || reboot.installation === undefined;
    if (unknown)
        found.push((0,lib_findings/* note */.N4)('setup', 'Whether other installations run could not be read.'));
    return found.length > 0 ? found : [(0,lib_findings/* note */.N4)('setup', 'No other installation is under way.')];
}
function checkReboot({ reboot, installDir }) {
    const found = [];
    const inside = pendingUnder(reboot.renames ?? [], installDir);
    if (inside.length > 0) {
        const [{ from, to }] = inside;
        const what = to === undefined ? `remove ${from}` : `put ${from} in the place of ${to}`;
        const more = inside.length > 1 ? ` (and ${inside.length - 1} more)` : '';
        const text = `The next start of Windows will ${what}${more}: what is installed now would be changed by it.`;
        found.push((0,lib_findings/* stop */.ds)('reboot-inside', 'E_REBOOT', text, 'Restart this machine, then run the job again.'));
    }
    const waiting = [
        ...((reboot.renames ?? []).length > inside.length ? ['programs that replace their files'] : []),
        ...(reboot.servicing ? ['Windows servicing'] : []),
        ...(reboot.update ? ['Windows Update'] : []),
    ];
    if (waiting.length > 0) {
        const text = `This machine waits for a restart: ${waiting.join(', ')}.`;
        found.push((0,lib_findings/* warning */.$e)('reboot', text, 'Restart it between jobs.'));
    }
    const unknown = [reboot.renames, reboot.servicing, reboot.update].includes(undefined);
    if (unknown)
        found.push((0,lib_findings/* note */.N4)('reboot', 'Whether a restart is due could not be read in full.'));
    return found.length > 0 ? found : [(0,lib_findings/* note */.N4)('reboot', 'No restart is due.')];
}
function checkSpace({ space }) {
    return space.map(({ place, free }) => {
        if (free === undefined)
            return (0,lib_findings/* note */.N4)('space', `How much is free on ${place} could not be read.`);
        const text = `${(free / 1e9).toFixed(1)} GB are free on ${place}`;
        if (free >= ENOUGH_BYTES)
            return (0,lib_findings/* note */.N4)('space', `${text}.`);
        const words = `${text}; an upgrade takes up to 1.5 GB while old, new and both MSIs are there.`;
        return (0,lib_findings/* stop */.ds)('space', 'E_MSI_DISK', words, 'Free some space, or choose another msi-install-dir.');
    });
}
/** 22631 of `10.0.22631`. */
function build(windows) {
    return Number(/^\d+\.\d+\.(\d+)/.exec(windows)?.[1] ?? 0);
}

// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
;// CONCATENATED MODULE: ./lib/msi/install-dirs.js



/**
 * Where Go's MSI puts Go when INSTALLDIR is not given (golang/build, since Go 1.16): the Program Files of its architecture.
 *
 * @param env PROGRAMFILES and its sisters; of a 64-bit process
 */
function defaultInstallDir(architecture, env = process.env) {
    const programs = env['ProgramW6432'] || env['ProgramFiles'] || 'C:\\Program Files';
    return architecture === 'x86'
        ? external_node_path_.join(env['ProgramFiles(x86)'] || programs, 'Go')
        : external_node_path_.join(programs, 'Go');
}
/**
 * Directories that a Go of an MSI may lie in when Windows Installer has none on record: what the MSI wrote for the user who installed it,
 * what the machine's PATH names, and the defaults of its releases, old ones included. Never throws; which of them hold a Go is not said.
 */
async function installDirCandidates(read, env = process.env) {
    const own = await read('HKCU\\Software\\GoProgrammingLanguage').catch(() => undefined);
    const machine = await readEnvironmentValues('machine', read).catch(() => undefined);
    const onPath = splitPath(expandVariables((0,registry/* textOf */.b6)(machine?.path) ?? '', env))
        .filter((entry) => /[\\/]bin[\\/]*$/i.test(entry))
        .map((entry) => external_node_path_.dirname(entry));
    const defaults = [defaultInstallDir('x64', env), defaultInstallDir('x86', env), 'C:\\Go'];
    const recorded = ((0,registry/* textOf */.b6)((0,registry/* findValue */.j)(own?.[0], 'installLocation')) ?? '').replace(/[\\/]+$/, '');
    return [...new Set([recorded, ...onPath, ...defaults])].filter((directory) => directory !== '');
}

;// CONCATENATED MODULE: ./lib/msi/packed-guid.js
/**
 * Windows Installer's registry names products by packed GUIDs: no punctuation, the first three groups backwards, and of the rest each pair of
 * digits swapped (as Wine's squash_guid does it).
 */
const GROUPS = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];
/**
 * `{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}` → `0567AE226CA41004FB924F8B77D51B0C`.
 * @throws TypeError for what is no GUID in braces
 */
function packGuid(guid) {
    if (!isGuid(guid))
        throw new TypeError(`not a GUID: ${JSON.stringify(guid)}`);
    return turn(guid.replace(/[{}-]/g, ''));
}
/** The GUID, in braces and upper case, that a packed one stands for; undefined for any other text. */
function unpackGuid(packed) {
    if (!/^[0-9a-f]{32}$/i.test(packed))
        return undefined;
    const digits = turn(packed);
    const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)];
    return `{${[...groups, digits.slice(20)].join('-')}}`;
}
/** True for a GUID in braces, in any case. */
function isGuid(text) {
    return /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(text);
}
/** Its own inverse. */
function turn(digits) {
    let at = 0;
    return GROUPS.map((length) => {
        const group = digits.slice(at, at + length);
        at += length;
        return [...group].reverse().join('');
    })
        .join('')
        .toUpperCase();
}

;// CONCATENATED MODULE: ./lib/msi/products.js







/** The UpgradeCodes of Go's MSIs (golang/build, internal/installer/windowsmsi). */
const UPGRADE_CODES = {
    x64: '{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}',
    x86: '{1C3114EA-08C3-11E1-9095-7FCA4824019B}',
    arm64: '{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}',
};
/** `Go Programming Language amd64 go1.25.3`. The version is read from here: an rc has the DisplayVersion of its release. */
const DISPLAY_NAME = /^Go Programming Language (\w+) (go\S+)$/;
const CLASSES = 'HKLM\\SOFTWARE\\Classes\\Installer';
const products_CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
/** S-1-5-18: what is installed for the machine, not for a user. */
const PRODUCTS = `${products_CURRENT}\\Installer\\UserData\\S-1-5-18\\Products`;
/**
 * Every Go that an MSI installed for the machine: those that Windows Installer would replace (the index by UpgradeCode), and those that
 * only stand in the list of programs, in either view of the registry.
 *
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
async function readProducts(sources = {}) {
    const { read = registry/* readKey */.YZ, env = process.env } = sources;
    const [indexed, listed64, listed32] = await Promise.all([
        readIndex(read),
        read(`${products_CURRENT}\\Uninstall`, '64', { recursive: true }),
        read(`${products_CURRENT}\\Uninstall`, '32', { recursive: true }),
    ]);
    const listed = new Map([...goesIn(listed64), ...goesIn(listed32)]);
    const codes = new Set([...indexed.keys(), ...listed.keys()]);
    return await Promise.all([...codes].sort().map((code) => readProduct(code, indexed.get(code), listed.get(code), { read, env })));
}
/**
 * Product codes by the architecture whose UpgradeCode they are filed under. All UpgradeCodes of the machine are read at once, some thousand
 * short lines at most: that is one process, and one for each of ours would be two or three more where it is not there.
 */
async function readIndex(read) {
    const keys = (await read(`${CLASSES}\\UpgradeCodes`, '64', { recursive: true })) ?? [];
    const index = new Map();
    for (const [architecture, upgradeCode] of Object.entries(UPGRADE_CODES)) {
        for (const { name } of keyBelow(keys, packGuid(upgradeCode))?.values ?? []) {
            const code = unpackGuid(name);
            if (code !== undefined)
                index.set(code, architecture);
        }
    }
    return index;
}
/** The one among the keys of a recursive reading whose name ends so. */
function keyBelow(keys, name) {
    const end = `\\${name}`.toLowerCase();
    return keys?.find((key) => key.name.toLowerCase().endsWith(end));
}
/** The Goes among the keys of a list of programs, by product code. */
function goesIn(keys) {
    return (keys ?? []).flatMap((key) => {
        const code = key.name.slice(key.name.lastIndexOf('\\') + 1).toUpperCase();
        return isGuid(code) && DISPLAY_NAME.test((0,registry/* textOf */.b6)((0,registry/* findValue */.j)(key, 'DisplayName')) ?? '')
            ? [[code, key]]
            : [];
    });
}
async function readProduct(productCode, indexed, listed, { read, env }) {
    const packed = packGuid(productCode);
    const [[properties] = [], advertised] = await Promise.all([
        read(`${PRODUCTS}\\${packed}\\InstallProperties`),
        read(`${CLASSES}\\Products\\${packed}`, '64', { recursive: true }),
    ]);
    const product = advertised?.[0];
    const sourceList = keyBelow(advertised, 'SourceList');
    const text = (name, ...keys) => keys.map((key) => (0,registry/* textOf */.b6)((0,registry/* findValue */.j)(key, name))).find((found) => found) ?? '';
    const displayName = text('DisplayName', listed, properties) || text('ProductName', product);
    const [, word = '', named = ''] = DISPLAY_NAME.exec(displayName) ?? [];
    const architecture = (0,names/* parseArchitecture */.ZN)(word) ?? indexed ?? 'x64';
    const recorded = plainDirectory(text('InstallLocation', listed, properties));
    const installDir = recorded || (await findInstallDir(named, architecture, read, env));
    const goVersion = named || ((installDir && (await (0,inspect/* readGoVersion */.VG)(installDir))) ?? '');
    const localPackage = text('LocalPackage', properties);
    const installSource = text('InstallSource', listed, properties);
    return {
        productCode,
        goVersion,
        version: (0,names/* toSemver */.Ud)(goVersion) ?? '',
        architecture,
        installDir: installDir || undefined,
        localPackage: localPackage !== '' && (0,external_node_fs_.existsSync)(localPackage) ? localPackage : undefined,
        packageName: text('PackageName', sourceList),
        displayName,
        installSource,
        owner: managerOf(installSource, goVersion, env),
    };
}
/** Where nothing is on record: the first of the usual places that holds this very Go. */
async function findInstallDir(goVersion, architecture, read, env) {
    const version = (0,names/* toSemver */.Ud)(goVersion);
    if (version === undefined)
        return '';
    for (const directory of await installDirCandidates(read, env)) {
        if ((await (0,inspect/* inspectTree */.$k)(directory, { version, architecture })).state === 'whole')
            return directory;
    }
    return '';
}
/** Without backslashes at its end, but for that of a drive. */
function plainDirectory(text) {
    return text.replace(/(?<!^[A-Za-z]:)[\\/]+$/, '');
}

;// CONCATENATED MODULE: ./lib/msi/tree.js






const tree_NAMED = 5;
/**
 * Looks what lies in an INSTALLDIR. With a list of files every one is compared; without one, those that no Go works without: VERSION, go.exe
 * and its machine type, compiler, linker, assembler, and sources of the standard library. No process is started.
 *
 * @param expected the Go of the product that owns the directory; undefined where none does
 * @param files taken when the tree was known to be whole
 * @throws SetupError E_LOCKED, E_PERMISSION where it may not be looked at
 */
async function inspectInstallDir(directory, expected, files) {
    const names = await list(directory);
    if (names === undefined)
        return { state: 'absent', reason: 'it does not exist', goVersion: undefined };
    if (!(await holdsFiles(directory, names)))
        return { state: 'empty', reason: 'it is empty', goVersion: undefined };
    const goVersion = await (0,inspect/* readGoVersion */.VG)(directory);
    if (expected === undefined) {
        return {
            state: 'foreign',
            reason: tree_describe(goVersion, names),
            goVersion,
        };
    }
    const reason = (await missingFrom(directory, expected, goVersion)) ?? (await differs(directory, files));
    return reason === undefined
        ? { state: 'whole', reason: files ? 'all its files are there' : 'its main files are there', goVersion }
        : { state: 'broken', reason, goVersion };
}
async function missingFrom(directory, expected, goVersion) {
    const { architecture } = expected;
    if (expected.version !== '') {
        const found = await (0,inspect/* inspectTree */.$k)(directory, { version: expected.version, architecture });
        if (found.state !== 'whole')
            return found.state === 'torn' ? found.reason : 'it is gone';
    }
    else if (goVersion === undefined) {
        return 'no VERSION file';
    }
    const tools = external_node_path_.join('pkg', 'tool', `windows_${(0,names/* goArch */.Jt)(architecture)}`);
    const programs = ['compile', 'link', 'asm'].map((name) => external_node_path_.join(tools, `${name}.exe`));
    for (const file of [external_node_path_.join('bin', 'go.exe'), ...programs]) {
        if (!((await sizeOf(external_node_path_.join(directory, file))) ?? 0))
            return `${windows(file)} is missing or empty`;
    }
    for (const name of ['runtime', 'fmt']) {
        const found = (await list(external_node_path_.join(directory, 'src', name))) ?? [];
        if (!found.some((entry) => entry.name.endsWith('.go')))
            return `src\\${name} has no sources`;
    }
    return undefined;
}
async function differs(directory, files) {
    if (files === undefined)
        return undefined;
    const wrong = [];
    await (0,windows_files/* forEachFile */.Rl)(Object.entries(files), async ([name, size]) => {
        if ((await sizeOf(external_node_path_.join(directory, name))) !== size)
            wrong.push(name);
    });
    if (wrong.length > 0) {
        const total = Object.keys(files).length;
        return `${wrong.length} of ${total} files are missing or changed: ${tree_some(wrong)}`;
    }
    const strays = await strayFiles(directory, files);
    return strays.length === 0
        ? undefined
        : `${strays.length} source files of another version lie among its own: ${tree_some(strays)}`;
}
/**
 * Sources that are not on the list, in a package that is: the compiler takes them for part of it ("redeclared in this block", golang/go#18107).
 * Other files are no matter: people build into their Go.
 */
async function strayFiles(directory, files) {
    const known = new Set(Object.keys(files).map((name) => name.toLowerCase()));
    const packages = new Set(Object.keys(files).flatMap((name) => /^src\/.*\.(?:go|s)$/.test(name) && !name.includes('/testdata/') ? [external_node_path_.posix.dirname(name)] : []));
    const strays = [];
    for (const name of packages) {
        for (const entry of (await list(external_node_path_.join(directory, name))) ?? []) {
            const file = `${name}/${entry.name}`;
            if (/\.(?:go|s)$/.test(file) && !known.has(file.toLowerCase()))
                strays.push(file);
        }
    }
    return strays;
}
/** Whether there is a file anywhere below: Windows Installer leaves empty directories behind. */
async function holdsFiles(directory, entries) {
    if (entries.some((entry) => !entry.isDirectory()))
        return true;
    for (const entry of entries) {
        const inner = external_node_path_.join(directory, entry.name);
        if (await holdsFiles(inner, (await list(inner)) ?? []))
            return true;
    }
    return false;
}
function tree_describe(goVersion, names) {
    const what = tree_some(names.map(({ name }) => name));
    return goVersion === undefined
        ? `it holds ${what}`
        : `it holds a Go that calls itself ${goVersion.slice(0, 40)} (${what})`;
}
function tree_some(names) {
    const sorted = [...names].sort();
    return `${sorted.slice(0, tree_NAMED).join(', ')}${sorted.length > tree_NAMED ? `, … (${sorted.length} in all)` : ''}`;
}
async function list(directory) {
    return await unlessAbsent((0,promises_.readdir)(directory, { withFileTypes: true }));
}
async function sizeOf(file) {
    return (await unlessAbsent((0,promises_.stat)(file)))?.size;
}
async function unlessAbsent(looking) {
    return await looking.catch((error) => {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT' || (0,errors/* systemCode */.x)(error) === 'ENOTDIR')
            return undefined;
        throw error;
    });
}
function windows(file) {
    return file.replaceAll('/', '\\');
}

;// CONCATENATED MODULE: ./lib/msi/state.js








const LOOK_MS = 2000;
/**
 * What Windows Installer has registered for an architecture, each with its tree looked at. There is one at most, unless an upgrade broke in
 * the middle; what is whole comes first.
 *
 * @throws SetupError E_PERMISSION where registry or tree may not be read
 */
async function inspectRegistered(root, architecture) {
    const products = (await readProducts()).filter((product) => product.architecture === architecture);
    const found = await Promise.all(products.map(async (product) => ({ product, tree: await inspectProduct(root, product) })));
    return found.sort((a, b) => Number(b.tree.state === 'whole') - Number(a.tree.state === 'whole'));
}
/**
 * The same for a step that can wait: while VERSION or go.exe is held by another process nothing can be said of a tree.
 *
 * @param changed whether a change has begun, for the failure: the journal has it, and the next run goes on
 * @throws SetupError E_MSI_LOCKED naming the holders after `lock-timeout`; the signal's reason
 */
async function inspectPatiently({ root, architecture, context }, changed = false) {
    const { inputs, log, signal } = context;
    const end = performance.now() + inputs.lockTimeoutMs;
    for (let told = false;; told = true) {
        try {
            return await inspectRegistered(root, architecture);
        }
        catch (error) {
            if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_LOCKED')
                throw error;
            if (performance.now() > end)
                throw await namingHolders(error, root, changed);
            if (!told)
                log.info(`${error.message} Waiting up to ${(0,report_log/* formatDuration */.a3)(inputs.lockTimeoutMs)}`);
            await (0,external_node_timers_promises_.setTimeout)(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
async function namingHolders(error, root, changed) {
    const directories = new Set((await readProducts()).flatMap(({ installDir }) => installDir ?? []));
    const searches = await Promise.all([...directories].map((directory) => readHeld(directory)));
    const holders = searches.flatMap((search) => search.holders?.holders ?? []);
    const who = holders.length > 0 ? ` Holders: ${holders.map(holder/* describeHolder */.sG).join('; ')}.` : '';
    return new errors/* SetupError */.w('E_MSI_LOCKED', `${error.message}${who} ${changed ? 'The change of this machine is not settled: the next run goes on with it.' : 'Nothing was changed.'}`, {
        remedy: (0,holder/* adviseOn */.mm)(holders, 'in vain'),
        evidence: [
            ...error.evidence,
            ...searches.flatMap((search) => search.holders?.looked ?? []),
            `machine root ${root}`,
        ],
        cause: error,
    });
}
/** What lies where a product should be. */
async function inspectProduct(root, product) {
    const { installDir, version, architecture, productCode } = product;
    if (installDir === undefined)
        return { state: 'absent', reason: 'nothing tells where it was installed', goVersion: undefined };
    const files = await keptManifest(root, manifestName(productCode));
    return await inspectInstallDir(installDir, { version, architecture }, files);
}
/** The name that a product's list of files is kept under. */
function manifestName(productCode) {
    return productCode.replace(/[{}]/g, '').toLowerCase();
}
/** For log lines: `go1.26.6 in C:\Program Files\Go, whole`. */
function describeRegistered({ product, tree }) {
    const place = product.installDir ?? 'a place that is not on record';
    const owner = product.owner === undefined ? '' : `, installed by ${product.owner}`;
    const health = tree.state === 'whole' ? 'whole' : `${tree.state}: ${tree.reason}`;
    return `${product.goVersion || product.displayName || product.productCode} in ${place}, ${health}${owner}`;
}

;// CONCATENATED MODULE: ./lib/msi/verify.js






const AGAIN_MS = 2000;
/**
 * Whether the Go that was to be installed is there and works: registered, where it should be, whole, and its `go version` the right one.
 * msiexec's exit code has no say in it. What it left to be done at the next start of Windows is told beside: there a file that was just
 * installed can be removed (microsoft/WSL#40488).
 */
async function verifyArrival(target, { pending: before }, session) {
    const { architecture, context } = session;
    const { host, log, signal } = context;
    const after = await readPendingRenames().catch(() => []);
    const pending = diffPending(before, after, target.installDir);
    const registered = await inspectPatiently(session, true);
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
        return await (0,verify/* runGoVersion */.o)(installDir, expected, host.architecture, signal);
    };
    try {
        log.info(await ask().catch((error) => askAgain(error, ask, signal)));
    }
    catch (error) {
        if (!(error instanceof errors/* SetupError */.w) || signal.aborted)
            throw error;
        return fails(error.message);
    }
    return { state: 'works', go, pending };
}
/** Files that have just been written are held by scanners for moments; that must not count as a Go that does not work, and be undone. */
async function askAgain(error, ask, signal) {
    if (!(error instanceof errors/* SetupError */.w))
        throw error;
    await (0,external_node_timers_promises_.setTimeout)(AGAIN_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    return await ask();
}
/** Keeps the list of files of a Go that has just been installed and works, so that later runs can tell a file that is missing. */
async function keepFiles(go, { root, context }) {
    const { installDir, productCode } = go.product;
    if (installDir === undefined)
        return;
    try {
        await keepManifest(root, manifestName(productCode), await takeManifest(installDir));
    }
    catch (error) {
        context.log.info(`The list of its files could not be kept: ${String(error)}`);
    }
}

;// CONCATENATED MODULE: ./lib/msi/arrival.js






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
        await keepFiles(arrival.go, session);
    await rememberSuccess(session.root, change.change);
    await change.close();
    // It works until Windows starts the next time; the old one is gone, and putting it back would run into the same files.
    if (pending.length > 0 && session.context.inputs.onRebootRequired === 'fail')
        throw rebootRequired(target, pending, logsOf(change));
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
    const mended = async () => (await verifyArrival(target, details, session)).state !== 'works';
    const verdict = await attemptTask(task, change, session, mended);
    const after = await verifyArrival(target, details, session);
    const made = after.pending.length > arrival.pending.length || verdict.class === 'ok-reboot';
    if (after.state !== 'works' || made)
        return after;
    await dropPending(arrival.pending);
    for (const { from, to } of arrival.pending)
        if (to !== undefined)
            await (0,promises_.rm)(from, { force: true }).catch(() => { }); // its place is taken
    log.info('The repair has put them in their place; nothing is left for the next start of Windows');
    return await verifyArrival(target, details, session);
}

// EXTERNAL MODULE: ./lib/report/audit.js
var audit = __webpack_require__(1489);
;// CONCATENATED MODULE: ./lib/msi/audit-changes.js

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
            await recordChange(open.change, (0,audit/* codeOf */.$N)(error), started, session);
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
};
function place(go) {
    return go === undefined ? 'Go' : `${go.goVersion} in ${go.installDir}`;
}

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

;// CONCATENATED MODULE: ./lib/msi/foreign-changes.js



/** More entries of a PATH than this nobody reads in an annotation. */
const MOST = 10;
/**
 * Compares two values of the machine's PATH by their entries, without case and without a backslash at their ends.
 *
 * @param own entries that the MSI itself may remove, add or move
 */
function comparePaths(before, now, own) {
    const ours = own.map(canonical);
    const others = (value) => splitPath((0,registry/* textOf */.b6)(value) ?? '').filter((entry) => !ours.includes(canonical(entry)));
    const [was, is] = [others(before), others(now)];
    const removed = without(was, is);
    const added = without(is, was);
    const reordered = removed.length + added.length === 0 && was.map(canonical).join(';') !== is.map(canonical).join(';');
    return { removed, added, reordered };
}
/** The entries of one list that another does not have; one that stands there twice has to stand twice in both. */
function without(entries, others) {
    const left = others.map(canonical);
    return entries.filter((entry) => {
        const at = left.indexOf(canonical(entry));
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
}
/** The entries of PATH that a change itself takes out or puts in. */
function ownEntries({ old, target }) {
    return [old, target].flatMap((go) => (go ? [external_node_path_.win32.join(go.installDir, 'bin')] : []));
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
    const bin = target && external_node_path_.win32.join(target.installDir, 'bin');
    if (bin !== undefined && !hasEntry(now.path, bin))
        warnings.push(`${bin} is not on the machine's PATH, although the MSI puts it there: something else rewrote PATH, and other jobs and programs will not find this Go. Keep that program from it, then run the step with operation: repair; later steps of this job have Go on their PATH.`);
    const [was, is] = [(0,registry/* textOf */.b6)(machineGoroot ?? undefined), (0,registry/* textOf */.b6)(now.goroot)];
    if (machineGoroot !== undefined && was !== is)
        warnings.push(`Something else changed the machine's variable GOROOT during the ${during}, from ${was ?? 'none'} to ${is ?? 'none'}: Go's MSI does not write it. It is left as it is; Go needs none, so remove it from the machine.`);
    return warnings;
}
function hasEntry(value, wanted) {
    const entries = splitPath(expandVariables((0,registry/* textOf */.b6)(value) ?? ''));
    return entries.some((entry) => canonical(entry) === canonical(wanted));
}
/** Warns of what something else did to the machine's environment while msiexec was at work. Never throws, and puts nothing back. */
async function warnOfOthers(details, { context }) {
    try {
        for (const warning of warningsOf(details, await readEnvironmentValues('machine')))
            context.log.warn(warning);
    }
    catch (error) {
        context.log.info(`Whether something else changed the PATH of the machine could not be looked at: ${String(error)}`);
    }
}

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
    if (!wasRead(details)) {
        log.info('What the PATH of the machine was before is not known: it is left as it is');
        return false;
    }
    try {
        const now = (await readEnvironmentValues('machine')).path;
        if (JSON.stringify(now) === JSON.stringify(machinePath))
            return false;
        const changed = describeChanges(comparePaths(machinePath, now, ownEntries(details)));
        if (changed !== undefined) {
            log.warn(`The PATH of the machine is left as it is, and not put back as it was: something else changed it during the change that failed. It ${changed}.`);
            return false;
        }
        await restoreEnvironmentValue('machine', 'Path', machinePath);
        log.info('The PATH of the machine is as it was before');
        return true;
    }
    catch (error) {
        log.info(`The PATH of the machine could not be put back as it was: ${String(error)}`);
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/msi/recover.js













/** How often it is looked and decided anew, where what was planned did not come to be. */
const TRIES = 3;
/** Between the name of a directory and a number, in the name of what was put out of its way. */
const ASIDE = '.left-';
/**
 * Gives the machine a working Go again after a change failed, as {@link decideRecovery} has it: looks at what is there, carries the steps
 * out, and looks again. A repair can leave a product unregistered whose removal was broken off half way; then there is another way. The
 * machine's PATH is put back as it was.
 *
 * @throws the signal's reason: then the journal still has the change, and the next run goes on
 */
async function recover(change, session) {
    const started = performance.now();
    const record = (outcome) => recordRecovery(change.change, outcome, started, session);
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
    const registered = await inspectPatiently(session, true);
    for (const one of registered)
        log.info(`Registered now: ${describeRegistered(one)}`);
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
    const recovered = await recover_afterwards(recovery, details, session);
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
        const found = await inspectInstallDir(wanted.installDir, { version: wanted.version, architecture }, undefined);
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
            const registered = await inspectPatiently(session, true);
            for (const { product } of registered.filter((one) => one.product.productCode !== old?.productCode))
                await attemptTask(removalOf(product, target?.installDir), change, session, goOn);
            return;
        }
        case 'clear-tree': {
            const directories = new Set([target?.installDir, old?.installDir].filter((one) => one !== undefined));
            const owned = (await inspectPatiently(session, true)).map(({ product }) => product.installDir);
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
            await attemptTask({
                kind: step === 'install-old' ? 'install' : 'repair',
                msi: secured.path,
                installDir: old.installDir,
            }, change, session, goOn);
    }
}
function removalOf({ productCode, installDir, architecture }, wanted) {
    const place = installDir ?? wanted ?? defaultInstallDir(architecture);
    return { kind: 'uninstall', productCode, installDir: place };
}
/** Takes what nothing registered owns out of the way, by a rename first: what is held in it then does not stop the rest. */
async function clearTree(directory, { context }) {
    await removeSetAside(directory, context.signal);
    const found = await inspectInstallDir(directory, undefined, undefined);
    if (found.state === 'absent' || found.state === 'empty')
        return;
    const aside = `${directory}${ASIDE}${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    try {
        await (0,windows_files/* retry */.L5)(() => (0,promises_.rename)(directory, aside), context.signal);
        await (0,windows_files/* removeTree */.dM)(aside, context.signal);
        context.log.info(`Removed what was left in ${directory} (${found.reason})`);
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.log.info(`Could not remove all that was left in ${directory}: ${String(error)}`);
    }
}
/** What a run that was killed meanwhile had put out of the way, or could not remove since it was held. */
async function removeSetAside(directory, signal) {
    const beside = external_node_path_.dirname(directory);
    const names = await (0,promises_.readdir)(beside).catch(() => []);
    for (const name of names.filter((one) => one.startsWith(`${external_node_path_.basename(directory)}${ASIDE}`)))
        await (0,windows_files/* removeTree */.dM)(external_node_path_.join(beside, name), signal).catch(() => signal.throwIfAborted());
}
async function recover_afterwards({ ends }, details, session) {
    if (ends === 'none') {
        const left = await inspectPatiently(session, true);
        const text = left[0]
            ? `Windows Installer still has ${describeRegistered(left[0])} registered.`
            : details.old
                ? `There is no Go on this machine now; ${details.old.goVersion} could not be kept.`
                : 'There was no Go of this kind on the machine before, and there is none now.';
        return { ends, text, asPlanned: left.length === 0 };
    }
    const wanted = ends === 'old' ? details.old : details.target;
    const arrival = wanted && (await verifyArrival(wanted, details, session));
    if (wanted && arrival?.state === 'works')
        return { ends, text: `${wanted.goVersion} works, in ${wanted.installDir}.`, asPlanned: true };
    return {
        ends: 'none',
        text: `${wanted?.goVersion} should be there, and is not: ${arrival?.state === 'fails' ? arrival.reason : 'unknown'}.`,
        asPlanned: false,
    };
}

;// CONCATENATED MODULE: ./lib/msi/interrupted.js















const interrupted_LOOK_MS = 1000;
/** How long the engine may go on after its client is gone, before what the registry says of it counts as left behind. */
const ENGINE_MS = 120_000;
/** How long a msiexec that has been started may take to open its log. */
const YOUNG_MS = 5000;
/**
 * Finishes or undoes the change that an earlier run left in the journal. Its msiexec may still be at work, for nobody ends it: that is
 * waited for first.
 *
 * @throws SetupError E_MSI_BUSY when msiexec does not end within `msi-timeout`; E_MSI_FAILED when no working Go could be brought back
 */
async function settleInterrupted(session) {
    const { log } = session.context;
    const left = await leftChange(session.root);
    if (left === undefined)
        return;
    const { change } = left;
    if (change.method !== 'msi' || change.architecture !== session.architecture)
        throw notOurs(left);
    const what = `${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}`;
    log.info(`An earlier run was interrupted: ${what}, by ${change.runner}, begun ${change.startedAt}`);
    if (change.details.attempts.length === 0) {
        await left.close();
        log.info('It had not come to msiexec yet: nothing was changed');
        return;
    }
    await waitForMsiexec(left, session);
    const started = performance.now();
    const record = (outcome) => recordChange(change, outcome, started, session, `interrupted, begun ${change.startedAt} by ${change.runner}`);
    const ended = await endedWell(left, session).catch(async (error) => {
        // Then it is accepted, too; only the step may not go on with it.
        if (error instanceof errors/* SetupError */.w && error.code === 'E_REBOOT')
            await record(error.code);
        throw error;
    });
    if (ended !== undefined) {
        await record('ok');
        log.info(`It had ended well: ${ended}`);
        return;
    }
    const recovered = await recover(left, session);
    log.info(`It is undone: ${recovered.text}`);
    if (!recovered.asPlanned)
        throw notUndone(recovered.text, change.details);
    await left.close();
}
/** Accepts a change that came to its end. @returns what there is now; undefined where it did not come to its end */
async function endedWell(left, session) {
    const { target, old } = left.change.details;
    if (target) {
        const found = await verifyArrival(target, left.change.details, session);
        const arrival = await acceptArrival(target, found, left, session);
        return arrival.state === 'works' ? `${target.goVersion} works` : undefined;
    }
    if (await isRegistered(old?.productCode, session))
        return undefined;
    await rememberSuccess(session.root, left.change);
    await left.close();
    return `${old?.goVersion} is gone`;
}
async function waitForMsiexec({ change }, { context }) {
    const { inputs, log, signal } = context;
    const last = change.details.attempts.at(-1);
    const started = performance.now();
    let told = Number.NEGATIVE_INFINITY;
    for (;;) {
        const waited = performance.now() - started;
        if (last === undefined || last.exitCode !== undefined)
            return;
        const client = last.pid !== undefined && (await isMsiexec(last.pid));
        const engine = waited < ENGINE_MS && ((await engineWorks()) || (await isWritten(last.log)));
        // Killed between the start of msiexec and the entry of its number: it may not have got to its log yet.
        const young = last.pid === undefined && waited < YOUNG_MS;
        if (!client && !engine && !young)
            return;
        if (waited >= inputs.msiTimeoutMs)
            throw stillRunning(last.pid, waited, last.log);
        if (waited - told >= 30_000) {
            told = waited;
            log.info(`Its msiexec${client ? ` (process ${last.pid})` : ''} is still at work; waiting, ${(0,report_log/* formatDuration */.a3)(waited)} so far`);
        }
        await (0,external_node_timers_promises_.setTimeout)(interrupted_LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}
/** A process number can be another program's by now. */
async function isMsiexec(pid) {
    const { stdout } = await (0,system_programs/* runProgram */.mB)((0,system_programs/* systemProgram */.CA)('tasklist.exe'), ['/fo', 'csv', '/nh']);
    return (0,windows_holders/* parseTasklist */.Zk)(stdout).some((one) => one.pid === pid && /^msiexec/i.test(one.name));
}
async function engineWorks() {
    const { installation } = await readRebootFacts();
    return installation !== undefined && installation !== '';
}
/** The engine has the log open as long as it works, also when its client was killed, or is not known. */
async function isWritten(log) {
    try {
        await (await (0,open_alone/* openAlone */.W)(log, external_node_fs_.constants.O_RDWR)).close();
        return false;
    }
    catch (error) {
        return (0,errors/* systemCode */.x)(error) === 'EBUSY';
    }
}
async function isRegistered(productCode, session) {
    const registered = await inspectPatiently(session, true);
    return registered.some(({ product }) => product.productCode === productCode);
}
function stillRunning(pid, waitedMs, log) {
    return new errors/* SetupError */.w('E_MSI_BUSY', `msiexec${pid === undefined ? '' : ` (process ${pid})`} of an interrupted run is still at work after ${(0,report_log/* formatDuration */.a3)(waitedMs)}.`, {
        remedy: 'See what it waits for in its log; run the step again when it has ended. A longer wait is set by msi-timeout.',
        evidence: [`log ${log}`],
    });
}
function notUndone(text, { attempts }) {
    return new errors/* SetupError */.w('E_MSI_FAILED', 'An interrupted change of this machine could be neither finished nor undone.', {
        state: text,
        remedy: 'Look into the logs below; once what stands in the way is gone, run the step again: it goes on from here.',
        evidence: attempts.map(({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`),
    });
}
function notOurs({ change }) {
    return new errors/* SetupError */.w('E_LOCKED', `A change of this machine is unfinished: ${change.method}, ${change.architecture}, begun ${change.startedAt} by ${change.runner}.`, {
        remedy: `Run the step once with architecture: ${change.architecture} and install-method: ${change.method}: it finishes or undoes it.`,
    });
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/release/spec.js
var spec = __webpack_require__(9506);
;// CONCATENATED MODULE: ./lib/msi/refusals.js





/** Whether a version is lower than the one that is registered: Go's MSI allows that, and it is worth a word. */
function isLower(version, old) {
    return old !== undefined && old.product.version !== '' && (0,semver.compare)(version, old.product.version) < 0;
}
/** A version that is given with `repair` or `uninstall` has to be the one that is there. @throws SetupError E_NOT_FOUND */
function requireMatch(request, old, operation) {
    if (request === undefined || request.spec.kind === 'alias')
        return;
    if ((0,release_select/* selectVersion */.fe)(request.spec, [old.product.version], 'highest') !== undefined)
        return;
    throw new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go ${(0,spec/* quote */.h)(request.spec.text)} (${request.origin}) to ${operation}: registered is ${describeRegistered(old)}.`, { remedy: 'Give that version, or none.' });
}
function withoutVersion() {
    throw new errors/* SetupError */.w('E_INPUT', 'No Go version is given.', {
        remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
    });
}
function notElevated({ name, sid, reason }) {
    return new errors/* SetupError */.w('E_MSI_PERMISSION', `An MSI is installed for the whole machine, which ${name ?? sid ?? 'this account'} may not do: ${reason}. Nothing was changed.`, {
        remedy: "Run the runner's service under an account with administrator rights, or use install-method: zip, which needs none.",
        evidence: [`account ${name ?? 'unknown'}, SID ${sid ?? 'unknown'}`],
    });
}
function nothingThere(what, { architecture }) {
    return new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go for ${architecture} to ${what}: Windows Installer has none registered.`, {
        remedy: 'Install one first, with operation: install.',
    });
}
function nothingToReturnTo(old, { root }) {
    const there = old ? `Registered is ${describeRegistered(old)}.` : 'Nothing is registered.';
    return new errors/* SetupError */.w('E_NOT_FOUND', `There is no version to roll back to: no successful change of one is remembered. ${there}`, {
        remedy: 'Name the version that you want with operation: install.',
        evidence: [`history in ${root}`],
    });
}

;// CONCATENATED MODULE: ./lib/msi/outcome.js






/**
 * The Go that is there already. What Windows is going to change in it is no matter of this step alone: a Go that the next start removes is
 * no answer.
 *
 * @throws SetupError E_REBOOT, under `on-reboot-required: fail`
 */
async function useInstalled(go, { inputs, log }) {
    const { goVersion, installDir } = go.product;
    log.info(`Already installed: ${describeRegistered(go)}`);
    const pending = pendingUnder(await readPendingRenames().catch(() => []), installDir ?? '');
    if (pending.length > 0 && inputs.onRebootRequired === 'fail')
        throw rebootRequired({ goVersion }, pending, []);
    if (pending.length > 0)
        log.warn(restartFirst(goVersion, pending.length));
    return { toolchain: await toolchainOf(go, true), changed: false, rebootRequired: pending.length > 0 };
}
/** The Go that a change has brought. */
async function changed(target, { pending }, session) {
    const { goVersion } = target;
    const registered = await inspectPatiently(session, true);
    const go = registered.find(({ product }) => product.goVersion === goVersion);
    if (go === undefined)
        throw nothingThere('use', session);
    if (pending.length > 0)
        session.context.log.warn(restartFirst(goVersion, pending.length));
    const toolchain = { ...(await toolchainOf(go, false)), sha256: target.package.sha256 };
    return { toolchain, changed: true, rebootRequired: pending.length > 0 };
}
function restartFirst(goVersion, files) {
    return `Windows will change ${files} file(s) of ${goVersion} at its next start: restart it before this Go is relied on.`;
}
async function toolchainOf({ product }, hit) {
    const { version, goVersion, installDir, architecture } = product;
    const official = await isKnownOfficial(product);
    const goroot = installDir ?? '';
    return { version, goVersion, goroot, architecture, source: 'msi', official, hit, sha256: undefined };
}
/** What the journal keeps of the Go that is there. */
function oldOf(old) {
    if (old === undefined)
        return undefined;
    const { productCode, goVersion, version, installDir, architecture } = old.product;
    return {
        productCode,
        goVersion,
        version,
        installDir: installDir ?? defaultInstallDir(architecture),
        whole: old.tree.state === 'whole',
    };
}

;// CONCATENATED MODULE: ./lib/msi/change.js













/**
 * Changes the Go of this machine by msiexec, with the journal open from before the first attempt until the machine has a working Go again:
 * the new one, or after a failure the old one. msiexec's word is never taken for it: what is there is looked at.
 *
 * @throws SetupError of the failure's class (E_MSI_…), E_REBOOT, E_VERIFY, which says which Go works now; the signal's reason, and then the
 *   journal tells the next run
 */
async function changeGo(wanted, session) {
    const { old, target, secured, operation } = wanted;
    const environment = await readEnvironmentValues('machine').catch(() => undefined);
    const change = await beginChange(session.root, {
        method: 'msi',
        operation,
        architecture: session.architecture,
        from: old?.version,
        to: target?.version,
        runner: session.context.host.runner,
        details: {
            old,
            target,
            secured,
            machinePath: environment?.path,
            machineGoroot: environment && (environment.goroot ?? null),
            pending: await readPendingRenames().catch(() => []),
            attempts: [],
        },
    });
    return await auditedChange(change, session, () => session.context.timeline.measure('msi', async () => {
        const verdict = await attemptChange(wanted, change, session);
        return target
            ? await settleArrival(wanted, target, verdict, change, session)
            : await settleRemoval(wanted, verdict, change, session);
    }));
}
async function attemptChange({ old, target, repair }, change, session) {
    if (target === undefined) {
        const productCode = old?.productCode ?? '';
        const stillThere = async () => await change_isRegistered(productCode, session);
        return await attemptTask({ kind: 'uninstall', productCode, installDir: old?.installDir }, change, session, stillThere);
    }
    const { installDir } = target;
    const msi = target.package.path;
    const works = async () => (await verifyArrival(target, change.change.details, session)).state === 'works';
    return await attemptTask({ kind: repair ? 'repair' : 'install', msi, installDir }, change, session, async () => !(await works()));
}
async function settleArrival({ repair }, target, verdict, change, session) {
    const found = await verifyArrival(target, change.change.details, session);
    // Before the arrival is accepted: that can end in E_REBOOT, and this is to be said all the same.
    if (found.state === 'works')
        await warnOfOthers(change.change.details, session);
    const arrival = await acceptArrival(target, found, change, session);
    if (arrival.state === 'works') {
        const { log } = session.context;
        if (verdict.class !== 'ok' && verdict.class !== 'ok-reboot')
            log.warn(`msiexec failed (${verdict.evidence[0]}), and yet ${target.goVersion} is there and works.`);
        if (verdict.class === 'ok-reboot' && found.pending.length === 0)
            log.warn(`${verdict.message} No file of ${target.goVersion} waits for it.`);
        return { pending: arrival.pending };
    }
    const recovered = await recover(change, session);
    if (recovered.asPlanned)
        await change.close();
    throw changeFailure(verdict, arrival.reason, recovered.text, logsOf(change), repair ? 'repaired' : 'installed');
}
async function settleRemoval({ old }, verdict, change, session) {
    if (!(await change_isRegistered(old?.productCode, session))) {
        await rememberSuccess(session.root, change.change);
        await change.close();
        await warnOfOthers(change.change.details, session);
        const after = await readPendingRenames().catch(() => []);
        const pending = old ? diffPending(change.change.details.pending, after, old.installDir) : [];
        if (old && pending.length === 0)
            await sayWhatIsLeft(old, session);
        return { pending };
    }
    const recovered = await recover(change, session);
    if (recovered.asPlanned)
        await change.close();
    throw changeFailure(verdict, `Windows Installer still has ${old?.goVersion} registered`, recovered.text, logsOf(change), 'uninstalled');
}
/** Windows Installer leaves what is not its own, and what was held; an installation would stop at it. */
async function sayWhatIsLeft({ goVersion, installDir }, { context }) {
    const left = await inspectInstallDir(installDir, undefined, undefined).catch(() => undefined);
    if (left?.state !== 'foreign')
        return;
    context.log.warn(`${goVersion} is uninstalled, but not all of ${installDir} was its own: ${left.reason}. Remove that before Go is installed there again.`);
}
async function change_isRegistered(productCode, session) {
    const registered = await inspectPatiently(session, true);
    return registered.some(({ product }) => product.productCode === productCode);
}

// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
;// CONCATENATED MODULE: ./lib/msi/preflight-run.js







const preflight_run_LOOK_MS = 2000;
/**
 * Looks at all that decides whether an MSI may be run, says each finding, and waits up to `lock-timeout` for files that are held. Nothing has
 * been changed by then.
 *
 * @throws SetupError of the first finding that stops, with the others as its evidence; the signal's reason
 */
async function requirePreflight(intent, session) {
    const { host, inputs, log, signal } = session.context;
    const { old, installDir } = intent;
    const product = old?.product;
    let facts = await gatherFacts({
        version: intent.version,
        architecture: session.architecture,
        installDir,
        product,
        products: await readProducts(),
        tree: await treeAt(installDir, session),
        wayBack: intent.wayBack,
        machine: host,
        stopping: inputs.stopHolders,
    });
    if (inputs.stopHolders && onlyHeld(facts)) {
        const { stopAndTell } = await __webpack_require__.e(/* import() */ 139).then(__webpack_require__.bind(__webpack_require__, 7139));
        await stopAndTell(facts.holders?.holders ?? [], installDir, session.context);
        facts = { ...facts, ...(await readHeld(installDir)) };
    }
    const end = performance.now() + inputs.lockTimeoutMs;
    for (let told = false; onlyHeld(facts) && performance.now() < end; told = true) {
        if (!told)
            log.info(`Waiting up to ${(0,report_log/* formatDuration */.a3)(inputs.lockTimeoutMs)} for ${facts.held?.held.length} file(s) in ${installDir} that other processes hold: ${facts.held?.held[0]}, …`);
        await (0,external_node_timers_promises_.setTimeout)(preflight_run_LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
        facts = { ...facts, ...(await readHeld(installDir)) };
    }
    const findings = preflight(facts);
    (0,report_findings/* tellFindings */.y)(findings, log);
    const failure = (0,lib_findings/* stopError */.Dr)(findings);
    if (failure)
        throw failure;
}
/** Whether files that are held are all that stands in the way: nobody is waited for, or ended, for what fails in any case. */
function onlyHeld(facts) {
    const others = { ...facts, held: undefined };
    return (facts.held?.held.length ?? 0) > 0 && (0,lib_findings/* stopError */.Dr)(preflight(others)) === undefined;
}
async function treeAt(installDir, session) {
    const registered = await inspectPatiently(session);
    const owner = registered.find(({ product }) => product.installDir?.toLowerCase() === installDir.toLowerCase());
    return owner?.tree ?? (await inspectInstallDir(installDir, undefined, undefined));
}

// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
;// CONCATENATED MODULE: ./lib/msi/signature.js

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
async function readSignature(file, powershell = windows_powershell/* runPowerShell */.N5) {
    const answer = await powershell(SCRIPT, { file }, { timeoutMs: PATIENCE_MS });
    if (answer === undefined)
        return { unknown: 'there is no Windows PowerShell on this machine' };
    if ('failure' in answer)
        return { unknown: `PowerShell failed: ${answer.failure}` };
    const { status, subject, thumbprint, timestamped } = (answer.value ?? {});
    if (typeof status !== 'string' || status === '')
        return { unknown: 'PowerShell gave another answer' };
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
function judgeSignature(found, policy, publisher) {
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
        return objection(policy, `The Authenticode signature of the MSI is not valid: ${found.status} (${signer}${stamp}).`, true);
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
function objection(policy, text, answered) {
    if (policy === 'warn')
        return { level: 'warning', text, answered };
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
function partsOf(subject, attribute) {
    const parts = subject.matchAll(/(?:^|,)\s*([A-Za-z.\d]+)=("(?:[^"]|"")*"|[^,]*)/g);
    return [...parts].flatMap(([, name, value = '']) => name === attribute
        ? [
            value
                .trim()
                .replace(/^"(.*)"$/s, '$1')
                .replaceAll('""', '"'),
        ]
        : []);
}

;// CONCATENATED MODULE: ./lib/msi/signature-run.js


/**
 * Checks who signed an MSI, where it lies now: closed to everybody but administrators, so that nobody can change it after this.
 *
 * @throws SetupError E_MSI_SIGNATURE under `msi-signature: require`, also where nobody can say
 */
async function requireSignature({ path, filename, sha256 }, { msiSignature, msiPublisher }, log) {
    const found = msiSignature === 'off' ? { unknown: 'it was not asked for' } : await readSignature(path);
    const { level, text, remedy = '' } = judgeSignature(found, msiSignature, msiPublisher);
    if (level === 'note')
        log.info(text);
    if (level === 'warning')
        log.warn(text);
    if (level !== 'stop')
        return;
    throw new errors/* SetupError */.w('E_MSI_SIGNATURE', `${filename} is not installed. ${text}`, {
        remedy,
        evidence: [`file ${path}`, `SHA-256 ${sha256}, which is the right one`],
    });
}

;// CONCATENATED MODULE: ./lib/msi/replace.js










/**
 * Installs the version that a request means, in the place of whatever is registered.
 *
 * @throws SetupError of whatever stood in the way
 */
async function install(request, registered, session) {
    const { checksum } = session.context.inputs;
    const candidate = await resolved(request, checksum, session);
    const [old] = registered;
    const same = old?.product.goVersion === candidate.goVersion;
    const pinned = checksum === '' || (await isBuild(old, checksum));
    if (old && same && pinned && old.tree.state === 'whole' && registered.length === 1)
        return await useInstalled(old, session.context);
    return await replace(candidate, { operation: 'install', old, repair: same && pinned }, session);
}
/**
 * Returns to the version before the last successful change: from the MSI that was kept of it, else by a verified download.
 *
 * @throws SetupError E_NOT_FOUND where nothing is remembered; or of whatever stood in the way
 */
async function rollback(registered, session) {
    const [old] = registered;
    const version = await versionBefore(session.root, 'msi', session.architecture);
    if (version === undefined)
        throw nothingToReturnTo(old, session);
    const goVersion = (0,names/* toGoVersion */.ME)(version);
    session.context.log.info(`Rolling back to ${goVersion}, the version before the last successful change`);
    const same = old?.product.goVersion === goVersion;
    if (old && same && old.tree.state === 'whole' && registered.length === 1)
        return await useInstalled(old, session.context);
    const [stored] = await storedPackages(session.root, goVersion, session.architecture);
    const request = { ...exact(goVersion), origin: 'the history of this machine' };
    const candidate = stored
        ? { goVersion, version, provide: async () => stored }
        : await resolved(request, '', session);
    return await replace(candidate, { operation: 'rollback', old, repair: same }, session);
}
async function resolved(request, checksum, session) {
    const { root, sources, context } = session;
    const found = await context.timeline.measure('resolve', () => sources.resolve(request, 'msi', checksum));
    const { goVersion, version } = found.release;
    return { goVersion, version, provide: async () => await providePackage(root, found, sources, context) };
}
/** Whether a product was installed from the very MSI with this hash, as far as Windows Installer's copy of it tells. */
async function isBuild(go, sha256) {
    const copy = go?.product.localPackage;
    return copy !== undefined && (await hashOf(copy))?.sha256 === sha256;
}
async function replace({ goVersion, version, provide }, { operation, old, repair }, session) {
    const { root, architecture, sources, context } = session;
    const { inputs, log, timeline } = context;
    const installDir = inputs.msiInstallDir || old?.product.installDir || defaultInstallDir(architecture);
    const lower = isLower(version, old) ? ', which is the lower version' : '';
    log.info(repair
        ? `${goVersion} is registered, and ${old?.tree.reason}: repairing it`
        : `${old ? `${old.product.goVersion} is replaced by` : 'Installing'} ${goVersion} in ${installDir}${lower}`);
    await requirePreflight({ version, installDir, old, wayBack: await wayBackTo(old, session) }, session);
    const secured = old ? await securePackage(root, old.product, sources, context) : undefined;
    const fetched = repair && secured ? secured : await provide();
    if (!repair)
        await timeline.measure('verify', () => requireSignature(fetched, inputs, log));
    const target = { goVersion, version, installDir, package: fetched };
    return await changed(target, await changeGo({ operation, old: oldOf(old), target, secured, repair }, session), session);
}

// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/msi/tidy.js








/** The lock of everything that changes the Go of a machine. */
const MACHINE_LOCK = 'msi';
/** Names of files that get their own name by a rename when they are whole. */
const DRAFT = /\.(?:new|part)$/;
/**
 * Removes the drafts of files that a killed run was writing: of the journal, the history, packages and their records. The caller has the
 * machine's lock, so that nobody writes one. Never fails.
 *
 * @param root the machine's root
 */
async function removeDrafts(root) {
    const store = external_node_path_.join(root, 'msi');
    const packages = (await tidy_names(store)).map((name) => external_node_path_.join(store, name));
    for (const directory of [root, store, ...packages])
        for (const name of await tidy_names(directory))
            if (DRAFT.test(name))
                await (0,windows_files/* removeTree */.dM)(external_node_path_.join(directory, name), undefined, 0).catch(() => { });
}
/**
 * Tidies up where a run was killed in its last moment and there is nothing to change: its drafts, its test of writing, and its record in the lock. One look at the disk
 * where there is nothing to do. Never fails, and never waits for a living owner.
 *
 * @param installDir where the Go of the machine is
 * @param runner who asks: runner, run and job
 */
async function tidyRoot(root, installDir, runner) {
    try {
        await (0,promises_.access)((0,layout/* ownerFile */.SF)(root, MACHINE_LOCK));
        const { elevated, sid } = await (0,elevation/* readAccount */.GM)();
        if (elevated === false)
            return;
        // What lies in a directory that others may change is not touched with an administrator's rights.
        await (0,machine_root/* openMachineRoot */.s)(root, sid, () => { });
        const lock = await (0,toolcache_lock/* tryLock */.bh)(root, MACHINE_LOCK, runner);
        if (lock === undefined)
            return;
        await Promise.all([removeDrafts(root), (0,write_tests/* removeWriteTests */.j)(installDir, 0)]).finally(() => lock.release());
    }
    catch {
        // Nobody was killed here, or a later run does it.
    }
}
async function tidy_names(directory) {
    return await (0,promises_.readdir)(directory).catch(() => []);
}

;// CONCATENATED MODULE: ./lib/msi/upkeep.js







/**
 * Writes every file of the registered Go anew, from its own MSI.
 *
 * @throws SetupError E_NOT_FOUND where none, or another one than was named, is registered; or of whatever stood in the way
 */
async function repair(request, [old], session) {
    const { root, sources, context } = session;
    if (old === undefined)
        throw nothingThere('repair', session);
    requireMatch(request, old, 'repair');
    const installDir = upkeep_placeOf(old, session);
    const { goVersion, version } = old.product;
    await requirePreflight({ version, installDir, old, wayBack: await wayBackTo(old, session) }, session);
    const secured = await securePackage(root, old.product, sources, context);
    const target = { goVersion, version, installDir, package: secured };
    const wanted = { operation: 'repair', old: oldOf(old), target, secured, repair: true };
    return await changed(target, await changeGo(wanted, session), session);
}
/**
 * Removes the registered Go. Its MSI is kept where it can be had, for a rollback.
 *
 * @throws SetupError E_NOT_FOUND where another one than was named is registered; or of whatever stood in the way
 */
async function uninstall(request, [old], session) {
    const { log } = session.context;
    if (old === undefined) {
        log.info('Nothing to uninstall');
        return { toolchain: undefined, changed: false, rebootRequired: false };
    }
    requireMatch(request, old, 'uninstall');
    const intent = { version: old.product.version, installDir: upkeep_placeOf(old, session), old, wayBack: undefined };
    await requirePreflight(intent, session);
    const secured = await secureIfPossible(old, session);
    const { pending } = await changeGo({ operation: 'uninstall', old: oldOf(old), target: undefined, secured, repair: false }, session);
    const { goVersion, installDir } = old.product;
    log.info(`${goVersion} is uninstalled${secured ? `; its MSI stays in ${secured.path}` : ''}`);
    if (pending.length > 0)
        log.warn(`Windows will remove ${pending.length} held file(s) of ${installDir} at its next start: restart it before Go is installed there again.`);
    return { toolchain: undefined, changed: true, rebootRequired: pending.length > 0 };
}
/** Who wants a Go gone gets it gone, also where its MSI is nowhere to be had. */
async function secureIfPossible({ product }, { root, sources, context }) {
    try {
        return await securePackage(root, product, sources, context);
    }
    catch (error) {
        if (context.signal.aborted || !(error instanceof errors/* SetupError */.w))
            throw error;
        context.log.info(`It cannot be kept for a rollback: ${error.message}`);
        return undefined;
    }
}
function upkeep_placeOf({ product }, { architecture }) {
    return product.installDir ?? defaultInstallDir(architecture);
}

;// CONCATENATED MODULE: ./lib/msi/operate.js















/**
 * Installs, repairs, rolls back or uninstalls the Go of this machine by its MSI, one runner at a time. What an interrupted run left is
 * finished or undone first. Where the right Go is there and whole, nothing is changed, and no right is needed.
 *
 * @param request what is wanted; undefined where the operation does not read the version, or none was given
 * @throws SetupError with the code of whatever stood in the way; when it was changed, which Go works now is part of the message
 */
async function operateMsi(request, context) {
    const { inputs, host, log, timeline, signal } = context;
    const root = inputs.machineRoot || (0,machine_root/* defaultMachineRoot */.F)();
    const architecture = (0,toolchain/* architectureOf */.NJ)(context);
    return await (0,sources/* withSources */.Z)(context, async (sources) => {
        const session = { root, architecture, sources, context };
        const before = await inspectPatiently(session);
        for (const one of before)
            log.info(`Registered: ${describeRegistered(one)}`);
        if (before.length === 0)
            log.info(`No Go for ${architecture} is registered with Windows Installer`);
        // What a change that is open has on the machine now may be gone in a moment.
        const settled = (await leftChange(root)) === undefined;
        const there = settled && inputs.operation === 'install' ? await alreadyThere(before, request, session) : undefined;
        if (there) {
            await tidyRoot(root, there.toolchain?.goroot ?? '', host.runner);
            return there;
        }
        const account = await (0,elevation/* readAccount */.GM)();
        if (account.elevated === false)
            throw notElevated(account);
        await openRoot(root, account.sid, context);
        const lock = await timeline.measure('wait', () => (0,toolcache_lock/* acquireLock */.IZ)(root, MACHINE_LOCK, {
            runner: host.runner,
            timeoutMs: Math.max(inputs.lockTimeoutMs, inputs.msiTimeoutMs),
            signal,
            onWait: (owner, waited) => log.info(`Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${(0,report_log/* formatDuration */.a3)(waited)} so far`),
        }));
        try {
            await removeDrafts(root);
            await timeline.measure('msi', () => settleInterrupted(session));
            return await operateLocked(request, session);
        }
        finally {
            await lock.release();
        }
    });
}
async function openRoot(root, own, { audit, log }) {
    const started = performance.now();
    if (await (0,machine_root/* openMachineRoot */.s)(root, own, (line) => log.info(line)))
        await audit.record({
            action: 'make-machine-root',
            target: root,
            from: '',
            outcome: 'ok',
            durationMs: performance.now() - started,
        });
}
async function operateLocked(request, session) {
    const registered = await inspectPatiently(session);
    switch (session.context.inputs.operation) {
        case 'install': {
            const there = await alreadyThere(registered, request, session);
            return there ?? (await install(request ?? withoutVersion(), registered, session));
        }
        case 'repair':
            return await repair(request, registered, session);
        case 'rollback':
            return await rollback(registered, session);
        case 'uninstall':
            return await uninstall(request, registered, session);
        case 'prune':
            throw new TypeError('inputs.ts lets no prune come to an MSI');
    }
}
/** The Go that is registered, where it is whole and what the request means. Ranges are answered by it, unless check-latest. */
async function alreadyThere(registered, request, { context }) {
    const { inputs } = context;
    const [only, another] = registered;
    if (!request || !only || another || only.tree.state !== 'whole' || inputs.checksum !== '')
        return undefined;
    const { spec } = request;
    const asks = inputs.checkLatest || inputs.resolution === 'lowest';
    if (spec.kind === 'alias' || (spec.kind === 'range' && asks))
        return undefined;
    if ((0,release_select/* selectVersion */.fe)(spec, [only.product.version], 'highest') === undefined)
        return undefined;
    return await useInstalled(only, context);
}


/***/ }),

/***/ 8414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   GM: () => (/* binding */ readAccount)
/* harmony export */ });
/* unused harmony export accountOf */
/* harmony import */ var _acl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6021);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);


/** Integrity levels, as SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
const INTEGRITY = /^S-1-16-(\d+)$/;
const HIGH = 12288;
const SERVICE_ACCOUNTS = {
    [_acl_js__WEBPACK_IMPORTED_MODULE_0__/* .SYSTEM */ .IJ]: 'SYSTEM',
    'S-1-5-19': 'LOCAL SERVICE',
    'S-1-5-20': 'NETWORK SERVICE, the default of a runner that is a service',
};
let account;
/**
 * Asks whoami.exe who we are, once: a process keeps its account and its rights. Never throws; what was not answered is undefined.
 *
 * @param timeoutMs how long it may take
 */
async function readAccount(timeoutMs = 60_000) {
    account ??= askWhoami(timeoutMs);
    return await account;
}
async function askWhoami(timeoutMs) {
    const whoami = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('whoami.exe');
    const [user, groups] = await Promise.all([
        (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(whoami, ['/user', '/fo', 'csv', '/nh'], { timeoutMs }),
        (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(whoami, ['/groups', '/fo', 'csv', '/nh'], { timeoutMs }),
    ]);
    return accountOf(user, groups);
}
/**
 * Judges what whoami answered, by SIDs alone, since names and attributes are in the language of Windows. An administrator is who has the
 * group Administrators *and* the integrity level High or System: with less, the group is for denial only (User Account Control), and
 * services without it, such as NETWORK SERVICE, have the level System too.
 */
function accountOf(user, groups) {
    const sid = sidsIn(user.stdout)[0];
    const name = /^"([^"]+)","S-1-/m.exec(user.stdout)?.[1];
    const found = sidsIn(groups.stdout);
    return { name, sid, groups: found, ...rights(sid, found) };
}
function rights(sid, groups) {
    const level = groups.map((group) => Number(INTEGRITY.exec(group)?.[1] ?? 0)).find((found) => found > 0);
    const service = sid === undefined ? undefined : SERVICE_ACCOUNTS[sid];
    if (level === undefined) {
        return { elevated: undefined, reason: 'whoami names no integrity level here' };
    }
    const member = groups.includes(_acl_js__WEBPACK_IMPORTED_MODULE_0__/* .ADMINISTRATORS */ .pZ);
    if (member && level >= HIGH) {
        return { elevated: true, reason: service ?? 'an administrator, elevated' };
    }
    if (member)
        return { elevated: false, reason: 'an administrator, but not elevated (User Account Control)' };
    return { elevated: false, reason: service ?? 'no member of the group Administrators' };
}
/** SIDs in the order of the text. */
function sidsIn(text) {
    return text.match(/\bS-1-\d+(?:-\d+)+\b/g) ?? [];
}
/** The account's SIDs as Windows compares them with a list of rights; undefined where whoami did not name them. */
function tokenOf({ sid, groups, elevated }) {
    if (sid === undefined || groups.length === 0)
        return undefined;
    const heldBack = (group) => group === _acl_js__WEBPACK_IMPORTED_MODULE_0__/* .ADMINISTRATORS */ .pZ && elevated === false;
    return { sids: [sid, ...groups.filter((group) => !heldBack(group))], denyOnly: groups.filter(heldBack) };
}


/***/ }),

/***/ 5044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ findHeldDirectories),
/* harmony export */   Tb: () => (/* binding */ findHeld),
/* harmony export */   pr: () => (/* binding */ probeFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _open_alone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8159);





const MOST_NAMED = 20;
/** Opens at once: each waits for the filter drivers of Windows, and hardly for the disk. */
const AT_ONCE = 8;
/**
 * Looks which files below a directory another process holds, by opening each for writing without sharing, and closing it at once. Nothing
 * is changed. A virus scanner holds files too, for moments: a caller that minds looks twice.
 *
 * @throws a file system error where a directory can't be listed (an absent one has no files)
 */
async function findHeld(directory, options = {}) {
    const { budgetMs = 10_000, first = [], open: openFile = _open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W } = options;
    const end = Date.now() + budgetMs;
    const held = [];
    const denied = [];
    let looked = 0;
    let complete = true;
    const seen = new Set();
    const look = async (files) => {
        for await (const file of files) {
            if (Date.now() > end) {
                complete = false;
                return;
            }
            looked++;
            const state = await probeFile(file, openFile);
            if (state === 'held')
                held.push(file);
            if (state === 'denied' && denied.length < MOST_NAMED)
                denied.push(file);
        }
    };
    for (const start of [...first.map((name) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name)), directory]) {
        // Somebody is at work with these programs: to open more of them could fail a build.
        if (held.length > 0)
            complete = false;
        if (!complete)
            break;
        const files = filesOf(start, seen);
        await Promise.all(Array.from({ length: AT_ONCE }, () => look(files)));
    }
    return { held: held.sort(), denied: denied.sort(), looked, complete };
}
/**
 * Whether another process holds a file: opened for writing without sharing, and closed at once. `denied` says that it may not be opened, held or
 * not; what is not there is free. Never throws.
 */
async function probeFile(file, openFile = _open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W) {
    try {
        await (await openFile(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR)).close();
        return 'free';
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error);
        if (code === 'EBUSY' || code === 'ETXTBSY')
            return 'held';
        if (code !== 'EPERM' && code !== 'EACCES')
            return 'free'; // gone meanwhile, or no file
    }
    // Not ours to write, or marked read-only; a handle of somebody else shows when reading, too.
    try {
        await (await openFile(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY)).close();
        return 'denied';
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EBUSY' ? 'held' : 'denied';
    }
}
/**
 * Looks which directories another process has open, itself among them: as a shell does with its working directory, and Explorer with what a
 * window shows. No directory that holds such a one can be renamed, and no file tells of it.
 *
 * @param budgetMs how long to look, in milliseconds
 */
async function findHeldDirectories(directory, budgetMs) {
    const end = Date.now() + budgetMs;
    const held = [];
    const queue = [directory];
    for (let next = queue.shift(); next !== undefined && Date.now() < end; next = queue.shift()) {
        const place = next;
        const handle = await (0,_open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W)(place, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EBUSY')
                held.push(place);
        });
        await handle?.close();
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(place, { withFileTypes: true }).catch(() => []);
        for (const entry of entries)
            if (entry.isDirectory())
                queue.push(node_path__WEBPACK_IMPORTED_MODULE_2__.join(place, entry.name));
    }
    return held.sort();
}
/** All files below a directory but those of directories seen before. Links are not followed. */
async function* filesOf(start, seen) {
    const queue = [start];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (seen.has(next))
            continue;
        seen.add(next);
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(next, { withFileTypes: true }).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ENOENT' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ENOTDIR')
                return [];
            throw error;
        });
        for (const entry of entries) {
            const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(next, entry.name);
            if (entry.isDirectory())
                queue.push(file);
            else if (entry.isFile())
                yield file;
        }
    }
}


/***/ }),

/***/ 3296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ findValue),
  rl: () => (/* binding */ numberOf),
  m$: () => (/* binding */ queryNumber),
  YZ: () => (/* binding */ readKey),
  wK: () => (/* binding */ readValue),
  b6: () => (/* binding */ textOf),
  bD: () => (/* binding */ writeValue)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/windows/reg-reader.js
/** Goes through the text of a registry file, piece by piece; patterns are sticky. */
class Reader {
    #text;
    #at;
    constructor(text, at) {
        this.#text = text;
        this.#at = at < 0 ? text.length : at;
    }
    get ended() {
        return this.#at >= this.#text.length;
    }
    at(text) {
        return this.#text.startsWith(text, this.#at);
    }
    take(pattern, group = 1) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text);
        if (match === null)
            return undefined;
        this.#at = pattern.lastIndex;
        return match[group] ?? '';
    }
    skip(pattern) {
        return this.take(pattern, 0) !== undefined;
    }
    expect(pattern) {
        if (!this.skip(pattern))
            this.fail();
    }
    /** Text in quotes, which may go over lines; a quote and a backslash in it stand behind a backslash. */
    quoted() {
        const inner = this.take(/"((?:[^"\\]|\\[\s\S])*)"/y) ?? this.fail();
        return inner.replace(/\\([\s\S])/g, '$1');
    }
    /** The rest of the line, and the next lines while they end in a backslash. */
    continuedLine() {
        const start = this.#at;
        let line;
        do {
            const end = this.#text.indexOf('\n', this.#at);
            line = this.#text.slice(this.#at, end < 0 ? undefined : end).trimEnd();
            this.#at = end < 0 ? this.#text.length : end + 1;
        } while (line.endsWith('\\') && !this.ended);
        return this.#text.slice(start, this.#at);
    }
    fail() {
        const line = this.#text.slice(0, this.#at).split('\n').length;
        throw new SyntaxError(`line ${line} of a registry file is not understood`);
    }
}

;// CONCATENATED MODULE: ./lib/windows/reg-file.js

/** The numbers that the Windows SDK gives the types (winnt.h, REG_SZ and so on). */
const TYPES = { none: 0, sz: 1, expand_sz: 2, binary: 3, dword: 4, multi_sz: 7, qword: 11 };
const HIVES = {
    hklm: 'hkey_local_machine',
    hkcu: 'hkey_current_user',
    hkcr: 'hkey_classes_root',
    hku: 'hkey_users',
};
/** Whether two names mean one key: without case, and `HKLM` is HKEY_LOCAL_MACHINE. */
function sameKey(a, b) {
    return fullName(a) === fullName(b);
}
function fullName(key) {
    const lower = key.toLowerCase();
    const at = lower.indexOf('\\');
    const hive = at < 0 ? lower : lower.slice(0, at);
    return (HIVES[hive] ?? hive) + (at < 0 ? '' : lower.slice(at));
}
/**
 * Reads what `reg export` wrote ("Windows Registry Editor Version 5.00": UTF-16LE with a byte order mark).
 *
 * @throws SyntaxError for anything else, with the place
 */
function parseRegFile(bytes) {
    const text = bytes.toString('utf16le').replace(/^\uFEFF/, '');
    if (!text.startsWith('Windows Registry Editor Version 5.00'))
        throw new SyntaxError('not a registry file');
    const reader = new Reader(text, text.indexOf('\n'));
    const keys = [];
    for (;;) {
        reader.skip(/[\s\uFEFF]*/y);
        if (reader.ended)
            return keys;
        const key = reader.take(/\[(.*)\][^\S\n]*(?=\n|$)/y);
        if (key) {
            keys.push({ name: key, values: [] });
            continue;
        }
        const name = reader.skip(/@(?==)/y) ? '' : reader.quoted();
        reader.expect(/[^\S\n]*=[^\S\n]*/y);
        keys.at(-1)?.values.push({ name, value: readData(reader) });
    }
}
function readData(reader) {
    if (reader.at('"'))
        return { type: 'sz', data: reader.quoted() };
    const dword = reader.take(/dword:([0-9a-f]{1,8})/iy);
    if (dword !== undefined)
        return { type: 'dword', data: Number.parseInt(dword, 16) };
    const type = reader.take(/hex(\([0-9a-f]+\))?:/iy, 0) ?? reader.fail();
    const digits = reader.continuedLine().match(/[0-9a-f]{1,2}/gi) ?? [];
    const data = Buffer.from(digits.map((byte) => Number.parseInt(byte, 16)));
    return typedValue(Number.parseInt(/\(([0-9a-f]+)\)/i.exec(type)?.[1] ?? '3', 16), data);
}
function typedValue(type, data) {
    switch (type) {
        case TYPES.none:
            return { type: 'none', data };
        case TYPES.sz:
        case TYPES.expand_sz:
            return { type: type === TYPES.sz ? 'sz' : 'expand_sz', data: withoutEnd(data.toString('utf16le')) };
        case TYPES.multi_sz:
            return { type: 'multi_sz', data: splitStrings(data.toString('utf16le')) };
        case TYPES.dword:
            return data.length === 4 ? { type: 'dword', data: data.readUInt32LE() } : { type: 'binary', data };
        case TYPES.qword:
            return data.length === 8 ? { type: 'qword', data: data.readBigUInt64LE() } : { type: 'binary', data };
        default:
            return { type: 'binary', data };
    }
}
function withoutEnd(text) {
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
}
/** Strings that each end in NUL, and one more NUL behind the last. Empty ones in between count: PendingFileRenameOperations has them. */
function splitStrings(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
/** A file for `reg import` that sets one value, or removes it. All data is in hexadecimal, which needs no escapes. */
function formatRegFile(key, name, value) {
    const [hive = '', ...rest] = key.split('\\');
    const whole = [(HIVES[hive.toLowerCase()] ?? hive).toUpperCase(), ...rest].join('\\');
    const quoted = name === '' ? '@' : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    const data = value === undefined ? '-' : `hex(${TYPES[value.type].toString(16)}):${hex(bytesOf(value))}`;
    const lines = ['Windows Registry Editor Version 5.00', '', `[${whole}]`, `${quoted}=${data}`, '', ''];
    return Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le');
}
function bytesOf(value) {
    switch (value.type) {
        case 'sz':
        case 'expand_sz':
            return Buffer.from(`${value.data}\0`, 'utf16le');
        case 'multi_sz':
            return Buffer.from(`${value.data.map((text) => `${text}\0`).join('')}\0`, 'utf16le');
        case 'dword': {
            const data = Buffer.alloc(4);
            data.writeUInt32LE(value.data);
            return data;
        }
        case 'qword': {
            const data = Buffer.alloc(8);
            data.writeBigUInt64LE(value.data);
            return data;
        }
        default:
            return value.data;
    }
}
/** Bytes as regedit writes them: by commas, in lines that go on behind a backslash. */
function hex(data) {
    const lines = [];
    for (let at = 0; at < data.length; at += 25) {
        lines.push([...data.subarray(at, at + 25)].map((byte) => byte.toString(16).padStart(2, '0')).join(','));
    }
    return lines.join(',\\\r\n  ');
}

// EXTERNAL MODULE: ./lib/windows/system-programs.js
var system_programs = __webpack_require__(812);
;// CONCATENATED MODULE: ./lib/windows/registry.js






/**
 * Reads a key by `reg export`, whose file is the same in every language of Windows and holds every letter; what reg.exe prints is not and
 * does not.
 *
 * @param key such as `HKLM\SOFTWARE\Go`; reg.exe exports all that lies below it too, so name the smallest key that will do
 * @param options.recursive give the keys below it as well; else the key alone
 * @returns the key first; undefined where there is no such key
 * @throws SetupError E_PERMISSION with reg's own words where it may not be read
 */
async function readKey(key, view = '64', options = {}) {
    return await withTemporaryFile(async (file) => {
        const result = await reg('export', key, file, '/y', `/reg:${view}`);
        if (result.exitCode !== 0) {
            if (await isAbsent(key, view))
                return undefined;
            throw refused('read', key, result);
        }
        const keys = parseRegFile(await (0,promises_.readFile)(file));
        return options.recursive ? keys : keys.filter((found) => sameKey(found.name, key));
    });
}
/** One value of a key; undefined where the key or the value is absent. @throws as {@link readKey} */
async function readValue(key, name, view = '64', read = readKey) {
    return findValue((await read(key, view))?.[0], name);
}
/** A value by its name; Windows compares names without case. The name of a key's default value is empty. */
function findValue(key, name) {
    const wanted = name.toLowerCase();
    return key?.values.find((value) => value.name.toLowerCase() === wanted)?.value;
}
/** The text of a REG_SZ or REG_EXPAND_SZ value, unexpanded; undefined for any other. */
function textOf(value) {
    return value?.type === 'sz' || value?.type === 'expand_sz' ? value.data : undefined;
}
/** The number of a REG_DWORD value; undefined for any other. */
function numberOf(value) {
    return value?.type === 'dword' ? value.data : undefined;
}
/**
 * Reads a number by `reg query`, which needs no right on what lies below the key (the keys of services have closed ones there). Its line
 * `Start REG_DWORD 0x3` is the same in every language.
 *
 * @param name letters and digits only
 * @returns undefined where key or value is absent, or may not be read
 */
async function queryNumber(key, name, view = '64') {
    const { stdout } = await reg('query', key, '/v', name, `/reg:${view}`);
    const match = new RegExp(`^\\s*${name}\\s+REG_DWORD\\s+0x([0-9a-f]+)\\s*$`, 'im').exec(stdout);
    return match ? Number.parseInt(match[1] ?? '', 16) : undefined;
}
/**
 * Writes one value by `reg import`, byte for byte; the key is made where it is missing.
 *
 * @param value undefined removes it
 * @throws SetupError E_PERMISSION with reg's own words
 */
async function writeValue(key, name, value, view = '64') {
    await withTemporaryFile(async (file) => {
        await (0,promises_.writeFile)(file, formatRegFile(key, name, value));
        const result = await reg('import', file, `/reg:${view}`);
        if (result.exitCode !== 0)
            throw refused('write', `${key}\\${name}`, result);
    });
}
/**
 * Whether a key that could not be read is not there. reg.exe ends with 1 for either and says which in the user's language alone, so the
 * list of the key's siblings decides.
 */
async function isAbsent(key, view) {
    const at = key.lastIndexOf('\\');
    if (at < 0)
        return false;
    const parent = key.slice(0, at);
    const { exitCode, stdout } = await reg('query', parent, `/reg:${view}`);
    if (exitCode !== 0)
        return await isAbsent(parent, view);
    return !stdout.split(/\r?\n/).some((line) => sameKey(line.trim(), key));
}
async function reg(...args) {
    return await (0,system_programs/* runProgram */.mB)((0,system_programs/* systemProgram */.CA)('reg.exe'), args);
}
function refused(doing, key, result) {
    const said = (result.failure ?? `${result.stderr}\n${result.stdout}`).trim().slice(0, 500);
    return new errors/* SetupError */.w('E_PERMISSION', `Windows would not ${doing} ${key} in the registry: ${said.replace(/\.?$/, '.')}`, {
        remedy: 'See that the account of the runner may use that key, and that no policy forbids registry tools (DisableRegistryTools).',
        evidence: [`reg.exe ended with ${result.exitCode ?? 'no exit code'}`],
    });
}
async function withTemporaryFile(work) {
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'setup-go-win-reg-'));
    try {
        return await work(external_node_path_.join(directory, 'key.reg'));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true }).catch(() => { });
    }
}


/***/ })

};
