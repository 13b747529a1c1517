import { SetupError } from '../errors.ts';
import type { VersionRequest } from '../release/spec.ts';
import { requireAllowed } from './allowed.ts';
import { changeGo } from './change.ts';
import { defaultInstallDir } from './install-dirs.ts';
import { changed, type Operated, oldOf, planned } from './outcome.ts';
import type { StoredPackage } from './package-store.ts';
import { isKnownOfficial, securePackage, wayBackTo } from './packages.ts';
import { requirePreflight } from './preflight-run.ts';
import { nothingThere, requireMatch } from './refusals.ts';
import type { MsiSession } from './session.ts';
import type { RegisteredGo } from './state.ts';

/**
 * Writes every file of the registered Go anew, from its own MSI.
 *
 * @throws SetupError E_NOT_FOUND where none, or another one than was named, is registered; or of whatever stood in the way
 */
export async function repair(
  request: VersionRequest | undefined,
  [old]: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { root, sources, context } = session;
  if (old === undefined) throw nothingThere('repair', session);
  requireMatch(request, old, 'repair');
  await requireAllowed(old, session);
  const installDir = placeOf(old, session);
  const { goVersion, version } = old.product;
  await requirePreflight({ version, installDir, old, wayBack: await wayBackTo(old, session) }, session);
  if (context.inputs.dryRun) {
    context.log.info(`Would write every file of ${goVersion} in ${installDir} anew, from its own MSI`);
    const official = await isKnownOfficial(old.product);
    return planned({ version, goVersion, installDir, official }, session);
  }
  const secured = await securePackage(root, old.product, sources, context);
  const target = { goVersion, version, installDir, package: secured };
  const wanted = { operation: 'repair', old: oldOf(old), target, secured, repair: true } as const;
  return await changed(target, await changeGo(wanted, session), session);
}

/**
 * Removes the registered Go. Its MSI is kept where it can be had, for a rollback.
 *
 * @throws SetupError E_NOT_FOUND where another one than was named is registered; or of whatever stood in the way
 */
export async function uninstall(
  request: VersionRequest | undefined,
  [old]: readonly RegisteredGo[],
  session: MsiSession,
): Promise<Operated> {
  const { log } = session.context;
  if (old === undefined) {
    log.info('Nothing to uninstall');
    return { toolchain: undefined, changed: false, rebootRequired: false };
  }
  requireMatch(request, old, 'uninstall');
  const intent = { version: old.product.version, installDir: placeOf(old, session), old, wayBack: undefined };
  await requirePreflight(intent, session);
  if (session.context.inputs.dryRun) {
    log.info(`Would uninstall ${old.product.goVersion} from ${intent.installDir}`);
    return { toolchain: undefined, changed: false, rebootRequired: false };
  }
  const secured = await secureIfPossible(old, session);
  const { pending } = await changeGo(
    { operation: 'uninstall', old: oldOf(old), target: undefined, secured, repair: false },
    session,
  );
  const { goVersion, installDir } = old.product;
  log.info(`${goVersion} is uninstalled${secured ? `; its MSI stays in ${secured.path}` : ''}`);
  if (pending.length > 0)
    log.warn(
      `Windows will remove ${pending.length} held file(s) of ${installDir} at its next start: restart it before Go is installed there again.`,
    );
  return { toolchain: undefined, changed: true, rebootRequired: pending.length > 0 };
}

/** Who wants a Go gone gets it gone, also where its MSI is nowhere to be had. */
async function secureIfPossible(
  { product }: RegisteredGo,
  { root, sources, context }: MsiSession,
): Promise<StoredPackage | undefined> {
  try {
    return await securePackage(root, product, sources, context);
  } catch (error) {
    if (context.signal.aborted || !(error instanceof SetupError)) throw error;
    context.log.info(`It cannot be kept for a rollback: ${error.message}`);
    return undefined;
  }
}

function placeOf({ product }: RegisteredGo, { architecture }: MsiSession): string {
  return product.installDir ?? defaultInstallDir(architecture);
}
