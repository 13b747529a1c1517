import { setTimeout as sleep } from 'node:timers/promises';
import { tellFindings } from '../report/findings.ts';
import { formatDuration } from '../report/log.ts';
import { type Facts, gatherFacts, type Plan, preflight, readHeld, stopError } from './preflight.ts';
import { readProducts } from './products.ts';
import type { MsiSession } from './session.ts';
import { inspectPatiently, type RegisteredGo } from './state.ts';
import { inspectInstallDir } from './tree.ts';

/** What is going to be done. */
export interface Intent {
  /** Semver of the Go that will be there. */
  readonly version: string;
  readonly installDir: string;
  readonly old: RegisteredGo | undefined;
  readonly wayBack: Plan['wayBack'];
}

const LOOK_MS = 2000;

/**
 * Looks at all that decides whether an MSI may be run, says each finding, and waits up to `lock-timeout` for files that are held; a dry run waits
 * for none. Nothing has been changed by then.
 *
 * @throws SetupError of the first finding that stops, with the others as its evidence; the signal's reason
 */
export async function requirePreflight(intent: Intent, session: MsiSession): Promise<void> {
  const { host, inputs, log, signal } = session.context;
  const { old, installDir } = intent;
  const product = old?.product;
  let facts = await gatherFacts({
    version: intent.version,
    architecture: session.architecture,
    installDir,
    product,
    products: await readProducts(),
    tree: await treeAt(installDir, session),
    wayBack: intent.wayBack,
    machine: host,
    stopping: inputs.stopHolders,
    untouched: inputs.dryRun,
  });
  if (inputs.stopHolders && !inputs.dryRun && onlyHeld(facts)) {
    const { stopAndTell } = await import('../stopping.ts');
    await stopAndTell(facts.holders?.holders ?? [], installDir, session.context);
    facts = { ...facts, ...(await readHeld(installDir)) };
  }
  const end = performance.now() + (inputs.dryRun ? 0 : inputs.lockTimeoutMs);
  for (let told = false; onlyHeld(facts) && performance.now() < end; told = true) {
    if (!told)
      log.info(
        `Waiting up to ${formatDuration(inputs.lockTimeoutMs)} for ${facts.held?.held.length} file(s) in ${installDir} that other processes hold: ${facts.held?.held[0]}, …`,
      );
    await sleep(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    facts = { ...facts, ...(await readHeld(installDir)) };
  }
  const findings = preflight(facts);
  tellFindings(findings, log);
  const failure = stopError(findings);
  if (failure) throw failure;
}

/** Whether files that are held are all that stands in the way: nobody is waited for, or ended, for what fails in any case. */
function onlyHeld(facts: Facts): boolean {
  const others = { ...facts, held: undefined };
  return (facts.held?.held.length ?? 0) > 0 && stopError(preflight(others)) === undefined;
}

async function treeAt(installDir: string, session: MsiSession): Promise<Plan['tree']> {
  const registered = await inspectPatiently(session);
  const owner = registered.find(
    ({ product }) => product.installDir?.toLowerCase() === installDir.toLowerCase(),
  );
  return owner?.tree ?? (await inspectInstallDir(installDir, undefined, undefined));
}
