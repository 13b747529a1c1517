import { SetupError } from '../errors.ts';
import type { ResolvedRelease } from '../release/resolve.ts';
import { readRequests } from '../requests.ts';
import { withSources } from '../sources.ts';
import type { FleetContext } from './context.ts';

/**
 * The one release that the whole fleet gets, by the way in which an installation finds it: a range or an alias means the same for the first runner and the
 * last one, whatever is published meanwhile.
 *
 * @throws SetupError E_INPUT for none or several versions; E_POLICY; as resolveRelease
 */
export async function resolveForFleet(context: FleetContext): Promise<ResolvedRelease> {
  const { inputs } = context;
  const [request, ...more] = await readRequests(context);
  if (request === undefined || more.length > 0)
    throw new SetupError(
      'E_INPUT',
      `The input go-version names ${more.length + 1} versions, and a fleet gets one.`,
      {
        remedy: 'Give one version.',
      },
    );
  context.policy?.requireMethod(inputs.installMethod);
  return await withSources(context, async ({ origin, resolve }) => {
    const resolved = await context.timeline.measure(
      'resolve',
      async () => await resolve(request, inputs.installMethod, inputs.checksum),
    );
    const { release, official } = resolved;
    await context.policy?.requireRelease({
      version: release.version,
      source: `${origin.label}/${release.filename}`,
      official,
      origin: request.origin,
    });
    const age = context.policy?.policy.minimumAge;
    if (age)
      context.log.info(
        `The rule ${age.path} of the policy is asked by each leg, once it has the release: the age stands in it`,
      );
    return resolved;
  });
}
