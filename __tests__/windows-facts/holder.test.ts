import { describe, expect, it } from '@jest/globals';
import { adviseOn, describeHolder, type Holder, holderOf, stateOf } from '../../src/windows/holder.ts';

const BORN = '134087652000000000';
const LATER = '134087652000000001';
const IDLE = {
  parentThere: true,
  parentStarted: BORN,
  started: LATER,
  cpu: 5,
  cpuLater: 5,
  io: 7,
  ioLater: 7,
};

describe('what a holder is about', () => {
  it.each<[string, object, string | undefined]>([
    ['its parent is gone', { ...IDLE, parentThere: false, parentStarted: null }, 'orphaned'],
    [
      'its parent’s number is a younger process’s',
      { ...IDLE, parentStarted: LATER, started: BORN },
      'orphaned',
    ],
    ['its parent is as old as itself', { ...IDLE, parentStarted: BORN, started: BORN }, 'stuck'],
    ['it computes', { ...IDLE, cpuLater: 6 }, 'busy'],
    ['a compiler that it had started ended', { ...IDLE, cpuLater: 1 }, 'busy'],
    ['it reads and writes', { ...IDLE, ioLater: 8 }, 'busy'],
    ['it does nothing, and its parent is there', IDLE, 'stuck'],
    ['nothing is known of its parent', { cpu: 5, cpuLater: 5, io: 7, ioLater: 7 }, undefined],
    ['nothing is known of its work', { parentThere: true }, undefined],
    ['only its name is known', {}, undefined],
  ])('%s', (_case, answer, state) => expect(stateOf(answer as Record<string, unknown>)).toBe(state));

  const holder = (pid: number, answer: object, evidence: Holder['evidence'] = 'runs there'): Holder => {
    const [one] = holderOf(
      { pid, name: 'gopls.exe', parent: 12, since: '2026-11-25T10:00:00Z', ...answer },
      evidence,
    );
    if (!one) throw new Error('no process');
    return one;
  };

  it('is said of each in one line, without what may be secret', () => {
    const called = { commandLine: 'gopls.exe -token="a b" --key=secret -v', parentName: 'node.exe' };
    expect(describeHolder(holder(7, { ...IDLE, ...called, cpuLater: 9 }))).toBe(
      'gopls.exe (process 7, since 2026-11-25T10:00:00Z, child of node.exe 12, at work): gopls.exe -token=… --key=… -v',
    );
    expect(describeHolder(holder(7, { ...IDLE, ...called, parentThere: false }))).toMatch(
      /left behind by process 12, which is gone\): gopls/,
    );
    expect(describeHolder(holder(7, { ...IDLE, parent: 0, parentThere: false }))).toContain(
      'by a process that is gone)',
    );
    expect(describeHolder(holder(7, { ...IDLE }))).toContain('doing nothing');
    expect(describeHolder(holder(7, { mentions: true }))).toContain(
      'perhaps: its command line names the directory',
    );
  });

  it('decides the advice, and who runs there whether stop-holders would help', () => {
    const orphan = { ...IDLE, parentThere: false };
    const advice = adviseOn(
      [holder(1, orphan), holder(2, { ...IDLE, io: 1 }), holder(3, IDLE), holder(4, {})],
      'mention',
    );
    expect(advice).toBe(
      'End gopls.exe (1), left behind by an earlier job: taskkill /F /PID 1. ' +
        'Wait until gopls.exe (2) is done, or let its job end: it is at work. ' +
        'Look at gopls.exe (3), which does nothing: end it if it hangs, by taskkill /F /PID 3. ' +
        'End gopls.exe (4), or wait for its job. ' +
        'With stop-holders: true the action ends what runs from that very directory.',
    );
    expect(adviseOn([holder(1, orphan)], 'in vain')).not.toContain('stop-holders');
    expect(adviseOn([holder(1, orphan, 'holds a file')], 'mention')).not.toContain('stop-holders');
    // Who is only guessed at is nobody to end.
    for (const guessed of [[], [holder(1, { mentions: true })], [holder(1, {}, 'has its name')]])
      expect(adviseOn(guessed, 'mention')).toMatch(
        /^End the job or program that uses this Go .*close shells/,
      );
  });

  it('names some of many', () => {
    const many = Array.from({ length: 9 }, (_, index) => holder(index + 10, IDLE));
    expect(adviseOn(many, 'in vain')).toContain('gopls.exe (14), … (9 in all)');
  });
});
