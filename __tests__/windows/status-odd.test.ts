import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { writeMachinePath } from '../../lab/msi/scene.ts';
import { diffSnapshots, takeSnapshot } from '../../lab/scope/snapshot.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { Inventory } from '../../src/inventory/document.ts';
import { expectSuccess, repo } from './steps.ts';

jest.setTimeout(5 * 60_000);

const schema = JSON.parse(readFileSync(path.join(repo, 'docs/inventory.schema.json'), 'utf8')) as Schema;
const UNINSTALL = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

await describePrivateWindows('operation: status on an odd machine, junctions played by Unix links', (lab) => {
  let scene: MachineScene;
  const host = (windows: string) => lab.toHost(windows);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  beforeAll(async () => {
    scene = await openMachineScene(lab, ['1.98.0']);
    expectSuccess(await scene.step({ 'go-version': '1.98.0' }));
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('tells of a change and a history that somebody has edited what can be told', async () => {
    write(path.join(scene.root, 'journal.json'), '{"schema":1,"method":"zip","from":7,"details":{}}');
    const successes = [
      { method: 'zip', architecture: 'x64', from: 1.98, fromTree: 'C:\\x' },
      { method: 'msi', architecture: 'x64', from: {} },
    ];
    write(path.join(scene.root, 'history.json'), JSON.stringify({ schema: 1, successes }));
    const sidecar = `${scene.tree('1.98.0')}.setup-go-win.json`;
    const record = readFileSync(sidecar, 'utf8');
    write(sidecar, record.replace(/"installedAt": "[^"]*"/, '"installedAt": 7'));
    const step = await scene.step({ scope: 'job', operation: 'status' });
    write(sidecar, record);
    rmSync(path.join(scene.root, 'journal.json'));
    expectSuccess(step);
    const inventory = JSON.parse(step.outputs['inventory'] ?? '') as Inventory;
    expect(violations(inventory, schema)).toEqual([]);
    expect(inventory.machineRoot).toMatchObject({
      unfinished: null,
      rollback: { zip: null, msi: null },
    });
    for (const name of ['journal', 'history'])
      expect(inventory.notes.join()).toMatch(new RegExp(`${name}\\.json is none that this version can read`));
  });

  it('tells what there is in one document by its schema, and changes nothing', async () => {
    const whole = ['C:\\tools\\my go', 'C:\\Gö\\ünïcode 漢字', 'C:\\semi;colon\\go'];
    for (const place of whole) cpSync(scene.tree('1.98.0'), host(place), { recursive: true });
    write(host('C:\\notpe\\bin\\go.exe'), '#!/bin/sh');
    write(host('C:\\notpe\\VERSION'), '::error::not a version\n');
    write(host('C:\\empty\\bin\\go.exe'), '');
    mkdirSync(host('C:\\directory\\bin\\go.exe'), { recursive: true });
    write(host('C:\\shims\\go.exe'), 'MZ');
    write(host('C:\\go.exe'), 'MZ');
    // Of a tool cache: a marker alone, a tree alone, a file in the place of a tree, another version's tree, a torn record, names of no version.
    const folder = path.join(scene.runner.toolCache.host, 'go');
    for (const name of ['1.97.1/x64.complete', '1.97.3/x64.complete', '1.97.4/x86.complete'])
      write(path.join(folder, name), '');
    for (const name of ['1.97.2/x64', '1.97/x64', 'latest/x64'])
      mkdirSync(path.join(folder, name), { recursive: true });
    write(path.join(folder, '1.97.3/x64'), 'a file');
    cpSync(scene.tree('1.98.0'), path.join(folder, '1.97.4/x86'), { recursive: true });
    write(path.join(folder, '1.97.4/x86.setup-go-win.json'), '{"schema":1,"sha2');
    write(host('C:\\ProgramData\\chocolatey\\lib\\golang\\golang.nuspec'), '<package><metadata><vers');
    write(host(`${lab.baseEnvironment['USERPROFILE']}\\scoop\\apps\\go\\1.99.9`), 'a file');
    write(path.join(scene.root, 'history.json'), '{{');
    // Two products whose places nobody knows.
    for (const digit of ['5', '6']) {
      const key = `${UNINSTALL}\\{11111111-2222-4333-8444-${digit.repeat(12)}}`;
      const name = `Go Programming Language amd64 go1.9${digit}.1`;
      await lab.run('C:\\windows\\system32\\reg.exe', ['add', key, '/v', 'DisplayName', '/d', name, '/f']);
    }
    await writeMachinePath(
      lab,
      [
        ...[
          '"C:\\tools\\my go\\bin"',
          '%NOSUCH%\\bin',
          '%SystemDrive%\\notpe\\bin',
          '\\\\nosuch\\share\\bin',
        ],
        ...[
          'Q:\\go\\bin',
          'go\\bin',
          '.',
          '',
          '  ',
          'C:go\\bin',
          'C:/empty/bin/',
          '"C:\\semi;colon\\go\\bin"',
        ],
        ...['C:\\Gö\\ünïcode 漢字\\bin\\', 'C:\\directory\\bin', 'C:\\shims', 'C:\\', '"unclosed'],
      ].join(';'),
    );
    const many = Array.from({ length: 1500 }, (_, index) => `C:\\none${index}\\bin`).join(';');
    const env = {
      PATH: `${lab.baseEnvironment['PATH']};${many};C:\\tools\\my go\\bin`,
      GOROOT: '\\\\nosuch\\share\\go',
    };

    const before = await takeSnapshot(scene.runner);
    const step = await scene.step({ scope: 'job', operation: 'status' }, { env });
    const changes = diffSnapshots(before, await takeSnapshot(scene.runner, before));
    const runners = scene.runner.directory.windows.toLowerCase();
    const own = (place: string) => place.toLowerCase().startsWith(runners) || /DriverDateData$/.test(place);
    expect(changes.filter(({ place }) => !own(place))).toEqual([]);
    expectSuccess(step);

    const inventory = JSON.parse(step.outputs['inventory'] ?? '') as Inventory;
    expect(violations(inventory, schema)).toEqual([]);
    const seen = inventory.goes.map(({ place, origin, goVersion, state }) => [
      origin,
      goVersion,
      state,
      place,
    ]);
    const torn = (version: string, architecture: string) => [
      ...['tool-cache', `go${version}`, 'torn'],
      `${scene.runner.toolCache.windows}\\go\\${version}\\${architecture}`,
    ];
    expect(seen.filter(([origin]) => origin !== 'machine')).toEqual([
      torn('1.97.1', 'x64'),
      torn('1.97.2', 'x64'),
      torn('1.97.3', 'x64'),
      torn('1.97.4', 'x86'),
      ['msi', 'go1.95.1', 'absent', ''],
      ['msi', 'go1.96.1', 'absent', ''],
      ['by-hand', 'go1.98.0', 'whole', 'C:\\tools\\my go'],
      ['by-hand', '::error::not a version', 'torn', 'C:\\notpe'],
      ['by-hand', 'go1.98.0', 'whole', 'C:\\semi;colon\\go'],
      ['by-hand', 'go1.98.0', 'whole', 'C:\\Gö\\ünïcode 漢字'],
    ]);
    expect(inventory.packages.map(({ manager, version }) => [manager, version])).toEqual([
      ['chocolatey', null],
      ['scoop', null],
    ]);
    const files = [
      ...['C:\\tools\\my go\\bin\\go.exe', 'C:\\notpe\\bin\\go.exe', 'C:\\empty\\bin\\go.exe'],
      ...['C:\\semi;colon\\go\\bin\\go.exe', 'C:\\Gö\\ünïcode 漢字\\bin\\go.exe', 'C:\\shims\\go.exe'],
      'C:\\go.exe',
    ];
    expect(inventory.path.machine).toEqual({
      ...{ winner: files[0], place: 'C:\\tools\\my go', all: files, goroot: null },
    });
    expect(inventory.path.job).toMatchObject({ winner: files[0], goroot: '\\\\nosuch\\share\\go' });
    expect(inventory.notes).toEqual([expect.stringContaining('history.json is damaged')]);
  });
});
