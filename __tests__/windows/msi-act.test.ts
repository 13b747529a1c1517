import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import { exampleWorkspace } from '../../lab/act/examples.ts';
import { type ActResult, runAct } from '../../lab/act/run.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

jest.setTimeout(3 * 60_000);

/** Nobody has signed the lab's MSIs. */
const SIGNED = {
  value: {
    status: 'Valid',
    subject: 'CN=Google LLC, O=Google LLC, C=US',
    thumbprint: 'AB12',
    timestamped: true,
  },
};

await describePrivateWindows(
  'one Go for the whole machine: machine-go.yml, run by act, PowerShell being scripted',
  (lab) => {
    let scene: MsiScene;
    beforeAll(async () => {
      await buildAct();
      scene = await openMsiScene(lab, ['1.98.0', '1.99.1']);
      const powershell = await scriptedProgram(lab, 'powershell');
      // What is asked besides gets what Wine's own PowerShell says: nothing.
      await powershell.play([
        { when: 'Get-AuthenticodeSignature', stdout: `${JSON.stringify(SIGNED)}\r\n`, times: 'always' },
        { times: 'always' },
      ]);
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    /** The workflow, started by hand. @returns what `go version` says in its last step */
    async function dispatch(inputs: Readonly<Record<string, string>>): Promise<string[] | undefined> {
      const workspace = await exampleWorkspace(lab, ['machine-go']);
      const args = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
      const run: ActResult = await runAct(lab, 'examples/workflows/machine-go.yml', {
        workspace,
        event: 'workflow_dispatch',
        args,
        env: { GO_DOWNLOAD_BASE_URL: scene.mirror.url },
      });
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      return run.jobs[0]?.steps.find(({ name }) => name === 'go version')?.output;
    }

    it('installs, upgrades, and returns to the version before', async () => {
      const install = async (version: string) =>
        await dispatch({ operation: 'install', 'go-version': version });
      expect(await install('1.98.0')).toEqual(['go version go1.98.0 windows/amd64']);
      expect(await install('1.99.1')).toEqual(['go version go1.99.1 windows/amd64']);
      expect(await dispatch({ operation: 'rollback' })).toEqual(['go version go1.98.0 windows/amd64']);
    });
  },
);
