import { mkdir, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { leftoversIn } from '../kill/tool-cache.ts';
import type { Progress } from '../releases/release.ts';
import { type Scanner, type ScannerReport, startScanner } from '../scanner/scanner.ts';
import { wrongAudit } from './check.ts';
import { type Outcome, type Pace, playInstall } from './install.ts';
import { endOrphans } from './orphans.ts';
import { describeInjection, type PlannedInstall, planSoak, type SoakPlan } from './plan.ts';
import { type SoakScene, withSoakScene } from './scene.ts';

export interface PlayedInstall extends Outcome {
  /** From 1. */
  readonly runner: number;
  readonly planned: PlannedInstall;
}

/** What a soak gave. */
export interface SoakResult {
  readonly plan: SoakPlan;
  readonly installs: readonly PlayedInstall[];
  /** What the scanner has done, where there was one. */
  readonly scanned?: ScannerReport | undefined;
  /** Programs of killed runs that had to be ended when all had stopped. */
  readonly orphans: number;
  /** What is wrong with the tool cache when all is over; empty when all is well. */
  readonly endViolations: readonly string[];
  readonly wallMs: number;
}

/**
 * Lets several runners install versions into one tool cache at once, with kills, held locks and faults of the mirror, and looks after each installation and
 * at the end whether everything is as it should be.
 *
 * @throws LabError where there is no Windows
 */
export async function playSoak(plan: SoakPlan, say: Progress): Promise<SoakResult> {
  return await withSoakScene({ ...plan, say }, async (scene) => {
    const started = performance.now();
    const pace: Pace = { stepMs: 3000 };
    const scanner = plan.scanner ? await scanToolCache(scene, plan.seed) : undefined;
    const installs: PlayedInstall[] = [];
    const plans = planSoak(plan);
    const sayLog = ({ log }: Outcome) => say(log.replaceAll(/^/gm, '      | '));
    const play = async (planned: PlannedInstall, runner: number) => {
      const one = scene.runners[runner - 1] as SoakScene['runners'][number];
      const played = { runner, planned, ...(await playInstall(planned, one, scene, pace)) };
      installs.push(played);
      say(lineOf(installs.length, played, scene));
      for (const violation of played.violations) say(`      VIOLATION: ${violation}`);
      if (played.violations.length > 0) sayLog(played);
      return played;
    };
    await Promise.all(
      plans.map(async (list, index) => {
        for (const planned of list) await play(planned, index + 1);
      }),
    );
    const scanned = await scanner?.stop();
    const orphans = await endOrphans(scene.lab.toWindows(scene.root));
    say(`all have stopped, ${orphans} orphans of killed runs were ended; one more run for each version`);
    await letAMinutePass(scene.root);
    for (const version of scene.versions.keys())
      await play({ version, before: 'as it is', injection: { kind: 'none' } }, 1);
    const endViolations = await violationsAtTheEnd(scene);
    for (const violation of endViolations) say(`VIOLATION at the end: ${violation}`);
    if (endViolations.length > 0) for (const one of installs.slice(-plan.versions)) sayLog(one);
    return { plan, installs, scanned, orphans, endViolations, wallMs: performance.now() - started };
  });
}

async function scanToolCache({ lab, root }: SoakScene, seed: number): Promise<Scanner> {
  await mkdir(root, { recursive: true });
  return await startScanner(lab, seed, lab.toWindows(root));
}

/** What is wrong with a tool cache that nobody works on any more. */
export async function violationsAtTheEnd({
  root,
  versions,
}: Pick<SoakScene, 'root' | 'versions'>): Promise<string[]> {
  const left = await leftoversIn(
    root,
    versions.map(({ entry }) => entry),
  );
  const audit = await wrongAudit(root);
  return [
    ...left.map((name) => `left over: ${name}`),
    ...(audit === undefined ? [] : [`the audit log: ${audit}`]),
  ];
}

/** Makes what tests of writing have left as old as it has to be before another run takes it for left behind. */
async function letAMinutePass(root: string): Promise<void> {
  const then = new Date(Date.now() - 120_000);
  for (const name of await readdir(root, { recursive: true }))
    if (path.basename(name).startsWith('.setup-go-win-test-'))
      await utimes(path.join(root, name), then, then);
}

function lineOf(number: number, { runner, planned, ...outcome }: PlayedInstall, scene: SoakScene): string {
  const { end, hit, wallMs, warnings } = outcome;
  const ended =
    end.kind === 'error' ? end.code : end.kind === 'killed' ? 'killed' : hit ? 'hit' : 'installed';
  const parts = [
    String(number).padStart(4),
    `soak-${runner}`.padEnd(8),
    `${scene.versions[planned.version]?.goVersion}`.padEnd(8),
    planned.before.padEnd(8),
    describeInjection(planned.injection).padEnd(32),
    ended.padEnd(11),
    `${(wallMs / 1000).toFixed(1)} s`,
    ...warnings.map((warning) => `WARNING: ${warning}`),
  ];
  return parts.join(' ');
}
