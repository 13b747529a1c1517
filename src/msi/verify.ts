import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../errors.ts';
import { keepManifest, takeManifest } from '../machine/manifest.ts';
import { runGoVersion } from '../toolcache/verify.ts';
import { diffPending, type PendingRename, readPendingRenames } from '../windows/reboot.ts';
import type { MsiDetails, MsiSession, TargetGo } from './session.ts';
import { inspectPatiently, manifestName, type RegisteredGo } from './state.ts';

const AGAIN_MS = 2000;

/** What stands where the target should. Only `works` is a success. */
export type Arrival = {
  readonly pending: readonly PendingRename[];
} & (
  | { readonly state: 'works'; readonly go: RegisteredGo }
  | { readonly state: 'fails'; readonly reason: string }
);

/**
 * Whether the Go that was to be installed is there and works: registered, where it should be, whole, and its `go version` the right one.
 * msiexec's exit code has no say in it. What it left to be done at the next start of Windows is told beside: there a file that was just
 * installed can be removed (microsoft/WSL#40488).
 */
export async function verifyArrival(
  target: Pick<TargetGo, 'goVersion' | 'version' | 'installDir'>,
  { pending: before }: Pick<MsiDetails, 'pending'>,
  session: MsiSession,
): Promise<Arrival> {
  const { architecture, context } = session;
  const { host, log, signal } = context;
  const after = await readPendingRenames().catch(() => []);
  const pending = diffPending(before, after, target.installDir);
  const registered = await inspectPatiently(session, true);
  const go = registered.find(({ product }) => product.goVersion === target.goVersion);
  const fails = (reason: string) => ({ state: 'fails', reason, pending }) as const;
  if (go === undefined) return fails(`Windows Installer does not have ${target.goVersion} registered`);
  if (go.product.installDir === undefined) return fails('nothing tells where it was installed');
  if (go.tree.state !== 'whole') return fails(`its tree is not whole: ${go.tree.reason}`);
  const { installDir } = go.product;
  const ask = async () => {
    const expected = { version: target.version, architecture };
    return await runGoVersion(installDir, expected, host.architecture, signal);
  };
  try {
    log.info(await ask().catch((error) => askAgain(error, ask, signal)));
  } catch (error) {
    if (!(error instanceof SetupError) || signal.aborted) throw error;
    return fails(error.message);
  }
  return { state: 'works', go, pending };
}

/** Files that have just been written are held by scanners for moments; that must not count as a Go that does not work, and be undone. */
async function askAgain(error: unknown, ask: () => Promise<string>, signal: AbortSignal): Promise<string> {
  if (!(error instanceof SetupError)) throw error;
  await sleep(AGAIN_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  return await ask();
}

/** Keeps the list of files of a Go that has just been installed and works, so that later runs can tell a file that is missing. */
export async function keepFiles(go: RegisteredGo, { root, context }: MsiSession): Promise<void> {
  const { installDir, productCode } = go.product;
  if (installDir === undefined) return;
  try {
    await keepManifest(root, manifestName(productCode), await takeManifest(installDir));
  } catch (error) {
    context.log.info(`The list of its files could not be kept: ${String(error)}`);
  }
}
