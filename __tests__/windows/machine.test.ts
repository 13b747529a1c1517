import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { runGo } from '../../lab/msi/holder.ts';
import { writeMachinePath } from '../../lab/msi/scene.ts';
import { runCommand } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache } from './steps.ts';

jest.setTimeout(3 * 60_000);

const ROOT = 'C:\\ProgramData\\setup-go-win';
/** Long, odd, and not the lab's own: it has to come through with nothing but one entry at its end. */
const ODD = `%SystemRoot%\\system32;C:\\ü ß;"C:\\a;b";;${'C:\\long;'.repeat(400)}%Nope%`;

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('scope: machine, junctions played by Unix links', (lab) => {
  let scene: MachineScene;

  beforeAll(async () => {
    scene = await openMachineScene(lab, ['1.98.0', '1.99.1', '1.99.2']);
    await writeMachinePath(lab, ODD);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('installs below the machine’s root, switches, and writes PATH at its end and no byte else', async () => {
    const step = await scene.step({ 'go-version': '1.98.0' });
    expectSuccess(step);
    const goroot = lab.toWindows(scene.tree('1.98.0'));
    expect(step.outputs).toMatchObject({
      'go-version': '1.98.0',
      goroot,
      source: 'machine',
      official: 'false',
      'tool-cache-hit': 'false',
    });
    expect(step.path).toContain(`${goroot}\\bin`);
    expect(await scene.goAnswers()).toBe('go version go1.98.0 windows/amd64');
    expect(await scene.path()).toBe(`2:${ODD};${ROOT}\\current\\bin`);
    expect(step.log).toContain('Other programs were not told of it: there is no Windows PowerShell');
    expect(step.log).toContain('Services, the runner among them, see it when they are started again');
    expect(step.summary).toContain('go1.98.0');
    expect(readdirSync(scene.root).sort()).toEqual(['.setup-go-win', 'current', 'history.json', 'versions']);
    expect(existsSync(inToolCache(scene.runner, 'go'))).toBe(false);
    const audit = auditLines(inToolCache(scene.runner, '.setup-go-win', 'audit.jsonl'));
    expect(audit.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'make-machine-root ok',
      'install ok',
      'set-variable ok',
      'switch ok',
    ]);
  });

  it('finds it the second time, without network, lock or any write', async () => {
    scene.mirror.forget();
    // But for the lease of the job.
    const files = () =>
      readdirSync(scene.root, { recursive: true, encoding: 'utf8' }).filter(
        (name) => !/lease|uses?\b/.test(name),
      );
    const before = files();
    for (const spec of ['1.98.0', '1.98.x', '<1.99']) {
      const step = await scene.step({ 'go-version': spec });
      expectSuccess(step);
      expect(step.outputs).toMatchObject({
        'go-version': '1.98.0',
        'tool-cache-hit': 'true',
        source: 'machine',
      });
      expect(step.log).toContain('nothing is to be changed');
      expect(step.summary).toBe('');
    }
    expect(scene.mirror.requests).toEqual([]);
    expect(files()).toEqual(before);
  });

  it('tidies up what a killed run left, where the right Go is the machine’s already', async () => {
    const tree = scene.tree('1.98.0');
    const tool = path.basename(path.dirname(path.dirname(tree)));
    const left = [
      path.join(scene.root, 'history.json.01234567.new'),
      path.join(scene.root, '.setup-go-win', 'locks', 'machine.json'),
      path.join(scene.root, 'versions', '.setup-go-win', 'locks', `${tool}-1.98.0-x64.json`),
      path.join(path.dirname(tree), '.x64-01234567', 'VERSION'),
    ];
    mkdirSync(path.join(path.dirname(tree), '.x64-01234567'));
    for (const file of left) writeFileSync(file, '{}');
    const step = await scene.step({ 'go-version': '1.98.0' });
    expectSuccess(step);
    expect(step.log).toMatch(/Removed .*\.x64-01234567, left by an installation that was interrupted/);
    expect(left.filter((file) => existsSync(file))).toEqual([]);
  });

  it('with dry-run says what it would do, and does nothing of it', async () => {
    const before = [readdirSync(scene.root, { recursive: true }), await scene.path()];
    const dry = async (inputs: Record<string, string>) => {
      const step = await scene.step({ ...inputs, 'dry-run': 'true' });
      expectSuccess(step);
      expect(step.log).toContain('Dry run: nothing was changed');
      expect([step.env, step.path]).toEqual([{}, []]);
      return step;
    };
    const tree = (version: string) => lab.toWindows(scene.tree(version));
    const install = await dry({ 'go-version': '1.99.1' });
    expect(install.log).toContain('Would install go1.99.1 from');
    expect(install.log).toContain(
      `${ROOT}\\current would lead to ${tree('1.99.1')}; it leads to ${tree('1.98.0')}`,
    );
    expect(install.outputs).toMatchObject({ 'go-version': '1.99.1', goroot: tree('1.99.1') });
    expect((await dry({ 'go-version': '1.98.0' })).outputs).toMatchObject({ 'tool-cache-hit': 'true' });
    expect((await dry({ operation: 'repair' })).log).toContain('Would install go1.98.0 from');
    expect((await dry({ operation: 'uninstall' })).log).toContain(
      `Would remove ${tree('1.98.0')}, and ${ROOT}\\current, which leads there`,
    );
    expect([readdirSync(scene.root, { recursive: true }), await scene.path()]).toEqual(before);
  });

  it('installs several side by side, the last one for the machine; the old tree stays for jobs that run from it', async () => {
    const running = await runGo(lab, `${lab.toWindows(scene.tree('1.98.0'))}\\bin\\go.exe`);
    const step = await scene.step({ 'go-version': '1.99.1\n1.99.2' });
    expectSuccess(step);
    const alive = `process.kill(${running.pid}, 0)`;
    expect((await lab.run(lab.node, ['-e', alive])).exitCode).toBe(0);
    await running.release();
    expect((await lab.run(lab.node, ['-e', alive])).exitCode).not.toBe(0);
    expect(JSON.parse(step.outputs['versions'] ?? '')).toHaveLength(2);
    expect(await scene.goAnswers()).toBe('go version go1.99.2 windows/amd64');
    expect(await scene.path()).toBe(`2:${ODD};${ROOT}\\current\\bin`);
    const old = await lab.run(`${lab.toWindows(scene.tree('1.98.0'))}\\bin\\go.exe`, ['version']);
    expect(old.stdout).toContain('go1.98.0 ');
    expect((await runCommand(scene.runner, 'go version')).stdout).toContain('go1.99.2');
  });

  it('rolls back to the version before, and the second time returns, without the mirror', async () => {
    scene.mirror.forget();
    for (const version of ['1.98.0', '1.99.2']) {
      const step = await scene.step({ operation: 'rollback' });
      expectSuccess(step);
      expect(step.outputs['go-version']).toBe(version);
      expect(await scene.goAnswers()).toContain(version === '1.98.0' ? 'go1.98.0 ' : `go${version} `);
    }
    expect(scene.mirror.requests).toEqual([]);
  });

  it('switches to what is there, and names that where it is not', async () => {
    const step = await scene.step({ operation: 'switch', 'go-version': '1.99.1' });
    expectSuccess(step);
    expect(await scene.goAnswers()).toContain('go1.99.1 ');
    expectFailure(
      await scene.step({ operation: 'switch', 'go-version': '1.97.0' }),
      'E_NOT_FOUND',
      /Versions that are there: 1\.98\.0 \(x64\), 1\.99\.1 \(x64\), 1\.99\.2 \(x64\)/,
    );
  });

  it('does not return to a version that is torn or gone', async () => {
    rmSync(path.join(scene.tree('1.99.2'), 'VERSION'));
    const torn = await scene.step({ operation: 'rollback' });
    expectFailure(torn, 'E_VERIFY', /go1\.99\.2.*no VERSION file.*Nothing was switched/s);
    expect(await scene.goAnswers()).toContain('go1.99.1 ');
    for (const name of ['', '.complete', '.setup-go-win.json'])
      rmSync(`${scene.tree('1.99.2')}${name}`, { recursive: true });
    const gone = await scene.step({ operation: 'rollback' });
    expectFailure(gone, 'E_NOT_FOUND', /go1\.99\.2.*not there any more.*1\.98\.0 \(x64\), 1\.99\.1 \(x64\)/s);
    expect(await scene.goAnswers()).toContain('go1.99.1 ');
  });

  it('repairs the machine’s Go, the same build, and keeps where a rollback leads', async () => {
    rmSync(path.join(scene.tree('1.99.1'), 'src'), { recursive: true });
    const step = await scene.step({ operation: 'repair' });
    expectSuccess(step);
    expect(existsSync(path.join(scene.tree('1.99.1'), 'src', 'fmt', 'print.go'))).toBe(true);
    expect(await scene.goAnswers()).toContain('go1.99.1 ');
    expectFailure(await scene.step({ operation: 'rollback' }), 'E_NOT_FOUND', /go1\.99\.2/);
  });

  it('uninstalls another version, then the machine’s Go with its place on PATH', async () => {
    expectSuccess(await scene.step({ operation: 'uninstall', 'go-version': '1.98.0' }));
    expect(existsSync(path.dirname(scene.tree('1.98.0')))).toBe(false);
    expect(await scene.goAnswers()).toContain('go1.99.1 ');
    const step = await scene.step({ operation: 'uninstall' });
    expectSuccess(step);
    expect(existsSync(path.dirname(scene.tree('1.99.1')))).toBe(false);
    expect(scene.current()).toBe('nothing');
    expect(await scene.path()).toBe(`2:${ODD}`);
    const again = await scene.step({ operation: 'uninstall' });
    expectSuccess(again);
    expect(again.log).toContain('Nothing to uninstall');
    expect(existsSync(path.join(scene.root, 'journal.json'))).toBe(false);
    expect(JSON.parse(readFileSync(path.join(scene.root, 'history.json'), 'utf8')).successes).not.toEqual([]);
  });
});
