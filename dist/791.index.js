export const id = 791;
export const ids = [791];
export const modules = {

/***/ 8791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainRefusedWrite: () => (/* binding */ explainRefusedWrite),
  megabytes: () => (/* binding */ megabytes),
  noRoom: () => (/* binding */ noRoom)
});

// UNUSED EXPORTS: refusedByRights

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/sddl.js
var windows_sddl = __webpack_require__(4530);
;// CONCATENATED MODULE: ./lib/windows/access-rights.js

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
    const { owner, entries } = (0,windows_sddl/* splitSddl */.E)(sddl);
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

// EXTERNAL MODULE: ./lib/windows/acl.js
var acl = __webpack_require__(6021);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
;// CONCATENATED MODULE: ./lib/windows/access-report.js



/** Owners that say nothing of who made a directory: what administrators make belongs to their group. */
const OF_WINDOWS = [acl/* SYSTEM */.IJ, acl/* ADMINISTRATORS */.pZ, acl/* TRUSTED_INSTALLER */.X4];
/** Judges a directory's rights for an account. Pure; what is not known is said to be so. */
function reportAccess(directory, access, account) {
    const list = access.sddl === undefined ? undefined : parseSddl(access.sddl);
    const token = (0,elevation/* tokenOf */.B9)(account);
    const rights = list && token && effectiveRights(list, token);
    const who = describeAccount(account);
    const why = list === undefined ? access.unanswered.join('; ') : 'whoami does not name its groups';
    const owner = list?.owner;
    const named = owner === undefined ? 'not known' : withName(owner, access.ownerName);
    const mine = owner !== undefined && account.sid !== undefined && sameAccount(owner, account.sid);
    const foreign = owner !== undefined &&
        account.sid !== undefined &&
        !mine &&
        !OF_WINDOWS.some((sid) => sameAccount(owner, sid));
    const has = rights === undefined
        ? `what ${who} may do there is not known (${why})`
        : `${who} has ${describeRights(rights)}`;
    return {
        line: `${directory}: owner ${named}; ${has}; ${describeElevation(account)}`,
        allows: rights === undefined ? undefined : letsWrite(rights),
        stranger: foreign
            ? (access.ownerName ?? `${owner}, an account that has no name here any more`)
            : undefined,
    };
}
/** `PC\anna (S-1-5-21-…-1001)`, or what of it is known. */
function describeAccount({ name, sid }) {
    if (name === undefined)
        return sid ?? 'this account';
    return sid === undefined ? name : `${name} (${sid})`;
}
function withName(owner, name) {
    return name === undefined ? owner : `${owner} (${name})`;
}
function describeElevation({ elevated, reason }) {
    if (elevated === undefined)
        return `whether it is elevated is not known (${reason})`;
    return elevated ? 'elevated' : 'not elevated';
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
// EXTERNAL MODULE: ./lib/windows/system-programs.js
var system_programs = __webpack_require__(812);
;// CONCATENATED MODULE: ./lib/windows/directory-access.js





/** A failing step waits for these, so not long. */
const POWERSHELL_MS = 5000;
const ICACLS_MS = 2000;
const SCRIPT = `$acl = Get-Acl -LiteralPath $a.directory; @{ sddl = "$($acl.Sddl)"; owner = "$($acl.Owner)" }`;
/**
 * Asks PowerShell for owner and rights of a directory, else icacls, which does not tell the owner. Both answer in SDDL, which is the same in
 * every language. Takes some seconds at most, and never throws.
 */
async function readAccess(directory, powershell = windows_powershell/* runPowerShell */.N5, icacls = askIcacls) {
    const unanswered = [];
    const answer = await powershell(SCRIPT, { directory }, { timeoutMs: POWERSHELL_MS });
    if (answer !== undefined && 'value' in answer) {
        const { sddl, owner } = (answer.value ?? {});
        if (typeof sddl === 'string' && sddl !== '')
            return { sddl, ownerName: nameOf(owner), unanswered };
        unanswered.push('PowerShell gave no list of rights');
    }
    else {
        unanswered.push(answer ? `PowerShell failed: ${answer.failure}` : 'there is no PowerShell that answers');
    }
    const saved = await icacls(directory);
    if ('sddl' in saved)
        return { sddl: saved.sddl, ownerName: undefined, unanswered };
    return { sddl: undefined, ownerName: undefined, unanswered: [...unanswered, saved.failure] };
}
/** Get-Acl puts the SID, alone or behind `O:`, where nobody has it any more. */
function nameOf(owner) {
    return typeof owner === 'string' && owner !== '' && !/^(?:O:)?S-1-/.test(owner) ? owner : undefined;
}
/** `icacls <directory> /save <file>` writes the name on one line and the rights, as SDDL, on the next; UTF-16. */
async function askIcacls(directory) {
    const temporary = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'setup-go-win-acl-')).catch(() => undefined);
    if (temporary === undefined)
        return { failure: 'icacls was not asked: there is no place for its answer' };
    try {
        const file = external_node_path_.join(temporary, 'rights');
        const asked = [directory, '/save', file, '/q'];
        const { exitCode, failure } = await (0,system_programs/* runProgram */.mB)((0,system_programs/* systemProgram */.CA)('icacls.exe'), asked, {
            timeoutMs: ICACLS_MS,
        });
        const sddl = await (0,promises_.readFile)(file).then(sddlIn, () => undefined);
        if (sddl !== undefined)
            return { sddl };
        return { failure: `icacls ${failure ?? `ended with ${exitCode}`} and told nothing` };
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true }).catch(() => { });
    }
}
/** The first list of rights in what icacls has saved. */
function sddlIn(saved) {
    return (0,system_programs/* decode */.D4)(saved)
        .split(/\r?\n/)
        .find((line) => /^D:/.test(line));
}

// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/windows/places.js
var places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/toolcache/sizes.js
var sizes = __webpack_require__(3126);
;// CONCATENATED MODULE: ./lib/toolcache/refused-write.js







const OTHER_PLACE = 'Or point RUNNER_TOOL_CACHE at a directory that it can write to (the runner takes it from its .env file).';
/** How long whoami may take; a failing step waits for it. */
const WHOAMI_MS = 5000;
/**
 * Says exactly why a write to the tool cache was refused: whose the directory is, what the account of the step may do there, what else may
 * have refused it, or how much room there is. Asks Windows for that, which takes some seconds at most, so only on the way to a failure.
 *
 * @param error a file system's; a SetupError E_PERMISSION gets owner and rights as evidence. Any other goes the way of {@link explainFileError}
 * @param directory that was to be written to, or that one above it that is there
 * @returns E_PERMISSION or E_DISK for what was refused; else what explainFileError returns
 */
async function explainRefusedWrite(error, directory, { doing = 'write to', place = directory, mayBeHeld = false, needed = sizes/* ONE_GO_BYTES */.Gl } = {}) {
    if (error instanceof errors/* SetupError */.w) {
        if (error.code !== 'E_PERMISSION')
            return error;
        const { account, report } = await gather(directory);
        return new errors/* SetupError */.w(error.code, error.message, {
            remedy: error.remedy,
            evidence: [...error.evidence, report.line, describeWho(account)],
            cause: error.cause,
        });
    }
    switch ((0,errors/* systemCode */.x)(error)) {
        case 'EPERM':
        case 'EACCES': {
            const { account, report } = await gather(directory);
            return refusedByRights(error, `${doing} ${place}`, await (0,places/* nearestDirectory */.O)(directory), report, account, mayBeHeld);
        }
        case 'ENOSPC':
        case 'EDQUOT': {
            const free = await (0,places/* freeSpace */.F)(await (0,places/* nearestDirectory */.O)(directory));
            const quota = (0,errors/* systemCode */.x)(error) === 'EDQUOT' ? ' A quota limits what this account may write.' : '';
            const left = free === undefined ? 'the disk is full' : `${megabytes(free)} are free there`;
            return noRoom(`Could not ${doing} ${place}: ${left}, and a Go takes about ${megabytes(needed)}.${quota}`, {
                evidence: [...said(error), `needed ${needed} bytes`, `free ${free ?? 'not known'} bytes`],
                cause: error,
            });
        }
        default:
            return (0,files.explainFileError)(error, doing, place);
    }
}
/** Pure: the failure of a write that Windows refused for want of rights, or for no reason that the rights show. */
function refusedByRights(error, tried, directory, { line, allows, stranger }, account, mayBeHeld) {
    const belongs = stranger === undefined
        ? ''
        : ` The directory belongs to another account, ${stranger}, as after a runner was set up anew under another one.`;
    const held = mayBeHeld ? 'another process that has a file there open, ' : '';
    const share = /^\\\\/.test(directory) ? 'what the share itself allows, or ' : '';
    const message = `Could not ${tried}: Windows refuses it (${(0,errors/* systemCode */.x)(error)}). ${line}.${belongs}`;
    const evidence = [...said(error), describeWho(account)];
    if (allows) {
        return new errors/* SetupError */.w('E_PERMISSION', `${message} These rights allow it, so something else refuses: ${held}${share}protection software, such as Controlled folder access of Windows Defender.`, {
            remedy: `Allow ${process.execPath} to write there (Virus & threat protection, Ransomware protection, Allow an app), or leave the directory out of the protection. ${OTHER_PLACE}`,
            evidence,
            cause: error,
        });
    }
    const grant = account.sid === undefined
        ? 'Give the account that the runner runs under the right to modify this directory.'
        : `Run once as an administrator: icacls "${directory}" /grant *${account.sid}:(OI)(CI)M /T.`;
    const perhaps = allows === undefined ? 'See whether that disk is read-only or protected against changes. Else: ' : '';
    return new errors/* SetupError */.w('E_PERMISSION', message, {
        remedy: `${perhaps}${grant} ${OTHER_PLACE}`,
        evidence,
        cause: error,
    });
}
/** The failure of a disk that has too little room. */
function noRoom(message, details) {
    return new errors/* SetupError */.w('E_DISK', message, {
        remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
        ...details,
    });
}
/** Bytes as whole megabytes, few ones as kilobytes. */
function megabytes(bytes) {
    return bytes < 1e6 ? `${Math.floor(bytes / 1e3)} kB` : `${Math.floor(bytes / 1e6)} MB`;
}
async function gather(directory) {
    const nearest = await (0,places/* nearestDirectory */.O)(directory);
    const [account, access] = await Promise.all([(0,elevation/* readAccount */.GM)(WHOAMI_MS), readAccess(nearest)]);
    return { account, report: reportAccess(nearest, access, account) };
}
function describeWho(account) {
    return `account ${account.name ?? 'without a known name'}, SID ${account.sid ?? 'not known'}: ${account.reason}`;
}
/** The system's own words, with the path that it was about. */
function said(error) {
    return [error instanceof Error ? error.message : String(error)];
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ SYSTEM),
/* harmony export */   Kp: () => (/* binding */ readSddl),
/* harmony export */   X4: () => (/* binding */ TRUSTED_INSTALLER),
/* harmony export */   dd: () => (/* binding */ protectDirectory),
/* harmony export */   p7: () => (/* binding */ distrust),
/* harmony export */   pZ: () => (/* binding */ ADMINISTRATORS)
/* harmony export */ });
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2680);
/* harmony import */ var _sddl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4530);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);



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
 * @returns undefined when done; else why not
 */
async function protectDirectory(directory) {
    const icacls = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('icacls.exe');
    const grants = [`*${SYSTEM}:(OI)(CI)F`, `*${ADMINISTRATORS}:(OI)(CI)F`, `*${USERS}:(OI)(CI)RX`];
    for (const args of [
        ['/setowner', `*${ADMINISTRATORS}`],
        ['/inheritance:r', '/grant:r', ...grants],
    ]) {
        const { exitCode, stderr, failure } = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(icacls, [directory, ...args, '/q']);
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
async function readSddl(directory, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_0__/* .runPowerShell */ .N5) {
    const answer = await powershell('"$((Get-Acl -LiteralPath $a.directory).Sddl)"', { directory });
    if (answer === undefined || 'failure' in answer)
        return answer;
    return typeof answer.value === 'string' && answer.value !== ''
        ? { sddl: answer.value }
        : { failure: 'PowerShell gave no list of rights' };
}
/**
 * Why what lies in a directory is not to be trusted with an administrator's rights: others own it, or may change it. Undefined where they
 * don't.
 *
 * @param own the SID of the account that asks, which may own what it made
 */
function distrust(sddl, own) {
    const { owner = '', entries } = (0,_sddl_js__WEBPACK_IMPORTED_MODULE_2__/* .splitSddl */ .E)(sddl);
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


/***/ })

};
