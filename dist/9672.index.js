export const id = 9672;
export const ids = [9672,9134,6753];
export const modules = {

/***/ 2655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createMeter)
/* harmony export */ });
/** A report more often than this tells nobody anything. */
const INTERVAL_MS = 100;
/** Passes progress on, not more often than is of use; the last report of a phase always. Downloads get their mean speed. */
function createMeter(onProgress, now = () => performance.now()) {
    const started = now();
    const last = { download: Number.NEGATIVE_INFINITY, unpack: Number.NEGATIVE_INFINITY };
    return (phase, done, total) => {
        const time = now();
        if (onProgress === undefined || (done !== total && time - last[phase] < INTERVAL_MS))
            return;
        last[phase] = time;
        const seconds = (time - started) / 1000;
        const speed = phase === 'download' && seconds > 0 ? { bytesPerSecond: done / seconds } : {};
        onProgress({ phase, done, total, ...speed });
    };
}


/***/ }),

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

/***/ 1149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Dr: () => (/* binding */ stopError),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   ds: () => (/* binding */ stop)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

function note(id, text) {
    return { id, level: 'note', text };
}
function warning(id, text, remedy) {
    return { id, level: 'warning', text, remedy };
}
function stop(id, code, text, remedy) {
    return { id, level: 'stop', code, text, remedy };
}
/** The failure of the first stop, with the others as its evidence; undefined where nothing stops. */
function stopError(findings) {
    const [first, ...others] = findings.filter(({ level }) => level === 'stop');
    if (first === undefined)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w(first.code ?? 'E_INTERNAL', `${first.text} Nothing was changed.`, {
        remedy: first.remedy ?? 'See the log of the step.',
        evidence: others.map(({ text, remedy }) => `${text} ${remedy ?? ''}`.trim()),
    });
}


/***/ }),

/***/ 9672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install_install)
});

// EXTERNAL MODULE: ./lib/archive/fetch.js + 8 modules
var fetch = __webpack_require__(5379);
// EXTERNAL MODULE: ./lib/archive/meter.js
var archive_meter = __webpack_require__(2655);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/windows/places.js
var places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/archive/zip-file.js
var zip_file = __webpack_require__(3088);
;// CONCATENATED MODULE: ./lib/archive/writer-failure.js


/** The failure of a system call on a path in the target, by its code; see {@link broken} for the archive's own. */
function failureOf({ path, code, reason }) {
    if (code === undefined)
        return (0,zip_file/* broken */.m)(reason, path);
    const evidence = [path, reason];
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return new errors/* SetupError */.w('E_DISK', `The disk is full: ${path} could not be written (${code}).`, {
                remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
                evidence,
            });
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return new errors/* SetupError */.w('E_PERMISSION', `${path} may not be written (${code}).`, {
                remedy: 'Give the account of the runner write access to this directory, and look for protection software that denies it.',
                evidence,
            });
        case 'EBUSY':
        case 'ETXTBSY':
            return new errors/* SetupError */.w('E_LOCKED', `Another process holds ${path} (${code}).`, {
                remedy: 'Find out what opens new files in this directory (a scanner, a backup, a search index) and leave it out there.',
                evidence,
            });
        case 'ENOENT':
            // The directories of all files are made before the first of them.
            return new errors/* SetupError */.w('E_VERIFY', `${path} could not be written (ENOENT): something else removed the directory that it belongs to.`, {
                remedy: 'See what else removes files there (a configuration manager, a clean-up job, a scanner), keep it from that while jobs run, and run the step again.',
                evidence,
            });
        default:
            return new errors/* SetupError */.w('E_DISK', `${path} could not be written (${code}).`, {
                remedy: 'Check this drive, and that nothing else works in this directory.',
                evidence,
            });
    }
}

;// CONCATENATED MODULE: ./lib/archive/target.js







/** What a file takes on a disk is a multiple of this, on most of them. */
const CLUSTER = 4096;
/** Enough for all of Go's directories on a quick disk. */
const QUICK_MS = 50;
/**
 * Compares the free space of the target's drive with what the files will take.
 * @throws SetupError E_DISK naming both
 */
async function requireSpace(target, directory) {
    const needed = directory.files.reduce((sum, { size }) => sum + Math.ceil(size / CLUSTER) * CLUSTER, 0);
    const free = await (0,places/* freeSpace */.F)(target);
    // A probe without an answer is no reason to stop: the write itself decides.
    if (free === undefined || free >= needed)
        return;
    throw new errors/* SetupError */.w('E_DISK', `The unpacked Go takes ${mib(needed)}, and ${target} has ${mib(free)} free.`, {
        remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
        evidence: [`needed ${needed} bytes`, `free ${free} bytes`, target],
    });
}
/**
 * Makes every directory once, parents first. One after the other while that costs little; where a directory takes its time, several of a
 * level at once.
 *
 * @param directories parents before what lies in them
 * @throws SetupError E_DISK, E_PERMISSION, E_LOCKED
 */
async function makeDirectories(target, directories, signal) {
    const made = makeQuickly(target, directories);
    for (const level of levels(directories.slice(made))) {
        await (0,files/* forEachFile */.Rl)(level, async (path) => {
            signal.throwIfAborted();
            await (0,promises_.mkdir)((0,external_node_path_.join)(target, path)).catch((cause) => failed((0,external_node_path_.join)(target, path), cause));
        });
    }
}
/** Blocks this thread for {@link QUICK_MS} at most, and returns how many directories that was enough for. */
function makeQuickly(target, directories) {
    const until = performance.now() + QUICK_MS;
    let made = 0;
    for (const path of directories) {
        if (performance.now() > until)
            break;
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(target, path));
        }
        catch (cause) {
            failed((0,external_node_path_.join)(target, path), cause);
        }
        made += 1;
    }
    return made;
}
function failed(path, cause) {
    throw failureOf({ kind: 'failed', path, code: (0,errors/* systemCode */.x)(cause) ?? 'UNKNOWN', reason: String(cause) });
}
function levels(directories) {
    const byDepth = new Map();
    for (const path of directories) {
        const depth = path.split('/').length;
        const level = byDepth.get(depth);
        if (level === undefined)
            byDepth.set(depth, [path]);
        else
            level.push(path);
    }
    return byDepth.values();
}
/** Scanners look into files that were just written, and what is not removed would be in the way of what comes. */
const CLEAR_MS = 15_000;
/** Removes what is in a directory, and leaves the directory. */
async function clearDirectory(target, signal) {
    for (const name of await (0,promises_.readdir)(target))
        await (0,files/* removeTree */.dM)((0,external_node_path_.join)(target, name), signal, CLEAR_MS);
}
function mib(bytes) {
    return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/archive/tuner.js
/** Below this a file costs processor time, not waiting: more writers than cores can't help. */
const CPU_BOUND_MS = 0.15;
const FIRST_FILES = 64;
/** For each writer of a larger number; the first few of a new thread are slow and not counted. */
const FILES_PER_WRITER = 16;
/**
 * Numbers of writers that are tried in turn: with what gain in files per second over the number before one stays, and with what gain
 * the next is tried. A thread takes 10 MB and more before it does anything, so twelve have to promise much.
 */
const STEPS = [
    { writers: 1, stays: 0, next: 0 },
    { writers: 4, stays: 1.5, next: 2.5 },
    { writers: 12, stays: 1.6, next: Number.POSITIVE_INFINITY },
];
/**
 * Begins with one writer. Where creating a file waits on something (a virus scanner, a remote disk), several writers wait at the same
 * time, and their number is raised for as long as that scales. Where creation is serialised (Wine, some filters), each
 * writer gets slower as they get more, and it goes back to what was enough. Nothing is asked about the platform.
 *
 * @param cores how many processors there are; 0 counts as one
 */
function createTuner(cores) {
    let step = 0;
    let final;
    let files = 0;
    let batches = [];
    let before = { writers: 1, perFile: 0 };
    function decide() {
        const current = STEPS[step] ?? STEPS[0];
        // The median, because other programs on the machine slow single batches down.
        const perFile = batches.sort((a, b) => a - b)[Math.floor((batches.length - 1) / 2)] ?? 0;
        if (step === 0 && perFile < CPU_BOUND_MS) {
            final = Math.min(2, Math.max(1, cores));
            return;
        }
        // With n writers that each take t per file, n / t files are written at a time.
        const gain = step === 0 ? 1 : (current.writers / perFile) * (before.perFile / before.writers);
        if (gain < current.stays) {
            final = before.writers;
            return;
        }
        if (step > 0 && gain < current.next) {
            final = current.writers;
            return;
        }
        before = { writers: current.writers, perFile };
        step += 1;
        files = 0;
        batches = [];
    }
    const wanted = () => final ?? STEPS[step]?.writers ?? 1;
    return {
        wanted,
        settled: () => final !== undefined,
        record(sample) {
            if (final !== undefined || sample.files === 0 || sample.writers !== wanted())
                return;
            files += sample.files;
            batches.push(sample.ms / sample.files);
            if (files >= (step === 0 ? FIRST_FILES : FILES_PER_WRITER * wanted()))
                decide();
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/work-list.js
/** Few messages, and yet an even end: a batch is never more than a writer's share of what is there. */
const BATCH_FILES = { largest: 32, smallest: 16 };
const BATCH_BYTES = 512 * 1024;
/** Looking again pays after this much has come: it goes through all files that wait. */
const REFRESH_BYTES = 256 * 1024;
function createWorkList(files, arrival) {
    // In the order of their place: what has not arrived is then mostly at the end.
    let waiting = [...files].sort((a, b) => a.offset - b.offset);
    let ready = [];
    let lookedAt = -1;
    return {
        refresh() {
            const received = arrival.received();
            const complete = received === arrival.bytes.length;
            if (waiting.length === 0 || received === lookedAt)
                return;
            if (lookedAt >= 0 && !complete && received - lookedAt < REFRESH_BYTES)
                return;
            lookedAt = received;
            const arrived = [];
            const later = [];
            for (const file of waiting)
                (arrival.has(file.offset, file.limit) ? arrived : later).push(file);
            if (arrived.length === 0)
                return;
            waiting = later;
            ready = [...ready, ...arrived].sort((a, b) => a.size - b.size);
        },
        take(which, writers) {
            const share = Math.min(BATCH_FILES[which], Math.ceil(ready.length / (2 * writers)));
            let count = 0;
            for (let bytes = 0; count < share && (count === 0 || bytes < BATCH_BYTES); count++) {
                bytes += ready.at(which === 'largest' ? -1 - count : count)?.size ?? 0;
            }
            return which === 'largest' ? ready.splice(ready.length - count, count) : ready.splice(0, count);
        },
        remaining: () => waiting.length + ready.length,
    };
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/archive/writer-pool.js


/** The young generation of a thread's heap fills up before it is cleaned: with many threads its size is most of their memory. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 };
/** The literal form below is what the bundler recognises and copies writer.js for. */
function defaultWriter() {
    return new external_node_worker_threads_.Worker(__webpack_require__.ab + "writer.js", { resourceLimits: LIMITS, execArgv: [] });
}
function createWriterPool(archive, options) {
    const { onFailure, hash, createWriter = defaultWriter } = options;
    const stopFlag = new SharedArrayBuffer(4);
    const slots = new Set();
    const ending = [];
    let onReady = () => { };
    function add() {
        const worker = createWriter();
        const slot = { worker, started: false, done: undefined };
        slots.add(slot);
        worker.on('message', (message) => {
            if (message.kind === 'failed')
                return onFailure(failureOf(message));
            if (message.kind === 'ready') {
                slot.started = true;
                return onReady();
            }
            const { done } = slot;
            slot.done = undefined;
            done?.(message);
        });
        worker.on('error', onFailure);
        worker.on('exit', (code) => {
            if (slots.delete(slot))
                onFailure(new Error(`a writer thread ended by itself (${code})`));
        });
        worker.postMessage({ kind: 'open', archive, stop: stopFlag, hash });
    }
    function end(slot) {
        slots.delete(slot);
        ending.push(slot.worker.terminate());
    }
    const free = () => [...slots].filter(({ done }) => done === undefined);
    const idle = () => free().filter(({ started }) => started);
    return {
        size: () => [...slots].filter(({ started }) => started).length,
        idle: () => idle().length,
        onReady(listener) {
            onReady = listener;
        },
        resize(wanted) {
            while (slots.size < wanted)
                add();
            for (const slot of free().slice(0, Math.max(0, slots.size - wanted)))
                end(slot);
        },
        give(files, done) {
            const slot = idle()[0];
            if (slot === undefined)
                throw new Error('no writer is idle');
            slot.done = done;
            slot.worker.postMessage({ kind: 'write', files });
        },
        async stop() {
            Atomics.store(new Int32Array(stopFlag), 0, 1);
            for (const slot of [...slots])
                end(slot);
            await Promise.allSettled(ending);
        },
    };
}

// EXTERNAL MODULE: ./lib/archive/zip.js + 2 modules
var zip = __webpack_require__(6421);
;// CONCATENATED MODULE: ./lib/archive/unpack.js







/**
 * Unpacks an archive while it still arrives: its directory as soon as its end is there, all directories first, then each file
 * once its bytes have come, the largest of those first, with small ones beside them. Files are inflated and written by several threads.
 *
 * Nothing is undone: whoever gave the target removes it after a failure. When this rejects no thread writes any more.
 *
 * @param target an existing, empty directory
 * @throws SetupError E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED, E_VERIFY where something else removed the target meanwhile; the reason of an aborted signal
 */
async function unpack(arrival, target, options) {
    const halt = new AbortController();
    const abort = () => halt.abort(options.signal.reason);
    options.signal.throwIfAborted();
    options.signal.addEventListener('abort', abort, { once: true });
    const pool = createWriterPool(arrival.bytes.buffer, {
        onFailure: (error) => halt.abort(error),
        hash: options.hashFiles === true,
        createWriter: options.createWriter,
    });
    try {
        pool.resize(1); // it starts while the directory arrives
        return await unpackWith(pool, arrival, target, { ...options, signal: halt.signal });
    }
    finally {
        options.signal.removeEventListener('abort', abort);
        await pool.stop();
    }
}
async function unpackWith(pool, arrival, target, options) {
    const directory = await arrivedDirectory(arrival, options);
    await requireSpace(target, directory);
    const from = performance.now();
    await makeDirectories(target, directory.directories, options.signal);
    const written = await writeFiles(pool, arrival, target, directory.files, options);
    const ms = performance.now() - from;
    return { files: directory.files.length, bytes: directory.totalSize, ...written, ms };
}
async function arrivedDirectory(arrival, options) {
    const { bytes } = arrival;
    await arrival.until(Math.max(0, bytes.length - zip/* END_REACH */.iR), bytes.length, options.signal);
    const location = (0,zip/* locateDirectory */.m5)(bytes);
    await arrival.until(location.offset, bytes.length, options.signal);
    return (0,zip/* readDirectory */.gZ)(bytes, location, options.topDirectory);
}
/**
 * Hands the files to the writers as they arrive. Resolves with the number of writers at the end, and with the hashes, rejects with
 * the reason of the signal, which a failing writer aborts.
 */
function writeFiles(pool, arrival, target, files, { onFiles, signal }) {
    const cores = Math.max(1, (0,external_node_os_.availableParallelism)());
    const tuner = createTuner(cores);
    const list = createWorkList(files, arrival);
    let written = 0;
    let inflating = 0;
    const hashes = [];
    function place(file) {
        const { compressedSize, size, crc32, method } = file;
        const start = (0,zip/* dataOffset */.mZ)(arrival.bytes, file);
        return { name: file.path, path: (0,external_node_path_.join)(target, file.path), start, compressedSize, size, crc32, method };
    }
    function feed(onWritten) {
        list.refresh();
        if (list.remaining() > 0)
            pool.resize(Math.min(tuner.wanted(), Math.max(pool.size(), list.remaining())));
        while (pool.idle() > 0) {
            const writers = pool.size();
            // Large files take processors and small ones take waiting: writers beyond the cores do the waiting meanwhile.
            const large = tuner.settled() && inflating < cores;
            const batch = list.take(large ? 'largest' : 'smallest', writers);
            if (batch.length === 0)
                return;
            if (large)
                inflating += 1;
            pool.give(batch.map(place), ({ small, smallMs, hashes: sums }) => {
                if (large)
                    inflating -= 1;
                tuner.record({ writers, files: small, ms: smallMs });
                written += batch.length;
                for (const [at, sha256] of sums.entries())
                    hashes.push({ path: batch[at]?.path ?? '', sha256 });
                onFiles?.(written, files.length);
                onWritten();
            });
        }
    }
    return new Promise((resolve, reject) => {
        const settle = (action) => {
            stopListening();
            pool.onReady(() => { });
            signal.removeEventListener('abort', abort);
            action();
        };
        const abort = () => settle(() => reject(signal.reason));
        const pump = () => {
            if (signal.aborted)
                return;
            if (written === files.length)
                return settle(() => resolve({ writers: Math.min(tuner.wanted(), Math.max(1, files.length)), hashes }));
            try {
                feed(pump);
            }
            catch (error) {
                settle(() => reject(error));
            }
        };
        const stopListening = arrival.onWrite(() => {
            if (pool.idle() > 0)
                pump();
        });
        signal.addEventListener('abort', abort, { once: true });
        pool.onReady(pump);
        if (signal.aborted)
            abort();
        else
            pump();
    });
}

;// CONCATENATED MODULE: ./lib/archive/fetch-tree.js




const TOP_DIRECTORY = 'go';
/**
 * From an archive's address to its verified tree. The archive is never written to a disk: it arrives in memory, from where its
 * files are inflated and written while the rest still comes. Resolves only when size and SHA-256 are right and every
 * file is written; until then nothing in the target may be used.
 *
 * After a failure nothing writes to the target any more, and whoever gave it removes it. The first failure is the one thrown,
 * with one exception: that the archive is broken counts only once its hash has shown that it is the right one.
 *
 * @param target an existing, empty directory; the content of the archive's `go/` goes into it
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED, E_VERIFY where something else removed it meanwhile; the signal's reason
 */
async function fetchTree(source, release, target, options) {
    const meter = (0,archive_meter/* createMeter */.q)(options.onProgress);
    const { arrival, result, ...facts } = await (0,fetch/* fetchVerified */.J)(source, release, {
        consume: (arriving, signal) => unpack(arriving, target, {
            topDirectory: TOP_DIRECTORY,
            signal,
            onFiles: (done, total) => meter('unpack', done, total),
            hashFiles: options.hashFiles,
            createWriter: options.createWriter,
        }),
        discard: (signal) => clearDirectory(target, signal),
    }, { ...options, onBytes: (done, total) => meter('download', done, total) });
    const { files, bytes, hashes, writers, ms } = result;
    const size = arrival.bytes.length;
    return { ...facts, files, bytesUnpacked: bytes, hashes, size, writers, unpackMs: ms };
}

// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
// EXTERNAL MODULE: ./lib/report/audit-trees.js
var audit_trees = __webpack_require__(4985);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/connections.js
var connections = __webpack_require__(50);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolcache/lock.js
var toolcache_lock = __webpack_require__(4365);
;// CONCATENATED MODULE: ./lib/toolcache/tree-head.js







/** The file is written in a moment, and a step that could not keep it has lost nothing. */
const LOCK_TIMEOUT_MS = 2000;
/**
 * The newest proven tree of one checksum database, kept in a tool cache for all runners that share it. It is replaced at once and whole; where
 * the file cannot be written that is told, and no reason to stop.
 *
 * @param root the tool cache
 * @param database names the database and its key: `sum.golang.org+033de0ae`
 */
function keptTreeHead(root, database, options) {
    const name = `sumdb-${database.replace(/[^A-Za-z0-9.-]/g, '-')}`;
    const file = external_node_path_.join((0,layout/* stateDirectory */.FK)(root), `${name}.json`);
    async function read() {
        try {
            const text = await (0,files/* retry */.L5)(() => (0,promises_.readFile)(file, 'utf8'), options.signal, 2000);
            const { note } = JSON.parse(text);
            return typeof note === 'string' ? Buffer.from(note) : undefined;
        }
        catch {
            options.signal.throwIfAborted();
            return undefined; // none yet, or none that can be read: the next one begins anew
        }
    }
    async function write(note) {
        const temporary = `${file}.${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
        try {
            const record = { schema: 1, database, note: note.toString(), keptAt: new Date().toISOString() };
            await (0,promises_.writeFile)(temporary, `${JSON.stringify(record, undefined, 2)}\n`, { flag: 'wx' });
            await (0,files/* retry */.L5)(() => (0,promises_.rename)(temporary, file), options.signal, 5000);
        }
        catch (error) {
            await (0,files/* removeTree */.dM)(temporary).catch(() => { });
            throw error;
        }
    }
    return {
        read,
        async replace(before, after) {
            try {
                await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
                const { runner, signal } = options;
                const lock = await (0,toolcache_lock/* acquireLock */.IZ)(root, name, { runner, signal, timeoutMs: LOCK_TIMEOUT_MS });
                try {
                    const now = await read();
                    if (now?.toString() !== before?.toString())
                        return false;
                    await write(after);
                }
                finally {
                    await lock.release();
                }
            }
            catch (error) {
                options.signal.throwIfAborted();
                options.onNote(`The tree head of the checksum database could not be kept (${(0,errors/* systemCode */.x)(error) ?? String(error)}): ${file}`);
            }
            return true;
        },
    };
}

// EXTERNAL MODULE: ./lib/network/http.js + 5 modules
var http = __webpack_require__(8771);
;// CONCATENATED MODULE: ./lib/transparency/untrusted.js
/**
 * What a database said cannot be true: a signature that is not its own, a proof that does not lead to its tree, two trees that contradict each
 * other. Never a failure of the network.
 */
class Untrusted extends Error {
    name = 'Untrusted';
    /** Facts behind the message, one a line. */
    evidence;
    constructor(message, evidence = []) {
        super(message);
        this.evidence = evidence;
    }
}

;// CONCATENATED MODULE: ./lib/transparency/note.js


const ED25519 = 1;
const KEY_BYTES = 32;
const SIGNATURE_START = '— ';
/** As many as Go's own reader looks at. */
const MOST_SIGNATURES = 100;
/**
 * Reads a key in the form `<name>+<hash>+<base64 of a byte 1 and an Ed25519 key>` (C2SP signed-note, "Verifier keys"). The hash is the first
 * four bytes of SHA-256 over name, line end, byte and key.
 *
 * @returns undefined where the text is no such key, or its hash is another key's
 */
function parseVerifierKey(text) {
    const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/i.exec(text);
    const [, name = '', hash = '', base64 = ''] = match ?? [];
    const bytes = strictBase64(base64);
    if (bytes === undefined || bytes.length !== 1 + KEY_BYTES || bytes[0] !== ED25519)
        return undefined;
    const own = (0,external_node_crypto_.createHash)('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
    if (own !== hash.toLowerCase())
        return undefined;
    const x = bytes.subarray(1).toString('base64url');
    return { name, hash: own, key: (0,external_node_crypto_.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}
/**
 * Verifies a signed note (C2SP signed-note): a text, an empty line, and signature lines `— <name> <base64 of key hash and signature>`. Signatures
 * of other keys are left aside, as the format asks for.
 *
 * @returns the text that was signed, its last line end included
 * @throws Untrusted where the note is not well-formed, has no signature of the key, or one that does not fit the text
 */
function openNote(note, key) {
    const whole = decode(note);
    const split = whole.lastIndexOf('\n\n');
    const text = whole.slice(0, split + 1);
    const lines = whole.slice(split + 2).split('\n');
    if (split < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES)
        throw malformed();
    let signed = false;
    for (const line of lines) {
        const { name, bytes } = parseSignature(line);
        if (name !== key.name || bytes.toString('hex', 0, 4) !== key.hash)
            continue;
        if (!(0,external_node_crypto_.verify)(null, Buffer.from(text), key.key, bytes.subarray(4)))
            throw new Untrusted(`the signature of ${name} does not fit its note`, whole.trimEnd().split('\n'));
        signed = true;
    }
    if (signed)
        return text;
    throw new Untrusted(`the note has no signature of the key ${key.name}+${key.hash}`, whole.trimEnd().split('\n'));
}
function parseSignature(line) {
    const [name = '', base64 = '', ...more] = line.slice(SIGNATURE_START.length).split(' ');
    const bytes = strictBase64(base64);
    const sound = line.startsWith(SIGNATURE_START) && /^[^+\s]+$/.test(name) && more.length === 0;
    if (!sound || bytes === undefined || bytes.length < 5)
        throw malformed();
    return { name, bytes };
}
/** UTF-8 without control characters other than line ends. */
function decode(note) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
    }
    catch {
        throw malformed();
    }
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code < 0x20 && code !== 0x0a)
            throw malformed();
    }
    return text;
}
/** Node's own decoder skips what is no base64. */
function strictBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    return text !== '' && bytes.toString('base64') === text ? bytes : undefined;
}
function malformed() {
    return new Untrusted('it is no signed note');
}

;// CONCATENATED MODULE: ./lib/transparency/tlog.js



/** RFC 6962, 2.1: a byte before what is hashed tells records from nodes. */
const RECORD = Buffer.of(0);
const NODE = Buffer.of(1);
const HASH_BYTES = 32;
/** The hash of one record of the log, which is its text with all line ends. */
function recordHash(text) {
    return (0,external_node_crypto_.hash)('sha256', Buffer.concat([RECORD, text]), 'buffer');
}
function nodeHash(left, right) {
    return (0,external_node_crypto_.hash)('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
/**
 * Reads the text of a tree's note: `go.sum database tree`, the size, the hash; more lines may follow (golang.org/design/25530-sumdb).
 * @throws Untrusted where it is none
 */
function parseTreeHead(text) {
    const [title, size = '', hash = '', end] = text.split('\n', 4);
    const bytes = strictBase64(hash);
    const count = Number(size);
    const sound = title === 'go.sum database tree' && /^(?:0|[1-9]\d*)$/.test(size) && Number.isSafeInteger(count);
    if (!sound || bytes?.length !== HASH_BYTES || end === undefined)
        throw new Untrusted('its note speaks of no tree', text.split('\n', 4));
    return { size: count, hash: bytes };
}
/** A tree head on one line, for messages. */
function describeHead({ size, hash }) {
    return `${size} records, ${hash.toString('base64')}`;
}
/** The hash of the records from `start` up to `end` (not included), as RFC 6962 defines it (2.1, "MTH"). */
function rangeHash(start, end, read) {
    const count = end - start;
    const half = largestHalf(count);
    if (half * 2 === count)
        return read(Math.log2(count), start / count);
    return nodeHash(rangeHash(start, start + half, read), rangeHash(start + half, end, read));
}
/** The hashes that lead from record `index` to the hash of a tree of `size` records, lowest first (RFC 6962, 2.1.1). */
function inclusionProof(index, size, read) {
    const path = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
        const middle = start + largestHalf(end - start);
        if (index < middle) {
            path.unshift(rangeHash(middle, end, read));
            end = middle;
        }
        else {
            path.unshift(rangeHash(start, middle, read));
            start = middle;
        }
    }
    return path;
}
/**
 * Whether a proof leads from a record's hash to the tree's (RFC 9162, 2.1.3.2).
 * @throws Untrusted where it does not
 */
function checkInclusion(proof, index, leaf, tree) {
    const wrong = () => new Untrusted(`record ${index} is not proven to be in the database`, [`tree ${describeHead(tree)}`]);
    if (index >= tree.size)
        throw wrong();
    let [number, last, hash] = [index, tree.size - 1, leaf];
    for (const other of proof) {
        if (last === 0)
            throw wrong();
        if (number % 2 === 1 || number === last) {
            hash = nodeHash(other, hash);
            while (number % 2 === 0 && number !== 0)
                [number, last] = [halved(number), halved(last)];
        }
        else
            hash = nodeHash(hash, other);
        [number, last] = [halved(number), halved(last)];
    }
    if (last !== 0 || !hash.equals(tree.hash))
        throw wrong();
}
/**
 * The hashes that show the tree of the first `older` records to be the beginning of one of `newer` (RFC 6962, 2.1.2). One of them is more than
 * the RFC's: the older tree's own hash, which it leaves out where `older` is a power of two, is always there.
 *
 * @param older at least 1, at most `newer`
 */
function consistencyProof(older, newer, read) {
    const proof = [];
    let [start, end] = [0, newer];
    while (older !== end) {
        const middle = start + largestHalf(end - start);
        if (older <= middle) {
            proof.unshift(rangeHash(middle, end, read));
            end = middle;
        }
        else {
            proof.unshift(rangeHash(start, middle, read));
            start = middle;
        }
    }
    return [rangeHash(start, end, read), ...proof];
}
/**
 * Whether a tree is the beginning of a newer one (RFC 9162, 2.1.4.2).
 *
 * @returns false where the proof leads to the newer tree and not to the older one: then the log has two histories
 * @throws Untrusted where the proof does not even lead to the newer tree
 */
function isConsistent(proof, older, newer) {
    if (older.size === 0)
        return true;
    if (older.size === newer.size)
        return older.hash.equals(newer.hash);
    const [first, ...rest] = proof;
    const wrong = () => new Untrusted('the tiles of the database do not lead to its own tree', [`tree ${describeHead(newer)}`]);
    if (first === undefined)
        throw wrong();
    let [number, last] = [older.size - 1, newer.size - 1];
    while (number % 2 === 1)
        [number, last] = [halved(number), halved(last)];
    let [before, after] = [first, first];
    for (const other of rest) {
        if (last === 0)
            throw wrong();
        if (number % 2 === 1 || number === last) {
            before = nodeHash(other, before);
            after = nodeHash(other, after);
            while (number % 2 === 0 && number !== 0)
                [number, last] = [halved(number), halved(last)];
        }
        else
            after = nodeHash(after, other);
        [number, last] = [halved(number), halved(last)];
    }
    if (last !== 0 || !after.equals(newer.hash))
        throw wrong();
    return before.equals(older.hash);
}
/** Sizes are beyond 32 bits, where shifts end. */
function halved(number) {
    return Math.floor(number / 2);
}
/** The largest power of two that is smaller than `count`; ½ for 1. */
function largestHalf(count) {
    let power = 0.5;
    while (power * 2 < count)
        power *= 2;
    return power;
}

;// CONCATENATED MODULE: ./lib/transparency/tiles.js


/** The database of Go has tiles of height 8 (golang.org/design/25530-sumdb). */
const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;
/**
 * Where a tile lies below the database: `tile/8/0/x123/456`, or `tile/8/0/x123/456.p/7` where it is not full (C2SP tlog-tiles; three digits a
 * directory).
 */
function tilePath({ level, number, width }) {
    const groups = [String(number % 1000).padStart(3, '0')];
    for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000))
        groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
    return `tile/${HEIGHT}/${level}/${groups.join('/')}${width === WIDTH ? '' : `.p/${width}`}`;
}
/** The same tile when it has been filled: what there was of it may be gone then. */
function fullTile(tile) {
    return { ...tile, width: WIDTH };
}
/**
 * The tiles that a proof is made from and those that these are checked with, each once.
 *
 * @param size of the tree
 * @param prove makes the proof; what its nodes are read from here is made up
 */
function tilesFor(size, prove) {
    const tiles = new Map();
    const nothing = Buffer.alloc(HASH_BYTES);
    const add = (tile) => {
        if (tile === undefined || tiles.has(tilePath(tile)))
            return;
        tiles.set(tilePath(tile), tile);
        add(parentOf(tile, size));
    };
    const read = (level, number) => {
        add(tileOf(level, number, size));
        return nothing;
    };
    prove(read);
    rangeHash(0, size, read);
    return [...tiles.values()];
}
/**
 * Checks every hash of the tiles against the tree, those as well that no proof needs: a tile that is not the log's own tells that something is wrong.
 *
 * @param tiles as {@link tilesFor} names them
 * @throws Untrusted naming the tile, or the tree that they do not lead to
 */
function checkTiles(head, tiles, read) {
    if (!rangeHash(0, head.size, read).equals(head.hash))
        throw new Untrusted('its tiles do not lead to its own tree', [`tree ${describeHead(head)}`]);
    for (const tile of tiles) {
        if (parentOf(tile, head.size) === undefined)
            continue;
        const level = HEIGHT * (tile.level + 1);
        const start = tile.number * WIDTH;
        // Not read(level, number): that is what the tile above says.
        const own = combinedFrom(read, HEIGHT * tile.level, start, start + WIDTH);
        if (!own.equals(read(level, tile.number)))
            throw new Untrusted(`${tilePath(tile)} is not the one of its tree`, [`tree ${describeHead(head)}`]);
    }
}
/**
 * Reads nodes from tiles.
 *
 * @param size of the tree
 * @param tiles by their paths, as {@link tilesFor} names them
 * @throws Untrusted for a tile that is missing or has another size
 */
function nodeReader(size, tiles) {
    return (level, number) => {
        const tile = tileOf(level, number, size);
        const path = tilePath(tile);
        const bytes = tiles.get(path);
        if (bytes === undefined)
            throw new Untrusted(`it has no ${path}, of a tree that it signed`);
        if (bytes.length !== tile.width * HASH_BYTES)
            throw new Untrusted(`${path} has ${bytes.length} bytes, where ${tile.width} hashes have ${tile.width * HASH_BYTES}`);
        const span = 2 ** (level % HEIGHT);
        const first = (number * span) % WIDTH;
        return combined(bytes, first, first + span);
    };
}
/** The tile that has what a node is made from, as wide as a tree of this size has it. */
function tileOf(level, number, size) {
    const tileLevel = Math.floor(level / HEIGHT);
    const index = Math.floor((number * 2 ** (level % HEIGHT)) / WIDTH);
    const hashes = Math.floor(size / WIDTH ** tileLevel);
    return { level: tileLevel, number: index, width: Math.min(WIDTH, hashes - index * WIDTH) };
}
/** The tile with the one hash over all of a full tile; undefined where there is none: at the top, and while the tile grows. */
function parentOf({ level, number, width }, size) {
    const above = HEIGHT * (level + 1);
    return width === WIDTH && number < Math.floor(size / 2 ** above) ? tileOf(above, number, size) : undefined;
}
function combinedFrom(read, level, start, end) {
    if (end - start === 1)
        return read(level, start);
    const middle = (start + end) / 2;
    return nodeHash(combinedFrom(read, level, start, middle), combinedFrom(read, level, middle, end));
}
/** The hash over the hashes of a tile from `start` to `end`, a power of two of them. */
function combined(tile, start, end) {
    if (end - start === 1)
        return Buffer.from(tile.subarray(start * HASH_BYTES, end * HASH_BYTES));
    const middle = (start + end) / 2;
    return nodeHash(combined(tile, start, middle), combined(tile, middle, end));
}

;// CONCATENATED MODULE: ./lib/transparency/client.js



/** A record of the toolchain module has 500 bytes. */
const MAX_RECORD = 64 * 1024;
const ABSENT = [404, 410];
/**
 * Reaches a database by the first proxy that has it, else directly. A proxy says that it has one by answering `/sumdb/<name>/supported` with 200, and
 * is then the only one that is asked (golang.org/design/25530-sumdb, "Proxying a Checksum Database").
 *
 * @param onAnswer called for whatever answers, first of all
 */
function openDatabase(database, proxies, http, onAnswer = () => { }) {
    let place;
    let label = (0,display_url/* displayUrl */.Qy)(database.url);
    async function get(url, maxBytes) {
        const answer = await http.getBytes(url, { absent: ABSENT, maxBytes });
        onAnswer();
        return answer;
    }
    async function findPlace() {
        let failure;
        for (const proxy of database.byProxy ? proxies : []) {
            if (proxy.kind === 'direct')
                return database.url;
            const url = below(proxy.url, `sumdb/${database.key.name}`);
            try {
                if ((await get(below(url, 'supported'), MAX_RECORD)) === undefined)
                    continue;
                label = (0,display_url/* displayUrl */.Qy)(url);
                return url;
            }
            catch (error) {
                if (!proxy.failOver)
                    throw error;
                failure = error;
            }
        }
        if (failure !== undefined)
            throw failure;
        return database.url;
    }
    const read = async (path, maxBytes) => {
        place ??= findPlace();
        return await get(below(await place, path), maxBytes);
    };
    return {
        lookUp: async (module, version) => await read(`lookup/${escaped(module)}@${escaped(version)}`, MAX_RECORD),
        async tile(tile) {
            const bytes = tile.width * HASH_BYTES;
            const full = fullTile(tile);
            const exact = await read(tilePath(tile), bytes);
            if (exact !== undefined)
                return exact;
            const larger = tile.width < full.width ? await read(tilePath(full), full.width * HASH_BYTES) : undefined;
            return larger?.subarray(0, bytes);
        },
        label: () => label,
    };
}
/** Capitals are written as `!` and the small letter (golang.org/x/mod/module, "Escaped Paths"). */
function escaped(text) {
    return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** The URL of something below a base, whose own query stays. */
function below(base, path) {
    const url = new URL(base);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
    url.hash = '';
    return url.href;
}

;// CONCATENATED MODULE: ./lib/transparency/database.js


/** As built into Go (cmd/go/internal/modfetch/key.go). */
const GO_DATABASE_KEY = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const GO_DATABASE = 'sum.golang.org';
/** Go's own other address of it, for networks that don't reach the first. */
const IN_CHINA = 'sum.golang.google.cn';
/** Tells databases apart, also one with two keys: `sum.golang.org+033de0ae`. */
function databaseId({ key }) {
    return `${key.name}+${key.hash}`;
}
/**
 * Reads Go's variable GOSUMDB the way the go command does (go.dev/ref/mod#environment-variables, cmd/go/internal/modfetch/sumdb.go): empty, the
 * name of Go's own database, or `<key> [<url>]`, or `off`.
 *
 * @throws SetupError E_INPUT where it is something else
 */
function readDatabase(gosumdb) {
    const [first = GO_DATABASE, url, ...more] = gosumdb.trim().split(/\s+/).filter(Boolean);
    if (first === 'off' && url === undefined)
        return 'off';
    if (first === IN_CHINA && url === undefined)
        return readDatabase(`${GO_DATABASE_KEY} https://${IN_CHINA}`);
    const key = parseVerifierKey(first === GO_DATABASE ? GO_DATABASE_KEY : first);
    if (key === undefined)
        throw invalid(gosumdb, `"${first}" is no key of a checksum database`);
    if (!isHost(key.name))
        throw invalid(gosumdb, `"${key.name}" is no host name`);
    if (more.length > 0)
        throw invalid(gosumdb, 'it has more than a key and an address');
    if (url !== undefined && !/^https?:\/\/[^/]/i.test(url))
        throw invalid(gosumdb, 'its address is no URL');
    return {
        key,
        url: (url ?? `https://${key.name}`).replace(/\/+$/, ''),
        byProxy: url === undefined,
        official: GO_DATABASE_KEY.startsWith(`${key.name}+${key.hash}+`),
    };
}
/** A host, with a path behind it or not, and nothing else that a URL may have. */
function isHost(name) {
    if (!URL.canParse(`https://${name}`))
        return false;
    const { host, pathname } = new URL(`https://${name}`);
    return name.toLowerCase() === `${host}${pathname === '/' ? '' : pathname}`.toLowerCase();
}
function invalid(gosumdb, reason) {
    return new errors/* SetupError */.w('E_INPUT', `The variable GOSUMDB is "${gosumdb.slice(0, 200)}": ${reason}.`, {
        remedy: 'Unset it for sum.golang.org, write it as name+hash+key, with an address behind it or not, or set it to off.',
    });
}

// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
;// CONCATENATED MODULE: ./lib/transparency/dirhash.js


/** The module as which Go publishes its own distributions. */
const TOOLCHAIN_MODULE = 'golang.org/toolchain';
/** What a distribution has and the module has not. Everything below them. */
const LEFT_OUT = ['.github/', 'api/', 'doc/', 'misc/', 'test/'];
/** The module's version that is a release for Windows: `v0.0.1-go1.26.6.windows-amd64`. */
function toolchainVersion(goVersion, architecture) {
    return `v0.0.1-${goVersion}.windows-${(0,names/* goArch */.Jt)(architecture)}`;
}
/**
 * The h1 of the module that Go makes of a distribution: the same files less some directories, and every go.mod as `_go.mod`, since a module can
 * have none inside. The rule is Go's: cmd/distpack (pack.go, "modArch", and archive.go, "RenameGoMod") since Go 1.21, and golang.org/x/build's
 * internal/task/dl2mod.go for those before.
 *
 * @param files of the ZIP, all of them, in any order
 * @returns `h1:` and base64
 */
function toolchainHash(files, version) {
    const inModule = [];
    for (const { path, sha256 } of files) {
        if (LEFT_OUT.some((directory) => path.startsWith(directory)))
            continue;
        const name = path.endsWith('go.mod') ? path.replace(/(^|\/)go\.mod$/, '$1_go.mod') : path;
        inModule.push({ path: name, sha256 });
    }
    return dirHash(inModule, `${TOOLCHAIN_MODULE}@${version}/`);
}
/**
 * "h1": SHA-256, in base64, over one line a file, `<hex SHA-256>  <name>`, sorted by the bytes of the names (golang.org/x/mod/sumdb/dirhash,
 * Hash1).
 *
 * @param prefix before each name
 */
function dirHash(files, prefix = '') {
    const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
    const lines = sortedByBytes([...hashes.keys()]).map((path) => `${hashes.get(path)}  ${prefix}${path}\n`);
    return `h1:${(0,external_node_crypto_.hash)('sha256', lines.join(''), 'base64')}`;
}
/** JavaScript sorts by UTF-16, which is the order of bytes but for the characters that take two units; and it is much faster. */
function sortedByBytes(names) {
    if (!names.some((name) => /[\ud800-\uffff]/.test(name)))
        return names.sort();
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

;// CONCATENATED MODULE: ./lib/transparency/record.js
/**
 * Takes the answer of `/lookup/<module>@<version>` apart: a number, lines of go.sum, an empty line, a signed tree head
 * (golang.org/design/25530-sumdb).
 *
 * @returns undefined where it is something else, a page for people for instance
 */
function parseRecord(answer) {
    const first = answer.indexOf('\n');
    const end = answer.indexOf('\n\n', first + 1);
    const digits = answer.toString('latin1', 0, Math.max(0, first));
    const number = Number(digits);
    if (first < 0 || end < 0 || !/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(number))
        return undefined;
    return { number, text: answer.subarray(first + 1, end + 1), note: answer.subarray(end + 2) };
}
/**
 * The h1 of a module's files, as its record has it.
 *
 * @param module its path: `golang.org/toolchain`
 * @returns `h1:` and base64, or undefined where the record speaks of another version
 */
function recordedHash(text, module, version) {
    const start = `${module} ${version} `;
    const lines = text.toString('utf8').split('\n');
    return lines
        .find((line) => line.startsWith(`${start}h1:`))
        ?.slice(start.length)
        .trim();
}

;// CONCATENATED MODULE: ./lib/transparency/prove.js






/**
 * Looks a module's version up, and proves what the database says: its signature on a tree, and that the record is in that tree.
 *
 * @returns undefined where the database has no such version
 * @throws Untrusted where something does not fit; SetupError E_NETWORK where there is no answer, or one that is no record
 */
async function proveRecord(client, key, module, version) {
    const answer = await client.lookUp(module, version);
    if (answer === undefined)
        return undefined;
    const record = parseRecord(answer);
    if (record === undefined)
        throw noRecord(client.label(), answer);
    const { number, text, note } = record;
    const head = parseTreeHead(openNote(note, key));
    if (number >= head.size)
        throw new Untrusted(`record ${number} is beyond its own tree`, [`tree ${describeHead(head)}`]);
    const { leaf, proof } = await prove(client, head, (read) => ({
        leaf: read(0, number),
        proof: inclusionProof(number, head.size, read),
    }));
    if (!leaf.equals(recordHash(text)))
        throw new Untrusted(`record ${number} is another in its tree`, [`tree ${describeHead(head)}`]);
    checkInclusion(proof, number, leaf, head);
    const h1 = recordedHash(text, module, version);
    if (h1 !== undefined)
        return { h1, number, head, note };
    throw new Untrusted(`the record for ${module}@${version} is another's`, text.toString().trim().split('\n'));
}
/**
 * Sees whether a tree and the newest one that is remembered are two moments of one history, and remembers the newer of them.
 *
 * @throws Untrusted with both signed heads where they are not; SetupError E_NETWORK
 */
async function joinHistory(client, key, memory, { head, note }) {
    for (;;) {
        const kept = await memory.read();
        const known = kept === undefined ? undefined : headIn(kept, key);
        if (kept !== undefined && known !== undefined) {
            const [older, newer] = known.size < head.size ? [known, head] : [head, known];
            await oneHistory(client, older, newer).catch((error) => {
                throw error instanceof Untrusted ? withHeads(error, kept, note) : error;
            });
            if (newer === known)
                return;
        }
        if (await memory.replace(kept, note))
            return;
    }
}
async function oneHistory(client, older, newer) {
    const needsNone = older.size === 0 || older.size === newer.size;
    const proof = needsNone
        ? []
        : await prove(client, newer, (read) => consistencyProof(older.size, newer.size, read));
    if (!isConsistent(proof, older, newer))
        throw new Untrusted('it has signed two histories that contradict each other');
}
/** Makes a proof from the tiles that it takes, fetched all at once and checked. */
async function prove(client, tree, make) {
    const tiles = tilesFor(tree.size, make);
    const contents = await Promise.all(tiles.map(async (tile) => [tilePath(tile), await client.tile(tile)]));
    const read = nodeReader(tree.size, new Map(contents));
    checkTiles(tree, tiles, read);
    return make(read);
}
/** What is kept in a file that anything may have written to: without the signature it is nothing. */
function headIn(note, key) {
    try {
        return parseTreeHead(openNote(note, key));
    }
    catch (error) {
        if (error instanceof Untrusted)
            return undefined;
        throw error;
    }
}
function withHeads({ message, evidence }, kept, note) {
    const lines = (text) => text.toString().trimEnd().split('\n');
    return new Untrusted(message, [
        ...evidence,
        'tree that was proven on this runner before:',
        ...lines(kept),
        'tree that it shows now:',
        ...lines(note),
    ]);
}
function noRecord(label, answer) {
    return new errors/* SetupError */.w('E_NETWORK', `${label} answers with something that is no record.`, {
        remedy: 'See what answers in place of the checksum database: a proxy, or a page to log in.',
        evidence: [`it begins with ${JSON.stringify(answer.toString('utf8', 0, 80))}`],
    });
}

;// CONCATENATED MODULE: ./lib/transparency/refusals.js


/** The tree is not the one that the database knows. */
function different({ goVersion, architecture }, what, own, { h1, number, head, note }, label) {
    return new errors/* SetupError */.w('E_TRANSPARENCY', `The files of ${goVersion} for ${architecture} are not those that the checksum database knows: their hash is ${own}, and its is ${h1}.`, {
        remedy: 'Do not use this file; ask whoever runs its source where it comes from, and compare it with the one on go.dev/dl.',
        evidence: [
            `module   ${what}`,
            `files    ${own}`,
            `database ${h1}`,
            `record   ${number} of ${label}, proven to be in a tree of ${describeHead(head)}`,
            ...note.toString().trimEnd().split('\n'),
        ],
    });
}
/** The database contradicts itself, or someone speaks in its name. */
function untrusted(error, what, label) {
    return new errors/* SetupError */.w('E_TRANSPARENCY', `The checksum database ${label} is not to be believed: ${error.message}.`, {
        remedy: 'See who answers in its name (a proxy in GOPROXY, the address in GOSUMDB), keep this log, and ask the database without it.',
        evidence: [`asked for ${what}`, ...error.evidence],
        cause: error,
    });
}
/** `require`, and no answer. */
function unreachable(error, label) {
    return new errors/* SetupError */.w('E_TRANSPARENCY', `The checksum database ${label} gives no answer, and transparency is set to require: ${error.message}`, {
        remedy: 'Let the runner reach it, or a proxy in GOPROXY that hands it on; auto goes on without where it cannot be reached.',
        evidence: error.evidence,
        cause: error,
    });
}
/** `require`, and the database does not know the version. */
function absent(what, label) {
    return new errors/* SetupError */.w('E_TRANSPARENCY', `The checksum database ${label} has no ${what}, and transparency is set to require.`, {
        remedy: 'Use a version of Go that it knows, or set transparency to auto.',
        evidence: [`asked for ${what}`],
    });
}
/** `require`, and something rules the question out. */
function ruledOut(reason, remedy) {
    return new errors/* SetupError */.w('E_TRANSPARENCY', `The checksum database cannot be asked, and transparency is set to require: ${reason}.`, { remedy });
}

;// CONCATENATED MODULE: ./lib/transparency/ask.js









/** Where the check may be missing: for the first answer of anyone, and for all of them. */
const REACH_MS = 3000;
const WHOLE_MS = 15_000;
/** Begins to ask. */
function askSecondOpinion(release, options) {
    const { database, required, onNote } = options;
    const version = toolchainVersion(release.goVersion, release.architecture);
    const what = `${TOOLCHAIN_MODULE}@${version}`;
    const closing = new AbortController();
    const patience = required ? undefined : limitedPatience(database);
    const signals = [options.signal, closing.signal, ...(patience ? [patience.signal] : [])];
    const http = openHttp(AbortSignal.any(signals), options);
    const client = openDatabase(database, options.proxies, http, patience?.reached);
    const answer = ask(client, version, options).finally(() => patience?.clear());
    return {
        async judge(files) {
            const { record, error } = await answer;
            options.signal.throwIfAborted();
            if (error instanceof Untrusted)
                throw untrusted(error, what, client.label());
            // A proven record counts, also where the rest of the questions could not be asked.
            const own = toolchainHash(files, version);
            if (record !== undefined && own !== record.h1)
                throw different(release, what, own, record, client.label());
            if (error !== undefined) {
                if (!(error instanceof errors/* SetupError */.w))
                    throw error;
                if (required)
                    throw unreachable(error, client.label());
                options.onSilence();
                onNote(`Not checked against the checksum database: ${error.message}`);
                return undefined;
            }
            if (record === undefined) {
                if (required)
                    throw absent(what, client.label());
                onNote(`Not checked against the checksum database: ${client.label()} has no ${what}`);
                return undefined;
            }
            onNote(`Verified against the checksum database ${client.label()}: ${own}, record ${record.number}`);
            return { database: databaseId(database), h1: own, record: record.number, treeSize: record.head.size };
        },
        close() {
            closing.abort(new Error('not needed any more'));
            patience?.clear();
            http.close();
        },
    };
}
async function ask(client, version, options) {
    const { key } = options.database;
    let record;
    try {
        record = await proveRecord(client, key, TOOLCHAIN_MODULE, version);
        if (record !== undefined)
            await joinHistory(client, key, options.memory, record);
        return { record };
    }
    catch (error) {
        return { record, error };
    }
}
function openHttp(signal, { required, connection, onNote }) {
    const patient = required ? { onRetry: onNote } : { attempts: 3, backoffMs: 200 };
    return (0,http/* createHttp */.V)({ ...connection, signal, ...patient });
}
/** Gives up where nobody answers in time, or the whole takes too long. */
function limitedPatience({ url }) {
    const controller = new AbortController();
    const giveUp = (ms, inTime) => () => {
        const late = () => inTime() ||
            controller.abort(new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Qy)(url)} did not answer within ${ms / 1000} s.`, {
                remedy: 'See whether the runner reaches it, or a proxy in GOPROXY that hands it on.',
            }));
        // A thread that was busy for long sees its timers first: what has come meanwhile gets its turn before that counts.
        setImmediate(() => setImmediate(late));
    };
    let reached = false;
    const reach = setTimeout(giveUp(REACH_MS, () => reached), REACH_MS);
    const whole = setTimeout(giveUp(WHOLE_MS, () => false), WHOLE_MS);
    return {
        signal: controller.signal,
        reached() {
            reached = true;
        },
        clear() {
            clearTimeout(reach);
            clearTimeout(whole);
        },
    };
}

;// CONCATENATED MODULE: ./lib/transparency/proxies.js
/**
 * Reads Go's variable GOPROXY (go.dev/ref/mod#environment-variables): addresses apart by commas (go on after 404 and 410) or bars (go on after any
 * failure), up to `direct` or `off`. Both of these mean the database itself: that is what they mean to the go command when it asks for checksums
 * (cmd/go/internal/modfetch/sumdb.go, initBase). What is no http(s) address, a directory for instance, has no database and is passed over.
 */
function readProxies(goproxy) {
    const proxies = [];
    for (const [, entry = '', separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
        const text = entry.trim();
        if (text === 'direct' || text === 'off')
            return [...proxies, { kind: 'direct' }];
        // Go takes what has a dot, a colon or a slash, and no scheme, for an address as well.
        const url = /^[^:/]*[.:][^/]*/.test(text) && !text.includes(':/') ? `https://${text}` : text;
        if (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url))
            proxies.push({ kind: 'proxy', url: url.replace(/\/+$/, ''), failOver: separator === '|' });
    }
    return proxies;
}

;// CONCATENATED MODULE: ./lib/second-opinion.js






const learned = new WeakMap();
/**
 * Begins to ask Go's checksum database about a release that is about to be fetched, where the inputs and the release allow it.
 *
 * Go's own database knows go.dev's files alone, so with `auto` any other file is asked about only where GOSUMDB names another database.
 *
 * @returns undefined where it is not asked; why not is told, unless that is what the user set
 * @throws SetupError E_TRANSPARENCY where it is required and ruled out, E_INPUT for a GOSUMDB that is none
 */
async function openSecondOpinion({ release, official }, context) {
    const { inputs, host, log, signal } = context;
    if (inputs.transparency === 'off')
        return undefined;
    requireAskable(inputs);
    const step = learned.get(inputs) ?? { told: new Set(), silent: false };
    learned.set(inputs, step);
    const tell = (line) => {
        if (!step.told.has(line))
            log.info(line);
        step.told.add(line);
    };
    const required = inputs.transparency === 'require';
    const notAsked = (reason) => tell(`Not checked against the checksum database: ${reason}`);
    const database = readDatabase(inputs.goSumDb);
    if (database === 'off')
        return notAsked('GOSUMDB is off');
    if (inputs.offline)
        return notAsked('offline is set');
    if (!official && database.official && !required)
        return notAsked(`${database.key.name} knows the official builds only`);
    if (database.official && !required && isBefore121(release.version))
        return notAsked('the modules of releases before Go 1.21 were not made with them');
    if (step.silent)
        return undefined;
    return askSecondOpinion(release, {
        database,
        proxies: readProxies(inputs.goProxy),
        required,
        memory: keptTreeHead(host.toolCache, databaseId(database), {
            runner: host.runner,
            signal,
            onNote: tell,
        }),
        signal,
        connection: await (0,connections/* connectionOptions */.H)(context),
        onNote: tell,
        onSilence: () => {
            step.silent = true;
        },
    });
}
/** Go makes its module together with its ZIP since 1.21 (cmd/distpack); older ones were converted from other archives, years later. */
function isBefore121(version) {
    const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
    return major === '1' && Number(minor) < 21;
}
/**
 * Sees before anything is fetched whether the question that `transparency: require` needs is ruled out.
 *
 * @throws SetupError E_TRANSPARENCY where it is, E_INPUT for a GOSUMDB that is none
 */
function requireAskable({ transparency, offline, goSumDb }) {
    if (transparency !== 'require')
        return;
    if (readDatabase(goSumDb) === 'off')
        throw ruledOut('GOSUMDB is off', 'Unset GOSUMDB, or set transparency to auto or off.');
    if (offline)
        throw ruledOut('offline is set', 'Install this version once with network, so that the tool cache has it with its check, or set transparency to auto or off.');
}

// EXTERNAL MODULE: ./lib/sources.js + 7 modules
var sources = __webpack_require__(5529);
// EXTERNAL MODULE: ./lib/toolcache/find.js + 3 modules
var find = __webpack_require__(2605);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/findings.js
var findings = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/toolcache/sizes.js
var sizes = __webpack_require__(3126);
// EXTERNAL MODULE: ./lib/toolcache/write-tests.js
var write_tests = __webpack_require__(9835);
;// CONCATENATED MODULE: ./lib/toolcache/write-probe.js







/** More than what NTFS keeps in a file's record: it takes real room on the disk. */
const TEST_BYTES = 64 * 1024;
/** Scanners look into new files; whoever installs waits longer for them. */
const PATIENCE_MS = 2000;
/**
 * Does once, in small, what publishing below a tool cache does: files in the directory of locks, and for the tool a directory, one beside it by a
 * rename, a file. Where they are not there yet the nearest directory above them is what counts, since they will be made in it. All of
 * it is removed again. A few file calls.
 *
 * @param tools folders of the tool cache that may be written to; it is enough that one of them can
 * @returns undefined where nothing was refused
 */
async function probeWriting(root, tools) {
    const [locks, ...folders] = await Promise.all([
        probeTwice(external_node_path_.join((0,layout/* stateDirectory */.FK)(root), 'locks'), testLocks),
        ...tools.map((tool) => probeTwice(external_node_path_.join(root, tool), testFolder)),
    ]);
    const refusal = locks ?? (folders.includes(undefined) ? undefined : folders[0]);
    // Tests of the time when there was nothing below these yet.
    if (refusal === undefined)
        await Promise.all([root, (0,layout/* stateDirectory */.FK)(root)].map((place) => (0,write_tests/* removeWriteTests */.j)(place)));
    return refusal;
}
/** Another runner may remove an empty directory while it is looked at. */
async function probeTwice(directory, test) {
    const refusal = await probe(directory, test);
    return (0,errors/* systemCode */.x)(refusal?.error) === 'ENOENT' ? await probe(directory, test) : refusal;
}
async function probe(directory, test) {
    const found = await nearest(directory);
    if (typeof found !== 'string')
        return found;
    const name = `${write_tests/* WRITE_TEST */.h}${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    // What is to be made here is a directory, whatever the one below will hold.
    const refusal = await (found === directory ? test : testFolder)(found, name);
    if (refusal === undefined)
        await (0,write_tests/* removeWriteTests */.j)(found);
    return refusal;
}
/** The directory, or the nearest one above it that is there; a refusal where something else stands in its place. */
async function nearest(directory) {
    for (let place = external_node_path_.resolve(directory);; place = external_node_path_.dirname(place)) {
        try {
            if ((await (0,promises_.stat)(place)).isDirectory())
                return place;
            return inTheWay(place, 'ENOTDIR');
        }
        catch (error) {
            // What may not be looked at can be writable all the same: trying decides.
            if (!/^(?:ENOENT|ENOTDIR)$/.test((0,errors/* systemCode */.x)(error) ?? ''))
                return place;
            // A link that leads nowhere keeps a directory from being made. What is there now and was not then, another runner has made.
            if (await (0,files/* isThere */.$B)(place))
                return (await (0,files/* isDirectory */.wd)(place)) ? place : inTheWay(place, 'EEXIST');
        }
        if (external_node_path_.dirname(place) === place)
            return place;
    }
}
function inTheWay(place, code) {
    const error = Object.assign(new Error(`${code}: no directory, '${place}'`), { code });
    return { error, doing: 'use', place };
}
async function testFolder(place, name) {
    const own = external_node_path_.join(place, name);
    const [staging, tree] = [external_node_path_.join(own, 'a'), external_node_path_.join(own, 'b')];
    try {
        await (0,promises_.mkdir)(own);
    }
    catch (error) {
        return { error, doing: 'create a directory in', place };
    }
    let doing = 'create a directory in';
    try {
        await (0,promises_.mkdir)(staging);
        doing = 'rename a directory in';
        await (0,files/* retry */.L5)(() => (0,promises_.rename)(staging, tree), undefined, PATIENCE_MS);
        doing = 'write a file in';
        await (0,promises_.writeFile)(external_node_path_.join(tree, 'test'), Buffer.alloc(TEST_BYTES));
        return undefined;
    }
    catch (error) {
        return { error, doing, place };
    }
    finally {
        await (0,files/* removeTree */.dM)(own, undefined, PATIENCE_MS).catch(() => { });
    }
}
async function testLocks(place, name) {
    const file = external_node_path_.join(place, name);
    try {
        await (0,promises_.writeFile)(file, '');
        return undefined;
    }
    catch (error) {
        return { error, doing: 'write a file in', place };
    }
    finally {
        await (0,files/* retry */.L5)(() => (0,promises_.unlink)(file), undefined, PATIENCE_MS).catch(() => { });
    }
}

;// CONCATENATED MODULE: ./lib/toolcache/preflight.js








/** What keeps a Go from being written; anything else is left to the writing itself. */
const DECIDES = /^(?:EPERM|EACCES|EROFS|ENOENT|ENOTDIR|EEXIST|ENOSPC|EDQUOT)$/;
/** MAX_PATH is 260 with the closing zero (Microsoft, "Maximum Path Length Limitation"). */
const LONGEST_PLAIN_PATH = 259;
/**
 * Looks whether a Go could be written to the tool cache at all, before anybody is asked for one: a real write, and the room for the
 * smallest. Costs a few file calls; no process is started.
 *
 * @param tools folders of the tool cache that the Go may go to
 * @param genuine whether it can only be one of go.dev's own, whose least size is known
 * @returns undefined where nothing is in the way
 */
async function refuseEarly(root, tools, genuine) {
    const [refusal, free] = await Promise.all([probeWriting(root, tools), genuine ? freeAt(root) : undefined]);
    if (refusal !== undefined && DECIDES.test((0,errors/* systemCode */.x)(refusal.error) ?? ''))
        return { explain: () => explainProbe(refusal) };
    if (free !== undefined && free < sizes/* LEAST_GO_BYTES */.F6)
        return { explain: () => explainRoom(root, free, sizes/* ONE_GO_BYTES */.Gl) };
    return undefined;
}
async function explainProbe({ error, doing, place }) {
    const { explainRefusedWrite } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 6306));
    return await explainRefusedWrite(error, place, { doing });
}
async function explainRoom(root, free, needed, how = 'about') {
    const { megabytes, noRoom } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 6306));
    const text = `This Go takes ${how} ${megabytes(needed)} on a disk, and ${root} has ${megabytes(free)} free.`;
    return noRoom(text, { evidence: [`needed ${needed} bytes`, `free ${free} bytes`, root] });
}
/**
 * Compares the room with what a release will take, as soon as its size is known: as much as go.dev's own do for theirs, and for other builds, of
 * which nobody knows how they are packed, at least the size of the archive. The exact size is looked at when the archive's directory has come.
 *
 * @throws SetupError E_DISK naming both
 */
async function requireRoomFor(place, release, official) {
    const needed = Math.ceil(release.size * (official ? sizes/* GROWTH */.AS : 1));
    const free = await freeAt(place);
    if (free !== undefined && free < needed)
        throw await explainRoom(place, free, needed, official ? 'about' : 'at least');
}
async function freeAt(root) {
    return await (0,places/* freeSpace */.F)(await (0,places/* nearestDirectory */.O)(root));
}
/** Whether the tool caches hold any version at all, of which one may turn out to be what is asked for. */
async function holdsAny(roots, tools) {
    for (const root of roots) {
        for (const tool of tools) {
            const names = await (0,promises_.readdir)(external_node_path_.join(root, tool)).catch(() => []);
            if (names.some((name) => /^\d/.test(name)))
                return true;
        }
    }
    return false;
}
/**
 * Says where the tree's paths will be longer than Windows lets ordinary programs use. Node and Go write and read them all the same;
 * compilers for cgo, editors and scripts may not. The registry is read only where a path is that long.
 */
async function findLongPaths(entry) {
    const longest = (0,layout/* temporaryPath */.l5)(entry).length + 1 + sizes/* LONGEST_IN_TREE */.yh;
    if (longest <= LONGEST_PLAIN_PATH)
        return [];
    const { longPathsEnabled } = await __webpack_require__.e(/* import() */ 1866).then(__webpack_require__.bind(__webpack_require__, 9485));
    const enabled = await longPathsEnabled();
    if (enabled)
        return [];
    const text = `Paths of this Go will have up to ${longest} characters, and Windows gives ordinary programs ${LONGEST_PLAIN_PATH}`;
    if (enabled === undefined)
        return [(0,findings/* note */.N4)('long-paths', `${text}, unless long paths are on; the registry did not say.`)];
    return [
        (0,findings/* warning */.$e)('long-paths', `${text}: long paths are off (LongPathsEnabled). Go itself works; C compilers and other tools may not find its files.`, 'Let RUNNER_TOOL_CACHE be a shorter path, or set LongPathsEnabled to 1 in HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem.'),
    ];
}

// EXTERNAL MODULE: ./lib/toolcache/leftovers.js
var leftovers = __webpack_require__(8984);
// EXTERNAL MODULE: ./lib/toolcache/vanished.js
var vanished = __webpack_require__(3784);
// EXTERNAL MODULE: ./lib/toolcache/withdraw.js
var withdraw = __webpack_require__(108);
;// CONCATENATED MODULE: ./lib/toolcache/publish.js










/**
 * Puts a tree into the tool cache, so that other runners see it whole or not at all: under a lock, into a staging directory beside its
 * final place, by one rename; the `.complete` marker comes last. What stood in its place is moved away first, put back when the new tree is
 * refused, and removed when that one is in use.
 *
 * @returns `reused` when another runner, or another action, which knows nothing of our lock, had published it meanwhile
 * @throws SetupError E_LOCKED, E_PERMISSION, E_DISK, and whatever `fill` and `check` throw
 */
async function publish(entry, options) {
    const parent = external_node_path_.dirname((0,layout/* treePath */.ON)(entry));
    try {
        const wait = () => (0,toolcache_lock/* acquireLock */.IZ)(entry.root, (0,layout/* lockName */.l4)(entry), {
            runner: options.runner,
            timeoutMs: options.lockTimeoutMs,
            signal: options.signal,
            onWait: options.onWait,
        });
        const lock = await (options.whileWaiting?.(wait) ?? wait());
        try {
            if (lock.takenFrom)
                options.onRepair(`Took over the lock of ${lock.takenFrom.runner}, which ended without releasing it`);
            if (await allowing(entry, options, () => usable(entry, options)))
                return 'reused';
            await (0,leftovers/* sweepLeftovers */.ZW)(entry, options);
            return await install(entry, options);
        }
        finally {
            await lock.release();
        }
    }
    catch (error) {
        if (options.signal.aborted)
            throw (0,files.explainFileError)(error, 'install into', parent);
        if (error instanceof errors/* SetupError */.w) {
            const { explainRefusedWrite } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 6306));
            throw await explainRefusedWrite(error, parent);
        }
        const { explainRefusal } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(1104), __webpack_require__.e(5044)]).then(__webpack_require__.bind(__webpack_require__, 1104));
        throw await explainRefusal(error, 'install into', parent, entry, options);
    }
}
/** Does what may be refused because somebody uses the tree: then who it is is found out, and ended where that may be. */
async function allowing(entry, options, change) {
    try {
        return await change();
    }
    catch (error) {
        options.signal.throwIfAborted();
        const { overcomeRefusal } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(1104), __webpack_require__.e(5044)]).then(__webpack_require__.bind(__webpack_require__, 1104));
        return await overcomeRefusal(error, change, entry, options);
    }
}
async function usable(entry, options) {
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    return found.state === 'whole' && (await options.accepts(found));
}
async function install(entry, options) {
    const { signal } = options;
    const staging = (0,layout/* temporaryPath */.l5)(entry);
    await (0,promises_.mkdir)(staging, { recursive: true });
    const made = new Date();
    const started = performance.now();
    const aside = (0,layout/* temporaryPath */.l5)(entry);
    let provenance;
    let record;
    let replaced;
    let withdrawn;
    const tell = async (error) => await options.onChange?.({
        kind: withdrawn?.stood ? 'replaced' : 'placed',
        place: (0,layout/* treePath */.ON)(entry),
        provenance,
        error,
        durationMs: performance.now() - started,
    });
    try {
        provenance = await fill(staging, made, options);
        // Before the rename, and before anything is moved away for it: what is gone by now must not cost what stands there.
        const filled = await (0,vanished/* sightTree */.QI)(staging, made);
        record = await options.record?.({ entry, fresh: staging, aside, provenance });
        replaced = await allowing(entry, options, () => takePlace(entry, filled, aside, options, (one) => {
            withdrawn = one;
        }));
        if (replaced === undefined) {
            await record?.end();
            await discard(staging);
            return 'reused';
        }
        await vouch(entry, provenance, { ...filled, goroot: (0,layout/* treePath */.ON)(entry) }, options);
    }
    catch (error) {
        await record?.refuse();
        if (replaced)
            await giveUpPlace(entry, staging, replaced, signal);
        await record?.end();
        // A cancelled step has seconds to live: the next run removes what is left.
        if (!signal.aborted)
            await discard(staging);
        if (replaced || withdrawn?.stood)
            await tell(error);
        throw error;
    }
    await record?.end();
    await tell();
    await replaced.remove(signal).catch(() => {
        options.onRepair(`Could not remove the old tree of ${(0,layout/* treePath */.ON)(entry)} yet; a later run will`);
    });
    return 'published';
}
async function fill(staging, made, { fill, signal }) {
    try {
        const provenance = await fill(staging);
        signal.throwIfAborted();
        return provenance;
    }
    catch (error) {
        signal.throwIfAborted();
        throw await (0,vanished/* explainVanished */.om)(error, { goroot: staging, marked: false, seenAt: made, files: [] });
    }
}
/** Looks at the tree in its place, and tells everybody that it is whole. */
async function vouch(entry, provenance, placed, { check, signal }) {
    try {
        await check(placed.goroot);
        signal.throwIfAborted();
        // A go.exe that runs has its answer, whatever is removed around it meanwhile.
        await (0,vanished/* requireStillThere */._c)([placed], signal, 0);
        const sidecar = `${JSON.stringify(provenance, undefined, 2)}\n`;
        await (0,files/* retry */.L5)(() => (0,promises_.writeFile)((0,layout/* sidecarPath */.n8)(entry), sidecar), signal);
        await (0,files/* retry */.L5)(() => (0,promises_.writeFile)((0,layout/* markerPath */.Ar)(entry), ''), signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw await (0,vanished/* explainVanished */.om)(error, placed);
    }
}
/** Something came into the place of the tree after it had been freed. */
class Occupied extends Error {
}
const ATTEMPTS = 3;
/** A scanner looks into the files of a new tree for seconds, and Windows renames no directory meanwhile. */
const GIVE_UP_MS = 15_000;
/**
 * Moves a tree from staging to its place, and what stands there aside.
 * @returns what stood there; undefined when it is a tree that will do, which stays
 */
async function takePlace(entry, filled, aside, options, onWithdrawn) {
    const tree = (0,layout/* treePath */.ON)(entry);
    for (let attempt = 1;; attempt++) {
        if (await usable(entry, options))
            return undefined;
        // Where what was put aside before could not go back to it, that place is taken.
        const place = (await (0,files/* isThere */.$B)(aside)) ? (0,layout/* temporaryPath */.l5)(entry) : aside;
        const replaced = await (0,withdraw/* withdraw */.n)(entry, place, options.signal);
        onWithdrawn(replaced);
        try {
            await (0,files/* retry */.L5)(async () => {
                if (await (0,files/* isThere */.$B)(tree))
                    throw new Occupied();
                await (0,promises_.rename)(filled.goroot, tree);
            }, options.signal);
            return replaced;
        }
        catch (error) {
            // Where the place is taken the old tree cannot go back to it; the next run removes it.
            await replaced.restore().catch(() => { });
            if (!(error instanceof Occupied))
                throw await (0,vanished/* explainVanished */.om)(error, filled);
            if (attempt === ATTEMPTS)
                throw contested(tree);
        }
    }
}
/** Takes a tree that was refused, or whose step was cancelled, out of its place again, and puts back what stood there. */
async function giveUpPlace(entry, staging, replaced, signal) {
    const tree = (0,layout/* treePath */.ON)(entry);
    await (0,files/* removeTree */.dM)((0,layout/* markerPath */.Ar)(entry)).catch(() => { });
    await (0,files/* removeTree */.dM)((0,layout/* sidecarPath */.n8)(entry)).catch(() => { });
    await (0,files/* retry */.L5)(() => (0,promises_.rename)(tree, staging), undefined, signal.aborted ? 0 : GIVE_UP_MS).catch(() => signal.aborted ? undefined : (0,files/* removeTree */.dM)(tree).catch(() => { }));
    await replaced.restore().catch(() => { });
}
async function discard(staging) {
    await (0,files/* removeTree */.dM)(staging).catch(() => { });
    await (0,promises_.rmdir)(external_node_path_.dirname(staging)).catch(() => { }); // goes only when empty
}
function contested(tree) {
    return new errors/* SetupError */.w('E_LOCKED', `Something else keeps writing to ${tree} while it is being installed.`, {
        remedy: 'See which other action or job installs this version at the same time (actions/setup-go takes no lock), and run the step again.',
        evidence: [`tree ${tree}`],
    });
}

// EXTERNAL MODULE: ./lib/toolcache/verify.js
var verify = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
;// CONCATENATED MODULE: ./lib/install.js















/**
 * Installs the Go that a request means: finds the release and its hash, then downloads, verifies, unpacks and publishes it, unless the tool
 * cache turns out to have that very release. In a dry run it says what it would do, and gives what there would be.
 *
 * @param options.anew every file is written anew, also where a whole tree is there
 * @throws SetupError with the code of whatever stood in the way
 */
async function install_install(request, context, { anew = false } = {}) {
    const { inputs, host } = context;
    // The test writes something, if little.
    const refusal = inputs.dryRun
        ? undefined
        : await refuseEarly(host.toolCache, (0,toolchain/* search */.$P)(context).tools, inputs.mirror === '');
    if (refusal && !(await mayBeThere(request, context)))
        throw await refusal.explain();
    return await (0,sources/* withSources */.Z6)(context, async (sources) => {
        const resolved = await context.timeline.measure('resolve', () => sources.resolve(request, 'zip', context.inputs.checksum));
        return await useOrFetch(resolved, request, sources.origin, context, refusal, anew);
    });
}
/** Whether the release that a list names may lie in the tool cache already; where the tool cache was to answer, it has been asked. */
async function mayBeThere({ spec }, context) {
    if ((0,toolchain/* mayAnswerFromCache */.AU)(spec, context.inputs))
        return false;
    return await holdsAny(context.host.toolCaches, (0,toolchain/* search */.$P)(context).tools);
}
async function useOrFetch(resolved, request, origin, context, refusal, anew) {
    const { inputs, host, log } = context;
    const { release, official, hashSource } = resolved;
    const entry = {
        root: host.toolCache,
        tool: official || inputs.mirror === '' ? layout/* OFFICIAL_TOOL */.ny : (0,layout/* mirrorTool */.Yd)(inputs.mirror),
        version: release.version,
        architecture: release.architecture,
    };
    const { hit, torn } = await (0,find/* findInToolCache */.l)({ kind: 'exact', version: release.version, text: release.goVersion }, 
    // Where the mirror did not say which build this is, one of either kind will do, as for an exact version.
    { ...(0,toolchain/* search */.$P)(context), ...(hashSource === 'built-in index' ? {} : { tools: [entry.tool] }) });
    for (const one of torn)
        log.info(`${(0,find/* describeTorn */.V)(one)}: ${hit ? 'not used' : 'installing it anew'}`);
    const asked = (0,sources/* askedFor */.GZ)(resolved, origin, request);
    await context.policy?.requireVersion(asked);
    if (hit && !anew)
        return (0,toolchain/* useHit */.r$)(hit.entry, hit.found, context);
    await context.policy?.requireRelease(asked);
    if (refusal)
        throw await refusal.explain();
    requireReachable(release.goVersion, origin, context);
    if (inputs.dryRun)
        return wouldInstall(entry, resolved, origin, context);
    return fetchInto(entry, resolved, origin, context, anew, asked);
}
function wouldInstall(entry, { release, hashSource, official }, origin, { log, policy }) {
    const build = official ? '' : ', which is not the official build';
    log.info(`Would install ${release.goVersion} from ${describeSource(release, origin)}${build}, SHA-256 from the ${hashSource}, to ${(0,layout/* treePath */.ON)(entry)}`);
    const age = policy?.policy.minimumAge;
    if (age)
        log.info(`Its age is known, and the rule ${age.path} of the policy asked, once it is downloaded`);
    return toolchainOf(entry, release, official, origin);
}
function describeSource({ size }, origin) {
    return `${origin.label}${size > 0 ? ` (${(0,report_log/* formatBytes */.z3)(size)})` : ''}`;
}
function toolchainOf(entry, release, official, origin) {
    return {
        version: entry.version,
        goVersion: release.goVersion,
        goroot: (0,layout/* treePath */.ON)(entry),
        architecture: entry.architecture,
        source: origin.official ? 'go.dev' : 'mirror',
        official,
        hit: false,
        sha256: release.sha256,
        entry,
    };
}
async function fetchInto(entry, resolved, origin, context, anew, asked) {
    const { inputs, host, log, audit, policy, timeline, signal } = context;
    const { release, hashSource, official } = resolved;
    const findings = await findLongPaths(entry);
    if (findings.length > 0)
        (0,report_findings/* tellFindings */.y)(findings, log);
    requireAskable(inputs);
    const source = describeSource(release, origin);
    log.info(`Installing ${release.goVersion} from ${source}, SHA-256 from the ${hashSource}`);
    if (!official)
        log.info(`${release.goVersion} from ${origin.label} is not the official build: its hash is none that is known to be go.dev's`);
    let opinion;
    const options = {
        runner: host.runner,
        lockTimeoutMs: inputs.lockTimeoutMs,
        signal,
        accepts: async (found) => !anew && (await (0,toolchain/* accepts */.G3)(found, entry, context)),
        onWait: (owner, waitedMs) => {
            const who = owner ? `${owner.runner} (process ${owner.pid} on ${owner.host})` : 'another process';
            log.info(`Waiting for ${who}, which is installing the same version; ${(0,report_log/* formatDuration */.a3)(waitedMs)} so far`);
        },
        whileWaiting: (wait) => timeline.measure('wait', wait),
        onRepair: (line) => log.info(line),
        ...(inputs.stopHolders ? { stop: stopThere(context) } : {}),
        onChange: (change) => (0,audit_trees/* recordTree */.A)(audit, change),
        record: context.recordReplacement,
        fill: async (staging) => {
            const started = Date.now();
            // Not before the lock is ours: another runner may have written this very Go meanwhile.
            await requireRoomFor(entry.root, release, official);
            opinion = await openSecondOpinion(resolved, context);
            const source = origin.archive(release.filename);
            const tree = await timeline.measure('fetch', () => fetchTree(source, release, staging, {
                timeoutMs: inputs.downloadTimeoutMs,
                signal,
                hashFiles: opinion !== undefined,
                onProgress: (0,report_log/* progressLines */.Ld)(log),
                onNote: (line) => log.info(line),
            }));
            timeline.addBytes('downloaded', tree.bytesDownloaded);
            timeline.addBytes('unpacked', tree.bytesUnpacked);
            log.info(`Downloaded ${(0,report_log/* formatBytes */.z3)(tree.bytesDownloaded)} in ${(0,report_log/* formatDuration */.a3)(tree.downloadMs)}, ` +
                `unpacked ${tree.files} files (${(0,report_log/* formatBytes */.z3)(tree.bytesUnpacked)}) with ${tree.writers} writer(s): ${(0,report_log/* formatDuration */.a3)(Date.now() - started)} in all`);
            log.info(`Verified SHA-256 ${tree.sha256}`);
            await policy?.requireAge(asked, staging);
            const transparency = await timeline.measure('verify', async () => await opinion?.judge(tree.hashes));
            return {
                schema: 1,
                goVersion: release.goVersion,
                architecture: release.architecture,
                sha256: tree.sha256,
                size: tree.size,
                source: (0,sources/* sourceOf */.vz)(release, origin),
                hashSource,
                official,
                ...(transparency ? { transparency } : {}),
                installedAt: new Date().toISOString(),
            };
        },
        check: async (tree) => log.info(await timeline.measure('verify', () => (0,verify/* verifyTree */.aY)(tree, entry, host.architecture, signal))),
    };
    const outcome = await timeline
        .measure('publish', () => publish(entry, options))
        .finally(() => opinion?.close());
    if (outcome === 'reused') {
        log.info('Another runner installed it meanwhile');
        const found = await (0,inspect/* inspectEntry */.pg)(entry);
        if (found.state === 'whole')
            return (0,toolchain/* useHit */.r$)(entry, found, context);
        throw new errors/* SetupError */.w('E_VERIFY', `${(0,layout/* treePath */.ON)(entry)} was whole a moment ago and is not any more.`, {
            remedy: 'See what else changes the tool cache (a clean-up job, another action), and run the step again.',
        });
    }
    log.info(`Published ${(0,layout/* treePath */.ON)(entry)}`);
    return toolchainOf(entry, release, official, origin);
}
/** Loaded only where somebody is in the way. */
function stopThere(context) {
    return async (holders, tree) => {
        const { stopAndTell } = await __webpack_require__.e(/* import() */ 7139).then(__webpack_require__.bind(__webpack_require__, 7139));
        return await stopAndTell(holders, tree, context);
    };
}
/** @throws SetupError E_NETWORK where the file would have to come over the network, and may not */
function requireReachable(goVersion, origin, { inputs }) {
    if (!inputs.offline || origin.local)
        return;
    const source = inputs.mirror === '' ? origin.label : (0,display_url/* displayUrl */.Qy)(inputs.mirror);
    throw new errors/* SetupError */.w('E_NETWORK', `${goVersion} is not in the tool cache, and offline rules out fetching it from ${source}.`, {
        remedy: 'Put the version into the tool cache beforehand, give a mirror directory as go-download-base-url, or remove offline.',
    });
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ tellFindings)
/* harmony export */ });
/** Notes are many, and of use only when something is wrong; a warning stands by itself, and what stops is the failure's own line. */
function tellFindings(findings, log) {
    const of = (level) => findings.filter((one) => one.level === level);
    const count = (number, what) => (number === 0 ? '' : `, ${number} ${what}`);
    const stops = of('stop').length;
    log.fold(`Preflight: ${findings.length} findings${count(of('warning').length, 'to be warned of')}${count(stops, 'in the way')}${stops === 0 ? ', nothing in the way' : ''}`, of('note').map(({ text }) => text));
    for (const { text, remedy } of of('warning'))
        log.warn(`${text} ${remedy ?? ''}`.trim());
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
