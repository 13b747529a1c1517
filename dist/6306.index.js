export const id = 6306;
export const ids = [6306];
export const modules = {

/***/ 6306:
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
// EXTERNAL MODULE: ./lib/windows/access-rights.js
var access_rights = __webpack_require__(9935);
// EXTERNAL MODULE: ./lib/windows/acl.js
var acl = __webpack_require__(6021);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
;// CONCATENATED MODULE: ./lib/windows/access-report.js



/** Owners that say nothing of who made a directory: what administrators make belongs to their group. */
const OF_WINDOWS = [acl/* SYSTEM */.IJ, acl/* ADMINISTRATORS */.pZ, acl/* TRUSTED_INSTALLER */.X4];
/** Judges a directory's rights for an account. Pure; what is not known is said to be so. */
function reportAccess(directory, access, account) {
    const list = access.sddl === undefined ? undefined : (0,access_rights/* parseSddl */.RT)(access.sddl);
    const token = (0,elevation/* tokenOf */.B9)(account);
    const rights = list && token && (0,access_rights/* effectiveRights */.FY)(list, token);
    const who = describeAccount(account);
    const why = list === undefined ? access.unanswered.join('; ') : 'whoami does not name its groups';
    const owner = list?.owner;
    const named = owner === undefined ? 'not known' : withName(owner, access.ownerName);
    const mine = owner !== undefined && account.sid !== undefined && (0,access_rights/* sameAccount */.M_)(owner, account.sid);
    const foreign = owner !== undefined &&
        account.sid !== undefined &&
        !mine &&
        !OF_WINDOWS.some((sid) => (0,access_rights/* sameAccount */.M_)(owner, sid));
    const has = rights === undefined
        ? `what ${who} may do there is not known (${why})`
        : `${who} has ${(0,access_rights/* describeRights */.RH)(rights)}`;
    return {
        line: `${directory}: owner ${named}; ${has}; ${describeElevation(account)}`,
        allows: rights === undefined ? undefined : (0,access_rights/* letsWrite */.OJ)(rights),
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


/***/ })

};
