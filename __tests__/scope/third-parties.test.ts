import { createCipheriv } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { holdFiles } from '../../lab/msi/holder.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner, runCommand, startJob, startStep } from '../../lab/runner.ts';
import { type Manager, type ManagerTask, startManager } from '../../lab/scope/manager.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, repo, setupGo } from '../windows/steps.ts';

jest.setTimeout(10 * 60_000);

/** Bytes that no archive makes smaller. */
function noise(bytes: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

await describeWindows('another process that removes a version from the tool cache during a run', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;
  let managers: Manager[];

  beforeAll(async () => {
    const large = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`src/large/${index}`, noise(500_000 + index)]),
    );
    mirror = await startMirror([
      ...(await madeUpReleases(['1.98.1', '1.98.2'])),
      ...(await madeUpReleases(['1.98.3'], { files: large })),
    ]);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    managers = [];
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });
  afterEach(async () => {
    mirror.clearFaults();
    for (const manager of managers) await manager.stop();
  });

  const inTool = (...names: string[]) => [runner.toolCache.windows, tool, ...names].join('\\');
  async function manage(...tasks: ManagerTask[]): Promise<Manager> {
    const manager = await startManager(lab, tasks);
    managers.push(manager);
    return manager;
  }
  const start = async (inputs: Record<string, string>, env: Record<string, string> = {}) => {
    await startJob(runner);
    return await startStep(repo, inputs, runner, { env });
  };
  /** `go version` of the step waits here until the manager lets it go on. */
  async function gate(at: 'start' | 'end') {
    const { windows } = await lab.newScratch('gate');
    const name = `${windows}\\go`;
    return {
      env: { LAB_GO_GATE: name, LAB_GO_GATE_AT: at },
      during: (task: ManagerTask): ManagerTask => ({
        ...task,
        when: `${name}.asked`,
        report: `${name}.open`,
      }),
    };
  }
  async function expectNextRunInstalls(version: string): Promise<void> {
    await startJob(runner);
    expectSuccess(await setupGo(runner, { 'go-version': version }));
    expect((await runCommand(runner, 'go version')).stdout).toContain(`go${version} windows/amd64`);
  }

  it('before the lock is free is nothing: the version is installed', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.complete'));
    const holder = await holdFiles(
      lab,
      `${runner.toolCache.windows}\\.setup-go-win\\locks\\${tool}-1.98.1-x64.lock`,
    );
    const running = await start({ 'go-version': '1.98.1' });
    while (!/Waiting for another process/.test(await running.log())) await sleep(50);
    const manager = await manage({ remove: [inTool()] });
    expect(await manager.done()).toEqual([]);
    expect(existsSync(inToolCache(runner, tool))).toBe(false);
    await holder.release();
    const step = await running.result;
    expectSuccess(step);
    expect(step.outputs['tool-cache-hit']).toBe('false');
    expect((await runCommand(runner, 'go version')).stdout).toContain('go1.98.1 windows/amd64');
  });

  it('while it is unpacked is a failure that says so, and the next run installs', async () => {
    mirror.fault('files', { kind: 'slow', bytesPerSecond: 300_000 });
    const manager = await manage({
      when: inTool('1.98.3', '.x64-*', 'src', 'large', '*'),
      remove: [inTool('1.98.3')],
    });
    const step = await (await start({ 'go-version': '1.98.3' })).result;
    await manager.done();
    expectFailure(step, 'E_VERIFY', /something else removed .*(?:configuration manager|clean-up job)/is);
    expect(existsSync(inToolCache(runner, tool, '1.98.3', 'x64.complete'))).toBe(false);
    mirror.clearFaults();
    await expectNextRunInstalls('1.98.3');
  });

  it.each(['start', 'end'] as const)(
    'while go version runs after an installation (at its %s) is that, and no Go that is not as asked',
    async (at) => {
      const { env, during } = await gate(at);
      const manager = await manage(during({ remove: [inTool('1.98.1')] }));
      const step = await (await start({ 'go-version': '1.98.1' }, env)).result;
      // A program that runs can't be removed, and so its directories can't.
      expect(await manager.done()).toContain(inTool('1.98.1', 'x64', 'bin', 'go.exe'));
      expectFailure(step, 'E_VERIFY', /Something else removed .*1\.98\.1\\x64 .*VERSION was there/);
      expect(step.annotations.at(-1)?.message).toMatch(/a configuration manager, a clean-up job/);
      expect(existsSync(inToolCache(runner, tool, '1.98.1', 'x64.complete'))).toBe(false);
      expect(existsSync(inToolCache(runner, tool, '1.98.1', 'x64'))).toBe(false);
      await expectNextRunInstalls('1.98.1');
    },
  );

  /** A step that finds its Go, and whose `go version` is running when another process removes that. */
  async function removedWhileAsked(at: 'start' | 'end') {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    const { env, during } = await gate(at);
    const manager = await manage(during({ remove: [inTool('1.98.1')] }));
    const step = await (await start({ 'go-version': '1.98.1', verify: 'always' }, env)).result;
    await manager.done();
    return step;
  }

  it('while go version runs on a hit is that, too, and later steps get nothing', async () => {
    const step = await removedWhileAsked('start');
    expectFailure(step, 'E_VERIFY', /Something else removed .*1\.98\.1\\x64 .*VERSION/);
    await expectNextRunInstalls('1.98.1');
  });

  it('when go version has answered on a hit is seen with the lease: the step installs it again', async () => {
    const step = await removedWhileAsked('end');
    expectSuccess(step);
    expect(step.log).toContain('was taken away meanwhile, as by a prune: looking again');
    expect(step.outputs['tool-cache-hit']).toBe('false');
    expect(existsSync(inToolCache(runner, tool, '1.98.1', 'x64', 'bin', 'go.exe'))).toBe(true);
  });

  it.each<[string, (...names: string[]) => string[], RegExp]>([
    ['the version', (version) => [inTool(version)], /VERSION, go\.exe, x64\.complete were there/],
    ['its marker', (version) => [inTool(version, 'x64.complete')], /x64\.complete was there/],
    ['the tool folder', () => [inTool()], /Something else removed /],
  ])('on a hit, while the step installs another one, is that: %s', async (_what, remove, message) => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    const { env, during } = await gate('start');
    const manager = await manage(during({ remove: remove('1.98.1') }));
    const step = await (await start({ 'go-version': '1.98.1\n1.98.2' }, env)).result;
    await manager.done();
    expectFailure(step, 'E_VERIFY', message);
    await expectNextRunInstalls('1.98.1');
  });

  it('of another version is nothing to the step', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    const { env, during } = await gate('start');
    const manager = await manage(during({ remove: [path.win32.join(inTool('1.98.1'))] }));
    expectSuccess(await (await start({ 'go-version': '1.98.2' }, env)).result);
    expect(await manager.done()).toEqual([]);
  });
});
