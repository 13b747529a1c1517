import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import type { ActJob } from '../../lab/act/log.ts';
import { type ActResult, runAct } from '../../lab/act/run.ts';
import { actWorkspace } from '../../lab/act/workspace.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

/** What people write around the action: steps that use each other's outputs, several versions in one job, failures that are expected. */
const WORKFLOW = `
on: [push]
defaults: { run: { shell: cmd } }
env: { WANTED: 1.98.x, GOTOOLCHAIN: auto }
jobs:
  first:
    runs-on: windows-latest
    outputs: { go: "\${{ steps.range.outputs.go-version }}" }
    steps:
      - uses: actions/checkout@v4
      - { id: range, uses: ./, with: { go-version: "\${{ env.WANTED }}" } }
      - { name: range, run: "go version && echo \${{ steps.range.outputs.tool-cache-hit }} %GOTOOLCHAIN%" }
      - { id: other, uses: ./, with: { go-version: v1.99.0, go-toolchain: local } }
      - { name: other, run: "go version && echo %GOTOOLCHAIN%" }
      - id: both
        uses: ./
        with:
          go-version: |
            1.99.1
            1.98.1
      - { name: both, run: "go version && echo \${{ fromJSON(steps.both.outputs.versions)[0].go-version }}" }
      - { id: file, uses: ./, with: { go-version-file: "\${{ github.workspace }}/module/go.mod" } }
      - { name: file, working-directory: module, run: "go version" }
      - { id: inner, uses: ./composite, with: { version: 1.99 } }
      - { name: inner, run: "go version && echo \${{ steps.inner.outputs.got }}" }
      - { id: kept, uses: ./, with: { go-version: 1.98.1, update-environment: false } }
      - { name: kept, run: "go version && echo \${{ steps.kept.outputs.goroot }}" }
      - { id: wrong, continue-on-error: true, uses: ./, with: { go-version: 1.98.1, architecture: sparc } }
      - { name: wrong, run: "echo \${{ steps.wrong.outcome }} \${{ steps.wrong.outputs.error-code }} [\${{ steps.wrong.outputs.goroot }}]" }
      - { id: last, uses: ./, with: { go-version: 1.50.1 } }
      - { name: not run, run: "echo never" }
      - { name: last, if: failure(), run: "echo \${{ steps.last.outputs.error-code }}&& go version" }
  second:
    needs: first
    if: always()
    runs-on: windows-latest
    strategy: { matrix: { go: ["\${{ needs.first.outputs.go }}", oldstable] } }
    steps:
      - uses: actions/checkout@v4
      - { uses: ./, with: { go-version: "\${{ matrix.go }}" } }
      - { name: second, run: "go version" }
`;

const COMPOSITE = `
name: composite
description: Uses the action from inside
inputs: { version: { description: of Go, required: true } }
outputs: { got: { description: the version, value: "\${{ steps.go.outputs.go-version }}" } }
runs:
  using: composite
  steps: [{ id: go, uses: ./, with: { go-version: "\${{ inputs.version }}" } }]
`;

await describeWindows('a workflow as people write them, run by act', (lab) => {
  let mirror: Mirror;
  let run: ActResult;
  beforeAll(async () => {
    await buildAct();
    mirror = await startMirror(await madeUpReleases(['1.98.1', '1.98.2', '1.99.0', '1.99.1']));
    const files = {
      'workflow.yml': WORKFLOW,
      'composite/action.yml': COMPOSITE,
      'module/go.mod': '\ufeffmodule m\r\n\r\ngo 1.98\r\n\r\ntoolchain go1.99.0 // newest\r\n',
    };
    const workspace = await actWorkspace(lab, 'act-workflow', { files });
    run = await runAct(lab, 'workflow.yml', { workspace, env: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  const said = (job: ActJob | undefined, name: string) => job?.steps.find((one) => one.name === name)?.output;
  const go = (version: string) => `go version go${version} windows/amd64`;

  it('gives each step the Go that it set up, and the outputs', () => {
    const first = run.jobs.find((job) => job.id === 'first');
    expect(first?.result === 'failure' ? '' : run.log).toBe('');
    expect(said(first, 'range')).toEqual([go('1.98.2'), 'false auto']);
    expect(said(first, 'other')).toEqual([go('1.99.0'), 'local']);
    expect(said(first, 'both')).toEqual([go('1.98.1'), '1.99.1']);
    expect(said(first, 'file')).toEqual([go('1.99.0')]);
    expect(said(first, 'inner')).toEqual([go('1.99.1'), '1.99.1']);
    expect(said(first, 'kept')).toEqual([go('1.99.1'), expect.stringMatching(/\\1\.98\.1\\x64$/)]);
  });

  it('lets a failure be expected, and be asked for its code', () => {
    const first = run.jobs.find((job) => job.id === 'first');
    expect(said(first, 'wrong')).toEqual(['failure E_INPUT []']);
    expect(said(first, 'not run')).toBeUndefined();
    expect(said(first, 'last')).toEqual(['E_NOT_FOUND', go('1.99.1')]);
  });

  it('takes a version from another job and from a matrix', () => {
    const second = run.jobs.filter((job) => job.id === 'second');
    expect(second.map((job) => said(job, 'second'))).toEqual([[go('1.98.2')], [go('1.98.2')]]);
    expect(new Set(mirror.requests.filter((one) => one.asked === 'files').map((one) => one.path)).size).toBe(
      4,
    );
  });
});
