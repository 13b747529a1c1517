import path from 'node:path';
import { SetupError } from './errors.ts';
import { parseSpec } from './release/spec.ts';
import { findVersionFile, readVersionFile, type VersionRequest } from './release/version-file.ts';
import type { Context } from './toolchain.ts';

/** Whether an input names a version, or a file that does. */
export function namesVersion({ goVersions, goVersionFile }: Context['inputs']): boolean {
  return goVersions.length > 0 || goVersionFile !== '';
}

/**
 * Which versions are wanted: the input, else the file that the input names, else a version file of the workspace.
 *
 * @throws SetupError E_INPUT where none of them is there; E_SPEC where it names no version
 */
export async function readRequests({
  inputs,
  host: { workspace },
  log,
  learned,
}: Pick<Context, 'inputs' | 'log' | 'learned'> & {
  readonly host: Pick<Context['host'], 'workspace'>;
}): Promise<VersionRequest[]> {
  if (inputs.goVersions.length > 0) {
    if (inputs.goVersionFile !== '')
      log.warn('Both go-version and go-version-file are given: go-version is used.');
    return inputs.goVersions.map((text) => ({
      spec: parseSpec(text, 'input go-version'),
      origin: 'input go-version',
    }));
  }
  const file =
    inputs.goVersionFile === '' ? findVersionFile(workspace) : path.resolve(workspace, inputs.goVersionFile);
  if (file === undefined) {
    throw new SetupError(
      'E_INPUT',
      `No Go version is given, and ${workspace} has no go.work, go.mod, .go-version or .tool-versions.`,
      {
        remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
      },
    );
  }
  const request = await readVersionFile(file, { resolution: inputs.resolution });
  if (request.least !== undefined) learned.least = request.least;
  return [request];
}
