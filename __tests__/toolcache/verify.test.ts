import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { goExecutable } from '../../src/toolcache/layout.ts';
import { runGoVersion } from '../../src/toolcache/verify.ts';
import { makeToolCache } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
beforeEach(() => {
  cache = makeToolCache();
});
afterEach(() => cache.remove());

const go = { version: '1.25.3', architecture: 'x64' as const };
const good = 'go version go1.25.3 windows/amd64';

/** A go.exe that is a shell script, where such a thing can be run. */
function putProgram(script: string, mode = 0o755): void {
  mkdirSync(path.join(cache.root, 'bin'));
  writeFileSync(goExecutable(cache.root), `#!/bin/sh\n${script}\n`, { mode });
}

const describeUnix = process.platform === 'win32' ? describe.skip : describe;

describeUnix('what go version says', () => {
  it('is given when it is what was asked for, whatever the job sets for Go', async () => {
    process.env['GOTOOLCHAIN'] = 'go1.99.0';
    try {
      putProgram(`[ "$GOTOOLCHAIN" = local ] && echo "${good}"`);
      expect(await runGoVersion(cache.root, go, 'x64')).toBe(good);
    } finally {
      delete process.env['GOTOOLCHAIN'];
    }
  });

  it('is asked without the directory in which go would count its own use', async () => {
    process.env['APPDATA'] = '/app/data';
    try {
      putProgram(`[ -z "$APPDATA" ] && echo "${good}"`);
      expect(await runGoVersion(cache.root, go, 'x64')).toBe(good);
    } finally {
      delete process.env['APPDATA'];
    }
  });

  it.each([
    ['another version', 'echo "go version go1.25.4 windows/amd64"', /says "go version go1\.25\.4/],
    ['another architecture', 'echo "go version go1.25.3 windows/386"', /says/],
    ['nothing', '', /says ""/],
    ['an error', 'echo broken >&2; exit 3', /ended with 3: broken/],
  ])('is E_VERIFY with the answer: %s', async (_case, script, message) => {
    putProgram(script);
    await expect(runGoVersion(cache.root, go, 'x64')).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringMatching(message),
    });
  });

  it('is E_VERIFY where it is no program', async () => {
    await expect(runGoVersion(cache.root, go, 'x64')).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringContaining('ENOENT'),
    });
  });

  it('is E_PERMISSION where the machine does not let it run', async () => {
    putProgram(`echo "${good}"`, 0o644);
    await expect(runGoVersion(cache.root, go, 'x64')).rejects.toMatchObject({
      code: 'E_PERMISSION',
      message: expect.stringMatching(/does not let .*go\.exe run: Windows answered EACCES\.$/),
      remedy: expect.stringMatching(/AppLocker.*Application Control.*software restriction/),
    });
  });

  it('is not waited for by a cancelled step', async () => {
    putProgram('exec sleep 600');
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    const started = performance.now();
    await expect(runGoVersion(cache.root, go, 'x64', controller.signal)).rejects.toThrow('cancelled');
    // Without the signal it is given up after 60 s.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('is asked again while a scanner keeps the program from reading its own tree', async () => {
    putProgram(`[ -e "$0.free" ] || { echo "cannot find GOROOT" >&2; exit 2; }\necho "${good}"`);
    setTimeout(() => writeFileSync(`${goExecutable(cache.root)}.free`, ''), 500);
    expect(await runGoVersion(cache.root, go, 'x64')).toBe(good);
  });

  it('is waited for while a scanner keeps the program from being started', async () => {
    putProgram(`echo "${good}"`, 0o644);
    setTimeout(() => chmodSync(goExecutable(cache.root), 0o755), 300);
    expect(await runGoVersion(cache.root, go, 'x64')).toBe(good);
  });
});
