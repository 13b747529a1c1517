import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFile, ownerFile } from '../../src/toolcache/layout.ts';
import type { LockOwner } from '../../src/toolcache/lock-record.ts';
import { readOwnerFacts, stillLocked } from '../../src/toolcache/lock-state.ts';
import type { PowerShell } from '../../src/windows/powershell.ts';
import { makeToolCache } from './trees.ts';

const NAME = 'go-1.25.3-x64';
/** No process has it: Linux and Windows number theirs below. */
const NOBODY = 0x7ffffff0;

let cache: ReturnType<typeof makeToolCache>;
beforeEach(() => {
  cache = makeToolCache();
});
afterEach(() => cache.remove());

describe('the owner of a lock that stays held', () => {
  async function failure(owner: Partial<LockOwner> | undefined, silentMs: number, powershell?: PowerShell) {
    const whole = owner && {
      host: hostname(),
      pid: process.pid,
      runner: 'ci-1 run 7',
      since: 'noon',
      ...owner,
    };
    const record = ownerFile(cache.root, NAME);
    mkdirSync(path.dirname(record), { recursive: true });
    writeFileSync(record, JSON.stringify(whole ?? 'torn'));
    const then = new Date(Date.now() - silentMs);
    utimesSync(record, then, then);
    const facts = await readOwnerFacts(cache.root, NAME, whole, {
      powershell: powershell ?? (async () => undefined),
    });
    expect(readdirSync(path.dirname(record))).toEqual([path.basename(record)]);
    return stillLocked(cache.root, NAME, facts, 600_000);
  }

  it('is at work while its heartbeat is fresh', async () => {
    const { message, remedy } = await failure({}, 4000);
    expect(message).toMatch(
      new RegExp(
        `^ci-1 run 7 \\(process ${process.pid} on .*, since noon, last sign of life [45] s ago\\) still holds the lock on ${NAME} after 600 s, and is at work\\.$`,
      ),
    );
    expect(remedy).toMatch(/^Wait for that job.*lock-timeout/);
  });

  it('hangs where its process is there and gives no sign of life', async () => {
    const { message, remedy } = await failure({}, 200_000);
    expect(message).toMatch(
      /last sign of life 20\d s ago\).*hangs: its process is there, but gives no sign of life/,
    );
    expect(remedy).toContain(`taskkill /F /T /PID ${process.pid}`);
  });

  it('on another machine is told by its heartbeat alone', async () => {
    expect((await failure({ host: 'elsewhere', pid: NOBODY }, 4000)).message).toContain('is at work');
    const silent = await failure({ host: 'elsewhere', pid: NOBODY }, 200_000);
    expect([silent.message, silent.remedy]).toEqual([
      expect.stringContaining('hangs: it gives no sign of life'),
      expect.stringContaining('whether elsewhere is up'),
    ]);
  });

  it('that is dead holds nothing: whoever has the file open is named', async () => {
    const asked: unknown[] = [];
    const { message, remedy, evidence } = await failure({ pid: NOBODY }, 4000, async (_script, args) => {
      asked.push((args as { files: string[] }).files);
      return { value: { pid: 88, name: 'helper.exe', commandLine: 'helper.exe --pw=1' } };
    });
    expect(message).toMatch(
      /whose process is gone, but .* open in another process: helper\.exe \(process 88\): helper\.exe --pw=…\./,
    );
    expect(remedy).toMatch(/^End that process/);
    expect(evidence).toContain(`lock ${lockFile(cache.root, NAME)}`);
    expect(asked).toEqual([[lockFile(cache.root, NAME)]]);
    expect((await failure({ pid: NOBODY }, 4000)).message).toContain('which Windows does not name');
  });

  it('that left no record is said to be unknown', async () => {
    expect((await failure(undefined, 0)).message).toMatch(
      /^a process that left no name still holds the lock/,
    );
  });
});
