import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp, type Http } from '../../src/network/http.ts';
import { openOrigin } from '../../src/network/origin.ts';
import { serve } from './fault-server.ts';

const HASH = 'ab'.repeat(32);
const file = 'go1.25.3.windows-amd64.zip';
const http = createHttp({ userAgent: 'test', attempts: 2, backoffMs: 1 });
afterEach(() => http.close());

describe('a server as an origin', () => {
  it.each([[''], ['/'], ['/mirror'], ['/mirror/go/']])('at %p has its list and files below', async (path) => {
    const { url, asked } = await serve((_, r) => void r.end('[]'));
    const origin = openOrigin(`${url}${path}`, { http });
    expect(await origin.readList()).toBe('[]');
    const base = path.replace(/\/$/, '');
    expect(asked[0]?.path).toBe(`${base}/?mode=json&include=all`);
    expect(asked[0]?.headers.accept).toBe('application/json');
    expect(origin.archive(file)).toEqual({
      ...{ kind: 'http', url: `${url}${base}/${file}`, http },
      elsewhere: ['go1.25.3', '1.25.3'].map((folder) => ({
        ...{ kind: 'http', url: `${url}${base}/${folder}/${file}`, http },
      })),
    });
    expect(origin).toMatchObject({ label: `${url}${base}`, official: false, local: false });
  });

  it('keeps the query of its address, and shows neither that nor credentials', async () => {
    const { url, asked } = await serve((_, r) => void r.end('[]'));
    const origin = openOrigin(`${url.replace('//', '//u:p@')}/go?sig=s`, { http });
    await origin.readList();
    await origin.readHash(file).catch(() => {});
    expect(asked.map(({ path }) => path)).toEqual([
      '/go/?sig=s&mode=json&include=all',
      `/go/${file}.sha256?sig=s`,
    ]);
    expect(origin.archive(file)).toMatchObject({
      elsewhere: [
        { url: expect.stringMatching(/\/go\/go1\.25\.3\/go1\.25\.3\.windows-amd64\.zip\?sig=s$/) },
        { url: expect.stringMatching(/\/go\/1\.25\.3\//) },
      ],
    });
    expect(origin.label).toBe(`${url}/go`);
  });

  it.each([404, 405, 410, 501])('that answers %i has no list', async (status) => {
    const { url } = await serve((_, r) => void r.writeHead(status).end());
    expect(await openOrigin(url, { http }).readList()).toBeUndefined();
  });

  it.each([
    [500, true],
    [403, false],
  ])('whose list fails by %i is an E_NETWORK, with a cause underneath: %s', async (status, caused) => {
    const { url } = await serve((_, r) => void r.writeHead(status).end());
    const error = await openOrigin(url, { http })
      .readList()
      .catch((reason) => reason);
    expect([error.code, error.cause !== undefined]).toEqual(['E_NETWORK', caused]);
  });

  it('gives the hash beside a file as it stands there, the start of it, or none', async () => {
    const { url } = await serve((q, r) =>
      q.url?.includes('gone') ? void r.writeHead(404).end() : void r.end(`${HASH}\n${'x'.repeat(100_000)}`),
    );
    const origin = openOrigin(url, { http });
    expect((await origin.readHash(file))?.slice(0, 66)).toBe(`${HASH}\nx`);
    expect((await origin.readHash(file))?.length).toBe(4096);
    expect(await origin.readHash('gone.zip')).toBeUndefined();
  });

  it.each(['go1.25.3', '1.25.3'])(
    'with a folder for each version (%s) is asked there, and first the next time',
    async (folder) => {
      const { url, asked } = await serve((q, r) =>
        q.url?.startsWith(`/dl/${folder}/`) ? void r.end(HASH) : void r.writeHead(404).end(),
      );
      const origin = openOrigin(`${url}/dl`, { http });
      expect(await origin.readHash(file)).toBe(HASH);
      expect(asked.map(({ path }) => path)).toEqual(
        folder === '1.25.3'
          ? [`/dl/${file}.sha256`, `/dl/go1.25.3/${file}.sha256`, `/dl/1.25.3/${file}.sha256`]
          : [`/dl/${file}.sha256`, `/dl/go1.25.3/${file}.sha256`],
      );
      expect(origin.archive(file)).toMatchObject({ url: `${url}/dl/${folder}/${file}` });
      const next = file.replace('1.25.3', '1.26rc1');
      const { url: first } = origin.archive(next) as { url: string };
      expect(first).toBe(`${url}/dl/${folder.replace('1.25.3', '1.26rc1')}/${next}`);
    },
  );

  it('that is go.dev has no such folders', () => {
    expect(openOrigin('https://go.dev/dl', { http }).archive(file)).toEqual({
      ...{ kind: 'http', url: `https://go.dev/dl/${file}`, http },
    });
  });

  it.each([
    ['https://go.dev/dl', true],
    ['https://GO.dev:443/dl/', true],
    ['http://go.dev/dl', false],
    ['https://go.dev.example/dl', false],
    ['https://go.dev/other', false],
  ])('at %s is go.dev itself: %s', (base, official) => {
    expect(openOrigin(base, { http }).official).toBe(official);
  });

  it('that is go.dev reads hashes where they lie', async () => {
    const asked: string[] = [];
    const fake = { ...http, getText: async (url: string) => void asked.push(url) } as unknown as Http;
    const origin = openOrigin('https://go.dev/dl', { http: fake });
    await origin.readList();
    await origin.readHash(file);
    expect(asked).toEqual([
      'https://go.dev/dl/?mode=json&include=all',
      `https://dl.google.com/go/${file}.sha256`,
    ]);
    expect(origin).toMatchObject({ official: true, label: 'https://go.dev/dl' });
  });
});

describe('a directory as an origin', () => {
  const directory = mkdtempSync(join(tmpdir(), 'origin-'));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it.each([['as a path'], ['as a file URL']])('given %s has what lies in it', async (how) => {
    const { mkdirSync } = await import('node:fs');
    mkdirSync(directory, { recursive: true });
    const base = how === 'as a path' ? directory : pathToFileURL(directory).href;
    const origin = openOrigin(base, { http });
    expect([await origin.readList(), await origin.readHash(file)]).toEqual([undefined, undefined]);
    writeFileSync(join(directory, 'releases.json'), '[{}]');
    writeFileSync(join(directory, `${file}.sha256`), `${HASH}  ${file}\n`);
    expect([await origin.readList(), await origin.readHash(file)]).toEqual(['[{}]', `${HASH}  ${file}\n`]);
    expect(origin.archive(file)).toEqual({
      ...{ kind: 'file', path: join(directory, file) },
      elsewhere: [
        { kind: 'file', path: join(directory, 'go1.25.3', file) },
        { kind: 'file', path: join(directory, '1.25.3', file) },
      ],
    });
    expect(origin).toMatchObject({ local: true, official: false, label: directory });
  });

  it('that is not there is an E_INPUT that names the input', async () => {
    const origin = openOrigin(join(directory, 'gone'), { http });
    const failure = { code: 'E_INPUT', message: expect.stringMatching(/go-download-base-url.*gone/) };
    await expect(origin.readList()).rejects.toMatchObject(failure);
    await expect(origin.readHash(file)).rejects.toMatchObject(failure);
  });

  it('that is an address without its scheme shows no secret of it', async () => {
    const failing = openOrigin('host/go?token=secret', { http }).readList();
    await expect(failing).rejects.toMatchObject({ message: expect.not.stringContaining('secret') });
  });

  it('may be a drive or a share', () => {
    for (const base of [String.raw`C:\mirror`, String.raw`\\host\share`]) {
      expect(openOrigin(base, { http })).toMatchObject({ local: true, label: base });
    }
  });
});

it.each([['ftp://host/go'], [''], ['http://'], ['s3://bucket']])('%p is no origin: E_INPUT', (base) => {
  expect(() => openOrigin(base, { http })).toThrow(
    expect.objectContaining({ code: 'E_INPUT', message: expect.stringContaining('go-download-base-url') }),
  );
});
