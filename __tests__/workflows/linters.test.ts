import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** What the command says: a process of its own, since jest does not like how GitHub's parser imports its JSON. */
function lint(checkout: string): { status: number | null; said: string } {
  const args = ['lab/run.js', 'lint-workflows', checkout];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repo, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

it("GitHub's parser, actionlint and zizmor find nothing in action.yml and the workflows", () => {
  const { status, said } = lint(repo);
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
  expect(said).toMatch(
    /^GitHub's parser: no finding\nactionlint v[\d.]+: no finding\nzizmor [\d.]+: no finding$/m,
  );
}, 900_000);

it('each of them is asked in such a way that it does find what is wrong', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'linters-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  };
  try {
    write(
      'action.yml',
      'name: a\ndescription: b\ninputs: { known: { description: c } }\nruns: { using: node24 }\n',
    );
    write(
      '.github/workflows/one.yml',
      'on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - uses: ./\n        with: { unknown: 1 }\n',
    );
    write(
      'examples/workflows/two.yml',
      `on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - run: echo \${{ github.head_ref }}\n`,
    );
    spawnSync('git', ['init', '-q'], { cwd: home });
    spawnSync('git', ['add', '-A'], { cwd: home });
    const { status, said } = lint(home);
    expect(status).toBe(1);
    const [, parser = '', actionlint = '', zizmor = ''] = said.split(
      /^(?:GitHub's parser|actionlint .*|zizmor .*): findings$/m,
    );
    expect(parser.trim().split('\n')).toEqual([
      expect.stringMatching(/^action\.yml:4: .*main/),
      ".github/workflows/one.yml:7: Invalid action input 'unknown'",
    ]);
    expect(actionlint).toMatch(/^\.github\/workflows\/one\.yml:7:.*unknown/m);
    expect(actionlint).toMatch(/^examples\/workflows\/two\.yml:6:.*head_ref/m);
    expect(zizmor).toMatch(/template-injection[\s\S]*examples\/workflows\/two\.yml:6/);
  } finally {
    rmSync(home, { recursive: true });
  }
}, 900_000);
