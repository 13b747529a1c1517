export const id = 2086;
export const ids = [2086];
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

/***/ 7606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   N9: () => (/* binding */ restoreEnvironmentValue),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   i7: () => (/* binding */ expandVariables),
/* harmony export */   i_: () => (/* binding */ goesBefore),
/* harmony export */   ym: () => (/* binding */ readEnvironmentValues)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _windows_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3296);



const KEYS = {
    machine: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
    user: 'HKCU\\Environment',
};
/** Reads the variables that Go's MSI writes, and GOROOT. @throws SetupError E_PERMISSION where the registry may not be read */
async function readEnvironmentValues(scope, read = _windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .readKey */ .YZ) {
    const key = (await read(KEYS[scope]))?.[0];
    return { path: (0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(key, 'Path'), gopath: (0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(key, 'GOPATH'), goroot: (0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(key, 'GOROOT') };
}
/**
 * Writes a variable, as a PATH that is put back as it was, byte for byte. Programs that run already are not told: they hear of the registry's environment
 * when they, or the service that starts them, are started again.
 *
 * @param value undefined removes the variable
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
async function restoreEnvironmentValue(scope, name, value) {
    await (0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .writeValue */ .bD)(KEYS[scope], name, value);
}
/** Entries of a PATH, in order, without empty ones and without the quotes that keep a semicolon in an entry. */
function splitPath(text) {
    const entries = text.match(/(?:"[^"]*(?:"|$)|[^;"])+/g) ?? [];
    return entries.map((entry) => entry.replaceAll('"', '').trim()).filter((entry) => entry !== '');
}
/** Puts in the values of `%NAME%`; what is not set stays as it is. Names are without case. */
function expandVariables(text, env = process.env) {
    const values = new Map(Object.entries(env).map(([name, value]) => [name.toLowerCase(), value]));
    return text.replace(/%([^%;]+)%/g, (whole, name) => values.get(name.toLowerCase()) ?? whole);
}
/**
 * Every go.exe that a PATH gives before that of `installDir`, where the command `go` would find it first. Windows Installer appends its
 * entry to the machine's PATH, so any other Go there goes before.
 *
 * @param text a PATH, unexpanded
 * @param exists whether a file is there
 */
function goesBefore(text, installDir, env = process.env, exists = node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync) {
    const ours = canonical(node_path__WEBPACK_IMPORTED_MODULE_1__.join(installDir, 'bin'));
    const found = [];
    for (const entry of splitPath(expandVariables(text, env))) {
        if (canonical(entry) === ours)
            break;
        const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(entry, 'go.exe');
        if (isWhole(entry) && exists(file))
            found.push(file);
    }
    return [...new Set(found)];
}
/** An entry relative to the current directory, or with a variable that is not set, is none. */
function isWhole(entry) {
    return (node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(entry) || node_path__WEBPACK_IMPORTED_MODULE_1__.win32.isAbsolute(entry)) && !/%[^%]+%/.test(entry);
}
/** A path to compare by. */
function canonical(directory) {
    return directory.replaceAll('/', '\\').replace(/\\+/g, '\\').replace(/\\$/, '').toLowerCase();
}


/***/ }),

/***/ 2927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ PLACE),
/* harmony export */   gv: () => (/* binding */ RECORD),
/* harmony export */   hd: () => (/* binding */ storedVersions),
/* harmony export */   k4: () => (/* binding */ storePackage),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   s: () => (/* binding */ copyInto),
/* harmony export */   xf: () => (/* binding */ storedPackages),
/* harmony export */   yx: () => (/* binding */ storeAgain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var _machine_atomic_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9215);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(138);







/** The record of a package, in its directory. */
const RECORD = 'package.json';
/** The name of a package's directory: Go's spelling of the version, architecture, the start of the hash. */
const PLACE = /^(go[^-]+)-(x64|x86|arm64)-[0-9a-f]{8}$/;
/**
 * Puts an MSI into the store: `<root>\msi\<Go version>-<architecture>-<8 digits of the hash>\<file name>`, with a record beside it. What is
 * there already, and still has its hash, stays.
 *
 * @param fill writes the file, and returns its SHA-256 and size
 */
async function storePackage(root, wanted, fill) {
    const { goVersion, architecture, sha256, filename } = wanted;
    const directory = node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, 'msi', `${goVersion}-${architecture}-${sha256.slice(0, 8)}`);
    const target = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, filename);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(directory, { recursive: true });
    let found = await hashOf(target);
    if (found?.sha256 !== sha256) {
        await fill(target);
        found = await hashOf(target);
    }
    if (found?.sha256 !== sha256)
        throw new Error(`${target} has ${found?.sha256 ?? 'gone'}, not ${sha256}`);
    const stored = { ...wanted, path: target, size: found.size };
    await (0,_machine_atomic_file_js__WEBPACK_IMPORTED_MODULE_5__.writeJson)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, RECORD), { schema: 1, ...stored });
    return stored;
}
/** Says that an MSI of the store is in use now: of several builds of its version it is the first that `storedPackages` tells. */
async function storeAgain(root, stored) {
    const { path: _, size: _size, ...wanted } = stored;
    return await storePackage(root, wanted, async () => { });
}
/** Copies a file into the store, through a draft beside it. */
async function copyInto(target, source) {
    const draft = `${target}.part`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(source, draft);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(draft, 'r+');
        await file.sync().finally(() => file.close());
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, target));
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true }).catch(() => { });
        throw error;
    }
}
/**
 * The MSIs of a version that are in the store and still have the hash that they were stored with: it is computed anew, for what is in there
 * is run with an administrator's rights.
 *
 * @returns the one that was stored last comes first
 */
async function storedPackages(root, goVersion, architecture) {
    const store = node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, 'msi');
    const found = [];
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(store).catch(() => [])) {
        if (!name.startsWith(`${goVersion}-${architecture}-`))
            continue;
        const recordFile = node_path__WEBPACK_IMPORTED_MODULE_3__.join(store, name, RECORD);
        const record = (await (0,_machine_atomic_file_js__WEBPACK_IMPORTED_MODULE_5__.readJson)(recordFile).catch(() => undefined));
        if (typeof record?.filename !== 'string' || typeof record.sha256 !== 'string')
            continue;
        const place = node_path__WEBPACK_IMPORTED_MODULE_3__.join(store, name, node_path__WEBPACK_IMPORTED_MODULE_3__.basename(record.filename));
        if ((await hashOf(place))?.sha256 !== record.sha256)
            continue;
        const at = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(recordFile).catch(() => undefined))?.mtimeMs ?? 0;
        found.push({ stored: { ...record, path: place }, at });
    }
    return found.sort((a, b) => b.at - a.at).map(({ stored }) => stored);
}
/** Go's spelling of the versions that the store has an MSI of, by their directories' names alone. */
async function storedVersions(root, architecture) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, 'msi')).catch(() => []);
    const named = names.map((name) => PLACE.exec(name));
    return [...new Set(named.flatMap((found) => (found?.[2] === architecture ? (found[1] ?? []) : [])))];
}
/** SHA-256 and size of a file; undefined where it is not there or cannot be read. */
async function hashOf(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), async (chunks) => {
            for await (const chunk of chunks) {
                hash.update(chunk);
                size += chunk.length;
            }
        });
    }
    catch {
        return undefined;
    }
    return { sha256: hash.digest('hex'), size };
}


/***/ }),

/***/ 3296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ findValue),
  rl: () => (/* binding */ numberOf),
  m$: () => (/* binding */ queryNumber),
  YZ: () => (/* binding */ readKey),
  wK: () => (/* binding */ readValue),
  b6: () => (/* binding */ textOf),
  bD: () => (/* binding */ writeValue)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/windows/reg-reader.js
/** Goes through the text of a registry file, piece by piece; patterns are sticky. */
class Reader {
    #text;
    #at;
    constructor(text, at) {
        this.#text = text;
        this.#at = at < 0 ? text.length : at;
    }
    get ended() {
        return this.#at >= this.#text.length;
    }
    at(text) {
        return this.#text.startsWith(text, this.#at);
    }
    take(pattern, group = 1) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text);
        if (match === null)
            return undefined;
        this.#at = pattern.lastIndex;
        return match[group] ?? '';
    }
    skip(pattern) {
        return this.take(pattern, 0) !== undefined;
    }
    expect(pattern) {
        if (!this.skip(pattern))
            this.fail();
    }
    /** Text in quotes, which may go over lines; a quote and a backslash in it stand behind a backslash. */
    quoted() {
        const inner = this.take(/"((?:[^"\\]|\\[\s\S])*)"/y) ?? this.fail();
        return inner.replace(/\\([\s\S])/g, '$1');
    }
    /** The rest of the line, and the next lines while they end in a backslash. */
    continuedLine() {
        const start = this.#at;
        let line;
        do {
            const end = this.#text.indexOf('\n', this.#at);
            line = this.#text.slice(this.#at, end < 0 ? undefined : end).trimEnd();
            this.#at = end < 0 ? this.#text.length : end + 1;
        } while (line.endsWith('\\') && !this.ended);
        return this.#text.slice(start, this.#at);
    }
    fail() {
        const line = this.#text.slice(0, this.#at).split('\n').length;
        throw new SyntaxError(`line ${line} of a registry file is not understood`);
    }
}

;// CONCATENATED MODULE: ./lib/windows/reg-file.js

/** The numbers that the Windows SDK gives the types (winnt.h, REG_SZ and so on). */
const TYPES = { none: 0, sz: 1, expand_sz: 2, binary: 3, dword: 4, multi_sz: 7, qword: 11 };
const HIVES = {
    hklm: 'hkey_local_machine',
    hkcu: 'hkey_current_user',
    hkcr: 'hkey_classes_root',
    hku: 'hkey_users',
};
/** Whether two names mean one key: without case, and `HKLM` is HKEY_LOCAL_MACHINE. */
function sameKey(a, b) {
    return fullName(a) === fullName(b);
}
function fullName(key) {
    const lower = key.toLowerCase();
    const at = lower.indexOf('\\');
    const hive = at < 0 ? lower : lower.slice(0, at);
    return (HIVES[hive] ?? hive) + (at < 0 ? '' : lower.slice(at));
}
/**
 * Reads what `reg export` wrote ("Windows Registry Editor Version 5.00": UTF-16LE with a byte order mark).
 *
 * @throws SyntaxError for anything else, with the place
 */
function parseRegFile(bytes) {
    const text = bytes.toString('utf16le').replace(/^\uFEFF/, '');
    if (!text.startsWith('Windows Registry Editor Version 5.00'))
        throw new SyntaxError('not a registry file');
    const reader = new Reader(text, text.indexOf('\n'));
    const keys = [];
    for (;;) {
        reader.skip(/[\s\uFEFF]*/y);
        if (reader.ended)
            return keys;
        const key = reader.take(/\[(.*)\][^\S\n]*(?=\n|$)/y);
        if (key) {
            keys.push({ name: key, values: [] });
            continue;
        }
        const name = reader.skip(/@(?==)/y) ? '' : reader.quoted();
        reader.expect(/[^\S\n]*=[^\S\n]*/y);
        keys.at(-1)?.values.push({ name, value: readData(reader) });
    }
}
function readData(reader) {
    if (reader.at('"'))
        return { type: 'sz', data: reader.quoted() };
    const dword = reader.take(/dword:([0-9a-f]{1,8})/iy);
    if (dword !== undefined)
        return { type: 'dword', data: Number.parseInt(dword, 16) };
    const type = reader.take(/hex(\([0-9a-f]+\))?:/iy, 0) ?? reader.fail();
    const digits = reader.continuedLine().match(/[0-9a-f]{1,2}/gi) ?? [];
    const data = Buffer.from(digits.map((byte) => Number.parseInt(byte, 16)));
    return typedValue(Number.parseInt(/\(([0-9a-f]+)\)/i.exec(type)?.[1] ?? '3', 16), data);
}
function typedValue(type, data) {
    switch (type) {
        case TYPES.none:
            return { type: 'none', data };
        case TYPES.sz:
        case TYPES.expand_sz:
            return { type: type === TYPES.sz ? 'sz' : 'expand_sz', data: withoutEnd(data.toString('utf16le')) };
        case TYPES.multi_sz:
            return { type: 'multi_sz', data: splitStrings(data.toString('utf16le')) };
        case TYPES.dword:
            return data.length === 4 ? { type: 'dword', data: data.readUInt32LE() } : { type: 'binary', data };
        case TYPES.qword:
            return data.length === 8 ? { type: 'qword', data: data.readBigUInt64LE() } : { type: 'binary', data };
        default:
            return { type: 'binary', data };
    }
}
function withoutEnd(text) {
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
}
/** Strings that each end in NUL, and one more NUL behind the last. Empty ones in between count: PendingFileRenameOperations has them. */
function splitStrings(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
/** A file for `reg import` that sets one value, or removes it. All data is in hexadecimal, which needs no escapes. */
function formatRegFile(key, name, value) {
    const [hive = '', ...rest] = key.split('\\');
    const whole = [(HIVES[hive.toLowerCase()] ?? hive).toUpperCase(), ...rest].join('\\');
    const quoted = name === '' ? '@' : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    const data = value === undefined ? '-' : `hex(${TYPES[value.type].toString(16)}):${hex(bytesOf(value))}`;
    const lines = ['Windows Registry Editor Version 5.00', '', `[${whole}]`, `${quoted}=${data}`, '', ''];
    return Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le');
}
function bytesOf(value) {
    switch (value.type) {
        case 'sz':
        case 'expand_sz':
            return Buffer.from(`${value.data}\0`, 'utf16le');
        case 'multi_sz':
            return Buffer.from(`${value.data.map((text) => `${text}\0`).join('')}\0`, 'utf16le');
        case 'dword': {
            const data = Buffer.alloc(4);
            data.writeUInt32LE(value.data);
            return data;
        }
        case 'qword': {
            const data = Buffer.alloc(8);
            data.writeBigUInt64LE(value.data);
            return data;
        }
        default:
            return value.data;
    }
}
/** Bytes as regedit writes them: by commas, in lines that go on behind a backslash. */
function hex(data) {
    const lines = [];
    for (let at = 0; at < data.length; at += 25) {
        lines.push([...data.subarray(at, at + 25)].map((byte) => byte.toString(16).padStart(2, '0')).join(','));
    }
    return lines.join(',\\\r\n  ');
}

// EXTERNAL MODULE: ./lib/windows/system-programs.js
var system_programs = __webpack_require__(812);
;// CONCATENATED MODULE: ./lib/windows/registry.js






/**
 * Reads a key by `reg export`, whose file is the same in every language of Windows and holds every letter; what reg.exe prints is not and
 * does not.
 *
 * @param key such as `HKLM\SOFTWARE\Go`; reg.exe exports all that lies below it too, so name the smallest key that will do
 * @param options.recursive give the keys below it as well; else the key alone
 * @returns the key first; undefined where there is no such key
 * @throws SetupError E_PERMISSION with reg's own words where it may not be read
 */
async function readKey(key, view = '64', options = {}) {
    return await withTemporaryFile(async (file) => {
        const result = await reg('export', key, file, '/y', `/reg:${view}`);
        if (result.exitCode !== 0) {
            if (await isAbsent(key, view))
                return undefined;
            throw refused('read', key, result);
        }
        const keys = parseRegFile(await (0,promises_.readFile)(file));
        return options.recursive ? keys : keys.filter((found) => sameKey(found.name, key));
    });
}
/** One value of a key; undefined where the key or the value is absent. @throws as {@link readKey} */
async function readValue(key, name, view = '64', read = readKey) {
    return findValue((await read(key, view))?.[0], name);
}
/** A value by its name; Windows compares names without case. The name of a key's default value is empty. */
function findValue(key, name) {
    const wanted = name.toLowerCase();
    return key?.values.find((value) => value.name.toLowerCase() === wanted)?.value;
}
/** The text of a REG_SZ or REG_EXPAND_SZ value, unexpanded; undefined for any other. */
function textOf(value) {
    return value?.type === 'sz' || value?.type === 'expand_sz' ? value.data : undefined;
}
/** The number of a REG_DWORD value; undefined for any other. */
function numberOf(value) {
    return value?.type === 'dword' ? value.data : undefined;
}
/**
 * Reads a number by `reg query`, which needs no right on what lies below the key (the keys of services have closed ones there). Its line
 * `Start REG_DWORD 0x3` is the same in every language.
 *
 * @param name letters and digits only
 * @returns undefined where key or value is absent, or may not be read
 */
async function queryNumber(key, name, view = '64') {
    const { stdout } = await reg('query', key, '/v', name, `/reg:${view}`);
    const match = new RegExp(`^\\s*${name}\\s+REG_DWORD\\s+0x([0-9a-f]+)\\s*$`, 'im').exec(stdout);
    return match ? Number.parseInt(match[1] ?? '', 16) : undefined;
}
/**
 * Writes one value by `reg import`, byte for byte; the key is made where it is missing.
 *
 * @param value undefined removes it
 * @throws SetupError E_PERMISSION with reg's own words
 */
async function writeValue(key, name, value, view = '64') {
    await withTemporaryFile(async (file) => {
        await (0,promises_.writeFile)(file, formatRegFile(key, name, value));
        const result = await reg('import', file, `/reg:${view}`);
        if (result.exitCode !== 0)
            throw refused('write', `${key}\\${name}`, result);
    });
}
/**
 * Whether a key that could not be read is not there. reg.exe ends with 1 for either and says which in the user's language alone, so the
 * list of the key's siblings decides.
 */
async function isAbsent(key, view) {
    const at = key.lastIndexOf('\\');
    if (at < 0)
        return false;
    const parent = key.slice(0, at);
    const { exitCode, stdout } = await reg('query', parent, `/reg:${view}`);
    if (exitCode !== 0)
        return await isAbsent(parent, view);
    return !stdout.split(/\r?\n/).some((line) => sameKey(line.trim(), key));
}
async function reg(...args) {
    return await (0,system_programs/* runProgram */.mB)((0,system_programs/* systemProgram */.CA)('reg.exe'), args);
}
function refused(doing, key, result) {
    const said = (result.failure ?? `${result.stderr}\n${result.stdout}`).trim().slice(0, 500);
    return new errors/* SetupError */.w('E_PERMISSION', `Windows would not ${doing} ${key} in the registry: ${said.replace(/\.?$/, '.')}`, {
        remedy: 'See that the account of the runner may use that key, and that no policy forbids registry tools (DisableRegistryTools).',
        evidence: [`reg.exe ended with ${result.exitCode ?? 'no exit code'}`],
    });
}
async function withTemporaryFile(work) {
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'setup-go-win-reg-'));
    try {
        return await work(external_node_path_.join(directory, 'key.reg'));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true }).catch(() => { });
    }
}


/***/ })

};
