import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { verifyAudit } from '../../lab/audit/verify.ts';
import { randomNumbers } from '../../lab/kill/plan.ts';
import { differenceOf, wantedTree } from '../../lab/kill/wanted-tree.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { countRefusals, type RefusalCounter } from '../../lab/scanner/refusals.ts';
import { startScanner } from '../../lab/scanner/scanner.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectSuccess, inToolCache, setupGo } from '../windows/steps.ts';

jest.setTimeout(300_000);

const FILES = 600;
/** What no packing makes smaller: so that the archive comes in several ranges, and its directory before the rest. */
const NOISE_BYTES = 8e6;

await describeWindows('while a scanner opens each new file without sharing it', (lab) => {
  let release: LabRelease;
  let mirror: Mirror;
  let runner: Runner;
  let refusals: RefusalCounter;

  beforeAll(async () => {
    const random = randomNumbers(1);
    const files: Record<string, string | Uint8Array> = {
      'zz/noise.bin': Uint8Array.from({ length: NOISE_BYTES }, () => random() * 256),
    };
    for (let index = 0; index < FILES; index++)
      files[`src/made${index % 20}/up${index}.go`] = `package made // ${index}\n`;
    [release] = (await madeUpReleases(['1.97.1'], { files })) as [LabRelease];
    mirror = await startMirror([release]);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.clearFaults();
    mirror.setBandwidth(0);
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    refusals = await countRefusals(lab);
  });

  const install = async () => await setupGo(runner, { 'go-version': '1.97.1' }, { env: refusals.env });

  /** Nothing but a whole tree with its records, and an audit log whose chain is whole. */
  async function expectWhole(): Promise<void> {
    const place = inToolCache(runner, mirrorTool(mirror.url), '1.97.1');
    expect(await differenceOf(path.join(place, 'x64'), await wantedTree(release))).toBeUndefined();
    expect(readdirSync(place).sort()).toEqual(['x64', 'x64.complete', 'x64.setup-go-win.json']);
    const state = inToolCache(runner, '.setup-go-win');
    expect(readdirSync(path.join(state, 'locks')).filter((name) => !name.endsWith('.lock'))).toEqual([]);
    const audit = path.join(state, 'audit.jsonl');
    expect(verifyAudit([{ name: 'audit.jsonl', bytes: readFileSync(audit) }]).problem).toBeUndefined();
  }

  it('an installation succeeds, and what was scanned is counted', async () => {
    const scanner = await startScanner(lab, 1, runner.toolCache.windows);
    const step = await install();
    const report = await scanner.stop();
    expectSuccess(step);
    await expectWhole();
    expect(report.opened).toMatchObject({
      lock: expect.any(Number),
      audit: expect.any(Number),
      sidecar: expect.any(Number),
      marker: expect.any(Number),
    });
    expect((report.opened.staging ?? 0) + (report.opened.tree ?? 0)).toBeGreaterThan(FILES);
    expect(report.most).toBeGreaterThan(20);
  });

  it('what came wrong is removed again, file by file, and the installation succeeds', async () => {
    // A byte that only the hash covers, and slow enough that most files are written by the time when the hash is known.
    mirror.fault('files', { kind: 'corrupt', at: 10 }, { skip: 1, times: 1 });
    mirror.setBandwidth(release.size / 2);
    const scanner = await startScanner(lab, 2, runner.toolCache.windows);
    const step = await install();
    const report = await scanner.stop();
    expectSuccess(step);
    expect(step.log).toContain('read once more in one go');
    await expectWhole();
    expect(report.opened.staging ?? 0).toBeGreaterThan(FILES / 2);
    expect((await refusals.read())['unlink'] ?? 0).toBeGreaterThan(0);
  });

  it('a journal of the machine is replaced time and again', async () => {
    const scratch = await lab.newScratch('journal');
    const scanner = await startScanner(lab, 3, scratch.windows);
    const said = await runOnWindows<{ step: number }[]>(
      lab,
      `const { beginChange, leftChange } = await load('machine/journal');
       const seen = [];
       const change = await beginChange(args.root, { method: 'msi', operation: 'install', architecture: 'x64', runner: 'me', details: { step: 0 } });
       for (let step = 1; step <= 10; step++) {
         await change.update({ step });
         seen.push((await leftChange(args.root)).change.details);
       }
       await change.close();
       return seen;`,
      { root: scratch.windows },
      { env: { ...lab.baseEnvironment, ...refusals.env } },
    );
    const report = await scanner.stop();
    expect(said).toEqual(Array.from({ length: 10 }, (_, index) => ({ step: index + 1 })));
    expect(readdirSync(scratch.host)).toEqual([]);
    expect(report.opened.journal ?? 0).toBeGreaterThan(0);
    expect((await refusals.read())['rename'] ?? 0).toBeGreaterThan(0);
  });
});
