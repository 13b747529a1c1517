import { describe, expect, it } from '@jest/globals';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { SetupError } from '../../src/errors.ts';
import type { Http } from '../../src/network/http.ts';
import { openDatabase } from '../../src/transparency/client.ts';
import { databaseId, GO_DATABASE_KEY, readDatabase } from '../../src/transparency/database.ts';
import { readProxies } from '../../src/transparency/proxies.ts';
import { databaseOf } from './databases.ts';

const lab = createSumDb({ records: 3 });

describe('GOSUMDB', () => {
  it.each(['', 'sum.golang.org', GO_DATABASE_KEY, `  ${GO_DATABASE_KEY} `])('%j is Go’s own', (text) => {
    expect(readDatabase(text)).toMatchObject({
      url: 'https://sum.golang.org',
      byProxy: true,
      official: true,
    });
    expect(databaseId(databaseOf(text))).toBe('sum.golang.org+033de0ae');
  });

  it('sum.golang.google.cn is Go’s own at another place', () => {
    expect(readDatabase('sum.golang.google.cn')).toMatchObject({
      url: 'https://sum.golang.google.cn',
      byProxy: false,
      official: true,
    });
  });

  it('names another database by its key, and where it is', () => {
    expect(readDatabase(lab.verifierKey)).toMatchObject({
      url: 'https://sumdb.lab.example',
      byProxy: true,
      official: false,
    });
    expect(readDatabase(`${lab.verifierKey} http://127.0.0.1:8080/db/`)).toMatchObject({
      url: 'http://127.0.0.1:8080/db',
      byProxy: false,
      official: false,
    });
  });

  it('off is off', () => {
    expect(readDatabase('off')).toBe('off');
  });

  it.each([
    'sum.example.org',
    'on',
    'off please',
    GO_DATABASE_KEY.replace('033de0ae', '033de0af'),
    `${lab.verifierKey} ftp://sum.example`,
    `${lab.verifierKey} https://sum.example more`,
  ])('%j is refused', (text) => {
    expect(() => readDatabase(text)).toThrow(SetupError);
    expect(() => readDatabase(text)).toThrow(/GOSUMDB/);
  });
});

describe('GOPROXY', () => {
  const urls = (text: string) =>
    readProxies(text).map((one) =>
      one.kind === 'direct' ? 'direct' : `${one.url}${one.failOver ? '|' : ''}`,
    );

  it.each([
    ['', []],
    ['https://one.example', ['https://one.example']],
    ['https://one.example/go/,direct', ['https://one.example/go', 'direct']],
    [
      'https://one.example|http://two.example,off,https://three.example',
      ['https://one.example|', 'http://two.example', 'direct'],
    ],
    [' one.example , ,two.example/go', ['https://one.example', 'https://two.example/go']],
    ['off', ['direct']],
    ['direct,https://one.example', ['direct']],
    ['file:///D:/proxy,https://one.example', ['https://one.example']],
  ])('%j is read', (text, expected) => {
    expect(urls(text)).toEqual(expected);
  });
});

describe('a database', () => {
  type Status = 200 | 404 | 500;

  /** Looks something up; says what was asked for, in order. */
  async function asked(
    goproxy: string,
    statuses: Readonly<Record<string, Status>>,
    gosumdb = lab.verifierKey,
  ): Promise<{ urls: string[]; label: string; error?: unknown }> {
    const urls: string[] = [];
    const getBytes = async (url: string) => {
      urls.push(url);
      const status = statuses[new URL(url).host] ?? 200;
      if (status === 500) throw new SetupError('E_NETWORK', `status 500 of ${url}`, { remedy: 'None.' });
      return status === 200 ? Buffer.from('x') : undefined;
    };
    const database = databaseOf(gosumdb);
    const client = openDatabase(database, readProxies(goproxy), { getBytes } as unknown as Http);
    try {
      await client.lookUp('lab.example/M', 'v1.0.0-RC');
      await client.lookUp('lab.example/n', 'v1.0.0');
    } catch (error) {
      return { urls, label: client.label(), error };
    }
    return { urls, label: client.label() };
  }
  const supported = (host: string) => `https://${host}/sumdb/sumdb.lab.example/supported`;
  const answers = (base: string) => [
    `${base}/lookup/lab.example/!m@v1.0.0-!r!c`,
    `${base}/lookup/lab.example/n@v1.0.0`,
  ];
  const direct = answers('https://sumdb.lab.example');

  it('is asked itself where there is no proxy', async () => {
    expect(await asked('', {})).toMatchObject({ urls: direct, label: 'https://sumdb.lab.example/' });
    expect((await asked('direct', {})).urls).toEqual(direct);
    expect((await asked('off', {})).urls).toEqual(direct);
  });

  it('is asked by the first proxy that has it, and by no other', async () => {
    expect((await asked('one.example,two.example,direct', { 'one.example': 404 })).urls).toEqual([
      supported('one.example'),
      supported('two.example'),
      ...answers('https://two.example/sumdb/sumdb.lab.example'),
    ]);
  });

  it('is asked itself where no proxy has it', async () => {
    expect((await asked('one.example', { 'one.example': 404 })).urls).toEqual([
      supported('one.example'),
      ...direct,
    ]);
  });

  it('is not asked behind the back of a proxy that fails', async () => {
    expect(await asked('one.example,direct', { 'one.example': 500 })).toMatchObject({
      urls: [supported('one.example')],
      error: { code: 'E_NETWORK' },
    });
  });

  it('is asked after a proxy that fails where a bar follows it', async () => {
    expect((await asked('one.example|direct', { 'one.example': 500 })).urls).toEqual([
      supported('one.example'),
      ...direct,
    ]);
    expect(
      (await asked('one.example|two.example', { 'one.example': 500, 'two.example': 404 })).error,
    ).toBeDefined();
  });

  it('whose address GOSUMDB has is asked there, whatever the proxies', async () => {
    const { urls } = await asked('one.example', {}, `${lab.verifierKey} http://127.0.0.1:9/db`);
    expect(urls).toEqual(answers('http://127.0.0.1:9/db'));
  });
});
