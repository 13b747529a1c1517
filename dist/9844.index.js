export const id = 9844;
export const ids = [9844];
export const modules = {

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sq: () => (/* binding */ openMachineRoot),
/* harmony export */   t3: () => (/* binding */ machineRootAt)
/* harmony export */ });
/* unused harmony export defaultMachineRoot */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6021);




/** Where the machine's own part of the action is kept, when the input `machine-root` does not say. */
function defaultMachineRoot(env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['ProgramData'] || 'C:\\ProgramData', 'setup-go-win');
}
/** The machine's root: what the input `machine-root` says, else the default. @param given empty: the input is not given */
function machineRootAt(given, env = process.env) {
    return given || defaultMachineRoot(env);
}
/**
 * Makes the machine's root, closed to everybody but administrators, or looks whether the one that is there can be trusted: packages in it
 * are run with an administrator's rights, and the journal in it says what to undo.
 *
 * @param own SID of the account of this step; undefined where it is not known
 * @param note told what could not be done or looked at
 * @returns true where it was made
 * @throws SetupError E_ACL where others own it or may change it; E_PERMISSION where it cannot be made
 */
async function openMachineRoot(root, own, note, { elevated, powershell } = {}) {
    if (await makeDirectory(root)) {
        const owner = elevated === false ? own : _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .ADMINISTRATORS */ .pZ;
        const failure = owner === undefined ? undefined : await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .protectDirectory */ .dd)(root, owner);
        if (failure === undefined)
            return true;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(root).catch(() => { }); // else the next run would take it for somebody else's
        throw distrusted(root, `it could not be closed to others (${failure})`, []);
    }
    // A link can be made to lead elsewhere between a check and the use of what was checked.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(root)).isSymbolicLink())
        throw distrusted(root, 'it is a link', []);
    const found = await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .readSddl */ .Kp)(root, powershell);
    if (found === undefined) {
        note(`Who owns ${root} was not looked at: there is no PowerShell that answers`);
        return false;
    }
    if ('failure' in found)
        throw distrusted(root, 'who may change it could not be read', [found.failure]);
    const reason = (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .distrust */ .p7)(found.sddl, own);
    if (reason !== undefined)
        throw distrusted(root, reason, [found.sddl]);
    return false;
}
function distrusted(root, reason, evidence) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_ACL', `${root} is not used: ${reason}.`, {
        remedy: `Look at what is in it, then remove it, or give it to Administrators: icacls "${root}" /setowner *S-1-5-32-544 /T and /inheritance:r. Another place is set by machine-root.`,
        evidence,
    });
}
/** @returns false where it is there already */
async function makeDirectory(root) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(root);
        return true;
    }
    catch (cause) {
        const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'EEXIST' ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(root).catch(() => undefined) : undefined;
        if (found?.isDirectory())
            return false;
        if (found)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: it is a file.`, {
                remedy: 'Remove or rename that file, or name another place with machine-root.',
                cause,
            });
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'ENOENT')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: its drive is not there.`, {
                remedy: 'Name a place on a drive of this machine with machine-root.',
                cause,
            });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause)}.`, {
            remedy: 'Run the runner under an administrator’s account, or name another place with machine-root.',
            cause,
        });
    }
}


/***/ }),

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
    ...[
        'machine-root',
        'machine-goroot',
        'operation',
        'msi-install-dir',
        'msi-signature',
        'msi-publisher',
        'msi-timeout',
    ],
    ...['lock-timeout', 'download-timeout', 'on-reboot-required', 'stop-holders', 'go-toolchain', 'set-goroot'],
    ...['update-environment', 'cache', 'cache-dependency-path', 'cache-key-prefix', 'problem-matchers'],
    ...['summary', 'keep-versions', 'keep-minors', 'keep-days', 'lease-hours', 'dry-run', 'policy'],
    ...['runners', 'fleet-dir', 'canary', 'waves', 'max-failures', 'queue-timeout'],
    ...['expected-runner', 'runner-id', 'stage', 'result-file', 'health-check', 'health-runs', 'tolerance'],
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
                inputs[input] = isShownInput(input) ? (0,display_url/* displayAddresses */.F3)(value) : '(given, not shown)';
        }
        else if (isShownVariable(name))
            shown[name] = (0,display_url/* displayAddresses */.F3)(value);
        else
            named.push(name);
    }
    return {
        schema: 1,
        windows: { release: external_node_os_.release(), version: external_node_os_.version(), type: external_node_os_.type() },
        machine: {
            architecture: (0,host/* machineArchitecture */.JW)(env),
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
        return (0,host/* readHost */.rk)(env, 'win32').toolCaches;
    }
    catch {
        return [];
    }
}
/** Where the machine's own part lies. */
function machineRootOf({ inputs, env }) {
    return (0,root/* machineRootAt */.t3)(inputs?.machineRoot ?? '', env);
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

// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
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
    for (const tool of (await tool_cache_part_names(root, lines)).filter((name) => /^go(?:-|$)/i.test(name))) {
        for (const version of await tool_cache_part_names(external_node_path_.join(root, tool), lines)) {
            for (const name of await tool_cache_part_names(external_node_path_.join(root, tool, version), lines)) {
                if (!lines.open())
                    return;
                if (/\.complete$|\.setup-go-win\.json$/.test(name))
                    continue;
                const architecture = names/* architectures */.f2.find((one) => one === name);
                const said = architecture
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
    for (const name of await tool_cache_part_names(directory, lines)) {
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
async function tool_cache_part_names(directory, lines) {
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

/***/ 9935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ effectiveRights),
/* harmony export */   M_: () => (/* binding */ sameAccount),
/* harmony export */   OJ: () => (/* binding */ letsWrite),
/* harmony export */   RH: () => (/* binding */ describeRights),
/* harmony export */   RT: () => (/* binding */ parseSddl)
/* harmony export */ });
/* harmony import */ var _sddl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4530);

/** Letters for accounts that are the same everywhere (Microsoft's "SID Strings"). */
const WELL_KNOWN = {
    WD: 'S-1-1-0',
    CO: 'S-1-3-0',
    CG: 'S-1-3-1',
    OW: 'S-1-3-4',
    NU: 'S-1-5-2',
    IU: 'S-1-5-4',
    SU: 'S-1-5-6',
    AN: 'S-1-5-7',
    AU: 'S-1-5-11',
    RC: 'S-1-5-12',
    SY: 'S-1-5-18',
    LS: 'S-1-5-19',
    NS: 'S-1-5-20',
    BA: 'S-1-5-32-544',
    BU: 'S-1-5-32-545',
    BG: 'S-1-5-32-546',
    PU: 'S-1-5-32-547',
};
/** Letters for accounts of the machine or its domain, by the last part of their SID. */
const BY_NUMBER = {
    LA: '500',
    LG: '501',
    DA: '512',
    DU: '513',
    DG: '514',
    DC: '515',
    DD: '516',
};
/** Rights of files and directories (winnt.h). */
const ADD_FILE = 0x2;
const ADD_DIRECTORY = 0x4;
const DELETE_INSIDE = 0x40;
const DELETE = 0x10000;
const FULL = 0x1f01ff;
const MODIFY = 0x1301bf;
const READ = 0x120089;
const WRITE = 0x120116;
const EXECUTE = 0x1200a0;
/** The letters that SDDL has for rights (Microsoft's "ACE Strings"), the generic ones as files understand them. */
const RIGHTS = {
    ...{ GA: FULL, GR: READ, GW: WRITE, GX: EXECUTE, FA: FULL, FR: READ, FW: WRITE, FX: EXECUTE },
    ...{ RC: 0x20000, SD: DELETE, WD: 0x40000, WO: 0x80000 },
    ...{ CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100 },
};
/**
 * Reads the owner and the entries that count for the directory itself: those that are only for what will lie in it are left out, and so
 * are those with a condition or for a kind of object, of which nothing can be said here.
 *
 * @param sddl as `Get-Acl` or `icacls /save` gives it
 */
function parseSddl(sddl) {
    const { owner, entries } = (0,_sddl_js__WEBPACK_IMPORTED_MODULE_0__/* .splitSddl */ .E)(sddl);
    if (entries === undefined)
        return { owner, entries: 'everything' };
    return {
        owner,
        entries: entries
            .filter(({ type, flags, object }) => (type === 'A' || type === 'D') && !isInheritOnly(flags) && object === '')
            .map(({ type, rights, who }) => ({ allows: type === 'A', mask: maskOf(rights), who })),
    };
}
function isInheritOnly(flags) {
    return /^(?:..)*?IO/.test(flags);
}
function maskOf(rights) {
    if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(rights))
        return (rights.match(/../g) ?? []).reduce((mask, word) => mask | (RIGHTS[word] ?? 0), 0);
    const mask = Number(rights);
    const generic = [FULL, EXECUTE, WRITE, READ].map((meant, bit) => Math.floor(mask / 2 ** (28 + bit)) % 2 === 1 ? meant : 0);
    return generic.reduce((sum, meant) => sum | meant, mask & 0x0fffffff);
}
/** Whether a SID, or the letters for one, is that SID. */
function sameAccount(who, sid) {
    if (who === sid || WELL_KNOWN[who] === sid)
        return true;
    const number = BY_NUMBER[who];
    return number !== undefined && sid.startsWith('S-1-5-21-') && sid.endsWith(`-${number}`);
}
/**
 * What a token may do, as Windows finds it out (MS-DTYP, "Access Check Algorithm"): entry by entry, and the first one that speaks of a right
 * decides it. Entries are kept in an order in which, on one level, refusing ones come first.
 *
 * @returns an access mask
 */
function effectiveRights({ owner, entries }, { sids, denyOnly }) {
    if (entries === 'everything')
        return FULL;
    const owns = owner !== undefined && sids.some((sid) => sameAccount(owner, sid));
    let granted = 0;
    let decided = 0;
    let ownerSpoken = false;
    for (const { allows, mask, who } of entries) {
        const forOwner = sameAccount(who, 'S-1-3-4');
        ownerSpoken ||= forOwner;
        const mine = sids.some((sid) => sameAccount(who, sid)) || (owns && forOwner);
        const counts = mine || (!allows && denyOnly.some((sid) => sameAccount(who, sid)));
        if (!counts)
            continue;
        if (allows)
            granted |= mask & ~decided;
        decided |= mask;
    }
    // Whoever owns it may look at its rights and change them, unless an entry for the owner says otherwise.
    return owns && !ownerSpoken ? granted | 0x60000 : granted;
}
/** Rights by their names in Explorer: `full control`, `modify`, else what of them there is. */
function describeRights(mask) {
    const has = (right) => (mask & right) === right;
    if (has(FULL))
        return 'full control';
    if (has(MODIFY))
        return 'modify';
    const parts = [
        ...(has(0x1) ? ['read'] : []),
        ...(has(ADD_FILE | ADD_DIRECTORY) ? ['write'] : []),
        ...(has(ADD_FILE) && !has(ADD_DIRECTORY) ? ['add files'] : []),
        ...(has(ADD_DIRECTORY) && !has(ADD_FILE) ? ['add directories'] : []),
        ...(has(0x20) ? ['execute'] : []),
        ...(has(DELETE) ? ['delete'] : []),
        ...(has(DELETE_INSIDE) ? ['delete what lies in it'] : []),
        ...(has(0x40000) ? ['change the rights'] : []),
        ...(has(0x80000) ? ['take ownership'] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : 'no rights';
}
/** Whether files and directories can be added, renamed and removed with these rights, if what is added inherits them. */
function letsWrite(mask) {
    const has = (right) => (mask & right) === right;
    return has(ADD_FILE | ADD_DIRECTORY) && (has(DELETE) || has(DELETE_INSIDE));
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ replaceableBy),
/* harmony export */   IJ: () => (/* binding */ SYSTEM),
/* harmony export */   Kp: () => (/* binding */ readSddl),
/* harmony export */   X4: () => (/* binding */ TRUSTED_INSTALLER),
/* harmony export */   dd: () => (/* binding */ protectDirectory),
/* harmony export */   p7: () => (/* binding */ distrust),
/* harmony export */   pZ: () => (/* binding */ ADMINISTRATORS),
/* harmony export */   xh: () => (/* binding */ readSddls)
/* harmony export */ });
/* harmony import */ var _access_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9935);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _sddl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4530);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);




/** Well-known SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
const TRUSTED_INSTALLER = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';
/** Who may own or change what an administrator trusts; `CO` (creator owner) stands for the owner, `LA` is the account Administrator. */
const TRUSTED = new Set([SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER, 'SY', 'BA', 'LA', 'CO', 'S-1-3-0']);
/** Rights to put something in place of what is there: write data, append, delete child, delete, write DAC, write owner, generic ones. */
const CHANGE = 0x0002 | 0x0004 | 0x0040 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;
/** The letters that SDDL has for them; two each (Microsoft's "ACE Strings"). */
const CHANGE_WORDS = new Set(['FA', 'FW', 'GA', 'GW', 'WD', 'WO', 'SD', 'DC', 'LC', 'DT']);
/**
 * Gives a directory to Administrators, and takes from everybody else but SYSTEM the right to change it: Users may read. What it inherited is gone.
 *
 * @param owner SID of who owns it and may change it besides; an account without an administrator's rights can give it to nobody but itself
 * @returns undefined when done; else why not
 */
async function protectDirectory(directory, owner = ADMINISTRATORS) {
    const icacls = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .systemProgram */ .CA)('icacls.exe');
    const full = [...new Set([SYSTEM, ADMINISTRATORS, owner])].map((sid) => `*${sid}:(OI)(CI)F`);
    const grants = [...full, `*${USERS}:(OI)(CI)RX`];
    for (const args of [
        ['/setowner', `*${owner}`],
        ['/inheritance:r', '/grant:r', ...grants],
    ]) {
        const { exitCode, stderr, failure } = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .mB)(icacls, [directory, ...args, '/q']);
        if (exitCode !== 0)
            return failure ?? `icacls ended with ${exitCode}: ${stderr.trim().slice(0, 200)}`;
    }
    return undefined;
}
/**
 * Who owns a directory and may change it, as SDDL, which is the same in every language; by PowerShell, since no program of Windows tells
 * the owner's SID.
 *
 * @returns undefined where there is no PowerShell; why it could not be read, where there is one
 */
async function readSddl(directory, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .runPowerShell */ .N5) {
    const answer = await powershell('"$((Get-Acl -LiteralPath $a.directory).Sddl)"', { directory });
    if (answer === undefined || 'failure' in answer)
        return answer;
    return typeof answer.value === 'string' && answer.value !== ''
        ? { sddl: answer.value }
        : { failure: 'PowerShell gave no list of rights' };
}
/**
 * Rights of several directories by one PowerShell, as {@link readSddl}.
 *
 * @returns those that it gave; undefined where there is no PowerShell
 */
async function readSddls(directories, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .runPowerShell */ .N5) {
    const script = '$a.directories | ForEach-Object { @{ directory = "$_"; sddl = "$((Get-Acl -LiteralPath $_).Sddl)" } }';
    const answer = await powershell(script, { directories });
    if (answer === undefined || 'failure' in answer)
        return answer;
    const lists = (0,_powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(answer.value).flatMap(({ directory, sddl }) => typeof directory === 'string' && typeof sddl === 'string' && sddl !== '' ? [{ directory, sddl }] : []);
    return lists.length > 0 || directories.length === 0
        ? { lists }
        : { failure: 'PowerShell gave no list of rights' };
}
/** Rights to put something else in the place of a directory, or of what lies in it: delete child, delete, write DAC, write owner. */
const REPLACE = 0x40 | 0x10000 | 0x40000 | 0x80000;
/**
 * Why somebody without an administrator's rights could replace what lies in a directory. To add something beside it, as everybody may in
 * %ProgramData% and on drive C, is not enough for that.
 *
 * @param own the SID of the account that asks
 * @returns undefined where nobody could
 */
function replaceableBy(sddl, own) {
    const { owner = '', entries } = (0,_access_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSddl */ .RT)(sddl);
    if (!TRUSTED.has(owner) && owner !== own)
        return `it is owned by ${owner || 'nobody known'}`;
    if (entries === 'everything')
        return 'it has no list of who may change it';
    const other = entries.find(({ allows, mask, who }) => allows && (mask & REPLACE) !== 0 && !TRUSTED.has(who) && who !== own);
    return other && `${other.who} may replace what lies in it`;
}
/**
 * Why what lies in a directory is not to be trusted with an administrator's rights: others own it, or may change it. Undefined where they
 * don't.
 *
 * @param own the SID of the account that asks, which may own what it made
 */
function distrust(sddl, own) {
    const { owner = '', entries } = (0,_sddl_js__WEBPACK_IMPORTED_MODULE_3__/* .splitSddl */ .E)(sddl);
    if (!TRUSTED.has(owner) && owner !== own)
        return `it is owned by ${owner || 'nobody known'}`;
    // Without a list of rights everybody has all of them.
    if (entries === undefined)
        return 'it has no list of who may change what lies in it';
    // An allowing entry may be a plain one, one with a condition (XA), or one for an object (OA); those of auditing have other types.
    for (const { type, rights, who } of entries) {
        if (/^(?:A|XA|OA)$/.test(type) && mayChange(rights) && !TRUSTED.has(who) && who !== own)
            return `${who} may change what lies in it`;
    }
    return undefined;
}
function mayChange(rights) {
    if (/^0x[0-9a-f]+$/i.test(rights))
        return (Number(rights) & CHANGE) !== 0;
    return (rights.match(/../g) ?? []).some((word) => CHANGE_WORDS.has(word));
}


/***/ }),

/***/ 7822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ BY_NAME),
/* harmony export */   VW: () => (/* binding */ STOP),
/* harmony export */   ep: () => (/* binding */ BY_PATH),
/* harmony export */   jk: () => (/* binding */ BY_FILE)
/* harmony export */ });
/**
 * What the scripts below share. A process is told with all that says whether it works, hangs or was left behind: what started it and whether
 * that is still there (a parent's number may be another's by now: then that one is younger), and processor time and bytes read and written,
 * of itself and of all that it started, twice with a second between. Times are FILETIMEs as text: JSON's numbers are too short for them.
 */
const COMMON = `
function Snap { $all = @{}; Get-CimInstance Win32_Process | ForEach-Object { $all["$($_.ProcessId)"] = $_ }; $all }
function Children($all) {
  $of = @{}
  foreach ($p in $all.Values) {
    $up = "$($p.ParentProcessId)"
    if (-not $of.ContainsKey($up)) { $of[$up] = @() }
    $of[$up] += "$($p.ProcessId)"
  }
  $of
}
function Family($all, $of, $id, $seen) {
  if (-not $all.ContainsKey($id) -or $seen.ContainsKey($id)) { return }
  $seen[$id] = $true
  $p = $all[$id]
  $p
  foreach ($child in $of[$id]) { if ($all[$child].CreationDate -ge $p.CreationDate) { Family $all $of $child $seen } }
}
function Work($all, $of, $id) {
  $cpu = [int64]0; $io = [int64]0
  foreach ($p in @(Family $all $of $id @{})) {
    $cpu += [int64]$p.KernelModeTime + [int64]$p.UserModeTime
    $io += [int64]$p.ReadTransferCount + [int64]$p.WriteTransferCount
  }
  @{ cpu = $cpu; io = $io }
}
function Started($p) { if ($p -and $p.CreationDate) { "$($p.CreationDate.ToUniversalTime().ToFileTimeUtc())" } }
function Tell($all, $ids, $mentions) {
  if ($ids.Count -eq 0) { return }
  Start-Sleep -Milliseconds 1000
  $later = Snap
  $of = Children $all
  $ofLater = Children $later
  foreach ($id in $ids) {
    $p = $all[$id]
    $up = $all["$($p.ParentProcessId)"]
    $before = Work $all $of $id
    $after = Work $later $ofLater $id
    @{ pid = [int]$p.ProcessId; name = $p.Name; path = $p.ExecutablePath; commandLine = $p.CommandLine; started = (Started $p)
       since = $(if ($p.CreationDate) { $p.CreationDate.ToUniversalTime().ToString('s') + 'Z' })
       parent = [int]$p.ParentProcessId; parentThere = [bool]$up; parentName = $up.Name; parentStarted = (Started $up)
       cpu = $before.cpu; cpuLater = $after.cpu; io = $before.io; ioLater = $after.io; mentions = $mentions.ContainsKey($id) }
  }
}
function Own($all) {
  $own = @{}
  foreach ($start in "$PID", "$($a.self)") {
    for ($id = $start; $id -and -not $own.ContainsKey($id); $id = $(if ($all.ContainsKey($id)) { "$($all[$id].ParentProcessId)" })) { $own[$id] = $true }
  }
  $own
}
$places = @($a.directories | Where-Object { $_ } | ForEach-Object { $_.TrimEnd('\\') + '\\' })
function Inside($path) {
  foreach ($directory in $places) { if ($path -and $path.StartsWith($directory, 'OrdinalIgnoreCase')) { return $true } }
  $false
}
`;
/** `directories` are two names of one place, at most; `self` is who asks. Processes that run from there, and those whose command line names it. */
const BY_PATH = `${COMMON}
$all = Snap
$own = Own $all
$mentions = @{}
$hidden = 0
$ids = @(foreach ($p in $all.Values) {
  $id = "$($p.ProcessId)"
  if (Inside $p.ExecutablePath) { $id; continue }
  if (-not $p.ExecutablePath) { $hidden++ }
  if ($own.ContainsKey($id) -or -not $p.CommandLine) { continue }
  foreach ($directory in $places) {
    if ($p.CommandLine -match ([regex]::Escape($directory.TrimEnd('\\')) + '([\\\\/"'';,\\s]|$)')) { $mentions[$id] = $true; $id; break }
  }
})
Tell $all $ids $mentions
@{ hidden = $hidden }`;
/** Restart Manager (rstrtmgr.h): who has `files` open. Its structures are laid out as there. */
const BY_FILE = `${COMMON}
Add-Type -IgnoreWarnings -TypeDefinition @'
using System; using System.Collections.Generic; using System.Runtime.InteropServices; using System.Text;
public static class SetupGoWinRestartManager {
  [StructLayout(LayoutKind.Sequential)] public struct Unique { public int Id; public System.Runtime.InteropServices.ComTypes.FILETIME Start; }
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] public struct Info {
    public Unique Process;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 256)] public string Name;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 64)] public string Service;
    public int Type; public uint Status; public uint Session; [MarshalAs(UnmanagedType.Bool)] public bool Restartable;
  }
  [DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)] static extern int RmStartSession(out uint session, int flags, StringBuilder key);
  [DllImport("rstrtmgr.dll")] static extern int RmEndSession(uint session);
  [DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)] static extern int RmRegisterResources(uint session, uint files, string[] names, uint apps, IntPtr a, uint services, string[] s);
  [DllImport("rstrtmgr.dll")] static extern int RmGetList(uint session, out uint needed, ref uint count, [In, Out] Info[] infos, out uint reasons);
  public static string[] Who(string[] files) {
    uint session, needed, count = 0, reasons; int code;
    if ((code = RmStartSession(out session, 0, new StringBuilder(33))) != 0) throw new Exception("RmStartSession " + code);
    try {
      if ((code = RmRegisterResources(session, (uint)files.Length, files, 0, IntPtr.Zero, 0, null)) != 0) throw new Exception("RmRegisterResources " + code);
      Info[] infos = null;
      code = RmGetList(session, out needed, ref count, infos, out reasons);
      for (int i = 0; code == 234 && i < 5; i++) {
        infos = new Info[count = needed + 4];
        code = RmGetList(session, out needed, ref count, infos, out reasons);
      }
      if (code != 0) throw new Exception("RmGetList " + code);
      var found = new List<string>();
      for (int i = 0; i < count; i++) found.Add(infos[i].Process.Id + "|" + infos[i].Name);
      return found.ToArray();
    } finally { RmEndSession(session); }
  }
}
'@
$who = @([SetupGoWinRestartManager]::Who([string[]]@($a.files)))
if ($who.Count -eq 0) { return }
$all = Snap
$ids = @()
foreach ($one in $who) {
  $id, $name = $one -split '\\|', 2
  if ($all.ContainsKey($id)) { $ids += $id } else { @{ pid = [int]$id; name = $name } }
}
Tell $all $ids @{}`;
/** Processes of a program, by its name. */
const BY_NAME = `${COMMON}
$all = Snap
$ids = @(foreach ($p in $all.Values) { if ($p.Name -eq $a.name) { "$($p.ProcessId)" } })
Tell $all $ids @{}`;
/**
 * Ends `processes` (each a pid and when it was started), all that is asked being asked again of the process itself: while its handle is open
 * its number is nobody else's. Never this process, and nothing that it descends from.
 */
const STOP = `${COMMON}
$own = Own (Snap)
$open = @()
foreach ($one in $a.processes) {
  $id = "$([int]$one.pid)"
  if ($own.ContainsKey($id)) { @{ pid = [int]$id; outcome = 'own' }; continue }
  try {
    $process = Get-Process -Id $id -ErrorAction SilentlyContinue
    if (-not $process) { @{ pid = [int]$id; outcome = 'gone' }; continue }
    if ($null -eq $process.Handle) { throw 'it may not be opened' }
    $now = Get-CimInstance Win32_Process -Filter "ProcessId=$id"
    if (-not $now) { @{ pid = [int]$id; outcome = 'gone' } }
    elseif ((Started $now) -ne $one.started) { @{ pid = [int]$id; outcome = 'another' } }
    elseif (-not (Inside $now.ExecutablePath)) { @{ pid = [int]$id; outcome = 'elsewhere' } }
    else { $process.Kill(); $open += $process }
  } catch { @{ pid = [int]$id; outcome = 'refused'; reason = "$_" } }
}
$end = (Get-Date).AddMilliseconds($a.waitMs)
foreach ($process in $open) {
  $left = [int][Math]::Max(0, ($end - (Get-Date)).TotalMilliseconds)
  @{ pid = $process.Id; outcome = $(if ($process.WaitForExit($left)) { 'ended' } else { 'stays' }) }
}`;


/***/ }),

/***/ 7291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   mm: () => (/* binding */ adviseOn),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   te: () => (/* binding */ isCertain)
/* harmony export */ });
/* unused harmony export stateOf */
/** A process in an answer of the scripts (holder-scripts.ts); nothing where it is none. */
function holderOf(item, evidence) {
    const { pid, name, path, commandLine, parent, since, started, parentName, mentions } = item;
    if (typeof pid !== 'number' || typeof name !== 'string')
        return [];
    const text = (key, value) => typeof value === 'string' && value !== '' ? { [key]: value } : {};
    const state = stateOf(item);
    return [
        {
            pid,
            name,
            evidence: mentions === true ? 'names it' : evidence,
            ...text('path', path),
            ...text('commandLine', commandLine),
            ...(typeof parent === 'number' ? { parent } : {}),
            ...(state === 'orphaned' ? {} : text('parentName', parentName)),
            ...text('since', since),
            ...text('started', started),
            ...(state ? { state } : {}),
        },
    ];
}
/** Judges two samples of a process; undefined where an answer has not enough for that. */
function stateOf(item) {
    const { parentThere, parentStarted, started, cpu, cpuLater, io, ioLater } = item;
    // A parent that is younger than its child took the number of the one that is gone.
    if (parentThere === false || isLater(parentStarted, started))
        return 'orphaned';
    if (parentThere !== true || typeof cpu !== 'number' || typeof cpuLater !== 'number')
        return undefined;
    return cpu !== cpuLater || io !== ioLater ? 'busy' : 'stuck';
}
function isLater(one, other) {
    return (/^\d+$/.test(String(one)) && /^\d+$/.test(String(other)) && BigInt(String(one)) > BigInt(String(other)));
}
/**
 * One line for people: `go.exe (process 4312, since 2026-11-25T10:00:00Z, child of cmd.exe 812, at work): go build ./...`. What stands behind an
 * equals sign is left out: command lines of other jobs and installers can hold secrets, which this job's log knows nothing of.
 */
function describeHolder(holder) {
    const facts = [
        `process ${holder.pid}`,
        ...(holder.since ? [`since ${holder.since}`] : []),
        ...parentage(holder),
        ...(holder.state === 'busy' ? ['at work'] : holder.state === 'stuck' ? ['doing nothing'] : []),
        ...(DOUBTS[holder.evidence] ?? []),
    ];
    const called = holder.commandLine ? withoutValues(holder.commandLine).slice(0, 200) : holder.path;
    return `${holder.name} (${facts.join(', ')})${called ? `: ${called}` : ''}`;
}
const DOUBTS = {
    'names it': ['perhaps: its command line names the directory'],
    'has its name': ['perhaps: only its name is known'],
};
function parentage({ parent, parentName, state }) {
    if (parent === undefined)
        return [];
    if (state === 'orphaned')
        return [`left behind by ${parent > 0 ? `process ${parent}, which` : 'a process that'} is gone`];
    return [parentName ? `child of ${parentName} ${parent}` : `child of process ${parent}`];
}
function withoutValues(commandLine) {
    return commandLine.replace(/=(?:"[^"]*"?|\S+)/g, '=…');
}
/**
 * What to do about holders, by what each is about: one sentence for each kind, in the imperative.
 *
 * @param stopping whether the input stop-holders is worth a mention: it is not where it was set
 */
function adviseOn(holders, stopping) {
    const certain = holders.filter(isCertain);
    const those = (state) => certain.filter((holder) => holder.state === state);
    const advice = [
        sentence(those('orphaned'), (names, ids) => `End ${names}, left behind by an earlier job: taskkill /F ${ids}.`),
        sentence(those('busy'), (names) => `Wait until ${names} is done, or let its job end: it is at work.`),
        sentence(those('stuck'), (names, ids) => `Look at ${names}, which does nothing: end it if it hangs, by taskkill /F ${ids}.`),
        sentence(those(undefined), (names) => `End ${names}, or wait for its job.`),
    ];
    if (certain.length === 0)
        advice.push(ANYBODY);
    if (stopping === 'mention' && certain.some(({ evidence }) => evidence === 'runs there'))
        advice.push('With stop-holders: true the action ends what runs from that very directory.');
    return advice.filter((text) => text !== '').join(' ');
}
const ANYBODY = 'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner), close shells and Explorer windows that are in it, and run the step again.';
/** Whether a process is known to hold something, and not only guessed to. */
function isCertain({ evidence }) {
    return evidence === 'runs there' || evidence === 'holds a file';
}
const NAMED = 5;
function sentence(holders, write) {
    if (holders.length === 0)
        return '';
    const some = holders.slice(0, NAMED);
    const more = holders.length > NAMED ? `, … (${holders.length} in all)` : '';
    return write(some.map(({ name, pid }) => `${name} (${pid})`).join(', ') + more, some.map(({ pid }) => `/PID ${pid}`).join(' '));
}


/***/ }),

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vu: () => (/* binding */ nameHolders),
/* harmony export */   Zk: () => (/* binding */ parseTasklist),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   xf: () => (/* binding */ nameFileHolders),
/* harmony export */   z_: () => (/* binding */ findProcesses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7291);
/* harmony import */ var _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7822);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2680);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(812);






/** Restart Manager takes any number of files, at a price; more of them name nobody else. */
const MOST_FILES = 50;
/** Of the time, for tasklist, which is asked last. */
const TASKLIST_MS = 3000;
/**
 * Names who holds files below a directory: processes that run from it, those that Windows' Restart Manager knows to have the files open,
 * and, where PowerShell gives no answer to either, processes by the names of programs that are held. A shell's working directory or an
 * Explorer window inside is told by none of these; processes whose command line names the directory are given as a hint. Never throws.
 *
 * @param paths files that are held; may be empty
 */
async function nameHolders(paths, directory, options = {}) {
    const { timeoutMs = 60_000, list = tasklist } = options;
    const files = paths.slice(0, MOST_FILES);
    const directories = await namesOf(directory);
    // At once: each starts a PowerShell of its own, since a policy of the machine may refuse one script and not the other.
    const [running, holding] = await Promise.all([
        ask(`processes that run from ${directory}`, _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_PATH */ .ep, { directories }, 'runs there', options),
        files.length > 0 ? nameFileHolders(files, options) : undefined,
    ]);
    const found = new Map();
    const searches = [running, ...(holding ? [holding] : [])];
    for (const holder of searches.flatMap(({ holders }) => holders).sort(byCertainty))
        if (!found.has(holder.pid))
            found.set(holder.pid, holder);
    const looked = searches.flatMap((search) => search.looked);
    if (searches.every(({ answered }) => answered))
        return { holders: [...found.values()], looked };
    const names = new Set(files.map((file) => file.slice(file.lastIndexOf('\\') + 1).toLowerCase()));
    const listed = parseTasklist(await list(Math.min(TASKLIST_MS, timeoutMs)));
    const namesakes = listed.filter(({ name }) => names.has(name.toLowerCase()));
    looked.push(`processes with the name of a held program (tasklist): ${namesakes.length === 0 ? 'none' : namesakes.length}`);
    for (const { pid, name } of namesakes) {
        if (!found.has(pid))
            found.set(pid, { pid, name, evidence: 'has its name' });
    }
    return { holders: [...found.values()], looked };
}
/** Names the processes that Windows' Restart Manager knows to have these files open. Never throws. */
async function nameFileHolders(files, options = {}) {
    const what = 'processes that hold these files (Restart Manager)';
    return await ask(what, _holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_FILE */ .jk, { files: files.slice(0, MOST_FILES) }, 'holds a file', options);
}
async function ask(what, script, args, evidence, { powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .runPowerShell */ .N5, timeoutMs = 60_000 }) {
    const patience = { timeoutMs: Math.max(timeoutMs - TASKLIST_MS, 1000) };
    const answer = await powershell(script, { ...args, self: process.pid }, patience);
    if (answer === undefined || !('value' in answer)) {
        const why = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
        return { holders: [], looked: [`${what}: not known, ${why}`], answered: false };
    }
    const items = (0,_powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(answer.value);
    const holders = items.flatMap((item) => (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item, evidence));
    const certain = holders.filter((holder) => holder.evidence === evidence).length;
    const hidden = items.map((item) => item['hidden']).find((count) => typeof count === 'number' && count > 0);
    const unseen = hidden === undefined ? '' : ` (${hidden} do not show this account where they run from)`;
    return { holders, looked: [`${what}: ${certain === 0 ? 'none' : certain}${unseen}`], answered: true };
}
function byCertainty(one, other) {
    return Number(one.evidence === 'names it') - Number(other.evidence === 'names it');
}
/**
 * The names by which Windows may know a directory: as it was given, and with the links above it resolved. A link in its own place is not: what
 * runs from where that leads is not in this directory.
 */
async function namesOf(directory) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_1__.win32.dirname(directory)).catch(() => undefined);
    const resolved = real === undefined ? directory : node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(real, node_path__WEBPACK_IMPORTED_MODULE_1__.win32.basename(directory));
    return resolved.toLowerCase() === directory.toLowerCase() ? [directory] : [directory, resolved];
}
/** The processes of a program, by its name: with their command lines where PowerShell answers, else as tasklist has them. Never throws. */
async function findProcesses(name, options = {}) {
    const { powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .runPowerShell */ .N5, list = tasklist } = options;
    const answer = await powershell(_holder_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .BY_NAME */ .Oj, { name, self: process.pid });
    if (answer !== undefined && 'value' in answer)
        return (0,_powershell_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(answer.value).flatMap((item) => (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item, 'runs there'));
    return parseTasklist(await list(60_000))
        .filter((one) => one.name.toLowerCase() === name.toLowerCase())
        .map((one) => ({ ...one, evidence: 'runs there' }));
}
/** Names and ids of `tasklist /fo csv /nh`; its other columns are in the language of Windows. */
function parseTasklist(text) {
    return [...text.matchAll(/^"([^"\r\n]+)","(\d+)",/gm)].map(([, name = '', pid]) => ({
        name,
        pid: Number(pid),
    }));
}
async function tasklist(timeoutMs) {
    return (await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .runProgram */ .mB)((0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .systemProgram */ .CA)('tasklist.exe'), ['/fo', 'csv', '/nh'], { timeoutMs })).stdout;
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


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ runPowerShell),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);


/**
 * What goes around each script. Its answer is the one line of JSON on stdout that begins with `{"value":` or `{"failure":`. In
 * constrained language mode the encoding can't be set: then letters beyond ASCII may be wrong, and nothing else.
 */
const BEFORE = `
$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'
try { [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false } catch { }
try {
  $a = ConvertFrom-Json $env:SETUP_GO_WIN_ARGS
  $value = & {
`;
const AFTER = `
  }
  ConvertTo-Json -Compress -Depth 4 -InputObject @{ value = $value }
} catch { ConvertTo-Json -Compress -InputObject @{ failure = "$_" } }
`;
/**
 * Runs a script in Windows PowerShell 5.1, for the few things that Windows has no other door for. PowerShell gets its own module path:
 * the one that a job's PowerShell 7 leaves in the environment makes it load
 * modules of that one, and fail.
 *
 * @param script the body of a block; what it puts out is the answer. `$a` holds the arguments
 * @param args passed as JSON in the environment, so that no text of theirs is ever read as script
 * @returns undefined where there is no PowerShell
 */
async function runPowerShell(script, args = {}, options = {}) {
    const program = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('WindowsPowerShell\\v1.0\\powershell.exe');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(program))
        return undefined;
    const encoded = Buffer.from(`${BEFORE}${script}${AFTER}`, 'utf16le').toString('base64');
    const result = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(program, ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded], { timeoutMs: options.timeoutMs ?? 60_000, env: scriptEnvironment(args) });
    const answer = answerIn(result.stdout);
    if (answer !== undefined)
        return answer;
    // Wine's stand-in ends well and says nothing, whatever it is asked.
    if (result.exitCode === 0 && `${result.stderr}${result.stdout}`.trim() === '')
        return undefined;
    const said = `${result.stderr} ${result.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 300);
    return { failure: result.failure ?? `it ended with ${result.exitCode} and ${said || 'said nothing'}` };
}
/** The answer among the lines that a script, or a policy of the machine, may have printed. */
function answerIn(stdout) {
    for (const line of stdout.split(/\r?\n/)) {
        if (!/^\{"(?:value|failure)":/.test(line))
            continue;
        try {
            const said = JSON.parse(line);
            return 'value' in said ? { value: said.value } : { failure: String(said.failure) };
        }
        catch { } // cut off, or somebody else's
    }
    return undefined;
}
function scriptEnvironment(args) {
    const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
    return { ...Object.fromEntries(inherited), SETUP_GO_WIN_ARGS: JSON.stringify(args) };
}
/**
 * A list in an answer. PowerShell makes one object of a list of one, nothing of an empty one, and at times, in 5.1, an object with `value`
 * and `Count` of a longer one.
 */
function listOf(value) {
    const wrapped = value ?? {};
    const inner = Array.isArray(wrapped.value) && 'Count' in wrapped ? wrapped.value : value;
    const list = Array.isArray(inner) ? inner : [inner];
    return list.filter((item) => typeof item === 'object' && item !== null);
}


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ splitSddl)
/* harmony export */ });
const ENTRY = /\(([A-Z]+);([A-Z]*);([^;()]*);([^;()]*);[^;()]*;([^;()]*)/g;
/**
 * Takes a security descriptor apart, as `Get-Acl` or `icacls /save` gives it (Microsoft's "Security Descriptor String Format"). What the
 * entries mean is for the caller to say.
 *
 * @returns the owner, undefined where the text has none; the entries in their order, undefined where there is no list, which leaves all to
 *   everybody
 */
function splitSddl(sddl) {
    const owner = /^O:(S-1-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1];
    const list = /D:([A-Z_]*)(.*)/s.exec(sddl);
    if (list === null || list[1]?.includes('NO_ACCESS_CONTROL'))
        return { owner, entries: undefined };
    const entries = [...(list[2] ?? '').matchAll(ENTRY)].map(([, type = '', flags = '', rights = '', object = '', who = '']) => ({ type, flags, rights, object, who }));
    return { owner, entries };
}


/***/ }),

/***/ 812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ systemProgram),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** More output than this no probe has; the rest is dropped. */
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * Full path of a program of Windows itself, never looked up on PATH, where a job or another program could have put its own.
 *
 * @param name below System32, such as `reg.exe` or `WindowsPowerShell\v1.0\powershell.exe`
 */
function systemProgram(name, env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['SystemRoot'] || env['windir'] || 'C:\\Windows', 'System32', name);
}
/**
 * Runs a program to its end and returns what it said. Whatever the program does is an answer: it throws for nothing.
 *
 * @param file full path; see {@link systemProgram}
 */
async function runProgram(file, args, options = {}) {
    const { timeoutMs = 60_000, verbatim = false, env = process.env } = options;
    return await new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], {
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
            windowsVerbatimArguments: verbatim,
        });
        const output = { stdout: gather(child.stdout), stderr: gather(child.stderr) };
        let failure;
        const timer = setTimeout(() => {
            failure = `it gave no answer within ${Math.round(timeoutMs / 1000)} s and was ended`;
            child.kill();
            end(undefined); // its own children may keep the pipes open
        }, timeoutMs);
        const end = (exitCode) => {
            clearTimeout(timer);
            const [stdout, stderr] = [decode(output.stdout()), decode(output.stderr())];
            resolve({ exitCode: failure === undefined ? exitCode : undefined, stdout, stderr, failure });
        };
        child.once('error', (error) => {
            failure ??= error.message;
            end(undefined);
        });
        child.once('close', (code, signal) => {
            if (code === null)
                failure ??= `it was ended by ${signal}`;
            end(code ?? undefined);
        });
    });
}
function gather(stream) {
    const parts = [];
    let size = 0;
    stream.on('data', (part) => {
        size += part.length;
        if (size <= MOST_BYTES)
            parts.push(part);
    });
    return () => Buffer.concat(parts);
}
/**
 * Text of a program of Windows: UTF-16LE (with a byte order mark or without), UTF-8, or else an OEM code page that we don't know, of which
 * ASCII is right and every other letter stands for some letter.
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return bytes.toString('utf16le', 2);
    if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0)
        return bytes.toString('utf16le');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
    }
    catch {
        return bytes.toString('latin1');
    }
}


/***/ })

};
