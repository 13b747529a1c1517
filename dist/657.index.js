export const id = 657;
export const ids = [657];
export const modules = {

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readOwnerFacts: () => (/* binding */ readOwnerFacts),
/* harmony export */   stillLocked: () => (/* binding */ stillLocked)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(138);
/* harmony import */ var _windows_holder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7291);
/* harmony import */ var _windows_holders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7134);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9268);








/** A heartbeat comes every 10 s: this many were missed by an owner that does nothing any more. */
const STILL_MS = 60_000;
/** For asking Windows who has the file open. */
const SEARCH_MS = 10_000;
/** Finds out how the owner of a lock is. Never throws. */
async function readOwnerFacts(root, name, owner, options = {}) {
    const alive = owner?.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() ? isRunning(owner.pid) : undefined;
    const silentMs = owner && (await ageOf((0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerFile */ .SF)(root, name)));
    const named = alive === false || owner === undefined;
    const search = named
        ? await (0,_windows_holders_js__WEBPACK_IMPORTED_MODULE_6__/* .nameFileHolders */ .xf)([(0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .lockFile */ .Ke)(root, name)], { timeoutMs: SEARCH_MS, ...options })
        : undefined;
    return { owner, alive, silentMs, others: search?.holders.map(_windows_holder_js__WEBPACK_IMPORTED_MODULE_5__/* .describeHolder */ .sG) ?? [] };
}
/**
 * The failure that a lock is which its owner did not give up in time. An owner that shows signs of life is at work; one whose process is there
 * but gives none hangs; where the process is gone, somebody else has the file open.
 */
function stillLocked(root, name, facts, waitedMs) {
    const { owner, alive, silentMs, others } = facts;
    const waited = `after ${Math.round(waitedMs / 1000)} s`;
    const evidence = [`lock ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .lockFile */ .Ke)(root, name)}`];
    const failure = (message, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_LOCKED', message, { remedy, evidence: [...evidence, ...others] });
    const who = others.length > 0 ? `: ${others.join('; ')}` : ', which Windows does not name';
    if (owner === undefined) {
        return failure(`a process that left no name still holds the lock on ${name} ${waited}${others.length > 0 ? who : ''}.`, 'See which job or program has that file open; end it if it hangs. A longer wait is set by the input lock-timeout.');
    }
    const silent = silentMs === undefined ? '' : `, last sign of life ${Math.round(silentMs / 1000)} s ago`;
    const named = `${owner.runner} (process ${owner.pid} on ${owner.host}, since ${owner.since}${silent})`;
    if (alive === false) {
        return failure(`The lock on ${name} belonged to ${named}, whose process is gone, but ${waited} its file is still open in another process${who}.`, 'End that process: what an ended job started may have taken its open files along.');
    }
    if (silentMs !== undefined && silentMs >= STILL_MS) {
        return failure(`${named} still holds the lock on ${name} ${waited}, and hangs: ${alive ? 'its process is there, but' : 'it'} gives no sign of life.`, alive
            ? `End that process (taskkill /F /T /PID ${owner.pid}); the next run puts right what it left.`
            : `See whether ${owner.host} is up, and end that process there; the next run puts right what it left.`);
    }
    return failure(`${named} still holds the lock on ${name} ${waited}${silentMs === undefined ? '' : ', and is at work'}.`, 'Wait for that job, or end it if it takes too long. A longer wait is set by the input lock-timeout.');
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ESRCH')
            return false;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EPERM' ? true : undefined;
    }
}
/** How old a file is by the clock of its own disk, which a share has: that of a file just written beside it. */
async function ageOf(file) {
    const now = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(now, '');
        const [then, written] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(now)]);
        return Math.max(0, written.mtimeMs - then.mtimeMs);
    }
    catch {
        return undefined;
    }
    finally {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_4__/* .removeTree */ .dM)(now).catch(() => { }); // a scanner may look into it
    }
}


/***/ })

};
