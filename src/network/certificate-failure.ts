import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';
import { SetupError, systemCode } from '../errors.ts';
import { displayUrl } from './display-url.ts';
import { reasonOf } from './responses.ts';

/** OpenSSL's names for a chain that ends at nobody who is trusted (x509_vfy.h, as Node hands them on). */
const UNKNOWN_ISSUER = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** Alerts of a server that wants a client certificate, or another one (RFC 8446, 6.2), as Node names them. */
const CLIENT_REFUSED =
  /^ERR_SSL_(?:TLSV1[23]?|SSLV3)_ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE|NO_CERTIFICATE)$/;

const CERTIFICATE =
  /CERT|ERR_TLS_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;

/** Whether Node's or OpenSSL's code says that TLS was refused by one side for a certificate: another try changes nothing. */
export function isCertificateCode(code: string): boolean {
  return CLIENT_REFUSED.test(code) || CERTIFICATE.test(code);
}

/** Node's code of a TLS failure. Where a write met the alert, the code is EPROTO, and OpenSSL's word stands in the text alone. */
export function tlsCode(error: Error): string {
  const code = systemCode(error) ?? '';
  const reason = code === 'EPROTO' && /:SSL routines:[^:]*:([^:]+)/.exec(error.message)?.[1];
  return reason ? `ERR_SSL_${reason.trim().toUpperCase().replaceAll(' ', '_')}` : code;
}

/** Whether this failure is that of a certificate whose issuer is not trusted: then another store may help. */
export function isUnknownIssuer(failure: unknown): boolean {
  return failure instanceof SetupError && UNKNOWN_ISSUER.has(systemCode(failure.cause) ?? '');
}

/**
 * What a refusal by certificate means, and what to do. Codes of OpenSSL are for people who know them; the certificate itself says more.
 *
 * @param peer the server's certificate with those that came with it, where they were seen
 * @returns SetupError E_NETWORK
 */
export function certificateFailure(
  url: URL,
  error: Error,
  peer: DetailedPeerCertificate | undefined,
): SetupError {
  const code = tlsCode(error);
  const chain = chainOf(peer);
  const [leaf] = chain;
  const evidence = [`${url.host}: ${reasonOf(error)}`, ...chain.map(describe)];
  const failed = (message: string, remedy: string) =>
    new SetupError('E_NETWORK', message, { remedy, evidence, cause: error });
  const where = displayUrl(url.origin).replace(/\/$/, '');

  if (CLIENT_REFUSED.test(code)) {
    const alert = code.replace(/^.*_ALERT_/, '');
    // Servers send this one for much else, too (RFC 8446, 6.2: no acceptable set of security parameters).
    const other =
      alert === 'HANDSHAKE_FAILURE' ? ', or has no version or cipher of TLS in common with Node' : '';
    return failed(
      `${where} refused the connection: it wants a client certificate that it accepts${other} (${alert}).`,
      'Give a certificate that this server accepts with client-cert and its key with client-key; they are shown to the origin of go-download-base-url alone.',
    );
  }
  if (UNKNOWN_ISSUER.has(code)) {
    const issuer = chain.at(-1)?.issuer;
    const by = issuer === undefined ? '' : ` (${oneLine(issuer)})`;
    return failed(
      `The certificate of ${where} is not trusted: its issuer${by} is known neither to Node nor to the certificate store of Windows.`,
      "Name a PEM file with the certificate of that authority in ca-file, and see that the server sends all certificates between its own and the authority's.",
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = leaf?.subjectAltName ?? (leaf === undefined ? 'other names' : oneLine(leaf.subject));
    return failed(
      `The certificate of ${where} is not for ${url.hostname}: it is for ${names}.`,
      'Call the server by a name that its certificate has, or have it get a certificate for this name.',
    );
  }
  const now = Date.now();
  if (code === 'CERT_HAS_EXPIRED') {
    const expired = chain.filter((one) => Date.parse(one.validTo) < now);
    const which = expired.map((one) => `${oneLine(one.subject)} on ${one.validTo}`).join('; ');
    return failed(
      `The certificate of ${where} is not valid any more${which === '' ? '' : `: expired are ${which}`}.`,
      `Renew it on the server, or correct the clock of this machine (${new Date(now).toISOString()}).`,
    );
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const from = chain.find((one) => Date.parse(one.validFrom) > now)?.validFrom;
    return failed(
      `The certificate of ${where} is not valid yet${from === undefined ? '' : `, only from ${from}`}.`,
      `Correct the clock of this machine (${new Date(now).toISOString()}), or the certificate.`,
    );
  }
  return failed(
    `The certificate of ${where} is not trusted: ${reasonOf(error)}.`,
    'Have the server get a certificate that is sound, or name the authority that signs it in ca-file.',
  );
}

/** The certificate and those that the server sent with it, each the issuer of the one before. */
function chainOf(peer: DetailedPeerCertificate | undefined): X509Certificate[] {
  const seen = new Set<string>();
  const chain: X509Certificate[] = [];
  // A certificate that issued itself is its own issuer here.
  for (let one = peer; one?.raw && !seen.has(one.fingerprint256); one = one.issuerCertificate) {
    seen.add(one.fingerprint256);
    chain.push(new X509Certificate(one.raw));
  }
  return chain;
}

function describe({ subject, issuer, validFrom, validTo }: X509Certificate): string {
  return `certificate ${oneLine(subject)}, issued by ${oneLine(issuer)}, valid from ${validFrom} to ${validTo}`;
}

/** A name as certificates have it, one attribute a line, on one line. */
export function oneLine(name: string): string {
  return name.trim().replace(/\s*\n\s*/g, ', ');
}
