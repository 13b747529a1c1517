import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SetupError } from '../../src/errors.ts';
import { parseReleaseList } from '../../src/release/list.ts';
import { failure, listOf, recorded, recordedList, recordedRelease } from './recorded.ts';

const SOURCE = 'https://mirror.example/go';
const rejected = (body: string) => failure(() => parseReleaseList(body, SOURCE, 'zip'));

// biome-ignore lint/suspicious/noExplicitAny: a list to be broken in every way
type Broken = any;

/** The recorded list with something changed, as a body. */
function changed(change: (list: Broken) => void): string {
  const list = JSON.parse(recordedList);
  change(list);
  return JSON.stringify(list);
}

describe('a release list', () => {
  it('gives the Windows ZIPs of x64, x86 and arm64, and nothing else', () => {
    expect(recordedRelease('1.27.0')).toEqual({
      goVersion: 'go1.27.0',
      version: '1.27.0',
      architecture: 'x64',
      kind: 'zip',
      filename: 'go1.27.0.windows-amd64.zip',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: 78924880,
      stable: true,
    });
    expect(recorded.every((one) => one.filename.endsWith('.zip'))).toBe(true);
    expect(recorded.some((one) => one.filename.includes('windows-arm.'))).toBe(false);
    expect(recordedRelease('1.27.0-rc.3').stable).toBe(false);
    expect(recordedRelease('1.20.0').filename).toBe('go1.20.windows-amd64.zip');
    expect(
      recorded.find((one) => one.version === '1.20.0-rc.2' && one.architecture === 'arm64'),
    ).toBeUndefined();
    expect(recordedRelease('1.5.2').sha256).toBe('');
    expect(recordedRelease('1.4.2')).toMatchObject({ sha256: '', size: 0 });
  });

  it('may hold what we do not know yet', () => {
    const body = changed((list) => {
      list[0].security = true;
      list[0].files.push({
        filename: 'go1.27.0.beos-x.tgz',
        os: 'beos',
        arch: 'x',
        kind: 'magic',
        sha256: 7,
        more: [],
      });
      list.unshift({
        version: 'go1.28alpha1',
        stable: false,
        files: [{ ...list[0].files[0], os: 'windows', kind: 'archive' }],
      });
    });
    expect(parseReleaseList(body, SOURCE, 'zip')).toEqual(recorded);
  });

  it('may begin with a byte order mark, write hashes in capitals and leave out hash and size', () => {
    const body = listOf(['go1.25.3'], () => 'AB'.repeat(32))
      .replace(/"sha256":"\w*",/, '')
      .replace('"size":7,', '');
    const [first, second] = parseReleaseList(`\ufeff${body}`, SOURCE, 'zip');
    expect(first).toMatchObject({ sha256: '', size: 0 });
    expect(second).toMatchObject({ sha256: 'ab'.repeat(32), size: 7 });
  });

  it('may be sound and have nothing for Windows', () => {
    expect(parseReleaseList('[{"version":"go1.25.3","stable":true,"files":[]}]', SOURCE, 'zip')).toEqual([]);
  });

  it.each(['<!DOCTYPE html><html>Sign in</html>', '\n\n <html>', '\ufeff<?xml version="1.0"?><Error/>'])(
    'is no web page (%j)',
    async (body) => {
      const error = await rejected(body);
      expect(error.code).toBe('E_LIST');
      expect(error.message).toBe(`${SOURCE} answered with a web page, not with the release list.`);
    },
  );

  it.each([
    '',
    ' \n',
    recordedList.slice(0, -1),
    recordedList.slice(0, 5000),
    '[',
    'Not found',
    '{"error":',
    '\0',
  ])('is E_LIST when it is cut off or no JSON', async (body) => {
    const error = await rejected(body);
    expect(error.code).toBe('E_LIST');
    expect(error.message).toContain(SOURCE);
    expect(error.message).toMatch(/cut off|empty/);
  });

  it.each([
    '{"message":"API rate limit exceeded"}',
    'null',
    '7',
    '"go1.25.3"',
    '[]',
    '{}',
    '[null]',
    '[[]]',
    '[{}]',
    '["go1.25.3"]',
  ])('is E_LIST when it is %s', async (body) => {
    expect((await rejected(body)).code).toBe('E_LIST');
  });

  const zip = (list: Broken) =>
    list[0].files.findIndex((file: Broken) => file.filename === 'go1.27.0.windows-amd64.zip');
  const AT = `[0].files[${zip(JSON.parse(recordedList))}]`;

  it.each([
    ['[2].version', (list: Broken) => delete list[2].version],
    ['[2].version', (list: Broken) => (list[2].version = 1.25)],
    ['[0].version', (list: Broken) => list.splice(0, 99, { version: 'banana', stable: true, files: [] })],
    ['[3].stable', (list: Broken) => (list[3].stable = 'true')],
    ['[3].files', (list: Broken) => (list[3].files = {})],
    ['[1].files[0]', (list: Broken) => (list[1].files[0] = null)],
    ['[1].files[1].os', (list: Broken) => (list[1].files[1].os = 3)],
    ['[1].files[1].arch', (list: Broken) => delete list[1].files[1].arch],
    ['[1].files[1].kind', (list: Broken) => (list[1].files[1].kind = null)],
    [`${AT}.filename`, (list: Broken) => (list[0].files[zip(list)].filename = '..\\..\\evil.zip')],
    [`${AT}.filename`, (list: Broken) => (list[0].files[zip(list)].filename = 'go1.27.0.windows-386.zip')],
    [`${AT}.filename`, (list: Broken) => delete list[0].files[zip(list)].filename],
    [`${AT}.version`, (list: Broken) => (list[0].files[zip(list)].version = 'go1.26.0')],
    [`${AT}.sha256`, (list: Broken) => (list[0].files[zip(list)].sha256 = 'ab'.repeat(31))],
    [`${AT}.sha256`, (list: Broken) => (list[0].files[zip(list)].sha256 = 'zz'.repeat(32))],
    [`${AT}.sha256`, (list: Broken) => (list[0].files[zip(list)].sha256 = null)],
    [`${AT}.size`, (list: Broken) => (list[0].files[zip(list)].size = '78924880')],
    [`${AT}.size`, (list: Broken) => (list[0].files[zip(list)].size = -1)],
    [`${AT}.size`, (list: Broken) => (list[0].files[zip(list)].size = 1.5)],
    [
      `[0].files[${JSON.parse(recordedList)[0].files.length}].sha256`,
      (list: Broken) => list[0].files.push({ ...list[0].files[zip(list)], sha256: 'ab'.repeat(32) }),
    ],
  ])('is E_LIST naming %s when that is wrong', async (field, change) => {
    const error = await rejected(changed(change));
    expect(error.code).toBe('E_LIST');
    expect(error.message).toContain(`: ${field} should be `);
    expect(error.evidence[0]).toContain(field);
  });

  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('is E_LIST naming a field of a million %s', async (open, close) => {
    const deep = `${open.repeat(1e6)}0${close.repeat(1e6)}`;
    const error = await rejected(`[{"version":${deep},"stable":true,"files":[]}]`);
    expect(error.code).toBe('E_LIST');
    expect(error.message).toContain('[0].version should be a string');
    expect(error.evidence[0]).toContain('nested too deep');
  });

  it('ends in a SetupError whatever is put in place of any part of it', () => {
    const small = listOf(['go1.25.3', 'go1.26rc1']);
    fc.assert(
      fc.property(
        fc.nat({ max: small.length }),
        fc.nat({ max: 40 }),
        fc.oneof(fc.json(), fc.string()),
        (at, length, patch) => {
          try {
            const releases = parseReleaseList(
              small.slice(0, at) + patch + small.slice(at + length),
              SOURCE,
              'zip',
            );
            for (const one of releases)
              expect(one.filename).toMatch(/^go[\w.]+\.windows-(386|amd64|arm64)\.zip$/);
          } catch (error) {
            expect(error).toBeInstanceOf(SetupError);
            expect(error).toMatchObject({ code: 'E_LIST' });
          }
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => parseReleaseList(JSON.stringify(value), SOURCE, 'zip')).toThrow(SetupError);
      }),
      { numRuns: 200 },
    );
  });
});
