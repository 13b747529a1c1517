import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { SESSION_MANAGER } from '../../lab/msi/machine.ts';
import { writeMachinePath } from '../../lab/msi/scene.ts';
import { type ScriptedProgram, type ScriptedStep, scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

const BIN = 'C:\\ProgramData\\setup-go-win\\current\\bin';
const ANNA = 'S-1-5-21-1-2-3-1001';
const group = (name: string, sid: string) => `"${name}","Alias","${sid}","Gruppe"\r\n`;

/** An account as whoami tells of it. */
function account(elevated: boolean): ScriptedStep[] {
  const groups = elevated
    ? group('VORDEFINIERT\\Administratoren', 'S-1-5-32-544') + group('Stufe', 'S-1-16-12288')
    : group('Benutzer', 'S-1-5-32-545') + group('Stufe', 'S-1-16-8192');
  return [
    { when: '/user', stdout: `"PC\\anna","${ANNA}"\r\n` },
    { when: '/groups', stdout: groups },
  ];
}

const answer = (when: string, value: unknown): ScriptedStep => ({
  when,
  stdout: `${JSON.stringify({ value })}\r\n`,
});
const CLOSED = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';

await describePrivateWindows(
  'whose PATH is written, whoami and PowerShell being scripted, junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    let whoami: ScriptedProgram;
    let powershell: ScriptedProgram;

    beforeAll(async () => {
      scene = await openMachineScene(lab, ['1.99.1', '1.99.2']);
      whoami = await scriptedProgram(lab, 'whoami');
      powershell = await scriptedProgram(lab, 'powershell');
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    beforeEach(async () => {
      rmSync(scene.root, { recursive: true, force: true });
      writeFileSync(path.join(lab.driveC, 'lab-junctions.json'), '{}');
      await writeMachinePath(lab, '%SystemRoot%\\system32');
      // A question without an answer here gets what Wine's own PowerShell says: nothing.
      await powershell.play([{}]);
    });

    it('not elevated: that of the user, which is not there yet, and it is said', async () => {
      await whoami.play(account(false));
      const step = await scene.step({ 'go-version': '1.99.1' });
      expectSuccess(step);
      expect(step.log).toMatch(
        /Not elevated \(no member of the group Administrators\): PATH of the user PC\\anna is written/,
      );
      expect(await scene.path('HKCU\\Environment')).toBe(`2:${BIN}`);
      expect(await scene.path()).toBe('2:%SystemRoot%\\system32');
      // Found again without a change, and gone with the version.
      const again = await scene.step({ 'go-version': '1.99.1' });
      expect(again.log).toContain('nothing is to be changed');
      expectSuccess(await scene.step({ operation: 'uninstall' }));
      expect(await scene.path('HKCU\\Environment')).toBeUndefined();
    });

    it('elevated: that of the machine, and other programs are told', async () => {
      await whoami.play(account(true));
      await powershell.play([
        answer('$a.directories', [
          { directory: 'C:\\ProgramData', sddl: CLOSED },
          { directory: 'C:\\', sddl: CLOSED },
        ]),
        answer('Get-Acl', CLOSED),
        answer('SetEnvironmentVariable', 'told'),
        {},
      ]);
      const step = await scene.step({ 'go-version': '1.99.1', 'machine-goroot': 'true' });
      expectSuccess(step);
      expect(await scene.path()).toBe(`2:%SystemRoot%\\system32;${BIN}`);
      expect(step.log).not.toContain('were not told');
      const told = (await powershell.calls()).filter(({ script }) =>
        script.includes('SetEnvironmentVariable'),
      );
      expect(told).toHaveLength(1);
      // The runner is started again, and has the variables: GOROOT leads to this very Go.
      const goroot = { env: { GOROOT: 'C:\\ProgramData\\setup-go-win\\current' } };
      expectSuccess(await scene.step({ 'go-version': '1.99.1', 'machine-goroot': 'true' }, goroot));
      expect(await scene.machine(`${SESSION_MANAGER}\\Environment`)).toContain(
        '"GOROOT"="C:\\\\ProgramData\\\\setup-go-win\\\\current"',
      );
      expectSuccess(await scene.step({ operation: 'uninstall' }));
      expect(await scene.machine(`${SESSION_MANAGER}\\Environment`)).not.toContain('GOROOT');
    });

    it('elevated, where others may replace a part of the place: E_ACL, and nothing is on PATH', async () => {
      await whoami.play(account(true));
      await powershell.play([
        answer('$a.directories', [{ directory: 'C:\\ProgramData', sddl: 'O:BAD:(A;;FA;;;BU)' }]),
        {},
      ]);
      const step = await scene.step({ 'go-version': '1.99.1' });
      expectFailure(step, 'E_ACL', /C:\\ProgramData: BU may replace what lies in it/);
      expect(await scene.path()).toBe('2:%SystemRoot%\\system32');
      expect(scene.current()).toBe('nothing');
    });

    it('warns of another Go that goes before it', async () => {
      await whoami.play(account(true));
      expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
      const other = `${lab.toWindows(scene.tree('1.99.1'))}\\bin`;
      await writeMachinePath(lab, `${other};${BIN}`);
      const step = await scene.step({ 'go-version': '1.99.2' });
      expect(step.exitCode).toBe(0);
      expect(step.annotations).toMatchObject([
        { level: 'warning', message: expect.stringContaining(`gives another Go first: ${other}\\go.exe`) },
      ]);
    });

    it('finishes or undoes what another run began, whatever it is asked for', async () => {
      await whoami.play(account(true));
      for (const version of ['1.99.1', '1.99.2']) expectSuccess(await scene.step({ 'go-version': version }));
      const journal = path.join(scene.root, 'journal.json');
      const tree = (version: string) => lab.toWindows(scene.tree(version));
      const change = {
        ...{
          schema: 1,
          id: 'left',
          method: 'zip',
          operation: 'switch',
          architecture: 'x64',
          runner: 'r9 run 1',
        },
        ...{ from: '1.99.2', to: '1.99.1', startedAt: '2026-11-25T00:00:00Z' },
        details: {
          ...{
            before: tree('1.99.2'),
            after: tree('1.99.1'),
            scope: 'machine',
            goroot: null,
            setGoroot: false,
          },
          path: { type: 'expand_sz', data: `%SystemRoot%\\system32;${BIN}` },
        },
      };
      writeFileSync(journal, JSON.stringify(change));
      // By the other way to a machine's Go, which finds none of its own.
      const other = await scene.step({ 'install-method': 'msi', operation: 'uninstall' });
      expectSuccess(other);
      expect(other.log).toMatch(/It is undone: .*leads to go1\.99\.2.*Nothing to uninstall/s);
      writeFileSync(journal, JSON.stringify(change));
      const step = await scene.step({ operation: 'switch', 'go-version': '1.99.1' });
      expectSuccess(step);
      expect(step.log).toMatch(
        /An earlier run was interrupted: switch of 1\.99\.2 → 1\.99\.1, by r9 run 1.*It is undone: .*leads to go1\.99\.2/s,
      );
      expect(await scene.goAnswers()).toContain('go1.99.1 ');
      expect(readFileSync(path.join(scene.root, 'history.json'), 'utf8')).not.toContain('"left"');
    });
  },
);
