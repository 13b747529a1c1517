import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type Holder, runGo } from '../../lab/msi/holder.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { standInPowerShell } from '../../lab/powershell/stand-in.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner, type StepResult } from '../../lab/runner.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import type { Stopped } from '../../src/windows/stop-holders.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describePrivateWindows('real programs that run from a Go, PowerShell being a stand-in', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;
  const holders: Holder[] = [];

  beforeAll(async () => {
    await standInPowerShell(lab);
    releases = await madeUpReleases(['1.98.1', '1.98.10']);
    mirror = await startMirror(releases);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });
  // Who was ended already lets this pass at once.
  afterEach(async () => await Promise.all(holders.splice(0).map((holder) => holder.release())));

  const tree = (version: string) => `${runner.toolCache.windows}\\${tool}\\${version}\\x64`;

  async function start(exe: string, ...files: string[]): Promise<Holder> {
    const holder = await runGo(lab, exe, ...files);
    holders.push(holder);
    return holder;
  }

  const runs = async ({ pid }: Holder) =>
    await runOnWindows<boolean>(
      lab,
      'try { return process.kill(args.pid, 0); } catch (error) { if (error.code === "ESRCH") return false; throw error; }',
      { pid },
    );

  /** A tree that has to be replaced, and that a program of its own does not let go. */
  async function held(): Promise<Holder> {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.setup-go-win.json'));
    return await start(`${tree('1.98.1')}\\bin\\go.exe`, `${tree('1.98.1')}.complete`);
  }

  const replace = async (inputs: Record<string, string> = {}): Promise<StepResult> =>
    await setupGo(runner, { 'go-version': '1.98.1', checksum: releases[0]?.sha256 ?? '', ...inputs });

  it('are named with what they are about, and stop-holders with them', async () => {
    const go = await held();
    const step = await replace();
    expectFailure(
      step,
      'E_LOCKED',
      new RegExp(`go\\.exe \\(process ${go.pid}, since 20.*child of|left behind`),
    );
    expectFailure(step, 'E_LOCKED', /With stop-holders: true the action ends/);
    expect(step.log).toContain(`${tree('1.98.1')}\\bin\\go.exe`);
    expect(await runs(go)).toBe(true);
  });

  it('are ended with stop-holders, and the tree is replaced; what runs elsewhere goes on', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.10' }));
    const neighbour = await start(`${tree('1.98.10')}\\bin\\go.exe`);
    const go = await held();
    const step = await replace({ 'stop-holders': 'true' });
    expectSuccess(step);
    expect(step.log).toMatch(
      new RegExp(`stop-holders: ended what runs from .*go\\.exe \\(process ${go.pid}, `),
    );
    expect(step.log).toContain('Published');
    expect([await runs(go), await runs(neighbour)]).toEqual([false, true]);
  });

  it('are not ended when they are others by now, or run from elsewhere, and the asking process never is', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.10' }));
    const [here, there] = [
      await start(`${tree('1.98.1')}\\bin\\go.exe`),
      await start(`${tree('1.98.10')}\\bin\\go.exe`),
    ];
    const said = await runOnWindows<Record<string, Stopped[]>>(
      lab,
      `const { nameHolders } = await load('windows/holders');
       const { stopHolders } = await load('windows/stop-holders');
       const find = async (directory) => (await nameHolders([], directory)).holders;
       const [here, there] = [await find(args.here), await find(args.there)];
       // As if the search had been mistaken: another start, another place, this very process.
       const younger = here.map((one) => ({ ...one, started: '1' + one.started }));
       const moved = there.map((one) => ({ ...one, path: args.here + '\\\\bin\\\\go.exe' }));
       const self = (await find(process.execPath.replace(/\\\\[^\\\\]+$/, ''))).map((one) => ({ ...one, path: args.here + '\\\\x.exe' }));
       return {
         here, there, self,
         younger: await stopHolders(younger, args.here),
         moved: await stopHolders(moved, args.here),
         asking: await stopHolders(self.filter(({ pid }) => pid === process.pid), args.here),
         outside: await stopHolders(there, args.here),
       };`,
      { here: tree('1.98.1'), there: tree('1.98.10') },
    );
    expect(said['here']).toMatchObject([{ pid: here.pid, evidence: 'runs there' }]);
    expect(said['there']).toMatchObject([{ pid: there.pid, evidence: 'runs there' }]);
    expect(said['younger']).toMatchObject([
      { outcome: 'stays', reason: expect.stringContaining('another process') },
    ]);
    expect(said['moved']).toMatchObject([{ outcome: 'stays', reason: 'it does not run from there' }]);
    expect(said['self']?.length).toBeGreaterThan(0);
    expect([said['asking'], said['outside']]).toEqual([[], []]);
    expect([await runs(here), await runs(there)]).toEqual([true, true]);
  });

  it('from the Go of the machine are ended with stop-holders, and its MSI is upgraded', async () => {
    const scene: MsiScene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
    try {
      expectSuccess(await scene.step({ 'go-version': '1.99.1', 'msi-signature': 'off' }));
      const go = await start('C:\\Program Files\\Go\\bin\\go.exe');
      const inputs = { 'go-version': '1.99.2', 'lock-timeout': '1s', 'msi-signature': 'off' };
      const refused = await scene.step(inputs);
      expectFailure(refused, 'E_MSI_LOCKED', /go\.exe \(process .*With stop-holders: true/);
      expect(await runs(go)).toBe(true);
      const step = await scene.step({ ...inputs, 'stop-holders': 'true' });
      expectSuccess(step);
      expect(step.log).toContain('stop-holders: ended what runs from C:\\Program Files\\Go: go.exe');
      expect([await runs(go), await scene.works()]).toEqual([false, 'go1.99.2']);
    } finally {
      await scene.close();
    }
  });
});
