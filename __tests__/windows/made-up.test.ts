import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { type MadeUpOptions, madeUpReleases } from '../../lab/releases/made-up.ts';
import { goTreeOf } from '../../lab/releases/wheel.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

const PATIENCE_MS = 5 * 60_000;

await describeWindows('a made-up Go on Windows', (lab) => {
  beforeAll(async () => void (await madeUpReleases(['1.99.1'])), PREPARATION_MS);

  /** The tree of a made-up release on drive C; returns how its go.exe is called. */
  async function unpacked(
    version: string,
    options: MadeUpOptions = {},
  ): Promise<{ go: string; root: string }> {
    const [release] = await madeUpReleases([version], options);
    const scratch = await lab.newScratch('made-up');
    for (const entry of await goTreeOf(release?.path ?? '')) {
      const file = path.join(scratch.host, entry.name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, inflateRawSync(entry.data));
    }
    return { go: `${scratch.windows}\\go\\bin\\go.exe`, root: `${scratch.windows}\\go` };
  }

  it(
    'answers go version and go env like a Go of its version',
    async () => {
      const { go, root } = await unpacked('1.99rc2');
      expect(await lab.run(go, ['version'])).toMatchObject({
        exitCode: 0,
        stdout: 'go version go1.99rc2 windows/amd64\n',
      });
      const names = ['GOVERSION', 'GOROOT', 'GOARCH', 'GOPATH', 'NOBODY'];
      const home = lab.baseEnvironment['USERPROFILE'];
      expect((await lab.run(go, ['env', ...names])).stdout).toBe(
        `go1.99rc2\n${root}\namd64\n${home}\\go\n\n`,
      );
    },
    PATIENCE_MS,
  );

  it(
    'can lie and fail, and only says that it was to build',
    async () => {
      const [liar, failing] = [
        await unpacked('1.99.1', { sabotage: 'lie' }),
        await unpacked('1.99.1', { sabotage: 'fail' }),
      ];
      expect((await lab.run(liar.go, ['version'])).stdout).toBe('go version go1.0.1 windows/amd64\n');
      expect((await lab.run(failing.go, ['version'])).exitCode).toBe(3);
      const built = await lab.run((await unpacked('1.99.1')).go, ['build', './...']);
      expect(built).toMatchObject({ exitCode: 0, stdout: 'made-up go1.99.1: build ./...\n' });
      expect(await lab.run(liar.go, ['install'])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('made-up go'),
      });
    },
    PATIENCE_MS,
  );
});
