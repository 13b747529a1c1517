export const id = 1104;
export const ids = [1104,6306];
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

// EXTERNAL MODULE: ./lib/toolcache/refused-write.js + 2 modules
var refused_write = __webpack_require__(6306);
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


/***/ }),

/***/ 7822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ BY_NAME),
/* harmony export */   VW: () => (/* binding */ STOP),
/* harmony export */   ep: () => (/* binding */ BY_PATH),
/* harmony export */   jk: () => (/* binding */ BY_FILE)
/* harmony export */ });
/**
 * What the scripts below share. A process is told with all that says whether it works, hangs or was left behind: what started it and whether
 * that is still there (a parent's number may be another's by now: then that one is younger), and processor time and bytes read and written,
 * of itself and of all that it started, twice with a second between. Times are FILETIMEs as text: JSON's numbers are too short for them.
 */
const COMMON = `
function Snap { $all = @{}; Get-CimInstance Win32_Process | ForEach-Object { $all["$($_.ProcessId)"] = $_ }; $all }
function Children($all) {
  $of = @{}
  foreach ($p in $all.Values) {
    $up = "$($p.ParentProcessId)"
    if (-not $of.ContainsKey($up)) { $of[$up] = @() }
    $of[$up] += "$($p.ProcessId)"
  }
  $of
}
function Family($all, $of, $id, $seen) {
  if (-not $all.ContainsKey($id) -or $seen.ContainsKey($id)) { return }
  $seen[$id] = $true
  $p = $all[$id]
  $p
  foreach ($child in $of[$id]) { if ($all[$child].CreationDate -ge $p.CreationDate) { Family $all $of $child $seen } }
}
function Work($all, $of, $id) {
  $cpu = [int64]0; $io = [int64]0
  foreach ($p in @(Family $all $of $id @{})) {
    $cpu += [int64]$p.KernelModeTime + [int64]$p.UserModeTime
    $io += [int64]$p.ReadTransferCount + [int64]$p.WriteTransferCount
  }
  @{ cpu = $cpu; io = $io }
}
function Started($p) { if ($p -and $p.CreationDate) { "$($p.CreationDate.ToUniversalTime().ToFileTimeUtc())" } }
function Tell($all, $ids, $mentions) {
  if ($ids.Count -eq 0) { return }
  Start-Sleep -Milliseconds 1000
  $later = Snap
  $of = Children $all
  $ofLater = Children $later
  foreach ($id in $ids) {
    $p = $all[$id]
    $up = $all["$($p.ParentProcessId)"]
    $before = Work $all $of $id
    $after = Work $later $ofLater $id
    @{ pid = [int]$p.ProcessId; name = $p.Name; path = $p.ExecutablePath; commandLine = $p.CommandLine; started = (Started $p)
       since = $(if ($p.CreationDate) { $p.CreationDate.ToUniversalTime().ToString('s') + 'Z' })
       parent = [int]$p.ParentProcessId; parentThere = [bool]$up; parentName = $up.Name; parentStarted = (Started $up)
       cpu = $before.cpu; cpuLater = $after.cpu; io = $before.io; ioLater = $after.io; mentions = $mentions.ContainsKey($id) }
  }
}
function Own($all) {
  $own = @{}
  foreach ($start in "$PID", "$($a.self)") {
    for ($id = $start; $id -and -not $own.ContainsKey($id); $id = $(if ($all.ContainsKey($id)) { "$($all[$id].ParentProcessId)" })) { $own[$id] = $true }
  }
  $own
}
$places = @($a.directories | Where-Object { $_ } | ForEach-Object { $_.TrimEnd('\\') + '\\' })
function Inside($path) {
  foreach ($directory in $places) { if ($path -and $path.StartsWith($directory, 'OrdinalIgnoreCase')) { return $true } }
  $false
}
`;
/** `directories` are two names of one place, at most; `self` is who asks. Processes that run from there, and those whose command line names it. */
const BY_PATH = `${COMMON}
$all = Snap
$own = Own $all
$mentions = @{}
$hidden = 0
$ids = @(foreach ($p in $all.Values) {
  $id = "$($p.ProcessId)"
  if (Inside $p.ExecutablePath) { $id; continue }
  if (-not $p.ExecutablePath) { $hidden++ }
  if ($own.ContainsKey($id) -or -not $p.CommandLine) { continue }
  foreach ($directory in $places) {
    if ($p.CommandLine -match ([regex]::Escape($directory.TrimEnd('\\')) + '([\\\\/"'';,\\s]|$)')) { $mentions[$id] = $true; $id; break }
  }
})
Tell $all $ids $mentions
@{ hidden = $hidden }`;
/** Restart Manager (rstrtmgr.h): who has `files` open. Its structures are laid out as there. */
const BY_FILE = `${COMMON}
Add-Type -IgnoreWarnings -TypeDefinition @'
using System; using System.Collections.Generic; using System.Runtime.InteropServices; using System.Text;
public static class SetupGoWinRestartManager {
  [StructLayout(LayoutKind.Sequential)] public struct Unique { public int Id; public System.Runtime.InteropServices.ComTypes.FILETIME Start; }
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] public struct Info {
    public Unique Process;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 256)] public string Name;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 64)] public string Service;
    public int Type; public uint Status; public uint Session; [MarshalAs(UnmanagedType.Bool)] public bool Restartable;
  }
  [DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)] static extern int RmStartSession(out uint session, int flags, StringBuilder key);
  [DllImport("rstrtmgr.dll")] static extern int RmEndSession(uint session);
  [DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)] static extern int RmRegisterResources(uint session, uint files, string[] names, uint apps, IntPtr a, uint services, string[] s);
  [DllImport("rstrtmgr.dll")] static extern int RmGetList(uint session, out uint needed, ref uint count, [In, Out] Info[] infos, out uint reasons);
  public static string[] Who(string[] files) {
    uint session, needed, count = 0, reasons; int code;
    if ((code = RmStartSession(out session, 0, new StringBuilder(33))) != 0) throw new Exception("RmStartSession " + code);
    try {
      if ((code = RmRegisterResources(session, (uint)files.Length, files, 0, IntPtr.Zero, 0, null)) != 0) throw new Exception("RmRegisterResources " + code);
      Info[] infos = null;
      code = RmGetList(session, out needed, ref count, infos, out reasons);
      for (int i = 0; code == 234 && i < 5; i++) {
        infos = new Info[count = needed + 4];
        code = RmGetList(session, out needed, ref count, infos, out reasons);
      }
      if (code != 0) throw new Exception("RmGetList " + code);
      var found = new List<string>();
      for (int i = 0; i < count; i++) found.Add(infos[i].Process.Id + "|" + infos[i].Name);
      return found.ToArray();
    } finally { RmEndSession(session); }
  }
}
'@
$who = @([SetupGoWinRestartManager]::Who([string[]]@($a.files)))
if ($who.Count -eq 0) { return }
$all = Snap
$ids = @()
foreach ($one in $who) {
  $id, $name = $one -split '\\|', 2
  if ($all.ContainsKey($id)) { $ids += $id } else { @{ pid = [int]$id; name = $name } }
}
Tell $all $ids @{}`;
/** Processes of a program, by its name. */
const BY_NAME = `${COMMON}
$all = Snap
$ids = @(foreach ($p in $all.Values) { if ($p.Name -eq $a.name) { "$($p.ProcessId)" } })
Tell $all $ids @{}`;
/**
 * Ends `processes` (each a pid and when it was started), all that is asked being asked again of the process itself: while its handle is open
 * its number is nobody else's. Never this process, and nothing that it descends from.
 */
const STOP = `${COMMON}
$own = Own (Snap)
$open = @()
foreach ($one in $a.processes) {
  $id = "$([int]$one.pid)"
  if ($own.ContainsKey($id)) { @{ pid = [int]$id; outcome = 'own' }; continue }
  try {
    $process = Get-Process -Id $id -ErrorAction SilentlyContinue
    if (-not $process) { @{ pid = [int]$id; outcome = 'gone' }; continue }
    if ($null -eq $process.Handle) { throw 'it may not be opened' }
    $now = Get-CimInstance Win32_Process -Filter "ProcessId=$id"
    if (-not $now) { @{ pid = [int]$id; outcome = 'gone' } }
    elseif ((Started $now) -ne $one.started) { @{ pid = [int]$id; outcome = 'another' } }
    elseif (-not (Inside $now.ExecutablePath)) { @{ pid = [int]$id; outcome = 'elsewhere' } }
    else { $process.Kill(); $open += $process }
  } catch { @{ pid = [int]$id; outcome = 'refused'; reason = "$_" } }
}
$end = (Get-Date).AddMilliseconds($a.waitMs)
foreach ($process in $open) {
  $left = [int][Math]::Max(0, ($end - (Get-Date)).TotalMilliseconds)
  @{ pid = $process.Id; outcome = $(if ($process.WaitForExit($left)) { 'ended' } else { 'stays' }) }
}`;


/***/ }),

/***/ 7291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   mm: () => (/* binding */ adviseOn),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   te: () => (/* binding */ isCertain)
/* harmony export */ });
/* unused harmony export stateOf */
/** A process in an answer of the scripts (holder-scripts.ts); nothing where it is none. */
function holderOf(item, evidence) {
    const { pid, name, path, commandLine, parent, since, started, parentName, mentions } = item;
    if (typeof pid !== 'number' || typeof name !== 'string')
        return [];
    const text = (key, value) => typeof value === 'string' && value !== '' ? { [key]: value } : {};
    const state = stateOf(item);
    return [
        {
            pid,
            name,
            evidence: mentions === true ? 'names it' : evidence,
            ...text('path', path),
            ...text('commandLine', commandLine),
            ...(typeof parent === 'number' ? { parent } : {}),
            ...(state === 'orphaned' ? {} : text('parentName', parentName)),
            ...text('since', since),
            ...text('started', started),
            ...(state ? { state } : {}),
        },
    ];
}
/** Judges two samples of a process; undefined where an answer has not enough for that. */
function stateOf(item) {
    const { parentThere, parentStarted, started, cpu, cpuLater, io, ioLater } = item;
    // A parent that is younger than its child took the number of the one that is gone.
    if (parentThere === false || isLater(parentStarted, started))
        return 'orphaned';
    if (parentThere !== true || typeof cpu !== 'number' || typeof cpuLater !== 'number')
        return undefined;
    return cpu !== cpuLater || io !== ioLater ? 'busy' : 'stuck';
}
function isLater(one, other) {
    return (/^\d+$/.test(String(one)) && /^\d+$/.test(String(other)) && BigInt(String(one)) > BigInt(String(other)));
}
/**
 * One line for people: `go.exe (process 4312, since 2026-11-25T10:00:00Z, child of cmd.exe 812, at work): go build ./...`. What stands behind an
 * equals sign is left out: command lines of other jobs and installers can hold secrets, which this job's log knows nothing of.
 */
function describeHolder(holder) {
    const facts = [
        `process ${holder.pid}`,
        ...(holder.since ? [`since ${holder.since}`] : []),
        ...parentage(holder),
        ...(holder.state === 'busy' ? ['at work'] : holder.state === 'stuck' ? ['doing nothing'] : []),
        ...(DOUBTS[holder.evidence] ?? []),
    ];
    const called = holder.commandLine ? withoutValues(holder.commandLine).slice(0, 200) : holder.path;
    return `${holder.name} (${facts.join(', ')})${called ? `: ${called}` : ''}`;
}
const DOUBTS = {
    'names it': ['perhaps: its command line names the directory'],
    'has its name': ['perhaps: only its name is known'],
};
function parentage({ parent, parentName, state }) {
    if (parent === undefined)
        return [];
    if (state === 'orphaned')
        return [`left behind by ${parent > 0 ? `process ${parent}, which` : 'a process that'} is gone`];
    return [parentName ? `child of ${parentName} ${parent}` : `child of process ${parent}`];
}
function withoutValues(commandLine) {
    return commandLine.replace(/=(?:"[^"]*"?|\S+)/g, '=…');
}
/**
 * What to do about holders, by what each is about: one sentence for each kind, in the imperative.
 *
 * @param stopping whether the input stop-holders is worth a mention: it is not where it was set
 */
function adviseOn(holders, stopping) {
    const certain = holders.filter(isCertain);
    const those = (state) => certain.filter((holder) => holder.state === state);
    const advice = [
        sentence(those('orphaned'), (names, ids) => `End ${names}, left behind by an earlier job: taskkill /F ${ids}.`),
        sentence(those('busy'), (names) => `Wait until ${names} is done, or let its job end: it is at work.`),
        sentence(those('stuck'), (names, ids) => `Look at ${names}, which does nothing: end it if it hangs, by taskkill /F ${ids}.`),
        sentence(those(undefined), (names) => `End ${names}, or wait for its job.`),
    ];
    if (certain.length === 0)
        advice.push(ANYBODY);
    if (stopping === 'mention' && certain.some(({ evidence }) => evidence === 'runs there'))
        advice.push('With stop-holders: true the action ends what runs from that very directory.');
    return advice.filter((text) => text !== '').join(' ');
}
const ANYBODY = 'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner), close shells and Explorer windows that are in it, and run the step again.';
/** Whether a process is known to hold something, and not only guessed to. */
function isCertain({ evidence }) {
    return evidence === 'runs there' || evidence === 'holds a file';
}
const NAMED = 5;
function sentence(holders, write) {
    if (holders.length === 0)
        return '';
    const some = holders.slice(0, NAMED);
    const more = holders.length > NAMED ? `, … (${holders.length} in all)` : '';
    return write(some.map(({ name, pid }) => `${name} (${pid})`).join(', ') + more, some.map(({ pid }) => `/PID ${pid}`).join(' '));
}


/***/ }),

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vu: () => (/* binding */ nameHolders),
/* harmony export */   Zk: () => (/* binding */ parseTasklist),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   xf: () => (/* binding */ nameFileHolders),
/* harmony export */   z_: () => (/* binding */ findProcesses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7291);
/* harmony import */ var _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7822);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2680);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(812);






/** Restart Manager takes any number of files, at a price; more of them name nobody else. */
const MOST_FILES = 50;
/** Of the time, for tasklist, which is asked last. */
const TASKLIST_MS = 3000;
/**
 * Names who holds files below a directory: processes that run from it, those that Windows' Restart Manager knows to have the files open,
 * and, where PowerShell gives no answer to either, processes by the names of programs that are held. A shell's working directory or an
 * Explorer window inside is told by none of these; processes whose command line names the directory are given as a hint. Never throws.
 *
 * @param paths files that are held; may be empty
 */
async function nameHolders(paths, directory, options = {}) {
    const { timeoutMs = 60_000, list = tasklist } = options;
    const files = paths.slice(0, MOST_FILES);
    const directories = await namesOf(directory);
    // At once: each starts a PowerShell of its own, since a policy of the machine may refuse one script and not the other.
    const [running, holding] = await Promise.all([
        ask(`processes that run from ${directory}`, _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_PATH */ .ep, { directories }, 'runs there', options),
        files.length > 0 ? nameFileHolders(files, options) : undefined,
    ]);
    const found = new Map();
    const searches = [running, ...(holding ? [holding] : [])];
    for (const holder of searches.flatMap(({ holders }) => holders).sort(byCertainty))
        if (!found.has(holder.pid))
            found.set(holder.pid, holder);
    const looked = searches.flatMap((search) => search.looked);
    if (searches.every(({ answered }) => answered))
        return { holders: [...found.values()], looked };
    const names = new Set(files.map((file) => file.slice(file.lastIndexOf('\\') + 1).toLowerCase()));
    const listed = parseTasklist(await list(Math.min(TASKLIST_MS, timeoutMs)));
    const namesakes = listed.filter(({ name }) => names.has(name.toLowerCase()));
    looked.push(`processes with the name of a held program (tasklist): ${namesakes.length === 0 ? 'none' : namesakes.length}`);
    for (const { pid, name } of namesakes) {
        if (!found.has(pid))
            found.set(pid, { pid, name, evidence: 'has its name' });
    }
    return { holders: [...found.values()], looked };
}
/** Names the processes that Windows' Restart Manager knows to have these files open. Never throws. */
async function nameFileHolders(files, options = {}) {
    const what = 'processes that hold these files (Restart Manager)';
    return await ask(what, _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_FILE */ .jk, { files: files.slice(0, MOST_FILES) }, 'holds a file', options);
}
async function ask(what, script, args, evidence, { powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .runPowerShell */ .N5, timeoutMs = 60_000 }) {
    const patience = { timeoutMs: Math.max(timeoutMs - TASKLIST_MS, 1000) };
    const answer = await powershell(script, { ...args, self: process.pid }, patience);
    if (answer === undefined || !('value' in answer)) {
        const why = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
        return { holders: [], looked: [`${what}: not known, ${why}`], answered: false };
    }
    const items = (0,_powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(answer.value);
    const holders = items.flatMap((item) => (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item, evidence));
    const certain = holders.filter((holder) => holder.evidence === evidence).length;
    const hidden = items.map((item) => item['hidden']).find((count) => typeof count === 'number' && count > 0);
    const unseen = hidden === undefined ? '' : ` (${hidden} do not show this account where they run from)`;
    return { holders, looked: [`${what}: ${certain === 0 ? 'none' : certain}${unseen}`], answered: true };
}
function byCertainty(one, other) {
    return Number(one.evidence === 'names it') - Number(other.evidence === 'names it');
}
/**
 * The names by which Windows may know a directory: as it was given, and with the links above it resolved. A link in its own place is not: what
 * runs from where that leads is not in this directory.
 */
async function namesOf(directory) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_1__.win32.dirname(directory)).catch(() => undefined);
    const resolved = real === undefined ? directory : node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(real, node_path__WEBPACK_IMPORTED_MODULE_1__.win32.basename(directory));
    return resolved.toLowerCase() === directory.toLowerCase() ? [directory] : [directory, resolved];
}
/** The processes of a program, by its name: with their command lines where PowerShell answers, else as tasklist has them. Never throws. */
async function findProcesses(name, options = {}) {
    const { powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .runPowerShell */ .N5, list = tasklist } = options;
    const answer = await powershell(_holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_NAME */ .Oj, { name, self: process.pid });
    if (answer !== undefined && 'value' in answer)
        return (0,_powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(answer.value).flatMap((item) => (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item, 'runs there'));
    return parseTasklist(await list(60_000))
        .filter((one) => one.name.toLowerCase() === name.toLowerCase())
        .map((one) => ({ ...one, evidence: 'runs there' }));
}
/** Names and ids of `tasklist /fo csv /nh`; its other columns are in the language of Windows. */
function parseTasklist(text) {
    return [...text.matchAll(/^"([^"\r\n]+)","(\d+)",/gm)].map(([, name = '', pid]) => ({
        name,
        pid: Number(pid),
    }));
}
async function tasklist(timeoutMs) {
    return (await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .runProgram */ .mB)((0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .systemProgram */ .CA)('tasklist.exe'), ['/fo', 'csv', '/nh'], { timeoutMs })).stdout;
}


/***/ })

};
