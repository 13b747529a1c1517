import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const repo = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8');
const isThere = (file: string) => existsSync(path.join(repo, file));
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(path.join(repo, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Each test file that a text names, with the names in quotes after it. */
function namedTests(text: string): { file: string; names: string[] }[] {
  const named = text.matchAll(/`(__tests__\/[^`]+)`((?:,? "[^"]+")*)/g);
  return [...named].map(([, file = '', names = '']) => ({
    file,
    names: [...names.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''),
  }));
}

describe.each(pages)('%s', (page) => {
  it('names tests that there are', () => {
    for (const { file, names } of namedTests(read(page))) {
      expect([file, isThere(file)]).toEqual([file, true]);
      for (const name of names) {
        const written = [`'${name}'`, `"${name}"`, `\`${name}\``].some((text) => read(file).includes(text));
        expect([file, name, written]).toEqual([file, name, true]);
      }
    }
  });

  it('links to files and headings that there are', () => {
    for (const [, link = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      expect([link, isThere(target)]).toEqual([link, true]);
      if (anchor === undefined) continue;
      const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      );
      expect([link, headings.includes(anchor)]).toEqual([link, true]);
    }
  });
});

describe('docs/threat-model.md', () => {
  it('shows each defence by a test that it names', () => {
    const section = read('docs/threat-model.md').split('## What stops whom')[1]?.split('\n## ')[0] ?? '';
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| attack\b[^|]* \| stopped by/.test(line));
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows)
      expect([row, namedTests(row).some(({ names }) => names.length > 0)]).toEqual([row, true]);
  });
});

describe('docs/compared.md', () => {
  const tables = read('docs/compared.md').split('\n## The others\n');
  const rowsOf = (text = '') =>
    text
      .split('\n')
      .filter((line) => /^\| (?!feature|-)/.test(line))
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const [ours, others] = tables.map(rowsOf);

  it('says of every feature that it is there, by a test that it names, or why not', () => {
    expect(ours?.length).toBeGreaterThan(60);
    for (const [feature, answer, shown = ''] of ours ?? []) {
      const named = namedTests(shown).some(({ names }) => names.length > 0);
      const reason = shown.replace(/`[^`]*`|"[^"]*"/g, '').length > 40;
      expect([feature, answer, answer === 'yes' ? named : reason]).toEqual([
        feature,
        expect.stringMatching(/^(?:yes|no)$/),
        true,
      ]);
    }
  });

  it('has the same features of the others', () => {
    expect(others?.map(([feature]) => feature)).toEqual(ours?.map(([feature]) => feature));
    for (const [feature, ...cells] of others ?? [])
      expect([feature, cells]).toEqual([
        feature,
        Array(8).fill(expect.stringMatching(/^(?:yes|partly|–|·)$/)),
      ]);
  });
});

describe('who reads how to use the action', () => {
  it.each(pages.filter((page) => /uses: org\/setup-go-win@v\d/.test(read(page))))(
    'in %s finds how to pin it',
    (page) => expect(read(page)).toMatch(/verifying\.md|^## Pin$/m),
  );

  it.each(readdirSync(path.join(repo, 'examples/workflows')))('in %s finds how to pin it', (name) =>
    expect(read(`examples/workflows/${name}`)).toMatch(
      /org\/setup-go-win(?:\/\.github\/workflows\/[\w-]+\.yml)?@<commit> # v.*docs\/verifying\.md/,
    ),
  );

  it('in README sees that whole workflows grant nothing but the right to read, unless what they call needs more', () => {
    const whole = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)]
      .map(([, text = '']) => text)
      .filter((text) => /^jobs:/m.test(text) && !/^ {4}uses: /m.test(text));
    expect(whole.length).toBeGreaterThan(0);
    for (const text of whole) {
      expect(text).toMatch(/^permissions: \{\}$/m);
      const granted = [...text.matchAll(/^ {6,}([\w-]+): (?:read|write)\b/gm)].map(([line]) => line.trim());
      expect([...new Set(granted)]).toEqual(text.includes('actions/checkout') ? ['contents: read'] : []);
    }
  });
});
