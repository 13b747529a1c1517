import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { chooseStages } from '../../src/fleet/plan.ts';
import { parseRoster } from '../../src/fleet/roster.ts';
import { parseWaves } from '../../src/fleet/shares.ts';
import { SLOTS } from '../../src/fleet/slots.ts';
import { parsePolicy } from '../../src/policy/read.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8');
const page = read('docs/fleet.md');
const CALLED = '.github/workflows/upgrade-fleet.yml';
const example = read('examples/workflows/fleet.yml');

interface Call {
  readonly inputs: Readonly<Record<string, { type: string; default?: unknown; description: string }>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}
const call = (parse(read(CALLED)) as { on: { workflow_call: Call } }).on.workflow_call;

/** What the page shows to be written or typed, without the margin that a list gives it. */
const blocks = [...page.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
  ([, margin = '', language = '', text = '']) => ({
    language,
    text: text.replaceAll(new RegExp(`^${margin}`, 'gm'), ''),
  }),
);
const of = (language: string) => blocks.filter((one) => one.language === language).map(({ text }) => text);
const commands = [...of('sh'), ...of('powershell')].flatMap((text) => text.trim().split('\n'));

describe('docs/fleet.md', () => {
  it('shows nothing in a language that no test reads', () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(
      new Set(['mermaid', 'json', 'yaml', 'sh', 'powershell']),
    );
  });

  it('has the example as it is, without the comment at its head', () => {
    expect(of('yaml').filter((text) => /^jobs:/m.test(text))).toEqual([example.replace(/^(?:#.*\n)+/, '')]);
  });

  it('has a list of runners that can be read', () => {
    const lists = of('json').filter((text) => text.startsWith('['));
    expect(
      lists.map((text) => parseRoster(text, 'the page').map(({ name, group }) => [name, group])),
    ).toEqual([
      [
        ['BUILD-01', 'server-2022'],
        ['BUILD-02', 'server-2022'],
        ['BUILD-03', 'server-2025'],
      ],
    ]);
  });

  it('has a policy that can be read', () => {
    const policies = of('json').filter((text) => !text.startsWith('['));
    expect(policies.map((text) => parsePolicy(Buffer.from(text), 'the page'))).toMatchObject([
      { minimumAge: { value: { days: 14 } }, maxFailures: { value: 0.05 }, allowed: { value: [{}] } },
    ]);
  });

  it('has the table of all inputs with their defaults', () => {
    const table = page.split('## Inputs of the workflow\n')[1]?.split('\n## ')[0] ?? '';
    const rows = [...table.matchAll(/^\| `([\w-]+)` \| (?:`(.*?)`)? ?\|/gm)].map(([, name, value = '']) => [
      name,
      value,
    ]);
    expect(rows).toEqual(
      Object.entries(call.inputs).map(([name, input]) => [name, String(input.default ?? '')]),
    );
    expect([...(/^Secrets: (.*?)\. /m.exec(table)?.[1] ?? '').matchAll(/[\w-]+/g)].flat()).toEqual(
      Object.keys(call.secrets),
    );
  });

  it('counts the waves of fifty runners as the plan does', () => {
    const parsed = parseWaves(String(call.inputs['waves']?.default), SLOTS);
    if (!('waves' in parsed)) throw new Error(parsed.wrong);
    const runners = parseRoster(
      JSON.stringify(Array.from({ length: 50 }, (_, at) => ({ name: `R-${at}` }))),
      'a test',
    );
    const sizes = chooseStages(runners, { canary: 1, waves: parsed.waves }).stages.map(
      (stage) => stage.runners.length,
    );
    expect(page).toContain(`Fifty runners of one group: ${sizes[0]}, then ${sizes.slice(1).join(', ')}.`);
  });

  it('has commands for the workflow, the secret, the artifact and the list that it speaks of', () => {
    expect(commands.length).toBeGreaterThan(6);
    const dispatch = Object.keys(
      (parse(example) as { on: { workflow_dispatch: { inputs: object } } }).on.workflow_dispatch.inputs,
    );
    for (const command of commands) {
      const [, given = ''] = /^gh workflow run fleet\.yml((?: -f [\w-]+=\S+)+)$/.exec(command) ?? [];
      if (given !== '') {
        for (const [, name] of given.matchAll(/-f ([\w-]+)=/g)) expect(dispatch).toContain(name);
        continue;
      }
      const [, secret] = /^gh secret set (\w+)$/.exec(command) ?? [];
      const [, artifact] = /^gh run download --name ([\w-]+)$/.exec(command) ?? [];
      const [, name, label] = /^\.\\config\.cmd --.* --name (\S+) --labels (\S+) /.exec(command) ?? [];
      if (secret) expect(example).toContain(`secrets.${secret} }}`);
      else if (artifact) expect(read(CALLED)).toContain(`name: ${artifact}\n`);
      else if (name) expect([label, of('json')[0]]).toEqual([name, expect.stringContaining(`"${name}"`)]);
      else expect(command).toBe('gh run watch');
    }
  });

  it('has pieces of YAML that fit into the example, as the linters and GitHub’s parser see it', () => {
    const pieces = of('yaml').filter((text) => !/^jobs:/m.test(text));
    expect(pieces.length).toBeGreaterThanOrEqual(4);
    const home = mkdtempSync(path.join(tmpdir(), 'fleet-docs-'));
    try {
      for (const file of ['action.yml', '.github/zizmor.yml', CALLED])
        cpSync(path.join(repo, file), path.join(home, file), { recursive: true });
      mkdirSync(path.join(home, 'examples/workflows'), { recursive: true });
      for (const [index, piece] of pieces.entries())
        writeFileSync(path.join(home, `examples/workflows/${index}.yml`), within(piece));
      spawnSync('git', ['init', '-q'], { cwd: home });
      spawnSync('git', ['add', '-A'], { cwd: home });
      const args = ['lab/run.js', 'lint-workflows', home];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repo, encoding: 'utf8' });
      expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
    } finally {
      rmSync(home, { recursive: true });
    }
  }, 900_000);
});

/** The example with a piece in it. The workflow is called by its path, so that the linter looks at what it takes. */
function within(piece: string): string {
  const { with: inputs = {}, secrets = {} } = parse(piece) as { with?: object; secrets?: object };
  const lines = (values: object) =>
    Object.entries(values).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
  const without = (text: string, values: object) =>
    Object.keys(values).reduce((all, name) => all.replace(new RegExp(`^ {6}${name}: .*\\n`, 'm'), ''), text);
  return without(without(example, inputs), secrets)
    .replace(`org/setup-go-win/${CALLED}@v1`, `./${CALLED} # zizmor: ignore[self-repository]`)
    .replace(/^ {4}with:\n/m, (line) => line + lines(inputs).join(''))
    .replace(/^ {4}secrets:\n/m, (line) => line + lines(secrets).join(''));
}
