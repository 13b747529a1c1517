import { type PowerShell, runPowerShell } from './powershell.ts';

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
export async function announceEnvironment(
  powershell: PowerShell = runPowerShell,
): Promise<string | undefined> {
  const answer = await powershell(SCRIPT, {}, { timeoutMs: 30_000 });
  if (answer === undefined) return 'there is no Windows PowerShell';
  return 'value' in answer ? undefined : answer.failure;
}
