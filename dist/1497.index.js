export const id = 1497;
export const ids = [1497];
export const modules = {

/***/ 1497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prunePackages: () => (/* binding */ prunePackages)
});

// EXTERNAL MODULE: ./lib/input-rules.js
var input_rules = __webpack_require__(5645);
// EXTERNAL MODULE: ./lib/machine/history.js
var machine_history = __webpack_require__(4817);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/report/audit-trees.js
var audit_trees = __webpack_require__(4985);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/toolcache/prune-plan.js
var prune_plan = __webpack_require__(9902);
// EXTERNAL MODULE: ./lib/toolcache/tree-size.js
var tree_size = __webpack_require__(7578);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/msi/products.js + 1 modules
var products = __webpack_require__(820);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/msi/records.js



/** The names that attempt-once.ts, next-attempt.ts and manifest.ts give. A root that the user has named may hold other things. */
const LOGS = /^logs(?:-[0-9a-f]{8})?$/;
const TEMP = /^temp-[0-9a-f]{8}$/;
const LOG = /^[a-z]+-([0-9a-f]{8})-[0-9]+-[a-z]+\.log$/;
const LIST = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.files\.json$/;
/**
 * Every record in the machine's root, by its path. Links are none, and are not followed.
 *
 * @throws an error of the system where a directory can't be listed
 */
async function listRecords(root) {
    const found = [];
    const add = async (kind, place, of = '') => {
        const stats = await (0,promises_.lstat)(place).catch(() => undefined);
        if (stats)
            found.push({ kind, place, of, writtenAt: stats.mtimeMs });
    };
    for (const entry of await list(root)) {
        const place = external_node_path_.join(root, entry.name);
        if (!entry.isDirectory())
            continue;
        if (TEMP.test(entry.name))
            await add('temp', place);
        else if (LOGS.test(entry.name))
            for (const [file, of] of await filesLike(LOG, place))
                await add('log', file, of);
        else if (entry.name === 'msi')
            for (const [file, of] of await filesLike(LIST, place))
                await add('list', file, of);
    }
    return found.sort((one, other) => (one.place < other.place ? -1 : 1));
}
/** Whether a directory is one that an attempt had for its log alone: without a log it is of no use. */
function isOwnLogDirectory(directory) {
    const name = external_node_path_.basename(directory);
    return LOGS.test(name) && name !== 'logs';
}
async function filesLike(pattern, directory) {
    return (await list(directory)).flatMap((entry) => {
        const of = entry.isFile() ? pattern.exec(entry.name)?.[1] : undefined;
        return of === undefined ? [] : [[external_node_path_.join(directory, entry.name), of]];
    });
}
async function list(directory) {
    return await (0,promises_.readdir)(directory, { withFileTypes: true }).catch((error) => {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return [];
        throw error;
    });
}

// EXTERNAL MODULE: ./lib/msi/state.js
var state = __webpack_require__(2110);
;// CONCATENATED MODULE: ./lib/msi/stays.js

/** That one thing can't be removed is a warning, and the rest goes on. @throws what is no refusal of Windows; the signal's reason */
function warnThatItStays(error, place, { log, signal }) {
    signal.throwIfAborted();
    const code = (0,errors/* systemCode */.x)(error);
    if (code === undefined)
        throw error;
    log.warn(`Could not remove ${place} (${code}): another process has a file of it open, or the account may not. It stays, and the next prune tries again.`);
    return false;
}

;// CONCATENATED MODULE: ./lib/msi/prune-records.js













/** How long records are kept where `keep-days` does not say. */
const RECORD_DAYS = 30;
/** A scanner or a collector has a log open for moments; a killed run's msiexec for longer. */
const PATIENCE_MS = 1000;
/**
 * Decides what goes of the records. Pure: what is needed for nothing, and was written more than so many days ago. The logs of the last change that
 * msiexec was run for stay, however old they are, and however it ended.
 *
 * @param now milliseconds since 1970
 */
function planRecords(records, needs, days, now) {
    const logs = records.filter(({ kind }) => kind === 'log');
    const newest = logs.reduce((last, one) => (last === undefined || one.writtenAt > last.writtenAt ? one : last), undefined);
    const neededFor = ({ kind, of }) => {
        if (kind === 'list')
            return needs.products.get(of);
        if (kind === 'temp')
            return needs.open ? OPEN : undefined;
        return needs.changes.get(of) ?? (of === newest?.of ? 'of the last change' : undefined);
    };
    return records.map((record) => {
        const needed = neededFor(record);
        if (needed !== undefined)
            return { record, removed: false, reason: needed };
        const reason = `written ${(0,prune_plan/* daysAgo */.HM)(record.writtenAt, now)}`;
        return { record, removed: now - record.writtenAt > days * prune_plan/* DAY_MS */.sO, reason };
    });
}
const OPEN = 'a change that is open needs it';
/**
 * Removes from the machine's root the logs of msiexec, the lists of files and the temporary directories that nothing needs any more, after `keep-days` or
 * 30 days. With `dry-run` the same plan is made and told, and nothing is changed. The caller has the machine's lock, or changes nothing.
 *
 * @param registered what Windows Installer has registered
 * @throws SetupError where the records can't be listed, or journal or history can't be understood; the signal's reason
 */
async function pruneRecords(root, registered, tally, context) {
    const { inputs, log, signal } = context;
    const records = await listRecords(root).catch((error) => {
        throw (0,files.explainFileError)(error, 'list the logs of', root);
    });
    if (records.length === 0)
        return;
    const days = inputs.keepDays ?? RECORD_DAYS;
    const by = inputs.keepDays === undefined ? ', as long as keep-days does not say' : '';
    log.info(`Pruning logs of msiexec and lists of files in ${root} that are older than ${days} day(s)${by}`);
    const plan = planRecords(records, await needsOf(root, registered), days, Date.now());
    const sizes = new Map();
    for (const one of plan) {
        const { place } = one.record;
        const bytes = one.removed ? await sizeOf(one.record, signal) : 0;
        sizes.set(one, bytes);
        log.info(one.removed
            ? `remove  ${place} (${(0,report_log/* formatBytes */.z3)(bytes)}): ${one.reason}`
            : `keep    ${place}: ${one.reason}`);
    }
    for (const one of plan.filter(({ removed }) => removed)) {
        const bytes = sizes.get(one) ?? 0;
        if (inputs.dryRun || (await remove(one.record, context)))
            tally.addRecord(bytes);
    }
    signal.throwIfAborted();
}
async function needsOf(root, registered) {
    const changes = new Map();
    const products = new Map();
    for (const architecture of names/* architectures */.f2) {
        const last = await (0,machine_history/* lastSuccess */.M1)(root, 'msi', architecture);
        if (last)
            changes.set(nameOf(last.id), 'of the last change that succeeded');
        if (last?.fromProduct)
            products.set((0,state/* manifestName */.vS)(last.fromProduct), 'a rollback returns to it');
    }
    const { id, method, details } = (await (0,journal/* leftChange */.U3)(root))?.change ?? {};
    const open = method === 'msi';
    if (open && id !== undefined)
        changes.set(nameOf(id), OPEN);
    if (open && details?.old)
        products.set((0,state/* manifestName */.vS)(details.old.productCode), OPEN);
    for (const { productCode } of registered)
        products.set((0,state/* manifestName */.vS)(productCode), 'Windows Installer has it registered');
    return { changes, products, open };
}
/** What logs have of the id of their change. */
function nameOf(id) {
    return id.slice(0, 8);
}
async function sizeOf({ kind, place }, signal) {
    if (kind === 'temp')
        return await (0,tree_size/* treeSize */.U)(place, signal);
    return await (0,promises_.lstat)(place).then(({ size }) => size, () => 0);
}
/** @returns whether it is gone; what stays is warned of */
async function remove({ place }, context) {
    const { audit, signal } = context;
    signal.throwIfAborted();
    const started = performance.now();
    try {
        await (0,files/* removeTree */.dM)(place, signal, PATIENCE_MS);
    }
    catch (error) {
        return warnThatItStays(error, place, context);
    }
    const directory = external_node_path_.dirname(place);
    if (isOwnLogDirectory(directory))
        await (0,promises_.rmdir)(directory).catch(() => { }); // goes only when empty
    await (0,audit_trees/* recordTree */.A)(audit, { kind: 'pruned', place, durationMs: performance.now() - started });
    return true;
}

// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/windows/held-files.js
var held_files = __webpack_require__(5044);
// EXTERNAL MODULE: ./lib/msi/package-store.js
var package_store = __webpack_require__(2927);
;// CONCATENATED MODULE: ./lib/msi/store-places.js







/** An MSI, and drafts of it or of its record. */
const UNFINISHED = /\.(?:msi|part|again|new)$/;
/** How long a removal waits for who has a package open: a scanner has it for moments, Windows Installer for longer. */
const store_places_PATIENCE_MS = 5000;
/** What a directory of the store is called while it is removed: one rename takes a package out of use, and the next prune finds what is left of it. */
const REMOVED = '.removed-';
/**
 * Every package of the store by its directory's name, and what a prune has left that was killed. Packages are not hashed.
 *
 * @throws an error of the system where the store can't be listed
 */
async function listStore(root) {
    const store = external_node_path_.join(root, 'msi');
    const names = await (0,promises_.readdir)(store).catch((error) => {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return [];
        throw error;
    });
    const places = await Promise.all(names.sort().map((name) => readPlace(store, name)));
    return {
        places: places.filter((place) => place !== undefined),
        leftovers: names.filter((name) => name.startsWith(REMOVED)).map((name) => external_node_path_.join(store, name)),
    };
}
/**
 * Removes a package from the store: out of use by one rename, then its files.
 *
 * @returns where files of it are left, and why; the package is out of use then, too
 * @throws EBUSY where somebody has a file of it open, or an error of the system: the package stays whole; the signal's reason, before the rename
 */
async function removePackage({ directory }, signal) {
    const aside = external_node_path_.join(external_node_path_.dirname(directory), `${REMOVED}${external_node_path_.basename(directory)}`);
    await (0,files/* removeTree */.dM)(aside, signal, store_places_PATIENCE_MS);
    await (0,files/* retry */.L5)(() => moveAside(directory, aside), signal, store_places_PATIENCE_MS);
    try {
        await (0,files/* removeTree */.dM)(aside, signal, store_places_PATIENCE_MS);
        return { left: undefined };
    }
    catch (trouble) {
        return { left: aside, trouble };
    }
}
/** @throws EBUSY where somebody has a file of it open, as Windows Installer does while it installs from it; an error of the system */
async function moveAside(directory, aside) {
    const { held } = await (0,held_files/* findHeld */.Tb)(directory);
    if (held[0] !== undefined)
        throw Object.assign(new Error(`EBUSY: ${held[0]} is open`), { code: 'EBUSY', path: held[0] });
    await (0,promises_.rename)(directory, aside);
}
async function readPlace(store, name) {
    const [, goVersion, architecture] = package_store/* PLACE */.CC.exec(name) ?? [];
    if (goVersion === undefined)
        return undefined;
    const directory = external_node_path_.join(store, name);
    const file = external_node_path_.join(directory, package_store/* RECORD */.gv);
    const found = (await (0,atomic_file.readJson)(file).catch(() => undefined));
    const valid = typeof found?.filename === 'string' && typeof found.sha256 === 'string';
    const written = valid ? await (0,promises_.stat)(file).catch(() => undefined) : undefined;
    return {
        ...{ directory, goVersion, architecture: architecture },
        record: valid ? found : undefined,
        ours: valid || (await (0,promises_.readdir)(directory)).every((one) => UNFINISHED.test(one)),
        usedAt: written?.mtimeMs ?? 0,
    };
}

;// CONCATENATED MODULE: ./lib/msi/prune.js













/**
 * Removes from the machine's store the MSIs that no rule keeps, what killed runs left there, and old logs and lists of files. Those of a Go that is registered,
 * and of the version that a rollback returns to, stay. With `dry-run` the same plan is made and told, and nothing is changed. The caller has the machine's lock, or changes nothing.
 *
 * @param readRegistered what Windows Installer has registered; for tests
 * @throws SetupError where registry or store can't be read; the signal's reason
 */
async function prunePackages(root, tally, context, readRegistered = products/* readProducts */.x) {
    const { inputs, log, signal } = context;
    log.info(`Pruning the MSIs kept in ${root} by ${(0,input_rules/* rulesOf */.f)(inputs).join(', ')}`);
    const { places, leftovers } = await listStore(root).catch((error) => {
        throw (0,files.explainFileError)(error, 'read the kept MSIs of', root);
    });
    const registered = await readRegistered();
    const stored = [];
    for (const place of places)
        stored.push(await candidate(place, root, registered));
    const plan = (0,prune_plan/* planPrune */.wM)(stored.sort(prune_plan/* byGroupAndVersion */.Qh), inputs, Date.now());
    const sizes = new Map();
    for (const { candidate, fate, reason } of plan) {
        const bytes = fate === 'remove' ? await (0,tree_size/* treeSize */.U)(candidate.place.directory, signal) : 0;
        sizes.set(candidate, bytes);
        const size = fate === 'remove' ? ` (${(0,report_log/* formatBytes */.z3)(bytes)})` : '';
        log.info(`${fate.padEnd(6)}  ${candidate.place.directory}${size}: ${reason}`);
    }
    for (const leftover of leftovers)
        log.info(`remove  ${leftover}: left by a run that was killed`);
    if (plan.length + leftovers.length === 0)
        log.info('There is no MSI of Go');
    for (const { candidate, fate, reason } of plan) {
        const { version, place } = candidate;
        const bytes = sizes.get(candidate) ?? 0;
        const gone = fate === 'remove' && (inputs.dryRun || (await prune_remove(candidate, bytes, context)));
        tally.add({
            ...{ version, architecture: place.architecture, place: place.directory, kind: 'msi' },
            ...{ official: place.record?.official ?? false, fate, reason, bytes, gone },
        });
    }
    for (const leftover of leftovers) {
        const bytes = await (0,tree_size/* treeSize */.U)(leftover, signal);
        if (inputs.dryRun || (await clear(leftover, context)))
            tally.addLeftover(bytes);
    }
    await pruneRecords(root, registered, tally, context);
}
async function candidate(place, root, registered) {
    const { goVersion, architecture, record, ours, usedAt } = place;
    const version = (0,names/* toSemver */.Ud)(goVersion);
    return {
        place,
        group: `msi ${architecture}`,
        version: version ?? goVersion,
        ours: ours && version !== undefined,
        torn: record === undefined,
        usedAt,
        holds: await holdsOf(place, root, registered),
    };
}
/** What a package is needed for, each in words. @throws SetupError E_VERIFY where journal or history can't be understood: then nobody knows */
async function holdsOf({ goVersion, architecture }, root, registered) {
    const isThis = (go) => go?.goVersion === goVersion && (go.architecture ?? architecture) === architecture;
    const { method, details } = (await (0,journal/* leftChange */.U3)(root))?.change ?? {};
    const open = method === 'msi' ? [details?.old, details?.target, details?.secured] : [];
    const before = await (0,machine_history/* versionBefore */.aq)(root, 'msi', architecture);
    return [
        ...(registered.some(isThis) ? ['Windows Installer has it registered'] : []),
        ...(before !== undefined && before === (0,names/* toSemver */.Ud)(goVersion) ? ['a rollback returns to it'] : []),
        ...(open.some(isThis) ? ['a change that is open needs it'] : []),
    ];
}
/** @returns whether it is gone; what stays is warned of */
async function prune_remove({ place }, bytes, context) {
    const { log, audit, signal } = context;
    const { directory, record } = place;
    const started = performance.now();
    try {
        const { left, trouble } = await removePackage(place, signal);
        const durationMs = performance.now() - started;
        const change = { kind: 'pruned', place: directory, provenance: record, error: trouble };
        await (0,audit_trees/* recordTree */.A)(audit, { ...change, durationMs });
        if (left === undefined)
            log.info(`Removed ${directory}, ${(0,report_log/* formatBytes */.z3)(bytes)} freed`);
        else
            log.warn(`${directory} is removed, but not all of its files in ${left} yet; a later prune removes them.`);
        return left === undefined;
    }
    catch (error) {
        return warnThatItStays(error, directory, context);
    }
}
async function clear(leftover, context) {
    const { log, audit, signal } = context;
    const started = performance.now();
    try {
        await (0,files/* removeTree */.dM)(leftover, signal);
    }
    catch (error) {
        return warnThatItStays(error, leftover, context);
    }
    log.info(`Removed ${leftover}, left by a prune that was interrupted`);
    const durationMs = performance.now() - started;
    await (0,audit_trees/* recordTree */.A)(audit, { kind: 'removed', place: leftover, durationMs });
    return true;
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
