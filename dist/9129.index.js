export const id = 9129;
export const ids = [9129];
export const modules = {

/***/ 4817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M1: () => (/* binding */ lastSuccess),
/* harmony export */   aq: () => (/* binding */ versionBefore),
/* harmony export */   bf: () => (/* binding */ rememberSuccess)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);



/** More than these are of no use for going back. */
const KEPT = 50;
/**
 * Remembers that a change succeeded. Twice for the same change is once, since a run can be killed between this and the end of its journal.
 * What changed no version is not remembered: it is nothing to go back from.
 */
async function rememberSuccess(root, change, { fromTree, fromProduct } = {}) {
    const { id, method, operation, architecture, from, to } = change;
    const before = await successes(root);
    if (from === to || before.some((one) => one.id === id))
        return;
    const at = new Date().toISOString();
    const success = { id, method, operation, architecture, from, to, at, fromTree, fromProduct };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.writeJson)(historyFile(root), { schema: 1, successes: [...before, success].slice(-KEPT) });
}
/**
 * The version that a rollback returns to: the one before the last successful change. Since a rollback is such a change, rolling back twice
 * returns.
 *
 * @returns a semver; undefined where nothing was there before, or nothing is remembered
 */
async function versionBefore(root, method, architecture) {
    return (await lastSuccess(root, method, architecture))?.from;
}
/**
 * The last change that succeeded by a method.
 *
 * @param architecture any, where left out: of versions side by side one is the machine's
 * @returns undefined where nothing is remembered
 * @throws SetupError E_VERIFY for a history that cannot be understood: that is not "nothing", since what a rollback returns to must not be pruned
 */
async function lastSuccess(root, method, architecture) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.readJson)(historyFile(root));
    if (found !== undefined && !isHistory(found))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_VERIFY', `The history ${historyFile(root)} is none that this version can read.`, {
            remedy: 'Use the version of the action that wrote it; or rename it, and no rollback is possible until the next change.',
        });
    return (found?.successes ?? [])
        .filter((one) => one.method === method && (architecture ?? one.architecture) === one.architecture)
        .at(-1);
}
function isHistory(found) {
    const { schema, successes } = (found ?? {});
    return schema === 1 && Array.isArray(successes) && successes.every(isSuccess);
}
function isSuccess(one) {
    const { id, method, operation, architecture, from, to, fromTree } = (one ?? {});
    const given = [from, to, fromTree].filter((text) => text !== undefined);
    return [id, method, operation, architecture, ...given].every((text) => typeof text === 'string');
}
/** What the next success is put behind, as far as it can be understood: a change that is done is not to fail by it. */
async function successes(root) {
    const found = (await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.readJson)(historyFile(root)));
    return Array.isArray(found?.successes) ? found.successes.filter(isSuccess) : [];
}
function historyFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, 'history.json');
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
            const change = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .beginChange */ .oq)(root, {
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
    const { details } = (await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .leftChange */ .U3)(root))?.change ?? {};
    // A removal that is open is that of this very version.
    for (const one of [details?.before, details?.after, details?.fresh && details.tree])
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
