export const id = 4195;
export const ids = [4195];
export const modules = {

/***/ 4195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleSwitch: () => (/* binding */ settleSwitch)
/* harmony export */ });
/* harmony import */ var _machine_current_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7316);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8258);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7621);
/* harmony import */ var _report_audit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1489);
/* harmony import */ var _go_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5631);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2875);
/* harmony import */ var _switch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1309);
/* harmony import */ var _uninstall_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7875);








/**
 * Finishes or undoes the switch that an earlier run left in the journal. What is there decides, not how far somebody came: where `current` leads to the
 * new Go, or had been taken away for it, and that Go works, the switch is finished; else the old one is the machine's Go again.
 *
 * @throws an error of links or registry; the change is open still
 */
async function settleSwitch(root, context, doors) {
    const left = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .leftChange */ .U)(root);
    if (left === undefined)
        return;
    const { change } = left;
    const { log } = context;
    const own = (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .machineContext */ .zR)(root, context);
    const session = {
        root,
        scope: change.details.scope,
        context: own,
        doors: doors ?? (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .windowsDoors */ .n)(own),
    };
    log.info(`An earlier run was interrupted: ${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}, by ${change.runner}, begun ${change.startedAt}`);
    const started = performance.now();
    const note = `interrupted, begun ${change.startedAt} by ${change.runner}`;
    try {
        const said = (await finished(left, session)) ?? (await takenBack(left, session));
        log.info(said);
        await (0,_switch_js__WEBPACK_IMPORTED_MODULE_6__/* .recordSwitch */ .IX)(left, 'ok', started, session, `${note}: ${said}`);
    }
    catch (error) {
        await (0,_switch_js__WEBPACK_IMPORTED_MODULE_6__/* .recordSwitch */ .IX)(left, (0,_report_audit_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error), started, session, note);
        throw error;
    }
}
/** @returns what there is now; undefined where the change cannot be finished */
async function finished(left, session) {
    const { root, doors, context } = session;
    const { after, before } = left.change.details;
    const { current } = (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .linksOf */ .hP)(root);
    const leads = await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .readLink */ .XF)(current);
    if (after === null) {
        if (await (0,_uninstall_js__WEBPACK_IMPORTED_MODULE_7__/* .mayStay */ .r)(left.change.details, session))
            return undefined;
        await (0,_uninstall_js__WEBPACK_IMPORTED_MODULE_7__/* .finishRemoval */ .W9)(left, session);
        return `It is finished: the Go in ${before} is gone`;
    }
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .entryAt */ ._f)(root, after);
    // Where the old link is in its place still, nothing was switched yet.
    if (entry === undefined || (leads !== undefined && !(0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .isSamePlace */ .O1)(leads, after)))
        return undefined;
    try {
        context.log.info(await doors.works(after, entry));
        if (leads === undefined) {
            await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .pointCurrent */ .er)(root, after, async () => {
                context.log.info(await doors.works(current, entry));
            });
        }
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.log.info(`The new one does not work: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
    await (0,_switch_js__WEBPACK_IMPORTED_MODULE_6__/* .finishSwitch */ .sY)(left, false, session);
    return `It is finished: ${current} leads to ${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .toGoVersion */ .ME)(entry.version)} in ${after}`;
}
async function takenBack(left, session) {
    const state = await (0,_go_back_js__WEBPACK_IMPORTED_MODULE_4__/* .goBack */ .O)(left, session);
    await left.close();
    return `It is undone: ${state}`;
}


/***/ })

};
