import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('a policy with install-method: msi', (lab) => {
  let scene: MsiScene;

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  async function step(rules: object, inputs: Record<string, string>) {
    const file = path.join(scene.runner.workspace.host, 'go-policy.json');
    await writeFile(file, JSON.stringify({ name: 'Ours', method: 'msi', ...rules }));
    return await scene.step({ policy: 'go-policy.json', ...inputs });
  }

  it('refuses version, source and an age that nobody knows before the package is fetched', async () => {
    for (const [rules, message] of [
      [
        { versions: { forbidden: ['1.99.1'] } },
        /Go 1\.99\.1.* is refused: the rule versions\.forbidden\[0\]/,
      ],
      [
        { sources: ['go.dev'] },
        /the rule sources .* it comes from http:\/\/127\.0\.0\.1:\d+\/dl\/go1\.99\.1\.windows-amd64\.msi/,
      ],
      [{ officialOnly: true }, /the rule officialOnly/],
      // VERSION lies within the package, and the made-up Go is in no index.
      [{ minimumAge: { days: 14, unknown: 'stop' } }, /the rule minimumAge .* nobody knows when it came out/],
    ] as const)
      for (const dry of ['false', 'true'])
        expectFailure(await step(rules, { 'go-version': '1.99.1', 'dry-run': dry }), 'E_POLICY', message);
    expect(scene.mirror.requests.filter(({ asked }) => asked === 'files')).toEqual([]);
    expect(readdirSync(scene.root).filter((name) => name === 'msi')).toEqual([]);
  });

  it('lets a range pass over the newest, and asks what is registered by its own VERSION', async () => {
    const rules = {
      versions: { forbidden: ['1.99.2'] },
      sources: [scene.mirror.url],
      minimumAge: { days: 14, unknown: 'allow' },
    };
    const done = await step(rules, { 'go-version': '1.99.x' });
    expectSuccess(done);
    expect(done.log).toContain(
      'Go 1.99.2 is passed over by the rule versions.forbidden[0] of the policy: 1.99.1 is taken',
    );
    expect(await scene.works()).toBe('go1.99.1');
    // It is known where the package came from, and how old it is.
    const again = await step(
      { ...rules, minimumAge: { days: 14, unknown: 'stop' } },
      { 'go-version': '1.99.x' },
    );
    expectSuccess(again);
    expect(again.outputs['tool-cache-hit']).toBe('true');
  });

  it('refuses what is registered, and leaves it and the machine alone', async () => {
    const msiexec = await scriptedProgram(lab, 'msiexec');
    await msiexec.play([]);
    for (const rules of [
      { versions: { allowed: ['1.98.x'] } },
      { sources: ['https://mirror.example'] },
      { minimumAge: { days: 3650, unknown: 'allow' } },
    ]) {
      for (const inputs of [{ 'go-version': '1.99.1' }, { operation: 'repair' }] as Record<string, string>[])
        expectFailure(await step(rules, inputs), 'E_POLICY', /Go 1\.99\.1.* is refused: the rule /);
    }
    expectFailure(await scene.step({ policy: 'none.json', operation: 'repair' }), 'E_INPUT', /none\.json/);
    expect(await msiexec.calls()).toEqual([]);
    await msiexec.remove();
    expect(await scene.works()).toBe('go1.99.1');
  });

  it('refuses a rollback to what it forbids, and the upgrade stays', async () => {
    expectSuccess(await step({}, { 'go-version': '1.99.2' }));
    const forbids = { versions: { forbidden: ['1.99.1'] } };
    for (const inputs of [
      { operation: 'rollback' },
      { operation: 'switch', 'go-version': '1.99.1' },
    ] as Record<string, string>[])
      expectFailure(
        await step(forbids, inputs),
        'E_POLICY',
        /Go 1\.99\.1.* is refused: the rule versions\.forbidden\[0\]/,
      );
    expect(await scene.works()).toBe('go1.99.2');
    expectSuccess(await step({ sources: [scene.mirror.origin] }, { operation: 'rollback' }));
    expect(await scene.works()).toBe('go1.99.1');
  });

  it('lets anyone uninstall what it forbids', async () => {
    expectSuccess(await step({ versions: { forbidden: ['*'] } }, { operation: 'uninstall' }));
    expect(await scene.works()).toBe('');
  });
});
