export const id = 907;
export const ids = [907];
export const modules = {

/***/ 4907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install_install)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __webpack_require__(8313);
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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/network/retry.js


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
        await (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}
function exhausted(task, attempts, last) {
    const tries = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
    return new errors/* SetupError */.w('E_NETWORK', `${task.what} could not be read: ${last.message} (${tries}).`, {
        remedy: remedyFor((0,errors/* systemCode */.x)(last.cause)),
        evidence: [...task.evidence],
        cause: last,
    });
}
function remedyFor(code) {
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return 'Check the host name, and whether this runner needs a proxy (HTTPS_PROXY, NO_PROXY) or a mirror (go-download-base-url).';
    }
    return 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), try again later, or name a mirror with go-download-base-url.';
}

;// CONCATENATED MODULE: ./lib/network/responses.js





/**
 * What a status that is not the wanted one means: worth another try (408, 425, 429, 5xx), a file that is not there
 * (404, 410), or a refusal that another try does not change.
 *
 * @param url the URL that was asked for, before redirects
 */
function failureOf(response, url) {
    const { status } = response;
    response.body.destroy();
    const evidence = [`GET ${(0,display_url/* displayUrl */.Q)(url)}`];
    if ((0,display_url/* displayUrl */.Q)(response.url) !== (0,display_url/* displayUrl */.Q)(url))
        evidence.push(`redirected to ${(0,display_url/* displayUrl */.Q)(response.url)}`);
    evidence.push(`status ${status}`);
    if (status === 404 || status === 410) {
        return new errors/* SetupError */.w('E_NOT_FOUND', `This server has no such file: ${(0,display_url/* displayUrl */.Q)(url)} (status ${status}).`, {
            remedy: 'Check the version and, with a mirror, that go-download-base-url points to a folder that has this file.',
            evidence,
        });
    }
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
        return new TransientFailure(`status ${status}`, {
            retryAfterMs: retryAfter(response.headers['retry-after']),
        });
    }
    const denied = status === 401 || status === 403 || status === 407;
    return new errors/* SetupError */.w('E_NETWORK', `The server refused ${(0,display_url/* displayUrl */.Q)(url)} with status ${status}.`, {
        remedy: denied
            ? 'Give the mirror its credentials with mirror-token, or check the proxy (HTTPS_PROXY, NO_PROXY) in between.'
            : 'Check go-download-base-url, and what a proxy in between makes of the request.',
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
        throw new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Q)(response.url)} came in an encoding not asked for: ${encoding}.`, {
            remedy: 'Have the mirror, or the proxy in between, send files as they are (Accept-Encoding: identity is asked for).',
        });
    }
    // The pipeline hands errors on; the reader below is told of them.
    const stream = isEncoded(response) ? (0,external_node_stream_.pipeline)(body, (0,external_node_zlib_.createGunzip)(), () => { }) : body;
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
        throw error instanceof TransientFailure ? error : new TransientFailure(reasonOf(error), { cause: error });
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

;// CONCATENATED MODULE: ./lib/network/request.js






/** Node's and OpenSSL's names for a certificate that is not trusted: another try changes nothing. */
const CERTIFICATE = /CERT|ERR_TLS_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|SELF_SIGNED|HOSTNAME_MISMATCH/;
/**
 * One GET up to the headers of its answer, without redirects. The body fails with a {@link TransientFailure} when no byte
 * comes for `idleMs`, and with the signal's reason when it is aborted.
 *
 * @throws TransientFailure, SetupError E_NETWORK (certificate), the reason of an aborted signal
 */
function send(url, { agent, headers, idleMs, signal }) {
    return new Promise((resolve, reject) => {
        const request = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, { agent, headers });
        let body;
        const silent = () => {
            const seconds = Number((idleMs / 1000).toFixed(1));
            (body ?? request).destroy(new TransientFailure(`no byte for ${seconds} s`));
        };
        const abort = () => (body ?? request).destroy(new Error('aborted'));
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
        request.on('error', (error) => reject(signal?.aborted ? signal.reason : failure(url, error)));
        request.once('close', () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', abort);
        });
        request.end();
    });
}
function failure(url, error) {
    if (error instanceof TransientFailure)
        return error;
    const code = (0,errors/* systemCode */.x)(error);
    if (code !== undefined && CERTIFICATE.test(code)) {
        return new errors/* SetupError */.w('E_NETWORK', `The certificate of ${(0,display_url/* displayUrl */.Q)(url)} is not trusted: ${reasonOf(error)}.`, {
            remedy: 'Where a private CA signs this server or a proxy, name its certificate in NODE_EXTRA_CA_CERTS.',
            cause: error,
        });
    }
    return new TransientFailure(reasonOf(error), { cause: error });
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
    // One client for each origin: a client answers with its first agent, whatever the scheme of the next URL.
    const clients = new Map();
    function agentFor(url) {
        let client = clients.get(url.origin);
        if (client === undefined) {
            client = new lib/* HttpClient */.Qq(options.userAgent, [], { keepAlive: true });
            clients.set(url.origin, client);
        }
        return client.getAgent(url.href);
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
            const body = await send(target, { agent: agentFor(target), headers, idleMs, signal });
            const status = body.statusCode ?? 0;
            const location = body.headers.location;
            if (!REDIRECTS.includes(status) || location === undefined) {
                return { status, headers: body.headers, body, url: target.href };
            }
            body.destroy();
            target = credentials.strip(redirected(target, location, chain));
        }
    }
    async function getText(url, text) {
        const deadline = new AbortController();
        const timer = setTimeout(() => deadline.abort(tooSlow(url, textMs)), textMs);
        try {
            return await tryText(url, { ...text, signal: anySignal(text.signal, deadline.signal) });
        }
        finally {
            clearTimeout(timer);
        }
    }
    async function tryText(url, text) {
        const signal = anySignal(options.signal, text.signal);
        const task = { what: (0,display_url/* displayUrl */.Q)(url), evidence: [], signal };
        return withRetries(retries, task, async () => {
            const response = await get(url, { ...text, headers: { 'accept-encoding': 'gzip', ...text.headers } });
            if (text.absent?.includes(response.status)) {
                response.body.destroy();
                return undefined;
            }
            if (response.status !== 200)
                throw failureOf(response, url);
            return await readText(response, text);
        });
    }
    return {
        retries,
        get,
        getText,
        close() {
            for (const client of clients.values())
                client.dispose();
            clients.clear();
        },
    };
}
function tooSlow(url, ms) {
    return new errors/* SetupError */.w('E_NETWORK', `${(0,display_url/* displayUrl */.Q)(url)} did not come within ${Math.round(ms / 100) / 10} s.`, {
        remedy: 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), or name a mirror with go-download-base-url.',
        cause: new Error('the time for it is up'),
    });
}
async function readText(response, text) {
    const chunks = [];
    let length = 0;
    const full = new Error('as much as was asked for');
    try {
        await readBody(response, (chunk) => {
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
    return Buffer.concat(chunks).subarray(0, text.maxBytes).toString('utf8');
}
function redirected(from, location, chain) {
    const refuse = (why) => new errors/* SetupError */.w('E_NETWORK', `${chain[0]} redirects ${why}.`, {
        remedy: 'Check go-download-base-url; give the address that the mirror serves its files from.',
        evidence: chain.map((url, hop) => `${hop === 0 ? 'asked for' : 'redirected to'} ${url}`),
    });
    const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (to === undefined || (to.protocol !== 'http:' && to.protocol !== 'https:'))
        throw refuse('to something not HTTP');
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/archive/garbage.js


/**
 * Counts bytes of buffers that are done with, and has the collector run when they reach the limit. By itself it looks at the
 * small heap of objects, and lets 32 MB pile up in the buffers outside of it. (writer.ts has the same of its own: it imports nothing.)
 *
 * @param limit in bytes
 */
function createCollector(limit) {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    // The part of the heap for new objects stays at its first size: 30 MB less while the archive's directory is read.
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    const collect = (0,external_node_vm_.runInNewContext)('gc');
    let garbage = 0;
    return (bytes) => {
        garbage += bytes;
        if (garbage < limit)
            return;
        garbage = 0;
        collect({ type: 'minor' });
    };
}

;// CONCATENATED MODULE: ./lib/archive/arrival.js


/** Chunks come in buffers of their own, which are of no use once they are copied. */
const GARBAGE = 2 * 2 ** 20;
/**
 * @param size in bytes
 * @param whole the bytes themselves, where they are all there already
 */
function createArrival(size, whole) {
    const bytes = new Uint8Array(whole ?? new SharedArrayBuffer(size), 0, size);
    // Few at any time: one for each connection, and the tail. Sorted, apart from each other.
    let spans = [];
    let hash = (0,external_node_crypto_.createHash)('sha256');
    let hashed = 0;
    const listeners = new Set();
    const discard = createCollector(GARBAGE);
    function add(start, end) {
        const apart = spans.filter((span) => span.end < start || span.start > end);
        const touching = spans.filter((span) => span.end >= start && span.start <= end);
        const merged = {
            start: Math.min(start, ...touching.map((span) => span.start)),
            end: Math.max(end, ...touching.map((span) => span.end)),
        };
        spans = [...apart, merged].sort((a, b) => a.start - b.start);
    }
    function hashPrefix() {
        const first = spans[0];
        if (first === undefined || first.start > 0 || first.end <= hashed)
            return;
        hash.update(bytes.subarray(hashed, first.end));
        hashed = first.end;
    }
    if (whole !== undefined && size > 0) {
        add(0, size);
        hashPrefix();
    }
    const has = (start, end) => end <= start || spans.some((span) => span.start <= start && span.end >= end);
    return {
        bytes,
        write(offset, chunk) {
            if (chunk.length === 0)
                return;
            bytes.set(chunk, offset);
            add(offset, offset + chunk.length);
            hashPrefix();
            discard(chunk.length);
            for (const listener of listeners)
                listener();
        },
        has,
        received: () => spans.reduce((sum, span) => sum + span.end - span.start, 0),
        onWrite(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        until(start, end, signal) {
            return new Promise((resolve, reject) => {
                const settle = (action) => {
                    listeners.delete(check);
                    signal.removeEventListener('abort', abort);
                    action();
                };
                const abort = () => settle(() => reject(signal.reason));
                const check = () => {
                    if (has(start, end))
                        settle(resolve);
                };
                if (signal.aborted)
                    return reject(signal.reason);
                signal.addEventListener('abort', abort, { once: true });
                listeners.add(check);
                check();
            });
        },
        restart() {
            spans = [];
            hash = (0,external_node_crypto_.createHash)('sha256');
            hashed = 0;
        },
        sha256() {
            if (hashed !== size)
                throw new Error(`only ${hashed} of ${size} bytes are there`);
            return hash.copy().digest('hex');
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/transfer.js


/** The most that is held in memory. Go's archives have less than a tenth of it. */
const MAX_ARCHIVE = 2 ** 30;
/** The failure of an answer of another size than the file has. */
function wrongSize(response, url, expected, actual) {
    response.body.destroy();
    const page = isPage(response) ? ' It is a web page (text/html).' : '';
    return new errors/* SetupError */.w('E_CHECKSUM', `${(0,display_url/* displayUrl */.Q)(url)} has ${actual} bytes instead of ${expected}: it is not the file that was asked for.${page}`, {
        remedy: 'Have the mirror serve the file as it is on go.dev/dl, or give the hash of another build with the input checksum.',
        evidence: [
            `expected ${expected} bytes`,
            `the server says ${actual} bytes`,
            `from ${(0,display_url/* displayUrl */.Q)(response.url)}`,
        ],
    });
}
/** Whether the server says that it sends a web page. */
function isPage(response) {
    return (response.headers['content-type'] ?? '').startsWith('text/html');
}

;// CONCATENATED MODULE: ./lib/archive/ranges.js


const RANGE_PLAN = { segment: 4 * 2 ** 20, connections: 4, tail: 2 * 2 ** 20 };
/** This server can't be read in ranges, though it may well send the whole. Its message says why. Never leaves this folder. */
class RangesUnusable extends Error {
    name = 'RangesUnusable';
}
/** The ranges of a file of this size, the tail first. */
function cut(total, plan) {
    const tailStart = Math.max(0, total - plan.tail);
    const ranges = [{ start: tailStart, end: total }];
    for (let start = 0; start < tailStart; start += plan.segment) {
        ranges.push({ start, end: Math.min(start + plan.segment, tailStart) });
    }
    return ranges;
}
/**
 * Checks an answer to a range.
 * @returns the offset that it ends before: a server may send less than was asked for
 * @throws RangesUnusable; SetupError E_CHECKSUM, E_NOT_FOUND, E_NETWORK; TransientFailure
 */
function checkPartial(response, url, asked, total) {
    const { status, headers, body } = response;
    const unusable = (reason) => {
        body.destroy();
        return new RangesUnusable(reason);
    };
    if (status === 200)
        throw unusable('the server ignores ranges');
    if (status === 416) {
        const there = /^bytes \*\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
        if (there !== undefined && Number(there) !== total)
            throw wrongSize(response, url, total, Number(there));
        throw unusable('the server refuses this range (status 416)');
    }
    if (status !== 206)
        throw failureOf(response, url);
    const said = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    if (said === null || isEncoded(response))
        throw unusable('the server answers ranges in a form of its own');
    if (said[3] !== '*' && Number(said[3]) !== total)
        throw wrongSize(response, url, total, Number(said[3]));
    const end = Number(said[2]) + 1;
    if (Number(said[1]) !== asked.start || end <= asked.start || end > asked.end) {
        throw unusable(`the server answers bytes ${asked.start}-${asked.end - 1} with bytes ${said[1]}-${said[2]}`);
    }
    return end;
}

;// CONCATENATED MODULE: ./lib/archive/download-ranges.js






/**
 * Fills an arrival of known size by several ranged GETs at once, the tail first, the rest from its start. A range that
 * breaks is taken up where it stopped. The other connections start once the first answer shows that ranges work, and go straight to where
 * its redirects led. They are no more than a wish: where a server answers few at a time, or refuses more, their ranges are left to those that
 * it answers.
 *
 * @throws RangesUnusable; SetupError E_CHECKSUM (another size), E_NOT_FOUND, E_NETWORK; the reason of an aborted signal
 */
async function downloadRanges(transfer, arrival, plan) {
    const total = arrival.bytes.length;
    const failing = new AbortController();
    const signal = anySignal(transfer.signal, failing.signal);
    const queue = cut(total, plan);
    const lanes = new Set();
    const ended = [];
    let resolved = transfer.url;
    async function fetchRange({ start, end }, lane) {
        let at = start;
        const laneSignal = anySignal(signal, lane.left.signal);
        const what = `${(0,display_url/* displayUrl */.Q)(transfer.url)} bytes ${start}-${end - 1}`;
        const task = { what, evidence: transfer.evidence, signal: laneSignal, bytes: () => at - start };
        const attempt = async (number) => {
            while (at < end) {
                // An address that was redirected to may have run out: later attempts ask for a new one.
                const url = number === 1 ? resolved : transfer.url;
                const headers = { range: `bytes=${at}-${end - 1}` };
                const response = await transfer.http.get(url, { headers, signal: laneSignal });
                if (number === 1 && url !== transfer.url && [401, 403, 404, 410].includes(response.status)) {
                    resolved = transfer.url;
                    response.body.destroy();
                    continue;
                }
                const said = checkPartial(response, transfer.url, { start: at, end }, total);
                if (response.url !== transfer.url)
                    resolved = response.url;
                laneSignal.throwIfAborted();
                lane.unanswered = undefined;
                startLanes();
                await readBody(response, (chunk) => {
                    if (at + chunk.length > said)
                        throw new RangesUnusable('an answer is longer than its Content-Range says');
                    arrival.write(at, chunk);
                    at += chunk.length;
                    transfer.onBytes(chunk.length, arrival.received(), total);
                });
                if (at < said)
                    throw new TransientFailure(`the answer ended ${said - at} bytes early`);
            }
        };
        await withRetries(transfer.http.retries, task, async (number) => {
            try {
                await attempt(number);
            }
            catch (error) {
                const others = [...lanes].some(({ unanswered }) => !unanswered);
                if (!(error instanceof TransientFailure && lane.unanswered && number > 1 && others))
                    throw error;
                queue.push(lane.unanswered);
                const line = `${what}: ${error.message}; left to the other connections`;
                transfer.evidence.push(line);
                transfer.http.retries.onRetry?.(line);
                throw new Left();
            }
        });
    }
    /** The next range: of the queue, or else one that another connection has waited for in vain. */
    async function nextRange() {
        for (;;) {
            const next = queue.shift();
            const waiting = [...lanes].find(({ unanswered }) => unanswered);
            if (next !== undefined || waiting === undefined)
                return next;
            const range = waiting.unanswered;
            const patience = waiting.since + PATIENCE_MS - performance.now();
            if (patience <= 0) {
                waiting.unanswered = undefined;
                waiting.left.abort(new Left());
                return range;
            }
            await (0,promises_.setTimeout)(Math.min(patience, POLL_MS), undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
    /** Never rejects: the first failure of all lanes is the reason of their signal. */
    async function work(lane) {
        try {
            for (let range = lane.unanswered; range !== undefined; range = await nextRange())
                await fetchRange(range, lane);
        }
        catch (error) {
            if (!(error instanceof Left))
                failing.abort(error);
        }
        finally {
            lanes.delete(lane);
        }
    }
    function startLane() {
        const lane = { unanswered: queue.shift(), since: performance.now(), left: new AbortController() };
        lanes.add(lane);
        ended.push(work(lane));
    }
    function startLanes() {
        if (ended.length > 1)
            return;
        for (let count = 1; count < plan.connections && queue.length > 0; count++)
            startLane();
    }
    startLane();
    for (let settled = 0; settled < ended.length;) {
        settled = ended.length;
        await Promise.all(ended);
        if (queue.length > 0 && !signal.aborted)
            startLane();
    }
    transfer.signal.throwIfAborted();
    failing.signal.throwIfAborted();
}
/** The end of a lane that has left its range to another one. */
class Left extends Error {
}
/** How long a connection may wait for its first answer while another one has nothing to do. */
const PATIENCE_MS = 1000;
const POLL_MS = 50;

;// CONCATENATED MODULE: ./lib/archive/download-whole.js







/** As for an arrival: chunks come in buffers of their own. */
const download_whole_GARBAGE = 4 * 2 ** 20;
/**
 * Reads the whole file by one GET, from the start again after a break. Decodes it where it comes gzipped.
 *
 * @param expected the size it has to have, 0 where nobody knows
 * @param arrival filled in place where the size is known; otherwise one is made
 * @throws SetupError E_CHECKSUM (another size), E_NOT_FOUND, E_NETWORK, E_ARCHIVE (too large)
 */
async function downloadWhole(transfer, expected, arrival) {
    const { url, http, signal, evidence } = transfer;
    let got = 0;
    const task = { what: (0,display_url/* displayUrl */.Q)(url), evidence, signal, bytes: () => got };
    return withRetries(http.retries, task, async () => {
        got = 0;
        const response = await http.get(url, { signal });
        if (response.status !== 200)
            throw failureOf(response, url);
        const length = isEncoded(response) ? undefined : response.headers['content-length'];
        const said = length === undefined ? undefined : Number(length);
        if (expected > 0 && said !== undefined && said !== expected)
            throw wrongSize(response, url, expected, said);
        const total = expected > 0 ? expected : (said ?? 0);
        if (total > MAX_ARCHIVE)
            throw refuseLarge(response, url, `${total} bytes`);
        const place = total > 0 ? (arrival ?? createArrival(total)) : undefined;
        place?.restart();
        const store = place === undefined ? createStore() : undefined;
        await readBody(response, (chunk) => {
            if (total > 0 && got + chunk.length > total)
                throw wrongSize(response, url, total, `more than ${total}`);
            if (got + chunk.length > MAX_ARCHIVE)
                throw refuseLarge(response, url, 'more than 1 GiB');
            store?.append(chunk);
            place?.write(got, chunk);
            got += chunk.length;
            transfer.onBytes(chunk.length, got, total);
        });
        // A page in place of the file is no matter of a broken connection.
        if (got < total && isPage(response))
            throw wrongSize(response, url, total, got);
        if (got < total)
            throw new TransientFailure(`the answer ended ${total - got} bytes early`);
        return place ?? createArrival(got, store?.bytes);
    });
}
/** Bytes of which nobody knows how many will come, in one place from the start: a copy at the end would take as much memory again. */
function createStore() {
    const bytes = Reflect.construct(SharedArrayBuffer, [0, { maxByteLength: MAX_ARCHIVE }]);
    const discard = createCollector(download_whole_GARBAGE);
    return {
        bytes,
        append(chunk) {
            const at = bytes.byteLength;
            bytes.grow(at + chunk.length);
            new Uint8Array(bytes, at).set(chunk);
            discard(chunk.length);
        },
    };
}
function refuseLarge(response, url, size) {
    response.body.destroy();
    return new errors/* SetupError */.w('E_ARCHIVE', `${(0,display_url/* displayUrl */.Q)(url)} has ${size}: an archive of Go has at most 1 GiB.`, {
        remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/archive/local-file.js




/** A piece per read: large, because a share answers each one after a round trip. It is used again and again. */
const PIECE = 2 ** 20;
/**
 * Opens an archive and starts to read it, its tail first (a ZIP has its directory there).
 *
 * @param expected the size it has to have; 0 where nobody knows
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM (another size), E_ARCHIVE (more than 1 GiB)
 */
async function readLocal(path, expected, options) {
    let file;
    try {
        file = await (0,external_node_fs_promises_.open)(path, 'r');
        const { size } = await file.stat();
        checkSize(path, expected, size);
        const arrival = createArrival(size);
        return { arrival, done: fill(file, path, arrival, options) };
    }
    catch (error) {
        await file?.close();
        throw error instanceof errors/* SetupError */.w ? error : unreadable(path, error);
    }
}
async function fill(file, path, arrival, { tail, signal, onBytes }) {
    const size = arrival.bytes.length;
    const tailStart = Math.max(0, size - tail);
    const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, size)));
    try {
        for (const [from, to] of [
            [tailStart, size],
            [0, tailStart],
        ]) {
            for (let at = from; at < to;) {
                signal.throwIfAborted();
                const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, to - at), at);
                if (bytesRead === 0)
                    throw new Error(`the file ends at byte ${at} of ${size}`);
                arrival.write(at, piece.subarray(0, bytesRead));
                at += bytesRead;
                onBytes(bytesRead, arrival.received(), size);
            }
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw unreadable(path, error);
    }
    finally {
        await file.close();
    }
}
function checkSize(path, expected, size) {
    if (expected > 0 && size !== expected) {
        throw new errors/* SetupError */.w('E_CHECKSUM', `${path} has ${size} bytes instead of ${expected}.`, {
            remedy: 'Copy the file to the mirror again, or give the hash of another build with the input checksum.',
            evidence: [`expected ${expected} bytes`, `there are ${size} bytes`],
        });
    }
    if (size > MAX_ARCHIVE) {
        throw new errors/* SetupError */.w('E_ARCHIVE', `${path} has ${size} bytes: an archive of Go has at most 1 GiB.`, {
            remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
        });
    }
}
function unreadable(path, cause) {
    const code = (0,errors/* systemCode */.x)(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
        return new errors/* SetupError */.w('E_NOT_FOUND', `There is no such file: ${path}`, {
            remedy: 'Check the version, and that go-download-base-url names a directory that has this file.',
            cause,
        });
    }
    return new errors/* SetupError */.w('E_NETWORK', `${path} can't be read: ${code ?? String(cause)}.`, {
        remedy: 'Check that the account of the runner may read this directory or share, and that it stays reachable.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/archive/meter.js
/** A report more often than this tells nobody anything. */
const INTERVAL_MS = 100;
/** Passes progress on, not more often than is of use; the last report of a phase always. Downloads get their mean speed. */
function createMeter(onProgress, now = () => performance.now()) {
    const started = now();
    const last = { download: Number.NEGATIVE_INFINITY, unpack: Number.NEGATIVE_INFINITY };
    return (phase, done, total) => {
        const time = now();
        if (onProgress === undefined || (done !== total && time - last[phase] < INTERVAL_MS))
            return;
        last[phase] = time;
        const seconds = (time - started) / 1000;
        const speed = phase === 'download' && seconds > 0 ? { bytesPerSecond: done / seconds } : {};
        onProgress({ phase, done, total, ...speed });
    };
}

;// CONCATENATED MODULE: ./lib/archive/overlap.js

/**
 * Unpacks an archive while it arrives. When one of the two fails the other is stopped, and the first failure is thrown once both
 * have ended. Only an archive that is broken waits for the download: bytes that are not the right ones are broken too, and
 * then that is what there is to say.
 */
async function overlap({ start, verify, unpack, signal, }) {
    const stop = new AbortController();
    const abort = () => stop.abort(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', abort, { once: true });
    try {
        const { arrival, done } = await start(stop.signal);
        const arriving = done.then(() => verify(arrival));
        const unpacking = unpack(arrival, stop.signal);
        arriving.catch((error) => stop.abort(error));
        unpacking.catch((error) => {
            if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_ARCHIVE')
                stop.abort(error);
        });
        const [, result] = await Promise.allSettled([arriving, unpacking]);
        stop.signal.throwIfAborted();
        if (result.status === 'rejected')
            throw result.reason;
        return { arrival, unpacked: result.value };
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/archive/zip-file.js

/** The failure of an archive that is not as it has to be. */
function broken(reason, entry) {
    // A name can have 65,535 bytes.
    const name = JSON.stringify(entry === undefined || entry.length < 300 ? entry : `${entry.slice(0, 300)}…`);
    const subject = entry === undefined ? 'The archive' : `The entry ${name} of the archive`;
    return new errors/* SetupError */.w('E_ARCHIVE', `${subject} is refused: ${reason}.`, {
        remedy: 'Use an archive as go.dev/dl publishes it; have the mirror, or what made this file, repaired.',
        ...(entry === undefined ? {} : { evidence: [`entry ${name}`, reason] }),
    });
}

;// CONCATENATED MODULE: ./lib/archive/writer-failure.js


/** The failure of a system call on a path in the target, by its code; see {@link broken} for the archive's own. */
function writer_failure_failureOf({ path, code, reason }) {
    if (code === undefined)
        return broken(reason, path);
    const evidence = [path, reason];
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return new errors/* SetupError */.w('E_DISK', `The disk is full: ${path} could not be written (${code}).`, {
                remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
                evidence,
            });
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return new errors/* SetupError */.w('E_PERMISSION', `${path} may not be written (${code}).`, {
                remedy: 'Give the account of the runner write access to this directory, and look for protection software that denies it.',
                evidence,
            });
        case 'EBUSY':
        case 'ETXTBSY':
            return new errors/* SetupError */.w('E_LOCKED', `Another process holds ${path} (${code}).`, {
                remedy: 'Find out what opens new files in this directory (a scanner, a backup, a search index) and leave it out there.',
                evidence,
            });
        default:
            return new errors/* SetupError */.w('E_DISK', `${path} could not be written (${code}).`, {
                remedy: 'Check this drive, and that nothing else works in this directory.',
                evidence,
            });
    }
}

;// CONCATENATED MODULE: ./lib/archive/target.js






/** What a file takes on a disk is a multiple of this, on most of them. */
const CLUSTER = 4096;
/** Node runs four file calls at a time. */
const AT_ONCE = 4;
/** Enough for all of Go's directories on a quick disk. */
const QUICK_MS = 50;
/**
 * Compares the free space of the target's drive with what the files will take.
 * @throws SetupError E_DISK naming both
 */
async function requireSpace(target, directory) {
    const needed = directory.files.reduce((sum, { size }) => sum + Math.ceil(size / CLUSTER) * CLUSTER, 0);
    let free;
    try {
        const { bavail, bsize, blocks } = await (0,external_node_fs_promises_.statfs)(target);
        if (blocks === 0)
            return; // some network drives tell nothing
        free = bavail * bsize;
    }
    catch {
        return; // a probe without an answer is no reason to stop: the write itself decides
    }
    if (free >= needed)
        return;
    throw new errors/* SetupError */.w('E_DISK', `The unpacked Go takes ${mib(needed)}, and ${target} has ${mib(free)} free.`, {
        remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
        evidence: [`needed ${needed} bytes`, `free ${free} bytes`, target],
    });
}
/**
 * Makes every directory once, parents first. One after the other while that costs little; where a directory takes its time, several of a
 * level at once.
 *
 * @param directories parents before what lies in them
 * @throws SetupError E_DISK, E_PERMISSION, E_LOCKED
 */
async function makeDirectories(target, directories, signal) {
    const made = makeQuickly(target, directories);
    for (const level of levels(directories.slice(made))) {
        const rest = [...level];
        await Promise.all(Array.from({ length: AT_ONCE }, async () => {
            for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
                signal.throwIfAborted();
                await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(target, path)).catch((cause) => failed((0,external_node_path_.join)(target, path), cause));
            }
        }));
    }
}
/** Blocks this thread for {@link QUICK_MS} at most, and returns how many directories that was enough for. */
function makeQuickly(target, directories) {
    const until = performance.now() + QUICK_MS;
    let made = 0;
    for (const path of directories) {
        if (performance.now() > until)
            break;
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(target, path));
        }
        catch (cause) {
            failed((0,external_node_path_.join)(target, path), cause);
        }
        made += 1;
    }
    return made;
}
function failed(path, cause) {
    throw writer_failure_failureOf({ kind: 'failed', path, code: (0,errors/* systemCode */.x)(cause) ?? 'UNKNOWN', reason: String(cause) });
}
function levels(directories) {
    const byDepth = new Map();
    for (const path of directories) {
        const depth = path.split('/').length;
        const level = byDepth.get(depth);
        if (level === undefined)
            byDepth.set(depth, [path]);
        else
            level.push(path);
    }
    return byDepth.values();
}
/** Removes what is in a directory, and leaves the directory. */
async function clearDirectory(target, signal) {
    for (const name of await (0,external_node_fs_promises_.readdir)(target))
        await (0,files/* removeTree */.dM)((0,external_node_path_.join)(target, name), signal);
}
function mib(bytes) {
    return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/archive/tuner.js
/** Below this a file costs processor time, not waiting: more writers than cores can't help. */
const CPU_BOUND_MS = 0.15;
const FIRST_FILES = 64;
/** For each writer of a larger number; the first few of a new thread are slow and not counted. */
const FILES_PER_WRITER = 16;
/**
 * Numbers of writers that are tried in turn: with what gain in files per second over the number before one stays, and with what gain
 * the next is tried. A thread takes 10 MB and more before it does anything, so twelve have to promise much.
 */
const STEPS = [
    { writers: 1, stays: 0, next: 0 },
    { writers: 4, stays: 1.5, next: 2.5 },
    { writers: 12, stays: 1.6, next: Number.POSITIVE_INFINITY },
];
/**
 * Begins with one writer. Where creating a file waits on something (a virus scanner, a remote disk), several writers wait at the same
 * time, and their number is raised for as long as that scales. Where creation is serialised (Wine, some filters), each
 * writer gets slower as they get more, and it goes back to what was enough. Nothing is asked about the platform.
 *
 * @param cores how many processors there are; 0 counts as one
 */
function createTuner(cores) {
    let step = 0;
    let final;
    let files = 0;
    let batches = [];
    let before = { writers: 1, perFile: 0 };
    function decide() {
        const current = STEPS[step] ?? STEPS[0];
        // The median, because other programs on the machine slow single batches down.
        const perFile = batches.sort((a, b) => a - b)[Math.floor((batches.length - 1) / 2)] ?? 0;
        if (step === 0 && perFile < CPU_BOUND_MS) {
            final = Math.min(2, Math.max(1, cores));
            return;
        }
        // With n writers that each take t per file, n / t files are written at a time.
        const gain = step === 0 ? 1 : (current.writers / perFile) * (before.perFile / before.writers);
        if (gain < current.stays) {
            final = before.writers;
            return;
        }
        if (step > 0 && gain < current.next) {
            final = current.writers;
            return;
        }
        before = { writers: current.writers, perFile };
        step += 1;
        files = 0;
        batches = [];
    }
    const wanted = () => final ?? STEPS[step]?.writers ?? 1;
    return {
        wanted,
        settled: () => final !== undefined,
        record(sample) {
            if (final !== undefined || sample.files === 0 || sample.writers !== wanted())
                return;
            files += sample.files;
            batches.push(sample.ms / sample.files);
            if (files >= (step === 0 ? FIRST_FILES : FILES_PER_WRITER * wanted()))
                decide();
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/work-list.js
/** Few messages, and yet an even end: a batch is never more than a writer's share of what is there. */
const BATCH_FILES = { largest: 32, smallest: 16 };
const BATCH_BYTES = 512 * 1024;
/** Looking again pays after this much has come: it goes through all files that wait. */
const REFRESH_BYTES = 256 * 1024;
function createWorkList(files, arrival) {
    // In the order of their place: what has not arrived is then mostly at the end.
    let waiting = [...files].sort((a, b) => a.offset - b.offset);
    let ready = [];
    let lookedAt = -1;
    return {
        refresh() {
            const received = arrival.received();
            const complete = received === arrival.bytes.length;
            if (waiting.length === 0 || received === lookedAt)
                return;
            if (lookedAt >= 0 && !complete && received - lookedAt < REFRESH_BYTES)
                return;
            lookedAt = received;
            const arrived = [];
            const later = [];
            for (const file of waiting)
                (arrival.has(file.offset, file.limit) ? arrived : later).push(file);
            if (arrived.length === 0)
                return;
            waiting = later;
            ready = [...ready, ...arrived].sort((a, b) => a.size - b.size);
        },
        take(which, writers) {
            const share = Math.min(BATCH_FILES[which], Math.ceil(ready.length / (2 * writers)));
            let count = 0;
            for (let bytes = 0; count < share && (count === 0 || bytes < BATCH_BYTES); count++) {
                bytes += ready.at(which === 'largest' ? -1 - count : count)?.size ?? 0;
            }
            return which === 'largest' ? ready.splice(ready.length - count, count) : ready.splice(0, count);
        },
        remaining: () => waiting.length + ready.length,
    };
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/archive/writer-pool.js


/** The young generation of a thread's heap fills up before it is cleaned: with many threads its size is most of their memory. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 };
/** The literal form below is what the bundler recognises and copies writer.js for. */
function defaultWriter() {
    return new external_node_worker_threads_.Worker(__webpack_require__.ab + "writer.js", { resourceLimits: LIMITS, execArgv: [] });
}
function createWriterPool(archive, options) {
    const { onFailure, createWriter = defaultWriter } = options;
    const stopFlag = new SharedArrayBuffer(4);
    const slots = new Set();
    const ending = [];
    let onReady = () => { };
    function add() {
        const worker = createWriter();
        const slot = { worker, started: false, done: undefined };
        slots.add(slot);
        worker.on('message', (message) => {
            if (message.kind === 'failed')
                return onFailure(writer_failure_failureOf(message));
            if (message.kind === 'ready') {
                slot.started = true;
                return onReady();
            }
            const { done } = slot;
            slot.done = undefined;
            done?.(message);
        });
        worker.on('error', onFailure);
        worker.on('exit', (code) => {
            if (slots.delete(slot))
                onFailure(new Error(`a writer thread ended by itself (${code})`));
        });
        worker.postMessage({ kind: 'open', archive, stop: stopFlag });
    }
    function end(slot) {
        slots.delete(slot);
        ending.push(slot.worker.terminate());
    }
    const free = () => [...slots].filter(({ done }) => done === undefined);
    const idle = () => free().filter(({ started }) => started);
    return {
        size: () => [...slots].filter(({ started }) => started).length,
        idle: () => idle().length,
        onReady(listener) {
            onReady = listener;
        },
        resize(wanted) {
            while (slots.size < wanted)
                add();
            for (const slot of free().slice(0, Math.max(0, slots.size - wanted)))
                end(slot);
        },
        give(files, done) {
            const slot = idle()[0];
            if (slot === undefined)
                throw new Error('no writer is idle');
            slot.done = done;
            slot.worker.postMessage({ kind: 'write', files });
        },
        async stop() {
            Atomics.store(new Int32Array(stopFlag), 0, 1);
            for (const slot of [...slots])
                end(slot);
            await Promise.allSettled(ending);
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/entry-name.js
const FORBIDDEN = /[<>|?*"]/;
/** The superscript digits count as digits in device names on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]|conin\$|conout\$)$/i;
/** Go's longest has 108 characters; each is compared with all others, before anyone knows the archive's hash. */
const LONGEST = 1024;
/**
 * Why a name from an archive can't be a file on Windows inside of the target, or undefined when it can. The rules are those of
 * Microsoft's "Naming Files, Paths, and Namespaces", applied on every platform.
 *
 * @param name as stored: forward slashes, a trailing one for a directory
 */
function nameProblem(name) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
    if (/[\u0000-\u001F\u007F]/.test(name))
        return 'a control character in the name';
    if (name.includes('\\'))
        return 'a backslash in the name';
    if (name.includes(':'))
        return 'a colon in the name';
    if (name.startsWith('/'))
        return 'an absolute path';
    if (name.length > LONGEST)
        return `a path of more than ${LONGEST} characters`;
    const path = name.endsWith('/') ? name.slice(0, -1) : name;
    for (const segment of path.split('/')) {
        const problem = segmentProblem(segment);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function segmentProblem(segment) {
    if (segment === '')
        return 'an empty part in the path';
    if (segment === '..' || segment === '.')
        return `"${segment}" in the path`;
    if (FORBIDDEN.test(segment))
        return 'a character in the name that Windows does not allow';
    if (segment.endsWith('.') || segment.endsWith(' '))
        return 'a trailing dot or space in the name';
    // The extension does not matter, nor do spaces before it: `nul.txt` and `nul .txt` are NUL.
    const stem = (segment.split('.')[0] ?? '').trimEnd();
    if (DEVICE.test(stem))
        return 'the name of a Windows device';
    if (segment.length > 255)
        return 'a name of more than 255 characters';
    return undefined;
}
/** Two paths with the same key are the same file on a file system that ignores case. */
function caseKey(path) {
    return path.toLowerCase().toUpperCase();
}

;// CONCATENATED MODULE: ./lib/archive/zip-checks.js


const MIB = 2 ** 20;
const MAX_ENTRY = 1024 * MIB;
const MAX_TOTAL = 4096 * MIB;
/** Go's archives unpack to three times their size; nothing real comes near this, beyond small ones. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 100 * MIB;
/** Go has 1,400. Each entry can name hundreds, and this is counted before anyone knows the archive's hash. */
const MAX_DIRECTORIES = 0xffff;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const REPARSE_POINT = 0x400;
/**
 * Turns the entries into files and directories below the top directory.
 *
 * @throws SetupError E_ARCHIVE for names that Windows or this target can't hold, links and other special files, duplicates
 *   (case ignored), a file where a directory is needed, several top directories, overlapping entries, bombs
 */
function checkTree(entries, bounds) {
    let totalSize = 0;
    const tree = createTree();
    const limits = limitsOf(entries, bounds.end);
    const files = [];
    for (const entry of entries) {
        const { name, method, crc32, compressedSize, size, offset, rawName } = entry;
        const problem = nameProblem(name) ?? typeProblem(entry);
        if (problem !== undefined)
            throw broken(problem, name);
        const isDirectory = name.endsWith('/');
        const [top, ...rest] = (isDirectory ? name.slice(0, -1) : name).split('/');
        if (top !== bounds.topDirectory || (rest.length === 0 && !isDirectory)) {
            throw broken(`it lies outside of ${bounds.topDirectory}/`, name);
        }
        if (size > MAX_ENTRY)
            throw broken('it is larger than 1 GiB unpacked', name);
        totalSize += size;
        const path = rest.join('/');
        if (isDirectory) {
            if (size > 0)
                throw broken('it is a directory with content', name);
            if (path === '')
                tree.addTop(name);
            else
                tree.addDirectory(path, name);
            continue;
        }
        tree.addFile(path, name);
        const limit = limits.get(entry) ?? bounds.end;
        files.push({ path, method, crc32, compressedSize, size, offset, limit, rawName });
    }
    if (totalSize > MAX_TOTAL)
        throw broken(`it unpacks to ${totalSize} bytes, more than 4 GiB`);
    if (totalSize > RATIO_COUNTS_FROM && totalSize > MAX_RATIO * bounds.archiveSize) {
        throw broken(`it unpacks to ${totalSize} bytes, more than ${MAX_RATIO} times its size`);
    }
    return { files, directories: tree.directories(), totalSize };
}
/** For each entry the offset that it must end before; refuses those that reach into the next one. */
function limitsOf(entries, end) {
    const limits = new Map();
    const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
    for (const [index, entry] of byOffset.entries()) {
        const limit = byOffset[index + 1]?.offset ?? end;
        if (entry.offset + 30 + entry.rawName.length + entry.compressedSize > limit) {
            throw broken('it overlaps another entry', entry.name);
        }
        limits.set(entry, limit);
    }
    return limits;
}
/** The upper half of the attributes holds a Unix mode, or zero; the lower one Windows' own. */
function typeProblem({ name, attributes }) {
    const type = (attributes >>> 16) & TYPE_MASK;
    if (type === SYMLINK || (attributes & REPARSE_POINT) !== 0)
        return 'it is a link';
    if (type !== 0 && type !== REGULAR && type !== DIRECTORY)
        return 'it is neither a file nor a directory';
    if (type === (name.endsWith('/') ? REGULAR : DIRECTORY))
        return 'its name and its type disagree';
    return undefined;
}
function createTree() {
    /** By case-insensitive key: the path as first spelled, and what named it. */
    const seen = new Map();
    let topNamed = false;
    let directories = 0;
    function add(path, kind, named, entry) {
        const key = caseKey(path);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, { path, kind, named });
            if (kind === 'directory' && ++directories > MAX_DIRECTORIES)
                throw broken(`it has more than ${MAX_DIRECTORIES} directories`);
            return;
        }
        if (other.path !== path)
            throw broken(`it differs from ${JSON.stringify(other.path)} in case only`, entry);
        if (other.kind !== kind)
            throw broken('it is both a file and a directory', entry);
        if (other.named && named)
            throw broken('it is there twice', entry);
        other.named ||= named;
    }
    function addParents(path, entry) {
        // From the innermost one outwards, until one is known: then those around it are, too.
        for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const parent = path.slice(0, slash);
            const known = seen.get(caseKey(parent));
            add(parent, 'directory', false, entry);
            if (known !== undefined)
                return;
        }
    }
    return {
        addTop(entry) {
            if (topNamed)
                throw broken('it is there twice', entry);
            topNamed = true;
        },
        addDirectory(path, entry) {
            addParents(path, entry);
            add(path, 'directory', true, entry);
        },
        addFile(path, entry) {
            addParents(path, entry);
            add(path, 'file', true, entry);
        },
        directories() {
            const paths = [...seen.values()].filter(({ kind }) => kind === 'directory').map(({ path }) => path);
            return paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
        },
    };
}

;// CONCATENATED MODULE: ./lib/archive/zip.js


const END_SIZE = 22;
const HEADER_SIZE = 46;
const LOCAL_SIZE = 30;
/** The end record and the longest comment there can be: that much of a file's end has to be there to find the directory. */
const END_REACH = END_SIZE + 0xffff;
/**
 * Finds the central directory from the end of a whole archive (APPNOTE 6.3, 4.3.16).
 * @throws SetupError E_ARCHIVE when this is no ZIP, or one of several parts, or zip64
 */
function locateDirectory(bytes) {
    const view = viewOf(bytes);
    for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_REACH); at--) {
        if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x06054b50)
            continue;
        if (at + END_SIZE + view.getUint16(at + 20, true) !== bytes.length)
            continue;
        if (at >= 20 && view.getUint32(at - 20, true) === 0x07064b50)
            throw broken('it is a zip64 archive');
        const count = view.getUint16(at + 10, true);
        const size = view.getUint32(at + 12, true);
        const offset = view.getUint32(at + 16, true);
        if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
            throw broken('it is a zip64 archive');
        if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0)
            throw broken('it spans several disks');
        if (view.getUint16(at + 8, true) !== count)
            throw broken('it spans several disks');
        if (offset + size !== at)
            throw broken('its directory does not lie where its end record says');
        return { offset, end: at, count };
    }
    throw broken('it is no ZIP archive, or is cut off: the end record is missing');
}
/**
 * Reads the central directory and refuses what a Go archive never holds: see zip-checks.ts and entry-name.ts.
 *
 * @param bytes the whole archive; only the directory itself is read
 * @param topDirectory the one directory that everything has to lie in
 * @throws SetupError E_ARCHIVE naming the entry and the reason
 */
function readDirectory(bytes, location, topDirectory) {
    // A copy, because a decoder takes no shared memory, and because the names are kept.
    const copy = Uint8Array.from(bytes.subarray(location.offset, location.end));
    const view = viewOf(copy);
    const end = copy.length;
    const entries = [];
    let at = 0;
    for (let index = 0; index < location.count; index++) {
        if (at + HEADER_SIZE > end)
            throw broken('its directory is cut off', `entry ${index + 1}`);
        if (view.getUint32(at, true) !== 0x02014b50)
            throw broken('its directory is damaged', `entry ${index + 1}`);
        const nameEnd = at + HEADER_SIZE + view.getUint16(at + 28, true);
        const extraEnd = nameEnd + view.getUint16(at + 30, true);
        const next = extraEnd + view.getUint16(at + 32, true);
        if (next > end)
            throw broken('its directory is cut off', `entry ${index + 1}`);
        const rawName = copy.subarray(at + HEADER_SIZE, nameEnd);
        const name = decodeName(rawName, index);
        const flags = view.getUint16(at + 8, true);
        const method = view.getUint16(at + 10, true);
        const compressedSize = view.getUint32(at + 20, true);
        const size = view.getUint32(at + 24, true);
        const offset = view.getUint32(at + 42, true);
        if ((flags & 0x2041) !== 0)
            throw broken('it is encrypted', name);
        if ((flags & 0x20) !== 0)
            throw broken('it is a patch', name);
        if (method !== 0 && method !== 8)
            throw broken(`it is compressed by method ${method}, not by deflate`, name);
        if ([compressedSize, size, offset].includes(0xffffffff) || hasZip64(view, nameEnd, extraEnd)) {
            throw broken('it is a zip64 entry', name);
        }
        if (view.getUint16(at + 34, true) !== 0)
            throw broken('it lies on another disk', name);
        if (method === 0 && compressedSize !== size)
            throw broken('its two sizes differ, though it is stored as it is', name);
        if (offset + LOCAL_SIZE + rawName.length + compressedSize > location.offset) {
            throw broken('it reaches out of the archive', name);
        }
        const attributes = view.getUint32(at + 38, true);
        const crc32 = view.getUint32(at + 16, true);
        entries.push({ name, rawName, method, attributes, crc32, compressedSize, size, offset });
        at = next;
    }
    if (at !== end)
        throw broken('its directory holds more than it says');
    return checkTree(entries, { topDirectory, end: location.offset, archiveSize: bytes.length });
}
/**
 * Where the data of a file begins, by its local header, which has to tell the same name and method as the directory does.
 * @throws SetupError E_ARCHIVE
 */
function dataOffset(bytes, file) {
    const view = viewOf(bytes);
    const at = file.offset;
    if (at + LOCAL_SIZE > file.limit || view.getUint32(at, true) !== 0x04034b50) {
        throw broken('its local header is missing', file.path);
    }
    const nameLength = view.getUint16(at + 26, true);
    const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
    if (start + file.compressedSize > file.limit)
        throw broken('it overlaps what follows it', file.path);
    const name = bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength);
    if (Buffer.compare(name, file.rawName) !== 0)
        throw broken('its local header has another name', file.path);
    if (view.getUint16(at + 8, true) !== file.method)
        throw broken('its local header has another method', file.path);
    if ((view.getUint16(at + 6, true) & 0x2041) !== 0)
        throw broken('it is encrypted', file.path);
    return start;
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decodeName(raw, index) {
    try {
        return utf8.decode(raw);
    }
    catch {
        throw broken('its name is not valid UTF-8', `${Buffer.from(raw).toString('latin1')} (entry ${index + 1})`);
    }
}
function hasZip64(view, start, end) {
    for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
        if (view.getUint16(at, true) === 0x0001)
            return true;
    }
    return false;
}
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./lib/archive/unpack.js







/**
 * Unpacks an archive while it still arrives: its directory as soon as its end is there, all directories first, then each file
 * once its bytes have come, the largest of those first, with small ones beside them. Files are inflated and written by several threads.
 *
 * Nothing is undone: whoever gave the target removes it after a failure. When this rejects no thread writes any more.
 *
 * @param target an existing, empty directory
 * @throws SetupError E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED; the reason of an aborted signal
 */
async function unpack(arrival, target, options) {
    const halt = new AbortController();
    const abort = () => halt.abort(options.signal.reason);
    options.signal.throwIfAborted();
    options.signal.addEventListener('abort', abort, { once: true });
    const pool = createWriterPool(arrival.bytes.buffer, {
        onFailure: (error) => halt.abort(error),
        createWriter: options.createWriter,
    });
    try {
        pool.resize(1); // it starts while the directory arrives
        return await unpackWith(pool, arrival, target, { ...options, signal: halt.signal });
    }
    finally {
        options.signal.removeEventListener('abort', abort);
        await pool.stop();
    }
}
async function unpackWith(pool, arrival, target, options) {
    const directory = await arrivedDirectory(arrival, options);
    await requireSpace(target, directory);
    const from = performance.now();
    await makeDirectories(target, directory.directories, options.signal);
    const writers = await writeFiles(pool, arrival, target, directory.files, options);
    return { files: directory.files.length, bytes: directory.totalSize, writers, ms: performance.now() - from };
}
async function arrivedDirectory(arrival, options) {
    const { bytes } = arrival;
    await arrival.until(Math.max(0, bytes.length - END_REACH), bytes.length, options.signal);
    const location = locateDirectory(bytes);
    await arrival.until(location.offset, bytes.length, options.signal);
    return readDirectory(bytes, location, options.topDirectory);
}
/**
 * Hands the files to the writers as they arrive. Resolves with the number of writers at the end, rejects with the reason of the
 * signal, which a failing writer aborts.
 */
function writeFiles(pool, arrival, target, files, { onFiles, signal }) {
    const cores = Math.max(1, (0,external_node_os_.availableParallelism)());
    const tuner = createTuner(cores);
    const list = createWorkList(files, arrival);
    let written = 0;
    let inflating = 0;
    function place(file) {
        const { compressedSize, size, crc32, method } = file;
        const start = dataOffset(arrival.bytes, file);
        return { name: file.path, path: (0,external_node_path_.join)(target, file.path), start, compressedSize, size, crc32, method };
    }
    function feed(onWritten) {
        list.refresh();
        if (list.remaining() > 0)
            pool.resize(Math.min(tuner.wanted(), Math.max(pool.size(), list.remaining())));
        while (pool.idle() > 0) {
            const writers = pool.size();
            // Large files take processors and small ones take waiting: writers beyond the cores do the waiting meanwhile.
            const large = tuner.settled() && inflating < cores;
            const batch = list.take(large ? 'largest' : 'smallest', writers);
            if (batch.length === 0)
                return;
            if (large)
                inflating += 1;
            pool.give(batch.map(place), ({ small, smallMs }) => {
                if (large)
                    inflating -= 1;
                tuner.record({ writers, files: small, ms: smallMs });
                written += batch.length;
                onFiles?.(written, files.length);
                onWritten();
            });
        }
    }
    return new Promise((resolve, reject) => {
        const settle = (action) => {
            stopListening();
            pool.onReady(() => { });
            signal.removeEventListener('abort', abort);
            action();
        };
        const abort = () => settle(() => reject(signal.reason));
        const pump = () => {
            if (signal.aborted)
                return;
            if (written === files.length)
                return settle(() => resolve(Math.min(tuner.wanted(), Math.max(1, files.length))));
            try {
                feed(pump);
            }
            catch (error) {
                settle(() => reject(error));
            }
        };
        const stopListening = arrival.onWrite(() => {
            if (pool.idle() > 0)
                pump();
        });
        signal.addEventListener('abort', abort, { once: true });
        pool.onReady(pump);
        if (signal.aborted)
            abort();
        else
            pump();
    });
}

;// CONCATENATED MODULE: ./lib/archive/fetch-tree.js













const TOP_DIRECTORY = 'go';
/** All bytes came, and they are not the file's. Its message is their SHA-256. */
class WrongBytes extends Error {
}
/**
 * From an archive's address to its verified tree. The archive is never written to a disk: it arrives in memory, from where its
 * files are inflated and written while the rest still comes. Resolves only when size and SHA-256 are right and every
 * file is written; until then nothing in the target may be used.
 *
 * After a failure nothing writes to the target any more, and whoever gave it removes it. The first failure is the one thrown,
 * with one exception: that the archive is broken counts only once its hash has shown that it is the right one.
 *
 * @param target an existing, empty directory; the content of the archive's `go/` goes into it
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED; the signal's reason
 */
async function fetchTree(source, release, target, options) {
    const where = source.kind === 'http' ? (0,display_url/* displayUrl */.Q)(source.url) : source.path;
    requireKnown(release, where);
    const expected = release.sha256.toLowerCase();
    const plan = options.ranges ?? RANGE_PLAN;
    const user = options.signal ?? new AbortController().signal;
    const limit = timeLimit(options.timeoutMs, where);
    const signal = anySignal(user, limit.signal);
    const meter = createMeter(options.onProgress);
    const evidence = [];
    const started = performance.now();
    let downloadMs = 0;
    let bytesDownloaded = 0;
    const onBytes = (came, done, total) => {
        bytesDownloaded += came;
        meter('download', done, total);
    };
    const verify = (arrival) => {
        limit.clear();
        downloadMs = performance.now() - started;
        const actual = arrival.sha256();
        if (actual !== expected)
            throw new WrongBytes(actual);
    };
    const unpackInto = (arrival, stop) => unpack(arrival, target, {
        topDirectory: TOP_DIRECTORY,
        signal: stop,
        onFiles: (done, total) => meter('unpack', done, total),
        createWriter: options.createWriter,
    });
    const overlapped = (start) => overlap({ start, verify, unpack: unpackInto, signal });
    async function fromServer({ url, http }) {
        const transfer = { url, http, evidence, onBytes };
        let place;
        if (release.size > 0) {
            const arrival = createArrival(release.size);
            place = arrival;
            try {
                return await overlapped(async (stop) => ({
                    arrival,
                    done: downloadRanges({ ...transfer, signal: stop }, arrival, plan),
                }));
            }
            catch (error) {
                if (error instanceof RangesUnusable) {
                    options.onNote?.(`${where}: ${error.message}; the whole file is read in one go instead`);
                }
                else if (error instanceof WrongBytes) {
                    evidence.push(`read in ranges, its SHA-256 was ${error.message}`);
                    options.onNote?.(`${where}: what came in ranges is not the file; the whole file is read once more in one go`);
                }
                else
                    throw error;
                await clearDirectory(target, signal);
            }
        }
        limit.start();
        const arrival = await downloadWhole({ ...transfer, signal }, release.size, place);
        verify(arrival);
        return { arrival, unpacked: await unpackInto(arrival, user) };
    }
    try {
        limit.start();
        const { arrival, unpacked } = source.kind === 'http'
            ? await fromServer(source)
            : await overlapped((stop) => readLocal(source.path, release.size, { tail: plan.tail, signal: stop, onBytes }));
        return {
            files: unpacked.files,
            bytesUnpacked: unpacked.bytes,
            bytesDownloaded,
            sha256: expected,
            size: arrival.bytes.length,
            writers: unpacked.writers,
            downloadMs,
            unpackMs: unpacked.ms,
        };
    }
    catch (error) {
        throw error instanceof WrongBytes ? wrongHash(where, expected, error.message, evidence) : error;
    }
    finally {
        limit.clear();
    }
}
function requireKnown(release, where) {
    if (!/^[0-9a-f]{64}$/i.test(release.sha256)) {
        throw new errors/* SetupError */.w('E_CHECKSUM', `No SHA-256 is known for ${release.filename}: it can't be verified.`, {
            remedy: 'Give its hash with the input checksum.',
            evidence: [where],
        });
    }
    if (release.size > MAX_ARCHIVE) {
        throw new errors/* SetupError */.w('E_ARCHIVE', `${release.filename} has ${release.size} bytes: more than 1 GiB is refused.`, {
            remedy: 'Check the release list of the mirror.',
            evidence: [where],
        });
    }
}
function wrongHash(where, expected, actual, evidence) {
    return new errors/* SetupError */.w('E_CHECKSUM', `${where} is not the file that was asked for: its SHA-256 is ${actual}, not ${expected}.`, {
        remedy: 'Have the mirror serve the file as it is on go.dev/dl, or give the hash of another build with the input checksum.',
        evidence: [`expected ${expected}`, `actual   ${actual}`, `from     ${where}`, ...evidence],
    });
}
/** A signal that is aborted when the time is up. The clock runs from here, and is looked at from `start` to `clear`. */
function timeLimit(ms, where) {
    const controller = new AbortController();
    const end = performance.now() + ms;
    let timer;
    const expire = () => controller.abort(new errors/* SetupError */.w('E_NETWORK', `${where} did not come within ${Math.round(ms / 100) / 10} s.`, {
        remedy: 'Raise download-timeout, or name a nearer mirror with go-download-base-url.',
    }));
    return {
        signal: controller.signal,
        start() {
            timer ??= setTimeout(expire, end - performance.now());
        },
        clear() {
            clearTimeout(timer);
            timer = undefined;
        },
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/network/directory-origin.js




const LIST = 'releases.json';
/** More of a `.sha256` file than this is not read. */
const MAX_HASH_BYTES = 4096;
/**
 * A directory or share as an origin: the files as on go.dev/dl, each with its `.sha256` if it has one, and the list as
 * `releases.json` if there is one. Nothing is touched before the first read.
 *
 * The reads throw SetupError E_INPUT where the directory is missing, E_NETWORK where it can't be read.
 */
function openDirectory(directory) {
    return {
        label: directory,
        official: false,
        local: true,
        readList: () => readOptional(directory, LIST, (path) => (0,external_node_fs_promises_.readFile)(path, 'utf8')),
        readHash: (filename) => readOptional(directory, `${filename}.sha256`, readStart),
        archive: (filename) => ({ kind: 'file', path: (0,external_node_path_.join)(directory, filename) }),
    };
}
async function readOptional(directory, name, read) {
    await requireDirectory(directory);
    try {
        return await read((0,external_node_path_.join)(directory, name));
    }
    catch (cause) {
        if ((0,errors/* systemCode */.x)(cause) === 'ENOENT')
            return undefined;
        throw directory_origin_unreadable((0,external_node_path_.join)(directory, name), cause);
    }
}
async function requireDirectory(directory) {
    let isDirectory;
    try {
        isDirectory = (await (0,external_node_fs_promises_.stat)(directory)).isDirectory();
    }
    catch (cause) {
        if ((0,errors/* systemCode */.x)(cause) !== 'ENOENT' && (0,errors/* systemCode */.x)(cause) !== 'ENOTDIR')
            throw directory_origin_unreadable(directory, cause);
        isDirectory = false;
    }
    if (isDirectory)
        return;
    throw new errors/* SetupError */.w('E_INPUT', `go-download-base-url names a directory that does not exist: ${(0,display_url/* displayUrl */.Q)(directory)}`, {
        remedy: 'Give an http(s) URL, or a directory or share that this runner can reach.',
    });
}
/** A hash file is one short line: no more than that is read, whatever is there. */
async function readStart(path) {
    const file = await (0,external_node_fs_promises_.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HASH_BYTES), 0, MAX_HASH_BYTES, 0);
        return buffer.toString('utf8', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}
function directory_origin_unreadable(path, cause) {
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
    return {
        label: (0,display_url/* displayUrl */.Q)(base).replace(/\/+$/, ''),
        official,
        local: false,
        readList: () => http.getText(below(base, '', { mode: 'json', include: 'all' }), {
            accept: 'application/json',
            absent: NO_LIST,
            maxBytes: MAX_LIST_BYTES,
        }),
        readHash: (filename) => http.getText(below(hashes, `${filename}.sha256`), {
            absent: [404, 410],
            maxBytes: MAX_HASH_BYTES,
            cut: true,
        }),
        archive: (filename) => ({ kind: 'http', url: below(base, filename), http }),
    };
}
/** The URL of a file below the base, whose own query (a signature, say) stays. */
function below(base, filename, query = {}) {
    const url = new URL(base);
    url.pathname = `${base.pathname.replace(/\/+$/, '')}/${encodeURIComponent(filename)}`;
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
    return new errors/* SetupError */.w('E_INPUT', `go-download-base-url is no place that files come from: ${(0,display_url/* displayUrl */.Q)(base)}`, {
        remedy: String.raw `Give an http(s) URL, a directory, or a share (\\host\share).`,
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/release/builtin-data.js
// Made by lab/build-index.ts from go.dev's release list (npm run index). Not to be edited by hand.
/** The day on which go.dev's list was read. */
const date = '2026-08-19';
/** See builtin.ts. */
const rows = `
go1.27.0|AJt2fjYZsOm0HrZtHxQCxts-dSvwvhs-ryALtbiI76o1a8eyp|8MCg0zupT00sXbyIczTOZ4shgTUE3bOq_LBuYKWmZ8Q1azmts|bgFWuXiCCZMd00D63AQXHOFQY8F7Uckue4a1EQlibpA18o6pc
go1.27rc3|lXmxxuRGyYMtZTQu6LQ-zNvS6yMCm_8ap3H21KYS5ZA1a8cn8|vfpPVKdndSvKpyHEOCXojbRnUJMG1GdT3VpOyX1zjek1azjy7|cjRJlbxQ4fOz_Fx1D2Lym3EBKLQjLzexRcHzPvbLaY818o43p
go1.27rc2|NqnErBx6hqvHlxHKvHzUM5zG5327pC0Ai6Ap3DvSGK41a7ceg|_GFDh1N02gkN2ZBYGBqOOQlNNqA6ubCFkc5xrBpFJdY1az65u|F_Loixdt40r-LcXbxUiwXyDNJREyXS24XGnUkP-3qfQ18npac
go1.27rc1|L2BTs_wmlc6VbDccsp2dDcckNVlr_j-RNNbHCbj19681a6hq8|ENLHVcdsqUAIVYu57JMVRSnqHAo4q-k42bZAap0Y_-M1aygqw|Pgi8umplYVu2n46aOKeINEUYSAf2jId8s1EZssbbz-w18mvum
go1.26.7|Wc8LmBTEHJYNcN881TYP2geT5dIjBzfVjgCTkhgftjY17wkoh|9PU0pIbkvDOH-hjwggjy-FS3quqKCPKi2CmpFKBauxE18mjne|bxsI3p4t2U9pxS5SSraDRzcnUlMpHo_X8cEu1Ozu2ok16k4zp
go1.26.6|HjUvCiSIqIC3bybV-CR5y9Oyhu82DLvfU-Jt9fYj-C817wkgm|W2xbVWUlgQRjtciXtQ3HqC1qPcC_r1XZkKfp8x1rIxg18mjfa|BtvnhXQ9U074pGna2IrffxsrQ4UHzP75uY58-Ml7S2g16k4rs
go1.26.5|yrD2hHwX9MkEwLrLbsa4TnMPx5f0uohfQjg9WA_C05k17vsnb|l-ayqDO22J-f8X0lQZrAp-O0gqBE6asYze-DS9g0_Tg18lyca|-W7kY5bWnx4jHI2YHsanAhYjimRqHyzXSuoNABa7wBc16j7jb
go1.26.4|IGSkokn9LuLbI-cIDcGbQnaJafKDBUGEHQ96nICZaUY17vfdp|PKj7RjCwfEGcvdUfdU4xNjz8-4OzpTVNnolckL4sw0U18ll8z|YiR_Vvt9e4J9I3FSxOP81pok0PqUMNxz29p1k66CvI016itz1
go1.26.3|zv7HvSNPV9zCLirSsumORYQNmYdwxbELItrd9yjcfKw17vgk6|INLOr7TtQblrh5AQknsovJKlvlenwYAc42WpylHTIko18lmih|lc1jvGsNp3QJuoGSFa_qnd9XAsVaOyCvPdkOqVx7Eww16ivdu
go1.26.2|SosCw0Yl_s2cZYNEIQHJeW_CZaX8HtuTQNcb7QMA-Uw17ub7p|mOs1cLreFcuCawkJM432zG0s9ZC8OcRxFCAC2zgytwg18k78k|CU0Fyq9rojXivVcLYl0GTOtllDhmJSciqPP9uiMhOcY16hocl
go1.26.1|aia3zgONltKzRX6kkzZn-4XIlkEYYCFtr26hfs1LJcU17u942|m2gRLJE_Rbeuu_E8A2chJku7p-A6ZC-PdJDFYe69Hsw18jxie|wX4JZ2vg-q08vtHIG7AvOPtz4vk9BIVxzBNzD-I_LVs16hd18
go1.26.0|UGdPPWoHH6Gkwddtw3-voDMN-H2ECHomL-4CDaU5a2s17tt0m|m74PxkI2srUfYlXAXEIyUyuOzA5tLgCVC9MCHYpNB9Q18jjtu|c727n2SqFSdYAkSFxSQ6EJgYK7dB_MYDtvtmTuXg_jU16gx4x
go1.26rc3|3kkm0TfF8sGLCVM0tJGvOWb3htJIngYUirJTqQXtInk17tt3j|cUFINPTKiTPg-U225WaRxZ4ApcxSKstymBxOAyESsfk18jjsa|YrYH_aEh1QTgzgTLH1zEItkmmj_90WzyLWq1YRMOWhA16gx8d
go1.26rc2|6Whb5epJ3NNPAOiqEHIbycJsTX6Qc7HKqfobCTO3_dw17yi2j|rjatqvJjOxUm-Et6L2omSSAO_Fre85SnwruzZw4PjsQ18p4gi|4MhYMB2SXG-yM5B0AWw9ech_WHF5myY9cSEtS_MpC-g16m3fr
go1.26rc1|wVnbZY43eTPpj9ETVDaYNkw5J4Kfogsd2egyKVmiYrs17xw0p|ntRLo1iOQcP1TdbF4VVKNLL-41uBE1jt0p_vqtdOlrw18oixt|8bsFZqxhi1iQDmHxp_gYPQZj3uFbLByKogTAyCTIOKM16ljpf
go1.25.14|hoJYtrTndreyvfDPLLzHEDe1fGHI1GgkthNCCm6ymsY13oesn|EZBEqSs5h8NBzWrrslZnbdR4DSkve05yo-mXZneEFpc148q5g|lvsxriayiLUxG9MdglLUpiyKZh5Nu2TVBMxkbk0QpX812ji4p
go1.25.13|9kyxKp2NV5vM2quTw9zipZfnKUGocXhcsLXL7YE-Elc13odrv|VKa7_62oKTisSuZuNUsunATr3O_5b40EVUBscjte0fw148p4x|pttsEOKCjMuTJgADnL2dwNzQXCRSItgyBqyfEDA5Fn412jh3n
go1.25.12|GKvfdnGfX4Tqo17q-HtGegLtB1qGMq2UHxCqej0N5xM13noln|1dyC2jUbAOXu3QT0E1aBfWdMxDCBMfD2OKWxTFw69Ms147r7c|BU8Eal-jH9zJSRzBkGXL9Dv1IdgFu-KYro1l3ZgfyoQ12j6nn
go1.25.11|4ZUNq8QQF0-4FnF1QsSdMAJ_6KYPy02wi3_uNM9MPg813ndgy|t0AfG0FRdCjlN0kzFiVvt88DxmoTCgEDqwfzohUuIRI147g47|BswXIZ7-HX9_CPploWqC2GLNRkRehOeMqlRHAZ5Pizc12ivkf
go1.25.10|3caT0tnXzGceu3LR1QqgVnD5WwWbfZBEBhGvV5docdU13nexu|yjevLa3YVERk8anKfDiGSZ0c38smOFXQodcfGUsr0iI147hby|OL5X4DmL2TZz1lvK5tx-488VHXA40NulxgpRUwIocto12iwns
go1.25.9|v0BRX19Ng0-p6tMf91WB5ho4rCe_SYQLlcXJmNMhwPY13mkmg|p6cQ4iVGezTp4J-0MrgpyGybLaWCHuVBj36y6K4aIsw1467dc|M81zzxs87uZV73G8lulABsAq48YX_dZ6yb49-uOVdEk12hv6s
go1.25.8|GkgUN1KGPXo1Ij9eFYcxXk-i2313aV1syxHuXDezJzk13mkdm|jU7ZonCzPfem0_86UxbhA-AEL8xPDJqA5AN4cAurZ5Q145xj7|D_rvSpYXqIGSlLX1Ku_KFBXc5kSnD1rRVWdik6sFKjE12hmpa
go1.25.7|uqa0iCkYAWQvpiACYWnji-wtoqwYfNOuIUVyHPgmu8M13mcuv|x15fT_YtCFzAAXvjrRnVU29Ggl-gXbBuxGiUH4R-Mig145nqe|gHAz-FkxvEpYnKhJdTXcvrHzDVBuR_ogD18ExKccPZ812he72
go1.25.6|hz2lzsArZlfs1bheVio4-1-vG26eqBsusLmpta6lyzU13malr|GbRzO3J7pcYRtWVhh_OsNn0njWTD1BmahF45wP2sUzU145lyp|jy2ObdCEmi7AreFoO8-3gJ5k0mSkJz2EN4QQAKKP-2A12hcdp
go1.25.5|pZM5PqdxX_0xUVj2IqdiJsOkxKCm-Ssa6uA9c4DMBqM13m8k2|rnVszhy4DIGbT-AbA1OAcXj1MiEbR_ctf6d5Sd4FTrs145j3c|ValKQjprjzrCrE0FpuRNd2DGUgosbc73Ql9rrHnE7s412h9ne
go1.25.4|8h_kmQRJeZpXGXH9Xv3Di5EWZ8YoyUnL37dzJs-HdgY13m6m2|ba0gTUJxl5XyIGdVOysELA5xCzLFoA9sZ4koZRZ_39A145i6n|E4qhCmgItM_4ZXR4vhR3KgUzW8jX5RlV56bZrDNa8-Q12h87k
go1.25.3|TSsUeLLJvatpVBzvQ6073lOnVa4Gdk_bEtimtySQgXA13m5wd|vCSaWZxv6dDUCTw2OFb2xjINu-BeXV2IGLcR-0oU_CM145gsg|VK6v_LcLQmn8l6MlMZZA9EoNwWtYzOOUYwFNW-EBQjM12h61i
go1.25.2|tjpJXMQl5TY5KLIvi4b7wNChM3kKuh-i7sM3M0T7kNM13m41a|wYtG9qpE2_zVSp2xndL8xa1oSBmt3Pz5aKp12tiaicg145f50|NTAcy37HJ4gQL77EEGeX2AJXavYf-wq4REZ8OOFmkA412h3tw
go1.25.1|vhPVR5uMdUOPLvyqjBkfujr2hLMiirycmceqhQLzRCQ13lk04|SpdN4xDn7h1SPS_O2xFLpfp1QIyY6zZSAj5VzPP6fKs14512g|BLw8B46ekExNWNasJTKlvdQCvTap_wtZSbPF5gBqBe412gnei
go1.25.0|358524KoA68NtjnjYTo2aBq3pChmsThLPzoQRWY5Yac13lkdz|ie-0-bMIEu7gg8wXcP3SkTwU0wEGT2RUhRQo-XB9GQs14507w|J7qwBMcrPXvQWmm27A_FSjCbS3jMVp3ZY9iz7Ci_24w12gm76
go1.25rc3|ETLymm7xB2e2J5-rV76wltoA2D0Vg9Rj2W8kU80B7Os13lkl0|TXIyrsHbrE3v5ViMhZVBuLKcGo_vxaufgzZBu-spGqY145049|kEfQbFii2TeJrgPTs7AdEJAe1AuTIwNW-6HGhkudi1I12gm2x
go1.25rc2|VXo1jGvqrSdEUCJ7I4ONOEvrwGbE051nnonFiIR77KI13l2jk|8NrdDN679WrUrnoBCl6YC2TW5N3RPW0pTA2tnkIoXQk144vil|HRYD1cMlDaLBCz3s8NonnjJOnv_kX9TndQBcSoAiv2o12gimp
go1.25rc1|vBs7bkwyj3L3KrUOSNsy52Fij3KLm08DPNTgB4jZlUY13mseo|CHnohKEwADT3rkgYCxKp_t7IYcLC-Uua9LZgTPBsydc146jg3|ATK7Fv8Xy1DnE0nMQ-VjzxRaNWMCdj2CZ-iIx39TpKo12i7ta
go1.24.13|P1K3fbkuHX0DVh257i72xfaRIo7TAfsu4HOQlSxMvtQ1f2f0y|QLFryPAFQKLLAt_03nK3PpZv3Y1l-V4z2OQIC0iiRZo1fz20f|4sThsMCDllrey4k7lxRfibuOObPXRcZJn6H4qkS8Bl81ddf01
go1.24.12|vrzIy5c8De0Jyz3iUkssv4XUj4A2EUJPYu61O4JtlSE1f2dfo|IOS7ZBcRcVDUhhgbFurqTxqefYokB6d9pl0rTijcpT01fz0y2|dS6GKkR5x_WyMcLNx7XTPS56xx--XZ6rMSGy-ZEJDLw1ddeqi
go1.24.11|7PbSSyCWSs_kYD13Bnk6dwAEAD-ub8yuUw-TsORqtEY1f2806|OfYme2uyocDaqD9WOzvwoaPkmSXs9tqFT3_31eeNaWg1fyvhu|G6-0IZC2f7qT-_GiNqGTsPYFjbZddAaWU3TOevLKORc1dd99t
go1.24.10|C1tOR51MNA5ExQZARs1kGjbP-ejCjwg6flBtXcT8ldk1f24z0|JET7U2N_rLN8BvqoXWTDjGzSPSJAfyBe22jH3bj74NQ1fytjt|Lz-tIqBevuLYz-3b2jWhgho8bR-rECzZRDlj4PakZIY1dd6hn
go1.24.9|715CdgMWA_PvjBW6g2EY9_drbkyiM5aGk1zMcdnBlrg1f24le|3OCkefpgFCrrtn4iZk364VbU7B3RqzFLeiwn1O5ZaBw1fysu7|LP0dOtMOT-9VboxbdD62nItQRVV9yi3rShVuFi1Mi681dd697
go1.24.8|xkMMtK_w2Wp98dVdTnADrzWzDQTbDpXoSNB3Kp8nl441f22u4|Dee2VCLZN3QEoi85A_F7IOQGX2xD4TauLeFklMjGsFc1fyq7k|2m09vtDXkjYF82VtQhORWw8Uh5fRjhjN4qZUpvIyttU1dd38u
go1.24.7|xKHjy3J4wpjlgpAFiN7XWBOab60c67B4KkJC8P_JgdE1f1lqy|RThzCBryb8f7CXELEYfbyUC4F5pN1Zsw5ntP-m-1cjc1fybf7|h5UTZp1B35jZI3r79gN2djL1tfZzKmH0P5ZKMoZjXZ01dcr0e
go1.24.6|ObTTG5M9L3yJE-cPsP_-8nJS5EHDhurFwTYyy7KN-241f1lej|T7yK8s_KnlBZAZtRUKQm63jh5XcYvwjw5SsclCongr81fyb6k|RcQbI30A6S5M-K3OEbTFJYBItHqSv7sfTvO5KNb8sLI1dcqaj
go1.24.5|8eujl1QZsLaTuyQGT4vXdewLfzdVQT-2TRM7SPUXJ541f1aio|ZY9DJokQbU4KQBouu1IrEhP0l7yDVxQv6N7xjXnwKVc1fy1fi|zSlVxOMWagzvS3aDACXkzG6ezM_zLAKXmmP1NNg8LmY1dcdpc
go1.24.4|1FTTyxREMvFya_AOKMYBfnjMslao0BuOP7Gy5rVlDyg1f16bo|t1GhE2y52KLn67IsU4xPAsCbmBOMfIv7eKVKRWbAE7E1fxut2|0X2lG8hb0BB1SkBjIV0V0sAzzCidZ8qSAaA8kEGylp01dc6t4
go1.24.3|wnxGOmGrhJJmuqDBemxcQlaldKtkL2CbolyW7JZdwYQ1f140m|vpeHywiZixhg_jUT5Ipf5bljAtNYoyG1jmURhPqWOLM1fxsf2|7sn6c2BWtU3YjstmnbK_rTmwxI9vkIDwNt-hykLcS7U1dc4qo
go1.24.2|E9hsuBi7ozHadfzRgkarMaEGe0T7SiQ7bf2TCX7afzc1f0bhn|KcVTqr7gdD4v-j6foM2gDvOzzE_wvJIAfzH4D9aYkuE1fwvc0|qyZ_f5ozZtSNdmS-nmJ84-YycyMUMMzl93g_uRDxQUg1dbcdt
go1.24.1|t5n0qyZO7xKgFMdZOD7ZNAVmCMSD4Pc-NOpsr58d9fk1f01l2|lWZrVRRTIJoriGnSnRdyhf-Vc68Q8IXZYdeuVED2Rc41fwmzg|4oxObQuROVV2W0YVeriK5Zu2NqyqEte-yVmqaQDxzr01db36m
go1.24.0|tTwopMKGPsUKtKHb6-gY72F3-GdztvQ0ddQKXZqk7J41ex84y|lrcoCXkgWBN1nuaUe-fju0l9qFxIJxERbABSLju0H_E1fttzx|U_c0UPtmB10Wvp8gbpF3vZcrUoFoJxkYxHR5A7VZbD01d888x
go1.24rc3|lnyZSKxCxhpf_9zEd6bvBG_PJMRBrZuQJAcIzm45DdI1ewu8y|jX58-byLFBBPae858AkjEIGpAzdeqVHq71hhnfGyu9I1ftfza|i3kN5w_Nt9xR0T2W7szvfiBudoNh_hA07FbMYvy7bgU1d7x3j
go1.24rc2|macMc5hoBbQpnltUw6mD6GhJC7wy0nYJ3Mw0Q6IfA0E1ej4w7|w4oimlllqHYq4gk8Fe2heAMOgqws5HHh1wDKWHHYihY1ffh2s|lWApHYlfB6EsQv2j-i2ARvFxX9iUF4HgbwGx0JfCBaY1cu336
go1.24rc1|GOXr5b93csrdV-M0mRvuP8VpNVfSfr6k-k1Qy6foxRg1ej9k0|gmkPNWsYgAycEypwELjpv1CXf0CJk_PTD3uBp8WgPE01ffx1o|6LLBfFT7Occ-sMMobe8E3IthoAnxuMVwKV7LqMWEaVU1cuc84
go1.23.12|m-ZBXgQnDN01dh-XvKtlBv60IXFdxkU90TIsjnvN5no1btvyg|B8NYZs3YZLgbtvHPvyWsf4fdw6l27eG_URKsuxLf5tw1ct342|IqXaSYnlfuSw-xBkKf-tw7wjV7JoiFcgAlvlsId9b-k1afbdn
go1.23.11|ZKvdYq0cnPSbQf5Fe-NIFTc2aoEpXtNcpNHQh4SzUYg1btobp|HbzwtBgwZlUJZLIokP4RmwuGe1HxLB7qREXHFJTZjLs1cssui|g7gaA7UbkqJucRzyjQYzJmyC1QPRwNT4_K7PCWud9C01af136
go1.23.10|_NGXw_xy8rifOgNME8ZRcf3AupNIxw4Jb2zBluhi8Bs1btjky|O1M7vmPnNzK_Gbj6zJFgQX6X0T6xdN_liiE8bQ3uABA1csq7s|kdmQxjRvGwcjE0rDvIM6ksuXTtl3hyu0wTYgwlDCgM81aexpz
go1.23.9|HCxxMWGkYBL75G5GzT0TsfFDMO6hcTUHzgZYReyuPUg1btj1b|FkCaokS2ct4Dc4np45EVy_gmM-X6DU227BqRkcoAoeE1csohj|pszNk43qbCS3J3vl1wyuLUwok65B23Kq1VvhkVcQvco1aew2c
go1.23.8|nFhZLaD4fcZsI3R9DPdbuvkIxvv88FcHEdU2phe3zL01btht7|4K1kP5SHVAODDoQZjcnfYUlkfJJL-pFSH26yn0wBPcc1csnnu|mt-sBIcdPbOB8shSZ5upo_gmD-X7ZqUKdMGE7g6cupU1aev0s
go1.23.7|yFh-rwJX1HW65d0dUVMEZqXlB9-pMtT1UazDAD6Lwag1btfa3|66BHc4EDeGhzi0ewGY0SClNeuaiheyuruasNXpEqIXE1csl3t|6Ci1xSbEDz-m-K6i1ALA_L8GQAny0NEqFbsBJBJVr5o1aeryf
go1.23.6|loIMD11GTdaUVDMp6bTUE7F8ghwDoFVxeinmc1tEwtg1bt5ol|U_7BWGhQss9a1kODQf963F9nAN0-wc-j9eixQd8ZAkM1cscwg|otLsGzdZVSvdnN9YhY-R37_WqzpHLwC1JVrL7TCxqkE1aeklb
go1.23.5|hEFgWgBep0wo2MAspfJwjBe0336ReWFIufh2DKr7BcE1bt4ju|ltdJRdfa7rmKeXjQzwmTIdfrghtF9cUQNz1UUWLTnCA1csccz|TyDC2KWjh8In4-9IxVBrIpBhOdiv2NZqeO896N2h0cM1aej9x
go1.23.4|5UTg41YUe6mY4mcAK9DyxL8zcNSVRnpVuvLGNZWiAm01bt37o|FsWayRlrY6-4cs6bR_lFuYIaPhVC7BJfFvYIWhwPPDk1csbkx|22nK5QBnU8eFNFwyFa2UH4tiJOL4H-xHHELWhXvuDm81aei6d
go1.23.3|I9qQiepsVhLXGPE8Jum_yaqqviIoOAdTRqgZHUj53-U1bsrlf|gZaLVjZCCWuKdSEXHivm53_29EAy90k7e97J0z9E8x01cryjf|29-oaLGj-MYpUDc-SXXYP5Ddi4aaOQcxmvg4SRm8r_41ae7x0
go1.23.2|6qO8N3utvcrhRGM_iym_JoBHW3Lc1ME1ND073AunZx41bsn8v|vCj-MALNZc7GXQ5PYABYTay4xxv6_4gB37UyhVykJRM1crw9x|DVC63pd7hOFzyzUJRgh_XejHX43xlFbDtgxdWOGGCJ01ae4g6
go1.23.1|q4ZvR9e-Vuaxxn8dUpv0wjMxozn7B4X0NaBVLTUsslc1bsadb|Mt7fJ3yGYQ44DhdlWT7bZodvACI99xaQvWvmjuF2dcA1crif4|ZK0JVNLDP1VvsQGNYt4JElSqbjqU8ciosWrw03AdGU41adrqu
go1.23.0|CUSP7ewM35itEjlyIuDIv8g1sdCJTAAVztZTU0uNdCc1bs0fu|1L5IHvcwee4K1GCB0niSOqP9eNsbPPFHFyWS9z4Uwaw1cr6m4|C-Ygc--PWi07mtzv3fGMQX2rCnl1xxSIrCaUhW4v-XY1adeuu
go1.23rc2|NmfpoeJ0F4KztGkxJWiCwCfH5mBAsF8EmL-0riOY8VM1brpfe|HrfdohYAr36_rdrpvTa1Sxuv5AsgiNQFxEo8lAs7G4c1cqpw4|X7LySINhKQYc49IOAHbgz9U-2eVgVOBPeJbBDD4TrOs1ad0iq
go1.23rc1|L1NZfsNbBueMV98xCjtjwuWQaelkNCukAumpjdeDygM1se6hq|Jw0zmrOHb9bwpz5jONb74LJSH4torcPgRIfpR2vm1hE1uc5bc|_HZdzcOaiLUh6U6mijx_97_CydFgMDyMLq3FzkOnZso1qarg6
go1.22.12|mrLi-L7em-mNY0V_CmXWI4e6qLP54Rrz6aCp7vKr9DU18hpn5|LO2gQHTqxR9LC4Wp_Mo4vNSdruJL7Z6h8plYqOImc6Y19exg3|a56vFgsVXgL_6e1gPxYuzDJk9hMMj8-Du3cIf5gH_ew17aevt
go1.22.11|ZsetzYu6AKfH6-iK0tX1oDXHpLKkGrVj8YAXzxRxsY418hosk|RULjlnsllShohd2DuuQXuOz9BYr0p1RP5LE464qTpec19ex4v|c4vFMf9KK4BWEfUdxrRtwQ9YlPd-B8B4OheDujEAPzQ17aemd
go1.22.10|IAGbLmDdDN9j5OwmhSwcAVwaJ1gLMqUStL4zolORE6418hole|2mbxB6D0lZ9GFb7eIwxr8UWm8BJSxtH_KxB-KTujOd819ewtx|l0ZWRS_X0QTzTuborJK7dDGvhKHOVSJtmvSFy57CPdU17ae5h
go1.22.9|Kp-UmzJ4gNdZufBx1eKNHr4ChTTr9jzOdGCifuLbetY18hnns|K3SAI53EKGd2HFG6ZT2BkKxV6ZtBsP91EiT4eYTIQhs19ewyy|f8mOnxHXpyVdkxSnC9s28V_GXXDj9KbT-46pzrQon9Y17adz9
go1.22.8|lN-5eEYnaiFPcmcL4vVgS38FVwV8nV9SJ4D-Jm_6uek18hm41|nso5pnfG0FXtlHCHxj5DCyxtXdDdhGNssXH6JxdFHuE19ev52|zt5wV4-pJmTplgs5EXTFIMj5rVk636DTvKteRfkYAWk17ac2e
go1.22.7|UHfEosijmIF8qjF4eFq6xakxCRc6SIriidaXVEqsnN418hkoo|77wwUgYB9Nkdnz9GrwOq-y4UKDiMX_akDriEifchLoU19etxb|kAe92jHyIXao9oaqUsQG4UTo6I9RM6i63a3VEp7eEWU17aayd
go1.22.6|63NLrMmqvKEnO2HdOSu4SpuzN4P14v_yzWq5iFu---Y18hfqm|YCMIOm5NMZm0TDfpunsl2WdNog_YRqNe5flYnYHCGmo19ep3z|fPVfNXuoEWzTv_mSmA4gpwS6RRs9qzQc8Xh7Ez2QBRI17a7rl
go1.22.5|xE_EIQdQIq3Xj7-Ns4UZ3VUgoRgydJviGJ5ks89PAvk18h8tm|WZaEOLjZDxCP0kDU0vlbA35ZcWmV90CeCjIty5lun0I19ekd7|ZxfVhBFiqowF-TLrdKZD8TELioj4Dwgw6G0ZQolzS7817a26f
go1.22.4|rKTiw3J4oQ8ccN0N8UL31mtQM0_O5Il41AkgLTCNbSU18h0gd|JjIcTZRaADXYpbxKGWWw30Af-M6sZs4tqtq_kDBBmpg19ebs6|ii2qnqKMva_dxhca7-04T05bbnFPtSEW_p7SWhMvN-0179uka
go1.22.3|9g9juKCIXg2STzn9KEruVDj-h9jD2FRaMSrfQ-DZ7aw18gumx|yrKvaVGm4hFYJCY_bfE_8GnEcnD1eIcU-h13b39gyzk19e7ws|Wbdu4iubHDr79_UOPLTtuVTWwNJeXgKatUg6aATWHnE179rqr
go1.22.2|ZRdTwG3wNwIO9NFixbJzRS6bqXbtF6455m737onYFH418gtqm|jlgc8zD0nTJm6TZSGi2CY2ee9-L8LLvOuFZZEi2INZY19e6a4|3fylvrmgxiJUJmwwkMJVXYmb8-eqJiQ-feNiEQjwaHU179qlm
go1.22.1|DF67frObeITsmfkrQl1MA6lqckQ1Yqr79ufRXEKjEIo18gpzx|z5xmogihBkAqUn9blWJpylBs_lNfw4joKNJJ6ojtKLo19e8g6|hbhRGymMn0GZ7K4mr6_MPUYVW6yTTUPyNXuSJLyqMQ81798no
go1.22.0|VT1EkoUJlly9oCpFs1qwHPi5JVNLxSajTi2dx3lLV-g18go6o|eLMVj-OqNY4LbJ8m7NM4-aEUQeiLxDSuLp8MorDMTdM19emgo|MaYeQdBqO7IYmjA_Xz53fKS0VO_0OfCme8KxZjMAIfQ179qt2
go1.22rc2|zCgtaCFZKE8gh3tdNEtU5K5E4mWFeAy9W9dbuKg1fwU18i61o|4xHcen9Nd6xCJ8tGMAndorjNszvGmOlOIiLWPsuySys19g45g|9DS01VTXuvWA_g56UuLhIr8oSOHMxLRymOkCcd1MUrw17b8uw
go1.22rc1|uO0w2-8YlZc2OsOWX3NUV50tmbTHttrt-b2aZ-8uZ2418i5h6|SupgcfegUF2bmbzNbV1A26jYnosMmPd9tsm5IC4rdr819g4le|xGQsJTzUhBni7eGefDi2v980dVxePo7Zop_V2F-ex9M17b9xc
go1.21.13|6CdsBjykNojrDHoxTlehgADXIOvoYGeMv4VYH8bCqa0179d43|kkZVGTY0v8337Ho0WJ4Nc0WHQZmKWeQVWpKc6F-Bry017xloq|dPs6dM3wz2z-pmTTdGrqQjo-SolSt0mSD4AT1zWllYk15x5nu
go1.21.12|2xt7u1ZjG-by4z1C4lgNvXexL_zR6os-BXT8zSiDDO8179cxg|0PazxaXVoxnt569Kz2Pyh8IxmgHmEqBYj1FlZI3Fszc17xlda|Bcmee8StkOik-03KfGIyYH6tFlwjhuSFMlnVzEosyzI15x5ip
go1.21.11|8BS7BHQY2ZUcC9BMiJmr7mH0BcX-pQxpXcoXdboK5SY1796iw|GqGJdT2KpcdPy3NtanyPgmz1pUWy2xQ63xDcKyFHmDs17xh8m|7yONHjnWbkNB4AVbF9LrAzkFMfayKwjkPrRDYZ9WHLE15x1it
go1.21.10|C6yo61C_NqyScZUi3UtcpYK1vQHOmK9Bob6rX3jz9hc1794z0|CRcLZufXxOLnowuPM1B3ioulwVlRt-uP91RcuG6pu3E17xgz8|FjvmnCwonprKuJyn9aoZ14Da4SHl8x0G-T1EsCh0PK815x0yv
go1.21.9|Mh_9rkTLIpBuQMRMI8jw9Li4aVx5wgYFAI3SNqENe941793gn|ejZTVDYrBfqc70lTu4ak8CjJAHL2n-VL7Dr4UuYzeKM17xfz2|ouezg12e1hiPgBFe1KuW_nQeRZkcMAmLGX8___JjCn015x0cr
go1.21.8|hyrBxroeI5J6XNYM4uep5kzG5aVQM0wPvMeFtDR9Xw01792ly|qzlrRKXG-t1klMVLUnoTyv78xmmt4B6Be61XQO8XWjs17xehe|gPWAuFZbaoy6_Yly4AUUTSK62XjRIy8HoBaHgrx_GgQ15wy8z
go1.21.7|8FdLxKHilk1Ac6jeNPhx832bzrs9vszR3H015YkEqpc178yti|m6hlJ3i63tbpp1jDEpquczk7S3WyMJM7sM86tlsZvjU17xb4n|QpJLhzLDK3_BwWg_8M_4X7d5trmr8fmTO4rC_j2yGKU15wvll
go1.21.6|ZbOIVxNc9FyA4dJn4M5PgP4UkybGiDUhfaTy2pt5Q_417abws|J6yd1uZvs_0Kz6Z5L_BTyG59LAVbAi9LXVO_3eyeMwE17ynby|uTr_jzyILHZMZqObehSDsEYOBR6Zkr80NUeRKeUFG8015y625
go1.21.5|baJBiInfs3dj0OsUnEqNcowCnhLwzVT7ygoxrlR-LTQ178fc7|u-YDzefJ3uZY9FFktNBt4e_25ua4ABAIJOfADVapqS817wsdy|m3rMpQ5nQpTkMgLfT7wm1a9Ni8MXCjNCoVFPCaLatek15wb6p
go1.21.4|hwoORiuUZx3C1srHB-nhn3Uk_cPJBxHmzURQw3E6jOA178dio|eeVCjgaMkS2c-mzRFcE1SYVuxonBMy6sF_XWEi4Z1ZU17wn0l|WLx8b01Mctot9NJlDIIi_gPJl4Bw6zxmvou6oqR1esE15waom
go1.21.3|42c39PL6200vkZ7EzlFxM6VuBgZMym6C_Ig7sADE1Ww178h2r|J8ja8VdJPyiNQqbzjevGoss5H2VDE566kVL87KC-KhA17wu5r|v7elxW-d7QfYrg4LNwKsB7ZeaPqPM9ok7W30zgH-LFw15wkri
go1.21.2|SZNX9tv2GqOs1aAncTCxHq6HHE2knzps3c329sy0NKc178f38|LNRtsCR38zVZpOv4oXbCKHm0P9z92xVCojh2BU8mqD817wr5l|Rs8FVWfErOQQ8LuZNzdMXH4i6RlK1DY1yVPKQjj0cfA15whvs
go1.21.1|FwJWyCD0ZvKdZIdvJfTfpAKe2ZAqCpCV2L1gOuz02Ds1788f6|EKT1tjIV0R0XcEU3M9vL8CTz90hy-E4o1-pZ8CUDFsY17wkwq|QRNc5uDO1LweRZy5a9QJDJ3CBi4kF5w_M32FWvm1YO815wcwj
go1.21.0|r5IPu3T8PRcxGNw8w18CpwnB3mQnAOkqkafRaYHfP-w175mnk|cyEh5k4OywfHf99swbxc57JCwtQNSsKQIa1MZKCHMfY17tr04|QTQvWg-MCDsUxovec43c0xOk9TpYVL_fq0fw6IJH3hI15tol3
go1.21rc4|rn24TPCkE6lIRlcvpROPY8EhfDPKc7EQLYcIns_UADA175mgu|rQ96hqhCB4dSdZIZ7VsBHZcp0-u1WiIYmxjuQSvISyo17tqbg|GGoYrmL0jy4vzFiz5SG6agcEuOAPs65CrPglHIhfDu815tod9
go1.21rc3|UTUnLpz9QERdN6m9e-kOr_ADUHSSen6vaKk9407t7Hc175t7j|hcPlA3xlFaGmgxx4SNE3aFTzgICkXQvcfn3NHlPoa2w17twao|AV2WQ8WEFFUYPvmKKQwmKtu3CkYxLwpzL7IxHDZ1IMc15tvcc
go1.21rc2|W7ED2MQGjm4NXqTL1KzO4HlQWv7eRJrC8nPfrwrqV-Q174tku|dmqrjHgrjugz28ge1T7xwjZo3uD5VcMthfZv2i7K2t817swxc|PESbyKivBKxxfQzFPzdrMzBRs2VR4IqaZJNRF2dyeKg15stct
go1.20.14|zqoOenyJYEAn1nu8znK4V0CA1cNLaL0xUjOEAsklPOI1whmg1|Dg0BkEBurYkdlOzwD5Ybtc-hXd1HSZ0mSfEu7oCu4RA1w19r2|Z9-53mxHddPe_7O_h8IE8istDd6-vG7sWRemnievc3A1sr0yb
go1.20.13|nfF2Qe-jMB9CFeqqx9cuVl0TEju2EtN9EnWlIf8OBSw1wj6db|Jkx7T6JAEHaQ25OKPrzbcpsK8THPs1CSIZqihti4DAw1w2rsc|V51Jh3fmpxTDRVatLT8x4refZM6RtV7uh9-D4yBJhK41ssk9g
go1.20.12|ayR4FI3GBhkM3gPu4QopiX-A5AByP-zOFgiMmPSyl8M1whex6|sX5oJ1D4OFxEiWzMxP09UonlChR2Wypy6zieeeYLPuc1w1424|PZCNN2mJiYVi1E-iHUcp_Q96CPjV3YwT6rp4v1SZcRI1sqpq5
go1.20.11|uK5Mk5iWT_FIGYBoFtIwPP3I3WtZ4yow3sfe2-brYAM1whbrg|U7uuJftA4xbC53Ur6ELZgl49heLzPTScuLKMXLdHvz41w10ma|DqWScwf6un50BCsLsT4EnO_PY6jjOOLZthr4HSW82d81sqhsv
go1.20.10|tPBVPeSVWDlKFrvEJRSFDmYqoK7zq7lz5OYmJI4Pp7Y1wh1a2|HkkNK5rcr-H2pb8BAh_r7ZudQG25EgaQc208k96zilc1w0o4b|Iq8u08Sdp49gOI5uB7WL_PiR1pQQL0wfUohdXrNDWaY1sqchz
go1.20.9|2_6bhL-zf5lJBFZpYXtELgwEY_gXB1ifJisZTs6oAaI1wgws5|dvQISKJrMd9xHwanSrQRdPCEFYVf0uDW1wdhyV6SwQ01w0ibh|XEi_q8K_F3TPI13Bx_ZF9p227vWSPuwegIgX81pM75E1sq8xh
go1.20.8|AizfP1AbjgH113CwTh6walP6Q5WEn-LK3WloUxcToR41wgvhz|Ywgzb3BgAj8snFjN7vqhOJtcSpa0vYe2rXQsV_isANo1w0kf2|fX4ladYTpqb8kNiLB19nYmWhBRNdrBJosASKTIKx5Jo1sq5cx
go1.20.7|Ww729Y0-BNbMADqpjpFy9Bup4JGxyY5zObQcTIf7eKE1wcp9x|c23Gx_yrHJa2gsjJPjjX43HmKhfTTLLDfUUaEUf2avk1vwd2q|_G95weHtnlBsZfIRKsTjh0eZFvGsyw0EamoZ_2k4uqU1sm92h
go1.20.6|MVxJcj-TKVv6_wwVF54taTb7H_xvkoNzIdDWCP4ba1E1wcl7g|tn3X8rRYlwHlPJjjSOG02afDU23DFpQRcrLwtgrkzl81vw47o|kCflK-OG53nvGgyTiZTuI2FolJasgyEAQHI49e0P2Co1sm44l
go1.20.5|r2ZVrZ7_Fbrrtzi3tBbw9nA3sc0DA2v6Tort45P7fEQ1wcdzv|wEpO1zw2JNW0xPYuRKFBVJzAv9g6dJLDHKi4azdS8Hc1vvugm|EkcwRaNOIVdP7o-aTs_P9VviudGWY9mq7GWflJUhLHM1sm07x
go1.20.4|jyxVdLuCLMAtO61NRJ5NKi3jQWY99jrQ58sLZQoyHas1wc25l|51KNpyD0cLcR-9gmgUFnpf4bwCpHmrGVjc-DmoKU5tI1vvgky|aRspLIKE8xhkuZj1vvi8bWOXmd7CvDGb--Z9xphq4C81slmrz
go1.20.3|N-kUbh-daBz8qm_ubHuJDETGS8UCKMlYjzxCMTRtM701wbzkh|FDooN4IcfbrPd0TLsahCHB9IMHxv367_xfjC9p4beTI1vvkys|FYyxWeALyXn0c-D1taVhYTEpxeUQZ5Z7crjgcuWk24E1slh4b
go1.20.2|MYOLKREXSVu7k2g2A-mNURi_q9LrMYtNB1QL_VJLq4Y1wbf4j|_kOfDkOPdVWn9fcZTdtvSgew3h-kFDhdGfKusm2fQ9s1vuvm9|rFAQyLiyKEkiio3qaY1Yuce-IZXTDG13jM4PcJhY-mQ1skuyk
go1.20.1|YSWbWjRhk-MLezw_jRCAYtslu7gM8pDuJR7rhVll9u41vxwds|O0k5aRlqbejZdi0J9bxa56PlgUsM-_nMJoOMK8ExT5w1vh504|YtFN20S82ifJsfWtn_1EYwEzdO0yXXYkF-Kt79WagC81s7yu9
go1.20|nDA-MSOR6wS0obq5uTsIOeBTEwaCk8JrOmXsbSS-mc41vwypq|6PbYu8899Y0ropgY4TsEwuQrouTZDVgHILIcNNELv2g1vg9lu|JCGyrem2hRf5YvDqT7J7aLUyGzNPsbNT3iW-Wy7pDLo1s79js
go1.20rc3|cyd9BUGQ6fTzAZB4p3ovt7_0yHStxTVRkI60DKaRywY1vww76|9XfXe2wkTEdgVPYKNQp_8bA5jaMHMG633nqTWYuz1-g1vg9ia|i90_IU4HFL-oA3PXd9E0KhqMM6NcNeTTcGVvq5401U01s7j57
go1.20rc2|LJWSEjefQ4pfIQvz64WgUFEma9kJGCWnVefBeEcmOlI1vwo4e|nBB_zhHhGJPz0UrBwL-owV_O2CAPZacHR7fFbo6Lqag1vfxh9|
go1.20rc1|jVlIOO2F7E6obDuYFAgQ-YIcESb2FcJv5sdVL0-FJv81vwexn|GWNatHwHqsSMpY5Ia3vGZfY_sggr_XfsxADB7rbhgoo1vfssu|l1aUqyXSlU5tKmnz9R0uDy1ArmjiDrIqvlsmeQ3K92c1s6pz9
go1.19.13|mro7D3mIMxPoMyY__vRhCYDCgYeG7mXVOCtlnQWlXT8281qj1|kIy6Q49vNP317IVy9fh1nLhbh_XAtPxKOJJJv5K4ZzY2pdit5|sdEDscrs6GzOsWT8LGqUGrirp0WA-r8goz27lptaO0k24dz8j
go1.19.12|23L2dzjuh_PghxFWzerIiC1vGvuMqDV57tTFSzZOnJA281l1z|qx0dDu3pkZOVwrFw9CzlAvWAvb_nXZJTpH43Jyn8Xu42pdkam|rcnfbpQk9FU3S4OfUQYT20wBc3CTCMttAA3Qx2Ac3j024dq9g
go1.19.11|QlP3AOmayD8kH5ERZzvWXFnQW0mxsFWnALgWr45YGdE281fq9|JfBLq_TrtRzryjKdNHl3GylyFDPJJMVwfzsGiYeNUjI2pdlik|dkkhKKSTcLaA9MmGjCfPJkCmFTVnopc3egusoFnQ6RQ24donj
go1.19.10|E8M61WpkjGFBpYcOgxKB6L6xMyUBbrH-FqmzFLQC4Rk28143z|x0mgVKXaFyAhE0VQQEhIk8Kevlq3H6ifYM37RWHczow2pd5uf|-3G3iHxXSjVnoqs9MoUcsP9u0zlxAJMvS06WNCPecZY24de5s
go1.19.9|G6Keo2WcpPzmNefQKHc_8TPJVvSg_Jla2zGX-IowxQg280ok2|OwyiKu31_YXoTJRN2WqzBEITvyJMw-mFCthvH3HhvpM2pcjnz|fnTF8u8bp2yK_FarU-7aXqxnZ0P-aSkpbxRnbI9NQko24cxcg
go1.19.8|yc6xRFy-Aa2Bex90zCbWfVenj4W3xhX3gWF50cgoc9w280c0w|QzVY6BuL4pg_Nwv44hrFLnbp4eUMabbcAEfxtqzel_02pcb2k|fotN2YckRJrwXLCdoMEe74Hx5hZXW0A8CRnKkd9ovNw24cw1p
go1.19.7|CDfghpgX9f1wlrYuiQ_lDB3NHJUeMB4q_bgcQ__KISs27zte3|L9VzMrxV9tjEhgr6IjAdCiQ5rWO6kePZa2nAPIJN8hc2pbswv|iT_gQ7ElQb0pwgpYny9Cq2871BghHyyli_soNV-ql6I24c0gh
go1.19.6|g4iRrMUdwZaTew6TKZTZMDOrSBRB7GbrkWOWuEadIYw27zp5y|jYSvKeRsOLHux3-TEDEFF8njlKx0ieHHMpqUtEOwOI02pbs3w|n0UGRhI_BSvp1OCF9qipt4DsqTT1_Tswr6Yc45toOV424c6ky
go1.19.5|iHP1hx2ZYQa3Af69l5xa8CLm6li9u7OBeiirlIsiwoY27yvta|Fn25Gi5ArrRT0-WdIT7KsG9i4cSoTROgbM2h2ZmWHKo2paejr|hadVVegtiqb0htjSlJHFkziWgqzOnwwnAJDVk47uMO824b0n4
go1.19.4|UdjYld65iDqi2qKRVy9IP-rWn1d79OfPg4HIAB43d4427yjrr|raSQ4Yi_tXxziNp8Xrp1ZTkJkrZJYgTTDnENN3VZVrA2p9tdd|Zs-hL0CIBsD6v8EHJqV7CQwMPvPv3dlEQAr2eP8QuFE24az77
go1.19.3|y_nO0cbU2HRGSzDbu7I3-0X5MraJlHAq2r2k71asY6A27xvnt|tRVJqfIe4FP4o9jjjkWxuLKC2Xbztg8fibN6xU4nLTE2p9efh|rzf-SsrWzM21Ii0m0ZwZGAhrbIqq33KllI7Knsfd75k249qvp
go1.19.2|k1WwmyPp2zOUWnukW7dZgasLtgBnEwmXMhZ3Is8IG1M27xhy6|4TLU8FGLDUF-tsxfGCwzhfbSS7LuvuJWbNGnq2CX4_I2p8sx3|QElDX3f7KgZC_YdAxYiq28xEYFbmN-g1qOIj_biXyz4249o7b
go1.19.1|vHBD56mo00qs0G-ML3DhZtHRSPaACBTP95DEW5qzHO427wew1|szWEwdk7Dpx4Peh2t6qZ0wGL3szTlq621RanTp2I1V82p7xac|2M8_BHYvp9XZyC36FbWtquJARGOvO8jc1_iYN1ElAf4248zae
go1.19|RbgMCspqWh-H8RHTddta_uPOCp_Vg0BBw5EW5kO6HfI27viub|vKr5ZvkZgNNa6Tw3qP6JDk3fyhlEjA2fZsAn0ofigjo2p7ey8|Ay8fdahbxZW_Xri0jsjkkBIQR5FYA61iJ3WGsuE2CPI2482zn
go1.19rc2|fZkPyfQFeKZT5IkpYpR5NyflosNrHVeeDA3_klOfbdE27wrkg|qrYqs4FL2PIlDwgbaW5x9_5HzDmyInUczV0mKMxkx8o2p8fab|CZ9r9HjOqN8c_FJn2iXdYfZjKE4SIF8obKkAF5HX_V8249jlg
go1.19rc1|vIPpSnIk-Al8B9ZEHEZsoSvvP4lWbYQFyUR-cvN78GE27v9hg|98-yv6Qad-k0xBXr94Xt7ksW30SDXUpI8HqncYfIle82p6h6o|cUIWjy4sA1V2Ud5_HhKTI0ihbxB5BJOHhZdf_992U2Y247syh
go1.19beta1|LnpJyKg-ULl6J3oqYRCi119HBeG5X74Lym8VbPZCxcE27krjs|k2-ao9SW0O9lUnXF8r-f3LUiEc6zpI9842sLUljlW6o2ot2t5|-75BpY3r7LsfpntWcPU7ldMf24cGvx8AP4ec5CdtyL423ybip
go1.18.10|nTFHjHT2mbNlr4E7lx1nE_3uHBzTLZMh9n7b9cRRrlI2384du|yvP8ydOTcfxFrUavrX9tErQkM8fXrFk62mNRzTnuIX02kfmcq|Fe-6jNgRt1SM_kvzTSdrcgsmHvqHZXWgHNsd62Pn3gA206247
go1.18.9|9CI8aUf_OLEMWCUSJ3v9XbTG_fpkafavS83EfPa4UHQ2380o1|fzG7CATymF9NUGq6O1bt0UNfP2bjMcEskaYx9mvxp2c2kfjos|0SEwfClimgo7anKosLAmbKU1SeMUDad22KHCtGRxwG02060g7
go1.18.8|yViPHDZcFPlC9vqA3ewLQTtqsYHSlJRTBtXEvRz2EOE237dul|mAeIdh517TP_xPKno_8HzZCUm9Aj6xqNhV7wtd6cvLo2kei7h|2_BMgdeaqB8Wd4c6YSrTCe6Z7mYG1UB_KlvbceilRs4205bco
go1.18.7|vZlCOaONw_MvZTrPknpu8OqpgJXKKwyr9PzcOM12w2E236za9|jCPGrnd334g8zC_QepDDrH-rPrc5jA4vOcfLJ-4GUX42ke00x|FKHzPad7zs6jwfmtXKI2Pgg1-3foOzseCbki_ZH7ZuE205bmu
go1.18.6|XbVokbKHw4FU8Fv8H74E53TV9VZkk30cquWXPJjEPKY2361eh|SAtyEqsdFS1eP8OCrDTT3Sa_Y3rkU3w1tLVU7eija0c2kdbqh|aI_IucPpvCZGaYfQ_62Y76z42IdUwLoXFkoG4NRKkH02046o3
go1.18.5|ezFC7AxduZHn9zojFmKpJCm5DuFR_kdVestWbY2a5NM235g2j|c3U2IGAtS0RpdwBAxT21Xl3WryrQfswY9x8WTDIk6q02kcvb6|TRVGJq__8S73PqEBevDltS28g575L2-eds9PcSeKV0Q203gr3
go1.18.4|Y0MBChOreD5VN4azzDtNYwgBKPYc8eljUFE5xxymag0234dwb|37k8UX4FC6DPwGaAKzio582i72Zu_WNIWTVrM_VDzEk2kbwin|fQ17c1kgGdJ28r1E7jzaDYvZk1b9vwT9tAwmNRgQiuQ202s7x
go1.18.3|ZmF5jpZpw_A0mKLgGO2UjZ9TqQxcy9BbTks2MD-ssz4233blk|nEYCPzrQMA_P0eYvK2wt_ZZnsfL1x6cgsUt5Kvgx8HE2ka8dz|6o-rNqA-WmK3R-KrCXe-LQ8-LwS0E5e0q_V6jCTwA0w2012lb
go1.18.2|rBkPkbvarn25k7DxLupZ7sKzuS4enYsGjFZfxJ9-yag232v83|QfxEEJw5qY4MNnKYmsWtIFy7V2gGfgmdxPsrdcupIs82k9gjr|2tJO76H7OIuvZVPMtfPBvYkClezChWzH-UOzUMPKNYM200wz0
go1.18.1|Sa5lVRrL-qV7UvvvoDULIHJRKuMQO4zxqRmgJibbx0M24xmvj|wwvD8fcxSpU_4gi9nNXiS9lAM5KmxVbO02d_n3D3H-E2m4lyw|LEqCZQMOrDf5BmNPXBPCLD0OpyXySI4bygBca5gWU9c21nt6g
go1.18|4j_SoFCWkP5-Y7KxvNTDntV7RszedvNdwNFsp_28Wqo24x9f4|ZcXAxwmnyhs1cJGxC3lbQ52LUOV504k-2rTH6bOE9DU2m496w|HEVOtgxk1IGWWhZcYj_x7WzzLWjGsx82BpyHaNkI8JM21nehh
go1.18rc1|6IuwubB0itliGCKdB8hiSEuJRZTsY06kI2TizM4M6T824vrcg|n9kR_LQpsYm43BA51I48Nuqn6ksY-mypQdMEOrSd8Ok2m2ga4|jtWvnysxFYoAoO-fBJ3XIkpT2t_E8VXUFcZCflyVpOY21lx3u
go1.18beta2|ZmuAj2g1-SiqnY_6BlMEr2FUC1ebTQ61xVt_Kn7J__I24rgcx|4qPg7phCBb421Z8zOn4yerFFF7fDoR2bhlHgKJXO1po2lxvqz|ntAngDNhyrC4wzjmmOFlhtg9lz8BgV4X0qspkOKbjGY21i5jp
go1.18beta1|m_kQN_aauZAA3fuLW6cNTByf023ozTcnJ4vUKoSph8w24kmrs|OkOrTsKO7msQ_UEqBVck2WIifxwnp4lg1tIp10H4NT02lotn6|5mXIibjVaz2w_C2HM0trRzlrYtOp7lKtoM7OXzzq7nM21b0jk
go1.17.13|iuqn7dts85tcfWidi3-Pa0iEVxrYraTTlomEdcAVTXc1yfw6x|bOqOGZyANJlfOmke9FZODMZkXuFknX7yaKg2OH8aXfo2fy837|xCWdK-Qd7anJ1nr-SG2LkmT4JVB1zUB2bGVBpMY16OQ1vzdpy
go1.17.12|e8zCmRCNthUgi0M_4-svyFAMJOyMRNqiVbGc8Og5bMo1yfade|G9sOVO2m2RcCn48tksDrhyWuqbkkPcU8CWCOttvCbHo2fxfsh|Fi6YlNIXTr77mcqP2_R7eUiad7gdM2a_2gvSPE_MNzQ1vyh3e
go1.17.11|4pfH7JUvgZQUx9U7eO8DqiOSr4KJSeB5qyomY0wZxG81ye68b|iOYLkgadjgkyyl2L2CJ9FpO5Vw-ir77a3MaAdJxCjVQ2fvia8|zU4HVszo47Zyc_DGXixjnW8TTGilnp3mGuTMLd2LnQw1vxdop
go1.17.10|YIQKB5oEyDjcRLfUj3SsN1BimNNNKgAs7UiDHMzmva41ydtek|upGYop-lxPMiIS0hVp6FBxZcOzTh7R8fnPbftx3c3rI2fv2cz|nQbajT6cP0pZBcTqnLJxKU4v-VaSY4AyL-slYehLTWg1vxeup
go1.17.9|JMSxvb5-hkZsslZU6uIZ2ZjzBn7fqi8GxMEepHrPjfI203gmi|gnUsMxPMbB4bXXN0Oj7FabCaFCRvwssIJM8w-fQqYAU2hmr5t|8E7erkv-QJ2JeJGbTAyBUW_rxP-FvLLGBIhZENqPjVU1xjrb9
go1.17.8|LziJZC1wbXpN05XsTgjADZYshFqimYyjakSTsNDwcdk2032r1|hczyYI3Kbqmka2U4yedefPKuvfUCN5hDskjia4uxEL42hm23t|Sg2WD1wMv_Htr1TzM8-Feid59q5MjnWbeHK0T95a5D81xirns
go1.17.7|a-OgNUnul94lCg3MZlilFU6QdUBlGj_exwnntN92A4s2021i4|G2SBZdYqL1OZ88Qsflnen0qkVyEsTqdj4bZQVG-scuI2hkhbl|rNaBnh0DdVHAkXZKPOP4bYABxXVuvP0wTE1_vTiwVys1xi045
go1.17.6|OAnE5ASC_wRyAMix4ipDosnHm1PvVAZo0rAPcijwk6o201v2x|W_j4eux-38COa8hF8cMNum3jK4Y_ia5GVT_0u8wdSVQ2hjtaw|x5SvfH_jIgffLDCjnK0cyi44LIKk6Uk0mfwv6rWWfKA1xhwnx
go1.17.5|bXuZSO4UqQaxT1y-vfq2PNaCiwthgWCEfs08w0cKJv4201ms6|Zx-vmc1dgc1-QJNsCpQ2PGTWVPqgFI0q9LvCYlVWILk2hjoyu|ReiGdraOnPNkvkabWieWU5f04zmqYiwvUsEEM8VuUDA1xhl6h
go1.17.4|hJKnr360FP32VacW3zFc80HC02pBg9-O78Jj9OKIZF0201mas|kDz_63xqt0kLkQEIaiuXgHa9k1blY2lAS5xF3_hm2nc2hjmhg|z_gK3NYun_wvNSJZGZxCWZFPQAC476wHJLfrUy3x34U1xhimq
go1.17.3|zH5_clT4zqlfbqJNxyPSMa3i3k0ljh-oBHn1_3TDggk201h0k|54aEuVV0LiFZJiBK_G7WK50WW1CeJaaH1ikCUW8Icms2hjg7s|Tn-aGa-KlugbZEhG8n1zk0Q3X5xputLmc0BquOigEQE1xhaws
go1.17.2|ioUlejUZlv3wRf6V7V_daRfdSGNtVi3RHe3xkwBaU-A20180i|-m2guCmmb1-rfk4xL9aqGy2PBFx-zug7PQD2_lMGdZo2hjen2|AFdchdx6EpuokmhaRWsno_NnD3HIv94cWtFR93HVXfc1xh5g1
go1.17.1|6Qc14APPXbwYNNK5iFh3WUrsao3XZg3_FhfuWwp6gXU20133i|Ly0KXXxZ-zj8rK8eJyz3AbuMBQMAuotgn8MNLFgA8C42hj62e|rSILYJgo8p6OASni_Z77JSvE8O3z-exvdewgZqtKWEw1xgxi0
go1.17|xa_dLqSWnytEY36ROwT3wVJl1762CSSigGNyJnClL-s200ug9|Khi9ZVg-IhvoubfC--NpbED24nwt9om73Mk51JZR0VE2hiw5l|Ulb5L2Q9kCI5TdyE3lx0_oZgwhUdqqGZsS5g5ULWlK41xgncq
go1.17rc2|x0pWPvWai90O6W0DxdxNshvwd9H4ncIFbRxtmd5v_tg200qnq|S01ao6OTw9YzKGBT_60IorKuVYp-4JEWAU9C_MsSx1M2his5a|TeU53XTKhs3lwqIWcauI4wGl1-Y68wrtvwPMeid2y9E1xgg79
go1.17rc1|QQF6MCIJYl1bOLpHLci_GZRCM_pP2y4qthnRZ0MVZiE200njf|n1MD5CD9r03eoJpidybexVkU4VG-Rz99IGJH-TcyqXY2hiook|-vfTrEi4_yksf3cspJdxMaIwLjHLM2SI9t7vnRWWFr81xgjo1
go1.17beta1|2nyhbeUej7yamCIWNhlZ0kX9g0edYC3iFGZ-gxknnGs1zymj2|eiFUwaNdPmRB5knIGjCBf49mmuqQKfXRAQ4aJk39Jk82hbydz|8LajzN9bPh7HL12r9-llnzceD6oqUpDCOvpvXq56kKg1xeve9
go1.16.15|o2-NUpJU1EzwafJuglZEHLDFFRORdZIEMyRSv2w7IHs1y8hl0|DW5VEga210TRKG5iq_RqovF_7ZDwfsRiSgRI1xOAQH02dt4yp|
go1.16.14|Qg2Q8JJYyQe_7w4eVLd7HIFMF7TwuKx0CSkJ86irU2o1y7d9u|3zdg1WRHfl_F_7eUlspLZmf33W0w8bqum-g_fMcmoHE2drpgh|
go1.16.13|ZlaY2O8cJg2fd9QSfpR7GinQRLmZAT9NqcL1oZpQ3mc1y71ya|dsk4BYRECTu22Vxe4F2wfCuXDwfUUNO2083qYO3rJ2U2drfrw|
go1.16.12|IOugpjt_eRE0MBkwx2SKrgjW3Iw1NN15S5UhRdpZyyM1y6ybf|g9UYAdUd10uu9fg9y3xOy3W19G5BRaWOY6FeERdD9fg2dr4tq|
go1.16.11|VV3XoJYCfgjGghq3OxH_uRIu9PpfaYnrxVztkF2OAVU1y6xll|Ohckk-Uwt3LuBhICQJp_NuF8SzrloT1LHXFCfM6Arjk2dr47d|
go1.16.10|MbJ93uWTsDRzAS2gLdtwyv-M2WGNTZJXRSr9Llbs0tM1y6tty|eHya-810RodPeb_9INxCGcOu_2cxvQPwkFi91UbH64c2dqyjx|
go1.16.9|hWZYYl83H0i9YN4cUAfk8R7y0I4JK-jPoOeGytLWhRM1y6f5w|rDeToDUFTMYiBs5Fw6sAbOJO6ZZl23JPQ7WSl2bEyI42dqota|
go1.16.8|_KWY2Lk8RcH6Zyckfag0pbAEC5W2pPk8oT1rczouUb01y67u6|UDBPe9wev-gLxrZK1WfDmM1T5ip1v3cibyt93Roz04U2dqfp4|
go1.16.7|U7MrSO4nl6zyxfqPg8DUJAaua13346V8y-lM9icvruw1y64xa|VrOpAkJo8ib2ecOo_7IfQhSnX4QFCyw5WzYq4syOU-k2dqcyt|
go1.16.6|LJxc5Cn-eJmmLv4lvLj8Zu6H0auB5xSMbBFMZTBPraQ1y6j97|wRMrpOYmOhcSNV-wdFv08j4WAuFmHCDwceCL3MX-jbU2dqo1u|
go1.16.5|vuPns92iUnJd5N9j9RgrMOV5v59hO9ou_g4JGf40ES01y6jp9|Cj-iea5bkbyMiAFxmMjxul2ZJetuXXVxMW5WfHOt0502dqo32|
go1.16.4|51wLEUoJ61SZh0FisgiTHcJg3g_tru2shiG_JjyXRgU1y6d4h|1AE5t63oowCOMkCm-G_o-JmpxGXJF-EdrIdYryFvXrA2dq8gh|
go1.16.3|o8FuFTG_lyb0eRHEqe18tmWmIHpRxE8Q661NtjtLzFo1y5tx7|pEADRRNbNst5QuUruvl4tmgUc4uFXu_43oeaCf2Z3n82dps0v|
go1.16.2|-OloZNE-7J7OhOZOv2HYl1PckzWfBAxfFJa6rzRULXM1y5d9a|uqfWlII2WTDsxcC5nmpZNRgJiKLntJqooi28059AZLc2dpo2u|
go1.16.1|YEoiCWOTJiOvRWix-hEgTC1Y1IWVqL3wTB6eADWbrrQ1y50si|U0moXBkNlT6dWVcMrWeYxXsY4L2TeUkn8lqJ5pWltb42dp5hh|
go1.16|SBSSoX1CGT1HG5O3oG2jVVMxvYM7djNq_Ie-ggxIkz81y50h7|XMiPpQaz1cRTxUw-ohj8jdBdc2KuHeFbtnmGtyCJzpM2dp5ea|
go1.16rc1|hoA3lBXMs4kZHiwStiKQ4LdycY3J805IsYe2glw5zD41zvptz|_3ZcMc8yG0MfmhHsQuYdQuyH1WMzyEf1qH0w4Bqu0982ffzdi|
go1.16beta1|xnv1wVJJJcEJQowo-1EUfBx7Fl2dJa72TkZ3r_82w081zr1ic|8G4tfzAIQ0c1J-j90tSWrvX_plB63grBFBk05cbKfWM2f8lqf|
go1.15.15|QDar3rNsfbOA0F8__Qh7dUw03wayAu44Had_TFpEqlg1yenff|ffe_lI3MjsCjkC4zAdF8u1wuuwEpfWhu4jAuQfSsbhA2asmrc|
go1.15.14|KpIKZymGWZ3ZHLjtai4H7kA4SV8fXaypogL7GwWrrpA1yem7m|iKd7691ydtAgTzXjca6uthnya4XS7PFvZcxxP01Jufc2asmbs|
go1.15.13|9ucGFJX0Om8mFk2UMHWaRzgnZfv3HJDqcU4nXJ9Omdw1yef6o|0c92oRu9UVhxWj47a38MYj9UcvfA5lTIWJE7dLCefoE2asedf|
go1.15.12|wxBDq5Jq6bW0oFG6qF0Zz6JNrDuCVXNoJOw6h6psnPQ1ye5oa|MT5evFm0lzGcTD-VYDIvzCD3vDtOR0lK_DstY6QvsqU2as0qt|
go1.15.11|sKZKKi3t79FVms-Gbjk8jgApTb3hE4de6djPNWGIYSM1ydyff|VvY94XzXOSh95tnzz9rTt4GtPkoYquIOzplO6XwYGf02arsd0|
go1.15.10|t29lrICXddE9BvXH2dq6iohVzaPKxRKX6SXE2_qWUHA1ydpk0|ujDSEeltV84r7PF_6evh2VjropOExa6x6Z-SCbRN18I2arjvb|
go1.15.9|J-Yj1N09rzatDpBha4Fhrk-_ov9sJUFnHcMbsbkMmr01ydkjc|2vXET7jW3dABoNHso9ViFnEB89GBKcnJNXKESQNt15w2aren4|
go1.15.8|CRzyPv514eA54QgIh41WRn8Soo7bDek1zlqrMaq11Sw1ydkfi|7wW3FB08IX-wdvDicknhRCliNN-W6th1HAt2eEB535c2ard5c|
go1.15.7|TKZcS3aWFzXaCBGTLkyemMyFmOLuMQk0qPiUqtLj_7k1ycth9|bo9oARjZ371-5h7Ss9MZ8njUHeV1e24w7RkPqcPuV2c2aqlv4|
go1.15.6|WHLv9nRqCl8wQnKyfL6c4Yb0aEVOlXSczgHpA_v8Dhc1ybagg|t7OAi7Bywrq3MXUAkYf9Wn8g_-CjFzmTcAOhTFxNkAY2aoljy|
go1.15.5|2BJDbH40gro8lxcu3yavrzWspgpWIf9KX2oIOGUFq5w1yay3i|HSS-OiACAadL4l5BNPvsRndQ6DToTpx3ian8EySMVQc2ao7gl|
go1.15.4|O-PPwIzMfnBW_e4XtvXRjp1_PRNR3P7I3jSxyVywW1A1yar2n|NZMgTjhRvld-QgmQDs4DGzbx6c4WcfPzIhya96CQqUE2anwrx|
go1.15.3|YLND1pyisKlHx1BYTNGUslvSwV6wjvsfopBW8q8Mh4A1yfknu|HVedDpgHY_YL9Dr7fDeDyvY0M6SFcx700uJih41jSz82atdra|
go1.15.2|9h5U5VjiO_JiajTjri-Lc8JBGp7inO6zn_txJpUJgTg1yh2fs|5yeCzG3iMxiMdbBoSTaIJuqhuL2eHNdm25RmoStxOMo2auwfz|
go1.15.1|7E8kU5H6s2goFxPxIkyhr3YYIvLnwqQY37sRssDR6j81yg66p|jj4eNeA68o2XSthyiDiEpMVE9r2y4u2xEm1rUo0BdpY2atveg|
go1.15|4MdHYQpzAwytum9qwxm8ozz_8ZsfWMAQcn6lX7KwyrE1yg3ck|3EkTFN_1uHrVC_HPVnFd6PjFRIm-MPPhkjm8KtGvJeM2atpvo|
go1.15rc2|EUza9vF1IAR-NzQBeJC_2HvPe89zUko5YgSmzEJmKnU1yg19t|ULa-SgcTzxIa9H8XtFxELn2CuUUBHXYnJMvxGpb-T3w2atp2r|
go1.15rc1|Ll-Q2gTyugc1Ae63kxuJfJ1Xyfjgee53YgxrHk-ai981yf923|zAXtyGIO0oDcRUCygxL92ZAZoqFGk7bMkViia0PmffM2ask40|
go1.15beta1|bvUwG_A6KYoCNEmDWpQdU78IMAIdhqpSpfiS3vY1axk1yer05|Byx9agWfdlA6JTOiB1Xd29pYtQU8Fgy5ACcbsDlTf4g2aruyu|
go1.14.15|bZkN8_YPwSDX4s5__KrRAsHVlftjGtK9CXIXRYAEzTA1yj2en|GJvFZNU32G-AxwdX7kwp-xwsbo0Fu23hJCoDqWrIUMs2abogk|
go1.14.14|YOu59EVJ9IJ70purgirYgc7G0Pg__0m9p60g5pt7Tns1yi6ci|iOa-eYkC2AJIG4MBXiP25YfL4OWHZt-nlZ0QMoZfa6s2aanyu|
go1.14.13|lc_wMzWmjdEgINiQ8DpnphEJWQwGJEe_ZW04_D7R8nI1ygo4t|GMVZfXZIzjhy9KCnvHOnDAG1a3f-rF5fgLLsug0jFHM2a8kkg|
go1.14.12|nY7o0NS8gzSDDPVBP0Uy5IUquGVj_wbknfEgy4DrS5w1ygjvi|RoedW9-cj3QQHM4EC2EGfTHLN6Xl4RpBifANPgbQeE02a8fmp|
go1.14.11|XV-5R5_8E12kQ6htqI0sE_2J2aVDZriYtoQBAppxgxg1ygbq2|X1jUH28izhMIHMYRiyOKLlQNxhaLO34m14by7EGmWHI2a8aa1|
go1.14.10|8zvl8NmNKMqHZAML8JIclkENGVF04bN3Jcc8I3P77a81ybpx0|yiFq_AkG8RPRxbNJi7ABUgTnzi_RQJH1qZqugr-xavM2a3lxx|
go1.14.9|LSq_6bAPSQZ4VCaRsYtWZthyiYiN9PG3Ev_Uei-Oaco1yc5fv|FrtERIxEI3QMX9dRutKAYdXsRM0IJy1OHv3RbN-CIek2a468o|
go1.14.8|iBqCfxvAZqr8MlML9q4Q_TC43ZQqA1GcVWOIfhDojZU1yacpz|8PuZ70L0tcwCHkjEQutMcbLud5DtHDx6LFMVJIU2_pg2a248s|
go1.14.7|c_kp17mbFB6n1x8j6iaddMaMzn5fpo5Bragg8kLgk6U1yaa5h|3fNcAfRE9WmN7nsmXBcqvindcTi-9EFea2C_Mi3c_6U2a2087|
go1.14.6|2UY3R_PTZxyR79zPyWCCeTZh2kgMA5B2mbgHpHhQ4PU1ya9sn|RJXBhXnNERkvw0g9U15WfXHBpcW0LOwVKtUZo1mcO7s2a1ypu|
go1.14.5|QzgCJlJT1Y0Ars9LIusyH7f7iY2L9sNa7kj40hrTpjo1y9w20|SaY4uHVAnFquGg_dfJIytQQZ0PhSJOuGRzhUKrmScMs2a1fry|
go1.14.4|VV1-mRnKWNXGSyN3ygkJXuujpdGXZvJYH_AunrAE9vw1y9onw|4E9ZEhmxjnyr5z63nJBAW1x6W67mE3dnDXpIQpxcl402a16gd|
go1.14.3|sAB1k_Tik5gNlorMlxYmkuBM7BKwe1pJKNumRGJXSr01y9dnr|aBHBQ0H6Dl6-BbKKSoCG5Rol7lS8hg-DGD4cR447G2A2a0rdc|
go1.14.2|dr7MrZi20_jek15cnb1pk0zKG6pFuICWXNzyd531ZSQ1y97ja|G1pgs7uqgRBtXuA0mbVzTsCTxqJVq_mmoGfw9JeleRY2a0b5r|
go1.14.1|Zqbc8oKYziwzEUh68IIq3-x4nge-vDtcxqdb6fra7yQ1y860m|S8w7veukspgSC06njiK4wP6TR4tH3XuE1w2X0rJkoKY29z0p6|
go1.14|rbY0vtxBQ7Z8ULLmDzaiy8rWqwXsQaly4hFXAVhBcKI1y6jkr|zC8ejRl0T-Cy6Xm_mk-dIk5Bb09Uy2zzqotenAhl3jc29xc9d|
go1.14rc1|v0DzcxI3nqNQ0yrNO0a8tqANFgGuSCRoH062ZaAzEoA1y6ku2|T3FOuxkEuW4aX-VRuhldm873pBcG1bNON30BBgILPwQ29xek8|
go1.14beta1|3DwVxnMxt_1YT79TiuLHQrv5_CM3CX_eIJAHYDf9MAw1y0587|2qB76lmuChH4tYmPb29beB3tTuPGJ0AMhX_JHOWvUEU29qrb2|
go1.13.15|oKOrDwkFY5p6Sqqo0ERiqtbuehrdmMxv-hqABM8NK041w8dbe|JsAx1dwrOVeJQ9vTT-XEZKxO0cgvjeWfEpmdO_n4PqE27yyo1|
go1.13.14|u9OFzfp-Ap4Lpoa-b_EKCcrupI_zo6jQSuQspg8_LN81w891j|WCL2EBas4YO8X5C1giP6dqWpmLOCQIRhhpNJVKLlVes27yuuf|
go1.13.13|z0c_FVlpDDSCycXsuSAhbMDY30jqa9T9RuDlBgFiNjQ1w86lu|L4AozDQqibWBjtwlbRzSHdVnL8mRhhghoH9fm0oMVVw27yub3|
go1.13.12|jUXK5tITi2rUcM7ot4tHOaHQLN2XapyYYfBnoQLpr_41w7yrn|Q8S0NPll76kBXEeh9lhY9iq0Jfup-jakjtQNGAXdBHk27ykb5|
go1.13.11|026F9qmamVW1s0jcEzePK_Fesyu8aR8OWC_Fw6Cdce01w82vk|5tGAXMcNBCEzuUpZjH5maxZu6ATVQew15jyo6zBTA2s27yn92|
go1.13.10|wE0thoJvBrNa6Irgd7_pAn50rcJVFsr43bfPXntJdzY1w82nk|5W_2irDQ692dEenz70tH-3vTo3nLB9REuffXfHAJCIo27yq0d|
go1.13.9|4iQGN3RI8a6i3RUXMn5a5FLYJsDHYks1EdWvUQxXtpo1w7ks1|zwZqq99Ng8JRqqzhS1ejWq__0fpn1U2Qfyf7MeRwoTU27y10n|
go1.13.8|AMdlBIOSx4_TaB6lJ5xAjiH8lPAzpQShFY_GJ5-waOM1w623m|qvCIiQcUTKcHDI2tA_zxMI93pC0vbk0qYJ5k6a5zz0827whu5|
go1.13.7|z5saL5YkCtuY3ECBEhrDCL9vjSdg-W1F9CnsVxYCzvw1w609m|A779M17p3fHRDK5S6E61o3QIuOEFrMHCnjC7u9gUN0k27wg2g|
go1.13.6|axWV07W1-9uvYDFQLZCmlNHnril0M_wBxsSP6LyYdJU1w5ylc|ZurgfgMxC2fSeXAQKLqNxpSM0Kzcb74hwiv6mivEiIQ27wflo|
go1.13.5|WprOWMD7SHoHo97ElKWZV6qEJfvv0E0aP7HQqg2V-401w5v4a|AnJ14E15X7rciYunpQ7QqyFh_0xeYTyU27Bmssok7BE27w7om|
go1.13.4|ppVhhOMbXJfudu1zbxxbcIrOf1ZzURhi-fy4q2SFEoY1w5l7h|q4t_eipPe1hyD7ISizLHRxCSlh_0agHZOE-0idghKgs27vpt2|
go1.13.3|snpCZmUvGnK0AjvM0bA2ujVsxqJ8GNMpqOYkdZYmKY01w5k6b|lYXv6rN3gxUsgcbONzsi5o9FxoAdwsIIv9Hke2Ru--827vpun|
go1.13.2|wMWsg-NUt294Uy7YNZAVFkjf1S1Y3YMuyu6eoNqgfEI1vzfq7|ADyZ53jW9zumd_7Etmw727sUSzGM_m_74m7YSTstuaU27pkw9|
go1.13.1|vAAQ76OdXUbi18e7twLKN3ltlbOVAD4iCAQUB2VWxZA1vzfb6|JMsI02nBlizMrO3Fb9edwTD2I7O2Z6MWVUYhrWrJtEI27pn5g|
go1.13|ya0p7_ZAv4y1UYU8ZJ_WOs13f8so2yZxLQeYOpc8syc1vzedc|fRYrgxV9MXGWH44FpVt9qEdiRN8_rCil2hyeIVrP6ok27pn2x|
go1.13rc2|BjHNrjRfR-SwMDak9TIW_u_fRD42QEvGizpa8aLLuoo1vzf6d|7TStS5WUqw0Zsv7ZsH6lbFcyefRgQbPEChfDmjW_KFw27pp5k|
go1.13rc1|ejnW48ixmW8iqarmnoHBfviQH_3uOWzv__baIzYfoRc1vz37l|VP9QYVfXZxNed1GI5OzbRNNLohVGPsaWdPSsOMsg8Qs27p98q|
go1.13beta1|8JCPFwPGQpUEQjF_dYHIJUhC8AKY5OD1EdFRPIfjxk01x093x|CAmLSw4aEFlx0vztKELoBvj_oIlzroeB_SLdkPdkBPs28rnp1|
go1.12.17|8kryHuN2W310fGWBGSXeX3MvcO2-qvT0512KUBmp7W41zxl3i|eLpfGf6uoc-TJ8jTr2knioR2mV0UW6V-3QGrXBxuzqc2bjig6|
go1.12.16|qc9b1visomzpQe95SXqlo7xEXfQPsxtq5MtyKtFI21Y1zxls9|0qVw5IcroiYPtjaeLpzCF-jxVBOI1veQUg7q9ER_7y82bjg2l|
go1.12.15|cHI_KPc7m-TCuDX5rHhntRFNLX10rA-GNXGRSrhaKho1zxkij|gOekcb7yoF1HKbOHYrRTRSOsR3nHsy1IrIXqpJDBEaU2bjcpz|
go1.12.14|Qw8P45FiAu8aFXO2lTevHjhmqzFFKNgGNcaaJ7J4tWg1zrb3w|gPbKX17dh7rnwAk0AUjNmCimHdZt5e54YoQ7CECv1PQ2bd2f3|
go1.12.13|s81oqKHfy1ZTd6Murm7GiXoZ1JKCtcaltMu2KOxJpdU20k04e|xEGimOi1ENPNq_02GIXNZ2LjPqzrJ8uw6r5nV_nR8H02c5lyx|
go1.12.12|GITHc1LWueD_8vAe_o7wnqKIbZXckW4mSHLI2iR0ZFc20jzz4|LQMLOCUUo8S3bdB4b4EM5QQJzrrzEaa3mt3DU2JyY6g2c5lt3|
go1.12.11|HUn0F44vwo59oNdkDpbKeqATqxmaFGWOwGzmLMMFcXU20jxy4|CwyNvLnvpfMsEkn8nFnODrB9emm1C6SPCnE9BScjHy82c5jtt|
go1.12.10|V3rr3bSI2QEKTWu9GcLqKC_18FAT7s2oSj-_f9jJ93A20jy0f|OOo0IqS35gqJWbHWtXDswo2MOfrvrA950ecQTOMgSWc2c5ine|
go1.12.9|luVMmAGXOiVUF9mCfUcP0PrhStjJJ0V3ASwB-XzVNN020jym9|7HVQsy_wgLFwYLnU_ee-6U2c88QuhG46Yv5KMEfseeM2c5gdz|
go1.12.8|4H_sCXVJxLugz1cScj9FnFbIEvKQVnB8FlgWhORUhfI20jw62|Q1LtkCQN3Btjea3zIQuEm46JoXPKAGFvK-_1Pfn-88g2c5dv5|
go1.12.7|v1W5f1_Z8v2eTwsYLilu5TEmLR-EWBafi0LZicI3Dlw20js82|UCcSwOKe3Guc2m-l5Lb_mzbifSJTc7rq2HCMljSqjlA2c5bia|
go1.12.6|nVZE746UrQhT4ahtVGWkYA_lss7clG__gN5GE16rJIY20jkwr|m633u8DtVfLblnQ0sDOizd8uRtvcW7hWDY_eAZ6OGdM2c55qv|
go1.12.5|m4z9ZowYLTnyA5u7KQzQYt5DjHzEirP02aMm_ONTigM20izd0|zLaUJ5qrOf4OcGKSYfE7AwfuQNLV4ROO2Uc4AjqwS6o2c4jz5|
go1.12.4|S8ZJx0xjrsmClSOENml5S0Hkb5m8eN06UvMSYE02sWU20iuww|JbBD66zKL6LIe7zXRjvl80-9IlJHwQGIj4Fkf629_KA2c4e2q|
go1.12.3|3jRG3292QDDFlFgAE0wZHwktwU0jAfEv7myPYRrBiCk20iuv4|GAbgiehbhPGS14Kn9w-Qoy4OzP0YFAWFfmEvgG7AQFk2c4dyw|
go1.12.2|EtYeK0SHCcbDzGsb3_h_D1pU7QpRWhMPnO5DhM3jyZM20iuy6|QZcTXvIiHJ13cgY-G9zT9R3jeBGxmmeNuH1_xzWiGPk2c4dso|
go1.12.1|9CTdM0DFc5qHz9H4NtOH32nOzdziqU8UoFcmG7cGgXI20hci0|L0hJtRL_-yzyAoYIqgZswbeecw_RRse4kBV5cWLwjsU2c2nz3|
go1.12|xmBr_cTYsID8QPcqBy6zgOrXegKk-ZprlT322ccCmXA200o9o|iAztGuzvCLNHGoQ4G2x-LA6Ea4Hdl-y2KbU02UHygr02bnmdm|
go1.12rc1|0uP_0TKLzdInFcMlV-Ai0jHDyaKq-NfNkhnNOBO3GI820ycwz|zz4WPGEG9PJygW-lPR4B4Mq_-N15dzL0ZRO7xepPGEM2cm0pl|
go1.12beta2|RLQAO4MWUXGXI7nYsRMTwfIEEqs4-gNUkx54-dGN2fM20tk9a|bRh4JJ2Z3Juj58faBUcM98T6cLMZ7rjmJI3Vom_z2HA2cgvku|
go1.12beta1|LNlUpHj9iCCk7-TsacfQ6Lxr7w-DXnTt9ys8X9Cmm6g1yq8ka|Fngk0x5adaieDuFZVhBC4URJj48sxyV2cnfMvPdJaEs2a7a21|
go1.11.13|UK3Iq11BrRbr3j-mV7kTSYONU05D1VorkSO4GXOEkjA1wn2w0|VXUt6EQ50O10StaBrgkVMUUW5pCR-4bKuXAWKM46Zf827bpyk|
go1.11.12|3k4gRtnnr-4Hh_ty0OQoC9aExndXo2DvkGAIOrIPLHM1wmyj2|qG5B4G059o6o-mp3Zc5Smr4-xQN7o6O_8ubSVFWk-jQ27bhlg|
go1.11.11|y-Va228HSL_owLutjULjEdC9BFMAtbOvL_OmNiEeNZ81wmsrv|OAGKGg-jQWh87i9xwOdXj4UrvwF61IkHzabMKNG4QUA27bakn|
go1.11.10|p0yhwmyMc6awhDqCYw2mn0Pn9xqtgXGkDlhyzDsGkT81wmt8v|4DVLXO8Y2_WGf_8CLtQmTEQd9QTzy4bJDYuYfsozb3g27bbkh|
go1.11.9|zpmey9iTdVkt4VNnGL5DB_vJ_czehgpcw4i11HG2r1k1wlkr1|8_PjxCgTHVvmXXnPhmOzqBtmdeXPl4DDsHac_KaCSSI27a60p|
go1.11.8|TJ4EN5DZ9HfyOpCsjPuv-kaVPui6iIFSz1tyoklojm81wlkm2|a52fGKzkVdzsLnKgxnQPsj_l85Qz3zUit2zgXc3LGAg27a64n|
go1.11.7|rhZrks5fLYeOXzdWhb-85jIvcr29mLLscQ8kSfrso6g1wlkln|fSqPL5D06Ym9P8uKtwlJoKPNsO1BbNn2F2i0z8IUwJ427a5xf|
go1.11.6|EaKQPrEXggkxqZWzKItmqiwXb2xF3vEshU_s9NnH9ps1wlkej|qRoe-wACiyIkRfS8tshFSLvXSWLlPIe2jwvOZd4pwa427a5z2|
go1.11.5|tWn3pFBWq4EDZNesnuY1fpoJj8Pkx14BaUhzb6k-4ik1wkki7|HHNP5hT6BS9EaU6ZPy0G8kpWtnA-5G_fsrm_J3gZ_kA278hwv|
go1.11.4|vCXqJUBoeJhvkckq6ALyXwM8sBY7SurH5xhfcdDt54g1xfl6h|7rIOIXAvK5Rp2Tgd9d6F4vcxtkofVO_-GW0PfQIn_hQ284g6i|
go1.11.3|B6OANdZCroGCBVHOSG8qx9VBwMr5EGWUUrRmFlbbBpE1xcom6|vBaCBxFesGhuIm7TcIM3sWGUbBrLBDdgPhIh6U8uHw8280opy|
go1.11.2|wMWrVo2c8mDNfSgeCkie-R9LlDgT2Z2seLYWB9yhcoM1xc6hg|CGxZ3w3OVNiPMO3VAWA5PezrJ-c7jWtGue4_iLDALig280gln|
go1.11.1|XMNoHJVOI9QLDCVldl7DT0tOg0NI4D4dHm_Rw6dbggI1xttnn|IwoI1CYN7Z12nwclEqSb_-i_r_gyPoOcLbfPfJx4gTA28f6yp|
go1.11|0yefDj1yhjc1Lv8KoeESaKDrAfE2RLy84cBmE59akNs1xsqna|KfkpEnDwswPQsnD5k5curSFbG608xnSguKCWmdl4rrQ28e53m|
go1.11rc2|MOr00CMQyFjrjwlamkzmEpb2trlfzJ2FDFORBAnzGiY1xss4p|7dGtP5TvMerP4mfzDfAKyDLMlUfojeA-E2iuI2MAcOs28e7wt|
go1.11rc1|sDZVe3uPMSeHyLZIUruqo3HvQwcTnEKzhcXoYwMTxGM2scndu|vNSCva5CHFgIl84Ls1D1Znnr5naBfq1XLuOllCYRvMk32tbxx|
go1.11beta3|eNV7TwSDOTUr6ToLH_rDBoYAuy6II8Fx3AytyJybLU42saomf|rH1AMv5PgL2GKZKCnfvJ9sTInClEQKjhuSndmkNDkBE32rdiu|
go1.11beta2|Z0s_zcanqQ4pVlMenD2QPE4LoH6ygibFMztrLDazSHk2sboyk|kQcs3Cy_ew6UxXBq6obgnUoESqa2D020wIacopqL76Q32rrr4|
go1.11beta1|612W6cIuPfMIhOKS8WC--zQT_8yKCBDURLnCC9gBXSk2n6gg1|HuuHSpGRQ_PmK2QczV67_Rs9TyGE3h1kl_eytt-ZaWA2xk9o6|
go1.10.8|ne2X2DC-83NOpt5w3wFZZW1qY-AUhBdbNNcrjbMmvaA1ec22b|q2O1XDSfdczkuTrvqbUoKPUOuvswLaUFfbDmhteHPXo1m2ijv|
go1.10.7|u9KXpFat7V3K_pEZSq_siDgCzQmCEgxzXRWjmBAkjqc1ez58g|eR4tWkCZMhV6yH9Np_oi1eVGi3hNWTMSHkp0fYljnhU1mps3x|
go1.10.6|Lz3tEJo31TvYYA-iPAfZq-pB-zCl9ZVLvJfpxX2ODOA1ez539|_FfxbCO3-0G2ZPVJ_y7WzKNAVV43TF_1L6KWzT8ijzI1mps6c|
go1.10.5|6TZTLMDT6pRwEpum3zcUkk-8cJqUQSCagVRQPPFoI_I1eyivz|2Ioy600fw7ESU8naou85fIcA87pJO0EySxUubNpE0rQ1mp4qr|
go1.10.4|QH5WGQSMQn3kplsm7bF9VMIg-MMOvTWJYbF4Wjg5Tsk1f92ce|VJmqmDmWZN-NwdpcOqrtFLMTC3nHE7Vneg7p6ThUR2w1mwpke|
go1.10.3|iWlqKb34CPqYYSFqIYJK6OsudQpUsUJM5_Khd-XNFGY23hdb0|o_GdT8D0tFg2s0lQPjR-ZOMauDDe2sL8nDkINtRBjts2ayuhv|
go1.10.2|C7EodQRGdNYy0fGy9TzzNRCm35FBeP5nLz9w9vbN-A026jn95|D7Sok3lugVHAuNCj2k7Yy7Ir9tmKPCnJFb5NcIPxRu42e4zm6|
go1.10.1|Lwnt0GbMkpuzYiYq-rJ2CejUuW99_T84RCOOMhTbm4o1yxu7a|F_dmQTEgK0afQmQWH_PNB5boOYJJ0rZGu-SZAwGvxng22pnl2|
go1.10|g-3Z5Szm0cj5Eee79vCnOVLGE7S_ZkOM6xUH-JIkDxE1yxtfm|IQsiMDHCVKbrj6E4w3grI69xCplZ1ktVH6ge3XYuoWc26j5e2|
go1.10rc2|R56zoJrXIJDCtd8bzihp3a6Wu8uImedWRTj-kkcbFqw1yxm5v|_AFgkRAFtyXn9SNCMqJ_MXtQgy4-t4OCo0dew8rFuu426iwpz|
go1.10rc1|73eAKjDQUVFezPc1gBRvttozxOvhOXmvajr1T6gh01Q1yxwq8|83MO5f93mioIYuhYuUtAQjxhPpEUK-meBeR5UzQzJqg26jd3m|
go1.10beta2|2NNavags32RDZlvu4QYc9fS8fpi9GQaXgrTF_qOrVqE1ysxqx|pQfsKYMEfjD3WV39ZTZTTZhCbQQj2RQXSbIddydA1Mk26aeiu|
go1.10beta1|Rms-zKL7LJUfSNTWRGDu_Cx-zeVQX3Zp_Eksa23MwT42xbiuf|_yeJt7rzP4cRHTC6yBrBrhncwWvddVU_m1rO2hRzOkA3cxu6g|
go1.9.7|B0imbyIfdgjSpuUt2pO8y1otTdXYRY3kgbf4iXJVjDw1u16ta|jbSyGRajvHn0jQYRIC7lgUyC9nGzbV0u_LRGh5RWzSg21rcqh|
go1.9.6|HsAcRR8TEnu1krdLjT5an6GiTkjpFyzaeD8M3aZDSQQ1u0qf4|Czox63pG7zl2CYy5L95jwIcdzs7ZGwoxh5U0VvjrjW421qvhy|
go1.9.5|wp6gNJal1h3cyBERCz1rj3dOibGabcODny0vguN4ljU1mewpe|bD7w4GnA7bC16FdfDvyoBvaTVKe4CPmEa4kEb0aiYMI1u527y|
go1.9.4|rVkFshHlQ6Hll1is1MbzDURuWvjE6pl5Ycrx7wLN1W01mc4ta|iA4BGsb0pQkwimLsbZY92dVh0M3HBek9gcdQ1_HGlvQ1u29vp|
go1.9.3|yrfU4Ait7-0yLTbe6HpMF3WrYLJc5YeitV2Qx10Lr7w1mgnez|Tu5Zu1twq8NXrr0MVPdeRjIuuLWLvavAJv3TWDTWXh41u6tk8|
go1.9.2|NdO-XXuXxtEf-3bBsZ4gqCTkJ4Be6RjoLAii5Xk-2iA1lfehu|aC7DYmqcRbZXwkVuNcra0RkFdAjTfzNMbCTYg4nCFkw1t59lo|
go1.9.2rc2|WikXMMsrkOd4pDFknZi1WSOT3qXZv5FEyASMkyYKE581lfe63|cu-tRVfGVXQG11yfeE7gPQ3qZ28DgzjAJ5yT-1dIhH41t59j4|
go1.9.1|6px5yeYhTJp4oQfvWnv_d1ooG__owtUK-mbS0zmYB4o1lm37l|jccqOIE4jk5WDC5F9r5ZhgtiOtQY59qU6A_uASIhzIE1tcbl0|
go1.9|7P5vW-VqztxWzZ_3NfI5oSp8lPQLDql1O7_Rc5b15Lk1lca87|h0sUS5lGQ8_x0_WHU2nWXAHCFrsjuO3d9gj6zEOWbIs1t26ap|
go1.9rc2|dhAFiDO7V6ItOTkWbkNHOw3oitbf9L9sioef3FFrtzQ1iu0u8|m9BkL-FpcjcyrcMwDdqbD99fH_f6uSFVPSpPSCxnej81qjw6f|
go1.9rc1|zf9_pJ8YUuP094vYySm7KgGbxqt12mG2JGm-Zuq31bk1h8bun|k26kt6APTvLLrAIBLSSUAEigqd1aVHHmyW2CqvTRbko1oy67r|
go1.9beta2|2ZjyniyKd0st3eE6KCxbFGs2W5gCKhynoWBoV3A20ro1gofeo|aSRgqs2_osNnZZVe3pWxxsizt6_b6PkUmUesgeQ3jy41odxka|
go1.9beta1|Vft3yy-9pgqqA46qTqtUrNHaHsCaxfKFy-S23qfIfrU1gq4mu|nOxB3FglrR962JVa5PbQ7IylmLP8v5EZQ_UiIXnLlKE1oftdu|
go1.8.7|RplfewIvZjgYPx53e-bJ_aoMyBVq-HnbMp1YIKLeH501j5nt4|Yzoo5yuV6DcuVBbdRyOIHXpxCb4I2vCX684meZOfaoI1qtxx2|
go1.8.6|IdUgc2KvJ5bQ8WavCGoMvfPk3HwVAwCvFo3RP3SNpP41j5d53|e23OngEZqz2zPr7apQKjxmJPL2Ht7C0pLUrvCCfChtM1qtnfh|
go1.8.5|wU2AC7eb84qUX4PPNwBWCbcZRmwAUdIKX8Wdbv3W_GY1i9mhd|E3gnyr_yfMNsvhMBj2KaZBjCpq-Frd4bG_uNAAyfwa41pxt6y|
go1.8.4|wPlJF0My5bnU8CXIQzi77ByUtDbyScIKreBKAkU38L41igw7f|Ld_qA3_V4u6wy4VMCV9uRKrsJ-i7923KmhGojjpJu_c1q5f62|
go1.8.3|niv8uBEKPFbyO5H4WZYyabwp_RFBkP7P0KU5OVJyocc1dmwfl|3gJsrvTFtKdPNZc33LLRTGfKRcRQk3VdOw0uDuOq_ZY1lb2it|
go1.8.2|deKV9c0OsyNuaDJKxRueVKGq0fo6OyWfYswR4F2Uiu01dlxbx|m_pNSXyu4bfshyCs3qL6ivjVG1Jd3H5GSKY6MTimqOM1la2zo|
go1.8.1|lzg2XmTU2A6lRIeRXJv8DDu6p9aOx4SHmI-A6-gSnFc1dkp54|u28Pvvi4DDgkVa-Gmb-7f-iSVtS68G2Sf-rs63NC5O41lglx0|
go1.8|uBmaSvkyeAeAPSiSJo37_7YV-Y1xfNgkgzqX53-YH0Y1dh09m|yyf-IQ86nRAynUhRSJXSoeNlESWnw8dY8DWKW_wOMGA1l5434|
go1.8rc3|cghiDxbHea8aTPDPv2TU7M6uSjMyFb4JDFXXm2utt841dgvfn|msciSnnf0tOQ_0xSAvCfripbB-mw6_MpE5eWNecUM4M1l5i4n|
go1.8rc2|frzOxtvW3ZGy_mAAM_pQ3bvL-Kemfm2q2knJ4rUqVxY1dna6m|xera7Hg_0Bu6-Oga7xrdg6flwSX1D2l2rDGrdjvQtJ81lc4wh|
go1.8rc1|RBhq_DTFRPIyQAAIwj631fFj-zCMSyN7x4XLJzAf3ag1dn3xo|aw_QtceMZTQSXqVECy7nNs0UYJ4dQetFFn_yo3wnGMM1lc0yw|
go1.8beta2|jjXL4YSn72dCDNuc3rZ4XJq0u_lenpnDb_1RGdjnJSg1djir3|mORJYM292fQvtGa_0Cs0enj6ubnkh0TqhuAtnRlDnuE1l829x|
go1.8beta1|UgZgt2AawfnEUD2Ttz66inXfomQkFMn7O5OBDG3VxOk1dg7k9|eyRsN9_jc0iha2vBhl68IaecT9hpAy-6eMZeRrEbdBs1l3864|
go1.7.6|rcdy8dOKOKmF2VJH3z0GikLbhBSJ9yoij1EIASX3i481b8m0a|PGSPm4m34O10bCEdv5WaojDIA0UG3XDJhSvw-U0GBl01hpj3q|
go1.7.5|3jZzBNHWVP8j10omRKRXt3QMLaRrw6vtxG8TF_lzFq01b473u|AetRjLWhLt1s9zgOwX6-3udV485-U2L-vuu55w5F_Ko1hw2qu|
go1.7.4|Sd94RqsE1hBsxQFSbBTAVXiOjGdZCpZ_tKvve4twdR81bbv61|NnORZP7Tim2pCIE6ukjXL7Iv6pI95WEahagRNbfPzrk1htsh8|
go1.7.3|0KwtOqogRS0PCREvA0zKHFuFYEUqReEFI69_ChCJx5I1aei7j|n-QTE7l-KmpwP1riKTjH2axDNqEotSI3bCJLqX6MfwE1gwd9t|
go1.7.1|MS_LuEwLQmjm4DUdzPDW6bsibJk0te6BvXhlppOmiqo1a4gzy|ryuDa7iUZyz0wo3zKi7j_1YOK0Y-GrRLuZgzBkugnl81gw7js|
go1.7|mkMj_eQx8WOKxApQTBqW9YS2p6U5MVmfld9MjdUwtic1adcut|9RqtBmRMyL0RnS9pMzNPqNok0m5mdv3gIs7PWXjxoMc1gv5nn|
go1.7rc6|ewh-sdzDDbyNodLGWRlQtedhI6mM1820WnqPNoiG3Zs1a3gmw|8EP3MnBJNA4Hje1Pnu0LgR-M-hrbdJJAPT3qnP6-4Ts1gk77e|
go1.7rc5|moNrOOLC9Q9Q6ztZ72n4Ifc3ndUnA-J6sNfscfdVW6o1acxp7|Y4eO76Y39vM3tdn_4HvudUfSXnsRa2lO9sjEEbqUGRY1guqwd|
go1.7rc4|zCO6XO4KqCeMP4d7YkaJfL1SNwnpUqUtrWoIivwgEpc1acxa5|QI7hlex_K6EjTTxnEnCaWdba8P0FyMNx91a09PjGO_A1guqf8|
go1.7rc3|76c2jjhAIIkaH7RjlDtIwbVE9l7VD99rtb-Q_Jn4aEo1ac8ft|wXmo_MbKNkEEgSXT_qbNGa95ltoyUKmF9LnSgETLIZ81gti89|
go1.7rc2|RZp3QOJjGVQCg_cqk4HE6vG3wI2H77J6zN7S6NLyAGA19t1vx|-nYktPyWzuhjPxzGo9Zse4H-VYXLPGGNbI0I1rwZyRw1gjc7u|
go1.7rc1|GRNOqTPcKvpq3FrFjsdrN-bM8OfkQZHyjD4Kvm6SjuI1abjyb|uuCzUFk7AoqLXgG0Sk6Ad0Iz8jkPVXjGVvWhrBUpQ9I1gsnok|
go1.7beta2|mmnqqzVoqiM17h3E_G1Syx-QixYKaOUUStlYYz0eWQk1a8mp9|Ycws2ST4pN53VScivQ_hDA9CNX-BEZaBmt9Xj0UwhLQ1gn7c7|
go1.7beta1|0HLxZxaWl3XJTQNhZgBflJOJoiAgJsZb-2IhDGmf97Y18yea0|XhLTR6n4ABCkQ8OeZtuytUDtGpxvF08MZe21m7I4k8o1fbk04|
go1.6.4|kfs-E9-6lMEzNKPOg2Ltbf0OXpTEoSUVFyI1ccJBDXM1btfpc|T8hxrAP1yll4rSroYBkuajncKxKGr76G9JR_qrhKsjE1jlokg|
go1.6.3|OqjDIIJyFDwurbZ5dubkEEipX_WsC1XqSzsMiKnKGoo1aev8r|ahjl7Ys5eFM4mGrsxqPzb1xL4ob_UtsK47zSJ1q3DfA1ij0ut|
go1.6.2|uviwQSFFkR_RA0h1_pXx8LfU5_WSccVkLwrXigF9ck41av1lk|Q2ehR7Y1HEl1cyN1ohoJjJDSbKDpSCRfYCKVqrOJ4NA1in9vh|
go1.6.1|fs2HgBWwvGAlS1jgLuT-priQQZXty8h3nYRyqV9IoJ01aup05|FQWvvMX3FZjG_9KlatVQ5OhyjAVknpCF9yXjjWtaD7g1imq7z|
go1.6|rEGkb0TQ6luDrX5qVe4dWMagG3q3NC4kPyMlEDQvFvA1adbr5|G-Bq-kaWZtY2oAkodVxLzWQDoB9XYZRrKxO4pmT4a6w1ih8aq|
go1.6rc2|fsvTxyqZbm1_gaPGIb6rMKJe2xNASOBpTL1SDhDrEE41acgpf|C6PsaUc6kFKDZe9WJrX_iS9SqycJsP8Kd3qB9ab08lE1ig9qe|
go1.6rc1|p0UYnS5rx5FTzTaOBA2ZhRP1l-Djp6SVhE3X0AN4vos1ac89d|MOSCbkSwh1zuxBWwEZ6SPyH8m9twYuv6jeM-jXwXRuU1ifza7|
go1.6beta2|LtMdusATPZdwWnHx5C4LQP8XbsA_irYHtbpxlV7Mnn01azivj|5OIK8hcad8GBLdxvoAKW5zRg-5KxyJZgziEJzfrVidY1j4839|
go1.6beta1|-.1as27l|-.1iv3kf|
go1.5.4|FrKDFSkbjL9zYUtnWnGYAVo1vy7H0mktlcv07ifFVdk18dy81|EgEFPVZZpfxcgt_1jD6u5m7NApAWIXJc_f_xaBJ4vRo1fnrxm|
go1.5.3|81zvo_g0YRYRJJvGYH34BLC7gc4G5EQHjh-gCh2BHgY17x9xm|CoY7oQVgxR-mxNStEYCrvDIgt-zUEVkWDDIvCxngZGA1fhp5x|
go1.5.2|-.17x1me|-.1d65il|
go1.5.1|-.17sym0|-.1d1yp7|
go1.5|-.17rtlu|-.1d0pp1|
go1.5rc1|-.17qveo|-.1d02vy|
go1.5beta3|-.18hta6|-.1dsx6m|
go1.5beta2|-.0|-.0|
go1.5beta1|-.0|-.0|
go1.4.3|-.v9nkb|-.11irfb|
go1.4.2|-.0|-.0|
go1.4.1|-.0|-.0|
go1.4|-.0|-.0|
go1.4rc2|-.0|-.0|
go1.4rc1|-.0|-.0|
go1.4beta1|-.0|-.0|
go1.3.3|-.0|-.0|
go1.3.2|-.0|-.0|
go1.3.1|-.0|-.0|
go1.3|-.0|-.0|
go1.3rc2|-.0|-.0|
go1.3rc1|-.0|-.0|
go1.2.2|-.0|-.0|`;

// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
;// CONCATENATED MODULE: ./lib/release/builtin.js


/**
 * The index of go.dev's Windows ZIPs that is built into the action: what go.dev/dl listed on {@link builtinDate}. It is one string, made by
 * lab/build-index.ts: a line `\ngo1.25.3|<386>|<amd64>|<arm64>` per release, each field empty where there is no such file, else 43 characters
 * of base64url for the SHA-256 (or `-.` where go.dev publishes none) and the size in base 36. Looking one up decodes that one alone.
 */

const HASH_LENGTH = 43;
/**
 * One release, by its semver; undefined where the index has none of that name and architecture.
 * `sha256` is empty for the old ones that go.dev publishes no SHA-256 for (before Go 1.5.3).
 */
function builtinRelease(version, architecture) {
    const head = `\n${(0,names/* toGoVersion */.ME)(version)}|`;
    const start = rows.indexOf(head);
    if (start < 0)
        return undefined;
    const end = rows.indexOf('\n', start + 1);
    const fields = rows.slice(start + head.length, end < 0 ? undefined : end).split('|');
    return builtin_decode(version, architecture, fields[names/* architectures */.f2.indexOf(architecture)]);
}
/** Every release of an architecture, the newest first. */
function builtinReleases(architecture) {
    const column = names/* architectures */.f2.indexOf(architecture) + 1;
    return rows.split('\n').flatMap((row) => {
        const fields = row.split('|');
        const version = (0,names/* toSemver */.Ud)(fields[0] ?? '');
        return (version === undefined ? undefined : builtin_decode(version, architecture, fields[column])) ?? [];
    });
}
function builtin_decode(version, architecture, field = '') {
    if (field === '')
        return undefined;
    const hashed = !field.startsWith('-.');
    const sha256 = hashed ? Buffer.from(field.slice(0, HASH_LENGTH), 'base64url').toString('hex') : '';
    const size = Number.parseInt(field.slice(hashed ? HASH_LENGTH : 2), 36);
    return (0,names/* describeRelease */.NC)(version, architecture, sha256, size);
}

// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
;// CONCATENATED MODULE: ./lib/release/list.js



/** True for a body that is a web page: what proxies, captive portals and servers that know no such list answer, often with 200. */
function looksLikeWebPage(body) {
    return /^[\s\ufeff]*</.test(body.slice(0, 1024));
}
/**
 * Reads a release list shaped as go.dev's (`https://go.dev/dl/?mode=json&include=all`: an array of
 * `{version, stable, files: [{filename, os, arch, version, sha256, size, kind}]}`) and keeps the ZIPs for Windows of the architectures that
 * we serve. Those are checked field by field, so that their names are safe in a path and a URL; files for other systems, kinds and fields
 * that we do not know, and releases named in a way that we do not know are passed over, for the list grows.
 *
 * @param source the list's origin for messages, without credentials
 * @returns in the list's order; may be empty when the list is sound but has nothing for Windows
 * @throws SetupError E_LIST naming the first wrong field
 */
function parseReleaseList(body, source) {
    if (looksLikeWebPage(body)) {
        throw new errors/* SetupError */.w('E_LIST', `${source} answered with a web page, not with the release list.`, {
            remedy: `Check that the address is the one of a Go release list and that no proxy or login page answers in its place. From a mirror without a list give an exact version.`,
            evidence: [`the answer begins: ${(0,release_spec/* quote */.h)(body.trimStart())}`],
        });
    }
    const list = parseJson(body, source);
    const wrong = (path, expected, value) => new errors/* SetupError */.w('E_LIST', `The release list of ${source} is not sound: ${path} should be ${expected}.`, {
        remedy: 'Try again later; when it is a mirror, have its list rebuilt from go.dev/dl/?mode=json&include=all.',
        evidence: [`${path}: ${value === undefined ? 'missing' : (0,release_spec/* quote */.h)(JSON.stringify(value))}`],
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
            const release = readFile(file, version, semver, (field, expected) => wrong(`${path}.${field}`, expected, file[field]));
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
/** One file of a release, checked; undefined when it is no Windows ZIP that we serve. */
function readFile(file, version, semver, wrong) {
    for (const field of ['os', 'arch', 'kind'])
        if (typeof file[field] !== 'string')
            throw wrong(field, 'a string');
    if (semver === undefined || file['os'] !== 'windows' || file['kind'] !== 'archive')
        return undefined;
    // The list speaks Go's words alone, so `x64` in it is none of ours; 32-bit ARM (`arm`, `armv6l`) is not served.
    const arch = String(file['arch']);
    const architecture = ['386', 'amd64', 'arm64'].includes(arch) ? (0,names/* parseArchitecture */.ZN)(arch) : undefined;
    if (architecture === undefined)
        return undefined;
    const filename = (0,names/* archiveName */.uv)(version, architecture);
    if (file['filename'] !== filename)
        throw wrong('filename', `'${filename}'`);
    if (file['version'] !== undefined && file['version'] !== version)
        throw wrong('version', `'${version}'`);
    const { sha256 = '', size = 0 } = file;
    if (typeof sha256 !== 'string' || !/^(?:[0-9a-f]{64})?$/i.test(sha256))
        throw wrong('sha256', '64 hexadecimal digits, or empty');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw wrong('size', 'a whole number of bytes');
    return (0,names/* describeRelease */.NC)(semver, architecture, sha256.toLowerCase(), size);
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
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/release/hash.js




/** True when the release's hash is go.dev's for the very same file, as far as the built-in index knows. */
function isOfficial(release) {
    const known = builtinRelease(release.version, release.architecture);
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
    const { version, architecture, filename } = release;
    const known = builtinRelease(version, architecture);
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
        `built-in index of ${date}: none`,
    ];
    if (options.offline)
        throw withoutHash(release, [...tried, 'go.dev: not asked, offline']);
    try {
        const body = await options.goDev.readList();
        const list = body === undefined ? [] : parseReleaseList(body, options.goDev.label);
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
        return { releases: parseReleaseList(body, mirror.label) };
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
    const { architecture, resolution } = options;
    if (spec.kind === 'exact')
        return (0,names/* describeRelease */.NC)(spec.version, architecture, '', 0);
    const chosen = (0,release_select/* selectRelease */.gQ)(spec, builtinReleases(architecture), resolution);
    if (chosen === undefined) {
        if (listing.error !== undefined)
            throw listing.error;
        const source = `${mirror.label} (which has no release list; this is the built-in index of ${date})`;
        throw (0,release_select/* notFound */.mX)(request, names/* architectures */.f2.flatMap(builtinReleases), architecture, source);
    }
    const answer = `the built-in index of ${date} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${chosen.version}`;
    options.warn(`${listing.reason}: ${answer}.`);
    return { ...chosen, sha256: '', size: 0 };
}

;// CONCATENATED MODULE: ./lib/release/resolve.js







/**
 * From a request that the tool cache did not answer to the one ZIP that answers it, and the hash that it must have: docs/architecture.md, "Which
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
    const { architecture, resolution } = options;
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
        const release = (0,release_select/* selectRelease */.gQ)(spec, builtinReleases(architecture), resolution);
        if (release === undefined)
            throw error;
        const answer = `the built-in index of ${date} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${release.version}`;
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
    const { architecture, resolution } = options;
    if (spec.kind === 'exact')
        return builtinRelease(spec.version, architecture);
    if (spec.kind === 'alias' || resolution !== 'lowest')
        return undefined;
    const lowest = (0,release_select/* selectRelease */.gQ)(spec, builtinReleases(architecture), 'lowest');
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
    if (body !== undefined)
        return parseReleaseList(body, goDev.label);
    throw new errors/* SetupError */.w('E_NETWORK', `${goDev.label} says that it has no release list.`, {
        remedy: 'Check what answers in place of go.dev (a proxy, say), or give a mirror in go-download-base-url.',
    });
}
function offline({ spec, origin }, options) {
    const wanted = `${(0,release_spec/* quote */.h)(spec.text)} (${origin})`;
    const known = builtinReleases(options.architecture).map((one) => one.version);
    const nearest = (0,release_select/* nearestVersions */.Az)(spec, known, 3).join(', ');
    const newest = spec.kind !== 'exact' && options.checkLatest;
    const why = newest
        ? `check-latest needs the release list for ${wanted}`
        : `${wanted} is not in the built-in index of ${date} and needs go.dev's release list`;
    return new errors/* SetupError */.w('E_NETWORK', `Offline rules out what was asked for: ${why}.`, {
        remedy: newest
            ? 'Set check-latest or offline to false, or give a local directory with a release list in go-download-base-url.'
            : `Use a version that the index knows (nearest: ${nearest}), give a local directory in go-download-base-url, or set offline to false.`,
    });
}

// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/toolcache/find.js + 4 modules
var find = __webpack_require__(5220);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/toolcache/lock-record.js



const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;
/** Readers of a record, waiters and scanners, have it open for moments. */
const RECORD_PATIENCE_MS = 2000;
/** A scanner has a new file open for moments. */
const READ_PATIENCE_MS = 300;
/**
 * Writes who holds a lock beside it, in place of a dead owner's record, and begins to keep it fresh.
 *
 * @param record its path
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined when the record says that an owner on another machine lives
 * @throws a file system error
 */
async function claimRecord(record, runner, seen) {
    const owner = { host: (0,external_node_os_.hostname)(), pid: process.pid, runner, since: new Date().toISOString() };
    const text = JSON.stringify(owner);
    const draft = `${record}.new`;
    const before = await readOwner(record);
    await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.writeFile)(draft, text), undefined, RECORD_PATIENCE_MS);
    if (before !== undefined && before.host !== owner.host && (await isAlive(record, draft, seen)))
        return undefined;
    // Windows replaces no file that somebody reads.
    await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.rename)(draft, record), undefined, RECORD_PATIENCE_MS);
    const isOurs = async () => (await (0,external_node_fs_promises_.readFile)(record, 'utf8')) === text;
    const heartbeat = setInterval(() => {
        // Written, not touched: the time is then the file server's, which every waiter sees alike.
        isOurs()
            .then((ours) => (ours ? overwrite(record, text) : undefined))
            .catch(() => { });
    }, HEARTBEAT_MS);
    heartbeat.unref();
    return {
        before,
        async withdraw() {
            clearInterval(heartbeat);
            // Where this process slept for a minute, the record may be another's by now.
            if (await isOurs().catch(() => true))
                await (0,files/* removeTree */.dM)(record, undefined, RECORD_PATIENCE_MS).catch(() => { });
        },
    };
}
/** Who holds a lock, or did when it died; undefined where that cannot be read. */
async function readOwner(record) {
    try {
        const text = await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.readFile)(record, 'utf8'), undefined, READ_PATIENCE_MS);
        const owner = JSON.parse(text);
        return typeof owner?.host === 'string' && typeof owner.pid === 'number'
            ? owner
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Writes the same bytes again, so that no reader ever finds less. */
async function overwrite(file, text) {
    const handle = await (0,external_node_fs_promises_.open)(file, 'r+');
    try {
        await handle.write(text, 0);
    }
    finally {
        await handle.close();
    }
}
/**
 * Whether the owner on another machine, whose record this is, lives: no heartbeat for 60 s means that it does not. The clocks of the two
 * may differ, so the times that count are those that the file server gave to the record and to a file just written; and a
 * record that does not change while somebody watches it for that long is old, whatever its time says.
 */
async function isAlive(record, justWritten, seen) {
    const [heartbeat, now] = await Promise.all([record, justWritten].map((file) => (0,external_node_fs_promises_.stat)(file).catch(() => undefined)));
    if (heartbeat === undefined || now === undefined)
        return false;
    if (seen && seen.mtimeMs !== heartbeat.mtimeMs) {
        seen.mtimeMs = heartbeat.mtimeMs;
        seen.since = performance.now();
    }
    const watched = seen === undefined ? 0 : performance.now() - seen.since;
    return now.mtimeMs - heartbeat.mtimeMs < STALE_MS && watched < STALE_MS;
}

;// CONCATENATED MODULE: ./lib/toolcache/lock.js







/**
 * libuv's UV_FS_O_EXLOCK: on Windows the file is opened with share mode 0, so a second open fails with EBUSY, and the system
 * closes the handle when the process dies, however it dies.
 */
const NO_SHARING = 0x10000000;
const LONGEST_PAUSE_MS = 1000;
/**
 * Waits for a lock of a tool cache and takes it. The lock is an open file, so that a dead owner on this machine never blocks; the owner's
 * record beside it is for messages, and for owners on other machines, whose file server may not know share modes: such a lock is free
 * when its record got no heartbeat for 60 s.
 *
 * @param root the tool cache
 * @param name what is locked; letters, digits, dots and hyphens
 * @throws SetupError E_LOCKED naming the owner after `timeoutMs`; a file system error where the lock file cannot be made
 */
async function acquireLock(root, name, options) {
    const started = performance.now();
    const seen = { mtimeMs: undefined, since: started };
    let told = Number.NEGATIVE_INFINITY;
    for (let pause = 50;; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        options.signal?.throwIfAborted();
        const lock = await tryLock(root, name, options.runner, seen);
        if (lock !== undefined)
            return lock;
        const waited = performance.now() - started;
        const owner = await readOwner(ownerFile(root, name));
        if (waited >= options.timeoutMs)
            throw stillLocked(root, name, owner, waited);
        if (waited - told >= 30_000) {
            told = waited;
            options.onWait?.(owner, waited);
        }
        await (0,promises_.setTimeout)(Math.min(pause, options.timeoutMs - waited + 1), undefined, signalOption(options.signal)).catch(() => { });
    }
}
/**
 * Takes a lock if it is free, without waiting.
 *
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined while another process holds it
 * @throws a file system error where the lock file cannot be made
 */
async function tryLock(root, name, runner, seen) {
    const file = lockFile(root, name);
    await (0,external_node_fs_promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
    const handle = await openUnshared(file);
    if (handle === undefined)
        return undefined;
    try {
        const record = await claimRecord(ownerFile(root, name), runner, seen);
        if (record === undefined) {
            await handle.close();
            return undefined;
        }
        return {
            takenFrom: record.before,
            async release() {
                await record.withdraw();
                await handle.close().catch(() => { });
            },
        };
    }
    catch (error) {
        await handle.close().catch(() => { });
        throw error;
    }
}
/** @returns undefined when another process has the file open */
async function openUnshared(file) {
    try {
        return await (0,external_node_fs_promises_.open)(file, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT | NO_SHARING);
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) === 'EBUSY')
            return undefined;
        throw error;
    }
}
function stillLocked(root, name, owner, waitedMs) {
    const holder = owner
        ? `${owner.runner} (process ${owner.pid} on ${owner.host}, since ${owner.since})`
        : 'a process that left no name';
    const seconds = Math.round(waitedMs / 1000);
    return new errors/* SetupError */.w('E_LOCKED', `${holder} still holds the lock on ${name} after ${seconds} s.`, {
        remedy: 'See what that job is doing; end it if it hangs. A longer wait is set by the input lock-timeout.',
        evidence: [`lock ${lockFile(root, name)}`],
    });
}
function signalOption(signal) {
    return signal ? { signal } : {};
}
function lockFile(root, name) {
    return external_node_path_.join((0,layout/* stateDirectory */.FK)(root), 'locks', `${name}.lock`);
}
function ownerFile(root, name) {
    return external_node_path_.join((0,layout/* stateDirectory */.FK)(root), 'locks', `${name}.json`);
}

;// CONCATENATED MODULE: ./lib/toolcache/leftovers.js





/**
 * Removes the temporary directories of installations that were killed, of every version in this tool folder. Those of a living one are
 * told by their lock. Never fails an installation.
 *
 * @param own the entry whose lock the caller holds
 * @throws the signal's reason
 */
async function sweepLeftovers(own, options) {
    const folder = external_node_path_.join(own.root, own.tool);
    for (const version of await leftovers_names(folder)) {
        for (const name of await leftovers_names(external_node_path_.join(folder, version))) {
            const architecture = ['x64', 'x86', 'arm64'].find((known) => name.startsWith((0,layout/* temporaryPrefix */.wd)({ architecture: known })));
            if (architecture === undefined)
                continue;
            options.signal.throwIfAborted();
            const entry = { ...own, version, architecture };
            if (version === own.version && architecture === own.architecture) {
                await removeLeftover(external_node_path_.join(folder, version, name), options);
                continue;
            }
            const lock = await tryLock(own.root, (0,layout/* lockName */.l4)(entry), options.runner).catch(() => undefined);
            if (lock === undefined)
                continue;
            try {
                await removeLeftover(external_node_path_.join(folder, version, name), options);
                await (0,external_node_fs_promises_.rmdir)(external_node_path_.join(folder, version)).catch(() => { }); // goes only when empty
            }
            finally {
                await lock.release();
            }
        }
    }
}
async function removeLeftover(leftover, { signal, onRepair }) {
    try {
        await (0,files/* removeTree */.dM)(leftover, signal);
        onRepair(`Removed ${leftover}, left by an installation that was interrupted`);
    }
    catch {
        signal.throwIfAborted();
        onRepair(`Could not remove ${leftover}, left by an installation that was interrupted`);
    }
}
async function leftovers_names(directory) {
    return (0,external_node_fs_promises_.readdir)(directory).catch(() => []);
}

;// CONCATENATED MODULE: ./lib/toolcache/withdraw.js




/** A marker that cannot be removed would vouch for the tree that comes. */
const withdraw_PATIENCE_MS = 15_000;
/** A way back that does not open soon is left to the next run, which finds a torn entry. */
const RESTORE_MS = 2000;
/**
 * Takes away what stands in the place of a tree: marker first, so that nobody starts to use it; then the tree, or the link in place of one, by
 * a rename. Where the rename fails, as it does on Windows while anyone has a file in it open, everything is left as it was.
 *
 * @throws a file system error; the signal's reason
 */
async function withdraw(entry, signal) {
    const tree = (0,layout/* treePath */.ON)(entry);
    const records = [(0,layout/* sidecarPath */.n8)(entry), (0,layout/* markerPath */.Ar)(entry)];
    const contents = await Promise.all(records.map((file) => (0,external_node_fs_promises_.readFile)(file).catch(() => undefined)));
    let aside;
    async function restoreRecords() {
        for (const [index, file] of records.entries()) {
            const content = contents[index];
            if (content !== undefined)
                await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.writeFile)(file, content), undefined, RESTORE_MS);
        }
    }
    try {
        for (const file of [...records].reverse())
            await (0,files/* removeTree */.dM)(file, signal, withdraw_PATIENCE_MS);
        const found = await (0,external_node_fs_promises_.lstat)(tree).catch((error) => {
            if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
                return undefined;
            throw error;
        });
        const place = (0,layout/* temporaryPath */.l5)(entry);
        if (found) {
            await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.rename)(tree, place), signal);
            aside = place;
        }
    }
    catch (error) {
        await restoreRecords().catch(() => { });
        throw error;
    }
    return {
        async restore() {
            const from = aside;
            if (from === undefined)
                return; // a marker without a tree is nothing to put back
            await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.rename)(from, tree), undefined, RESTORE_MS);
            aside = undefined;
            await restoreRecords();
        },
        async remove(stop) {
            if (aside !== undefined)
                await (0,files/* removeTree */.dM)(aside, stop);
        },
    };
}

;// CONCATENATED MODULE: ./lib/toolcache/publish.js









/**
 * Puts a tree into the tool cache, so that other runners see it whole or not at all: under a lock, into a staging directory beside its
 * final place, by one rename; the `.complete` marker comes last. What stood in its place is moved away first, put back when the new tree is
 * refused, and removed when that one is in use.
 *
 * @returns `reused` when another runner, or another action, which knows nothing of our lock, had published it meanwhile
 * @throws SetupError E_LOCKED, E_PERMISSION, E_DISK, and whatever `fill` and `check` throw
 */
async function publish(entry, options) {
    const parent = external_node_path_.dirname((0,layout/* treePath */.ON)(entry));
    try {
        const lock = await acquireLock(entry.root, (0,layout/* lockName */.l4)(entry), {
            runner: options.runner,
            timeoutMs: options.lockTimeoutMs,
            signal: options.signal,
            onWait: options.onWait,
        });
        try {
            if (lock.takenFrom)
                options.onRepair(`Took over the lock of ${lock.takenFrom.runner}, which ended without releasing it`);
            if (await usable(entry, options))
                return 'reused';
            await sweepLeftovers(entry, options);
            return await install(entry, options);
        }
        finally {
            await lock.release();
        }
    }
    catch (error) {
        throw (0,files/* explainFileError */.Yd)(error, 'install into', parent);
    }
}
async function usable(entry, options) {
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    return found.state === 'whole' && options.accepts(found);
}
async function install(entry, options) {
    const { signal } = options;
    const staging = (0,layout/* temporaryPath */.l5)(entry);
    await (0,external_node_fs_promises_.mkdir)(staging, { recursive: true });
    let replaced;
    try {
        const provenance = await options.fill(staging);
        signal.throwIfAborted();
        replaced = await takePlace(entry, staging, options);
        if (replaced === undefined) {
            await discard(staging);
            return 'reused';
        }
        await options.check((0,layout/* treePath */.ON)(entry));
        signal.throwIfAborted();
        const sidecar = `${JSON.stringify(provenance, undefined, 2)}\n`;
        await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.writeFile)((0,layout/* sidecarPath */.n8)(entry), sidecar), signal);
        await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.writeFile)((0,layout/* markerPath */.Ar)(entry), ''), signal);
    }
    catch (error) {
        if (replaced)
            await giveUpPlace(entry, staging, replaced, signal);
        // A cancelled step has seconds to live: the next run removes what is left.
        if (!signal.aborted)
            await discard(staging);
        throw error;
    }
    await replaced.remove(signal).catch(() => {
        options.onRepair(`Could not remove the old tree of ${(0,layout/* treePath */.ON)(entry)} yet; a later run will`);
    });
    return 'published';
}
/** Something came into the place of the tree after it had been freed. */
class Occupied extends Error {
}
const ATTEMPTS = 3;
/**
 * Moves a tree from staging to its place, and what stands there aside.
 * @returns what stood there; undefined when it is a tree that will do, which stays
 */
async function takePlace(entry, staging, options) {
    const tree = (0,layout/* treePath */.ON)(entry);
    for (let attempt = 1;; attempt++) {
        if (await usable(entry, options))
            return undefined;
        const replaced = await withdraw(entry, options.signal);
        try {
            await (0,files/* retry */.L5)(async () => {
                if (await isThere(tree))
                    throw new Occupied();
                await (0,external_node_fs_promises_.rename)(staging, tree);
            }, options.signal);
            return replaced;
        }
        catch (error) {
            // Where the place is taken the old tree cannot go back to it; the next run removes it.
            await replaced.restore().catch(() => { });
            if (!(error instanceof Occupied))
                throw error;
            if (attempt === ATTEMPTS)
                throw contested(tree);
        }
    }
}
/** Takes a tree that was refused, or whose step was cancelled, out of its place again, and puts back what stood there. */
async function giveUpPlace(entry, staging, replaced, signal) {
    const tree = (0,layout/* treePath */.ON)(entry);
    await (0,files/* removeTree */.dM)((0,layout/* markerPath */.Ar)(entry)).catch(() => { });
    await (0,files/* removeTree */.dM)((0,layout/* sidecarPath */.n8)(entry)).catch(() => { });
    await (0,files/* retry */.L5)(() => (0,external_node_fs_promises_.rename)(tree, staging), undefined, signal.aborted ? 0 : 2000).catch(() => signal.aborted ? undefined : (0,files/* removeTree */.dM)(tree).catch(() => { }));
    await replaced.restore().catch(() => { });
}
async function discard(staging) {
    await (0,files/* removeTree */.dM)(staging).catch(() => { });
    await (0,external_node_fs_promises_.rmdir)(external_node_path_.dirname(staging)).catch(() => { }); // goes only when empty
}
function contested(tree) {
    return new errors/* SetupError */.w('E_LOCKED', `Something else keeps writing to ${tree} while it is being installed.`, {
        remedy: 'See which other action or job installs this version at the same time (actions/setup-go takes no lock), and run the step again.',
        evidence: [`tree ${tree}`],
    });
}
async function isThere(file) {
    return (0,external_node_fs_promises_.lstat)(file).then(() => true, () => false);
}

// EXTERNAL MODULE: ./lib/toolcache/verify.js + 1 modules
var verify = __webpack_require__(7978);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
;// CONCATENATED MODULE: ./lib/install.js













/**
 * Installs the Go that a request means: finds the release and its hash, then downloads, verifies, unpacks and publishes it, unless the tool
 * cache turns out to have that very release.
 *
 * @throws SetupError with the code of whatever stood in the way
 */
async function install_install(request, context) {
    const { inputs, log, signal } = context;
    const http = createHttp({
        userAgent: 'setup-go-win',
        signal,
        onRetry: (line) => log.info(line),
        ...(inputs.mirrorToken !== '' && /^https?:/i.test(inputs.mirror)
            ? { token: { origin: inputs.mirror, value: inputs.mirrorToken } }
            : {}),
    });
    try {
        return await resolveAndInstall(request, http, context);
    }
    finally {
        http.close();
    }
}
async function resolveAndInstall(request, http, context) {
    const { inputs, host, log } = context;
    const mirror = openMirror(http, context);
    const goDev = openOrigin('https://go.dev/dl', { http });
    const resolved = await resolveRelease(request, {
        architecture: (0,toolchain/* architectureOf */.NJ)(context),
        resolution: inputs.resolution,
        checkLatest: inputs.checkLatest,
        offline: inputs.offline,
        officialOnly: inputs.officialOnly,
        ...(inputs.checksum === '' ? {} : { checksum: inputs.checksum }),
        ...(mirror ? { mirror } : {}),
        goDev,
        note: (line) => log.info(line),
        warn: (line) => log.warn(line),
    });
    const { release, official, hashSource } = resolved;
    const entry = {
        root: host.toolCache,
        tool: official || inputs.mirror === '' ? layout/* OFFICIAL_TOOL */.ny : (0,layout/* mirrorTool */.Yd)(inputs.mirror),
        version: release.version,
        architecture: release.architecture,
    };
    const { hit, torn } = await (0,find/* findInToolCache */.l)({ kind: 'exact', version: release.version, text: release.goVersion }, 
    // Where the mirror did not say which build this is, one of either kind will do, as for an exact version.
    { ...(0,toolchain/* search */.$P)(context), ...(hashSource === 'built-in index' ? {} : { tools: [entry.tool] }) });
    for (const one of torn)
        log.info(`${(0,find/* describeTorn */.V)(one)}: ${hit ? 'not used' : 'installing it anew'}`);
    if (hit)
        return (0,toolchain/* useHit */.r$)(hit.entry, hit.found, context);
    return fetchInto(entry, resolved, mirror ?? goDev, context);
}
async function fetchInto(entry, resolved, origin, context) {
    const { inputs, host, log, signal } = context;
    const { release, hashSource, official } = resolved;
    if (inputs.offline && !origin.local)
        throw offlineMiss(release.goVersion, inputs.mirror === '' ? origin.label : (0,display_url/* displayUrl */.Q)(inputs.mirror));
    const size = release.size > 0 ? ` (${(0,report_log/* formatBytes */.z3)(release.size)})` : '';
    log.info(`Installing ${release.goVersion} from ${origin.label}${size}, SHA-256 from the ${hashSource}`);
    if (!official)
        log.info(`${release.goVersion} from ${origin.label} is not the official build: its hash is none that is known to be go.dev's`);
    let provenance;
    const outcome = await publish(entry, {
        runner: host.runner,
        lockTimeoutMs: inputs.lockTimeoutMs,
        signal,
        accepts: (found) => (0,toolchain/* accepts */.G3)(found, inputs),
        onWait: (owner, waitedMs) => {
            const who = owner ? `${owner.runner} (process ${owner.pid} on ${owner.host})` : 'another process';
            log.info(`Waiting for ${who}, which is installing the same version; ${(0,report_log/* formatDuration */.a3)(waitedMs)} so far`);
        },
        onRepair: (line) => log.info(line),
        fill: async (staging) => {
            const started = Date.now();
            const source = origin.archive(release.filename);
            const tree = await fetchTree(source, release, staging, {
                timeoutMs: inputs.downloadTimeoutMs,
                signal,
                onProgress: (0,report_log/* progressLines */.Ld)(log),
                onNote: (line) => log.info(line),
            });
            log.info(`Downloaded ${(0,report_log/* formatBytes */.z3)(tree.bytesDownloaded)} in ${(0,report_log/* formatDuration */.a3)(tree.downloadMs)}, ` +
                `unpacked ${tree.files} files (${(0,report_log/* formatBytes */.z3)(tree.bytesUnpacked)}) with ${tree.writers} writer(s): ${(0,report_log/* formatDuration */.a3)(Date.now() - started)} in all`);
            log.info(`Verified SHA-256 ${tree.sha256}`);
            provenance = {
                schema: 1,
                goVersion: release.goVersion,
                architecture: release.architecture,
                sha256: tree.sha256,
                size: tree.size,
                source: `${origin.label}/${release.filename}`,
                hashSource,
                official,
                installedAt: new Date().toISOString(),
            };
            return provenance;
        },
        check: async (tree) => log.info(await (0,verify/* verifyTree */.a)(tree, entry, host.architecture, signal)),
    });
    if (outcome === 'reused') {
        log.info('Another runner installed it meanwhile');
        const found = await (0,inspect/* inspectEntry */.pg)(entry);
        if (found.state === 'whole')
            return (0,toolchain/* useHit */.r$)(entry, found, context);
        throw new errors/* SetupError */.w('E_VERIFY', `${(0,layout/* treePath */.ON)(entry)} was whole a moment ago and is not any more.`, {
            remedy: 'See what else changes the tool cache (a clean-up job, another action), and run the step again.',
        });
    }
    log.info(`Published ${(0,layout/* treePath */.ON)(entry)}`);
    return {
        version: entry.version,
        goVersion: release.goVersion,
        goroot: (0,layout/* treePath */.ON)(entry),
        architecture: entry.architecture,
        source: origin.official ? 'go.dev' : 'mirror',
        official,
        hit: false,
        provenance,
    };
}
/** The mirror, when one is given and may be asked: offline leaves only one on disk. */
function openMirror(http, { inputs, log }) {
    if (inputs.mirror === '')
        return undefined;
    const mirror = openOrigin(inputs.mirror, { http });
    if (!inputs.offline || mirror.local)
        return mirror;
    log.info(`The mirror ${mirror.label} is not asked: offline is set`);
    return undefined;
}
function offlineMiss(goVersion, source) {
    return new errors/* SetupError */.w('E_NETWORK', `${goVersion} is not in the tool cache, and offline rules out fetching it from ${source}.`, {
        remedy: 'Put the version into the tool cache beforehand, give a mirror directory as go-download-base-url, or remove offline.',
    });
}


/***/ })

};
