export const id = 844;
export const ids = [844];
export const modules = {

/***/ 9844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeDiagnostics: () => (/* binding */ writeDiagnostics)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __webpack_require__(9816);
// EXTERNAL MODULE: ./lib/windows/host.js
var host = __webpack_require__(5159);
// EXTERNAL MODULE: ./lib/report/secrets.js
var secrets = __webpack_require__(867);
;// CONCATENATED MODULE: ./lib/report/bundle/environment-part.js




/** Variables whose values are known to be harmless. Of all others only the name is told: what an innocent name hides nobody knows. */
const SHOWN_VARIABLES = [
    /^RUNNER_(?:OS|ARCH|NAME|ENVIRONMENT|TEMP|TOOL_CACHE|WORKSPACE|DEBUG)$/,
    /^GITHUB_(?:ACTION|ACTION_REF|ACTION_REPOSITORY|ACTIONS|API_URL|EVENT_NAME|JOB|REPOSITORY|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SERVER_URL|WORKFLOW|WORKSPACE)$/,
    /^PROCESSOR_(?:ARCHITECTURE|ARCHITEW6432|IDENTIFIER|LEVEL|REVISION)$/,
    /^(?:IMAGEOS|IMAGEVERSION|OS|CI|NUMBER_OF_PROCESSORS|AGENT_TOOLSDIRECTORY|LANG|TZ)$/,
    /^(?:SYSTEMROOT|SYSTEMDRIVE|WINDIR|PROGRAMDATA|PROGRAMFILES|PROGRAMFILES\(X86\)|PROGRAMW6432|TEMP|TMP|PATH|PATHEXT|COMSPEC)$/,
    /^(?:GOROOT|GOPATH|GOBIN|GOCACHE|GOMODCACHE|GOTOOLCHAIN|GOOS|GOARCH|GO111MODULE|GOENV|GOSUMDB|GOPROXY|GONOPROXY|GONOSUMDB|GOPRIVATE|GOVCS)$/,
    /^(?:HTTPS?_PROXY|ALL_PROXY|NO_PROXY|GO_DOWNLOAD_BASE_URL|SETUP_GO_WIN_GOROOT|SETUP_GO_WIN_GOTOOLCHAIN)$/,
];
/** Inputs whose values are shown. Those of the others, and of what is no input of this action, are not. */
const SHOWN_INPUTS = [
    ...['go-version', 'go-version-file', 'check-latest', 'resolution', 'architecture', 'go-download-base-url'],
    ...['checksum', 'official-only', 'transparency', 'offline', 'verify', 'install-method', 'scope'],
    ...['machine-root', 'operation', 'msi-install-dir', 'msi-signature', 'msi-publisher', 'msi-timeout'],
    ...['lock-timeout', 'download-timeout', 'on-reboot-required', 'stop-holders', 'go-toolchain', 'set-goroot'],
    ...['update-environment', 'cache', 'cache-dependency-path', 'cache-key-prefix', 'problem-matchers'],
    ...['summary', 'keep-versions', 'keep-minors', 'keep-days', 'lease-hours', 'dry-run', 'policy'],
    ...['metrics-file', 'ca-file', 'client-cert', 'client-key'],
];
const environmentPart = {
    name: 'environment.json',
    what: 'Windows, the runner, the inputs and the environment; values only of variables that are known to be harmless, names of all',
    cheap: true,
    write(directory, step) {
        directory.writeJson('environment.json', facts(step));
    },
};
function facts({ env, started }) {
    const shown = {};
    const inputs = {};
    const named = [];
    for (const [name, value = ''] of Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const input = /^INPUT_(.*)$/i.exec(name)?.[1]?.toLowerCase();
        if (input !== undefined) {
            if (value !== '')
                inputs[input] = isShownInput(input) ? addressed(value) : '(given, not shown)';
        }
        else if (isShownVariable(name))
            shown[name] = addressed(value);
        else
            named.push(name);
    }
    return {
        schema: 1,
        windows: { release: external_node_os_.release(), version: external_node_os_.version(), type: external_node_os_.type() },
        machine: {
            architecture: (0,host/* machineArchitecture */.J)(env),
            processors: external_node_os_.availableParallelism(),
            memoryBytes: external_node_os_.totalmem(),
            freeMemoryBytes: external_node_os_.freemem(),
            upSeconds: Math.round(external_node_os_.uptime()),
        },
        node: {
            version: process.version,
            architecture: process.arch,
            program: process.execPath,
            pid: process.pid,
        },
        step: {
            started: new Date(started).toISOString(),
            milliseconds: Date.now() - started,
            directory: process.cwd(),
        },
        inputs,
        environment: shown,
        otherVariables: named,
    };
}
function isShownInput(name) {
    return SHOWN_INPUTS.includes(name);
}
function isShownVariable(name) {
    const upper = name.toUpperCase();
    return !(0,secrets/* looksSecret */.n)(upper) && SHOWN_VARIABLES.some((one) => one.test(upper));
}
/** Each address in a value as it may be shown; what is no address stays as it is. */
function addressed(value) {
    return value.replace(/[^\s,|]*(?::\/\/|@)[^\s,|]*/g, display_url/* displayUrl */.Q);
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/report/bundle/failure-part.js

/** Errors of a chain that are kept; one that leads back to itself has no end. */
const DEEPEST = 10;
const failurePart = {
    name: 'failure.json',
    what: 'the failure: code, cause, remedy, evidence, and the errors underneath with their stacks',
    cheap: true,
    write(directory, { failure, error, redact }) {
        directory.writeJson('failure.json', { schema: 1, ...failure, errors: chain(error, redact) });
    },
};
const logPart = {
    name: 'step.log',
    what: "the step's log with its debug lines; the numbers are milliseconds since the start",
    cheap: true,
    write(directory, { lines }) {
        directory.write('step.log', `${lines.join('\n')}\n`);
    },
};
/** Stacks are redacted before they are cut into lines. */
function chain(error, redact) {
    const found = [];
    for (let current = error; current !== undefined && found.length < DEEPEST;) {
        if (!(current instanceof Error)) {
            found.push({ value: String(current) });
            break;
        }
        found.push({
            name: current.name,
            message: current.message,
            code: (0,errors/* systemCode */.x)(current),
            stack: redact(current.stack ?? '').split('\n'),
            ...(current instanceof AggregateError
                ? { errors: current.errors.slice(0, DEEPEST).map((one) => String(one)) }
                : {}),
        });
        current = current.cause;
    }
    return found;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/windows/holder.js
var holder = __webpack_require__(7291);
// EXTERNAL MODULE: ./lib/windows/holders.js
var windows_holders = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/windows/places.js
var places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/machine/root.js
var root = __webpack_require__(2685);
;// CONCATENATED MODULE: ./lib/report/bundle/places.js


/** The tool caches of the step; none where there is no runner. */
function toolCachesOf({ env }) {
    try {
        return (0,host/* readHost */.r)(env, 'win32').toolCaches;
    }
    catch {
        return [];
    }
}
/** Where the machine's own part lies. */
function machineRootOf({ inputs, env }) {
    return inputs?.machineRoot || (0,root/* defaultMachineRoot */.F)(env);
}
/** Whether the step was about a Go of the machine. */
function isMsi({ inputs, failure }) {
    return inputs?.installMethod === 'msi' || failure.code.startsWith('E_MSI_');
}

;// CONCATENATED MODULE: ./lib/report/bundle/machine-parts.js









const diskPart = {
    name: 'disk.txt',
    what: 'free and total space where the tool cache, RUNNER_TEMP, the temporary files and the machine root lie',
    cheap: false,
    async write(directory, step) {
        const places = [
            ...toolCachesOf(step).map((place) => ['tool cache', place]),
            ['RUNNER_TEMP', step.env['RUNNER_TEMP'] ?? ''],
            ['temporary files', external_node_os_.tmpdir()],
            ['machine root', machineRootOf(step)],
        ].filter(([, place]) => place !== '');
        // At once: a share that is not there may answer after the others, or never.
        await Promise.all(places.map(async ([what, place = '']) => directory.append('disk.txt', `${what} ${place}: ${await space(place)}\n`)));
    },
};
/** Of the nearest directory that is there: the place itself may be what could not be made. */
async function space(place) {
    try {
        const { bavail, blocks, bsize } = await (0,promises_.statfs)(await (0,places/* nearestDirectory */.O)(place));
        if (blocks === 0)
            return 'its volume tells nothing';
        return `${(0,log/* formatBytes */.z3)(bavail * bsize)} free of ${(0,log/* formatBytes */.z3)(blocks * bsize)}`;
    }
    catch (error) {
        return `not known (${(0,errors/* systemCode */.x)(error) ?? error})`;
    }
}
const HELD = new Set([
    'E_LOCKED',
    'E_PERMISSION',
    'E_MSI_LOCKED',
    'E_MSI_PERMISSION',
    'E_MSI_TARGET',
    'E_REBOOT',
    'E_VERIFY',
]);
/** For PowerShell and tasklist: less than the bundle has, so that no program outlives the step's report. */
const SEARCH_MS = 9000;
const holdersPart = {
    name: 'holders.txt',
    what: 'processes that run from the tool cache, or from the Go of the machine, without the values in their command lines',
    cheap: false,
    missing: ({ failure }) => HELD.has(failure.code) ? undefined : 'this failure has nothing to do with files that are held',
    async write(directory, step) {
        for (const place of heldPlaces(step)) {
            directory.until.throwIfAborted();
            const { holders, looked } = await (0,windows_holders/* nameHolders */.Vu)([], place, { timeoutMs: SEARCH_MS });
            const lines = [...looked, ...holders.map(holder/* describeHolder */.sG)];
            directory.append('holders.txt', `${place}\n${lines.map((line) => `  ${line}\n`).join('')}`);
        }
    },
};
function heldPlaces(step) {
    if (!isMsi(step))
        return toolCachesOf(step);
    const programs = step.env['ProgramW6432'] || step.env['ProgramFiles'] || 'C:\\Program Files';
    return [step.inputs?.msiInstallDir || external_node_path_.win32.join(programs, 'Go')];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/msi/digest.js
var digest = __webpack_require__(1695);
// EXTERNAL MODULE: ./lib/msi/log.js + 4 modules
var msi_log = __webpack_require__(4113);
// EXTERNAL MODULE: ./lib/msi/log-text.js
var log_text = __webpack_require__(7409);
;// CONCATENATED MODULE: ./lib/report/bundle/msi-part.js







/** Of each log; a longer one keeps as much of its beginning as of its end. A log of Go's own MSI has 10 to 15 MB. */
const MOST_BYTES = 20_000_000;
const MOST_LOGS = 10;
const msiPart = {
    name: 'msi',
    what: "msiexec's logs of this step as UTF-8, each with a digest of what matters in it",
    cheap: false,
    missing: (step) => !isMsi(step)
        ? 'no MSI was asked for'
        : logsOf(step).length === 0
            ? 'msiexec was not run, or did not get as far as a log'
            : undefined,
    async write(directory, step) {
        const failures = [];
        for (const log of logsOf(step)) {
            await copyMsiLog(directory, log).catch((error) => failures.push(`${log}: ${String(error)}`));
        }
        if (failures.length > 0)
            directory.write('msi/not-readable.txt', `${failures.join('\n')}\n`);
    },
};
/** The logs that the step's log and evidence name, as attempts call theirs: nothing else gets in by what somebody made a message say. */
function logsOf({ failure, lines }) {
    const named = [...lines, ...failure.evidence].map((line) => /\blog:? (\S.*[\\/](?:install|repair|rollback|uninstall)-[0-9a-f]{8}-\d+-[a-z-]+\.log)/.exec(line)?.[1]);
    return [...new Set(named)].filter((log) => log !== undefined).slice(-MOST_LOGS);
}
/**
 * Copies a log of msiexec, decoded and redacted, and its digest.
 *
 * @param most bytes of it that are kept
 * @throws a file system error; the reason when the time is up
 */
async function copyMsiLog(directory, log, most = MOST_BYTES) {
    // In Windows' way also where a test runs on another system.
    const name = external_node_path_.win32.basename(log);
    const { size } = await (0,promises_.stat)(log);
    directory.write(`msi/${name}.digest.txt`, `${(0,digest/* digestLines */.a)(await (0,msi_log/* parseMsiLog */.L)(log), log).join('\n')}\n`);
    directory.write(`msi/${name}`, '');
    if (size <= most)
        return await copyLines(directory, log, name, 0, size);
    const half = Math.floor(most / 4) * 2; // whole characters of UTF-16
    await copyLines(directory, log, name, 0, half);
    directory.append(`msi/${name}`, `\n(${size - 2 * half} bytes are left out here)\n\n`);
    await copyLines(directory, log, name, Math.floor((size - half) / 2) * 2, size);
}
/** Lines by the thousand: what has several lines, such as a key, is seen as a whole. */
async function copyLines(directory, log, name, start, end) {
    if (end <= start)
        return;
    const decoder = new log_text/* LogLines */.K();
    let lines = [];
    const flush = () => {
        if (lines.length > 0)
            directory.append(`msi/${name}`, `${lines.join('\n')}\n`);
        lines = [];
    };
    for await (const chunk of (0,external_node_fs_.createReadStream)(log, { start, end: end - 1, highWaterMark: 256 * 1024 })) {
        lines.push(...decoder.push(chunk));
        if (lines.length >= 2000)
            flush();
    }
    lines.push(...decoder.end());
    flush();
}

;// CONCATENATED MODULE: ./lib/report/bundle/part.js


function openBundle(directory, redact, until) {
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const place = (name) => {
        const file = external_node_path_.join(directory, name);
        (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(file), { recursive: true });
        return file;
    };
    // What a part that was given up finds out later is not wanted any more.
    const open = () => until.throwIfAborted();
    return {
        path: directory,
        until,
        write(name, text) {
            open();
            (0,external_node_fs_.writeFileSync)(place(name), redact(text));
        },
        append(name, text) {
            open();
            (0,external_node_fs_.appendFileSync)(place(name), redact(text));
        },
        writeJson(name, value) {
            open();
            const hide = (_, one) => (typeof one === 'string' ? redact(one) : one);
            (0,external_node_fs_.writeFileSync)(place(name), `${JSON.stringify(value, hide, 2)}\n`);
        },
    };
}

// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolcache/lock-record.js
var lock_record = __webpack_require__(3531);
// EXTERNAL MODULE: ./lib/report/audit.js
var audit = __webpack_require__(1489);
;// CONCATENATED MODULE: ./lib/report/bundle/tool-cache-part.js







/** Lines of a listing; a tool cache of years has hundreds of entries. */
const MOST_LINES = 1000;
const ARCHITECTURES = new Set(['x64', 'x86', 'arm64']);
const toolCachePart = {
    name: 'tool-cache.txt',
    what: "every Go in the tool cache, whole or torn; this action's own files there, and who holds its locks",
    cheap: false,
    missing: (step) => (toolCachesOf(step).length > 0 ? undefined : 'no tool cache is known'),
    async write(directory, step) {
        for (const root of toolCachesOf(step)) {
            const lines = bounded(directory);
            lines.add(root);
            await listTools(root, lines);
            await listState((0,layout/* stateDirectory */.FK)(root), '', lines);
            directory.append('tool-cache.txt', `${lines.all().join('\n')}\n`);
        }
    },
};
function bounded({ until }) {
    const lines = [];
    return {
        add(line) {
            until.throwIfAborted();
            lines.push(lines.length === MOST_LINES ? '  (and more)' : line);
        },
        open: () => lines.length <= MOST_LINES,
        all: () => lines,
    };
}
async function listTools(root, lines) {
    for (const tool of (await names(root, lines)).filter((name) => /^go(?:-|$)/i.test(name))) {
        for (const version of await names(external_node_path_.join(root, tool), lines)) {
            for (const name of await names(external_node_path_.join(root, tool, version), lines)) {
                if (!lines.open())
                    return;
                if (/\.complete$|\.setup-go-win\.json$/.test(name))
                    continue;
                const architecture = name;
                const said = ARCHITECTURES.has(name)
                    ? await describeEntry({ root, tool, version, architecture })
                    : name.startsWith('.')
                        ? 'temporary: an installation at work, or what is left of one'
                        : 'none of ours';
                lines.add(`  ${tool}\\${version}\\${name}: ${said}`);
            }
        }
    }
}
async function describeEntry(entry) {
    const [found, marker, sidecar, tree] = await Promise.all([
        (0,inspect/* inspectEntry */.pg)(entry).catch((error) => ({ state: 'unknown', reason: String(error) })),
        modified((0,layout/* markerPath */.Ar)(entry)),
        modified((0,layout/* sidecarPath */.n8)(entry)),
        modified((0,layout/* treePath */.ON)(entry)),
    ]);
    const state = found.state === 'whole'
        ? `whole, ${found.goVersion}, ${found.provenance ? `ours: SHA-256 ${found.provenance.sha256}, from ${found.provenance.source}` : 'no record of ours'}`
        : found.state === 'absent'
            ? 'absent'
            : `${found.state}: ${found.reason}`;
    return `${state}; tree ${tree}, marker ${marker}, sidecar ${sidecar}`;
}
async function listState(directory, below, lines) {
    for (const name of await names(directory, lines)) {
        if (!lines.open())
            return;
        const file = external_node_path_.join(directory, name);
        const shown = `${below}${name}`;
        const found = await (0,promises_.stat)(file).catch(() => undefined);
        if (found?.isDirectory()) {
            await listState(file, `${shown}\\`, lines);
            continue;
        }
        const owner = below === 'locks\\' && name.endsWith('.json') ? await (0,lock_record/* readOwner */.A)(file) : undefined;
        const held = owner
            ? `; ${owner.runner}, process ${owner.pid} on ${owner.host}, since ${owner.since}`
            : '';
        lines.add(`  .setup-go-win\\${shown}: ${found ? `${found.size} bytes, ${time(found.mtime)}` : 'gone, or not readable'}${held}`);
    }
}
async function names(directory, lines) {
    try {
        return (await (0,promises_.readdir)(directory)).sort();
    }
    catch (error) {
        const { code } = error;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            lines.add(`  ${directory}: not readable (${code ?? String(error)})`);
        return [];
    }
}
async function modified(file) {
    return await (0,promises_.stat)(file).then(({ mtime }) => time(mtime), ({ code }) => (code === 'ENOENT' ? 'none' : String(code)));
}
function time(date) {
    return date.toISOString();
}
const LAST_CHANGES = 50;
const auditPart = {
    name: 'audit.jsonl',
    what: `the last ${LAST_CHANGES} changes that this action recorded in the tool cache`,
    cheap: false,
    async write(directory, step) {
        let found = false;
        for (const root of toolCachesOf(step)) {
            const text = await (0,promises_.readFile)((0,audit/* auditPlaces */.au)(root, step.env).file, 'utf8').catch(() => '');
            const lines = text.split('\n').filter((line) => line.trim() !== '');
            if (lines.length === 0)
                continue;
            found = true;
            directory.append('audit.jsonl', `${lines.slice(-LAST_CHANGES).join('\n')}\n`);
        }
        return found ? undefined : 'none is recorded';
    },
};

;// CONCATENATED MODULE: ./lib/report/diagnostics.js








/** The cheap ones first: they are there whatever the others do. */
const PARTS = [
    failurePart,
    logPart,
    environmentPart,
    toolCachePart,
    auditPart,
    diskPart,
    holdersPart,
    msiPart,
];
/**
 * Leaves all that is known of a failure in a directory below RUNNER_TEMP, ready for actions/upload-artifact. Every part is best effort: of one
 * that fails README.txt says why, and one that is not ready in time is left out.
 *
 * @param until aborted when the time is up
 * @param cheapOnly a step that is cancelled has no time for more
 * @returns the directory
 * @throws Error where there is no RUNNER_TEMP, or nothing can be written there
 */
async function writeDiagnostics(step, until, cheapOnly) {
    const temp = step.env['RUNNER_TEMP'];
    if (!temp)
        throw new Error('RUNNER_TEMP is not set');
    const name = `setup-go-win-diagnostics-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    const bundle = openBundle(external_node_path_.join(temp, name), step.redact, until);
    const outcomes = new Map();
    const add = async (part) => outcomes.set(part, await writePart(part, bundle, step));
    // README.txt is written whatever happened, and after the time is up.
    const readme = openBundle(bundle.path, step.redact, new AbortController().signal);
    const describe = () => readme.write('README.txt', describeBundle(step, outcomes));
    for (const part of PARTS.filter(({ cheap }) => cheap))
        await add(part);
    for (const part of PARTS.filter(({ cheap }) => !cheap))
        outcomes.set(part, cheapOnly ? 'left out: the step was cancelled' : 'left out: the step was ended before it was written');
    describe();
    if (!cheapOnly) {
        await Promise.all(PARTS.filter(({ cheap }) => !cheap).map(add));
        describe();
    }
    return bundle.path;
}
/** @returns what README.txt says of it; empty where it is simply there */
async function writePart(part, bundle, step) {
    const { until } = bundle;
    let stop = () => { };
    const timeUp = new Promise((_, reject) => {
        stop = () => reject(new Error('it was not ready in time'));
        if (until.aborted)
            stop();
        else
            until.addEventListener('abort', stop, { once: true });
    });
    try {
        const missing = part.missing?.(step);
        if (missing !== undefined)
            return `left out: ${missing}`;
        const nothing = await Promise.race([part.write(bundle, step), timeUp]);
        return nothing === undefined ? '' : `left out: ${nothing}`;
    }
    catch (error) {
        return `not complete: ${error instanceof Error ? error.message : String(error)}`;
    }
    finally {
        until.removeEventListener('abort', stop);
        timeUp.catch(() => { }); // nobody waits for it any more
    }
}
function describeBundle({ failure, started }, outcomes) {
    const parts = [...outcomes].map(([{ name, what }, outcome]) => outcome === '' ? `${name.padEnd(18)}${what}` : `${name.padEnd(18)}${what}\n${' '.repeat(18)}(${outcome})`);
    return `Diagnostics of a failed setup-go-win step, begun ${new Date(started).toISOString()}

${failure.code}: ${failure.title}
${failure.message}
${failure.state === undefined ? '' : `${failure.state}\n`}${failure.remedy}

${parts.join('\n')}

Secrets are not in here: values of inputs and variables that are secret, in any form in which they are written, and what looks like a
secret stand as ***. Look through it all the same before you give it to others: paths, names of machines and accounts are in it.
`;
}


/***/ }),

/***/ 4913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ freeSpace),
/* harmony export */   O: () => (/* binding */ nearestDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The directory, or the nearest one above it that is there; the root of the drive where none is. */
async function nearestDirectory(directory) {
    for (let place = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory);; place = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place)) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined);
        if (found?.isDirectory() || node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place) === place)
            return place;
    }
}
/**
 * Bytes that this account may still write where a directory lies.
 *
 * @returns undefined where nobody says: some network drives tell nothing, and a probe without an answer stops nobody
 */
async function freeSpace(directory) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(directory).catch(() => undefined);
    return found === undefined || found.blocks === 0 ? undefined : found.bavail * found.bsize;
}


/***/ })

};
