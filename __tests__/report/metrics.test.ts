import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeReport } from '../../src/report/closing.ts';
import { metricsText, type StepFacts } from '../../src/report/metrics.ts';
import { startTimeline } from '../../src/report/timeline.ts';
import { listEntries } from '../../src/toolcache/entries.ts';
import { makeToolCache, putEntry } from '../toolcache/trees.ts';
import { readExposition } from './exposition.ts';

const toolchain = (version: string, hit: boolean) =>
  ({
    ...{ version, goVersion: `go${version}`, goroot: 'C:\\go', architecture: 'x64', source: 'mirror' },
    ...{ official: true, hit, sha256: undefined },
  }) as StepFacts['toolchains'][number];

const FACTS: StepFacts = {
  code: 'ok',
  runner: 'build-7',
  endedAt: 1_755_598_272_123,
  tookMs: 12_345,
  toolchains: [toolchain('1.25.3', false), toolchain('1.26.0', true), toolchain('1.25.3', true)],
  timeline: {
    durations: { resolve: 120.5, fetch: 8000 },
    bytes: { downloaded: 78_900_000, unpacked: 270_000_000, removed: 0 },
  },
  present: ['C:\\tools', 'D:\\tools'].flatMap((root) => [
    { root, tool: 'go', version: '1.25.3', architecture: 'x64' as const },
    { root, tool: 'go-0123abcd', version: '1.26.0', architecture: 'arm64' as const },
  ]),
};
const EVERY = { runner: 'build-7' };

describe('the metrics of a step', () => {
  it('are what Prometheus reads, each with help, type and unit', () => {
    const families = readExposition(metricsText(FACTS));
    expect(families.map(({ name, type }) => [name, type])).toEqual(
      [
        ...['build_info', 'run_timestamp_seconds', 'outcome', 'duration_seconds', 'phase_duration_seconds'],
        ...['downloaded_bytes', 'unpacked_bytes', 'removed_bytes', 'tool_cache_hit', 'version_present'],
      ].map((name) => [`setup_go_win_${name}`, 'gauge']),
    );
    const of = (name: string) => families.find((one) => one.name === `setup_go_win_${name}`)?.samples;
    expect(of('run_timestamp_seconds')).toEqual([{ labels: EVERY, value: 1_755_598_272.123 }]);
    expect(of('outcome')).toEqual([{ labels: { code: 'ok', ...EVERY }, value: 1 }]);
    expect(of('duration_seconds')).toEqual([{ labels: EVERY, value: 12.345 }]);
    expect(of('phase_duration_seconds')).toEqual([
      { labels: { phase: 'resolve', ...EVERY }, value: 0.1205 },
      { labels: { phase: 'fetch', ...EVERY }, value: 8 },
    ]);
    expect(of('downloaded_bytes')).toEqual([{ labels: EVERY, value: 78_900_000 }]);
    expect(of('tool_cache_hit')).toHaveLength(2);
    expect(of('version_present')).toEqual([
      { labels: { version: '1.25.3', architecture: 'x64', tool: 'go', ...EVERY }, value: 1 },
      { labels: { version: '1.26.0', architecture: 'arm64', tool: 'go-0123abcd', ...EVERY }, value: 1 },
    ]);
  });

  it('of a step that failed early are those that there are', () => {
    const bytes = { downloaded: 0, unpacked: 0, removed: 0 };
    const text = metricsText({
      ...{ ...FACTS, code: 'E_INPUT', runner: '', toolchains: [], present: [] },
      timeline: { durations: {}, bytes },
    });
    expect(readExposition(text).map(({ name }) => name)).not.toContain('setup_go_win_phase_duration_seconds');
    expect(text).toContain('\nsetup_go_win_outcome{code="E_INPUT"} 1\n');
    expect(text).toContain('\nsetup_go_win_downloaded_bytes 0\n');
  });

  it('keep a runner’s name whatever is in it', () => {
    const runner = 'a "quoted"\\ name\nof two lines, ü';
    const families = readExposition(metricsText({ ...FACTS, runner }));
    expect(families[0]?.samples[0]?.labels['runner']).toBe(runner);
  });
});

describe('the metrics file', () => {
  let cache: ReturnType<typeof makeToolCache>;
  beforeEach(() => {
    cache = makeToolCache();
  });
  afterEach(() => cache.remove());
  const close = (metricsFile: string) =>
    closeReport({
      ...{ code: 'ok', startedAt: Date.now() - 1500, audit: undefined, timeline: startTimeline() },
      ...{ toolchains: [], toolCaches: [cache.root], metricsFile, message: '' },
      leg: {
        name: { file: '', id: '', runner: '', stage: 'scan', attempt: 1, operation: 'status' },
        record: {},
      },
    });

  it('is replaced at once, has what the tool cache has, and leaves no draft', async () => {
    const file = path.join(cache.root, 'go.prom');
    writeFileSync(file, 'old');
    putEntry({ root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' }, 'go1.25.3');
    await close(file);
    const families = readExposition(readFileSync(file, 'utf8'));
    expect(families.find(({ name }) => name.endsWith('version_present'))?.samples).toMatchObject([
      { labels: { version: '1.25.3', architecture: 'x64', tool: 'go' } },
    ]);
    expect(readdirSync(cache.root).sort()).toEqual(['go', 'go.prom']);
  });

  it.each(['nowhere/go.prom', '.'])('that cannot be written (%s) does not fail the step', async (name) => {
    await close(path.join(cache.root, name));
    expect(readdirSync(cache.root)).toEqual([]);
  });
});

describe('the listing of a tool cache', () => {
  it('has every Go with a marker, of all folders, and nothing else', async () => {
    const cache = makeToolCache();
    try {
      const { root } = cache;
      putEntry({ root, tool: 'go', version: '1.25.3', architecture: 'x64' }, 'go1.25.3');
      putEntry({ root, tool: 'go', version: '1.25.3', architecture: 'arm64' }, 'go1.25.3');
      putEntry({ root, tool: 'go-0123abcd', version: '1.26.0-rc.1', architecture: 'x86' }, 'go1.26rc1');
      putEntry({ root, tool: 'node', version: '24.0.0', architecture: 'x64' }, 'go1.25.3');
      const found = await listEntries(root);
      expect(found.map(({ tool, version, architecture }) => `${tool} ${version} ${architecture}`)).toEqual([
        'go 1.25.3 arm64',
        'go 1.25.3 x64',
        'go-0123abcd 1.26.0-rc.1 x86',
      ]);
      expect(await listEntries(path.join(root, 'nowhere'))).toEqual([]);
    } finally {
      cache.remove();
    }
  });
});

describe('a timeline', () => {
  it('counts what is measured inside of a phase for its own phase alone', async () => {
    const timeline = startTimeline();
    const started = performance.now();
    await timeline.measure('publish', async () => {
      await timeline.measure('wait', () => sleep(60));
      await expect(
        timeline.measure('fetch', async () => {
          await sleep(40);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
    });
    await timeline.measure('fetch', () => sleep(20));
    const whole = performance.now() - started;
    const { publish = 0, wait = 0, fetch = 0, ...others } = timeline.durations;
    expect(others).toEqual({});
    expect(wait).toBeGreaterThan(50);
    expect(fetch).toBeGreaterThan(50);
    expect(publish).toBeLessThan(whole - 100);
    expect(publish + wait + fetch).toBeLessThanOrEqual(whole);
  });
});
