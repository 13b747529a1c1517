import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { verifyAudit } from '../../lab/audit/verify.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { AuditLine } from '../../src/report/audit-line.ts';
import { readExposition } from '../report/exposition.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache } from './steps.ts';

jest.setTimeout(3 * 60_000);

const GO = 'C:\\Program Files\\Go';

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('the audit log of install-method: msi', (lab) => {
  let scene: MsiScene;
  let seen = 0;
  const file = () => inToolCache(scene.runner, '.setup-go-win', 'audit.jsonl');
  /** What the last step has recorded. */
  const recorded = (): AuditLine[] => {
    const lines = auditLines(file());
    const own = lines.slice(seen);
    seen = lines.length;
    return own;
  };
  const hashOf = (goVersion: string) => scene.msis.find((one) => one.goVersion === goVersion)?.sha256;

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2', '1.99.3']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('has the first installation, and the root that was made for it', async () => {
    const step = await scene.step({ 'go-version': '1.99.1', 'metrics-file': 'go.prom' });
    expectSuccess(step);
    const metrics = readExposition(readFileSync(path.join(scene.runner.workspace.host, 'go.prom'), 'utf8'));
    const phases = metrics.find(({ name }) => name === 'setup_go_win_phase_duration_seconds')?.samples ?? [];
    expect(phases.map(({ labels }) => labels['phase']).sort()).toEqual([
      'fetch',
      'msi',
      'resolve',
      'verify',
      'wait',
    ]);
    const [root, install, ...more] = recorded();
    expect(more).toEqual([]);
    expect(root).toMatchObject({
      action: 'make-machine-root',
      target: 'C:\\ProgramData\\setup-go-win',
      outcome: 'ok',
    });
    expect(install).toMatchObject({ action: 'msi-install', target: `go1.99.1 in ${GO}`, outcome: 'ok' });
    expect(install?.from).toMatch(
      new RegExp(`^http://.*/go1\\.99\\.1\\.windows-amd64\\.msi sha256:${hashOf('go1.99.1')}$`),
    );
    expect(install?.durationMs).toBeGreaterThan(100);
    expect(step.log).toContain('Audit: 2 changes recorded in ');
    expect(step.outputs['audit-path']).toMatch(/audit\.jsonl$/);
  });

  it('has nothing of a step that finds its Go', async () => {
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    expect(recorded()).toEqual([]);
  });

  it('has an upgrade that fails, and how the old Go came back', async () => {
    const url = await scene.breaking('go1.99.3', 'fails-after-copy');
    const step = await scene.step({ 'go-version': '1.99.3', 'go-download-base-url': url });
    expectFailure(step, 'E_MSI_FAILED', /go1\.99\.1 works/);
    const [recover, install, ...more] = recorded();
    expect(more).toEqual([]);
    expect(recover).toMatchObject({ action: 'msi-recover', target: `go1.99.1 in ${GO}`, outcome: 'ok' });
    expect(recover?.from).toMatch(
      /^undone: install of go1\.99\.3, begun 20.*Z by .*; .* sha256:[0-9a-f]{64}$/,
    );
    expect(install).toMatchObject({
      action: 'msi-install',
      target: `go1.99.3 in ${GO}`,
      outcome: 'E_MSI_FAILED',
    });
    expect(install?.from).toMatch(/; before: go1\.99\.1$/);
    expect(step.outputs['audit-path']).toMatch(/audit\.jsonl$/);
  });

  it('has an upgrade that msiexec refuses, which needed no recovery', async () => {
    const url = await scene.breaking('go1.99.3', 'launch-condition');
    const step = await scene.step({ 'go-version': '1.99.3', 'go-download-base-url': url });
    expectFailure(step, 'E_MSI_FAILED', /go1\.99\.1 works/);
    expect(recorded()).toMatchObject([{ action: 'msi-install', outcome: 'E_MSI_FAILED' }]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['an upgrade', { 'go-version': '1.99.2' }, 'msi-install', 'go1.99.2'],
    ['a repair', { operation: 'repair' }, 'msi-repair', 'go1.99.2'],
    ['a rollback', { operation: 'rollback' }, 'msi-rollback', 'go1.99.1'],
    ['an uninstallation', { operation: 'uninstall' }, 'msi-uninstall', 'go1.99.1'],
  ])('has %s', async (_case, inputs, action, goVersion) => {
    expectSuccess(await scene.step(inputs));
    expect(recorded()).toMatchObject([{ action, target: `${goVersion} in ${GO}`, outcome: 'ok' }]);
  });

  it('has what became of a step that was killed, by the next one', async () => {
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    recorded();
    await killed({ 'go-version': '1.99.2' });
    expect(recorded()).toEqual([]);
    const next = await scene.step({ 'go-version': '1.99.2' });
    expectSuccess(next);
    const [settled] = recorded();
    // Whether msiexec, which went on, came to its end is not ours to say.
    if (settled?.action === 'msi-recover')
      expect(settled.from).toMatch(/^undone: install of go1\.99\.2, begun 20/);
    else
      expect(settled).toMatchObject({
        ...{ action: 'msi-install', target: `go1.99.2 in ${GO}`, outcome: 'ok' },
        from: expect.stringMatching(/; before: go1\.99\.1; interrupted, begun 20.*Z by /),
      });
  });

  it('is one unbroken chain to its end, by the hash that the last step has said', async () => {
    const step = await scene.step({ operation: 'uninstall' });
    const [, hash] = /the last line's hash is ([0-9a-f]{64})/.exec(step.log) ?? [];
    const verdict = verifyAudit([{ name: 'audit.jsonl', bytes: readFileSync(file()) }], hash);
    expect(verdict).toMatchObject({ notes: [], problem: undefined, head: hash });
  });

  /** Kills a step once msiexec runs. */
  async function killed(inputs: Record<string, string>): Promise<StepResult> {
    const running = await scene.start(inputs);
    const started = async () => (await scene.journal().catch(() => undefined))?.details.attempts[0]?.pid;
    while ((await started()) === undefined) await sleep(10);
    running.kill();
    return await running.result;
  }
});
