import { access } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { LogKind } from '../../lab/msi/logs.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import {
  callsOf,
  failingLog,
  inLanes,
  logsNamed,
  OLD,
  operate,
  rootOf,
  type ScriptedMachine,
  scriptedMachine,
  stepsOf,
} from './msi-scripted.ts';
import { type FailingCase, failingCases, REMEDIES } from './msi-scripted-cases.ts';
import { expectFailure } from './steps.ts';

jest.setTimeout(10 * 60_000);

/** Most of the time goes by in waiting: for the next attempt, and for programs to start. */
const LANES = 4;

await describePrivateWindows('a failing upgrade, msiexec being scripted', (lab) => {
  let scripted: ScriptedMachine;
  let results: Map<string, Promise<StepResult>>;

  beforeAll(async () => {
    scripted = await scriptedMachine(lab);
    const cases = failingCases((kind) => failingLog(scripted, kind));
    await scripted.msiexec.play(cases.flatMap(({ name, steps }) => stepsOf(name, steps)));
    const run = async ({ name, inputs }: FailingCase) => await operate(lab, scripted, name, inputs);
    const ran = inLanes(LANES, cases, run);
    results = new Map([...ran].map(([{ name }, result]) => [name, result]));
  }, PREPARATION_MS);
  afterAll(async () => await scripted?.mirror.close());

  const rows = failingCases((kind: LogKind) => kind).map(({ name, ...row }) => [name, row] as const);
  it.each(rows)('%s', async (name, { code, message, runs }) => {
    const step = (await results.get(name)) as StepResult;
    expectFailure(step, code, message);
    const [error] = step.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toMatch(REMEDIES[code] as RegExp);
    // The old Go is what the machine ends with, and the failure says so.
    expect(error?.message).toContain(`go${OLD} works, in C:\\Program Files\\Go.`);

    const calls = await callsOf(scripted.msiexec, name);
    if (runs !== undefined) expect(calls).toHaveLength(runs);
    const logs = calls.map(({ commandLine }) => /\/l\*v "([^"]+)"/.exec(commandLine)?.[1]);
    expect(logsNamed(step)).toEqual(logs);
    expect(new Set(logs).size).toBe(calls.length);
    // Nothing is left to be finished by the next run.
    await expect(access(lab.toHost(`${rootOf(name)}\\journal.json`))).rejects.toThrow('ENOENT');
  });

  it('leaves the machine as it was', async () => {
    await Promise.all(results.values());
    const { machine } = scripted;
    expect([await machine.version(), await machine.goAnswers()]).toEqual([
      `go${OLD}`,
      `go version go${OLD} windows/amd64`,
    ]);
    expect(await machine.registered()).toHaveLength(1);
    expect((await machine.pending()).filter((name) => name !== '')).toEqual([]);
  });
});
