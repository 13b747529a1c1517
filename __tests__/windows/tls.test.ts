import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerOptions } from 'node:https';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { startProxy } from '../../lab/mirror/proxy.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { moduleHash, moduleVersion } from '../../lab/sumdb/module-hash.ts';
import { createSumDb, type SumDb } from '../../lab/sumdb/sumdb.ts';
import { type Authority, createAuthority, type Issued } from '../../lab/tls/authority.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step that reaches its mirror by TLS', (lab) => {
  let releases: LabRelease[];
  let authority: Authority;
  let intermediate: Authority;
  let own: Issued;
  let certificate: Issued;
  let client: Issued;
  let mirror: Mirror;
  let guarded: Mirror;
  let database: SumDb;
  let runner: Runner;

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1']);
    authority = createAuthority('Lab CA');
    intermediate = authority.authorize('Lab Sub CA');
    const hosts = ['127.0.0.1', 'mirror.invalid'];
    own = intermediate.issue({ name: 'mirror', hosts });
    certificate = { ...own, cert: own.cert + intermediate.cert };
    client = authority.issue({ name: 'runner' });
    database = createSumDb();
    for (const release of releases)
      database.add('golang.org/toolchain', moduleVersion(release), await moduleHash(release));
    const also = (name: string) => (name.startsWith('/db/') ? database.answer(name.slice(4)) : undefined);
    mirror = await startMirror(releases, { tls: certificate, also });
    const mutual: ServerOptions = { ...certificate, ca: authority.cert, requestCert: true };
    guarded = await startMirror(releases, { tls: mutual });
  }, PREPARATION_MS);
  afterAll(async () => {
    await mirror?.close();
    await guarded?.close();
  });
  beforeEach(async () => {
    mirror.forget();
    guarded.forget();
    runner = await createRunner(lab);
    await put('ca.pem', `# the company's\r\n${createAuthority('Other CA').cert}${authority.cert}`);
  });

  async function put(name: string, content: string): Promise<void> {
    const file = path.join(runner.workspace.host, 'certs', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const at = ({ url }: Mirror) => ({ 'go-version': '1.98.1', 'go-download-base-url': url });
  const ca = { 'ca-file': 'certs/ca.pem' };

  it('of a private authority refuses it, with its name and the way out', async () => {
    expectFailure(
      await setupGo(runner, at(mirror)),
      'E_NETWORK',
      /not trusted: its issuer \(CN=Lab CA\).*ca-file/,
    );
    expect(mirror.requests).toEqual([]);
  });

  it('trusts ca-file, for list, file and checksum database', async () => {
    const env = { GOSUMDB: `${database.verifierKey} ${mirror.origin}/db` };
    const step = await setupGo(runner, { ...at(mirror), ...ca, transparency: 'require' }, { env });
    expectSuccess(step);
    expect(step.log).toContain(`Verified against the checksum database ${mirror.origin}/db`);
    // It is for this step's own requests.
    expect(Object.keys(step.env).filter((name) => /CERT|CA_/.test(name))).toEqual([]);
  });

  it.each([
    ['an authority that is none of the outermost', () => intermediate.cert],
    ["the server's own certificate", () => own.cert],
  ])('trusts in ca-file %s', async (_what, certificate) => {
    await put('sub.pem', certificate());
    expectSuccess(await setupGo(runner, { ...at(mirror), 'ca-file': 'certs\\sub.pem' }));
  });

  it('trusts what NODE_EXTRA_CA_CERTS names, beside ca-file too', async () => {
    const env = { NODE_EXTRA_CA_CERTS: `${runner.workspace.windows}\\certs\\extra.pem` };
    await put('extra.pem', authority.cert);
    expectSuccess(await setupGo(runner, at(mirror), { env }));
    await put('other.pem', createAuthority('Third CA').cert);
    const other = await createRunner(lab);
    const inputs = { ...at(mirror), 'ca-file': `${runner.workspace.windows}\\certs\\other.pem` };
    expectSuccess(await setupGo(other, inputs, { env }));
  });

  it('trusts the certificate store of Windows, and says so', async () => {
    const { raw } = new X509Certificate(authority.cert);
    const name = createHash('sha1').update(raw).digest('hex').toUpperCase();
    const key = `HKCU\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\${name}`;
    // A property with the number 32, the certificate itself (wincrypt.h, CERT_CERT_PROP_ID).
    const header = Buffer.alloc(12);
    header.writeUInt32LE(32, 0);
    header.writeUInt32LE(1, 4);
    header.writeUInt32LE(raw.length, 8);
    const blob = Buffer.concat([header, raw]).toString('hex');
    const reg = async (...args: string[]) => {
      const { exitCode, stdout, stderr } = await lab.run('C:\\windows\\system32\\reg.exe', args);
      expect([exitCode, exitCode === 0 ? '' : stdout + stderr]).toEqual([0, '']);
    };
    await reg('add', key, '/v', 'Blob', '/t', 'REG_BINARY', '/d', blob, '/f');
    try {
      const step = await setupGo(runner, at(mirror));
      expectSuccess(step);
      expect(step.log).toMatch(/issuer that Node does not know: the \d+ authorities of this machine's/);
    } finally {
      await reg('delete', key, '/f');
    }
  });

  it('shows its client certificate to a mirror that wants one', async () => {
    await put('client.pem', client.cert);
    await put('client.key', client.key);
    const pair = { 'client-cert': 'certs/client.pem', 'client-key': 'certs/client.key' };
    const step = await setupGo(runner, { ...at(guarded), ...ca, ...pair });
    expectSuccess(step);
    expect(step.log).not.toContain('PRIVATE KEY');
  });

  it('shows none, or one that the mirror does not accept, and says which input is for that', async () => {
    expectFailure(await setupGo(runner, { ...at(guarded), ...ca }), 'E_NETWORK', /client-cert/);
    const { cert, key } = createAuthority('Other CA').issue({ name: 'stranger' });
    await put('client.pem', `${cert}${key}`);
    const step = await setupGo(runner, { ...at(guarded), ...ca, 'client-cert': 'certs/client.pem' });
    expectFailure(step, 'E_NETWORK', /client-cert/);
    expect(guarded.requests).toEqual([]);
  });

  it.each([
    ['ca-file', 'certs/gone.pem', /ca-file.*does not exist.*gone\.pem/],
    ['ca-file', 'go.mod', /ca-file.*no certificate in PEM form/],
    ['client-cert', 'certs/ca.pem', /client-cert.*has no private key.*client-key/],
  ])('says what is wrong with %s: %s', async (name, value, message) => {
    await writeFile(path.join(runner.workspace.host, 'go.mod'), 'module m\n');
    expectFailure(await setupGo(runner, { ...at(mirror), [name]: value }), 'E_INPUT', message);
  });

  it('reads no certificate for a version that is in the tool cache, nor offline', async () => {
    expectSuccess(await setupGo(runner, { ...at(mirror), ...ca }));
    const gone = { ...at(mirror), 'ca-file': 'certs/gone.pem' };
    expectSuccess(await setupGo(runner, gone));
    const offline = await setupGo(await createRunner(lab), { ...gone, offline: 'true' });
    expectFailure(offline, 'E_NETWORK', /offline/);
  });

  it('goes through a proxy that wants a password, which nobody sees', async () => {
    const proxy = await startProxy('jo:p@ss%word');
    try {
      const inputs = { ...at(mirror), ...ca };
      inputs['go-download-base-url'] = mirror.url.replace('127.0.0.1', 'mirror.invalid');
      const through = proxy.url.replace(/\/\/.*@/, '//jo:p%40ss%25word@');
      const step = await setupGo(runner, inputs, { env: { HTTPS_PROXY: through } });
      expectSuccess(step);
      expect(step.log).not.toContain('DeprecationWarning');
      expect(proxy.requests.length).toBeGreaterThan(1);
      expect(proxy.requests.every(({ allowed, method }) => allowed && method === 'CONNECT')).toBe(true);

      const env = { HTTPS_PROXY: through.replace('p%40ss', 'wrong') };
      const refused = await setupGo(await createRunner(lab), { ...inputs, 'ca-file': '' }, { env });
      expectFailure(refused, 'E_NETWORK', /proxy http:\/\/127\.0\.0\.1:\d+ did not accept.*\(407\)/);
      // Nothing that the request left behind keeps the process from ending.
      expect(refused.wallMs).toBeLessThan(20_000);
      for (const { log, summary } of [step, refused]) expect(log + summary).not.toMatch(/p@ss|p%40ss|wrong/);
    } finally {
      await proxy.close();
    }
  });
});
