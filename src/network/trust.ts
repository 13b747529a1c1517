import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';
import { SetupError } from '../errors.ts';

/** What TLS needs besides node's own settings. */
export interface TlsSettings {
  /** Certificates of authorities (PEM, one each) that are trusted besides node's own. */
  readonly ca: readonly string[];
  readonly client?:
    | {
        /** It is shown to the origin of this URL only. */
        readonly origin: string;
        /** PEM: the client's own certificate, then those between it and its authority. */
        readonly cert: string;
        readonly key: string;
      }
    | undefined;
}

/** Whom TLS trusts, for the requests of this action alone: nothing of the process is changed. */
export interface Trust {
  /** The context for a server, with the client certificate where this is its origin; undefined: node's own. */
  contextFor(url: URL): SecureContext | undefined;
  /** The context for a proxy, which never sees the client certificate; undefined: node's own. */
  contextForProxy(): SecureContext | undefined;
  /**
   * Trusts what the operating system trusts, from now on. That store is read only when it is needed: it costs as much as starting Node does.
   * @returns the number of certificates that came new; 0 where they are trusted already
   */
  addSystemStore(): number;
}

/**
 * @param systemStore reads the certificates that the operating system trusts; Windows' own store by node's own means, where node has them (22.15
 *   and newer)
 */
export function createTrust(
  settings: TlsSettings = { ca: [] },
  systemStore: () => readonly string[] = readSystemStore,
): Trust {
  const { client } = settings;
  const clientOrigin = client && URL.canParse(client.origin) ? new URL(client.origin).origin : undefined;
  let system: readonly string[] = [];
  let asked = false;
  const contexts = new Map<boolean, SecureContext | undefined>();

  function context(withClient: boolean): SecureContext | undefined {
    if (contexts.has(withClient)) return contexts.get(withClient);
    const added = [...settings.ca, ...system];
    const pair = withClient && client ? { cert: client.cert, key: client.key } : undefined;
    const made = added.length === 0 && pair === undefined ? undefined : createContext(added, pair);
    contexts.set(withClient, made);
    return made;
  }

  return {
    contextFor: (url) => context(clientOrigin !== undefined && url.origin === clientOrigin),
    contextForProxy: () => context(false),
    addSystemStore() {
      if (asked) return 0;
      asked = true;
      const known = new Set([...ownAuthorities(), ...settings.ca].map(plain));
      system = systemStore().filter((one) => !known.has(plain(one)));
      if (system.length > 0) contexts.clear();
      return system.length;
    },
  };
}

function createContext(
  added: readonly string[],
  pair: { cert: string; key: string } | undefined,
): SecureContext {
  try {
    return tls.createSecureContext({
      // To give some means to give all: these take the place of node's own.
      ...(added.length === 0 ? {} : { ca: [...ownAuthorities(), ...added], allowPartialTrustChain: true }),
      ...pair,
    });
  } catch (cause) {
    throw new SetupError(
      'E_INPUT',
      `The certificates in ca-file and client-cert can't be used: ${(cause as Error).message}.`,
      {
        remedy: 'Have them issued with keys and hashes of today (RSA with 2048 bits or more, SHA-256).',
        cause,
      },
    );
  }
}

/** Node's own: those it brings and those in NODE_EXTRA_CA_CERTS. */
function ownAuthorities(): readonly string[] {
  if (typeof tls.getCACertificates === 'function') return tls.getCACertificates('default');
  const extra = process.env['NODE_EXTRA_CA_CERTS'] ?? '';
  return [...tls.rootCertificates, ...(extra === '' ? [] : [readFileSync(extra, 'utf8')])];
}

function readSystemStore(): readonly string[] {
  try {
    return tls.getCACertificates?.('system') ?? [];
  } catch {
    // The first error, that of the server's certificate, is the one that counts.
    return [];
  }
}

function plain(pem: string): string {
  return pem.replace(/\s/g, '');
}
