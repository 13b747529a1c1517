import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Architecture } from '../../src/release/release.ts';
import { makeOnce } from './cache.ts';
import { BUILD_ENV, goTool } from './go-tool.ts';
import { goArch, type Progress } from './release.ts';
import { run } from './run.ts';

export interface ProgramOptions {
  readonly architecture: Architecture;
  /** Directory of the cache to keep it in. */
  readonly directory: string;
  /** Its file name is this, what it is made from, and the architecture. */
  readonly name: string;
  /** True for a program without a console, as msiexec is one. */
  readonly windowed?: boolean;
  readonly say: Progress;
}

/**
 * A Windows program of the lab's own, built from a directory of Go files once per source text and architecture.
 * @returns where the program lies
 * @throws Error with what the compiler said
 */
export async function windowsProgram(source: string, options: ProgramOptions): Promise<string> {
  const { architecture, directory, name, windowed = false, say } = options;
  const hash = createHash('sha256');
  const files = (await readdir(source)).filter((file) => file.endsWith('.go')).sort();
  for (const file of files) hash.update(await readFile(path.join(source, file)));
  const key = hash.digest('hex').slice(0, 16);
  const program = path.join(directory, `${name}-${key}-${goArch[architecture]}.exe`);
  await makeOnce(program, async (temporary) => {
    const started = Date.now();
    const go = await goTool(say);
    const env = { ...BUILD_ENV, GOOS: 'windows', GOARCH: goArch[architecture] };
    const linking = `-s -w${windowed ? ' -H windowsgui' : ''}`;
    const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags', linking, '-o', temporary, '.'];
    const result = await run(go, args, { cwd: source, env });
    if (result.code !== 0) throw new Error(`${source} does not build: ${result.output.trim()}`);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`built ${path.basename(source)} for ${architecture} in ${seconds} s`);
  });
  return program;
}
