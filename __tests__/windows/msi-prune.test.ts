import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { holdFiles } from '../../lab/msi/holder.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

const [FIRST, BEFORE, NOW] = ['1.98.1', '1.98.2', '1.99.1'] as const;

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('operation: prune, install-method: msi', (lab) => {
  let scene: MsiScene;
  beforeAll(async () => {
    scene = await openMsiScene(lab, [FIRST, BEFORE, NOW]);
    for (const version of [FIRST, BEFORE, NOW]) expectSuccess(await scene.step({ 'go-version': version }));
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  const store = () => path.join(scene.root, 'msi');
  const kept = () =>
    readdirSync(store())
      .flatMap((name) => /^go([\d.]+)-x64-/.exec(name)?.[1] ?? [])
      .sort();
  const prune = async (more: Record<string, string> = {}) =>
    await scene.step({ operation: 'prune', 'keep-versions': '1', ...more });
  const pruned = (step: StepResult) =>
    (JSON.parse(step.outputs['pruned'] ?? '') as { 'go-version': string }[]).map((one) => one['go-version']);

  it('leaves an MSI that another process has open, whole, and says so', async () => {
    expect(kept()).toEqual([FIRST, BEFORE, NOW]);
    const [name = ''] = readdirSync(store()).filter((one) => one.startsWith(`go${FIRST}-`));
    const [msi = ''] = readdirSync(path.join(store(), name)).filter((one) => one.endsWith('.msi'));
    const holder = await holdFiles(lab, lab.toWindows(path.join(store(), name, msi)));
    try {
      const step = await prune();
      expect(step.exitCode).toBe(0);
      expect(step.annotations).toMatchObject([
        { level: 'warning', message: expect.stringMatching(/Could not remove \S+go1\.98\.1-x64-.*It stays/) },
      ]);
      expect(pruned(step)).toEqual([]);
    } finally {
      await holder.release();
    }
    expect(readdirSync(path.join(store(), name)).sort()).toEqual([msi, 'package.json'].sort());
  });

  it('keeps those of the Go that is registered and of the one before, as its dry run says', async () => {
    const before = await scene.state();
    const dry = await prune({ 'dry-run': 'true' });
    expectSuccess(dry);
    expect(kept()).toEqual([FIRST, BEFORE, NOW]);
    const step = await prune();
    expectSuccess(step);
    expect(kept()).toEqual([BEFORE, NOW]);
    for (const name of ['pruned', 'bytes-freed']) expect(step.outputs[name]).toBe(dry.outputs[name]);
    const [first] = JSON.parse(step.outputs['pruned'] ?? '');
    expect(first).toMatchObject({ 'go-version': FIRST, architecture: 'x64', official: false });
    expect(first.msi).toMatch(/\\msi\\go1\.98\.1-x64-[0-9a-f]{8}$/);
    expect(step.log).toMatch(/keep {4}\S+go1\.99\.1-x64-\S+: Windows Installer has it registered/);
    expect(step.log).toMatch(/keep {4}\S+go1\.98\.2-x64-\S+: a rollback returns to it/);
    expect(step.summary).toContain('Kept MSIs of Go: ');
    expect(await scene.state()).toEqual(before);
    expect(await scene.works()).toBe(`go${NOW}`);
  });

  it('leaves the way back: a rollback asks nobody for an MSI', async () => {
    scene.mirror.forget();
    expectSuccess(await scene.step({ operation: 'rollback' }));
    expect(await scene.works()).toBe(`go${BEFORE}`);
    expect(scene.mirror.requests).toEqual([]);
  });

  it('removes logs of msiexec and lists of files that are old, and none of the last change or of what a rollback returns to', async () => {
    const records = () =>
      ['logs', 'msi'].flatMap((name) =>
        readdirSync(path.join(scene.root, name))
          .filter((file) => /\.(?:log|files\.json)$/.test(file))
          .map((file) => path.join(scene.root, name, file)),
      );
    const old = new Date(Date.now() - 60 * 86_400_000);
    // Four changes, three products: of those one is registered, and one a rollback returns to.
    expect(records().filter((file) => file.endsWith('.log'))).toHaveLength(4);
    expect(records().filter((file) => file.endsWith('.json'))).toHaveLength(3);
    const [last = ''] = records().filter((file) => /rollback-[^\\/]*\.log$/.test(file));
    for (const file of records()) if (file !== last) utimesSync(file, old, old);
    const dry = await prune({ 'dry-run': 'true', summary: 'always' });
    expectSuccess(dry);
    expect(records()).toHaveLength(7);
    const step = await prune({ summary: 'always' });
    expectSuccess(step);
    expect(records().filter((file) => file.endsWith('.log'))).toEqual([last]);
    expect(records().filter((file) => file.endsWith('.json'))).toHaveLength(2);
    expect(Number(step.outputs['bytes-freed'])).toBeGreaterThan(1000);
    expect(step.outputs['bytes-freed']).toBe(dry.outputs['bytes-freed']);
    expect(step.summary).toMatch(/in 4 log\(s\) of msiexec, lists of files/);
    const audited = readFileSync(scene.lab.toHost(step.outputs['audit-path'] ?? ''), 'utf8');
    expect(audited).toMatch(/"action":"prune","target":"[^"]*\.files\.json"/);
    expectSuccess(await scene.step({ operation: 'rollback' }));
    expect(await scene.works()).toBe(`go${NOW}`);
  });

  it('leaves a log that another process has open, says so, and removes it later', async () => {
    const logs = () => readdirSync(path.join(scene.root, 'logs')).sort();
    const held = path.join(scene.root, 'logs', 'repair-01234567-1-repair.log');
    const old = new Date(Date.now() - 60 * 86_400_000);
    writeFileSync(held, 'a log');
    utimesSync(held, old, old);
    const holder = await holdFiles(lab, lab.toWindows(held));
    try {
      const step = await prune();
      expect(step.exitCode).toBe(0);
      expect(step.annotations).toMatchObject([
        {
          level: 'warning',
          message: expect.stringMatching(/Could not remove \S+repair-01234567-1-repair\.log/),
        },
      ]);
      expect(step.outputs['bytes-freed']).toBe('0');
    } finally {
      await holder.release();
    }
    expect(logs()).toContain('repair-01234567-1-repair.log');
    const step = await prune();
    expectSuccess(step);
    expect(step.outputs['bytes-freed']).toBe('5');
    expect(logs()).not.toContain('repair-01234567-1-repair.log');
  });
});
