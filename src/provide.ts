import { SetupError } from './errors.ts';
import type { VersionRequest } from './release/version-file.ts';
import { recordTree } from './report/audit-trees.ts';
import { describeTorn, findInToolCache } from './toolcache/find.ts';
import { tidyBeside } from './toolcache/leftovers.ts';
import {
  architectureOf,
  type Context,
  mayAnswerFromCache,
  search,
  type Toolchain,
  useHit,
} from './toolchain.ts';

/** A Go that a prune takes away while the lease on it is being written is provided again, and then has a lease from the beginning. */
const ATTEMPTS = 3;

/**
 * From a version request to a verified Go in the tool cache, with a lease on it: what is there already, or else the release that the request means,
 * downloaded, verified, unpacked and published. In a dry run: the Go that it would be, and nothing is changed.
 *
 * @throws SetupError with the code of whatever stood in the way
 */
export async function provideToolchain(request: VersionRequest, context: Context): Promise<Toolchain> {
  for (let attempt = 1; ; attempt++) {
    const toolchain = await provide(request, context);
    const { entry, goroot } = toolchain;
    if (entry === undefined) return toolchain;
    // A lease that waited until a large tree is removed would come late.
    const [held] = await Promise.all([context.leases.hold(entry), tidyAfterHit(toolchain, context)]);
    if (held || attempt === ATTEMPTS) return toolchain;
    context.log.info(`${goroot} was taken away meanwhile, as by a prune: looking again`);
  }
}

/** What a killed run has left beside a Go that is used as it is; an installation sees to that itself. */
export async function tidyAfterHit({ entry, hit }: Toolchain, context: Context): Promise<void> {
  if (entry === undefined || !hit || context.inputs.dryRun) return;
  await tidyBeside(entry, {
    runner: context.host.runner,
    signal: context.signal,
    onRepair: (line) => context.log.info(line),
    onChange: (change) => recordTree(context.audit, change),
  });
}

async function provide(request: VersionRequest, context: Context): Promise<Toolchain> {
  const { inputs, log } = context;
  log.info(
    `Go ${request.spec.text.replace(/^go/i, '')} for ${architectureOf(context)}, asked for by ${request.origin}`,
  );
  if (mayAnswerFromCache(request.spec, inputs)) {
    const { hit, torn } = await findInToolCache(request.spec, search(context));
    if (hit) {
      for (const one of torn) log.info(`${describeTorn(one)}: not used`);
      await context.policy?.requireVersion({ version: hit.entry.version, origin: request.origin });
      return useHit(hit.entry, hit.found, context);
    }
    if (torn[0] && request.spec.kind === 'range') {
      // The version that the range means is known; only its tree is not whole.
      const spec = { kind: 'exact', version: torn[0].entry.version, text: torn[0].entry.version } as const;
      try {
        return await installAnew({ spec, origin: request.origin }, context);
      } catch (error) {
        if (!(error instanceof SetupError) || !/^E_(?:NOT_FOUND|POLICY)$/.test(error.code)) throw error;
        log.info(
          `${describeTorn(torn[0])}, and Go ${spec.version} is not to be had: looking for another match`,
        );
      }
    }
  }
  // A tree that is there may have shown that it is too young.
  if (request.spec.kind === 'exact')
    await context.policy?.requireVersion({ version: request.spec.version, origin: request.origin });
  return installAnew(request, context);
}

/** What a hit does not need is loaded only here: a step that finds its Go costs little more than starting Node. */
async function installAnew(request: VersionRequest, context: Context): Promise<Toolchain> {
  const { install } = await import('./install.ts');
  for (;;) {
    try {
      return await install(request, context);
    } catch (error) {
      if (!context.policy?.passesOver(request.spec, error)) throw error;
    }
  }
}
