import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { labCacheDir, makeOnce } from './cache.ts';
import { BUILD_ENV, goTool } from './go-tool.ts';
import type { Progress } from './release.ts';
import { run } from './run.ts';

/** What examples/with-module needs; it needs no other module itself. */
const MODULE = 'github.com/google/uuid@v1.6.0';

/**
 * A module proxy on disk, with the module that the example needs: what Go's own `cache/download` is. Fetched once from the module proxy of this machine.
 * @returns the directory, for `GOPROXY=file:///…`
 * @throws Error when it cannot be fetched, with what Go said
 */
export async function moduleProxy(
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<string> {
  const target = path.join(labCacheDir(), 'modules', MODULE.replaceAll('/', '-'));
  await makeOnce(target, async (temporary) => {
    say(`fetching the module ${MODULE}`);
    const go = await goTool(say);
    const modules = `${temporary}-modules`;
    // Go makes modules read-only, also for who removes them.
    const env = { ...BUILD_ENV, GOMODCACHE: modules, GOFLAGS: '-modcacherw' };
    const result = await run(go, ['mod', 'download', MODULE], { env });
    if (result.code !== 0) throw new Error(`${MODULE} cannot be fetched: ${result.output.trim()}`);
    await rename(path.join(modules, 'cache', 'download'), temporary);
    await rm(modules, { recursive: true, force: true });
  });
  return target;
}
