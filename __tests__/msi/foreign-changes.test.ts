import { expect, it } from '@jest/globals';
import { differsElsewhere } from '../../src/msi/restore-path.ts';
import type { RegistryValue } from '../../src/windows/registry.ts';

const value = (data: string): RegistryValue => ({ type: 'expand_sz', data });
const own = ['C:\\Program Files\\Go\\bin'];

it.each([
  [
    'the entry of Go gone',
    'C:\\Windows;;C:\\tools',
    'C:\\Windows;C:\\Program Files\\Go\\bin;C:\\tools',
    false,
  ],
  [
    'the entry of Go at another place',
    'C:\\tools;C:\\program files\\go\\bin\\',
    'C:\\Program Files\\Go\\bin;C:\\tools',
    false,
  ],
  ['another entry more', 'C:\\tools;C:\\new', 'C:\\tools', true],
  ['another entry less', 'C:\\Windows', 'C:\\Windows;C:\\tools', true],
  ['others in another order', 'C:\\b;C:\\a', 'C:\\a;C:\\b', true],
])('a PATH with %s', (_what, now, before, differs) => {
  expect(differsElsewhere(value(now), value(before), own)).toBe(differs);
});

it('a PATH that is not set is one without entries', () => {
  expect(differsElsewhere(undefined, undefined, own)).toBe(false);
  expect(differsElsewhere(undefined, value(own[0] ?? ''), own)).toBe(false);
  expect(differsElsewhere(value('C:\\new'), undefined, own)).toBe(true);
});
