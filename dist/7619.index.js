export const id = 7619;
export const ids = [7619];
export const modules = {

/***/ 6334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rL: () => (/* binding */ JsonFault)
/* harmony export */ });
/* harmony import */ var _humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);

/** A text that is no JSON. The message is half a sentence, without the place. */
class JsonFault extends Error {
    name = 'JsonFault';
    place;
    constructor(message, place, cause) {
        super(message, { cause });
        this.place = place;
    }
}
/** Reads a JSON text, with or without a byte order mark. @throws JsonFault that says where it stops being one */
function parseJson(text) {
    const plain = withoutMark(text);
    try {
        return JSON.parse(plain);
    }
    catch (error) {
        throw faultOf(plain, error);
    }
}
/** V8 tells the position of some faults, the end of the text of others, and of an unexpected character no more than what stands around it. */
function faultOf(text, cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    if (said.startsWith('Unexpected end'))
        return new JsonFault('it ends too early', placeAt(text, text.length), cause);
    const [, what, position] = /^(.*?)(?: in JSON)? at position (\d+)/s.exec(said) ?? [];
    if (what !== undefined)
        return new JsonFault(what, placeAt(text, Number(position)), cause);
    try {
        (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' });
    }
    catch (error) {
        const { offset } = error;
        if (offset !== undefined)
            return new JsonFault(`Unexpected ${JSON.stringify(text.charAt(offset))}`, placeAt(text, offset), cause);
    }
    return new JsonFault(said, { line: 1, column: 1 }, cause);
}
function placeAt(text, offset) {
    const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
/**
 * Where the value at a path (names of fields, numbers of elements from 0) begins in a text that `parseJson` read; where it is missing, the nearest
 * one around it. Reads all of the text: for messages.
 */
function placeOf(text, path) {
    const document = (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(withoutMark(text), { mode: 'json' });
    let node = document.body;
    for (const step of path) {
        const next = childOf(node, step);
        if (next === undefined)
            break;
        node = next;
    }
    const { line, column } = node.loc.start;
    return { line, column };
}
function childOf(node, step) {
    if (node.type === 'Array')
        return node.elements[Number(step)]?.value;
    if (node.type !== 'Object')
        return undefined;
    // Of two fields with one name the last one counts, as for JSON.parse.
    return node.members.findLast(({ name }) => name.type === 'String' && name.value === step)?.value;
}
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}


/***/ }),

/***/ 7619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPolicy: () => (/* binding */ openPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/json-places.js
var json_places = __webpack_require__(6334);
// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
// EXTERNAL MODULE: ./lib/text-encoding.js
var text_encoding = __webpack_require__(3436);
// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(3162);
;// CONCATENATED MODULE: ./lib/policy/json.js


/**
 * The tree of a JSON text, as RFC 8259 has it: no comments, no commas at the end.
 *
 * @param text without a mark at its start
 * @throws JsonFault where it is no JSON, or is nested too deep to be read
 */
function parseTree(text) {
    (0,json_places/* parseJson */.qF)(text);
    try {
        return (0,momoa/* parse */.qg)(text, { mode: 'json' }).body;
    }
    catch (error) {
        const { line = 1, column = 1 } = error;
        // The parser calls itself for what is nested. Else it is a second mark, which the language's own does not mind.
        const what = error instanceof RangeError ? 'it is nested too deep to be read' : 'Unexpected character';
        throw new json_places/* JsonFault */.rL(what, { line, column }, error);
    }
}

// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
;// CONCATENATED MODULE: ./lib/policy/shape.js

/** Says what is wrong with a value, and what it takes. */
function reject(node, path, reading, takes) {
    // A text by its value, since a quote beside an address would be taken for a part of it.
    const raw = reading.text.slice(node.loc.start.offset, node.loc.end.offset);
    const shown = node.type === 'String' ? JSON.stringify((0,display_url/* displayAddresses */.F3)(node.value)) : (0,display_url/* displayAddresses */.F3)(raw);
    reading.problems.push(problemAt(node, `${path} is ${printable(shown)}, and it takes ${takes}`));
    return undefined;
}
/** The known name that another one may have been meant for: written in other letters, cut short, or off by a letter or two. For a message; may be empty. */
function meant(name, names) {
    const plain = (text) => text.replace(/[^A-Za-z]/g, '').toLowerCase();
    const own = plain(name);
    if (own.length < 3 || own.length > 30)
        return '';
    const near = names
        .map((known) => ({ known, off: plain(known).startsWith(own) ? 1 : distance(own, plain(known)) }))
        .sort((one, other) => one.off - other.off)[0];
    return near && near.off <= Math.max(1, Math.floor(own.length / 3)) ? ` (did you mean ${near.known}?)` : '';
}
/** How many letters have to be put in, left out or replaced to make the one of the other (Levenshtein). */
function distance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [line, letter] of [...one].entries()) {
        const next = [line + 1];
        for (const [column, wanted] of [...other].entries()) {
            const replaced = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
            next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
/** Text of the file as it may stand in a message: on one line, without what cannot be seen, the begin of it. */
function printable(text) {
    const line = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '\ufffd');
    return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
function problemAt({ loc }, text) {
    return { line: loc.start.line, column: loc.start.column, text };
}
/** A text. @param takes what it takes, for people: `a name of up to 100 characters` */
function textLike(pattern, takes) {
    return (node, path, reading) => node.type === 'String' && pattern.test(node.value) ? node.value : reject(node, path, reading, takes);
}
/** One of several words. */
function oneOf(...words) {
    const takes = words.map((word) => `"${word}"`).join(' or ');
    return (node, path, reading) => words.find((word) => node.type === 'String' && word === node.value) ?? reject(node, path, reading, takes);
}
/** A whole number between two, both included. */
function wholeNumber(least, most) {
    return (node, path, reading) => {
        const value = node.type === 'Number' ? node.value : Number.NaN;
        return Number.isInteger(value) && value >= least && value <= most
            ? value
            : reject(node, path, reading, `a whole number from ${least} to ${most}`);
    };
}
const flag = (node, path, reading) => node.type === 'Boolean' ? node.value : reject(node, path, reading, 'true or false');
/** A list with one item at least. @param takes what its items are, for people */
function listOf(item, takes) {
    return (node, path, reading) => {
        const elements = node.type === 'Array' ? node.elements : [];
        if (elements.length === 0)
            return reject(node, path, reading, `a list of ${takes}, one at least`);
        return elements.flatMap(({ value }, index) => item(value, `${path}[${index}]`, reading) ?? []);
    };
}
/** A value with its place. */
function ruleOf(read) {
    return (node, path, reading) => {
        const value = read(node, path, reading);
        return value === undefined ? undefined : { value, path, line: node.loc.start.line };
    };
}
/** An object with these names and no others, each once. @param required names that have to be there */
function objectOf(fields, required = []) {
    const names = Object.keys(fields);
    const takes = `an object with ${names.map((name) => `"${name}"`).join(', ')}`;
    return (node, path, reading) => {
        if (node.type !== 'Object')
            return reject(node, path || 'the policy', reading, takes);
        const found = {};
        for (const { name: key, value } of node.members) {
            const name = key.type === 'String' ? key.value : '';
            const shown = name === '' ? '""' : printable(name);
            const place = path === '' ? shown : `${path}.${shown}`;
            const problem = (text) => reading.problems.push(problemAt(key, `${place} ${text}`));
            const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
            if (read === undefined)
                problem(`is not known here${meant(name, names)}; known are ${names.join(', ')}`);
            else if (Object.hasOwn(found, name))
                problem('is given twice');
            else
                found[name] = read(value, place, reading);
        }
        const missing = required.filter((name) => !Object.hasOwn(found, name));
        if (missing.length > 0)
            return reject(node, path, reading, `"${missing.join('" and "')}", too`);
        return found;
    };
}

;// CONCATENATED MODULE: ./lib/policy/read.js








const MOST_PROBLEMS = 20;
const CORRECT = 'Correct it there; docs/policy.md and docs/policy.schema.json say what a policy takes.';
/** A policy is a page; what is larger is another file. */
const MAX_BYTES = 65_536;
const WORDS = 'a text of 1 to 200 characters on one line';
const LINE = /^[^\p{Cc}]{1,200}$/u;
/** A version as parseSpec has it, in pieces; docs/policy.schema.json says the same in one. */
const ONE = String.raw `(?:[vV]|[gG][oO])?(?:[0-9]+|[xX*])(?:\.(?:[0-9]+|[xX*])){0,2}(?:-0|-?(?:rc|beta|RC|BETA)\.?[0-9]+)?`;
const COMPARED = `(?:(?:[<>]=?|[=~^]) *)?${ONE}(?: - ${ONE})?`;
const TOGETHER = `${COMPARED}(?: +${COMPARED})*`;
const VERSIONS = new RegExp(String.raw `^(?=.{1,256}$)${TOGETHER}(?: *\|\| *${TOGETHER})*$`, 'u');
const SOURCE_TAKES = 'go.dev, tool-cache-unverified, the base URL of a mirror without credentials, query and asterisks (it stands for all below it), or the whole path of a directory or share';
const SOURCE = /^(?:go\.dev|tool-cache-unverified|[hH][tT][tT][pP][sS]?:\/\/[^\s@?#*]+|[A-Za-z]:[\\/][^\p{Cc}*]*|\\\\[^\\\p{Cc}*?.][^\\\p{Cc}*]*\\[^\\\p{Cc}*][^\p{Cc}*]*)$/u;
const versions = (node, path, reading) => {
    const takes = 'a version or a range such as "1.26.3", "1.26.x" or ">=1.25 <1.27"';
    if (node.type !== 'String' || !VERSIONS.test(node.value))
        return reject(node, path, reading, takes);
    try {
        const spec = (0,release_spec/* parseSpec */.F)(node.value, path, { from: 'file' });
        if (spec.kind === 'exact')
            return { text: spec.text, range: spec.version };
        if (spec.kind === 'range')
            return { text: spec.text, range: spec.range };
    }
    catch (error) {
        if (!(error instanceof errors/* SetupError */.w))
            throw error;
    }
    return reject(node, path, reading, takes);
};
const named = objectOf({ versions, reason: textLike(LINE, WORDS) }, ['versions', 'reason']);
const forbidden = (node, path, reading) => {
    if (node.type !== 'Object') {
        const plain = versions(node, path, reading);
        return plain && { ...plain, reason: '' };
    }
    const { versions: which, reason } = named(node, path, reading) ?? {};
    return which && { ...which, reason: reason ?? '' };
};
const source = (node, path, reading) => {
    const value = textLike(SOURCE, SOURCE_TAKES)(node, path, reading);
    return value !== undefined && /^https?:/i.test(value) && !URL.canParse(value)
        ? reject(node, path, reading, SOURCE_TAKES)
        : value;
};
const policy = objectOf({
    $schema: textLike(/^/, 'the address of the schema'),
    name: textLike(LINE, WORDS),
    versions: objectOf({
        allowed: ruleOf(listOf(versions, 'versions')),
        forbidden: listOf(ruleOf(forbidden), 'versions'),
    }),
    method: ruleOf(oneOf('zip', 'msi')),
    sources: ruleOf(listOf(source, 'sources')),
    officialOnly: ruleOf(flag),
    minimumAge: ruleOf(objectOf({ days: wholeNumber(1, 3650), unknown: oneOf('allow', 'stop') }, ['days', 'unknown'])),
    endOfLife: ruleOf(oneOf('note', 'warning', 'stop')),
    maxFailures: ruleOf(textLike(/^(?:100|[1-9]?[0-9])%$/, 'a share such as "10%", from "0%" to "100%"')),
    requireElevation: ruleOf(flag),
});
/**
 * Reads a policy from the bytes of its file.
 *
 * @param file its path, for messages
 * @throws SetupError E_INPUT naming line and column of everything that is wrong
 */
function parsePolicy(bytes, file) {
    let text;
    try {
        text = (0,text_encoding/* decodeText */.g)(bytes);
    }
    catch (cause) {
        throw unusable(file, `is not a text file: ${cause.message}`, 'Save it as UTF-8.', cause);
    }
    const reading = { text, problems: [] };
    const read = policy(treeOf(text, file), '', reading);
    if (read === undefined || reading.problems.length > 0)
        throw wrong(file, reading.problems);
    const { minimumAge, maxFailures } = read;
    return {
        file,
        name: read.name ?? '',
        sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'),
        allowed: read.versions?.allowed,
        forbidden: read.versions?.forbidden ?? [],
        method: read.method,
        sources: read.sources,
        officialOnly: demanded(read.officialOnly),
        minimumAge: minimumAge && {
            ...minimumAge,
            value: { days: minimumAge.value.days ?? 0, unknown: minimumAge.value.unknown ?? 'stop' },
        },
        endOfLife: read.endOfLife,
        maxFailures: maxFailures && { ...maxFailures, value: Number(maxFailures.value.slice(0, -1)) / 100 },
        requireElevation: demanded(read.requireElevation),
    };
}
function treeOf(text, file) {
    try {
        return parseTree(text);
    }
    catch (error) {
        if (!(error instanceof json_places/* JsonFault */.rL))
            throw error;
        const remedy = 'Correct it there. JSON has no comments and no comma at the end, and a backslash is written twice.';
        throw wrong(file, [{ ...error.place, text: error.message }], remedy);
    }
}
/**
 * Reads a policy file.
 *
 * @throws SetupError E_INPUT where it cannot be read, or is not what it has to be
 */
async function readPolicy(file) {
    let bytes;
    try {
        const found = await (0,promises_.stat)(file);
        if (found.size > MAX_BYTES)
            throw tooLarge(file);
        // A device or a pipe may never end.
        if (!found.isFile() && !found.isDirectory())
            throw unusable(file, 'is no file', 'Check that the input policy names the right file.');
        bytes = await (0,promises_.readFile)(file);
    }
    catch (cause) {
        if (cause instanceof errors/* SetupError */.w)
            throw cause;
        const remedy = 'Correct the input policy (a path from the workspace), or check the repository out before this step.';
        throw unusable(file, `cannot be read (${(0,errors/* systemCode */.x)(cause) ?? String(cause)})`, remedy, cause);
    }
    return parsePolicy(bytes, file);
}
/** `false` is as good as no rule. */
function demanded(rule) {
    return rule?.value === true ? { ...rule, value: true } : undefined;
}
function tooLarge(file) {
    return unusable(file, `is larger than ${MAX_BYTES} bytes, which no policy is`, 'Check that the input policy names the right file.');
}
function unusable(file, what, remedy, cause) {
    return new errors/* SetupError */.w('E_INPUT', `The policy ${file} ${what}.`, { remedy, cause });
}
function wrong(file, problems, remedy = CORRECT) {
    const [first = '', ...evidence] = problems
        .slice(0, MOST_PROBLEMS)
        .map(({ line, column, text }) => `line ${line}, column ${column}: ${text}`);
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0)
        evidence.push(`and ${more} more`);
    return new errors/* SetupError */.w('E_INPUT', `The policy ${file} is not usable: ${first}.`, { remedy, evidence });
}

;// CONCATENATED MODULE: ./lib/policy/refusal.js

/** What a policy is called in messages. */
function describePolicy({ name, file }) {
    return name === '' ? file : `"${name}" (${file})`;
}
/**
 * The failure that a breach is.
 *
 * @param what is refused, as the beginning of a sentence: `Go 1.26.3, asked for by input go-version,`
 */
function refusal(policy, what, { rule, why, remedy }) {
    return new errors/* SetupError */.w('E_POLICY', `${what} is refused: the rule ${rule.path} in line ${rule.line} of the policy ${describePolicy(policy)} ${why}.`, {
        remedy: `${remedy} Or ask whoever keeps the policy to change that rule.`,
        evidence: [`policy ${policy.file}, SHA-256 ${policy.sha256}`, `rule ${rule.path}, line ${rule.line}`],
    });
}

// EXTERNAL MODULE: ./lib/release/builtin-minors.js
var builtin_minors = __webpack_require__(2997);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/release/supported.js
var supported = __webpack_require__(307);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./lib/policy/rules.js



const OTHER_VERSION = 'Ask for a version that the policy allows.';
/**
 * The rule on versions that stands against one. A range in `forbidden` also means the prereleases in it; one in `allowed` only those that
 * it names, as in go-version.
 *
 * @param version a semver
 */
function versionBreach({ allowed, forbidden }, version) {
    const rule = forbidden.find(({ value }) => (0,semver.satisfies)(version, value.range, { includePrerelease: true }));
    if (rule !== undefined) {
        const { text, reason } = rule.value;
        const why = `forbids ${text}${reason === '' ? '' : ` (${reason})`}`;
        return { rule, why, remedy: OTHER_VERSION };
    }
    if (allowed === undefined || allowed.value.some(({ range }) => (0,semver.satisfies)(version, range)))
        return undefined;
    const ranges = allowed.value.map(({ text }) => text).join(' or ');
    return { rule: allowed, why: `allows ${ranges} alone`, remedy: OTHER_VERSION };
}
/**
 * The rule that a Go's source breaks. Where nobody knows what it was fetched from, go.dev's own build counts as go.dev's.
 */
function sourceBreach({ sources, officialOnly }, { source, official }) {
    if (officialOnly !== undefined && !official) {
        const why = 'allows go.dev’s own builds alone, and it is not known to be one';
        const remedy = 'Set official-only, so that go.dev is asked for the hash, or leave go-download-base-url out.';
        return { rule: officialOnly, why, remedy };
    }
    if (sources === undefined || sources.value.some((place) => comesFrom(place, source, official)))
        return undefined;
    const why = `allows ${sources.value.join(' or ')} alone, and it comes from ${source ?? 'nobody knows where'}`;
    return { rule: sources, why, remedy: 'Set go-download-base-url to a place that the policy allows.' };
}
function comesFrom(place, source, official) {
    if (place === 'tool-cache-unverified')
        return source === undefined;
    if (place === 'go.dev')
        return source === undefined ? official : isBelow('https://go.dev/dl', source);
    return source !== undefined && isBelow(place, source);
}
/** Whether a file lies below a base URL or directory, `..` on the way to it taken out. */
function isBelow(base, file) {
    const web = /^https?:/i.test(base);
    if (web !== /^https?:/i.test(file))
        return false;
    const [above, below] = web
        ? [new URL(base).href, new URL(file).href]
        : [base, file].map((one) => external_node_path_.win32.normalize(one).toLowerCase());
    return `${below}`.startsWith(`${above?.replace(/[\\/]+$/, '')}${web ? '/' : '\\'}`);
}
const DAY_MS = 86_400_000;
/** The rule on the age of a release, where it is too young or nobody knows. @param now in milliseconds since 1970 */
function ageBreach({ minimumAge }, { time, latest }, now) {
    if (minimumAge === undefined)
        return undefined;
    const { days, unknown } = minimumAge.value;
    const remedy = 'Ask for an older version, or wait.';
    if (time !== undefined) {
        const age = now - Date.parse(time);
        if (age >= days * DAY_MS)
            return undefined;
        const old = age < 0 ? 'which is to come' : `${Math.floor(age / DAY_MS)} day(s) ago`;
        const why = `demands ${days} day(s), and it came out at ${time}, ${old} (the time line of its VERSION file)`;
        return { rule: minimumAge, why, remedy: age < 0 ? `See whether the clock is right. ${remedy}` : remedy };
    }
    if (unknown === 'allow' || (latest !== undefined && now - Date.parse(latest) >= days * DAY_MS))
        return undefined;
    const why = `demands ${days} day(s), and nobody knows when it came out, for which the rule says "unknown": "stop"`;
    return { rule: minimumAge, why, remedy };
}
/**
 * The rule on minors that Go does not support any more, whatever it demands (its `value`).
 *
 * @param supported the minors that are supported, the older first: `1.26`, `1.27`
 */
function endOfLifeBreach({ endOfLife }, version, supported) {
    const [oldest] = supported;
    if (endOfLife === undefined || oldest === undefined || !(0,names/* isGoSemver */.B7)(version))
        return undefined;
    // Release candidates of the oldest one are of before it, and yet of that minor.
    if ((0,semver.compare)(version, `${oldest}.0-0`) >= 0)
        return undefined;
    const why = `is about minors that Go does not support any more; supported are ${supported.join(' and ')}`;
    return { rule: endOfLife, why, remedy: `Ask for a version of ${supported.join(' or ')}.` };
}
/** The rule on the way to install. */
function methodBreach({ method }, installMethod) {
    if (method === undefined || method.value === installMethod)
        return undefined;
    const why = `demands ${method.value}, and install-method is ${installMethod}`;
    return { rule: method, why, remedy: `Set install-method to ${method.value}.` };
}

;// CONCATENATED MODULE: ./lib/policy/step-policy.js







/** How many releases of a range may be downloaded in vain; a minor has one a month. */
const MOST_IN_VAIN = 5;
/** @param learned what the step comes to know of releases; filled while it runs */
function createStepPolicy(policy, learned, log) {
    const young = new Map();
    const fresh = new Set();
    const remarked = new Set();
    let inVain = 0;
    function endOfLife(version) {
        const known = builtin_minors/* newestMinors */.$.map((minor) => `${minor}.0`);
        return endOfLifeBreach(policy, version, (0,supported/* supportedMinors */.j)([...known, ...(learned.versions ?? [])]));
    }
    /** What is known against a version before any file of it is seen. */
    function against(version) {
        const old = endOfLife(version);
        return versionBreach(policy, version) ?? (old?.rule.value === 'stop' ? old : young.get(version));
    }
    async function tooYoung({ version, official }, tree) {
        if (policy.minimumAge === undefined)
            return undefined;
        const time = tree === undefined ? undefined : await (0,inspect/* readReleaseTime */.lx)(tree);
        const latest = time === undefined && official ? await indexedSince(version) : undefined;
        const breach = ageBreach(policy, { time, latest }, Date.now());
        // That nobody knows it of a tree says nothing of the version: go.dev's own build of it can be old enough.
        if (breach !== undefined && (time !== undefined || official))
            young.set(version, breach);
        return breach;
    }
    function refuse({ version, origin }, breach) {
        const by = origin === undefined ? '' : `, asked for by ${origin},`;
        return refusal(policy, `Go ${version}${by}`, breach);
    }
    async function requireVersion(asked) {
        const { version } = asked;
        const old = endOfLife(version);
        const breach = against(version);
        if (breach !== undefined)
            throw refuse(asked, breach.rule === policy.endOfLife ? await byIndex(breach) : breach);
        if (old === undefined || remarked.has(version))
            return;
        remarked.add(version);
        const { why, remedy } = await byIndex(old);
        const line = `Go ${version}: the rule ${old.rule.path} of the policy ${why}.`;
        if (old.rule.value === 'warning')
            log.warn(`${line} ${remedy}`);
        else
            log.info(line);
    }
    async function byIndex(breach) {
        const { builtinDate } = await __webpack_require__.e(/* import() */ 1648).then(__webpack_require__.bind(__webpack_require__, 1648));
        const list = learned.versions === undefined ? '' : 'the release list that this step read and ';
        return { ...breach, why: `${breach.why}, by ${list}the built-in index of ${builtinDate}` };
    }
    async function requireRelease(asked) {
        await requireVersion(asked);
        const breach = sourceBreach(policy, asked);
        if (breach !== undefined)
            throw refuse(asked, breach);
    }
    async function requireAge(asked, tree) {
        const known = young.has(asked.version);
        const breach = await tooYoung(asked, tree);
        if (breach === undefined)
            return;
        young.set(asked.version, breach);
        const error = refuse(asked, breach);
        if (!known)
            fresh.add(error);
        throw error;
    }
    return {
        policy,
        label: `${policy.name || external_node_path_.basename(policy.file)} sha256:${policy.sha256}`,
        ruledOut: (version) => against(version)?.rule.path,
        async acceptsTree(asked, tree) {
            const breach = against(asked.version) ?? sourceBreach(policy, asked) ?? (await tooYoung(asked, tree));
            if (breach === undefined)
                return true;
            log.info(`${tree} is not used: the rule ${breach.rule.path} of the policy ${breach.why}`);
            return false;
        },
        requireVersion,
        requireRelease,
        requireAge,
        async requireTree(asked, tree) {
            await requireRelease(asked);
            await requireAge(asked, tree);
        },
        requireMethod(method) {
            const breach = methodBreach(policy, method);
            if (breach !== undefined)
                throw refusal(policy, 'This step', breach);
        },
        refuseUser(who) {
            const rule = policy.requireElevation;
            if (rule === undefined)
                return;
            const why = `demands an administrator’s rights for a change of the whole machine, and ${who} has none`;
            const remedy = 'Run the runner under an administrator’s account, or leave scope: machine out.';
            throw refusal(policy, 'The change', { rule, why, remedy });
        },
        passesOver(spec, error) {
            if (spec.kind !== 'range' || !fresh.delete(error) || ++inVain > MOST_IN_VAIN)
                return false;
            log.info(`${error.message} Looking for another match of ${spec.text}`);
            return true;
        },
    };
}
/** The day of the built-in index, where that has the release: it was out then. */
async function indexedSince(version) {
    const { builtinDate, builtinRelease } = await __webpack_require__.e(/* import() */ 1648).then(__webpack_require__.bind(__webpack_require__, 1648));
    const known = names/* architectures */.f2.some((one) => ['zip', 'msi'].some((kind) => builtinRelease(version, one, kind) !== undefined));
    return known ? builtinDate : undefined;
}

;// CONCATENATED MODULE: ./lib/policy/open.js




/** Operations that end with a Go that is used. */
const RULED = /^(?:install|switch|rollback|repair)$/;
/**
 * Reads the policy of a step, says which it is, and checks what it says of the step's way to install.
 *
 * @param workspace what the path of the policy counts from
 * @param learned what the step comes to know of releases; filled while it runs
 * @throws SetupError E_INPUT for a file that is not usable; E_POLICY
 */
async function openPolicy(inputs, workspace, learned, log) {
    const policy = await readPolicy(external_node_path_.resolve(workspace, inputs.policy));
    log.info(`Policy ${describePolicy(policy)}, SHA-256 ${policy.sha256}`);
    const step = createStepPolicy(policy, learned, log);
    if (RULED.test(inputs.operation))
        step.requireMethod(inputs.installMethod);
    return step;
}


/***/ })

};
