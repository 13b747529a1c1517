export const id = 1011;
export const ids = [1011];
export const modules = {

/***/ 1011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  settleVersions: () => (/* binding */ settleVersions)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/machine/current.js
var machine_current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/report/audit.js
var report_audit = __webpack_require__(1489);
// EXTERNAL MODULE: ./lib/side-by-side/go-back.js
var go_back = __webpack_require__(5631);
// EXTERNAL MODULE: ./lib/side-by-side/session.js + 1 modules
var side_by_side_session = __webpack_require__(2875);
// EXTERNAL MODULE: ./lib/side-by-side/switch.js
var side_by_side_switch = __webpack_require__(1309);
// EXTERNAL MODULE: ./lib/side-by-side/uninstall.js
var uninstall = __webpack_require__(7875);
;// CONCATENATED MODULE: ./lib/side-by-side/interrupted.js








/**
 * Finishes or undoes the switch that an earlier run left in the journal. What is there decides, not how far somebody came: where `current` leads to the
 * new Go, or had been taken away for it, and that Go works, the switch is finished; else the old one is the machine's Go again.
 *
 * @throws an error of links or registry; the change is open still
 */
async function settleSwitch(root, context, doors) {
    const left = await (0,journal/* leftChange */.U3)(root);
    if (left === undefined)
        return;
    const { change } = left;
    const { log } = context;
    const own = (0,side_by_side_session/* machineContext */.zR)(root, context);
    const session = {
        root,
        scope: change.details.scope,
        context: own,
        doors: doors ?? (0,side_by_side_session/* windowsDoors */.n)(own),
    };
    log.info(`An earlier run was interrupted: ${change.operation} of ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}, by ${change.runner}, begun ${change.startedAt}`);
    const started = performance.now();
    const note = `interrupted, begun ${change.startedAt} by ${change.runner}`;
    try {
        const said = (await finished(left, session)) ?? (await takenBack(left, session));
        log.info(said);
        await (0,side_by_side_switch/* recordSwitch */.IX)(left, 'ok', started, session, `${note}: ${said}`);
    }
    catch (error) {
        await (0,side_by_side_switch/* recordSwitch */.IX)(left, (0,report_audit/* codeOf */.$N)(error), started, session, note);
        throw error;
    }
}
/** @returns what there is now; undefined where the change cannot be finished */
async function finished(left, session) {
    const { root, doors, context } = session;
    const { after, before } = left.change.details;
    const { current } = (0,machine_current/* linksOf */.hP)(root);
    const leads = await (0,machine_current/* readLink */.XF)(current);
    if (after === null) {
        if (await (0,uninstall/* mayStay */.r)(left.change.details, session))
            return undefined;
        await (0,uninstall/* finishRemoval */.W9)(left, session);
        return `It is finished: the Go in ${before} is gone`;
    }
    const entry = (0,side_by_side_session/* entryAt */._f)(root, after);
    // Where the old link is in its place still, nothing was switched yet.
    if (entry === undefined || (leads !== undefined && !(0,machine_current/* isSamePlace */.O1)(leads, after)))
        return undefined;
    try {
        context.log.info(await doors.works(after, entry));
        if (leads === undefined) {
            await (0,machine_current/* pointCurrent */.er)(root, after, async () => {
                context.log.info(await doors.works(current, entry));
            });
        }
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.log.info(`The new one does not work: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
    await (0,side_by_side_switch/* finishSwitch */.sY)(left, false, session);
    return `It is finished: ${current} leads to ${(0,names/* toGoVersion */.ME)(entry.version)} in ${after}`;
}
async function takenBack(left, session) {
    const state = await (0,go_back/* goBack */.O)(left, session);
    await left.close();
    return `It is undone: ${state}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/audit-trees.js
var audit_trees = __webpack_require__(4985);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolcache/leftovers.js
var leftovers = __webpack_require__(8984);
// EXTERNAL MODULE: ./lib/toolcache/lock.js
var toolcache_lock = __webpack_require__(4365);
// EXTERNAL MODULE: ./lib/toolcache/remove-entry.js
var remove_entry = __webpack_require__(3131);
// EXTERNAL MODULE: ./lib/toolcache/survey.js
var survey = __webpack_require__(772);
// EXTERNAL MODULE: ./lib/side-by-side/prune.js
var prune = __webpack_require__(9129);
;// CONCATENATED MODULE: ./lib/side-by-side/interrupted-removal.js













/**
 * Finishes the removal of a version that a prune or an uninstallation was killed at, or leaves the version where it is whole. The change is closed in any case: what can't be
 * removed now is used by nobody, and the next prune or uninstallation comes to it again.
 *
 * @throws an error of the journal; the signal's reason
 */
async function settleRemoval(root, context) {
    const left = await (0,journal/* leftChange */.U3)(root);
    if (left === undefined)
        return;
    const { operation, from, runner, startedAt, details } = left.change;
    const { log, audit } = context;
    log.info(`An earlier run was interrupted: ${operation} of ${from}, by ${runner}, begun ${startedAt}`);
    const started = performance.now();
    const entry = (0,side_by_side_session/* entryAt */._f)(root, details.tree);
    const { said, changed } = entry === undefined
        ? { said: `It is undone: ${details.tree} is none of the versions here`, changed: false }
        : await settleEntry(entry, left, root, context);
    log.info(said);
    await left.close();
    if (changed)
        await audit.record({
            action: operation === 'uninstall' ? operation : 'prune',
            target: details.tree,
            from: `interrupted, begun ${startedAt} by ${runner}: ${said}`,
            outcome: 'ok',
            durationMs: performance.now() - started,
        });
}
async function settleEntry(entry, { change }, root, context) {
    const { inputs, signal } = context;
    const named = change.operation === 'uninstall';
    const name = `${(0,names/* toGoVersion */.ME)(change.from ?? entry.version)} in ${(0,layout/* treePath */.ON)(entry)}`;
    try {
        const found = await (0,survey/* surveyAgain */.Tl)(entry, inputs.leaseHours);
        if (found && !found.torn)
            return { said: `It is undone: ${name} stays, with its marker`, changed: false };
        // A prune takes what is ours alone; what was named to be removed goes, whoever put it there.
        const goes = named || found?.ours;
        let stays = found && !goes ? 'something else has put files there since' : undefined;
        if (found && goes)
            stays = await remove(entry, named ? undefined : root, context);
        await tidyVersion(entry, context);
        if (stays === undefined)
            return { said: `It is finished: ${name} is gone`, changed: true };
        return { said: unfinished(`${name} has no marker, so nobody uses it, and ${stays}`), changed: false };
    }
    catch (error) {
        signal.throwIfAborted();
        const code = (0,errors/* systemCode */.x)(error);
        if (code === undefined)
            throw error;
        return { said: unfinished(`${name} could not be removed (${code})`), changed: false };
    }
}
function unfinished(why) {
    return `It is not finished: ${why}; a later prune or an installation sees to it`;
}
/** Removes what is left beside a version, and its directory where nothing is in it any more. Never fails. */
async function tidyVersion(entry, { host, log, audit, signal }) {
    await (0,leftovers/* tidyBeside */.Do)(entry, {
        runner: host.runner,
        signal,
        onRepair: (line) => log.info(line),
        onChange: (leftover) => (0,audit_trees/* recordTree */.A)(audit, leftover),
    });
    await (0,promises_.rmdir)(external_node_path_.dirname((0,layout/* treePath */.ON)(entry))).catch(() => { }); // goes only when empty
}
/**
 * @param root whose machine may need the version; undefined: that does not matter
 * @returns why it stays, in words; undefined where it is gone
 */
async function remove(entry, root, { host, inputs, signal }) {
    const lock = await (0,toolcache_lock/* tryLock */.bh)(entry.root, (0,layout/* lockName */.l4)(entry), host.runner);
    if (lock === undefined)
        return 'another process is installing or removing it';
    try {
        const holders = async () => [
            ...(root === undefined ? [] : await (0,prune/* heldByMachine */.i)(root, entry)),
            ...(await (0,survey/* holdersOf */.pW)(entry, inputs.leaseHours)),
        ];
        const removal = await (0,remove_entry/* removeEntry */.b)(entry, { signal, holders });
        if (removal.outcome === 'held')
            return removal.holders.join('; ');
        return removal.left === undefined ? undefined : `some of its files are left in ${removal.left}`;
    }
    finally {
        await lock.release();
    }
}

// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/side-by-side/interrupted-replacement.js










/**
 * Finishes or undoes the replacement of a version's tree that a repair or an installation was killed at. What is there decides: a version with its marker
 * stays as it is; where the new tree works it gets its marker; else what stood there before comes back.
 *
 * @throws SetupError E_LOCKED, E_PERMISSION naming who is in the way of a rename; the change is open still
 */
async function settleReplacement(root, context, doors) {
    const left = await (0,journal/* leftChange */.U3)(root);
    if (left === undefined)
        return;
    const { operation, runner, startedAt, details } = left.change;
    const { log, audit, host, inputs, signal } = context;
    const entry = (0,side_by_side_session/* entryAt */._f)(root, details.tree);
    if (entry === undefined) {
        log.info(`${interrupted(left)}\nIt is undone: ${details.tree} is none of the versions here`);
        return await left.close();
    }
    log.info(interrupted(left));
    const started = performance.now();
    const record = async (outcome, said = '') => await audit.record({
        action: 'replace',
        target: details.tree,
        from: `${operation} interrupted, begun ${startedAt} by ${runner}${said === '' ? '' : `: ${said}`}`,
        outcome,
        durationMs: performance.now() - started,
    });
    const lock = await (0,toolcache_lock/* acquireLock */.IZ)(entry.root, (0,layout/* lockName */.l4)(entry), {
        runner: host.runner,
        timeoutMs: inputs.lockTimeoutMs,
        signal,
    });
    try {
        const works = (doors ?? (0,side_by_side_session/* windowsDoors */.n)(context)).works;
        const said = (await standing(left, entry)) ??
            (await interrupted_replacement_finished(left, entry, context, works)) ??
            (await interrupted_replacement_takenBack(left, entry));
        log.info(said);
        await left.close();
        await record('ok', said);
    }
    catch (error) {
        signal.throwIfAborted();
        const { explainRefusal } = await Promise.all(/* import() */[__webpack_require__.e(1104), __webpack_require__.e(9134)]).then(__webpack_require__.bind(__webpack_require__, 1104));
        const failure = await explainRefusal(error, 'put right', details.tree, entry, { signal });
        await record((0,report_audit/* codeOf */.$N)(failure));
        throw failure;
    }
    finally {
        await lock.release();
    }
    await tidyVersion(entry, context);
}
function interrupted({ change }) {
    const { operation, from, details, runner, startedAt } = change;
    return `An earlier run was interrupted: ${operation} of ${from} in ${details.tree}, by ${runner}, begun ${startedAt}`;
}
/** @returns what there is, where it has its marker and is whole */
async function standing({ change }, entry) {
    const { tree, fresh, refused } = change.details;
    if ((await (0,inspect/* inspectEntry */.pg)(entry)).state !== 'whole')
        return undefined;
    const name = (0,names/* toGoVersion */.ME)(entry.version);
    return refused || (await (0,files/* isThere */.$B)(fresh))
        ? `It is undone: ${tree} is the ${name} that was there before`
        : `It is finished: the new ${name} is in ${tree}`;
}
/** @returns what there is now; undefined where there is no new tree that works */
async function interrupted_replacement_finished({ change }, entry, { log, signal }, works) {
    const { tree, fresh, aside, provenance, refused } = change.details;
    if (refused)
        return undefined;
    try {
        if (await (0,files/* isThere */.$B)(fresh)) {
            const found = await (0,inspect/* inspectTree */.$k)(fresh, entry);
            if (found.state !== 'whole')
                throw new Error(`${fresh} is not whole`);
            await (0,files/* removeTree */.dM)((0,layout/* markerPath */.Ar)(entry), signal);
            // Beside what was put aside there is only what something else has put into the place since.
            if (await (0,files/* isThere */.$B)(aside))
                await (0,files/* removeTree */.dM)(tree, signal);
            else if (await (0,files/* isThere */.$B)(tree))
                await (0,files/* retry */.L5)(() => (0,promises_.rename)(tree, aside), signal);
            await (0,files/* retry */.L5)(() => (0,promises_.rename)(fresh, tree), signal);
        }
        log.info(await works(tree, entry));
        await (0,files/* retry */.L5)(() => (0,promises_.writeFile)((0,layout/* sidecarPath */.n8)(entry), `${JSON.stringify(provenance, undefined, 2)}\n`), signal);
        await (0,files/* retry */.L5)(() => (0,promises_.writeFile)((0,layout/* markerPath */.Ar)(entry), ''), signal);
        return `It is finished: the new ${(0,names/* toGoVersion */.ME)(entry.version)} is in ${tree}`;
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`The new tree does not work, or cannot take its place: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}
/** Puts back what stood there, with its marker where it had one. @returns what there is now */
async function interrupted_replacement_takenBack(left, entry) {
    const before = left.change.details;
    const { tree, fresh, aside, stood, marker, sidecar } = before;
    const [isAside, isFresh] = await Promise.all([(0,files/* isThere */.$B)(aside), (0,files/* isThere */.$B)(fresh)]);
    // Where the new one is not beside its place any more, it is in it; but for one that was refused, and is gone.
    const untouched = stood && !isAside && (isFresh || before.refused);
    await left.update({ ...before, refused: true, stood: isAside || untouched });
    if (!untouched && (await (0,files/* isThere */.$B)(tree))) {
        if (isFresh)
            await (0,files/* removeTree */.dM)(tree);
        else
            await (0,files/* retry */.L5)(() => (0,promises_.rename)(tree, fresh));
    }
    if (isAside)
        await (0,files/* retry */.L5)(() => (0,promises_.rename)(aside, tree));
    for (const [file, content] of [
        [(0,layout/* sidecarPath */.n8)(entry), sidecar],
        [(0,layout/* markerPath */.Ar)(entry), marker],
    ]) {
        if ((isAside || untouched) && content !== null)
            await (0,files/* retry */.L5)(() => (0,promises_.writeFile)(file, content));
        else
            await (0,files/* removeTree */.dM)(file);
    }
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    const name = (0,names/* toGoVersion */.ME)(entry.version);
    if (found.state === 'whole')
        return `It is undone: ${tree} is the ${name} that was there before`;
    const how = found.state === 'torn' ? `is not whole, as before: ${found.reason}` : 'is not there, as before';
    return `It is undone: the ${name} in ${tree} ${how}. Operation: repair writes it anew`;
}

;// CONCATENATED MODULE: ./lib/side-by-side/settle.js





/**
 * Finishes or undoes the change of the machine's versions that an earlier run left in the journal: what its details have says of which kind it is. What
 * it found and did is in the log.
 *
 * @throws SetupError E_VERIFY for details that nobody here can have written: on them nothing is done; as the settling of each kind
 */
async function settleVersions(root, context, doors) {
    const { details } = (await (0,journal/* leftChange */.U3)(root))?.change ?? {};
    if (details === undefined)
        return;
    if (isReplacement(details))
        return await settleReplacement(root, context, doors);
    if (isSwitch(details))
        return await settleSwitch(root, context, doors);
    if (isText(details.tree))
        return await settleRemoval(root, context);
    throw (0,journal/* foreignJournal */.Sx)(root);
}
const isText = (value) => typeof value === 'string';
const isTextOrNull = (value) => value === null || isText(value);
const isRegistryValue = (value) => value === null || isText(value?.type);
function isSwitch(found) {
    const { before, after, scope, path: entries, goroot } = found;
    return (isTextOrNull(before) &&
        isTextOrNull(after) &&
        (scope === 'machine' || scope === 'user') &&
        isRegistryValue(entries) &&
        isRegistryValue(goroot));
}
/** Only what lies beside the tree, under a name of ours, is moved or removed. */
function isReplacement(found) {
    const { tree, fresh, aside, marker, sidecar, provenance } = found;
    if (!isText(tree) || !isText(fresh) || !isText(aside))
        return false;
    const [directory, architecture] = [external_node_path_.dirname(tree), external_node_path_.basename(tree)];
    const beside = [fresh, aside].every((one) => external_node_path_.dirname(one) === directory && external_node_path_.basename(one).startsWith(`.${architecture}-`));
    return beside && isTextOrNull(marker) && isTextOrNull(sidecar) && typeof provenance === 'object';
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


/***/ })

};
