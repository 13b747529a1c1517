import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowsLab } from '../windows/lab.ts';

/** Starts a program with a command line as it is, and writes what became of it into a file. */
const LAUNCH = `
const { spawn } = require('node:child_process');
const [ask, answer] = process.argv.slice(2);
const { exe, line } = JSON.parse(require('node:fs').readFileSync(ask, 'utf8'));
// Verbatim goes for the program's own name, too, which then has to bring its quotes.
const argv0 = exe.includes(' ') ? '"' + exe + '"' : exe;
const child = spawn(exe, [line], { argv0, windowsVerbatimArguments: true, stdio: 'ignore' });
child.on('error', (error) => { throw error; });
child.on('exit', (code) => require('node:fs').writeFileSync(answer, String(code)));
`;

/**
 * Runs a Windows program by the Windows node, with a command line of which nothing is quoted or changed.
 * @param exe Windows path
 * @param line all that follows the program's name
 * @returns the exit code as a Windows process sees it, all 32 bits (the host gets 8 of them)
 * @throws Error when it can't be started
 */
export async function runExactly(lab: WindowsLab, exe: string, line: string): Promise<number> {
  const scratch = await lab.newScratch('exactly');
  const windows = (name: string) => `${scratch.windows}\\${name}`;
  const host = (name: string) => path.join(scratch.host, name);
  await writeFile(host('launch.cjs'), LAUNCH);
  await writeFile(host('ask.json'), JSON.stringify({ exe, line }));
  const end = await lab.run(lab.node, [windows('launch.cjs'), windows('ask.json'), windows('answer')]);
  const answer = await readFile(host('answer'), 'utf8').catch(() => undefined);
  if (answer === undefined) throw new Error(`${exe} ${line} was not run: ${end.stderr}`);
  return Number(answer);
}

/**
 * A registry key with all below it, as `reg export` writes it.
 * @param key `HKLM\\SOFTWARE\\…`
 * @returns the file's bytes (UTF-16LE with a byte order mark), or undefined where there is no such key
 */
export async function exportKey(
  lab: WindowsLab,
  key: string,
  view: '64' | '32' = '64',
): Promise<Buffer | undefined> {
  const scratch = await lab.newScratch('registry');
  const reg = `${lab.baseEnvironment['SystemRoot']}\\system32\\reg.exe`;
  await lab.run(reg, ['export', key, `${scratch.windows}\\key.reg`, '/y', `/reg:${view}`]);
  return await readFile(path.join(scratch.host, 'key.reg')).catch(() => undefined);
}
