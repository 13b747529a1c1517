import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { createSumDb, type SumDb } from '../../lab/sumdb/sumdb.ts';
import type { Release } from '../../src/release/release.ts';
import { askSecondOpinion } from '../../src/transparency/ask.ts';
import { toolchainHash } from '../../src/transparency/dirhash.ts';
import type { HeadMemory } from '../../src/transparency/prove.ts';
import { readProxies } from '../../src/transparency/proxies.ts';
import { databaseOf } from './databases.ts';

const release = { goVersion: 'go1.99.1', architecture: 'x64' } as Release;
const VERSION = 'v0.0.1-go1.99.1.windows-amd64';
const files = [
  { path: 'VERSION', sha256: '1'.repeat(64) },
  { path: 'bin/go.exe', sha256: '2'.repeat(64) },
];
const h1 = toolchainHash(files, VERSION);

describe('a second opinion', () => {
  let db: SumDb;
  let young: string;
  let mirror: Mirror;
  let answers: SumDb;
  beforeAll(async () => {
    db = createSumDb({ records: 300 });
    young = db.head();
    for (let i = 0; i < 60; i++) db.add('lab.example/other', `v1.0.${i}`, h1);
    db.add('golang.org/toolchain', VERSION, h1);
    answers = db;
    mirror = await startMirror([], {
      also: (path) =>
        /^\/(?:proxy\/sumdb\/sumdb\.lab\.example|db)\/(.*)/.exec(path)?.[1] === undefined
          ? undefined
          : answers.answer(path.replace(/^\/(?:proxy\/sumdb\/sumdb\.lab\.example|db)\//, '')),
    });
  });
  afterAll(async () => await mirror?.close());
  afterEach(() => {
    mirror.clearFaults();
    mirror.forget();
    answers = db;
  });

  async function judge(
    more: { required?: boolean; tree?: typeof files; goproxy?: string; kept?: string; version?: string } = {},
  ) {
    const notes: string[] = [];
    let kept: Buffer | undefined = more.kept === undefined ? undefined : Buffer.from(more.kept);
    const memory: HeadMemory = {
      read: async () => kept,
      async replace(_, after) {
        kept = after;
        return true;
      },
    };
    const gosumdb = more.goproxy === undefined ? `${db.verifierKey} ${mirror.origin}/db` : db.verifierKey;
    const opinion = askSecondOpinion(
      more.version === undefined ? release : { ...release, goVersion: more.version },
      {
        database: databaseOf(gosumdb),
        proxies: readProxies(more.goproxy ?? ''),
        required: more.required ?? false,
        connection: { userAgent: 'test' },
        memory,
        signal: new AbortController().signal,
        onNote: (line) => notes.push(line),
        onSilence: () => notes.push('silent'),
      },
    );
    try {
      return { attested: await opinion.judge(more.tree ?? files), notes, kept: kept?.toString() };
    } catch (error) {
      return { error, notes, kept: kept?.toString() };
    } finally {
      opinion.close();
    }
  }
  const refused = (message: RegExp) => ({
    error: { code: 'E_TRANSPARENCY', message: expect.stringMatching(message) },
  });

  it('on the files that the database knows is kept as what it rests on, and the tree is remembered', async () => {
    const { attested, notes, kept } = await judge();
    expect(attested).toEqual({
      database:
        databaseOf(db.verifierKey).key.name + db.verifierKey.slice(db.name.length, db.name.length + 9),
      h1,
      record: 660,
      treeSize: 666,
    });
    expect(notes).toEqual([
      expect.stringContaining(`Verified against the checksum database ${mirror.origin}/db: ${h1}`),
    ]);
    expect(kept).toBe(db.head());
  });

  it('is had by a proxy as well', async () => {
    const { attested } = await judge({ goproxy: `${mirror.origin}/nothing,${mirror.origin}/proxy,direct` });
    expect(attested).toMatchObject({ h1 });
    expect(mirror.requests.map(({ path }) => path).slice(0, 3)).toEqual([
      '/nothing/sumdb/sumdb.lab.example/supported',
      '/proxy/sumdb/sumdb.lab.example/supported',
      `/proxy/sumdb/sumdb.lab.example/lookup/golang.org/toolchain@${VERSION}`,
    ]);
  });

  describe.each([[false], [true]])('whether it is required or not (%s)', (required) => {
    it('on other files is a refusal that has both hashes', async () => {
      const tree = files.with(1, { path: 'bin/go.exe', sha256: '3'.repeat(64) });
      const own = toolchainHash(tree, VERSION);
      const { error } = await judge({ required, tree });
      expect(error).toMatchObject({ code: 'E_TRANSPARENCY', message: expect.stringContaining(own) });
      expect(error).toMatchObject({ message: expect.stringContaining(h1) });
    });

    it('of a forger is refused', async () => {
      answers = db.forged();
      expect(await judge({ required })).toMatchObject(refused(/signature/));
    });

    it('of a database with two histories is refused, with both heads', async () => {
      answers = db.fork();
      const result = await judge({ required, kept: db.head() });
      expect(result).toMatchObject(refused(/two histories/));
      const { evidence } = result.error as { evidence: string[] };
      for (const head of [db.head(), answers.head()])
        expect(evidence).toEqual(expect.arrayContaining(head.trimEnd().split('\n')));
      expect(result.kept).toBe(db.head());
    });

    it('with a tampered or a cut tile is refused', async () => {
      for (const fault of [{ kind: 'corrupt' }, { kind: 'truncate', bytes: 96, length: 'honest' }] as const) {
        mirror.fault(/\/tile\//, fault);
        expect(await judge({ required })).toMatchObject(refused(/not to be believed/));
        mirror.clearFaults();
      }
    });
  });

  it('that is proven counts, also where the history before it cannot be asked for', async () => {
    mirror.fault(/tile\/8\/0\/001$/, { kind: 'status', status: 403 });
    const tree = files.with(1, { path: 'bin/go.exe', sha256: '3'.repeat(64) });
    expect(await judge({ kept: young, tree })).toMatchObject(refused(/and its is h1:/));
    const { attested, error, notes, kept } = await judge({ kept: young });
    expect([attested, error, kept]).toEqual([undefined, undefined, young]);
    expect(notes).toEqual(['silent', expect.stringContaining('status 403')]);
    mirror.clearFaults();
    expect(await judge({ kept: young })).toMatchObject({ attested: { h1 }, kept: db.head() });
  });

  it('that cannot be had is told, and is no failure', async () => {
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 403 },
      { kind: 'reset', after: 10 },
      { kind: 'html' },
    ] as const) {
      mirror.fault(/lookup/, fault);
      const { attested, error, notes } = await judge();
      expect([attested, error]).toEqual([undefined, undefined]);
      expect(notes).toEqual([
        'silent',
        expect.stringMatching(/^Not checked against the checksum database: /),
      ]);
      mirror.clearFaults();
    }
  });

  it('of a database that is silent is not waited for for long', async () => {
    mirror.fault('all', { kind: 'silent' });
    const { notes } = await judge();
    expect(notes).toEqual(['silent', expect.stringContaining('did not answer within 3 s')]);
  });

  it('that cannot be had and is required is a failure', async () => {
    mirror.fault(/lookup/, { kind: 'status', status: 403 });
    expect(await judge({ required: true })).toMatchObject(refused(/gives no answer.*403/));
  });

  it('on a version that the database does not know is told; required, it is a failure', async () => {
    const { attested, notes } = await judge({ version: 'go1.99.2' });
    expect(attested).toBeUndefined();
    expect(notes).toEqual([
      expect.stringContaining('has no golang.org/toolchain@v0.0.1-go1.99.2.windows-amd64'),
    ]);
    expect(await judge({ version: 'go1.99.2', required: true })).toMatchObject(
      refused(/has no .*go1\.99\.2/),
    );
  });
});
