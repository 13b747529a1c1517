import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner, runCommand, startJob } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('several steps of one job', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(['1.98.1', '1.99.1']));
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  async function job(environment: Record<string, string> = {}): Promise<void> {
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url, ...environment } });
    await startJob(runner);
  }
  beforeEach(async () => await job());

  const goroot = (version: string) =>
    `${runner.toolCache.windows}\\${mirrorTool(mirror.url)}\\${version}\\x64`;
  const set = async (version: string, inputs: Record<string, string> = {}) => {
    const step = await setupGo(runner, { 'go-version': version, ...inputs });
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
      exitCode: 0,
      log: '',
    });
    return step;
  };
  /** What a later step of the job sees. */
  const later = async (command: string) => (await runCommand(runner, command)).stdout.trim();
  const version = async () => /go(\d[\w.]*)/.exec(await later('go version'))?.[1];

  it('each get their own version first on PATH, also one that an earlier step had put there', async () => {
    for (const wanted of ['1.98.1', '1.99.1', '1.98.1']) {
      expectSuccess(await set(wanted));
      expect(await version()).toBe(wanted);
      expect(await later('go env GOROOT')).toBe(goroot(wanted));
    }
    const entries = (await later('echo %PATH%')).split(';');
    expect(entries[0]).toBe(`${goroot('1.98.1')}\\bin`);
    const ours = entries.filter((entry) => entry.endsWith('\\x64\\bin'));
    expect(ours).toEqual([`${goroot('1.98.1')}\\bin`, `${goroot('1.99.1')}\\bin`]);
    expect(entries.filter((entry) => entry.endsWith('\\go\\bin'))).toHaveLength(1);
  });

  it("go before what the machine's PATH has, the image's Go among it", async () => {
    await set('1.98.1');
    const machine = `${goroot('1.98.1')}\\bin;${lab.baseEnvironment['PATH'] ?? 'C:\\windows\\system32'}`;
    const { toolCache } = runner;
    runner = await createRunner(lab, {
      toolCache: toolCache.windows,
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url, PATH: machine, GOROOT_1_98_X64: goroot('1.98.1') },
    });
    const step = await set('1.99.1');
    expectSuccess(step);
    expect(step.log).toContain(`It goes before ${goroot('1.98.1')}\\bin\\go.exe`);
    expect(await version()).toBe('1.99.1');
    expect(await later('echo %GOROOT_1_98_X64%')).toBe(goroot('1.98.1'));
    expectSuccess(await set('1.98.1'));
    expect(await version()).toBe('1.98.1');
  });

  it('with set-goroot: false take back the GOROOT of the step before, which would break their Go', async () => {
    await set('1.98.1');
    expectSuccess(await set('1.99.1', { 'set-goroot': 'false' }));
    expect(await later('echo [%GOROOT%]')).toMatch(/^\[(?:%GOROOT%)?\]$/);
    expect(await later('go env GOROOT')).toBe(goroot('1.99.1'));
  });

  it("leave the user's GOROOT alone with set-goroot: false, set before the first step or between the two", async () => {
    await job({ GOROOT: 'C:\\mine' });
    const first = await set('1.98.1', { 'set-goroot': 'false' });
    expect(first.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('C:\\mine') }),
    ]);
    expect(await later('echo %GOROOT%')).toBe('C:\\mine');
    await job();
    await set('1.98.1');
    runner.env['GOROOT'] = 'C:\\mine';
    await set('1.99.1', { 'set-goroot': 'false' });
    expect(await later('echo %GOROOT%')).toBe('C:\\mine');
  });

  it('replace a GOROOT of the machine or of another action, once with a warning', async () => {
    await job({ GOROOT: 'C:\\other action\\go' });
    expect((await set('1.98.1')).annotations.map(({ level }) => level)).toEqual(['warning']);
    expectSuccess(await set('1.99.1'));
    expect(await later('echo %GOROOT%')).toBe(goroot('1.99.1'));
  });

  it("keep the job's GOTOOLCHAIN, and replace what one of them wrote", async () => {
    await job({ GOTOOLCHAIN: 'auto' });
    await set('1.98.1');
    await set('1.99.1');
    expect(await later('echo %GOTOOLCHAIN%')).toBe('auto');
    await job();
    await set('1.98.1', { 'go-toolchain': 'path' });
    expect(await later('echo %GOTOOLCHAIN%')).toBe('path');
    await set('1.99.1', { 'go-toolchain': 'keep' });
    expect(await later('echo %GOTOOLCHAIN%')).toBe('path');
    await set('1.99.1');
    expect(await later('echo %GOTOOLCHAIN%')).toBe('local');
  });

  it("honour go.mod's toolchain line after a step that set GOTOOLCHAIN=local", async () => {
    await set('1.98.1');
    await writeFile(
      path.join(runner.workspace.host, 'go.mod'),
      'module m\n\ngo 1.98.1\n\ntoolchain go1.99.1\n',
    );
    expectSuccess(await set('', { 'go-version-file': 'go.mod' }));
    expect(await version()).toBe('1.99.1');
  });

  it('with update-environment: false leave the job to the step before', async () => {
    await set('1.98.1');
    const step = await set('1.99.1', { 'update-environment': 'false', 'go-toolchain': 'auto' });
    expectSuccess(step);
    expect([step.env, step.path]).toEqual([{}, []]);
    expect(step.outputs['goroot']).toBe(goroot('1.99.1'));
    expect([await version(), await later('echo %GOTOOLCHAIN%')]).toEqual(['1.98.1', 'local']);
  });

  it('find programs of "go install" in GOBIN and GOPATH\\bin', async () => {
    const directory = await lab.newScratch('programs');
    const places = { GOBIN: `${directory.windows}\\tools`, GOPATH: `${directory.windows}\\path` };
    await job(places);
    for (const [folder, name] of [
      ['tools', 'one'],
      ['path/bin', 'two'],
    ] as const) {
      await mkdir(path.join(directory.host, folder), { recursive: true });
      await writeFile(path.join(directory.host, folder, `${name}.cmd`), `@echo ${name}\r\n`);
    }
    expectSuccess(await set('1.98.1'));
    expect(await later('call one\ncall two')).toMatch(/^one\s+two$/);
  });
});
