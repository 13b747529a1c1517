import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import forge from 'node-forge';

/** A certificate and its key, both PEM. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

export interface Wanted {
  /** Common name; a server's names are those below. */
  readonly name: string;
  /** Host names and addresses that it is for. */
  readonly hosts?: readonly string[];
  /** From when to when it is valid; a day around now where left out. */
  readonly from?: Date;
  readonly to?: Date;
}

/** Someone who issues certificates that nobody but a test trusts. */
export interface Authority {
  readonly name: string;
  /** PEM. */
  readonly cert: string;
  issue(wanted: Wanted): Issued;
  /** Another authority, whose own certificate this one issues. */
  authorize(name: string): Authority;
}

const DAY_MS = 86_400_000;

/** Makes an authority with a key of its own. */
export function createAuthority(name: string): Authority {
  const pair = newPair();
  const wanted = { name };
  return authority(name, pair, sign(wanted, pair, { name, key: pair.privateKey }, true));
}

interface Pair {
  readonly publicKey: forge.pki.rsa.PublicKey;
  readonly privateKey: forge.pki.rsa.PrivateKey;
  readonly pem: string;
}

function authority(name: string, pair: Pair, cert: string): Authority {
  const issuer = { name, key: pair.privateKey };
  return {
    name,
    cert,
    issue(wanted) {
      const own = newPair();
      return { cert: sign(wanted, own, issuer, false), key: own.pem };
    },
    authorize(other) {
      const own = newPair();
      return authority(other, own, sign({ name: other }, own, issuer, true));
    },
  };
}

/** Keys are made by node, which is quick; forge would take seconds. */
function newPair(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    publicKey: forge.pki.publicKeyFromPem(publicKey) as forge.pki.rsa.PublicKey,
    privateKey: forge.pki.privateKeyFromPem(privateKey) as forge.pki.rsa.PrivateKey,
    pem: privateKey,
  };
}

function sign(
  { name, hosts = [], from, to }: Wanted,
  { publicKey }: Pair,
  issuer: { readonly name: string; readonly key: forge.pki.rsa.PrivateKey },
  isAuthority: boolean,
): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
  certificate.validity.notBefore = from ?? new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = to ?? new Date(Date.now() + DAY_MS);
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer.name }]);
  // Types of GeneralName (RFC 5280, 4.2.1.6).
  const altNames = hosts.map((host) => (isIP(host) ? { type: 7, ip: host } : { type: 2, value: host }));
  certificate.setExtensions([
    { name: 'basicConstraints', cA: isAuthority, critical: true },
    isAuthority
      ? { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }
      : { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    ...(altNames.length > 0 ? [{ name: 'subjectAltName', altNames }] : []),
  ]);
  certificate.sign(issuer.key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
