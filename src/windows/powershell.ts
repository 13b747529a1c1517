import { existsSync } from 'node:fs';
import { runProgram, systemProgram } from './system-programs.ts';

/** What a script gave, or why it gave nothing. */
export type PowerShellAnswer = { readonly value: unknown } | { readonly failure: string };

/** Runs a script: {@link runPowerShell}, or a stand-in in tests. */
export type PowerShell = (
  script: string,
  args?: unknown,
  options?: { readonly timeoutMs?: number },
) => Promise<PowerShellAnswer | undefined>;

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
export async function runPowerShell(
  script: string,
  args: unknown = {},
  options: { readonly timeoutMs?: number } = {},
): Promise<PowerShellAnswer | undefined> {
  const program = systemProgram('WindowsPowerShell\\v1.0\\powershell.exe');
  if (!existsSync(program)) return undefined;
  const encoded = Buffer.from(`${BEFORE}${script}${AFTER}`, 'utf16le').toString('base64');
  const result = await runProgram(
    program,
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded],
    { timeoutMs: options.timeoutMs ?? 60_000, env: scriptEnvironment(args) },
  );
  const answer = answerIn(result.stdout);
  if (answer !== undefined) return answer;
  // Wine's stand-in ends well and says nothing, whatever it is asked.
  if (result.exitCode === 0 && `${result.stderr}${result.stdout}`.trim() === '') return undefined;
  const said = `${result.stderr} ${result.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 300);
  return { failure: result.failure ?? `it ended with ${result.exitCode} and ${said || 'said nothing'}` };
}

/** The answer among the lines that a script, or a policy of the machine, may have printed. */
export function answerIn(stdout: string): PowerShellAnswer | undefined {
  for (const line of stdout.split(/\r?\n/)) {
    if (!/^\{"(?:value|failure)":/.test(line)) continue;
    try {
      const said = JSON.parse(line) as { value?: unknown; failure?: unknown };
      return 'value' in said ? { value: said.value } : { failure: String(said.failure) };
    } catch {} // cut off, or somebody else's
  }
  return undefined;
}

function scriptEnvironment(args: unknown): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
  return { ...Object.fromEntries(inherited), SETUP_GO_WIN_ARGS: JSON.stringify(args) };
}

/**
 * A list in an answer. PowerShell makes one object of a list of one, nothing of an empty one, and at times, in 5.1, an object with `value`
 * and `Count` of a longer one.
 */
export function listOf(value: unknown): Record<string, unknown>[] {
  const wrapped = (value as { Count?: unknown; value?: unknown } | null | undefined) ?? {};
  const inner = Array.isArray(wrapped.value) && 'Count' in wrapped ? wrapped.value : value;
  const list = Array.isArray(inner) ? inner : [inner];
  return list.filter((item) => typeof item === 'object' && item !== null) as Record<string, unknown>[];
}
