import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, finishJob, type Runner } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { newestMinors } from '../../src/release/builtin-minors.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step that plans what others do', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;
  beforeAll(async () => {
    mirror = await startMirror([
      ...(await madeUpReleases(['1.97.0', '1.97.8', '1.98.0', '1.98.2', '1.99.1', '1.100rc1'])),
      ...(await madeUpReleases(['1.98.2'], { architectures: ['arm64'] })),
    ]);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });
  const goMod = async (text: string) => await writeFile(path.join(runner.workspace.host, 'go.mod'), text);

  it('with dry-run says which Go it would install, and changes nothing', async () => {
    const step = await setupGo(runner, { 'go-version': 'stable', 'dry-run': 'true', summary: 'always' });
    expectSuccess(step);
    const goroot = `${runner.toolCache.windows}\\${tool}\\1.99.1\\x64`;
    expect(step.outputs).toMatchObject({
      'go-version': '1.99.1',
      goroot,
      'tool-cache-hit': 'false',
      source: 'mirror',
      'supported-minors': '["1.98","1.99"]',
    });
    expect(step.log).toContain('Would install go1.99.1 from ');
    expect(step.log).toContain('Dry run: nothing was changed');
    expect(step.summary).toContain('Go that would be set up');
    expect([step.env, step.path]).toEqual([{}, []]);
    expect(readdirSync(runner.toolCache.host)).toEqual([]);
    expect(mirror.requests.filter(({ asked }) => asked === 'files')).toEqual([]);
    expect(await finishJob(runner)).toMatchObject([{ exitCode: 0 }]);
  });

  it('with dry-run finds what is there, takes no lease and leaves what a killed run left', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.2' }));
    for (const end of await finishJob(runner)) expectSuccess(end);
    const snapshot = () => readdirSync(runner.toolCache.host, { recursive: true, encoding: 'utf8' }).sort();
    await writeFile(inToolCache(runner, tool, '1.98.2', '.x64-0123abcd'), '');
    const before = snapshot();
    const step = await setupGo(runner, { 'go-version': '1.98.x\n1.97.x', 'dry-run': 'true' });
    expectSuccess(step);
    expect(JSON.parse(step.outputs['versions'] ?? '')).toMatchObject([
      { 'go-version': '1.98.2', 'tool-cache-hit': true },
      { 'go-version': '1.97.8', 'tool-cache-hit': false },
    ]);
    expect(snapshot()).toEqual(before);
  });

  it('with dry-run fails as the step itself would', async () => {
    expectFailure(
      await setupGo(runner, { 'go-version': '1.50.1', 'dry-run': 'true' }),
      'E_NOT_FOUND',
      /1\.50\.1/,
    );
    expectFailure(
      await setupGo(runner, { 'go-version': '1.25.3', 'dry-run': 'true', offline: 'true' }),
      'E_NETWORK',
      /offline rules out/,
    );
    expect(existsSync(inToolCache(runner, '.setup-go-win'))).toBe(false);
  });

  it('tells the minors by the list that it read, else by the built-in index', async () => {
    const listed = await setupGo(runner, { 'go-version': 'oldstable' });
    expect(listed.outputs['supported-minors']).toBe('["1.98","1.99"]');
    mirror.forget();
    const hit = await setupGo(runner, { 'go-version': '1.98.2' });
    expect(hit.outputs['supported-minors']).toBe(JSON.stringify(newestMinors));
    expect(mirror.requests).toEqual([]);
    const arm = await setupGo(runner, { 'go-version': 'stable', architecture: 'arm64', 'dry-run': 'true' });
    expect(arm.outputs['supported-minors']).toBe('["1.98"]');
  });

  it('tells the minors that can build the module, where its go.mod names the version', async () => {
    await goMod('module m\n\ngo 1.99.0\n\ntoolchain go1.99.1\n');
    expect((await setupGo(runner, {})).outputs['supported-minors']).toBe('["1.99"]');
    await goMod('module m\n\ngo 1.97\n');
    expect((await setupGo(runner, { 'check-latest': 'true' })).outputs['supported-minors']).toBe(
      '["1.98","1.99"]',
    );
  });

  it('takes the oldest release of what go.mod claims, chosen by the list though the tool cache has another', async () => {
    await goMod('module m\n\ngo 1.97\n\ntoolchain go1.99.1\n');
    expect((await setupGo(runner, { 'go-version': '1.97.8' })).outputs['go-version']).toBe('1.97.8');
    const lowest = { 'go-version-file': 'go.mod', resolution: 'lowest' };
    const step = await setupGo(runner, lowest);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ 'go-version': '1.97.0', 'tool-cache-hit': 'false' });
    expect(step.log).toContain('go.mod line 3 (go)');
    expect((await setupGo(runner, lowest)).outputs).toMatchObject({
      'go-version': '1.97.0',
      'tool-cache-hit': 'true',
    });
    const arm = { 'go-version': '>=1.97.0', resolution: 'lowest', architecture: 'arm64', 'dry-run': 'true' };
    expect((await setupGo(runner, arm)).outputs['go-version']).toBe('1.98.2');
  });

  it('has a lease on each of several versions, and gives all of them back', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.2\n1.97.8\n1.97.x' });
    expectSuccess(step);
    expect(JSON.parse(step.outputs['versions'] ?? '')).toHaveLength(3);
    const leases = () =>
      readdirSync(inToolCache(runner, '.setup-go-win', 'leases')).map((name) =>
        name.split('.').slice(0, 3).join('.'),
      );
    expect(leases().sort()).toEqual([`${tool}-1.97.8-x64`, `${tool}-1.98.2-x64`]);
    for (const end of await finishJob(runner)) expectSuccess(end);
    expect(leases()).toEqual([]);
  });
});
