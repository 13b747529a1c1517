export const id = 849;
export const ids = [849];
export const modules = {

/***/ 1104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainRefusal: () => (/* binding */ explainRefusal),
  overcomeRefusal: () => (/* binding */ overcomeRefusal)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/windows/holder.js
var windows_holder = __webpack_require__(7291);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/windows/held-files.js
var held_files = __webpack_require__(5044);
// EXTERNAL MODULE: ./lib/windows/holders.js
var holders = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/toolcache/investigate.js





const BUDGET_MS = 15_000;
const FILES_MS = 4000;
const DIRECTORIES_MS = 2000;
/** What PowerShell gets at least: it takes seconds to start on a busy machine. */
const SEARCH_MS = 3000;
/**
 * Finds out who stands in the way of a refused change of an entry: by opening what was refused, and what lies beside and below it, without
 * sharing, and by asking Windows who runs from there or holds it. Nothing is changed. Never throws.
 *
 * @returns undefined where there was no time, or the search itself failed: then the error is all that is known
 */
async function investigate(error, entry, options = {}) {
    const { signal, budgetMs = BUDGET_MS } = options;
    let timer;
    let stop = () => { };
    // A call to a dead share can take a minute.
    const over = new Promise((resolve) => {
        stop = () => resolve(undefined);
        timer = setTimeout(stop, budgetMs);
        signal?.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([look(error, entry, { ...options, budgetMs }).catch(() => undefined), over]);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
    }
}
async function look(error, entry, options) {
    const end = performance.now() + options.budgetMs - 1000;
    const tree = (0,layout/* treePath */.ON)(entry);
    const place = error.path ?? tree;
    const isDirectory = await (0,promises_.lstat)(place).then((found) => found.isDirectory(), () => false);
    // The files of a lock lie elsewhere: the tree has nothing to do with them.
    const within = place.toLowerCase().startsWith(`${external_node_path_.dirname(tree)}${external_node_path_.sep}`.toLowerCase());
    const [files, directories] = [
        new Set([...(isDirectory ? [] : [place]), ...(within ? [(0,layout/* markerPath */.Ar)(entry), (0,layout/* sidecarPath */.n8)(entry)] : [])]),
        new Set([...(isDirectory ? [place] : []), ...(within ? [tree] : [])]),
    ];
    const beside = await probeAll([...files]);
    const below = await Promise.all([...directories].map((directory) => lookBelow(directory, isDirectory)));
    const held = [...beside, ...below.flatMap((one) => one.held)];
    const heldDirectories = below.flatMap((one) => one.directories);
    const timeoutMs = Math.max(end - performance.now(), SEARCH_MS);
    const search = await (0,holders/* nameHolders */.Vu)(held, tree, { ...options, timeoutMs });
    const runs = search.holders.some(({ evidence }) => evidence === 'runs there');
    const busy = error.code === 'EBUSY' ? 'somebody' : undefined;
    let cause;
    // A file that nobody has open is removed whoever runs from beside it: where that is refused it is for want of a right.
    if (!isDirectory)
        cause = held.includes(place) ? 'open files' : busy;
    else if (runs)
        cause = 'running programs';
    else if (held.length > 0)
        cause = 'open files';
    else
        cause = heldDirectories.length > 0 ? 'open directories' : busy;
    const count = below.reduce((sum, one) => sum + one.count, files.size);
    const looked = [
        `files opened without sharing to see whether another process has them open: ${count}, and ${held.length} of them it has`,
        ...(isDirectory
            ? [`directories that another process has open: ${heldDirectories.length || 'none'}`]
            : []),
        ...search.looked,
    ];
    return { place, held, heldDirectories, search, looked, cause };
}
async function probeAll(files) {
    const states = await Promise.all(files.map((file) => (0,held_files/* probeFile */.pr)(file)));
    return files.filter((_, index) => states[index] === 'held');
}
/** What is held below a directory; a directory is in the way only of who renames one. */
async function lookBelow(directory, renamed) {
    const options = { first: ['bin', external_node_path_.join('pkg', 'tool')], budgetMs: FILES_MS };
    const files = await (0,held_files/* findHeld */.Tb)(directory, options).catch(() => undefined);
    const directories = renamed ? await (0,held_files/* findHeldDirectories */.MJ)(directory, DIRECTORIES_MS) : [];
    return { held: files?.held ?? [], count: files?.looked ?? 0, directories };
}

// EXTERNAL MODULE: ./lib/toolcache/refused-write.js + 3 modules
var refused_write = __webpack_require__(8791);
;// CONCATENATED MODULE: ./lib/toolcache/refusal.js







/**
 * Turns a change, or a look, that Windows refused into the failure that a user sees: whether somebody has a file or a directory open (E_LOCKED,
 * naming who, and what to do about each), or the account may not (E_PERMISSION). It looks for 15 s at most, and never hides the error.
 *
 * @param doing what was tried, for "Could not …": `install into`
 * @param place what it was tried on
 * @returns the failure; what is no refusal is explained as everywhere else
 */
async function explainRefusal(error, doing, place, entry, options = {}) {
    if (options.signal?.aborted)
        return (0,files.explainFileError)(error, doing, place);
    const system = refusalIn(error);
    if (system === undefined)
        return await (0,refused_write.explainRefusedWrite)(error, place, { doing });
    const finding = await investigate(system, entry, options);
    return await failureOf(error, doing, place, finding, options.stop ? 'in vain' : 'mention');
}
/**
 * Goes on where a change was refused for longer than a scanner holds a file: the programs that run from the tree are ended, where they may be, and
 * then the change is tried once more.
 *
 * @throws SetupError E_LOCKED or E_PERMISSION that explains the refusal; what the second attempt throws; the signal's reason
 */
async function overcomeRefusal(error, change, entry, options) {
    const { stop, signal } = options;
    const system = refusalIn(error);
    if (system === undefined)
        throw error;
    const tree = (0,layout/* treePath */.ON)(entry);
    const place = external_node_path_.dirname(tree);
    const finding = await investigate(system, entry, options);
    const advice = stop ? 'in vain' : 'mention';
    const stopped = stop && finding?.cause ? await stop(finding.search.holders, tree) : 0;
    signal?.throwIfAborted();
    if (stopped === 0)
        throw await failureOf(error, 'install into', place, finding, advice);
    return await change().catch(async (again) => {
        signal?.throwIfAborted();
        throw await explainRefusal(again, 'install into', place, entry, options);
    });
}
/** The error of the system in a refusal, or in the failure that was made of one; undefined for anything else. */
function refusalIn(error) {
    const system = error instanceof errors/* SetupError */.w ? error.cause : error;
    const refused = ['EBUSY', 'EPERM', 'EACCES'].includes((0,errors/* systemCode */.x)(system) ?? '');
    return refused ? system : undefined;
}
async function failureOf(error, doing, place, finding, stopping) {
    const plain = finding?.cause === undefined
        ? await (0,refused_write.explainRefusedWrite)(error, place, { doing, mayBeHeld: true })
        : (0,files.explainFileError)(error, doing, place);
    if (finding === undefined || !(plain instanceof errors/* SetupError */.w))
        return plain;
    const { holders } = finding.search;
    const found = holders.map((holder) => `found: ${(0,windows_holder/* describeHolder */.sG)(holder)}`);
    const evidence = [...plain.evidence, `refused on ${finding.place}`, ...finding.looked, ...found];
    const cause = plain.cause ?? error;
    if (finding.cause === undefined) {
        const hint = 'nobody was found to have it open; a shell or an Explorer window in it can be in the way unseen';
        const { code, message, remedy } = plain;
        return new errors/* SetupError */.w(code, message, { remedy, evidence: [...evidence, hint], cause });
    }
    const message = `Could not ${doing} ${place}: ${reason(finding)} ${who(holders)}`;
    return new errors/* SetupError */.w('E_LOCKED', message, { remedy: (0,windows_holder/* adviseOn */.mm)(holders, stopping), evidence, cause });
}
function reason({ cause, place, held, heldDirectories }) {
    switch (cause) {
        case 'running programs':
            return `programs run from it.${held.length > 0 ? ` Open: ${some(held)}.` : ''}`;
        case 'open directories':
            return `another process has a directory open, as a shell has its working directory and an Explorer window what it shows: ${some(heldDirectories)}.`;
        case 'open files':
            return `another process has ${some(held)} open.`;
        default:
            return `another process had ${place} open, and some seconds later it was not seen any more.`;
    }
}
const NAMED = 3;
function who(holders) {
    if (holders.length === 0)
        return 'Who that is is not known: what was looked at is in the log.';
    const certain = holders.filter(windows_holder/* isCertain */.te);
    const named = certain.length > 0 ? certain : holders;
    const more = named.length > NAMED ? `; … (${named.length} in all)` : '';
    const names = named.slice(0, NAMED).map(windows_holder/* describeHolder */.sG).join('; ');
    return `${certain.length > 0 ? 'Holders' : 'Perhaps'}: ${names}${more}.`;
}
function some(places) {
    const more = places.length > NAMED ? `, … (${places.length} in all)` : '';
    return places.slice(0, NAMED).join(', ') + more;
}


/***/ }),

/***/ 3126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ GROWTH),
/* harmony export */   F6: () => (/* binding */ LEAST_GO_BYTES),
/* harmony export */   Gl: () => (/* binding */ ONE_GO_BYTES),
/* harmony export */   yh: () => (/* binding */ LONGEST_IN_TREE)
/* harmony export */ });
/** What one Go takes on a disk: 262 MB for 1.27 in clusters of 4 KiB (measured), and its own tests. */
const ONE_GO_BYTES = 300e6;
/** No Go of go.dev's takes less: of its Windows ZIPs whose size the built-in index has, the smallest has 52 MB (go1.4.3 for x86). */
const LEAST_GO_BYTES = 100e6;
/** What go.dev's ZIPs take on a disk for each of their bytes, in clusters of 4 KiB (measured: 3.48 to 3.51 for 1.25 to 1.27). */
const GROWTH = 3.5;
/** The longest path below the root of a Go tree, of all files of 1.25, 1.26 and 1.27: `src\internal\trace\testdata\generators\go122-syscall-…-bare-m.go`. */
const LONGEST_IN_TREE = 102;


/***/ }),

/***/ 4913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ freeSpace),
/* harmony export */   O: () => (/* binding */ nearestDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The directory, or the nearest one above it that is there; the root of the drive where none is. */
async function nearestDirectory(directory) {
    for (let place = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory);; place = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place)) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined);
        if (found?.isDirectory() || node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place) === place)
            return place;
    }
}
/**
 * Bytes that this account may still write where a directory lies.
 *
 * @returns undefined where nobody says: some network drives tell nothing, and a probe without an answer stops nobody
 */
async function freeSpace(directory) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(directory).catch(() => undefined);
    return found === undefined || found.blocks === 0 ? undefined : found.bavail * found.bsize;
}


/***/ })

};
