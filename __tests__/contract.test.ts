import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type ErrorCode, SetupError } from '../src/errors.ts';
import { SHOWN_INPUTS } from '../src/report/bundle/environment-part.ts';
import { describeFailure } from '../src/report/failure.ts';
import { looksSecret } from '../src/report/secrets.ts';
import { ACTION_VERSION } from '../src/version.ts';

const repo = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8');

interface Action {
  inputs: Record<string, { description?: string; default?: string }>;
  outputs: Record<string, { description?: string }>;
  branding: { icon: string; color: string };
  runs: { using: string; main: string };
}
const action = parse(read('action.yml')) as Action;

/** Names in the first column of a README table: what stands in backticks. */
function tabled(heading: string): string[] {
  const section = read('README.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''),
  );
}

/** All TypeScript below a directory, as one text. */
function sources(directory: string): string {
  const files = readdirSync(path.join(repo, directory), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts'),
  );
  return files.map((file) => read(path.join(directory, file))).join('\n');
}

const inputReaders = () =>
  readdirSync(path.join(repo, 'src'))
    .filter((name) => name === 'inputs.ts' || name.endsWith('-inputs.ts'))
    .map((name) => read(`src/${name}`))
    .join('\n');

describe('action.yml', () => {
  it('describes every input and output, and has what the Marketplace asks for', () => {
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(entry.description).toMatch(/\w/);
    expect(action.branding).toMatchObject({ icon: expect.any(String), color: expect.any(String) });
    expect(action.runs).toMatchObject({ using: 'node24', main: 'dist/index.js' });
  });

  it('and inputs.ts have the same inputs', () => {
    const source = inputReaders();
    const readers =
      /(?:text|flag|choice|duration|percent|directory|wholeNumber|getMultilineInput)\(\s*'([a-z-]+)'/g;
    expect([...new Set([...source.matchAll(readers)].map((match) => match[1]))].sort()).toEqual(
      Object.keys(action.inputs).sort(),
    );
  });

  it('has no input of which diagnostics.ts does not know whether its value may be shown', () => {
    for (const name of Object.keys(action.inputs)) {
      const secret = looksSecret(`INPUT_${name.toUpperCase()}`);
      expect([name, SHOWN_INPUTS.includes(name)]).toEqual([name, !secret]);
    }
  });

  it('and README have the same inputs, outputs and defaults', () => {
    expect(tabled('Inputs').sort()).toEqual(Object.keys(action.inputs).sort());
    expect(tabled('Outputs').sort()).toEqual(Object.keys(action.outputs).sort());
    for (const [name, { default: fallback }] of Object.entries(action.inputs)) {
      const cell = new RegExp(`^\\| \`${name}\` \\| (.*?) ?\\|`, 'm').exec(read('README.md'))?.[1] ?? '';
      if (fallback !== undefined) expect([name, cell]).toEqual([name, `\`${fallback}\``]);
    }
  });
});

it('src/version.ts and package.json have the same version', () => {
  expect(ACTION_VERSION).toBe((JSON.parse(read('package.json')) as { version: string }).version);
});

describe('README', () => {
  const listed = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]);

  it('names the words that an input takes, as inputs.ts has them', () => {
    for (const [, name, values] of inputReaders().matchAll(/choice\('([a-z-]+)', \[([^\]]+)\]/g)) {
      const row = new RegExp(`^\\| \`${name}\` \\|(.*)$`, 'm').exec(read('README.md'))?.[1] ?? '';
      for (const [, word = ''] of (values ?? '').matchAll(/'([^']+)'/g))
        expect([name, listed(row)]).toEqual([name, expect.arrayContaining([word])]);
    }
  });

  it('has every operation in the table of operations', () => {
    const section = read('README.md').split('\n## One Go for the whole machine, by MSI\n')[1] ?? '';
    const rows = [...section.matchAll(/^\| `([a-z]+)` \|/gm)].map((match) => match[1]);
    expect(rows).toEqual(['install', 'switch', 'repair', 'rollback', 'uninstall', 'prune', 'status']);
  });
});

describe('docs/msi-or-zip.md', () => {
  const cells = read('docs/msi-or-zip.md').split('|');
  const named = cells.flatMap((cell) => {
    let directory = '';
    return [...cell.matchAll(/`(?:([WT])\/)?([a-z/*-]+\.test\.ts)`/g)].map(([, room, file = '']) => {
      // A name alone lies where the one before it does.
      if (room === undefined) return path.posix.join(directory, file);
      const whole = path.posix.join('__tests__', room === 'W' ? 'windows' : '', file);
      directory = path.posix.dirname(whole);
      return whole;
    });
  });

  it('names tests that there are', () => {
    expect(named.length).toBeGreaterThan(40);
    const precise = [...new Set(named)].filter((file) => !file.includes('*'));
    expect(precise.filter((file) => !existsSync(path.join(repo, file)))).toEqual([]);
  });
});

describe('the failure codes', () => {
  const codes = [...read('src/errors.ts').matchAll(/\| '(E_[A-Z_]+)'/g)].map((match) => match[1] ?? '');

  it.each(codes)('%s has an entry in docs/errors.md, is used, and is raised by a test', (code) => {
    const page = read('docs/errors.md');
    expect({
      documented: page.includes(`\n## ${code}\n`),
      listed: page.includes(`(#${code.toLowerCase()})`),
      used: sources('src').replace(read('src/errors.ts'), '').includes(`'${code}'`),
      tested: sources('__tests__').includes(`'${code}'`),
    }).toEqual({ documented: true, listed: true, used: true, tested: true });
  });

  it.each(codes)('%s is called the same in the table and in the annotation', (code) => {
    const { title } = describeFailure(new SetupError(code as ErrorCode, '', { remedy: '' }));
    expect(read('docs/errors.md')).toContain(`\n| [${code}](#${code.toLowerCase()}) | ${title} |\n`);
  });

  it.each(codes)('%s shows what stands in a log', (code) => {
    const entry = read('docs/errors.md').split(`\n## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(entry).toMatch(/\n```text\n.+\n(?:.+\n)*```\n/);
  });
});
