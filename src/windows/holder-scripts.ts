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
export const BY_PATH = `${COMMON}
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
export const BY_FILE = `${COMMON}
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
export const BY_NAME = `${COMMON}
$all = Snap
$ids = @(foreach ($p in $all.Values) { if ($p.Name -eq $a.name) { "$($p.ProcessId)" } })
Tell $all $ids @{}`;

/**
 * Ends `processes` (each a pid and when it was started), all that is asked being asked again of the process itself: while its handle is open
 * its number is nobody else's. Never this process, and nothing that it descends from.
 */
export const STOP = `${COMMON}
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
