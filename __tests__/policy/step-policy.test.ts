import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { openPolicy } from '../../src/policy/open.ts';
import { parsePolicy } from '../../src/policy/read.ts';
import { createStepPolicy } from '../../src/policy/step-policy.ts';
import { builtinDate } from '../../src/release/builtin.ts';
import { newestMinors } from '../../src/release/builtin-minors.ts';
import { parseSpec } from '../../src/release/spec.ts';
import type { Log } from '../../src/report/log.ts';

const [older = '', newer = ''] = newestMinors;
const DAY_MS = 86_400_000;
const unknown = { source: undefined, official: false };

function stepPolicy(rules: object, learned: { versions?: readonly string[] } = {}) {
  const said: string[] = [];
  const log: Log = {
    ...{ info: (line) => said.push(line), warn: (line) => said.push(`warning: ${line}`) },
    ...{ notice: () => {}, debug: () => {}, fold: () => {} },
  };
  const policy = parsePolicy(Buffer.from(JSON.stringify(rules)), 'C:\\policy.json');
  return { step: createStepPolicy(policy, learned, log), said, log };
}

/** A tree with a VERSION file alone. */
function treeWith(version: string): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'policy-tree-'));
  mkdirSync(tree, { recursive: true });
  writeFileSync(path.join(tree, 'VERSION'), version);
  return tree;
}
const released = (daysAgo: number) =>
  `go1.99.1\ntime ${new Date(Date.now() - daysAgo * DAY_MS).toISOString().replace(/\.\d+/, '')}\n`;

describe('the example of docs/policy.md', () => {
  const docs = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(docs('policy.md'))?.[1] ?? '') as object;
  const fromMirror = { source: 'https://mirror.example/go/go1.26.6.windows-amd64.zip', official: true };

  it('lets through what it says, and nothing else', async () => {
    const { step } = stepPolicy(example);
    await expect(step.requireRelease({ version: '1.26.6', ...fromMirror })).resolves.toBeUndefined();
    await expect(step.requireRelease({ version: '1.26.6', ...fromMirror, official: false })).rejects.toThrow(
      /officialOnly/,
    );
    const elsewhere = {
      version: '1.26.6',
      official: true,
      source: 'https://mirror.example/go1.26.6.windows-amd64.zip',
    };
    await expect(step.requireRelease(elsewhere)).rejects.toThrow(/the rule sources/);
    expect(
      ['1.24.9', '1.25.1', '1.26.3', '1.27.0-rc.1', '1.25.3'].map((version) => step.ruledOut(version)),
    ).toEqual([
      ...[
        'versions.allowed',
        'versions.forbidden[0]',
        'versions.forbidden[1]',
        'versions.allowed',
        undefined,
      ],
    ]);
    await expect(
      step.requireAge({ version: '1.26.6', ...fromMirror }, treeWith(released(13))),
    ).rejects.toThrow(/minimumAge/);
    expect(() => step.requireMethod('msi')).toThrow(/the rule method/);
    expect(() => step.refuseUser('anna')).toThrow(/requireElevation/);
    expect(step.policy.maxFailures?.value).toBe(0.1);
  });

  it('refuses in the words that docs/errors.md shows', async () => {
    const shown = /^Error: (Go 1\.26\.3, .*)$/m.exec(docs('errors.md'))?.[1] ?? 'nothing';
    const bytes = Buffer.from(/```json\n([\s\S]*?)```/.exec(docs('policy.md'))?.[1] ?? '');
    const step = createStepPolicy(parsePolicy(bytes, 'C:\\runner\\go-policy.json'), {}, stepPolicy({}).log);
    const error = await step
      .requireVersion({ version: '1.26.3', origin: 'input go-version' })
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(SetupError);
    const { message, remedy } = error as SetupError;
    expect(`${message} ${remedy}`).toBe(shown);
  });
});

describe('a stop', () => {
  it('names what was wanted, the rule with its line, the file, and what to do', async () => {
    const { step } = stepPolicy({ name: 'Ours', versions: { forbidden: ['1.26.3'] } });
    await expect(
      step.requireVersion({ version: '1.26.3', origin: 'go.mod line 3 (go)' }),
    ).rejects.toMatchObject({
      code: 'E_POLICY',
      message:
        'Go 1.26.3, asked for by go.mod line 3 (go), is refused: the rule versions.forbidden[0] in line 1 of the policy "Ours" (C:\\policy.json) forbids 1.26.3.',
      remedy:
        'Ask for a version that the policy allows. Or ask whoever keeps the policy to change that rule.',
      evidence: [
        expect.stringMatching(/^policy C:\\policy\.json, SHA-256 [0-9a-f]{64}$/),
        'rule versions.forbidden[0], line 1',
      ],
    });
    await expect(step.requireVersion({ version: '1.26.4' })).resolves.toBeUndefined();
  });

  it('comes from sources, method and elevation as well', async () => {
    const { step } = stepPolicy({ sources: ['go.dev'], method: 'msi', requireElevation: true });
    await expect(
      step.requireRelease({ version: '1.26.4', source: 'D:\\go1.zip', official: true }),
    ).rejects.toMatchObject({
      code: 'E_POLICY',
      message: expect.stringContaining('allows go.dev alone, and it comes from D:\\go1.zip'),
    });
    expect(() => step.requireMethod('zip')).toThrow(/demands msi, and install-method is zip/);
    expect(() => step.requireMethod('msi')).not.toThrow();
    expect(() => step.refuseUser('PC\\anna')).toThrow(/rule requireElevation .* PC\\anna has none/);
    expect(() => stepPolicy({}).step.refuseUser('PC\\anna')).not.toThrow();
  });
});

describe('minors that Go does not support', () => {
  it.each([
    ['note', [`Go 1.20.1: the rule endOfLife of the policy is about`]],
    ['warning', ['warning: Go 1.20.1: the rule endOfLife of the policy is about']],
  ])('are said once, as a %s', async (level, beginnings) => {
    const { step, said } = stepPolicy({ endOfLife: level });
    for (const version of ['1.20.1', '1.20.1', `${newer}.0`]) await step.requireVersion({ version });
    expect(said.map((line) => line.slice(0, beginnings[0]?.length))).toEqual(beginnings);
    expect(said[0]).toContain(
      `supported are ${older} and ${newer}, by the built-in index of ${builtinDate}.`,
    );
    expect(step.ruledOut('1.20.1')).toBeUndefined();
  });

  it('stop, and a list that the step has read counts with the index', async () => {
    const { step } = stepPolicy({ endOfLife: 'stop' }, { versions: ['1.98.3', '1.99.0', '1.20.1'] });
    expect([step.ruledOut(`${newer}.0`), step.ruledOut('1.98.0')]).toEqual(['endOfLife', undefined]);
    await expect(step.requireVersion({ version: '1.20.1' })).rejects.toMatchObject({
      code: 'E_POLICY',
      message: expect.stringContaining(
        `supported are 1.98 and 1.99, by the release list that this step read and the built-in index of ${builtinDate}`,
      ),
      remedy: expect.stringMatching(/^Ask for a version of 1\.98 or 1\.99\./),
    });
  });
});

describe('the age of a release', () => {
  const rules = { minimumAge: { days: 14, unknown: 'stop' } };
  const asked = { version: '1.99.1', ...unknown };

  it('is that of the VERSION file, in each form of lines', async () => {
    const { step } = stepPolicy(rules);
    const old = released(15);
    for (const text of [old, old.replaceAll('\n', '\r\n'), old.trimEnd()])
      await expect(step.requireAge(asked, treeWith(text))).resolves.toBeUndefined();
    await expect(step.requireAge(asked, treeWith(released(13)))).rejects.toMatchObject({
      code: 'E_POLICY',
      message: expect.stringMatching(/demands 14 day\(s\), and it came out at 20\S+Z, 13 day\(s\) ago/),
    });
  });

  it.each(['go1.20.3', 'go1.99.1\ntime yesterday\n', 'go1.99.1\ntime 2026-99-99T00:00:00Z\n', ''])(
    'is not known from %j, which the rule decides',
    async (text) => {
      const tree = treeWith(text);
      await expect(stepPolicy(rules).step.requireAge(asked, tree)).rejects.toThrow(/nobody knows/);
      const { step } = stepPolicy({ minimumAge: { days: 14, unknown: 'allow' } });
      await expect(step.requireAge(asked, tree)).resolves.toBeUndefined();
    },
  );

  it('is at least that of the built-in index, for go.dev’s own builds that it has', async () => {
    const days = Math.floor((Date.now() - Date.parse(builtinDate)) / DAY_MS);
    const { step } = stepPolicy({ minimumAge: { days, unknown: 'stop' } });
    const official = { version: '1.20.3', source: undefined, official: true };
    await expect(step.requireAge(official, undefined)).resolves.toBeUndefined();
    await expect(step.requireAge({ ...official, official: false }, undefined)).rejects.toThrow(
      /nobody knows/,
    );
    await expect(step.requireAge({ ...official, version: '1.99.1' }, undefined)).rejects.toThrow(
      /nobody knows/,
    );
    const longer = stepPolicy({ minimumAge: { days: days + 1, unknown: 'stop' } }).step;
    await expect(longer.requireAge(official, undefined)).rejects.toThrow(/nobody knows/);
  });

  it('lets a range go on to the next release, five times, and an exact version never', async () => {
    const { step, said } = stepPolicy(rules);
    const tree = treeWith(released(1));
    const range = parseSpec('1.99.x', 'test');
    const failure = async (version: string) =>
      await step.requireAge({ version, ...unknown }, tree).then(
        () => undefined,
        (error: unknown) => error,
      );
    const first = await failure('1.99.9');
    expect(step.passesOver(parseSpec('1.99.9', 'test'), first)).toBe(false);
    expect(step.passesOver(range, first)).toBe(true);
    expect(step.passesOver(range, first)).toBe(false);
    expect(step.ruledOut('1.99.9')).toBe('minimumAge');
    expect(said.at(-1)).toMatch(/^Go 1\.99\.9 is refused: .* Looking for another match of 1\.99\.x$/);
    for (const patch of [8, 7, 6, 5])
      expect(step.passesOver(range, await failure(`1.99.${patch}`))).toBe(true);
    expect(step.passesOver(range, await failure('1.99.4'))).toBe(false);
    // What was known already is no news to go on from.
    expect(step.passesOver(range, await failure('1.99.9'))).toBe(false);
    expect(step.passesOver(range, new Error('another'))).toBe(false);
  });
});

describe('a tree that is there', () => {
  it.each([
    [{ sources: ['go.dev'] }, /is not used: the rule sources of the policy allows go\.dev alone/],
    [{ versions: { allowed: ['1.98.x'] } }, /the rule versions\.allowed of the policy allows 1\.98\.x alone/],
    [{ minimumAge: { days: 14, unknown: 'allow' } }, /the rule minimumAge of the policy demands 14/],
  ])('is not used against %j, and the log says why', async (rules, line) => {
    const { step, said } = stepPolicy(rules);
    const tree = treeWith(released(1));
    expect(await step.acceptsTree({ version: '1.99.1', ...unknown }, tree)).toBe(false);
    expect(said).toEqual([expect.stringMatching(line)]);
    expect(said[0]).toContain(tree);
  });

  it('says nothing against its version where nobody knows when it came out, but does where it is too young', async () => {
    const { step } = stepPolicy({ minimumAge: { days: 1, unknown: 'stop' } });
    expect(await step.acceptsTree({ version: '1.20.3', ...unknown }, treeWith('go1.20.3'))).toBe(false);
    expect(step.ruledOut('1.20.3')).toBeUndefined();
    await expect(step.requireRelease({ version: '1.20.3', source: 'x', official: true })).resolves.toBe(
      undefined,
    );
    await expect(
      step.requireAge({ version: '1.20.3', source: 'x', official: true }, treeWith('go1.20.3')),
    ).resolves.toBeUndefined();
    expect(await step.acceptsTree({ version: '1.99.1', ...unknown }, treeWith(released(0)))).toBe(false);
    expect(step.ruledOut('1.99.1')).toBe('minimumAge');
  });

  it('is used where nothing is against it', async () => {
    const { step, said } = stepPolicy({
      sources: ['tool-cache-unverified'],
      minimumAge: { days: 1, unknown: 'stop' },
    });
    const tree = treeWith(released(2));
    expect(await step.acceptsTree({ version: '1.99.1', ...unknown }, tree)).toBe(true);
    await expect(step.requireTree({ version: '1.99.1', ...unknown }, tree)).resolves.toBeUndefined();
    expect(said).toEqual([]);
  });
});

describe('a policy of a step', () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'policy-workspace-'));
  writeFileSync(path.join(workspace, 'go-policy.json'), '{"method": "msi"}');
  const { log, said } = stepPolicy({});
  const open = async (operation: 'install' | 'rollback' | 'uninstall' | 'prune' | 'status') =>
    await openPolicy({ policy: 'go-policy.json', operation, installMethod: 'zip' }, workspace, {}, log);

  it('is found from the workspace, and said', async () => {
    const { label, policy } = await open('status');
    expect(policy.file).toBe(path.join(workspace, 'go-policy.json'));
    expect(label).toBe(`go-policy.json sha256:${policy.sha256}`);
    expect(said).toEqual([`Policy ${policy.file}, SHA-256 ${policy.sha256}`]);
  });

  it('says at once that the way to install is another one, but not to what uses no Go', async () => {
    for (const operation of ['install', 'rollback'] as const)
      await expect(open(operation)).rejects.toMatchObject({
        code: 'E_POLICY',
        message: expect.stringContaining('This step is refused: the rule method in line 1'),
      });
    for (const operation of ['uninstall', 'prune', 'status'] as const)
      await expect(open(operation)).resolves.toBeDefined();
  });
});
