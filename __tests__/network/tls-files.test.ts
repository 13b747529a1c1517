import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import forge from 'node-forge';
import { type Authority, createAuthority, type Issued } from '../../lab/tls/authority.ts';
import type { SetupError } from '../../src/errors.ts';
import { readTlsFiles } from '../../src/network/tls-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'tls-'));
const MIRROR = 'https://mirror.example/go';
let authority: Authority;
let client: Issued;

beforeAll(() => {
  authority = createAuthority('Lab CA');
  client = authority.issue({ name: 'runner' });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(directory, name), content);
  return name;
}

const read = (given: { caFile?: string; clientCert?: string; clientKey?: string }) =>
  readTlsFiles({ caFile: '', clientCert: '', clientKey: '', ...given }, directory, MIRROR);

async function refusal(given: Parameters<typeof read>[0]): Promise<SetupError> {
  return await read(given).then(
    () => {
      throw new Error('it was taken');
    },
    (error) => error,
  );
}

const der = (pem: string) => new X509Certificate(pem).raw;
const keyDer = (pem: string) => createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });

describe('the file of ca-file', () => {
  it('may hold several certificates, text between them, and lies in the workspace', async () => {
    const other = createAuthority('Other CA');
    const name = put(
      'several.pem',
      `# ours\r\n${authority.cert}\n# theirs\n${other.cert.replaceAll('\n', '\r\n')}`,
    );
    const { ca, client: none } = await read({ caFile: name });
    expect(ca.map((one) => new X509Certificate(one).subject)).toEqual(['CN=Lab CA', 'CN=Other CA']);
    expect(none).toBeUndefined();
    expect((await read({ caFile: join(directory, name) })).ca).toHaveLength(2);
  });

  it('may be UTF-16, as Windows PowerShell writes it', async () => {
    const name = put('utf16.pem', Buffer.from(`\ufeff${authority.cert}`, 'utf16le'));
    expect((await read({ caFile: name })).ca).toHaveLength(1);
  });

  it.each<[string, () => string | Uint8Array, RegExp, RegExp]>([
    ['no PEM', () => 'hello', /no certificate in PEM form/, /BEGIN CERTIFICATE/],
    ['a key alone', () => client.key, /no certificate in PEM form/, /BEGIN CERTIFICATE/],
    ['nothing', () => '', /no certificate in PEM form/, /BEGIN CERTIFICATE/],
    ['DER', () => der(authority.cert), /DER form/, /certutil -encode file /],
    [
      'PKCS #7',
      () => '-----BEGIN PKCS7-----\nMII=\n-----END PKCS7-----\n',
      /PKCS #7/,
      /openssl pkcs7 .*-in file /,
    ],
    [
      'damaged',
      () => `${authority.cert}${authority.cert.replace(/M.{20}/, '')}`,
      /certificate 2 of 2 .* damaged/,
      /again/,
    ],
  ])('that is %s is an E_INPUT that says so', async (_what, content, message, remedy) => {
    const error = await refusal({ caFile: put('file', content()) });
    expect(error).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
    expect(error.message).toContain(`ca-file names ${join(directory, 'file')}`);
  });

  it.each([
    ['gone.pem', /does not exist: .*gone\.pem/],
    ['.', /can't be read \(EISDIR\)/],
  ])('that is not there, or no file (%s), is an E_INPUT', async (name, message) => {
    expect(await refusal({ caFile: name })).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(message),
    });
  });
});

describe('the files of client-cert and client-key', () => {
  it('are for the origin of the mirror, the own certificate first', async () => {
    const clientCert = put('chain.pem', `${authority.cert}${client.cert}`);
    const taken = await read({ clientCert, clientKey: put('key.pem', client.key) });
    expect(taken.client?.origin).toBe(MIRROR);
    const order = taken.client?.cert.match(/-----BEGIN[\s\S]+?-----END [^\n]+/g) ?? [];
    expect(order.map((one) => new X509Certificate(one).subject)).toEqual(['CN=runner', 'CN=Lab CA']);
    expect(taken.client?.key.trim()).toBe(client.key.trim());
  });

  it('may be one', async () => {
    const { client: pair } = await read({ clientCert: put('both.pem', `${client.key}${client.cert}`) });
    expect(pair?.key.trim()).toBe(client.key.trim());
  });

  const past = { from: new Date('2020-01-01'), to: new Date('2021-01-01') };
  it.each<[string, () => string | Uint8Array, () => string | Uint8Array | undefined, RegExp, RegExp]>([
    ['no key', () => client.cert, () => undefined, /has no private key/, /client-key/],
    [
      "another one's key",
      () => client.cert,
      () => authority.issue({ name: 'x' }).key,
      /belongs to no certificate/,
      /together/,
    ],
    [
      'a certificate for a key',
      () => client.cert,
      () => client.cert,
      /no private key in PEM form/,
      /BEGIN PRIVATE KEY/,
    ],
    [
      'an encrypted key',
      () => client.cert,
      () => encrypted(client.key),
      /encrypted/,
      /openssl pkey -in key /,
    ],
    [
      'a key in DER',
      () => client.cert,
      () => keyDer(client.key),
      /DER form/,
      /openssl pkey -inform der -in key /,
    ],
    ['a damaged key', () => client.cert, () => client.key.replace(/M.{30}/, ''), /damaged/, /PKCS #8/],
    ['a PKCS #12', () => pkcs12(client), () => undefined, /PKCS #12/, /openssl pkcs12 -in cert /],
  ])('that are %s are an E_INPUT that says so', async (_what, cert, key, message, remedy) => {
    const keyContent = key();
    const error = await refusal({
      clientCert: put('cert', cert()),
      clientKey: keyContent === undefined ? '' : put('key', keyContent),
    });
    expect(error).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
    expect(JSON.stringify([error.message, error.remedy, error.evidence])).not.toContain(
      'PRIVATE KEY-----\\n',
    );
  });

  it('that have expired are an E_INPUT with the day', async () => {
    const old = authority.issue({ name: 'old', ...past });
    const error = await refusal({ clientCert: put('old.pem', `${old.cert}${old.key}`) });
    expect(error).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(/CN=old expired on Jan .*2021/),
    });
  });
});

function encrypted(key: string): string {
  return createPrivateKey(key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  }) as string;
}

function pkcs12({ cert, key }: Issued): Buffer {
  const store = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    [forge.pki.certificateFromPem(cert)],
    'password',
  );
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary');
}
