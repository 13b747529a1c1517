import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { SetupError, type SetupErrorDetails } from '../../src/errors.ts';
import { describeFailure } from '../../src/report/failure.ts';
import { type FailedFacts, summarizeFailure } from '../../src/report/summary.ts';
import { expectBalanced } from './html.ts';

let file: string;
beforeAll(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'summary-')), 'summary');
  process.env['GITHUB_STEP_SUMMARY'] = file;
});
beforeEach(() => {
  writeFileSync(file, '');
  for (const name of ['GITHUB_SERVER_URL', 'GITHUB_ACTION_REPOSITORY', 'GITHUB_ACTION_REF'])
    delete process.env[name];
});
afterAll(() => rmSync(path.dirname(file), { recursive: true, force: true }));

const FACTS: FailedFacts = {
  diagnostics: 'C:\\temp\\bundle',
  wanted: '1.26.x',
  architecture: 'x64',
  runner: 'box',
  milliseconds: 1200,
};

/** The summary of a failure as GitHub's kind of Markdown makes it. */
async function rendered(message: string, details: SetupErrorDetails, facts = FACTS): Promise<string> {
  writeFileSync(file, '');
  await summarizeFailure(describeFailure(new SetupError('E_CHECKSUM', message, details)), facts);
  return marked.parse(readFileSync(file, 'utf8'), { async: false, gfm: true });
}

const unescaped = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/gs)].map(([, name = '', text = '']) => [
    name,
    unescaped(text),
  ]);
}

describe('the job summary of a failed step', () => {
  it('shows code, cause, remedy and evidence at a glance, and what it was about', async () => {
    const html = await rendered('The file is wrong.', {
      state: 'go1 works.',
      remedy: 'Replace it.',
      evidence: ['expected a', 'actual b'],
    });
    expect(html).toMatch(/^<h3>E_CHECKSUM: the file is not what it should be<\/h3>/);
    expect(rowsOf(html)).toEqual([
      ['Cause', 'The file is wrong.'],
      ['Now', 'go1 works.'],
      ['Remedy', 'Replace it.'],
    ]);
    expect(html).toContain('<p>Evidence</p><pre>expected a\nactual b</pre>');
    expect(html).toContain('<p>Go 1.26.x for x64 · on box · failed after 1.2 s</p>');
    expectBalanced(html);
  });

  it('has long evidence folded away, whole', async () => {
    const evidence = Array.from({ length: 9 }, (_, number) => `fact ${number}`);
    const html = await rendered('x', { remedy: 'y', evidence });
    expect(html).toContain(
      `<details><summary>Evidence (9 lines)</summary><pre>${evidence.join('\n')}</pre></details>`,
    );
    expectBalanced(html);
  });

  it('names the bundle, and the step that keeps it', async () => {
    const html = await rendered('x', { remedy: 'y' });
    expect(html).toContain('<summary>Diagnostics: <code>C:\\temp\\bundle</code></summary>');
    expect(html).toMatch(
      /actions\/upload-artifact@v\d+\n {2}with:\n.*\n {4}path: \$\{\{ steps\.go\.outputs\.diagnostics-path \}\}<\/pre>/,
    );
    expect(await rendered('x', { remedy: 'y' }, { ...FACTS, diagnostics: undefined })).not.toContain(
      'upload-artifact',
    );
  });

  it('links to the entry of its code, in the version of the action that ran', async () => {
    process.env['GITHUB_SERVER_URL'] = 'https://github.example';
    process.env['GITHUB_ACTION_REPOSITORY'] = 'org/setup-go-win';
    process.env['GITHUB_ACTION_REF'] = 'v1.2';
    expect(await rendered('x', { remedy: 'y' })).toContain(
      '<a href="https://github.example/org/setup-go-win/blob/v1.2/docs/errors.md#e_checksum">',
    );
    process.env['GITHUB_ACTION_REF'] = ''; // uses: ./
    expect(await rendered('x', { remedy: 'y' })).not.toContain('<a ');
  });

  it.each([
    ...[
      'a | b',
      'line\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      '`tick',
      '```\nfence',
      '<script>x</script>',
      '</td></tr></table>',
      '</pre>',
    ],
    ...[
      '**bold** _it_ [a](http://b)',
      '# head',
      '&lt;b&gt;',
      '<!-- x',
      '\n    code',
      '$&',
      `$\{{ x }}`,
      '\r\n\r\n- list',
      '"\'>',
    ],
  ])('is not broken by %j', async (text) => {
    const html = await rendered(
      text,
      { remedy: text, state: text, evidence: [text, '', text] },
      { ...FACTS, wanted: text, runner: text },
    );
    const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
    expect(rowsOf(html)).toEqual([
      ['Cause', line],
      ['Now', line],
      ['Remedy', line],
    ]);
    expect(html.match(/<(?:table|pre|h3|p|details)\b/g)).toEqual([
      '<h3',
      '<table',
      '<p',
      '<pre',
      '<details',
      '<p',
      '<pre',
      '<p',
    ]);
    expectBalanced(html);
  });

  it('is not broken by any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
        const html = await rendered(`x${text}x`, { remedy: 'y', evidence: [text] });
        expect(rowsOf(html).length).toBe(2);
        expectBalanced(html);
      }),
    );
  });
});
