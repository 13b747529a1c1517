import { connectionOptions } from './connections.ts';
import { createHttp } from './network/http.ts';
import { type Origin, openOrigin } from './network/origin.ts';
import type { Asked } from './policy/step-policy.ts';
import type { FileKind, Release } from './release/release.ts';
import { type ResolvedRelease, resolveRelease } from './release/resolve.ts';
import type { VersionRequest } from './release/version-file.ts';
import { architectureOf, type Context } from './toolchain.ts';
import type { Host } from './windows/host.ts';

/** Where Go is asked for and fetched from in this step. */
export interface Sources {
  /** The mirror, when one is given and may be asked; else go.dev. */
  readonly origin: Origin;
  /**
   * The release that a request means, as a file of this kind, and the hash that it must have.
   *
   * @param checksum the input `checksum`, or an empty string for a file that it does not speak of
   * @throws SetupError as resolveRelease
   */
  resolve(request: VersionRequest, kind: FileKind, checksum: string): Promise<ResolvedRelease>;
}

/** What of the step's context decides where Go is asked for. */
export type SourceContext = Pick<Context, 'inputs' | 'log' | 'learned' | 'policy' | 'signal'> & {
  readonly host: Pick<Host, 'architecture' | 'workspace'>;
};

/** Where the file of a release is, for people and for its sidecar. */
export function sourceOf({ filename }: Release, { label }: Origin): string {
  return `${label}/${filename}`;
}

/** A release that would be fetched, as a policy is asked about it. */
export function askedFor(
  { release, official }: ResolvedRelease,
  origin: Origin,
  request: VersionRequest,
): Asked {
  return {
    version: release.version,
    source: sourceOf(release, origin),
    official,
    origin: request.origin,
  };
}

/** Opens mirror and go.dev for `work`, with the step's credentials and proxies, and drops their connections after it. */
export async function withSources<T>(
  context: SourceContext,
  work: (sources: Sources) => Promise<T>,
): Promise<T> {
  const { inputs, log, policy, signal } = context;
  const http = createHttp({
    ...(await connectionOptions(context)),
    signal,
    onRetry: (line) => log.info(line),
    ...(inputs.mirrorToken !== '' && /^https?:/i.test(inputs.mirror)
      ? { token: { origin: inputs.mirror, value: inputs.mirrorToken } }
      : {}),
  });
  try {
    const goDev = openOrigin('https://go.dev/dl', { http });
    const named = inputs.mirror === '' ? undefined : openOrigin(inputs.mirror, { http });
    const mirror = named && inputs.offline && !named.local ? undefined : named;
    if (named && !mirror) log.info(`The mirror ${named.label} is not asked: offline is set`);
    return await work({
      origin: mirror ?? goDev,
      resolve: (request, kind, checksum) =>
        resolveRelease(request, {
          architecture: architectureOf(context),
          kind,
          resolution: inputs.resolution,
          checkLatest: inputs.checkLatest,
          offline: inputs.offline,
          officialOnly: inputs.officialOnly,
          ...(checksum === '' ? {} : { checksum }),
          ...(mirror ? { mirror } : {}),
          goDev,
          ruledOut: policy?.ruledOut,
          onList: (list) => {
            const here = list.filter((one) => one.architecture === architectureOf(context));
            context.learned.versions = here.map((one) => one.version);
          },
          note: (line) => log.info(line),
          warn: (line) => log.warn(line),
        }),
    });
  } finally {
    http.close();
  }
}
