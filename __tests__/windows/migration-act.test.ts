import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import { type ActResult, runAct } from '../../lab/act/run.ts';
import { actWorkspace } from '../../lab/act/workspace.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

/** A workflow as it was written for actions/setup-go, its old inputs included. */
const WORKFLOW = `
on: [push]
defaults: { run: { shell: cmd } }
env: { GOTOOLCHAIN: auto }
jobs:
  build:
    runs-on: windows-latest
    strategy: { matrix: { go: ['1.98', '^1.99.0'] } }
    steps:
      - uses: actions/checkout@v4
      - id: go
        uses: actions/setup-go@v7
        with:
          go-version: \${{ matrix.go }}
          stable: 'false'
          check-latest: true
          token: made-up-token
          cache: false
          cache-dependency-path: '**/go.sum'
          architecture: x64
      - { name: said, run: "go version && echo [\${{ steps.go.outputs.go-version }}] [\${{ steps.go.outputs.cache-hit }}] %GOTOOLCHAIN%" }
      - id: file
        uses: actions/setup-go@v7
        with: { go-version-file: go.mod, cache: false }
      - { name: toolchain, run: "go version" }
`;

await describeWindows(
  'a workflow written for actions/setup-go, with this action in its place, run by act',
  (lab) => {
    let mirror: Mirror;
    let run: ActResult;
    beforeAll(async () => {
      await buildAct();
      mirror = await startMirror(await madeUpReleases(['1.98.1', '1.98.2', '1.99.0', '1.99.1']));
      const files = { 'workflow.yml': WORKFLOW, 'go.mod': 'module m\n\ngo 1.98.1\n\ntoolchain go1.99.0\n' };
      const workspace = await actWorkspace(lab, 'act-migration', { files });
      run = await runAct(lab, 'workflow.yml', {
        workspace,
        env: { GO_DOWNLOAD_BASE_URL: mirror.url },
        localRepositories: { 'actions/setup-go@v7': workspace.windows },
      });
    }, PREPARATION_MS);
    afterAll(async () => await mirror?.close());

    const said = (go: string, name: string) =>
      run.jobs.find((job) => job.matrix['go'] === go)?.steps.find((one) => one.name === name)?.output;

    it('does what it did, with outputs in the same form', () => {
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      expect(said('1.98', 'said')).toEqual(['go version go1.98.2 windows/amd64', '[1.98.2] [] auto']);
      expect(said('^1.99.0', 'said')).toEqual(['go version go1.99.1 windows/amd64', '[1.99.1] [] auto']);
    });

    it('reads the toolchain line in a second step, too', () => {
      expect(said('1.98', 'toolchain')).toEqual(['go version go1.99.0 windows/amd64']);
    });
  },
);
