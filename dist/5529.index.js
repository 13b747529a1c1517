export const id = 5529;
export const ids = [5529];
export const modules = {

/***/ 5529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GZ: () => (/* binding */ askedFor),
  vz: () => (/* binding */ sourceOf),
  Z6: () => (/* binding */ withSources)
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
    throw new errors/* SetupError */.w('E_INPUT', `The directory that go-download-base-url names does not exist: ${(0,display_url/* displayUrl */.Qy)(directory)}.`, {
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
    const official = OFFICIAL.test((0,display_url/* displayUrl */.Qy)(base));
    const hashes = official ? new URL(OFFICIAL_HASHES) : base;
    const folders = versionFolders(official ? 'none' : 'by version');
    return {
        label: (0,display_url/* displayUrl */.Qy)(base).replace(/\/+$/, ''),
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
    return new errors/* SetupError */.w('E_INPUT', `The input go-download-base-url is no place that files come from: ${(0,display_url/* displayUrl */.Qy)(base)}.`, {
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
    const known = (0,builtin.builtinRelease)(release.version, release.architecture, release.kind);
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
    const known = (0,builtin.builtinRelease)(version, architecture, kind);
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
        `built-in index of ${builtin.builtinDate}: none`,
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
        const chosen = (0,release_select/* chooseRelease */.bX)(request.spec, here, options);
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
    const { architecture, kind } = options;
    if (spec.kind === 'exact')
        return (0,names/* describeRelease */.NC)(spec.version, architecture, kind, '', 0);
    const chosen = (0,release_select/* chooseRelease */.bX)(spec, (0,builtin/* builtinReleases */.W)(architecture, kind), options);
    if (chosen === undefined) {
        if (listing.error !== undefined)
            throw listing.error;
        const source = `${mirror.label} (which has no release list; this is the built-in index of ${builtin.builtinDate})`;
        throw (0,release_select/* notFound */.mX)(request, names/* architectures */.f2.flatMap((one) => (0,builtin/* builtinReleases */.W)(one, kind)), architecture, source);
    }
    const answer = `the built-in index of ${builtin.builtinDate} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${chosen.version}`;
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
    const { architecture, kind } = options;
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
        const release = (0,release_select/* chooseRelease */.bX)(spec, (0,builtin/* builtinReleases */.W)(architecture, kind), options);
        if (release === undefined)
            throw error;
        const answer = `the built-in index of ${builtin.builtinDate} answers ${(0,release_spec/* quote */.h)(spec.text)} with ${release.version}`;
        if (options.offline)
            options.note(`Offline: ${answer}.`);
        else
            options.warn(`The release list of ${options.goDev.label} can't be read, ${answer}: ${error.message}`);
        return fromIndex(release);
    }
    const here = list.filter((one) => one.architecture === architecture);
    const release = (0,release_select/* chooseRelease */.bX)(spec, here, options);
    if (release === undefined)
        throw (0,release_select/* notFound */.mX)(request, list, architecture, options.goDev.label);
    return { release, hashSource: 'go.dev list', official: options.goDev.official };
}
/** What later releases can't change: an exact version, and the oldest stable match of a range. */
function builtinAnswer({ spec }, options) {
    const { architecture, kind, resolution } = options;
    if (spec.kind === 'exact')
        return (0,builtin.builtinRelease)(spec.version, architecture, kind);
    if (spec.kind === 'alias' || resolution !== 'lowest')
        return undefined;
    const lowest = (0,release_select/* chooseRelease */.bX)(spec, (0,builtin/* builtinReleases */.W)(architecture, kind), options);
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
    const known = (0,builtin/* builtinReleases */.W)(options.architecture, options.kind).map((one) => one.version);
    const nearest = (0,release_select/* nearestVersions */.Az)(spec, known, 3).join(', ');
    const newest = spec.kind !== 'exact' && options.checkLatest;
    const why = newest
        ? `check-latest needs the release list for ${wanted}`
        : `${wanted} is not in the built-in index of ${builtin.builtinDate} and needs go.dev's release list`;
    return new errors/* SetupError */.w('E_NETWORK', `Offline rules out what was asked for: ${why}.`, {
        remedy: newest
            ? 'Set check-latest or offline to false, or give a local directory with a release list in go-download-base-url.'
            : `Use a version that the index knows (nearest: ${nearest}), give a local directory in go-download-base-url, or set offline to false.`,
    });
}

// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
;// CONCATENATED MODULE: ./lib/sources.js





/** Where the file of a release is, for people and for its sidecar. */
function sourceOf({ filename }, { label }) {
    return `${label}/${filename}`;
}
/** A release that would be fetched, as a policy is asked about it. */
function askedFor({ release, official }, origin, request) {
    return {
        version: release.version,
        source: sourceOf(release, origin),
        official,
        origin: request.origin,
    };
}
/** Opens mirror and go.dev for `work`, with the step's credentials and proxies, and drops their connections after it. */
async function withSources(context, work) {
    const { inputs, log, policy, signal } = context;
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
                ruledOut: policy?.ruledOut,
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
