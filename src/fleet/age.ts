import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { fetchVerified } from '../archive/fetch.ts';
import { dataOffset, locateDirectory, readDirectory } from '../archive/zip.ts';
import type { Origin } from '../network/origin.ts';
import type { Asked } from '../policy/step-policy.ts';
import type { Release } from '../release/release.ts';
import type { FleetContext } from './context.ts';

/** A VERSION file has two lines. */
const MOST_BYTES = 4096;

/**
 * Asks a policy about the age of a release. When it came out stands in the ZIP alone, so it is downloaded for that, once for the whole fleet: else each run would
 * find out on its canary. Of an MSI no more is known than on a runner.
 *
 * @throws SetupError E_POLICY; as fetchVerified
 */
export async function requireAge(
  asked: Asked,
  release: Release,
  origin: Origin,
  { inputs, policy, log, signal, env, timeline }: FleetContext,
): Promise<void> {
  if (policy?.policy.minimumAge === undefined) return;
  if (release.kind === 'msi') return await policy.requireAge(asked, undefined);
  log.info(`Downloading ${release.filename}: the policy has a rule on its age, which stands in it`);
  const nothing = { consume: async () => {}, discard: async () => {} };
  const { arrival, bytesDownloaded } = await fetchVerified(
    origin.archive(release.filename),
    release,
    nothing,
    {
      timeoutMs: inputs.downloadTimeoutMs,
      signal,
      onNote: (line) => log.info(line),
    },
  );
  timeline.addBytes('downloaded', bytesDownloaded);
  const tree = await mkdtemp(path.join(env['RUNNER_TEMP'] || tmpdir(), 'fleet-release-'));
  try {
    const version = versionFile(arrival.bytes);
    if (version) await writeFile(path.join(tree, 'VERSION'), version);
    await policy.requireAge(asked, tree);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

/** go/VERSION of a ZIP; undefined where there is none that can be one. */
function versionFile(bytes: Uint8Array): Buffer | undefined {
  const { files } = readDirectory(bytes, locateDirectory(bytes), 'go');
  const file = files.find((one) => one.path === 'VERSION');
  if (file === undefined || file.size > MOST_BYTES) return undefined;
  const start = dataOffset(bytes, file);
  // A copy, since what inflates takes no shared memory.
  const data = Buffer.from(bytes.slice(start, start + file.compressedSize));
  return file.method === 0 ? data : inflateRawSync(data, { maxOutputLength: MOST_BYTES });
}
