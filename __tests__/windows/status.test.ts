import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { type MsiScene, openMsiScene, writeMachinePath, writePending } from '../../lab/msi/scene.ts';
import { startJob } from '../../lab/runner.ts';
import { diffSnapshots, takeSnapshot } from '../../lab/scope/snapshot.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { Inventory } from '../../src/inventory/document.ts';
import { expectSuccess, repo, setupGo } from './steps.ts';

jest.setTimeout(5 * 60_000);

const schema = JSON.parse(readFileSync(path.join(repo, 'docs/inventory.schema.json'), 'utf8')) as Schema;

await describePrivateWindows('operation: status, junctions played by Unix links', (lab) => {
  let scene: MachineScene;
  let msi: MsiScene;
  const host = (windows: string) => lab.toHost(windows);
  async function status(inputs: Readonly<Record<string, string>> = {}): Promise<[Inventory, string]> {
    const step = await scene.step({ scope: 'job', operation: 'status', ...inputs });
    expectSuccess(step);
    const inventory = JSON.parse(step.outputs['inventory'] ?? '') as Inventory;
    expect(violations(inventory, schema)).toEqual([]);
    return [inventory, step.log];
  }

  beforeAll(async () => {
    scene = await openMachineScene(lab, ['1.98.0', '1.99.1']);
    msi = await openMsiScene(lab, ['1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => {
    await msi?.close();
    await scene?.close();
  });

  it('says that there is none, on a machine without Go', async () => {
    const [inventory, log] = await status();
    expect(inventory).toMatchObject({
      goes: [],
      packages: [],
      path: { machine: { winner: null, place: null, all: [], goroot: null }, job: { winner: null } },
      machineRoot: { there: false, current: null, unfinished: null, rollback: { zip: null, msi: null } },
      reboot: { pending: false, reasons: [], files: [] },
      space: [{ place: 'C:\\', freeBytes: expect.any(Number) }],
      host: { architecture: 'x64', windows: '10.0.19043' },
      notes: [],
    });
    expect(log).toContain('There is no Go on this machine');
  });

  it('finds each Go once, with its owner and its health, and who wins on PATH', async () => {
    for (const version of ['1.98.0', '1.99.1']) expectSuccess(await scene.step({ 'go-version': version }));
    // It warns of the Go that goes before it on PATH.
    expect((await msi.step({ 'go-version': '1.99.2' })).exitCode).toBe(0);
    await startJob(scene.runner);
    const mirror = { 'go-download-base-url': scene.mirror.url };
    expectSuccess(await setupGo(scene.runner, { 'go-version': '1.98.0', ...mirror }));
    const cached = path.join(
      scene.runner.toolCache.host,
      path.basename(path.dirname(path.dirname(scene.tree('1.98.0')))),
    );
    // Of another action: no sidecar. And one that was left half-done.
    const foreign = path.join(scene.runner.toolCache.host, 'go', '1.99.1', 'x64');
    cpSync(scene.tree('1.99.1'), foreign, { recursive: true });
    writeFileSync(`${foreign}.complete`, '');
    mkdirSync(path.join(cached, '1.99.1', 'x64'), { recursive: true });
    // By hand, on the PATH before all others; and a broken one.
    cpSync(scene.tree('1.98.0'), host('C:\\tools\\mygo'), { recursive: true });
    cpSync(scene.tree('1.98.0'), host('C:\\Go'), { recursive: true });
    rmSync(host('C:\\Go\\pkg'), { recursive: true });
    const scoop = `${lab.baseEnvironment['USERPROFILE']}\\scoop\\apps\\go\\1.99.1`;
    cpSync(scene.tree('1.99.1'), host(scoop), { recursive: true });
    mkdirSync(host('C:\\ProgramData\\chocolatey\\lib\\golang'), { recursive: true });
    writeFileSync(
      host('C:\\ProgramData\\chocolatey\\lib\\golang\\golang.nuspec'),
      '<package><metadata><version>1.97.0</version></metadata></package>',
    );
    await writeMachinePath(
      lab,
      'C:\\windows\\system32;C:\\ProgramData\\setup-go-win\\current\\bin;C:\\Program Files\\Go\\bin',
    );
    scene.runner.env['PATH'] = `C:\\tools\\mygo\\bin;${lab.baseEnvironment['PATH']}`;

    const before = await takeSnapshot(scene.runner);
    const [inventory, log] = await status();
    const changes = diffSnapshots(before, await takeSnapshot(scene.runner, before));
    const runners = scene.runner.directory.windows.toLowerCase();
    // The runner's own files; and what Wine writes itself each time that it starts.
    const own = (place: string) => place.toLowerCase().startsWith(runners) || /DriverDateData$/.test(place);
    expect(changes.filter(({ place }) => !own(place))).toEqual([]);

    const seen = inventory.goes.map(({ place, origin, owner, version, state, current }) => [
      ...[place, origin, owner, version, state],
      ...(current ? ['current'] : []),
    ]);
    const toolCache = scene.runner.toolCache.windows;
    const folder = path.basename(cached);
    const versions = `C:\\ProgramData\\setup-go-win\\versions\\${folder}`;
    expect(seen).toEqual([
      [`${toolCache}\\go\\1.99.1\\x64`, 'tool-cache', 'another-action', '1.99.1', 'whole'],
      [`${toolCache}\\${folder}\\1.98.0\\x64`, 'tool-cache', 'setup-go-win', '1.98.0', 'whole'],
      [`${toolCache}\\${folder}\\1.99.1\\x64`, 'tool-cache', 'another-action', '1.99.1', 'torn'],
      [`${versions}\\1.98.0\\x64`, 'machine', 'setup-go-win', '1.98.0', 'whole'],
      [`${versions}\\1.99.1\\x64`, 'machine', 'setup-go-win', '1.99.1', 'whole', 'current'],
      ['C:\\Program Files\\Go', 'msi', 'windows-installer', '1.99.2', 'whole'],
      [scoop, 'scoop', 'scoop', '1.99.1', 'whole'],
      ['C:\\Go', 'by-hand', null, '1.98.0', 'torn'],
    ]);
    expect(inventory.goes.at(-1)?.reason).toContain('compile.exe is missing');
    expect(inventory.goes.find(({ origin }) => origin === 'machine')?.provenance).toMatchObject({
      sha256: scene.releases[0]?.sha256,
      official: false,
    });
    expect(inventory.packages).toEqual([
      { manager: 'chocolatey', place: 'C:\\ProgramData\\chocolatey\\lib\\golang', version: '1.97.0' },
      { manager: 'scoop', place: path.win32.dirname(scoop), version: null },
    ]);
    const current = 'C:\\ProgramData\\setup-go-win\\current\\bin\\go.exe';
    expect(inventory.path.machine).toEqual({
      winner: current,
      place: `${versions}\\1.99.1\\x64`,
      all: [current, 'C:\\Program Files\\Go\\bin\\go.exe'],
      goroot: null,
    });
    expect(inventory.machineRoot).toMatchObject({
      there: true,
      current: `${versions}\\1.99.1\\x64`,
      rollback: { zip: '1.98.0', msi: null },
    });
    expect(log).toContain('go1.99.1 x64 in ');
  });

  it('tells of a restart that will change a Go', async () => {
    // Wine does it whenever it starts, so not before the look at all files.
    await writePending(lab, ['\\??\\C:\\Program Files\\Go\\bin\\go.exe', '']);
    const [{ reboot }, log] = await status();
    expect(reboot).toEqual({
      pending: true,
      reasons: ['1 file(s) are replaced or removed at the next start'],
      files: [{ from: 'C:\\Program Files\\Go\\bin\\go.exe', to: null }],
    });
    expect(log).toContain('A restart of Windows is due: 1 file(s)');
    await writePending(lab, []);
  });

  it('finds a Go by the PATH and GOROOT of the job', async () => {
    await startJob(scene.runner);
    const environment = { PATH: `C:\\tools\\mygo\\bin;${lab.baseEnvironment['PATH']}`, GOROOT: 'C:\\Go' };
    const step = await setupGo(scene.runner, { operation: 'status' }, { env: environment });
    const { path: paths, goes } = JSON.parse(step.outputs['inventory'] ?? '') as Inventory;
    expect(paths.job).toMatchObject({
      winner: 'C:\\tools\\mygo\\bin\\go.exe',
      place: 'C:\\tools\\mygo',
      goroot: 'C:\\Go',
    });
    expect(goes.find(({ place }) => place === 'C:\\tools\\mygo')).toMatchObject({
      origin: 'by-hand',
      owner: null,
      version: '1.98.0',
      state: 'whole',
    });
  });

  it('tells of a change that is unfinished, and leaves it', async () => {
    const journal = path.join(scene.root, 'journal.json');
    const change = {
      ...{ schema: 1, id: 'x', method: 'zip', operation: 'switch', architecture: 'x64', from: '1.98.0' },
      ...{ to: '1.99.1', runner: 'r9', startedAt: '2026-11-25T00:00:00Z', details: {} },
    };
    writeFileSync(journal, JSON.stringify(change));
    const [inventory, log] = await status();
    expect(inventory.machineRoot.unfinished).toMatchObject({ operation: 'switch', runner: 'r9' });
    expect(log).toContain('Unfinished: switch of 1.98.0 → 1.99.1 (zip)');
    writeFileSync(journal, 'damaged');
    const [damaged] = await status();
    expect(damaged.machineRoot.unfinished).toBeNull();
    expect(damaged.notes.join()).toContain('is no JSON');
    expect(readFileSync(journal, 'utf8')).toBe('damaged');
  });
});
