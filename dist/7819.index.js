export const id = 7819;
export const ids = [7819,5044,9129];
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

/***/ 5631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ goBack)
/* harmony export */ });
/* harmony import */ var _machine_current_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7316);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7621);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2875);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4942);




/**
 * Gives the machine back the Go that it had before a change: links as they were, variables byte for byte. A Go that is not whole any more is not given
 * back: then there is no `current`.
 *
 * @returns how the machine stands then, as a sentence
 * @throws an error of the system, of links or registry: the change is open still
 */
async function goBack({ change }, session) {
    const { root } = session;
    const { details } = change;
    const { current } = (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .linksOf */ .hP)(root);
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(root, details.before);
    const failure = details.before === null ? undefined : await whyNot(details.before, session);
    const target = failure === undefined ? (details.before ?? undefined) : undefined;
    await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_0__/* .backToOld */ .SY)(root, target);
    await (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreVariables */ .se)(details, target !== undefined, session);
    const name = entry ? (0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .toGoVersion */ .ME)(entry.version) : details.before;
    if (target !== undefined)
        return `${current} leads to ${name} in ${target}, as before.`;
    if (failure === undefined)
        return `There was no ${current} before, and there is none now.`;
    return `There is no ${current} now: it led to ${name} before, which does not work any more (${failure}).`;
}
/** Why a tree does not work; undefined where it does. One that is none of ours is not judged. */
async function whyNot(tree, { root, doors }) {
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(root, tree);
    if (entry === undefined)
        return undefined;
    return await doors.works(tree, entry).then(() => undefined, (error) => (error instanceof Error ? error.message : String(error)));
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


/***/ }),

/***/ 1309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ recordSwitch),
/* harmony export */   S_: () => (/* binding */ switchTo),
/* harmony export */   sY: () => (/* binding */ finishSwitch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _machine_current_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7316);
/* harmony import */ var _machine_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4817);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8258);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7621);
/* harmony import */ var _report_audit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1489);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9268);
/* harmony import */ var _go_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5631);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2875);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4942);










/**
 * Makes a version the machine's Go: looks at it, lets `current` lead to it, looks at it through the link, and sees that PATH leads there. The journal has
 * the change open from before the first link is touched until all of it is done or undone.
 *
 * @returns whether anything was changed: where it is the machine's Go already, nothing is
 * @throws SetupError E_VERIFY where it is not whole, E_PERMISSION; which Go the machine has then is part of it
 */
async function switchTo(goal, operation, session) {
    const { root, scope, doors, context } = session;
    const { log, inputs } = context;
    const tree = (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .treePath */ .ON)(goal);
    const { current } = (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(root);
    const before = await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .readLink */ .XF)(current);
    const setGoroot = inputs.machineGoroot;
    const set = await (0,_variables_js__WEBPACK_IMPORTED_MODULE_9__/* .variablesAreSet */ .ue)(session, setGoroot);
    if ((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O1)(before, tree) && set) {
        log.info(`${current} leads to ${tree} already`);
        return false;
    }
    if (inputs.dryRun) {
        log.info(`${current} would lead to ${tree}${before === undefined ? '' : `; it leads to ${before}`}`);
        return false;
    }
    log.info(`Before the switch: ${await doors.works(tree, goal)}`);
    const found = await doors.readEnvironment(scope);
    const change = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .beginChange */ .oq)(root, {
        method: 'zip',
        operation,
        architecture: goal.architecture,
        from: (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .entryAt */ ._f)(root, before)?.version,
        to: goal.version,
        runner: context.host.runner,
        details: {
            before: before ?? null,
            after: tree,
            scope,
            path: found.path ?? null,
            goroot: found.goroot ?? null,
            setGoroot,
        },
    });
    const started = performance.now();
    try {
        if (!(0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O1)(before, tree))
            await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .pointCurrent */ .er)(root, tree, async () => {
                log.info(`Through ${current}: ${await doors.works(current, goal)}`);
            });
        await finishSwitch(change, set, session);
    }
    catch (error) {
        const failure = await undone(error, change, session);
        await recordSwitch(change, (0,_report_audit_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$N)(failure), started, session);
        throw failure;
    }
    if (!(0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O1)(before, tree)) {
        log.info(`${current} leads to ${tree}${before === undefined ? '' : `, before to ${before}: what runs from there goes on`}`);
        await recordSwitch(change, 'ok', started, session);
    }
    await (0,_variables_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfShadows */ .$H)(session);
    return true;
}
/** What comes after the links: variables, history, the end of the change. Also for a switch that an earlier run began. */
async function finishSwitch(change, variablesSet, session) {
    const { root } = session;
    const { details } = change.change;
    if (!variablesSet)
        await (0,_variables_js__WEBPACK_IMPORTED_MODULE_9__/* .writeVariables */ .bL)(details, session);
    const { fresh, old } = (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(root);
    await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .removeLink */ .vL)(old);
    await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .removeLink */ .vL)(fresh);
    await (0,_machine_history_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberSuccess */ .bf)(root, change.change, { fromTree: details.before ?? undefined });
    await change.close();
}
/** Takes back what was begun. @returns the failure, with how the machine stands now */
async function undone(error, change, session) {
    const failure = explain(error, session.root);
    let state;
    try {
        state = await (0,_go_back_js__WEBPACK_IMPORTED_MODULE_7__/* .goBack */ .O)(change, session);
        await change.close();
    }
    catch (cause) {
        state = `What was begun could not be taken back (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .x)(cause) ?? String(cause)}); the next run goes on with it.`;
    }
    session.context.log.info(`It is undone: ${state}`);
    if (!(failure instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w))
        return failure;
    const { remedy, evidence } = failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w(failure.code, failure.message, { remedy, evidence, state, cause: failure.cause });
}
function explain(error, root) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .x)(error);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w ||
        code === undefined ||
        !/^(?:EPERM|EACCES|EBUSY|EROFS|ENOSPC)$/.test(code))
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_PERMISSION', `Windows refuses to change the links in ${root}: ${code}.`, {
        remedy: 'Run the runner under an administrator’s account, see what else has these links open, or name another place with machine-root.',
        evidence: [error instanceof Error ? error.message : String(error)],
        cause: error,
    });
}
/** Records where `current` leads now, or that it was to lead there. @param started by `performance.now()` */
async function recordSwitch({ change }, outcome, started, { root, context }, note = '') {
    const { operation, from, to, details } = change;
    const before = from === undefined ? [] : [`before: ${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toGoVersion */ .ME)(from)} in ${details.before}`];
    await context.audit.record({
        action: operation === 'rollback' ? 'rollback' : 'switch',
        target: to === undefined
            ? `${(0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(root).current}: removed`
            : `${(0,_machine_current_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(root).current}: ${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toGoVersion */ .ME)(to)} in ${details.after}`,
        from: [...before, ...(note === '' ? [] : [note])].join('; '),
        outcome,
        durationMs: performance.now() - started,
    });
}


/***/ }),

/***/ 7875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W9: () => (/* binding */ finishRemoval),
/* harmony export */   bI: () => (/* binding */ removeVersion),
/* harmony export */   r: () => (/* binding */ mayStay)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _machine_current_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7316);
/* harmony import */ var _machine_history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4817);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8258);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7621);
/* harmony import */ var _report_audit_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1489);
/* harmony import */ var _report_audit_trees_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4985);
/* harmony import */ var _toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1404);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9268);
/* harmony import */ var _toolcache_leases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(569);
/* harmony import */ var _toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8984);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4365);
/* harmony import */ var _toolcache_remove_entry_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3131);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(138);
/* harmony import */ var _go_back_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5631);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2875);
/* harmony import */ var _switch_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1309);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(4942);




















/**
 * Removes a version of the machine. Where it is the machine's Go, `current` and its place on PATH go, too; the other versions stay, and one of them is
 * made the machine's Go by `operation: switch`. Where something runs from it nothing is changed.
 *
 * @throws SetupError E_LOCKED naming who is in the way, E_PERMISSION
 */
async function removeVersion(entry, session) {
    const { root, context } = session;
    const { log, host, inputs, signal } = context;
    const lock = await (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_13__/* .acquireLock */ .IZ)(entry.root, (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .lockName */ .l4)(entry), {
        runner: host.runner,
        timeoutMs: inputs.lockTimeoutMs,
        signal,
        onWait: () => log.info('Waiting for another process, which installs this version'),
    });
    try {
        // Before the link and PATH are touched: everybody would see them go and come again.
        const jobs = await otherJobs(entry, inputs.leaseHours);
        if (jobs.length > 0)
            throw inUse(entry, jobs, 'Nothing was changed.');
        const leads = await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .readLink */ .XF)((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .linksOf */ .hP)(root).current);
        if ((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .isSamePlace */ .O1)(leads, (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry)))
            await removeCurrent(entry, session);
        else
            await removeOther(entry, session);
    }
    finally {
        await lock.release();
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry))).catch(() => { }); // goes only when empty
    log.info(`${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_6__/* .toGoVersion */ .ME)(entry.version)} is uninstalled: ${(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry)} is removed`);
}
async function removeCurrent(entry, session) {
    const { root, scope, doors, context } = session;
    const found = await doors.readEnvironment(scope);
    const change = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .beginChange */ .oq)(root, {
        method: 'zip',
        operation: 'uninstall',
        architecture: entry.architecture,
        from: entry.version,
        to: undefined,
        runner: context.host.runner,
        details: {
            before: (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry),
            after: null,
            scope,
            path: found.path ?? null,
            goroot: found.goroot ?? null,
            setGoroot: false,
        },
    });
    const started = performance.now();
    try {
        await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .putCurrentAside */ .v1)(root);
        await (0,_variables_js__WEBPACK_IMPORTED_MODULE_19__/* .clearVariables */ .rA)(change.change.details, session);
        await takeAway(entry, session);
    }
    catch (error) {
        const state = await (0,_go_back_js__WEBPACK_IMPORTED_MODULE_16__/* .goBack */ .O)(change, session);
        await change.close();
        await (0,_switch_js__WEBPACK_IMPORTED_MODULE_18__/* .recordSwitch */ .IX)(change, (0,_report_audit_js__WEBPACK_IMPORTED_MODULE_7__/* .codeOf */ .$N)(error), started, session);
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w))
            throw error;
        const { remedy, evidence, cause } = error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w(error.code, error.message, { remedy, evidence, cause, state });
    }
    await finishRemoval(change, session);
    await (0,_switch_js__WEBPACK_IMPORTED_MODULE_18__/* .recordSwitch */ .IX)(change, 'ok', started, session);
}
/** Removes a version that is not the machine's Go; what a killed run leaves of it, the next one removes. */
async function removeOther(entry, session) {
    const { version, architecture } = entry;
    const change = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .beginChange */ .oq)(session.root, {
        ...{ method: 'zip', operation: 'uninstall', architecture, from: version, to: undefined },
        ...{ runner: session.context.host.runner, details: { tree: (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry) } },
    });
    await takeAway(entry, session).finally(() => change.close());
}
/**
 * Removes a tree that no job uses and nothing runs from; else it stays as it was.
 *
 * @throws SetupError E_LOCKED naming who is in the way, E_PERMISSION; the signal's reason
 */
async function takeAway(entry, session) {
    const { audit, inputs, log, signal } = session.context;
    const started = performance.now();
    const tree = (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry);
    const stop = async (holders, place) => {
        const { stopAndTell } = await __webpack_require__.e(/* import() */ 9520).then(__webpack_require__.bind(__webpack_require__, 7139));
        return await stopAndTell(holders, place, session.context);
    };
    const options = { signal, ...(inputs.stopHolders ? { stop } : {}) };
    const remove = () => (0,_toolcache_remove_entry_js__WEBPACK_IMPORTED_MODULE_14__/* .removeEntry */ .b)(entry, { signal, holders: () => otherJobs(entry, inputs.leaseHours) });
    const removal = await remove().catch(async (error) => {
        signal.throwIfAborted();
        const { overcomeRefusal, explainRefusal } = await Promise.all(/* import() */[__webpack_require__.e(1104), __webpack_require__.e(9134)]).then(__webpack_require__.bind(__webpack_require__, 1104));
        if (options.stop)
            return await overcomeRefusal(error, remove, entry, options);
        throw await explainRefusal(error, 'remove', tree, entry, options);
    });
    if (removal.outcome === 'held')
        throw inUse(entry, removal.holders);
    if (removal.left !== undefined)
        log.info(`Not all of ${removal.left} could be removed yet; a later run will`);
    await audit.record({
        action: 'uninstall',
        target: tree,
        from: '',
        outcome: 'ok',
        durationMs: performance.now() - started,
    });
}
/** Jobs of other runners that use a version, in words; a runner has one job at a time, so what this one had is over, or is this job. */
async function otherJobs(entry, leaseHours) {
    const { runnerId } = (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_11__/* .leaseHolder */ .Fp)(process.env);
    const leases = await (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_11__/* .readLeases */ .Mw)(entry.root, entry);
    return leases
        .filter((lease) => lease.runnerId !== runnerId && (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_11__/* .isHeld */ .i7)(lease, leaseHours, Date.now()))
        .map(({ holder }) => holder);
}
function inUse(entry, holders, state) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_LOCKED', `${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_6__/* .toGoVersion */ .ME)(entry.version)} in ${(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry)} is not uninstalled: ${holders.length} other job(s) use it: ${holders.slice(0, 3).join('; ')}.`, {
        remedy: 'Run the step again when these jobs are done; that of a job which was killed counts for lease-hours.',
        evidence: holders,
        ...(state === undefined ? {} : { state }),
    });
}
/** Whether what an interrupted uninstallation was to remove is all there still: then it stays. So does what a job found before its marker went: it gets that back. */
async function mayStay({ before }, { root, context }) {
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_17__/* .entryAt */ ._f)(root, before);
    if (entry === undefined)
        return false;
    if ((await (0,_toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_9__/* .inspectEntry */ .pg)(entry)).state === 'whole')
        return true;
    const holders = await otherJobs(entry, context.inputs.leaseHours);
    if (holders.length === 0 || (await (0,_toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_9__/* .inspectTree */ .$k)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry), entry)).state !== 'whole')
        return false;
    context.log.info(`${(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry)} is in use: ${holders.slice(0, 3).join('; ')}`);
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_15__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .markerPath */ .Ar)(entry), ''));
    return true;
}
/** All that is left to do once a version has no marker any more. Also for an uninstallation that an earlier run began. */
async function finishRemoval(change, session) {
    const { root, context } = session;
    const { signal, host, log } = context;
    const { details } = change.change;
    const entry = (0,_session_js__WEBPACK_IMPORTED_MODULE_17__/* .entryAt */ ._f)(root, details.before);
    const { current, fresh, old } = (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .linksOf */ .hP)(root);
    if ((0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .isSamePlace */ .O1)(await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .readLink */ .XF)(current), details.before ?? undefined))
        await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLink */ .vL)(current);
    await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLink */ .vL)(fresh);
    await (0,_machine_current_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLink */ .vL)(old);
    await (0,_variables_js__WEBPACK_IMPORTED_MODULE_19__/* .clearVariables */ .rA)(details, session);
    if (entry !== undefined) {
        for (const place of [(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .markerPath */ .Ar)(entry), (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .sidecarPath */ .n8)(entry)])
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_15__/* .removeTree */ .dM)(place, signal);
        // Windows moves no directory from which something runs: it is gone as a whole, or not touched.
        const aside = (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .temporaryPath */ .l5)(entry);
        if (await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_15__/* .isThere */ .$B)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry)))
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_15__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry), aside), signal);
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_15__/* .removeTree */ .dM)(aside, signal);
        await (0,_toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_12__/* .tidyBeside */ .Do)(entry, {
            runner: host.runner,
            signal,
            onRepair: (line) => log.info(line),
            onChange: (tree) => (0,_report_audit_trees_js__WEBPACK_IMPORTED_MODULE_8__/* .recordTree */ .A)(context.audit, tree),
        });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .treePath */ .ON)(entry))).catch(() => { }); // goes only when empty
    }
    await (0,_machine_history_js__WEBPACK_IMPORTED_MODULE_4__/* .rememberSuccess */ .bf)(root, change.change, { fromTree: details.before ?? undefined });
    await change.close();
}


/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rA: () => (/* binding */ clearVariables),
  se: () => (/* binding */ restoreVariables),
  ue: () => (/* binding */ variablesAreSet),
  $H: () => (/* binding */ warnOfShadows),
  bL: () => (/* binding */ writeVariables)
});

// UNUSED EXPORTS: wantedVariables, whose

// EXTERNAL MODULE: ./lib/machine/current.js
var machine_current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/registry.js + 2 modules
var registry = __webpack_require__(3296);
;// CONCATENATED MODULE: ./lib/machine/path-entry.js



/** Whether a PATH has an entry, however it is written there: in another case, by a variable, in quotes, with a backslash at its end. */
function hasEntry(value, entry) {
    return entriesOf((0,registry/* textOf */.b6)(value) ?? '').some((one) => (0,machine_path/* canonical */.$N)(one) === (0,machine_path/* canonical */.$N)(entry));
}
/** What `%PATH%` is in a PATH, this process does not know: its own has what earlier steps have put there. */
function entriesOf(text) {
    const known = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'path');
    return (0,machine_path/* splitPath */.Uf)((0,machine_path/* expandVariables */.i7)(text, Object.fromEntries(known)));
}
/**
 * A PATH with an entry at its end, where it has it nowhere: type, order and every byte of the rest stay. It goes last, as Windows Installer puts it,
 * since nothing that others rely on may be found behind it; a semicolon at the end, as the editor of Windows writes it, stays the end. Where a quote is
 * never closed nothing is found after it, so there it goes before that part.
 *
 * @returns the very value that was given, where the entry is there
 * @throws SetupError E_VERIFY where PATH is of a type that holds no text: it is not overwritten
 */
function withEntry(value, entry) {
    if (value === undefined)
        return { type: 'expand_sz', data: entry };
    const text = pathText(value);
    if (hasEntry(value, entry))
        return value;
    if (text.data.split('"').length % 2 === 0) {
        const parts = rawEntries(text.data);
        return { ...text, data: [...parts.slice(0, -1), entry, ...parts.slice(-1)].join(';') };
    }
    const [before, after] = text.data.endsWith(';') ? ['', ';'] : [text.data === '' ? '' : ';', ''];
    return { ...text, data: `${text.data}${before}${entry}${after}` };
}
/**
 * A PATH without an entry, each time that it is there; all the rest stays as it is written. So does a variable that stands for more than that entry.
 *
 * @returns undefined where nothing else is in it: Windows has no use for an empty one, and most often there was none before
 * @throws as {@link withEntry}
 */
function withoutEntry(value, entry) {
    if (value === undefined || !hasEntry(value, entry))
        return value;
    const text = pathText(value);
    const parts = rawEntries(text.data);
    const isIt = (part) => {
        const entries = entriesOf(part);
        return entries.length > 0 && entries.every((one) => (0,machine_path/* canonical */.$N)(one) === (0,machine_path/* canonical */.$N)(entry));
    };
    const kept = parts.filter((part) => !isIt(part));
    if (kept.length === parts.length)
        return value;
    return kept.length === 0 ? undefined : { ...text, data: kept.join(';') };
}
/** As {@link splitPath}, but with all that stands between two semicolons: quotes, spaces and nothing at all. */
function rawEntries(text) {
    const entries = [''];
    let quoted = false;
    for (const letter of text) {
        if (letter === '"')
            quoted = !quoted;
        if (letter === ';' && !quoted)
            entries.push('');
        else
            entries[entries.length - 1] += letter;
    }
    return entries;
}
function pathText(value) {
    if (value.type === 'sz' || value.type === 'expand_sz')
        return value;
    throw new errors/* SetupError */.w('E_VERIFY', `PATH has the type ${value.type} in the registry, which holds no list of directories. It was left as it is.`, { remedy: 'See what wrote it, and give PATH its type REG_EXPAND_SZ back; then run the step again.' });
}

// EXTERNAL MODULE: ./lib/report/audit.js
var audit = __webpack_require__(1489);
// EXTERNAL MODULE: ./lib/side-by-side/session.js + 1 modules
var side_by_side_session = __webpack_require__(2875);
;// CONCATENATED MODULE: ./lib/side-by-side/variables.js






/** For sentences. */
function whose(scope) {
    return scope === 'machine' ? 'the machine' : 'the user';
}
/** PATH and GOROOT as they are to be; the very values that are there, where nothing is to be written. */
function wantedVariables({ path, goroot }, root, setGoroot) {
    const { current } = (0,machine_current/* linksOf */.hP)(root);
    const right = !setGoroot || (0,registry/* textOf */.b6)(goroot) === current;
    return { path: withEntry(path, (0,side_by_side_session/* currentBin */.jI)(root)), goroot: right ? goroot : { type: 'sz', data: current } };
}
/** Whether PATH, and GOROOT where that is asked for, are as they should be already: the account's own, or else the machine's. */
async function variablesAreSet(session, setGoroot) {
    for (const scope of session.scope === 'machine' ? ['machine'] : ['machine', 'user']) {
        const found = await session.doors.readEnvironment(scope);
        if (!hasEntry(found.path, (0,side_by_side_session/* currentBin */.jI)(session.root)))
            continue;
        if (!setGoroot || (0,registry/* textOf */.b6)(found.goroot) === (0,machine_current/* linksOf */.hP)(session.root).current)
            return true;
    }
    return false;
}
/**
 * Writes PATH and GOROOT where they are not as they should be, each by one write of the registry, and tells other programs.
 *
 * @throws SetupError E_PERMISSION where the registry may not be written, E_VERIFY where PATH is no text
 */
async function writeVariables(details, session) {
    const { root, doors } = session;
    const { scope, setGoroot } = details;
    const now = await doors.readEnvironment(scope);
    const wanted = wantedVariables(now, root, setGoroot);
    const lines = [
        ...(wanted.path === now.path
            ? []
            : [`PATH of ${whose(scope)}: ${(0,side_by_side_session/* currentBin */.jI)(root)} is ${whereOn(wanted.path, root)}`]),
        ...(wanted.goroot === now.goroot ? [] : [`GOROOT of ${whose(scope)} = ${(0,registry/* textOf */.b6)(wanted.goroot)}`]),
    ];
    if (wanted.path !== now.path)
        await write('Path', wanted.path, (0,registry/* textOf */.b6)(now.path), scope, session);
    if (wanted.goroot !== now.goroot)
        await write('GOROOT', wanted.goroot, (0,registry/* textOf */.b6)(now.goroot), scope, session);
    await tellOthers(lines, session);
}
function whereOn(path, root) {
    const text = (0,registry/* textOf */.b6)(path) ?? '';
    const last = text.endsWith((0,side_by_side_session/* currentBin */.jI)(root)) || text.endsWith(`${(0,side_by_side_session/* currentBin */.jI)(root)};`);
    return last ? 'at its end' : 'before a quote that is never closed: programs find nothing after that';
}
/** Takes `current` out of PATH and GOROOT, wherever it stands there, and leaves all the rest. Throws as {@link writeVariables}. */
async function clearVariables({ scope }, session) {
    const { root, doors } = session;
    const now = await doors.readEnvironment(scope);
    const path = withoutEntry(now.path, (0,side_by_side_session/* currentBin */.jI)(root));
    const ours = (0,registry/* textOf */.b6)(now.goroot) === (0,machine_current/* linksOf */.hP)(root).current;
    if (path !== now.path)
        await write('Path', path, (0,registry/* textOf */.b6)(now.path), scope, session);
    if (ours)
        await write('GOROOT', undefined, (0,registry/* textOf */.b6)(now.goroot), scope, session);
    await tellOthers([
        ...(path === now.path ? [] : [`PATH of ${whose(scope)}: ${(0,side_by_side_session/* currentBin */.jI)(root)} is taken out`]),
        ...(ours ? [`GOROOT of ${whose(scope)} is removed`] : []),
    ], session);
}
/**
 * Puts PATH and GOROOT back as the journal has them, byte for byte. What somebody else has changed since is left alone, but for our own entry, where
 * there is no `current` any more.
 *
 * @param leads whether `current` leads to a Go
 */
async function restoreVariables(details, leads, session) {
    const { root, doors, context } = session;
    const { scope, setGoroot } = details;
    const before = { path: details.path ?? undefined, goroot: details.goroot ?? undefined };
    const now = await doors.readEnvironment(scope);
    const ours = details.after === null ? undefined : wantedVariables(before, root, setGoroot);
    const cleared = withoutEntry(before.path, (0,side_by_side_session/* currentBin */.jI)(root));
    if (!same(now.path, before.path)) {
        if (same(now.path, ours === undefined ? cleared : ours.path))
            await write('Path', before.path, undefined, scope, session);
        else {
            context.log.info(`The PATH of ${whose(scope)} is not put back as it was: something else has changed it since`);
            if (!leads)
                await clearVariables(details, session);
        }
    }
    const gorootWas = ours === undefined ? undefined : ours.goroot;
    if (!same(now.goroot, before.goroot) && same(now.goroot, gorootWas))
        await write('GOROOT', before.goroot, undefined, scope, session);
}
/** Warns of what keeps programs of this machine from the Go that `current` leads to. Never throws, and changes nothing. */
async function warnOfShadows(session) {
    const { root, scope, doors, context } = session;
    try {
        const { path, goroot } = await doors.readEnvironment(scope);
        const before = (0,machine_path/* goesBefore */.i_)((0,registry/* textOf */.b6)(path) ?? '', (0,machine_current/* linksOf */.hP)(root).current);
        if (before.length > 0)
            context.log.warn(`The PATH of ${whose(scope)} gives another Go first: ${before.join(', ')}. Steps of this job get the right one, other programs do not: remove those entries from that PATH.`);
        const other = (0,registry/* textOf */.b6)(goroot);
        if (other !== undefined && other !== '' && other !== (0,machine_current/* linksOf */.hP)(root).current)
            context.log.warn(`GOROOT of ${whose(scope)} is ${other}: every go that is started without another one uses that tree. Remove it: Go needs none.`);
    }
    catch (error) {
        context.log.info(`What else is on the PATH of ${whose(scope)} could not be looked at: ${String(error)}`);
    }
}
async function write(name, value, before, scope, { doors, context }) {
    const started = performance.now();
    const record = (outcome) => context.audit.record({
        action: 'set-variable',
        target: `${name === 'Path' ? 'PATH' : name} of ${whose(scope)}`,
        from: name === 'GOROOT' && before !== undefined ? `before: ${before}` : '',
        outcome,
        durationMs: performance.now() - started,
    });
    try {
        await doors.writeVariable(scope, name, value);
    }
    catch (error) {
        await record((0,audit/* codeOf */.$N)(error));
        throw error;
    }
    await record('ok');
}
async function tellOthers(lines, { doors, context }) {
    const { log } = context;
    if (lines.length === 0)
        return;
    for (const line of lines)
        log.info(line);
    const failure = await doors.announce();
    if (failure !== undefined)
        log.info(`Other programs were not told of it: ${failure}`);
    log.info('Services, the runner among them, see it when they are started again');
}
function same(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}


/***/ }),

/***/ 3131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ removeEntry)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);
/* harmony import */ var _windows_held_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5044);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9268);
/* harmony import */ var _leases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(569);







/** A scanner holds files for moments; somebody who builds with them, for longer. */
const PATIENCE_MS = 5000;
const RESTORE_MS = 2000;
/** How long programs of the tree may be held before somebody is taken to run them. */
const PROGRAMS_MS = 1500;
/**
 * Removes a Go from a tool cache so that no job loses one that it uses, and nobody ever sees half of one. The caller holds the entry's lock, so
 * that no installation and no other removal is at work here; jobs that find the Go there take no lock, and this is how they are seen:
 *
 *     a job:      writes its lease, then looks for the marker        (takeLease, StepLeases.hold)
 *     a removal:  takes the marker away, then looks for leases       (here)
 *
 * Each first says what it does and then looks at the other. Whichever order these four come in, one of them sees the other: if the job found the
 * marker, it did so before the removal took it away, and its lease was there even earlier, so that the removal finds it and puts the marker back,
 * the tree not having been touched. If the removal found no lease, the job's came later, and its look at the marker later still: it
 * knows that it has no Go, waits for the lock, and installs one. So the tree is moved only when nobody can have got it.
 * Leases are looked at before as well, so that the marker of a Go that is in use is not touched at all.
 *
 * Programs that run from the tree are looked for by opening those of `bin` and `pkg\tool` without sharing: Windows lets nobody open a running one so. A
 * rename of the whole tree then takes it out of the way at once, and is refused by Windows while anybody has a file in it open.
 *
 * Killed before the rename, it leaves a tree with our sidecar and no marker, which nobody uses: the next prune removes it, the next installation of
 * that version replaces it. Killed after it, a sidecar without a tree, and a temporary directory, which any next installation or prune removes.
 *
 * @throws a file system error where the tree, its marker or its leases can't be read or moved: it stays as it was; EBUSY where a program runs from
 *   it; the signal's reason, where the tree was not moved yet
 */
async function removeEntry(entry, options) {
    const { signal } = options;
    const tree = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .treePath */ .ON)(entry);
    const before = await options.holders();
    if (before.length > 0)
        return { outcome: 'held', holders: before };
    await refuseRunning(tree, signal);
    const sidecar = await contentOf((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(entry));
    const marker = await contentOf((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry));
    const aside = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .temporaryPath */ .l5)(entry);
    try {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry), signal, PATIENCE_MS);
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => requireGone((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry)), signal, PATIENCE_MS);
        const since = await options.holders();
        if (since.length > 0) {
            await restore(entry, sidecar, marker);
            return { outcome: 'held', holders: since };
        }
        signal.throwIfAborted();
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => moveAside(tree, aside), signal, PATIENCE_MS);
    }
    catch (error) {
        await restore(entry, sidecar, marker).catch(() => { });
        throw error;
    }
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(entry)).catch(() => { }); // without its tree the next prune removes it
    await (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .forgetUse */ .b_)(entry);
    try {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(aside, signal);
    }
    catch (error) {
        // Also where the step is cancelled: the Go has left its place, which is for the record.
        return { outcome: 'removed', left: aside, trouble: error };
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(tree)).catch(() => { }); // goes only when empty
    return { outcome: 'removed', left: undefined };
}
/**
 * A file on a share, which knows no POSIX semantics, is there as long as a scanner has it open, though its removal was well; jobs see it until then
 * (FileDispositionInfo, learn.microsoft.com).
 *
 * @throws EBUSY while it is there
 */
async function requireGone(file) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) !== 'ENOENT')
            throw error;
    });
    if (found)
        throw Object.assign(new Error(`EBUSY: ${file} is held`), { code: 'EBUSY', path: file });
}
async function moveAside(tree, aside) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(tree, aside);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) !== 'ENOENT')
            throw error;
        // Something else took the tree away: then there is nothing to move.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(tree).then(() => Promise.reject(error), () => { });
    }
}
/** @throws EBUSY, with the tree as its path, where a program of it runs for longer than a scanner looks at one */
async function refuseRunning(tree, signal) {
    const look = async () => {
        for (const name of ['bin', node_path__WEBPACK_IMPORTED_MODULE_1__.join('pkg', 'tool')]) {
            const { held } = await (0,_windows_held_files_js__WEBPACK_IMPORTED_MODULE_4__/* .findHeld */ .Tb)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(tree, name));
            if (held[0] !== undefined)
                throw Object.assign(new Error(`EBUSY: ${held[0]} is in use`), { code: 'EBUSY', path: tree });
        }
    };
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(look, signal, PROGRAMS_MS);
}
/** The sidecar first: it counts only while it is not older than the marker. */
async function restore(entry, sidecar, marker) {
    for (const [file, content] of [
        [(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(entry), sidecar],
        [(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry), marker],
    ])
        if (content !== undefined)
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, content), undefined, RESTORE_MS);
}
async function contentOf(file) {
    return await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), undefined, RESTORE_MS).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    });
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


/***/ })

};
