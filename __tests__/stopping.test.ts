import { expect, it } from '@jest/globals';
import type { AuditedChange } from '../src/report/audit.ts';
import type { Log } from '../src/report/log.ts';
import { stopAndTell } from '../src/stopping.ts';
import type { Holder } from '../src/windows/holder.ts';
import type { PowerShell } from '../src/windows/powershell.ts';

const GO = 'C:\\go\\1.25.3\\x64';
const holder = (pid: number, name: string, evidence: Holder['evidence'] = 'runs there'): Holder => ({
  pid,
  name,
  path: `${GO}\\bin\\${name}`,
  commandLine: `${name} -token=secret`,
  started: '1',
  evidence,
});

/** What PowerShell says of the processes that it is asked to end, and what the log and the record say then. */
async function stopped(holders: readonly Holder[], outcomes: Record<number, string>, signal?: AbortSignal) {
  const lines: string[] = [];
  const records: AuditedChange[] = [];
  const asked: number[] = [];
  const powershell: PowerShell = async (_script, args) => {
    const { processes } = args as { processes: { pid: number }[] };
    asked.push(...processes.map(({ pid }) => pid));
    return { value: processes.map(({ pid }) => ({ pid, outcome: outcomes[pid] })) };
  };
  const log = { info: (line: string) => void lines.push(line) } as Log;
  const audit = { record: async (change: AuditedChange) => void records.push(change) };
  const context = { log, audit, signal: signal ?? new AbortController().signal };
  return { gone: await stopAndTell(holders, GO, context, powershell), lines, records, asked };
}

it('each process that is ended, or is not, is said and recorded without its secrets', async () => {
  const holders = [
    holder(11, 'go.exe'),
    holder(12, 'asm.exe'),
    holder(13, 'vet.exe'),
    holder(14, 'x', 'holds a file'),
  ];
  const { gone, lines, records, asked } = await stopped(holders, { 11: 'ended', 12: 'stays', 13: 'gone' });
  expect([gone, asked]).toEqual([2, [11, 12, 13]]);
  expect(lines).toEqual([
    `stop-holders: ended what runs from ${GO}: go.exe (process 11): go.exe -token=…`,
    expect.stringMatching(/asm\.exe \(process 12\): .* stays: it is not gone after 5 s/),
    expect.stringMatching(/vet\.exe \(process 13\): .* ended by itself/),
  ]);
  expect(records).toMatchObject([
    {
      action: 'stop-process',
      target: expect.stringContaining(`${GO}\\bin\\go.exe: go.exe (process 11)`),
      outcome: 'ok',
    },
    { action: 'stop-process', target: expect.stringContaining('process 12'), outcome: 'E_LOCKED' },
  ]);
  expect(JSON.stringify([lines, records])).not.toContain('secret');
});

it('that nobody runs from there is said, and a cancelled step ends nobody', async () => {
  const none = await stopped([holder(14, 'x', 'holds a file')], {});
  expect([none.gone, none.records, none.lines]).toEqual([
    0,
    [],
    [expect.stringContaining('no process that runs from')],
  ]);
  const cancelled = await stopped([holder(11, 'go.exe')], { 11: 'ended' }, AbortSignal.abort());
  expect([cancelled.gone, cancelled.asked]).toEqual([0, []]);
});
