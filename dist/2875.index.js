export const id = 2875;
export const ids = [2875,2904];
export const modules = {

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ isSamePlace),
/* harmony export */   SY: () => (/* binding */ backToOld),
/* harmony export */   XF: () => (/* binding */ readLink),
/* harmony export */   er: () => (/* binding */ pointCurrent),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   v1: () => (/* binding */ putCurrentAside),
/* harmony export */   vL: () => (/* binding */ removeLink)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);
/* harmony import */ var _machine_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7606);





/**
 * The links of a machine's root. `current` is what the PATH of the machine leads through; the other two are there only in the middle of a switch. On
 * Windows they are junctions, for which no right is needed. They are touched by symlink, readlink, lstat, rename and unlink alone: anything that
 * goes into directories would go through them, into the tree.
 */
function linksOf(root) {
    const current = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'current');
    return { current, fresh: `${current}.new`, old: `${current}.old` };
}
/**
 * Where a link leads, whether or not there is anything.
 *
 * @returns undefined where there is no such link
 * @throws SetupError E_VERIFY where something else stands in its place
 */
async function readLink(link) {
    const found = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(link)).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    });
    if (found === undefined)
        return undefined;
    if (!found.isSymbolicLink())
        throw noLink(link);
    // A junction is read with a backslash at its end.
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(link)).replace(/(?<=[^:\\/])[\\/]+$/, '');
}
/** Takes a link away, never what it leads to. That there is none is no error. @throws as {@link readLink} */
async function removeLink(link) {
    if ((await readLink(link)) !== undefined)
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(link));
}
/** Lets `current` lead to a tree for the first time, or again after it was put aside. Made beside it, and put in its place by one rename. */
async function placeCurrent(root, tree) {
    const { current, fresh } = linksOf(root);
    await removeLink(fresh);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(tree, fresh, 'junction');
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(fresh, current));
}
/**
 * Lets `current` lead to another tree. Windows replaces no directory by a rename, so the old link is put aside first: between the two renames there
 * is no `current`, and never one that is half. A tree that a job runs from is not touched.
 *
 * @param works looks at what there is through the link; when it throws, the old link is back
 * @throws what `works` throws; an error of the system
 */
async function pointCurrent(root, tree, works) {
    const { current, fresh, old } = linksOf(root);
    await removeLink(fresh);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(tree, fresh, 'junction');
    const before = await putCurrentAside(root);
    try {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(fresh, current));
        await works();
    }
    catch (error) {
        await backToOld(root, before);
        throw error;
    }
    await removeLink(old);
}
/** Takes `current` out of its place. @returns where it led; undefined where there was none */
async function putCurrentAside(root) {
    const { current, old } = linksOf(root);
    const before = await readLink(current);
    if (before === undefined)
        return undefined;
    await removeLink(old);
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(current, old));
    return before;
}
/**
 * Gives `current` back what it led to, and leaves neither of the other links.
 *
 * @param before undefined: there was no `current`, and there is none afterwards
 */
async function backToOld(root, before) {
    const { current, fresh, old } = linksOf(root);
    if (!isSamePlace(await readLink(current), before))
        await removeLink(current);
    if (before !== undefined && (await readLink(current)) === undefined) {
        if (isSamePlace(await readLink(old), before))
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(old, current));
        else
            await placeCurrent(root, before);
    }
    await removeLink(old);
    await removeLink(fresh);
}
/** Whether two paths name one directory, as far as their text tells; without case. Two undefined ones do. */
function isSamePlace(a, b) {
    return a === undefined || b === undefined ? a === b : (0,_machine_path_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(a) === (0,_machine_path_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(b);
}
function noLink(link) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_VERIFY', `${link} is no link, so something else than this action made it.`, {
        remedy: `See what is in it, then rename or remove it, and run the step again: a link to the Go of the machine has to be there.`,
        evidence: [link],
    });
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

/***/ 2875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jI: () => (/* binding */ currentBin),
  _f: () => (/* binding */ entryAt),
  zR: () => (/* binding */ machineContext),
  oH: () => (/* binding */ versionsRoot),
  n: () => (/* binding */ windowsDoors)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/machine/current.js
var current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/entries.js
var entries = __webpack_require__(2904);
// EXTERNAL MODULE: ./lib/toolcache/verify.js
var verify = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
;// CONCATENATED MODULE: ./lib/windows/announce.js

/**
 * .NET tells every window of a changed environment (WM_SETTINGCHANGE) whenever a variable of the user is written or removed, also one that is not there
 * (Environment.SetEnvironmentVariable, .NET Framework's reference source). So nothing is changed by it.
 */
const SCRIPT = `[Environment]::SetEnvironmentVariable('SETUP_GO_WIN_NOT_THERE', $null, 'User'); 'told'`;
/**
 * Tells other programs that variables of the registry have changed, so that what the desktop starts from now on has them.
 *
 * @returns undefined when done; else why not
 */
async function announceEnvironment(powershell = windows_powershell/* runPowerShell */.N5) {
    const answer = await powershell(SCRIPT, {}, { timeoutMs: 30_000 });
    if (answer === undefined)
        return 'there is no Windows PowerShell';
    return 'value' in answer ? undefined : answer.failure;
}

;// CONCATENATED MODULE: ./lib/side-by-side/session.js







/** Versions of the machine lie side by side as in a tool cache, with the same markers, sidecars and locks. */
function versionsRoot(root) {
    return external_node_path_.join(root, 'versions');
}
/** What goes on PATH. */
function currentBin(root) {
    return external_node_path_.join((0,current/* linksOf */.hP)(root).current, 'bin');
}
/** The step's context, with the machine's versions in the place of the tool cache. */
function machineContext(root, context) {
    const toolCache = versionsRoot(root);
    return { ...context, host: { ...context.host, toolCache, toolCaches: [toolCache] } };
}
/** The entry that a directory is; undefined where it is none of the machine's versions. */
function entryAt(root, tree) {
    if (!tree)
        return undefined;
    const parts = external_node_path_.relative(versionsRoot(root), tree).split(/[\\/]/);
    const [tool = '', version = '', word = ''] = parts;
    const architecture = (0,names/* parseArchitecture */.ZN)(word);
    // Of a directory on another drive, path.relative gives all of its path.
    if (parts.length !== 3 || !(0,entries.isTool)(tool) || !(0,names/* isGoSemver */.B7)(version) || architecture === undefined)
        return undefined;
    return { root: versionsRoot(root), tool, version, architecture };
}
/** The doors to Windows. */
function windowsDoors({ host, signal }) {
    return {
        readEnvironment: machine_path/* readEnvironmentValues */.ym,
        writeVariable: machine_path/* restoreEnvironmentValue */.N9,
        works: (tree, expected) => (0,verify/* verifyTree */.aY)(tree, expected, host.architecture, signal),
        announce: announceEnvironment,
    };
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
