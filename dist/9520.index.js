export const id = 9520;
export const ids = [9520,4758];
export const modules = {

/***/ 7139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stopAndTell: () => (/* binding */ stopAndTell)
});

// EXTERNAL MODULE: ./lib/windows/holder.js
var windows_holder = __webpack_require__(7291);
// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/windows/holder-scripts.js
var holder_scripts = __webpack_require__(7822);
// EXTERNAL MODULE: ./lib/windows/holders.js
var windows_holders = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/windows/stop-holders.js




/** How long ended processes may take to be gone. */
const WAIT_MS = 5000;
/** With starting PowerShell. */
const SCRIPT_MS = 20_000;
const REASONS = {
    own: 'this step descends from it',
    another: 'another process has its number by now',
    elsewhere: 'it does not run from there',
    stays: `it is not gone after ${WAIT_MS / 1000} s`,
};
/**
 * Ends the processes that run from a directory, and no others: not what only holds a file there, not what runs from a directory whose name
 * begins alike, not this process and nothing that it descends from. The script that ends a process asks again, with its handle open, whether
 * it is the one that was found (its start) and runs from there, so that a number that Windows gave anew hits nobody. Never throws.
 *
 * @returns one for each process that runs from there, ended or not
 */
async function stopHolders(holders, directory, powershell = windows_powershell/* runPowerShell */.N5) {
    const directories = await (0,windows_holders/* namesOf */.eZ)(directory);
    const chosen = holders.filter((holder) => mayBeStopped(holder, directories));
    if (chosen.length === 0)
        return [];
    const processes = chosen.map(({ pid, started }) => ({ pid, started }));
    const args = { directories, processes, self: process.pid, waitMs: WAIT_MS };
    const answer = await powershell(holder_scripts/* STOP */.VW, args, { timeoutMs: SCRIPT_MS });
    if (answer === undefined || !('value' in answer)) {
        const reason = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
        return chosen.map((holder) => ({ holder, outcome: 'stays', reason }));
    }
    const said = (0,windows_powershell/* listOf */.c3)(answer.value);
    return chosen.map((holder) => {
        const one = said.find(({ pid }) => pid === holder.pid);
        const outcome = String(one?.['outcome'] ?? 'nothing');
        if (outcome === 'ended' || outcome === 'gone')
            return { holder, outcome, reason: '' };
        const reason = String(one?.['reason'] || REASONS[outcome] || `PowerShell says ${outcome} of it`);
        return { holder, outcome: 'stays', reason };
    });
}
function mayBeStopped(holder, directories) {
    if (holder.evidence !== 'runs there' || holder.started === undefined || holder.path === undefined)
        return false;
    if (holder.pid === process.pid || holder.pid === process.ppid || holder.pid <= 4)
        return false;
    const program = holder.path;
    return directories.some((directory) => isBelow(program, directory));
}
/** Whether a file lies in a directory, by their whole Windows paths: `C:\go\1.25.30\go.exe` does not lie in `C:\go\1.25.3`. */
function isBelow(file, directory) {
    const top = `${external_node_path_.win32.normalize(directory).replace(/\\+$/, '')}\\`.toLowerCase();
    return external_node_path_.win32.isAbsolute(directory) && external_node_path_.win32.normalize(file).toLowerCase().startsWith(top);
}

;// CONCATENATED MODULE: ./lib/stopping.js



/**
 * Ends the processes that run from a directory that is being replaced, as the input stop-holders allows: each is said in the log, and recorded.
 * Never throws.
 *
 * @param holders who is in the way; those that run from elsewhere are left alone
 * @returns how many are gone now
 */
async function stopAndTell(holders, directory, { log, audit, signal }, powershell = windows_powershell/* runPowerShell */.N5) {
    if (signal.aborted)
        return 0;
    const started = performance.now();
    const all = await stopHolders(holders, directory, powershell);
    for (const { holder, outcome, reason } of all) {
        const name = (0,windows_holder/* describeHolder */.sG)(holder);
        if (outcome === 'ended')
            log.info(`stop-holders: ended what runs from ${directory}: ${name}`);
        else
            log.info(`stop-holders: ${name} ${reason ? `stays: ${reason}` : 'ended by itself'}`);
        if (outcome === 'gone')
            continue;
        await audit.record({
            action: 'stop-process',
            target: `${holder.path}: ${name}`,
            from: '',
            outcome: outcome === 'ended' ? 'ok' : 'E_LOCKED',
            durationMs: Math.round(performance.now() - started),
        });
    }
    if (all.length === 0)
        log.info(`stop-holders: no process that runs from ${directory} was found`);
    return all.filter(({ outcome }) => outcome !== 'stays').length;
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
