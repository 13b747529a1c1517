import { SetupError } from '../errors.ts';
import type { ResolvedRelease } from '../release/resolve.ts';
import type { VersionRequest } from '../release/spec.ts';
import { readRequests } from '../requests.ts';
import { askedFor, type Sources, withSources } from '../sources.ts';
import { requireAge } from './age.ts';
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
  return await withSources(context, async (sources) => {
    for (;;) {
      try {
        return await resolveAllowed(request, sources, context);
      } catch (error) {
        // The newest match of a range may be too young for the policy.
        if (!context.policy?.passesOver(request.spec, error)) throw error;
      }
    }
  });
}

async function resolveAllowed(
  request: VersionRequest,
  { origin, resolve }: Sources,
  context: FleetContext,
): Promise<ResolvedRelease> {
  const { inputs, policy, timeline } = context;
  const resolved = await timeline.measure(
    'resolve',
    async () => await resolve(request, inputs.installMethod, inputs.checksum),
  );
  const asked = askedFor(resolved, origin, request);
  await policy?.requireRelease(asked);
  await requireAge(asked, resolved.release, origin, context);
  return resolved;
}
