export const id = 8414;
export const ids = [8414];
export const modules = {

/***/ 9935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ effectiveRights),
/* harmony export */   M_: () => (/* binding */ sameAccount),
/* harmony export */   OJ: () => (/* binding */ letsWrite),
/* harmony export */   RH: () => (/* binding */ describeRights),
/* harmony export */   RT: () => (/* binding */ parseSddl)
/* harmony export */ });
/* harmony import */ var _sddl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4530);

/** Letters for accounts that are the same everywhere (Microsoft's "SID Strings"). */
const WELL_KNOWN = {
    WD: 'S-1-1-0',
    CO: 'S-1-3-0',
    CG: 'S-1-3-1',
    OW: 'S-1-3-4',
    NU: 'S-1-5-2',
    IU: 'S-1-5-4',
    SU: 'S-1-5-6',
    AN: 'S-1-5-7',
    AU: 'S-1-5-11',
    RC: 'S-1-5-12',
    SY: 'S-1-5-18',
    LS: 'S-1-5-19',
    NS: 'S-1-5-20',
    BA: 'S-1-5-32-544',
    BU: 'S-1-5-32-545',
    BG: 'S-1-5-32-546',
    PU: 'S-1-5-32-547',
};
/** Letters for accounts of the machine or its domain, by the last part of their SID. */
const BY_NUMBER = {
    LA: '500',
    LG: '501',
    DA: '512',
    DU: '513',
    DG: '514',
    DC: '515',
    DD: '516',
};
/** Rights of files and directories (winnt.h). */
const ADD_FILE = 0x2;
const ADD_DIRECTORY = 0x4;
const DELETE_INSIDE = 0x40;
const DELETE = 0x10000;
const FULL = 0x1f01ff;
const MODIFY = 0x1301bf;
const READ = 0x120089;
const WRITE = 0x120116;
const EXECUTE = 0x1200a0;
/** The letters that SDDL has for rights (Microsoft's "ACE Strings"), the generic ones as files understand them. */
const RIGHTS = {
    ...{ GA: FULL, GR: READ, GW: WRITE, GX: EXECUTE, FA: FULL, FR: READ, FW: WRITE, FX: EXECUTE },
    ...{ RC: 0x20000, SD: DELETE, WD: 0x40000, WO: 0x80000 },
    ...{ CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100 },
};
/**
 * Reads the owner and the entries that count for the directory itself: those that are only for what will lie in it are left out, and so
 * are those with a condition or for a kind of object, of which nothing can be said here.
 *
 * @param sddl as `Get-Acl` or `icacls /save` gives it
 */
function parseSddl(sddl) {
    const { owner, entries } = (0,_sddl_js__WEBPACK_IMPORTED_MODULE_0__/* .splitSddl */ .E)(sddl);
    if (entries === undefined)
        return { owner, entries: 'everything' };
    return {
        owner,
        entries: entries
            .filter(({ type, flags, object }) => (type === 'A' || type === 'D') && !isInheritOnly(flags) && object === '')
            .map(({ type, rights, who }) => ({ allows: type === 'A', mask: maskOf(rights), who })),
    };
}
function isInheritOnly(flags) {
    return /^(?:..)*?IO/.test(flags);
}
function maskOf(rights) {
    if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(rights))
        return (rights.match(/../g) ?? []).reduce((mask, word) => mask | (RIGHTS[word] ?? 0), 0);
    const mask = Number(rights);
    const generic = [FULL, EXECUTE, WRITE, READ].map((meant, bit) => Math.floor(mask / 2 ** (28 + bit)) % 2 === 1 ? meant : 0);
    return generic.reduce((sum, meant) => sum | meant, mask & 0x0fffffff);
}
/** Whether a SID, or the letters for one, is that SID. */
function sameAccount(who, sid) {
    if (who === sid || WELL_KNOWN[who] === sid)
        return true;
    const number = BY_NUMBER[who];
    return number !== undefined && sid.startsWith('S-1-5-21-') && sid.endsWith(`-${number}`);
}
/**
 * What a token may do, as Windows finds it out (MS-DTYP, "Access Check Algorithm"): entry by entry, and the first one that speaks of a right
 * decides it. Entries are kept in an order in which, on one level, refusing ones come first.
 *
 * @returns an access mask
 */
function effectiveRights({ owner, entries }, { sids, denyOnly }) {
    if (entries === 'everything')
        return FULL;
    const owns = owner !== undefined && sids.some((sid) => sameAccount(owner, sid));
    let granted = 0;
    let decided = 0;
    let ownerSpoken = false;
    for (const { allows, mask, who } of entries) {
        const forOwner = sameAccount(who, 'S-1-3-4');
        ownerSpoken ||= forOwner;
        const mine = sids.some((sid) => sameAccount(who, sid)) || (owns && forOwner);
        const counts = mine || (!allows && denyOnly.some((sid) => sameAccount(who, sid)));
        if (!counts)
            continue;
        if (allows)
            granted |= mask & ~decided;
        decided |= mask;
    }
    // Whoever owns it may look at its rights and change them, unless an entry for the owner says otherwise.
    return owns && !ownerSpoken ? granted | 0x60000 : granted;
}
/** Rights by their names in Explorer: `full control`, `modify`, else what of them there is. */
function describeRights(mask) {
    const has = (right) => (mask & right) === right;
    if (has(FULL))
        return 'full control';
    if (has(MODIFY))
        return 'modify';
    const parts = [
        ...(has(0x1) ? ['read'] : []),
        ...(has(ADD_FILE | ADD_DIRECTORY) ? ['write'] : []),
        ...(has(ADD_FILE) && !has(ADD_DIRECTORY) ? ['add files'] : []),
        ...(has(ADD_DIRECTORY) && !has(ADD_FILE) ? ['add directories'] : []),
        ...(has(0x20) ? ['execute'] : []),
        ...(has(DELETE) ? ['delete'] : []),
        ...(has(DELETE_INSIDE) ? ['delete what lies in it'] : []),
        ...(has(0x40000) ? ['change the rights'] : []),
        ...(has(0x80000) ? ['take ownership'] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : 'no rights';
}
/** Whether files and directories can be added, renamed and removed with these rights, if what is added inherits them. */
function letsWrite(mask) {
    const has = (right) => (mask & right) === right;
    return has(ADD_FILE | ADD_DIRECTORY) && (has(DELETE) || has(DELETE_INSIDE));
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ replaceableBy),
/* harmony export */   IJ: () => (/* binding */ SYSTEM),
/* harmony export */   Kp: () => (/* binding */ readSddl),
/* harmony export */   X4: () => (/* binding */ TRUSTED_INSTALLER),
/* harmony export */   dd: () => (/* binding */ protectDirectory),
/* harmony export */   p7: () => (/* binding */ distrust),
/* harmony export */   pZ: () => (/* binding */ ADMINISTRATORS),
/* harmony export */   xh: () => (/* binding */ readSddls)
/* harmony export */ });
/* harmony import */ var _access_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9935);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _sddl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4530);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);




/** Well-known SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
const TRUSTED_INSTALLER = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';
/** Who may own or change what an administrator trusts; `CO` (creator owner) stands for the owner, `LA` is the account Administrator. */
const TRUSTED = new Set([SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER, 'SY', 'BA', 'LA', 'CO', 'S-1-3-0']);
/** Rights to put something in place of what is there: write data, append, delete child, delete, write DAC, write owner, generic ones. */
const CHANGE = 0x0002 | 0x0004 | 0x0040 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;
/** The letters that SDDL has for them; two each (Microsoft's "ACE Strings"). */
const CHANGE_WORDS = new Set(['FA', 'FW', 'GA', 'GW', 'WD', 'WO', 'SD', 'DC', 'LC', 'DT']);
/**
 * Gives a directory to Administrators, and takes from everybody else but SYSTEM the right to change it: Users may read. What it inherited is gone.
 *
 * @param owner SID of who owns it and may change it besides; an account without an administrator's rights can give it to nobody but itself
 * @returns undefined when done; else why not
 */
async function protectDirectory(directory, owner = ADMINISTRATORS) {
    const icacls = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .systemProgram */ .CA)('icacls.exe');
    const full = [...new Set([SYSTEM, ADMINISTRATORS, owner])].map((sid) => `*${sid}:(OI)(CI)F`);
    const grants = [...full, `*${USERS}:(OI)(CI)RX`];
    for (const args of [
        ['/setowner', `*${owner}`],
        ['/inheritance:r', '/grant:r', ...grants],
    ]) {
        const { exitCode, stderr, failure } = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .mB)(icacls, [directory, ...args, '/q']);
        if (exitCode !== 0)
            return failure ?? `icacls ended with ${exitCode}: ${stderr.trim().slice(0, 200)}`;
    }
    return undefined;
}
/**
 * Who owns a directory and may change it, as SDDL, which is the same in every language; by PowerShell, since no program of Windows tells
 * the owner's SID.
 *
 * @returns undefined where there is no PowerShell; why it could not be read, where there is one
 */
async function readSddl(directory, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .runPowerShell */ .N5) {
    const answer = await powershell('"$((Get-Acl -LiteralPath $a.directory).Sddl)"', { directory });
    if (answer === undefined || 'failure' in answer)
        return answer;
    return typeof answer.value === 'string' && answer.value !== ''
        ? { sddl: answer.value }
        : { failure: 'PowerShell gave no list of rights' };
}
/**
 * Rights of several directories by one PowerShell, as {@link readSddl}.
 *
 * @returns those that it gave; undefined where there is no PowerShell
 */
async function readSddls(directories, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .runPowerShell */ .N5) {
    const script = '$a.directories | ForEach-Object { @{ directory = "$_"; sddl = "$((Get-Acl -LiteralPath $_).Sddl)" } }';
    const answer = await powershell(script, { directories });
    if (answer === undefined || 'failure' in answer)
        return answer;
    const lists = (0,_powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(answer.value).flatMap(({ directory, sddl }) => typeof directory === 'string' && typeof sddl === 'string' && sddl !== '' ? [{ directory, sddl }] : []);
    return lists.length > 0 || directories.length === 0
        ? { lists }
        : { failure: 'PowerShell gave no list of rights' };
}
/** Rights to put something else in the place of a directory, or of what lies in it: delete child, delete, write DAC, write owner. */
const REPLACE = 0x40 | 0x10000 | 0x40000 | 0x80000;
/**
 * Why somebody without an administrator's rights could replace what lies in a directory. To add something beside it, as everybody may in
 * %ProgramData% and on drive C, is not enough for that.
 *
 * @param own the SID of the account that asks
 * @returns undefined where nobody could
 */
function replaceableBy(sddl, own) {
    const { owner = '', entries } = (0,_access_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSddl */ .RT)(sddl);
    if (!TRUSTED.has(owner) && owner !== own)
        return `it is owned by ${owner || 'nobody known'}`;
    if (entries === 'everything')
        return 'it has no list of who may change it';
    const other = entries.find(({ allows, mask, who }) => allows && (mask & REPLACE) !== 0 && !TRUSTED.has(who) && who !== own);
    return other && `${other.who} may replace what lies in it`;
}
/**
 * Why what lies in a directory is not to be trusted with an administrator's rights: others own it, or may change it. Undefined where they
 * don't.
 *
 * @param own the SID of the account that asks, which may own what it made
 */
function distrust(sddl, own) {
    const { owner = '', entries } = (0,_sddl_js__WEBPACK_IMPORTED_MODULE_3__/* .splitSddl */ .E)(sddl);
    if (!TRUSTED.has(owner) && owner !== own)
        return `it is owned by ${owner || 'nobody known'}`;
    // Without a list of rights everybody has all of them.
    if (entries === undefined)
        return 'it has no list of who may change what lies in it';
    // An allowing entry may be a plain one, one with a condition (XA), or one for an object (OA); those of auditing have other types.
    for (const { type, rights, who } of entries) {
        if (/^(?:A|XA|OA)$/.test(type) && mayChange(rights) && !TRUSTED.has(who) && who !== own)
            return `${who} may change what lies in it`;
    }
    return undefined;
}
function mayChange(rights) {
    if (/^0x[0-9a-f]+$/i.test(rights))
        return (Number(rights) & CHANGE) !== 0;
    return (rights.match(/../g) ?? []).some((word) => CHANGE_WORDS.has(word));
}


/***/ }),

/***/ 8414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   GM: () => (/* binding */ readAccount)
/* harmony export */ });
/* unused harmony export accountOf */
/* harmony import */ var _acl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6021);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);


/** Integrity levels, as SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
const INTEGRITY = /^S-1-16-(\d+)$/;
const HIGH = 12288;
const SERVICE_ACCOUNTS = {
    [_acl_js__WEBPACK_IMPORTED_MODULE_0__/* .SYSTEM */ .IJ]: 'SYSTEM',
    'S-1-5-19': 'LOCAL SERVICE',
    'S-1-5-20': 'NETWORK SERVICE, the default of a runner that is a service',
};
let account;
/**
 * Asks whoami.exe who we are, once: a process keeps its account and its rights. Never throws; what was not answered is undefined.
 *
 * @param timeoutMs how long it may take
 */
async function readAccount(timeoutMs = 60_000) {
    account ??= askWhoami(timeoutMs);
    return await account;
}
async function askWhoami(timeoutMs) {
    const whoami = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('whoami.exe');
    const [user, groups] = await Promise.all([
        (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(whoami, ['/user', '/fo', 'csv', '/nh'], { timeoutMs }),
        (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(whoami, ['/groups', '/fo', 'csv', '/nh'], { timeoutMs }),
    ]);
    return accountOf(user, groups);
}
/**
 * Judges what whoami answered, by SIDs alone, since names and attributes are in the language of Windows. An administrator is who has the
 * group Administrators *and* the integrity level High or System: with less, the group is for denial only (User Account Control), and
 * services without it, such as NETWORK SERVICE, have the level System too.
 */
function accountOf(user, groups) {
    const sid = sidsIn(user.stdout)[0];
    const name = /^"([^"]+)","S-1-/m.exec(user.stdout)?.[1];
    const found = sidsIn(groups.stdout);
    return { name, sid, groups: found, ...rights(sid, found) };
}
function rights(sid, groups) {
    const level = groups.map((group) => Number(INTEGRITY.exec(group)?.[1] ?? 0)).find((found) => found > 0);
    const service = sid === undefined ? undefined : SERVICE_ACCOUNTS[sid];
    if (level === undefined) {
        return { elevated: undefined, reason: 'whoami names no integrity level here' };
    }
    const member = groups.includes(_acl_js__WEBPACK_IMPORTED_MODULE_0__/* .ADMINISTRATORS */ .pZ);
    if (member && level >= HIGH) {
        return { elevated: true, reason: service ?? 'an administrator, elevated' };
    }
    if (member)
        return { elevated: false, reason: 'an administrator, but not elevated (User Account Control)' };
    return { elevated: false, reason: service ?? 'no member of the group Administrators' };
}
/** SIDs in the order of the text. */
function sidsIn(text) {
    return text.match(/\bS-1-\d+(?:-\d+)+\b/g) ?? [];
}
/** The account's SIDs as Windows compares them with a list of rights; undefined where whoami did not name them. */
function tokenOf({ sid, groups, elevated }) {
    if (sid === undefined || groups.length === 0)
        return undefined;
    const heldBack = (group) => group === _acl_js__WEBPACK_IMPORTED_MODULE_0__/* .ADMINISTRATORS */ .pZ && elevated === false;
    return { sids: [sid, ...groups.filter((group) => !heldBack(group))], denyOnly: groups.filter(heldBack) };
}


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ runPowerShell),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);


/**
 * What goes around each script. Its answer is the one line of JSON on stdout that begins with `{"value":` or `{"failure":`. In
 * constrained language mode the encoding can't be set: then letters beyond ASCII may be wrong, and nothing else.
 */
const BEFORE = `
$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'
try { [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false } catch { }
try {
  $a = ConvertFrom-Json $env:SETUP_GO_WIN_ARGS
  $value = & {
`;
const AFTER = `
  }
  ConvertTo-Json -Compress -Depth 4 -InputObject @{ value = $value }
} catch { ConvertTo-Json -Compress -InputObject @{ failure = "$_" } }
`;
/**
 * Runs a script in Windows PowerShell 5.1, for the few things that Windows has no other door for. PowerShell gets its own module path:
 * the one that a job's PowerShell 7 leaves in the environment makes it load
 * modules of that one, and fail.
 *
 * @param script the body of a block; what it puts out is the answer. `$a` holds the arguments
 * @param args passed as JSON in the environment, so that no text of theirs is ever read as script
 * @returns undefined where there is no PowerShell
 */
async function runPowerShell(script, args = {}, options = {}) {
    const program = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('WindowsPowerShell\\v1.0\\powershell.exe');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(program))
        return undefined;
    const encoded = Buffer.from(`${BEFORE}${script}${AFTER}`, 'utf16le').toString('base64');
    const result = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(program, ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded], { timeoutMs: options.timeoutMs ?? 60_000, env: scriptEnvironment(args) });
    const answer = answerIn(result.stdout);
    if (answer !== undefined)
        return answer;
    // Wine's stand-in ends well and says nothing, whatever it is asked.
    if (result.exitCode === 0 && `${result.stderr}${result.stdout}`.trim() === '')
        return undefined;
    const said = `${result.stderr} ${result.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 300);
    return { failure: result.failure ?? `it ended with ${result.exitCode} and ${said || 'said nothing'}` };
}
/** The answer among the lines that a script, or a policy of the machine, may have printed. */
function answerIn(stdout) {
    for (const line of stdout.split(/\r?\n/)) {
        if (!/^\{"(?:value|failure)":/.test(line))
            continue;
        try {
            const said = JSON.parse(line);
            return 'value' in said ? { value: said.value } : { failure: String(said.failure) };
        }
        catch { } // cut off, or somebody else's
    }
    return undefined;
}
function scriptEnvironment(args) {
    const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
    return { ...Object.fromEntries(inherited), SETUP_GO_WIN_ARGS: JSON.stringify(args) };
}
/**
 * A list in an answer. PowerShell makes one object of a list of one, nothing of an empty one, and at times, in 5.1, an object with `value`
 * and `Count` of a longer one.
 */
function listOf(value) {
    const wrapped = value ?? {};
    const inner = Array.isArray(wrapped.value) && 'Count' in wrapped ? wrapped.value : value;
    const list = Array.isArray(inner) ? inner : [inner];
    return list.filter((item) => typeof item === 'object' && item !== null);
}


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ splitSddl)
/* harmony export */ });
const ENTRY = /\(([A-Z]+);([A-Z]*);([^;()]*);([^;()]*);[^;()]*;([^;()]*)/g;
/**
 * Takes a security descriptor apart, as `Get-Acl` or `icacls /save` gives it (Microsoft's "Security Descriptor String Format"). What the
 * entries mean is for the caller to say.
 *
 * @returns the owner, undefined where the text has none; the entries in their order, undefined where there is no list, which leaves all to
 *   everybody
 */
function splitSddl(sddl) {
    const owner = /^O:(S-1-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1];
    const list = /D:([A-Z_]*)(.*)/s.exec(sddl);
    if (list === null || list[1]?.includes('NO_ACCESS_CONTROL'))
        return { owner, entries: undefined };
    const entries = [...(list[2] ?? '').matchAll(ENTRY)].map(([, type = '', flags = '', rights = '', object = '', who = '']) => ({ type, flags, rights, object, who }));
    return { owner, entries };
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
