export const id = 5326;
export const ids = [5326];
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
    const where = (0,_display_url_js__WEBPACK_IMPORTED_MODULE_3__/* .displayUrl */ .Qy)(url.origin).replace(/\/$/, '');
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
        evidence: [`${name}: ${(0,display_url/* displayUrl */.Qy)(value)}`],
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
 * One request, which has no body, up to the headers of its answer, without redirects. The body fails with a {@link TransientFailure} when no byte
 * comes for `idleMs`, and with the signal's reason when it is aborted.
 *
 * @throws TransientFailure, SetupError E_NETWORK (certificate, proxy), the reason of an aborted signal
 */
function send(url, { route, method, headers, idleMs, signal }) {
    return new Promise((resolve, reject) => {
        const request = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, {
            agent: route.agent,
            method,
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
        return new errors/* SetupError */.w('E_NETWORK', `What answers at ${(0,display_url/* displayUrl */.Qy)(url.origin)} does not speak TLS.`, {
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
    async function ask(target, how) {
        const route = routes.to(target);
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
            chain.push((0,display_url/* displayUrl */.Qy)(target));
            const authorization = credentials.for(target);
            const headers = {
                'user-agent': options.userAgent,
                accept: request.accept ?? '*/*',
                'accept-encoding': 'identity',
                ...request.headers,
                ...(authorization === undefined ? {} : { authorization }),
            };
            const { method = 'GET' } = request;
            const body = await ask(target, { headers, idleMs, method, signal });
            const status = body.statusCode ?? 0;
            const location = body.headers.location;
            if (method !== 'GET' || !REDIRECTS.includes(status) || location === undefined) {
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
        const task = { what: (0,display_url/* displayUrl */.Qy)(url), evidence: [], signal };
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
    return new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Qy)(url)} did not come within ${Math.round(ms / 100) / 10} s.`, {
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
            throw new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Qy)(response.url)} is longer than ${text.maxBytes} bytes.`, {
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
        throw refuse(`from https to http (${(0,display_url/* displayUrl */.Qy)(to)}), which is not followed`);
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
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   fr: () => (/* binding */ isEncoded),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
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
    const evidence = [`GET ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(url)}`];
    if ((0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(response.url) !== (0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(url))
        evidence.push(`redirected to ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(response.url)}`);
    evidence.push(`status ${status}`);
    if (status === 404 || status === 410) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NOT_FOUND', `This server has no such file: ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(url)} (status ${status}).`, {
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NETWORK', `The server refused ${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(url)} with status ${status}.`, {
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_NETWORK', `${(0,_display_url_js__WEBPACK_IMPORTED_MODULE_4__/* .displayUrl */ .Qy)(response.url)} came in an encoding not asked for: ${encoding}.`, {
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


/***/ })

};
