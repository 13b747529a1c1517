export const id = 4963;
export const ids = [4963,9215];
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

/***/ 4963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pruneMachine: () => (/* binding */ pruneMachine)
/* harmony export */ });
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8258);
/* harmony import */ var _machine_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2685);
/* harmony import */ var _settle_left_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9976);
/* harmony import */ var _windows_elevation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8414);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(138);





/**
 * Prunes what is kept below the machine's root, one runner at a time, after what an interrupted run left is finished or undone: versions side by side, or
 * with `install-method: msi` the MSIs that were kept.
 *
 * @param tally gets what is decided and done, as it is done
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED as any operation on the machine's root; as pruneTrees and prunePackages
 */
async function pruneMachine(tally, context) {
    const { inputs, log } = context;
    const root = (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_1__/* .machineRootAt */ .t3)(inputs.machineRoot);
    if (!(await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$B)(root))) {
        log.info(`There is no ${root}: nothing of this machine is kept there`);
        return;
    }
    const account = await (0,_windows_elevation_js__WEBPACK_IMPORTED_MODULE_3__/* .readAccount */ .GM)();
    if (inputs.dryRun) {
        await (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_1__/* .openMachineRoot */ .sq)(root, account.sid, (line) => log.info(line), { elevated: account.elevated });
        if ((await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .leftChange */ .U3)(root)) !== undefined)
            log.info(_settle_left_js__WEBPACK_IMPORTED_MODULE_2__/* .CHANGE_IS_OPEN */ .$M);
        return await pruneKept(root, tally, context);
    }
    await (0,_settle_left_js__WEBPACK_IMPORTED_MODULE_2__/* .holdSettled */ .x_)(root, account, context, () => pruneKept(root, tally, context));
}
async function pruneKept(root, tally, context) {
    if (context.inputs.installMethod === 'msi') {
        const { prunePackages } = await Promise.all(/* import() */[__webpack_require__.e(2110), __webpack_require__.e(2086), __webpack_require__.e(1497)]).then(__webpack_require__.bind(__webpack_require__, 1497));
        return await prunePackages(root, tally, context);
    }
    const { machinePlace } = await Promise.all(/* import() */[__webpack_require__.e(2875), __webpack_require__.e(9129)]).then(__webpack_require__.bind(__webpack_require__, 9129));
    const { pruneTrees } = await __webpack_require__.e(/* import() */ 1160).then(__webpack_require__.bind(__webpack_require__, 1160));
    await pruneTrees(machinePlace(root, context.host.runner), tally, context);
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


/***/ })

};
