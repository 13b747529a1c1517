import { describe, expect, it } from '@jest/globals';
import type { EnvironmentValues } from '../../src/machine/machine-path.ts';
import { comparePaths, describeChanges, warningsOf } from '../../src/msi/foreign-changes.ts';
import type { MsiDetails } from '../../src/msi/session.ts';
import type { RegistryValue } from '../../src/windows/registry.ts';

const value = (data: string): RegistryValue => ({ type: 'expand_sz', data });
const installDir = 'C:\\Program Files\\Go';
const own = [`${installDir}\\bin`];

describe('of two values of a PATH', () => {
  it.each<[string, string, string, string | undefined]>([
    [
      'the entry of Go gone',
      'C:\\Windows;;C:\\tools',
      'C:\\Windows;C:\\Program Files\\Go\\bin;C:\\tools',
      undefined,
    ],
    [
      'the entry of Go elsewhere',
      'C:\\tools;C:\\program files\\go\\bin\\',
      'C:\\Program Files\\Go\\bin;C:\\tools',
      undefined,
    ],
    ['another entry more', 'C:\\tools;C:\\new', 'C:\\tools', 'added C:\\new'],
    ['another entry less', 'C:\\Windows', 'C:\\Windows;C:\\tools', 'removed C:\\tools'],
    ['one of two equal ones less', 'C:\\a', 'C:\\a;C:\\A\\', 'removed C:\\A\\'],
    ['another one in its place', '%A%\\x;C:\\b', '%A%;C:\\b', 'removed %A%; added %A%\\x'],
    ['others in another order', 'C:\\b;C:\\a', 'C:\\a;C:\\b', 'put its entries in another order'],
  ])('says what somebody else did: %s', (_what, now, before, changed) => {
    expect(describeChanges(comparePaths(value(before), value(now), own))).toBe(changed);
  });

  it('takes one that is not set as one without entries', () => {
    expect(describeChanges(comparePaths(undefined, undefined, own))).toBeUndefined();
    expect(describeChanges(comparePaths(undefined, value(own[0] ?? ''), own))).toBeUndefined();
    expect(describeChanges(comparePaths(undefined, value('C:\\new'), own))).toBe('added C:\\new');
  });

  it('names no more entries than anybody reads', () => {
    const many = Array.from({ length: 40 }, (_, index) => `C:\\${index}`).join(';');
    expect(describeChanges(comparePaths(undefined, value(many), own))).toMatch(/C:\\9 and 30 more$/);
  });
});

describe('what there is to warn of after msiexec', () => {
  const target = { goVersion: 'go1.99.2', version: '1.99.2', installDir } as MsiDetails['target'];
  const details = (more: Partial<MsiDetails> = {}): MsiDetails => ({
    old: undefined,
    target,
    secured: undefined,
    machinePath: value('C:\\Windows'),
    machineGoroot: null,
    pending: [],
    attempts: [],
    ...more,
  });
  const now = (path: string, goroot?: string): EnvironmentValues => ({
    path: value(path),
    gopath: undefined,
    goroot: goroot === undefined ? undefined : value(goroot),
  });

  it('is nothing where only the MSI did something', () => {
    expect(warningsOf(details(), now('C:\\Windows;C:\\Program Files\\Go\\bin'))).toEqual([]);
    expect(warningsOf(details({ target: undefined }), now('C:\\Windows'))).toEqual([]);
  });

  it('is each entry of others that went or came', () => {
    expect(warningsOf(details(), now('C:\\cm;C:\\Program Files\\Go\\bin'))).toEqual([
      expect.stringMatching(
        /^Something else changed the machine's PATH during the installation: it removed C:\\Windows; added C:\\cm\. .*configuration manager/,
      ),
    ]);
  });

  it('is an entry of Go that the MSI put there and that is gone', () => {
    expect(warningsOf(details(), now('C:\\Windows'))).toEqual([
      expect.stringMatching(/^C:\\Program Files\\Go\\bin is not on the machine's PATH.*operation: repair/),
    ]);
  });

  it('is a GOROOT that came, went or became another one', () => {
    const path = 'C:\\Windows;C:\\Program Files\\Go\\bin';
    for (const [was, is, words] of [
      [undefined, 'C:\\Go', 'from none to C:\\Go'],
      ['C:\\Go', undefined, 'from C:\\Go to none'],
      ['C:\\Go', 'D:\\Go', 'from C:\\Go to D:\\Go'],
    ] as const) {
      const before = details({ machineGoroot: was === undefined ? null : value(was) });
      expect(warningsOf(before, now(path, is))).toEqual([expect.stringContaining(words)]);
    }
    expect(warningsOf(details({ machineGoroot: value('C:\\Go') }), now(path, 'C:\\Go'))).toEqual([]);
  });

  it('is nothing that rests on values which nobody read', () => {
    const unread = details({ machinePath: undefined, machineGoroot: undefined });
    expect(warningsOf(unread, now('C:\\Windows;C:\\Program Files\\Go\\bin', 'C:\\Go'))).toEqual([]);
  });
});
