import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rememberSuccess } from '../../src/machine/history.ts';
import { beginChange, type Change } from '../../src/machine/journal.ts';
import { storedPackages, storePackage } from '../../src/msi/package-store.ts';
import type { MsiProduct } from '../../src/msi/products.ts';
import { prunePackages } from '../../src/msi/prune.ts';
import { toGoVersion } from '../../src/release/names.ts';
import type { Architecture } from '../../src/release/release.ts';
import { startTally } from '../../src/report/prune-report.ts';
import type { Context } from '../../src/toolchain.ts';

const DAY_MS = 86_400_000;
let root: string;
let log: string[];
let audit: string[];
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'prune-msis-'));
  log = [];
  audit = [];
  for (const version of ['1.25.9', '1.26.5', '1.26.6', '1.27.1']) await keep(version);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Puts a made-up MSI into the store. @returns its directory */
async function keep(version: string, architecture: Architecture = 'x64'): Promise<string> {
  const goVersion = toGoVersion(version);
  const content = `the MSI of ${goVersion} for ${architecture}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const filename = `${goVersion}.msi`;
  const facts = { goVersion, architecture, filename, sha256, source: 'https://go.dev/dl', official: true };
  const stored = await storePackage(root, facts, async (file) => writeFileSync(file, content));
  return path.dirname(stored.path);
}
const change = (from: string, to: string, architecture: Architecture = 'x64') => ({
  ...{ id: `${from} ${to}`, method: 'msi', operation: 'install', architecture, from, to },
});
const remember = async (...of: Parameters<typeof change>) =>
  await rememberSuccess(root, change(...of) as unknown as Change<unknown>);
const registered = (version: string, architecture: Architecture = 'x64') =>
  [{ goVersion: toGoVersion(version), architecture }] as MsiProduct[];
const kept = () =>
  readdirSync(path.join(root, 'msi'))
    .map((name) => name.replace(/-[0-9a-f]{8}$/, ''))
    .sort();

async function prune(
  inputs: Record<string, unknown> = {},
  products: readonly MsiProduct[] = registered('1.26.6'),
) {
  const tally = startTally();
  const say = (line: string) => void log.push(line);
  const context = {
    inputs: { keepVersions: 1, dryRun: false, ...inputs },
    log: { info: say, warn: say },
    audit: {
      record: async ({ action, from }: Record<string, string>) => void audit.push(`${action} ${from}`),
    },
    signal: new AbortController().signal,
  } as unknown as Context;
  await prunePackages(root, tally, context, async () => products);
  return tally;
}

describe('a prune of kept MSIs', () => {
  it('keeps those of what is registered and of what a rollback returns to, and removes what no rule keeps', async () => {
    await remember('1.26.5', '1.26.6');
    const old = path.join(root, 'msi', readdirSync(path.join(root, 'msi')).sort()[0] ?? '');
    const tally = await prune();
    expect(kept()).toEqual(['go1.26.5-x64', 'go1.26.6-x64', 'go1.27.1-x64']);
    expect(log.filter((line) => /^(?:keep|remove) /.test(line)).map((line) => line.split(': ')[1])).toEqual([
      'the newest version',
      'Windows Installer has it registered',
      'a rollback returns to it',
      'not the newest version',
    ]);
    expect(tally.items.filter(({ gone }) => gone)).toMatchObject([
      { version: '1.25.9', architecture: 'x64', place: old, kind: 'msi', official: true },
    ]);
    expect(tally.freed).toBeGreaterThan(20);
    expect(audit).toEqual([expect.stringMatching(/^prune https:\/\/go\.dev\/dl sha256:[0-9a-f]{64}$/)]);
    expect(await storedPackages(root, 'go1.26.5', 'x64')).toHaveLength(1);
  });

  it('with dry-run tells the very plan, and changes nothing', async () => {
    const dry = await prune({ dryRun: true });
    const told = log.splice(0);
    expect(kept()).toHaveLength(4);
    const wet = await prune();
    expect(log.slice(0, told.length)).toEqual(told);
    expect(wet.items).toEqual(dry.items);
    expect(wet.freed).toBe(dry.freed);
  });

  it('counts each architecture by itself, and what is registered for it', async () => {
    await keep('1.26.6', 'x86');
    await keep('1.20.1', 'x86');
    await remember('1.20.1', '1.26.6', 'x86');
    await prune({}, []);
    expect(kept()).toEqual(['go1.20.1-x86', 'go1.26.6-x86', 'go1.27.1-x64']);
  });

  it('goes by when a package was stored, or was of use last', async () => {
    const long = new Date(Date.now() - 40 * DAY_MS);
    for (const name of readdirSync(path.join(root, 'msi')))
      if (!name.startsWith('go1.26.5')) utimesSync(path.join(root, 'msi', name, 'package.json'), long, long);
    await prune({ keepVersions: undefined, keepDays: 30 });
    expect(kept()).toEqual(['go1.26.5-x64', 'go1.26.6-x64']);
  });

  it('keeps from a dry run what a change that is open needs', async () => {
    await beginChange(root, {
      ...change('1.26.6', '1.25.9'),
      ...{ runner: 'r1', details: { old: { goVersion: 'go1.26.6' }, target: { goVersion: 'go1.25.9' } } },
    } as unknown as Parameters<typeof beginChange>[1]);
    await prune({ dryRun: true }, []);
    const needed = log.filter((line) => line.endsWith(': a change that is open needs it'));
    expect(needed.map((line) => /go1[\d.]+/.exec(line)?.[0])).toEqual(['go1.26.6', 'go1.25.9']);
  });

  it('removes what killed runs left: a package without a record, and one that a prune was at', async () => {
    const half = path.join(root, 'msi', 'go1.24.1-x64-01234567');
    const moved = path.join(root, 'msi', '.removed-go1.24.2-x64-01234567');
    for (const directory of [half, moved]) {
      mkdirSync(directory);
      writeFileSync(path.join(directory, 'go1.24.msi'), 'half');
    }
    const tally = await prune({ keepVersions: 9 });
    expect([existsSync(half), existsSync(moved), tally.freed]).toEqual([false, false, 8]);
    expect(audit.map((line) => line.split(' ')[0])).toEqual(['prune', 'remove-leftover']);
  });

  it('leaves what it did not make, whatever it is called', async () => {
    const other = path.join(root, 'msi', 'go1.24.1-x64-01234567');
    mkdirSync(other);
    writeFileSync(path.join(other, 'notes.txt'), '');
    writeFileSync(path.join(root, 'msi', 'of-a-product.files.json'), '{}');
    await prune();
    expect(log).toContain(`leave   ${other}: not put there by this action`);
    expect(kept()).toEqual(expect.arrayContaining(['go1.24.1-x64', 'of-a-product.files.json']));
  });

  it('gives up, and removes nothing, where registry or history can’t be read', async () => {
    writeFileSync(path.join(root, 'history.json'), '{');
    await expect(prune()).rejects.toMatchObject({ code: 'E_VERIFY' });
    expect(kept()).toHaveLength(4);
  });

  it('of a machine that has kept none has nothing to do', async () => {
    rmSync(path.join(root, 'msi'), { recursive: true });
    expect((await prune()).items).toEqual([]);
    expect(log).toContain('There is no MSI of Go');
  });
});
