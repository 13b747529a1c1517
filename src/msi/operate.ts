import { holdMachine } from '../hold-machine.ts';
import { leftChange } from '../machine/journal.ts';
import { machineRootAt } from '../machine/root.ts';
import { selectVersion } from '../release/select.ts';
import type { VersionRequest } from '../release/spec.ts';
import { CHANGE_IS_OPEN, settleLeft } from '../settle-left.ts';
import { withSources } from '../sources.ts';
import { tidyRoot } from '../tidy-machine.ts';
import { removeWriteTests } from '../toolcache/write-tests.ts';
import { architectureOf, type Context } from '../toolchain.ts';
import { readAccount } from '../windows/elevation.ts';
import { type Operated, useInstalled } from './outcome.ts';
import { notElevated, withoutVersion } from './refusals.ts';
import { install, rollback, switchToStored } from './replace.ts';
import type { MsiSession } from './session.ts';
import { describeRegistered, inspectPatiently, type RegisteredGo } from './state.ts';
import { repair, uninstall } from './upkeep.ts';

/**
 * Installs, repairs, rolls back or uninstalls the Go of this machine by its MSI, one runner at a time. What an interrupted run left is
 * finished or undone first. Where the right Go is there and whole, nothing is changed, and no right is needed.
 *
 * @param request what is wanted; undefined where the operation does not read the version, or none was given
 * @throws SetupError with the code of whatever stood in the way; when it was changed, which Go works now is part of the message
 */
export async function operateMsi(request: VersionRequest | undefined, context: Context): Promise<Operated> {
  const { inputs, host, log, timeline } = context;
  const root = machineRootAt(inputs.machineRoot);
  const architecture = architectureOf(context);
  return await withSources(context, async (sources) => {
    const session: MsiSession = { root, architecture, sources, context };
    const before = await inspectPatiently(session);
    for (const one of before) log.info(`Registered: ${describeRegistered(one)}`);
    if (before.length === 0) log.info(`No Go for ${architecture} is registered with Windows Installer`);
    // What a change that is open has on the machine now may be gone in a moment.
    const settled = (await leftChange(root)) === undefined;
    const there =
      settled && inputs.operation === 'install' ? await alreadyThere(before, request, session) : undefined;
    if (there) {
      const installDir = there.toolchain?.goroot ?? '';
      if (!inputs.dryRun) await tidyRoot(root, host.runner, () => removeWriteTests(installDir, 0));
      return there;
    }

    if (inputs.dryRun) {
      if (!settled) log.info(CHANGE_IS_OPEN);
      return await operateLocked(request, session);
    }
    const account = await readAccount();
    if (account.elevated === false) throw notElevated(account);
    return await holdMachine(root, account, context, async () => {
      await timeline.measure('msi', () => settleLeft(root, sources, context));
      return await operateLocked(request, session);
    });
  });
}

async function operateLocked(request: VersionRequest | undefined, session: MsiSession): Promise<Operated> {
  const registered = await inspectPatiently(session);
  switch (session.context.inputs.operation) {
    case 'install': {
      const there = await alreadyThere(registered, request, session);
      return there ?? (await install(request ?? withoutVersion(), registered, session));
    }
    case 'switch':
      return await switchToStored(request ?? withoutVersion(), registered, session);
    case 'repair':
      return await repair(request, registered, session);
    case 'rollback':
      return await rollback(registered, session);
    case 'uninstall':
      return await uninstall(request, registered, session);
    default:
      throw new TypeError(`${session.context.inputs.operation} is no operation on one version`);
  }
}

/** The Go that is registered, where it is whole and what the request means. Ranges are answered by it, unless check-latest. */
async function alreadyThere(
  registered: readonly RegisteredGo[],
  request: VersionRequest | undefined,
  session: MsiSession,
): Promise<Operated | undefined> {
  const { inputs, policy } = session.context;
  const [only, another] = registered;
  if (!request || !only || another || only.tree.state !== 'whole' || inputs.checksum !== '') return undefined;
  const { spec } = request;
  const asks = inputs.checkLatest || inputs.resolution === 'lowest';
  if (spec.kind === 'alias' || (spec.kind === 'range' && asks)) return undefined;
  if (spec.kind === 'range' && policy?.ruledOut(only.product.version) !== undefined) return undefined;
  if (selectVersion(spec, [only.product.version], 'highest') === undefined) return undefined;
  return await useInstalled(only, session);
}
