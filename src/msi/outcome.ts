import type { Toolchain } from '../toolchain.ts';
import { pendingUnder, readPendingRenames } from '../windows/reboot.ts';
import { requireAllowed } from './allowed.ts';
import type { Done } from './change.ts';
import { rebootRequired } from './change-failures.ts';
import { defaultInstallDir } from './install-dirs.ts';
import { isKnownOfficial } from './packages.ts';
import { nothingThere } from './refusals.ts';
import type { MsiSession, OldGo, TargetGo } from './session.ts';
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
 * The Go that is there already. What Windows is going to change in it is no matter of this step alone: a Go that the next start removes is
 * no answer.
 *
 * @throws SetupError E_POLICY; E_REBOOT, under `on-reboot-required: fail`
 */
export async function useInstalled(go: RegisteredGo, session: MsiSession): Promise<Operated> {
  const { inputs, log } = session.context;
  const { goVersion, installDir } = go.product;
  await requireAllowed(go, session);
  log.info(`Already installed: ${describeRegistered(go)}`);
  const pending = pendingUnder(await readPendingRenames().catch(() => []), installDir ?? '');
  if (pending.length > 0 && inputs.onRebootRequired === 'fail')
    throw rebootRequired({ goVersion }, pending, []);
  if (pending.length > 0) log.warn(restartFirst(goVersion, pending.length));
  return { toolchain: await toolchainOf(go, true), changed: false, rebootRequired: pending.length > 0 };
}

/** The Go that a change has brought. */
export async function changed(target: TargetGo, { pending }: Done, session: MsiSession): Promise<Operated> {
  const { goVersion } = target;
  const registered = await inspectPatiently(session, true);
  const go = registered.find(({ product }) => product.goVersion === goVersion);
  if (go === undefined) throw nothingThere('use', session);
  if (pending.length > 0) session.context.log.warn(restartFirst(goVersion, pending.length));
  const toolchain = { ...(await toolchainOf(go, false)), sha256: target.package.sha256 };
  return { toolchain, changed: true, rebootRequired: pending.length > 0 };
}

/** What an operation would come to that only says what it would do. */
export function planned(
  go: Pick<Toolchain, 'version' | 'goVersion' | 'official'> & { readonly installDir: string },
  { architecture }: MsiSession,
): Operated {
  const { version, goVersion, official, installDir: goroot } = go;
  const toolchain = {
    version,
    goVersion,
    goroot,
    architecture,
    source: 'msi',
    official,
    hit: false,
  } as const;
  return { toolchain: { ...toolchain, sha256: undefined }, changed: false, rebootRequired: false };
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

/** What the journal keeps of the Go that is there. */
export function oldOf(old: RegisteredGo | undefined): OldGo | undefined {
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
