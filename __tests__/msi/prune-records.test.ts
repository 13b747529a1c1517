import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rememberSuccess } from '../../src/machine/history.ts';
import { beginChange, type Change } from '../../src/machine/journal.ts';
import type { MsiProduct } from '../../src/msi/products.ts';
import { pruneRecords } from '../../src/msi/prune-records.ts';
import { startTally } from '../../src/report/prune-report.ts';
import type { Context } from '../../src/toolchain.ts';

const DAY_MS = 86_400_000;
const product = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
let root: string;
let log: string[];
let audit: string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'prune-records-'));
  log = [];
  audit = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Puts a file of 10 bytes there that was written so many days ago. */
function put(place: string, days: number): void {
  const file = path.join(root, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '0123456789');
  date(place, days);
}
function date(place: string, days: number): void {
  const at = new Date(Date.now() - days * DAY_MS);
  utimesSync(path.join(root, place), at, at);
}
const there = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

async function prune(inputs: Record<string, unknown> = {}, products: readonly string[] = []) {
  const tally = startTally();
  const say = (line: string) => void log.push(line);
  const context = {
    inputs: { keepVersions: 1, dryRun: false, ...inputs },
    log: { info: say, warn: say },
    audit: {
      record: async ({ action, target }: Record<string, string>) =>
        void audit.push(`${action} ${path.relative(root, target ?? '')}`),
    },
    signal: new AbortController().signal,
  } as unknown as Context;
  const registered = products.map((code) => ({ productCode: `{${code.toUpperCase()}}` }));
  await pruneRecords(root, registered as MsiProduct[], tally, context);
  return tally;
}
const change = (id: string, old: string | undefined, architecture = 'x64') => ({
  ...{ id, method: 'msi', operation: 'install', architecture, from: '1.26.5', to: '1.26.6', runner: 'r' },
  details: { old: old && { productCode: `{${old}}` }, target: undefined, attempts: [] },
});
const remember = async (id: string, old: string, architecture = 'x64') =>
  await rememberSuccess(root, change(id, old, architecture) as unknown as Change<unknown>, {
    fromProduct: `{${old}}`,
  });

describe('a prune of what changes by MSI have left', () => {
  it('removes logs, lists and temporary directories that are older than 30 days, counts them and records them', async () => {
    put('logs/install-aaaaaaaa-1-install.log', 31);
    put('logs/install-aaaaaaaa-2-uninstall.log', 31);
    put('logs-01234567/rollback-bbbbbbbb-3-install.log', 40);
    put('temp-01234567/MSI1.tmp', 90);
    date('temp-01234567', 90);
    put('temp-76543210/MSI1.tmp', 90);
    put(`msi/${product('1')}.files.json`, 365);
    put('logs/repair-cccccccc-1-repair.log', 29);
    put(`msi/${product('2')}.files.json`, 29);
    const tally = await prune();
    const gone = [
      'logs-01234567/rollback-bbbbbbbb-3-install.log',
      'logs/install-aaaaaaaa-1-install.log',
      'logs/install-aaaaaaaa-2-uninstall.log',
      `msi/${product('1')}.files.json`,
      'temp-01234567',
    ];
    expect(there()).toEqual([
      'logs/repair-cccccccc-1-repair.log',
      `msi/${product('2')}.files.json`,
      'temp-76543210/MSI1.tmp',
    ]);
    expect(existsSync(path.join(root, 'logs-01234567'))).toBe(false);
    expect(tally).toMatchObject({ items: [], freed: 50, records: { count: 5, bytes: 50 } });
    expect(audit).toEqual(gone.map((place) => `prune ${place}`));
    for (const place of gone)
      expect(log).toContainEqual(
        expect.stringMatching(new RegExp(`^remove {2}\\S+${place} \\(.+\\): written [0-9]+ days ago$`)),
      );
    expect(log[0]).toMatch(/older than 30 day\(s\), as long as keep-days does not say$/);
  });

  it('goes by keep-days where that is given', async () => {
    for (const days of [1, 2, 3, 9]) put(`logs/install-0000000${days}-1-install.log`, days);
    await prune({ keepDays: 2.5 });
    expect(there()).toHaveLength(2);
  });

  it('keeps all logs of the last change, and of the last one that succeeded for each architecture, however old they are', async () => {
    await remember('aaaaaaaa-1111', product('1'));
    await remember('bbbbbbbb-1111', product('2'), 'x86');
    put('logs/install-aaaaaaaa-1-install.log', 300);
    put('logs/install-bbbbbbbb-1-install.log', 400);
    put('logs/install-cccccccc-1-install.log', 201);
    put('logs-01234567/install-cccccccc-2-install.log', 200);
    put('logs/install-dddddddd-1-install.log', 202);
    await prune();
    expect(there().filter((name) => name.startsWith('logs'))).toEqual([
      'logs-01234567/install-cccccccc-2-install.log',
      'logs/install-aaaaaaaa-1-install.log',
      'logs/install-bbbbbbbb-1-install.log',
      'logs/install-cccccccc-1-install.log',
    ]);
  });

  it('keeps the lists of what is registered, and of what a rollback returns to', async () => {
    await remember('aaaaaaaa-1111', product('2').toUpperCase());
    for (const digit of ['1', '2', '3']) put(`msi/${product(digit)}.files.json`, 300);
    await prune({}, [product('1')]);
    expect(there()).toEqual([
      'history.json',
      `msi/${product('1')}.files.json`,
      `msi/${product('2')}.files.json`,
    ]);
  });

  it('keeps from a dry run what a change that is open needs, and changes nothing', async () => {
    const open = change('', product('1')) as unknown as Parameters<typeof beginChange>[1];
    const { id } = (await beginChange(root, { ...open, id: 'eeeeeeee-1111' } as typeof open)).change;
    put(`logs/install-${id.slice(0, 8)}-1-install.log`, 300);
    put('logs/install-ffffffff-1-install.log', 200);
    put('logs/install-dddddddd-1-install.log', 400);
    put('temp-01234567/MSI1.tmp', 300);
    date('temp-01234567', 300);
    put(`msi/${product('1')}.files.json`, 300);
    put(`msi/${product('2')}.files.json`, 300);
    const before = there();
    const tally = await prune({ dryRun: true });
    expect(there()).toEqual(before);
    expect(audit).toEqual([]);
    expect(tally.records).toEqual({ count: 2, bytes: 20 });
    expect(log.filter((line) => line.endsWith('a change that is open needs it'))).toHaveLength(3);
  });

  it('in a dry run tells the very plan of the run after it', async () => {
    put('logs/install-aaaaaaaa-1-install.log', 60);
    put('logs/install-bbbbbbbb-1-install.log', 50);
    put(`msi/${product('1')}.files.json`, 60);
    const dry = await prune({ dryRun: true });
    const told = log.splice(0);
    const wet = await prune();
    expect(log).toEqual(told);
    expect([wet.freed, wet.records]).toEqual([dry.freed, dry.records]);
    expect(there()).toEqual(['logs/install-bbbbbbbb-1-install.log']);
  });

  it('leaves what it did not write, whatever it is called, and follows no link', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
    try {
      writeFileSync(path.join(elsewhere, 'install-aaaaaaaa-1-install.log'), '');
      const at = new Date(0);
      utimesSync(path.join(elsewhere, 'install-aaaaaaaa-1-install.log'), at, at);
      for (const link of ['logs-01234567', 'temp-01234567']) symlinkSync(elsewhere, path.join(root, link));
      put('logs/notes.log', 300);
      put('logs/install-aaaaaaaa-1-install.log.txt', 300);
      put('logs/deep/install-aaaaaaaa-1-install.log', 300);
      put('logs-of-mine/install-aaaaaaaa-1-install.log', 300);
      put('temp/install-aaaaaaaa-1-install.log', 300);
      put('msi/of-mine.files.json', 300);
      const before = there();
      expect((await prune()).records.count).toBe(0);
      expect(there()).toEqual(before);
      expect(readdirSync(elsewhere)).toHaveLength(1);
      expect(log).toEqual([]);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it('gives up where the history can’t be read: then nobody knows', async () => {
    put('logs/install-aaaaaaaa-1-install.log', 300);
    put('logs/install-bbbbbbbb-1-install.log', 200);
    writeFileSync(path.join(root, 'history.json'), '{');
    await expect(prune()).rejects.toMatchObject({ code: 'E_VERIFY' });
    expect(there()).toHaveLength(3);
  });
});
