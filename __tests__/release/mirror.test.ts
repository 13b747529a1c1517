import { describe, expect, it } from '@jest/globals';
import { builtinReleases } from '../../src/release/builtin.ts';
import { selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { goDevWith, origin, PAGE, resolve, resolveFailure, unreachable } from './origins.ts';
import { listOf, recordedList, recordedRelease } from './recorded.ts';

const OTHER = 'cd'.repeat(32);
const KNOWN = recordedRelease('1.25.3');
const NAME = KNOWN.filename;
const builtin = (text: string) =>
  selectVersion(
    parseSpec(text, 'test'),
    builtinReleases('x64').map((one) => one.version),
    'highest',
  );

const mirrorWith = (list: string | Error | undefined, hashes: Record<string, string | Error> = {}) =>
  origin('https://mirror.example/go', { list, hashes });

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
      const mirror = mirrorWith(unreachable('mirror.example'));
      const answer = await resolve(text, { mirror });
      expect(answer).toMatchObject({ version: builtin(text), hashSource: 'built-in index' });
      expect(answer.warnings.join()).toContain('mirror.example refused the connection');
      expect((await resolveFailure(text, { mirror, checkLatest: true })).code).toBe('E_NETWORK');
    }
  });
});

describe('a mirror without a list', () => {
  it.each([
    ['bare', `${OTHER}`],
    ['with a line end', `${OTHER.toUpperCase()}\r\n`],
    ['as sha256sum writes it', `${OTHER}  ${NAME}\n`],
    ['in binary mode, with a path', `${OTHER} *dist/${NAME}\n`],
  ])('serves an exact version with the hash beside the file, %s', async (_form, text) => {
    const answer = await resolve('1.25.3', { mirror: mirrorWith(undefined, { [NAME]: text }) });
    expect(answer).toMatchObject({
      hashSource: 'mirror .sha256',
      official: false,
      asked: ['list', `${NAME}.sha256`],
    });
    expect(answer.release).toMatchObject({ sha256: OTHER, size: 0, filename: NAME });
  });

  it("knows size and origin where the hash beside the file is go.dev's", async () => {
    const answer = await resolve('1.25.3', { mirror: mirrorWith(undefined, { [NAME]: KNOWN.sha256 }) });
    expect(answer).toMatchObject({ release: KNOWN, hashSource: 'mirror .sha256', official: true });
  });

  it('can serve a build that go.dev does not have', async () => {
    const mirror = mirrorWith(undefined, { 'go1.99.0.windows-amd64.zip': OTHER });
    expect(await resolve('1.99.0', { mirror })).toMatchObject({
      version: '1.99.0',
      official: false,
      hashSource: 'mirror .sha256',
    });
  });

  it("goes by the built-in index's hash, else go.dev's list, and notes it", async () => {
    const known = await resolve('1.25.3', { mirror: mirrorWith(undefined) });
    expect(known).toMatchObject({ release: KNOWN, hashSource: 'built-in index', official: true });
    expect(known.notes).toHaveLength(1);
    const goDev = goDevWith(listOf(['go1.99.0']));
    const newer = await resolve('1.99.0', { mirror: mirrorWith(undefined), goDev });
    expect(newer).toMatchObject({ hashSource: 'go.dev list', official: true });
    expect(newer.notes).toHaveLength(1);
  });

  it.each([
    ['go.dev does not list it', {}],
    ['go.dev has no list', { goDev: origin('go.dev', {}, true) }],
    ['go.dev is out of reach', { goDev: goDevWith(unreachable('go.dev')) }],
    ['go.dev answers with a page', { goDev: goDevWith(PAGE) }],
    ['offline', { offline: true }],
  ])('is E_CHECKSUM without a hash anywhere: %s', async (_why, setting) => {
    const error = await resolveFailure('1.99.0', { mirror: mirrorWith(undefined), ...setting });
    expect(error.code).toBe('E_CHECKSUM');
    expect(error.remedy).toContain('input checksum');
    expect(error.evidence).toHaveLength(3);
  });

  it('takes the input checksum and asks for no other', async () => {
    const answer = await resolve('1.99.0', { mirror: mirrorWith(undefined), checksum: OTHER });
    expect(answer).toMatchObject({ hashSource: 'input checksum', official: false, asked: ['list'] });
    const own = await resolve('1.25.3', { mirror: mirrorWith(undefined), checksum: KNOWN.sha256 });
    expect(own).toMatchObject({ hashSource: 'input checksum', official: true });
  });

  it.each(['1.25', 'stable', 'oldstable', 'rc'])(
    'leaves %s to the built-in index, with a warning',
    async (text) => {
      const answer = await resolve(text, { mirror: mirrorWith(undefined) });
      expect(answer).toMatchObject({ version: builtin(text), hashSource: 'built-in index', official: true });
      expect(answer.warnings.join()).toContain('https://mirror.example/go has no release list');
      expect(answer.release.size).toBeGreaterThan(0);
    },
  );

  it('is E_NOT_FOUND for a range that the index has nothing for', async () => {
    const error = await resolveFailure('1.99', { mirror: mirrorWith(undefined) });
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toContain('has no release list');
  });

  it.each([
    `${OTHER}ff`,
    'not found',
    '',
    `${OTHER}  go1.24.1.windows-amd64.zip`,
    `${'ab'.repeat(20)}  ${NAME}`,
  ])('is E_CHECKSUM when the file beside it says %j', async (text) => {
    const error = await resolveFailure('1.25.3', { mirror: mirrorWith(undefined, { [NAME]: text }) });
    expect(error.code).toBe('E_CHECKSUM');
    expect(error.message).toContain(`${NAME}.sha256`);
  });

  it('fails with the network error of the hash file', async () => {
    const mirror = mirrorWith(undefined, { [NAME]: unreachable('mirror.example') });
    expect((await resolveFailure('1.25.3', { mirror })).code).toBe('E_NETWORK');
  });
});

describe('a mirror that answers with a web page', () => {
  it('serves an exact version that is known by its hash elsewhere, with a warning', async () => {
    for (const hashes of [{ [NAME]: KNOWN.sha256 }, { [NAME]: PAGE }, {}]) {
      const answer = await resolve('1.25.3', { mirror: mirrorWith(PAGE, hashes) });
      expect(answer).toMatchObject({ release: KNOWN, official: true });
      expect(answer.warnings.join()).toContain('web page');
    }
  });

  it('is E_LIST where that leaves no hash, and for ranges and aliases', async () => {
    const goDev = goDevWith(listOf(['go1.99.0']));
    expect((await resolveFailure('1.99.0', { mirror: mirrorWith(PAGE), goDev })).code).toBe('E_LIST');
    for (const text of ['1.25', 'stable'])
      expect((await resolveFailure(text, { mirror: mirrorWith(PAGE) })).code).toBe('E_LIST');
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
