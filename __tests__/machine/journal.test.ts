import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lastSuccess, rememberSuccess, versionBefore } from '../../src/machine/history.ts';
import { beginChange, type Change, leftChange } from '../../src/machine/journal.ts';
import { keepManifest, keptManifest, takeManifest } from '../../src/machine/manifest.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'machine-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = {
  method: 'msi',
  operation: 'install',
  architecture: 'x64',
  from: '1.26.5',
  to: '1.26.6',
  runner: 'r1 run 7',
} as const;

describe('the journal', () => {
  it('has nothing at first, the change while it is open, and nothing after', async () => {
    expect(await leftChange(root)).toBeUndefined();
    const open = await beginChange(root, { ...change, details: { phase: 'prepared' } });
    await open.update({ phase: 'running' });
    const left = await leftChange<{ phase: string }>(root);
    expect(left?.change).toMatchObject({ ...change, details: { phase: 'running' } });
    await left?.close();
    expect(await leftChange(root)).toBeUndefined();
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes one change at a time', async () => {
    await beginChange(root, { ...change, details: {} });
    await expect(beginChange(root, { ...change, details: {} })).rejects.toMatchObject({ code: 'E_INTERNAL' });
  });

  it.each([
    ['cut off', '{"schema":1,"met'],
    ['of a version to come', '{"schema":2,"method":"msi","details":{}}'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    [
      'without details',
      '{"schema":1,"method":"zip","operation":"switch","architecture":"x64","details":null}',
    ],
    [
      'of an operation that is none',
      JSON.stringify({ ...change, schema: 1, id: '1', startedAt: '', operation: 'format', details: {} }),
    ],
    [
      'without who began it',
      JSON.stringify({ ...change, schema: 1, id: '1', startedAt: '', runner: undefined, details: {} }),
    ],
  ])('that is %s stops everything and stays as it is', async (_what, text) => {
    writeFileSync(path.join(root, 'journal.json'), text);
    await expect(leftChange(root)).rejects.toMatchObject({ code: 'E_VERIFY' });
    expect(readFileSync(path.join(root, 'journal.json'), 'utf8')).toBe(text);
  });
});

describe('the history', () => {
  const success = (id: string, from: string | undefined, to: string | undefined): Change<unknown> => ({
    ...change,
    schema: 1,
    id,
    startedAt: '2026-11-25T00:00:00Z',
    from,
    to,
    details: {},
  });

  it('gives the version before the last change, and rolling back twice returns', async () => {
    expect(await versionBefore(root, 'msi', 'x64')).toBeUndefined();
    await rememberSuccess(root, success('a', undefined, '1.26.5'));
    expect(await versionBefore(root, 'msi', 'x64')).toBeUndefined();
    await rememberSuccess(root, success('b', '1.26.5', '1.26.6'));
    expect(await versionBefore(root, 'msi', 'x64')).toBe('1.26.5');
    await rememberSuccess(root, success('c', '1.26.6', '1.26.5'));
    expect(await versionBefore(root, 'msi', 'x64')).toBe('1.26.6');
  });

  it('leaves out repairs, changes told twice, and other methods and architectures', async () => {
    await rememberSuccess(root, success('b', '1.26.5', '1.26.6'));
    await rememberSuccess(root, success('b', '1.26.5', '1.26.6'));
    await rememberSuccess(root, success('r', '1.26.6', '1.26.6'));
    await rememberSuccess(root, { ...success('x', '1.20.0', '1.21.0'), architecture: 'x86' });
    await rememberSuccess(root, { ...success('z', '1.22.0', '1.23.0'), method: 'zip' });
    expect(await versionBefore(root, 'msi', 'x64')).toBe('1.26.5');
    expect(JSON.parse(readFileSync(path.join(root, 'history.json'), 'utf8')).successes).toHaveLength(3);
  });

  it.each([
    'null',
    '[]',
    '{}',
    '{"schema":2,"successes":[]}',
    '{"schema":1,"successes":[null]}',
    '{"schema":1}',
  ])('that is %s is not "nothing", and stops no change that is done', async (text) => {
    writeFileSync(path.join(root, 'history.json'), text);
    for (const asked of [versionBefore(root, 'msi', 'x64'), lastSuccess(root, 'zip')])
      await expect(asked).rejects.toMatchObject({ code: 'E_VERIFY' });
    await rememberSuccess(root, success('b', '1.26.5', '1.26.6'));
    expect(await versionBefore(root, 'msi', 'x64')).toBe('1.26.5');
  });

  it('does not grow for ever', async () => {
    for (let index = 0; index < 60; index++)
      await rememberSuccess(root, success(String(index), `1.0.${index}`, `1.0.${index + 1}`));
    expect(JSON.parse(readFileSync(path.join(root, 'history.json'), 'utf8')).successes).toHaveLength(50);
    expect(await versionBefore(root, 'msi', 'x64')).toBe('1.0.59');
  });
});

describe('a manifest', () => {
  it('lists a tree by paths with slashes and sizes, and is kept', async () => {
    const tree = path.join(root, 'tree');
    mkdirSync(path.join(tree, 'bin'), { recursive: true });
    writeFileSync(path.join(tree, 'VERSION'), 'go1.26.6\n');
    writeFileSync(path.join(tree, 'bin', 'go.exe'), 'MZ');
    const whole = await takeManifest(tree);
    expect(whole).toEqual({ VERSION: 9, 'bin/go.exe': 2 });
    await keepManifest(root, 'go1.26.6-x64', whole);
    expect(await keptManifest(root, 'go1.26.6-x64')).toEqual(whole);
    expect(await keptManifest(root, 'go9-x64')).toBeUndefined();
  });
});
