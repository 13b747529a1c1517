import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { expectMachine, expectNoneTorn } from '../../lab/kill/machine-facts.ts';
import type { MachineRound } from '../../lab/kill/machine-plan.ts';
import {
  type MachineKillScene,
  openMachineKillScene,
  playMachineRound,
} from '../../lab/kill/machine-round.ts';
import type { MachineStep } from '../../lab/kill/machine-steps.ts';
import { collectViolations } from '../../lab/kill/outcome.ts';
import type { Moment } from '../../lab/kill/plan.ts';
import { writeMachinePath } from '../../lab/msi/scene.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

jest.setTimeout(4 * 60_000);

const at = (step: MachineStep, delayMs = 0): Moment<MachineStep> => ({ kind: 'step', step, delayMs });
const ROUNDS: readonly MachineRound[] = [
  { work: 'switch', kill: at('journal opened'), next: 'before' },
  { work: 'switch', kill: at('old link aside'), next: 'rollback' },
  { work: 'rollback', kill: at('link in place', 50), next: 'again' },
  { work: 'install', kill: at('new link made'), next: 'again' },
  { work: 'first', kill: at('link in place'), next: 'before' },
  { work: 'uninstall', kill: at('marker gone'), next: 'before' },
  { work: 'prune', kill: at('marker gone'), next: 'rollback' },
  { work: 'prune', kill: at('tree moved aside'), next: 'again' },
  // What the next run uses as it is has the staging of the killed one beside it.
  { work: 'repair', kill: at('staging made'), next: 'before' },
  { work: 'repair', kill: at('journal opened'), next: 'rollback' },
  { work: 'repair', kill: at('tree moved aside'), next: 'before' },
  { work: 'repair', kill: at('tree in place'), next: 'again' },
];

// Many more of them, at every step and at random: npm run kill -- 30 --machine. Each call that changes something is killed by side-by-side/kill.test.ts.
await describePrivateWindows(
  'a change of the machine’s versions that is killed, junctions played by Unix links',
  (lab) => {
    let kill: MachineKillScene;
    beforeAll(async () => {
      kill = await openMachineKillScene(lab);
    }, PREPARATION_MS);
    afterAll(async () => await kill?.scene.close());

    it.each(ROUNDS)('leaves a whole Go or none, and the next run sees to the rest: %j', async (round) => {
      const { violations, log } = await playMachineRound(round, kill);
      expect({ violations, log: violations.length > 0 ? log : '' }).toEqual({ violations: [], log: '' });
    });

    it('would be noticed by what it had left', async () => {
      const { scene } = kill;
      const { violations, expect: note } = collectViolations();
      const { version = '' } = await expectNoneTorn(kill, undefined, note);
      expect(violations).toEqual([]);
      const journal = path.join(scene.root, 'journal.json');
      const beside = path.join(path.dirname(scene.tree(version)), '.x64-01234567');
      const moved = path.join(scene.tree(version), 'moved');
      writeFileSync(journal, '{}');
      cpSync(path.join(scene.tree(version), 'src'), beside, { recursive: true });
      writeFileSync(moved, '');
      await writeMachinePath(lab, 'C:\\never');
      await expectMachine(kill, ['1.97.0'], [], note);
      for (const left of [journal, beside, moved]) rmSync(left, { recursive: true });
      kill.sound = false;
      expect(violations).toEqual([
        expect.stringMatching(/^a marker beside a tree of .*1 of \d+ files not of this release \(moved\)/),
        `the machine's Go is ${version}`,
        'a change is open still',
        'PATH of the machine is 2:C:\\never',
        expect.stringMatching(/^left over: journal\.json, versions\/.*\.x64-01234567$/),
      ]);
    });

    it('would be noticed, did current lead to a tree without a marker, or nowhere', async () => {
      const { scene } = kill;
      const { violations, expect: note } = collectViolations();
      const { version = '' } = await expectNoneTorn(kill, undefined, note);
      const marker = `${scene.tree(version)}.complete`;
      rmSync(marker);
      await expectNoneTorn(kill, undefined, note);
      await expectNoneTorn(kill, version, note);
      const journal = path.join(scene.root, 'journal.json');
      writeFileSync(journal, '{}');
      await expectNoneTorn(kill, version, note);
      rmSync(journal);
      writeFileSync(marker, '');
      const torn = expect.stringMatching(/^current leads to .*, which is no whole Go$/);
      expect(violations).toEqual([torn, torn]);
    });
  },
);
