export const id = 2942;
export const ids = [2942,2904,5044];
export const modules = {

/***/ 2904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   listPlaces: () => (/* binding */ listPlaces),
/* harmony export */   listVersions: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7621);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);




/** `go`, and the folders of mirrors. */
const TOOL = new RegExp(`^${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .OFFICIAL_TOOL */ .ny}(?:-[0-9a-f]{8})?$`);
const MARKER = /^(x64|x86|arm64)\.complete$/;
const PLACE = /^(x64|x86|arm64)(?:\.complete)?$/;
/** Every Go of a tool cache by its marker, whoever put it there: a listing, nothing is opened. What can't be listed is not there. */
async function listEntries(root) {
    return (await listVersions(root)).flatMap(({ root, tool, version, names }) => names.flatMap((name) => {
        const architecture = MARKER.exec(name)?.[1];
        return architecture ? [{ root, tool, version, architecture }] : [];
    }));
}
/** Every version directory of a tool cache's Go folders, whoever made it. What can't be listed is not there. */
async function listVersions(root) {
    const versions = [];
    for (const tool of (await names(root)).filter((name) => TOOL.test(name)))
        for (const version of await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool)))
            versions.push({ root, tool, version, names: await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool, version)) });
    return versions;
}
/**
 * Every place of a tool cache where a Go is or should be: with a marker, or a tree that has none, or both. For those who look for what is torn.
 */
async function listPlaces(root) {
    const versions = (await listVersions(root)).filter(({ version }) => (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7)(version));
    return versions.flatMap(({ tool, version, names }) => {
        const found = new Set(names.flatMap((name) => PLACE.exec(name)?.[1] ?? []));
        return [...found].map((name) => ({ root, tool, version, architecture: name }));
    });
}
async function names(directory) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => [])).sort();
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ byGroupAndVersion),
/* harmony export */   w: () => (/* binding */ planPrune)
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
            return { candidate, fate: 'leave', reason: 'not put there by this action' };
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
    const ago = Math.max(0, Math.floor((now - usedAt) / DAY_MS));
    const when = ago === 0 ? 'used today' : `last used ${ago} day${ago === 1 ? '' : 's'} ago`;
    return { keeps: now - usedAt <= days * DAY_MS, reason: when };
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
                if (await (0,_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .looksFree */ .xq)(root, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry)))
                    leftovers.push({ entry, place: node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, version.tool, version.version, name) });
        }
    }
    return { all: all.sort(_prune_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .byGroupAndVersion */ .Q), leftovers };
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
    // Without a marker nobody says that this is the tree which our record speaks of, but its age: another action's is written later.
    const untouched = !tree || (sidecar && tree.mtimeMs <= sidecar.mtimeMs + WRITTEN_TOGETHER_MS);
    const known = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7)(entry.version) && (!tree || tree.isDirectory()) && (marker || untouched);
    const provenance = known
        ? await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .readProvenance */ .Ch)(entry, marker?.mtimeMs ?? 0).catch(() => undefined)
        : undefined;
    const own = leases.filter(({ name }) => name === (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry));
    const times = [
        Date.parse(provenance?.installedAt ?? ''),
        (await (0,_leases_js__WEBPACK_IMPORTED_MODULE_6__/* .readLastUse */ .SU)(entry)) ?? Number.NaN,
        ...own.map(({ since }) => since),
    ];
    return {
        entry,
        group: `${entry.tool} ${entry.architecture}`,
        version: entry.version,
        ours: provenance !== undefined,
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
