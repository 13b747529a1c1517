export const id = 3745;
export const ids = [3745,108,9215];
export const modules = {

/***/ 3990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ holdMachine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _machine_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2685);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9820);
/* harmony import */ var _tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6539);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4365);





/**
 * Makes or checks the machine's root, and does the work while no other runner changes the Go of this machine. Another one is waited for as long as
 * `lock-timeout` says, and by MSI as long as `msi-timeout` does where that is longer.
 *
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED, or what the work throws
 */
async function holdMachine(root, account, { inputs, audit, host, log, timeline, signal }, work) {
    const started = performance.now();
    if (await (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_1__/* .openMachineRoot */ .sq)(root, account.sid, (line) => log.info(line), { elevated: account.elevated }))
        await audit.record({
            action: 'make-machine-root',
            target: root,
            from: '',
            outcome: 'ok',
            durationMs: performance.now() - started,
        });
    const { installMethod, lockTimeoutMs, msiTimeoutMs } = inputs;
    const timeoutMs = installMethod === 'msi' ? Math.max(lockTimeoutMs, msiTimeoutMs) : lockTimeoutMs;
    const wait = () => (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .acquireLock */ .IZ)(root, _tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .MACHINE_LOCK */ .Mf, {
        runner: host.runner,
        timeoutMs,
        signal,
        onWait: (owner, waited) => log.info(`Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(waited)} so far`),
    });
    const lock = await timeline.measure('wait', wait).catch((error) => {
        throw refused(error, root, account);
    });
    try {
        await (0,_tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .removeDrafts */ .tk)(root);
        return await work();
    }
    finally {
        await lock.release();
    }
}
/** An administrator's root is closed to everybody else: that is no defect. */
function refused(error, root, { name, sid, reason }) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .x)(error);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w || !/^(?:EPERM|EACCES|EROFS|EEXIST|ENOTDIR|ENOENT)$/.test(code ?? ''))
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_PERMISSION', `${name ?? sid ?? 'This account'} may not change the Go of this machine: ${root} cannot be written to (${code}; ${reason}). Nothing was changed.`, {
        remedy: 'Run the runner under an administrator’s account, name another place with machine-root, or leave scope: machine out.',
        evidence: [error instanceof Error ? error.message : String(error)],
        cause: error,
    });
}


/***/ }),

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

/***/ 8258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ foreignJournal),
/* harmony export */   U3: () => (/* binding */ leftChange),
/* harmony export */   oq: () => (/* binding */ beginChange)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(138);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9215);







const OPERATIONS = ['install', 'switch', 'repair', 'rollback', 'uninstall', 'prune'];
/**
 * The journal of a machine: one file, one change at a time, under the machine's lock. What it tells is written before it is done, so that
 * the next run can finish or undo what a killed one began.
 *
 * @throws SetupError E_INTERNAL where a change is open already: its owner did not look
 */
async function beginChange(root, change) {
    if ((await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root))) !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INTERNAL', 'A change of this machine is open in the journal already.', {
            remedy: 'Report this with the log.',
            evidence: [journalFile(root)],
        });
    const begun = {
        schema: 1,
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        startedAt: new Date().toISOString(),
        ...change,
    };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), begun);
    return openChange(root, begun);
}
/**
 * The change that an earlier run left open; undefined where there is none.
 *
 * @throws SetupError E_VERIFY for a journal that cannot be understood
 */
async function leftChange(root) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root));
    if (found === undefined)
        return undefined;
    if (!isChange(found))
        throw foreignJournal(root);
    return openChange(root, found);
}
/** Whether this is a change with all that any method needs of it. What its details tell is for the method to judge. */
function isChange(found) {
    const { schema, method, operation, architecture, details, ...rest } = (found ?? {});
    const texts = [rest.id, rest.runner, rest.startedAt];
    const versions = [rest.from, rest.to].filter((one) => one !== undefined);
    return (schema === 1 &&
        (method === 'msi' || method === 'zip') &&
        OPERATIONS.some((one) => one === operation) &&
        _release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .architectures */ .f2.some((one) => one === architecture) &&
        [...texts, ...versions].every((one) => typeof one === 'string') &&
        typeof details === 'object' &&
        details !== null);
}
/** What a journal is called that nobody here can have written. */
function foreignJournal(root) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_VERIFY', `The journal ${journalFile(root)} is none that this version can read.`, {
        remedy: 'Use the version of the action that wrote it, or see to the machine by hand and remove the file.',
        evidence: [journalFile(root)],
    });
}
function openChange(root, begun) {
    let change = begun;
    return {
        get change() {
            return change;
        },
        async update(details) {
            change = { ...change, details };
            await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), change);
        },
        close: async () => await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(journalFile(root), { force: true })),
    };
}
function journalFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, 'journal.json');
}


/***/ }),

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sq: () => (/* binding */ openMachineRoot),
/* harmony export */   t3: () => (/* binding */ machineRootAt)
/* harmony export */ });
/* unused harmony export defaultMachineRoot */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6021);




/** Where the machine's own part of the action is kept, when the input `machine-root` does not say. */
function defaultMachineRoot(env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['ProgramData'] || 'C:\\ProgramData', 'setup-go-win');
}
/** The machine's root: what the input `machine-root` says, else the default. @param given empty: the input is not given */
function machineRootAt(given, env = process.env) {
    return given || defaultMachineRoot(env);
}
/**
 * Makes the machine's root, closed to everybody but administrators, or looks whether the one that is there can be trusted: packages in it
 * are run with an administrator's rights, and the journal in it says what to undo.
 *
 * @param own SID of the account of this step; undefined where it is not known
 * @param note told what could not be done or looked at
 * @returns true where it was made
 * @throws SetupError E_ACL where others own it or may change it; E_PERMISSION where it cannot be made
 */
async function openMachineRoot(root, own, note, { elevated, powershell } = {}) {
    if (await makeDirectory(root)) {
        const owner = elevated === false ? own : _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .ADMINISTRATORS */ .pZ;
        const failure = owner === undefined ? undefined : await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .protectDirectory */ .dd)(root, owner);
        if (failure === undefined)
            return true;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(root).catch(() => { }); // else the next run would take it for somebody else's
        throw distrusted(root, `it could not be closed to others (${failure})`, []);
    }
    // A link can be made to lead elsewhere between a check and the use of what was checked.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(root)).isSymbolicLink())
        throw distrusted(root, 'it is a link', []);
    const found = await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .readSddl */ .Kp)(root, powershell);
    if (found === undefined) {
        note(`Who owns ${root} was not looked at: there is no PowerShell that answers`);
        return false;
    }
    if ('failure' in found)
        throw distrusted(root, 'who may change it could not be read', [found.failure]);
    const reason = (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .distrust */ .p7)(found.sddl, own);
    if (reason !== undefined)
        throw distrusted(root, reason, [found.sddl]);
    return false;
}
function distrusted(root, reason, evidence) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_ACL', `${root} is not used: ${reason}.`, {
        remedy: `Look at what is in it, then remove it, or give it to Administrators: icacls "${root}" /setowner *S-1-5-32-544 /T and /inheritance:r. Another place is set by machine-root.`,
        evidence,
    });
}
/** @returns false where it is there already */
async function makeDirectory(root) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(root);
        return true;
    }
    catch (cause) {
        const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'EEXIST' ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(root).catch(() => undefined) : undefined;
        if (found?.isDirectory())
            return false;
        if (found)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: it is a file.`, {
                remedy: 'Remove or rename that file, or name another place with machine-root.',
                cause,
            });
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'ENOENT')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: its drive is not there.`, {
                remedy: 'Name a place on a drive of this machine with machine-root.',
                cause,
            });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause)}.`, {
            remedy: 'Run the runner under an administrator’s account, or name another place with machine-root.',
            cause,
        });
    }
}


/***/ }),

/***/ 9976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ CHANGE_IS_OPEN),
/* harmony export */   ND: () => (/* binding */ settleLeft),
/* harmony export */   x_: () => (/* binding */ holdSettled)
/* harmony export */ });
/* harmony import */ var _hold_machine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3990);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8258);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5529);



/** What a dry run says where an earlier run left a change open. */
const CHANGE_IS_OPEN = 'A change that an earlier run began is open: it would be finished or undone first';
/**
 * Finishes or undoes the change of this machine that an earlier run left open, in the way that began it, whatever this step is about. Under the
 * machine's lock. What it found and did is in the log.
 *
 * @throws SetupError where that cannot be done; the change stays open then, for the next run
 */
async function settleLeft(root, sources, context) {
    const left = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .leftChange */ .U3)(root);
    if (left === undefined)
        return;
    const { method, architecture } = left.change;
    if (method === 'zip') {
        const { settleVersions } = await Promise.all(/* import() */[__webpack_require__.e(2875), __webpack_require__.e(7819), __webpack_require__.e(1011)]).then(__webpack_require__.bind(__webpack_require__, 1011));
        return await settleVersions(root, context);
    }
    const { settleInterrupted } = await Promise.all(/* import() */[__webpack_require__.e(2110), __webpack_require__.e(5379), __webpack_require__.e(7507), __webpack_require__.e(2086), __webpack_require__.e(3433), __webpack_require__.e(7069)]).then(__webpack_require__.bind(__webpack_require__, 7069));
    await settleInterrupted({ root, architecture, sources, context });
}
/** Does the work under the machine's lock, after what an earlier run left open is finished or undone. @throws SetupError as holdMachine and settleLeft, or what the work throws */
async function holdSettled(root, account, context, work) {
    return await (0,_hold_machine_js__WEBPACK_IMPORTED_MODULE_0__/* .holdMachine */ .X)(root, account, context, async () => {
        await (0,_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .withSources */ .Z6)(context, (sources) => settleLeft(root, sources, context));
        return await work();
    });
}


/***/ }),

/***/ 3745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ ofMachine),
  operateSideBySide: () => (/* binding */ operateSideBySide)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/windows/acl.js
var acl = __webpack_require__(6021);
;// CONCATENATED MODULE: ./lib/machine/closed-path.js



/**
 * Looks whether somebody without an administrator's rights could put something else in the place of a directory, by any part of its path. What stands
 * on the machine's PATH is run by everybody, services and administrators included.
 *
 * @param own SID of the account of this step
 * @param note told what could not be looked at
 * @throws SetupError E_ACL
 */
async function requireClosedPath(directory, own, note, powershell) {
    const found = await (0,acl/* readSddls */.xh)(ancestorsOf(directory), powershell);
    if (found === undefined) {
        note(`Who may replace ${directory} was not looked at: there is no PowerShell that answers`);
        return;
    }
    if ('failure' in found) {
        note(`Who may replace ${directory} could not be read: ${found.failure}`);
        return;
    }
    for (const { directory: part, sddl } of found.lists) {
        const reason = (0,acl/* replaceableBy */.CZ)(sddl, own);
        if (reason === undefined)
            continue;
        throw new errors/* SetupError */.w('E_ACL', `${directory} does not go on the PATH of the machine: ${part}: ${reason}.`, {
            remedy: `Let only administrators change ${part}, or name another place with machine-root; %ProgramData% is closed.`,
            evidence: [`${part}: ${sddl}`],
        });
    }
}
/** The directory's parents, up to the drive. */
function ancestorsOf(directory) {
    const parent = external_node_path_.dirname(directory);
    return parent === directory ? [] : [parent, ...ancestorsOf(parent)];
}

// EXTERNAL MODULE: ./lib/machine/current.js
var machine_current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/machine/history.js
var machine_history = __webpack_require__(4817);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/machine/root.js
var machine_root = __webpack_require__(2685);
// EXTERNAL MODULE: ./lib/provide.js
var provide = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/settle-left.js
var settle_left = __webpack_require__(9976);
// EXTERNAL MODULE: ./lib/tidy-machine.js
var tidy_machine = __webpack_require__(6539);
// EXTERNAL MODULE: ./lib/toolcache/find.js + 3 modules
var find = __webpack_require__(2605);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolchain.js
var lib_toolchain = __webpack_require__(1244);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/entries.js
var entries = __webpack_require__(2904);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/release/select.js
var release_select = __webpack_require__(1289);
// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
// EXTERNAL MODULE: ./lib/side-by-side/session.js + 1 modules
var side_by_side_session = __webpack_require__(2875);
;// CONCATENATED MODULE: ./lib/side-by-side/present.js










/**
 * The newest version that is there and matches; of two builds of one version, the one that an installation with these inputs would use.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there
 */
async function findPresent({ spec, origin }, session) {
    const { root, context } = session;
    const architecture = (0,lib_toolchain/* architectureOf */.NJ)(context);
    const marked = await withTree(await (0,entries.listEntries)((0,side_by_side_session/* versionsRoot */.oH)(root)));
    const places = await (0,entries.listPlaces)((0,side_by_side_session/* versionsRoot */.oH)(root));
    const current = (0,side_by_side_session/* entryAt */._f)(root, await (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(root).current));
    // One without a marker was left by a run that was killed, one without a tree was removed by hand: they are named, and no range prefers them.
    for (const all of [marked, current === undefined ? places : [...places, current]]) {
        const entry = choosePresent(spec, all.filter((one) => one.architecture === architecture), context);
        if (entry !== undefined)
            return entry;
    }
    const any = (await withTree(places)).length > 0;
    throw new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go ${(0,release_spec/* quote */.h)(spec.text)} (${origin}) for ${architecture} on this machine. ${await presentIn(session)}`, { remedy: `${any ? 'Name one of those, or install' : 'Install'} it with operation: install.` });
}
function choosePresent(spec, present, context) {
    const { inputs, policy, log } = context;
    // What is not allowed may be removed.
    const ruled = inputs.operation === 'uninstall' ? {} : { ruledOut: policy?.ruledOut };
    const version = (0,release_select/* chooseVersion */.EH)(spec, present.map((one) => one.version), { resolution: inputs.resolution, ...ruled, note: log.info });
    const { tools } = (0,lib_toolchain/* search */.$P)(context);
    const rank = ({ tool }) => (tools.includes(tool) ? tools.indexOf(tool) : tools.length);
    return present.filter((one) => one.version === version).sort((a, b) => rank(a) - rank(b))[0];
}
/** The machine's Go, as far as it is one of its versions. @param operation for the message @throws SetupError E_NOT_FOUND */
async function currentEntry(operation, session) {
    const { current } = (0,machine_current/* linksOf */.hP)(session.root);
    const leads = await (0,machine_current/* readLink */.XF)(current);
    const entry = (0,side_by_side_session/* entryAt */._f)(session.root, leads);
    if (entry !== undefined)
        return entry;
    const where = leads === undefined ? `There is no ${current}` : `${current} leads to ${leads}`;
    throw new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go of the machine to ${operation}: ${where}. ${await presentIn(session)}`, { remedy: 'Name the version with go-version, or install one with operation: install.' });
}
/** A sentence that lists the versions which are there, and says of each whether it is not whole. */
async function presentIn({ root }) {
    const present = await withTree(await (0,entries.listPlaces)((0,side_by_side_session/* versionsRoot */.oH)(root)));
    if (present.length === 0)
        return `No version is there, in ${(0,side_by_side_session/* versionsRoot */.oH)(root)}.`;
    const described = present.map(async (entry) => {
        const whole = (await (0,inspect/* inspectEntry */.pg)(entry).catch(() => undefined))?.state === 'whole';
        return `${entry.version} (${entry.architecture}${whole ? '' : ', not whole'})`;
    });
    return `Versions that are there: ${(await Promise.all(described)).join(', ')}.`;
}
async function withTree(entries) {
    const there = await Promise.all(entries.map(async (entry) => await (0,files/* isThere */.$B)((0,layout/* treePath */.ON)(entry))));
    return entries.filter((_, index) => there[index]);
}

// EXTERNAL MODULE: ./lib/side-by-side/switch.js
var side_by_side_switch = __webpack_require__(1309);
// EXTERNAL MODULE: ./lib/side-by-side/uninstall.js
var uninstall = __webpack_require__(7875);
;// CONCATENATED MODULE: ./lib/side-by-side/operations.js















/**
 * Makes a version that is there the machine's Go. Nothing is downloaded.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there; E_VERIFY where it is not whole
 */
async function switchToPresent(request, session) {
    if (request === undefined)
        throw withoutVersion();
    for (;;) {
        const entry = await findPresent(request, session);
        try {
            return await useAndSwitch(entry, 'switch', session);
        }
        catch (error) {
            // The newest match of a range may be too young for the policy.
            if (!session.context.policy?.passesOver(request.spec, error))
                throw error;
        }
    }
}
/**
 * Returns to the version before the last successful change. It has to be there, and whole.
 *
 * @throws SetupError E_NOT_FOUND where nothing is remembered, or the version is gone; E_VERIFY where it is not whole
 */
async function rollback(session) {
    const { root, context } = session;
    const last = await (0,machine_history/* lastSuccess */.M1)(root, 'zip');
    const entry = (0,side_by_side_session/* entryAt */._f)(root, last?.fromTree);
    if (entry === undefined) {
        throw new errors/* SetupError */.w('E_NOT_FOUND', `There is no version to roll back to: no successful switch from one is remembered. ${await presentIn(session)}`, {
            remedy: 'Name the version that you want with operation: switch, or with operation: install.',
            evidence: [`history in ${root}`],
        });
    }
    const name = (0,names/* toGoVersion */.ME)(entry.version);
    context.log.info(`Rolling back to ${name} in ${(0,layout/* treePath */.ON)(entry)}, the Go before the last successful change`);
    return await useAndSwitch(entry, 'rollback', session);
}
/** Removes the version that is named, else the machine's Go. Where there is none, it is done. @throws SetupError as removeVersion */
async function operations_uninstall(request, session) {
    const { root, context } = session;
    const leads = await (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(root).current);
    const none = request === undefined || (await (0,entries.listPlaces)((0,side_by_side_session/* versionsRoot */.oH)(root))).length === 0;
    if (none && leads === undefined) {
        context.log.info('Nothing to uninstall');
        return { toolchains: [], changed: false };
    }
    const entry = request ? await findPresent(request, session) : await currentEntry('uninstall', session);
    if (context.inputs.dryRun) {
        const also = (0,machine_current/* isSamePlace */.O1)(leads, (0,layout/* treePath */.ON)(entry))
            ? `, and ${(0,machine_current/* linksOf */.hP)(root).current}, which leads there`
            : '';
        context.log.info(`Would remove ${(0,layout/* treePath */.ON)(entry)}${also}`);
        return { toolchains: [], changed: false };
    }
    await (0,uninstall/* removeVersion */.bI)(entry, session);
    context.log.info(await presentIn(session));
    return { toolchains: [], changed: true };
}
async function useAndSwitch(entry, operation, session) {
    const { context } = session;
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    if (!(await (0,files/* isThere */.$B)((0,layout/* treePath */.ON)(entry))))
        throw await gone(entry, operation, session);
    if (found.state !== 'whole') {
        const reason = found.state === 'torn' ? found.reason : 'it is gone';
        throw new errors/* SetupError */.w('E_VERIFY', `${(0,names/* toGoVersion */.ME)(entry.version)} in ${(0,layout/* treePath */.ON)(entry)} is not whole: ${reason}. Nothing was switched.`, {
            remedy: `Install it anew with operation: repair and go-version: ${entry.version}, or switch to another version.`,
            evidence: [await presentIn(session)],
        });
    }
    await context.policy?.requireTree((0,lib_toolchain/* askedOf */.iN)(entry, found), (0,layout/* treePath */.ON)(entry));
    await context.leases.hold(entry);
    const changed = await (0,side_by_side_switch/* switchTo */.S_)(entry, operation, session);
    const toolchain = await (0,lib_toolchain/* useHit */.r$)(entry, found, context);
    await (0,provide/* tidyAfterHit */.E)(toolchain, context);
    return { toolchains: [ofMachine(toolchain)], changed };
}
/** Also where its marker was left: who removes a version by hand removes its directory. */
async function gone(entry, operation, session) {
    const { version } = entry;
    const what = operation === 'rollback' ? ', which was the Go of the machine before,' : '';
    return new errors/* SetupError */.w('E_NOT_FOUND', `${(0,names/* toGoVersion */.ME)(version)}${what} is not there any more. Nothing was switched. ${await presentIn(session)}`, {
        remedy: `Switch to one of those, or install ${version} again with operation: install.`,
        evidence: [`gone: ${(0,layout/* treePath */.ON)(entry)}`],
    });
}
function withoutVersion() {
    return new errors/* SetupError */.w('E_INPUT', 'No Go version is given, and operation: switch needs one.', {
        remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
    });
}

;// CONCATENATED MODULE: ./lib/side-by-side/repair.js









/**
 * Writes every file of a version anew: of the one that is named, else of the machine's Go. The same build as before, where its hash is known.
 *
 * @throws SetupError E_NOT_FOUND where there is none; or of whatever stood in the way
 */
async function repair(request, session) {
    const { context } = session;
    const entry = request ? await findPresent(request, session) : await currentEntry('repair', session);
    const { version, architecture } = entry;
    requireItsMirror(entry, session);
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    const provenance = found.state === 'whole' ? found.provenance : await (0,inspect/* readProvenance */.Ch)(entry, 0);
    const sha256 = provenance?.sha256 ?? '';
    const inputs = { ...context.inputs, architecture, checksum: context.inputs.checksum || sha256 };
    context.log.info(`${(0,names/* toGoVersion */.ME)(version)} in ${(0,layout/* treePath */.ON)(entry)} is installed anew`);
    const { install } = await Promise.all(/* import() */[__webpack_require__.e(5379), __webpack_require__.e(9672)]).then(__webpack_require__.bind(__webpack_require__, 9672));
    const spec = { kind: 'exact', version, text: version };
    const own = { ...context, inputs };
    const toolchain = await install({ spec, origin: 'operation: repair' }, own, { anew: true }).catch((error) => {
        throw context.inputs.checksum === '' && sha256 !== '' ? anotherBuild(error) : error;
    });
    if (toolchain.entry)
        await context.leases.hold(toolchain.entry);
    const leads = await (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(session.root).current);
    // What is not the machine's Go is repaired where it is, and stays that.
    if (leads === undefined || (0,machine_current/* isSamePlace */.O1)(leads, (0,layout/* treePath */.ON)(entry)))
        await (0,side_by_side_switch/* switchTo */.S_)((0,side_by_side_session/* entryAt */._f)(session.root, toolchain.goroot) ?? entry, 'repair', session);
    return { toolchains: [ofMachine(toolchain)], changed: !inputs.dryRun };
}
/** A build that only a mirror has cannot come from anywhere else. @throws SetupError E_INPUT */
function requireItsMirror({ tool, version, ...rest }, { context }) {
    const { mirror } = context.inputs;
    if (tool === layout/* OFFICIAL_TOOL */.ny || (mirror !== '' && tool === (0,layout/* mirrorTool */.Yd)(mirror)))
        return;
    throw new errors/* SetupError */.w('E_INPUT', `${(0,names/* toGoVersion */.ME)(version)} in ${(0,layout/* treePath */.ON)({ tool, version, ...rest })} is the build of a mirror, and ${mirror === '' ? 'none is given' : 'go-download-base-url is another one'}.`, {
        remedy: 'Give the go-download-base-url that it was installed from, or install another build with operation: install.',
    });
}
/** The hash that the file has to have is that of the build which is there, and no input. */
function anotherBuild(error) {
    if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_CHECKSUM')
        return error;
    const { code, message, state, evidence, cause } = error;
    return new errors/* SetupError */.w(code, message, {
        remedy: 'See why the source has another file for this version now: a repair writes the same build as before. To take the new one, uninstall the version and install it again.',
        ...(state === undefined ? {} : { state }),
        evidence,
        cause,
    });
}

// EXTERNAL MODULE: ./lib/toolcache/withdraw.js
var withdraw = __webpack_require__(108);
// EXTERNAL MODULE: ./lib/side-by-side/prune.js
var prune = __webpack_require__(9129);
;// CONCATENATED MODULE: ./lib/side-by-side/replacement.js





/**
 * Has the machine's journal open while a version's tree is replaced, by a repair or by an installation that found it torn. Where nothing stood there, and
 * the machine does not need that version, there is nothing to undo: whatever is left then is used by nobody, and the next installation sees to it.
 *
 * @throws SetupError as heldByMachine and beginChange
 */
function journalReplacements(root, { inputs, host }) {
    return async ({ entry, fresh, aside, provenance }) => {
        const { version, architecture } = entry;
        const tree = (0,layout/* treePath */.ON)(entry);
        const [stood, marker, sidecar] = await Promise.all([
            (0,files/* isThere */.$B)(tree),
            (0,withdraw/* contentOf */.$)((0,layout/* markerPath */.Ar)(entry)),
            (0,withdraw/* contentOf */.$)((0,layout/* sidecarPath */.n8)(entry)),
        ]);
        if (!stood && marker === undefined && (await (0,prune/* heldByMachine */.i)(root, entry)).length === 0)
            return undefined;
        const change = await (0,journal/* beginChange */.oq)(root, {
            ...{ method: 'zip', operation: inputs.operation === 'repair' ? 'repair' : 'install', architecture },
            ...{ from: version, to: version, runner: host.runner },
            details: {
                ...{ tree, fresh, aside, stood, provenance, refused: false },
                // A marker without a tree is nothing to put back.
                marker: stood ? (marker?.toString() ?? null) : null,
                sidecar: stood ? (sidecar?.toString() ?? null) : null,
            },
        });
        return recordOf(change, (0,layout/* markerPath */.Ar)(entry));
    };
}
function recordOf(change, markerFile) {
    return {
        async refuse() {
            await change.update({ ...change.change.details, refused: true }).catch(() => { });
        },
        async end() {
            const { refused, aside, marker } = change.change.details;
            const back = !(await (0,files/* isThere */.$B)(aside)) && (marker === null || (await (0,files/* isThere */.$B)(markerFile)));
            if (!refused || back)
                await change.close().catch(() => { });
        },
    };
}

// EXTERNAL MODULE: ./lib/side-by-side/variables.js + 1 modules
var variables = __webpack_require__(4942);
;// CONCATENATED MODULE: ./lib/side-by-side/operate.js



















/**
 * Installs versions side by side below the machine's root, switches the machine's Go between them, repairs and removes them, one runner at a time. What an
 * interrupted run left is finished or undone first. Where the right Go is the machine's already, nothing is changed, and no right is needed.
 *
 * @param requests what is wanted; none where the operation does not read the version, or none was given
 * @throws SetupError with the code of whatever stood in the way; after a switch that failed, which Go the machine has is part of it
 */
async function operateSideBySide(requests, context) {
    const { inputs } = context;
    const root = (0,machine_root/* machineRootAt */.t3)(inputs.machineRoot);
    const own = { ...(0,side_by_side_session/* machineContext */.zR)(root, context), recordReplacement: journalReplacements(root, context) };
    const doors = (0,side_by_side_session/* windowsDoors */.n)(own);
    // What a change that is open has on the machine now may be gone in a moment.
    const settled = (await (0,journal/* leftChange */.U3)(root)) === undefined;
    const anyone = { root, scope: 'user', context: own, doors };
    const there = settled && inputs.operation === 'install' ? await alreadyThere(requests, anyone) : undefined;
    if (there) {
        const tidy = async () => {
            // A run that was killed since may need what lies beside.
            if ((await (0,journal/* leftChange */.U3)(root)) === undefined)
                await Promise.all(there.toolchains.map((toolchain) => (0,provide/* tidyAfterHit */.E)(toolchain, own)));
        };
        if (!inputs.dryRun)
            await (0,tidy_machine/* tidyRoot */.bn)(root, context.host.runner, tidy);
        return there;
    }
    const account = await (0,elevation/* readAccount */.GM)();
    const scope = account.elevated === false ? 'user' : 'machine';
    if (scope === 'user')
        context.policy?.refuseUser(describeAccount(account));
    const session = { root, scope, context: own, doors };
    if (inputs.dryRun) {
        if (!settled)
            context.log.info(settle_left/* CHANGE_IS_OPEN */.$M);
        if (inputs.operation !== 'uninstall')
            await requireScope(account, session);
        return await operateLocked(requests, session);
    }
    return await (0,settle_left/* holdSettled */.x_)(root, account, context, async () => {
        if (inputs.operation !== 'uninstall')
            await requireScope(account, session);
        return await operateLocked(requests, session).catch((error) => {
            throw ofMachineRoot(error, root);
        });
    });
}
async function operateLocked(requests, session) {
    const { inputs, log } = session.context;
    const before = await (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(session.root).current);
    // What cannot be read now could not be written when the change is done.
    await (0,machine_history/* lastSuccess */.M1)(session.root, 'zip');
    log.info(before === undefined ? 'The machine has no Go of this kind yet' : `The machine's Go: ${before}`);
    switch (inputs.operation) {
        case 'install':
            return await install(requests, session);
        case 'switch':
            return await switchToPresent(requests[0], session);
        case 'repair':
            return await repair(requests[0], session);
        case 'rollback':
            return await rollback(session);
        case 'uninstall':
            return await operations_uninstall(requests[0], session);
        default:
            throw new TypeError(`${inputs.operation} is no operation on one version`);
    }
}
async function install(requests, session) {
    const toolchains = [];
    for (const request of requests)
        toolchains.push(ofMachine(await (0,provide/* provideToolchain */.n)(request, session.context)));
    const last = (0,side_by_side_session/* entryAt */._f)(session.root, toolchains.at(-1)?.goroot);
    const changed = last !== undefined && (await (0,side_by_side_switch/* switchTo */.S_)(last, 'install', session));
    return {
        toolchains,
        changed: changed || (!session.context.inputs.dryRun && toolchains.some(({ hit }) => !hit)),
    };
}
/** A Go of the machine, for later steps: they get its own directory, so that a switch while they run is of no matter to them. */
function ofMachine(toolchain) {
    return { ...toolchain, source: 'machine' };
}
/** Where every version that is wanted is there, and the last one is the machine's Go. Aliases ask the list, as everywhere. */
async function alreadyThere(requests, session) {
    const { root, context } = session;
    const hits = [];
    for (const { spec, origin } of requests) {
        if (!(0,lib_toolchain/* mayAnswerFromCache */.AU)(spec, context.inputs))
            return undefined;
        const { hit } = await (0,find/* findInToolCache */.l)(spec, (0,lib_toolchain/* search */.$P)(context));
        if (hit === undefined)
            return undefined;
        hits.push({ ...hit, origin });
    }
    const last = hits.at(-1);
    const leads = await (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(root).current).catch(() => undefined);
    if (last === undefined || !(0,machine_current/* isSamePlace */.O1)(leads, (0,layout/* treePath */.ON)(last.entry)))
        return undefined;
    if (!(await (0,variables/* variablesAreSet */.ue)(session, context.inputs.machineGoroot)))
        return undefined;
    const toolchains = [];
    for (const { entry, found, origin } of hits) {
        await context.policy?.requireVersion({ version: entry.version, origin });
        if (!(await context.leases.hold(entry)))
            return undefined;
        toolchains.push(ofMachine(await (0,lib_toolchain/* useHit */.r$)(entry, found, context)));
    }
    context.log.info(`${(0,machine_current/* linksOf */.hP)(root).current} leads to ${(0,layout/* treePath */.ON)(last.entry)}: nothing is to be changed`);
    return { toolchains, changed: false };
}
/**
 * Says whose PATH is written. The machine's only by an administrator, and only where nobody else can put something in the place of what is on it.
 *
 * @throws SetupError E_ACL
 */
async function requireScope(account, { root, scope, context }) {
    const { log } = context;
    if (scope === 'user') {
        log.info(`Not elevated (${account.reason}): PATH of the user ${describeAccount(account)} is written, not that of the machine`);
        return;
    }
    await requireClosedPath(root, account.sid, (line) => log.info(line));
}
function describeAccount({ name, sid }) {
    return name ?? sid ?? 'who runs this step';
}
/** What is said of the tool cache is said of the machine's root here: that is where versions of the machine go. */
function ofMachineRoot(error, root) {
    if (!(error instanceof errors/* SetupError */.w) || !/RUNNER_TOOL_CACHE/.test(error.remedy))
        return error;
    const { code, message, state, evidence, cause } = error;
    return new errors/* SetupError */.w(code, message, {
        remedy: 'Run the runner under an administrator’s account, see that there is room on that drive, or name another place with machine-root.',
        ...(state === undefined ? {} : { state }),
        evidence: [...evidence, `machine root ${root}`],
        cause,
    });
}


/***/ }),

/***/ 6539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ MACHINE_LOCK),
/* harmony export */   bn: () => (/* binding */ tidyRoot),
/* harmony export */   tk: () => (/* binding */ removeDrafts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _machine_root_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2685);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4365);
/* harmony import */ var _windows_elevation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8414);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(138);







/** The lock of everything that changes the Go of a machine. */
const MACHINE_LOCK = 'machine';
/** Names of our files before they get their own by a rename: what writeWhole makes of JSON, and, in the folder of a package, an MSI. */
const DRAFT = /\.json\.[0-9a-f]{8}\.new$/;
const PACKAGE_DRAFT = /\.json\.[0-9a-f]{8}\.new$|\.part$/;
/** Folders of the store, as package-store.ts names them. */
const PACKAGE = /^go[^\\/]*-(?:x64|x86|arm64)-[0-9a-f]{8}$/;
/**
 * Removes the drafts of files that a killed run was writing: of the journal, the history, packages and their records. The caller has the
 * machine's lock, so that nobody writes one. A root that the user has named may hold other things, which are left alone. Never fails.
 *
 * @param root the machine's root
 */
async function removeDrafts(root) {
    const store = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'msi');
    const packages = (await names(store)).filter((name) => PACKAGE.test(name));
    await removeFiles(root, DRAFT);
    await removeFiles(store, DRAFT);
    for (const name of packages)
        await removeFiles(node_path__WEBPACK_IMPORTED_MODULE_1__.join(store, name), PACKAGE_DRAFT);
}
async function removeFiles(directory, which) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile() && which.test(one.name)))
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTree */ .dM)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, entry.name), undefined, 0).catch(() => { });
}
/**
 * Tidies up where a run was killed and there is nothing to change: its drafts, its record in the lock, and what `beside` removes. One look at the disk
 * where there is nothing to do. Never fails, and never waits for a living owner.
 *
 * @param runner who asks: runner, run and job
 * @param beside removes what lies beside the Go of the machine; called under the machine's lock
 */
async function tidyRoot(root, runner, beside) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerFile */ .SF)(root, MACHINE_LOCK));
        const { elevated, sid } = await (0,_windows_elevation_js__WEBPACK_IMPORTED_MODULE_5__/* .readAccount */ .GM)();
        if (elevated === false)
            return;
        // What lies in a directory that others may change is not touched with an administrator's rights.
        await (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_2__/* .openMachineRoot */ .sq)(root, sid, () => { });
        const lock = await (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .bh)(root, MACHINE_LOCK, runner);
        if (lock === undefined)
            return;
        await Promise.all([removeDrafts(root), beside()]).finally(() => lock.release());
    }
    catch {
        // Nobody was killed here, or a later run does it.
    }
}
async function names(directory) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   n: () => (/* binding */ withdraw)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);




/** A marker that cannot be removed would vouch for the tree that comes. */
const PATIENCE_MS = 15_000;
/** A way back that does not open soon is left to the next run, which finds a torn entry. */
const RESTORE_MS = 2000;
/**
 * Takes away what stands in the place of a tree: marker first, so that nobody starts to use it; then the tree, or the link in place of one, by
 * a rename. Where the rename fails, as it does on Windows while anyone has a file in it open, everything is left as it was.
 *
 * @param place where to put it: a new name beside the tree
 * @throws a file system error; the signal's reason
 */
async function withdraw(entry, place, signal) {
    const tree = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .treePath */ .ON)(entry);
    const records = [(0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .sidecarPath */ .n8)(entry), (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerPath */ .Ar)(entry)];
    // What cannot be put back is not taken away.
    const contents = await Promise.all(records.map((file) => contentOf(file, signal)));
    let aside;
    async function restoreRecords() {
        for (const [index, file] of records.entries()) {
            const content = contents[index];
            if (content !== undefined)
                await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, content), undefined, RESTORE_MS);
        }
    }
    try {
        for (const file of [...records].reverse())
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(file, signal, PATIENCE_MS);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(tree).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(error) === 'ENOENT')
                return undefined;
            throw error;
        });
        if (found) {
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(tree, place), signal);
            aside = place;
        }
    }
    catch (error) {
        await restoreRecords().catch(() => { });
        throw error;
    }
    return {
        stood: aside !== undefined || contents.some((content) => content !== undefined),
        async restore() {
            const from = aside;
            if (from === undefined)
                return; // a marker without a tree is nothing to put back
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from, tree), undefined, RESTORE_MS);
            aside = undefined;
            await restoreRecords();
        },
        async remove(stop) {
            if (aside !== undefined)
                await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(aside, stop);
        },
    };
}
/** What a marker or a sidecar holds. @returns undefined where it is not there, or is no file */
async function contentOf(file, signal) {
    return await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), signal, PATIENCE_MS).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(error) ?? ''))
            return undefined;
        throw error;
    });
}


/***/ })

};
