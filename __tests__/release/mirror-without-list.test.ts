import { describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import {
  builtin,
  goDevWith,
  KNOWN,
  mirrorWith,
  NAME,
  OTHER,
  origin,
  PAGE,
  resolve,
  resolveFailure,
  unreachable,
} from './origins.ts';
import { listOf } from './recorded.ts';

describe('a mirror without a list', () => {
  it.each([
    ['bare', `${OTHER}`],
    ['with a line end', `${OTHER.toUpperCase()}\r\n`],
    ['as sha256sum writes it', `${OTHER}  ${NAME}\n`],
    ['in binary mode, with a path', `${OTHER} *dist/${NAME}\n`],
    ['with the name of a build of its own', `${OTHER}  go1.25.3-1.windows-amd64.zip\n`],
    ['with a path of Windows', `\\${OTHER} *dist\\\\${NAME}\r\n`],
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

  it('may refuse to list its directory: an exact version goes on without', async () => {
    const refused = new SetupError('E_NETWORK', 'The server refused it with status 403.', {
      remedy: 'Check.',
    });
    const answer = await resolve('1.25.3', { mirror: mirrorWith(refused, { [NAME]: OTHER }) });
    expect(answer).toMatchObject({ hashSource: 'mirror .sha256' });
    expect(answer.notes.join()).toContain('status 403');
    const goDev = goDevWith(listOf(['go1.99.0']));
    expect(await resolve('1.99.0', { mirror: mirrorWith(refused), goDev })).toMatchObject({
      hashSource: 'go.dev list',
    });
    const nothing = mirrorWith(refused, { 'go1.99.0.windows-amd64.zip': refused });
    expect((await resolveFailure('1.99.0', { mirror: nothing })).message).toContain('status 403');
  });

  it('is E_NOT_FOUND for a range that the index has nothing for', async () => {
    const error = await resolveFailure('1.99', { mirror: mirrorWith(undefined) });
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toContain('has no release list');
  });

  it.each([`${OTHER}ff`, 'not found', '', `${'ab'.repeat(20)}  ${NAME}`])(
    'is E_CHECKSUM when the file beside it says %j',
    async (text) => {
      const error = await resolveFailure('1.25.3', { mirror: mirrorWith(undefined, { [NAME]: text }) });
      expect(error.code).toBe('E_CHECKSUM');
      expect(error.message).toContain(`${NAME}.sha256`);
    },
  );

  it('whose hash file is out of reach leaves it to the index, with a warning', async () => {
    const mirror = mirrorWith(undefined, { [NAME]: unreachable('mirror.example') });
    const answer = await resolve('1.25.3', { mirror });
    expect(answer).toMatchObject({ release: KNOWN, hashSource: 'built-in index' });
    expect(answer.warnings.join()).toContain('mirror.example refused the connection');
  });

  it('fails with the network error of the hash file where the index has no hash', async () => {
    const mirror = mirrorWith(undefined, { 'go1.99.0.windows-amd64.zip': unreachable('mirror.example') });
    expect((await resolveFailure('1.99.0', { mirror })).code).toBe('E_NETWORK');
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
