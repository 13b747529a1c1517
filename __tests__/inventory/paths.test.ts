import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goesOn, lookForGoes, type Search } from '../../src/inventory/paths.ts';

const search = (...entries: string[]): Search => ({ entries, goroot: undefined });

describe('go.exe on a PATH', () => {
  it('is a file, and no directory of that name', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'paths-'));
    try {
      const [one, other] = ['one', 'other'].map((name) => path.join(scratch, name)) as [string, string];
      mkdirSync(path.join(one, 'go.exe'), { recursive: true });
      mkdirSync(other);
      writeFileSync(path.join(other, 'go.exe'), '');
      const looked = search(one, other, path.join(scratch, 'none'), 'other');
      const sight = await lookForGoes([looked], () => {});
      expect(goesOn(looked, sight)).toEqual([path.join(other, 'go.exe')]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  it('on a share that does not answer is waited for once, and said; nothing else is lost by it', async () => {
    const asked: string[] = [];
    const notes: string[] = [];
    const look = async (file: string) => {
      asked.push(file);
      if (file.startsWith('\\\\dead\\share')) await new Promise(() => {});
      return file.startsWith('C:\\go');
    };
    const looked = [
      search('C:\\none', '\\\\dead\\share\\a', '\\\\DEAD\\share\\b', '\\\\live\\share', 'C:\\go'),
      search('\\\\dead\\share\\c', 'C:\\go', 'C:\\gone'),
    ];
    const sight = await lookForGoes(looked, (line) => void notes.push(line), look, 50);
    expect(asked.filter((file) => /dead/i.test(file))).toHaveLength(1);
    expect(asked).toHaveLength(5);
    expect(looked.map((one) => goesOn(one, sight).map((file) => path.win32.dirname(file)))).toEqual([
      ['C:\\go'],
      ['C:\\go', 'C:\\gone'],
    ]);
    expect(notes).toEqual([
      '\\\\dead\\share\\, which is on a PATH, does not answer: what lies there is not looked at',
    ]);
    expect(['\\\\dead\\Share\\go', '\\\\live\\share\\go', 'C:\\go'].map(sight.answers)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is found among thousands of entries', async () => {
    const entries = Array.from({ length: 5000 }, (_, index) => `C:\\none${index}`);
    const looked = search(...entries, 'C:\\go');
    const look = async (file: string) => file.startsWith('C:\\go');
    const started = performance.now();
    expect(goesOn(looked, await lookForGoes([looked, looked], () => {}, look))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
