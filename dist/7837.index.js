export const id = 7837;
export const ids = [7837,9215];
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

/***/ 7837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operateMsi: () => (/* binding */ operateMsi)
});

// EXTERNAL MODULE: ./lib/hold-machine.js
var hold_machine = __webpack_require__(3990);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/machine/root.js
var machine_root = __webpack_require__(2685);
// EXTERNAL MODULE: ./lib/release/select.js
var release_select = __webpack_require__(1289);
// EXTERNAL MODULE: ./lib/settle-left.js
var settle_left = __webpack_require__(9976);
// EXTERNAL MODULE: ./lib/sources.js + 7 modules
var lib_sources = __webpack_require__(5529);
// EXTERNAL MODULE: ./lib/tidy-machine.js
var tidy_machine = __webpack_require__(6539);
// EXTERNAL MODULE: ./lib/toolcache/write-tests.js
var write_tests = __webpack_require__(9835);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/windows/reboot.js
var reboot = __webpack_require__(7532);
// EXTERNAL MODULE: ./lib/release/builtin.js + 1 modules
var builtin = __webpack_require__(1648);
// EXTERNAL MODULE: ./lib/msi/package-store.js
var package_store = __webpack_require__(2927);
;// CONCATENATED MODULE: ./lib/msi/allowed.js


/** Windows Installer's own copy of a package: nobody knows where that was fetched from. */
const CACHED = /\\Installer\\[^\\]+$/i;
/**
 * Asks the policy about the Go that Windows Installer has registered. Where it came from tells the kept package with the hash of Windows Installer's copy.
 *
 * @throws SetupError E_POLICY
 */
async function requireAllowed({ product }, { root, context }) {
    if (context.policy === undefined)
        return;
    const from = await provenienceOf(product, root);
    await context.policy.requireTree({ version: product.version, ...from }, product.installDir);
}
async function provenienceOf({ version, goVersion, architecture, localPackage }, root) {
    const sha256 = localPackage === undefined ? undefined : (await (0,package_store/* hashOf */.qQ)(localPackage))?.sha256;
    const stored = (await (0,package_store/* storedPackages */.xf)(root, goVersion, architecture)).find((one) => one.sha256 === sha256);
    if (stored !== undefined)
        return provenienceOfPackage(version, stored);
    const known = (0,builtin.builtinRelease)(version, architecture, 'msi');
    return { source: undefined, official: known !== undefined && known.sha256 === sha256 };
}
/** Where a kept package came from. @param version its semver */
function provenienceOfPackage(version, { source, official, sha256, architecture }) {
    const known = (0,builtin.builtinRelease)(version, architecture, 'msi')?.sha256 === sha256;
    return { source: CACHED.test(source) ? undefined : source, official: official || known };
}

// EXTERNAL MODULE: ./lib/msi/change-failures.js
var change_failures = __webpack_require__(931);
// EXTERNAL MODULE: ./lib/msi/install-dirs.js
var install_dirs = __webpack_require__(8249);
// EXTERNAL MODULE: ./lib/msi/packages.js
var msi_packages = __webpack_require__(1802);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
// EXTERNAL MODULE: ./lib/msi/state.js
var state = __webpack_require__(2110);
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
    throw new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go ${(0,release_spec/* quote */.h)(request.spec.text)} (${request.origin}) to ${operation}: registered is ${(0,state/* describeRegistered */.kv)(old)}.`, { remedy: 'Give that version, or none.' });
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
/** @param there versions that are registered or whose MSI is kept */
function notHere({ spec, origin }, there, { root, architecture }) {
    const versions = [...new Set(there)].sort(semver.compare).join(', ');
    return new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go ${(0,release_spec/* quote */.h)(spec.text)} (${origin}) for ${architecture} on this machine. Versions that are there: ${versions || 'none'}.`, {
        remedy: 'Name one of those, or install it with operation: install.',
        evidence: [`MSIs in ${root}`],
    });
}
function nothingThere(what, { architecture }) {
    return new errors/* SetupError */.w('E_NOT_FOUND', `There is no Go for ${architecture} to ${what}: Windows Installer has none registered.`, {
        remedy: 'Install one first, with operation: install.',
    });
}
function nothingToReturnTo(old, { root }) {
    const there = old ? `Registered is ${(0,state/* describeRegistered */.kv)(old)}.` : 'Nothing is registered.';
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
 * @throws SetupError E_POLICY; E_REBOOT, under `on-reboot-required: fail`
 */
async function useInstalled(go, session) {
    const { inputs, log } = session.context;
    const { goVersion, installDir } = go.product;
    await requireAllowed(go, session);
    log.info(`Already installed: ${(0,state/* describeRegistered */.kv)(go)}`);
    const pending = (0,reboot/* pendingUnder */.Sl)(await (0,reboot/* readPendingRenames */.bM)().catch(() => []), installDir ?? '');
    if (pending.length > 0 && inputs.onRebootRequired === 'fail')
        throw (0,change_failures/* rebootRequired */.LL)({ goVersion }, pending, []);
    if (pending.length > 0)
        log.warn(restartFirst(goVersion, pending.length));
    return { toolchain: await toolchainOf(go, true), changed: false, rebootRequired: pending.length > 0 };
}
/** The Go that a change has brought. */
async function changed(target, { pending }, session) {
    const { goVersion } = target;
    const registered = await (0,state/* inspectPatiently */.vy)(session, true);
    const go = registered.find(({ product }) => product.goVersion === goVersion);
    if (go === undefined)
        throw nothingThere('use', session);
    if (pending.length > 0)
        session.context.log.warn(restartFirst(goVersion, pending.length));
    const toolchain = { ...(await toolchainOf(go, false)), sha256: target.package.sha256 };
    return { toolchain, changed: true, rebootRequired: pending.length > 0 };
}
/** What an operation would come to that only says what it would do. */
function planned(go, { architecture }) {
    const { version, goVersion, official, installDir: goroot } = go;
    const toolchain = {
        version,
        goVersion,
        goroot,
        architecture,
        source: 'msi',
        official,
        hit: false,
    };
    return { toolchain: { ...toolchain, sha256: undefined }, changed: false, rebootRequired: false };
}
function restartFirst(goVersion, files) {
    return `Windows will change ${files} file(s) of ${goVersion} at its next start: restart it before this Go is relied on.`;
}
async function toolchainOf({ product }, hit) {
    const { version, goVersion, installDir, architecture } = product;
    const official = await (0,msi_packages/* isKnownOfficial */.RE)(product);
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
        installDir: installDir ?? (0,install_dirs/* defaultInstallDir */.W)(architecture),
        whole: old.tree.state === 'whole',
    };
}

// EXTERNAL MODULE: ./lib/machine/history.js
var machine_history = __webpack_require__(4817);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/msi/arrival.js
var msi_arrival = __webpack_require__(9750);
// EXTERNAL MODULE: ./lib/msi/attempt.js + 10 modules
var attempt = __webpack_require__(2963);
// EXTERNAL MODULE: ./lib/msi/audit-changes.js
var audit_changes = __webpack_require__(4832);
// EXTERNAL MODULE: ./lib/msi/foreign-changes.js
var foreign_changes = __webpack_require__(4671);
// EXTERNAL MODULE: ./lib/msi/recover.js + 3 modules
var recover = __webpack_require__(1702);
// EXTERNAL MODULE: ./lib/msi/session.js
var msi_session = __webpack_require__(5243);
// EXTERNAL MODULE: ./lib/msi/tree.js
var tree = __webpack_require__(6231);
// EXTERNAL MODULE: ./lib/msi/verify.js
var verify = __webpack_require__(7182);
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
    const environment = await (0,machine_path/* readEnvironmentValues */.ym)('machine').catch(() => undefined);
    const change = await (0,journal/* beginChange */.oq)(session.root, {
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
            pending: await (0,reboot/* readPendingRenames */.bM)().catch(() => []),
            attempts: [],
        },
    });
    return await (0,audit_changes/* auditedChange */.nf)(change, session, () => session.context.timeline.measure('msi', async () => {
        const verdict = await attemptChange(wanted, change, session);
        return target
            ? await settleArrival(wanted, target, verdict, change, session)
            : await settleRemoval(wanted, verdict, change, session);
    }));
}
async function attemptChange({ old, target, repair }, change, session) {
    if (target === undefined) {
        const productCode = old?.productCode ?? '';
        const stillThere = async () => await isRegistered(productCode, session);
        return await (0,attempt/* attemptTask */.f)({ kind: 'uninstall', productCode, installDir: old?.installDir }, change, session, stillThere);
    }
    const { installDir } = target;
    const msi = target.package.path;
    const works = async () => (await (0,verify/* verifyArrival */.R)(target, change.change.details, session)).state === 'works';
    return await (0,attempt/* attemptTask */.f)({ kind: repair ? 'repair' : 'install', msi, installDir }, change, session, async () => !(await works()));
}
async function settleArrival({ repair }, target, verdict, change, session) {
    const found = await (0,verify/* verifyArrival */.R)(target, change.change.details, session);
    // Before the arrival is accepted: that can end in E_REBOOT, and this is to be said all the same.
    if (found.state === 'works')
        await (0,foreign_changes/* warnOfOthers */.Hk)(change.change.details, session);
    const arrival = await (0,msi_arrival/* acceptArrival */.w)(target, found, change, session);
    if (arrival.state === 'works') {
        const { log } = session.context;
        if (verdict.class !== 'ok' && verdict.class !== 'ok-reboot')
            log.warn(`msiexec failed (${verdict.evidence[0]}), and yet ${target.goVersion} is there and works.`);
        if (verdict.class === 'ok-reboot' && found.pending.length === 0)
            log.warn(`${verdict.message} No file of ${target.goVersion} waits for it.`);
        return { pending: arrival.pending };
    }
    const recovered = await (0,recover/* recover */.l)(change, session);
    if (recovered.asPlanned)
        await change.close();
    throw (0,change_failures/* changeFailure */.Fs)(verdict, arrival.reason, recovered.text, (0,change_failures/* logsOf */.Hw)(change), repair ? 'repaired' : 'installed');
}
async function settleRemoval({ old }, verdict, change, session) {
    if (!(await isRegistered(old?.productCode, session))) {
        await (0,machine_history/* rememberSuccess */.bf)(session.root, change.change, (0,msi_session/* productBefore */.T)(change));
        await change.close();
        await (0,foreign_changes/* warnOfOthers */.Hk)(change.change.details, session);
        const after = await (0,reboot/* readPendingRenames */.bM)().catch(() => []);
        const pending = old ? (0,reboot/* diffPending */.Zg)(change.change.details.pending, after, old.installDir) : [];
        if (old && pending.length === 0)
            await sayWhatIsLeft(old, session);
        return { pending };
    }
    const recovered = await (0,recover/* recover */.l)(change, session);
    if (recovered.asPlanned)
        await change.close();
    throw (0,change_failures/* changeFailure */.Fs)(verdict, `Windows Installer still has ${old?.goVersion} registered`, recovered.text, (0,change_failures/* logsOf */.Hw)(change), 'uninstalled');
}
/** Windows Installer leaves what is not its own, and what was held; an installation would stop at it. */
async function sayWhatIsLeft({ goVersion, installDir }, { context }) {
    const left = await (0,tree/* inspectInstallDir */.z)(installDir, undefined, undefined).catch(() => undefined);
    if (left?.state !== 'foreign')
        return;
    context.log.warn(`${goVersion} is uninstalled, but not all of ${installDir} was its own: ${left.reason}. Remove that before Go is installed there again.`);
}
async function isRegistered(productCode, session) {
    const registered = await (0,state/* inspectPatiently */.vy)(session, true);
    return registered.some(({ product }) => product.productCode === productCode);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/msi/preflight.js + 3 modules
var preflight = __webpack_require__(5157);
// EXTERNAL MODULE: ./lib/msi/products.js + 1 modules
var products = __webpack_require__(820);
;// CONCATENATED MODULE: ./lib/msi/preflight-run.js







const LOOK_MS = 2000;
/**
 * Looks at all that decides whether an MSI may be run, says each finding, and waits up to `lock-timeout` for files that are held; a dry run waits
 * for none. Nothing has been changed by then.
 *
 * @throws SetupError of the first finding that stops, with the others as its evidence; the signal's reason
 */
async function requirePreflight(intent, session) {
    const { host, inputs, log, signal } = session.context;
    const { old, installDir } = intent;
    const product = old?.product;
    let facts = await (0,preflight/* gatherFacts */.pc)({
        version: intent.version,
        architecture: session.architecture,
        installDir,
        product,
        products: await (0,products/* readProducts */.x)(),
        tree: await treeAt(installDir, session),
        wayBack: intent.wayBack,
        machine: host,
        stopping: inputs.stopHolders,
        untouched: inputs.dryRun,
    });
    if (inputs.stopHolders && !inputs.dryRun && onlyHeld(facts)) {
        const { stopAndTell } = await __webpack_require__.e(/* import() */ 4758).then(__webpack_require__.bind(__webpack_require__, 7139));
        await stopAndTell(facts.holders?.holders ?? [], installDir, session.context);
        facts = { ...facts, ...(await (0,preflight/* readHeld */.iJ)(installDir)) };
    }
    const end = performance.now() + (inputs.dryRun ? 0 : inputs.lockTimeoutMs);
    for (let told = false; onlyHeld(facts) && performance.now() < end; told = true) {
        if (!told)
            log.info(`Waiting up to ${(0,report_log/* formatDuration */.a3)(inputs.lockTimeoutMs)} for ${facts.held?.held.length} file(s) in ${installDir} that other processes hold: ${facts.held?.held[0]}, …`);
        await (0,promises_.setTimeout)(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
        facts = { ...facts, ...(await (0,preflight/* readHeld */.iJ)(installDir)) };
    }
    const findings = (0,preflight/* preflight */.Mz)(facts);
    (0,report_findings/* tellFindings */.y)(findings, log);
    const failure = (0,preflight/* stopError */.Dr)(findings);
    if (failure)
        throw failure;
}
/** Whether files that are held are all that stands in the way: nobody is waited for, or ended, for what fails in any case. */
function onlyHeld(facts) {
    const others = { ...facts, held: undefined };
    return (facts.held?.held.length ?? 0) > 0 && (0,preflight/* stopError */.Dr)((0,preflight/* preflight */.Mz)(others)) === undefined;
}
async function treeAt(installDir, session) {
    const registered = await (0,state/* inspectPatiently */.vy)(session);
    const owner = registered.find(({ product }) => product.installDir?.toLowerCase() === installDir.toLowerCase());
    return owner?.tree ?? (await (0,tree/* inspectInstallDir */.z)(installDir, undefined, undefined));
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
        return await useInstalled(old, session);
    return await replace(candidate, { operation: 'install', old, repair: same && pinned }, session);
}
/**
 * Returns to the version before the last successful change: from the MSI that was kept of it, else by a verified download.
 *
 * @throws SetupError E_NOT_FOUND where nothing is remembered; or of whatever stood in the way
 */
async function rollback(registered, session) {
    const [old] = registered;
    const version = await (0,machine_history/* versionBefore */.aq)(session.root, 'msi', session.architecture);
    if (version === undefined)
        throw nothingToReturnTo(old, session);
    const goVersion = (0,names/* toGoVersion */.ME)(version);
    session.context.log.info(`Rolling back to ${goVersion}, the version before the last successful change`);
    const same = old?.product.goVersion === goVersion;
    if (old && same && old.tree.state === 'whole' && registered.length === 1)
        return await useInstalled(old, session);
    const [stored] = await (0,package_store/* storedPackages */.xf)(session.root, goVersion, session.architecture);
    const request = { ...(0,msi_packages/* exact */.e0)(goVersion), origin: 'the history of this machine' };
    const candidate = stored ? kept(version, stored) : await resolved(request, '', session);
    return await replace(candidate, { operation: 'rollback', old, repair: same }, session);
}
/**
 * Installs a version whose MSI was kept on this machine. Nothing is downloaded but what the way back takes.
 *
 * @throws SetupError E_NOT_FOUND with the versions that are there; or of whatever stood in the way
 */
async function switchToStored(request, registered, session) {
    const { root, architecture, context } = session;
    const [old] = registered;
    const there = [
        ...(old?.product.version ? [old.product.version] : []),
        ...(await (0,package_store/* storedVersions */.hd)(root, architecture)).flatMap((name) => (0,names/* toSemver */.Ud)(name) ?? []),
    ];
    const { inputs, policy, log } = context;
    const options = { resolution: inputs.resolution, ruledOut: policy?.ruledOut, note: log.info };
    const version = (0,release_select/* chooseVersion */.EH)(request.spec, there, options);
    if (version === undefined)
        throw notHere(request, there, session);
    const goVersion = (0,names/* toGoVersion */.ME)(version);
    const same = old?.product.goVersion === goVersion;
    if (old && same && old.tree.state === 'whole' && registered.length === 1)
        return await useInstalled(old, session);
    const [stored] = await (0,package_store/* storedPackages */.xf)(root, goVersion, architecture);
    if (stored === undefined)
        throw notHere(request, there, session);
    return await replace(kept(version, stored), { operation: 'switch', old, repair: same }, session);
}
function kept(version, stored) {
    const { goVersion, path: source, official } = stored;
    const provenience = provenienceOfPackage(version, stored);
    return { goVersion, version, source, official, provenience, provide: async () => stored };
}
async function resolved(request, checksum, session) {
    const { root, sources, context } = session;
    const found = await context.timeline.measure('resolve', () => sources.resolve(request, 'msi', checksum));
    const { goVersion, version } = found.release;
    const source = (0,lib_sources/* sourceOf */.vz)(found.release, sources.origin);
    return {
        goVersion,
        version,
        source,
        official: found.official,
        provenience: { source, official: found.official },
        provide: async () => await (0,msi_packages/* providePackage */.W7)(root, found, sources, context),
    };
}
/** Whether a product was installed from the very MSI with this hash, as far as Windows Installer's copy of it tells. */
async function isBuild(go, sha256) {
    const copy = go?.product.localPackage;
    return copy !== undefined && (await (0,package_store/* hashOf */.qQ)(copy))?.sha256 === sha256;
}
async function replace({ goVersion, version, source, official, provenience, provide }, { operation, old, repair }, session) {
    const { root, architecture, sources, context } = session;
    const { inputs, log, timeline } = context;
    // What VERSION says lies within the MSI.
    await context.policy?.requireTree({ version, ...provenience }, undefined);
    const installDir = inputs.msiInstallDir || old?.product.installDir || (0,install_dirs/* defaultInstallDir */.W)(architecture);
    const lower = isLower(version, old) ? ', which is the lower version' : '';
    const [repairing, replaced, installing] = inputs.dryRun
        ? ['it would be repaired', 'would be replaced', 'Would install']
        : ['repairing it', 'is replaced', 'Installing'];
    log.info(repair
        ? `${goVersion} is registered, and ${old?.tree.reason}: ${repairing}`
        : `${old ? `${old.product.goVersion} ${replaced} by` : installing} ${goVersion} in ${installDir}${lower}`);
    await requirePreflight({ version, installDir, old, wayBack: await (0,msi_packages/* wayBackTo */._x)(old, session) }, session);
    if (inputs.dryRun) {
        log.info(`The MSI would come from ${repair && old ? `what is kept of ${goVersion}` : source}`);
        return planned({ version, goVersion, installDir, official }, session);
    }
    const secured = old ? await (0,msi_packages/* securePackage */.OS)(root, old.product, sources, context) : undefined;
    const fetched = repair && secured ? secured : await provide();
    if (!repair)
        await timeline.measure('verify', () => requireSignature(fetched, inputs, log));
    const target = { goVersion, version, installDir, package: fetched };
    return await changed(target, await changeGo({ operation, old: oldOf(old), target, secured, repair }, session), session);
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
    await requireAllowed(old, session);
    const installDir = placeOf(old, session);
    const { goVersion, version } = old.product;
    await requirePreflight({ version, installDir, old, wayBack: await (0,msi_packages/* wayBackTo */._x)(old, session) }, session);
    if (context.inputs.dryRun) {
        context.log.info(`Would write every file of ${goVersion} in ${installDir} anew, from its own MSI`);
        const official = await (0,msi_packages/* isKnownOfficial */.RE)(old.product);
        return planned({ version, goVersion, installDir, official }, session);
    }
    const secured = await (0,msi_packages/* securePackage */.OS)(root, old.product, sources, context);
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
    const intent = { version: old.product.version, installDir: placeOf(old, session), old, wayBack: undefined };
    await requirePreflight(intent, session);
    if (session.context.inputs.dryRun) {
        log.info(`Would uninstall ${old.product.goVersion} from ${intent.installDir}`);
        return { toolchain: undefined, changed: false, rebootRequired: false };
    }
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
        return await (0,msi_packages/* securePackage */.OS)(root, product, sources, context);
    }
    catch (error) {
        if (context.signal.aborted || !(error instanceof errors/* SetupError */.w))
            throw error;
        context.log.info(`It cannot be kept for a rollback: ${error.message}`);
        return undefined;
    }
}
function placeOf({ product }, { architecture }) {
    return product.installDir ?? (0,install_dirs/* defaultInstallDir */.W)(architecture);
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
    const { inputs, host, log, timeline } = context;
    const root = (0,machine_root/* machineRootAt */.t3)(inputs.machineRoot);
    const architecture = (0,toolchain/* architectureOf */.NJ)(context);
    return await (0,lib_sources/* withSources */.Z6)(context, async (sources) => {
        const session = { root, architecture, sources, context };
        const before = await (0,state/* inspectPatiently */.vy)(session);
        for (const one of before)
            log.info(`Registered: ${(0,state/* describeRegistered */.kv)(one)}`);
        if (before.length === 0)
            log.info(`No Go for ${architecture} is registered with Windows Installer`);
        // What a change that is open has on the machine now may be gone in a moment.
        const settled = (await (0,journal/* leftChange */.U3)(root)) === undefined;
        const there = settled && inputs.operation === 'install' ? await alreadyThere(before, request, session) : undefined;
        if (there) {
            const installDir = there.toolchain?.goroot ?? '';
            if (!inputs.dryRun)
                await (0,tidy_machine/* tidyRoot */.bn)(root, host.runner, () => (0,write_tests/* removeWriteTests */.j)(installDir, 0));
            return there;
        }
        if (inputs.dryRun) {
            if (!settled)
                log.info(settle_left/* CHANGE_IS_OPEN */.$M);
            return await operateLocked(request, session);
        }
        const account = await (0,elevation/* readAccount */.GM)();
        if (account.elevated === false)
            throw notElevated(account);
        return await (0,hold_machine/* holdMachine */.X)(root, account, context, async () => {
            await timeline.measure('msi', () => (0,settle_left/* settleLeft */.ND)(root, sources, context));
            return await operateLocked(request, session);
        });
    });
}
async function operateLocked(request, session) {
    const registered = await (0,state/* inspectPatiently */.vy)(session);
    switch (session.context.inputs.operation) {
        case 'install': {
            const there = await alreadyThere(registered, request, session);
            return there ?? (await install(request ?? withoutVersion(), registered, session));
        }
        case 'switch':
            return await switchToStored(request ?? withoutVersion(), registered, session);
        case 'repair':
            return await repair(request, registered, session);
        case 'rollback':
            return await rollback(registered, session);
        case 'uninstall':
            return await uninstall(request, registered, session);
        default:
            throw new TypeError(`${session.context.inputs.operation} is no operation on one version`);
    }
}
/** The Go that is registered, where it is whole and what the request means. Ranges are answered by it, unless check-latest. */
async function alreadyThere(registered, request, session) {
    const { inputs, policy } = session.context;
    const [only, another] = registered;
    if (!request || !only || another || only.tree.state !== 'whole' || inputs.checksum !== '')
        return undefined;
    const { spec } = request;
    const asks = inputs.checkLatest || inputs.resolution === 'lowest';
    if (spec.kind === 'alias' || (spec.kind === 'range' && asks))
        return undefined;
    if (spec.kind === 'range' && policy?.ruledOut(only.product.version) !== undefined)
        return undefined;
    if ((0,release_select/* selectVersion */.fe)(spec, [only.product.version], 'highest') === undefined)
        return undefined;
    return await useInstalled(only, session);
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ tellFindings)
/* harmony export */ });
/** Notes are many, and of use only when something is wrong; a warning stands by itself, and what stops is the failure's own line. */
function tellFindings(findings, log) {
    const of = (level) => findings.filter((one) => one.level === level);
    const count = (number, what) => (number === 0 ? '' : `, ${number} ${what}`);
    const stops = of('stop').length;
    log.fold(`Preflight: ${findings.length} findings${count(of('warning').length, 'to be warned of')}${count(stops, 'in the way')}${stops === 0 ? ', nothing in the way' : ''}`, of('note').map(({ text }) => text));
    for (const { text, remedy } of of('warning'))
        log.warn(`${text} ${remedy ?? ''}`.trim());
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
