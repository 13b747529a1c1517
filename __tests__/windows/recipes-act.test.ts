import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import { exampleWorkspace } from '../../lab/act/examples.ts';
import type { ActJob } from '../../lab/act/log.ts';
import { type ActResult, runAct } from '../../lab/act/run.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type LabProxy, startProxy } from '../../lab/mirror/proxy.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { type Authority, createAuthority } from '../../lab/tls/authority.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

const RECIPES = ['matrix', 'self-hosted', 'air-gapped', 'enterprise'];
const TOKEN = 'planted-token-of-the-mirror';

/** In the place of actions/upload-artifact, which act cannot fetch here: says what it is to keep. */
const UPLOAD = `
name: upload
description: Says what it is to keep
inputs: { name: { description: of it }, path: { description: of it } }
runs:
  using: composite
  steps: [{ name: kept, shell: cmd, run: "dir /b \${{ inputs.path }}" }]
`;

/** The workflows of README as they stand, with small releases that nobody ever made: their go builds nothing, and says what it was to build. */
await describeWindows('the recipes of README, run by act with made-up Go', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let closed: Mirror;
  let proxy: LabProxy;
  let authority: Authority;
  const runs = new Map<string, ActResult>();

  /** One workflow on a clean machine. */
  async function run(name: string, args: readonly string[] = [], env = {}): Promise<void> {
    const workspace = await exampleWorkspace(lab, RECIPES, { 'upload/action.yml': UPLOAD });
    const text = await readFile(path.join(workspace.host, 'examples/workflows/self-hosted.yml'), 'utf8');
    const upload = /actions\/upload-artifact@[0-9a-f]+/.exec(text)?.[0] ?? '';
    const localRepositories = { [upload]: `${workspace.windows}\\upload` };
    runs.set(
      name,
      await runAct(lab, `examples/workflows/${name}.yml`, { workspace, localRepositories, args, env }),
    );
  }

  beforeAll(async () => {
    await buildAct();
    releases = await madeUpReleases(['1.25.4', '1.25.5', '1.26.5', '1.26.6']);
    mirror = await startMirror(releases);
    authority = createAuthority('Company CA');
    const tls = authority.issue({ name: 'mirror', hosts: ['mirror.invalid'] });
    closed = await startMirror(releases, { token: TOKEN, tls });
    proxy = await startProxy();
  }, PREPARATION_MS);
  afterAll(async () => {
    for (const server of [mirror, closed, proxy]) await server?.close();
  });

  /** What the proxy was asked for; act itself looks for a newer act. */
  const asked = () =>
    proxy.requests.map(({ target }) => target).filter((target) => target !== 'api.nektosact.com:443');
  const jobs = (name: string) => {
    const { exitCode, log, jobs: all } = runs.get(name) ?? { exitCode: -1, log: 'not run', jobs: [] };
    expect(exitCode === 0 ? '' : log).toBe('');
    return all;
  };
  const step = (job: ActJob | undefined, name: string) =>
    job?.steps.find((one) => one.name === name && one.stage === 'Main');

  it('matrix: the newest patch of each minor tests the module, side by side in one tool cache', async () => {
    await run('matrix', [], { GO_DOWNLOAD_BASE_URL: mirror.url });
    const all = jobs('matrix');
    const tested = all.map((job) => step(job, 'go test ./...')?.output);
    expect(tested.sort()).toEqual([['made-up go1.25.5: test ./...'], ['made-up go1.26.6: test ./...']]);
    for (const job of all)
      expect(step(job, 'org/setup-go-win@v1')?.outputs['goroot']).toContain(
        runs.get('matrix')?.toolCache.windows,
      );
  });

  it('self-hosted: builds, leaves metrics for a collector, and nothing to keep', async () => {
    await run('self-hosted', [], { GO_DOWNLOAD_BASE_URL: mirror.url });
    const [job] = jobs('self-hosted');
    expect(step(job, 'go build ./...')?.output).toEqual(['made-up go1.26.6: build ./...']);
    expect(step(job, 'Keep all that is known of a failure')).toBeUndefined();
    const { host = '' } = runs.get('self-hosted')?.toolCache ?? {};
    expect(await readFile(path.join(host, 'setup-go-win.prom'), 'utf8')).toContain('setup_go_win_');
  });

  it('self-hosted: keeps what is known of a failure', async () => {
    await run('self-hosted', [], { GO_DOWNLOAD_BASE_URL: 'C:\\nowhere' });
    const { exitCode, jobs: [job] = [] } = runs.get('self-hosted') ?? {};
    expect(exitCode).toBe(1);
    const kept = job?.steps.filter(({ name }) => name === 'Keep all that is known of a failure') ?? [];
    expect(kept.flatMap(({ output }) => output)).toEqual(
      expect.arrayContaining(['failure.json', 'step.log']),
    );
  });

  it('air-gapped: from a directory, and asks nobody', async () => {
    const share = await lab.newScratch('share');
    for (const { path: file, filename, sha256 } of releases) {
      await cp(file, path.join(share.host, filename));
      await writeFile(path.join(share.host, `${filename}.sha256`), sha256);
    }
    await run('air-gapped', ['--var', `GO_SHARE=${share.windows}`], {
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: proxy.url,
    });
    const [job] = jobs('air-gapped');
    expect(step(job, 'go build ./...')?.output).toEqual(['made-up go1.26.6: build ./...']);
    expect(step(job, 'org/setup-go-win@v1')?.outputs).toMatchObject({ source: 'mirror', official: 'false' });
    expect(asked()).toEqual([]);
  });

  it('enterprise: through the proxy, with a token that only the mirror gets, whose certificate only ca-file vouches for', async () => {
    const certs = await lab.newScratch('certs');
    await writeFile(path.join(certs.host, 'ca.pem'), authority.cert);
    // The proxy knows this name, nobody else does.
    const url = closed.url.replace('127.0.0.1', 'mirror.invalid');
    await run('enterprise', [
      ...['--var', `PROXY=${proxy.url}`, '--var', 'NO_PROXY=localhost', '--var', `GO_MIRROR=${url}`],
      ...['--var', `CA_FILE=${certs.windows}\\ca.pem`],
      ...['--secret', `GO_MIRROR_TOKEN=${TOKEN}`],
    ]);
    const [job] = jobs('enterprise');
    expect(step(job, 'go build ./...')?.output).toEqual(['made-up go1.26.6: build ./...']);
    expect(closed.requests.length).toBeGreaterThan(0);
    for (const { headers } of closed.requests) expect(headers['authorization']).toBe(`Bearer ${TOKEN}`);
    expect(asked()).toContain(new URL(url).host);
    expect(runs.get('enterprise')?.log).not.toContain(TOKEN);
  });
});
