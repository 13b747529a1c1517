import { SetupError } from '../errors.ts';
import { isSamePlace, linksOf, readLink } from '../machine/current.ts';
import { toGoVersion } from '../release/names.ts';
import type { VersionRequest } from '../release/spec.ts';
import { inspectEntry, readProvenance } from '../toolcache/inspect.ts';
import { type Entry, mirrorTool, OFFICIAL_TOOL, treePath } from '../toolcache/layout.ts';
import { type Operated, ofMachine } from './operate.ts';
import { currentEntry, findPresent } from './present.ts';
import { entryAt, type Session } from './session.ts';
import { switchTo } from './switch.ts';

/**
 * Writes every file of a version anew: of the one that is named, else of the machine's Go. The same build as before, where its hash is known.
 *
 * @throws SetupError E_NOT_FOUND where there is none; or of whatever stood in the way
 */
export async function repair(request: VersionRequest | undefined, session: Session): Promise<Operated> {
  const { context } = session;
  const entry = request ? await findPresent(request, session) : await currentEntry('repair', session);
  const { version, architecture } = entry;
  requireItsMirror(entry, session);
  const found = await inspectEntry(entry);
  const provenance = found.state === 'whole' ? found.provenance : await readProvenance(entry, 0);
  const sha256 = provenance?.sha256 ?? '';
  const inputs = { ...context.inputs, architecture, checksum: context.inputs.checksum || sha256 };
  context.log.info(`${toGoVersion(version)} in ${treePath(entry)} is installed anew`);
  const { install } = await import('../install.ts');
  const spec = { kind: 'exact', version, text: version } as const;
  const own = { ...context, inputs };
  const toolchain = await install({ spec, origin: 'operation: repair' }, own, { anew: true }).catch(
    (error) => {
      throw context.inputs.checksum === '' && sha256 !== '' ? anotherBuild(error) : error;
    },
  );
  if (toolchain.entry) await context.leases.hold(toolchain.entry);
  const leads = await readLink(linksOf(session.root).current);
  // What is not the machine's Go is repaired where it is, and stays that.
  if (leads === undefined || isSamePlace(leads, treePath(entry)))
    await switchTo(entryAt(session.root, toolchain.goroot) ?? entry, 'repair', session);
  return { toolchains: [ofMachine(toolchain)], changed: !inputs.dryRun };
}

/** A build that only a mirror has cannot come from anywhere else. @throws SetupError E_INPUT */
function requireItsMirror({ tool, version, ...rest }: Entry, { context }: Session): void {
  const { mirror } = context.inputs;
  if (tool === OFFICIAL_TOOL || (mirror !== '' && tool === mirrorTool(mirror))) return;
  throw new SetupError(
    'E_INPUT',
    `${toGoVersion(version)} in ${treePath({ tool, version, ...rest })} is the build of a mirror, and ${mirror === '' ? 'none is given' : 'go-download-base-url is another one'}.`,
    {
      remedy:
        'Give the go-download-base-url that it was installed from, or install another build with operation: install.',
    },
  );
}

/** The hash that the file has to have is that of the build which is there, and no input. */
function anotherBuild(error: unknown): unknown {
  if (!(error instanceof SetupError) || error.code !== 'E_CHECKSUM') return error;
  const { code, message, state, evidence, cause } = error;
  return new SetupError(code, message, {
    remedy:
      'See why the source has another file for this version now: a repair writes the same build as before. To take the new one, uninstall the version and install it again.',
    ...(state === undefined ? {} : { state }),
    evidence,
    cause,
  });
}
