export const id = 7507;
export const ids = [7507];
export const modules = {

/***/ 1695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ digestLines)
/* harmony export */ });
/* unused harmony export DIGEST_LINES */
/* harmony import */ var _message_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6671);

/** Lines of a digest at most, and characters of each. */
const DIGEST_LINES = 15;
const WIDTH = 300;
/**
 * What a user wants to see of a log, most telling first: who failed where, the messages with paths and system errors, who holds files, what
 * waits for a restart, in what state the machine is left. The log's path is the last line.
 *
 * @param logPath where the whole log lies
 * @returns at most {@link DIGEST_LINES} lines
 */
function digestLines(facts, logPath) {
    const telling = [
        ...messageLines(facts),
        ...holderLines(facts),
        ...rebootLines(facts),
        ...facts.missingPackages
            .slice(0, 1)
            .map((path) => `missing: the package ${path} of the installed version`),
        ...facts.restrictions.slice(0, 1),
        ...facts.customActions
            .slice(0, 1)
            .map(({ name, code }) => `custom action${name === '' ? '' : ` ${name}`} returned ${code}`),
    ];
    const failed = failureLines(facts);
    const ends = telling.length === 0 && (failed.length > 0 || !facts.complete) ? lastLines(facts) : [];
    const lines = [...failed, ...telling, ...stateLines(facts), ...ends];
    const tail = logPath === undefined ? [] : [logLine(facts, logPath)];
    return [...lines.slice(0, DIGEST_LINES - tail.length), ...tail].map((line) => oneLine(line));
}
function failureLines({ failingAction, failedRun, result }) {
    const failed = failedRun !== undefined && result !== undefined;
    if (failingAction === undefined)
        return failed ? [`failed: the engine returned ${result}`] : [];
    const of = failedRun === 'replaced' ? ' of the old version, which was being removed' : '';
    const returned = result === undefined ? '' : `; the engine returned ${result}`;
    return [`failed: action ${failingAction.name}${of}${returned}`];
}
/** Errors first, then notes that name a cause; what came after the failure only where nothing came before. */
function messageLines({ messages }) {
    const telling = messages.filter(({ code, win32, severity }) => severity === 'error' || (severity === 'note' && (0,_message_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .explainMessage */ .lP)(code, win32) !== undefined));
    const before = telling.filter(({ beforeFailure }) => beforeFailure);
    const chosen = (before.length > 0 ? before : telling).toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
    const lines = chosen.map((message) => {
        const twins = chosen.filter(({ code, path }) => code === message.code && same(path, message.path));
        return messageLine(message, twins.find(({ win32 }) => win32 !== undefined)?.win32);
    });
    return [...new Set(lines)].slice(0, 4);
}
/** The engine writes each error twice: as a note with its system error, and as a sentence without. A path may be missing in one. */
function same(a, b) {
    return a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase();
}
function messageLine({ code, path, text, beforeFailure }, win32) {
    const system = win32 === undefined ? '' : `, system error ${win32}`;
    const known = (0,_message_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .explainMessage */ .lP)(code, win32)?.meaning;
    const words = known === undefined ? text : `${known}${path === undefined ? '' : `: ${path}`}`;
    return `${beforeFailure ? '' : 'after the failure: '}message ${code}${system}: ${words}`;
}
function holderLines({ holders }) {
    return holders.slice(0, 3).map(({ path, name, pid, windowTitle }) => {
        const process = pid === undefined ? '' : `, process ${pid}`;
        const title = windowTitle === undefined ? '' : `, window "${windowTitle}"`;
        return `in use: ${path ?? 'a file'} by ${name ?? 'another program'}${process}${title}`;
    });
}
function rebootLines({ reboots, rebootCount }) {
    const paths = reboots.filter(({ harmless }) => !harmless).map(({ path }) => path);
    const shown = paths.slice(0, 2).map((path) => `waits for a restart: ${path}`);
    const more = rebootCount - shown.length;
    return more > 0 && shown.length > 0 ? [...shown, `and ${more} more files wait for a restart`] : shown;
}
function stateLines(facts) {
    const { elevated, rollback, oldRemoved, policies, restartManager } = facts;
    return [
        ...(elevated === false ? ['the installation did not run elevated, as far as the log says'] : []),
        ...(oldRemoved ? ['the old version was removed'] : []),
        ...(rollback === 'performed' ? ['the engine undid what it had changed'] : []),
        ...(rollback === 'disabled' ? ['rollback is switched off on this machine'] : []),
        ...policies.slice(0, 2).map(({ name, value }) => `policy ${name} is ${value}`),
        ...restartManager
            .filter((text) => /failed|critical|disabled/i.test(text))
            .slice(0, 1)
            .map((text) => `Restart Manager: ${text}`),
    ];
}
function lastLines(facts) {
    const label = facts.complete && facts.failingAction !== undefined ? 'up to there' : 'the log ends';
    return facts.lastLines.slice(-4).map((line) => `${label}: ${line}`);
}
function logLine({ unreadable, bytes, complete }, logPath) {
    if (unreadable !== undefined)
        return `log: ${logPath} (not readable: ${unreadable})`;
    if (bytes === 0)
        return `log: ${logPath} (empty)`;
    return `log: ${logPath}${complete ? '' : ' (it breaks off: msiexec was ended, or is still at work)'}`;
}
/** Control characters would break the runner's own log apart. */
function oneLine(line) {
    const clean = line.replaceAll(/\p{Cc}+/gu, ' ');
    return clean.length <= WIDTH ? clean : `${clean.slice(0, WIDTH - 1)}…`;
}


/***/ }),

/***/ 1667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ NO_FACTS),
/* harmony export */   b: () => (/* binding */ LIMITS)
/* harmony export */ });
/** How much is kept. */
const LIMITS = {
    messages: 40,
    holders: 12,
    reboots: 20,
    rebootPaths: 5000,
    runs: 6,
    few: 8,
    lastLines: 6,
    text: 400,
};
/** The facts of a log that has none: it is missing, empty, or was never asked for. */
const NO_FACTS = {
    unreadable: undefined,
    encoding: undefined,
    bytes: 0,
    lines: 0,
    complete: false,
    thin: true,
    result: undefined,
    failingAction: undefined,
    failedRun: undefined,
    runs: [],
    product: undefined,
    messages: [],
    holders: [],
    reboots: [],
    rebootCount: 0,
    elevated: undefined,
    rollback: undefined,
    oldRemoved: false,
    restartManager: [],
    missingPackages: [],
    policies: [],
    restrictions: [],
    customActions: [],
    mutexHeld: false,
    lastLines: [],
};


/***/ }),

/***/ 7409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ LogLines)
/* harmony export */ });
/* unused harmony export LINE_LIMIT */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);


/** Characters of a line that are kept. Property lines grow with the machine's PATH; what a cause looks like stands in the first hundreds. */
const LINE_LIMIT = 8192;
/** Bytes that the guess at an encoding wants to see, where the file has that many. */
const GUESS_BYTES = 256;
/**
 * Cuts the bytes of a log into lines. Windows Installer writes UTF-16LE with a BOM and CRLF; tools that hand logs on convert them, and
 * Wine writes bytes and LF. Holds at most one line and one chunk, whatever comes.
 */
class LogLines {
    #encoding;
    #decoder;
    /** Bytes that are not decoded yet: the guess's first ones, later an unfinished line of an 8-bit encoding. */
    #pending = Buffer.alloc(0);
    /** Decoded characters after the last line feed. */
    #tail = '';
    /** How the bytes are read; undefined as long as too few have come to tell. */
    get encoding() {
        return this.#encoding;
    }
    /** Takes the next bytes and returns the lines that they complete, without their ends. */
    push(chunk) {
        if (this.#encoding !== undefined)
            return this.#lines(this.#decode(chunk));
        this.#pending = Buffer.concat([this.#pending, chunk]);
        return this.#pending.length < GUESS_BYTES ? [] : this.#begin();
    }
    /** The last line, which a log has when it does not end in a line feed: its writer was ended in the middle. */
    end() {
        const lines = this.#encoding === undefined ? this.#begin() : [];
        const rest = this.#decoder ? this.#decoder.decode() : decodeBytes(this.#pending);
        this.#pending = Buffer.alloc(0);
        lines.push(...this.#lines(rest));
        if (this.#tail !== '')
            lines.push(trimmed(this.#tail));
        this.#tail = '';
        return lines;
    }
    #begin() {
        const bytes = this.#pending;
        const { encoding, skip } = guessEncoding(bytes);
        this.#pending = Buffer.alloc(0);
        this.#encoding = encoding;
        if (encoding.startsWith('utf-16'))
            this.#decoder = new node_util__WEBPACK_IMPORTED_MODULE_1__.TextDecoder(encoding, { ignoreBOM: true });
        return this.#lines(this.#decode(bytes.subarray(skip)));
    }
    #decode(chunk) {
        if (this.#decoder)
            return this.#decoder.decode(chunk, { stream: true });
        // No byte of a multi-byte character is a line feed, in UTF-8 and in the code pages of East Asia alike, so whole lines hold whole
        // characters.
        const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
        const whole = bytes.lastIndexOf(0x0a) + 1;
        const rest = bytes.subarray(whole);
        this.#pending = Buffer.from(rest.subarray(0, 4 * LINE_LIMIT));
        if (whole === 0)
            return '';
        const lines = bytes.subarray(0, whole);
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(lines))
            this.#encoding = 'ansi';
        return decodeBytes(lines);
    }
    #lines(text) {
        const parts = (this.#tail + text).split('\n');
        this.#tail = (parts.pop() ?? '').slice(0, LINE_LIMIT);
        return parts.map(trimmed);
    }
}
/** The encoding of a log by its first bytes, and how many of them are its BOM. Zeros in every other byte are UTF-16. */
function guessEncoding(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { encoding: 'utf-16le', skip: 2 };
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return { encoding: 'utf-16be', skip: 2 };
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        return { encoding: 'utf-8', skip: 3 };
    const pairs = Math.floor(Math.min(bytes.length, GUESS_BYTES) / 2);
    const zeros = [0, 0];
    for (let index = 0; index < pairs * 2; index++) {
        if (bytes[index] === 0)
            zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    }
    const [even = 0, odd = 0] = zeros;
    if (odd > pairs / 4 && odd > 2 * even)
        return { encoding: 'utf-16le', skip: 0 };
    if (even > pairs / 4 && even > 2 * odd)
        return { encoding: 'utf-16be', skip: 0 };
    return { encoding: 'utf-8', skip: 0 };
}
/** Whole lines of an 8-bit encoding. UTF-8 where it is valid; line by line otherwise, so that one odd line spoils no other. */
function decodeBytes(bytes) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    const lines = [];
    for (let start = 0; start < bytes.length;) {
        const feed = bytes.indexOf(0x0a, start);
        const end = feed < 0 ? bytes.length : feed + 1;
        const line = bytes.subarray(start, end);
        lines.push((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(line) ? line.toString('utf8') : ANSI.decode(line));
        start = end;
    }
    return lines.join('');
}
const ANSI = new node_util__WEBPACK_IMPORTED_MODULE_1__.TextDecoder('windows-1252');
function trimmed(line) {
    const end = line.endsWith('\r') ? line.length - 1 : line.length;
    return line.slice(0, Math.min(end, LINE_LIMIT));
}


/***/ }),

/***/ 4113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ parseMsiLog)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/msi/log-facts.js
var log_facts = __webpack_require__(1667);
;// CONCATENATED MODULE: ./lib/msi/bounded-list.js

/**
 * The different values of a log, in their order, counted, and no more of them than a limit. When it is full, a value that matters takes the
 * place of the last one that does not.
 */
class BoundedList {
    #entries = new Map();
    #limit;
    constructor(limit) {
        this.#limit = limit;
    }
    /** @param name what makes the value a different one */
    add(name, value, matters = true) {
        const key = name.slice(0, log_facts/* LIMITS */.b.text);
        const entry = this.#entries.get(key);
        if (entry !== undefined) {
            entry.count++;
            return;
        }
        if (this.#entries.size >= this.#limit && !(matters && this.#makeRoom()))
            return;
        this.#entries.set(kept(key), { value: value(), count: 1, matters });
    }
    values() {
        return [...this.#entries.values()].map(({ value }) => value);
    }
    counted() {
        return [...this.#entries.values()].map(({ value, count }) => ({ value, count }));
    }
    #makeRoom() {
        const [key] = [...this.#entries].findLast(([, { matters }]) => !matters) ?? [];
        return key !== undefined && this.#entries.delete(key);
    }
}
/** A copy of a text, cut. A part of a string keeps the whole chunk of the log that it was cut from in memory; a copy does not. */
function kept(text) {
    return Buffer.from(text.slice(0, log_facts/* LIMITS */.b.text), 'utf16le').toString('utf16le');
}

;// CONCATENATED MODULE: ./lib/msi/log-messages.js
/** `Note: 1: 1321 2: C:\Go\bin\go.exe 3: 5`: the engine's own form of a message, field by field, in no language. */
const NOTE = /^Note: 1: (\d{4})(?= |$)/;
/** `DEBUG: Error 2755:  Internal Error 2755. 110, C:\go.msi`. */
const DEBUG = /^DEBUG: [^\d]{1,24}(\d{4}):/;
/** `Product: Go -- Error 1714. …`; the word differs by language, the number does not. */
const OF_PRODUCT = /^[^\s:]{1,24} ?: .{1,200}? -- ([^\d:]{1,32}) ?(\d{4})(?:[.:。]|\s)/u;
/** `Error 1303. …`, `Info 1603.The file …`, `Erreur 1714 …`. */
const NUMBERED = /^(\p{L}[^\d:.]{0,31}?) ?(\d{4})(?:[.:。]|\s)/u;
/** Words for "error" and "information" in the languages of Windows, for numbers that no full stop follows. */
const ERROR_WORD = /^(?:internal )?(?:error|erreur|fehler|errore|erro|fout|fel|feil|fejl|virhe|błąd|chyba|hiba|hata|eroare|ошибка|エラー|错误|錯誤|오류)/iu;
const INFO_WORD = /^(?:info|inform|warn|avert|advert|avviso|情報|信息|資訊|警告|정보|сведения)/iu;
/** Noise: fields that every log has, whatever became of the installation. */
const NOISE = new Set([1707, 1708, 1709, 1728, 1729, 2205, 2228, 2262, 2318, 2727, 2898]);
const SYSTEM_ERROR = /(?:system error|systemfehler|erreur syst[èe]me|error del? sistema|errore di sistema|erro d[eo] sistema|systeemfout|systemfel|системная ошибка|システム ?エラー|系统错误|系統錯誤|시스템 오류)[^\d]{0,4}(\d{1,5})/iu;
/** `The error code is 2755. The arguments are: 110, C:\go.msi, `. */
const ARGUMENTS = /(?:arguments are|Internal Error \d{4}\.)[: ]{1,2}(\d{1,5}),/;
const QUOTED_PATH = /['"«„“]((?:[A-Za-z]:\\|\\\\)[^'"«»“”]{1,400})['"»“”]/u;
const HELD = /The file (.{1,400}?) is being (?:held in use|used)/i;
const HOLDER = /: ([^:,]{1,120}), [^:,]{1,24}: ?(\d{1,10})(?:, [^:,]{1,40}: ?'([^']{0,200})')?/u;
/** Reads a numbered message, in words or as a Note; undefined where the line is none, or is one that every log has. */
function readMessage(body) {
    const note = body.startsWith('Note: ') ? NOTE.exec(body)?.[1] : undefined;
    if (note !== undefined)
        return readNote(body, Number(note));
    const debug = body.startsWith('DEBUG: ') ? DEBUG.exec(body)?.[1] : undefined;
    if (debug !== undefined)
        return readWords('error', Number(debug), body.slice(7));
    // A digit within the first characters, or none of the two forms fits.
    const head = body.slice(0, 280);
    if (!/\d{4}/.test(head))
        return undefined;
    const found = OF_PRODUCT.exec(head) ?? NUMBERED.exec(head);
    if (!found)
        return undefined;
    const [, word = '', number] = found;
    const stopped = /[.:。]$/u.test(found[0]);
    const info = INFO_WORD.test(word);
    if (!info && !ERROR_WORD.test(word) && (!stopped || /\s.*\s/u.test(word.trim())))
        return undefined;
    return readWords(info ? 'info' : 'error', Number(number), body);
}
function readNote(body, code) {
    const fields = body
        .slice('Note: 1: 1234'.length)
        .split(/ \d{1,2}: /, 9)
        .slice(1);
    if (NOISE.has(code))
        return undefined;
    if (code === 1402 && /\\Installer\\Rollback\\Scripts/i.test(body))
        return undefined;
    if (code === 2203 && /inprogressinstallinfo\.ipi/i.test(body))
        return undefined;
    const values = fields.map((field) => field.trim());
    const number = values.find((value) => /^\d{1,5}$/.test(value) && value !== '0');
    return {
        kind: 'message',
        severity: 'note',
        code,
        win32: number === undefined ? undefined : Number(number),
        path: values.find((value) => value.includes('\\')),
        text: body,
    };
}
function readWords(severity, code, text) {
    if (code < 1000 || code > 2999)
        return undefined;
    const number = (SYSTEM_ERROR.exec(text) ?? ARGUMENTS.exec(text))?.[1];
    const held = code === 1603 ? HOLDER.exec(text) : null;
    return {
        kind: 'message',
        severity: code === 1603 || code === 1902 || code === 1903 ? 'info' : severity,
        code,
        win32: number === undefined ? undefined : Number(number),
        // 1902 renames one file to another: what changes at the restart is the second.
        path: HELD.exec(text)?.[1] ?? pathIn(code === 1902 ? secondPath(text) : text),
        text,
        ...(held && {
            holder: { name: (held[1] ?? '').trim(), pid: Number(held[2]), windowTitle: titleOf(held[3]) },
        }),
    };
}
/**
 * The first Windows path in a sentence. Paths have spaces and full stops, so its end is a guess: the sentence's own end, or the next one's
 * beginning.
 */
function pathIn(text) {
    const quoted = QUOTED_PATH.exec(text)?.[1];
    if (quoted !== undefined)
        return quoted;
    const start = text.search(/(?:\b[A-Za-z]:\\|\\\\\w)/);
    if (start < 0)
        return undefined;
    const rest = text.slice(start, start + 400);
    const end = rest.search(/[<>|"'*?]|[.,;:。、]+(?:\s|$)|\s{2}|\s\p{Ll}{2,12} (?:\p{Ll}{2,12} |[A-Za-z]:\\)/u);
    const path = (end < 0 ? rest : rest.slice(0, end)).trim();
    return path === '' ? undefined : path;
}
/** The rest of a sentence from its second path on; the whole sentence where it has one alone. */
function secondPath(text) {
    const [first, second] = text.matchAll(/\b[A-Za-z]:\\/g);
    return second === undefined || first === undefined ? text : text.slice(second.index);
}
/** The engine writes `(not determined yet)` where it did not look for a window. */
function titleOf(title) {
    return title === undefined || title === '' || title === '(not determined yet)' ? undefined : title;
}

;// CONCATENATED MODULE: ./lib/msi/log-lines.js

/** "Logging of Action Return Values": 1 is success, 2 cancelled, 3 failure, 4 suspended. */
const RETURN_FAILURE = 3;
/** `MSI (s) (44:34) [17:33:22:095]: `; s: the service, c: the client, N: an action's own process; `!`: from a custom action. */
const PREFIX = /^MSI \([csN]\) \([0-9A-F]{2}[:!][0-9A-F]{2}\) \[\d\d:\d\d:\d\d:\d{3}\]: ?/;
/** Only at the end of an action comes a number after its name. The words around differ by language, the order does not. */
const ENDED = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: ([\w.{}-]{1,72}?)[.。] ?[^\d]{0,64}(\d)[.。]?$/u;
const STARTED = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: ([\w{}-]{1,72})[.。]$/u;
const ROLLING_BACK = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: Rollback[.。]/u;
const NESTED = /^RemoveExistingProducts: Application: (\{[0-9A-Fa-f-]{36}\})/;
const POLICY = /^(?:User|Machine) policy value '(\w{1,40})' is (\d{1,10})/;
const SUMMARY = /^Windows Installer [^:]{1,120}: (.{1,200}?)\. [^:]{1,60}: ([\d.]{1,40})\. [^:]{1,60}: \d{1,5}\. [^:]{1,60}: .{0,200}\. [^:]{1,120}: (\d{1,10})\.?$/u;
const MISSING_PACKAGE = /^(?:Warning: )?Local cached package '(.{1,400}?)' is missing/;
const CUSTOM_ACTION = /^CustomAction (.{0,80}?) ?returned actual error code (-?\d{1,10})/;
const LAST_NUMBER = /(-?\d{1,10})\.?$/;
/** Reads one line, with or without the engine's prefix. Takes linear time in its length. */
function readLine(line) {
    const prefix = line.startsWith('MSI (') ? PREFIX.exec(line) : null;
    const body = prefix ? line.slice(prefix[0].length) : line;
    return readNeutral(body) ?? readMessage(body) ?? readAction(body);
}
/** Whether a line is the engine's own, which Wine has none of. */
function isEngineLine(line) {
    return line.startsWith('MSI (') && PREFIX.test(line);
}
/** Lines that are English on every system: the engine writes them for its own developers. */
function readNeutral(body) {
    if (body.startsWith('Doing action: '))
        return { kind: 'action', name: body.slice(14, 86).trim() };
    if (body.startsWith('MainEngineThread is returning ')) {
        const code = LAST_NUMBER.exec(body)?.[1];
        return code === undefined ? undefined : { kind: 'result', code: Number(code) };
    }
    if (body.startsWith('RESTART MANAGER: '))
        return { kind: 'restart-manager', text: body.slice(17) };
    if (body.startsWith('MSI_LUA: ') || body.startsWith('Property('))
        return readElevation(body);
    if (body.startsWith('=== '))
        return /logging stopped/i.test(body) ? { kind: 'stopped' } : undefined;
    if (body.startsWith('Failed to grab execution mutex'))
        return { kind: 'mutex' };
    if (body.startsWith('SOFTWARE RESTRICTION POLICY: ')) {
        return /not permitted|disallowed/i.test(body) ? { kind: 'restriction', text: body } : undefined;
    }
    if (body.startsWith('Executing op: Header(')) {
        return body.includes('ScriptType=2') ? { kind: 'rollback' } : undefined;
    }
    if (body.startsWith('CustomAction '))
        return readCustomAction(body);
    const nested = NESTED.exec(body)?.[1];
    if (nested !== undefined)
        return { kind: 'nested', productCode: nested.toUpperCase() };
    const missing = MISSING_PACKAGE.exec(body)?.[1];
    if (missing !== undefined)
        return { kind: 'missing-package', path: missing };
    const policy = POLICY.exec(body);
    if (policy)
        return { kind: 'policy', name: policy[1] ?? '', value: Number(policy[2]) };
    const summary = body.startsWith('Windows Installer ') ? SUMMARY.exec(body) : null;
    if (summary) {
        const [, product = '', version = '', status] = summary;
        return { kind: 'summary', product, version, status: Number(status) };
    }
    return undefined;
}
/**
 * Elevation: msi.dll says "already running elevated" where it is. "Elevation prompt disabled for silent installs" is written on the way to
 * successes too, so it counts only as long as nothing says that the run is elevated.
 */
function readElevation(body) {
    if (/already running elevated|Property\([SC]\): (?:Privileged|MsiRunningElevated) = 1$/.test(body)) {
        return { kind: 'elevated', elevated: true };
    }
    return body.startsWith('MSI_LUA: Elevation prompt disabled')
        ? { kind: 'elevated', elevated: false }
        : undefined;
}
/** A custom action that failed; one whose failure the package ignores says so in the same line. */
function readCustomAction(body) {
    const match = CUSTOM_ACTION.exec(body);
    if (!match || body.includes('translated to success') || Number(match[2]) === 0)
        return undefined;
    return { kind: 'custom-action', name: match[1] ?? '', code: Number(match[2]) };
}
/** Start and end of actions, in any language. */
function readAction(body) {
    if (ROLLING_BACK.test(body))
        return { kind: 'rollback' };
    const last = body.at(-1);
    if (last !== '.' && last !== '。')
        return undefined;
    const ended = ENDED.exec(body);
    if (ended)
        return { kind: 'ended', name: ended[1] ?? '', value: Number(ended[2]) };
    const started = STARTED.exec(body);
    return started ? { kind: 'action', name: started[1] ?? '' } : undefined;
}

// EXTERNAL MODULE: ./lib/msi/message-codes.js
var message_codes = __webpack_require__(6671);
;// CONCATENATED MODULE: ./lib/msi/fact-collector.js




/** Policies whose value explains a failure or what is left after one. */
const TELLING_POLICIES = new Set([
    'DisableMsi',
    'DisableMSI',
    'DisableRollback',
    'DisableUserInstalls',
    'DisableAutomaticApplicationShutdown',
    'DisablePatch',
]);
/** Exit codes with which a run did what it should. */
const DONE = new Set([0, 1641, 3010]);
/** A verbose log closes with a page of properties and Wine's with records, which say nothing of its end. */
const TABLE_LINE = /^(?:Property\(|=== |\d{1,2}: )/;
/** The action that holds all the others, by what msiexec was called for ("Suggested InstallExecuteSequence" and its siblings). */
const TOP_ACTIONS = new Set(['INSTALL', 'ADMIN', 'ADVERTISE']);
/** What Wine ends with 0 whatever happens; its like are not known. */
const ALWAYS_ZERO = 'MigrateFeatureStates';
/** Goes through a log line by line and keeps its facts; see {@link LogFacts} for what they are. */
class FactCollector {
    #messages = new BoundedList(log_facts/* LIMITS */.b.messages);
    #holders = new BoundedList(log_facts/* LIMITS */.b.holders);
    #reboots = new BoundedList(log_facts/* LIMITS */.b.reboots);
    #rebootPaths = new Set();
    #restartManager = new BoundedList(log_facts/* LIMITS */.b.few);
    #missingPackages = new BoundedList(log_facts/* LIMITS */.b.few);
    #policies = new BoundedList(log_facts/* LIMITS */.b.few);
    #restrictions = new BoundedList(log_facts/* LIMITS */.b.few);
    #customActions = new BoundedList(log_facts/* LIMITS */.b.few);
    #runs = [];
    #lastLines = [];
    /** The last lines as they were when the first action had failed. */
    #linesAtFailure;
    /** The first action of each run that failed; it is the innermost, since the ones around it end later. */
    #failed = new Map();
    #nested;
    #action;
    /** How the topmost action ended last. */
    #topValue;
    /** The first of the actions that have just returned 0 one after the other: in a thin log, how a failure travels outwards. */
    #zero;
    /** Where such a row reached the topmost action. */
    #thinFailure;
    #result;
    #product;
    #elevated;
    #rollback;
    #oldFailed = false;
    #oldRemoved = false;
    #mutexHeld = false;
    #stopped = false;
    #thin = true;
    #lines = 0;
    /**
     * @param event what the line says
     * @param engine whether the engine itself wrote it
     */
    take(line, event, engine) {
        this.#lines++;
        if (engine)
            this.#thin = false;
        if (line.trim() !== '' && !TABLE_LINE.test(line)) {
            this.#lastLines = [...this.#lastLines.slice(1 - log_facts/* LIMITS */.b.lastLines), line];
        }
        if (event === undefined)
            return;
        this.#apply(event);
        if (this.#failed.size > 0 || this.#thinFailure !== undefined)
            this.#linesAtFailure ??= this.#lastLines;
    }
    #apply(event) {
        switch (event.kind) {
            case 'message':
                this.#message(event);
                break;
            case 'action':
                this.#action = kept(event.name);
                break;
            case 'ended':
                this.#ended(event.name, event.value);
                break;
            case 'nested':
                this.#nested = event.productCode;
                break;
            case 'result':
                this.#returned(event.code);
                break;
            case 'summary':
                this.#product = { name: kept(event.product), version: kept(event.version), status: event.status };
                break;
            case 'elevated':
                this.#elevated = this.#elevated || event.elevated;
                break;
            case 'rollback':
                this.#rollback ??= 'performed';
                break;
            case 'policy':
                this.#policy(event.name, event.value);
                break;
            case 'restriction':
                this.#restrictions.add(event.text, () => kept(event.text));
                break;
            case 'missing-package':
                this.#missingPackages.add(event.path, () => kept(event.path));
                break;
            case 'restart-manager':
                this.#restartManager.add(event.text, () => kept(event.text));
                break;
            case 'custom-action': {
                const { name, code } = event;
                this.#customActions.add(`${name}:${code}`, () => ({ name: kept(name), code }));
                break;
            }
            case 'mutex':
                this.#mutexHeld = true;
                break;
            case 'stopped':
                this.#stopped = true;
                break;
        }
    }
    get #run() {
        return this.#nested === undefined ? 'requested' : 'replaced';
    }
    #message(event) {
        const { code, severity, win32, holder } = event;
        const path = event.path === undefined ? undefined : kept(event.path);
        const run = this.#run;
        if (code === 1603 && severity !== 'error') {
            const key = `${path?.toLowerCase()}|${holder?.pid}`;
            this.#holders.add(key, () => ({
                path,
                name: holder && kept(holder.name),
                pid: holder?.pid,
                windowTitle: holder?.windowTitle === undefined ? undefined : kept(holder.windowTitle),
            }));
        }
        if (path !== undefined && (code === 1902 || code === 1903))
            this.#scheduled(path);
        // 1714 is written after the old product's run has failed, and perhaps been undone.
        const beforeFailure = code === 1714 || !(this.#failed.has(run) || this.#rollback === 'performed');
        const known = (0,message_codes/* explainMessage */.lP)(code, win32) !== undefined;
        const value = () => ({ code, severity, win32, path, run, beforeFailure, text: kept(event.text) });
        this.#messages.add(`${code}|${win32}|${path?.toLowerCase()}|${run}|${severity}`, value, known);
    }
    #scheduled(path) {
        const harmless = /\\Config\.Msi\\[^\\]+\.rbf$/i.test(path);
        if (!harmless && this.#rebootPaths.size < log_facts/* LIMITS */.b.rebootPaths)
            this.#rebootPaths.add(path.toLowerCase());
        this.#reboots.add(path.toLowerCase(), () => ({ path, harmless }), !harmless);
    }
    #ended(name, value) {
        if (name === 'RemoveExistingProducts') {
            // Its failure is the old product's; with any other value the package goes on in spite of one.
            this.#oldFailed = value === RETURN_FAILURE;
            this.#nested = undefined;
        }
        if (value === RETURN_FAILURE && !this.#failed.has(this.#run))
            this.#failed.set(this.#run, kept(name));
        if (TOP_ACTIONS.has(name) && this.#nested === undefined) {
            this.#topValue = value;
            if (value === 0)
                this.#thinFailure ??= this.#zero;
        }
        this.#zero = value === 0 && name !== ALWAYS_ZERO ? (this.#zero ?? kept(name)) : undefined;
    }
    #returned(code) {
        const role = this.#run;
        if (role === 'requested')
            this.#result = code;
        else if (DONE.has(code))
            this.#oldRemoved = true;
        else
            this.#oldFailed = true;
        const last = this.#runs.at(-1);
        // The client repeats what the service returned.
        if (role === 'replaced' || last?.role !== 'requested' || last.result !== code) {
            this.#runs.push({ role, productCode: this.#nested, result: code });
        }
        if (this.#runs.length > log_facts/* LIMITS */.b.runs)
            this.#runs.splice(1, 1);
        this.#nested = undefined;
    }
    #policy(name, value) {
        if (value === 0 || !TELLING_POLICIES.has(name))
            return;
        this.#policies.add(`${name}=${value}`, () => ({ name: kept(name), value }));
        if (name === 'DisableRollback')
            this.#rollback = 'disabled';
    }
    /** The facts of all that was taken. */
    finish(file) {
        const failedRun = this.#failedRun();
        return {
            ...file,
            lines: this.#lines,
            complete: this.#stopped || this.#result !== undefined || (this.#thin && this.#topValue !== undefined),
            thin: this.#thin,
            result: this.#result,
            failingAction: this.#failingAction(failedRun),
            failedRun,
            runs: this.#runs,
            product: this.#product,
            messages: this.#messages.counted().map(({ value, count }) => ({ ...value, count })),
            holders: this.#holders.values(),
            reboots: this.#reboots.values(),
            rebootCount: this.#rebootPaths.size,
            elevated: this.#elevated,
            rollback: this.#rollback,
            oldRemoved: this.#oldRemoved,
            restartManager: this.#restartManager.values(),
            missingPackages: this.#missingPackages.values(),
            policies: this.#policies.values(),
            restrictions: this.#restrictions.values(),
            customActions: this.#customActions.values(),
            mutexHeld: this.#mutexHeld,
            lastLines: (this.#linesAtFailure ?? this.#lastLines).map(kept),
        };
    }
    #failedRun() {
        if (this.#result !== undefined && DONE.has(this.#result))
            return undefined;
        if (this.#oldFailed)
            return 'replaced';
        const failed = this.#failed.has('requested') || (this.#thin && this.#thinFailure !== undefined);
        return this.#result !== undefined || failed ? 'requested' : undefined;
    }
    /**
     * "Return value 3" names the action. Without one the action that was running is the best guess, for a log that breaks off. Under Wine
     * failures return 0, and so do some successes: a failure is what goes on to the topmost action.
     */
    #failingAction(failedRun) {
        if (this.#result !== undefined && DONE.has(this.#result))
            return undefined;
        if (this.#thin && this.#topValue === 1)
            return undefined;
        const run = failedRun ?? this.#run;
        const name = this.#failed.get(run) ??
            this.#failed.get('requested') ??
            (this.#thin ? this.#thinFailure : undefined) ??
            this.#action;
        return name === undefined ? undefined : { name, run };
    }
}

// EXTERNAL MODULE: ./lib/msi/log-text.js
var log_text = __webpack_require__(7409);
;// CONCATENATED MODULE: ./lib/msi/log.js





/** How long a log is tried to be opened while somebody holds it: the service closes it a moment after msiexec ends. */
const OPEN_PATIENCE_MS = 5000;
/**
 * Reads a log of msiexec (`/l*v`) and keeps what matters of it: a few hundred kilobytes at most, whatever its size. Go's own logs have
 * several lines for each of 14,000 files.
 *
 * Never throws for what is in the log, nor for a file that is missing or cannot be read: that is a fact too (`unreadable`), and must not
 * hide why msiexec failed. The file may be open in the service, and may grow while it is read.
 *
 * Format: "Windows Installer Logging" and "Logging of Action Return Values"; lines in English on every system are preferred to the
 * sentences around them, which are in the language of Windows or of the package.
 *
 * @param source a path, or the bytes themselves; an error of the iterable ends the reading like the end of the file
 */
async function parseMsiLog(source) {
    const lines = new log_text/* LogLines */.K();
    const facts = new FactCollector();
    let bytes = 0;
    let unreadable;
    const take = (texts) => {
        for (const text of texts)
            facts.take(text, readLine(text), isEngineLine(text));
    };
    try {
        for await (const chunk of typeof source === 'string' ? await openLog(source) : source) {
            bytes += chunk.length;
            take(lines.push(chunk));
        }
    }
    catch (error) {
        unreadable = error instanceof Error ? error.message : String(error);
    }
    take(lines.end());
    return facts.finish({ bytes, encoding: bytes === 0 ? undefined : lines.encoding, unreadable });
}
/** Node opens files with every kind of sharing, so the service may go on writing. */
async function openLog(file) {
    return (0,files/* retry */.L5)(async () => {
        const stream = (0,external_node_fs_.createReadStream)(file, { highWaterMark: 256 * 1024 });
        await new Promise((resolve, reject) => {
            stream.once('open', () => resolve());
            stream.once('error', reject);
        });
        return stream;
    }, undefined, OPEN_PATIENCE_MS);
}


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   lP: () => (/* binding */ explainMessage)
/* harmony export */ });
/* unused harmony export KNOWN_MESSAGES */
const MESSAGES = {
    1101: ['package', 'a file of the package could not be read'],
    1301: ['permission', 'a file could not be created, a directory of that name exists'],
    1303: ['permission', 'a directory may not be accessed'],
    1304: ['permission', 'a file could not be written'],
    1305: ['package', 'a file could not be read'],
    1306: ['locked', 'a file is open in another program'],
    1307: ['disk', 'there is not enough room for a file'],
    1308: ['package', 'a source file is missing'],
    1309: ['package', 'a source file could not be read'],
    1310: ['permission', 'a file could not be created'],
    1311: ['source', 'a source cabinet is missing'],
    1316: ['source', 'the package lies under another name than it was installed from'],
    1317: ['permission', 'a directory could not be created'],
    1321: ['permission', 'a file may not be modified'],
    1330: ['package', 'the signature of a cabinet is invalid'],
    1335: ['package', 'a cabinet is damaged'],
    1336: ['disk', 'a temporary file could not be created'],
    1401: ['permission', 'a registry key could not be created'],
    1402: ['permission', 'a registry key could not be opened'],
    1406: ['permission', 'a registry value could not be written'],
    1500: ['busy', 'another installation is running'],
    1501: ['permission', 'secured data may not be accessed'],
    1601: ['disk', 'the disk is full'],
    1603: ['locked', 'a file is in use', 'notice'],
    1605: ['disk', 'there is not enough room to keep a way back'],
    1606: ['permission', 'a location cannot be reached'],
    1610: ['locked', 'applications that use files could not be closed', 'notice'],
    1611: ['locked', 'applications use files that have to be replaced', 'notice'],
    1632: ['disk', 'the folder for temporary files cannot be used'],
    1702: ['suspended', 'Windows has to be restarted first'],
    1703: ['suspended', 'Windows has to be restarted first'],
    1704: ['suspended', 'another installation is suspended'],
    1705: ['suspended', 'an earlier installation is unfinished'],
    1706: ['source', 'the package of an installed product cannot be found'],
    1711: ['disk', 'the disk is full'],
    1714: ['source', 'the older version could not be removed', 'envelope'],
    1718: ['policy', 'a signature policy rejects a file'],
    1719: ['service', 'the Windows Installer service cannot be reached'],
    1720: ['internal', 'a script of the package failed', 'envelope'],
    1721: ['internal', 'a program of the package could not be started', 'envelope'],
    1722: ['internal', 'a program of the package failed', 'envelope'],
    1723: ['internal', 'a library of the package could not be started', 'envelope'],
    1730: ['permission', 'only an administrator may remove the product'],
    1902: ['locked', 'a file is replaced only at the next restart', 'notice'],
    1903: ['locked', 'a file is deleted only at the next restart', 'notice'],
    1914: ['locked', 'a file could not be scheduled for replacement at the next restart', 'notice'],
    1921: ['permission', 'a service could not be stopped'],
    1922: ['permission', 'a service could not be deleted'],
    1923: ['permission', 'a service could not be installed'],
    1924: ['permission', 'an environment variable could not be written'],
    1925: ['permission', 'installing for all users needs an administrator'],
    1926: ['permission', 'the permissions of a file could not be set'],
    1934: ['policy', 'system policy forbids per-user installations here'],
    2329: ['package', 'a file could not be opened', 'envelope'],
    2350: ['package', 'a cabinet could not be unpacked'],
    2351: ['package', 'a cabinet could not be unpacked'],
    2356: ['package', 'a cabinet is missing in the package'],
    2502: ['internal', 'it was not in the state to start the installation'],
    2503: ['internal', 'it was not in the state to end the installation'],
    2755: ['internal', 'SYSTEM could not open the package'],
    2762: ['internal', 'it could not write its script'],
};
/**
 * Messages after which WiX's engine tries a failed installation again (balretry.cpp in wixtoolset/wix): scanners, indexers and services
 * that are just starting cause them now and then.
 */
const PASSING = new Set([
    1303, 1304, 1306, 1307, 1309, 1310, 1311, 1312, 1316, 1317, 1321, 1335, 1402, 1406, 1706, 1719, 1723, 1923,
    1931,
]);
/** Messages about one file, directory or key, which the Win32 error explains better than the number does. */
const ABOUT_ONE_THING = new Set([
    1301, 1303, 1304, 1305, 1306, 1307, 1309, 1310, 1312, 1317, 1321, 1401, 1402, 1406, 1931, 2329,
]);
/**
 * What a message says, or undefined for the many that say nothing of a cause.
 *
 * @param code the number of the message, from 1000 to 2999
 * @param win32 the system error that the message carries (field 3 of a Note, "System Error n"): 32 and 33 are locks whatever the
 *   number says, 39 and 112 a full disk, 5 a permission. What 5 means where the same file is known to be in use is for the reader of the
 *   whole log to decide.
 */
function explainMessage(code, win32) {
    const row = MESSAGES[code];
    if (ABOUT_ONE_THING.has(code)) {
        if (win32 === 32 || win32 === 33)
            return refined('locked', 'a file is open in another program');
        if (win32 === 39 || win32 === 112)
            return refined('disk', 'the disk is full');
        if (win32 === 5)
            return refined('permission', row?.[1] ?? 'access was denied');
    }
    if (row === undefined)
        return undefined;
    // The search for old products opens many keys that are not there.
    if (code === 1402 && win32 === 2)
        return undefined;
    if (code === 1714 && SOURCE_ERRORS.has(win32 ?? 0))
        return { class: 'source', meaning: row[1], weight: 'telling' };
    return { class: row[0], meaning: row[1], weight: row[2] ?? 'telling' };
}
/** Exit codes of the old product's own run that 1714 hands on as "System Error": its source or registration is gone. */
const SOURCE_ERRORS = new Set([1605, 1610, 1612]);
/** Whether an installation that failed with this message is worth another attempt, as WiX judges it. */
function mayPass(code) {
    return PASSING.has(code);
}
/** Numbers of all messages that have a class, for tests and pages. */
const KNOWN_MESSAGES = Object.keys(MESSAGES).map(Number);
function refined(kind, meaning) {
    return { class: kind, meaning, weight: 'telling' };
}


/***/ })

};
