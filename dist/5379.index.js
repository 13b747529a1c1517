export const id = 5379;
export const ids = [5379];
export const modules = {

/***/ 5379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ fetchVerified)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
// EXTERNAL MODULE: ./lib/network/http.js + 5 modules
var http = __webpack_require__(8771);
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/network/responses.js
var responses = __webpack_require__(8618);
// EXTERNAL MODULE: ./lib/network/retry.js
var retry = __webpack_require__(5192);
;// CONCATENATED MODULE: ./lib/archive/transfer.js


/** The most that is held in memory. Go's archives have less than a tenth of it. */
const MAX_ARCHIVE = 2 ** 30;
/** The failure of an answer of another size than the file has. */
function wrongSize(response, url, expected, actual) {
    response.body.destroy();
    const page = isPage(response) ? ' It is a web page (text/html).' : '';
    return new errors/* SetupError */.w('E_CHECKSUM', `${(0,display_url/* displayUrl */.Qy)(url)} has ${actual} bytes instead of ${expected}: it is not the file that was asked for.${page}`, {
        remedy: 'Have the mirror serve the file as it is on go.dev/dl, or give the hash of another build with the input checksum.',
        evidence: [
            `expected ${expected} bytes`,
            `the server says ${actual} bytes`,
            `from ${(0,display_url/* displayUrl */.Qy)(response.url)}`,
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
        throw (0,responses/* failureOf */.g5)(response, url);
    const said = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    if (said === null || (0,responses/* isEncoded */.fr)(response))
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
    const signal = (0,http/* anySignal */.J)(transfer.signal, failing.signal);
    const queue = cut(total, plan);
    const lanes = new Set();
    const ended = [];
    let resolved = transfer.url;
    async function fetchRange({ start, end }, lane) {
        let at = start;
        const laneSignal = (0,http/* anySignal */.J)(signal, lane.left.signal);
        const what = `${(0,display_url/* displayUrl */.Qy)(transfer.url)} bytes ${start}-${end - 1}`;
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
                await (0,responses/* readBody */.x8)(response, (chunk) => {
                    if (at + chunk.length > said)
                        throw new RangesUnusable('an answer is longer than its Content-Range says');
                    arrival.write(at, chunk);
                    at += chunk.length;
                    transfer.onBytes(chunk.length, arrival.received(), total);
                });
                if (at < said)
                    throw new retry/* TransientFailure */.$(`the answer ended ${said - at} bytes early`);
            }
        };
        await (0,retry/* withRetries */.L)(transfer.http.retries, task, async (number) => {
            try {
                await attempt(number);
            }
            catch (error) {
                const others = [...lanes].some(({ unanswered }) => !unanswered);
                if (!(error instanceof retry/* TransientFailure */.$ && lane.unanswered && number > 1 && others))
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
    const task = { what: (0,display_url/* displayUrl */.Qy)(url), evidence, signal, bytes: () => got };
    return (0,retry/* withRetries */.L)(http.retries, task, async () => {
        got = 0;
        const response = await http.get(url, { signal });
        if (response.status !== 200)
            throw (0,responses/* failureOf */.g5)(response, url);
        const length = (0,responses/* isEncoded */.fr)(response) ? undefined : response.headers['content-length'];
        const said = length === undefined ? undefined : Number(length);
        if (expected > 0 && said !== undefined && said !== expected)
            throw wrongSize(response, url, expected, said);
        const total = expected > 0 ? expected : (said ?? 0);
        if (total > MAX_ARCHIVE)
            throw refuseLarge(response, url, `${total} bytes`);
        const place = total > 0 ? (arrival ?? createArrival(total)) : undefined;
        place?.restart();
        const store = place === undefined ? createStore() : undefined;
        await (0,responses/* readBody */.x8)(response, (chunk) => {
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
            throw new retry/* TransientFailure */.$(`the answer ended ${total - got} bytes early`);
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
    return new errors/* SetupError */.w('E_ARCHIVE', `${(0,display_url/* displayUrl */.Qy)(url)} has ${size}: an archive of Go has at most 1 GiB.`, {
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
        return new errors/* SetupError */.w('E_NOT_FOUND', `There is no such file: ${path}.`, {
            remedy: 'Check the version, and that go-download-base-url names a directory that has this file.',
            cause,
        });
    }
    return new errors/* SetupError */.w('E_NETWORK', `${path} can't be read: ${code ?? String(cause)}.`, {
        remedy: 'Check that the account of the runner may read this directory or share, and that it stays reachable.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/archive/overlap.js

/**
 * Consumes an archive (unpacks it, that is) while it arrives. When one of the two fails the other is stopped, and the first failure is thrown once both
 * have ended. Only an archive that is broken waits for the download: bytes that are not the right ones are broken too, and
 * then that is what there is to say.
 */
async function overlap({ start, verify, consume, signal, }) {
    const stop = new AbortController();
    const abort = () => stop.abort(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', abort, { once: true });
    try {
        const { arrival, done } = await start(stop.signal);
        const arriving = done.then(() => verify(arrival));
        const consuming = consume(arrival, stop.signal);
        arriving.catch((error) => stop.abort(error));
        consuming.catch((error) => {
            if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_ARCHIVE')
                stop.abort(error);
        });
        const [, consumed] = await Promise.allSettled([arriving, consuming]);
        stop.signal.throwIfAborted();
        if (consumed.status === 'rejected')
            throw consumed.reason;
        return { arrival, result: consumed.value };
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}

;// CONCATENATED MODULE: ./lib/archive/fetch.js










/** All bytes came, and they are not the file's. Its message is their SHA-256. */
class WrongBytes extends Error {
}
/**
 * Brings a file into memory, by several ranged requests where the server allows it, and resolves only when its size and SHA-256 are right and
 * the consumer is done. What came wrong in ranges is read once more in one go.
 *
 * The first failure is the one thrown, with one exception: that the archive is broken counts only once its hash has shown that it is the
 * right one.
 *
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE; what the consumer throws; the signal's reason
 */
async function fetchVerified(source, release, consumer, options) {
    const missing = [];
    const end = performance.now() + options.timeoutMs;
    for (const place of [source, ...(source.elsewhere ?? [])]) {
        try {
            return await fetchFrom(place, release, consumer, options, end);
        }
        catch (error) {
            if (!(error instanceof errors/* SetupError */.w) || error.code !== 'E_NOT_FOUND')
                throw error;
            missing.push(error);
            await consumer.discard(options.signal ?? new AbortController().signal);
        }
    }
    const [first, ...others] = missing;
    if (others.length === 0)
        throw first;
    throw new errors/* SetupError */.w('E_NOT_FOUND', first.message, {
        remedy: first.remedy,
        evidence: [...first.evidence, ...others.map((other) => `nor elsewhere: ${other.message}`)],
        cause: first.cause,
    });
}
/** Brings it from one place. @param end when the time is up, by performance.now() */
async function fetchFrom(source, release, consumer, options, end) {
    const where = source.kind === 'http' ? (0,display_url/* displayUrl */.Qy)(source.url) : source.path;
    requireKnown(release, where);
    const expected = release.sha256.toLowerCase();
    const plan = options.ranges ?? RANGE_PLAN;
    const user = options.signal ?? new AbortController().signal;
    const limit = timeLimit(options.timeoutMs, end, where);
    const signal = (0,http/* anySignal */.J)(user, limit.signal);
    const evidence = [];
    const started = performance.now();
    let downloadMs = 0;
    let bytesDownloaded = 0;
    const onBytes = (came, done, total) => {
        bytesDownloaded += came;
        options.onBytes?.(done, total);
    };
    const verify = (arrival) => {
        limit.clear();
        downloadMs = performance.now() - started;
        const actual = arrival.sha256();
        if (actual !== expected)
            throw new WrongBytes(actual);
    };
    const consume = (arrival, stop) => consumer.consume(arrival, stop);
    const overlapped = (start) => overlap({ start, verify, consume, signal });
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
                await consumer.discard(signal);
            }
        }
        limit.start();
        const arrival = await downloadWhole({ ...transfer, signal }, release.size, place);
        verify(arrival);
        return { arrival, result: await consume(arrival, user) };
    }
    try {
        limit.start();
        const { arrival, result } = source.kind === 'http'
            ? await fromServer(source)
            : await overlapped((stop) => readLocal(source.path, release.size, { tail: plan.tail, signal: stop, onBytes }));
        return { arrival, result, bytesDownloaded, sha256: expected, downloadMs };
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
            remedy: 'Check the release list of the mirror: a file of Go has about 80 MB.',
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
/** A signal that is aborted when the time is up. The clock is looked at from `start` to `clear`. @param ms what the time was, for the message */
function timeLimit(ms, end, where) {
    const controller = new AbortController();
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


/***/ })

};
