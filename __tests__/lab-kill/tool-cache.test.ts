import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditProblem } from '../../lab/kill/audit-check.ts';
import { ageWriteTests, emptyToolCache, leftoversIn } from '../../lab/kill/tool-cache.ts';
import { createAuditLog } from '../../src/report/audit-log.ts';
import {
  type Entry,
  lockFile,
  lockName,
  markerPath,
  ownerFile,
  sidecarPath,
  stateDirectory,
  temporaryPath,
  treePath,
} from '../../src/toolcache/layout.ts';
import { takeLease } from '../../src/toolcache/leases.ts';
import { probeWriting } from '../../src/toolcache/write-probe.ts';

let entry: Entry;
beforeEach(() => {
  const root = mkdtempSync(path.join(tmpdir(), 'kill-cache-'));
  entry = { root, tool: 'go-01234567', version: '1.99.1', architecture: 'x64' };
  mkdirSync(treePath(entry), { recursive: true });
  mkdirSync(path.dirname(lockFile(root, lockName(entry))), { recursive: true });
  for (const file of [sidecarPath(entry), markerPath(entry), lockFile(root, lockName(entry)), auditFile()])
    writeFileSync(file, '');
  mkdirSync(path.join(stateDirectory(entry.root), 'leases'));
});
afterEach(() => rmSync(entry.root, { recursive: true, force: true }));

const auditFile = () => path.join(stateDirectory(entry.root), 'audit.jsonl');

describe('what a killed run may not leave', () => {
  it('is nothing of a whole entry, nor the lease of its job', async () => {
    await takeLease(entry, { runnerId: '0123456789ab', jobId: '0123456789ab', text: 'a job' }, 24);
    expect(await leftoversIn(entry.root, [entry])).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['staging directory', () => temporaryPath(entry)],
    ['record of a lock', () => ownerFile(entry.root, lockName(entry))],
    ['draft of a record', () => `${ownerFile(entry.root, lockName(entry))}.new`],
    ['test of writing', () => path.join(entry.root, '.setup-go-win-test-01234567')],
    ['other version', () => path.join(entry.root, entry.tool, '1.99.2')],
    ['file of our own', () => path.join(stateDirectory(entry.root), 'sumdb.json.01234567')],
  ])('is a %s', async (_what, place) => {
    const left = place();
    mkdirSync(left);
    expect(await leftoversIn(entry.root, [entry])).toEqual([path.relative(entry.root, left)]);
  });

  it('is a test of writing that the next run does not remove, old as it is', async () => {
    const test = path.join(entry.root, '.setup-go-win-test-01234567');
    mkdirSync(test);
    await ageWriteTests(entry);
    await probeWriting(entry.root, [entry.tool]);
    expect(await leftoversIn(entry.root, [entry])).toEqual([]);
  });
});

describe('the audit log of killed runs', () => {
  const state = () => stateDirectory(entry.root);
  const record = async () => {
    const unexpected = (line: string) => {
      throw new Error(line);
    };
    const log = { info: unexpected, warn: unexpected } as never;
    const audit = createAuditLog({
      file: auditFile(),
      lastResort: undefined,
      secrets: [],
      env: { RUNNER_NAME: 'lab-runner' },
      log,
      signal: new AbortController().signal,
    });
    await audit.record({
      action: 'install',
      target: 'C:\\go',
      from: '',
      outcome: 'ok',
      durationMs: 1,
    });
    return `Audit: 1 change recorded in ${auditFile()}, the last line's hash is ${audit.recorded()[0]?.hash}`;
  };

  it('is whole over a line that a killed writer left torn', async () => {
    expect(await auditProblem(state(), '')).toBeUndefined();
    await record();
    const text = await readFile(auditFile(), 'utf8');
    await appendFile(auditFile(), text.slice(0, 70));
    expect(await auditProblem(state(), '')).toBeUndefined();
    expect(await auditProblem(state(), await record())).toBeUndefined();
    // It goes on over all rounds.
    await emptyToolCache(entry);
    expect(await auditProblem(state(), await record())).toBeUndefined();
    expect((await readFile(auditFile(), 'utf8')).split('\n')).toHaveLength(5);
  });

  it('is not whole where a line is missing, or was changed', async () => {
    await record();
    const said = await record();
    const text = await readFile(auditFile(), 'utf8');
    await writeFile(auditFile(), text.slice(0, text.indexOf('\n') + 1));
    expect(await auditProblem(state(), said)).toMatch(/lines were cut off/);
    await writeFile(auditFile(), text.replace('"install"', '"replace"'));
    expect(await auditProblem(state(), said)).toMatch(/that line was changed/);
  });
});
