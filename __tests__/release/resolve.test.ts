import { describe, expect, it } from '@jest/globals';
import { builtinDate, builtinReleases } from '../../src/release/builtin.ts';
import { toGoVersion } from '../../src/release/names.ts';
import { selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { goDevWith, origin, PAGE, resolve, resolveFailure, unreachable } from './origins.ts';
import { listOf, recordedList, recordedRelease } from './recorded.ts';

const OTHER = 'cd'.repeat(32);

/** What the built-in index of this day says; the tests must not depend on that day. */
const builtin = (text: string, resolution: 'highest' | 'lowest' = 'highest') =>
  selectVersion(
    parseSpec(text, 'test'),
    builtinReleases('x64', 'zip').map((one) => one.version),
    resolution,
  );

describe('an exact version, without a mirror', () => {
  it('that the built-in index knows needs no network, not even with check-latest or offline', async () => {
    for (const setting of [{}, { checkLatest: true }, { offline: true }, { officialOnly: true }]) {
      const answer = await resolve('1.25.3', setting);
      expect(answer).toMatchObject({ hashSource: 'built-in index', official: true, asked: [], warnings: [] });
      expect(answer.release).toEqual(recordedRelease('1.25.3'));
    }
  });

  it('is the ZIP of the architecture', async () => {
    const { release } = await resolve('go1.25rc1', { architecture: 'arm64' });
    expect(release).toEqual(recordedRelease('1.25.0-rc.1', 'arm64'));
  });

  it("that is newer than the index comes from go.dev's list", async () => {
    const answer = await resolve('1.99.1', { goDev: goDevWith(listOf(['go1.99.1', 'go1.99.0'])) });
    expect(answer).toMatchObject({
      version: '1.99.1',
      hashSource: 'go.dev list',
      official: true,
      asked: ['go.dev list'],
    });
    expect(answer.release).toMatchObject({ sha256: 'ab'.repeat(32), size: 7 });
  });

  it('that there is not is E_NOT_FOUND, naming the nearest', async () => {
    const error = await resolveFailure('1.26.99');
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.remedy).toContain('1.26.7');
  });

  it('that is not published for the architecture says so', async () => {
    const error = await resolveFailure('1.20rc2', { architecture: 'arm64' });
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toContain('only for x86 and x64');
  });

  it('that go.dev has no SHA-256 for is E_CHECKSUM, unless the user has it', async () => {
    const error = await resolveFailure('1.5.2');
    expect(error.code).toBe('E_CHECKSUM');
    expect(error.remedy).toContain('checksum');
    const listed = listOf(['go1.99.0'], () => '');
    expect(await resolveFailure('1.99.0', { goDev: goDevWith(listed) })).toMatchObject({
      code: 'E_CHECKSUM',
    });
    const { release, hashSource, official } = await resolve('1.5.2', { checksum: OTHER });
    expect([release.sha256, release.size, hashSource, official]).toEqual([OTHER, 0, 'input checksum', false]);
  });

  it('that needs the list fails with the cause when there is no sound list', async () => {
    expect((await resolveFailure('1.99.0', { goDev: goDevWith(unreachable('go.dev')) })).code).toBe(
      'E_NETWORK',
    );
    expect((await resolveFailure('1.99.0', { goDev: origin('go.dev', {}, true) })).code).toBe('E_NETWORK');
    for (const list of [PAGE, '[]', recordedList.slice(0, 900), '{"error":"x"}'])
      expect((await resolveFailure('1.99.0', { goDev: goDevWith(list) })).code).toBe('E_LIST');
  });

  it('that needs the list is told that offline rules this out', async () => {
    const goDev = goDevWith();
    const error = await resolveFailure('1.99.0', { offline: true, goDev });
    expect(error.code).toBe('E_NETWORK');
    expect(error.message).toContain('Offline');
    expect(error.message).toContain(builtinDate);
    expect(goDev.asked).toEqual([]);
  });
});

describe('a range or an alias, without a mirror', () => {
  it.each([
    ['1.26', '1.26.7'],
    ['*', '1.27.0'],
    ['stable', '1.27.0'],
    ['oldstable', '1.26.7'],
    ['rc', '1.27.0'],
    ['>=1.22.0 <1.26', '1.25.14'],
  ])("%s is %s of go.dev's list", async (text, version) => {
    expect(await resolve(text)).toMatchObject({
      version,
      hashSource: 'go.dev list',
      official: true,
      asked: ['go.dev list'],
      warnings: [],
    });
  });

  it.each(['1.26', 'stable', 'oldstable', 'rc'])(
    '%s is answered by the index, with a warning, when the list is out of reach',
    async (text) => {
      for (const goDev of [goDevWith(unreachable('go.dev')), origin('go.dev', {}, true)]) {
        const answer = await resolve(text, { goDev });
        expect(answer).toMatchObject({
          version: builtin(text),
          hashSource: 'built-in index',
          official: true,
        });
        expect(answer.warnings.join()).toContain(builtinDate);
      }
    },
  );

  it('fails with check-latest when the list is out of reach', async () => {
    for (const text of ['1.26', 'stable']) {
      const error = await resolveFailure(text, {
        checkLatest: true,
        goDev: goDevWith(unreachable('go.dev')),
      });
      expect([error.code, error.message]).toEqual(['E_NETWORK', 'go.dev refused the connection.']);
      expect((await resolveFailure(text, { checkLatest: true, offline: true })).code).toBe('E_NETWORK');
    }
  });

  it('is never answered by the index when the list is there but not sound', async () => {
    for (const list of [PAGE, '[]', recordedList.slice(0, 900), '{"error":"x"}'])
      expect((await resolveFailure('1.26', { goDev: goDevWith(list) })).code).toBe('E_LIST');
  });

  it('that nothing matches is E_NOT_FOUND, or the network error that kept us from knowing', async () => {
    expect((await resolveFailure('1.99')).code).toBe('E_NOT_FOUND');
    expect((await resolveFailure('1.99', { goDev: goDevWith(unreachable('go.dev')) })).code).toBe(
      'E_NETWORK',
    );
    expect((await resolveFailure('1.99', { offline: true })).code).toBe('E_NETWORK');
  });

  it('is answered by the index when offline, which is noted', async () => {
    const answer = await resolve('1.26', { offline: true });
    expect(answer).toMatchObject({ version: builtin('1.26'), asked: [], warnings: [] });
    expect(answer.notes.join()).toContain('Offline');
  });

  it('has its oldest match in the index, for the lowest resolution', async () => {
    expect(await resolve('1.25', { resolution: 'lowest' })).toMatchObject({
      version: '1.25.0',
      hashSource: 'built-in index',
      asked: [],
    });
    expect(await resolve('>=1.22.0', { resolution: 'lowest' })).toMatchObject({
      version: '1.22.0',
      asked: [],
    });
    // arm64 is there from Go 1.17 on, and go1.20 has no .0 in its name.
    expect(await resolve('>=1.16', { resolution: 'lowest', architecture: 'arm64' })).toMatchObject({
      version: '1.17.0',
    });
    expect(await resolve('1.20', { resolution: 'lowest' })).toMatchObject({
      version: '1.20.0',
      release: { filename: 'go1.20.windows-amd64.zip' },
    });
    const goDev = goDevWith(listOf(['go1.99.1', 'go1.99.0']));
    expect(await resolve('1.99', { resolution: 'lowest', goDev })).toMatchObject({
      version: '1.99.0',
      asked: ['go.dev list'],
    });
    expect(await resolve('stable', { resolution: 'lowest' })).toMatchObject({
      version: '1.27.0',
      asked: ['go.dev list'],
    });
  });
});

describe('the input checksum', () => {
  it('wins, in any case, and says where another hash is known', async () => {
    const answer = await resolve('1.25.3', { checksum: OTHER.toUpperCase() });
    expect(answer).toMatchObject({ hashSource: 'input checksum', official: false });
    expect(answer.release).toMatchObject({ sha256: OTHER, size: 0 });
    expect(answer.warnings.join()).toContain(recordedRelease('1.25.3').sha256);
  });

  it("that is the list's own keeps size and official, with official-only too", async () => {
    const known = recordedRelease('1.25.3');
    for (const officialOnly of [false, true]) {
      const answer = await resolve('1.25.3', { checksum: known.sha256, officialOnly });
      expect(answer).toMatchObject({
        release: known,
        hashSource: 'input checksum',
        official: true,
        warnings: [],
      });
    }
  });

  it("that is the hash in go.dev's list keeps official, though the index does not know it", async () => {
    const goDev = goDevWith(listOf(['go1.99.0']));
    expect(await resolve('1.99.0', { goDev, checksum: 'ab'.repeat(32) })).toMatchObject({
      official: true,
      hashSource: 'input checksum',
    });
    expect(await resolve('1.99.0', { goDev, checksum: OTHER })).toMatchObject({ official: false });
  });

  it("that is not go.dev's is refused with official-only", async () => {
    expect((await resolveFailure('1.25.3', { checksum: OTHER, officialOnly: true })).code).toBe('E_CHECKSUM');
  });
});

describe('every release of the built-in index', () => {
  it('is found by both spellings, as its own file', async () => {
    for (const architecture of ['x64', 'x86', 'arm64'] as const) {
      for (const known of builtinReleases(architecture, 'zip')) {
        for (const text of [known.version, toGoVersion(known.version)]) {
          const checksum = known.sha256 === '' ? OTHER : undefined;
          const { release } = await resolve(text, { architecture, checksum, offline: true });
          expect(release.filename).toBe(known.filename);
          expect(release.sha256).toBe(checksum ?? known.sha256);
        }
      }
    }
  });
});
