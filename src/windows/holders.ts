import { listOf, type PowerShell, runPowerShell } from './powershell.ts';
import { runProgram, systemProgram } from './system-programs.ts';

/** A process that holds a file, or may. */
export interface Holder {
  readonly pid: number;
  /** Of the program: `go.exe`. */
  readonly name: string;
  readonly commandLine?: string;
  /** Process id of who started it. */
  readonly parent?: number;
  /** ISO 8601, when it was started. */
  readonly since?: string;
  /** How it was found: it runs from the directory, Restart Manager names it, or only its name is that of a program there. */
  readonly evidence: 'runs there' | 'holds a file' | 'has its name';
}

export interface HolderSearch {
  readonly holders: readonly Holder[];
  /** What was asked and what it could not tell, one line each. */
  readonly looked: readonly string[];
}

/** Restart Manager takes any number of files, at a price; more of them name nobody else. */
const MOST_FILES = 50;

const BY_PATH = `
$inside = $a.directory.TrimEnd('\\') + '\\'
Get-CimInstance Win32_Process | Where-Object {
  $_.ExecutablePath -and $_.ExecutablePath.StartsWith($inside, 'OrdinalIgnoreCase')
} | ForEach-Object { @{
  pid = $_.ProcessId; name = $_.Name; commandLine = $_.CommandLine; parent = $_.ParentProcessId
  since = $(if ($_.CreationDate) { $_.CreationDate.ToUniversalTime().ToString('s') + 'Z' })
} }`;

/** Restart Manager (rstrtmgr.h): who has these files open. Its structures are laid out as there. */
const BY_FILE = `
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
[SetupGoWinRestartManager]::Who([string[]]@($a.files)) | ForEach-Object { $id, $name = $_ -split '\\|', 2
  $p = Get-CimInstance Win32_Process -Filter "ProcessId=$id" -ErrorAction SilentlyContinue
  @{ pid = [int]$id; name = $(if ($p) { $p.Name } else { $name }); commandLine = $p.CommandLine; parent = $p.ParentProcessId
     since = $(if ($p.CreationDate) { $p.CreationDate.ToUniversalTime().ToString('s') + 'Z' }) } }`;

/**
 * Names who holds files below a directory: processes that run from it, those that Windows' Restart Manager knows to have the files open,
 * and, where PowerShell gives no answer to either, processes by the names of programs that are held. A working directory or an
 * Explorer window inside is seen by none of these. Never throws.
 *
 * @param paths files that are held; may be empty
 */
export async function nameHolders(
  paths: readonly string[],
  directory: string,
  powershell: PowerShell = runPowerShell,
  list: () => Promise<string> = tasklist,
): Promise<HolderSearch> {
  const looked: string[] = [];
  const found = new Map<number, Holder>();
  const ask = async (what: string, script: string, args: unknown, evidence: Holder['evidence']) => {
    const answer = await powershell(script, args);
    if (answer !== undefined && 'value' in answer) {
      const holders = listOf(answer.value).flatMap((item) => holderOf(item, evidence));
      looked.push(`${what}: ${holders.length === 0 ? 'none' : holders.length}`);
      for (const holder of holders) if (!found.has(holder.pid)) found.set(holder.pid, holder);
      return true;
    }
    looked.push(
      `${what}: not known, ${answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell'}`,
    );
    return false;
  };
  const ran = await ask(`processes that run from ${directory}`, BY_PATH, { directory }, 'runs there');
  const files = paths.slice(0, MOST_FILES);
  const held =
    files.length === 0 ||
    (await ask('processes that hold these files (Restart Manager)', BY_FILE, { files }, 'holds a file'));
  if (ran && held) return { holders: [...found.values()], looked };

  const names = new Set(files.map((file) => file.slice(file.lastIndexOf('\\') + 1).toLowerCase()));
  const namesakes = parseTasklist(await list()).filter(({ name }) => names.has(name.toLowerCase()));
  looked.push(
    `processes with the name of a held program (tasklist): ${namesakes.length === 0 ? 'none' : namesakes.length}`,
  );
  for (const { pid, name } of namesakes) {
    if (!found.has(pid)) found.set(pid, { pid, name, evidence: 'has its name' });
  }
  return { holders: [...found.values()], looked };
}

const BY_NAME = `
Get-CimInstance Win32_Process -Filter "Name='$($a.name)'" | ForEach-Object { @{
  pid = $_.ProcessId; name = $_.Name; commandLine = $_.CommandLine; parent = $_.ParentProcessId
  since = $(if ($_.CreationDate) { $_.CreationDate.ToUniversalTime().ToString('s') + 'Z' })
} }`;

/** The processes of a program, by its name: with their command lines where PowerShell answers, else as tasklist has them. Never throws. */
export async function findProcesses(
  name: string,
  powershell: PowerShell = runPowerShell,
  list: () => Promise<string> = tasklist,
): Promise<Holder[]> {
  const answer = await powershell(BY_NAME, { name });
  if (answer !== undefined && 'value' in answer)
    return listOf(answer.value).flatMap((item) => holderOf(item, 'runs there'));
  return parseTasklist(await list())
    .filter((one) => one.name.toLowerCase() === name.toLowerCase())
    .map((one) => ({ ...one, evidence: 'runs there' }));
}

function holderOf(item: Record<string, unknown>, evidence: Holder['evidence']): Holder[] {
  const { pid, name, commandLine, parent, since } = item;
  if (typeof pid !== 'number' || typeof name !== 'string') return [];
  return [
    {
      pid,
      name,
      evidence,
      ...(typeof commandLine === 'string' && commandLine !== '' ? { commandLine } : {}),
      ...(typeof parent === 'number' ? { parent } : {}),
      ...(typeof since === 'string' ? { since } : {}),
    },
  ];
}

/** Names and ids of `tasklist /fo csv /nh`; its other columns are in the language of Windows. */
export function parseTasklist(text: string): { name: string; pid: number }[] {
  return [...text.matchAll(/^"([^"\r\n]+)","(\d+)",/gm)].map(([, name = '', pid]) => ({
    name,
    pid: Number(pid),
  }));
}

async function tasklist(): Promise<string> {
  return (await runProgram(systemProgram('tasklist.exe'), ['/fo', 'csv', '/nh'])).stdout;
}

/**
 * One line for people: `go.exe (process 4312): go build ./...`. What stands behind an equals sign is left out: command lines of other jobs and
 * installers can hold secrets, which this job's log knows nothing of.
 */
export function describeHolder(holder: Holder): string {
  const since = holder.since ? `, since ${holder.since}` : '';
  const doubt = holder.evidence === 'has its name' ? ', perhaps: only its name is known' : '';
  return `${holder.name} (process ${holder.pid}${since}${doubt})${holder.commandLine ? `: ${withoutValues(holder.commandLine).slice(0, 200)}` : ''}`;
}

function withoutValues(commandLine: string): string {
  return commandLine.replace(/=(?:"[^"]*"?|\S+)/g, '=…');
}
