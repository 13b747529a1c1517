import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { createRunner, finishJob, runCommand, runStep, startStep } from '../../lab/runner.ts';
import { describeWindows } from '../../lab/windows/suite.ts';

const toy = fileURLToPath(new URL('toy-action', import.meta.url));

await describeWindows("the lab's runner", (lab) => {
  it('runs an action on Windows and collects all that it leaves', async () => {
    const runner = await createRunner(lab, { name: 'Alice' });
    const step = await runStep(toy, { 'go-version': '1.26.x' }, runner);

    expect(step.exitCode).toBe(0);
    expect(step.outputs).toEqual({
      version: '1.26.x',
      lines: 'one\r\ntwo=2',
      default: ' from action.yml',
      token: '[]',
      platform: 'win32',
      runner: 'Alice self-hosted',
      home: lab.kind === 'wine' ? 'unset' : expect.any(String),
      temp: '_runner_file_commands',
    });
    expect(step.annotations).toEqual([
      { level: 'error', title: 'E_TOY: bad, very', message: 'first line\nsecond 100%' },
      { level: 'warning', file: 'go.mod', line: 3, message: 'careful' },
      { level: 'notice', message: 'by the way' },
    ]);
    expect(step.log).toContain(
      '::add-mask::***\nthe secret is ***\non stderr\n##[error]first line\n##[error]second',
    );
    expect(step.log).not.toContain('hush');
    expect(step).toMatchObject({ debug: ['inner'], matchers: ['C:\\matcher.json'], openGroup: false });
    expect(step).toMatchObject({ env: { TOY_HOME: 'C:\\toy home' }, state: { kept: 'from main' } });
    expect(step.path).toEqual(['C:\\toy\\first', 'C:\\toy\\second']);
    expect(step.summary).toBe('# Summary\n');
    expect(step.wallMs).toBeGreaterThan(0);
    if (lab.kind === 'wine') expect(step.peakBytes).toBeGreaterThan(20e6);

    const later = await runCommand(runner, 'echo %TOY_HOME%\necho %PATH%\nexit /b 3010');
    expect(later.exitCode).toBe(3010);
    expect(later.stdout).toMatch(/^C:\\toy home\r\nC:\\toy\\second;C:\\toy\\first;C:\\windows\\system32;/i);

    const quoted = await runCommand(runner, [lab.node, '-p', 'process.argv.slice(1)', 'a b', '100%', 'c&d']);
    expect(quoted.stdout).toBe("[ 'a b', '100%', 'c&d' ]\n");

    const [post, ...others] = await finishJob(runner);
    expect(others).toEqual([]);
    expect(post?.log).toBe('post has from main and C:\\toy home\n');
  }, 180_000);

  it('starts each job with an empty RUNNER_TEMP and without the last one’s variables', async () => {
    const runner = await createRunner(lab, {
      environment: { RUNNER_ENVIRONMENT: 'github-hosted', PATH: 'C:\\mine' },
    });
    await runStep(toy, {}, runner);
    await finishJob(runner);
    const second = await runStep(toy, { surplus: 'x' }, runner);
    expect(second.outputs).toMatchObject({
      temp: '_runner_file_commands',
      runner: 'lab-runner github-hosted',
    });
    expect(second.annotations[0]).toEqual({ level: 'warning', message: "Unexpected input(s) 'surplus'" });
    expect(runner.posts).toHaveLength(1);
    const { stdout } = await runCommand(runner, 'echo %PATH%');
    expect(stdout).toMatch(/^C:\\toy\\second;C:\\toy\\first;C:\\mine/);
  }, 180_000);

  it('reports a failing step, by its exit code or by a file command that can’t be read', async () => {
    const runner = await createRunner(lab);
    expect((await runStep(toy, { mode: 'fail' }, runner)).exitCode).toBe(7);
    const broken = await runStep(toy, { mode: 'broken-output' }, runner);
    expect(broken.exitCode).toBe(1);
    expect(broken.annotations.at(-1)?.message).toContain("delimiter not found 'END'");
  }, 180_000);

  it('lets runners share a tool cache with real file locks, and frees a killed one’s', async () => {
    const shared = await lab.newScratch('tool-cache');
    writeFileSync(path.join(shared.host, 'held'), '');
    const [first, second] = [
      await createRunner(lab, { name: 'first', toolCache: shared.windows }),
      await createRunner(lab, { name: 'second', toolCache: shared.windows }),
    ];
    const hanging = await startStep(toy, { mode: 'hang' }, first);
    while (!existsSync(path.join(first.temp.host, 'hangs'))) await sleep(20);
    expect(await hanging.log()).toMatch(/^hanging as/);
    expect((await runStep(toy, { mode: 'open-held' }, second)).outputs['opened']).toBe('EBUSY');

    hanging.kill();
    const killed = await hanging.result;
    expect(killed.exitCode === null || killed.exitCode !== 0).toBe(true);
    expect((await runStep(toy, { mode: 'open-held' }, second)).outputs['opened']).toBe('true');
  }, 180_000);

  it('finds host files from Windows and Windows files from the host', async () => {
    const { host, windows } = await lab.newScratch('paths');
    expect(lab.toHost(windows)).toBe(host);
    mkdirSync(path.join(host, 'grün'));
    const script = 'require("fs").writeFileSync("grün/x", process.argv[1])';
    const { exitCode } = await lab.run(lab.node, ['-e', script, 'a "b" \\'], { cwd: windows });
    expect(exitCode).toBe(0);
    expect(existsSync(path.join(host, 'grün', 'x'))).toBe(true);
    const seen = await lab.run(lab.node, ['-p', 'fs.existsSync(process.argv[1])', lab.toWindows(toy)]);
    expect(seen.stdout).toBe('true\n');
  }, 180_000);
});
