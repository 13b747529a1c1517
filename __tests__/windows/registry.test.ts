import { expect, it, jest } from '@jest/globals';
import { runOnWindows, WindowsError } from '../../lab/windows/modules.ts';
import { describeWindows } from '../../lab/windows/suite.ts';

jest.setTimeout(60_000);

const LONG = '%SystemRoot%\\system32;C:\\Program Files\\Größe 日本;'.repeat(100);

/** Odd values that a machine's PATH has been seen to have, and the other types. */
const VALUES = {
  long: { type: 'expand_sz', data: LONG },
  plain: { type: 'sz', data: 'C:\\Go\\bin\\' },
  odd: { type: 'expand_sz', data: ';;"C:\\with;semicolon";C:\\trailing\\\\;%NOT_SET%' },
  empty: { type: 'sz', data: '' },
  'empty expand': { type: 'expand_sz', data: '' },
  'na"me\\': { type: 'sz', data: 'quote " and back\\slash\\' },
  '': { type: 'sz', data: 'default' },
  pairs: { type: 'multi_sz', data: ['\\??\\C:\\a', '', '\\??\\C:\\b', '\\??\\C:\\c'] },
  number: { type: 'dword', data: 0xfffffffe },
};

await describeWindows('the registry', (lab) => {
  it.each([
    ['HKCU', '64'],
    ['HKLM', '64'],
    ['HKLM', '32'],
  ])('gives back what was written, byte for byte: %s in the %s-bit view', async (hive, view) => {
    const key = `${hive}\\Software\\setup-go-win-test-${process.pid}`;
    const found = await runOnWindows<Record<string, unknown>>(
      lab,
      `const { readKey, readValue, writeValue } = await load('windows/registry');
       const { runProgram, systemProgram } = await load('windows/system-programs');
       try {
         for (const [name, value] of Object.entries(args.values)) await writeValue(args.key + '\\\\Inner', name, value, args.view);
         const [inner] = await readKey(args.key + '\\\\Inner', args.view);
         const values = Object.fromEntries(inner.values.map(({ name, value }) => [name, value]));
         await writeValue(args.key + '\\\\Inner', 'odd', undefined, args.view);
         const other = args.view === '64' ? '32' : '64';
         return {
           values,
           outer: (await readKey(args.key, args.view)).length,
           recursive: (await readKey(args.key, args.view, { recursive: true })).length,
           removed: (await readValue(args.key + '\\\\Inner', 'ODD', args.view)) ?? 'absent',
           case: await readValue(args.key + '\\\\inner', 'PLAIN', args.view),
           elsewhere: (await readKey(args.key, other)) ?? 'absent',
         };
       } finally {
         await runProgram(systemProgram('reg.exe'), ['delete', args.key, '/f', '/reg:' + args.view]);
       }`,
      { key, view, values: VALUES },
    );
    expect(found).toMatchObject({
      values: VALUES,
      outer: 1,
      recursive: 2,
      removed: 'absent',
      case: VALUES.plain,
    });
    if (hive === 'HKLM') expect(found['elsewhere']).toBe('absent');
  });

  it('says that a key is absent, at any depth', async () => {
    const absent = await runOnWindows(
      lab,
      `const { readKey } = await load('windows/registry');
       return [await readKey('HKLM\\\\SOFTWARE\\\\nothing-of-this-name') ?? 'absent', await readKey('HKCU\\\\no\\\\such\\\\key') ?? 'absent'];`,
    );
    expect(absent).toEqual(['absent', 'absent']);
  });

  it('says in the words of reg.exe what could not be read', async () => {
    const reading = runOnWindows(
      lab,
      `const { readKey } = await load('windows/registry'); return readKey('HKXX\\\\Software');`,
    );
    await expect(reading).rejects.toThrow(WindowsError);
    await expect(reading).rejects.toMatchObject({ code: 'E_PERMISSION' });
  });

  it('reads the start type of a service', async () => {
    const start = await runOnWindows(
      lab,
      `const { queryNumber } = await load('windows/registry');
       const key = 'HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\';
       return [await queryNumber(key + 'msiserver', 'Start'), await queryNumber(key + 'no-such', 'Start') ?? 'absent'];`,
    );
    expect(start).toEqual([3, 'absent']);
  });
});
