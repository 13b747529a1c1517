export const id = 1866;
export const ids = [1866];
export const modules = {

/***/ 9485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   longPathsEnabled: () => (/* binding */ longPathsEnabled)
/* harmony export */ });
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3296);

/** Whether programs that say they can may use longer paths; absent is off. Undefined where the registry does not answer. */
async function longPathsEnabled(read = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .readKey */ .YZ) {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem';
    try {
        return (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(key, 'LongPathsEnabled', '64', read)) === 1;
    }
    catch {
        return undefined;
    }
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


/***/ }),

/***/ 812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ systemProgram),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** More output than this no probe has; the rest is dropped. */
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * Full path of a program of Windows itself, never looked up on PATH, where a job or another program could have put its own.
 *
 * @param name below System32, such as `reg.exe` or `WindowsPowerShell\v1.0\powershell.exe`
 */
function systemProgram(name, env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['SystemRoot'] || env['windir'] || 'C:\\Windows', 'System32', name);
}
/**
 * Runs a program to its end and returns what it said. Whatever the program does is an answer: it throws for nothing.
 *
 * @param file full path; see {@link systemProgram}
 */
async function runProgram(file, args, options = {}) {
    const { timeoutMs = 60_000, verbatim = false, env = process.env } = options;
    return await new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], {
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
            windowsVerbatimArguments: verbatim,
        });
        const output = { stdout: gather(child.stdout), stderr: gather(child.stderr) };
        let failure;
        const timer = setTimeout(() => {
            failure = `it gave no answer within ${Math.round(timeoutMs / 1000)} s and was ended`;
            child.kill();
            end(undefined); // its own children may keep the pipes open
        }, timeoutMs);
        const end = (exitCode) => {
            clearTimeout(timer);
            const [stdout, stderr] = [decode(output.stdout()), decode(output.stderr())];
            resolve({ exitCode: failure === undefined ? exitCode : undefined, stdout, stderr, failure });
        };
        child.once('error', (error) => {
            failure ??= error.message;
            end(undefined);
        });
        child.once('close', (code, signal) => {
            if (code === null)
                failure ??= `it was ended by ${signal}`;
            end(code ?? undefined);
        });
    });
}
function gather(stream) {
    const parts = [];
    let size = 0;
    stream.on('data', (part) => {
        size += part.length;
        if (size <= MOST_BYTES)
            parts.push(part);
    });
    return () => Buffer.concat(parts);
}
/**
 * Text of a program of Windows: UTF-16LE (with a byte order mark or without), UTF-8, or else an OEM code page that we don't know, of which
 * ASCII is right and every other letter stands for some letter.
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return bytes.toString('utf16le', 2);
    if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0)
        return bytes.toString('utf16le');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
    }
    catch {
        return bytes.toString('latin1');
    }
}


/***/ })

};
