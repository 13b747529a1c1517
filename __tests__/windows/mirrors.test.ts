import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step with a mirror', (lab) => {
  let releases: LabRelease[];
  let bare: Mirror;
  let runner: Runner;

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1', '1.98.2']);
    bare = await startMirror(releases, { list: 'none' });
  }, PREPARATION_MS);
  afterAll(async () => await bare?.close());
  beforeEach(async () => {
    bare.forget();
    runner = await createRunner(lab);
  });
  afterEach(() => bare.clearFaults());

  const release = () => releases[0] as LabRelease;

  it('without a list takes exact versions by the hash beside the file, at the address as it was given', async () => {
    for (const [index, base] of [`${bare.url}/`, `${bare.url}?sig=s3cr3t-signature`].entries()) {
      bare.forget();
      const other = await createRunner(lab, { name: `runner-${index}` });
      const step = await setupGo(other, { 'go-version': '1.98.1', 'go-download-base-url': base });
      expectSuccess(step);
      expect(step.log).toContain('SHA-256 from the mirror .sha256');
      expect(step.log).not.toContain('s3cr3t');
      const file = bare.requests.find(({ asked }) => asked === 'files');
      expect(file?.path).toBe(`/dl/${release().filename}`);
      expect(file?.query.includes('s3cr3t')).toBe(base.includes('?'));
    }
  });

  it('without a list answers a range from the built-in index, and says so', async () => {
    const step = await setupGo(runner, { 'go-version': '1.25.x', 'go-download-base-url': bare.url });
    // That release is not on this mirror: what counts is which one it looked for, and that the user is told.
    expectFailure(step, 'E_NOT_FOUND', /go1\.25\.\d+\.windows-amd64\.zip/);
    const warnings = step.annotations.filter(({ level }) => level === 'warning');
    expect(warnings).toMatchObject([
      { message: expect.stringMatching(/has no release list: the built-in index of/) },
    ]);
    expect(step.log).toMatch(/nor elsewhere: .*\/go1\.25\.\d+\/go1\.25\.\d+\.windows-amd64\.zip/);
  });

  it.each(['go1.98.1', '1.98.1'])(
    'with a folder for each version (%s) finds file and hash in it',
    async (folder) => {
      const elsewhere = new RegExp(`^/dl/(?!${folder.replaceAll('.', '[.]')}/).*\\.(?:zip|sha256)$`);
      bare.fault(elsewhere, { kind: 'status', status: 404 });
      const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': bare.url });
      expectSuccess(step);
      expect(bare.requests.at(-1)?.path).toBe(`/dl/${folder}/${release().filename}`);
    },
  );

  it('whose address has user and password signs in with them, and shows them nowhere', async () => {
    const guarded = await startMirror(releases, { token: 'pa ss' });
    try {
      const base = guarded.url.replace('//', '//deploy:pa%20ss@');
      const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': base });
      expectSuccess(step);
      expect(step.log).not.toMatch(/pa(?:%20| )ss|deploy/);
      expect(Object.values(step.outputs).join()).not.toMatch(/pa(?:%20| )ss/);
    } finally {
      await guarded.close();
    }
  });

  async function fill(directory: string, folder = ''): Promise<void> {
    for (const { path: file, filename, sha256 } of releases) {
      const place = path.join(directory, folder);
      await mkdir(place, { recursive: true });
      await cp(file, path.join(place, filename));
      await writeFile(path.join(place, `${filename}.sha256`), `${sha256}  ${filename}\r\n`);
    }
  }

  it.each<[string, string, (windows: string) => string]>([
    ['a directory', '', (windows) => windows],
    ['a directory with a slash at its end', '', (windows) => `${windows}\\`],
    ['a directory by the other slashes', '', (windows) => windows.replaceAll('\\', '/')],
    ['a directory by its long form', '', (windows) => `\\\\?\\${windows}`],
    ['a file URL', '', (windows) => encodeURI(`file:///${windows.replaceAll('\\', '/')}`)],
    ['a directory with a folder for each version', 'go1.98.1', (windows) => windows],
  ])('that is %s is read without network', async (_what, folder, written) => {
    const directory = path.join(runner.directory.host, 'mirror of ours');
    await fill(directory, folder);
    const base = written(lab.toWindows(directory));
    const inputs = { 'go-version': '1.98.1', 'go-download-base-url': base, offline: 'true' };
    const step = await setupGo(runner, inputs);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ source: 'mirror', official: 'false' });
    expect((await setupGo(runner, inputs)).outputs['tool-cache-hit']).toBe('true');
  });

  it('that is a UNC share is read as a directory is', async () => {
    // Wine looks for \\server\share in the prefix's dosdevices/unc; Windows shares its drives with administrators.
    const name = `lab-${process.pid}`;
    const wine = lab.kind === 'wine';
    const server = path.join(path.dirname(lab.driveC), 'dosdevices', 'unc', name);
    const directory = wine ? path.join(server, 'go') : path.join(runner.directory.host, 'share');
    const unc = wine
      ? `\\\\${name}\\go`
      : `\\\\localhost\\${lab.toWindows(directory).replace(/^([A-Za-z]):/, '$1$')}`;
    try {
      await fill(directory);
      const inputs = { 'go-version': '1.98.2', 'go-download-base-url': unc, offline: 'true' };
      const step = await setupGo(runner, inputs);
      expectSuccess(step);
      expect(step.log).toContain(`from ${unc}`);
      const gone = { ...inputs, 'go-version': '1.98.1', 'go-download-base-url': `${unc}\\gone` };
      expectFailure(await setupGo(runner, gone), 'E_INPUT', /go-download-base-url.*does not exist: \\\\/);
    } finally {
      if (wine) await rm(server, { recursive: true, force: true });
    }
  });
});
