export const id = 2657;
export const ids = [2657];
export const modules = {

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readOwnerFacts: () => (/* binding */ readOwnerFacts),
/* harmony export */   stillLocked: () => (/* binding */ stillLocked)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(138);
/* harmony import */ var _windows_holder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7291);
/* harmony import */ var _windows_holders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7134);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9268);








/** A heartbeat comes every 10 s: this many were missed by an owner that does nothing any more. */
const STILL_MS = 60_000;
/** For asking Windows who has the file open. */
const SEARCH_MS = 10_000;
/** Finds out how the owner of a lock is. Never throws. */
async function readOwnerFacts(root, name, owner, options = {}) {
    const alive = owner?.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() ? isRunning(owner.pid) : undefined;
    const silentMs = owner && (await ageOf((0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerFile */ .SF)(root, name)));
    const named = alive === false || owner === undefined;
    const search = named
        ? await (0,_windows_holders_js__WEBPACK_IMPORTED_MODULE_6__/* .nameFileHolders */ .xf)([(0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .lockFile */ .Ke)(root, name)], { timeoutMs: SEARCH_MS, ...options })
        : undefined;
    return { owner, alive, silentMs, others: search?.holders.map(_windows_holder_js__WEBPACK_IMPORTED_MODULE_5__/* .describeHolder */ .sG) ?? [] };
}
/**
 * The failure that a lock is which its owner did not give up in time. An owner that shows signs of life is at work; one whose process is there
 * but gives none hangs; where the process is gone, somebody else has the file open.
 */
function stillLocked(root, name, facts, waitedMs) {
    const { owner, alive, silentMs, others } = facts;
    const waited = `after ${Math.round(waitedMs / 1000)} s`;
    const evidence = [`lock ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .lockFile */ .Ke)(root, name)}`];
    const failure = (message, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_LOCKED', message, { remedy, evidence: [...evidence, ...others] });
    const who = others.length > 0 ? `: ${others.join('; ')}` : ', which Windows does not name';
    if (owner === undefined) {
        return failure(`a process that left no name still holds the lock on ${name} ${waited}${others.length > 0 ? who : ''}.`, 'See which job or program has that file open; end it if it hangs. A longer wait is set by the input lock-timeout.');
    }
    const silent = silentMs === undefined ? '' : `, last sign of life ${Math.round(silentMs / 1000)} s ago`;
    const named = `${owner.runner} (process ${owner.pid} on ${owner.host}, since ${owner.since}${silent})`;
    if (alive === false) {
        return failure(`The lock on ${name} belonged to ${named}, whose process is gone, but ${waited} its file is still open in another process${who}.`, 'End that process: what an ended job started may have taken its open files along.');
    }
    if (silentMs !== undefined && silentMs >= STILL_MS) {
        return failure(`${named} still holds the lock on ${name} ${waited}, and hangs: ${alive ? 'its process is there, but' : 'it'} gives no sign of life.`, alive
            ? `End that process (taskkill /F /T /PID ${owner.pid}); the next run puts right what it left.`
            : `See whether ${owner.host} is up, and end that process there; the next run puts right what it left.`);
    }
    return failure(`${named} still holds the lock on ${name} ${waited}${silentMs === undefined ? '' : ', and is at work'}.`, 'Wait for that job, or end it if it takes too long. A longer wait is set by the input lock-timeout.');
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ESRCH')
            return false;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EPERM' ? true : undefined;
    }
}
/** How old a file is by the clock of its own disk, which a share has: that of a file just written beside it. */
async function ageOf(file) {
    const now = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(now, '');
        const [then, written] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(now)]);
        return Math.max(0, written.mtimeMs - then.mtimeMs);
    }
    catch {
        return undefined;
    }
    finally {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_4__/* .removeTree */ .dM)(now).catch(() => { }); // a scanner may look into it
    }
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
