export const id = 2070;
export const ids = [2070,9215];
export const modules = {

/***/ 3088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ quoteName),
/* harmony export */   m: () => (/* binding */ broken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The failure of an archive that is not as it has to be. */
function broken(reason, entry) {
    const name = entry === undefined ? '' : quoteName(entry);
    const subject = entry === undefined ? 'The archive' : `The entry ${name} of the archive`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_ARCHIVE', `${subject} is refused: ${reason}.`, {
        remedy: 'Use an archive as go.dev/dl publishes it; have the mirror, or what made this file, repaired.',
        ...(entry === undefined ? {} : { evidence: [`entry ${name}`, reason] }),
    });
}
/** A name out of an archive as it may stand in a message: it can have 65,535 bytes, and turn lines around or begin a terminal's commands. */
function quoteName(name) {
    const head = name.slice(0, 300).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
    return JSON.stringify(name.length > 300 ? `${head}…` : head);
}


/***/ }),

/***/ 6421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iR: () => (/* binding */ END_REACH),
  mZ: () => (/* binding */ dataOffset),
  m5: () => (/* binding */ locateDirectory),
  gZ: () => (/* binding */ readDirectory)
});

;// CONCATENATED MODULE: ./lib/archive/entry-name.js
const FORBIDDEN = /[<>|?*"]/;
/** The superscript digits count as digits in device names on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]|conin\$|conout\$)$/i;
/** Go's longest has 108 characters; each is compared with all others, before anyone knows the archive's hash. */
const LONGEST = 1024;
/**
 * Why a name from an archive can't be a file on Windows inside of the target, or undefined when it can. The rules are those of
 * Microsoft's "Naming Files, Paths, and Namespaces", applied on every platform.
 *
 * @param name as stored: forward slashes, a trailing one for a directory
 */
function nameProblem(name) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
    if (/[\u0000-\u001F\u007F]/.test(name))
        return 'a control character in the name';
    if (name.includes('\\'))
        return 'a backslash in the name';
    if (name.includes(':'))
        return 'a colon in the name';
    if (name.startsWith('/'))
        return 'an absolute path';
    if (name.length > LONGEST)
        return `a path of more than ${LONGEST} characters`;
    const path = name.endsWith('/') ? name.slice(0, -1) : name;
    for (const segment of path.split('/')) {
        const problem = segmentProblem(segment);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function segmentProblem(segment) {
    if (segment === '')
        return 'an empty part in the path';
    if (segment === '..' || segment === '.')
        return `"${segment}" in the path`;
    if (FORBIDDEN.test(segment))
        return 'a character in the name that Windows does not allow';
    if (segment.endsWith('.') || segment.endsWith(' '))
        return 'a trailing dot or space in the name';
    // The extension does not matter, nor do spaces before it: `nul.txt` and `nul .txt` are NUL.
    const stem = (segment.split('.')[0] ?? '').trimEnd();
    if (DEVICE.test(stem))
        return 'the name of a Windows device';
    if (segment.length > 255)
        return 'a name of more than 255 characters';
    return undefined;
}
/** Two paths with the same key are the same file on a file system that ignores case. */
function caseKey(path) {
    return path.toLowerCase().toUpperCase();
}

// EXTERNAL MODULE: ./lib/archive/zip-file.js
var zip_file = __webpack_require__(3088);
;// CONCATENATED MODULE: ./lib/archive/zip-checks.js


const MIB = 2 ** 20;
const MAX_ENTRY = 1024 * MIB;
const MAX_TOTAL = 4096 * MIB;
/** Go's archives unpack to three times their size; nothing real comes near this, beyond small ones. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 100 * MIB;
/** Go has 1,400. Each entry can name hundreds, and this is counted before anyone knows the archive's hash. */
const MAX_DIRECTORIES = 0xffff;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const REPARSE_POINT = 0x400;
/**
 * Turns the entries into files and directories below the top directory.
 *
 * @throws SetupError E_ARCHIVE for names that Windows or this target can't hold, links and other special files, duplicates
 *   (case ignored), a file where a directory is needed, several top directories, overlapping entries, bombs
 */
function checkTree(entries, bounds) {
    let totalSize = 0;
    const tree = createTree();
    const limits = limitsOf(entries, bounds.end);
    const files = [];
    for (const entry of entries) {
        const { name, method, crc32, compressedSize, size, offset, rawName } = entry;
        const problem = nameProblem(name) ?? typeProblem(entry);
        if (problem !== undefined)
            throw (0,zip_file/* broken */.m)(problem, name);
        const isDirectory = name.endsWith('/');
        const [top, ...rest] = (isDirectory ? name.slice(0, -1) : name).split('/');
        if (top !== bounds.topDirectory || (rest.length === 0 && !isDirectory)) {
            throw (0,zip_file/* broken */.m)(`it lies outside of ${bounds.topDirectory}/`, name);
        }
        if (size > MAX_ENTRY)
            throw (0,zip_file/* broken */.m)('it is larger than 1 GiB unpacked', name);
        totalSize += size;
        const path = rest.join('/');
        if (isDirectory) {
            if (size > 0)
                throw (0,zip_file/* broken */.m)('it is a directory with content', name);
            if (path === '')
                tree.addTop(name);
            else
                tree.addDirectory(path, name);
            continue;
        }
        tree.addFile(path, name);
        const limit = limits.get(entry) ?? bounds.end;
        files.push({ path, method, crc32, compressedSize, size, offset, limit, rawName });
    }
    if (totalSize > MAX_TOTAL)
        throw (0,zip_file/* broken */.m)(`it unpacks to ${totalSize} bytes, more than 4 GiB`);
    if (totalSize > RATIO_COUNTS_FROM && totalSize > MAX_RATIO * bounds.archiveSize) {
        throw (0,zip_file/* broken */.m)(`it unpacks to ${totalSize} bytes, more than ${MAX_RATIO} times its size`);
    }
    return { files, directories: tree.directories(), totalSize };
}
/** For each entry the offset that it must end before; refuses those that reach into the next one. */
function limitsOf(entries, end) {
    const limits = new Map();
    const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
    for (const [index, entry] of byOffset.entries()) {
        const limit = byOffset[index + 1]?.offset ?? end;
        if (entry.offset + 30 + entry.rawName.length + entry.compressedSize > limit) {
            throw (0,zip_file/* broken */.m)('it overlaps another entry', entry.name);
        }
        limits.set(entry, limit);
    }
    return limits;
}
/** The upper half of the attributes holds a Unix mode, or zero; the lower one Windows' own. */
function typeProblem({ name, attributes }) {
    const type = (attributes >>> 16) & TYPE_MASK;
    if (type === SYMLINK || (attributes & REPARSE_POINT) !== 0)
        return 'it is a link';
    if (type !== 0 && type !== REGULAR && type !== DIRECTORY)
        return 'it is neither a file nor a directory';
    if (type === (name.endsWith('/') ? REGULAR : DIRECTORY))
        return 'its name and its type disagree';
    return undefined;
}
function createTree() {
    /** By case-insensitive key: the path as first spelled, and what named it. */
    const seen = new Map();
    let topNamed = false;
    let directories = 0;
    function add(path, kind, named, entry) {
        const key = caseKey(path);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, { path, kind, named });
            if (kind === 'directory' && ++directories > MAX_DIRECTORIES)
                throw (0,zip_file/* broken */.m)(`it has more than ${MAX_DIRECTORIES} directories`);
            return;
        }
        if (other.path !== path)
            throw (0,zip_file/* broken */.m)(`it differs from ${(0,zip_file/* quoteName */.A)(other.path)} in case only`, entry);
        if (other.kind !== kind)
            throw (0,zip_file/* broken */.m)('it is both a file and a directory', entry);
        if (other.named && named)
            throw (0,zip_file/* broken */.m)('it is there twice', entry);
        other.named ||= named;
    }
    function addParents(path, entry) {
        // From the innermost one outwards, until one is known: then those around it are, too.
        for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const parent = path.slice(0, slash);
            const known = seen.get(caseKey(parent));
            add(parent, 'directory', false, entry);
            if (known !== undefined)
                return;
        }
    }
    return {
        addTop(entry) {
            if (topNamed)
                throw (0,zip_file/* broken */.m)('it is there twice', entry);
            topNamed = true;
        },
        addDirectory(path, entry) {
            addParents(path, entry);
            add(path, 'directory', true, entry);
        },
        addFile(path, entry) {
            addParents(path, entry);
            add(path, 'file', true, entry);
        },
        directories() {
            const paths = [...seen.values()].filter(({ kind }) => kind === 'directory').map(({ path }) => path);
            return paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/zip.js


const END_SIZE = 22;
const HEADER_SIZE = 46;
const LOCAL_SIZE = 30;
/** The end record and the longest comment there can be: that much of a file's end has to be there to find the directory. */
const END_REACH = END_SIZE + 0xffff;
/**
 * Finds the central directory from the end of a whole archive (APPNOTE 6.3, 4.3.16).
 * @throws SetupError E_ARCHIVE when this is no ZIP, or one of several parts, or zip64
 */
function locateDirectory(bytes) {
    const view = viewOf(bytes);
    for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_REACH); at--) {
        if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x06054b50)
            continue;
        if (at + END_SIZE + view.getUint16(at + 20, true) !== bytes.length)
            continue;
        if (at >= 20 && view.getUint32(at - 20, true) === 0x07064b50)
            throw (0,zip_file/* broken */.m)('it is a zip64 archive');
        const count = view.getUint16(at + 10, true);
        const size = view.getUint32(at + 12, true);
        const offset = view.getUint32(at + 16, true);
        if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
            throw (0,zip_file/* broken */.m)('it is a zip64 archive');
        if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0)
            throw (0,zip_file/* broken */.m)('it spans several disks');
        if (view.getUint16(at + 8, true) !== count)
            throw (0,zip_file/* broken */.m)('it spans several disks');
        if (offset + size !== at)
            throw (0,zip_file/* broken */.m)('its directory does not lie where its end record says');
        return { offset, end: at, count };
    }
    throw (0,zip_file/* broken */.m)('it is no ZIP archive, or is cut off: the end record is missing');
}
/**
 * Reads the central directory and refuses what a Go archive never holds: see zip-checks.ts and entry-name.ts.
 *
 * @param bytes the whole archive; only the directory itself is read
 * @param topDirectory the one directory that everything has to lie in
 * @throws SetupError E_ARCHIVE naming the entry and the reason
 */
function readDirectory(bytes, location, topDirectory) {
    // A copy, because a decoder takes no shared memory, and because the names are kept.
    const copy = Uint8Array.from(bytes.subarray(location.offset, location.end));
    const view = viewOf(copy);
    const end = copy.length;
    const entries = [];
    let at = 0;
    for (let index = 0; index < location.count; index++) {
        if (at + HEADER_SIZE > end)
            throw (0,zip_file/* broken */.m)('its directory is cut off', `entry ${index + 1}`);
        if (view.getUint32(at, true) !== 0x02014b50)
            throw (0,zip_file/* broken */.m)('its directory is damaged', `entry ${index + 1}`);
        const nameEnd = at + HEADER_SIZE + view.getUint16(at + 28, true);
        const extraEnd = nameEnd + view.getUint16(at + 30, true);
        const next = extraEnd + view.getUint16(at + 32, true);
        if (next > end)
            throw (0,zip_file/* broken */.m)('its directory is cut off', `entry ${index + 1}`);
        const rawName = copy.subarray(at + HEADER_SIZE, nameEnd);
        const name = decodeName(rawName, index);
        const flags = view.getUint16(at + 8, true);
        const method = view.getUint16(at + 10, true);
        const compressedSize = view.getUint32(at + 20, true);
        const size = view.getUint32(at + 24, true);
        const offset = view.getUint32(at + 42, true);
        if ((flags & 0x2041) !== 0)
            throw (0,zip_file/* broken */.m)('it is encrypted', name);
        if ((flags & 0x20) !== 0)
            throw (0,zip_file/* broken */.m)('it is a patch', name);
        if (method !== 0 && method !== 8)
            throw (0,zip_file/* broken */.m)(`it is compressed by method ${method}, not by deflate`, name);
        if ([compressedSize, size, offset].includes(0xffffffff) || hasZip64(view, nameEnd, extraEnd)) {
            throw (0,zip_file/* broken */.m)('it is a zip64 entry', name);
        }
        if (view.getUint16(at + 34, true) !== 0)
            throw (0,zip_file/* broken */.m)('it lies on another disk', name);
        if (method === 0 && compressedSize !== size)
            throw (0,zip_file/* broken */.m)('its two sizes differ, though it is stored as it is', name);
        if (offset + LOCAL_SIZE + rawName.length + compressedSize > location.offset) {
            throw (0,zip_file/* broken */.m)('it reaches out of the archive', name);
        }
        const attributes = view.getUint32(at + 38, true);
        const crc32 = view.getUint32(at + 16, true);
        entries.push({ name, rawName, method, attributes, crc32, compressedSize, size, offset });
        at = next;
    }
    if (at !== end)
        throw (0,zip_file/* broken */.m)('its directory holds more than it says');
    return checkTree(entries, { topDirectory, end: location.offset, archiveSize: bytes.length });
}
/**
 * Where the data of a file begins, by its local header, which has to tell the same name and method as the directory does.
 * @throws SetupError E_ARCHIVE
 */
function dataOffset(bytes, file) {
    const view = viewOf(bytes);
    const at = file.offset;
    if (at + LOCAL_SIZE > file.limit || view.getUint32(at, true) !== 0x04034b50) {
        throw (0,zip_file/* broken */.m)('its local header is missing', file.path);
    }
    const nameLength = view.getUint16(at + 26, true);
    const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
    if (start + file.compressedSize > file.limit)
        throw (0,zip_file/* broken */.m)('it overlaps what follows it', file.path);
    const name = bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength);
    if (Buffer.compare(name, file.rawName) !== 0)
        throw (0,zip_file/* broken */.m)('its local header has another name', file.path);
    if (view.getUint16(at + 8, true) !== file.method)
        throw (0,zip_file/* broken */.m)('its local header has another method', file.path);
    if ((view.getUint16(at + 6, true) & 0x2041) !== 0)
        throw (0,zip_file/* broken */.m)('it is encrypted', file.path);
    return start;
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decodeName(raw, index) {
    try {
        return utf8.decode(raw);
    }
    catch {
        throw (0,zip_file/* broken */.m)('its name is not valid UTF-8', `${Buffer.from(raw).toString('latin1')} (entry ${index + 1})`);
    }
}
function hasZip64(view, start, end) {
    for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
        if (view.getUint16(at, true) === 0x0001)
            return true;
    }
    return false;
}
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}


/***/ }),

/***/ 1534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bX: () => (/* binding */ LONGEST_MESSAGE),
  FX: () => (/* binding */ RESULT_FILE),
  VI: () => (/* binding */ beginningOf),
  tl: () => (/* binding */ judgedStages),
  m3: () => (/* binding */ readPlan),
  x8: () => (/* binding */ readResults),
  ks: () => (/* binding */ readRoster),
  _f: () => (/* binding */ readShape),
  Kj: () => (/* binding */ stopBefore),
  IT: () => (/* binding */ strangeness),
  WG: () => (/* binding */ tellPassedOver),
  pD: () => (/* binding */ writePlan),
  nm: () => (/* binding */ writeRoster),
  P1: () => (/* binding */ writeVerdict)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/shapes.js

/**
 * What a file of a run says, checked before anything is made of it: it was written on another machine, maybe by another version, maybe by somebody else. Only what is
 * read here is looked at; of the rest a file may have what it wants.
 *
 * @returns the value, or the place of the first thing that does not fit
 */
function checkShape(kind, value) {
    const misfit = SHAPES[kind](value, '');
    return misfit === undefined ? { value: value } : { misfit };
}
const check = (fits) => (value, place) => fits(value) ? undefined : place;
const shapes_text = check((value) => typeof value === 'string');
/** A name or a version. What is longer is none; they go into an output that takes a megabyte for all runners. */
const word = check((value) => typeof value === 'string' && value.length <= 256);
const flag = check((value) => typeof value === 'boolean');
const number = check((value) => typeof value === 'number' && Number.isFinite(value));
const count = check((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const time = check((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
const oneOf = (...values) => check((value) => values.includes(value));
const orNull = (inner) => (value, place) => value === null ? undefined : inner(value, place);
function list(inner) {
    return (value, place) => {
        if (!Array.isArray(value))
            return place;
        for (const [index, item] of value.entries()) {
            const misfit = inner(item, `${place}[${index}]`);
            if (misfit !== undefined)
                return misfit;
        }
        return undefined;
    };
}
function fields(checks) {
    return (value, place) => {
        if (typeof value !== 'object' || value === null)
            return place;
        for (const [name, inner] of Object.entries(checks)) {
            const misfit = inner(value[name], place === '' ? name : `${place}.${name}`);
            if (misfit !== undefined)
                return misfit;
        }
        return undefined;
    };
}
const runnerFields = { id: shapes_text, name: shapes_text, labels: list(shapes_text), group: shapes_text, machineRoot: shapes_text };
const runner = fields(runnerFields);
const stage = oneOf(...slots/* UPGRADE_STAGES */.L8);
const skipped = list(fields({
    runner,
    why: oneOf('current', 'offline', 'busy', 'unknown-to-github', 'no-answer', 'scan-failed'),
    detail: shapes_text,
}));
/** What a plan asks of it. */
const inventory = fields({ machineRoot: fields({ unfinished: orNull(fields({})) }) });
const SHAPES = {
    roster: fields({
        ...{
            schema: oneOf(1),
            takenAt: time,
            attempt: count,
            wanted: shapes_text,
            fleet: count,
            part: count,
            parts: count,
        },
        ...{ runners: list(runner), skipped },
    }),
    plan: fields({
        ...{ schema: oneOf(1), plannedAt: time, attempt: count, wanted: shapes_text },
        stages: list(fields({ stage, runners: list(fields({ ...runnerFields, from: orNull(shapes_text) })) })),
        ...{ skipped, later: list(runner), runsNeeded: count },
        limits: fields({ maxFailures: number, tolerance: number }),
    }),
    result: fields({
        ...{
            schema: oneOf(1),
            id: word,
            runner: word,
            stage: oneOf('scan', ...slots/* UPGRADE_STAGES */.L8, 'rollback'),
            attempt: count,
        },
        ...{ outcome: oneOf('ok', 'failed'), code: word, message: shapes_text, startedAt: time, durationMs: number },
        ...{ before: orNull(word), after: orNull(word), rolledBack: flag, recoveryMs: orNull(number) },
        bytes: fields({ downloaded: count, reused: count }),
        health: orNull(fields({ ratio: orNull(number) })),
        inventory: orNull(inventory),
    }),
    verdict: fields({
        ...{
            schema: oneOf(1),
            stage,
            attempt: count,
            goOn: flag,
            reason: shapes_text,
            due: count,
            failed: count,
            lost: count,
        },
        ratio: orNull(number),
    }),
};

;// CONCATENATED MODULE: ./lib/fleet/files.js






// The files of a run of the workflow, all in one directory. The artifacts that carry them are made by other jobs, and so by other machines: what is read is looked
// at first, and what is no sound result counts as none.
/** The largest file that is read; a result with a large inventory has some hundred kilobytes. */
const MOST_BYTES = 8_000_000;
/** A message is for people. */
const LONGEST_MESSAGE = 2000;
/** Clocks of machines differ; a result that is older than what it belongs to by more than this is one of another run. */
const CLOCKS_MS = 3_600_000;
async function writeRoster(directory, roster) {
    await write(directory, 'roster.json', roster);
}
async function writePlan(directory, plan) {
    await write(directory, 'plan.json', plan);
}
async function writeVerdict(directory, verdict) {
    await write(directory, `verdict-${verdict.stage}.json`, verdict);
}
async function write(directory, name, value) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,atomic_file.writeJson)(external_node_path_.join(directory, name), value);
}
/** @throws SetupError E_INPUT where it is missing or damaged */
async function readRoster(directory) {
    return await readNeeded(directory, 'roster', 'scan');
}
/** @throws SetupError E_INPUT where it is missing or damaged */
async function readPlan(directory) {
    return await readNeeded(directory, 'plan', 'upgrade');
}
async function readNeeded(directory, kind, stage) {
    const file = external_node_path_.join(directory, `${kind}.json`);
    const read = await readShape(file, kind);
    if ('value' in read)
        return read.value;
    throw new errors/* SetupError */.w('E_INPUT', `${file} cannot be used: ${read.wrong}.`, {
        remedy: `Download the artifacts of this run into fleet-dir before this step; operation: plan with stage: ${stage} writes that file.`,
    });
}
function beginningOf(begun) {
    return { at: 'takenAt' in begun ? begun.takenAt : begun.plannedAt, attempt: begun.attempt };
}
/**
 * Reads the results of legs. Those of an earlier attempt at the run, which lie there as long as a leg has left no newer one, are passed over: they tell nothing of
 * what this plan has done.
 *
 * @param wanted of which stages
 */
async function readResults(directory, since, wanted) {
    const results = [];
    const passedOver = [];
    const begun = new Set();
    for (const name of await files_list(directory)) {
        const [, stage = '', id = ''] = RESULT_FILE.exec(name) ?? [];
        if (stage === '' || !wanted(stage))
            continue;
        const read = await readShape(external_node_path_.join(directory, name), 'result');
        if ('value' in read && read.value.attempt < since.attempt)
            continue;
        begun.add(stage);
        const wrong = 'wrong' in read ? read.wrong : strangeness(read.value, stage, id, since);
        if ('value' in read && wrong === undefined)
            results.push({ ...read.value, message: read.value.message.slice(0, LONGEST_MESSAGE) });
        else
            passedOver.push(`${name}: ${wrong}`);
    }
    return { results, passedOver, begun };
}
/** Stage of the leg, and id of its runner. */
const RESULT_FILE = /^result-(scan|canary|wave-[1-6]|rollback)-(.+)\.json$/;
/** One annotation, however many there are. */
function tellPassedOver(lines, log) {
    if (lines.length === 0)
        return;
    for (const line of lines)
        log.info(`This result counts as lost: ${line}`);
    const more = lines.length > 1 ? ` And ${lines.length - 1} more, which the log has.` : '';
    log.warn(`A result cannot be used, and its runner counts as lost. ${lines[0]}.${more}`);
}
/** The stages that a gate has judged, and not in an earlier attempt than this. */
async function judgedStages(directory, attempt) {
    const read = await readVerdicts(directory);
    return read.flatMap(([stage, verdict]) => verdict === undefined || verdict.attempt >= attempt ? stage : []);
}
/**
 * The verdict by which an earlier attempt at the run has stopped the roll-out that is planned here; undefined where none has.
 *
 * @param now the attempt that is under way
 */
async function stopBefore(directory, since, now) {
    const read = await readVerdicts(directory);
    const earlier = read.flatMap(([, verdict]) => verdict ?? []);
    return earlier.find(({ goOn, attempt }) => !goOn && attempt >= since.attempt && attempt < now);
}
/** By stage; undefined: there is a file, and it cannot be used. */
async function readVerdicts(directory) {
    const names = new Set(await files_list(directory));
    const found = [];
    for (const stage of slots/* UPGRADE_STAGES */.L8) {
        const name = `verdict-${stage}.json`;
        if (!names.has(name))
            continue;
        const read = await readShape(external_node_path_.join(directory, name), 'verdict');
        found.push([stage, 'value' in read ? read.value : undefined]);
    }
    return found;
}
async function files_list(directory) {
    try {
        return (await (0,promises_.readdir)(directory)).sort();
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return [];
        throw error;
    }
}
/** Reads a file of a run. @returns or why it cannot be used, as half a sentence */
async function readShape(file, kind) {
    let bytes;
    try {
        const found = await (0,promises_.stat)(file);
        if (!found.isFile())
            return { wrong: 'it is no file' };
        if (found.size > MOST_BYTES)
            return { wrong: `it is larger than ${MOST_BYTES / 1e6} MB` };
        bytes = await (0,promises_.readFile)(file);
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return { wrong: 'it is not there' };
        throw error;
    }
    let value;
    try {
        value = JSON.parse(bytes.toString());
    }
    catch {
        return { wrong: 'it is torn, and no JSON' };
    }
    const checked = checkShape(kind, value);
    if ('value' in checked)
        return checked;
    return { wrong: `${checked.misfit === '' ? 'it' : `its ${checked.misfit}`} is not what it should be` };
}
/** What makes a sound result one of something else, as half a sentence; undefined where nothing does. */
function strangeness(result, stage, id, since) {
    if (result.id !== id)
        return `it is about the runner ${JSON.stringify(result.id)}`;
    if (result.stage !== stage)
        return `it is about the stage ${JSON.stringify(result.stage)}`;
    if (Date.parse(result.startedAt) < Date.parse(since.at) - CLOCKS_MS)
        return `its leg began at ${result.startedAt}, long before this run: it is one of another run`;
    return undefined;
}


/***/ }),

/***/ 6929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubRefusal),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50);
/* harmony import */ var _network_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8771);
/* harmony import */ var _network_responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8618);
/* harmony import */ var _network_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5192);




// GitHub's REST API, as far as a fleet needs it: https://docs.github.com/en/rest/actions
/** A question that GitHub did not answer. The message is half a sentence: `it does not accept the token (status 401)`. */
class GitHubRefusal extends Error {
    name = 'GitHubRefusal';
    /** 0: there was no answer. 429: there were too many questions, whichever status said so. */
    status;
    constructor(message, status, cause) {
        super(message, { cause });
        this.status = status;
    }
}
/** A list of 100 pages has 10,000 entries; behind a link that goes in a circle there is no end. */
const MOST_PAGES = 500;
const MOST_BYTES = 20_000_000;
/** Opens the API of this run's GitHub. The token goes to its origin, and nowhere else. */
async function openGitHub(token, context) {
    const { env, log, signal } = context;
    const api = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
    const http = (0,_network_http_js__WEBPACK_IMPORTED_MODULE_1__/* .createHttp */ .V)({
        ...(await (0,_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOptions */ .H)(context)),
        signal,
        onRetry: (line) => log.info(line),
        token: { origin: api, value: token },
    });
    const headers = { 'x-github-api-version': '2022-11-28' };
    const accept = 'application/vnd.github+json';
    /** @returns entries, and the address of the next page */
    async function page(url, field) {
        return await (0,_network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .withRetries */ .L)(http.retries, { what: url.replace(/\?.*/, ''), evidence: [], signal }, async () => {
            const response = await http.get(url, { headers, accept });
            if (response.status !== 200)
                throw refusalOf(response);
            const next = /<([^>]+)>;[^,]*\brel="next"/.exec([response.headers.link].flat().join(','))?.[1];
            return { entries: await readEntries(response, field), next };
        });
    }
    return {
        async list(path, field) {
            const all = [];
            let url = `${api}/${path}${path.includes('?') ? '&' : '?'}per_page=100`;
            for (let number = 0; url !== undefined; number++) {
                if (number === MOST_PAGES)
                    throw new GitHubRefusal('its list has no end', 200);
                const { entries, next } = await page(url, field).catch((error) => {
                    throw asRefusal(error, signal);
                });
                all.push(...entries);
                // A page elsewhere would be asked without the token; there is none in a sound list.
                url = next !== undefined && new URL(next, url).origin === new URL(url).origin ? next : undefined;
            }
            return all;
        },
        async post(path) {
            try {
                const response = await http.get(`${api}/${path}`, { headers, accept, method: 'POST' });
                response.body.destroy();
                return response.status;
            }
            catch (error) {
                throw asRefusal(error, signal);
            }
        },
        close: http.close,
    };
}
async function readEntries(response, field) {
    const chunks = [];
    let length = 0;
    await (0,_network_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x8)(response, (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MOST_BYTES)
            throw new GitHubRefusal(`its answer is larger than ${MOST_BYTES / 1e6} MB`, 200);
    });
    try {
        const value = JSON.parse(Buffer.concat(chunks).toString());
        const entries = value[field];
        if (Array.isArray(entries))
            return entries.filter((entry) => typeof entry === 'object' && entry !== null);
    }
    catch (error) {
        throw new GitHubRefusal('its answer is no JSON', 200, error);
    }
    throw new GitHubRefusal(`its answer has no list ${field}`, 200);
}
/** What a status that is not 200 means; a limit that passes within a minute is waited for. */
function refusalOf({ status, headers, body }) {
    body.destroy();
    const limited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
    if (status === 429 || (status === 403 && limited)) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000 - Date.now();
        const waitMs = (0,_network_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfter */ .P9)(headers['retry-after']) ?? (reset > 0 ? reset : undefined);
        const until = waitMs === undefined ? '' : ` for ${Math.ceil(waitMs / 1000)} s`;
        const message = `it answers no more questions${until}, since there were too many (status ${status})`;
        return waitMs !== undefined && waitMs > 60_000
            ? new GitHubRefusal(message, 429)
            : new _network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(message, { retryAfterMs: waitMs });
    }
    if (status === 408 || status >= 500)
        return new _network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(`status ${status}`);
    const meaning = {
        401: 'it does not accept the token',
        403: 'the token may not ask this',
        404: 'there is nothing of the kind, or the token may not see it',
    };
    return new GitHubRefusal(`${meaning[status] ?? 'it refused'} (status ${status})`, status);
}
function asRefusal(error, signal) {
    signal.throwIfAborted();
    if (error instanceof GitHubRefusal)
        return error;
    return new GitHubRefusal(error instanceof Error ? error.message.replace(/\.$/, '') : String(error), 0, error);
}


/***/ }),

/***/ 9690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ setPlanOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);

/** The outputs of every plan. @param wanted the release, a semver */
function setPlanOutputs(slots, wanted) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('slots', slots);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('go-version', wanted);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('error-code', '');
}


/***/ }),

/***/ 4738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   PQ: () => (/* binding */ runnersCount),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   eI: () => (/* binding */ SKIP_REASONS),
/* harmony export */   gD: () => (/* binding */ headlineOf),
/* harmony export */   gg: () => (/* binding */ needLook),
/* harmony export */   sh: () => (/* binding */ versionName)
/* harmony export */ });
/** `canary`, `wave 1`. */
function shortName(stage) {
    return stage.replace('-', ' ');
}
/** As in a sentence: `the canary`, `wave 1`. */
function stageName(stage) {
    return stage === 'canary' ? 'the canary' : shortName(stage);
}
/** With a capital, for the beginning of a sentence or cell. */
function capital(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
/** A version for people: `1.26.6`, `no Go`, `unknown`. */
function versionName(version) {
    return version === 'none' ? 'no Go' : version;
}
const SKIP_REASONS = {
    current: 'had it already',
    offline: 'offline',
    busy: 'busy',
    'unknown-to-github': 'not registered with GitHub',
    'no-answer': 'gave no answer to the scan',
    'scan-failed': 'could not be looked at',
};
/** `1 runner`, `3 runners`. */
function runnersCount(count) {
    return `${count} runner${count === 1 ? '' : 's'}`;
}
/** What happened: in one sentence, and then what is to be known besides, the worst of it first; the latter may be empty. */
function headlineOf(report) {
    const { wanted, outcome, onWanted, fleet, stages, states } = report;
    const go = wanted === null ? 'The wanted Go' : `Go ${wanted}`;
    const has = `${go} is on ${onWanted} of ${runnersCount(fleet)}`;
    if (isUnclear(report))
        return ['What the run has changed is not known: its plan cannot be read. The next run looks.', ''];
    if (outcome === 'unplanned')
        return ['The run ended before there was a plan: nothing was changed.', ''];
    if (outcome === 'nothing-to-do')
        return [`${has}; none was ${onWanted === fleet ? 'due' : 'upgraded'}.`, restOf(report)];
    if (outcome === 'dry-run')
        return [`Dry run: ${go} would go to ${states['not-reached']} of ${runnersCount(fleet)}.`, restOf(report)];
    const end = stages.find(({ state }) => (outcome === 'stopped' ? state === 'stopped' : state !== 'passed'));
    if (end === undefined)
        return [`${has}.`, restOf(report)];
    const how = outcome === 'stopped' ? 'stopped after' : 'the run ended early, at';
    return [`${go}: ${how} ${stageName(end.stage)}.`, restOf(report)];
}
/** Whether there is no plan that can be read, and yet a file that there would not be without one. */
function isUnclear({ outcome, notes }) {
    const late = /^(?:plan|verdict-\S+|result-(?!scan-)\S+)\.json cannot be used/;
    return outcome === 'unplanned' && notes.some((note) => late.test(note));
}
/** The runners without the wanted release, and why. */
function restOf({ states, skipped, failures, outcome }) {
    const away = skipped.filter(({ why }) => why !== 'current');
    const parts = [
        [states['not-rolled-back'], 'not rolled back'],
        [states.failed, 'failed'],
        [states.lost, 'gave no answer'],
        [states['rolled-back'], 'rolled back'],
        ...(outcome === 'stopped' || outcome === 'cut-short'
            ? [[states.upgraded, 'upgraded']]
            : []),
        [outcome === 'dry-run' ? 0 : states['not-reached'], 'not reached'],
        ...away.map(({ why, count }) => [count, SKIP_REASONS[why]]),
        [states.later, 'left for the next run'],
    ];
    const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    const codes = failures.slice(0, 3).map(({ code, count }) => `${code} on ${runnersCount(count)}`);
    return [codes, counts]
        .filter((list) => list.length > 0)
        .map((list) => `${list.join(', ')}.`)
        .join(' ');
}
/** Why a runner was left out that does not pass by itself, as a job or a restart does. */
const LASTING = new Set(['unknown-to-github', 'no-answer', 'scan-failed']);
/**
 * Runners whose Go nobody wants as it is, or knows, the worst first; those that were rolled back with no failure of their own are none of them, nor those that are
 * offline or busy.
 */
function needLook(runners) {
    const order = ['not-rolled-back', 'failed', 'lost', 'rolled-back', 'skipped'];
    const worth = ({ state, code, why }) => {
        if (state === 'skipped')
            return LASTING.has(why);
        return state === 'rolled-back' ? code !== null : order.includes(state);
    };
    return runners
        .filter(worth)
        .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || (one.name < other.name ? -1 : 1));
}


/***/ }),

/***/ 2070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planScan: () => (/* binding */ planScan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text-encoding.js
var text_encoding = __webpack_require__(3436);
// EXTERNAL MODULE: ./lib/fleet/attempt.js
var attempt = __webpack_require__(9029);
// EXTERNAL MODULE: ./lib/fleet/files.js + 1 modules
var files = __webpack_require__(1534);
// EXTERNAL MODULE: ./lib/fleet/github.js
var fleet_github = __webpack_require__(6929);
;// CONCATENATED MODULE: ./lib/fleet/online.js

/**
 * Leaves out of a scan who would not answer: offline, busy, not registered. Without the input `runners-token`, and where GitHub does not answer, nobody is
 * left out, which is said: a leg that finds no runner is then ended by `queue-timeout`.
 */
async function leaveOut(runners, context) {
    const { fleet, inputs, log, env } = context;
    if (fleet.runnersToken === '') {
        log.info('Which runners are online is not known: the input runners-token is not given');
        return { runners, skipped: [] };
    }
    if (inputs.offline) {
        log.info('GitHub is not asked which runners are online: offline is set');
        return { runners, skipped: [] };
    }
    const github = await (0,fleet_github/* openGitHub */.o)(fleet.runnersToken, context);
    try {
        const known = await askGitHub(github, env['GITHUB_REPOSITORY'] ?? '', runners, log);
        return known === undefined ? { runners, skipped: [] } : sortOut(runners, known, env['RUNNER_NAME'] ?? '');
    }
    finally {
        github.close();
    }
}
/**
 * Asks for the runners of the repository, and of its organization where somebody of the fleet is not there. A token is often for one of the two: that the other
 * one cannot be read matters only where a runner may be in it.
 *
 * @returns undefined where no list could be read
 */
async function askGitHub(github, repository, fleet, log) {
    const [owner] = repository.split('/');
    const places = [
        [`repos/${repository}/actions/runners`, `the repository ${repository}`],
        [`orgs/${owner}/actions/runners`, `the organization ${owner}`],
    ];
    const missing = new Set(fleet.map(({ name }) => name.toLowerCase()));
    const runners = [];
    const refused = [];
    for (const [path, place] of places) {
        if (missing.size === 0)
            break;
        try {
            const list = (await github.list(path, 'runners')).map(readRunner);
            runners.push(...list);
            for (const { name } of list)
                missing.delete(name.toLowerCase());
        }
        catch (error) {
            if (!(error instanceof fleet_github/* GitHubRefusal */.k))
                throw error;
            refused.push(`GitHub does not tell the self-hosted runners of ${place}: ${error.message}`);
        }
    }
    for (const line of refused) {
        if (missing.size === 0)
            log.info(line);
        else
            log.warn(`${line}. Nobody is left out for that; see whether runners-token may read them.`);
    }
    return refused.length === places.length ? undefined : { runners, complete: refused.length === 0 };
}
function readRunner(entry) {
    const labels = Array.isArray(entry['labels']) ? entry['labels'] : [];
    return {
        name: String(entry['name']),
        online: entry['status'] === 'online',
        busy: entry['busy'] === true,
        labels: labels.map((label) => typeof label === 'string' ? label : String(label?.name)),
    };
}
/**
 * Who of the fleet would answer. Pure.
 *
 * @param self the runner of this very step, which is busy with it
 */
function sortOut(fleet, known, self) {
    const byName = new Map();
    for (const runner of known.runners) {
        const name = runner.name.toLowerCase();
        byName.set(name, [...(byName.get(name) ?? []), runner]);
    }
    const runners = [];
    const skipped = [];
    for (const runner of fleet) {
        const left = reasonFor(runner, byName.get(runner.name.toLowerCase()) ?? [], known.complete, self);
        if (left === undefined)
            runners.push(runner);
        else
            skipped.push({ runner, ...left });
    }
    return { runners, skipped };
}
/** @param found the registered runners of that name: one of the repository and one of the organization at most */
function reasonFor({ name, labels }, found, complete, self) {
    if (found.length === 0) {
        if (!complete)
            return undefined;
        return {
            why: 'unknown-to-github',
            detail: 'neither the repository nor its organization has a runner of this name',
        };
    }
    const missing = (one) => {
        const has = new Set(one.labels.map((label) => label.toLowerCase()));
        return labels.filter((label) => !has.has(label.toLowerCase()));
    };
    const able = found.filter((one) => missing(one).length === 0);
    const [first] = found;
    if (able.length === 0 && first !== undefined)
        return {
            why: 'unknown-to-github',
            detail: `it is registered without the label ${missing(first).join(', ')}, so no job would go there`,
        };
    const online = able.filter((one) => one.online);
    if (online.length === 0)
        return { why: 'offline', detail: 'GitHub has no connection to it' };
    const isSelf = name.toLowerCase() === self.toLowerCase();
    if (!isSelf && online.every(({ busy }) => busy))
        return { why: 'busy', detail: 'it has a job at the moment' };
    return undefined;
}

// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/parts.js

/** GitHub takes 1 MB of outputs from a job, counted in UTF-16. Half of that is left for what a leg that goes back has more, and
 * for parts that have more of the long entries. */
const OUTPUT_CHARACTERS = 250_000;
/**
 * The part of a fleet that a run takes where it has no room for all: one after the other, by the number of the run, so that nobody has to remember how far
 * it is. Each part has runners from all over the list.
 *
 * @param run GITHUB_RUN_NUMBER, which grows by one with each run of a workflow
 */
function takePart(fleet, run) {
    const characters = fleet.reduce((sum, runner) => sum + JSON.stringify((0,slots/* slotEntry */.lB)(runner)).length + 1, 0);
    const parts = Math.max(Math.ceil(fleet.length / slots/* RUNNERS_IN_A_RUN */.e4), Math.min(fleet.length, Math.ceil(characters / OUTPUT_CHARACTERS)));
    const index = Number.isSafeInteger(run) && run >= 0 ? run % parts : 0;
    return { runners: fleet.filter((_, at) => at % parts === index), part: index + 1, parts };
}

// EXTERNAL MODULE: ./lib/fleet/plan-outputs.js
var plan_outputs = __webpack_require__(9690);
// EXTERNAL MODULE: ./lib/fleet/report/words.js
var words = __webpack_require__(4738);
// EXTERNAL MODULE: ./lib/requests.js + 2 modules
var requests = __webpack_require__(9802);
// EXTERNAL MODULE: ./lib/sources.js + 7 modules
var sources = __webpack_require__(5529);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/archive/fetch.js + 8 modules
var fetch = __webpack_require__(5379);
// EXTERNAL MODULE: ./lib/archive/zip.js + 2 modules
var zip = __webpack_require__(6421);
;// CONCATENATED MODULE: ./lib/fleet/age.js






/** A VERSION file has two lines. */
const MOST_BYTES = 4096;
/**
 * Asks a policy about the age of a release. When it came out stands in the ZIP alone, so it is downloaded for that, once for the whole fleet: else each run would
 * find out on its canary. Of an MSI no more is known than on a runner.
 *
 * @throws SetupError E_POLICY; as fetchVerified
 */
async function requireAge(asked, release, origin, { inputs, policy, log, signal, env, timeline }) {
    if (policy?.policy.minimumAge === undefined)
        return;
    if (release.kind === 'msi')
        return await policy.requireAge(asked, undefined);
    log.info(`Downloading ${release.filename}: the policy has a rule on its age, which stands in it`);
    const nothing = { consume: async () => { }, discard: async () => { } };
    const { arrival, bytesDownloaded } = await (0,fetch/* fetchVerified */.J)(origin.archive(release.filename), release, nothing, {
        timeoutMs: inputs.downloadTimeoutMs,
        signal,
        onNote: (line) => log.info(line),
    });
    timeline.addBytes('downloaded', bytesDownloaded);
    const tree = await (0,promises_.mkdtemp)(external_node_path_.join(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'fleet-release-'));
    try {
        const version = versionFile(arrival.bytes);
        if (version)
            await (0,promises_.writeFile)(external_node_path_.join(tree, 'VERSION'), version);
        await policy.requireAge(asked, tree);
    }
    finally {
        await (0,promises_.rm)(tree, { recursive: true, force: true });
    }
}
/** go/VERSION of a ZIP; undefined where there is none that can be one. */
function versionFile(bytes) {
    const { files } = (0,zip/* readDirectory */.gZ)(bytes, (0,zip/* locateDirectory */.m5)(bytes), 'go');
    const file = files.find((one) => one.path === 'VERSION');
    if (file === undefined || file.size > MOST_BYTES)
        return undefined;
    const start = (0,zip/* dataOffset */.mZ)(bytes, file);
    // A copy, since what inflates takes no shared memory.
    const data = Buffer.from(bytes.slice(start, start + file.compressedSize));
    return file.method === 0 ? data : (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: MOST_BYTES });
}

;// CONCATENATED MODULE: ./lib/fleet/resolve.js




/**
 * The one release that the whole fleet gets, by the way in which an installation finds it: a range or an alias means the same for the first runner and the
 * last one, whatever is published meanwhile.
 *
 * @throws SetupError E_INPUT for none or several versions; E_POLICY; as resolveRelease
 */
async function resolveForFleet(context) {
    const { inputs } = context;
    const [request, ...more] = await (0,requests/* readRequests */.h)(context);
    if (request === undefined || more.length > 0)
        throw new errors/* SetupError */.w('E_INPUT', `The input go-version names ${more.length + 1} versions, and a fleet gets one.`, {
            remedy: 'Give one version.',
        });
    context.policy?.requireMethod(inputs.installMethod);
    return await (0,sources/* withSources */.Z6)(context, async (sources) => {
        for (;;) {
            try {
                return await resolveAllowed(request, sources, context);
            }
            catch (error) {
                // The newest match of a range may be too young for the policy.
                if (!context.policy?.passesOver(request.spec, error))
                    throw error;
            }
        }
    });
}
async function resolveAllowed(request, { origin, resolve }, context) {
    const { inputs, policy, timeline } = context;
    const resolved = await timeline.measure('resolve', async () => await resolve(request, inputs.installMethod, inputs.checksum));
    const asked = (0,sources/* askedFor */.GZ)(resolved, origin, request);
    await policy?.requireRelease(asked);
    await requireAge(asked, resolved.release, origin, context);
    return resolved;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/input-values.js
var input_values = __webpack_require__(5106);
// EXTERNAL MODULE: ./lib/json-places.js
var json_places = __webpack_require__(6334);
;// CONCATENATED MODULE: ./lib/fleet/roster.js




/** Labels that a runner has by itself, or that any other one may have: none of them leads to one runner. */
const COMMON_LABELS = new Set([
    'self-hosted',
    'windows',
    'linux',
    'macos',
    'x64',
    'x86',
    'arm',
    'arm64',
]);
const FIELDS = ['name', 'labels', 'group', 'machine-root'];
/** An id is part of the name of an artifact and of a file, beside some words more. */
const LONGEST_ID = 80;
/**
 * Reads the runners of a fleet: a JSON array of `{"name", "labels"?, "group"?, "machine-root"?}`.
 *
 * @param source where the text is from, for messages: `The input runners`
 * @returns in the order of the text
 * @throws SetupError E_INPUT with line, column, entry and field of the first thing that is wrong
 */
function parseRoster(text, source) {
    const list = parse(text, source);
    const wrong = (path, reason, remedy = REMEDY) => refusal(text, source, path, reason, remedy);
    if (!Array.isArray(list))
        throw wrong([], 'a fleet is an array of runners');
    if (list.length === 0)
        throw wrong([], 'it has no runner in it', 'List one runner at least.');
    const entries = list.map((entry, index) => readEntry(entry, index, wrong));
    refuseTwice(entries, wrong);
    refuseShared(entries, wrong);
    const ids = idsOf(entries.map(({ name }) => name));
    return entries.map((entry, index) => ({ id: ids[index] ?? '', ...entry }));
}
const REMEDY = 'Write it like [{"name": "BUILD-01", "labels": ["self-hosted", "BUILD-01"], "group": "2022"}].';
function parse(text, source) {
    try {
        return (0,json_places/* parseJson */.qF)(text);
    }
    catch (error) {
        if (!(error instanceof json_places/* JsonFault */.rL))
            throw error;
        const { line, column } = error.place;
        throw new errors/* SetupError */.w('E_INPUT', `${source} is no JSON: line ${line}, column ${column}: ${error.message}.`, {
            remedy: REMEDY,
            cause: error,
        });
    }
}
function refusal(text, source, path, reason, remedy) {
    const { line, column } = (0,json_places/* placeOf */.$t)(text, path);
    const [index, ...fields] = path;
    const entry = index === undefined ? '' : `, entry ${Number(index) + 1}`;
    const field = fields.reduce((all, step) => all + (typeof step === 'number' ? `[${step}]` : `${all === '' ? '' : '.'}${step}`), '');
    const where = `line ${line}, column ${column}${entry}${field === '' ? '' : `, field ${field}`}`;
    return new errors/* SetupError */.w('E_INPUT', `${source} cannot be used (${where}): ${reason}.`, { remedy });
}
function readEntry(entry, index, wrong) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        throw wrong([index], 'a runner is an object with a name');
    const fields = entry;
    const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
    if (unknown !== undefined)
        throw wrong([index, unknown], `a runner has no field of this name`, `Use these: ${FIELDS.join(', ')}.`);
    const name = readText(fields['name'], [index, 'name'], wrong);
    const group = fields['group'] ?? '';
    if (typeof group !== 'string' || !isPlain(group))
        throw wrong([index, 'group'], 'it has to be a text of one line');
    return {
        name,
        labels: readLabels(fields['labels'], name, index, wrong),
        group: group.trim(),
        machineRoot: readRoot(fields['machine-root'], index, wrong),
    };
}
function readLabels(labels, name, index, wrong) {
    if (labels === undefined)
        return [name];
    if (!Array.isArray(labels) || labels.length === 0)
        throw wrong([index, 'labels'], 'it has to be an array with one label at least');
    return labels.map((label, position) => readText(label, [index, 'labels', position], wrong));
}
function readRoot(root, index, wrong) {
    if (root === undefined || root === '')
        return '';
    const plain = typeof root === 'string' ? (0,input_values/* plainDirectory */.Ot)(root.trim()) : undefined;
    if (plain === undefined)
        throw wrong([index, 'machine-root'], 'it is no directory on a drive of a machine', 'Give a whole path such as D:\\\\setup-go-win; a backslash is written twice in JSON.');
    return plain;
}
function readText(value, path, wrong) {
    if (typeof value !== 'string' || value.trim() === '')
        throw wrong(path, value === undefined ? 'it is missing' : 'it has to be a text, and not an empty one');
    if (!isPlain(value) || value.length > 256)
        throw wrong(path, 'it has to be one line of 256 characters at most');
    return value.trim();
}
/** Without control characters, which have no business in a name, and would break lines of the log. */
function isPlain(text) {
    return !/\p{Cc}/u.test(text);
}
function refuseTwice(entries, wrong) {
    const seen = new Map();
    for (const [index, { name }] of entries.entries()) {
        const first = seen.get(name.toLowerCase());
        if (first !== undefined)
            throw wrong([index, 'name'], `"${name}" is the name of entry ${first + 1}, too`, 'List each runner once, by the name that it is registered with.');
        seen.set(name.toLowerCase(), index);
    }
}
/** GitHub gives a job to any runner that has all its labels, in whatever case they are written. */
function refuseShared(entries, wrong) {
    const holders = new Map();
    const labelsOf = entries.map(({ labels }) => [...new Set(labels.map((label) => label.toLowerCase()))]);
    for (const labels of labelsOf)
        for (const label of labels)
            holders.set(label, (holders.get(label) ?? 0) + 1);
    for (const [index, labels] of labelsOf.entries()) {
        if (labels.some((label) => !COMMON_LABELS.has(label) && holders.get(label) === 1))
            continue;
        const other = entries.findIndex((_, at) => at !== index && labels.every((label) => labelsOf[at]?.includes(label)));
        const name = entries[index]?.name ?? '';
        const why = other < 0
            ? `none of the labels of "${name}" is its own`
            : `a job for "${name}" could go to "${entries[other]?.name}" (entry ${other + 1}), which has all its labels`;
        throw wrong([index, 'labels'], why, 'Give each runner a label that no other one has, its name for one, and list it in labels.');
    }
}
/** Names made fit for files and artifacts, each of them another one, in whatever case they are written. */
function idsOf(names) {
    const fits = (name) => /^[A-Za-z0-9][\w.-]*$/.test(name) && !name.endsWith('.') && name.length <= LONGEST_ID;
    const taken = new Set(names.filter(fits).map((name) => name.toLowerCase()));
    return names.map((name) => {
        if (fits(name))
            return name;
        const hash = (0,external_node_crypto_.createHash)('sha256').update(name.toLowerCase()).digest('hex');
        const plain = name.replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
        for (let digits = 8;; digits++) {
            const ending = hash.slice(0, digits);
            const id = `${plain.slice(0, LONGEST_ID - 1 - digits)}-${ending}`.replace(/^-/, '');
            if (taken.has(id.toLowerCase()) && digits < hash.length)
                continue;
            taken.add(id.toLowerCase());
            return id;
        }
    });
}

;// CONCATENATED MODULE: ./lib/fleet/scan-step.js













/** A roster of 10,000 runners has about a megabyte. */
const scan_step_MOST_BYTES = 20_000_000;
/**
 * The first step of a run: reads the fleet, takes the part of it that this run has room for, leaves out who is not there, and settles which release it is
 * about.
 *
 * @throws SetupError E_INPUT for a roster that cannot be used; as resolveRelease
 */
async function planScan(context) {
    const { fleet, log, env } = context;
    const all = await readFleet(context);
    const { release } = await resolveForFleet(context);
    const { runners: taken, part, parts } = takePart(all, Number(env['GITHUB_RUN_NUMBER'] ?? '0'));
    const { runners, skipped } = await leaveOut(taken, context);
    const roster = {
        schema: 1,
        takenAt: new Date().toISOString(),
        attempt: (0,attempt/* attemptOf */.t)(env),
        wanted: release.version,
        fleet: all.length,
        part,
        parts,
        runners,
        skipped,
    };
    await (0,files/* writeRoster */.nm)(fleet.fleetDir, roster);
    log.info(`The fleet has ${(0,words/* runnersCount */.PQ)(all.length)}; each of them is to have ${release.goVersion}`);
    if (parts > 1)
        log.info(`One run of the workflow has no room for all of them: this one takes part ${part} of ${parts}, ${(0,words/* runnersCount */.PQ)(taken.length)}, and the next one the next part`);
    if (skipped.length > 0)
        log.fold(`${(0,words/* runnersCount */.PQ)(skipped.length)} left out before the scan`, skipped.map(({ runner, why, detail }) => `${runner.name} (${why}): ${detail}`));
    log.info(`${(0,words/* runnersCount */.PQ)(runners.length)} to look at`);
    const self = all.find(({ name }) => name.toLowerCase() === env['RUNNER_NAME']?.toLowerCase());
    if (self !== undefined)
        log.warn(`This job runs on ${self.name}, which is of the fleet. The watchdog holds its runner until the run is over; where it comes to one of the fleet, the job for that one waits in vain. Let control-runs-on name runners that are not of the fleet.`);
    if (runners.length === 0)
        log.warn('No runner of the fleet is there, so nothing is upgraded.');
    (0,plan_outputs/* setPlanOutputs */.A)((0,slots/* scanSlots */.fV)(runners), release.version);
}
/** The input `runners`: JSON as it is, or the path of a file with it, which may be as large as it likes. */
async function readFleet({ fleet, host }) {
    const { runners } = fleet;
    if (runners === '') {
        throw new errors/* SetupError */.w('E_INPUT', 'The input runners is not given, so there is no fleet to plan for.', {
            remedy: 'Give a JSON array of runners, or the path of a JSON file of the workspace with one.',
        });
    }
    if (/^[[{]/.test(runners))
        return parseRoster(runners, 'The input runners');
    const file = external_node_path_.resolve(host.workspace, runners);
    return parseRoster(await scan_step_readText(file), `The file ${file} (input runners)`);
}
async function scan_step_readText(file) {
    const refuse = (why, cause) => new errors/* SetupError */.w('E_INPUT', `The file ${file} (input runners) cannot be read: ${why}.`, {
        remedy: 'Check the path, which begins at the workspace, and that the repository is checked out before this step; or give the JSON itself, which begins with [.',
        cause,
    });
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(file);
    }
    catch (error) {
        throw refuse((0,errors/* systemCode */.x)(error) === 'ENOENT' ? 'it is not there' : ((0,errors/* systemCode */.x)(error) ?? String(error)), error);
    }
    if (bytes.length > scan_step_MOST_BYTES)
        throw refuse(`it is larger than ${scan_step_MOST_BYTES / 1e6} MB`);
    try {
        return (0,text_encoding/* decodeText */.g)(bytes);
    }
    catch (error) {
        throw refuse(error instanceof Error ? error.message : String(error), error);
    }
}


/***/ }),

/***/ 6334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rL: () => (/* binding */ JsonFault)
/* harmony export */ });
/* harmony import */ var _humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);

/** A text that is no JSON. The message is half a sentence, without the place. */
class JsonFault extends Error {
    name = 'JsonFault';
    place;
    constructor(message, place, cause) {
        super(message, { cause });
        this.place = place;
    }
}
/** Reads a JSON text, with or without a byte order mark. @throws JsonFault that says where it stops being one */
function parseJson(text) {
    const plain = withoutMark(text);
    try {
        return JSON.parse(plain);
    }
    catch (error) {
        throw faultOf(plain, error);
    }
}
/** V8 tells the position of some faults, the end of the text of others, and of an unexpected character no more than what stands around it. */
function faultOf(text, cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    if (said.startsWith('Unexpected end'))
        return new JsonFault('it ends too early', placeAt(text, text.length), cause);
    const [, what, position] = /^(.*?)(?: in JSON)? at position (\d+)/s.exec(said) ?? [];
    if (what !== undefined)
        return new JsonFault(what, placeAt(text, Number(position)), cause);
    try {
        (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' });
    }
    catch (error) {
        const { offset } = error;
        if (offset !== undefined)
            return new JsonFault(`Unexpected ${JSON.stringify(text.charAt(offset))}`, placeAt(text, offset), cause);
    }
    return new JsonFault(said, { line: 1, column: 1 }, cause);
}
function placeAt(text, offset) {
    const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
/**
 * Where the value at a path (names of fields, numbers of elements from 0) begins in a text that `parseJson` read; where it is missing, the nearest
 * one around it. Reads all of the text: for messages.
 */
function placeOf(text, path) {
    const document = (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(withoutMark(text), { mode: 'json' });
    let node = document.body;
    for (const step of path) {
        const next = childOf(node, step);
        if (next === undefined)
            break;
        node = next;
    }
    const { line, column } = node.loc.start;
    return { line, column };
}
function childOf(node, step) {
    if (node.type === 'Array')
        return node.elements[Number(step)]?.value;
    if (node.type !== 'Object')
        return undefined;
    // Of two fields with one name the last one counts, as for JSON.parse.
    return node.members.findLast(({ name }) => name.type === 'String' && name.value === step)?.value;
}
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}


/***/ }),

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJson: () => (/* binding */ readJson),
/* harmony export */   writeJson: () => (/* binding */ writeJson),
/* harmony export */   writeWhole: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);




/**
 * Writes a file so that a reader finds the old content or the new one, whenever this process or the machine stops: into a draft beside it, to
 * the disk, and then by one rename.
 *
 * @param patienceMs how long to wait for readers, which Windows does not take a file from; 15 s where left out
 * @throws the error of the system
 */
async function writeWhole(file, text, patienceMs) {
    const draft = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}.new`;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, 'wx');
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, file), undefined, patienceMs);
    }
    catch (error) {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(draft).catch(() => { });
        throw error;
    }
}
/** Writes JSON as {@link writeWhole} writes text. */
async function writeJson(file, value) {
    await writeWhole(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
/**
 * Reads what {@link writeJson} wrote; undefined where there is no such file.
 *
 * @throws SetupError E_VERIFY for a file that is no JSON: nothing is decided on it, and nothing is overwritten
 */
async function readJson(file) {
    let text;
    try {
        text = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_VERIFY', `${file} is damaged: it is no JSON.`, {
            remedy: 'Look at what wrote it last; rename it, and the next run goes by what it finds on the machine.',
            evidence: [`it begins: ${JSON.stringify(text.slice(0, 80))}`],
            cause,
        });
    }
}


/***/ })

};
