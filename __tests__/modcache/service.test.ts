import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { askCacheService } from '../../src/modcache/service.ts';

/** The built action, on this machine's own system: its process for the cache service needs no Windows. */
const program = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

let scratch: string;
let service: CacheService;
const before = { ...process.env };
const lines: string[] = [];

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'service-'));
  service = await startCacheService();
  const places = { RUNNER_TEMP: path.join(scratch, 'temp'), GITHUB_WORKSPACE: path.join(scratch, 'work') };
  for (const place of Object.values(places)) mkdirSync(place);
  Object.assign(process.env, service.environment, places, { 'INPUT_MIRROR-TOKEN': 'secret' });
  lines.length = 0;
});
afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await service.close();
  rmSync(scratch, { recursive: true, force: true });
});

const paths = () => [path.join(scratch, 'modules'), path.join(scratch, 'builds')];
async function ask(
  kind: 'look-up' | 'restore' | 'save',
  key: string,
  options: { limitMs?: number; signal?: AbortSignal; restoreKeys?: string[] } = {},
): Promise<string | undefined> {
  const { limitMs = 60_000, signal = new AbortController().signal, restoreKeys = [] } = options;
  return await askCacheService(
    { kind, paths: paths(), key, restoreKeys },
    { limitMs, signal, debug: (line) => lines.push(line), program },
  );
}
function fill(): string {
  for (const directory of paths()) mkdirSync(directory);
  const file = path.join(scratch, 'modules', 'm.go');
  writeFileSync(file, 'package m');
  return file;
}
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the cache service', () => {
  it('saves, finds by key and by its beginning, and restores', async () => {
    const file = fill();
    expect(await ask('look-up', 'a-1')).toBeUndefined();
    expect(await ask('save', 'a-1')).toBe('a-1');
    expect(await ask('look-up', 'a-2', { restoreKeys: ['a-'] })).toBe('a-1');
    for (const directory of paths()) rmSync(directory, { recursive: true });
    expect(await ask('restore', 'a-1')).toBe('a-1');
    expect(readFileSync(file, 'utf8')).toBe('package m');
    expect(lines.join('\n')).toMatch(/Cache restored successfully/);
    expect(lines.join('\n')).not.toMatch(/sig=|s3cr3t/);
  });

  it('refuses a key that there is: that is no success', async () => {
    fill();
    await ask('save', 'a-1');
    await expect(ask('save', 'a-1')).rejects.toThrow(/another job may be creating this cache/);
    expect(service.saved).toHaveLength(1);
  });

  it('that never answers is left alone when the time is up', async () => {
    service.fault = 'hang';
    const started = performance.now();
    await expect(ask('look-up', 'a-1', { limitMs: 3000 })).rejects.toThrow('it took more than 3.0 s');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(service.requests.length).toBeGreaterThan(0);
  });

  it('is left alone when the step is cancelled, which is the reason then', async () => {
    service.fault = 'hang';
    const controller = new AbortController();
    const asked = ask('look-up', 'a-1', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('cancelled')), 500);
    await expect(asked).rejects.toThrow('cancelled');
  });

  it('is told apart from none at all', async () => {
    process.env['ACTIONS_RESULTS_URL'] = '';
    await expect(ask('look-up', 'a-1')).rejects.toMatchObject({ unavailable: true });
  });

  it('is not waited for where the process that asks it ends by itself', async () => {
    const own = path.join(scratch, 'own.mjs');
    writeFileSync(own, 'process.exit(7)');
    const asked = askCacheService(
      { kind: 'save', paths: paths(), key: 'a', restoreKeys: [] },
      { limitMs: 60_000, signal: new AbortController().signal, debug: () => {}, program: own },
    );
    await expect(asked).rejects.toThrow(/exit code 7|EPIPE|channel closed/i);
  });

  // A stand-in for tar that hangs is a shell script here; on Windows the one of the lab would have to be built for it.
  (process.platform === 'win32' ? it.skip : it)(
    'takes tar along when the time is up, and tells it no secret',
    async () => {
      fill();
      const tar = path.join(scratch, 'tar');
      const said = path.join(scratch, 'said');
      writeFileSync(tar, `#!/bin/sh\nenv > ${said}.env\necho $$ > ${said}\nexec sleep 600\n`);
      chmodSync(tar, 0o755);
      process.env['PATH'] = `${scratch}:${process.env['PATH']}`;
      await expect(ask('save', 'a-1', { limitMs: 5000 })).rejects.toThrow('it took more than 5.0 s');
      expect(existsSync(said)).toBe(true);
      const pid = Number(readFileSync(said, 'utf8'));
      for (let left = 50; isAlive(pid) && left > 0; left--) await sleep(100);
      expect(isAlive(pid)).toBe(false);
      expect(readFileSync(`${said}.env`, 'utf8')).not.toMatch(/MIRROR-TOKEN/);
    },
  );
});
