import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { expect, it, jest } from '@jest/globals';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { goTreeOf } from '../../lab/releases/wheel.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows } from '../../lab/windows/suite.ts';
import type { Account } from '../../src/windows/elevation.ts';
import type { HeldFiles } from '../../src/windows/held-files.ts';
import type { HolderSearch } from '../../src/windows/holders.ts';
import type { PowerShellAnswer } from '../../src/windows/powershell.ts';

jest.setTimeout(120_000);

const FIND_HELD = `const { findHeld } = await load('windows/held-files');
  return findHeld(args.directory, { first: ['bin'], budgetMs: 30000 });`;

await describeWindows('facts of Windows', (lab) => {
  it('name the account, and what whoami does not say stays unknown', async () => {
    const account = await runOnWindows<Account>(
      lab,
      `const { readAccount } = await load('windows/elevation'); return readAccount();`,
    );
    expect(account.sid).toMatch(/^S-1-5-/);
    expect(account.reason).not.toBe('');
    if (lab.kind === 'wine') expect(account.elevated).toBeUndefined();
    else expect(typeof account.elevated).toBe('boolean');
  });

  it('tell of PowerShell, or why it gives no answer', async () => {
    const answer = await runOnWindows<PowerShellAnswer | undefined>(
      lab,
      `const { runPowerShell } = await load('windows/powershell');
       return runPowerShell('@{ text = $a.text; list = @(1, 2) }', { text: 'ä "quoted" $x' });`,
    );
    // Wine's powershell.exe is there, does nothing, and ends with 0.
    if (lab.kind === 'wine') expect(answer ?? undefined).toBeUndefined();
    else expect(answer).toEqual({ value: { text: 'ä "quoted" $x', list: [1, 2] } });
  });

  it('find a file that another process holds, and only that one', async () => {
    const scratch = await lab.newScratch('held');
    for (const file of ['bin/go.exe', 'bin/gofmt.exe', 'pkg/tool/x/compile.exe', 'VERSION', 'src/a.go']) {
      await mkdir(path.dirname(path.join(scratch.host, file)), { recursive: true });
      await writeFile(path.join(scratch.host, file), file);
    }
    const directory = scratch.windows;
    expect(await runOnWindows<HeldFiles>(lab, FIND_HELD, { directory })).toEqual({
      held: [],
      denied: [],
      looked: 5,
      complete: true,
    });
    const found = await runOnWindows<HeldFiles & { after: HeldFiles }>(
      lab,
      `const { spawn } = await import('node:child_process');
       const file = args.directory + '\\\\pkg\\\\tool\\\\x\\\\compile.exe';
       const hold = "require('fs').openSync(process.argv[1], 2 | 0x10000000); console.log('held'); setInterval(() => {}, 1000)";
       const holder = spawn(process.execPath, ['-e', hold, file], { stdio: ['ignore', 'pipe', 'inherit'] });
       await new Promise((resolve) => holder.stdout.once('data', resolve));
       const { findHeld } = await load('windows/held-files');
       const during = await findHeld(args.directory);
       const gone = new Promise((resolve) => holder.once('exit', resolve));
       holder.kill();
       await gone;
       return { ...during, after: await findHeld(args.directory) };`,
      { directory },
    );
    expect(found.held).toEqual([`${directory}\\pkg\\tool\\x\\compile.exe`]);
    expect(found).toMatchObject({ looked: 5, denied: [], after: { held: [] } });
  });

  it('find a program that runs, and name its process as well as Windows lets them', async () => {
    const [release] = await madeUpReleases(['1.99.1'], { sabotage: 'hang' });
    const scratch = await lab.newScratch('running');
    for (const entry of await goTreeOf(release?.path ?? '')) {
      const file = path.join(scratch.host, entry.name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, inflateRawSync(entry.data));
    }
    const directory = `${scratch.windows}\\go`;
    const running = lab.spawn(`${directory}\\bin\\go.exe`, ['version'], {
      env: lab.baseEnvironment,
      stdoutFile: path.join(scratch.host, 'output'),
    });
    try {
      await sleep(2000);
      const found = await runOnWindows<HeldFiles>(lab, FIND_HELD, { directory });
      expect(found.held).toEqual([`${directory}\\bin\\go.exe`]);
      const search = await runOnWindows<HolderSearch>(
        lab,
        `const { nameHolders } = await load('windows/holders'); return nameHolders(args.held, args.directory);`,
        { held: found.held, directory },
      );
      expect(search.holders).toContainEqual(expect.objectContaining({ name: 'go.exe' }));
      if (lab.kind === 'wine') expect(search.looked.join('\n')).toContain('no Windows PowerShell');
    } finally {
      running.kill();
      await running.exited;
    }
  });

  it('tell of restarts and services', async () => {
    const { reboot, services } = await runOnWindows<Record<'reboot' | 'services', unknown>>(
      lab,
      `const { readRebootFacts } = await load('windows/reboot');
       const { readServices } = await load('windows/services');
       return { reboot: await readRebootFacts(), services: await readServices(['msiserver', 'no-such-service']) };`,
    );
    expect(reboot).toMatchObject({
      renames: expect.any(Array),
      servicing: expect.any(Boolean),
      setup: false,
      installation: expect.any(String),
    });
    expect(services).toEqual([
      { name: 'msiserver', start: 3, disabled: false },
      { name: 'no-such-service', disabled: false },
    ]);
  });
});
