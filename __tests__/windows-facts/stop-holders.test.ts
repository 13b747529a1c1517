import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Holder } from '../../src/windows/holder.ts';
import type { PowerShell } from '../../src/windows/powershell.ts';
import { isBelow, stopHolders } from '../../src/windows/stop-holders.ts';

const GO = 'C:\\go\\1.25.3';
const go: Holder = {
  pid: 4711,
  name: 'go.exe',
  path: `${GO}\\x64\\bin\\go.exe`,
  started: '134087652000000000',
  evidence: 'runs there',
};

/** A PowerShell that ends whatever it is asked to end, and tells what that was. */
function obedient(): { asked: { pid: number; started: string }[]; powershell: PowerShell } {
  const asked: { pid: number; started: string }[] = [];
  const powershell: PowerShell = async (_script, args) => {
    const { processes } = args as { processes: { pid: number; started: string }[] };
    asked.push(...processes);
    return { value: processes.map(({ pid }) => ({ pid, outcome: 'ended' })) };
  };
  return { asked, powershell };
}

describe('ending what runs from a directory', () => {
  it('asks for those processes by number and start', async () => {
    const { asked, powershell } = obedient();
    expect(await stopHolders([go], GO, powershell)).toEqual([{ holder: go, outcome: 'ended', reason: '' }]);
    expect(asked).toEqual([{ pid: 4711, started: go.started }]);
  });

  const { path: _path, started: _started, ...nameless } = go;
  it.each<[string, Holder]>([
    ['only holds a file there', { ...go, evidence: 'holds a file' }],
    ['only has the name', { ...go, evidence: 'has its name' }],
    ['only names the directory', { ...go, evidence: 'names it' }],
    ['runs from a directory whose name begins alike', { ...go, path: 'C:\\go\\1.25.30\\x64\\bin\\go.exe' }],
    ['runs from the directory above', { ...go, path: 'C:\\go\\go.exe' }],
    ['runs from elsewhere by a path with dots', { ...go, path: `${GO}\\..\\1.26\\go.exe` }],
    ['runs from the same place of another drive', { ...go, path: 'D:\\go\\1.25.3\\go.exe' }],
    ['is this process', { ...go, pid: process.pid }],
    ['is what started this process', { ...go, pid: process.ppid }],
    ['is Windows itself', { ...go, pid: 4 }],
    ['tells neither where it runs from nor since when', nameless],
  ])('leaves alone what %s', async (_case, holder) => {
    const { asked, powershell } = obedient();
    expect(await stopHolders([holder], GO, powershell)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['own', { outcome: 'own' }, 'this step descends from it'],
    ['another', { outcome: 'another' }, 'another process has its number by now'],
    ['elsewhere', { outcome: 'elsewhere' }, 'it does not run from there'],
    ['stays', { outcome: 'stays' }, 'it is not gone after 5 s'],
    ['refused', { outcome: 'refused', reason: 'Access is denied' }, 'Access is denied'],
    ['something else', {}, 'PowerShell says nothing of it'],
  ])('tells why one stays: %s', async (_case, said, reason) => {
    const powershell: PowerShell = async () => ({ value: { pid: go.pid, ...said } });
    expect(await stopHolders([go], GO, powershell)).toEqual([{ holder: go, outcome: 'stays', reason }]);
  });

  it('tells that PowerShell did not', async () => {
    const [missing] = await stopHolders([go], GO, async () => undefined);
    expect(missing).toMatchObject({ outcome: 'stays', reason: 'there is no Windows PowerShell' });
    const [failed] = await stopHolders([go], GO, async () => ({ failure: 'blocked' }));
    expect(failed).toMatchObject({ outcome: 'stays', reason: 'PowerShell failed: blocked' });
  });

  const name = fc.stringMatching(/^[a-z0-9.]{0,6}[a-z0-9]$/);
  const place = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `C:\\${names.join('\\')}`);

  it('never asks for a process outside of the directory, whatever the two are called', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.array(place, { maxLength: 5 }), name, async (directory, others, more) => {
        const paths = [...others, `${directory}${more}\\go.exe`, `${directory}\\${more}\\go.exe`, directory];
        const { asked, powershell } = obedient();
        const holders = paths.map((path, index) => ({ ...go, path, pid: 1_000_000 + index }));
        await stopHolders(holders, directory, powershell);
        const folded = `${directory.toLowerCase()}\\`;
        for (const { pid } of asked) {
          const path = holders.find((holder) => holder.pid === pid)?.path.toLowerCase() ?? '';
          expect(path.slice(0, folded.length)).toBe(folded);
        }
        expect(asked.map(({ pid }) => pid)).toContain(1_000_000 + others.length + 1);
      }),
    );
  });

  it('knows a file of a directory by its whole path', () => {
    expect(isBelow('c:\\GO\\1.25.3\\x64\\bin\\go.exe', 'C:\\go\\1.25.3\\')).toBe(true);
    expect(isBelow('C:/go/1.25.3/bin/go.exe', GO)).toBe(true);
    expect(isBelow('C:\\go\\1.25.30\\go.exe', GO)).toBe(false);
    expect(isBelow(GO, GO)).toBe(false);
    expect(isBelow('C:\\anything', '')).toBe(false);
  });
});
