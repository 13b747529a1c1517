export const id = 8202;
export const ids = [8202];
export const modules = {

/***/ 8202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAuditLog: () => (/* binding */ createAuditLog)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/windows/open-alone.js
var open_alone = __webpack_require__(8159);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/report/audit-line.js

/** What stands in `previous` of the very first line. */
const NOTHING_BEFORE = '0'.repeat(64);
/** SHA-256 of a line, in hex. @param line its bytes, without the line end */
function hashLine(line) {
    return (0,external_node_crypto_.createHash)('sha256').update(line).digest('hex');
}
/**
 * A line as it was written; undefined for a torn one, whose writer was killed or lost its power, and for one that no writer of ours made: the
 * same fields can be written as JSON in one way only.
 */
function readAuditLine(line) {
    const text = line.toString('utf8');
    try {
        const value = JSON.parse(text);
        const sound = typeof value === 'object' && value !== null && JSON.stringify(value) === text;
        return sound && Number.isSafeInteger(value.seq)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** The lines of a file's bytes, without line ends; the last one may be one that was not ended. */
function splitLines(bytes) {
    const lines = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        lines.push(bytes.subarray(start, end));
        start = end + 1;
    }
    if (start < bytes.length)
        lines.push(bytes.subarray(start));
    return lines;
}

;// CONCATENATED MODULE: ./lib/report/audit-rotation.js



/** Rotated files that are kept, the newest of them. */
const KEPT = 10;
/** Longer than a scanner has a file open for a look; a collector may hold it for as long as it runs. */
const PATIENCE_MS = 300;
/** `audit-2026-08-19T10-11-12-123Z.jsonl`: by name is by time. */
const ROTATED = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.jsonl$/;
/**
 * Gives a full audit log a name with the time in it, and removes the oldest of those. The caller has the log's lock, and the log is not open.
 *
 * @throws the error of the system where it cannot be renamed now, as while a collector has it open without letting others rename it
 */
async function rotate(file) {
    const before = await rotatedFiles(file);
    // Newer than all others by its name too, whatever the clock says: a rename replaces what has the name already.
    const time = Math.max(Date.now(), timeOf(before.at(-1) ?? '', file) + 1);
    const name = `${stem(file)}-${new Date(time).toISOString().replace(/[:.]/g, '-')}.jsonl`;
    await (0,files/* retry */.L5)(() => (0,promises_.rename)(file, external_node_path_.join(external_node_path_.dirname(file), name)), undefined, PATIENCE_MS);
    for (const old of before.slice(0, Math.max(0, before.length + 1 - KEPT)))
        await (0,promises_.unlink)(external_node_path_.join(external_node_path_.dirname(file), old)).catch(() => { }); // held: a later rotation removes it
}
/** The path of the newest rotated file of an audit log; undefined where there is none. */
async function newestRotated(file) {
    const name = (await rotatedFiles(file)).at(-1);
    return name === undefined ? undefined : external_node_path_.join(external_node_path_.dirname(file), name);
}
/** Names, the oldest first. */
async function rotatedFiles(file) {
    const names = await (0,promises_.readdir)(external_node_path_.dirname(file));
    return names.filter((name) => timeOf(name, file) > 0).sort();
}
/** When a file was rotated, by its name, in milliseconds; 0 for any other name. */
function timeOf(name, file) {
    const start = `${stem(file)}-`;
    const [, hour, minute, second, rest] = (name.startsWith(start) && ROTATED.exec(name.slice(start.length))) || [];
    if (hour === undefined)
        return 0;
    const time = Date.parse(`${hour}:${minute}:${second}.${rest}`);
    return Number.isNaN(time) ? 0 : time;
}
function stem(file) {
    return external_node_path_.basename(file, '.jsonl');
}

;// CONCATENATED MODULE: ./lib/report/audit-file.js









const MAX_BYTES = 5_000_000;
/** The end of a file that is read at first: some dozens of lines. */
const TAIL_BYTES = 64 * 1024;
/**
 * Appends a line to an audit log, by one write that is on the disk when this resolves. Several processes may do so at once: each has the lock file
 * beside it open without sharing meanwhile. A torn last line is ended and stays, as a line of the chain.
 *
 * @param compose makes the line, without its line end, from its place in the chain
 * @returns the line's hash
 * @throws the error of the system; EBUSY where others did not let go of it in time
 */
async function appendLine(file, compose, { patienceMs, maxBytes = MAX_BYTES }) {
    const end = performance.now() + patienceMs;
    await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
    const lockFile = `${file.replace(/\.jsonl$/, '')}.lock`;
    const lock = await whileBusy(() => (0,open_alone/* openAlone */.W)(lockFile, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT), end);
    try {
        const handle = await openForAppend(file, maxBytes, end);
        try {
            return await appendTo(handle, file, compose);
        }
        finally {
            await handle.close();
        }
    }
    finally {
        await lock.close();
    }
}
/** Opens the file, or a new one in its place where it is full. Where a collector holds a full one, that is tried again before the next line. */
async function openForAppend(file, maxBytes, end) {
    const openFile = () => whileBusy(() => (0,promises_.open)(file, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT), end);
    const handle = await openFile();
    const { size } = await handle.stat();
    if (size < maxBytes)
        return handle;
    await handle.close();
    await rotate(file).catch(() => { });
    return await openFile();
}
async function appendTo(handle, file, compose) {
    const { size } = await handle.stat();
    const { link, ended } = await linkTo(handle, size, file);
    const line = Buffer.from(compose(link));
    const bytes = Buffer.concat([Buffer.from(ended ? '' : '\n'), line, Buffer.from('\n')]);
    try {
        const { bytesWritten } = await handle.write(bytes, 0, bytes.length, size);
        if (bytesWritten < bytes.length)
            throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
        await handle.sync();
    }
    catch (error) {
        await handle.truncate(size).catch(() => { }); // else a torn line, which is a line of the chain
        throw error;
    }
    return hashLine(line);
}
/** What the next line of a file has to hold of those before it. */
async function linkTo(handle, size, file) {
    if (size === 0)
        return { link: await linkToRotated(file), ended: true };
    const { lines, ended } = await linesAtEnd(handle, size);
    const before = lastSeq(lines) ?? lines.length + (await linkToRotated(file)).seq - 1;
    return { link: { seq: before + 1, previous: hashLine(lines.at(-1) ?? Buffer.alloc(0)) }, ended };
}
/** What the first line of a new file has to hold: it goes on from the newest of the rotated ones. */
async function linkToRotated(file) {
    const rotated = await newestRotated(file);
    if (rotated === undefined)
        return { seq: 1, previous: NOTHING_BEFORE };
    const handle = await (0,files/* retry */.L5)(() => (0,promises_.open)(rotated, 'r'), undefined, 1000);
    try {
        const { lines } = await linesAtEnd(handle, (await handle.stat()).size);
        const seq = (lastSeq(lines) ?? lines.length) + 1;
        const previous = hashLine(lines.at(-1) ?? Buffer.alloc(0));
        return { seq, previous, continues: external_node_path_.basename(rotated) };
    }
    finally {
        await handle.close();
    }
}
/** Number of the last line, torn lines after the last sound one counted; undefined where none of the lines is sound. */
function lastSeq(lines) {
    for (let torn = 0; torn < lines.length; torn++) {
        const found = readAuditLine(lines[lines.length - 1 - torn]);
        if (found?.seq !== undefined)
            return found.seq + torn;
    }
    return undefined;
}
/** The last lines of a file, a sound one among them, or else all of its lines. */
async function linesAtEnd(handle, size, wanted = TAIL_BYTES) {
    const length = Math.min(size, wanted);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const bytes = buffer.subarray(0, bytesRead);
    // What the first one begins with is not among the bytes.
    const lines = splitLines(bytes).slice(length < size ? 1 : 0);
    if (length < size && lastSeq(lines) === undefined)
        return await linesAtEnd(handle, size, size);
    return { lines, ended: bytes.at(-1) === 10 };
}
/** Tries again while another process keeps the file to itself. Who may not open it is told at once. */
async function whileBusy(operation, end) {
    for (;;) {
        try {
            return await operation();
        }
        catch (error) {
            if ((0,errors/* systemCode */.x)(error) !== 'EBUSY' || performance.now() > end)
                throw error;
        }
        // An append takes some milliseconds; those who wait must not all look at the same moment.
        await (0,external_node_timers_promises_.setTimeout)(5 + Math.random() * 45);
    }
}

// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
;// CONCATENATED MODULE: ./lib/report/audit-log.js




/** How long to wait for others that write. A cancelled step has seconds to live. */
const audit_log_PATIENCE_MS = 5000;
const CANCELLED_MS = 500;
/** So that a line stays one write, and some dozens of them one read. */
const LONGEST_TEXT = 2000;
/** A shorter text stands in many a path, and is no secret that an address has in it. */
const SHORTEST_SECRET = 6;
/** Writes changes to the audit log of this step: at its own place, else, from the first failure on, at the place of last resort. */
function createAuditLog(options) {
    const { log, signal, env } = options;
    const who = { ...whoeverThisIs(env), ...(options.policy === undefined ? {} : { policy: options.policy }) };
    const places = [options.file, options.lastResort].filter((place) => place !== undefined);
    const recorded = [];
    let queue = Promise.resolve();
    async function write(change) {
        const time = new Date().toISOString();
        const compose = ({ previous, ...link }) => JSON.stringify(lineOf(time, who, change, link, previous, options.secrets));
        for (let [place] = places; place !== undefined; [place] = places) {
            try {
                const patienceMs = signal.aborted ? CANCELLED_MS : audit_log_PATIENCE_MS;
                const hash = await appendLine(place, compose, { patienceMs });
                const known = recorded.find((one) => one.file === place);
                if (known)
                    Object.assign(known, { changes: known.changes + 1, hash });
                else
                    recorded.push({ file: place, changes: 1, hash });
                return;
            }
            catch (error) {
                places.shift();
                const instead = places[0] === undefined ? '' : `; it goes to ${places[0]} instead`;
                log.warn(`The audit log ${place} cannot be written (${(0,errors/* systemCode */.x)(error) ?? String(error)})${instead}`);
            }
        }
        const { action, target, outcome, durationMs } = change;
        log.info(`Not recorded: ${action} ${target}, ${outcome}, in ${(0,report_log/* formatDuration */.a3)(durationMs)}`);
    }
    return {
        async record(change) {
            queue = queue.then(() => write(change)).catch((error) => log.info(`Not recorded: ${String(error)}`));
            await queue;
        },
        recorded: () => recorded,
    };
}
function lineOf(time, who, change, { seq, ...rest }, previous, secrets) {
    const said = (text) => withoutSecrets(text, secrets).slice(0, LONGEST_TEXT);
    const { action, target, from, outcome, durationMs } = change;
    return {
        seq,
        time,
        ...who,
        action,
        target: said(target),
        from: said(from),
        outcome,
        durationMs: Math.max(0, Math.round(durationMs)),
        ...rest,
        previous,
    };
}
/** Sources are shown without credentials wherever they are shown; this is for what nobody thought of. */
function withoutSecrets(text, secrets) {
    return secrets
        .filter((secret) => secret.length >= SHORTEST_SECRET)
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}
function whoeverThisIs(env) {
    const told = (name) => (env[name] ?? '').slice(0, 200);
    const attempt = told('GITHUB_RUN_ATTEMPT');
    return {
        host: (0,external_node_os_.hostname)(),
        account: account(env),
        runner: told('RUNNER_NAME'),
        repository: told('GITHUB_REPOSITORY'),
        workflow: told('GITHUB_WORKFLOW'),
        run: `${told('GITHUB_RUN_ID')}${attempt === '' ? '' : `-${attempt}`}`,
        job: told('GITHUB_JOB'),
    };
}
/** `DOMAIN\name`. The name is the system's own word for it; the variables, which a workflow can set, are asked for what it does not say. */
function account(env) {
    const domain = (env['USERDOMAIN'] ?? '').slice(0, 200);
    let name = (env['USERNAME'] ?? '').slice(0, 200);
    try {
        name = (0,external_node_os_.userInfo)().username;
    }
    catch {
        // an account without a profile
    }
    return domain === '' ? name : `${domain}\\${name}`;
}


/***/ })

};
