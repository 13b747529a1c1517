import { versionBefore } from '../machine/history.ts';
import { leftChange } from '../machine/journal.ts';
import { defaultMachineRoot, openMachineRoot } from '../machine/root.ts';
import { toGoVersion } from '../release/names.ts';
import { selectVersion } from '../release/select.ts';
import type { VersionRequest } from '../release/spec.ts';
import { formatDuration } from '../report/log.ts';
import { withSources } from '../sources.ts';
import { acquireLock } from '../toolcache/lock.ts';
import { architectureOf, type Context, type Toolchain } from '../toolchain.ts';
import { readAccount } from '../windows/elevation.ts';
import { pendingUnder, readPendingRenames } from '../windows/reboot.ts';
import { changeGo, type Done } from './change.ts';
import { rebootRequired } from './change-failures.ts';
import { defaultInstallDir } from './install-dirs.ts';
import { settleInterrupted } from './interrupted.ts';
import { exact, isKnownOfficial, providePackage, securePackage, wayBackTo } from './packages.ts';
import { requirePreflight } from './preflight-run.ts';
import {
  isLower,
  notElevated,
  nothingThere,
  nothingToReturnTo,
  requireMatch,
  withoutVersion,
} from './refusals.ts';
import type { MsiSession, OldGo, TargetGo } from './session.ts';
import { requireSignature } from './signature-run.ts';
import { describeRegistered, inspectPatiently, type RegisteredGo } from './state.ts';

/** What an operation on the machine's Go came to. */
export interface Operated {
  /** The Go that later steps use; undefined after an uninstallation. */
  readonly toolchain: Toolchain | undefined;
  /** Whether anything of the machine was changed. */
  readonly changed: boolean;
  /** Windows has something left to do with its files at the next start. */
  readonly rebootRequired: boolean;
}

/**
 * Installs, repairs, rolls back or uninstalls the Go of this machine by its MSI, one runner at a time. What an interrupted run left is
 * finished or undone first. Where the right Go is there and whole, nothing is changed, and no right is needed.
 *
 * @param request what is wanted; undefined where the operation does not read the version, or none was given
 * @throws SetupError with the code of whatever stood in the way; when it was changed, which Go works now is part of the message
 */
export async function operateMsi(request: VersionRequest | undefined, context: Context): Promise<Operated> {
  const { inputs, host, log, signal } = context;
  const root = inputs.machineRoot || defaultMachineRoot();
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
    if (there) return there;

    const account = await readAccount();
    if (account.elevated === false) throw notElevated(account);
    await openMachineRoot(root, account.sid, (line) => log.info(line));
    const lock = await acquireLock(root, 'msi', {
      runner: host.runner,
      timeoutMs: Math.max(inputs.lockTimeoutMs, inputs.msiTimeoutMs),
      signal,
      onWait: (owner, waited) =>
        log.info(
          `Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${formatDuration(waited)} so far`,
        ),
    });
    try {
      await settleInterrupted(session);
      return await operateLocked(request, session);
    } finally {
      await lock.release();
    }
  });
}

async function operateLocked(request: VersionRequest | undefined, session: MsiSession): Promise<Operated> {
  const registered = await inspectPatiently(session);
  switch (session.context.inputs.operation) {
    case 'install': {
      const there = await alreadyThere(registered, request, session);
      return there ?? (await install(request ?? withoutVersion(), 'install', registered, session));
    }
    case 'repair':
      return await repair(request, registered, session);
    case 'rollback':
      return await rollback(registered, session);
    case 'uninstall':
      return await uninstall(request, registered, session);
  }
}

/** The Go that is registered, where it is whole and what the request means. Ranges are answered by it, unless check-latest. */
async function alreadyThere(
  registered: readonly RegisteredGo[],
  request: VersionRequest | undefined,
  { context }: MsiSession,
): Promise<Operated | undefined> {
  const { inputs } = context;
  const [only, another] = registered;
  if (!request || !only || another || only.tree.state !== 'whole' || inputs.checksum !== '') return undefined;
  const { spec } = request;
  const asks = inputs.checkLatest || inputs.resolution === 'lowest';
  if (spec.kind === 'alias' || (spec.kind === 'range' && asks)) return undefined;
  if (selectVersion(spec, [only.product.version], 'highest') === undefined) return undefined;
  return await useInstalled(only, context);
}

/** What Windows is going to change in it is no matter of this step alone: a Go that the next start removes is no answer. */
async function useInstalled(go: RegisteredGo, { inputs, log }: Context): Promise<Operated> {
  const { goVersion, installDir } = go.product;
  log.info(`Already installed: ${describeRegistered(go)}`);
  const pending = pendingUnder(await readPendingRenames().catch(() => []), installDir ?? '');
  if (pending.length > 0 && inputs.onRebootRequired === 'fail')
    throw rebootRequired({ goVersion }, pending, []);
  if (pending.length > 0) log.warn(restartFirst(goVersion, pending.length));
  return { toolchain: await toolchainOf(go, true), changed: false, rebootRequired: pending.length > 0 };
}

async function install(
  request: VersionRequest,
  operation: 'install' | 'rollback',
  registered: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { root, architecture, sources, context } = session;
  const { inputs, log } = context;
  const checksum = operation === 'install' ? inputs.checksum : '';
  const resolved = await sources.resolve(request, 'msi', checksum);
  const { release } = resolved;
  const old = registered[0];
  const same = old?.product.goVersion === release.goVersion;
  if (same && old?.tree.state === 'whole' && registered.length === 1) {
    return await useInstalled(old, context);
  }
  const installDir = inputs.msiInstallDir || old?.product.installDir || defaultInstallDir(architecture);
  log.info(
    same
      ? `${release.goVersion} is registered, and ${old?.tree.reason}: repairing it`
      : `${old ? `${old.product.goVersion} is replaced by` : 'Installing'} ${release.goVersion} in ${installDir}${isLower(release.version, old) ? ', which is the lower version' : ''}`,
  );
  await requirePreflight(
    { version: release.version, installDir, old, wayBack: await wayBackTo(old, session) },
    session,
  );
  const fetched = await providePackage(root, resolved, sources, context);
  await requireSignature(fetched, inputs, log);
  const secured = old ? await securePackage(root, old.product, sources, context) : undefined;
  const target = {
    goVersion: release.goVersion,
    version: release.version,
    installDir,
    package: same && secured ? secured : fetched,
  };
  const done = await changeGo({ operation, old: oldOf(old), target, secured, repair: same }, session);
  return await result(target, done, session);
}

async function repair(
  request: VersionRequest | undefined,
  registered: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { root, sources, context } = session;
  const old = registered[0];
  if (old === undefined) throw nothingThere('repair', session);
  requireMatch(request, old, 'repair');
  const installDir = old.product.installDir ?? defaultInstallDir(session.architecture);
  const version = old.product.version;
  await requirePreflight({ version, installDir, old, wayBack: await wayBackTo(old, session) }, session);
  const secured = await securePackage(root, old.product, sources, context);
  const target = { goVersion: old.product.goVersion, version, installDir, package: secured };
  const done = await changeGo(
    { operation: 'repair', old: oldOf(old), target, secured, repair: true },
    session,
  );
  return await result(target, done, session);
}

async function rollback(registered: readonly RegisteredGo[], session: MsiSession): Promise<Operated> {
  const version = await versionBefore(session.root, 'msi', session.architecture);
  if (version === undefined) throw nothingToReturnTo(registered[0], session);
  const goVersion = toGoVersion(version);
  session.context.log.info(`Rolling back to ${goVersion}, the version before the last successful change`);
  return await install(
    { ...exact(goVersion), origin: 'the history of this machine' },
    'rollback',
    registered,
    session,
  );
}

async function uninstall(
  request: VersionRequest | undefined,
  registered: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const old = registered[0];
  if (old === undefined) {
    session.context.log.info('Nothing to uninstall');
    return { toolchain: undefined, changed: false, rebootRequired: false };
  }
  requireMatch(request, old, 'uninstall');
  const installDir = old.product.installDir ?? defaultInstallDir(session.architecture);
  const wayBack = await wayBackTo(old, session);
  await requirePreflight({ version: old.product.version, installDir, old, wayBack }, session);
  const secured = await securePackage(session.root, old.product, session.sources, session.context);
  await changeGo(
    { operation: 'uninstall', old: oldOf(old), target: undefined, secured, repair: false },
    session,
  );
  session.context.log.info(`${old.product.goVersion} is uninstalled; its MSI stays in ${secured.path}`);
  return { toolchain: undefined, changed: true, rebootRequired: false };
}

async function result(target: TargetGo, { pending }: Done, session: MsiSession): Promise<Operated> {
  const { goVersion } = target;
  const registered = await inspectPatiently(session, true);
  const go = registered.find(({ product }) => product.goVersion === goVersion);
  if (go === undefined) throw nothingThere('use', session);
  if (pending.length > 0) session.context.log.warn(restartFirst(goVersion, pending.length));
  const toolchain = { ...(await toolchainOf(go, false)), sha256: target.package.sha256 };
  return { toolchain, changed: true, rebootRequired: pending.length > 0 };
}

function restartFirst(goVersion: string, files: number): string {
  return `Windows will change ${files} file(s) of ${goVersion} at its next start: restart it before this Go is relied on.`;
}

async function toolchainOf({ product }: RegisteredGo, hit: boolean): Promise<Toolchain> {
  const { version, goVersion, installDir, architecture } = product;
  const official = await isKnownOfficial(product);
  const goroot = installDir ?? '';
  return { version, goVersion, goroot, architecture, source: 'msi', official, hit, sha256: undefined };
}

function oldOf(old: RegisteredGo | undefined): OldGo | undefined {
  if (old === undefined) return undefined;
  const { productCode, goVersion, version, installDir, architecture } = old.product;
  return {
    productCode,
    goVersion,
    version,
    installDir: installDir ?? defaultInstallDir(architecture),
    whole: old.tree.state === 'whole',
  };
}
