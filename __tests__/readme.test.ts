import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { COLUMNS, drawRun } from '../lab/picture/draw.ts';

const repo = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8');
const readme = read('README.md');

/** Whole workflows of README: the file that each says it is, and what it says. */
const shown = [...readme.matchAll(/(?:<!-- (\S+) -->\n)?```yaml\n([\s\S]*?)```/g)]
  .map(([, file = '', text = '']) => ({ file, text }))
  .filter(({ text }) => /^jobs:/m.test(text));

describe('the workflows of README', () => {
  it('are at least a quick start, a matrix, self-hosted, air-gapped, enterprise, and MSI', () => {
    expect(shown.map(({ file }) => path.posix.basename(file, '.yml'))).toEqual(
      expect.arrayContaining([
        ...['quick-start', 'matrix', 'self-hosted', 'air-gapped', 'enterprise', 'machine-go'],
      ]),
    );
  });

  it.each(shown)('$file is the very file, without the comment at its head', ({ file, text }) => {
    expect(text).toBe(read(file).replace(/^(?:#.*\n)+/, ''));
  });

  it.each(shown)('$file is run by a test', ({ file }) => {
    const name = path.posix.basename(file, '.yml');
    const tests = readdirSync(path.join(repo, '__tests__/windows')).filter((one) =>
      one.endsWith('act.test.ts'),
    );
    expect(tests.filter((one) => read(`__tests__/windows/${one}`).includes(`'${name}'`))).not.toEqual([]);
  });
});

describe('the picture of a run', () => {
  const text = read('docs/run.txt');

  it('is drawn from its text, which has an installation, a hit and a failure', () => {
    expect(read('docs/run.svg')).toBe(drawRun(text));
    for (const word of ['Published ', 'Found in the tool cache', 'Error: ']) expect(text).toContain(word);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(COLUMNS);
  });

  it('shows nothing but the text, and nothing of the machine that it was made on', () => {
    const drawn = [...read('docs/run.svg').matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(
      ([, line = '']) => line,
    );
    expect(drawn.join('\n')).toBe(
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/\n\n/g, '\n')
        .trimEnd(),
    );
    expect(text).not.toMatch(/127\.0\.0\.1:\d|C:\\lab|\\root\\/);
  });
});

it('the table of what goes wrong names codes that their links lead to', () => {
  const table = readme.split('\n## When something goes wrong\n')[1]?.split('\n## ')[0] ?? '';
  const codes = [...table.matchAll(/\[(E_[A-Z_]+)\]\(docs\/errors\.md#(\w+)\)/g)];
  expect(codes.length).toBeGreaterThanOrEqual(12);
  for (const [, code = '', anchor] of codes) expect(anchor).toBe(code.toLowerCase());
});
