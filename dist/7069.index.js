export const id = 7069;
export const ids = [7069];
export const modules = {

/***/ 7069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleInterrupted: () => (/* binding */ settleInterrupted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _machine_history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4817);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8258);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9820);
/* harmony import */ var _windows_holders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7134);
/* harmony import */ var _windows_open_alone_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8159);
/* harmony import */ var _windows_reboot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7532);
/* harmony import */ var _windows_system_programs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(812);
/* harmony import */ var _arrival_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9750);
/* harmony import */ var _audit_changes_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4832);
/* harmony import */ var _recover_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1702);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5243);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2110);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7182);
















const LOOK_MS = 1000;
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
    const left = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .leftChange */ .U3)(session.root);
    if (left === undefined)
        return;
    const { change } = left;
    const what = `${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}`;
    log.info(`An earlier run was interrupted: ${what}, by ${change.runner}, begun ${change.startedAt}`);
    if (change.details.attempts.length === 0) {
        await left.close();
        log.info('It had not come to msiexec yet: nothing was changed');
        return;
    }
    await waitForMsiexec(left, session);
    const started = performance.now();
    const record = (outcome) => (0,_audit_changes_js__WEBPACK_IMPORTED_MODULE_11__/* .recordChange */ .eG)(change, outcome, started, session, `interrupted, begun ${change.startedAt} by ${change.runner}`);
    const ended = await endedWell(left, session).catch(async (error) => {
        // Then it is accepted, too; only the step may not go on with it.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w && error.code === 'E_REBOOT')
            await record(error.code);
        throw error;
    });
    if (ended !== undefined) {
        await record('ok');
        log.info(`It had ended well: ${ended}`);
        return;
    }
    const recovered = await (0,_recover_js__WEBPACK_IMPORTED_MODULE_12__/* .recover */ .l)(left, session);
    log.info(`It is undone: ${recovered.text}`);
    if (!recovered.asPlanned)
        throw notUndone(recovered.text, change.details);
    await left.close();
}
/** Accepts a change that came to its end. @returns what there is now; undefined where it did not come to its end */
async function endedWell(left, session) {
    const { target, old } = left.change.details;
    if (target) {
        const found = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_15__/* .verifyArrival */ .R)(target, left.change.details, session);
        const arrival = await (0,_arrival_js__WEBPACK_IMPORTED_MODULE_10__/* .acceptArrival */ .w)(target, found, left, session);
        return arrival.state === 'works' ? `${target.goVersion} works` : undefined;
    }
    if (await isRegistered(old?.productCode, session))
        return undefined;
    await (0,_machine_history_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberSuccess */ .bf)(session.root, left.change, (0,_session_js__WEBPACK_IMPORTED_MODULE_13__/* .productBefore */ .T)(left));
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
            log.info(`Its msiexec${client ? ` (process ${last.pid})` : ''} is still at work; waiting, ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a3)(waited)} so far`);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}
/** A process number can be another program's by now. */
async function isMsiexec(pid) {
    const { stdout } = await (0,_windows_system_programs_js__WEBPACK_IMPORTED_MODULE_9__/* .runProgram */ .mB)((0,_windows_system_programs_js__WEBPACK_IMPORTED_MODULE_9__/* .systemProgram */ .CA)('tasklist.exe'), ['/fo', 'csv', '/nh']);
    return (0,_windows_holders_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTasklist */ .Zk)(stdout).some((one) => one.pid === pid && /^msiexec/i.test(one.name));
}
async function engineWorks() {
    const { installation } = await (0,_windows_reboot_js__WEBPACK_IMPORTED_MODULE_8__/* .readRebootFacts */ .Ty)();
    return installation !== undefined && installation !== '';
}
/** The engine has the log open as long as it works, also when its client was killed, or is not known. */
async function isWritten(log) {
    try {
        await (await (0,_windows_open_alone_js__WEBPACK_IMPORTED_MODULE_7__/* .openAlone */ .W)(log, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR)).close();
        return false;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'EBUSY';
    }
}
async function isRegistered(productCode, session) {
    const registered = await (0,_state_js__WEBPACK_IMPORTED_MODULE_14__/* .inspectPatiently */ .vy)(session, true);
    return registered.some(({ product }) => product.productCode === productCode);
}
function stillRunning(pid, waitedMs, log) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_MSI_BUSY', `msiexec${pid === undefined ? '' : ` (process ${pid})`} of an interrupted run is still at work after ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a3)(waitedMs)}.`, {
        remedy: 'See what it waits for in its log; run the step again when it has ended. A longer wait is set by msi-timeout.',
        evidence: [`log ${log}`],
    });
}
function notUndone(text, { attempts }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_MSI_FAILED', 'An interrupted change of this machine could be neither finished nor undone.', {
        state: text,
        remedy: 'Look into the logs below; once what stands in the way is gone, run the step again: it goes on from here.',
        evidence: attempts.map(({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`),
    });
}


/***/ })

};
