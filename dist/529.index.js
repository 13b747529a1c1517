export const id = 529;
export const ids = [529];
export const modules = {

/***/ 50:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ connectionOptions)
/* harmony export */ });
/** Read once a step, whoever connects. */
const settings = new WeakMap();
/**
 * What every connection of this step has in common: whom it trusts, and what it tells. The files of `ca-file` and `client-cert` are read the first
 * time.
 *
 * @throws SetupError E_INPUT for files that are not what they should be
 */
async function connectionOptions({ inputs, host, log, }) {
    const read = settings.get(inputs) ?? readSettings(inputs, host.workspace, log);
    settings.set(inputs, read);
    return { userAgent: 'setup-go-win', tls: await read, onNote: (line) => log.info(line) };
}
async function readSettings(inputs, workspace, log) {
    const { caFile, mirror, offline } = inputs;
    const shown = inputs.clientCert !== '' && /^https:/i.test(mirror);
    if (inputs.clientCert !== '' && !shown)
        log.info('The client certificate is shown to nobody: go-download-base-url is no https address');
    if (offline || (caFile === '' && !shown))
        return undefined;
    const { readTlsFiles } = await __webpack_require__.e(/* import() */ 281).then(__webpack_require__.bind(__webpack_require__, 281));
    return await readTlsFiles(shown ? inputs : { ...inputs, clientCert: '' }, workspace, mirror);
}


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fb: () => (/* binding */ tlsCode),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   TR: () => (/* binding */ isCertificateCode),
/* harmony export */   aX: () => (/* binding */ certificateFailure),
/* harmony export */   mR: () => (/* binding */ isUnknownIssuer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _display_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9816);
/* harmony import */ var _responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8618);




/** OpenSSL's names for a chain that ends at nobody who is trusted (x509_vfy.h, as Node hands them on). */
const UNKNOWN_ISSUER = new Set([
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
]);
/** Alerts of a server that wants a client certificate, or another one (RFC 8446, 6.2), as Node names them. */
const CLIENT_REFUSED = /^ERR_SSL_(?:TLSV1[23]?|SSLV3)_ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE|NO_CERTIFICATE)$/;
const CERTIFICATE = /CERT|ERR_TLS_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;
/** Whether Node's or OpenSSL's code says that TLS was refused by one side for a certificate: another try changes nothing. */
function isCertificateCode(code) {
    return CLIENT_REFUSED.test(code) || CERTIFICATE.test(code);
}
/** Node's code of a TLS failure. Where a write met the alert, the code is EPROTO, and OpenSSL's word stands in the text alone. */
function tlsCode(error) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(error) ?? '';
    const reason = code === 'EPROTO' && /:SSL routines:[^:]*:([^:]+)/.exec(error.message)?.[1];
    return reason ? `ERR_SSL_${reason.trim().toUpperCase().replaceAll(' ', '_')}` : code;
}
/** Whether this failure is that of a certificate whose issuer is not trusted: then another store may help. */
function isUnknownIssuer(failure) {
    return failure instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w && UNKNOWN_ISSUER.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(failure.cause) ?? '');
}
/**
 * What a refusal by certificate means, and what to do. Codes of OpenSSL are for people who know them; the certificate itself says more.
 *
 * @param peer the server's certificate with those that came with it, where they were seen
 * @returns SetupError E_NETWORK
 */
function certificateFailure(url, error, peer) {
    const code = tlsCode(error);
    const chain = chainOf(peer);
    const [leaf] = chain;
    const evidence = [`${url.host}: ${(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error)}`, ...chain.map(describe)];
    const failed = (message, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_NETWORK', message, { remedy, evidence, cause: error });
    const where = (0,_display_url_js__WEBPACK_IMPORTED_MODULE_3__/* .displayUrl */ .Q)(url.origin).replace(/\/$/, '');
    if (CLIENT_REFUSED.test(code)) {
        const alert = code.replace(/^.*_ALERT_/, '');
        // Servers send this one for much else, too (RFC 8446, 6.2: no acceptable set of security parameters).
        const other = alert === 'HANDSHAKE_FAILURE' ? ', or has no version or cipher of TLS in common with Node' : '';
        return failed(`${where} refused the connection: it wants a client certificate that it accepts${other} (${alert}).`, 'Give a certificate that this server accepts with client-cert and its key with client-key; they are shown to the origin of go-download-base-url alone.');
    }
    if (UNKNOWN_ISSUER.has(code)) {
        const issuer = chain.at(-1)?.issuer;
        const by = issuer === undefined ? '' : ` (${oneLine(issuer)})`;
        return failed(`The certificate of ${where} is not trusted: its issuer${by} is known neither to Node nor to the certificate store of Windows.`, "Name a PEM file with the certificate of that authority in ca-file, and see that the server sends all certificates between its own and the authority's.");
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        const names = leaf?.subjectAltName ?? (leaf === undefined ? 'other names' : oneLine(leaf.subject));
        return failed(`The certificate of ${where} is not for ${url.hostname}: it is for ${names}.`, 'Call the server by a name that its certificate has, or have it get a certificate for this name.');
    }
    const now = Date.now();
    if (code === 'CERT_HAS_EXPIRED') {
        const expired = chain.filter((one) => Date.parse(one.validTo) < now);
        const which = expired.map((one) => `${oneLine(one.subject)} on ${one.validTo}`).join('; ');
        return failed(`The certificate of ${where} is not valid any more${which === '' ? '' : `: expired are ${which}`}.`, `Renew it on the server, or correct the clock of this machine (${new Date(now).toISOString()}).`);
    }
    if (code === 'CERT_NOT_YET_VALID') {
        const from = chain.find((one) => Date.parse(one.validFrom) > now)?.validFrom;
        return failed(`The certificate of ${where} is not valid yet${from === undefined ? '' : `, only from ${from}`}.`, `Correct the clock of this machine (${new Date(now).toISOString()}), or the certificate.`);
    }
    return failed(`The certificate of ${where} is not trusted: ${(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error)}.`, 'Have the server get a certificate that is sound, or name the authority that signs it in ca-file.');
}
/** The certificate and those that the server sent with it, each the issuer of the one before. */
function chainOf(peer) {
    const seen = new Set();
    const chain = [];
    // A certificate that issued itself is its own issuer here.
    for (let one = peer; one?.raw && !seen.has(one.fingerprint256); one = one.issuerCertificate) {
        seen.add(one.fingerprint256);
        chain.push(new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(one.raw));
    }
    return chain;
}
function describe({ subject, issuer, validFrom, validTo }) {
    return `certificate ${oneLine(subject)}, issued by ${oneLine(issuer)}, valid from ${validFrom} to ${validTo}`;
}
/** A name as certificates have it, one attribute a line, on one line. */
function oneLine(name) {
    return name.trim().replace(/\s*\n\s*/g, ', ');
}


/***/ }),

/***/ 8771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ anySignal),
  V: () => (/* binding */ createHttp)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/network/certificate-failure.js
var certificate_failure = __webpack_require__(9082);
;// CONCATENATED MODULE: ./lib/network/credentials.js
/**
 * Keeps credentials to the origin that they belong to: the token of the mirror, and those written into a URL.
 * A redirect elsewhere therefore carries none. The token wins over what the mirror's own URL holds.
 */
function createCredentials(token) {
    const headers = new Map();
    const owner = token === undefined || !URL.canParse(token.origin) ? undefined : new URL(token.origin).origin;
    if (token !== undefined && owner !== undefined && token.value !== '')
        headers.set(owner, asHeader(token.value));
    return {
        strip(url) {
            if (url.username === '' && url.password === '')
                return url;
            const pair = `${decode(url.username)}:${decode(url.password)}`;
            if (!headers.has(url.origin))
                headers.set(url.origin, `Basic ${Buffer.from(pair).toString('base64')}`);
            const bare = new URL(url);
            bare.username = '';
            bare.password = '';
            return bare;
        },
        for: (url) => headers.get(url.origin),
    };
}
function asHeader(token) {
    return /^(bearer|basic) /i.test(token) ? token : `Bearer ${token}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __webpack_require__(9783);
// EXTERNAL MODULE: ./lib/network/responses.js
var responses = __webpack_require__(8618);
// EXTERNAL MODULE: ./lib/network/retry.js
var retry = __webpack_require__(5192);
;// CONCATENATED MODULE: ./lib/network/proxy.js









/**
 * The proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name for a URL; undefined where there is none. @actions/http-client takes a variable that
 * it does not understand for none at all, and goes without; here that is said.
 *
 * @throws SetupError E_INPUT for a variable that is no address of a proxy
 */
function proxyFor(url) {
    const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const { env } = process;
    const value = env[name.toLowerCase()] || env[name] || '';
    if (value === '' || (0,lib_proxy/* checkBypass */.H)(url) || matchesMore(url))
        return undefined;
    const proxy = value.includes('\\') ? undefined : parsed(url);
    if (proxy !== undefined && proxy.hostname !== '' && /^https?:$/.test(proxy.protocol))
        return proxy;
    throw new errors/* SetupError */.w('E_INPUT', `The variable ${name} is no address of a proxy: ${faultOf(value)}.`, {
        remedy: `Write it as http://host:port or http://user:password@host:port, or name ${url.hostname} in NO_PROXY.`,
        evidence: [`${name}: ${(0,display_url/* displayUrl */.Q)(value)}`],
    });
}
/** By @actions/http-client, which throws where a % of what has no scheme is not decoded. */
function parsed(url) {
    try {
        return (0,lib_proxy/* getProxyUrl */.s)(url);
    }
    catch {
        return undefined;
    }
}
/** What curl and Go understand in NO_PROXY and @actions/http-client does not: `*.example.com`, and `10.0.0.0/8` for a host that is an address. */
function matchesMore({ hostname }) {
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    const items = noProxy.split(',').map((item) => item.trim().toLowerCase());
    const suffixes = items.flatMap((item) => /^\*(\..+)$/.exec(item)?.[1] ?? []);
    return suffixes.some((suffix) => hostname.toLowerCase().endsWith(suffix)) || liesIn(items, hostname);
}
/** Whether a host that is an address lies in one of the networks (RFC 4632) among these items; what is none is passed over. */
function liesIn(items, hostname) {
    const address = hostname.replace(/^\[|\]$/g, '');
    const family = (0,external_node_net_.isIP)(address);
    if (family === 0)
        return false;
    const networks = new external_node_net_.BlockList();
    const [type, bits] = family === 6 ? ['ipv6', 128] : ['ipv4', 32];
    for (const item of items) {
        const [, network = '', length = ''] = /^(.+)\/(\d{1,3})$/.exec(item) ?? [];
        if ((0,external_node_net_.isIP)(network) === family && Number(length) <= bits)
            networks.addSubnet(network, Number(length), type);
    }
    return networks.check(address, type);
}
function faultOf(value) {
    // A URL takes it for a slash, and the domain before it for the host.
    if (value.includes('\\'))
        return 'a \\ in its user name is written %5C there';
    if (/^https?:\/\//i.test(value))
        return URL.canParse(value) ? 'a % in its user name or password is written %25 there' : 'it is no URL';
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value))
        return 'only http and https proxies are supported';
    return 'it has no http:// before the host';
}
/**
 * Makes an agent of @actions/http-client tell why a proxy makes no tunnel, trust whom the action trusts where the proxy itself is reached by
 * TLS, and sign in without `new Buffer`, which Node warns of in every log.
 */
function prepareProxy(agent, proxy, trust) {
    const tunnel = agent;
    const { proxyAuth } = tunnel.proxyOptions;
    delete tunnel.proxyOptions.proxyAuth;
    const url = new URL(`${proxy.protocol}//${proxy.host}`);
    const unanswered = new Set();
    const route = {
        url,
        hasCredentials: proxyAuth !== undefined,
        trouble: undefined,
        close() {
            for (const request of unanswered)
                request.destroy();
        },
    };
    const headers = proxyAuth === undefined
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(proxyAuth).toString('base64')}` };
    const secure = proxy.protocol === 'https:';
    tunnel.request = (options) => {
        route.trouble = undefined;
        const secureContext = secure ? trust.contextForProxy() : undefined;
        const request = (secure ? external_node_https_ : external_node_http_).request({
            ...options,
            headers: { ...options.headers, ...headers },
            // Else the name of the server behind the proxy is expected in the proxy's certificate.
            ...(secure ? { servername: /[a-z]/i.test(proxy.hostname) ? proxy.hostname : '' } : {}),
            ...(secureContext ? { secureContext } : {}),
        });
        unanswered.add(request);
        // Before tunnel's own listeners, which keep nothing but a text.
        request.once('connect', (response) => {
            unanswered.delete(request);
            const offers = String(response.headers['proxy-authenticate'] ?? '');
            if (response.statusCode !== 200)
                route.trouble = { status: response.statusCode ?? 0, offers };
        });
        request.once('error', (cause) => {
            unanswered.delete(request);
            route.trouble = { cause };
        });
        return request;
    };
    return route;
}
/**
 * What a request that a proxy did not let through means; undefined where the proxy has made its tunnel.
 *
 * @param url what was asked for
 */
function proxyFailure(url, route) {
    const { url: proxy, hasCredentials, trouble } = route;
    if (trouble === undefined)
        return undefined;
    // What fails once there is a tunnel again has nothing to do with it.
    route.trouble = undefined;
    const label = `The proxy ${proxy.origin}`;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const target = `${url.hostname}:${port}`;
    if ('cause' in trouble) {
        if ((0,certificate_failure/* isCertificateCode */.TR)((0,certificate_failure/* tlsCode */.Fb)(trouble.cause)))
            return (0,certificate_failure/* certificateFailure */.aX)(proxy, trouble.cause, undefined);
        return new retry/* TransientFailure */.$(`${label} is not reached: ${(0,responses/* reasonOf */.A3)(trouble.cause)}`, {
            cause: trouble.cause,
        });
    }
    const { status, offers } = trouble;
    const evidence = [`CONNECT ${target} by ${proxy.origin}`, `status ${status}`];
    if (offers !== '')
        evidence.push(`Proxy-Authenticate: ${offers}`);
    if (status === 407)
        return signIn(label, hasCredentials, offers, evidence);
    if (status >= 500 || status === 408 || status === 429)
        return new retry/* TransientFailure */.$(`${label} answered CONNECT ${target} with status ${status}`);
    return new errors/* SetupError */.w('E_NETWORK', `${label} refused a connection to ${target} with status ${status}.`, {
        remedy: `Have the proxy allow CONNECT to ${target}, or name ${url.hostname} in NO_PROXY when this runner reaches it directly.`,
        evidence,
    });
}
function signIn(label, given, offers, evidence) {
    if (offers !== '' && !/\bbasic\b/i.test(offers)) {
        return new errors/* SetupError */.w('E_NETWORK', `${label} wants to be signed in to by ${offers.split(' ')[0]} (407).`, {
            remedy: 'Allow this runner at the proxy without a sign-in or by Basic, or point HTTPS_PROXY to a relay on this machine that signs in.',
            evidence,
        });
    }
    return new errors/* SetupError */.w('E_NETWORK', given
        ? `${label} did not accept the user name and password in its variable (407).`
        : `${label} wants a user name and a password (407), and its variable has none.`, {
        remedy: 'Write HTTPS_PROXY as http://user:password@host:port, with signs such as @, : and % in them as %40, %3A and %25.',
        evidence,
    });
}

;// CONCATENATED MODULE: ./lib/network/request.js









/**
 * One GET up to the headers of its answer, without redirects. The body fails with a {@link TransientFailure} when no byte
 * comes for `idleMs`, and with the signal's reason when it is aborted.
 *
 * @throws TransientFailure, SetupError E_NETWORK (certificate, proxy), the reason of an aborted signal
 */
function send(url, { route, headers, idleMs, signal }) {
    return new Promise((resolve, reject) => {
        const request = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, {
            agent: route.agent,
            headers,
        });
        const certificate = watchCertificate(request);
        let body;
        const end = (error, reason) => {
            (body ?? request).destroy(error);
            // While a proxy has not answered its CONNECT the request has no socket yet, and a destroyed one says nothing.
            if (!body)
                settle(() => reject(reason));
        };
        const silent = () => {
            const failed = new retry/* TransientFailure */.$(`no byte for ${Number((idleMs / 1000).toFixed(1))} s`);
            end(failed, failed);
        };
        const abort = () => end(new Error('aborted'), signal?.reason);
        const settle = (action) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', abort);
            action();
        };
        // Counts from here, because a socket's own timeout does not cover the way through a proxy.
        const timer = setTimeout(silent, idleMs);
        signal?.addEventListener('abort', abort, { once: true });
        request.once('response', (message) => {
            clearTimeout(timer);
            body = message;
            request.setTimeout(idleMs);
            request.on('timeout', silent);
            message.on('error', () => { }); // its reader is told as well; without a reader it must not end the process
            resolve(message);
        });
        request.on('error', (error) => {
            // At once: a request whose tunnel is not made is told so, and never closes.
            settle(() => reject(signal?.aborted ? signal.reason : failure(url, error, route, certificate())));
        });
        request.once('close', () => settle(() => { }));
        request.end();
    });
}
/**
 * The server's certificate and those that came with it, once they were seen: when Node says that they are not trusted, the connection is gone.
 * `secure` comes when the handshake is done and before Node judges; should it not come, a message says less. (`getPeerX509Certificate` would take
 * the certificate away from that judgement.)
 */
function watchCertificate(request) {
    let certificate;
    request.once('socket', (socket) => {
        if (!(socket instanceof external_node_tls_.TLSSocket) || request.reusedSocket)
            return;
        socket.prependOnceListener('secure', () => {
            certificate = socket.getPeerCertificate(true);
        });
    });
    return () => certificate;
}
function failure(url, error, { proxy }, certificate) {
    if (error instanceof retry/* TransientFailure */.$)
        return error;
    const refused = proxy && proxyFailure(url, proxy);
    if (refused)
        return refused;
    const code = (0,certificate_failure/* tlsCode */.Fb)(error);
    if ((0,certificate_failure/* isCertificateCode */.TR)(code))
        return (0,certificate_failure/* certificateFailure */.aX)(url, error, certificate);
    if (/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/.test(code)) {
        return new errors/* SetupError */.w('E_NETWORK', `What answers at ${(0,display_url/* displayUrl */.Q)(url.origin)} does not speak TLS.`, {
            remedy: 'Correct the port in go-download-base-url, or write http:// where the server has no TLS.',
            cause: error,
        });
    }
    return new retry/* TransientFailure */.$((0,responses/* reasonOf */.A3)(error), { cause: error });
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(2385);
;// CONCATENATED MODULE: ./lib/network/routes.js




/** As many connections to one origin at once as @actions/http-client allows. */
const MAX_SOCKETS = 100;
/** One route for each origin: what one origin gets, a client certificate for instance, no other one does. */
function createRoutes(trust) {
    const routes = new Map();
    const made = [];
    return {
        to(url) {
            const known = routes.get(url.origin);
            if (known)
                return known;
            const route = createRoute(url, trust);
            made.push(route);
            routes.set(url.origin, route);
            return route;
        },
        renew: () => routes.clear(),
        close() {
            for (const { agent, proxy } of made.splice(0)) {
                // The agent of a proxy has no such method: it keeps no connection that nobody uses.
                agent.destroy?.();
                proxy?.close();
            }
            routes.clear();
        },
    };
}
function createRoute(url, trust) {
    const secure = url.protocol === 'https:';
    const secureContext = secure ? trust.contextFor(url) : undefined;
    const address = proxyFor(url);
    const agent = address === undefined
        ? new (secure ? external_node_https_ : external_node_http_).Agent({ keepAlive: true, maxSockets: MAX_SOCKETS })
        : new lib/* HttpClient */.Qq('', [], { keepAlive: true }).getAgent(url.href);
    // The way of @actions/http-client, too: an agent's options are those of its connections.
    if (secureContext)
        Object.assign(agent.options, { secureContext });
    return { agent, proxy: address && prepareProxy(agent, address, trust) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/network/trust.js



/**
 * @param systemStore reads the certificates that the operating system trusts; Windows' own store by node's own means, where node has them (22.15
 *   and newer)
 */
function createTrust(settings = { ca: [] }, systemStore = readSystemStore) {
    const { client } = settings;
    const clientOrigin = client && URL.canParse(client.origin) ? new URL(client.origin).origin : undefined;
    let system = [];
    let asked = false;
    const contexts = new Map();
    function context(withClient) {
        if (contexts.has(withClient))
            return contexts.get(withClient);
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
            if (asked)
                return 0;
            asked = true;
            const known = new Set([...ownAuthorities(), ...settings.ca].map(plain));
            system = systemStore().filter((one) => !known.has(plain(one)));
            if (system.length > 0)
                contexts.clear();
            return system.length;
        },
    };
}
function createContext(added, pair) {
    try {
        return external_node_tls_.createSecureContext({
            // To give some means to give all: these take the place of node's own.
            ...(added.length === 0 ? {} : { ca: [...ownAuthorities(), ...added], allowPartialTrustChain: true }),
            ...pair,
        });
    }
    catch (cause) {
        throw new errors/* SetupError */.w('E_INPUT', `The certificates in ca-file and client-cert can't be used: ${cause.message}.`, {
            remedy: 'Have them issued with keys and hashes of today (RSA with 2048 bits or more, SHA-256).',
            cause,
        });
    }
}
/** Node's own: those it brings and those in NODE_EXTRA_CA_CERTS. */
function ownAuthorities() {
    if (typeof external_node_tls_.getCACertificates === 'function')
        return external_node_tls_.getCACertificates('default');
    const extra = process.env['NODE_EXTRA_CA_CERTS'] ?? '';
    return [...external_node_tls_.rootCertificates, ...(extra === '' ? [] : [(0,external_node_fs_.readFileSync)(extra, 'utf8')])];
}
function readSystemStore() {
    try {
        return external_node_tls_.getCACertificates?.('system') ?? [];
    }
    catch {
        // The first error, that of the server's certificate, is the one that counts.
        return [];
    }
}
function plain(pem) {
    return pem.replace(/\s/g, '');
}

;// CONCATENATED MODULE: ./lib/network/http.js









const MAX_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];
function createHttp(options) {
    const idleMs = options.idleTimeoutMs ?? 30_000;
    const textMs = options.textTimeoutMs ?? 90_000;
    const retries = {
        attempts: options.attempts ?? 5,
        backoffMs: options.backoffMs ?? 500,
        onRetry: options.onRetry,
    };
    const credentials = createCredentials(options.token);
    const trust = createTrust(options.tls, options.systemStore);
    const routes = createRoutes(trust);
    /** One request. A certificate of nobody that Node knows may be one of somebody that the operating system knows. */
    async function ask(target, headers, signal) {
        const route = routes.to(target);
        const how = { headers, idleMs, signal };
        try {
            return await send(target, { ...how, route });
        }
        catch (error) {
            if (!(0,certificate_failure/* isUnknownIssuer */.mR)(error))
                throw error;
            const added = trust.addSystemStore();
            if (added > 0) {
                routes.renew();
                options.onNote?.(`The certificate of ${target.host} has an issuer that Node does not know: the ${added} authorities of this machine's certificate store count, too`);
            }
            // Another request may have added them meanwhile.
            const renewed = routes.to(target);
            if (renewed === route)
                throw error;
            return await send(target, { ...how, route: renewed });
        }
    }
    async function get(url, request = {}) {
        const signal = anySignal(options.signal, request.signal);
        const chain = [];
        let target = credentials.strip(new URL(url));
        for (;;) {
            signal?.throwIfAborted();
            chain.push((0,display_url/* displayUrl */.Q)(target));
            const authorization = credentials.for(target);
            const headers = {
                'user-agent': options.userAgent,
                accept: request.accept ?? '*/*',
                'accept-encoding': 'identity',
                ...request.headers,
                ...(authorization === undefined ? {} : { authorization }),
            };
            const body = await ask(target, headers, signal);
            const status = body.statusCode ?? 0;
            const location = body.headers.location;
            if (!REDIRECTS.includes(status) || location === undefined) {
                return { status, headers: body.headers, body, url: target.href };
            }
            body.destroy();
            target = credentials.strip(redirected(target, location, chain));
        }
    }
    async function getBytes(url, text) {
        const deadline = new AbortController();
        const timer = setTimeout(() => deadline.abort(tooSlow(url, textMs)), textMs);
        try {
            return await tryBytes(url, { ...text, signal: anySignal(text.signal, deadline.signal) });
        }
        finally {
            clearTimeout(timer);
        }
    }
    async function tryBytes(url, text) {
        const signal = anySignal(options.signal, text.signal);
        const task = { what: (0,display_url/* displayUrl */.Q)(url), evidence: [], signal };
        return (0,retry/* withRetries */.L)(retries, task, async () => {
            const response = await get(url, { ...text, headers: { 'accept-encoding': 'gzip', ...text.headers } });
            if (text.absent?.includes(response.status)) {
                response.body.destroy();
                return undefined;
            }
            if (response.status !== 200)
                throw (0,responses/* failureOf */.g5)(response, url);
            return await readBytes(response, text);
        });
    }
    return {
        retries,
        get,
        getBytes,
        getText: async (url, text) => (await getBytes(url, text))?.toString('utf8'),
        close: routes.close,
    };
}
function tooSlow(url, ms) {
    return new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Q)(url)} did not come within ${Math.round(ms / 100) / 10} s.`, {
        remedy: 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), or name a mirror with go-download-base-url.',
        cause: new Error('the time for it is up'),
    });
}
async function readBytes(response, text) {
    const chunks = [];
    let length = 0;
    const full = new Error('as much as was asked for');
    try {
        await (0,responses/* readBody */.x8)(response, (chunk) => {
            chunks.push(chunk);
            length += chunk.length;
            if (length > text.maxBytes)
                throw full;
        });
    }
    catch (error) {
        if (error !== full)
            throw error;
        if (text.cut !== true) {
            throw new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Q)(response.url)} is longer than ${text.maxBytes} bytes.`, {
                remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
            });
        }
    }
    return Buffer.concat(chunks).subarray(0, text.maxBytes);
}
function redirected(from, location, chain) {
    const refuse = (why) => new errors/* SetupError */.w('E_NETWORK', `${chain[0]} redirects ${why}.`, {
        remedy: 'Check go-download-base-url; give the address that the mirror serves its files from.',
        evidence: chain.map((url, hop) => `${hop === 0 ? 'asked for' : 'redirected to'} ${url}`),
    });
    const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (to === undefined || (to.protocol !== 'http:' && to.protocol !== 'https:'))
        throw refuse('to an address that is neither http nor https');
    if (from.protocol === 'https:' && to.protocol === 'http:') {
        throw refuse(`from https to http (${(0,display_url/* displayUrl */.Q)(to)}), which is not followed`);
    }
    if (chain.length > MAX_REDIRECTS)
        throw refuse(`more than ${MAX_REDIRECTS} times`);
    return to;
}
/** One signal for those that are there; undefined for none. */
function anySignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    return given.length > 1 ? AbortSignal.any(given) : given[0];
}


/***/ }),

/***/ 8618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   fr: () => (/* binding */ isEncoded),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _display_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9816);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5192);





/**
 * What a status that is not the wanted one means: worth another try (408, 425, 429, 5xx), a file that is not there
 * (404, 410), or a refusal that another try does not change.
 *
 * @param url the URL that was asked for, before redirects
 */
function failureOf(response, url) {
    const { status } = response;
    response.body.destroy();
    const evidence = [`GET ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(url)}`];
    if ((0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(response.url) !== (0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(url))
        evidence.push(`redirected to ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(response.url)}`);
    evidence.push(`status ${status}`);
    if (status === 404 || status === 410) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NOT_FOUND', `This server has no such file: ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(url)} (status ${status}).`, {
            remedy: 'Check the version and, with a mirror, that go-download-base-url points to a folder that has this file.',
            evidence,
        });
    }
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
        return new _retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(`status ${status}`, {
            retryAfterMs: retryAfter(response.headers['retry-after']),
        });
    }
    const denied = status === 401 || status === 403 || status === 407;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NETWORK', `The server refused ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(url)} with status ${status}.`, {
        remedy: denied
            ? 'Give the mirror its credentials with mirror-token (or client-cert), or check the proxy (HTTPS_PROXY, NO_PROXY) in between.'
            : 'Check go-download-base-url, what a proxy in between makes of the request, and whether the server wants a client certificate (client-cert).',
        evidence,
    });
}
/** The wait that a Retry-After header asks for, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(value, now = Date.now()) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** Whether the body is encoded: then its Content-Length says nothing about the file. */
function isEncoded(response) {
    return !['', 'identity'].includes(encodingOf(response));
}
/**
 * Hands over the body chunk by chunk, decoded from gzip where the server chose to encode it.
 * The body is destroyed when `onChunk` throws.
 *
 * @throws TransientFailure when the connection breaks or the gzip stream does; SetupError E_NETWORK for an encoding
 *   that nobody asked for; whatever `onChunk` throws
 */
async function readBody(response, onChunk) {
    const { body } = response;
    const encoding = encodingOf(response);
    if (isEncoded(response) && encoding !== 'gzip' && encoding !== 'x-gzip') {
        body.destroy();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NETWORK', `${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Q)(response.url)} came in an encoding not asked for: ${encoding}.`, {
            remedy: 'Have the mirror, or the proxy in between, send files as they are (Accept-Encoding: identity is asked for).',
        });
    }
    // The pipeline hands errors on; the reader below is told of them.
    const stream = isEncoded(response) ? (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body, (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)(), () => { }) : body;
    const chunks = stream.iterator({ destroyOnReturn: true });
    try {
        for (;;) {
            const next = await take(chunks);
            if (next.done === true)
                return;
            onChunk(next.value);
        }
    }
    finally {
        stream.destroy();
        body.destroy();
    }
}
async function take(chunks) {
    try {
        return await chunks.next();
    }
    catch (error) {
        throw error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$ ? error : new _retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(reasonOf(error), { cause: error });
    }
}
/** One line on an error of a request or its body: the system's code, and its words where they say more. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    // A host with several addresses fails with one error for each.
    if (error instanceof AggregateError && error.errors.length > 0)
        return error.errors.map(reasonOf).join('; ');
    const code = error.code;
    if (code === undefined || error.message.includes(code))
        return error.message;
    return `${code} (${error.message})`;
}
function encodingOf(response) {
    return (response.headers['content-encoding'] ?? '').trim().toLowerCase();
}


/***/ }),

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ TransientFailure),
/* harmony export */   L: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/** The longest wait that a server's Retry-After can ask for, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;
/** More lines than these say nothing new, and the log has to stay readable. */
const EVIDENCE_LINES = 40;
/** A failure that may pass by itself: a broken connection, an overloaded server. Never leaves `network/` and `archive/`. */
class TransientFailure extends Error {
    name = 'TransientFailure';
    /** What the server asked to wait, in milliseconds. */
    retryAfterMs;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.retryAfterMs = details.retryAfterMs;
    }
}
/**
 * Runs `attempt` until it succeeds, fails for good, or has failed transiently as often as the policy allows.
 * Waits with exponential back-off and jitter in between, or for as long as the server asked (at most a minute).
 *
 * @throws SetupError E_NETWORK with every attempt as evidence; the signal's reason, at once, when it is aborted;
 *   whatever `attempt` throws that is no {@link TransientFailure}
 */
async function withRetries(policy, task, attempt) {
    for (let number = 1;; number++) {
        task.signal?.throwIfAborted();
        try {
            return await attempt(number);
        }
        catch (error) {
            task.signal?.throwIfAborted();
            if (!(error instanceof TransientFailure))
                throw error;
            const bytes = task.bytes === undefined ? '' : `, ${task.bytes()} bytes got`;
            const line = `attempt ${number} of ${policy.attempts}: ${task.what}: ${error.message}${bytes}`;
            if (task.evidence.length < EVIDENCE_LINES)
                task.evidence.push(line);
            if (number >= policy.attempts)
                throw exhausted(task, number, error);
            const wait = waitBefore(number, policy.backoffMs, error.retryAfterMs);
            policy.onRetry?.(`${line}; next one in ${(wait / 1000).toFixed(1)} s`);
            await pause(wait, task.signal);
        }
    }
}
function waitBefore(number, backoffMs, retryAfterMs) {
    // Jitter, because the runners of a matrix start, and fail, at the same moment.
    const backoff = backoffMs * 2 ** (number - 1) * (0.75 + Math.random() / 2);
    return Math.min(Math.max(backoff, retryAfterMs ?? 0), LONGEST_WAIT_MS);
}
async function pause(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}
function exhausted(task, attempts, last) {
    const tries = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_NETWORK', `${task.what} could not be read: ${last.message} (${tries}).`, {
        remedy: remedyFor((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(last.cause), task.what),
        evidence: [...task.evidence],
        cause: last,
    });
}
function remedyFor(code, what) {
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return 'Check the host name, and whether this runner needs a proxy (HTTPS_PROXY, NO_PROXY) or a mirror (go-download-base-url).';
    }
    // A server that misses a client certificate may hang up without a word.
    if (what.startsWith('https:') && (code === 'ECONNRESET' || code === 'EPIPE')) {
        return 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured) and whether it wants a client certificate (client-cert), try again later, or name a mirror with go-download-base-url.';
    }
    return 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), try again later, or name a mirror with go-download-base-url.';
}


/***/ }),

/***/ 1648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yx: () => (/* reexport */ date),
  jf: () => (/* binding */ builtinRelease),
  WT: () => (/* binding */ builtinReleases)
});

// UNUSED EXPORTS: kinds

;// CONCATENATED MODULE: ./lib/release/builtin-data.js
// Made by lab/build-index.ts from go.dev's release list (npm run index). Not to be edited by hand.
/** The day on which go.dev's list was read. */
const date = '2026-08-19';
/** See builtin.ts. */
const rows = `
go1.27.0|AJt2fjYZsOm0HrZtHxQCxts-dSvwvhs-ryALtbiI76o1a8eyp|8MCg0zupT00sXbyIczTOZ4shgTUE3bOq_LBuYKWmZ8Q1azmts|bgFWuXiCCZMd00D63AQXHOFQY8F7Uckue4a1EQlibpA18o6pc|p1_nFR49nIwNQ3Wckq4yBSW0niOFELj6CCsywfrf02k12g7i8|co6TGMBhuVCCvPFnuri2xuDZGgRfifQDsyhfo58MRVs13cfeo|klkWjNojIVLz7wxRFJ6ELpPk9n34RxO1XKMRKFGOl-M11u328
go1.27rc3|lXmxxuRGyYMtZTQu6LQ-zNvS6yMCm_8ap3H21KYS5ZA1a8cn8|vfpPVKdndSvKpyHEOCXojbRnUJMG1GdT3VpOyX1zjek1azjy7|cjRJlbxQ4fOz_Fx1D2Lym3EBKLQjLzexRcHzPvbLaY818o43p|frplfrwmJqOAMTLa6LLnDfjQcMOsGagksTI1V_qYKqo12ggzk|WZLs6ncZ_IykAuuZ_gHjQul9Km6Ke-5KIKnoxr_-zxk13c934|yCtqZ-_x7BgyadMTkNb9IUiWKADiLthm8f-SFnhgeLI11tn9c
go1.27rc2|NqnErBx6hqvHlxHKvHzUM5zG5327pC0Ai6Ap3DvSGK41a7ceg|_GFDh1N02gkN2ZBYGBqOOQlNNqA6ubCFkc5xrBpFJdY1az65u|F_Loixdt40r-LcXbxUiwXyDNJREyXS24XGnUkP-3qfQ18npac|YtpE15fivMkwxkayNHkzL8BH_yTNGmw7xHAchOuNYEk12fbwg|zXC8SkZ8kyoKzZx4aBlI8lYhJXhXv-1Eslw0Tx9dhr413b75s|Egu6pzbuf5zjGUybVcr_LK2Mr3LrH2Tou_2EUl92xt411sxz4
go1.27rc1|L2BTs_wmlc6VbDccsp2dDcckNVlr_j-RNNbHCbj19681a6hq8|ENLHVcdsqUAIVYu57JMVRSnqHAo4q-k42bZAap0Y_-M1aygqw|Pgi8umplYVu2n46aOKeINEUYSAf2jId8s1EZssbbz-w18mvum|Ss0xiipIB4UfIrLEobHFRGBPNQenVZjcAujsUIH0oeg12esxs|OR2syoeWm5bKc6X_1XocsBzGCfUsdn2wvZZCVafeo8413auio|vZMz62uaMe_YxWJSQBJwZuJ26TnpncPh2WCqN1E9p9U11slc0
go1.26.7|Wc8LmBTEHJYNcN881TYP2geT5dIjBzfVjgCTkhgftjY17wkoh|9PU0pIbkvDOH-hjwggjy-FS3quqKCPKi2CmpFKBauxE18mjne|bxsI3p4t2U9pxS5SSraDRzcnUlMpHo_X8cEu1Ozu2ok16k4zp|Su1lXIFGv4qCaCpy7AgUJMdvXdiEtldc9F0rgR2RCSY107cow|xueqUvpgf5Pm46fi_9czeC872yqozQVZps2ZJ670nDQ113hfk|npFaQHG1w6OVkf4RPrRx7wMyHroVn36bZHwySrTtv_Mzp3b4
go1.26.6|HjUvCiSIqIC3bybV-CR5y9Oyhu82DLvfU-Jt9fYj-C817wkgm|W2xbVWUlgQRjtciXtQ3HqC1qPcC_r1XZkKfp8x1rIxg18mjfa|BtvnhXQ9U074pGna2IrffxsrQ4UHzP75uY58-Ml7S2g16k4rs|Wvx5QS_glwYGU6fPRsqZo5cn6uAqlmC7MpWrehK_Lw0107m68|fBOQ06uBR1PDF2vA4GSP9w08K0w7IsztnDR_QNySAWg113hfk|4I-UVTz1am7t6_g3DLiuCMZ3i92iWrAdwdLqwUznmFgzotts
go1.26.5|yrD2hHwX9MkEwLrLbsa4TnMPx5f0uohfQjg9WA_C05k17vsnb|l-ayqDO22J-f8X0lQZrAp-O0gqBE6asYze-DS9g0_Tg18lyca|-W7kY5bWnx4jHI2YHsanAhYjimRqHyzXSuoNABa7wBc16j7jb|_iC518wjyfGvtwKn8EFh11BVzW1Yx4PZrTOB5Og_6bg106tq8|1VTcIJQDsQEiX8K1RkfvR98JvqIykbEkb-GzUZj1X1A113hfk|lmdml79qJBk3TT0MUkb2FsmTMqwJ2MY5ZNk5VkVZawQzo7pc
go1.26.4|IGSkokn9LuLbI-cIDcGbQnaJafKDBUGEHQ96nICZaUY17vfdp|PKj7RjCwfEGcvdUfdU4xNjz8-4OzpTVNnolckL4sw0U18ll8z|YiR_Vvt9e4J9I3FSxOP81pok0PqUMNxz29p1k66CvI016itz1|xhw4BUQTzL75rN3AyqCsqq1JqYWPEZomkmWloY6JTo8106tq8|VZAsA2Y0x6sxWc8lmvaSq8hpiarvzH91vviI8yYwMcQ1131mo|uHhjczzYdiQ4fuYTB6Xrr0BTUb9ANaOqd0TCanhaPT4znv28
go1.26.3|zv7HvSNPV9zCLirSsumORYQNmYdwxbELItrd9yjcfKw17vgk6|INLOr7TtQblrh5AQknsovJKlvlenwYAc42WpylHTIko18lmih|lc1jvGsNp3QJuoGSFa_qnd9XAsVaOyCvPdkOqVx7Eww16ivdu|di-yGUV5vuYlwi59G1bpuOeEEzaKkk8EvqHg2GDgEmQ1061a8|O3ycI2CGrFEs8Jy4DEQ34Y5YUUUpfqunE6PaylRwn8Y112ygw|dM8KFEmblXmH8Sk-TUrauyeI0tdoSYqcnNaLbt5IdIAzny80
go1.26.2|SosCw0Yl_s2cZYNEIQHJeW_CZaX8HtuTQNcb7QMA-Uw17ub7p|mOs1cLreFcuCawkJM432zG0s9ZC8OcRxFCAC2zgytwg18k78k|CU0Fyq9rojXivVcLYl0GTOtllDhmJSciqPP9uiMhOcY16hocl|mmMHRWe4oKlAkej2wglvXU0Dace7rtCBWKYwBNi4ysE1058u8|hIJuyoM1SLsr6r50KQUuquwY-qkC_ecjiY2Qa0LlmnM1122v4|9Z4OUTcMrHq1dCxO2fwVHwogkYOWyJOZYSWhxu19lSUzmt4w
go1.26.1|aia3zgONltKzRX6kkzZn-4XIlkEYYCFtr26hfs1LJcU17u942|m2gRLJE_Rbeuu_E8A2chJku7p-A6ZC-PdJDFYe69Hsw18jxie|wX4JZ2vg-q08vtHIG7AvOPtz4vk9BIVxzBNzD-I_LVs16hd18|PM1leGHDLpVS3oPhq8iOaN-Hrdme4GjfuGAmiiFsFfU104w74|mx_7KNbpNL92g7CbAeGEPptLqricEZqB3lm4Ub0Bv3M111n28|E2TwdHKj-9uGg93pBE7TYe3qnTbG_dCK3l3TxXUf73Ezm70g
go1.26.0|UGdPPWoHH6Gkwddtw3-voDMN-H2ECHomL-4CDaU5a2s17tt0m|m74PxkI2srUfYlXAXEIyUyuOzA5tLgCVC9MCHYpNB9Q18jjtu|c727n2SqFSdYAkSFxSQ6EJgYK7dB_MYDtvtmTuXg_jU16gx4x|gsh8NWLrbjFUjQTgakjtxDyUwDBrCiXjFNKS3rlkqeA1055og|z7RGqmFEVm86rA50-KG115NqK_zQ7kfMNq-wBS25yHI111tds|y73JWXY7CTyJ9oRDKFuFqpArw31iO4Q_oHru9SPf6gEzm70g
go1.26rc3|3kkm0TfF8sGLCVM0tJGvOWb3htJIngYUirJTqQXtInk17tt3j|cUFINPTKiTPg-U225WaRxZ4ApcxSKstymBxOAyESsfk18jjsa|YrYH_aEh1QTgzgTLH1zEItkmmj_90WzyLWq1YRMOWhA16gx8d|amZ3MUrrH5_fFYpixzzjsDwhABRUg28jr_fr6koJru4104t1c|9NDpLfY4Jx7UO9KvG5NA-3Ea6c3BQjA_nByW7Y-_8CA111gqo|mrGiHdDKz1b2mgLfyhwEU4y6_N0_-gmyWWj6J8Ad4f4zlxj4
go1.26rc2|6Whb5epJ3NNPAOiqEHIbycJsTX6Qc7HKqfobCTO3_dw17yi2j|rjatqvJjOxUm-Et6L2omSSAO_Fre85SnwruzZw4PjsQ18p4gi|4MhYMB2SXG-yM5B0AWw9ech_WHF5myY9cSEtS_MpC-g16m3fr|lW7bVCeZ_XdsI8HEMaqHNEKGyHADQi-qZLg60IAynUg1081z4|-4WpNAXuiqMtIPhD2DeeTMgP_fSjJzhBCPwRiaHU6WE11648w|j1uSGQvgAapsfze8iREUYUVMRYC4jj481rzdPxmLAVIzr0u8
go1.26rc1|wVnbZY43eTPpj9ETVDaYNkw5J4Kfogsd2egyKVmiYrs17xw0p|ntRLo1iOQcP1TdbF4VVKNLL-41uBE1jt0p_vqtdOlrw18oixt|8bsFZqxhi1iQDmHxp_gYPQZj3uFbLByKogTAyCTIOKM16ljpf|dWrUFYI2vblyYZataUIRT6kXDYWdGZLYqA9bB91WCHk106qkg|Liz4aADiAkG9t4ZpiRWBFCH23k3yomUSXnRiA1Wx8ls113u2o|O2e1TfX6EyGHE-uMG5orE7PV0liDKUmSeIDR_hELiD4zq8e8
go1.25.14|hoJYtrTndreyvfDPLLzHEDe1fGHI1GgkthNCCm6ymsY13oesn|EZBEqSs5h8NBzWrrslZnbdR4DSkve05yo-mXZneEFpc148q5g|lvsxriayiLUxG9MdglLUpiyKZh5Nu2TVBMxkbk0QpX812ji4p|QEdrACbjOTNkbQDkAjkZrJJh_PwrUsCSY3fuyOvOFPgwt8g0|OO-XUYLHfuQ-Uj72oJPcm_JON1i1Iqz63cCj7OAiwlExhwjk|o8bdo4QWvEd8saJFVCEsfNvY3WgEt8mvIlu0H6gfTSowbl6o
go1.25.13|9kyxKp2NV5vM2quTw9zipZfnKUGocXhcsLXL7YE-Elc13odrv|VKa7_62oKTisSuZuNUsunATr3O_5b40EVUBscjte0fw148p4x|pttsEOKCjMuTJgADnL2dwNzQXCRSItgyBqyfEDA5Fn412jh3n|R-zsknlCZJQ8UFHbquXWUFYyzQnAl0IK4daAmqDGEecwssn4|kcBhMLmAbvrim8r6uJJpsNFbmWTiopAW2PNJmh1N4Q4xhjwg|TPDTTnzOj-if1s7VoKXkw5WKe9AP5KDl1Dk18GDVecQwbi0w
go1.25.12|GKvfdnGfX4Tqo17q-HtGegLtB1qGMq2UHxCqej0N5xM13noln|1dyC2jUbAOXu3QT0E1aBfWdMxDCBMfD2OKWxTFw69Ms147r7c|BU8Eal-jH9zJSRzBkGXL9Dv1IdgFu-KYro1l3ZgfyoQ12j6nn|rr_e6IjZ_et_5f-qzcyVu5AIEsia_izhaY9oIsbEodQwscu8|RbxP_RMOd4N0gYVReQq8K0N43F6J5G_NEUYn7J68Focxh0xs|VOgu0fdsYDj3KOgCWoMO37Tw4ww9f9ZEKi0huxxWjlYwbev4
go1.25.11|4ZUNq8QQF0-4FnF1QsSdMAJ_6KYPy02wi3_uNM9MPg813ndgy|t0AfG0FRdCjlN0kzFiVvt88DxmoTCgEDqwfzohUuIRI147g47|BswXIZ7-HX9_CPploWqC2GLNRkRehOeMqlRHAZ5Pizc12ivkf|v1iGcDGzsyZYkJOc0OGTK3-WDNVb6_aBEqm9YZwHtCIwsj5s|Kk3VlfLgX1Ps4ls4003F9sPagABeqS42zmRxmosWz34xgxs0|BfarCa1sqfy-cuhtS3kzSeh-tJ1zXKb7SeByBb3PK1Ewapkw
go1.25.10|3caT0tnXzGceu3LR1QqgVnD5WwWbfZBEBhGvV5docdU13nexu|yjevLa3YVERk8anKfDiGSZ0c38smOFXQodcfGUsr0iI147hby|OL5X4DmL2TZz1lvK5tx-488VHXA40NulxgpRUwIocto12iwns|WpTm8-ZQN2Lhc_e05GCfdKG9FUFmkqA-6eIProssdZ0wsg00|yyT8WPT-5QBbvyDpCipwNIkvnt5xpHg8YShSl8t7eZ4xgxs0|ndU3zdcSzU9_PUAC-jL7iguOpoYOnnJRfkdvss-HmPUwamf4
go1.25.9|v0BRX19Ng0-p6tMf91WB5ho4rCe_SYQLlcXJmNMhwPY13mkmg|p6cQ4iVGezTp4J-0MrgpyGybLaWCHuVBj36y6K4aIsw1467dc|M81zzxs87uZV73G8lulABsAq48YX_dZ6yb49-uOVdEk12hv6s|AqkZkBHCVagHeNlgLRHfe_uQyFgljsgxelfyAt7c-eMwrke8|IH6ZiTaROtTn4MecDH4Di6hybNy7iFtmBx7Ql6MaxFgxfz0g|mFYZ9y0Anb4paK6FYDWpJg0JuGQGxo_faCH4XtrBErAw9x4w
go1.25.8|GkgUN1KGPXo1Ij9eFYcxXk-i2313aV1syxHuXDezJzk13mkdm|jU7ZonCzPfem0_86UxbhA-AEL8xPDJqA5AN4cAurZ5Q145xj7|D_rvSpYXqIGSlLX1Ku_KFBXc5kSnD1rRVWdik6sFKjE12hmpa|xr1WCnglwQjWQy7E-oyjdt8hexoE11tF1UxSB-rQAgEwr7r4|3wBqV59V7MGPvnyQ0nBFwHC3ZkGgwlEQGgyjLjFPhjsxfg1s|753z35YHh5AOmmgCQdYkyFVssJ5fT6ux6CqSgIapmcUwa0ao
go1.25.7|uqa0iCkYAWQvpiACYWnji-wtoqwYfNOuIUVyHPgmu8M13mcuv|x15fT_YtCFzAAXvjrRnVU29Ggl-gXbBuxGiUH4R-Mig145nqe|gHAz-FkxvEpYnKhJdTXcvrHzDVBuR_ogD18ExKccPZ812he72|jJy_q5m9wuQUnFjHOc4DpQ4u3LGEd9vFtpxibCapoOowraww|xgVTNPKnJlDkBYBiNMJry0xXkRqPGWDeDARbtmpzKoQxfg1s|D7kaeXxndparIGnMm8qOqijT2JgzB3EJ-Og58kwFVJMw9hc0
go1.25.6|hz2lzsArZlfs1bheVio4-1-vG26eqBsusLmpta6lyzU13malr|GbRzO3J7pcYRtWVhh_OsNn0njWTD1BmahF45wP2sUzU145lyp|jy2ObdCEmi7AreFoO8-3gJ5k0mSkJz2EN4QQAKKP-2A12hcdp|Zyx-X2SwRXr8RM8tb3Yz0Mga68RpVTNKKYELvUDD_Cgwr1fk|g2i8bh7u8BW9okCh9H8kS-OaPyhcHG8qAMFVvDtcJrMxf3eo|NIxbuJp7AP21Nd6Bl9Ujn5EjgJDRxJOIXcGJi3M8_uAw9x4w
go1.25.5|pZM5PqdxX_0xUVj2IqdiJsOkxKCm-Ssa6uA9c4DMBqM13m8k2|rnVszhy4DIGbT-AbA1OAcXj1MiEbR_ctf6d5Sd4FTrs145j3c|ValKQjprjzrCrE0FpuRNd2DGUgosbc73Ql9rrHnE7s412h9ne|RIcMsZJdvvgIOBoTxHN_Bih5ykZ9aFkQxLUjcJhpCPQwqv40|8Q0GbtPM16s9XTMOq2vvxY8-PdZlorWCHukxWasEvy8xfcw0|ZRcrZ5JOO2koDnETVtlwqGRPf0yT_KEwfy8kQ5nbVucw9e68
go1.25.4|8h_kmQRJeZpXGXH9Xv3Di5EWZ8YoyUnL37dzJs-HdgY13m6m2|ba0gTUJxl5XyIGdVOysELA5xCzLFoA9sZ4koZRZ_39A145i6n|E4qhCmgItM_4ZXR4vhR3KgUzW8jX5RlV56bZrDNa8-Q12h87k|9H7vVzFgbcXvC1mpoveukPOwhD9U3FEMHYKQDNm_oLUwr1fk|TAjAbLEuBQuWx-BLP6Yi3ihVf5LhMPgRBjg-dhsAJlIxf3eo|MNMO4bPPJo2k0h8BaKd03aaIqTKDzFXad_cmwMkdCwQw9khs
go1.25.3|TSsUeLLJvatpVBzvQ6073lOnVa4Gdk_bEtimtySQgXA13m5wd|vCSaWZxv6dDUCTw2OFb2xjINu-BeXV2IGLcR-0oU_CM145gsg|VK6v_LcLQmn8l6MlMZZA9EoNwWtYzOOUYwFNW-EBQjM12h61i|39j35TTcLwVidkHS35oWXIT7XuQusyIJLD89OFp6pxswr4lc|Nw8I6QaT65zdUiI1EJRif9O-NaipIweDVzc594OpSC8xf3eo|Q17eJ0P_Ua6_bJwcnzj2c3LcLuhVuDGz-RkkA7Qpw3ww9e68
go1.25.2|tjpJXMQl5TY5KLIvi4b7wNChM3kKuh-i7sM3M0T7kNM13m41a|wYtG9qpE2_zVSp2xndL8xa1oSBmt3Pz5aKp12tiaicg145f50|NTAcy37HJ4gQL77EEGeX2AJXavYf-wq4REZ8OOFmkA412h3tw|lggU5cqp-QzpWvYrHN4Z_udbe1Jfleabn1KPEmhZoVgwqv40|P1RXb7v1L447O4ecwA-59bBI-4yotR7m3vx0GNEaAFYxf3eo|OmBslF0Ex1d8ROcq6BRsVYPPmFohS6Wf62nC6DY8UPcw9e68
go1.25.1|vhPVR5uMdUOPLvyqjBkfujr2hLMiirycmceqhQLzRCQ13lk04|SpdN4xDn7h1SPS_O2xFLpfp1QIyY6zZSAj5VzPP6fKs14512g|BLw8B46ekExNWNasJTKlvdQCvTap_wtZSbPF5gBqBe412gnei|MBlScz9c7roXk_5lABvAzY0_GJlxPlP1MU27fIZOuvQwq2o0|ybUFe5GIYoSe-DeVrVrOSBI2POOHfpmGO-dZcVVx28Exetxc|liEfeLiwaQqJg1iALR3UMcoM12RPKmYz7gotQXT5C_Iw8v7k
go1.25.0|358524KoA68NtjnjYTo2aBq3pChmsThLPzoQRWY5Yac13lkdz|ie-0-bMIEu7gg8wXcP3SkTwU0wEGT2RUhRQo-XB9GQs14507w|J7qwBMcrPXvQWmm27A_FSjCbS3jMVp3ZY9iz7Ci_24w12gm76|r9ngqNJmX_EiyDArtKPOSlMx5OYw3cOIvh-SOK36j-Mwpwcg|k2vYcQnaUV952AIR3lvGy9oHHyzFd_fmrxqedU6jSBkxetxc|NX0DCyF_9o5wC2z8Vgl7whrUk7tFt5czoFLREvUDHtkw97uo
go1.25rc3|ETLymm7xB2e2J5-rV76wltoA2D0Vg9Rj2W8kU80B7Os13lkl0|TXIyrsHbrE3v5ViMhZVBuLKcGo_vxaufgzZBu-spGqY145049|kEfQbFii2TeJrgPTs7AdEJAe1AuTIwNW-6HGhkudi1I12gm2x|9fAqnQZCL5zEjFklQfJDT7u8Hw5Y2me7lIEVrRMBdb4wpwcg|HHB6kCEIiyPqORaeFdBglpo5XRTUPXp9blqb1_JBOEgxeqrk|Ow1FmONQzNhhx6OShDHfbwbwyOpQh9YcWvV2L7ui2aUw97uo
go1.25rc2|VXo1jGvqrSdEUCJ7I4ONOEvrwGbE051nnonFiIR77KI13l2jk|8NrdDN679WrUrnoBCl6YC2TW5N3RPW0pTA2tnkIoXQk144vil|HRYD1cMlDaLBCz3s8NonnjJOnv_kX9TndQBcSoAiv2o12gimp|8AlvZPF-j1yWuoaLibMthXgBQYGYIO0EuX2O_qfsDB8wpt6o|HlMecxj85DBAvawEEAm2qy0bioWBvJSTmqEBNU0z7WExekg0|cEgPgclBqPUeKnltsIbCH056FX8Hb-N1-OBjhQUw428w8v7k
go1.25rc1|vBs7bkwyj3L3KrUOSNsy52Fij3KLm08DPNTgB4jZlUY13mseo|CHnohKEwADT3rkgYCxKp_t7IYcLC-Uua9LZgTPBsydc146jg3|ATK7Fv8Xy1DnE0nMQ-VjzxRaNWMCdj2CZ-iIx39TpKo12i7ta|0uUdRE-tz17dxBZS9WUdn_Itw94GFO25PJ8aEeYXgp4wre2o|M3rcbvHyl5ktcArama-skfXxNgxiUcF6jWFF0U9ZPXQxgrgg|a7J1m_PBSDCCxcpo9VI622f92uk-GjRT3gpRYwi5MgQwb8jk
go1.24.13|P1K3fbkuHX0DVh257i72xfaRIo7TAfsu4HOQlSxMvtQ1f2f0y|QLFryPAFQKLLAt_03nK3PpZv3Y1l-V4z2OQIC0iiRZo1fz20f|4sThsMCDllrey4k7lxRfibuOObPXRcZJn6H4qkS8Bl81ddf01|k7VIY-ZPsackIg8BILfOLnANXUhgTWnfLhJQBkqJIns15o6io|XJILdNoqNW3ksMO_3Ena3GLVmVU7s1RBTaauKoroJCU16w2rk|G5CuRMwMfu0Yufedig1EPJyO6I_JrI7z1dBApfkI-4Y1501ds
go1.24.12|vrzIy5c8De0Jyz3iUkssv4XUj4A2EUJPYu61O4JtlSE1f2dfo|IOS7ZBcRcVDUhhgbFurqTxqefYokB6d9pl0rTijcpT01fz0y2|dS6GKkR5x_WyMcLNx7XTPS56xx--XZ6rMSGy-ZEJDLw1ddeqi|cu1K_WQ9JNEl4XbxRv0UWwKiKqnenuzWHN0uIMTiTlI15nx1c|BbGzyAWGoFfcfYfUCgoNDLtpVGf8MXN6gTf526LGbkw16vzls|WG2PCw4WWU6dVK15A1sU0gD910zhvAGHhVUdAD7Hv6c14zv28
go1.24.11|7PbSSyCWSs_kYD13Bnk6dwAEAD-ub8yuUw-TsORqtEY1f2806|OfYme2uyocDaqD9WOzvwoaPkmSXs9tqFT3_31eeNaWg1fyvhu|G6-0IZC2f7qT-_GiNqGTsPYFjbZddAaWU3TOevLKORc1dd99t|tBDK48YQ-3wM3gRqoSZ4afKJOTi-5N-UcmpoXKCfuac15nke8|-vqeHR32pJywm3UttVDpOTBjSQFQlWvgXwmD8mwlv4M16vta8|njVGXOO_hAFzun9yXkMC74NI6b4ho-u1WRk52udQP3414zlkw
go1.24.10|C1tOR51MNA5ExQZARs1kGjbP-ejCjwg6flBtXcT8ldk1f24z0|JET7U2N_rLN8BvqoXWTDjGzSPSJAfyBe22jH3bj74NQ1fytjt|Lz-tIqBevuLYz-3b2jWhgho8bR-rECzZRDlj4PakZIY1dd6hn|So1qlwqe3ahEgMUVFyqmwfA26yyfbtXRrmgJ4W_HmmQ15nnk0|QzgGxSYZ_ncsvja2_1FkgAUiTJxoakJyljFEAKN_JRI16vta8|gDLEdUjNlEpLKTIEiE5bdZVnkjjVmHa4c8vW5Ttw3a014ywao
go1.24.9|715CdgMWA_PvjBW6g2EY9_drbkyiM5aGk1zMcdnBlrg1f24le|3OCkefpgFCrrtn4iZk364VbU7B3RqzFLeiwn1O5ZaBw1fysu7|LP0dOtMOT-9VboxbdD62nItQRVV9yi3rShVuFi1Mi681dd697|5-ddRgCiPxHMgBlmqbKUkkPLn1xAXYBfrLA6-2PQ2HY15ntvk|biA2jbBK6742NSY11VFubP8tEFdSxB_KALzoWv_qHQ416w2rk|J9423BBZT1v-H9cSsMfksi5DwF0iTAIUYLD-lmL3A1g14zoqo
go1.24.8|xkMMtK_w2Wp98dVdTnADrzWzDQTbDpXoSNB3Kp8nl441f22u4|Dee2VCLZN3QEoi85A_F7IOQGX2xD4TauLeFklMjGsFc1fyq7k|2m09vtDXkjYF82VtQhORWw8Uh5fRjhjN4qZUpvIyttU1dd38u|BXpuwSHj_OoYE4pG3yfWuKa7dEkpn5DA5XT5h8ISnlY15o3cw|qoNTdWKTg2kDxiZqy97SPQxPWk9NPbJa-lNWDbjT_Po16vta8|h53ArfssHlMlnocwsWsA8zHHllUtVIuR2CdBvG9f9PI14zf9c
go1.24.7|xKHjy3J4wpjlgpAFiN7XWBOab60c67B4KkJC8P_JgdE1f1lqy|RThzCBryb8f7CXELEYfbyUC4F5pN1Zsw5ntP-m-1cjc1fybf7|h5UTZp1B35jZI3r79gN2djL1tfZzKmH0P5ZKMoZjXZ01dcr0e|4-Jghtp0xzf4LJqRLncZ4CihPIfFdQTYRg7PqqrjwoQ15nnk0|zI87-aY-Nw_uKnPr6V1qvBGZRHApHNPOgxhdkBip6ZE16vmyo|7MMY4ESaHN5xnB17HM0tSNMm48YxZg5ITCgN0NZFpZY14z5s0
go1.24.6|ObTTG5M9L3yJE-cPsP_-8nJS5EHDhurFwTYyy7KN-241f1lej|T7yK8s_KnlBZAZtRUKQm63jh5XcYvwjw5SsclCongr81fyb6k|RcQbI30A6S5M-K3OEbTFJYBItHqSv7sfTvO5KNb8sLI1dcqaj|Bf4Z1OBNqNSkGnI5CSHvtwstJsn4buLJAXXDLQ9qJPs15o9og|KJRVLARj58jIO_8ArOQ0XHGtiAhhbvlj3k3Kninjdz816vwg0|qJ9NwAIHhHFHKOjzvLdUnosdBo76SArmScitEk5873I14zc3k
go1.24.5|8eujl1QZsLaTuyQGT4vXdewLfzdVQT-2TRM7SPUXJ541f1aio|ZY9DJokQbU4KQBouu1IrEhP0l7yDVxQv6N7xjXnwKVc1fy1fi|zSlVxOMWagzvS3aDACXkzG6ezM_zLAKXmmP1NNg8LmY1dcdpc|7vAym7JXcM4jksVqcOYHS6_zwuw4uyYZpqGZBIYXVjo15nh8g|M5SrCoMHJ3ZLalds2E4f52QJGXMLcG1C5ZSK81tGz8g16vq4g|8jaCG5S02z_rx6s2rJ_Ed8FNRJ-lPsbeu329PBD5Eoo14yt4w
go1.24.4|1FTTyxREMvFya_AOKMYBfnjMslao0BuOP7Gy5rVlDyg1f16bo|t1GhE2y52KLn67IsU4xPAsCbmBOMfIv7eKVKRWbAE7E1fxut2|0X2lG8hb0BB1SkBjIV0V0sAzzCidZ8qSAaA8kEGylp01dc6t4|lm7Kzhzbs0l6K5ML2w-Qw60yki-hp8ZVstS7635Kwwg15nqps|DLtug4ZXR9vmmz1BVfkuiPzzNv9dcBgtuhRenXvT2PY16vjsw|R9vnNLaoKd5FZUZIp6vPBb3O71yA4D6gsgju6-91qFI14zf9c
go1.24.3|wnxGOmGrhJJmuqDBemxcQlaldKtkL2CbolyW7JZdwYQ1f140m|vpeHywiZixhg_jUT5Ipf5bljAtNYoyG1jmURhPqWOLM1fxsf2|7sn6c2BWtU3YjstmnbK_rTmwxI9vkIDwNt-hykLcS7U1dc4qo|DX59wKMboM3Uh0FXCdA7AvyUkO8RHo39IniKbWMxbzc15nke8|1bdjfn4Ti-h32WpFAXCdSA4FDYao9AK8lQ5yESta7cU16vabk|fv3i5ehGjpyvLH_JT02ninJqUDGh7WOs_3iZUnzd3_Y14yt4w
go1.24.2|E9hsuBi7ozHadfzRgkarMaEGe0T7SiQ7bf2TCX7afzc1f0bhn|KcVTqr7gdD4v-j6foM2gDvOzzE_wvJIAfzH4D9aYkuE1fwvc0|qyZ_f5ozZtSNdmS-nmJ84-YycyMUMMzl93g_uRDxQUg1dbcdt|inAtn3EEoVvZNfQZHFjCTAtjieBmudVmG5ORURSivvA15mosg|rO-xkecv6gvbGj9fj29asYtCs7vODHGD8YnyWVOv8nU16uxog|0Ye_5Tk1bDlXPS9Gdm0dCBIrTzPaAP0U0SSF-p4kH_U14yjnk
go1.24.1|t5n0qyZO7xKgFMdZOD7ZNAVmCMSD4Pc-NOpsr58d9fk1f01l2|lWZrVRRTIJoriGnSnRdyhf-Vc68Q8IXZYdeuVED2Rc41fwmzg|4oxObQuROVV2W0YVeriK5Zu2NqyqEte-yVmqaQDxzr01db36m|2xKJgQM6yCpkaIoSP2MeYSl7a49SypExReV8qozpTMM15mosg|WWjnrc8m5opU8c1BrVYSdaZwqOLKUmO8N1tSRjhVffs16v0u8|bTUsHxVKECpbkMSAzGS6sgXM8mgeNOeKOk0_Hd-8geQ14xxj4
go1.24.0|tTwopMKGPsUKtKHb6-gY72F3-GdztvQ0ddQKXZqk7J41ex84y|lrcoCXkgWBN1nuaUe-fju0l9qFxIJxERbABSLju0H_E1fttzx|U_c0UPtmB10Wvp8gbpF3vZcrUoFoJxkYxHR5A7VZbD01d888x|8HZ3ATzXhhxeFgZ7CoIUTCPEv3LBOcdi4UJED0ySb2E15iqkg|TngBbYiUMesWqg-Hhoz1JHm5AFl5HJSk_0WHLQVzCJ416r5s0|T5eAFY-3mW3Ly8fH7yCPiAtejB8nkro-3gx1BQwbwjo14uolc
go1.24rc3|lnyZSKxCxhpf_9zEd6bvBG_PJMRBrZuQJAcIzm45DdI1ewu8y|jX58-byLFBBPae858AkjEIGpAzdeqVHq71hhnfGyu9I1ftfza|i3kN5w_Nt9xR0T2W7szvfiBudoNh_hA07FbMYvy7bgU1d7x3j|q07ENgoc3-X_lHufYDM4iC1bijswNcs9G7EzDAxVTMk15i7ls|lrbUKZuIt_Rj39FDeTqUm-bK93ZEiUNb5ZE2b46P2OE16r2m8|vB6UB7vTzh_ODi74DVpcF9fkPHZ8V8AJnlLH04zAvA814u8sg
go1.24rc2|macMc5hoBbQpnltUw6mD6GhJC7wy0nYJ3Mw0Q6IfA0E1ej4w7|w4oimlllqHYq4gk8Fe2heAMOgqws5HHh1wDKWHHYihY1ffh2s|lWApHYlfB6EsQv2j-i2ARvFxX9iUF4HgbwGx0JfCBaY1cu336|8Atm-9TnbiOlq0Xt1W0jaV4VwLQmGkaRKHzEE0qMhbQ154ikg|cC_GRKqSPF0N7_zOAxNZ09HeTK6LlQ4UgqOxVDGuHBg16dtds|9Bz4JyhK-RaXbyZlxEz9ytxL2nZqR3h3re7M8fkvwdQ14ga9s
go1.24rc1|GOXr5b93csrdV-M0mRvuP8VpNVfSfr6k-k1Qy6foxRg1ej9k0|gmkPNWsYgAycEypwELjpv1CXf0CJk_PTD3uBp8WgPE01ffx1o|6LLBfFT7Occ-sMMobe8E3IthoAnxuMVwKV7LqMWEaVU1cuc84|1OEpy6mqj_OpMjO0FtR_i5SJGn_MykvLl8ON2AqXD8I1545xc|rHtBLmC9IkozJsaHFNFmgXTxt2RUHlJ5Lc4GmII7fqQ16d43k|kMPCDMJWRCEYKc3qnO3Kh0mXYrhZza0fqZx6JGFAGcc14gq2o
go1.23.12|m-ZBXgQnDN01dh-XvKtlBv60IXFdxkU90TIsjnvN5no1btvyg|B8NYZs3YZLgbtvHPvyWsf4fdw6l27eG_URKsuxLf5tw1ct342|IqXaSYnlfuSw-xBkKf-tw7wjV7JoiFcgAlvlsId9b-k1afbdn|B07N9XILZHgY85knFlbEkPrGSwJznnjjNs8jT1PRl6A12xeyo|Xj30b989R0xTd0Kx-P1xqiGrycNPWWxJPg9NDy5FN1I147f28|ltTEh2O5SSV0J80fdPZe4JmOIs5yI442rKz87DXP1VE12ff28
go1.23.11|ZKvdYq0cnPSbQf5Fe-NIFTc2aoEpXtNcpNHQh4SzUYg1btobp|HbzwtBgwZlUJZLIokP4RmwuGe1HxLB7qREXHFJTZjLs1cssui|g7gaA7UbkqJucRzyjQYzJmyC1QPRwNT4_K7PCWud9C01af136|oG7VXW8OnHH6LJn8zTHym72fQhkx5mQdmYOhbSdsS0g12xla8|aZFxVv-CjnyMA5KvyGLt8Zxd729iKgakfMVKeb6PDZw146z9c|YIWDypUTTzr7ICg-5KisY55QP2VmDARXNfTZ69xmBGE12frpc
go1.23.10|_NGXw_xy8rifOgNME8ZRcf3AupNIxw4Jb2zBluhi8Bs1btjky|O1M7vmPnNzK_Gbj6zJFgQX6X0T6xdN_liiE8bQ3uABA1csq7s|kdmQxjRvGwcjE0rDvIM6ksuXTtl3hyu0wTYgwlDCgM81aexpz|YnXil8hXar7M0lzJeiKqR1OUmwvTPqHgq5QYfcsczgw12x5hc|XZmlcl5ESK2GnClpx8ksR_4lZmFWvHsA6JGHMrJaSAA146w3k|hrG79u8POjQxn_SNcjEtwB98ZvjH9FY3B4fWFwEK6gY12flds
go1.23.9|HCxxMWGkYBL75G5GzT0TsfFDMO6hcTUHzgZYReyuPUg1btj1b|FkCaokS2ct4Dc4np45EVy_gmM-X6DU227BqRkcoAoeE1csohj|pszNk43qbCS3J3vl1wyuLUwok65B23Kq1VvhkVcQvco1aew2c|IfJ1_1w_N_zlR61ArYRVQQbNL6CoUXy-xfYgyIQxnRA12wmio|svEUboFlWk1f48-eEZ61mjZdnqg937qAXVlrrhTITFM147i80|OTm_tnTtj1CWOVSq1STFxHsyAQejQFrPvuSe9UnZOEM12fy0w
go1.23.8|nFhZLaD4fcZsI3R9DPdbuvkIxvv88FcHEdU2phe3zL01btht7|4K1kP5SHVAODDoQZjcnfYUlkfJJL-pFSH26yn0wBPcc1csnnu|mt-sBIcdPbOB8shSZ5upo_gmD-X7ZqUKdMGE7g6cupU1aev0s|toTO-x8YX6iHc4yLuXe5QyXJN2Ul34BCfpu9MXXfHas12wpog|-Wzz0Vt7VUSWkSNHb9gO4Nq2q9hzVWG7uDV9604juA8146mm8|eBSBt6PBLZd26_HnqnuTgDfPtrDqnNmr78qfvxYcDrM12g16o
go1.23.7|yFh-rwJX1HW65d0dUVMEZqXlB9-pMtT1UazDAD6Lwag1btfa3|66BHc4EDeGhzi0ewGY0SClNeuaiheyuruasNXpEqIXE1csl3t|6Ci1xSbEDz-m-K6i1ALA_L8GQAny0NEqFbsBJBJVr5o1aeryf|A43U0jX7_ptX_AVfXqHKE2-pO-pkPajUu1Jc9O1Pxyo12wz5s|2YKYH674uY5RWaH6f-KyuqF3YkKKtWjp7efJrJip7tY146ps0|uyVVkaoOQbjZAMpdQ-dMcH4VbNqzdrv4X0kXXGYrIl012flds
go1.23.6|loIMD11GTdaUVDMp6bTUE7F8ghwDoFVxeinmc1tEwtg1bt5ol|U_7BWGhQss9a1kODQf963F9nAN0-wc-j9eixQd8ZAkM1cscwg|otLsGzdZVSvdnN9YhY-R37_WqzpHLwC1JVrL7TCxqkE1aeklb|0AAk6Lt8HV38Xf9oCJaKQ87Yp8m3rt30BqJv-KV283s12wpog|0qWHy_hW7T6FgzeMtDJZ2OXiqmY6IQSa0CVP4ZwiVp8146mm8|Xfz4PK2wW590fNfCcCtff-rDfFH0VN3HiuUrZQYUleo12fi80
go1.23.5|hEFgWgBep0wo2MAspfJwjBe0336ReWFIufh2DKr7BcE1bt4ju|ltdJRdfa7rmKeXjQzwmTIdfrghtF9cUQNz1UUWLTnCA1csccz|TyDC2KWjh8In4-9IxVBrIpBhOdiv2NZqeO896N2h0cM1aej9x|OZYjRtjQywzIcWSJ7jOwjXoiDCSp5FQjSHh23UrL2sY12wpog|A-EamIoYrX4_kDjO-DYzCvcroKRUpQLNp7f67geg3Yo146sxs|b1T7RrZpNFxzSTbFIffg9VVV5j7W4R77uq7Qb5UUdzw12f5kw
go1.23.4|5UTg41YUe6mY4mcAK9DyxL8zcNSVRnpVuvLGNZWiAm01bt37o|FsWayRlrY6-4cs6bR_lFuYIaPhVC7BJfFvYIWhwPPDk1csbkx|22nK5QBnU8eFNFwyFa2UH4tiJOL4H-xHHELWhXvuDm81aei6d|5YZcG_w_7l0AOBmy4sgA9Zj-mZSTG6xj9XPo0FoQ2R812wz5s|X4zFmR649PlrbGEdg5RTzRHJosPyNnKkGINCyX7hWfo1469z4|g0fBqk4eZ5VNEoMPiNvkS9esDsE0u0cng9v7WjqIZdA12f2f4
go1.23.3|I9qQiepsVhLXGPE8Jum_yaqqviIoOAdTRqgZHUj53-U1bsrlf|gZaLVjZCCWuKdSEXHivm53_29EAy90k7e97J0z9E8x01cryjf|29-oaLGj-MYpUDc-SXXYP5Ddi4aaOQcxmvg4SRm8r_41ae7x0|FLe69K8gRgE7dN-sbpoKdAPxXumUChaJC8Ao39MsSaw12wjcw|YU8OPu2CJF37Q1bU6NW5ar7MpqTE8BaMDjieTdYoTbg1463nk|p04-GVIZr0MwuTxxzUtza3CaVlSgfMN-6-GBxJhK-4I12fi80
go1.23.2|6qO8N3utvcrhRGM_iym_JoBHW3Lc1ME1ND073AunZx41bsn8v|vCj-MALNZc7GXQ5PYABYTay4xxv6_4gB37UyhVykJRM1crw9x|DVC63pd7hOFzyzUJRgh_XejHX43xlFbDtgxdWOGGCJ01ae4g6|cqbe9wMAzIBMcAc9i1eWA9mzmzmwKztdNAlo2efg6dQ12wjcw|yAy8XmbW-4sMMwCw3aH-klxCnhmZVNMyfaKTPZhwsEE1469z4|Dt2YXb1t5k2ciNvIg1uuISA8WERL8m_OBznL7E6xthA12ez9c
go1.23.1|q4ZvR9e-Vuaxxn8dUpv0wjMxozn7B4X0NaBVLTUsslc1bsadb|Mt7fJ3yGYQ44DhdlWT7bZodvACI99xaQvWvmjuF2dcA1crif4|ZK0JVNLDP1VvsQGNYt4JElSqbjqU8ciosWrw03AdGU41adrqu|NpoX8M_SnlyEjlj_4Ndy2iCr4zTRx8oB281Vuz2wtEA12w3k0|6Z2sIV7kN7m7j4sUu_4Oh1aILB7SkfMIGOg2O8nAR6U145r0g|MT4aVDkxrYc1tN-JaeAPX0wu8HviH1QBXt6WGnAmPTU12eps0
go1.23.0|CUSP7ewM35itEjlyIuDIv8g1sdCJTAAVztZTU0uNdCc1bs0fu|1L5IHvcwee4K1GCB0niSOqP9eNsbPPFHFyWS9z4Uwaw1cr6m4|C-Ygc--PWi07mtzv3fGMQX2rCnl1xxSIrCaUhW4v-XY1adeuu|gD7x1PQx03rIVyrZsLZaT5RXmCCM0Wt_BYiWDmsJSbo12vu2o|k-HPWAiTMD0PasEGRzNd6fB2gZnXAn2KNhY5yuarMUU145r0g|qHbtK7Ew2RRhUqrzkWOKvXncs6Ty6cxZt4cJ3O8pztM12ejgg
go1.23rc2|NmfpoeJ0F4KztGkxJWiCwCfH5mBAsF8EmL-0riOY8VM1brpfe|HrfdohYAr36_rdrpvTa1Sxuv5AsgiNQFxEo8lAs7G4c1cqpw4|X7LySINhKQYc49IOAHbgz9U-2eVgVOBPeJbBDD4TrOs1ad0iq|XyKOL0IZdJLRzcR4KkX0aEkCcp-VuReq5xq3Ibbj2dc12vb40|lVDh1vlzsJFRtUb59boczFM5O0GidYCNlzO0N9Js8tM1454w0|YDphqJTyECUa1nJixAjqhPyMRv5uKZq3PD2n3gpAKd812e6tc
go1.23rc1|L1NZfsNbBueMV98xCjtjwuWQaelkNCukAumpjdeDygM1se6hq|Jw0zmrOHb9bwpz5jONb74LJSH4torcPgRIfpR2vm1hE1uc5bc|_HZdzcOaiLUh6U6mijx_97_CydFgMDyMLq3FzkOnZso1qarg6|OYV9_mFq9aS-xJtGfAC0yXHw2Uqv-4ktgnhGskst7Ao1fi8sg|fg0fcFDRXXlupDd3WgqmOfaYml80Mel74_OYBvOWKVc1i5o8w|_NMLu3iTtmYDWo5YEXKPEuxAsBzqhGnL2NkqEtmK_XM1f88hs
go1.22.12|mrLi-L7em-mNY0V_CmXWI4e6qLP54Rrz6aCp7vKr9DU18hpn5|LO2gQHTqxR9LC4Wp_Mo4vNSdruJL7Z6h8plYqOImc6Y19exg3|a56vFgsVXgL_6e1gPxYuzDJk9hMMj8-Du3cIf5gH_ew17aevt|7KBEMO8WZUHQtmnz-3DOAq8ftHpwgh6IIJQa3QzfJds10btvk|6kshafNoiBqK3VzdicNLPV9F41gfKFS7zCt3_4sH-4811mcxs|VoUhMFUZ0AyqK-KXzio_WP7chbAs68f9G49SUTkwyow102cjk
go1.22.11|ZsetzYu6AKfH6-iK0tX1oDXHpLKkGrVj8YAXzxRxsY418hosk|RULjlnsllShohd2DuuQXuOz9BYr0p1RP5LE464qTpec19ex4v|c4vFMf9KK4BWEfUdxrRtwQ9YlPd-B8B4OheDujEAPzQ17aemd|HcuE8gr6mAoOjl2rbCvLCm5dIfIssa2WXJYAVZBjmOQ10bx1c|gZPHfFlkU_rhpnSDkj2NMpTcxeQ9shZPU8SOg-yj9A811mcxs|9FxLpzNXv8OvQiWJPZB1HEKQiH-2CfVXrJxuONliKp0102680
go1.22.10|IAGbLmDdDN9j5OwmhSwcAVwaJ1gLMqUStL4zolORE6418hole|2mbxB6D0lZ9GFb7eIwxr8UWm8BJSxtH_KxB-KTujOd819ewtx|l0ZWRS_X0QTzTuborJK7dDGvhKHOVSJtmvSFy57CPdU17ae5h|1vfACvbVTwm_WxN82gs091saxvuVq-WpSCQBEPmdj6010c074|RUxF3jLTJfF13JzNJilErsDSSxLEeo9tQACtrZ8nGtw11m6m8|9iSRyLvIEd290l7jSvW70gDz1ghsGj67ZOQ1zjs0apc102680
go1.22.9|Kp-UmzJ4gNdZufBx1eKNHr4ChTTr9jzOdGCifuLbetY18hnns|K3SAI53EKGd2HFG6ZT2BkKxV6ZtBsP91EiT4eYTIQhs19ewyy|f8mOnxHXpyVdkxSnC9s28V_GXXDj9KbT-46pzrQon9Y17adz9|jCzaj-put7t7VfpPftXXFJVY0eD0C9m2iRPEp1XnfzU10cg00|M2CUrTG8NsksOkhSwQIOhp5XgcoB3lgIyLHKSr08CTE11lx4w|lVnS1lFkzuKRp7yS-McdRm0T0xFmzibPQI68fzazuqQ102cjk
go1.22.8|lN-5eEYnaiFPcmcL4vVgS38FVwV8nV9SJ4D-Jm_6uek18hm41|nso5pnfG0FXtlHCHxj5DCyxtXdDdhGNssXH6JxdFHuE19ev52|zt5wV4-pJmTplgs5EXTFIMj5rVk636DTvKteRfkYAWk17ac2e|U28IIaGHSnj_lQSo_a6HxdZVE6hNyqH2bdawH2b7MYg10bx1c|sOwjiI_leWeFeJzn3RCLvMf2CthWN89qtHe6cptozwU11mj9c|x5ub45wG12GK1hDOcHKOD8to-aky6I7lmn6Z_Ngos7U101zwg
go1.22.7|UHfEosijmIF8qjF4eFq6xakxCRc6SIriidaXVEqsnN418hkoo|77wwUgYB9Nkdnz9GrwOq-y4UKDiMX_akDriEifchLoU19etxb|kAe92jHyIXao9oaqUsQG4UTo6I9RM6i63a3VEp7eEWU17aayd|UjMRGj_OmCHEgsatqsEczE3FEt0CaMZJA2WBtLoQTlY10btvk|A-rm8w8-sN___XXUL2EbIt9NAxHBbc43yu_oW4rs8ik11m0ao|NGLysPvpk91j4GTRu_E1__nkLtntpK-fF1vK2Sg6kiA102fpc
go1.22.6|63NLrMmqvKEnO2HdOSu4SpuzN4P14v_yzWq5iFu---Y18hfqm|YCMIOm5NMZm0TDfpunsl2WdNog_YRqNe5flYnYHCGmo19ep3z|fPVfNXuoEWzTv_mSmA4gpwS6RRs9qzQc8Xh7Ez2QBRI17a7rl|pXgh2rdq8e96a2LbFijwyqdDQ-DHy4Kd-c6OoHE6Po410c074|Ejij5okuuKDrP-BkDhirgsohzBqTPxaJeyrQgfBXtdo11m6m8|kcazN2YSCVMVoK6uSwPj2jT6vp39RTLQI-KnD5E88io101wqo
go1.22.5|xE_EIQdQIq3Xj7-Ns4UZ3VUgoRgydJviGJ5ks89PAvk18h8tm|WZaEOLjZDxCP0kDU0vlbA35ZcWmV90CeCjIty5lun0I19ekd7|ZxfVhBFiqowF-TLrdKZD8TELioj4Dwgw6G0ZQolzS7817a26f|Psie2CKzj0SDl3qQkT--OdCFfw7RbEZC3sGVDdvoyUM10btvk|hrApmrjLnESIKpCA2sA_f02VRvUe0boQFVmRFLy8ZtA11m9s0|j5BRnZ8wXyyqBdHU-wZWtQ8b-J124ZQnn0gOWkhMiR8102680
go1.22.4|rKTiw3J4oQ8ccN0N8UL31mtQM0_O5Il41AkgLTCNbSU18h0gd|JjIcTZRaADXYpbxKGWWw30Af-M6sZs4tqtq_kDBBmpg19ebs6|ii2qnqKMva_dxhca7-04T05bbnFPtSEW_p7SWhMvN-0179uka|XGRG4uqAvGqXHSs0RG8W5lF-Y4sP-NPqIpIo0ZMXkLA10btvk|PCEQXXtYR1m24mY4O3d8r26HFC0wShC1OdvGarSCu1811m6m8|VTzGxGD04-tPrVuJfAuyLNi76yCSnw4-65OUIDICks4101zwg
go1.22.3|9g9juKCIXg2STzn9KEruVDj-h9jD2FRaMSrfQ-DZ7aw18gumx|yrKvaVGm4hFYJCY_bfE_8GnEcnD1eIcU-h13b39gyzk19e7ws|Wbdu4iubHDr79_UOPLTtuVTWwNJeXgKatUg6aATWHnE179rqr|WJ-l3p96Kv_7TZhTXn2l4bIeg2eruuNRaMpS_XHbak810btvk|EfGkplyQCI6ULO9MvyhuB_1eBPCj5ndkZFlBXar6D0s11m3gg|3GW24IKBpQeRu4aJjOltspm_PSeWejLz6h-AeOLDe5Q101qf4
go1.22.2|ZRdTwG3wNwIO9NFixbJzRS6bqXbtF6455m737onYFH418gtqm|jlgc8zD0nTJm6TZSGi2CY2ee9-L8LLvOuFZZEi2INZY19e6a4|3fylvrmgxiJUJmwwkMJVXYmb8-eqJiQ-feNiEQjwaHU179qlm|bcvioiD0CqwzFgKp8hKGusu6VNYwCp1ym14UWQrYgKw10bnk0|t3U296z6wp7OkTff62QjZDqlcCmzi8k-uBx_SIKWW1E11lqtc|fg2WAtX943wQvUTG13nswoiXZxZv-kLSulm6De2qHT0101k3k
go1.22.1|DF67frObeITsmfkrQl1MA6lqckQ1Yqr79ufRXEKjEIo18gpzx|z5xmogihBkAqUn9blWJpylBs_lNfw4joKNJJ6ojtKLo19e8g6|hbhRGymMn0GZ7K4mr6_MPUYVW6yTTUPyNXuSJLyqMQ81798no|OkaEdZKbqNYARWPej0hgbDii3Vv9VTBycV4_Q1sZUuk10baww|IbBEG_uVE0kkPko25rnZqnBB87PJUhrJGQJxiJzZDYc11ltz4|GWcPgQ7eiVfeDEiqchyd7DPwpW8_XyPbb5Y2mVmBgL810114w
go1.22.0|VT1EkoUJlly9oCpFs1qwHPi5JVNLxSajTi2dx3lLV-g18go6o|eLMVj-OqNY4LbJ8m7NM4-aEUQeiLxDSuLp8MorDMTdM19emgo|MaYeQdBqO7IYmjA_Xz53fKS0VO_0OfCme8KxZjMAIfQ179qt2|CewQp6QsRxAvn0iJxZs9oTK3scewmfRmRIju3G8niZk10b1fk|EaR94FLbmXE1nowvOhZn-NVvpMa77AaHz0zyQDoHYoo11m0ao|x83V8DP6vOO_MhWw7FNojGS8MJVcxUS8ZawUNFuI3o0101qf4
go1.22rc2|zCgtaCFZKE8gh3tdNEtU5K5E4mWFeAy9W9dbuKg1fwU18i61o|4xHcen9Nd6xCJ8tGMAndorjNszvGmOlOIiLWPsuySys19g45g|9DS01VTXuvWA_g56UuLhIr8oSOHMxLRymOkCcd1MUrw17b8uw|9u8BkWfJc23EIfEnKSFsRN3vG7wvrlwQ4G2HMfNoWh010d5a8|exCl8Nc7A6zoUfCgJmYmood_AWLHq1pEh2ZtRKb9cyM11nxts|RY1zQTQSwtkYBFPALIs4ReXeMDIH-3nqhPy6TU2r1B8103hmo
go1.22rc1|uO0w2-8YlZc2OsOWX3NUV50tmbTHttrt-b2aZ-8uZ2418i5h6|SupgcfegUF2bmbzNbV1A26jYnosMmPd9tsm5IC4rdr819g4le|xGQsJTzUhBni7eGefDi2v980dVxePo7Zop_V2F-ex9M17b9xc|y1LXRbLF9iPzYFqSt5n3g5zLQ7EUu9cfDR--Cir02qg10cg00|8BbzX3u9WBAkT_2yqsCU8JmfLxU9rhiMDeK3gSlyLtU11nri8|Ae_NyosJ7qMV4GfXq9iILGTxxdcL8y7lLHIbPos6wek103ksg
go1.21.13|6CdsBjykNojrDHoxTlehgADXIOvoYGeMv4VYH8bCqa0179d43|kkZVGTY0v8337Ho0WJ4Nc0WHQZmKWeQVWpKc6F-Bry017xloq|dPs6dM3wz2z-pmTTdGrqQjo-SolSt0mSD4AT1zWllYk15x5nu|ebfCfIKa2mKXoWp7etkEQimNZ6Z57g6aYGwS4m_6ZWgzezuo|k2jQqYeF-6ECoYbZImXZHXtFlN7BQrSW6NQuHItbTDI10i5fk|cD4jS4ZmeptKVlGsiQH35pcPRDgJlYoAJWG68TrZEOYz1ts0
go1.21.12|2xt7u1ZjG-by4z1C4lgNvXexL_zR6os-BXT8zSiDDO8179cxg|0PazxaXVoxnt569Kz2Pyh8IxmgHmEqBYj1FlZI3Fszc17xlda|Bcmee8StkOik-03KfGIyYH6tFlwjhuSFMlnVzEosyzI15x5ip|WpI1ecAmhkUXlUqu7xSRojklpLckwFGc2Q1pEJIZn80zf9c0|7stE2hDaFRDbGh9CS6_fZupKFjemKqqSIp1LABHqu-w10hz40|IlgF44T8bX_r7BsswyG1GpHQnVUv0on77X2fhK2W-7Az1qm8
go1.21.11|8BS7BHQY2ZUcC9BMiJmr7mH0BcX-pQxpXcoXdboK5SY1796iw|GqGJdT2KpcdPy3NtanyPgmz1pUWy2xQ63xDcKyFHmDs17xh8m|7yONHjnWbkNB4AVbF9LrAzkFMfayKwjkPrRDYZ9WHLE15x1it|Fr5-XsGK6f1QeQFMuG7qGyduEAI5TdU686nMNESZtKAzffnk|ZKVzBFGnjPUOkiDV7naiZQEIBGb5pQYcWHAtz1xGynI10ibr4|OwUsnaGoeXuRF-dyIgq8YlnoDk-VAquq8R7uvhzO-FUz203k
go1.21.10|C6yo61C_NqyScZUi3UtcpYK1vQHOmK9Bob6rX3jz9hc1794z0|CRcLZufXxOLnowuPM1B3ioulwVlRt-uP91RcuG6pu3E17xgz8|FjvmnCwonprKuJyn9aoZ14Da4SHl8x0G-T1EsCh0PK815x0yv|hiO2sZTEczjAi_4SUxMUYu6xO9Za1o8hkZXSl8bGde8zf30g|smF_YU8eejYcfG0vm_jSXjFBZhebJmDcRkHXK8Jsnbo10hpmo|SCqPc6xlF2P5eFSf-LG8d8O9Xhkou1pL87mMCKsZfYsz11c0
go1.21.9|Mh_9rkTLIpBuQMRMI8jw9Li4aVx5wgYFAI3SNqENe941793gn|ejZTVDYrBfqc70lTu4ak8CjJAHL2n-VL7Dr4UuYzeKM17xfz2|ouezg12e1hiPgBFe1KuW_nQeRZkcMAmLGX8___JjCn015x0cr|BbqHMRH7L0Ab3SLW6HHSFkhOhvPQAixW0Ew0d9Y_cfIzf9c0|sui0M-NBrtB_yybO-F8krwXzR7GmLt5sXhfYBA93Rzs10hvy8|ckuvKwGjqfcdH5cPvcKC5l42R8ZEN8WwLe05PV27MpQz1kao
go1.21.8|hyrBxroeI5J6XNYM4uep5kzG5aVQM0wPvMeFtDR9Xw01792ly|qzlrRKXG-t1klMVLUnoTyv78xmmt4B6Be61XQO8XWjs17xehe|gPWAuFZbaoy6_Yly4AUUTSK62XjRIy8HoBaHgrx_GgQ15wy8z|vmDzqEFaDTDyc0IiTTK8wquDxGm5aRT7E9ZASHojvlozezuo|YWRFX-fkD5WMPFr3rGS4AQUrbnlO4BFQ-GNwMM-O22I10hjb4|59ocHtqr4XBij_deCjjCpMDq7VoHLlWcViupe_f6nlIz1h4w
go1.21.7|8FdLxKHilk1Ac6jeNPhx832bzrs9vszR3H015YkEqpc178yti|m6hlJ3i63tbpp1jDEpquczk7S3WyMJM7sM86tlsZvjU17xb4n|QpJLhzLDK3_BwWg_8M_4X7d5trmr8fmTO4rC_j2yGKU15wvll|4kvjthbvcxXC-JqKMmAJwgrXMrHo_Gkuj2SoHJZsrYYzf30g|Xwxu07Dp-2VivpUPFA0yUEXwMtyThY11dbaEjhAi94Q10hssg|VwSZKsg7HAjIQ_CqRSKuvVKmVCJjokcIedsB4Mpxr_4z14hs
go1.21.6|ZbOIVxNc9FyA4dJn4M5PgP4UkybGiDUhfaTy2pt5Q_417abws|J6yd1uZvs_0Kz6Z5L_BTyG59LAVbAi9LXVO_3eyeMwE17ynby|uTr_jzyILHZMZqObehSDsEYOBR6Zkr80NUeRKeUFG8015y625|tRHtvYJ-Ky1uSo-dl51OxTv7jivrXGBxesmjIyWCqagzgef4|R0bB4WOZg1ENdirWe06oy5C1xFMu9DeErWLETW4Fjec10j474|k7Yu_0W_oyzqaztHTSG7dResZs9rq6kn3oMYWhWV8F0z2sjk
go1.21.5|baJBiInfs3dj0OsUnEqNcowCnhLwzVT7ygoxrlR-LTQ178fc7|u-YDzefJ3uZY9FFktNBt4e_25ua4ABAIJOfADVapqS817wsdy|m3rMpQ5nQpTkMgLfT7wm1a9Ni8MXCjNCoVFPCaLatek15wb6p|9MryUz4Mn76-7stOagKXi6TCXdJyqIAwvMKZnDK_EDczeakg|H7fkwawb3UnxfDNOG4ShStPIM-CvwP2DoxcjmapWMos10hczk|Po2V7IcAybsXS5PniTbJMLvWrff962GUSW9tL5IlBDkz08w0
go1.21.4|hwoORiuUZx3C1srHB-nhn3Uk_cPJBxHmzURQw3E6jOA178dio|eeVCjgaMkS2c-mzRFcE1SYVuxonBMy6sF_XWEi4Z1ZU17wn0l|WLx8b01Mctot9NJlDIIi_gPJl4Bw6zxmvou6oqR1esE15waom|HtEgjDRqQuNlGD7ELgd7SBZWk9pN25hdCgwjYZNEukczeakg|y6ZgnQaMkBPWFMgYP8vFDJXUSjZo9_4whxO6TNipPdI10hjb4|WdEzQ0HK39Ogi7p2bpNdARdXtdgZh9OJ-awd26LsAnIz0ruo
go1.21.3|42c39PL6200vkZ7EzlFxM6VuBgZMym6C_Ig7sADE1Ww178h2r|J8ja8VdJPyiNQqbzjevGoss5H2VDE566kVL87KC-KhA17wu5r|v7elxW-d7QfYrg4LNwKsB7ZeaPqPM9ok7W30zgH-LFw15wkri|qs9Sq15easZrF0oazYbd7OVNmLbSFWYObwj-V01SYikze134|2Az6ZrdsQX9xfI7b6bmS9Tgg-0Hbag2VWhFaosmD-2Q10h9ts|Ab90JSjqswLksXnyn2XoJ3tnooq59GUYwKcuZWOo-9wz1atc
go1.21.2|SZNX9tv2GqOs1aAncTCxHq6HHE2knzps3c329sy0NKc178f38|LNRtsCR38zVZpOv4oXbCKHm0P9z92xVCojh2BU8mqD817wr5l|Rs8FVWfErOQQ8LuZNzdMXH4i6RlK1DY1yVPKQjj0cfA15whvs|2FEUEGUprEaq9nB4FRmzH2TcGGRjJT3dbOAEh1BcVVQze48w|RB6nsGxDM4pYgfqdTEC56uHAGeernaCDQfIvGAn6dHg10hczk|IaS1deKHph0PD26CRFBmD1e1e1K9eM2W1jdnWfSZ37Yz14hs
go1.21.1|FwJWyCD0ZvKdZIdvJfTfpAKe2ZAqCpCV2L1gOuz02Ds1788f6|EKT1tjIV0R0XcEU3M9vL8CTz90hy-E4o1-pZ8CUDFsY17wkwq|QRNc5uDO1LweRZy5a9QJDJ3CBi4kF5w_M32FWvm1YO815wcwj|F4CpRKWlyK64VAbo5cHRpDiJAorQskgdet-732Wjilkzdurk|1b3sj2yPRT8aLj1Y71wd03Hxs4kw7zIzR-NF25hPyAc10h9ts|PZdfFI_PWsoy0h7elF5ZIjMh-hluPZsYH5QGzTGUgcwz0ruo
go1.21.0|r5IPu3T8PRcxGNw8w18CpwnB3mQnAOkqkafRaYHfP-w175mnk|cyEh5k4OywfHf99swbxc57JCwtQNSsKQIa1MZKCHMfY17tr04|QTQvWg-MCDsUxovec43c0xOk9TpYVL_fq0fw6IJH3hI15tol3|q8NsR6VV4smTc5JTBi9sNzEnvr5qX72UiHjk1RYKUHYzcg74|NCjFR1J6RRNZe5IeRhOMg11udjb5MmX_luI9C98IY6Q10e0w0|JNrdaA68bOLI1lofr3_yyVy0kZ5NNoqhSyvKKdHQgpMyyeio
go1.21rc4|rn24TPCkE6lIRlcvpROPY8EhfDPKc7EQLYcIns_UADA175mgu|rQ96hqhCB4dSdZIZ7VsBHZcp0-u1WiIYmxjuQSvISyo17tqbg|GGoYrmL0jy4vzFiz5SG6agcEuOAPs65CrPglHIhfDu815tod9|4mToHA3OsS2zklWpQZbvwT7tyaC6I9dJ4wpSZfcMH3Qzcd1c|yegTrez65uEke6eNmCOYTePDFngJ0NQFwg-nfEiuAfw10e77k|7-vMCzJhfptTVYpznbL0isyBADTvIBZnnL8cjT1l3xwyyhog
go1.21rc3|UTUnLpz9QERdN6m9e-kOr_ADUHSSen6vaKk9407t7Hc175t7j|hcPlA3xlFaGmgxx4SNE3aFTzgICkXQvcfn3NHlPoa2w17twao|AV2WQ8WEFFUYPvmKKQwmKtu3CkYxLwpzL7IxHDZ1IMc15tvcc|FbFeCUlJKiB6JefC8hXqJK7Mx9D5vRiaUuxKUZZTiWEzcsu8|b1Gd0gj1InWdQ4Nb_ToEK04SN25YGdHaZZR6R3zfZFo10f5z4|cUr2jCUGtDBmbTT8TO5i2k4JiqE17AHYjB3_6UokA1Ayyhog
go1.21rc2|W7ED2MQGjm4NXqTL1KzO4HlQWv7eRJrC8nPfrwrqV-Q174tku|dmqrjHgrjugz28ge1T7xwjZo3uD5VcMthfZv2i7K2t817swxc|PESbyKivBKxxfQzFPzdrMzBRs2VR4IqaZJNRF2dyeKg15stct|2Y-5G7O1e76Qd38gNPpU8sPFsE0HZC5ycx2Z0Ca1ankzbklc|uGP6pqasDZXR1R1FPxsFykGHNSCfE1bl_sLxZqt87TE10e0w0|GxrFZgTcAUX-3gNMaBzvQEMFD3yYSfRUTfn0n6nHZLAyy51c
go1.20.14|zqoOenyJYEAn1nu8znK4V0CA1cNLaL0xUjOEAsklPOI1whmg1|Dg0BkEBurYkdlOzwD5Ybtc-hXd1HSZ0mSfEu7oCu4RA1w19r2|Z9-53mxHddPe_7O_h8IE8istDd6-vG7sWRemnievc3A1sr0yb|zYvfki_dhVU6YdY6CLGK1HMSZR68YBYJpwLKkksYFMI1nuhog|tXRGR8d4Q24RUXq316sJ8HUFtlTx1mmagmvp0-qlUvM1npxc0|H69opoxLzIH-9SztmDAvkfgRUAZR4YZY5KEwpQ__Uy81l6g3k
go1.20.13|nfF2Qe-jMB9CFeqqx9cuVl0TEju2EtN9EnWlIf8OBSw1wj6db|Jkx7T6JAEHaQ25OKPrzbcpsK8THPs1CSIZqihti4DAw1w2rsc|V51Jh3fmpxTDRVatLT8x4refZM6RtV7uh9-D4yBJhK41ssk9g|G676hzh-0dJGTLmEzn3Tuy3Llxl2yq26dbmNmYaTFX01nvzeo|WEZaSHo2DncoiOT7PXkx2nAuJgM1HaFG8vVW-TYEhZQ1nrbwg|Vtg9hox1eoLZdf2AiHq6RXAwZ1ZLYGpc1SB2JnfoBFA1l8gsg
go1.20.12|ayR4FI3GBhkM3gPu4QopiX-A5AByP-zOFgiMmPSyl8M1whex6|sX5oJ1D4OFxEiWzMxP09UonlChR2Wypy6zieeeYLPuc1w1424|PZCNN2mJiYVi1E-iHUcp_Q96CPjV3YwT6rp4v1SZcRI1sqpq5|DKkb0yQ39kkx8b9sH3z5AAojmxRoFoZpZRqztA2ro641nu874|D5k_9_DoVpuwu2fHFgJdUs6l6hTo0HWzO9PqjPYkZE01np4w0|Kc_eqlMbxhY8xn9Qm-z73xVp6PKGMtJghgLF-yG5iFg1l66m8
go1.20.11|uK5Mk5iWT_FIGYBoFtIwPP3I3WtZ4yow3sfe2-brYAM1whbrg|U7uuJftA4xbC53Ur6ELZgl49heLzPTScuLKMXLdHvz41w10ma|DqWScwf6un50BCsLsT4EnO_PY6jjOOLZthr4HSW82d81sqhsv|SY-AvJ0nyulHQIowPqXZ5l61zwa1BJYNXxjCTj7gMVc1ntclc|BDSXs_3wTqWYo119jGo4e46JPKG962TniOSlnQZ_PFs1noykg|y0NTrJggyDFqpvpb1TLBRgMiRpDh2OvX7lTU1lw_1H81l5tz4
go1.20.10|tPBVPeSVWDlKFrvEJRSFDmYqoK7zq7lz5OYmJI4Pp7Y1wh1a2|HkkNK5rcr-H2pb8BAh_r7ZudQG25EgaQc208k96zilc1w0o4b|Iq8u08Sdp49gOI5uB7WL_PiR1pQQL0wfUohdXrNDWaY1sqchz|stziR8DvZQIqAoEkT2-bd601tU3vUs1PGy4CMezHIJk1ntyps|TBg-hpj7jSJ1PblAHnMCQL8cBtBvDISovm1diFs5ueg1noveo|EuCSZajtMSo9IBVmsrdRHzcj8Y2iL04WSdvmidM1jd81l5tz4
go1.20.9|2_6bhL-zf5lJBFZpYXtELgwEY_gXB1ifJisZTs6oAaI1wgws5|dvQISKJrMd9xHwanSrQRdPCEFYVf0uDW1wdhyV6SwQ01w0ibh|XEi_q8K_F3TPI13Bx_ZF9p227vWSPuwegIgX81pM75E1sq8xh|1R5J90YvE7gultCGsLsL0sdfKYvRYf0sQq91O-PG-4A1nt9fk|Yzf5xGckyQIKBZ4hHZr0QUgmxKFzKOjr1ofUdEdsStE1nos8w|RStrUCnRMIW-NNQGgf08euxwYqDhKb094tnRM2bqzA01l5qtc
go1.20.8|AizfP1AbjgH113CwTh6walP6Q5WEn-LK3WloUxcToR41wgvhz|Ywgzb3BgAj8snFjN7vqhOJtcSpa0vYe2rXQsV_isANo1w0kf2|fX4ladYTpqb8kNiLB19nYmWhBRNdrBJosASKTIKx5Jo1sq5cx|GK9WzGHSP8m8BNowUOLlu08kQZa46-5qdDU3iJyF94U1ntm2o|fR4IdMUvty8kyj7FzUbUy7dci-eG3tkb04ny8DNOuyI1np1q8|y7HZ3yKFDoVRMYp9Hg3SudKJ1THYyOI8A69DPiBKyBg1l5e68
go1.20.7|Ww729Y0-BNbMADqpjpFy9Bup4JGxyY5zObQcTIf7eKE1wcp9x|c23Gx_yrHJa2gsjJPjjX43HmKhfTTLLDfUUaEUf2avk1vwd2q|_G95weHtnlBsZfIRKsTjh0eZFvGsyw0EamoZ_2k4uqU1sm92h|3vk4pQUdE3jFGEsu_YjUeToSBQ7qYY4KSYv4T1-d2bc1nphj4|9cJMb_JA9tS5SivZK6l_XXrgHwWLPqOEOMCiroTjw2g1nkx6o|O2d5Db6wensBuhjsW3HHwfm9NRSRD1LPBp8IosKNaNM1l2rcw
go1.20.6|MVxJcj-TKVv6_wwVF54taTb7H_xvkoNzIdDWCP4ba1E1wcl7g|tn3X8rRYlwHlPJjjSOG02afDU23DFpQRcrLwtgrkzl81vw47o|kCflK-OG53nvGgyTiZTuI2FolJasgyEAQHI49e0P2Co1sm44l|_rcECcrHCNETjfaLJm3JqaAMKkVxzSHmxwWiW_gi7-g1npr0g|nkxcc7Z5CijxLKOr-E8MCNDFlAbhTdYx9QzPEkZ9jus1nl0cg|HGMQMvGiEy1VrvwWkaXAb7VydysJSpHZzREf-KtzHI01l2bk0
go1.20.5|r2ZVrZ7_Fbrrtzi3tBbw9nA3sc0DA2v6Tort45P7fEQ1wcdzv|wEpO1zw2JNW0xPYuRKFBVJzAv9g6dJLDHKi4azdS8Hc1vvugm|EkcwRaNOIVdP7o-aTs_P9VviudGWY9mq7GWflJUhLHM1sm07x|NXqXwZIyLo3Qf5NaFre26BGA2NMXS4YtFw5jBEFQH701np81s|WLQivExuaSKexVw-z-tiSirFQrh7Q2bqTbKRNppyWRI1nknpc|hsLg89rCM-R-r5aIIvC65fmRNDLL3_jiOIYE71O42k41l1vr4
go1.20.4|jyxVdLuCLMAtO61NRJ5NKi3jQWY99jrQ58sLZQoyHas1wc25l|51KNpyD0cLcR-9gmgUFnpf4bwCpHmrGVjc-DmoKU5tI1vvgky|aRspLIKE8xhkuZj1vvi8bWOXmd7CvDGb--Z9xphq4C81slmrz|A725V4ICivUUAjPeFknV4bdrBGlVUC-cUfw2TcGsTFw1npkow|2fJBQgcuxQsGMlsxe59A58ULeiKUn1Wzm0Z3GBk8bkY1nk7wg|ufU2FvyBrel5ma6RF6zooKfSeF9gQ2308yg9YVOjgVM1l222o
go1.20.3|N-kUbh-daBz8qm_ubHuJDETGS8UCKMlYjzxCMTRtM701wbzkh|FDooN4IcfbrPd0TLsahCHB9IMHxv367_xfjC9p4beTI1vvkys|FYyxWeALyXn0c-D1taVhYTEpxeUQZ5Z7crjgcuWk24E1slh4b|m31ExMTVDDhvgfzr-kj_p5Ld0S5UeBMhg0JZdU7C43Q1npnuo|Iz6e0EbVZkExMopafn9twKSrbT-g0X-PxlWkpb_vVy01nkqv4|OnbeFUL0VtYBKHFoEYAa9o4U_ci_c91OIwW6W2MdtaY1l1fy8
go1.20.2|MYOLKREXSVu7k2g2A-mNURi_q9LrMYtNB1QL_VJLq4Y1wbf4j|_kOfDkOPdVWn9fcZTdtvSgew3h-kFDhdGfKusm2fQ9s1vuvm9|rFAQyLiyKEkiio3qaY1Yuce-IZXTDG13jM4PcJhY-mQ1skuyk|PxsS-2nqGMcnIbqQFAA8y1ARdDWpvR0YfaISnst-vfI1npb7k|bHpKLPRQGJ4860s5TZCqgPhYf6HpLeKxc0j39OeJXwA1nkkjk|UoXM-VwVmO0voLsAZ_-tfQdA598oPRMi0Yn-eYqYl1E1l1pfk
go1.20.1|YSWbWjRhk-MLezw_jRCAYtslu7gM8pDuJR7rhVll9u41vxwds|O0k5aRlqbejZdi0J9bxa56PlgUsM-_nMJoOMK8ExT5w1vh504|YtFN20S82ifJsfWtn_1EYwEzdO0yXXYkF-Kt79WagC81s7yu9|97vZDqfeOvY7nDou-LwFM8BqBv6KgDEIQW_aX7at32A1nf4lc|8G_fpW86umLL-A2s3bzBFQ9JkMwRepR3BH06NSnuPoA1n9c00|U5f2B77dsxqpRwrUt31pTfRJoscZEZxpoodBY3dnEPQ1kq134
go1.20|nDA-MSOR6wS0obq5uTsIOeBTEwaCk8JrOmXsbSS-mc41vwypq|6PbYu8899Y0ropgY4TsEwuQrouTZDVgHILIcNNELv2g1vg9lu|JCGyrem2hRf5YvDqT7J7aLUyGzNPsbNT3iW-Wy7pDLo1s79js|N9cnnNaIF8QWZhKAxdqr6CmM92xjHjiq6-nR7-r0JXs1ne8zk|F57BtV08GwFFlacvxff1nXwA-XMswie0ff4T5sxjPHw1n83r4|O1IPXvV_uOADLu7sXaFmVkTapkmSNEEukasetEsFiBo1kpeyo
go1.20rc3|cyd9BUGQ6fTzAZB4p3ovt7_0yHStxTVRkI60DKaRywY1vww76|9XfXe2wkTEdgVPYKNQp_8bA5jaMHMG633nqTWYuz1-g1vg9ia|i90_IU4HFL-oA3PXd9E0KhqMM6NcNeTTcGVvq5401U01s7j57|8e3DfYfJeRP0t-Lj9X86FjQYVpZPs6CANSFo-GZvP6w1ne5ts|4D6BJPUKhmA59tJDSilcVBI6FICJKsIaH6-ZUlu1Gq41n83r4|3ky4BaV_Kn1dT90GMBY8SNZuyuGq04txaVuBGBVpESM1kpbsw
go1.20rc2|LJWSEjefQ4pfIQvz64WgUFEma9kJGCWnVefBeEcmOlI1vwo4e|nBB_zhHhGJPz0UrBwL-owV_O2CAPZacHR7fFbo6Lqag1vfxh9||-e4I9fHaMMWenvJUFziffLMTLlftCE-gY-gGiJkMLNQ1ndwcg|x-3hVJ2POFZJVH7u3WIFlnnfw-At5i2Vlr2-XXKotEc1n83r4|
go1.20rc1|jVlIOO2F7E6obDuYFAgQ-YIcESb2FcJv5sdVL0-FJv81vwexn|GWNatHwHqsSMpY5Ia3vGZfY_sggr_XfsxADB7rbhgoo1vfssu|l1aUqyXSlU5tKmnz9R0uDy1ArmjiDrIqvlsmeQ3K92c1s6pz9|qAPMfGFM4_YwhGgEOOxUMfINZ_Cff-ob5YAobMOlF3k1ne2o0|JD2f2Pds7YzF8RlzE4pWLjoHeb1aTOuN-IuGn-gH5vo1n86ww|N-WTfhoowmehbv1QQpxmWFx9_nOKclYNZOjFu_kYOPc1kp5hc
go1.19.13|mro7D3mIMxPoMyY__vRhCYDCgYeG7mXVOCtlnQWlXT8281qj1|kIy6Q49vNP317IVy9fh1nLhbh_XAtPxKOJJJv5K4ZzY2pdit5|sdEDscrs6GzOsWT8LGqUGrirp0WA-r8goz27lptaO0k24dz8j|MYDEP35ngESlHbKJjJENIeC7h67013PA1Yiyhd53d0w1xogsg|leveTyvg82avY_j_B71kPYkjR6JzRs0jlwKA38qyPR82cgkjk|A1yX4SFBh36nK0L65H-NRT2Di7140HOpLJcTKm1bgqU1ujh8g
go1.19.12|23L2dzjuh_PghxFWzerIiC1vGvuMqDV57tTFSzZOnJA281l1z|qx0dDu3pkZOVwrFw9CzlAvWAvb_nXZJTpH43Jyn8Xu42pdkam|rcnfbpQk9FU3S4OfUQYT20wBc3CTCMttAA3Qx2Ac3j024dq9g|ka68qfYliJj28cIIBesKuTO07u4SZ8PblTzz1HPtK5o1xnxts|bR_riDW9RGV0ekSSKsrL7RF9y14bEqOqGXr0-1Gk1Zc2cg7wg|R1cuJnqUDE2tPQXeKUSCeR90RyQ9kKpbAoH-pvv0FMs1uj7r4
go1.19.11|QlP3AOmayD8kH5ERZzvWXFnQW0mxsFWnALgWr45YGdE281fq9|JfBLq_TrtRzryjKdNHl3GylyFDPJJMVwfzsGiYeNUjI2pdlik|dkkhKKSTcLaA9MmGjCfPJkCmFTVnopc3egusoFnQ6RQ24donj|eHCYk5cPH6ViyRZyWFN5RZOqL7rY0N0-87yJZSioTnI1xo7b4|w3KnrBoNnr5PDAIoUVINqiBK44THjFxRhBuNSvDIGjc2cgu0w|NfPARRCXp6hUV4rVIKsN4kIDOU5LVc1ObTtM1vfr5N41ujaww
go1.19.10|E8M61WpkjGFBpYcOgxKB6L6xMyUBbrH-FqmzFLQC4Rk28143z|x0mgVKXaFyAhE0VQQEhIk8Kevlq3H6ifYM37RWHczow2pd5uf|-3G3iHxXSjVnoqs9MoUcsP9u0zlxAJMvS06WNCPecZY24de5s|13QoOoi9NEUI2ikdNOgFYKj5RgRW73ZgIKkv947yBmU1xo7b4|btg90GdKPPT6_E0nRb3w2Oez1bWtmkUuRaAF0wlri4A2cf5z4|0aeMPXw-3h2SSQK5miPbI3_bidDu6U0A_9nP08UFBEU1uiosg
go1.19.9|G6Keo2WcpPzmNefQKHc_8TPJVvSg_Jla2zGX-IowxQg280ok2|OwyiKu31_YXoTJRN2WqzBEITvyJMw-mFCthvH3HhvpM2pcjnz|fnTF8u8bp2yK_FarU-7aXqxnZ0P-aSkpbxRnbI9NQko24cxcg|xsKdrtvIQXZONkRsu25HbaHH_NIBoXZaZSCBFrilXKw1xni0w|ilaPxMdwhPEwi8QVO8VhCUp9ZCzHbMca6tTZ9wF8bdo2cfcao|8d8tkkR8zTZE_zf1x1LUVVhuM1weAllx8WpsMWrS5kk1uic5c
go1.19.8|yc6xRFy-Aa2Bex90zCbWfVenj4W3xhX3gWF50cgoc9w280c0w|QzVY6BuL4pg_Nwv44hrFLnbp4eUMabbcAEfxtqzel_02pcb2k|fotN2YckRJrwXLCdoMEe74Hx5hZXW0A8CRnKkd9ovNw24cw1p|UUoNd-ej3vftMBj3OlJWSTJWAa4bJNxbfdf4r6Fdlz41xo45c|L4vUaFANfTk62vOAahG1niYLsQFLBDKzp2VIszyEoA02cf2tc|EUpIrDe4cjAADiJ3nYwDTQsU60b5lEKrcJ5C9uryMkI1uiry8
go1.19.7|CDfghpgX9f1wlrYuiQ_lDB3NHJUeMB4q_bgcQ__KISs27zte3|L9VzMrxV9tjEhgr6IjAdCiQ5rWO6kePZa2nAPIJN8hc2pbswv|iT_gQ7ElQb0pwgpYny9Cq2871BghHyyli_soNV-ql6I24c0gh|r7dxTHxWrsNzgCPWMcioAbie7y_CtHn6Hxkzah0yn001xn5ds|UDLeVJWyu1iCIWsZXmL7q2_Tt5fTvS-Ioap7s9BI81E2cewhs|EALDtsTXRo89jwRKHXQNe8zhvLoR69zCfkdN1Njznw41ui2o0
go1.19.6|g4iRrMUdwZaTew6TKZTZMDOrSBRB7GbrkWOWuEadIYw27zp5y|jYSvKeRsOLHux3-TEDEFF8njlKx0ieHHMpqUtEOwOI02pbs3w|n0UGRhI_BSvp1OCF9qipt4DsqTT1_Tswr6Yc45toOV424c6ky|AiUMqGcOOKkiPPGT6O4S9pDyx98rye0NW-p48AxgekM1xmcxs|IFwXj36-Kfok-sct3Al9Ojf1Qfk-rgzPhNYcxFncdtA2ceznk|UMTKu2ONEG4fDOaX54ExRlWyhAEejU8_sU97yiiisVM1uhzi8
go1.19.5|iHP1hx2ZYQa3Af69l5xa8CLm6li9u7OBeiirlIsiwoY27yvta|Fn25Gi5ArrRT0-WdIT7KsG9i4cSoTROgbM2h2ZmWHKo2paejr|hadVVegtiqb0htjSlJHFkziWgqzOnwwnAJDVk47uMO824b0n4|9tz9s-5BFrgF68xEB3VX822zqk0Jep-r_PFkjr6sB981xm3gg|GrLE8YRWFzQcHRKcP9IBZVeS-GHGw_YQp_gqnn3ygZo2ccyyo|j6WjqilDuoj-fWZl21jnx-GpUtftUVzYLWcdvot5jV41uhdds
go1.19.4|UdjYld65iDqi2qKRVy9IP-rWn1d79OfPg4HIAB43d4427yjrr|raSQ4Yi_tXxziNp8Xrp1ZTkJkrZJYgTTDnENN3VZVrA2p9tdd|Zs-hL0CIBsD6v8EHJqV7CQwMPvPv3dlEQAr2eP8QuFE24az77|vqm5UQSpmi2ECmqufKfSDAR5aE44_gnvAIFvOAh4WnA1xltz4|z_rpIZ7h6Cha7PcDgFS-JcamRgx5gT1WWL7iZkBgAjM2cderk|5acv6Y9H5cqiQjB5RILQ2KI925UHrJBMLnBMtjoeAOk1uguf4
go1.19.3|y_nO0cbU2HRGSzDbu7I3-0X5MraJlHAq2r2k71asY6A27xvnt|tRVJqfIe4FP4o9jjjkWxuLKC2Xbztg8fibN6xU4nLTE2p9efh|rzf-SsrWzM21Ii0m0ZwZGAhrbIqq33KllI7Knsfd75k249qvp|gmD_Q0Y0cBKYBOPdE8VygIH_YXYVkTtpoQ6Lz3flxwk1xl7uo|BWF3tZBCa9o73XiWud02vUs3IR0W1GYA2rH7QwsRMvE2cc9og|B3ijbCBOwg4Neg_vNZsv8LAcud2dIef-_8n0Cjfzfwg1ugbgg
go1.19.2|k1WwmyPp2zOUWnukW7dZgasLtgBnEwmXMhZ3Is8IG1M27xhy6|4TLU8FGLDUF-tsxfGCwzhfbSS7LuvuJWbNGnq2CX4_I2p8sx3|QElDX3f7KgZC_YdAxYiq28xEYFbmN-g1qOIj_biXyz4249o7b|mLD5Kmx0RpNTkXr_-RRFfWgJ3hZCUd20WDHD8O_CabY1xkikg|JJq6IH3zATPerbNBmyR2R5GJosDTJOcvruTh8aYgnso2ccmbk|l56L9hnG3CXSe9YsPSMl5zDMtIaEnCdLNf3_6b0LuCc1ug1z4
go1.19.1|vHBD56mo00qs0G-ML3DhZtHRSPaACBTP95DEW5qzHO427wew1|szWEwdk7Dpx4Peh2t6qZ0wGL3szTlq621RanTp2I1V82p7xac|2M8_BHYvp9XZyC36FbWtquJARGOvO8jc1_iYN1ElAf4248zae|w6CnUYOKeOcK_qE_r2Im_VH2asQvNQtPWj_4MwfHAc41xjq4g|0uY7EUxr3TAAeHFeAlieNZj4BMa512agCgpcapCoyok2cbqps|cPp2HCM_Z1AGBUxQfIUK6tgqsRd1993KLmG0lWYg9SE1ufpc0
go1.19|RbgMCspqWh-H8RHTddta_uPOCp_Vg0BBw5EW5kO6HfI27viub|vKr5ZvkZgNNa6Tw3qP6JDk3fyhlEjA2fZsAn0ofigjo2p7ey8|Ay8fdahbxZW_Xri0jsjkkBIQR5FYA61iJ3WGsuE2CPI2482zn|Oe2bA8QrDumUdzd8J7GoCac7lsYn2GxK7dEz6S31vUM1y5hxc|B0O1_gxuXGfH0TGo4k1Oe91e8nLdEyBd164wzC9GQSM2d46ps|YxmrW1DwRi78sJLuw6yMI6VIZSzaonVSgq7UUTthiO41v0v0g
go1.19rc2|fZkPyfQFeKZT5IkpYpR5NyflosNrHVeeDA3_klOfbdE27wrkg|qrYqs4FL2PIlDwgbaW5x9_5HzDmyInUczV0mKMxkx8o2p8fab|CZ9r9HjOqN8c_FJn2iXdYfZjKE4SIF8obKkAF5HX_V8249jlg|7JQPEX_g9v5_4TItSHKvLh_8P61P7gI01rjfWWpx-yM1y6q68|7qNJecut1cMlgWwnquEwCWSJvpJ8MXVA3VbmSZ2Ce602d5bsw|5uT7S_PnMLiX9bXbWABsZ2LlY8-aPtt1g8WXihevBJc1v203k
go1.19rc1|vIPpSnIk-Al8B9ZEHEZsoSvvP4lWbYQFyUR-cvN78GE27v9hg|98-yv6Qad-k0xBXr94Xt7ksW30SDXUpI8HqncYfIle82p6h6o|cUIWjy4sA1V2Ud5_HhKTI0ihbxB5BJOHhZdf_992U2Y247syh|I2qhYl_9i__w7noT3MOrodDgU2DuD-1ByLwshecm40I1y5l34|6Z5Kdai3y9DHayMqaFzGPmGxZc1GEbrKq_x7sbphNbQ2d3u2o|wCLFE0-dqpcEnp2iPDLO3FAiH8dB-xqGSzgs3LmRdZ41v0v0g
go1.19beta1|LnpJyKg-ULl6J3oqYRCi119HBeG5X74Lym8VbPZCxcE27krjs|k2-ao9SW0O9lUnXF8r-f3LUiEc6zpI9842sLUljlW6o2ot2t5|-75BpY3r7LsfpntWcPU7ldMf24cGvx8AP4ec5CdtyL423ybip|ms0SfkT6orE6JaOzJXhAFQTkdfAYlF0ljmF7DSxKK0A1xwmps|ivuP8y32hL0ng08ZP5J4j9D06Cp_7wU10J0_19GrWGk2crpxc|F2BjopMT9Tf5d44Paon9Bdq4_CPFk7Ttac6_TqNKFwc1uraio
go1.18.10|nTFHjHT2mbNlr4E7lx1nE_3uHBzTLZMh9n7b9cRRrlI2384du|yvP8ydOTcfxFrUavrX9tErQkM8fXrFk62mNRzTnuIX02kfmcq|Fe-6jNgRt1SM_kvzTSdrcgsmHvqHZXWgHNsd62Pn3gA206247|DYbS1wfhBrfCnG-AY45960YjG7svRX1j5tzo5a0DhhM1tjx8g|z5cNx4Imkd_wPeyvbKE3hPDNgGpGF3VFp6k5tg3lKyc28apkw|NPA0crESo-rccEOSve5gvfQevSXwroRS_9-ORWERtik1qylmo
go1.18.9|9CI8aUf_OLEMWCUSJ3v9XbTG_fpkafavS83EfPa4UHQ2380o1|fzG7CATymF9NUGq6O1bt0UNfP2bjMcEskaYx9mvxp2c2kfjos|0SEwfClimgo7anKosLAmbKU1SeMUDad22KHCtGRxwG02060g7|7ghx39CTHeVpv9PNJFGvKdzyfzvP1UdrQzaI_r7VFX41tk6ps|CITzRZfesElFng2Su-QoULCSWAmuHvnU9Su2ONi12nI28apkw|hDCIYVMm21bKkFwPm-2lUjbXI4VcPlKRwEyjmRgIyUg1qzaww
go1.18.8|yViPHDZcFPlC9vqA3ewLQTtqsYHSlJRTBtXEvRz2EOE237dul|mAeIdh517TP_xPKno_8HzZCUm9Aj6xqNhV7wtd6cvLo2kei7h|2_BMgdeaqB8Wd4c6YSrTCe6Z7mYG1UB_KlvbceilRs4205bco|eAu_MAkIivHphS18PU0qz6uEqCMlHYED9uLr9tcXYl41tjhfk|bThmiGK_l3LAwcHg8mql3t6pglsz92O4HMxKpj3yzvk289qtc|Hqnse0ngLhYfafBGzDCzQUVt_ffPNr3KWpO-3g2kn001qy5ts
go1.18.7|vZlCOaONw_MvZTrPknpu8OqpgJXKKwyr9PzcOM12w2E236za9|jCPGrnd334g8zC_QepDDrH-rPrc5jA4vOcfLJ-4GUX42ke00x|FKHzPad7zs6jwfmtXKI2Pgg1-3foOzseCbki_ZH7ZuE205bmu|Bn_BSIak6AvH7m50-sOmQf4R1-CQ79F8mPp_TDx4wX01tis5c|eNf1tcjQdV5uR9XLZJ5Y6f33ubHOXNzP5DGQ3yhBoFA2894ow|1UG3DCN37usm1qbI8koOCgIwV-B38Xd1GczHJUK0NOI1qy8zk
go1.18.6|XbVokbKHw4FU8Fv8H74E53TV9VZkk30cquWXPJjEPKY2361eh|SAtyEqsdFS1eP8OCrDTT3Sa_Y3rkU3w1tLVU7eija0c2kdbqh|aI_IucPpvCZGaYfQ_62Y76z42IdUwLoXFkoG4NRKkH02046o3|ZSR8khF7xC5tTfBi3MVaXbSR7Ri2DUsP6rwl2Kxj1L41thn28|-SwAcLg4dpEOfRLB1-DQ05EkrMwdgez2k1nU-90ZSrE288c8w|rzo9sxjLsualAX5lULPrqSi8iAS-XpSjKLAlNGBRm7Y1qxmv4
go1.18.5|ezFC7AxduZHn9zojFmKpJCm5DuFR_kdVestWbY2a5NM235g2j|c3U2IGAtS0RpdwBAxT21Xl3WryrQfswY9x8WTDIk6q02kcvb6|TRVGJq__8S73PqEBevDltS28g575L2-eds9PcSeKV0Q203gr3|mhG7A_HAAwTo41DW86MXM3aucu4Jl7n1h6uh8aUWrv41u4jy8|6Y-p2_NWZjYtLtgU7GgandBy5pDvozS9qrAzn4H2Jac2938qo|Ir9hiEmCPgEqjUPPQaXXSvSaA_IlnfFcmK7ikQH94Pg1rij28
go1.18.4|Y0MBChOreD5VN4azzDtNYwgBKPYc8eljUFE5xxymag0234dwb|37k8UX4FC6DPwGaAKzio582i72Zu_WNIWTVrM_VDzEk2kbwin|fQ17c1kgGdJ28r1E7jzaDYvZk1b9vwT9tAwmNRgQiuQ202s7x|IEf054Gxj_4rajZJ-ATlvaT9uwcQQama0gdCGH9SPyM1u445c|isHX0DoseFYj9jcOhN56tCstB3z3wUkV9Aja52Jg2_c293bwg|3tvR0sbVmI2msx4hrKoLfIACNb3VHIR5WEm5SqQZh6E1rhts0
go1.18.3|ZmF5jpZpw_A0mKLgGO2UjZ9TqQxcy9BbTks2MD-ssz4233blk|nEYCPzrQMA_P0eYvK2wt_ZZnsfL1x6cgsUt5Kvgx8HE2ka8dz|6o-rNqA-WmK3R-KrCXe-LQ8-LwS0E5e0q_V6jCTwA0w2012lb|ojm7Zjwx8vMCjJKGBhZ0GsYqPu3VTXdOZOSLG_XWFe81u2pkw|aS7mIlMFrZCWMMnMFScZqb2zMukR0YDPMUOltqCcyGM2914w0|buUZkiQwoYI6UWyZ33lEqXElbEW487bCsNduncUIfjU1rg5q8
go1.18.2|rBkPkbvarn25k7DxLupZ7sKzuS4enYsGjFZfxJ9-yag232v83|QfxEEJw5qY4MNnKYmsWtIFy7V2gGfgmdxPsrdcupIs82k9gjr|2tJO76H7OIuvZVPMtfPBvYkClezChWzH-UOzUMPKNYM200wz0|kr0L1iH8oglwLV39WtiLeK4EZ8Xh99qZ9sfvn_v-7ik1u23gg|PG7OoJZq7axN0uIajbXWe5hNl59pZwy0ptdnxeAWApY290s8w|QxL1FuYYiuQlwQ0toFDwXLGL700QB6nMMu75dBU-5Fk1rgf7k
go1.18.1|Sa5lVRrL-qV7UvvvoDULIHJRKuMQO4zxqRmgJibbx0M24xmvj|wwvD8fcxSpU_4gi9nNXiS9lAM5KmxVbO02d_n3D3H-E2m4lyw|LEqCZQMOrDf5BmNPXBPCLD0OpyXySI4bygBca5gWU9c21nt6g|8y_0zzii0MvFq1YXdClzw_NpdVwUK0zz8-SsW50QwgA1vpm9s|mj6WNutfmvSzspsRa30ouNYJLGkO5LiM-5YTuIUdSmY2aox6o|Tc6YWnEBJf1FADMR7QNDYMVUfjmH03HOrZT7_De4rns1sx9ts
go1.18|4j_SoFCWkP5-Y7KxvNTDntV7RszedvNdwNFsp_28Wqo24x9f4|ZcXAxwmnyhs1cJGxC3lbQ52LUOV504k-2rTH6bOE9DU2m496w|HEVOtgxk1IGWWhZcYj_x7WzzLWjGsx82BpyHaNkI8JM21nehh|M_DXL2RdMSVocyJThXAPoy3bVyrO-DBFSLhpgjOEq9c1vpm9s|V8ugAQzjvIASz6aKsOERgczYSTpmsQmluGmY5dKziuE2aou0w|-12x0S_2gbQUSworrdXXCtj7Bh7htaKTH6a2H4hq6oo1swx6o
go1.18rc1|6IuwubB0itliGCKdB8hiSEuJRZTsY06kI2TizM4M6T824vrcg|n9kR_LQpsYm43BA51I48Nuqn6ksY-mypQdMEOrSd8Ok2m2ga4|jtWvnysxFYoAoO-fBJ3XIkpT2t_E8VXUFcZCflyVpOY21lx3u|PYEPJYkxLSJCclfLeK0Yw2JEB-tBx6kEe8sAPJOykMU1vo4jk|ui9SSt5WC63UdjZ_hSgbO74acMdOzQho7HDofiJoVQo2amgow|ojffefMyQb_cNel8US-BabZaE5qk0MH4nW6v-pgZsao1sv94w
go1.18beta2|ZmuAj2g1-SiqnY_6BlMEr2FUC1ebTQ61xVt_Kn7J__I24rgcx|4qPg7phCBb421Z8zOn4yerFFF7fDoR2bhlHgKJXO1po2lxvqz|ntAngDNhyrC4wzjmmOFlhtg9lz8BgV4X0qspkOKbjGY21i5jp|s-pbsGTIfkeHFIjNFbyZ69CRlSmsyXpoTkTvaD5Fmss1vjtog|Nt-MrXbv9pAzt0jPcTQ8jT9ztyBn1XvlLsSZbrBVOeQ2ahmv4|z75QDa7XTdJuVWYZqfDgs9IPikzzG0hhjEKF9H3KHww1srx1c
go1.18beta1|m_kQN_aauZAA3fuLW6cNTByf023ozTcnJ4vUKoSph8w24kmrs|OkOrTsKO7msQ_UEqBVck2WIifxwnp4lg1tIp10H4NT02lotn6|5mXIibjVaz2w_C2HM0trRzlrYtOp7lKtoM7OXzzq7nM21b0jk|c3IqzDeOoUE_R2ngBvwM-VvfPEmidW3DYcFIgjSJLP81vcjcw|stOPlBE8Goi0dr1-ZyCoeTalgsotWWTyiXXvsfwy5_k2a8rnk|eMWCeHArcuJX6-iriXUBcqG2Qdd2qn1icHW-N04yYis1sk0lc
go1.17.13|iuqn7dts85tcfWidi3-Pa0iEVxrYraTTlomEdcAVTXc1yfw6x|bOqOGZyANJlfOmke9FZODMZkXuFknX7yaKg2OH8aXfo2fy837|xCWdK-Qd7anJ1nr-SG2LkmT4JVB1zUB2bGVBpMY16OQ1vzdpy|IR4VHGwNzY9F-7-PD4TKdXlkVy16t_qjRcRLTUPH1Fw1pdczk|Y6mGfh2fx_dFFaFaj9oKbImVCZgrb6Ax6AWQlYEO0x8245n28|2svFWAoNH4sshg4pohHE_g_sakAPY2m5PMltN7jWScQ1nddds
go1.17.12|e8zCmRCNthUgi0M_4-svyFAMJOyMRNqiVbGc8Og5bMo1yfade|G9sOVO2m2RcCn48tksDrhyWuqbkkPcU8CWCOttvCbHo2fxfsh|Fi6YlNIXTr77mcqP2_R7eUiad7gdM2a_2gvSPE_MNzQ1vyh3e|MdX4Q8hzitlqt-OOAjiatKE0S71K3eS-FoHnrADdmyA1pcx6o|DuHvvAeBDiPIomDkKGV6UtKwjhqZC3u4Ite67pEnQUI245q80|nUpN6sw8MYw7-MJobvHvnaE9qPOgHsDXg3--8ujEDQM1nco3k
go1.17.11|4pfH7JUvgZQUx9U7eO8DqiOSr4KJSeB5qyomY0wZxG81ye68b|iOYLkgadjgkyyl2L2CJ9FpO5Vw-ir77a3MaAdJxCjVQ2fvia8|zU4HVszo47Zyc_DGXixjnW8TTGilnp3mGuTMLd2LnQw1vxdop|SbMayAnXIHBZTKS4z-DmeoBFZ8aJsM1ZX0tsMA1xiTo1pbv9c|EOWSxrDPcfsYMUEE_thvfkKeHtmriVa_2BfJlN5vjS4243z0g|ijOiJ0rphATQfEuAgZtdJu6HTwBZXUsXKp1O_KkOdMs1nbvnk
go1.17.10|YIQKB5oEyDjcRLfUj3SsN1BimNNNKgAs7UiDHMzmva41ydtek|upGYop-lxPMiIS0hVp6FBxZcOzTh7R8fnPbftx3c3rI2fv2cz|nQbajT6cP0pZBcTqnLJxKU4v-VaSY4AyL-slYehLTWg1vxeup|ITVoztILQx_7uwX3R0c6ow31OZJk8uO8WMlt9Az_Jjs1pbls0|LrKBVwPSV_w_XCDw7gA2JbQiq6aQbyzUkiRGFwd7mrQ243mdc|sscUvE62xTLpqgPyAvBhEoZkfR-hvcz8zogiVGIn1BA1nbpc0
go1.17.9|JMSxvb5-hkZsslZU6uIZ2ZjzBn7fqi8GxMEepHrPjfI203gmi|gnUsMxPMbB4bXXN0Oj7FabCaFCRvwssIJM8w-fQqYAU2hmr5t|8E7erkv-QJ2JeJGbTAyBUW_rxP-FvLLGBIhZENqPjVU1xjrb9|8Hh7AQhssiTUwMNIW1IbHx5pPivYWf1AA_XMrQi_IjA1quneo|4Pl5asn1m51gbzc-U6PDZJDkvnAP770c-UooDct_OLs25oruo|vzNpbB7BU8UPAEKky2lgR2YIMtrtU5Ihn7-fmtfktuo1os7b4
go1.17.8|LziJZC1wbXpN05XsTgjADZYshFqimYyjakSTsNDwcdk2032r1|hczyYI3Kbqmka2U4yedefPKuvfUCN5hDskjia4uxEL42hm23t|Sg2WD1wMv_Htr1TzM8-Feid59q5MjnWbeHK0T95a5D81xirns|Dy-fizM3k3gpmpmklguUBx3q4pVHXw40q4vAxRHm2lQ1qtuyo|QPZy7CjskQjttg0SB6bFzoOtrB1cdn3EteD1S64GngM25oruo|Gj2oQPdEHY6_kychvXzdgDy_stNQfTwswVygIrKTYhg1oqsqo
go1.17.7|a-OgNUnul94lCg3MZlilFU6QdUBlGj_exwnntN92A4s2021i4|G2SBZdYqL1OZ88Qsflnen0qkVyEsTqdj4bZQVG-scuI2hkhbl|rNaBnh0DdVHAkXZKPOP4bYABxXVuvP0wTE1_vTiwVys1xi045|n_oCI1ivoo2k55nJMvI6XSTN8yGp3PgdWzsr6uKkUtk1qsjk0|eqGoUN2u2y8aVOl4SLQNhL-VIdXl5bypZoTcYKZQPx425mku8|Ofu4aOOBTH28I-tdWnYy0ozR4-0VMjq6F1KPhYuJAiY1orev4
go1.17.6|OAnE5ASC_wRyAMix4ipDosnHm1PvVAZo0rAPcijwk6o201v2x|W_j4eux-38COa8hF8cMNum3jK4Y_ia5GVT_0u8wdSVQ2hjtaw|x5SvfH_jIgffLDCjnK0cyi44LIKk6Uk0mfwv6rWWfKA1xhwnx|dGM3EMnhyajwQ-0uTm2hxofFe1zhyXbjfDXpgasy_Iw1qszcw|Q6Z8N75mmfP8WMPX9SzQ1hF9h3f2XHn3PESljG7ZjyI25lse8|achB4F1wXitlqphh-bQ-SEZX1ZHnArYmnaepFF52AUs1oqpkw
go1.17.5|bXuZSO4UqQaxT1y-vfq2PNaCiwthgWCEfs08w0cKJv4201ms6|Zx-vmc1dgc1-QJNsCpQ2PGTWVPqgFI0q9LvCYlVWILk2hjoyu|ReiGdraOnPNkvkabWieWU5f04zmqYiwvUsEEM8VuUDA1xhl6h|M49CAR9Ex-khtOhQpiF6qBBSbQncFpvwJTCsz_R_Tjg1qsd8g|k94ra1ayGUC8BhqcXWjIsyym3_b5R8PSrI0-VHKPbRg25m51c|E28m5X-kvZYKNB18nyu-8Gon4ueqzvcX1CIFGBT8tZs1oqg3k
go1.17.4|hJKnr360FP32VacW3zFc80HC02pBg9-O78Jj9OKIZF0201mas|kDz_63xqt0kLkQEIaiuXgHa9k1blY2lAS5xF3_hm2nc2hjmhg|z_gK3NYun_wvNSJZGZxCWZFPQAC476wHJLfrUy3x34U1xhimq|gTOxLlhZRpdT8mLkyGcbWqFGdP2OvHGyFqDCNKfFZiw1qsjk0|WBFX5RQbvKVfuZlZ267hrBvOmnSOysaPsxXKccJIfjM25lyps|krhrRaXN32N0Qx7grQjVGDDq40C4vBkTXaG0QwgSpZw1oq0ao
go1.17.3|zH5_clT4zqlfbqJNxyPSMa3i3k0ljh-oBHn1_3TDggk201h0k|54aEuVV0LiFZJiBK_G7WK50WW1CeJaaH1ikCUW8Icms2hjg7s|Tn-aGa-KlugbZEhG8n1zk0Q3X5xputLmc0BquOigEQE1xhaws|0N4FK36fGY1Ah22PbDzB9dUoAJCovS1pAW_0E45vEbk1qsmps|vzxHVybJFl612Anhu0zjNVCiWFBJWqwKXfbQ3wWTCTY25l340|YP6HJUUXrOrdQPPzmAt3-H-v-oyuBUkRxXZxFgLqp-01oqg3k
go1.17.2|ioUlejUZlv3wRf6V7V_daRfdSGNtVi3RHe3xkwBaU-A20180i|-m2guCmmb1-rfk4xL9aqGy2PBFx-zug7PQD2_lMGdZo2hjen2|AFdchdx6EpuokmhaRWsno_NnD3HIv94cWtFR93HVXfc1xh5g1|uVQYfg1hT2dLfxTn-251S3r-IUp6qdbXCqeTr-Dqzvg1qsa2o|99VIg-m7ZTsaUAYaf6QqZQPGgKJc7jLxbMulGnewyDs25l9fk|O95s_5i6MLOoFnBD0E2eR8msOPFgZ-LynPt9hwls3PE1oqpkw
go1.17.1|6Qc14APPXbwYNNK5iFh3WUrsao3XZg3_FhfuWwp6gXU20133i|Ly0KXXxZ-zj8rK8eJyz3AbuMBQMAuotgn8MNLFgA8C42hj62e|rSILYJgo8p6OASni_Z77JSvE8O3z-exvdewgZqtKWEw1xgxi0|FWzztIllXfd5Ww2-bTn98Aa0ky40SfovB9tWmZ7WI_A1qsjk0|ejYJZ3CDUDVOpHlQCo6tpqAy4H6sW9QxQjZ-5bCrHfk25l340|UafwKv62reKsuv0pl5RQP-zjx_e7OqZqhZeHPx2Q9iE1optz4
go1.17|xa_dLqSWnytEY36ROwT3wVJl1762CSSigGNyJnClL-s200ug9|Khi9ZVg-IhvoubfC--NpbED24nwt9om73Mk51JZR0VE2hiw5l|Ulb5L2Q9kCI5TdyE3lx0_oZgwhUdqqGZsS5g5ULWlK41xgncq|6WgLsNew8V_ZQ29Bbqtu9xyeOsZXc7BcIfj6OE6dJeE1qru9s|cFJU4KRZ7a4sa_TIi-C0oUrBy7-WB6N5ESI18CcebEs25l340|5HCdrKed5H-pTFnMHsB2rQWXue2tiRn7BR6tunwcKZU1oq0ao
go1.17rc2|x0pWPvWai90O6W0DxdxNshvwd9H4ncIFbRxtmd5v_tg200qnq|S01ao6OTw9YzKGBT_60IorKuVYp-4JEWAU9C_MsSx1M2his5a|TeU53XTKhs3lwqIWcauI4wGl1-Y68wrtvwPMeid2y9E1xgg79|4tCGVlyn0xAOFWc3VfnPwU9CiVjXTRmbIE3ovubH_G01qrr40|B2B-opm7MhSkiGZhx18kUQBl1_xvFL-K86uoUoYDRFg25l340|K8A5VY8n1gEEWQPCY-1CepS_Zz036OSJS2X53sO0Dbc1opx4w
go1.17rc1|QQF6MCIJYl1bOLpHLci_GZRCM_pP2y4qthnRZ0MVZiE200njf|n1MD5CD9r03eoJpidybexVkU4VG-Rz99IGJH-TcyqXY2hiook|-vfTrEi4_yksf3cspJdxMaIwLjHLM2SI9t7vnRWWFr81xgjo1|qEWoUta5TdzAK7CUMGlKPXBu0L6YEWxXgSAgP03dlA41qru9s|e5B9rV5lxwl0OzNhBu3jqBJiz8_JEjOHIqE4XziEnYk25kqgw|WpKlab9iNPQVwk0GcKfMXYxgrqervsQqM6fIcl6zBUM1opkhs
go1.17beta1|2nyhbeUej7yamCIWNhlZ0kX9g0edYC3iFGZ-gxknnGs1zymj2|eiFUwaNdPmRB5knIGjCBf49mmuqQKfXRAQ4aJk39Jk82hbydz|8LajzN9bPh7HL12r9-llnzceD6oqUpDCOvpvXq56kKg1xeve9|jzbS3M6ENAUbpSMhjsAlLqCh-pwFNr7eEX3AG6-evSw1qqcjk|03ny-GXEIKiCWnB6mgrMmpqvY87cq12oy4CV3BjcaAo25faio|vw-Sk9UTrWyzogPmsVYcX8uwBz8JEMA95JG87vfLCG01ooikg
go1.16.15|o2-NUpJU1EzwafJuglZEHLDFFRORdZIEMyRSv2w7IHs1y8hl0|DW5VEga210TRKG5iq_RqovF_7ZDwfsRiSgRI1xOAQH02dt4yp||VA64KClOh9yt1VIDgSvvb5uOpJRC-qQbkc_BRK7Klik1p9xq8|Pr6anX0McUm5rMpiPbLlM9CgOSohMgvw-TUxcrlwGbE2251c0|
go1.16.14|Qg2Q8JJYyQe_7w4eVLd7HIFMF7TwuKx0CSkJ86irU2o1y7d9u|3zdg1WRHfl_F_7eUlspLZmf33W0w8bqum-g_fMcmoHE2drpgh||w1unb9uAt9Kvhm93tFxRJvU-NKae-O3UIjwCWWZTI4M1p95a8|5iSM_oKPcytTdP8OqCf4MaChJ3cGtd6ObZwR2PhEMxE2233sw|
go1.16.13|ZlaY2O8cJg2fd9QSfpR7GinQRLmZAT9NqcL1oZpQ3mc1y71ya|dsk4BYRECTu22Vxe4F2wfCuXDwfUUNO2083qYO3rJ2U2drfrw||lIEWWJ6q-hN69E3Vx38NalIPFi211rMRHM0ixKrMWxk1p8phc|AR5EqFmD4gZ--by0NU4m__LqacuunPpwb5_KPPokx1Y223pxc|
go1.16.12|IOugpjt_eRE0MBkwx2SKrgjW3Iw1NN15S5UhRdpZyyM1y6ybf|g9UYAdUd10uu9fg9y3xOy3W19G5BRaWOY6FeERdD9fg2dr4tq||PqBS48qtTFxg5a_G9uE4q3zVmRjxgexfYFxlNgTPPqY1p8mbk|VrRGEJb7RtnsR9oRSJYaLQx-XSVpYCR9zzRJP8q2Hx0223mrk|
go1.16.11|VV3XoJYCfgjGghq3OxH_uRIu9PpfaYnrxVztkF2OAVU1y6xll|Ohckk-Uwt3LuBhICQJp_NuF8SzrloT1LHXFCfM6Arjk2dr47d||ot5GoXHaRHQq_JEMmX9TFwEbEbkEaCBCaz7dV9qHA9w1p8phc|f2tbPDqA8q6J_IFZDlqwLHnvi0ma9eERyF2n1Sgaez0222ubk|
go1.16.10|MbJ93uWTsDRzAS2gLdtwyv-M2WGNTZJXRSr9Llbs0tM1y6tty|eHya-810RodPeb_9INxCGcOu_2cxvQPwkFi91UbH64c2dqyjx||Vz5pmdsvy1g1pma1tmn3FjOvadkMYO_kMc8vwjp5v_g1p8sn4|GDmX1xEJQUtgVYSngz5ip846zIihtdyyWtbXIbAZ9hg2233sw|
go1.16.9|hWZYYl83H0i9YN4cUAfk8R7y0I4JK-jPoOeGytLWhRM1y6f5w|rDeToDUFTMYiBs5Fw6sAbOJO6ZZl23JPQ7WSl2bEyI42dqota||EyA4yk8sd4UOlrvcB1x4hnhkNCRcGblXyBWMX6EbQQo1p7x1c|0MvFMBLIqtYMVRs6DcxSJ5Cr9XTHqlJC-8UqAFOpzpA222eio|
go1.16.8|_KWY2Lk8RcH6Zyckfag0pbAEC5W2pPk8oT1rczouUb01y67u6|UDBPe9wev-gLxrZK1WfDmM1T5ip1v3cibyt93Roz04U2dqfp4||sGQ9eBXHjfOmhUP6oIIt0DAPkIC61BF5mXFaZJoL7nI1p7x1c|UfOsaUsgt8VHlLXfPpXwhmsKiaMIZ_1wHQF5VpYMNf4222hog|
go1.16.7|U7MrSO4nl6zyxfqPg8DUJAaua13346V8y-lM9icvruw1y64xa|VrOpAkJo8ib2ecOo_7IfQhSnX4QFCyw5WzYq4syOU-k2dqcyt||qOTtcdW8OTiE-YGSjEynTpUTCm0DKnuj5BTo4qwrVxA1p8074|dVlzB8Norh9yj556LC1YFCJWZLW42RXTTA1OstU9CDE222hog|
go1.16.6|LJxc5Cn-eJmmLv4lvLj8Zu6H0auB5xSMbBFMZTBPraQ1y6j97|wRMrpOYmOhcSNV-wdFv08j4WAuFmHCDwceCL3MX-jbU2dqo1u||ieMadIPKHHGopQhRbmB5KIW313pZtPOZH4kQiQkMl8U1p8cu8|jKp1oWBKhRmrySoMpVtgrfxnW7TrE_HJ9vq5zKVLYX0222r5s|
go1.16.5|vuPns92iUnJd5N9j9RgrMOV5v59hO9ou_g4JGf40ES01y6jp9|Cj-iea5bkbyMiAFxmMjxul2ZJetuXXVxMW5WfHOt0502dqo32||ubjQNGQYzMJb0juaKvKfHBchSUUyif5PxKi_NbivNo01p8g00|Mi3YxYXze2LJ5gPIR0e5enpltW_O9Wtk4wIcytkHhbI222o00|
go1.16.4|51wLEUoJ61SZh0FisgiTHcJg3g_tru2shiG_JjyXRgU1y6d4h|1AE5t63oowCOMkCm-G_o-JmpxGXJF-EdrIdYryFvXrA2dq8gh||pWFXTMLBHRV_6vBvgHqMVqddq87miLlaf3-CYGc4WBI1p89og|muHK-tXyBvAEz-Tp6bZORxDLacg_YiHaicETtvLo3sg222eio|
go1.16.3|o8FuFTG_lyb0eRHEqe18tmWmIHpRxE8Q661NtjtLzFo1y5tx7|pEADRRNbNst5QuUruvl4tmgUc4uFXu_43oeaCf2Z3n82dps0v||dcUBzpx-VCZT2gNNsC2NncbOzvKATfn8nMb5BwigLYw1p7qps|hQz55LCrA2mrJ1DGqyVyW2ophJDQm_P95hsI93Ayj0w22251c|
go1.16.2|-OloZNE-7J7OhOZOv2HYl1PckzWfBAxfFJa6rzRULXM1y5d9a|uqfWlII2WTDsxcC5nmpZNRgJiKLntJqooi28059AZLc2dpo2u||ZEu0deUg4q7x2ZBSKfqiyQ5GUH-O6NjQYU8lJfQM9hg1p74lc|rXxlqmOELmoq4Voy8B0eDY15sDKGkgPH3YTkiRRocZ8221iww|
go1.16.1|YEoiCWOTJiOvRWix-hEgTC1Y1IWVqL3wTB6eADWbrrQ1y50si|U0moXBkNlT6dWVcMrWeYxXsY4L2TeUkn8lqJ5pWltb42dp5hh||wxkXcy8b0AhKM6I84bBRNrfXbnUCk1ex_-X2Drc1wfU1p6osg|2QVhGE-ulMHpBUEHBnY1_S-CSfExlWhc7Wxf30v9V7s221vk0|
go1.16|SBSSoX1CGT1HG5O3oG2jVVMxvYM7djNq_Ie-ggxIkz81y50h7|XMiPpQaz1cRTxUw-ohj8jdBdc2KuHeFbtnmGtyCJzpM2dp5ea||k7lap_oYEVM2Ol86REhTiwIxKhLymJJJ1CY8A979nsA1p6fb4|D9VQp09sjvXfQFdR9eOaC6JXhpMMXWFQO_cdPD76JBQ222eio|
go1.16rc1|hoA3lBXMs4kZHiwStiKQ4LdycY3J805IsYe2glw5zD41zvptz|_3ZcMc8yG0MfmhHsQuYdQuyH1WMzyEf1qH0w4Bqu0982ffzdi||aOVjBYQYKH4NbBTG2CeioEMlIVPOFMeBHymbOqMTRSs1qp14w|txeGo7gj6zrvpXzaeUyWJnn5iHqK4OW04svlVUb0AP023kb28|
go1.16beta1|xnv1wVJJJcEJQowo-1EUfBx7Fl2dJa72TkZ3r_82w081zr1ic|8G4tfzAIQ0c1J-j90tSWrvX_plB63grBFBk05cbKfWM2f8lqf||MjvfSSWzlKekqc2Haa_uWxDbJu3W7pZ5fBkRw5Oox981qktfk|0NFaxomCLFcuvN4euUUjHg5QKt1jOJ9JTCCHgtto-NU23ev40|
go1.15.15|QDar3rNsfbOA0F8__Qh7dUw03wayAu44Had_TFpEqlg1yenff|ffe_lI3MjsCjkC4zAdF8u1wuuwEpfWhu4jAuQfSsbhA2asmrc||BNQG5F2nT2cVHKm3IImdGKhwfXfoPwe6Efmwmc7T__E1piz9c|x2ZWolPMTHoLp64AbK3Avy1t9wZqy434RGDqyU3Dp9E2013i8|
go1.15.14|KpIKZymGWZ3ZHLjtai4H7kA4SV8fXaypogL7GwWrrpA1yem7m|iKd7691ydtAgTzXjca6uthnya4XS7PFvZcxxP01Jufc2asmbs||_gMYByphMln9Bi0rRnarXONmNnlnWdU3nfDg6hOV6Bk1piz9c|zQMHJ8ogK29H50XPK4tRHLY8pgpxrUQe6A3SJazupK4200npc|
go1.15.13|9ucGFJX0Om8mFk2UMHWaRzgnZfv3HJDqcU4nXJ9Omdw1yef6o|0c92oRu9UVhxWj47a38MYj9UcvfA5lTIWJE7dLCefoE2asedf||UKcXx7zLmj8D3EUbq4VTLxlRPXeXXGFxfx6ObJl8sU01pimm8|FR-KcdDLpp3YiRgdzs4SnTvFoVzVMlHwlDHeIqERkzU200npc|
go1.15.12|wxBDq5Jq6bW0oFG6qF0Zz6JNrDuCVXNoJOw6h6psnPQ1ye5oa|MT5evFm0lzGcTD-VYDIvzCD3vDtOR0lK_DstY6QvsqU2as0qt||DDxOjJ9rYV8OQZ2mVpq9z_PLu236z6OuSiYrCykziTg1pimm8|C5cVqwQ2mBgQk6sR9X30A-XjkVb5KogPHvaAJet7Ve02007wg|
go1.15.11|sKZKKi3t79FVms-Gbjk8jgApTb3hE4de6djPNWGIYSM1ydyff|VvY94XzXOSh95tnzz9rTt4GtPkoYquIOzplO6XwYGf02arsd0||MiTJ6j3f2061bGxfx2H9O7LWFDCsWJ-xR9d99Q9mL_41pid4w|FIZnAI69dPUTchQKkqsZLqK8IDKdZKt5NJ6NkIk4hH81zzyf4|
go1.15.10|t29lrICXddE9BvXH2dq6iohVzaPKxRKX6SXE2_qWUHA1ydpk0|ujDSEeltV84r7PF_6evh2VjropOExa6x6Z-SCbRN18I2arjvb||aRQ6kixZAmaRp5Biq2GujUS6vLf5DeIUjrce_0rNOZk1pid4w|GHqL3RsTirFtYEgQig_6eTJ4pXpOxX-M716Ih6P9Q2M2007wg|
go1.15.9|J-Yj1N09rzatDpBha4Fhrk-_ov9sJUFnHcMbsbkMmr01ydkjc|2vXET7jW3dABoNHso9ViFnEB89GBKcnJNXKESQNt15w2aren4||YCUlg-zPbfYqPlvvNl1RSLUqkkHwItRrL9k17oK3LMo1pi9z4|2VR0RaWu6VEI7A-Ip6bO7F7VFWAFTfCFrIA766kFmqA1zzyf4|
go1.15.8|CRzyPv514eA54QgIh41WRn8Soo7bDek1zlqrMaq11Sw1ydkfi|7wW3FB08IX-wdvDicknhRCliNN-W6th1HAt2eEB535c2ard5c||gOB7VqO7wi5JcMPHIyzfl4dcefMBINnCAvxoWQABRVo1phxc0|7cG9RY8JCsSCPseRgbNQvVRGBztEMqyvKzJshUFdfao1zzyf4|
go1.15.7|TKZcS3aWFzXaCBGTLkyemMyFmOLuMQk0qPiUqtLj_7k1ycth9|bo9oARjZ371-5h7Ss9MZ8njUHeV1e24w7RkPqcPuV2c2aqlv4||FADzpaRhIUuXRjFnqO6fh7b1LUblEvF89dm3coWwVPM1phr0g|VI5zeX8HyPfc1OQZ85akFwKraNG8gv9jdYe5S83JpGI2004qo|
go1.15.6|WHLv9nRqCl8wQnKyfL6c4Yb0aEVOlXSczgHpA_v8Dhc1ybagg|t7OAi7Bywrq3MXUAkYf9Wn8g_-CjFzmTcAOhTFxNkAY2aoljy||lo4Ix7vewpJyXwQZIZytbW8fUWN0NG7IjBj7GgkDFGY1pfzsw|vtyCQxFil9FKi6FfyygOdBnc80SpVyY-LIFddNRjOX41zxukg|
go1.15.5|2BJDbH40gro8lxcu3yavrzWspgpWIf9KX2oIOGUFq5w1yay3i|HSS-OiACAadL4l5BNPvsRndQ6DToTpx3ian8EySMVQc2ao7gl||KPrUS3MgMzAtFOEOLP8TP9NeAsgIn1sbDRZXKrOa7Co1pfzsw|wg6x6eKXa1mjeQloZ698Yy-jow1bDGZv8DdGPn-g9l81zxukg|
go1.15.4|O-PPwIzMfnBW_e4XtvXRjp1_PRNR3P7I3jSxyVywW1A1yar2n|NZMgTjhRvld-QgmQDs4DGzbx6c4WcfPzIhya96CQqUE2anwrx||NhgH8H5Zmc8TRMNCsljHTiPp4Lt06xJ2LhQqHIABL2w1pfn5s|yJF6CEodRr9tBBMV-XbRzaZeRuWQXzQ2Vi_ojxkGa6Y1zxbls|
go1.15.3|YLND1pyisKlHx1BYTNGUslvSwV6wjvsfopBW8q8Mh4A1yfknu|HVedDpgHY_YL9Dr7fDeDyvY0M6SFcx700uJih41jSz82atdra||eYrfrAwz33t-l1Q401b4fPTu9uF3abjSfJDqHr6biAI1pkk5c|NmeRhD8PKduX606_wP1J7kLs7pJyZV6lbKlKgCeui90202xvk|
go1.15.2|9h5U5VjiO_JiajTjri-Lc8JBGp7inO6zn_txJpUJgTg1yh2fs|5yeCzG3iMxiMdbBoSTaIJuqhuL2eHNdm25RmoStxOMo2auwfz||-tq5bKMhAz2NFscFKHC7h1hy4uty4ZjzBWQ1boAfu4k1pm51c|4xaCeJQ5vMjCTvUSnFbxVYZHgioD_rDD7X1IuajiLZc204irk|
go1.15.1|7E8kU5H6s2goFxPxIkyhr3YYIvLnwqQY37sRssDR6j81yg66p|jj4eNeA68o2XSthyiDiEpMVE9r2y4u2xEm1rUo0BdpY2atveg||DWUvwkE17u8h5XkuQNtAH5F3cEHtDTNdyoJP7VGmzp01pl9fk|y4FdV-zHAcQBpgDG0NWsG65LNWn0eWO5DEBeeRlvLX0203aio|
go1.15|4MdHYQpzAwytum9qwxm8ozz_8ZsfWMAQcn6lX7KwyrE1yg3ck|3EkTFN_1uHrVC_HPVnFd6PjFRIm-MPPhkjm8KtGvJeM2atpvo||M3gNOiGwX8C7n3Y4A5DTIzvGI0fqWDScYxf_rdjLJCk1pl69s|ApRHcco8_-e82oXG7BbrbayU5LHId8zrYQ7KuS1OCjI203dog|
go1.15rc2|EUza9vF1IAR-NzQBeJC_2HvPe89zUko5YgSmzEJmKnU1yg19t|ULa-SgcTzxIa9H8XtFxELn2CuUUBHXYnJMvxGpb-T3w2atp2r||__JTYiSq2bL7tsngi-xzQUSGuPA6wPb_gCrGNquYfM01pkzy8|ZxpK3zviGjvO2ekYfbBr4L7SxuMXvQsURKsxcJNZ-hg203aio|
go1.15rc1|Ll-Q2gTyugc1Ae63kxuJfJ1Xyfjgee53YgxrHk-ai981yf923|zAXtyGIO0oDcRUCygxL92ZAZoqFGk7bMkViia0PmffM2ask40||UwVM2jDN3RedMY1Oovvce6kX7mQRoo7BnO-IYsmNl5k1pk16o|HxEBh85XFvM6My8WucC7lgHVCqCYb3S95_FZleJVSKg202eww|
go1.15beta1|bvUwG_A6KYoCNEmDWpQdU78IMAIdhqpSpfiS3vY1axk1yer05|Byx9agWfdlA6JTOiB1Xd29pYtQU8Fgy5ACcbsDlTf4g2aruyu||nANPyxHl3VPhZmteENgBiBmZj-uUzlGyx9ndRfio-cs1pk7i8|8kFxJV-h6_U4Ok1ObCL8HVv5o4U9uLHnTmoM554PHCo2016o0|
go1.14.15|bZkN8_YPwSDX4s5__KrRAsHVlftjGtK9CXIXRYAEzTA1yj2en|GJvFZNU32G-AxwdX7kwp-xwsbo0Fu23hJCoDqWrIUMs2abogk||EzRfu2Efd9-Wc0_YC1Y4STo3sWFpWJwquWH_0JrovHU1pwhz4|UEou7NCyB176QSIIzBV4EBgoqwB3XuNy0xHA1RIXLBI203zsw|
go1.14.14|YOu59EVJ9IJ70purgirYgc7G0Pg__0m9p60g5pt7Tns1yi6ci|iOa-eYkC2AJIG4MBXiP25YfL4OWHZt-nlZ0QMoZfa6s2aanyu||X0uWGMMhbi8RVvsF54tbbsVdtvsNRPnG4zGHi9r-cRg1pvvuo|hOQCzGNUKWiJB9N_l66iOrBQo_5c-Pw3zzOPnHXVOz4203qbk|
go1.14.13|lc_wMzWmjdEgINiQ8DpnphEJWQwGJEe_ZW04_D7R8nI1ygo4t|GMVZfXZIzjhy9KCnvHOnDAG1a3f-rF5fgLLsug0jFHM2a8kkg||JcHpSSiWqom_72rzB6eotQi-RVqVJhYaA5xKxJXVXNw1pu4n4|FHjiRmoKgi1AX5YLgKOok-MpJhv5VMQXXCtVZc3sLmY201pmo|
go1.14.12|nY7o0NS8gzSDDPVBP0Uy5IUquGVj_wbknfEgy4DrS5w1ygjvi|RoedW9-cj3QQHM4EC2EGfTHLN6Xl4RpBifANPgbQeE02a8fmp||vSeN2AqiNc-yNbXcOZ_EHevOcx7pKjumXqrBJdLCSoc1pu7sw|LKekYDuMMhSWLHNOaLjV789S8DEH-Cpa2XgDPjtuT_Q201jb4|
go1.14.11|XV-5R5_8E12kQ6htqI0sE_2J2aVDZriYtoQBAppxgxg1ygbq2|X1jUH28izhMIHMYRiyOKLlQNxhaLO34m14by7EGmWHI2a8aa1||4ORKCtH7zu214rFlH3WIEHPAssDgtmGRrPCXcU4lcTg1pu4n4|nhZEqdHxifJM56RmkwXp0ygIpvtyA-GVkoU07ZEw_0M201ssg|
go1.14.10|8zvl8NmNKMqHZAML8JIclkENGVF04bN3Jcc8I3P77a81ybpx0|yiFq_AkG8RPRxbNJi7ABUgTnzi_RQJH1qZqugr-xavM2a3lxx||26-zWYqaB6lsx7xOflj85vGLM5a5jN7kEUvut12JfFc1pq03k|Bo0-VY6e8FX2InDSIcNleSSzfpGsLqYyNMFN6MHOsCA1zxreo|
go1.14.9|LSq_6bAPSQZ4VCaRsYtWZthyiYiN9PG3Ev_Uei-Oaco1yc5fv|FrtERIxEI3QMX9dRutKAYdXsRM0IJy1OHv3RbN-CIek2a468o||g0cgY6D05KHHKePMo4e9J5T0v0xQh9kvRa0cw-_SvQA1pq39c|lV3E8P7y1O4MuGc-Z96DiPjoieE4xo-gVwIE90D6_kE1zxo8w|
go1.14.8|iBqCfxvAZqr8MlML9q4Q_TC43ZQqA1GcVWOIfhDojZU1yacpz|8PuZ70L0tcwCHkjEQutMcbLud5DtHDx6LFMVJIU2_pg2a248s||-xfehvnpqinLLtkiNVunHlYqi4YQQAvX-iaLC7rcMfg1pooow|lY9xg-lVvcFsMLiFtasebDD-B_iLoEGONLOHSfxMgvY1zw3cw|
go1.14.7|c_kp17mbFB6n1x8j6iaddMaMzn5fpo5Bragg8kLgk6U1yaa5h|3fNcAfRE9WmN7nsmXBcqvindcTi-9EFea2C_Mi3c_6U2a2087||Ut8E3uBZsPw8Za8nHaqyz6Xh3lfS4gS1PcdI8iJLWRM1poruo|Lg2mzDeyNfO965FUn_7r5mk5Ha3ef_jZ2hkhED2_y3s1zw074|
go1.14.6|2UY3R_PTZxyR79zPyWCCeTZh2kgMA5B2mbgHpHhQ4PU1ya9sn|RJXBhXnNERkvw0g9U15WfXHBpcW0LOwVKtUZo1mcO7s2a1ypu||KG7juBD8v_VC_gRX1qSTLr4Hwa4nmnCojoh7MgW4-fM1pov0g|bTx2axtXFT7ebHYzeYhIedf6d5BHVJ2gd0mmkdJcydI1zvx1c|
go1.14.5|QzgCJlJT1Y0Ars9LIusyH7f7iY2L9sNa7kj40hrTpjo1y9w20|SaY4uHVAnFquGg_dfJIytQQZ0PhSJOuGRzhUKrmScMs2a1fry||xccsNVlYswl4hPYtITiS9utetjrdQJjlPXPMoqoGwEo1pooow|8Ylklg-SHnhqkyE2Gvlf0SU3iBskxhn7-TgUMABe18w1zve2o|
go1.14.4|VV1-mRnKWNXGSyN3ygkJXuujpdGXZvJYH_AunrAE9vw1y9onw|4E9ZEhmxjnyr5z63nJBAW1x6W67mE3dnDXpIQpxcl402a16gd||S_MMym0DmtT1xD19G039Nb1UDV4MalxtYThEzDv4NTs1poc1s|IT3W-rekX9TqUrziS6mrCPWlIlKE5FMDpZBgXbYSlmo1zuv40|
go1.14.3|sAB1k_Tik5gNlorMlxYmkuBM7BKwe1pJKNumRGJXSr01y9dnr|aBHBQ0H6Dl6-BbKKSoCG5Rol7lS8hg-DGD4cR447G2A2a0rdc||sr2cuNBfLHJ5wmtuDuSGetINK6OG7jfurhz7DOd0XmE1po2kg|xPC-FNafhaK_TU-_2ch5wvj8tFYPEX3w4XqhmZ-KMZ41zuv40|
go1.14.2|dr7MrZi20_jek15cnb1pk0zKG6pFuICWXNzyd531ZSQ1y97ja|G1pgs7uqgRBtXuA0mbVzTsCTxqJVq_mmoGfw9JeleRY2a0b5r||G_EfSFh8QLsJbbqi2KLIet8bf6EerWvlJMm-UW75FFw1po5q8|wHu75MO-urMBy3ejkMQF5gme5YudOrggaQT8YWj6M7s1zulmo|
go1.14.1|Zqbc8oKYziwzEUh68IIq3-x4nge-vDtcxqdb6fra7yQ1y860m|S8w7veukspgSC06njiK4wP6TR4tH3XuE1w2X0rJkoKY29z0p6||PzBc4Jtbk04nUfNiwUAW9FOUsvJzV2CoCS7nzW4Wdr41pn0n4|bqgv2ZWgo7j_CMquhuJywqUIePfLLU0Zd1vjp_Untqc1ztdds|
go1.14|rbY0vtxBQ7Z8ULLmDzaiy8rWqwXsQaly4hFXAVhBcKI1y6jkr|zC8ejRl0T-Cy6Xm_mk-dIk5Bb09Uy2zzqotenAhl3jc29xc9d||44SC1robQh_Bo9cZD7BCugf3nKDRht0xBeKP6S7yDwc1plp8g|XTuHc2v56G6XEFXl22HotOwxQF9C2VStOnGsdYh2aF41zs1z4|
go1.14rc1|v0DzcxI3nqNQ0yrNO0a8tqANFgGuSCRoH062ZaAzEoA1y6ku2|T3FOuxkEuW4aX-VRuhldm873pBcG1bNON30BBgILPwQ29xek8||PDLb4BfrWidz7u8ALqNRZsfQ31En9rueweVxaZ6p2Zw1plm2o|yMtP9h1J8lzYd5TOn5fLbTKm_1_HNJKaRqycpwt7KXo1zs8ao|
go1.14beta1|3DwVxnMxt_1YT79TiuLHQrv5_CM3CX_eIJAHYDf9MAw1y0587|2qB76lmuChH4tYmPb29beB3tTuPGJ0AMhX_JHOWvUEU29qrb2||Ci0tzdkKu-ztjriAE41zdtUsOOsh7QknI4zA8q3S7lU1pgfls|LGd_oBnx32a8NQsrclZYMM-9ofKhax6DLKJkPWqFlzw1zmm0w|
go1.13.15|oKOrDwkFY5p6Sqqo0ERiqtbuehrdmMxv-hqABM8NK041w8dbe|JsAx1dwrOVeJQ9vTT-XEZKxO0cgvjeWfEpmdO_n4PqE27yyo1||ltLjuNLo-PfDNEv1EzND5QHgzsmMz8KkVtCyUPRt0R81ns7i8|dTeAHK8pkScayJGKhcWL8BHF2FfhcaxrJEzN-W-_SI81xx2io|
go1.13.14|u9OFzfp-Ap4Lpoa-b_EKCcrupI_zo6jQSuQspg8_LN81w891j|WCL2EBas4YO8X5C1giP6dqWpmLOCQIRhhpNJVKLlVes27yuuf||kQbnRSyXX2K4olTJ_O8z41vR7ZMPXkyihzW4DXEsSKE1ns4cg|KJm7I66w3VS_ddBFG9CdWSYaJVX34WHQ0AO7Vu0Q5701xwge8|
go1.13.13|z0c_FVlpDDSCycXsuSAhbMDY30jqa9T9RuDlBgFiNjQ1w86lu|L4AozDQqibWBjtwlbRzSHdVnL8mRhhghoH9fm0oMVVw27yub3||xgPaZS68yDIyVP_pDN4_FOOmKC1SIC8XwQfNsZwo32M1ns16o|_5pQRtgAHPTnvyBlyo6RzAePn-szWfkevQUe1UK684c1xww74|
go1.13.12|jUXK5tITi2rUcM7ot4tHOaHQLN2XapyYYfBnoQLpr_41w7yrn|Q8S0NPll76kBXEeh9lhY9iq0Jfup-jakjtQNGAXdBHk27ykb5||niWR_Mtv6syypPXjdGA3xrz4hfou5-O1ac4oh4J3HP81nrrpc|g3KlqIE_-brW5adDkLsnD_hktv0u5eO0oEAfkqDjRl81xwzcw|
go1.13.11|026F9qmamVW1s0jcEzePK_Fesyu8aR8OWC_Fw6Cdce01w82vk|5tGAXMcNBCEzuUpZjH5maxZu6ATVQew15jyo6zBTA2s27yn92||R2ZaJLfKgs_9pRuKpyzjBKiLNgVgGebv8J-oTP4JMQs1nry0w|5AQCvwd8i5yCvf0zJ3VlVVQW-N88UDTqPM_zTKkXtJk1xwjk0|
go1.13.10|wE0thoJvBrNa6Irgd7_pAn50rcJVFsr43bfPXntJdzY1w82nk|5W_2irDQ692dEenz70tH-3vTo3nLB9REuffXfHAJCIo27yq0d||MssOUfPhlWNlXb2Jx85G_jGPYsGrI1bjsF8Zajng4tg1nruv4|jpGFmY2OW26Yws94W4XJiRkQAgzTgoqoE2O658iRYa01xwt1c|
go1.13.9|4iQGN3RI8a6i3RUXMn5a5FLYJsDHYks1EdWvUQxXtpo1w7ks1|zwZqq99Ng8JRqqzhS1ejWq__0fpn1U2Qfyf7MeRwoTU27y10n||VS1GVS3rpRskIBbav2m5xMqZXl0qnGCfvcbOmHlH2ek1nrlds|cgVDoOUHzDppJO6RzcQOI-et6HQcChWYcSOXBQY7ECY1xwpvk|
go1.13.8|AMdlBIOSx4_TaB6lJ5xAjiH8lPAzpQShFY_GJ5-waOM1w623m|qvCIiQcUTKcHDI2tA_zxMI93pC0vbk0qYJ5k6a5zz0827whu5||bdYHjH4OlQqKtOTv0CBy-DrhZfWpgxmYjsPvdaucq4U1nqd4w|4x7mH33xjkWxqzBFNslvm9mCmIkbwJyKExbcZ0e_etw1xvny8|
go1.13.7|z5saL5YkCtuY3ECBEhrDCL9vjSdg-W1F9CnsVxYCzvw1w609m|A779M17p3fHRDK5S6E61o3QIuOEFrMHCnjC7u9gUN0k27wg2g||ZRIa2M5ess6VvcwJ0ivVS6XfFDMq85JkRYMnXqtdS9o1nq0hs|1H7mwTH_CsYqCG5KrvbK44DbTLN53L11ZI73ZOmb6Q01xvksg|
go1.13.6|axWV07W1-9uvYDFQLZCmlNHnril0M_wBxsSP6LyYdJU1w5ylc|ZurgfgMxC2fSeXAQKLqNxpSM0Kzcb74hwiv6mivEiIQ27wflo||t3on-B6u2QnXSJ0BtLjW8YeQRgvPLAio5HoODUvHL701nq0hs|2YTiVmfkgWl4w9CtNJ9iHPLjLN6BK-4zwAKkYfbpsZQ1xvegw|
go1.13.5|WprOWMD7SHoHo97ElKWZV6qEJfvv0E0aP7HQqg2V-401w5v4a|AnJ14E15X7rciYunpQ7QqyFh_0xeYTyU27Bmssok7BE27w7om||v7yKNV2xIMAQpa9XNDiTl2JIDTHyyfdtIIDuHMM4_vA1nq3nk|6rz2bW2PRN4hqWoY2VeZDGLyHX-tyzCKJca1jHmsK5Y1xuyo0|
go1.13.4|ppVhhOMbXJfudu1zbxxbcIrOf1ZzURhi-fy4q2SFEoY1w5l7h|q4t_eipPe1hyD7ISizLHRxCSlh_0agHZOE-0idghKgs27vpt2||-D8sR3TX6Qchligz5HgEu11Ho1wMXjpBbfmYbd94YXY1npu68|OaBi_6W-0LqZt8qEIsTDYuO5BEYVNa3neoxPo369E0c1xtwqo|
go1.13.3|snpCZmUvGnK0AjvM0bA2ujVsxqJ8GNMpqOYkdZYmKY01w5k6b|lYXv6rN3gxUsgcbONzsi5o9FxoAdwsIIv9Hke2Ru--827vpun||JFBMlxk-C6x26rMnO3evv9VFeRtzl8Nz9Mv-idgIzBM1npu68|1tGjKHyZRXT4ioZQoef0__Gbq8BJecmozwF475pJ7RA1xu680|
go1.13.2|wMWsg-NUt294Uy7YNZAVFkjf1S1Y3YMuyu6eoNqgfEI1vzfq7|ADyZ53jW9zumd_7Etmw727sUSzGM_m_74m7YSTstuaU27pkw9||w5Y-ojgIh0HCi0H8-LXCGoLRALAzkSmExaC1ws4_k281nm5fk|MzlaaTne6tFf6OyF3SF6SNOMvYCenNm8Y6Qb_PrTuUI1xqb5s|
go1.13.1|vAAQ76OdXUbi18e7twLKN3ltlbOVAD4iCAQUB2VWxZA1vzfb6|JMsI02nBlizMrO3Fb9edwTD2I7O2Z6MWVUYhrWrJtEI27pn5g||xMpOqI6M66_PFtpmankAeq4fQxAQZxoMI5_tKiKGpjs1nlssg|7m_08xdmCW5v8AvdhV4AfEc8yQgPNYjXvgxewOC4VXg1xqebk|
go1.13|ya0p7_ZAv4y1UYU8ZJ_WOs13f8so2yZxLQeYOpc8syc1vzedc|fRYrgxV9MXGWH44FpVt9qEdiRN8_rCil2hyeIVrP6ok27pn2x||ID4h427M1ByeyED1vZF_r_qSE9vEF6EO_-_aOuvivNU1nlssg|VIrg_GsH2s-Qy_UPHKPMf9Ja9TvmdUK-_TbuEXtmnhI1xqb5s|
go1.13rc2|BjHNrjRfR-SwMDak9TIW_u_fRD42QEvGizpa8aLLuoo1vzf6d|7TStS5WUqw0Zsv7ZsH6lbFcyefRgQbPEChfDmjW_KFw27pp5k||_F0T6Ccf32zEFxvQVRCDjzx6WTQhupjmbd-B2PIxwF81nlssg|pz0eo_TUn0ReFBOdJxE9UcUE49FB79wPe17_Vws-LvE1xqebk|
go1.13rc1|ejnW48ixmW8iqarmnoHBfviQH_3uOWzv__baIzYfoRc1vz37l|VP9QYVfXZxNed1GI5OzbRNNLohVGPsaWdPSsOMsg8Qs27p98q||QtLgTj1lRbU049k9dds4WDpIF0z8B1aO6E2vhO_I0G41nlmgw|kqRLEP9CzmEUEYxr4kVZ-BeaUkUZ9sNq_59aWFXQRs41xpyio|
go1.13beta1|8JCPFwPGQpUEQjF_dYHIJUhC8AKY5OD1EdFRPIfjxk01x093x|CAmLSw4aEFlx0vztKELoBvj_oIlzroeB_SLdkPdkBPs28rnp1||YYnl0T7wVBF_xF_gKKSzxrIvyDAaQi5vsT8zKoZKjak1npkow|mJCY1PNTXr0BJvOB65_wlzc8BgrY_OkCcwaWhm6E8pc1xv4zk|
go1.12.17|8kryHuN2W310fGWBGSXeX3MvcO2-qvT0512KUBmp7W41zxl3i|eLpfGf6uoc-TJ8jTr2knioR2mV0UW6V-3QGrXBxuzqc2bjig6||lZVs8uous2TNeNkfK34ELpP6sgLcotdCVMRHWgv5pNA1qxzi8|gDAzyUazMzvk4KJuhUgG2RRZS-zDFW7_as99zS5h4lw20ywao|
go1.12.16|qc9b1visomzpQe95SXqlo7xEXfQPsxtq5MtyKtFI21Y1zxls9|0qVw5IcroiYPtjaeLpzCF-jxVBOI1veQUg7q9ER_7y82bjg2l||IOnM9EdqiMfXGjjUaN8WWlXKTz4ygP25BnaiMEUQKEo1qy2o0|x8PFqRu2c0jidEVIu6_IEEnLjIJlB4uUUCRKvbcDDJU20z8xs|
go1.12.15|cHI_KPc7m-TCuDX5rHhntRFNLX10rA-GNXGRSrhaKho1zxkij|gOekcb7yoF1HKbOHYrRTRSOsR3nHsy1IrIXqpJDBEaU2bjcpz||pfA3cIBaME6O0flZNyRWuCHpBdFH3j33eNgtqUDTVZo1qy5ts|VnKFAJcXGaGPdX0D8TP5q_cXOLpHzPIg2N3CAiLp6qs20zc3k|
go1.12.14|Qw8P45FiAu8aFXO2lTevHjhmqzFFKNgGNcaaJ7J4tWg1zrb3w|gPbKX17dh7rnwAk0AUjNmCimHdZt5e54YoQ7CECv1PQ2bd2f3||udMxHc3j3EYtT-bqWgxaVIFTpT9bPRRAGgDNgCm87xU1quh34|dr9tHAUFvhtOfvaCoWBnV4e5l_bmCDf8Y_-Cedr-BQ820v4e8|
go1.12.13|s81oqKHfy1ZTd6Murm7GiXoZ1JKCtcaltMu2KOxJpdU20k04e|xEGimOi1ENPNq_02GIXNZ2LjPqzrJ8uw6r5nV_nR8H02c5lyx||VpXpPKKiODekmdeChvsmf3TD6fMKr5KME1tacyGt8Ys1ri6f4|IbKvt1XZfsRTOgj56SaRG_8jhmzOcH-bIdDGgLajA8Q21j01s|
go1.12.12|GITHc1LWueD_8vAe_o7wnqKIbZXckW4mSHLI2iR0ZFc20jzz4|LQMLOCUUo8S3bdB4b4EM5QQJzrrzEaa3mt3DU2JyY6g2c5lt3||mAt_KO0C0UgfHozQldYcWhN3VNzQv2LD_sndO1onQ7g1rifwg|WNykM_Tagyy2csO_wM7LDhq5MQdgf5JQDCJl3uTtpNI21j6dc|
go1.12.11|HUn0F44vwo59oNdkDpbKeqATqxmaFGWOwGzmLMMFcXU20jxy4|CwyNvLnvpfMsEkn8nFnODrB9emm1C6SPCnE9BScjHy82c5jtt||sAmyrLURz1VSbDNa_IABInCC9wnBPjBWj1OIwmKRXeo1ri9kw|6g0l-tfCwtHbLC8n8Iji_15VK507kb_FeIRF8NpPE9U21j37k|
go1.12.10|V3rr3bSI2QEKTWu9GcLqKC_18FAT7s2oSj-_f9jJ93A20jy0f|OOo0IqS35gqJWbHWtXDswo2MOfrvrA950ecQTOMgSWc2c5ine||RmUDHBB7UzSe1Vlt6ZUnYy9L683Fl9Kvoxc_237tozw1ricqo|DiXRlMC-l1WvrErH98IPgAglscXXeTL7tQF1Uem3AKQ21iww0|
go1.12.9|luVMmAGXOiVUF9mCfUcP0PrhStjJJ0V3ASwB-XzVNN020jym9|7HVQsy_wgLFwYLnU_ee-6U2c88QuhG46Yv5KMEfseeM2c5gdz||ultX03UtRZU-j2FvI3H2XvTJU8-Mbi4OZNahSW3zqwg1ri6f4|2i_DYsevyrYRcJ71bhuxRckt-vNhyv3XVjSsgXLe0kU21iqkg|
go1.12.8|4H_sCXVJxLugz1cScj9FnFbIEvKQVnB8FlgWhORUhfI20jw62|Q1LtkCQN3Btjea3zIQuEm46JoXPKAGFvK-_1Pfn-88g2c5dv5||cwB-vQerPvN--iHJPOfHQQMN-srxR33AXmVqC-2sV5M1ricqo|mDklSZDe3FZHvzhhH3waevxl9_1qr_l34FsX1Owh_qY21iww0|
go1.12.7|v1W5f1_Z8v2eTwsYLilu5TEmLR-EWBafi0LZicI3Dlw20js82|UCcSwOKe3Guc2m-l5Lb_mzbifSJTc7rq2HCMljSqjlA2c5bia||si6NxWz2e2E9O3-FuqdakRiSlQw2rxUtvqmhc_s0y4I1rhwxs|39NGoqsKDTzELugpW5Am3Ms_yPG2V47t0-ebZSjhqjk21ih34|
go1.12.6|nVZE746UrQhT4ahtVGWkYA_lss7clG__gN5GE16rJIY20jkwr|m633u8DtVfLblnQ0sDOizd8uRtvcW7hWDY_eAZ6OGdM2c55qv||yVtGhEyW1Bf4QUhWzvYdIkffKAah6OG6-IovM34qxNI1rhwxs|qRq3G-eKYQv0RKR-QZTPX-B8WNBruu3x7a2TuKhRMGg21ik8w|
go1.12.5|m4z9ZowYLTnyA5u7KQzQYt5DjHzEirP02aMm_ONTigM20izd0|zLaUJ5qrOf4OcGKSYfE7AwfuQNLV4ROO2Uc4AjqwS6o2c4jz5||np-WhcE--Jp-F2yZlvZWJSIZsClQPXZB9THH4HnVWW41rhkao|NRlbU_p_iTi-tC-ns1TMpi0lIerxh_T4S4ZElCv8UO821hc00|
go1.12.4|S8ZJx0xjrsmClSOENml5S0Hkb5m8eN06UvMSYE02sWU20iuww|JbBD66zKL6LIe7zXRjvl80-9IlJHwQGIj4Fkf629_KA2c4e2q||cbCKKiJY1nSZzJ-ImHwyiovIy-oiaLpfyiqpm560LSU1rh7nk|q_CvOF6plj6cU9LEZyavforqbABVaBf5n8oxjgXRd_821hf5s|
go1.12.3|3jRG3292QDDFlFgAE0wZHwktwU0jAfEv7myPYRrBiCk20iuv4|GAbgiehbhPGS14Kn9w-Qoy4OzP0YFAWFfmEvgG7AQFk2c4dyw||9wCmCT-FAhtpJptJ9EdvyGVDT72DKhZyS_eSeRdDchM1rh4hs|aZAY3LFli7uraa3d2Fz0HjIU_d5xE4vLKGWCOqECpMk21hlhc|
go1.12.2|EtYeK0SHCcbDzGsb3_h_D1pU7QpRWhMPnO5DhM3jyZM20iuy6|QZcTXvIiHJ13cgY-G9zT9R3jeBGxmmeNuH1_xzWiGPk2c4dso||ZgkLX7Z-nx3FnBSvtldXsq0s2GF7mz-NzB1fxH-0CEE1rh7nk|XIhFLO_mEsjsog5cH_SmViVuzNgAeNh9e5bQkPnufO821hc00|
go1.12.1|9CTdM0DFc5qHz9H4NtOH32nOzdziqU8UoFcmG7cGgXI20hci0|L0hJtRL_-yzyAoYIqgZswbeecw_RRse4kBV5cWLwjsU2c2nz3||xvlKWcSQxZLA1HirZ2gPBlqUwNQQWNutPinBipkT4tk1rfw8w|A0tbviM39pxfnAtTMXGxp6Mq0wyo3_ljEFqvAmYBFQo21gt1c|
go1.12|xmBr_cTYsID8QPcqBy6zgOrXegKk-ZprlT322ccCmXA200o9o|iAztGuzvCLNHGoQ4G2x-LA6Ea4Hdl-y2KbU02UHygr02bnmdm||CJo0ybwIcsZqd-n2tB0cB8OEFWcZntU7q5v0mnMGcL01r1bls|E1FUAfxejilZ7jdBP50q-TTiv7uoeipNehxgWKnb5tU213myo|
go1.12rc1|0uP_0TKLzdInFcMlV-Ai0jHDyaKq-NfNkhnNOBO3GI820ycwz|zz4WPGEG9PJygW-lPR4B4Mq_-N15dzL0ZRO7xepPGEM2cm0pl||XzvJZbzy2Kyg_5c2Vvt7VGYhmwpsBIr6m8gndDG2po41r2dj4|dehUGSr_rySPUg2dK2AU0VAP05NRLazev8bLZ-CK8MA215hc0|
go1.12beta2|RLQAO4MWUXGXI7nYsRMTwfIEEqs4-gNUkx54-dGN2fM20tk9a|bRh4JJ2Z3Juj58faBUcM98T6cLMZ7rjmJI3Vom_z2HA2cgvku||I9zeD90EJ-1WhFCebJ-OmX_A9woPDTnDfc5Q88PCFps1qylmo|IqcFKPNiQXDq6CbHnKAhJIzc2ntpj59OZ5ZzGPFsZgI210tts|
go1.12beta1|LNlUpHj9iCCk7-TsacfQ6Lxr7w-DXnTt9ys8X9Cmm6g1yq8ka|Fngk0x5adaieDuFZVhBC4URJj48sxyV2cnfMvPdJaEs2a7a21||1ynKFCmnZL0HHWgyCgl3carIO8TDN95hXDWUuqkqXqE1pw5c0|PfVV8tMhGAGO9dJK_hBwt81Og2g5ahxChJVM2N-gEoo1zu5ts|
go1.11.13|UK3Iq11BrRbr3j-mV7kTSYONU05D1VorkSO4GXOEkjA1wn2w0|VXUt6EQ50O10StaBrgkVMUUW5pCR-4bKuXAWKM46Zf827bpyk||WaKBtfa4V8Dam-IrSNyyuA1m0S8Fn2kPJIwkZjnR-IE1nvzeo|r4m7vbbcu9NbCEFcslcl_J94X1FNXECp40KEE0Szis01x8hkw|
go1.11.12|3k4gRtnnr-4Hh_ty0OQoC9aExndXo2DvkGAIOrIPLHM1wmyj2|qG5B4G059o6o-mp3Zc5Smr4-xQN7o6O_8ubSVFWk-jQ27bhlg||hQwGQGidA8eVAKb59LpSeJ8t97ZEE6K7tKprrjke1yI1nvt34|bmSMJyNuvTdBtvCXeEI83qc8q1Xow1zQQTfUlfK7LEc1x883k|
go1.11.11|y-Va228HSL_owLutjULjEdC9BFMAtbOvL_OmNiEeNZ81wmsrv|OAGKGg-jQWh87i9xwOdXj4UrvwF61IkHzabMKNG4QUA27bakn||aPVSfI46MGtaiNMTUBbfIZjiMmLfGoCIahVzsqrppjQ1nvt34|3fVEvsoPIYr1i4GFjQSfeNraJWq1xkMXEe3U9KlSJCA1x84xs|
go1.11.10|p0yhwmyMc6awhDqCYw2mn0Pn9xqtgXGkDlhyzDsGkT81wmt8v|4DVLXO8Y2_WGf_8CLtQmTEQd9QTzy4bJDYuYfsozb3g27bbkh||eyGFSOxV7qoE-BApJnVT-5bbQ3xioj37crYV34l32ww1nvmrk|5QiZYDU9nWYtuxiEDNLu6Mms74R53mRsOdZbgP6Gp2Y1x883k|
go1.11.9|zpmey9iTdVkt4VNnGL5DB_vJ_czehgpcw4i11HG2r1k1wlkr1|8_PjxCgTHVvmXXnPhmOzqBtmdeXPl4DDsHac_KaCSSI27a60p||zncz9Gk-Fi7RwCrmLrEfCaw_mUF4Roe0bCfpnd9qt-Q1nuxhc|DDqYNumyGmLFny4hyLxxP8h3PM-qJfOBDAPG5o3mlCY1x79c0|
go1.11.8|TJ4EN5DZ9HfyOpCsjPuv-kaVPui6iIFSz1tyoklojm81wlkm2|a52fGKzkVdzsLnKgxnQPsj_l85Qz3zUit2zgXc3LGAg27a64n||waw-lWpgkq9hgmYwBneBZkuH6saPvf_LCQ9_Xx0lEQs1nuxhc|mZryd4sJTcYXBGb8hn7AxL52SfTMbCj2NDCLiX_jsSs1x7fnk|
go1.11.7|rhZrks5fLYeOXzdWhb-85jIvcr29mLLscQ8kSfrso6g1wlkln|fSqPL5D06Ym9P8uKtwlJoKPNsO1BbNn2F2i0z8IUwJ427a5xf||K_dSm2qO0I2tAtHm5RXkYC2TZAgnEZhE6zo8EVMGlns1nv3sw|pZLLs6eUyGpzDZ1ImA-ODRi2XuMg0RUCKAB7bfIWeII1x79c0|
go1.11.6|EaKQPrEXggkxqZWzKItmqiwXb2xF3vEshU_s9NnH9ps1wlkej|qRoe-wACiyIkRfS8tshFSLvXSWLlPIe2jwvOZd4pwa427a5z2||0r7pUoE06bxzZwy8fYxr21uNa5kfGeADdZGSDGt6NT41nuxhc|QhXZ3MjgvG0jhHRebNjR1TR0UsrpsGWOhEJnIcNvUuM1x6zuo|
go1.11.5|tWn3pFBWq4EDZNesnuY1fpoJj8Pkx14BaUhzb6k-4ik1wkki7|HHNP5hT6BS9EaU6ZPy0G8kpWtnA-5G_fsrm_J3gZ_kA278hwv||mRNIc8_eoEl-rOVncY5cmiO0Tg3tKXg8JhRTNqyNUl81ntvk0|AQWORvFPFtKBfHYpY9vXh7gybEIVc7rBYkz3r7u9SZs1x67eo|
go1.11.4|vCXqJUBoeJhvkckq6ALyXwM8sBY7SurH5xhfcdDt54g1xfl6h|7rIOIXAvK5Rp2Tgd9d6F4vcxtkofVO_-GW0PfQIn_hQ284g6i||uVzR0elh6CPA0yRadfengYD7cgw2GK_yw_fHNkhn1Po1nv3sw|2Wf5dQTnA4tK-rgBTnA55pxYqy54BeNYiew53ta3CJI1x7chs|
go1.11.3|B6OANdZCroGCBVHOSG8qx9VBwMr5EGWUUrRmFlbbBpE1xcom6|vBaCBxFesGhuIm7TcIM3sWGUbBrLBDdgPhIh6U8uHw8280opy||9hfuEIoOH-1RW6b2Ybw-MkhHrlfJPnXPdR96PibH3Ck1ns7i8|wethdi1exYW4r2D_f6e2X7s1pRdxvyuXuWGxMFiDLYs1x4mio|
go1.11.2|wMWrVo2c8mDNfSgeCkie-R9LlDgT2Z2seLYWB9yhcoM1xc6hg|CGxZ3w3OVNiPMO3VAWA5PezrJ-c7jWtGue4_iLDALig280gln||VtyCoWdHvjuUITzVOgWUN0YkN7xnoIdVIREyTT9kh3o1nsgzk|dOAiExW7ecRQgM0MgbvgRqsqIb6oCPpeLRGfOgeBUhg1x4d1c|
go1.11.1|XMNoHJVOI9QLDCVldl7DT0tOg0NI4D4dHm_Rw6dbggI1xttnn|IwoI1CYN7Z12nwclEqSb_-i_r_gyPoOcLbfPfJx4gTA28f6yp||oZMxlrwrh_wg8qsm5aN5prb9g8e0FSFsAO86Pddbq7E1o7klc|dO0zlY9l-PKUw79NyAzZEuHoxIILs19C_HUFmi435JM1xgtts|
go1.11|0yefDj1yhjc1Lv8KoeESaKDrAfE2RLy84cBmE59akNs1xsqna|KfkpEnDwswPQsnD5k5curSFbG608xnSguKCWmdl4rrQ28e53m||a09k58HiIaGJ5O5pGJ4VkUNtbqMm0EfYnj6DGWJQM8A1o6vb4|-O9r0VomV4M8X1IEkCZdFDEpmFbI_OSmQ5A0fWxTbi41xfv28|
go1.11rc2|MOr00CMQyFjrjwlamkzmEpb2trlfzJ2FDFORBAnzGiY1xss4p|7dGtP5TvMerP4mfzDfAKyDLMlUfojeA-E2iuI2MAcOs28e7wt||2IuKswO6Gp0HLkyS9piYmf0Z-ztd7B7h2OWPNFyxwKY1o6ygw|VSfTg8NlGyyYWwmohzm6NCJVRy0Xpn8M-uZsYWUGEZc1xg7pc|
go1.11rc1|sDZVe3uPMSeHyLZIUruqo3HvQwcTnEKzhcXoYwMTxGM2scndu|vNSCva5CHFgIl84Ls1D1Znnr5naBfq1XLuOllCYRvMk32tbxx||pvCau6jeirWwnBUVSnQNsqlZLnQgrgmPciMh47GFdWo2gt6v4|7wlsoj7fV5sF8lNjBdYRFB5-2k-B_o23gSRNoL_PZjM2pvy80|
go1.11beta3|eNV7TwSDOTUr6ToLH_rDBoYAuy6II8Fx3AytyJybLU42saomf|rH1AMv5PgL2GKZKCnfvJ9sTInClEQKjhuSndmkNDkBE32rdiu||NccAcpnx8Z79b3UN5mOqDneT7W2twI0caOzeacTV4RA2grp4w|2Z_C553MEEeyl4ktvpaCseVkjzVmKE6qQNgNt59cnuE2pupz4|
go1.11beta2|Z0s_zcanqQ4pVlMenD2QPE4LoH6ygibFMztrLDazSHk2sboyk|kQcs3Cy_ew6UxXBq6obgnUoESqa2D020wIacopqL76Q32rrr4||cIFchIv_ZaC-k4fZLji_sFrMR1j45A6XwCeC4-KQdBA2gsnwg|aVrwDcdEMuDnOjtQOZQXvLfOBaTPFNt9lrUEYjqK-qs2pu0ow|
go1.11beta1|612W6cIuPfMIhOKS8WC--zQT_8yKCBDURLnCC9gBXSk2n6gg1|HuuHSpGRQ_PmK2QczV67_Rs9TyGE3h1kl_eytt-ZaWA2xk9o6||dgeKu7tr5JpByHKErFjSsDtnE7H-1m_OGlpnNlgLd3A2bug3k|yf-6U7ITy1LYMVqyO-Lah7b3i2M2SHWO2QUJ7x_CK7w2ku1og|
go1.10.8|ne2X2DC-83NOpt5w3wFZZW1qY-AUhBdbNNcrjbMmvaA1ec22b|q2O1XDSfdczkuTrvqbUoKPUOuvswLaUFfbDmhteHPXo1m2ijv||rm-nqpDnPc9tvyChKWgsuWZShvGqQj9NmFs-A-7Y8bI15fr40|TTXx6RKFcR7pJZf27jvQZv2i-lFXllxi2PZips5DBWo1cd2ww|
go1.10.7|u9KXpFat7V3K_pEZSq_siDgCzQmCEgxzXRWjmBAkjqc1ez58g|eR4tWkCZMhV6yH9Np_oi1eVGi3hNWTMSHkp0fYljnhU1mps3x||t7GBD5h5PPkDB0JtFOPviikLNpnsEfQ1j0x-X4VjMCk15h8u8|2RuAvl16bdYWnVd-NZhOmRE_old86RqTkUhFSinZeUs1ceebk|
go1.10.6|Lz3tEJo31TvYYA-iPAfZq-pB-zCl9ZVLvJfpxX2ODOA1ez539|_FfxbCO3-0G2ZPVJ_y7WzKNAVV43TF_1L6KWzT8ijzI1mps6c||S5ftQNazpofGXVMCcVO9BCGYvPCdZd2AtX3CgFYV8mw15h2io|7jFX6D6Us58jS8tSk7XyhcUqGe6ufMeu3Iw__g6mamo1cdvcw|
go1.10.5|6TZTLMDT6pRwEpum3zcUkk-8cJqUQSCagVRQPPFoI_I1eyivz|2Ioy600fw7ESU8naou85fIcA87pJO0EySxUubNpE0rQ1mp4qr||fTea0xRmWE7CdFCQu14TCv2IyMl6XT_b3inbrQ55Kr415g6ww|kRn3_EADekclThOaQQwuz1Nyuqa7gwoQXX5NbfW0uac1cdce8|
go1.10.4|QH5WGQSMQn3kplsm7bF9VMIg-MMOvTWJYbF4Wjg5Tsk1f92ce|VJmqmDmWZN-NwdpcOqrtFLMTC3nHE7Vneg7p6ThUR2w1mwpke||Job97uPdyDIfUP4HQHKAkvmHMv3C22UhsTgWrcyN_4o15perk|1YWB1IqezNtPiTHv1scDfTRZhiWm7N7fIBLaFDXcV3A1ck0lc|
go1.10.3|iWlqKb34CPqYYSFqIYJK6OsudQpUsUJM5_Khd-XNFGY23hdb0|o_GdT8D0tFg2s0lQPjR-ZOMauDDe2sL8nDkINtRBjts2ayuhv||KjlcSiap1oLA24hC2fxkImqzmPCHQBtXTWiPTf3D8nA1ssvsw|y4l1tVNAzZyc0SDEm7GPNT52VYodJ4Xg_b-16N8WYI41zgdmo|
go1.10.2|C7EodQRGdNYy0fGy9TzzNRCm35FBeP5nLz9w9vbN-A026jn95|D7Sok3lugVHAuNCj2k7Yy7Ir9tmKPCnJFb5NcIPxRu42e4zm6||15OrbYp57EDBmU70l8rq2RfJ4dO72Lie9zBjnqF0cMs1v6txc|_LuCjsb8zQXPUfwbeBXHizFfI81ar2o3OV2Mi6ZPaws21z2f4|
go1.10.1|Lwnt0GbMkpuzYiYq-rJ2CejUuW99_T84RCOOMhTbm4o1yxu7a|F_dmQTEgK0afQmQWH_PNB5boOYJJ0rZGu-SZAwGvxng22pnl2||IS4I6khX6fwwi-LLbPNIirJsg9425G9P76vyKW2PnUg1np81s|uM1OsMnOK35Qosafshv4B1tg_sx3xcqhpgvcuAX3GAM1rx6v4|
go1.10|g-3Z5Szm0cj5Eee79vCnOVLGE7S_ZkOM6xUH-JIkDxE1yxtfm|IQsiMDHCVKbrj6E4w3grI69xCplZ1ktVH6ge3XYuoWc26j5e2||utdVAIUmn9XJ1u9-0LIvLFOVVIAtO_AwEHYPilsl-hU1np1q8|SwkJTIEeCFaxNGKIAKeCD9PhXn9KT-FvDaQrXKGhyGw1uhgjk|
go1.10rc2|R56zoJrXIJDCtd8bzihp3a6Wu8uImedWRTj-kkcbFqw1yxm5v|_AFgkRAFtyXn9SNCMqJ_MXtQgy4-t4OCo0dew8rFuu426iwpz||5q0Fdwof0JBZJAefYVtejNgJAdtgmSXhH3Bmg6-sfOM1noirk|kBIDJ8E9at3WZ4q8p8VvuaesAz2L2-LLzWVLLRbwltE1uh728|
go1.10rc1|73eAKjDQUVFezPc1gBRvttozxOvhOXmvajr1T6gh01Q1yxwq8|83MO5f93mioIYuhYuUtAQjxhPpEUK-meBeR5UzQzJqg26jd3m||nVOx9UxrNEbr7RMI3D51Xv2KKQ1Mf9kp06JqWKduFGM1noveo|1uainxVbrCMj0z0QfEzApSI-CSgLb5Qv0w29OXBmi401uhzi8|
go1.10beta2|2NNavags32RDZlvu4QYc9fS8fpi9GQaXgrTF_qOrVqE1ysxqx|pQfsKYMEfjD3WV39ZTZTTZhCbQQj2RQXSbIddydA1Mk26aeiu||xJfBxrGX_AoyqtbSBtj6ghbf4y_k7Xe1QiK8nssKunw1nnthc|WZzUUUd3W_rUQH23DvYJUwkDc4citp9I7f18wXWh8yM1ue1a8|
go1.10beta1|Rms-zKL7LJUfSNTWRGDu_Cx-zeVQX3Zp_Eksa23MwT42xbiuf|_yeJt7rzP4cRHTC6yBrBrhncwWvddVU_m1rO2hRzOkA3cxu6g||KORX18WFmieP1Ng5YBdCirRNCRBwEohs7YlZ_fM9BK028okxs|NqNBr8YZqyNp0lub-FVe0KnlLnIFmBe25O2p0VJ-NQc2h07pc|
go1.9.7|B0imbyIfdgjSpuUt2pO8y1otTdXYRY3kgbf4iXJVjDw1u16ta|jbSyGRajvHn0jQYRIC7lgUyC9nGzbV0u_LRGh5RWzSg21rcqh||h3yUhK2y0Kz4WKo94ZWAxbVOAJKCx-p4Ej41i-X_wkQ1lntvk|EpWDRMxyeYCcp3ut9dGPihloXZVsukm9M6Z3KLRzDRA1sfd34|
go1.9.6|HsAcRR8TEnu1krdLjT5an6GiTkjpFyzaeD8M3aZDSQQ1u0qf4|Czox63pG7zl2CYy5L95jwIcdzs7ZGwoxh5U0VvjrjW421qvhy||Y3ffnwEGM87wOpnw5O7i_ohrgwXwdUC2fkyh8fttnvc1lnke8|0NiUL3VSitwUc_OMzkI6sTndrYkqUj_un0MxVgH9TKo1seebk|
go1.9.5|wp6gNJal1h3cyBERCz1rj3dOibGabcODny0vguN4ljU1mewpe|bD7w4GnA7bC16FdfDvyoBvaTVKe4CPmEa4kEb0aiYMI1u527y||HxPCV0o9FgQC8PkLgOKY2ti2P86qHOOjLYKXG2t1hJ01e6b5s|acS-YPNDGxF7PuAqAssY1kQNzJIZYCBbW0mbWKQIrhw1kxbeo|
go1.9.4|rVkFshHlQ6Hll1is1MbzDURuWvjE6pl5Ycrx7wLN1W01mc4ta|iA4BGsb0pQkwimLsbZY92dVh0M3HBek9gcdQ1_HGlvQ1u29vp||UUO6pff7pLxNTERwlDsZLQZx3gCdgNdd-HRKujQb9WA1e3bpc|6yMoyh0V4_1Tiwa0UVQN7JmBICCDzJISAREhYK5rACA1kuy2o|
go1.9.3|yrfU4Ait7-0yLTbe6HpMF3WrYLJc5YeitV2Qx10Lr7w1mgnez|Tu5Zu1twq8NXrr0MVPdeRjIuuLWLvavAJv3TWDTWXh41u6tk8||lGcSxCRZvyL0m8n6RiI6cyIoWwll1hnHpibBwbeLcYk1e88ow|PReKX53RDySQbLydhdIEiRJf2wmJZ8lnE39C35JQknM1kzf9c|
go1.9.2|NdO-XXuXxtEf-3bBsZ4gqCTkJ4Be6RjoLAii5Xk-2iA1lfehu|aC7DYmqcRbZXwkVuNcra0RkFdAjTfzNMbCTYg4nCFkw1t59lo||Ag6kpTCT3Zi1rQdMTkk_9SvgqnHu6J3CTKd4PLUo3pc1dapds|2ut2Gqb9si3DlU_ZEZY7NHxEqlxrqXS5wBvny71pIro1k1vy8|
go1.9.2rc2|WikXMMsrkOd4pDFknZi1WSOT3qXZv5FEyASMkyYKE581lfe63|cu-tRVfGVXQG11yfeE7gPQ3qZ28DgzjAJ5yT-1dIhH41t59j4||tj3-R9chS8ywZTfO98j2Yj34-OEjQEy-Su_1Eh_qc5I1daj28|WiYoyk8fkStFVmG8v07in8FSmo_Icp2qCyukH1flcWg1k1ssg|
go1.9.1|6px5yeYhTJp4oQfvWnv_d1ooG__owtUK-mbS0zmYB4o1lm37l|jccqOIE4jk5WDC5F9r5ZhgtiOtQY59qU6A_uASIhzIE1tcbl0||yTm2LjK6MEgyFUahEccyhotm_htYrpwStyOgKmoCsnw1dfpj4|SWJ72Z8mOERSRxJW1uynhgOZ-8rIaEoQhxPDIfgENIY1k3aio|
go1.9|7P5vW-VqztxWzZ_3NfI5oSp8lPQLDql1O7_Rc5b15Lk1lca87|h0sUS5lGQ8_x0_WHU2nWXAHCFrsjuO3d9gj6zEOWbIs1t26ap||HbegvN_MePgWz0-D357fwx7po7O8QO51Hhk9ku5EzzE1d651c|lVyR01O5o8ouQaHZgIUBQZllAbMRirCdBJorsmcQPCs1jxreo|
go1.9rc2|dhAFiDO7V6ItOTkWbkNHOw3oitbf9L9sioef3FFrtzQ1iu0u8|m9BkL-FpcjcyrcMwDdqbD99fH_f6uSFVPSpPSCxnej81qjw6f||0La-86mV29be3fLn1Js97KCJoncwBeF3BWPPcaqm0hM1anw1s|2mLruNkhsJ0D4P_FFPDGN0g8KZk5_11ZvaVneXDfty41hewao|
go1.9rc1|zf9_pJ8YUuP094vYySm7KgGbxqt12mG2JGm-Zuq31bk1h8bun|k26kt6APTvLLrAIBLSSUAEigqd1aVHHmyW2CqvTRbko1oy67r||a0No3OOengmSHEcLbcDBrgfLqvti5rgmohNnuzBuZBE192neo|oICiVbwtrTgTqPBhzKVmCBlrWnP1hOG1AMse_tUtV4Y1fucxs|
go1.9beta2|2ZjyniyKd0st3eE6KCxbFGs2W5gCKhynoWBoV3A20ro1gofeo|aSRgqs2_osNnZZVe3pWxxsizt6_b6PkUmUesgeQ3jy41odxka||UnszKqRQf__wCkzFaJA40c7rIsuDJMkzJkCqPzvrWPo18jf9c|ncninRYTugl53wTfaSi3-WLxphwXQIeZ2tOk5WUv49k1faccg|
go1.9beta1|Vft3yy-9pgqqA46qTqtUrNHaHsCaxfKFy-S23qfIfrU1gq4mu|nOxB3FglrR962JVa5PbQ7IylmLP8v5EZQ_UiIXnLlKE1oftdu||Se9Jfa7x53w_eT2BH1h26d1n1-mYr1wNc8TjwjbNmnU18fdvk|hon_Yml1crVJ-ccVb_cyvAWpt9b9skkssXEpnYSlJHg1f64n4|
go1.8.7|RplfewIvZjgYPx53e-bJ_aoMyBVq-HnbMp1YIKLeH501j5nt4|Yzoo5yuV6DcuVBbdRyOIHXpxCb4I2vCX684meZOfaoI1qtxx2||YIDLTwNoNtrag6y2CiKGyGTWADhpPcaAqAkyyyAFacs1bf0n4|PwdDACCoGd5V-8LqWyahLTr-wgR1m7y1h5tBRe0NY1k1i5bls|
go1.8.6|IdUgc2KvJ5bQ8WavCGoMvfPk3HwVAwCvFo3RP3SNpP41j5d53|e23OngEZqz2zPr7apQKjxmJPL2Ht7C0pLUrvCCfChtM1qtnfh||ncPDrfXIKRBMJ-_NlG3nugQ5ArcIOEFF5q5Z_vkJqWA1beubk|j4Fm4BqUGt_r0dc0OXwl2oY1iSYAjQBzgsCFfHv7tVk1i58g0|
go1.8.5|wU2AC7eb84qUX4PPNwBWCbcZRmwAUdIKX8Wdbv3W_GY1i9mhd|E3gnyr_yfMNsvhMBj2KaZBjCpq-Frd4bG_uNAAyfwa41pxt6y||ryYqCK94xPkqC3Nf1F1EIu48u9E7AIO7JX5tNP0sDKg1amnsw|_tjbh1OkXeKPfKyNfQUZbQLd47JEw9_am-so0u6mwno1hcvls|
go1.8.4|wPlJF0My5bnU8CXIQzi77ByUtDbyScIKreBKAkU38L41igw7f|Ld_qA3_V4u6wy4VMCV9uRKrsJ-i7923KmhGojjpJu_c1q5f62||edIt_XDqxSMcu2_yLNtpm8Ug_G8ebLuvAAxoe5_YHL81asa2o|TbLOPFcIVN0Eev84qXjZJxBJ6QG_1HA8a-curj2RKWw1hedc0|
go1.8.3|niv8uBEKPFbyO5H4WZYyabwp_RFBkP7P0KU5OVJyocc1dmwfl|3gJsrvTFtKdPNZc33LLRTGfKRcRQk3VdOw0uDuOq_ZY1lb2it||wd-X5vmvwtsXBfDx0E-jGATVybmVzKJmgIgbqqFUPrQ15tmgw|NXNNkzH-TuGXJSE9jpiEBmBGD9G5BRj__HnA-FajWGo1cjhmo|
go1.8.2|deKV9c0OsyNuaDJKxRueVKGq0fo6OyWfYswR4F2Uiu01dlxbx|m_pNSXyu4bfshyCs3qL6ivjVG1Jd3H5GSKY6MTimqOM1la2zo||4PV9xu8d8JUsP1-zQ82kozYhLuP7zpP9Ek4GLH5wSaw15sx6o|cQxdy_y1px39sk1FNmF8tNDXeGSI9FyhYCvyZI7b_wo1cj1ts|
go1.8.1|lzg2XmTU2A6lRIeRXJv8DDu6p9aOx4SHmI-A6-gSnFc1dkp54|u28Pvvi4DDgkVa-Gmb-7f-iSVtS68G2Sf-rs63NC5O41lglx0||G9B68gXXI-M9vMRcHOWfx4xPZGPdPU1l14NN4fj-kJ415rim8|6ZxAhue4pizA2dztt_3XCjZzO1Piy2e1WuehvHb0A201ckjk0|
go1.8|uBmaSvkyeAeAPSiSJo37_7YV-Y1xfNgkgzqX53-YH0Y1dh09m|yyf-IQ86nRAynUhRSJXSoeNlESWnw8dY8DWKW_wOMGA1l5434||q5X0j8hubjxKXNeFHWZBTD5rVR30vJBanl3N6AKtc3c15ntvk|suINnXzXzpWBK6Z2LfZBzB06ccIYRp8VWgv5-wup2ZQ1ceu4g|
go1.8rc3|cghiDxbHea8aTPDPv2TU7M6uSjMyFb4JDFXXm2utt841dgvfn|msciSnnf0tOQ_0xSAvCfripbB-mw6_MpE5eWNecUM4M1l5i4n||YD-m-sgyu3m3aooti9-0S1k6HHCKo_PhComekMFXH2I15o9og|2qw9BG_TdkMbXWqgfETfhMLhEnQb8pFwFd3OQstuPl41cfd34|
go1.8rc2|frzOxtvW3ZGy_mAAM_pQ3bvL-Kemfm2q2knJ4rUqVxY1dna6m|xera7Hg_0Bu6-Oga7xrdg6flwSX1D2l2rDGrdjvQtJ81lc4wh||6jnMDjn5gddIVMdN7FMsWC0evH7QNFMTTakzJJ08blE15tjb4|_ohQ2IN9SOtQcHtdQ55cS6_otgNhVCVNPZT9ld8v4fE1cgrnk|
go1.8rc1|RBhq_DTFRPIyQAAIwj631fFj-zCMSyN7x4XLJzAf3ag1dn3xo|aw_QtceMZTQSXqVECy7nNs0UYJ4dQetFFn_yo3wnGMM1lc0yw||_Rgio6tNmNw4jdOJnyK8trXdOHuYNC7KsocfaUxH4x815tmgw|827Zs98QxjMJmBW4Pugk4INnf-tGb_0OOA1zr0saUW81cgxz4|
go1.8beta2|jjXL4YSn72dCDNuc3rZ4XJq0u_lenpnDb_1RGdjnJSg1djir3|mORJYM292fQvtGa_0Cs0enj6ubnkh0TqhuAtnRlDnuE1l829x||54-izYx_zrLYnT3HlSXkIDCEq2jjS0sdGWg0QymMoUU15oj5s|I623AslX9z7l_7NbrHWHxAZKANFQ7fW0d_BCd04Je4U1cbuo0|
go1.8beta1|UgZgt2AawfnEUD2Ttz66inXfomQkFMn7O5OBDG3VxOk1dg7k9|eyRsN9_jc0iha2vBhl68IaecT9hpAy-6eMZeRrEbdBs1l3864||vmxUnR2B31QcdZM2O7IAO4yguxJhLmNG3Fa5O8AtzME15ne2o|xF4zhQ9J7WvkytHz60aO5UOYl_TCqwRSDHrtEDSfXGo1c97uo|
go1.7.6|rcdy8dOKOKmF2VJH3z0GikLbhBSJ9yoij1EIASX3i481b8m0a|PGSPm4m34O10bCEdv5WaojDIA0UG3XDJhSvw-U0GBl01hpj3q||8ueg01xb3CsJtJHkEQPX3mJAlLvaW6nw2uItKe3AjZA13bgn4|5oSAepvnLxDtFYtynhzRiLL5YGbGwCix2hUOaXHsums19g2yo|
go1.7.5|3jZzBNHWVP8j10omRKRXt3QMLaRrw6vtxG8TF_lzFq01b473u|AetRjLWhLt1s9zgOwX6-3udV485-U2L-vuu55w5F_Ko1hw2qu||H_HOZ3x6bRi6iOBRjn-iFnlD8vPC1WFzZm9u9W1S0OA136zgg|IwZLtbqy-KljIrdjDGyM-9b6ge8zUJdyJ98yinbo6GE19kwsg|
go1.7.4|Sd94RqsE1hBsxQFSbBTAVXiOjGdZCpZ_tKvve4twdR81bbv61|NnORZP7Tim2pCIE6ukjXL7Iv6pI95WEahagRNbfPzrk1htsh8||ekZWKdcSLxwA9ZslOB8tfvwkXxrWzuCqX-altUrcdZo13cc8w|HYtaefDXO0pbePcB7vhSbuISs8VEhkmKIBb8g5WOPFA19hxc0|
go1.7.3|0KwtOqogRS0PCREvA0zKHFuFYEUqReEFI69_ChCJx5I1aei7j|n-QTE7l-KmpwP1riKTjH2axDNqEotSI3bCJLqX6MfwE1gwd9t||3SriX8CZAD9SB8YSXOtM2URKhm1NKAhKZT4XhRTUFyc12ibcw|HnPrDDavG3FDiTKKOd4oJUrKNZVpM-yEyi2TF1Rx9Bo18o5xc|
go1.7.1|MS_LuEwLQmjm4DUdzPDW6bsibJk0te6BvXhlppOmiqo1a4gzy|ryuDa7iUZyz0wo3zKi7j_1YOK0Y-GrRLuZgzBkugnl81gw7js||_7JuWwgOb-rSoZc6805EsiiE_N2cYfAelnhEy3R9AG812abr4|wEPuvWU-hPrCWfclYh5gD_7YDUW-pi41hV_SHfxwddw18njsw|
go1.7|mkMj_eQx8WOKxApQTBqW9YS2p6U5MVmfld9MjdUwtic1adcut|9RqtBmRMyL0RnS9pMzNPqNok0m5mdv3gIs7PWXjxoMc1gv5nn||j-cev3iraO90ZshJYxKgxvivX57IsYawLrXzvfq9Wxc12hiww|eVzANT3rX3vVTv-VREuRJNgDsK3yhjbGTZFL_-4UuBw18n0u8|
go1.7rc6|ewh-sdzDDbyNodLGWRlQtedhI6mM1820WnqPNoiG3Zs1a3gmw|8EP3MnBJNA4Hje1Pnu0LgR-M-hrbdJJAPT3qnP6-4Ts1gk77e||2dRRzs7UdSX3GCn3kDDr90z7SGgDmbbQNMdQayoSfGE129mgw|42waW9YA4Z6HQB9JVVIzT4YhURRsVN4anMniWDf4jIg18e2gw|
go1.7rc5|moNrOOLC9Q9Q6ztZ72n4Ifc3ndUnA-J6sNfscfdVW6o1acxp7|Y4eO76Y39vM3tdn_4HvudUfSXnsRa2lO9sjEEbqUGRY1guqwd||fI8Rtqd2qPAlGW9eWU12XvFTmiGc95j2XKqB7Ye7_5Q12h69s|BA3TaB-TNwQnAAI3-fianQp52DV9GU_KFxz4nmqh05c18mhvk|
go1.7rc4|zCO6XO4KqCeMP4d7YkaJfL1SNwnpUqUtrWoIivwgEpc1acxa5|QI7hlex_K6EjTTxnEnCaWdba8P0FyMNx91a09PjGO_A1guqf8||njzDmGWk2DKIEc5LERA0xEu3hoHwf97pRbiDPTGGfg012gwsg|OxsxnGZ6nc2ly_kKtIihacn-IaIYfdphS-1dYke-JnY18mrcw|
go1.7rc3|76c2jjhAIIkaH7RjlDtIwbVE9l7VD99rtb-Q_Jn4aEo1ac8ft|wXmo_MbKNkEEgSXT_qbNGa95ltoyUKmF9LnSgETLIZ81gti89||c-3TaKFMII1ZQrK2SG72ySXH0H-3kIGkgLsK-SZD37I12gdts|-gnMcP4lrj679gD2f_p-nMCDcIk3x65406RE8UoR0nI18lslc|
go1.7rc2|RZp3QOJjGVQCg_cqk4HE6vG3wI2H77J6zN7S6NLyAGA19t1vx|-nYktPyWzuhjPxzGo9Zse4H-VYXLPGGNbI0I1rwZyRw1gjc7u||8gnXsEHuaFfwjXO349c3N-tsUUvSX-AXUOu0wH_d2L812g16o|XC1488QzsENovsOoi1FPO5ltGyVZ26KiRz3B4YGXYbw18lj40|
go1.7rc1|GRNOqTPcKvpq3FrFjsdrN-bM8OfkQZHyjD4Kvm6SjuI1abjyb|uuCzUFk7AoqLXgG0Sk6Ad0Iz8jkPVXjGVvWhrBUpQ9I1gsnok||UbTyrc1b2uY7D_VmHD0mjOwQLHuyMWS7H_NqAdwL8Yg12fuv4|UjSB8-3UcnxM7ZWvYl3XJZdCL9l6xCg5kQmRwdjenBI18lpfk|
go1.7beta2|mmnqqzVoqiM17h3E_G1Syx-QixYKaOUUStlYYz0eWQk1a8mp9|Ycws2ST4pN53VScivQ_hDA9CNX-BEZaBmt9Xj0UwhLQ1gn7c7||HvA4ugIbPW1jV_P95_k-pDFidBWPts8UjRG1iPfmMoQ12d4w0|a6dHssn9joFGGapBByj4o7vh43JkWRuxdkqHqrj-Kfg18g9hc|
go1.7beta1|0HLxZxaWl3XJTQNhZgBflJOJoiAgJsZb-2IhDGmf97Y18yea0|XhLTR6n4ABCkQ8OeZtuytUDtGpxvF08MZe21m7I4k8o1fbk04||FhCk3CY96niZw9DlGBCjaEcxyDB1IHURZPkU1L-no10zwq9s|gyifX6kvbj8qbBib_sF_yan30l-QKJw7-T7nRrAlLG015ryf4|
go1.6.4|kfs-E9-6lMEzNKPOg2Ltbf0OXpTEoSUVFyI1ccJBDXM1btfpc|T8hxrAP1yll4rSroYBkuajncKxKGr76G9JR_qrhKsjE1jlokg||XOxjx0ukQPR2rgNlTTwb6kuq3XZ94ZLZr56trF1GI7Q132olc|oL8kP5ov4XSFv0YPOsCy_GbqWzfWTeAdpCj5QuUQjOM199bls|
go1.6.3|OqjDIIJyFDwurbZ5dubkEEipX_WsC1XqSzsMiKnKGoo1aev8r|ahjl7Ys5eFM4mGrsxqPzb1xL4ob_UtsK47zSJ1q3DfA1ij0ut||eDje1aB8MW_dLy9WE7aNCwW38wlOAk-Mgzb3ieGWBSU127s3k|9x6SndCEbxLZtoPLKJbptlGjPGm9urn2LpzAAdzGF5g18elfk|
go1.6.2|uviwQSFFkR_RA0h1_pXx8LfU5_WSccVkLwrXigF9ck41av1lk|Q2ehR7Y1HEl1cyN1ohoJjJDSbKDpSCRfYCKVqrOJ4NA1in9vh||8w2a7fTkSOvmNTMCwEee9JPYBoO06rTIkOWra3YmsCo1281kw|nIU7u1RzTdxUwdV_YxVyTesaOHijwK02tv3A4Up74wA18dzb4|
go1.6.1|fs2HgBWwvGAlS1jgLuT-priQQZXty8h3nYRyqV9IoJ01aup05|FQWvvMX3FZjG_9KlatVQ5OhyjAVknpCF9yXjjWtaD7g1imq7z||rrwZR96eUf8nfDsie-GdVhQd2U0JPzOE-3mgAaZPpto127oxs|NFMi9VSCIXYzf5-_hvpCtuBDBBL-okzYFBgvCjlGh6M18e2gw|
go1.6|rEGkb0TQ6luDrX5qVe4dWMagG3q3NC4kPyMlEDQvFvA1adbr5|G-Bq-kaWZtY2oAkodVxLzWQDoB9XYZRrKxO4pmT4a6w1ih8aq||vi-eHIW_xVs76o8eSKz0qBF_vNbH83Kqn_n3RCnxijU126q68|nhhf55hVBeOmVjP15Nt2ZkYH9n-DMfDOSYa6abUQFbc18dd6o|
go1.6rc2|fsvTxyqZbm1_gaPGIb6rMKJe2xNASOBpTL1SDhDrEE41acgpf|C6PsaUc6kFKDZe9WJrX_iS9SqycJsP8Kd3qB9ab08lE1ig9qe||TUugtUQhpqYZfLSO8Vw-ZAicNVhk_iSklhzlXs1CzBY126n0g|e1d72fGwh5SJL9hrbCDgDfc4FAl0Ndh4wVpjelFXO4Q18cr28|
go1.6rc1|p0UYnS5rx5FTzTaOBA2ZhRP1l-Djp6SVhE3X0AN4vos1ac89d|MOSCbkSwh1zuxBWwEZ6SPyH8m9twYuv6jeM-jXwXRuU1ifza7||jXTvb_NTi9YDtG-0YubvM32vu3k6kIvQ5xKQkTYk4YY12641s|dZGmU9WaT92kYl32cn3ai-eQf0JFjs2YLqurvs8Mblk18chkw|
go1.6beta2|LtMdusATPZdwWnHx5C4LQP8XbsA_irYHtbpxlV7Mnn01azivj|5OIK8hcad8GBLdxvoAKW5zRg-5KxyJZgziEJzfrVidY1j4839||N1EzLM0RSTWs-1uf6LBA5jeyZ5hPoc5hweXjMSmbc4U12pc74|pdHiZ0J8Z-rnhqIe5qodGDQ-JFRCj4Fd0N5KICxx96g18x4ao|
go1.6beta1|-.1as27l|-.1iv3kf||-.12jmrk|-.18qcxs|
go1.5.4|FrKDFSkbjL9zYUtnWnGYAVo1vy7H0mktlcv07ifFVdk18dy81|EgEFPVZZpfxcgt_1jD6u5m7NApAWIXJc_f_xaBJ4vRo1fnrxm||cWBUaB9qTGTiO4G0OZ8p9-bxD9VD_p1m5CDpM7Wpa2Q10ccu8|0wI9Ri1jka_051NQy_CrvkSz6sJiE0E8CKow-HQh05M163w8w|
go1.5.3|81zvo_g0YRYRJJvGYH34BLC7gc4G5EQHjh-gCh2BHgY17x9xm|CoY7oQVgxR-mxNStEYCrvDIgt-zUEVkWDDIvCxngZGA1fhp5x||MPn8TY318yemox-hcOKCApuS8RXcsDqS9YVkrJXV7DA10b4lc|Wsc8drw6A3Vwke4iUpnvMltWqFeY9-QUK49DKbJL-kQ162ubk|
go1.5.2|-.17x1me|-.1d65il||-.10b7r4|-.1499fk|
go1.5.1|-.17sym0|-.1d1yp7||-.107m68|-.145kow|
go1.5|-.17rtlu|-.1d0pp1||-.10737k|-.1449a8|
go1.5rc1|-.17qveo|-.1d02vy||-.105rsw|-.143k00|
go1.5beta3|-.18hta6|-.1dsx6m||-.10r0n4|-.14qakg|
go1.5beta2|-.0|-.0||-.0|-.0|
go1.5beta1|-.0|-.0||||
go1.4.3|-.v9nkb|-.11irfb||-.qd0xs|-.v6xvk|
go1.4.2|-.0|-.0||-.0|-.0|
go1.4.1|-.0|-.0||-.0|-.0|
go1.4|-.0|-.0||-.0|-.0|
go1.4rc2|-.0|-.0||-.0|-.0|
go1.4rc1|-.0|-.0||-.0|-.0|
go1.4beta1|-.0|-.0||-.0|-.0|
go1.3.3|-.0|-.0||-.0|-.0|
go1.3.2|-.0|-.0||-.0|-.0|
go1.3.1|-.0|-.0||-.0|-.0|
go1.3|-.0|-.0||-.0|-.0|
go1.3rc2|-.0|-.0||-.0|-.0|
go1.3rc1|-.0|-.0||-.0|-.0|
go1.2.2|-.0|-.0||-.0|-.0|`;

// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
;// CONCATENATED MODULE: ./lib/release/builtin.js


/**
 * The index of go.dev's Windows files that is built into the action: what go.dev/dl listed on {@link builtinDate}. It is one string, made by
 * lab/build-index.ts: a line `\ngo1.25.3|<386 zip>|<amd64 zip>|<arm64 zip>|<386 msi>|…` per release, each field empty where there is no
 * such file, else 43 characters of base64url for the SHA-256 (or `-.` where go.dev publishes none) and the size in base 36. Looking one up decodes that one alone.
 */

/** The order of the kinds in a row. */
const kinds = ['zip', 'msi'];
const HASH_LENGTH = 43;
/**
 * One release, by its semver; undefined where the index has none of that name, architecture and kind.
 * `sha256` is empty for the old ones that go.dev publishes no SHA-256 for (before Go 1.5.3).
 */
function builtinRelease(version, architecture, kind) {
    const head = `\n${(0,names/* toGoVersion */.ME)(version)}|`;
    const start = rows.indexOf(head);
    if (start < 0)
        return undefined;
    const end = rows.indexOf('\n', start + 1);
    const fields = rows.slice(start + head.length, end < 0 ? undefined : end).split('|');
    return decode(version, architecture, kind, fields[columnOf(architecture, kind)]);
}
/** Every release of an architecture in this form, the newest first. */
function builtinReleases(architecture, kind) {
    const column = 1 + columnOf(architecture, kind);
    return rows.split('\n').flatMap((row) => {
        const fields = row.split('|');
        const version = (0,names/* toSemver */.Ud)(fields[0] ?? '');
        return (version === undefined ? undefined : decode(version, architecture, kind, fields[column])) ?? [];
    });
}
function columnOf(architecture, kind) {
    return kinds.indexOf(kind) * names/* architectures */.f2.length + names/* architectures */.f2.indexOf(architecture);
}
function decode(version, architecture, kind, field = '') {
    if (field === '')
        return undefined;
    const hashed = !field.startsWith('-.');
    const sha256 = hashed ? Buffer.from(field.slice(0, HASH_LENGTH), 'base64url').toString('hex') : '';
    const size = Number.parseInt(field.slice(hashed ? HASH_LENGTH : 2), 36);
    return (0,names/* describeRelease */.NC)(version, architecture, kind, sha256, size);
}


/***/ }),

/***/ 5529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ withSources)
});

// EXTERNAL MODULE: ./lib/connections.js
var connections = __webpack_require__(50);
// EXTERNAL MODULE: ./lib/network/http.js + 5 modules
var network_http = __webpack_require__(8771);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
;// CONCATENATED MODULE: ./lib/network/version-folders.js
/**
 * Mirrors that people build by hand have the files side by side, as go.dev/dl has them, or a folder for each version, `go1.25.3` or `1.25.3`.
 *
 * @param kind `none` for a place that is known to have all side by side
 */
function versionFolders(kind) {
    /** Of the forms of a folder, the one that was there. */
    let first = 0;
    const places = (filename) => {
        const goVersion = /^(go[0-9][0-9a-z.]*?)\.windows-/.exec(filename)?.[1];
        if (kind === 'none' || goVersion === undefined)
            return [[]];
        const all = [[], [goVersion], [goVersion.slice(2)]];
        return [...all.slice(first, first + 1), ...all.slice(0, first), ...all.slice(first + 1)];
    };
    return {
        places,
        async find(filename, read) {
            for (const folder of places(filename)) {
                const text = await read(folder);
                if (text === undefined)
                    continue;
                first = folder[0] === undefined ? 0 : folder[0].startsWith('go') ? 1 : 2;
                return text;
            }
            return undefined;
        },
    };
}
/** One source out of several: the first, which knows of the others. */
function firstOf([first, ...elsewhere]) {
    if (first === undefined)
        throw new Error('a file is looked for nowhere');
    return elsewhere.length === 0 ? first : { ...first, elsewhere };
}

;// CONCATENATED MODULE: ./lib/network/directory-origin.js





const LIST = 'releases.json';
/** More of a `.sha256` file than this is not read. */
const MAX_HASH_BYTES = 4096;
/**
 * A directory or share as an origin: the files as on go.dev/dl, side by side or in a folder for
 * each version, each with its `.sha256` if it has one, and the list as
 * `releases.json` if there is one. Nothing is touched before the first read.
 *
 * The reads throw SetupError E_INPUT where the directory is missing, E_NETWORK where it can't be read.
 */
function openDirectory(directory) {
    const folders = versionFolders('by version');
    return {
        label: directory,
        official: false,
        local: true,
        readList: () => readOptional(directory, LIST, (path) => (0,promises_.readFile)(path, 'utf8')),
        readHash: (filename) => folders.find(filename, (folder) => readOptional(directory, (0,external_node_path_.join)(...folder, `${filename}.sha256`), readStart)),
        archive: (filename) => firstOf(folders
            .places(filename)
            .map((folder) => ({ kind: 'file', path: (0,external_node_path_.join)(directory, ...folder, filename) }))),
    };
}
async function readOptional(directory, name, read) {
    await requireDirectory(directory);
    try {
        return await read((0,external_node_path_.join)(directory, name));
    }
    catch (cause) {
        if (['ENOENT', 'ENOTDIR'].includes((0,errors/* systemCode */.x)(cause) ?? ''))
            return undefined;
        throw unreadable((0,external_node_path_.join)(directory, name), cause);
    }
}
async function requireDirectory(directory) {
    let isDirectory;
    try {
        isDirectory = (await (0,promises_.stat)(directory)).isDirectory();
    }
    catch (cause) {
        if ((0,errors/* systemCode */.x)(cause) !== 'ENOENT' && (0,errors/* systemCode */.x)(cause) !== 'ENOTDIR')
            throw unreadable(directory, cause);
        isDirectory = false;
    }
    if (isDirectory)
        return;
    throw new errors/* SetupError */.w('E_INPUT', `The directory that go-download-base-url names does not exist: ${(0,display_url/* displayUrl */.Q)(directory)}.`, {
        remedy: 'Give an http(s) URL, or a directory or share that this runner can reach.',
    });
}
/** A hash file is one short line: no more than that is read, whatever is there. */
async function readStart(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HASH_BYTES), 0, MAX_HASH_BYTES, 0);
        return buffer.toString('utf8', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}
function unreadable(path, cause) {
    return new errors/* SetupError */.w('E_NETWORK', `${path} can't be read: ${(0,errors/* systemCode */.x)(cause) ?? String(cause)}.`, {
        remedy: 'Check that the account of the runner may read this directory or share.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/network/origin.js





/** The real list of 2026 is 1.5 MB. */
const MAX_LIST_BYTES = 32 * 2 ** 20;
/** Mirrors without a list answer so. */
const NO_LIST = [404, 405, 410, 501];
const OFFICIAL = /^https:\/\/go\.dev\/dl\/?$/;
/** go.dev/dl answers `<file>.sha256` with a page (status 200); the hashes lie beside the files themselves. */
const OFFICIAL_HASHES = 'https://dl.google.com/go';
/**
 * @param base an http(s) URL, a file URL, a directory or a UNC share (`\\host\share`); `https://go.dev/dl` is go.dev itself, given as a
 *   mirror or not
 * @throws SetupError E_INPUT for any other kind of URL
 */
function openOrigin(base, { http }) {
    const trimmed = base.trim();
    if (/^https?:\/\//i.test(trimmed) && URL.canParse(trimmed)) {
        return openServer(new URL(trimmed), http);
    }
    if (/^file:/i.test(trimmed))
        return openDirectory(fileUrlPath(trimmed));
    // Two letters at least: `C:\mirror` is a path.
    if (trimmed === '' || /^[a-z][a-z0-9+.-]+:/i.test(trimmed))
        throw notABase(trimmed);
    return openDirectory(trimmed);
}
function openServer(base, http) {
    const official = OFFICIAL.test((0,display_url/* displayUrl */.Q)(base));
    const hashes = official ? new URL(OFFICIAL_HASHES) : base;
    const folders = versionFolders(official ? 'none' : 'by version');
    return {
        label: (0,display_url/* displayUrl */.Q)(base).replace(/\/+$/, ''),
        official,
        local: false,
        readList: () => http.getText(below(base, [''], { mode: 'json', include: 'all' }), {
            accept: 'application/json',
            absent: NO_LIST,
            maxBytes: MAX_LIST_BYTES,
        }),
        readHash: (filename) => folders.find(filename, (folder) => http.getText(below(hashes, [...folder, `${filename}.sha256`]), {
            absent: [404, 410],
            maxBytes: MAX_HASH_BYTES,
            cut: true,
        })),
        archive: (filename) => firstOf(folders
            .places(filename)
            .map((folder) => ({ kind: 'http', url: below(base, [...folder, filename]), http }))),
    };
}
/** The URL of a file below the base, whose own query (a signature, say) stays. */
function below(base, names, query = {}) {
    const url = new URL(base);
    url.pathname = [base.pathname.replace(/\/+$/, ''), ...names.map(encodeURIComponent)].join('/');
    url.hash = '';
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    return url.href;
}
function fileUrlPath(url) {
    try {
        return (0,external_node_url_.fileURLToPath)(url);
    }
    catch (cause) {
        throw notABase(url, cause);
    }
}
function notABase(base, cause) {
    return new errors/* SetupError */.w('E_INPUT', `The input go-download-base-url is no place that files come from: ${(0,display_url/* displayUrl */.Q)(base)}.`, {
        remedy: String.raw `Give an http(s) URL, a directory, or a share (\\host\share).`,
        cause,
    });
}

// EXTERNAL MODULE: ./lib/release/builtin.js + 1 modules
var builtin = __webpack_require__(1648);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
;// CONCATENATED MODULE: ./lib/release/list.js



/** The list's own words for the two kinds. */
const LISTED_AS = { zip: 'archive', msi: 'installer' };
/** True for a body that is a web page: what proxies, captive portals and servers that know no such list answer, often with 200. */
function looksLikeWebPage(body) {
    return /^[\s\ufeff]*</.test(body.slice(0, 1024));
}
/**
 * Reads a release list shaped as go.dev's (`https://go.dev/dl/?mode=json&include=all`: an array of
 * `{version, stable, files: [{filename, os, arch, version, sha256, size, kind}]}`) and keeps the files of one kind for Windows, of the
 * architectures that we serve. Those are checked field by field, so that their names are safe in a path and a URL; files for other systems, kinds and fields
 * that we do not know, and releases named in a way that we do not know are passed over, for the list grows.
 *
 * @param source the list's origin for messages, without credentials
 * @returns in the list's order; may be empty when the list is sound but has nothing for Windows
 * @throws SetupError E_LIST naming the first wrong field
 */
function parseReleaseList(body, source, kind) {
    if (looksLikeWebPage(body)) {
        throw new errors/* SetupError */.w('E_LIST', `${source} answered with a web page, not with the release list.`, {
            remedy: `Check that the address is the one of a Go release list and that no proxy or login page answers in its place. From a mirror without a list give an exact version.`,
            evidence: [`the answer begins: ${(0,release_spec/* quote */.h)(body.trimStart())}`],
        });
    }
    const list = parseJson(body, source);
    const wrong = (path, expected, value) => new errors/* SetupError */.w('E_LIST', `The release list of ${source} is not sound: ${path} should be ${expected}.`, {
        remedy: 'Try again later; when it is a mirror, have its list rebuilt from go.dev/dl/?mode=json&include=all.',
        evidence: [`${path}: ${value === undefined ? 'missing' : (0,release_spec/* quote */.h)(asJson(value))}`],
    });
    if (!Array.isArray(list))
        throw wrong('the whole answer', 'an array of releases', list);
    if (list.length === 0)
        throw wrong('the whole answer', 'an array with at least one release', list);
    const found = new Map();
    let understood = 0;
    for (const [index, entry] of list.entries()) {
        const at = `[${index}]`;
        if (!isObject(entry))
            throw wrong(at, 'an object', entry);
        const { version, stable, files } = entry;
        if (typeof version !== 'string')
            throw wrong(`${at}.version`, 'a string', version);
        if (typeof stable !== 'boolean')
            throw wrong(`${at}.stable`, 'true or false', stable);
        if (!Array.isArray(files))
            throw wrong(`${at}.files`, 'an array', files);
        const semver = (0,names/* toSemver */.Ud)(version);
        if (semver !== undefined)
            understood += 1;
        for (const [position, file] of files.entries()) {
            const path = `${at}.files[${position}]`;
            if (!isObject(file))
                throw wrong(path, 'an object', file);
            const release = readFile(file, kind, version, semver, (field, expected) => wrong(`${path}.${field}`, expected, file[field]));
            if (release === undefined)
                continue;
            const known = found.get(release.filename);
            if (known !== undefined && known.sha256 !== release.sha256)
                throw wrong(`${path}.sha256`, `the same as where ${release.filename} was listed before`, file['sha256']);
            if (known === undefined)
                found.set(release.filename, { ...release, stable: release.stable && stable });
        }
    }
    if (understood === 0)
        throw wrong('[0].version', "the name of a Go release such as 'go1.25.3'", list[0].version);
    return [...found.values()];
}
/** One file of a release, checked; undefined when it is none for Windows of this kind that we serve. */
function readFile(file, kind, version, semver, wrong) {
    for (const field of ['os', 'arch', 'kind'])
        if (typeof file[field] !== 'string')
            throw wrong(field, 'a string');
    if (semver === undefined || file['os'] !== 'windows' || file['kind'] !== LISTED_AS[kind])
        return undefined;
    // The list speaks Go's words alone, so `x64` in it is none of ours; 32-bit ARM (`arm`, `armv6l`) is not served.
    const arch = String(file['arch']);
    const architecture = ['386', 'amd64', 'arm64'].includes(arch) ? (0,names/* parseArchitecture */.ZN)(arch) : undefined;
    if (architecture === undefined)
        return undefined;
    const filename = (0,names/* fileName */.Md)(version, architecture, kind);
    if (file['filename'] !== filename)
        throw wrong('filename', `'${filename}'`);
    if (file['version'] !== undefined && file['version'] !== version)
        throw wrong('version', `'${version}'`);
    const { sha256 = '', size = 0 } = file;
    if (typeof sha256 !== 'string' || !/^(?:[0-9a-f]{64})?$/i.test(sha256))
        throw wrong('sha256', '64 hexadecimal digits, or empty');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw wrong('size', 'a whole number of bytes');
    return (0,names/* describeRelease */.NC)(semver, architecture, kind, sha256.toLowerCase(), size);
}
function parseJson(body, source) {
    try {
        return JSON.parse(body.replace(/^\ufeff/, ''));
    }
    catch (cause) {
        const empty = body.trim() === '';
        const what = empty ? 'an empty answer' : 'no JSON, or JSON that is cut off';
        throw new errors/* SetupError */.w('E_LIST', `${source} gave ${what} in place of the release list.`, {
            remedy: 'Try again; if it stays so, the server or a proxy before it is at fault.',
            evidence: empty ? [] : [`${body.length} characters, ending: ${(0,release_spec/* quote */.h)(body.slice(-60))}`],
            cause,
        });
    }
}
/** A value as JSON for a message. What a server nests as deep as it likes is read without a stack, but not written without one. */
function asJson(value) {
    try {
        return JSON.stringify(value);
    }
    catch (error) {
        if (error instanceof RangeError)
            return 'nested too deep to be shown';
        throw error;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/release/hash.js




/** True when the release's hash is go.dev's for the very same file, as far as the built-in index knows. */
function isOfficial(release) {
    const known = (0,builtin/* builtinRelease */.jf)(release.version, release.architecture, release.kind);
    return known !== undefined && known.sha256 !== '' && known.sha256 === release.sha256;
}
/**
 * The last word on a candidate: the user's own checksum wins, and nothing goes on without a hash.
 * @throws SetupError E_CHECKSUM
 */
function settle(candidate, options) {
    const { release: listed, hashSource } = candidate;
    const checksum = options.checksum?.toLowerCase() ?? '';
    if (checksum === '') {
        if (listed.sha256 !== '')
            return candidate;
        throw withoutHash(listed, [`${hashSource}: has ${listed.filename}, but no SHA-256 for it`]);
    }
    const same = checksum === listed.sha256;
    const release = { ...listed, sha256: checksum, size: same ? listed.size : 0 };
    const official = (same && candidate.official) || isOfficial(release);
    if (!official && options.officialOnly) {
        throw new errors/* SetupError */.w('E_CHECKSUM', `The input checksum is not go.dev's hash of ${listed.filename}, which official-only demands.`, {
            remedy: 'Correct the input checksum or leave it out, or set official-only to false.',
            evidence: [`checksum: ${checksum}`, `${hashSource}: ${listed.sha256 || 'none'}`],
        });
    }
    if (!same && listed.sha256 !== '')
        options.warn(`The input checksum counts for ${listed.filename}; the ${hashSource} has another one, ${listed.sha256}.`);
    return { release, hashSource: 'input checksum', official };
}
/**
 * Finds the hash of a mirror's file whose own list does not tell it: `<file>.sha256`, the built-in index, go.dev's list.
 * @param page the error of a mirror that gave a web page for its list: it is the cause when neither of the first two has the hash
 * @throws SetupError E_CHECKSUM when there is none anywhere, naming what was asked
 */
async function findHash(release, mirror, options, page) {
    const { version, architecture, kind, filename } = release;
    const known = (0,builtin/* builtinRelease */.jf)(version, architecture, kind);
    const hashed = known !== undefined && known.sha256 !== '';
    let text;
    try {
        text = await mirror.readHash(filename);
    }
    catch (error) {
        if (!hashed || !(error instanceof errors/* SetupError */.w) || error.code !== 'E_NETWORK')
            throw error;
        // The tool cache may have it; if not, the file is fetched from the same server, and its error is the one that counts.
        options.warn(`The built-in index's hash of ${filename} counts: ${error.message}`);
        return { release: known, hashSource: 'built-in index', official: true };
    }
    const sha256 = text === undefined ? undefined : parseHash(text, filename, mirror.label);
    if (sha256 !== undefined) {
        const official = known?.sha256 === sha256;
        const found = { ...release, sha256, size: official ? known.size : release.size };
        return { release: found, hashSource: 'mirror .sha256', official };
    }
    if (hashed) {
        options.note(`${mirror.label} has no hash of ${filename}: the built-in index's counts.`);
        return { release: known, hashSource: 'built-in index', official: true };
    }
    if (page !== undefined)
        throw page;
    const tried = [
        `${mirror.label}: neither its list nor ${filename}.sha256 tells it`,
        `built-in index of ${builtin/* builtinDate */.Yx}: none`,
    ];
    if (options.offline)
        throw withoutHash(release, [...tried, 'go.dev: not asked, offline']);
    try {
        const body = await options.goDev.readList();
        const list = body === undefined ? [] : parseReleaseList(body, options.goDev.label, kind);
        const listed = list.find((one) => one.filename === filename);
        if (listed !== undefined && listed.sha256 !== '') {
            options.note(`${mirror.label} has no hash of ${filename}: the one in the list of ${options.goDev.label} counts.`);
            return { release: listed, hashSource: 'go.dev list', official: options.goDev.official };
        }
    }
    catch (cause) {
        if (!(cause instanceof errors/* SetupError */.w))
            throw cause;
        throw withoutHash(release, [...tried, `${options.goDev.label}: ${cause.message}`], cause);
    }
    throw withoutHash(release, [...tried, `${options.goDev.label}: none in its list`]);
}
function withoutHash(release, evidence, cause) {
    const name = release.filename;
    return new errors/* SetupError */.w('E_CHECKSUM', `There is no SHA-256 to verify ${name} against, and nothing is used unverified.`, {
        remedy: `Give the file's SHA-256 in the input checksum, or put ${name}.sha256 beside the file on the mirror.`,
        evidence,
        cause,
    });
}
/**
 * 64 hex digits, maybe with a file's name behind them as sha256sum writes it; undefined for a web page, which says that there is none.
 * The name is not looked at: a mirror that redirects to a build of its own (go1.25.3-1) names that one there.
 */
function parseHash(text, filename, source) {
    if (looksLikeWebPage(text))
        return undefined;
    const hash = /^\ufeff?\s*\\?([0-9a-f]{64})(?:\s|$)/i.exec(text)?.[1];
    if (hash !== undefined)
        return hash.toLowerCase();
    throw new errors/* SetupError */.w('E_CHECKSUM', `${filename}.sha256 at ${source} holds no SHA-256.`, {
        remedy: 'Correct that file on the mirror (64 hexadecimal digits), or give the hash in the input checksum.',
        evidence: [`it begins: ${(0,release_spec/* quote */.h)(text)}`],
    });
}

// EXTERNAL MODULE: ./lib/release/select.js
var release_select = __webpack_require__(1289);
;// CONCATENATED MODULE: ./lib/release/mirror.js







/**
 * With a mirror: its list says which versions there are and what their hashes are; without a list an exact version goes on to look for
 * its hash elsewhere, and the built-in index chooses for ranges and aliases.
 *
 * @throws SetupError as resolveRelease
 */
async function resolveAtMirror(request, mirror, options) {
    const { architecture } = options;
    const listing = await readListing(request, mirror, options);
    let release;
    if ('releases' in listing) {
        const here = listing.releases.filter((one) => one.architecture === architecture);
        const chosen = (0,release_select/* selectRelease */.gQ)(request.spec, here, options.resolution);
        if (chosen === undefined)
            throw (0,release_select/* notFound */.mX)(request, listing.releases, architecture, mirror.label);
        release = chosen;
    }
    else {
        release = chooseWithoutList(request, mirror, options, listing);
    }
    const official = isOfficial(release);
    const known = release.sha256 !== '' || options.versionsOnly === true;
    if (known || (options.checksum ?? '') !== '')
        return { release, hashSource: 'mirror list', official };
    return findHash(release, mirror, options, 'releases' in listing ? undefined : listing.error);
}
async function readListing(request, mirror, options) {
    const exact = request.spec.kind === 'exact';
    let body;
    try {
        body = await mirror.readList();
    }
    catch (error) {
        if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_NETWORK' || options.checkLatest)
            throw error;
        // An exact version has nothing to gain from going on where the very server that has its file does not answer. One that answers with a
        // refusal (no cause underneath) may do so for directories alone, as nginx and S3 do.
        if (exact && error.cause !== undefined)
            throw error;
        if (exact) {
            options.note(`Going on without a release list: ${error.message}`);
            return { reason: error.message };
        }
        return { reason: `The release list of ${mirror.label} can't be read (${error.message})`, error };
    }
    if (body === undefined)
        return { reason: `${mirror.label} has no release list` };
    try {
        const releases = parseReleaseList(body, mirror.label, options.kind);
        options.onList?.(releases);
        return { releases };
    }
    catch (error) {
        if (!exact || !looksLikeWebPage(body) || !(error instanceof errors/* SetupError */.w))
            throw error;
        options.warn(`${mirror.label} answered with a web page in place of a release list: going on without a list.`);
        return { reason: error.message, error };
    }
}
/** The release to look for when the mirror does not say what it has. Its hash is left open: the mirror's files are its own. */
function chooseWithoutList(request, mirror, options, listing) {
    const { spec } = request;
    const { architecture, kind, resolution } = options;
    if (spec.kind === 'exact')
        return (0,names/* describeRelease */.NC)(spec.version, architecture, kind, '', 0);
    const chosen = (0,release_select/* selectRelease */.gQ)(spec, (0,builtin/* builtinReleases */.WT)(architecture, kind), resolution);
    if (chosen === undefined) {
        if (listing.error !== undefined)
            throw listing.error;
        const source = `${mirror.label} (which has no release list; this is the built-in index of ${builtin/* builtinDate */.Yx})`;
        throw (0,release_select/* notFound */.mX)(request, names/* architectures */.f2.flatMap((one) => (0,builtin/* builtinReleases */.WT)(one, kind)), architecture, source);
    }
    const answer = `the built-in index of ${builtin/* builtinDate */.Yx} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${chosen.version}`;
    options.warn(`${listing.reason}: ${answer}.`);
    return { ...chosen, sha256: '', size: 0 };
}

;// CONCATENATED MODULE: ./lib/release/resolve.js







/**
 * From a request that what is installed did not answer to the one file that answers it, and the hash that it must have: docs/architecture.md, "Which
 * Go". Asks as little as it can: an exact version that the built-in index knows needs no network when there is no mirror.
 * Every fallback is told through `note` or `warn`.
 *
 * @throws SetupError E_NOT_FOUND naming the nearest versions, E_CHECKSUM when there is no hash, E_LIST for a list that is not sound,
 *   E_NETWORK when a list that is needed can't be asked
 */
async function resolveRelease(request, options) {
    const { mirror } = options;
    if (mirror === undefined)
        return settle(await resolveAtGoDev(request, options), options);
    // go.dev itself as the base URL is no mirror.
    if (mirror.official)
        return settle(await resolveAtGoDev(request, { ...options, goDev: mirror }), options);
    if (!options.officialOnly)
        return settle(await resolveAtMirror(request, mirror, options), options);
    // With official-only the mirror is asked for versions and bytes alone, go.dev for the hash.
    if (request.spec.kind === 'exact')
        return settle(await resolveAtGoDev(request, options), options);
    const { version } = (await resolveAtMirror(request, mirror, { ...options, versionsOnly: true })).release;
    const origin = `${request.origin}: ${(0,release_spec/* quote */.h)(request.spec.text)} at ${mirror.label}`;
    const exact = { spec: { kind: 'exact', version, text: version }, origin };
    return settle(await resolveAtGoDev(exact, options), options);
}
/** Without a mirror: the built-in index where it is certain, else go.dev's list, else (unreachable) the index after all. */
async function resolveAtGoDev(request, options) {
    const { spec } = request;
    const { architecture, kind, resolution } = options;
    const certain = builtinAnswer(request, options);
    if (certain !== undefined)
        return fromIndex(certain);
    let list;
    try {
        list = await readGoDevList(request, options);
    }
    catch (error) {
        const unreachable = error instanceof errors/* SetupError */.w && error.code === 'E_NETWORK';
        if (!unreachable || options.checkLatest || spec.kind === 'exact')
            throw error;
        const release = (0,release_select/* selectRelease */.gQ)(spec, (0,builtin/* builtinReleases */.WT)(architecture, kind), resolution);
        if (release === undefined)
            throw error;
        const answer = `the built-in index of ${builtin/* builtinDate */.Yx} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${release.version}`;
        if (options.offline)
            options.note(`Offline: ${answer}.`);
        else
            options.warn(`The release list of ${options.goDev.label} can't be read, ${answer}: ${error.message}`);
        return fromIndex(release);
    }
    const here = list.filter((one) => one.architecture === architecture);
    const release = (0,release_select/* selectRelease */.gQ)(spec, here, resolution);
    if (release === undefined)
        throw (0,release_select/* notFound */.mX)(request, list, architecture, options.goDev.label);
    return { release, hashSource: 'go.dev list', official: options.goDev.official };
}
/** What later releases can't change: an exact version, and the oldest stable match of a range. */
function builtinAnswer({ spec }, options) {
    const { architecture, kind, resolution } = options;
    if (spec.kind === 'exact')
        return (0,builtin/* builtinRelease */.jf)(spec.version, architecture, kind);
    if (spec.kind === 'alias' || resolution !== 'lowest')
        return undefined;
    const lowest = (0,release_select/* selectRelease */.gQ)(spec, (0,builtin/* builtinReleases */.WT)(architecture, kind), 'lowest');
    return lowest?.stable ? lowest : undefined;
}
function fromIndex(release) {
    return { release, hashSource: 'built-in index', official: true };
}
async function readGoDevList(request, options) {
    const { goDev } = options;
    if (options.offline)
        throw offline(request, options);
    const body = await goDev.readList();
    if (body !== undefined) {
        const list = parseReleaseList(body, goDev.label, options.kind);
        options.onList?.(list);
        return list;
    }
    throw new errors/* SetupError */.w('E_NETWORK', `${goDev.label} says that it has no release list.`, {
        remedy: 'Check what answers in place of go.dev (a proxy, say), or give a mirror in go-download-base-url.',
    });
}
function offline({ spec, origin }, options) {
    const wanted = `${(0,release_spec/* quote */.h)(spec.text)} (${origin})`;
    const known = (0,builtin/* builtinReleases */.WT)(options.architecture, options.kind).map((one) => one.version);
    const nearest = (0,release_select/* nearestVersions */.Az)(spec, known, 3).join(', ');
    const newest = spec.kind !== 'exact' && options.checkLatest;
    const why = newest
        ? `check-latest needs the release list for ${wanted}`
        : `${wanted} is not in the built-in index of ${builtin/* builtinDate */.Yx} and needs go.dev's release list`;
    return new errors/* SetupError */.w('E_NETWORK', `Offline rules out what was asked for: ${why}.`, {
        remedy: newest
            ? 'Set check-latest or offline to false, or give a local directory with a release list in go-download-base-url.'
            : `Use a version that the index knows (nearest: ${nearest}), give a local directory in go-download-base-url, or set offline to false.`,
    });
}

// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
;// CONCATENATED MODULE: ./lib/sources.js





/** Opens mirror and go.dev for `work`, with the step's credentials and proxies, and drops their connections after it. */
async function withSources(context, work) {
    const { inputs, log, signal } = context;
    const http = (0,network_http/* createHttp */.V)({
        ...(await (0,connections/* connectionOptions */.H)(context)),
        signal,
        onRetry: (line) => log.info(line),
        ...(inputs.mirrorToken !== '' && /^https?:/i.test(inputs.mirror)
            ? { token: { origin: inputs.mirror, value: inputs.mirrorToken } }
            : {}),
    });
    try {
        const goDev = openOrigin('https://go.dev/dl', { http });
        const named = inputs.mirror === '' ? undefined : openOrigin(inputs.mirror, { http });
        const mirror = named && inputs.offline && !named.local ? undefined : named;
        if (named && !mirror)
            log.info(`The mirror ${named.label} is not asked: offline is set`);
        return await work({
            origin: mirror ?? goDev,
            resolve: (request, kind, checksum) => resolveRelease(request, {
                architecture: (0,toolchain/* architectureOf */.NJ)(context),
                kind,
                resolution: inputs.resolution,
                checkLatest: inputs.checkLatest,
                offline: inputs.offline,
                officialOnly: inputs.officialOnly,
                ...(checksum === '' ? {} : { checksum }),
                ...(mirror ? { mirror } : {}),
                goDev,
                onList: (list) => {
                    const here = list.filter((one) => one.architecture === (0,toolchain/* architectureOf */.NJ)(context));
                    context.learned.versions = here.map((one) => one.version);
                },
                note: (line) => log.info(line),
                warn: (line) => log.warn(line),
            }),
        });
    }
    finally {
        http.close();
    }
}


/***/ })

};
