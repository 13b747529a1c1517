import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { wavesChart } from '../../src/fleet/report/chart.ts';
import { reportMarkdown } from '../../src/fleet/report/markdown.ts';
import type { FleetRecords } from '../../src/fleet/report/runners.ts';
import { summarizeFleet } from '../../src/fleet/report/summary.ts';
import { expectBalanced } from '../report/html.ts';
import { anyRecords, hostile } from './any-records.ts';
import { leg, plan, roster, runner, runners, stoppedRun, verdict, wellRun } from './runs.ts';

const report = (records: FleetRecords, notes: readonly string[] = []) =>
  summarizeFleet(records, { reportedAt: '2026-08-18T09:40:00.000Z', notes });
const markdown = (records: FleetRecords, notes?: readonly string[]) => reportMarkdown(report(records, notes));
/** As GitHub's kind of Markdown makes it. */
const rendered = (text: string) => marked.parse(text, { async: false, gfm: true });

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ');
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => withoutTags(cell)),
  );
}

describe('the summary of a run', () => {
  it('begins with what happened, then all runners in one line, then the waves', () => {
    const html = rendered(markdown(wellRun()));
    expect(html).toMatch(
      /^<h3>Go 1\.26\.6 is on 48 of 50 runners\.<\/h3>\n<p>1 busy, 1 offline\.<\/p>\n<table>/,
    );
    expect(rowsOf(html).slice(0, 4)).toEqual([
      ['Runners', 'Upgraded', 'Had it already', 'Left out'],
      ['50', '47', '1', '2'],
      ['Stage', 'Runners', 'Well', 'Failed', 'No answer', 'Benchmark', 'Gate'],
      ['canary', '2', '2', '0', '0', '+3 %', 'went on'],
    ]);
    expect(rowsOf(html)).toContainEqual([
      'Versions, before → now',
      '1.26.6: 1 → 48, 1.26.5: 47 → 0, unknown: 2',
    ]);
    expect(rowsOf(html)).toContainEqual(['Was there already', '1.89 GB, about 6 min 45 s saved by that']);
    expect(html).not.toContain('Why');
  });

  it('of a stop has who needs a look, the worst first, with codes that lead to their page', () => {
    const env = {
      ...{ GITHUB_SERVER_URL: 'https://github.example', GITHUB_ACTION_REPOSITORY: 'org/setup-go-win' },
      GITHUB_ACTION_REF: 'v1',
    };
    const html = rendered(reportMarkdown(report(stoppedRun()), env));
    const rows = rowsOf(html);
    const at = rows.findIndex(([first]) => first === 'Runner');
    expect(rows.slice(at, at + 3)).toEqual([
      ['Runner', 'Stage', 'Now', 'Why', 'Go'],
      [
        ...['BUILD-001 (2022)', 'canary', 'Not rolled back'],
        ...['E_LOCKED: go.exe is in use by process 4711.', '1.26.5 → 1.26.6'],
      ],
      [
        ...['BUILD-006 (2019)', 'wave 2', 'Rolled back'],
        ...['E_HEALTH: The new Go cannot build the benchmark module.', '1.26.5'],
      ],
    ]);
    expect(rows).toContainEqual(['E_HEALTH', '7', '2019 7 of 10']);
    expect(html).toContain(
      '<a href="https://github.example/org/setup-go-win/blob/v1/docs/errors.md#e_health">',
    );
    expect(html).toContain('<summary>Rolled back, with no failure of their own: 12</summary>');
  });

  it('says which files could not be used', () => {
    expect(rendered(markdown(wellRun(), ['a.json is no JSON.']))).toContain(
      '<summary>Files that could not be used: 1</summary><ul><li>a.json is no JSON.</li></ul>',
    );
  });

  it('of nothing says so', () => {
    const nothing: FleetRecords = { roster: null, plan: null, results: [], verdicts: [] };
    expect(markdown(nothing)).toBe('<h3>The run ended before there was a plan: nothing was changed.</h3>\n');
  });
});

describe('the summary of any run', () => {
  /** What the report writes itself. All else has to have come out as text. */
  const TAGS =
    /^<\/?(?:h3|p|table|tr|th|td|b|code|a|details|summary|ul|li|pre)(?: href="[^"<>]*"| class="language-mermaid")?>$/;

  it('keeps texts of others as texts, and is one block of HTML on each side of the chart', () => {
    fc.assert(
      fc.property(anyRecords, fc.array(hostile), (records, notes) => {
        const text = markdown(records, notes);
        const html = rendered(text);
        for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).toMatch(TAGS);
        expectBalanced(html);
        for (const line of text.split(/\r\n|\r|\n/)) expect(line).not.toMatch(/^\s*::|##\[/);
        const blocks = marked.lexer(text, { gfm: true }).map(({ type }) => type);
        const begun = records.plan !== null || records.results.length > 0;
        expect(blocks.filter((type) => type !== 'html' && type !== 'space' && type !== 'code')).toEqual([]);
        if (!begun) expect(blocks).not.toContain('code');
      }),
      { numRuns: 120 },
    );
  });

  it('of 10,000 runners with the longest texts stays below half of what GitHub takes', () => {
    const long = '"&😀'.repeat(1000);
    const many = Array.from({ length: 10_000 }, (_, number) => ({
      ...runner(number),
      ...{ name: `${number}${long}`, group: `${number}${long}`, from: `${number}${long}` },
    }));
    const failed = { outcome: 'failed', message: long, after: long } as const;
    const records: FleetRecords = {
      roster: roster(many),
      plan: plan(
        [['canary', many.slice(0, 5000)]],
        many.slice(5000, 9000).map((one) => [one, 'scan-failed', `E_X: ${long}`]),
        many.slice(9000),
      ),
      results: many
        .slice(0, 5000)
        .map((one, number) => leg(one, 'canary', { ...failed, code: `E_${number}${long}` })),
      verdicts: [verdict('canary', false, long)],
    };
    const text = markdown(records, Array(5000).fill(long));
    expect(Buffer.byteLength(text)).toBeLessThan(512 * 1024);
    expect(text).toContain(
      'And 8900 more runners like these: <code>fleet-report.json</code> has all of them.',
    );
    expectBalanced(rendered(text));
  });
});

/** A stand-in for mermaid's grammar: what of it the chart uses. Nothing of a name or message can be in it. */
const BOX = /^ {2}(\w+)\["[\w +±%-]+(?:<br\/>[\w +±%-]+)*"\]:::(well|some|bad|open)$/;
const WAY = /^ {2}(\w+) (?:-->|-\.-|==>\|stop\|) (\w+)$/;
const LOOK =
  /^ {2}classDef (\w+) fill:#[\da-f]{6},stroke:#[\da-f]{6},color:#[\da-f]{6}(?:,stroke-dasharray:4 3)?$/;

describe('the chart of the waves, by a stand-in for the grammar of mermaid', () => {
  function boxesOf(records: FleetRecords): string[] {
    const [head, ...lines] = wavesChart(report(records)).split('\n');
    expect(head).toBe('flowchart LR');
    const boxes = lines.filter((line) => BOX.test(line));
    const ids = boxes.map((line) => BOX.exec(line)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const line of lines) {
      const [, from, to] = WAY.exec(line) ?? [];
      if (from !== undefined) expect(ids).toEqual(expect.arrayContaining([from, to]));
      else expect(line).toMatch(BOX.test(line) ? BOX : LOOK);
    }
    return boxes.map((line) => line.replace(/^.*\["(.*)"\]:::(.*)$/, '$2: $1'));
  }

  it('shows how the stages went, what was not reached, and the way back', () => {
    expect(boxesOf(stoppedRun())).toEqual([
      'well: canary<br/>2 of 2 well<br/>benchmark +3 %',
      'well: wave 1<br/>3 of 3 well<br/>benchmark +3 %',
      'bad: wave 2<br/>7 of 15 well<br/>7 failed<br/>1 gave no answer<br/>benchmark +3 %',
      'open: wave 3<br/>27 not reached',
      'bad: way back<br/>12 of 13 rolled back<br/>1 failed',
    ]);
  });

  it('and the words before it are in docs/fleet.md as they come out', () => {
    const page = readFileSync(new URL('../../docs/fleet.md', import.meta.url), 'utf8');
    const stopped = report(stoppedRun());
    expect(page).toContain(`\n\`\`\`mermaid\n${wavesChart(stopped)}\n\`\`\`\n`);
    expect(page).toContain(`\n> ${stopped.headline.replace(/^(.*? wave 2\.)/, '**$1**')}\n`);
  });

  it('has one box for all that was not reached', () => {
    const { results, ...rest } = wellRun();
    const canary = results.filter(({ stage }) => stage === 'canary');
    const verdicts = [verdict('canary')];
    expect(boxesOf({ ...rest, results: canary, verdicts })).toEqual([
      'well: canary<br/>2 of 2 well<br/>benchmark +3 %',
      'open: wave 1 to wave 3<br/>45 not reached',
    ]);
  });

  it('is sound whatever the files say, and never large', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const chart = wavesChart(report(records));
        if (chart === '') return;
        expect(boxesOf(records).length).toBeLessThanOrEqual(9);
        expect(chart.length).toBeLessThan(5000);
      }),
      { numRuns: 300 },
    );
  });

  it('is not there where there is no stage', () => {
    expect(wavesChart(report({ roster: roster(runners(1, 2)), plan: null, results: [], verdicts: [] }))).toBe(
      '',
    );
  });
});
