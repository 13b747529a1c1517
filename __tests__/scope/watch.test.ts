import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { labNoise, MSI_ROOTS, outside, zipRoots } from '../../lab/scope/roots.ts';
import type { Change } from '../../lab/scope/snapshot.ts';
import { type ScopeWatch, watchScope } from '../../lab/scope/watch.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

jest.setTimeout(5 * 60_000);

const REG = 'C:\\windows\\system32\\reg.exe';

// What the tests beside this one rest on: that nothing escapes them.
await describePrivateWindows('the watch over a whole Windows', (lab) => {
  let runner: Runner;
  let watch: ScopeWatch;
  beforeAll(async () => {
    runner = await createRunner(lab);
    await writeFile(path.join(lab.driveC, 'users', 'Public', 'there.txt'), 'one');
    await lab.run(REG, ['add', 'HKCU\\Software\\There', '/v', 'value', '/d', 'one', '/f']);
    watch = await watchScope(runner);
  }, PREPARATION_MS);

  /** What is seen of this, beyond all that the action may change and what changes by itself. */
  async function stray(work: () => Promise<unknown>): Promise<Pick<Change, 'what' | 'place'>[]> {
    const { changes } = await watch.during(work);
    const left = outside(changes, [...zipRoots(runner), ...MSI_ROOTS, ...labNoise(runner)]);
    return left.map(({ what, place }) => ({ what, place }));
  }
  const node = async (script: string) => {
    const { exitCode, stderr } = await lab.run(lab.node, ['-e', script]);
    expect([exitCode, stderr]).toEqual([0, '']);
  };
  const reg = async (...args: string[]) => expect((await lab.run(REG, args)).exitCode).toBe(0);

  it('sees nothing where a program starts and ends', async () => {
    expect(await stray(() => node('0'))).toEqual([]);
  });

  it.each<[string, string]>([
    ['the user’s profile', 'C:\\users\\Public\\stray.txt'],
    ['Windows', 'C:\\windows\\system32\\stray.dll'],
    ['TEMP', `${lab.baseEnvironment['TEMP'] ?? ''}\\stray.tmp`],
    ['a directory beside INSTALLDIR', 'C:\\Program Files\\Gopher'],
  ])('sees a stray file in %s', async (_where, file) => {
    expect(await stray(() => node(`require('fs').writeFileSync(${JSON.stringify(file)}, '')`))).toEqual([
      { what: 'added', place: file },
    ]);
  });

  it('sees a stray file beside what is declared', async () => {
    const beside = [
      `${runner.toolCache.windows}\\node`,
      `${runner.toolCache.windows}\\go-mirror`,
      `${runner.directory.windows}\\_temporary`,
      `${runner.workspace.windows}\\go.sum`,
      'C:\\ProgramData\\setup-go',
    ];
    const write = `for (const file of ${JSON.stringify(beside)}) require('fs').writeFileSync(file, '')`;
    expect((await stray(() => node(write))).map(({ place }) => place).sort()).toEqual([...beside].sort());
  });

  it('sees a file that was changed, also where it has the size and time of before, and one that was removed', async () => {
    const file = 'C:\\users\\Public\\there.txt';
    const change = `const fs = require('fs'); const { mtime } = fs.statSync(args);
      fs.writeFileSync(args, 'two'); fs.utimesSync(args, mtime, mtime)`;
    expect(await stray(() => node(`const args = ${JSON.stringify(file)}; ${change}`))).toEqual([
      { what: 'changed', place: file },
    ]);
    expect(await stray(async () => await rm(lab.toHost(file)))).toEqual([{ what: 'removed', place: file }]);
  });

  it('sees an empty directory', async () => {
    expect(await stray(() => node("require('fs').mkdirSync('C:\\\\stray')"))).toEqual([
      { what: 'added', place: 'C:\\stray' },
    ]);
  });

  it('sees a stray value, one that was changed and one that was removed', async () => {
    const place = 'HKCU\\Software\\There: value';
    expect(await stray(() => reg('add', 'HKCU\\Software\\There', '/v', 'stray', '/d', '1', '/f'))).toEqual([
      { what: 'added', place: 'HKCU\\Software\\There: stray' },
    ]);
    expect(await stray(() => reg('add', 'HKCU\\Software\\There', '/v', 'value', '/d', 'two', '/f'))).toEqual([
      { what: 'changed', place },
    ]);
    expect(await stray(() => reg('delete', 'HKCU\\Software\\There', '/v', 'value', '/f'))).toEqual([
      { what: 'removed', place },
    ]);
  });

  it('sees a stray key, and values beside those that are declared', async () => {
    expect(await stray(() => reg('add', 'HKLM\\Software\\Stray', '/f'))).toEqual([
      { what: 'added', place: 'HKLM\\Software\\Stray' },
      // Of Wine's reg.exe, which gives a new key an empty default value.
      { what: 'added', place: 'HKLM\\Software\\Stray: @' },
    ]);
    const environment = 'HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment';
    expect(await stray(() => reg('add', environment, '/v', 'GOROOT', '/d', 'C:\\Go', '/f'))).toEqual([
      {
        what: 'added',
        place: 'HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: GOROOT',
      },
    ]);
    expect(await stray(() => reg('add', 'HKCU\\Environment', '/v', 'GOFLAGS', '/d', '-x', '/f'))).toEqual([
      { what: 'added', place: 'HKCU\\Environment: GOFLAGS' },
    ]);
  });

  it('sees what a host’s process does behind Wine’s back', async () => {
    const file = path.join(path.dirname(lab.driveC), 'stray');
    expect(await stray(async () => await appendFile(file, 'stray'))).toEqual([
      { what: 'added', place: 'PREFIX/stray' },
    ]);
  });
});
