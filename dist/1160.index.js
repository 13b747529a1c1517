export const id = 1160;
export const ids = [1160];
export const modules = {

/***/ 1160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneTrees: () => (/* binding */ pruneTrees),
  toolCachePlace: () => (/* binding */ toolCachePlace)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/input-rules.js
var input_rules = __webpack_require__(5645);
// EXTERNAL MODULE: ./lib/report/audit-trees.js
var audit_trees = __webpack_require__(4985);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/release/names.js
var release_names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/entries.js
var entries = __webpack_require__(2904);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolcache/lock.js
var toolcache_lock = __webpack_require__(4365);
;// CONCATENATED MODULE: ./lib/toolcache/dead-records.js






/**
 * Removes what dead owners have left of their records in the locks of a tool cache, and the empty directory of a version that they were removing: of a
 * version that is gone nobody else takes the lock, and sees to that. Locks of living ones are left alone. Never rejects.
 *
 * @param runner who asks: runner, run and job
 */
async function removeDeadRecords(root, runner) {
    const record = (0,layout/* ownerFile */.SF)(root, 'name');
    const ends = [external_node_path_.extname(record), external_node_path_.extname(record) + (0,layout/* ownerDraft */.NT)('')];
    const files = await (0,promises_.readdir)(external_node_path_.dirname(record)).catch(() => []);
    const names = files.flatMap((file) => {
        const end = ends.find((one) => file.endsWith(one));
        return end === undefined ? [] : [file.slice(0, -end.length)];
    });
    for (const name of new Set(names)) {
        const lock = await (0,toolcache_lock/* tryLock */.bh)(root, name, runner).catch(() => undefined);
        if (lock === undefined)
            continue;
        await removeEmptyVersion(root, name);
        await lock.release();
    }
}
/** @param name of the lock that the caller holds */
async function removeEmptyVersion(root, name) {
    for (const { names, ...version } of await (0,entries.listVersions)(root)) {
        const entries = release_names/* architectures */.f2.map((architecture) => ({ ...version, architecture }));
        const own = entries.find((one) => (0,layout/* lockName */.l4)(one) === name);
        if (own !== undefined && names.length === 0)
            await (0,promises_.rmdir)(external_node_path_.dirname((0,layout/* treePath */.ON)(own))).catch(() => { });
    }
}

// EXTERNAL MODULE: ./lib/toolcache/leases.js
var leases = __webpack_require__(569);
// EXTERNAL MODULE: ./lib/toolcache/leftovers.js
var leftovers = __webpack_require__(8984);
// EXTERNAL MODULE: ./lib/toolcache/lock-record.js
var lock_record = __webpack_require__(3531);
// EXTERNAL MODULE: ./lib/toolcache/prune-plan.js
var prune_plan = __webpack_require__(9902);
// EXTERNAL MODULE: ./lib/toolcache/remove-entry.js
var remove_entry = __webpack_require__(3131);
// EXTERNAL MODULE: ./lib/toolcache/survey.js
var survey = __webpack_require__(772);
// EXTERNAL MODULE: ./lib/toolcache/tree-size.js
var tree_size = __webpack_require__(7578);
;// CONCATENATED MODULE: ./lib/prune-trees.js
















/** A tool cache: only leases hold something there, and what a killed prune left tells that by itself. */
function toolCachePlace(root) {
    return { root, holds: async () => [], during: async (_, removal) => await removal() };
}
/**
 * Removes from one place the versions that no rule keeps and nobody uses, and what killed runs left. What can't be removed is warned of, and the rest
 * goes on. With `dry-run` the same plan is made and told, and nothing is changed.
 *
 * @param tally gets what is decided and done, as it is done
 * @throws SetupError where the leases can't be read; what `holds` throws; the signal's reason
 */
async function pruneTrees(place, tally, context) {
    const { inputs, host, log, signal } = context;
    log.info(`Pruning ${place.root} by ${(0,input_rules/* rulesOf */.f)(inputs).join(', ')}`);
    const { plan, leftovers } = await planFor(place, Date.now(), context);
    for (const { of, bytes } of plan) {
        const { entry, version, provenance } = of.candidate;
        const wanted = of.fate === 'remove';
        const gone = wanted && (inputs.dryRun || (await remove(place, of, bytes, context)));
        const { fate, reason } = of;
        tally.add({
            ...{ version, architecture: entry.architecture, place: (0,layout/* treePath */.ON)(entry), kind: 'tree' },
            ...{ official: provenance?.official ?? false, fate, reason, bytes, gone },
        });
    }
    for (const { of, bytes } of leftovers)
        if (inputs.dryRun || (await clear(of, context)))
            tally.addLeftover(bytes);
    if (!inputs.dryRun) {
        await (0,leases/* sweepLeases */.Mf)(place.root);
        await removeDeadRecords(place.root, host.runner);
    }
    signal.throwIfAborted();
}
/** Looks, plans, measures what goes, and tells all of it. Changes nothing. */
async function planFor(place, now, { inputs, log, signal }) {
    const { root } = place;
    const { all, leftovers } = await (0,survey/* surveyToolCache */.XB)(root, inputs.leaseHours, now).catch(async (error) => {
        const { explainFileError } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 138));
        throw explainFileError(error, 'read the leases of', root);
    });
    const sized = async (of, tree) => ({
        of,
        bytes: tree === undefined ? 0 : await (0,tree_size/* treeSize */.U)(tree, signal),
    });
    const candidates = [];
    for (const one of all)
        candidates.push(await withHolds(one, place));
    const plan = [];
    for (const one of (0,prune_plan/* planPrune */.w)(candidates, inputs, now)) {
        const item = await sized(one, one.fate === 'remove' ? (0,layout/* treePath */.ON)(one.candidate.entry) : undefined);
        plan.push(item);
        const size = one.fate === 'remove' ? ` (${(0,report_log/* formatBytes */.z3)(item.bytes)})` : '';
        log.info(`${one.fate.padEnd(6)}  ${(0,layout/* treePath */.ON)(one.candidate.entry)}${size}: ${one.reason}`);
    }
    const garbage = [];
    for (const one of leftovers) {
        const item = await sized(one, one.place);
        garbage.push(item);
        log.info(`remove  ${one.place} (${(0,report_log/* formatBytes */.z3)(item.bytes)}): left by a run that was killed`);
    }
    if (plan.length + garbage.length === 0)
        log.info('There is no Go');
    return { plan, leftovers: garbage };
}
/** What is not ours is left alone whoever holds it. */
async function withHolds(one, place) {
    return one.ours ? { ...one, holds: [...(await place.holds(one.entry)), ...one.holds] } : one;
}
/** @returns whether it is out of the way; what stays is warned of, but for what somebody began to use meanwhile */
async function remove(place, { candidate }, bytes, context) {
    const { inputs, host, log, audit, signal } = context;
    const { entry, provenance } = candidate;
    const tree = (0,layout/* treePath */.ON)(entry);
    const started = performance.now();
    try {
        signal.throwIfAborted();
        const lock = await (0,toolcache_lock/* tryLock */.bh)(entry.root, (0,layout/* lockName */.l4)(entry), host.runner);
        if (lock === undefined) {
            const owner = await (0,lock_record/* readOwner */.A)((0,layout/* ownerFile */.SF)(entry.root, (0,layout/* lockName */.l4)(entry)));
            log.info(`Kept ${tree}: ${owner?.runner ?? 'another process'} is installing or removing it`);
            return false;
        }
        try {
            const other = await otherThanPlanned(place, candidate, inputs.leaseHours);
            if (other !== undefined) {
                log.info(`Left ${tree} alone: meanwhile ${other}`);
                return false;
            }
            const holders = async () => [
                ...(await place.holds(entry)),
                ...(await (0,survey/* holdersOf */.pW)(entry, inputs.leaseHours)),
            ];
            const removal = await place.during(entry, async () => await (0,remove_entry/* removeEntry */.b)(entry, { signal, holders }));
            if (removal.outcome === 'held') {
                log.info(`Kept ${tree}: meanwhile ${removal.holders.join('; ')}`);
                return false;
            }
            const { left, trouble } = removal;
            const durationMs = performance.now() - started;
            await (0,audit_trees/* recordTree */.A)(audit, { kind: 'pruned', place: tree, provenance, error: trouble, durationMs });
            signal.throwIfAborted();
            if (left === undefined)
                log.info(`Removed ${tree}, ${(0,report_log/* formatBytes */.z3)(bytes)} freed`);
            else
                log.warn(`${tree} is removed, but not all of its files in ${left} yet; a later run removes the rest.`);
            return left === undefined;
        }
        finally {
            await lock.release();
        }
    }
    catch (error) {
        signal.throwIfAborted();
        await warnOf(error, entry, context);
        return false;
    }
}
/**
 * What makes the plan out of date: it was made before this Go's lock was ours, and many sizes may have been measured since.
 *
 * @returns what became of it, for "meanwhile …"; undefined where it is as it was
 */
async function otherThanPlanned(place, planned, leaseHours) {
    const again = await (0,survey/* surveyAgain */.Tl)(planned.entry, leaseHours);
    if (again === undefined)
        return 'something else removed it';
    const found = await withHolds(again, place);
    if (found.holds.length > 0)
        return found.holds.join('; ');
    if (!found.ours)
        return 'another action has replaced it';
    if (found.torn !== planned.torn)
        return found.torn ? 'its tree or marker went away' : 'it was installed anew';
    return found.usedAt > planned.usedAt ? 'a job has used it' : undefined;
}
/** Who is in the way is found out, which takes some seconds; a prune ends nobody. */
async function warnOf(error, entry, { log, signal }) {
    if (!(error instanceof errors/* SetupError */.w) && (0,errors/* systemCode */.x)(error) === undefined)
        throw error;
    const { explainRefusal } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(1104), __webpack_require__.e(6753)]).then(__webpack_require__.bind(__webpack_require__, 1104));
    const stop = async () => 0;
    const failure = await explainRefusal(error, 'remove', (0,layout/* treePath */.ON)(entry), entry, { signal, stop });
    if (!(failure instanceof Error))
        throw error;
    const { message, remedy = '' } = failure;
    log.warn(`${message} ${remedy} It stays.`.replace('  ', ' '));
}
async function clear({ entry, place }, context) {
    const { host, log, audit, signal } = context;
    const lock = await (0,toolcache_lock/* tryLock */.bh)(entry.root, (0,layout/* lockName */.l4)(entry), host.runner).catch(() => undefined);
    if (lock === undefined)
        return false;
    try {
        const gone = await (0,leftovers/* removeLeftover */.MG)(place, leftovers/* PATIENCE_MS */.xR, {
            runner: host.runner,
            signal,
            onRepair: (line) => log.info(line),
            onChange: (change) => (0,audit_trees/* recordTree */.A)(audit, change),
        });
        await (0,promises_.rmdir)(external_node_path_.dirname(place)).catch(() => { }); // goes only when empty
        return gone;
    }
    finally {
        await lock.release();
    }
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ treeSize)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);



/**
 * What the files of a directory come to, in bytes of their contents (they take some more on the disk). Links are not followed; what can't be looked at
 * counts nothing. Never throws, but for the signal's reason.
 */
async function treeSize(directory, signal) {
    let bytes = 0;
    async function add(place) {
        signal.throwIfAborted();
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place, { withFileTypes: true }).catch(() => []);
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachFile */ .Rl)(entries.filter((entry) => entry.isFile()), async ({ name }) => {
            const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, name)).then((found) => found.size, () => 0);
            bytes += size;
        });
        for (const entry of entries)
            if (entry.isDirectory())
                await add(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, entry.name));
    }
    await add(directory);
    return bytes;
}


/***/ })

};
