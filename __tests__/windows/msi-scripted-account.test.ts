import { access } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { callsOf, OLD, operate, rootOf, type ScriptedMachine, scriptedMachine } from './msi-scripted.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(5 * 60_000);

interface Account {
  readonly name: string;
  readonly sid: string;
  /** Name and SID of its groups; attributes as a German Windows has them. */
  readonly groups: readonly (readonly [name: string, sid: string, attributes?: string])[];
}

const ADMINISTRATORS = ['VORDEFINIERT\\Administratoren', 'S-1-5-32-544'] as const;
const DENIED = 'Gruppe, die nur zum Verweigern verwendet wird';
const level = (rid: number) => ['Verbindliche Beschriftung\\Verbindlichkeitsstufe', `S-1-16-${rid}`] as const;

const ACCOUNTS = {
  'network-service': {
    name: 'NT-AUTORITÄT\\NETZWERKDIENST',
    sid: 'S-1-5-20',
    groups: [['Jeder', 'S-1-1-0'], level(16384)],
  },
  'filtered-administrator': {
    name: 'PC\\anna',
    sid: 'S-1-5-21-1-2-3-1001',
    groups: [[...ADMINISTRATORS, DENIED], level(8192)],
  },
  user: { name: 'PC\\ben', sid: 'S-1-5-21-1-2-3-1002', groups: [['Benutzer', 'S-1-5-32-545'], level(8192)] },
  system: { name: 'NT-AUTORITÄT\\SYSTEM', sid: 'S-1-5-18', groups: [ADMINISTRATORS, level(16384)] },
  administrator: { name: 'PC\\anna', sid: 'S-1-5-21-1-2-3-1001', groups: [ADMINISTRATORS, level(12288)] },
} as const satisfies Record<string, Account>;

await describePrivateWindows('the account of the step, whoami and msiexec being scripted', (lab) => {
  let scripted: ScriptedMachine;
  let whoami: ScriptedProgram;

  beforeAll(async () => {
    scripted = await scriptedMachine(lab);
    whoami = await scriptedProgram(lab, 'whoami');
    await scripted.msiexec.play([{ exitCode: 1603, times: 'always' }]);
  }, PREPARATION_MS);
  afterAll(async () => await scripted?.mirror.close());

  async function stepAs(who: keyof typeof ACCOUNTS, name: string, inputs = {}): Promise<StepResult> {
    const { name: account, sid, groups }: Account = ACCOUNTS[who];
    const lines = groups.map(
      ([group, groupSid, attributes = 'Obligatorische Gruppe']) =>
        `"${group}","Alias","${groupSid}","${attributes}"\r\n`,
    );
    await whoami.play([
      { when: '/user', stdout: `"${account}","${sid}"\r\n` },
      { when: '/groups', stdout: lines.join('') },
    ]);
    return await operate(lab, scripted, name, inputs);
  }

  it.each([
    ['network-service', /NETWORK SERVICE, the default of a runner that is a service/],
    ['filtered-administrator', /not elevated \(User Account Control\)/],
    ['user', /no member of the group Administrators/],
  ] as const)('%s may install nothing, and nothing is written', async (who, reason) => {
    const step = await stepAs(who, who);
    expectFailure(step, 'E_MSI_PERMISSION', reason);
    expect(step.annotations[0]?.message).toMatch(/Nothing was changed\. .*install-method: zip/);
    expect(await callsOf(scripted.msiexec, who)).toEqual([]);
    await expect(access(lab.toHost(rootOf(who)))).rejects.toThrow('ENOENT');
    expect(scripted.mirror.count('files')).toBe(0);
  });

  it.each(['system', 'administrator'] as const)('%s goes on', async (who) => {
    const step = await stepAs(who, who);
    expectFailure(step, 'E_MSI_FAILED', /1603/);
    expect(await callsOf(scripted.msiexec, who)).toHaveLength(1);
    expect(step.log).toMatch(/: (?:SYSTEM|an administrator, elevated)\./);
  });

  it('network-service uses the Go that is there', async () => {
    const step = await stepAs('network-service', 'there', { 'go-version': OLD });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ 'go-version': OLD, 'tool-cache-hit': 'true' });
    await expect(access(lab.toHost(rootOf('there')))).rejects.toThrow('ENOENT');
  });
});
