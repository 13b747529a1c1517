export const id = 8101;
export const ids = [8101];
export const modules = {

/***/ 9101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EP: () => (/* binding */ cacheDirectories),
/* harmony export */   iM: () => (/* binding */ hasModules),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   yA: () => (/* binding */ UNFINISHED)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _go_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3787);



/**
 * GOMODCACHE and GOCACHE as `go env` would give them: what the user set, else Go's defaults below GOPATH and %LOCALAPPDATA%. Where they may be moved
 * and RUNNER_TEMP is on another drive than the profile, as on hosted runners, whose second drive is local and several times as fast, what the user
 * did not set goes to `\setup-go-win` of that drive.
 *
 * @param mayMove whether later steps can be told of another place
 * @returns undefined where Go itself would find no place, or refuse it
 */
function cacheDirectories(env, mayMove) {
    const { join, isAbsolute } = node_path__WEBPACK_IMPORTED_MODULE_1__.win32;
    const local = env['LOCALAPPDATA'] ?? '';
    const fast = mayMove ? fastDrive(env['RUNNER_TEMP'] ?? '', local) : undefined;
    const variables = {};
    const place = (name, set, below, usual) => {
        if (set !== undefined || fast === undefined)
            return set ?? usual;
        variables[name] = join(fast, 'setup-go-win', below);
        return variables[name];
    };
    const gopath = (0,_go_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readGopath */ .c)(env);
    const below = gopath === undefined ? undefined : join(gopath, 'pkg', 'mod');
    const ownGopath = (0,_go_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .goSetting */ .T)('GOPATH', env) === undefined ? undefined : below;
    const modules = place('GOMODCACHE', (0,_go_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .goSetting */ .T)('GOMODCACHE', env) ?? ownGopath, 'mod', below);
    const usual = local === '' ? undefined : join(local, 'go-build');
    const builds = place('GOCACHE', (0,_go_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .goSetting */ .T)('GOCACHE', env), 'build', usual);
    if (!modules || !builds || !isAbsolute(modules) || !isAbsolute(builds))
        return undefined;
    return { modules, builds, variables };
}
function fastDrive(temp, local) {
    const [drive, other] = [temp, local].map((place) => node_path__WEBPACK_IMPORTED_MODULE_1__.win32.parse(place).root.toUpperCase());
    return drive !== undefined && /^[A-Z]:\\$/.test(drive) && drive !== other ? drive : undefined;
}
/**
 * Whether a module cache has modules in it: then an archive unpacked over it meets files that are there, which are read-only, and tar fails with
 * thousands of lines. `cache` alone holds locks and lists as well; what was downloaded is in `cache\download`.
 */
async function hasModules(modules) {
    const names = await namesIn(modules);
    if (names.some((name) => name.toLowerCase() !== 'cache' && name !== UNFINISHED))
        return true;
    return (await namesIn(node_path__WEBPACK_IMPORTED_MODULE_1__.join(modules, 'cache', 'download'))).length > 0;
}
/** A file of ours in a module cache into which an archive is being unpacked. While it is there, what is beside it may be half. */
const UNFINISHED = 'setup-go-win.unfinished';
/** Names in a directory; none where it is not there or cannot be read. */
async function namesIn(directory) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ cacheKeys),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * `[<prefix>-]setup-go-win-windows-<arch>-<go version>-<hash>`. The hash is that of the dependency files' contents, wherever they lie and whatever
 * they end lines with: a checkout in another directory, or with other settings of git, has the same modules.
 */
function cacheKeys({ prefix, architecture, goVersion, contents }) {
    const stem = [...(prefix === '' ? [] : [prefix]), 'setup-go-win-windows', architecture, goVersion].join('-');
    return { key: `${stem}-${hashOf(contents)}`, restoreKeys: [`${stem}-`] };
}
function hashOf(contents) {
    if (contents.length === 0)
        return 'no-dependencies';
    const digests = contents.map((content) => sha256(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n')));
    return sha256(digests.sort().join('\n'));
}
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'latin1').digest('hex');
}
/** Whether the service answered with this very key. Services don't agree on the case of letters. */
function isSameKey(key, other) {
    return other !== undefined && key.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 8101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ LOOK_UP_MS),
  l: () => (/* binding */ reason),
  restoreCaches: () => (/* binding */ restoreCaches)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/modcache/dependency-files.js


/** The files that say which modules a build needs. */
const NAMES = ['go.sum', 'go.mod', 'go.work.sum', 'go.work'];
/** Other people's modules, and those that are no part of a build. */
const NOT_OURS = new Set(['vendor', 'node_modules', 'testdata', '.git']);
/** More than these no project needs; a workspace with a Go tree in it may have them. */
const MOST_FILES = 1000;
/**
 * The dependency files of a workspace: those in its root, or where the root has none, all below it except in vendor, node_modules, testdata and
 * directories that Go leaves out (`_x`, `.x`). In the order of their names.
 */
async function findDependencyFiles(workspace) {
    const root = await filesIn(workspace);
    const own = root.files.filter((name) => NAMES.includes(name)).map((name) => external_node_path_.join(workspace, name));
    if (own.length > 0)
        return own.sort();
    const found = [];
    const pending = [workspace];
    for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
        const { files, directories } = directory === workspace ? root : await filesIn(directory);
        for (const name of files)
            if (NAMES.includes(name))
                found.push(external_node_path_.join(directory, name));
        for (const name of directories)
            if (!NOT_OURS.has(name) && !/^[._]/.test(name))
                pending.push(external_node_path_.join(directory, name));
        if (found.length >= MOST_FILES)
            break;
    }
    return found.sort();
}
/** A directory that cannot be read has no dependency files. */
async function filesIn(directory) {
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const names = (wanted) => entries.filter(wanted).map((entry) => entry.name);
    return { files: names((entry) => entry.isFile()), directories: names((entry) => entry.isDirectory()) };
}
/**
 * The files that globs name, as @actions/glob has them: `**`, and `!` for what is left out, relative to the workspace. In the order of their names.
 * The library is loaded here, for those who give a pattern.
 */
async function matchDependencyFiles(patterns, workspace) {
    const { create } = await __webpack_require__.e(/* import() */ 2377).then(__webpack_require__.bind(__webpack_require__, 2377));
    const globber = await create(patterns.map((pattern) => belowWorkspace(pattern, workspace)).join('\n'), {
        matchDirectories: false,
        implicitDescendants: false,
    });
    return [...new Set(await globber.glob())].sort();
}
function belowWorkspace(pattern, workspace) {
    const [, not = '', rest = ''] = /^((?:!\s*)*)(.*)$/.exec(pattern) ?? [];
    if (external_node_path_.isAbsolute(rest))
        return pattern;
    // What looks like a pattern in the workspace's own name is none.
    const plain = workspace.replace(/[[?*]/g, '[$&]');
    return `${not}${external_node_path_.join(plain, rest)}`;
}

// EXTERNAL MODULE: ./lib/modcache/directories.js
var modcache_directories = __webpack_require__(9101);
// EXTERNAL MODULE: ./lib/modcache/key.js
var modcache_key = __webpack_require__(5029);
// EXTERNAL MODULE: ./lib/modcache/service.js
var service = __webpack_require__(5817);
// EXTERNAL MODULE: ./lib/modcache/state.js
var state = __webpack_require__(211);
;// CONCATENATED MODULE: ./lib/modcache/restore.js









/** How long the service gets to say whether it has a cache. */
const LOOK_UP_MS = 30_000;
/** How long bringing and unpacking one may take: more than that it never saves. */
const RESTORE_MS = 600_000;
/**
 * Restores modules and builds of an earlier run for this Go, and leaves word for the post step where there may be something new to save.
 * What goes wrong is told in the log.
 *
 * @param save whether the post step may save at all
 * @returns undefined where there is no service to restore from, or no place to restore to
 * @throws nothing but the signal's reason
 */
async function restoreCaches(toolchain, context, save) {
    const { inputs, log, signal } = context;
    let outcome;
    try {
        const directories = (0,modcache_directories/* cacheDirectories */.EP)(process.env, context.host.hosted && inputs.updateEnvironment);
        if (directories === undefined) {
            log.info('No module cache: GOMODCACHE and GOCACHE are no whole paths on this machine');
            return undefined;
        }
        const keys = await keysFor(toolchain, context);
        const { variables } = directories;
        for (const [name, directory] of Object.entries(variables))
            log.info(`${name} = ${directory}, on the drive of RUNNER_TEMP`);
        outcome = { key: keys.key, matchedKey: '', hit: false, variables };
        const { matchedKey, hit } = await fill(directories, keys, context);
        if (save && !(0,modcache_key/* isSameKey */.y)(keys.key, matchedKey))
            (0,state/* leavePendingSave */.m)({ key: keys.key, modules: directories.modules, builds: directories.builds });
        return { ...outcome, matchedKey: matchedKey ?? '', hit };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof service/* CacheTrouble */.E && error.unavailable) {
            log.info(`No module cache: ${reason(error)}`);
            return undefined;
        }
        log.info(`The module cache is not used: ${reason(error)}`);
        return outcome;
    }
}
async function keysFor(toolchain, { inputs, host, log }) {
    const patterns = inputs.cacheDependencyPath;
    const files = patterns.length > 0
        ? await matchDependencyFiles(patterns, host.workspace)
        : await findDependencyFiles(host.workspace);
    const nothing = 'so the key of the module cache names no dependencies';
    if (files.length === 0 && patterns.length > 0)
        log.warn(`cache-dependency-path matches no file in ${host.workspace}, ${nothing}.`);
    else if (files.length === 0)
        log.info(`${host.workspace} has no go.sum or go.mod, ${nothing}`);
    return (0,modcache_key/* cacheKeys */.X)({
        prefix: inputs.cacheKeyPrefix,
        architecture: toolchain.architecture,
        goVersion: toolchain.goVersion,
        contents: await Promise.all(files.map((file) => (0,promises_.readFile)(file))),
    });
}
async function fill(directories, { key, restoreKeys }, { log, signal }) {
    const { modules, builds } = directories;
    await removeUnfinished(modules, log, signal);
    const ask = (kind, wanted, limitMs) => (0,service/* askCacheService */.J)({ kind, paths: [modules, builds], key: wanted, restoreKeys: kind === 'look-up' ? restoreKeys : [] }, { limitMs, signal, debug: log.debug });
    const matchedKey = await ask('look-up', key, LOOK_UP_MS);
    if (matchedKey === undefined) {
        log.info(`Module cache: there is none yet for ${key}`);
        return { matchedKey, hit: false };
    }
    if (await (0,modcache_directories/* hasModules */.iM)(modules)) {
        log.info(`Module cache: ${modules} has modules already, so ${matchedKey} is not restored over them`);
        return { matchedKey, hit: false };
    }
    const started = Date.now();
    await markUnfinished(modules);
    try {
        await ask('restore', matchedKey, RESTORE_MS);
    }
    catch (error) {
        // Go takes a module's directory that is there for a whole one.
        if (!signal.aborted)
            await removeUnfinished(modules, log, signal);
        throw error;
    }
    await (0,promises_.unlink)(external_node_path_.join(modules, modcache_directories/* UNFINISHED */.yA));
    const hit = (0,modcache_key/* isSameKey */.y)(key, matchedKey);
    const took = (0,report_log/* formatDuration */.a3)(Date.now() - started);
    log.info(`Module cache restored in ${took}: ${matchedKey}${hit ? '' : `, the nearest to ${key}`}`);
    return { matchedKey, hit };
}
async function markUnfinished(modules) {
    await (0,promises_.mkdir)(modules, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(modules, modcache_directories/* UNFINISHED */.yA), '');
}
/** What a restore left that did not come to its end, here or in a run that was killed: there were no modules before it. */
async function removeUnfinished(modules, log, signal) {
    const marker = external_node_path_.join(modules, modcache_directories/* UNFINISHED */.yA);
    if ((await (0,promises_.readFile)(marker).catch(() => undefined)) === undefined)
        return;
    log.info(`${modules} holds what an unfinished restore left: it is removed`);
    try {
        await (0,files/* removeTree */.dM)(modules, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        log.warn(`${modules} holds half a module cache that cannot be removed (${reason(error)}): builds of this job may miss modules.`);
    }
}
/** An error as a clause for the log. */
function reason(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 5817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CacheTrouble),
/* harmony export */   J: () => (/* binding */ askCacheService)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9820);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5704);



/** Why the cache service could not do what it was asked for. Never a reason for a job to fail. */
class CacheTrouble extends Error {
    name = 'CacheTrouble';
    /** True where the runner offers no cache service at all. */
    unavailable;
    constructor(message, unavailable = false) {
        super(message);
        this.unavailable = unavailable;
    }
}
/** Of the lines of tar there can be thousands; after these they say nothing new. */
const MOST_LINES = 200;
/**
 * Asks the cache service, by @actions/cache in a process of its own. The library cannot be stopped, waits for minutes, turns failures into annotations
 * and keeps sockets open when it is done. A process can be ended, and what it does then is nobody's concern.
 *
 * @returns the key that matched, or that is saved; undefined where none matched
 * @throws CacheTrouble with the reason as a clause, within the limit; the signal's reason when cancelled
 */
async function askCacheService(request, options) {
    const { limitMs, signal, debug, program = process.argv[1] ?? '' } = options;
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)(program, [_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .CACHE_ROLE */ .A], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: withoutInputs(process.env),
        execArgv: [],
    });
    const running = new Set();
    const problems = [];
    const secrets = [];
    let lines = 0;
    const hear = (text) => {
        for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
            const { level, message } = readLine(line);
            if (level === 'secret')
                secrets.push(message);
            const plain = withoutSecrets(message, secrets);
            if (level === 'problem')
                problems.push(plain);
            if (level !== 'secret' && ++lines <= MOST_LINES)
                debug(plain);
        }
    };
    let timer;
    let aborted = () => { };
    try {
        return await new Promise((resolve, reject) => {
            const trouble = (why, unavailable = false) => reject(new CacheTrouble(why, unavailable));
            timer = setTimeout(() => trouble(`it took more than ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(limitMs)}`), limitMs);
            aborted = () => reject(signal.reason);
            signal.addEventListener('abort', aborted, { once: true });
            child.once('error', (error) => trouble(error.message));
            child.once('exit', (code) => trouble(`the process that asks it ended with exit code ${code}`));
            child.on('message', (message) => {
                if (message.kind === 'line')
                    hear(message.text);
                else if (message.kind === 'started')
                    running.add(message.pid);
                else if (message.kind === 'ended')
                    running.delete(message.pid);
                else if (message.kind === 'unavailable')
                    trouble('the runner offers no cache service', true);
                else if (message.kind === 'failed')
                    trouble(message.message);
                // The library tells of a failure by a line, and then answers as if there were no cache, or as if it had saved one.
                else if (problems.length > 0 && (request.kind === 'save' || message.key === undefined))
                    trouble(problems.join('; '));
                else
                    resolve(message.key);
            });
            child.send(request);
        });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', aborted);
        child.removeAllListeners();
        child.on('error', () => { });
        child.kill('SIGKILL');
        // What it had started would go on without it.
        for (const pid of running)
            endProcess(pid);
    }
}
/** The inputs hold the mirror's token, and tar has no use for them. */
function withoutInputs(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_/i.test(name)));
}
/** One line of the library: a command of the runner's, or text. What it wants hidden is the signature of a URL. */
function readLine(line) {
    const [, command = '', text = line] = /^::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    const message = text.replaceAll('%0D', '').replaceAll('%0A', ' ').replaceAll('%25', '%').trim();
    if (command === 'add-mask')
        return { level: 'secret', message };
    const problem = /^(?:error|warning)$/.test(command) || /^(?:Failed to|Cache (?:restore|save) skipped)/.test(message);
    return { level: problem && command !== 'debug' ? 'problem' : 'other', message };
}
/** A signed URL is as good as the archive itself: no query is shown, nor what the library wants hidden. */
function withoutSecrets(text, secrets) {
    const shown = text.replace(/(https?:\/\/[^\s"?\\]+)\?[^\s"\\]*/g, '$1');
    return secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, '***')), shown);
}
function endProcess(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
    }
}


/***/ })

};
