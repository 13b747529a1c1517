import { describe, expect, it } from '@jest/globals';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { openNote } from '../../src/transparency/note.ts';
import { type HeadMemory, joinHistory, proveRecord } from '../../src/transparency/prove.ts';
import { parseTreeHead } from '../../src/transparency/tlog.ts';
import { Untrusted } from '../../src/transparency/untrusted.ts';
import { type Answer, but, clientOf, databaseOf, flipped, goDatabase, recordedAnswer } from './databases.ts';

const TOOLCHAIN = 'golang.org/toolchain';
const LINUX = 'v0.0.1-go1.26.8.linux-amd64';
const h1 = (letter: string) => `h1:${letter.repeat(43)}=`;

/** What is remembered, in a variable. */
function memory(kept?: string | Uint8Array): HeadMemory & { kept: Buffer | undefined } {
  return {
    kept: kept === undefined ? undefined : Buffer.from(kept as string),
    async read() {
      return this.kept;
    },
    async replace(_before, after) {
      this.kept = after;
      return true;
    },
  };
}

describe('what sum.golang.org answered on 2026-11-25', () => {
  const ask = (module: string, version: string, answer: Answer = recordedAnswer) =>
    proveRecord(clientOf(answer), goDatabase.key, module, version);

  it.each([
    ['golang.org/x/text', 'v0.14.0', 'h1:ScX5w1eTa3QqT8oi6+ziP7dTV1S2+ALU0bI+0zXKWiQ=', 20_485_573],
    [TOOLCHAIN, LINUX, 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=', 61_743_986],
  ])('for %s %s is proven', async (module, version, hash, number) => {
    expect(await ask(module, version)).toMatchObject({ h1: hash, number });
  });

  it('for what it does not know is nothing', async () => {
    expect(await ask(TOOLCHAIN, 'v0.0.1-go1.99.9.windows-amd64')).toBeUndefined();
  });

  it('with any one tile tampered with is refused', async () => {
    const used: string[] = [];
    const spy: Answer = (path) => {
      used.push(path);
      return recordedAnswer(path);
    };
    await ask(TOOLCHAIN, LINUX, spy);
    const tiles = used.filter((path) => path.startsWith('tile/'));
    expect(tiles.length).toBeGreaterThan(5);
    for (const tile of tiles) {
      // Anywhere in a tile, whether the proof needs that hash or not.
      for (const at of [0, 31, 32, 200]) {
        const spoiled = but(recordedAnswer, tile, (was) => flipped(was, at % was.length));
        await expect(ask(TOOLCHAIN, LINUX, spoiled)).rejects.toThrow(Untrusted);
      }
      const cut = but(recordedAnswer, tile, (was) => was.subarray(0, -32));
      await expect(ask(TOOLCHAIN, LINUX, cut)).rejects.toThrow(Untrusted);
    }
  });

  it.each<[string, (text: string) => string]>([
    ['another h1', (text) => text.replace('h1:ZOmG', 'h1:ZOmH')],
    ['another number', (text) => text.replace(/^\d+/, '61743987')],
    ['a number beyond the tree', (text) => text.replace(/^\d+/, '99999999')],
    ['another tree', (text) => text.replace(/tree\n\d/, 'tree\n5')],
  ])('with %s is refused', async (_case, change) => {
    const changed = but(recordedAnswer, /^lookup/, (was) => Buffer.from(change(was.toString())));
    await expect(ask(TOOLCHAIN, LINUX, changed)).rejects.toThrow(Untrusted);
  });

  it('for another version is refused', async () => {
    const answer: Answer = (path) =>
      recordedAnswer(path.startsWith('lookup/') ? 'lookup/golang.org/x/text@v0.14.0' : path);
    await expect(ask(TOOLCHAIN, LINUX, answer)).rejects.toThrow(/is another's/);
  });

  it.each(['<!DOCTYPE html>\n<title>Log in</title>\n\n', '', 'x\n\n'])(
    'in place of it %j is no answer',
    async (page) => {
      const answer: Answer = () => Buffer.from(page);
      await expect(ask(TOOLCHAIN, LINUX, answer)).rejects.toMatchObject({ code: 'E_NETWORK' });
    },
  );

  it('and three trees of different days are one history, whichever is met first', async () => {
    const text = await ask('golang.org/x/text', 'v0.14.0');
    const toolchain = await ask(TOOLCHAIN, LINUX);
    const note = Buffer.from(recordedAnswer('latest') ?? '');
    const latest = { note, head: parseTreeHead(openNote(note, goDatabase.key)), h1: '', number: 0 };
    if (!text || !toolchain) throw new Error('not recorded');
    const kept = memory();
    const client = clientOf(recordedAnswer);
    for (const proven of [toolchain, latest, toolchain, latest])
      await joinHistory(client, goDatabase.key, kept, proven);
    expect(kept.kept).toEqual(note);
    const behind = { ...latest, head: { ...toolchain.head, hash: flipped(toolchain.head.hash) } };
    await expect(joinHistory(client, goDatabase.key, kept, behind)).rejects.toThrow(/two histories/);
  });
});

describe('a database of the lab', () => {
  const db = createSumDb();
  db.add(TOOLCHAIN, 'v0.0.1-go1.99.1.windows-amd64', h1('a'));
  db.add(TOOLCHAIN, 'v0.0.1-go1.99.2.windows-amd64', h1('b'));
  const database = databaseOf(db.verifierKey);
  const ask = async (from: { answer: Answer }, version = '1.99.1') =>
    await proveRecord(
      clientOf(from.answer, database),
      database.key,
      TOOLCHAIN,
      `v0.0.1-go${version}.windows-amd64`,
    );
  const join = async (from: { answer: Answer }, kept: HeadMemory) => {
    const proven = await ask(from);
    if (proven) await joinHistory(clientOf(from.answer, database), database.key, kept, proven);
  };

  it('proves each of its records', async () => {
    expect(await ask(db)).toMatchObject({ h1: h1('a') });
    expect(await ask(db, '1.99.2')).toMatchObject({ h1: h1('b') });
    expect(await ask(db, '1.99.3')).toBeUndefined();
  });

  it.each([1, 2, 3, 5, 256, 257, 511, 512, 600])(
    'refuses one wrong bit at any place of any tile of a log of %i records',
    async (records) => {
      const small = createSumDb({ records });
      const own = databaseOf(small.verifierKey);
      const number = records >> 1;
      const look = (answer: Answer) =>
        proveRecord(clientOf(answer, own), own.key, `lab.example/m${number}`, 'v1.0.0');
      const used = new Set<string>();
      const proven = await look((path) => {
        if (path.startsWith('tile/')) used.add(path);
        return small.answer(path);
      });
      expect(proven).toMatchObject({ number });
      for (const tile of used) {
        const bytes = small.answer(tile)?.length ?? 0;
        for (let at = 0; at < bytes; at += Math.max(32, Math.floor(bytes / 8)))
          await expect(look(but(small.answer, tile, (was) => flipped(was, at)))).rejects.toThrow(Untrusted);
      }
    },
  );

  it('is refused when its notes are forged', async () => {
    await expect(ask(db.forged())).rejects.toThrow(/signature/);
  });

  it('may grow', async () => {
    const young = createSumDb({ records: 300 });
    const own = databaseOf(young.verifierKey);
    young.add(TOOLCHAIN, LINUX, h1('c'));
    const kept = memory();
    const client = clientOf(young.answer, own);
    for (let round = 0; round < 3; round++) {
      const proven = await proveRecord(client, own.key, TOOLCHAIN, LINUX);
      if (proven) await joinHistory(client, own.key, kept, proven);
      expect(kept.kept?.toString()).toBe(young.head());
      young.add('lab.example/more', `v1.0.${round}`, h1('d'));
    }
  });

  it('that shows another history than before is refused, with both heads, whether it is longer, shorter or as long', async () => {
    const fork = db.fork();
    const asLong = fork.head();
    await expect(join(fork, memory(db.head()))).rejects.toMatchObject({
      evidence: expect.arrayContaining(db.head().trim().split('\n')),
    });
    const shorter = db.head();
    db.add('lab.example/more', 'v2.0.0', h1('e'));
    await expect(join(fork, memory(db.head()))).rejects.toThrow(/two histories|it has no tile/);
    await expect(join(db.fork(), memory(shorter))).rejects.toThrow(/two histories/);
    await expect(join(db, memory(asLong))).rejects.toThrow(/two histories/);
  });

  it('starts anew where what was kept is not its own', async () => {
    for (const spoiled of ['', 'nonsense', db.forged().head()]) {
      const kept = memory(spoiled);
      await join(db, kept);
      expect(kept.kept?.toString()).toBe(db.head());
    }
  });

  it('is refused where it does not have the tree any more that it signed before', async () => {
    const gone = but(db.answer, /^tile/, (was) => was);
    const without: Answer = (path) => (path.startsWith('tile/8/0/002') ? undefined : gone(path));
    await expect(join({ answer: without }, memory(db.head()))).rejects.toThrow(/it has no tile/);
  });

  it('looks again where another runner was faster', async () => {
    const kept = memory();
    let rounds = 0;
    const contended: HeadMemory = {
      read: async () => kept.kept,
      async replace() {
        rounds += 1;
        kept.kept = Buffer.from(db.head());
        return false;
      },
    };
    await join(db, contended);
    expect(rounds).toBe(1);
  });
});
