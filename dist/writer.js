/**
 * The thread that inflates and writes files. Runs as it is, beside the bundled action: it may import nothing but `node:` modules.
 * Everything is synchronous on purpose. Node's asynchronous file calls share four threads that can't be added to from
 * inside on Windows, while each writer is a thread of its own, blocked in the kernel most of the time.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
/** Up to here, creating a file costs more than what is written into it. */
const SMALL = 16 * 1024;
/** Beyond this a file is inflated piece by piece, which bounds the memory of many writers at once. */
const LARGE = 1024 * 1024;
const PIECE = 256 * 1024;
/**
 * What was inflated stays in memory until the collector runs, and it looks at the small heap of a thread, not at the megabytes
 * that buffers hold outside of it: 32 MB a thread before it does anything. So it is asked to; for all of the heap, since a buffer that
 * was in use during two small collections is old, and would stay. A thread's heap is small: it takes some milliseconds.
 */
const GARBAGE = 2 * 1024 * 1024;
/** Waits for whoever holds a file that was just made, a scanner mostly: 630 ms in all. */
const OPEN_RETRIES_MS = [10, 20, 40, 80, 160, 320];
const RETRIED = ['EBUSY', 'EPERM', 'EACCES'];
let archive = new Uint8Array();
/** Only there where hashes are wanted: loading it takes a thread some milliseconds. */
let crypto;
let warm = false;
let stop = new Int32Array(1);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
let garbage = 0;
function discard(bytes) {
    garbage += bytes;
    if (garbage < GARBAGE)
        return;
    garbage = 0;
    collect({ type: 'major' });
}
class ArchiveFault extends Error {
}
const port = parentPort;
port?.on('message', async (message) => {
    if (message.kind === 'open') {
        archive = new Uint8Array(message.archive);
        stop = new Int32Array(message.stop);
        if (message.hash)
            crypto = await import('node:crypto');
        port.postMessage({ kind: 'ready' });
        return;
    }
    const answer = await writeAll(message.files);
    if (!stopped())
        port.postMessage(answer);
});
async function writeAll(files) {
    let bytes = 0;
    let small = 0;
    let smallMs = 0;
    const hashes = [];
    for (const file of files) {
        if (stopped())
            break;
        const from = performance.now();
        try {
            const hash = file.size > LARGE ? await writeLarge(file) : writeWhole(file.path, contentOf(file));
            if (hash !== undefined)
                hashes.push(hash);
        }
        catch (error) {
            const code = error instanceof ArchiveFault ? undefined : (error.code ?? 'UNKNOWN');
            const path = code === undefined ? file.name : file.path;
            return { kind: 'failed', path, code, reason: error.message };
        }
        bytes += file.size;
        if (file.size <= LARGE)
            discard(file.size);
        if (file.size <= SMALL) {
            small += 1;
            smallMs += performance.now() - from;
        }
    }
    const counts = warm;
    warm = true;
    return { kind: 'written', bytes, small: counts ? small : 0, smallMs: counts ? smallMs : 0, hashes };
}
function stopped() {
    return Atomics.load(stop, 0) !== 0;
}
function contentOf(file) {
    const data = archive.subarray(file.start, file.start + file.compressedSize);
    const content = file.method === 0 ? data : inflate(data, file.size);
    if (content.length !== file.size)
        throw new ArchiveFault('it has another size than its directory says');
    if (crc32(content) !== file.crc32)
        throw new ArchiveFault('its CRC does not match');
    return content;
}
function inflate(data, size) {
    // One chunk that holds everything: zlib then neither grows a buffer nor joins several.
    const options = { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size), info: true };
    try {
        // The type does not know of `info`, which adds the engine and with it the count of bytes used.
        const result = inflateRawSync(data, options);
        if (result.engine.bytesWritten !== data.length)
            throw new ArchiveFault('its data goes on after its end');
        return result.buffer;
    }
    catch (error) {
        throw asFault(error);
    }
}
function asFault(error) {
    const { code, message } = error;
    if (code === 'ERR_BUFFER_TOO_LARGE')
        return new ArchiveFault('it is larger than its directory says');
    if (code?.startsWith('Z_') === true)
        return new ArchiveFault(`its data is damaged (${message})`);
    return error;
}
/** @returns the SHA-256 of what was written, where it is wanted */
async function writeLarge(file) {
    const data = archive.subarray(file.start, file.start + file.compressedSize);
    const hash = crypto?.createHash('sha256');
    const fd = create(file.path);
    try {
        let size = 0;
        let sum = 0;
        for await (const piece of file.method === 0 ? slices(data) : inflated(data)) {
            if (stopped())
                return undefined;
            size += piece.length;
            if (size > file.size)
                throw new ArchiveFault('it is larger than its directory says');
            sum = crc32(piece, sum);
            hash?.update(piece);
            writeFully(fd, piece);
            discard(piece.length);
        }
        if (size !== file.size)
            throw new ArchiveFault('it has another size than its directory says');
        if (sum !== file.crc32)
            throw new ArchiveFault('its CRC does not match');
        return hash?.digest('hex');
    }
    finally {
        closeSync(fd);
    }
}
function* slices(data) {
    for (let at = 0; at < data.length; at += PIECE)
        yield data.subarray(at, at + PIECE);
}
async function* inflated(data) {
    const engine = createInflateRaw({ chunkSize: PIECE });
    engine.end(data);
    try {
        for await (const piece of engine)
            yield piece;
    }
    catch (error) {
        throw asFault(error);
    }
    if (engine.bytesWritten !== data.length)
        throw new ArchiveFault('its data goes on after its end');
}
function writeWhole(path, content) {
    const fd = create(path);
    try {
        writeFully(fd, content);
    }
    finally {
        closeSync(fd);
    }
    return crypto?.hash('sha256', content, 'hex');
}
function writeFully(fd, content) {
    for (let done = 0; done < content.length;)
        done += writeSync(fd, content, done, content.length - done);
}
/** Opens a file that must not be there yet. */
function create(path) {
    for (let retry = 0;; retry++) {
        try {
            return openSync(path, 'wx');
        }
        catch (error) {
            const wait = OPEN_RETRIES_MS[retry];
            if (wait === undefined || stopped() || !RETRIED.includes(error.code ?? ''))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
        }
    }
}
