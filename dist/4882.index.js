export const id = 4882;
export const ids = [4882,9129];
export const modules = {

/***/ 4817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M1: () => (/* binding */ lastSuccess),
/* harmony export */   aq: () => (/* binding */ versionBefore),
/* harmony export */   bf: () => (/* binding */ rememberSuccess)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9215);


/** More than these are of no use for going back. */
const KEPT = 50;
/**
 * Remembers that a change succeeded. Twice for the same change is once, since a run can be killed between this and the end of its journal.
 * What changed no version is not remembered: it is nothing to go back from.
 */
async function rememberSuccess(root, change, fromTree) {
    const { id, method, operation, architecture, from, to } = change;
    const before = await successes(root);
    if (from === to || before.some((one) => one.id === id))
        return;
    const at = new Date().toISOString();
    const tree = fromTree === undefined ? {} : { fromTree };
    const success = { id, method, operation, architecture, from, to, at, ...tree };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_1__.writeJson)(historyFile(root), { schema: 1, successes: [...before, success].slice(-KEPT) });
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
/**
 * The last change that succeeded by a method, of whatever architecture: of versions side by side one is the machine's.
 *
 * @returns undefined where nothing is remembered
 */
async function lastSuccess(root, method) {
    return (await successes(root)).filter((one) => one.method === method).at(-1);
}
async function successes(root) {
    const found = (await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_1__.readJson)(historyFile(root)));
    return Array.isArray(found?.successes) ? found.successes : [];
}
function historyFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, 'history.json');
}


/***/ }),

/***/ 4882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settlePrune: () => (/* binding */ settlePrune)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8258);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7621);
/* harmony import */ var _report_audit_trees_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4985);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9268);
/* harmony import */ var _toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8984);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4365);
/* harmony import */ var _toolcache_remove_entry_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3131);
/* harmony import */ var _toolcache_survey_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(772);
/* harmony import */ var _prune_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9129);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2875);













/**
 * Finishes the removal of a version that a prune was killed at, or leaves the version where it is whole. The change is closed in any case: what can't be
 * removed now is used by nobody, and the next prune comes to it again.
 *
 * @throws an error of the journal; the signal's reason
 */
async function settlePrune(root, context) {
    const left = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .leftChange */ .U)(root);
    if (left === undefined)
        return;
    const { from, runner, startedAt, details } = left.change;
    const { log, audit } = context;
    log.info(`An earlier run was interrupted: prune of ${from}, by ${runner}, begun ${startedAt}`);
    const started = performance.now();
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_12__/* .entryAt */ ._f)(root, details.tree);
    const { said, changed } = entry === undefined
        ? { said: `It is undone: ${details.tree} is none of the versions here`, changed: false }
        : await settleEntry(entry, left, root, context);
    log.info(said);
    await left.close();
    if (changed)
        await audit.record({
            action: 'prune',
            target: details.tree,
            from: `interrupted, begun ${startedAt} by ${runner}: ${said}`,
            outcome: 'ok',
            durationMs: performance.now() - started,
        });
}
async function settleEntry(entry, { change }, root, context) {
    const { inputs, signal } = context;
    const name = `${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toGoVersion */ .ME)(change.from ?? entry.version)} in ${(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .treePath */ .ON)(entry)}`;
    try {
        const found = await (0,_toolcache_survey_js__WEBPACK_IMPORTED_MODULE_10__/* .surveyAgain */ .Tl)(entry, inputs.leaseHours);
        if (found && !found.torn)
            return { said: `It is undone: ${name} stays, with its marker`, changed: false };
        let stays = found && !found.ours ? 'something else has put files there since' : undefined;
        if (found?.ours)
            stays = await remove(entry, root, context);
        await tidy(entry, context);
        if (stays === undefined)
            return { said: `It is finished: ${name} is gone`, changed: true };
        return { said: unfinished(`${name} has no marker, so nobody uses it, and ${stays}`), changed: false };
    }
    catch (error) {
        signal.throwIfAborted();
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error);
        if (code === undefined)
            throw error;
        return { said: unfinished(`${name} could not be removed (${code})`), changed: false };
    }
}
function unfinished(why) {
    return `It is not finished: ${why}; a later prune or an installation sees to it`;
}
async function tidy(entry, { host, log, audit, signal }) {
    await (0,_toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_7__/* .tidyBeside */ .Do)(entry, {
        runner: host.runner,
        signal,
        onRepair: (line) => log.info(line),
        onChange: (leftover) => (0,_report_audit_trees_js__WEBPACK_IMPORTED_MODULE_5__/* .recordTree */ .A)(audit, leftover),
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .treePath */ .ON)(entry))).catch(() => { }); // goes only when empty
}
/** @returns why it stays, in words; undefined where it is gone */
async function remove(entry, root, { host, inputs, signal }) {
    const lock = await (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .tryLock */ .bh)(entry.root, (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .lockName */ .l4)(entry), host.runner);
    if (lock === undefined)
        return 'another process is installing or removing it';
    try {
        const holders = async () => [
            ...(await (0,_prune_js__WEBPACK_IMPORTED_MODULE_11__/* .heldByMachine */ .i)(root, entry)),
            ...(await (0,_toolcache_survey_js__WEBPACK_IMPORTED_MODULE_10__/* .holdersOf */ .pW)(entry, inputs.leaseHours)),
        ];
        const removal = await (0,_toolcache_remove_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .removeEntry */ .b)(entry, { signal, holders });
        if (removal.outcome === 'held')
            return removal.holders.join('; ');
        return removal.left === undefined ? undefined : `some of its files are left in ${removal.left}`;
    }
    finally {
        await lock.release();
    }
}


/***/ }),

/***/ 9129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ heldByMachine),
/* harmony export */   machinePlace: () => (/* binding */ machinePlace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _machine_current_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7316);
/* harmony import */ var _machine_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4817);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8258);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9268);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2875);






/** The machine's versions, as a prune sees them. The caller has the machine's lock, or changes nothing. */
function machinePlace(root, runner) {
    return {
        root: (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsRoot */ .oH)(root),
        holds: async (entry) => await heldByMachine(root, entry),
        async during({ version, architecture, ...entry }, removal) {
            const details = { tree: (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .treePath */ .ON)({ version, architecture, ...entry }) };
            const change = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .beginChange */ .o)(root, {
                ...{ method: 'zip', operation: 'prune', architecture, from: version, to: undefined },
                ...{ runner, details },
            });
            return await removal().finally(() => change.close());
        },
    };
}
/**
 * For what the machine itself needs one of its versions, each in words: one of its links leads there, a rollback returns to it, or a change that is open
 * leads from or to it.
 *
 * @throws SetupError E_VERIFY where a link, the journal or the history can't be understood: then nobody knows
 */
async function heldByMachine(root, entry) {
    const tree = (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .treePath */ .ON)(entry);
    const holds = [];
    for (const link of Object.values((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(root)))
        if (await isSameTree(await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .readLink */ .XF)(link), tree))
            holds.push(`${link} leads to it`);
    const last = await (0,_machine_history_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSuccess */ .M1)(root, 'zip');
    if (await isSameTree(last?.fromTree, tree))
        holds.push('a rollback returns to it');
    const { operation, details } = (await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .leftChange */ .U)(root))?.change ?? {};
    if (operation === 'prune')
        return holds;
    for (const one of [details?.before, details?.after])
        if (await isSameTree(one, tree))
            holds.push('a change that is open needs it');
    return holds;
}
/** Also where the machine's root had another name when the link was made: by a drive letter, a link above it, a short name. */
async function isSameTree(named, tree) {
    if (!named)
        return false;
    if ((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O1)(named, tree))
        return true;
    const [one, other] = await Promise.all([named, tree].map((place) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(place).catch(() => undefined)));
    return one !== undefined && (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O1)(one, other);
}


/***/ })

};
