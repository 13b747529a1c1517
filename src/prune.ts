import { newestMinors } from './release/builtin-minors.ts';
import { formatBytes, formatDuration } from './report/log.ts';
import { setOutputs } from './report/outputs.ts';
import { type PruneTally, reportPrune, startTally } from './report/prune-report.ts';
import { namesVersion } from './requests.ts';
import type { Context } from './toolchain.ts';

/**
 * The operation `prune`: removes versions that no rule keeps and nobody uses, and what killed runs left; with `scope: machine` those below the machine's
 * root, with `install-method: msi` the MSIs that are kept there, else those of the tool caches. With `dry-run` the same plan is made and told, and nothing is changed. Where it fails half-way, outputs and
 * summary have what was done until then.
 *
 * @throws SetupError where the leases can't be read, or as any operation on the machine's root; the signal's reason
 */
export async function prune(context: Context): Promise<void> {
  const { inputs, log, timeline } = context;
  const { scope, installMethod } = inputs;
  const started = Date.now();
  if (namesVersion(inputs))
    log.notice(
      'operation: prune does not read a version: it goes by keep-versions, keep-minors and keep-days.',
    );
  const tally = startTally();
  let through = false;
  try {
    await pruneAll(tally, context);
    through = true;
  } finally {
    timeline.addBytes('removed', inputs.dryRun ? 0 : tally.freed);
    reportPrune({
      title:
        scope === 'job' ? 'Tool cache' : installMethod === 'msi' ? 'Kept MSIs of Go' : 'Go of the machine',
      tally,
      dryRun: inputs.dryRun,
      summary: inputs.summary !== 'never' && (through || tally.items.length > 0),
    });
  }
  log.info(
    inputs.dryRun
      ? `Dry run: ${formatBytes(tally.freed)} would be freed; nothing was changed`
      : `Freed ${formatBytes(tally.freed)} in ${formatDuration(Date.now() - started)}`,
  );
  setOutputs([], false, undefined, newestMinors);
}

async function pruneAll(tally: PruneTally, context: Context): Promise<void> {
  const { inputs, host } = context;
  if (inputs.scope === 'machine') {
    const { pruneMachine } = await import('./prune-machine.ts');
    return await pruneMachine(tally, context);
  }
  const { pruneTrees, toolCachePlace } = await import('./prune-trees.ts');
  for (const root of host.toolCaches) await pruneTrees(toolCachePlace(root), tally, context);
}
