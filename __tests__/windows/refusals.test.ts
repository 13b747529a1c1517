import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { holdFiles } from '../../lab/msi/holder.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step whose tool cache somebody else has open', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1']);
    mirror = await startMirror(releases);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
  });

  const place = () => `${runner.toolCache.windows}\\${tool}\\1.98.1`;
  const listed = () =>
    readdirSync(inToolCache(runner, tool, '1.98.1'), { recursive: true, encoding: 'utf8' }).sort();

  it('and whose build is not the one that is asked for leaves the old tree, and tells the lock from a right', async () => {
    const before = listed();
    // A file that its owner may not share stands for every one that a program has open.
    const marker = `${place()}\\x64.complete`;
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.setup-go-win.json'));
    const holder = await holdFiles(lab, marker);
    const step = await setupGo(runner, { 'go-version': '1.98.1', ...otherBuild() });
    await holder.release();
    expectFailure(step, 'E_LOCKED', /another process has .*x64\.complete open/);
    expect(step.log).toMatch(/files opened without sharing .*: \d+, and 1 of them it has/);
    expect(step.log).toContain('processes that run from ');
    expect(step.log).toContain('(Restart Manager)');
    expect(step.log).toMatch(/refused on .*x64\.complete/);
    expect(listed()).toEqual(before.filter((name) => !name.endsWith('.json')));
    expect(readFileSync(inToolCache(runner, tool, '1.98.1', 'x64', 'VERSION'), 'utf8')).toContain('go1.98.1');
  });

  /** Asks for a tree that we verified, which the one without its sidecar is not. */
  function otherBuild(): Record<string, string> {
    return { checksum: releases[0]?.sha256 ?? '' };
  }

  it('so that it can’t be read, says which file, and what was looked at', async () => {
    const holder = await holdFiles(lab, `${place()}\\x64\\VERSION`);
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    await holder.release();
    expectFailure(step, 'E_LOCKED', /Could not read .*x64: another process has .*VERSION open/);
    expect(step.log).toContain('processes that run from ');
  });

  it('with stop-holders ends nobody that only has a file open', async () => {
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.setup-go-win.json'));
    const holder = await holdFiles(lab, `${place()}\\x64.complete`);
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'stop-holders': 'true', ...otherBuild() });
    expectFailure(step, 'E_LOCKED', /x64\.complete open/);
    expect(step.log).toContain('stop-holders: no process that runs from');
    const alive = await runOnWindows<boolean>(lab, 'return process.kill(args.pid, 0);', { pid: holder.pid });
    expect(alive).toBe(true);
    await holder.release();
  });

  it('a lock is told by its owner’s signs of life: at work, hanging, or gone with its file still open', async () => {
    const scratch = await lab.newScratch('locks');
    const said = await runOnWindows<{ message: string; remedy: string }[]>(
      lab,
      `const { spawn } = await import('node:child_process');
       const { utimesSync, writeFileSync } = await import('node:fs');
       const { acquireLock } = await load('toolcache/lock');
       const { lockFile, ownerFile } = await load('toolcache/layout');
       const fail = async () => {
         try { await acquireLock(args.root, 'go', { runner: 'me', timeoutMs: 300 }); return {}; }
         catch ({ code, message, remedy }) { return { code, message, remedy }; }
       };
       const lock = await acquireLock(args.root, 'go', { runner: 'ci-1 run 7', timeoutMs: 1000 });
       // As an owner that does nothing for minutes: its record is not written any more.
       const fresh = await fail();
       const old = new Date(Date.now() - 200000);
       utimesSync(ownerFile(args.root, 'go'), old, old);
       const silent = await fail();
       await lock.release();
       const hold = "require('fs').openSync(process.argv[1], 2 | 0x10000000); console.log('held'); setInterval(() => {}, 1000)";
       const holder = spawn(process.execPath, ['-e', hold, lockFile(args.root, 'go')], { stdio: ['ignore', 'pipe', 'inherit'] });
       await new Promise((resolve) => holder.stdout.once('data', resolve));
       const { hostname } = await import('node:os');
       writeFileSync(ownerFile(args.root, 'go'), JSON.stringify({ host: hostname(), pid: 1073741820, runner: 'dead', since: 'x' }));
       const dead = await fail();
       holder.kill();
       return [fresh, silent, dead];`,
      { root: scratch.windows },
    );
    expect(said).toEqual([
      expect.objectContaining({
        code: 'E_LOCKED',
        message: expect.stringMatching(/^ci-1 run 7 \(.*and is at work\.$/),
      }),
      expect.objectContaining({ remedy: expect.stringMatching(/^End that process \(taskkill/) }),
      expect.objectContaining({ message: expect.stringMatching(/belonged to dead .*whose process is gone/) }),
    ]);
  });

  it('a directory that is a working directory is told by opening it without sharing', async () => {
    const scratch = await lab.newScratch('cwd');
    await mkdir(path.join(scratch.host, 'tree', 'src', 'a'), { recursive: true });
    const found = await runOnWindows<{ during: string[]; after: string[] }>(
      lab,
      `const { spawn } = await import('node:child_process');
       const { findHeldDirectories } = await load('windows/held-files');
       const cwd = args.tree + '\\\\src';
       const shell = spawn(process.execPath, ['-e', "console.log('there'); setInterval(() => {}, 1000)"], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
       await new Promise((resolve) => shell.stdout.once('data', resolve));
       const during = await findHeldDirectories(args.tree, 30000);
       const gone = new Promise((resolve) => shell.once('exit', resolve));
       shell.kill();
       await gone;
       return { during, after: await findHeldDirectories(args.tree, 30000) };`,
      { tree: `${scratch.windows}\\tree` },
    );
    expect(found).toEqual({ during: [`${scratch.windows}\\tree\\src`], after: [] });
    expect(existsSync(scratch.host)).toBe(true);
  });
});
