import { describe, expect, it } from '@jest/globals';
import {
  builtin,
  goDevWith,
  KNOWN,
  mirrorWith,
  NAME,
  OTHER,
  origin,
  resolve,
  resolveFailure,
  unreachable,
} from './origins.ts';
import { listOf, recordedList } from './recorded.ts';

describe("a mirror's list", () => {
  it.each(['1.25.3', '1.25', '^1.25.0', 'stable', 'rc'])(
    'answers %s before the built-in index, with its own hash',
    async (text) => {
      const mirror = mirrorWith(listOf(['go1.25.3', 'go1.24.1'], () => OTHER));
      const answer = await resolve(text, { mirror });
      expect(answer).toMatchObject({
        version: '1.25.3',
        hashSource: 'mirror list',
        official: false,
        asked: ['list'],
      });
      expect(answer.release).toMatchObject({ sha256: OTHER, size: 7 });
    },
  );

  it("gives the official Go where the hash is go.dev's for that very file", async () => {
    const mirror = mirrorWith(recordedList);
    expect(await resolve('1.25.3', { mirror })).toMatchObject({
      release: KNOWN,
      hashSource: 'mirror list',
      official: true,
    });
    const passedOff = mirrorWith(listOf(['go1.24.1'], () => KNOWN.sha256));
    expect(await resolve('1.24.1', { mirror: passedOff })).toMatchObject({ official: false });
  });

  it('has the oldest match for the lowest resolution', async () => {
    const mirror = mirrorWith(listOf(['go1.25.9', 'go1.25.3']));
    expect(await resolve('1.25', { mirror, resolution: 'lowest' })).toMatchObject({
      version: '1.25.3',
      asked: ['list'],
    });
  });

  it('that lacks a version is E_NOT_FOUND, naming what the mirror has, though go.dev has it', async () => {
    const mirror = mirrorWith(listOf(['go1.25.7', 'go1.24.1']));
    const error = await resolveFailure('1.25.3', { mirror });
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toContain('https://mirror.example/go');
    expect(error.remedy).toContain('1.25.7, 1.24.1');
    expect((await resolveFailure('1.26', { mirror })).code).toBe('E_NOT_FOUND');
  });

  it('that lacks the hash leaves it to the .sha256 file and the index', async () => {
    const list = listOf(['go1.25.3'], () => '');
    const beside = mirrorWith(list, { [NAME]: OTHER });
    expect(await resolve('1.25', { mirror: beside })).toMatchObject({
      hashSource: 'mirror .sha256',
      official: false,
    });
    const alone = await resolve('1.25', { mirror: mirrorWith(list) });
    expect(alone).toMatchObject({ release: KNOWN, hashSource: 'built-in index', official: true });
    expect(alone.notes.join()).toContain('built-in index');
  });

  it.each(['[]', '{"error":"x"}', recordedList.slice(0, 900), '', 'Forbidden'])(
    'that is not sound is E_LIST, whatever is asked for',
    async (list) => {
      for (const text of ['1.25.3', '1.25', 'stable'])
        expect((await resolveFailure(text, { mirror: mirrorWith(list, { [NAME]: OTHER }) })).code).toBe(
          'E_LIST',
        );
    },
  );

  it('that is out of reach fails an exact version with the first error', async () => {
    const error = await resolveFailure('1.25.3', {
      mirror: mirrorWith(unreachable('mirror.example'), { [NAME]: OTHER }),
    });
    expect([error.code, error.message]).toEqual(['E_NETWORK', 'mirror.example refused the connection.']);
  });

  it('that is out of reach leaves ranges and aliases to the index, with a warning, or fails with check-latest', async () => {
    for (const text of ['1.25', 'stable']) {
      const down = unreachable('mirror.example');
      const mirror = mirrorWith(down, { [`go${builtin(text)}.windows-amd64.zip`]: down });
      const answer = await resolve(text, { mirror });
      expect(answer).toMatchObject({ version: builtin(text), hashSource: 'built-in index' });
      expect(answer.warnings.join()).toContain('mirror.example refused the connection');
      expect((await resolveFailure(text, { mirror, checkLatest: true })).code).toBe('E_NETWORK');
    }
  });
});

describe('a local mirror, offline', () => {
  it('serves what it has and go.dev is not asked', async () => {
    const goDev = goDevWith();
    const mirror = origin('D:\\mirror', { list: listOf(['go1.99.0'], () => OTHER) });
    expect(await resolve('stable', { mirror, goDev, offline: true })).toMatchObject({
      version: '1.99.0',
      official: false,
    });
    const bare = origin('D:\\mirror', {});
    expect(await resolve('1.25', { mirror: bare, goDev, offline: true })).toMatchObject({
      version: builtin('1.25'),
    });
    expect(goDev.asked).toEqual([]);
  });
});

describe('official-only with a mirror', () => {
  it("takes the hash of an exact version from the index or go.dev's list, and asks the mirror nothing", async () => {
    const mirror = mirrorWith(
      listOf(['go1.25.3'], () => OTHER),
      { [NAME]: OTHER },
    );
    expect(await resolve('1.25.3', { mirror, officialOnly: true })).toMatchObject({
      release: KNOWN,
      official: true,
      asked: [],
    });
    const goDev = goDevWith(listOf(['go1.99.0']));
    expect(await resolve('1.99.0', { mirror, goDev, officialOnly: true })).toMatchObject({
      hashSource: 'go.dev list',
      official: true,
    });
  });

  it("chooses among the mirror's versions, with go.dev's hash", async () => {
    const mirror = mirrorWith(listOf(['go1.25.3', 'go1.25.0'], () => OTHER));
    const answer = await resolve('1.25', { mirror, officialOnly: true });
    expect(answer).toMatchObject({
      release: KNOWN,
      hashSource: 'built-in index',
      official: true,
      asked: ['list'],
    });
  });

  it('fails for a version that go.dev does not know', async () => {
    const mirror = mirrorWith(listOf(['go1.25.99'], () => OTHER));
    for (const text of ['1.25', '1.25.99']) {
      const error = await resolveFailure(text, { mirror, officialOnly: true });
      expect(error.code).toBe('E_NOT_FOUND');
      expect(error.message).toContain('at go.dev');
    }
  });
});

describe('go.dev as the base URL', () => {
  it('is no mirror', async () => {
    const mirror = origin('https://go.dev/dl', { list: listOf(['go1.99.0']) }, true);
    const goDev = goDevWith();
    expect(await resolve('1.25.3', { mirror, goDev })).toMatchObject({
      hashSource: 'built-in index',
      asked: [],
    });
    expect(await resolve('stable', { mirror, goDev })).toMatchObject({
      version: '1.99.0',
      hashSource: 'go.dev list',
      official: true,
    });
    expect(goDev.asked).toEqual([]);
  });
});
