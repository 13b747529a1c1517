export const id = 1160;
export const ids = [1160,2904,5044];
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






/** What a file of ours is written to before it gets its name (tree-head.ts), and what tells the time of a disk (lock-state.ts). */
const DRAFT = /\.json\.[0-9a-f]{8}$/;
/** Either takes moments. */
const LEFT_BEHIND_MS = 3_600_000;
/**
 * Removes what dead owners have left of their records in the locks of a tool cache, what killed runs left of other files of ours there, and the empty directory of a version that they were removing: of a
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
    for (const directory of [(0,layout/* stateDirectory */.FK)(root), external_node_path_.dirname(record)])
        await removeDrafts(directory);
}
async function removeDrafts(directory) {
    const names = await (0,promises_.readdir)(directory).catch(() => []);
    for (const name of names.filter((one) => DRAFT.test(one))) {
        const file = external_node_path_.join(directory, name);
        const found = await (0,promises_.lstat)(file).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS)
            await (0,promises_.unlink)(file).catch(() => { });
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
    for (const one of (0,prune_plan/* planPrune */.wM)(candidates, inputs, now)) {
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

/***/ 2904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTool: () => (/* binding */ isTool),
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   listPlaces: () => (/* binding */ listPlaces),
/* harmony export */   listVersions: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7621);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9268);





/** `go`, and the folders of mirrors. */
const TOOL = new RegExp(`^${_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .OFFICIAL_TOOL */ .ny}(?:-[0-9a-f]{8})?$`);
const MARKER = /^(x64|x86|arm64)\.complete$/;
const PLACE = /^(x64|x86|arm64)(?:\.complete)?$/;
/** Whether a folder of a tool cache is one for builds of Go. */
function isTool(name) {
    return TOOL.test(name);
}
/** Every Go of a tool cache by its marker, whoever put it there: a listing, nothing is opened. What can't be listed is not there. */
async function listEntries(root) {
    return (await listVersions(root)).flatMap(({ root, tool, version, names }) => names.flatMap((name) => {
        const architecture = MARKER.exec(name)?.[1];
        return architecture ? [{ root, tool, version, architecture }] : [];
    }));
}
/** Every version directory of a tool cache's Go folders, whoever made it. What can't be listed is not there. */
async function listVersions(root, untold) {
    const versions = [];
    for (const tool of (await names(root, untold)).filter(isTool))
        for (const version of await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool), untold))
            versions.push({ root, tool, version, names: await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool, version), untold) });
    return versions;
}
/**
 * Every place of a tool cache where a Go is or should be: with a marker, or a tree that has none, or both. For those who look for what is torn.
 */
async function listPlaces(root, untold) {
    const versions = (await listVersions(root, untold)).filter(({ version }) => (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .isGoSemver */ .B7)(version));
    return versions.flatMap(({ tool, version, names }) => {
        const found = new Set(names.flatMap((name) => PLACE.exec(name)?.[1] ?? []));
        return [...found].map((name) => ({ root, tool, version, architecture: name }));
    });
}
async function names(directory, untold) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((error) => {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) ?? String(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            untold?.(directory, code);
        return [];
    });
    return found.sort();
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ daysAgo),
/* harmony export */   Qh: () => (/* binding */ byGroupAndVersion),
/* harmony export */   sO: () => (/* binding */ DAY_MS),
/* harmony export */   wM: () => (/* binding */ planPrune)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7621);


const DAY_MS = 86_400_000;
/**
 * Decides what a prune removes. Pure: what is removed is ours, held by nobody, and kept by none of the rules, or torn.
 *
 * A prerelease takes no place among the newest: while it is newer than every release of its group, the newest one is kept with them, and no other
 * is.
 *
 * @param now milliseconds since 1970
 * @returns one for each candidate, in their order
 * @throws TypeError where there is no rule, by which everything would go: the caller has not looked at its inputs
 */
function planPrune(candidates, rules, now) {
    const { keepVersions, keepMinors, keepDays } = rules;
    if (keepVersions === undefined && keepMinors === undefined && keepDays === undefined)
        throw new TypeError('a prune without a rule');
    return candidates.map((candidate) => {
        if (!candidate.ours)
            return { candidate, fate: 'leave', reason: candidate.leftSince ?? 'not put there by this action' };
        if (candidate.holds.length > 0)
            return { candidate, fate: 'keep', reason: candidate.holds.join('; ') };
        if (candidate.torn)
            return { candidate, fate: 'remove', reason: 'left by a run that was killed' };
        const there = candidates.filter((one) => one.ours && !one.torn && one.group === candidate.group);
        const versions = [...new Set(there.map(({ version }) => version))].sort(semver__WEBPACK_IMPORTED_MODULE_0__.rcompare);
        const answers = [
            byVersions(candidate, versions, keepVersions),
            byMinors(candidate, versions, keepMinors),
            byDays(candidate, keepDays, now),
        ].filter((answer) => answer !== undefined);
        const keeping = answers.filter(({ keeps }) => keeps);
        const fate = keeping.length > 0 ? 'keep' : 'remove';
        const reasons = (keeping.length > 0 ? keeping : answers).map(({ reason }) => reason);
        return { candidate, fate, reason: reasons.join(', ') };
    });
}
/** @param versions of its group, the newest first */
function byVersions({ version }, versions, count) {
    if (count === undefined)
        return undefined;
    const newest = releasesOf(versions).slice(0, count);
    const several = count === 1 ? 'the newest version' : `among the ${count} newest versions`;
    return among(version, newest, versions, several);
}
function byMinors({ version }, versions, count) {
    if (count === undefined)
        return undefined;
    const newest = new Map();
    for (const one of releasesOf(versions)) {
        const name = minorOf(one);
        if (!newest.has(name))
            newest.set(name, one);
    }
    const several = count === 1
        ? 'the newest patch of the newest minor'
        : `among the newest patches of the ${count} newest minors`;
    return among(version, [...newest.values()].slice(0, count), versions, several);
}
function among(version, newest, versions, several) {
    if (newest.includes(version))
        return { keeps: true, reason: several };
    const [first] = versions;
    if (version === first && (0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(version))
        return { keeps: true, reason: 'the newest prerelease, newer than every release' };
    return { keeps: false, reason: `not ${several}` };
}
function byDays({ usedAt }, days, now) {
    if (days === undefined)
        return undefined;
    const ago = daysAgo(usedAt, now);
    return {
        keeps: now - usedAt <= days * DAY_MS,
        reason: ago === 'today' ? 'used today' : `last used ${ago}`,
    };
}
/** `today`, `3 days ago`; what lies in the future is today. Both times in milliseconds since 1970. */
function daysAgo(since, now) {
    const days = Math.max(0, Math.floor((now - since) / DAY_MS));
    return days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
}
function releasesOf(versions) {
    return versions.filter((version) => !(0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(version));
}
/** `1.26` of `1.26.6`. */
function minorOf(version) {
    return `${(0,semver__WEBPACK_IMPORTED_MODULE_0__.major)(version)}.${(0,semver__WEBPACK_IMPORTED_MODULE_0__.minor)(version)}`;
}
/** For tables: by folder and architecture, the newest first. */
function byGroupAndVersion(one, other) {
    if (one.group !== other.group)
        return one.group < other.group ? -1 : 1;
    return one.ours && other.ours ? (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(other.version, one.version) : Number(other.ours) - Number(one.ours);
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

/***/ 772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tl: () => (/* binding */ surveyAgain),
/* harmony export */   XB: () => (/* binding */ surveyToolCache),
/* harmony export */   pW: () => (/* binding */ holdersOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7621);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2904);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1404);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9268);
/* harmony import */ var _leases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(569);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4365);
/* harmony import */ var _prune_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9902);









/** Of the clocks and the last writes of an installation: the tree is there, then our sidecar is written. */
const WRITTEN_TOGETHER_MS = 2000;
/** Whether it lies elsewhere: by a link in the place of its folder, of its version or of its tree. What the tool cache itself is reached by is no matter. */
async function isLinked(entry) {
    const tree = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .treePath */ .ON)(entry);
    const places = [node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(tree)), node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(tree), tree];
    const found = await Promise.all(places.map((place) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(place).catch(() => undefined)));
    return found.some((one) => one?.isSymbolicLink());
}
/**
 * Looks at every Go of a tool cache, of all folders and architectures, and at what killed runs left there. Changes nothing.
 *
 * @param leaseHours the step's own
 * @param now milliseconds since 1970
 * @throws a file system error where leases can't be read: without them nobody knows what is in use
 */
async function surveyToolCache(root, leaseHours, now) {
    const [versions, leases] = await Promise.all([(0,_entries_js__WEBPACK_IMPORTED_MODULE_3__.listVersions)(root), (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .readLeases */ .Mw)(root)]);
    const all = [];
    const leftovers = [];
    for (const version of versions) {
        for (const architecture of _release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .architectures */ .f2) {
            const entry = { ...pick(version), architecture };
            const found = await survey(entry, version, leases, leaseHours, now);
            if (found)
                all.push(found);
            for (const name of version.names.filter((one) => one.startsWith((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .temporaryPrefix */ .wd)(entry))))
                if (!(await isLinked(entry)) && (await (0,_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .looksFree */ .xq)(root, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry))))
                    leftovers.push({ entry, place: node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, version.tool, version.version, name) });
        }
    }
    return { all: all.sort(_prune_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .byGroupAndVersion */ .Qh), leftovers };
}
/**
 * Looks at one Go again, as it is at this moment: for who holds its lock, since what was planned by an earlier look may not be so any more.
 *
 * @returns undefined where nothing of it is there
 * @throws a file system error where leases can't be read
 */
async function surveyAgain(entry, leaseHours, now = Date.now()) {
    const [names, leases] = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .treePath */ .ON)(entry))).catch(() => []),
        (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .readLeases */ .Mw)(entry.root, entry),
    ]);
    return await survey(entry, { ...entry, names }, leases, leaseHours, now);
}
/** Who holds a Go now, in words. @throws a file system error where leases can't be read */
async function holdersOf(entry, leaseHours, now = Date.now()) {
    return describe(await (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .readLeases */ .Mw)(entry.root, entry), leaseHours, now);
}
async function survey(entry, { names }, leases, leaseHours, now) {
    const files = [(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .treePath */ .ON)(entry), (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry), (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(entry)];
    if (!files.some((file) => names.includes(node_path__WEBPACK_IMPORTED_MODULE_1__.basename(file))))
        return undefined;
    const [tree, marker, sidecar] = await Promise.all(files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).catch(() => undefined)));
    const linked = await isLinked(entry);
    // Without a marker nobody says that this is the tree which our record speaks of, but its age: another action's is written later.
    const untouched = !tree || (sidecar && tree.mtimeMs <= sidecar.mtimeMs + WRITTEN_TOGETHER_MS);
    const known = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7)(entry.version) && !linked && (!tree || tree.isDirectory()) && (marker || untouched);
    const provenance = known
        ? await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .readProvenance */ .Ch)(entry, marker?.mtimeMs ?? 0).catch(() => undefined)
        : undefined;
    const own = leases.filter(({ name }) => name === (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry));
    const installed = Date.parse(provenance?.installedAt ?? '');
    const used = [(await (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .readLastUse */ .SU)(entry)) ?? Number.NaN, ...own.map(({ since }) => since)];
    // A clock that was wrong when it was installed would keep it for ever: what a later use says counts more.
    const told = used.some((time) => time <= now);
    const times = [...used, ...(told && installed > now + _leases_js__WEBPACK_IMPORTED_MODULE_6__/* .SET_BACK_MS */ .k$ ? [] : [installed])];
    return {
        entry,
        group: `${entry.tool} ${entry.architecture}`,
        version: entry.version,
        ours: provenance !== undefined,
        ...(linked ? { leftSince: 'a link leads there, and what lies elsewhere may be in use elsewhere' } : {}),
        torn: !marker || !tree,
        usedAt: Math.max(0, ...times.filter((time) => !Number.isNaN(time))),
        holds: describe(own, leaseHours, now),
        provenance,
    };
}
function describe(leases, leaseHours, now) {
    return leases
        .filter((lease) => (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .isHeld */ .i7)(lease, leaseHours, now))
        .map(({ holder, since }) => `used by ${holder} (lease of ${new Date(since).toISOString()})`);
}
function pick({ root, tool, version }) {
    return { root, tool, version };
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
