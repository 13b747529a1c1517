import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { type Family, readExposition } from '../report/exposition.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

// One runner's story: each test goes on where the one before it ended.
await describeWindows('the metrics file', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let file: string;
  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(['1.98.1']));
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    file = path.join(runner.workspace.host, 'setup-go.prom');
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  const step = async (inputs: Record<string, string>) =>
    await setupGo(runner, { 'go-version': '1.98.1', 'metrics-file': lab.toWindows(file), ...inputs });
  const families = () => readExposition(readFileSync(file, 'utf8'));
  const values = (all: Family[], name: string) =>
    all.find((one) => one.name === `setup_go_win_${name}`)?.samples ?? [];

  it('of an installation has its phases and bytes', async () => {
    expectSuccess(await step({}));
    const all = families();
    expect(values(all, 'outcome')).toMatchObject([{ labels: { code: 'ok' }, value: 1 }]);
    expect(values(all, 'tool_cache_hit')).toMatchObject([
      { labels: { version: '1.98.1', architecture: 'x64' }, value: 0 },
    ]);
    const phases = values(all, 'phase_duration_seconds');
    expect(phases.map(({ labels }) => labels['phase']).sort()).toEqual(
      ['fetch', 'publish', 'resolve', 'verify', 'wait'].sort(),
    );
    const sum = phases.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeGreaterThan(0.01);
    expect(sum).toBeLessThanOrEqual(values(all, 'duration_seconds')[0]?.value ?? 0);
    expect(values(all, 'downloaded_bytes')[0]?.value).toBeGreaterThan(100_000);
    expect(values(all, 'unpacked_bytes')[0]?.value).toBeGreaterThan(100_000);
    expect(values(all, 'version_present')).toMatchObject([
      { labels: { version: '1.98.1', architecture: 'x64', tool: mirrorTool(mirror.url) }, value: 1 },
    ]);
    expect(Math.abs((values(all, 'run_timestamp_seconds')[0]?.value ?? 0) - Date.now() / 1000)).toBeLessThan(
      600,
    );
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.prom'))).toEqual([
      'setup-go.prom',
    ]);
  });

  it('of a hit says so, and has no bytes', async () => {
    expectSuccess(await step({ 'metrics-file': 'setup-go.prom' }));
    const all = families();
    expect(values(all, 'tool_cache_hit')).toMatchObject([{ value: 1 }]);
    expect(values(all, 'downloaded_bytes')).toMatchObject([{ value: 0 }]);
    expect(values(all, 'phase_duration_seconds')).toEqual([]);
  });

  it.each([
    ['E_NOT_FOUND', { 'go-version': '1.98.99' }, /1\.98\.99/],
    ['E_INPUT', { 'check-latest': 'maybe' }, /check-latest/],
  ])('of a failure has its code: %s', async (code, inputs, message) => {
    await rm(file, { force: true });
    expectFailure(await step(inputs as Record<string, string>), code, message);
    expect(values(families(), 'outcome')).toMatchObject([{ labels: { code }, value: 1 }]);
  });

  it('that cannot be written is a warning', async () => {
    const done = await step({ 'metrics-file': 'C:\\no such directory\\go.prom' });
    expect(done.exitCode).toBe(0);
    expect(done.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/The metrics file .* cannot be written: .*ENOENT/) },
    ]);
    expect(existsSync(lab.toHost('C:\\no such directory'))).toBe(false);
  });
});
