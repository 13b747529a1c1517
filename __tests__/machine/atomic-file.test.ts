import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readJson, writeJson } from '../../src/machine/atomic-file.ts';

let scratch: string;
let file: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'atomic-'));
  file = path.join(scratch, 'journal.json');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

describe('a file that is replaced whole', () => {
  it('gives back what was written, and leaves nothing beside it', async () => {
    const value = { schema: 1, place: 'C:\\Program Files\\Go — größer', none: null, list: [1, 2] };
    await writeJson(file, value);
    expect(await readJson(file)).toEqual(value);
    expect(readdirSync(scratch)).toEqual(['journal.json']);
  });

  it('is none where nothing was written', async () => {
    expect(await readJson(file)).toBeUndefined();
  });

  it('replaces what is there', async () => {
    await writeJson(file, { long: 'x'.repeat(10_000) });
    await writeJson(file, { short: 1 });
    expect(await readJson(file)).toEqual({ short: 1 });
  });

  it('has one of the contents whole, whenever it is read while others write', async () => {
    const contents = Array.from({ length: 20 }, (_, number) => ({ number, text: `${number}`.repeat(5000) }));
    await writeJson(file, contents[0]);
    const writing = Promise.all(contents.map((content) => writeJson(file, content)));
    for (let read = 0; read < 20; read++) {
      const found = (await readJson(file)) as (typeof contents)[0];
      expect(found).toEqual(contents[found.number]);
    }
    await writing;
    expect(readdirSync(scratch)).toEqual(['journal.json']);
  });

  it('keeps the old content, and leaves no draft, where the new one is no JSON', async () => {
    await writeJson(file, { old: true });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(writeJson(file, circle)).rejects.toThrow('circular');
    expect(await readJson(file)).toEqual({ old: true });
    expect(readdirSync(scratch)).toEqual(['journal.json']);
  });

  it('cannot be written where its directory is not', async () => {
    await expect(writeJson(path.join(scratch, 'gone', 'journal.json'), 1)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it.each(['', '{', '{"schema":1', '\0\0\0\0'])(
    'that is damaged (%j) is said to be, and stays',
    async (text) => {
      writeFileSync(file, text);
      await expect(readJson(file)).rejects.toMatchObject({
        code: 'E_VERIFY',
        message: expect.stringContaining('is damaged'),
        evidence: [`it begins: ${JSON.stringify(text)}`],
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
