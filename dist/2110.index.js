export const id = 2110;
export const ids = [2110,5044];
export const modules = {

/***/ 1149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Dr: () => (/* binding */ stopError),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   ds: () => (/* binding */ stop)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

function note(id, text) {
    return { id, level: 'note', text };
}
function warning(id, text, remedy) {
    return { id, level: 'warning', text, remedy };
}
function stop(id, code, text, remedy) {
    return { id, level: 'stop', code, text, remedy };
}
/** The failure of the first stop, with the others as its evidence; undefined where nothing stops. */
function stopError(findings) {
    const [first, ...others] = findings.filter(({ level }) => level === 'stop');
    if (first === undefined)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w(first.code ?? 'E_INTERNAL', `${first.text} Nothing was changed.`, {
        remedy: first.remedy ?? 'See the log of the step.',
        evidence: others.map(({ text, remedy }) => `${text} ${remedy ?? ''}`.trim()),
    });
}


/***/ }),

/***/ 4372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ keepManifest),
/* harmony export */   y8: () => (/* binding */ keptManifest),
/* harmony export */   zw: () => (/* binding */ takeManifest)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9215);




/** Lists a tree: names and sizes, no content. Go's 11,000 files take about a second. */
async function takeManifest(tree) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(tree, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(entry.parentPath, entry.name));
    const sizes = {};
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachFile */ .Rl)(files, async (file) => {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
        sizes[node_path__WEBPACK_IMPORTED_MODULE_1__.relative(tree, file).replaceAll('\\', '/')] = size;
    });
    return sizes;
}
/** Keeps a manifest in the machine's root. @param name letters, digits, dots and hyphens */
async function keepManifest(root, name, manifest) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(manifestFile(root, name)), { recursive: true });
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_3__.writeJson)(manifestFile(root, name), manifest);
}
/** A manifest that was kept; undefined where there is none, or none that can be read: then the tree is judged without it. */
async function keptManifest(root, name) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_3__.readJson)(manifestFile(root, name)).catch(() => undefined);
    return typeof found === 'object' && found !== null ? found : undefined;
}
function manifestFile(root, name) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'msi', `${name}.files.json`);
}


/***/ }),

/***/ 8249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ defaultInstallDir),
/* harmony export */   b: () => (/* binding */ installDirCandidates)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7606);
/* harmony import */ var _windows_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3296);



/**
 * Where Go's MSI puts Go when INSTALLDIR is not given (golang/build, since Go 1.16): the Program Files of its architecture.
 *
 * @param env PROGRAMFILES and its sisters; of a 64-bit process
 */
function defaultInstallDir(architecture, env = process.env) {
    const programs = env['ProgramW6432'] || env['ProgramFiles'] || 'C:\\Program Files';
    return architecture === 'x86'
        ? node_path__WEBPACK_IMPORTED_MODULE_0__.join(env['ProgramFiles(x86)'] || programs, 'Go')
        : node_path__WEBPACK_IMPORTED_MODULE_0__.join(programs, 'Go');
}
/**
 * Directories that a Go of an MSI may lie in when Windows Installer has none on record: what the MSI wrote for the user who installed it,
 * what the machine's PATH names, and the defaults of its releases, old ones included. Never throws; which of them hold a Go is not said.
 */
async function installDirCandidates(read, env = process.env) {
    const own = await read('HKCU\\Software\\GoProgrammingLanguage').catch(() => undefined);
    const machine = await (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironmentValues */ .ym)('machine', read).catch(() => undefined);
    const onPath = (0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .splitPath */ .Uf)((0,_machine_machine_path_js__WEBPACK_IMPORTED_MODULE_1__/* .expandVariables */ .i7)((0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(machine?.path) ?? '', env))
        .filter((entry) => /[\\/]bin[\\/]*$/i.test(entry))
        .map((entry) => node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(entry));
    const defaults = [defaultInstallDir('x64', env), defaultInstallDir('x86', env), 'C:\\Go'];
    const recorded = ((0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_windows_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(own?.[0], 'installLocation')) ?? '').replace(/[\\/]+$/, '');
    return [...new Set([recorded, ...onPath, ...defaults])].filter((directory) => directory !== '');
}


/***/ }),

/***/ 1387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ findManagedGoes),
/* harmony export */   d: () => (/* binding */ managerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7621);



/**
 * Finds Goes of Chocolatey (`lib\golang`, which installs Go's own MSI), Scoop (`apps\go`, a tree of its own) and winget (`Packages\GoLang.Go…`
 * for what is no MSI) where these managers keep them unless told otherwise by their variables. Never throws.
 */
function findManagedGoes(env = process.env) {
    return directoriesOf(env).flatMap(({ manager, directory, name }) => namesIn(directory)
        .filter((entry) => name.test(entry))
        .map((entry) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, entry))
        .map((found) => ({ manager, path: found, version: versionIn(manager, found) })));
}
/**
 * Which manager's record an MSI's registration belongs to. Managers leave their name in the directory that they ran the MSI from
 * (`…\Temp\chocolatey\golang\1.25.3\`, `…\Temp\WinGet\GoLang.Go.1.25.3\`); Chocolatey's also where its package is there in that version.
 */
function managerOf(installSource, goVersion, env = process.env) {
    if (/[\\/]chocolatey[\\/]/i.test(installSource))
        return 'chocolatey';
    if (/[\\/]winget[\\/]/i.test(installSource))
        return 'winget';
    const version = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .toSemver */ .Ud)(goVersion);
    const same = findManagedGoes(env).find((found) => found.manager === 'chocolatey' &&
        version !== undefined &&
        (found.version === version || (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .toSemver */ .Ud)(`go${found.version}`) === version));
    return same?.manager;
}
function directoriesOf(env) {
    const data = env['ProgramData'] || 'C:\\ProgramData';
    const home = env['USERPROFILE'];
    const scoop = [
        env['SCOOP'] || (home && node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, 'scoop')),
        env['SCOOP_GLOBAL'] || node_path__WEBPACK_IMPORTED_MODULE_1__.join(data, 'scoop'),
    ];
    const winget = [
        env['LOCALAPPDATA'] && node_path__WEBPACK_IMPORTED_MODULE_1__.join(env['LOCALAPPDATA'], 'Microsoft', 'WinGet', 'Packages'),
        env['ProgramFiles'] && node_path__WEBPACK_IMPORTED_MODULE_1__.join(env['ProgramFiles'], 'WinGet', 'Packages'),
    ];
    const chocolatey = env['ChocolateyInstall'] || node_path__WEBPACK_IMPORTED_MODULE_1__.join(data, 'chocolatey');
    return [
        { manager: 'chocolatey', directory: node_path__WEBPACK_IMPORTED_MODULE_1__.join(chocolatey, 'lib'), name: /^golang$/i },
        ...present(scoop).map((root) => ({
            manager: 'scoop',
            directory: node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'apps'),
            name: /^go$/i,
        })),
        ...present(winget).map((directory) => ({
            manager: 'winget',
            directory,
            name: /^golang\.go(?:[._]|$)/i,
        })),
    ];
}
function present(places) {
    return [...new Set(places.flatMap((place) => (place ? [place] : [])))];
}
function versionIn(manager, directory) {
    switch (manager) {
        case 'chocolatey': {
            const file = namesIn(directory).find((name) => name.toLowerCase().endsWith('.nuspec'));
            const text = file === undefined ? '' : readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, file));
            return /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1];
        }
        case 'scoop':
            // `current` is a link to one of the versions beside it.
            return /^go(\S+)/.exec(readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, 'current', 'VERSION')))?.[1];
        case 'winget':
            return undefined;
    }
}
function namesIn(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(directory) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory) : [];
    }
    catch {
        return [];
    }
}
function readText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 5157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pc: () => (/* reexport */ gatherFacts),
  Mz: () => (/* binding */ preflight),
  iJ: () => (/* reexport */ readHeld),
  Dr: () => (/* reexport */ findings/* stopError */.Dr)
});

// EXTERNAL MODULE: ./lib/findings.js
var findings = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/windows/reboot.js
var windows_reboot = __webpack_require__(7532);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/windows/holder.js
var holder = __webpack_require__(7291);
;// CONCATENATED MODULE: ./lib/msi/preflight-target.js



/** How many files or holders are named. */
const NAMED = 5;
/** Judges the place that Go is to go to, and what else of Go is on the machine. */
function checkTarget(facts) {
    return [
        ...checkDirectory(facts),
        ...checkHeld(facts),
        ...checkWayBack(facts),
        ...checkManaged(facts),
        ...checkEnvironment(facts),
    ];
}
/**
 * Windows Installer removes only files that it owns, and leaves others where they are: in a directory with another Go the two are mixed, and
 * the compiler says "redeclared in this block" (golang/go#18107 and its like).
 */
function checkDirectory({ tree, installDir, product, products }) {
    const at = (place) => place !== undefined && (0,machine_path/* canonical */.$N)(place) === (0,machine_path/* canonical */.$N)(installDir);
    const other = products.find(({ productCode, installDir: place }) => productCode !== product?.productCode && at(place));
    if (other !== undefined) {
        const text = `${installDir} belongs to another product of Windows Installer: ${other.displayName || other.productCode}.`;
        const remedy = 'Choose another msi-install-dir, or uninstall that product.';
        return [(0,findings/* stop */.ds)('target', 'E_MSI_TARGET', text, remedy)];
    }
    if (tree.state === 'absent' || tree.state === 'empty') {
        const from = product?.installDir;
        return [
            (0,findings/* note */.N4)('target', `${installDir}: ${tree.reason}.`),
            ...(from !== undefined && !at(from) ? [(0,findings/* note */.N4)('move', `Go moves there from ${from}.`)] : []),
        ];
    }
    if (product !== undefined && at(product.installDir)) {
        const name = product.goVersion || product.displayName || product.productCode;
        if (tree.state === 'broken') {
            return [
                (0,findings/* warning */.$e)('target', `${installDir} belongs to ${name}, but ${tree.reason}.`, 'It is repaired or replaced.'),
            ];
        }
        return [(0,findings/* note */.N4)('target', `${installDir} belongs to ${name}; ${tree.reason}.`)];
    }
    const text = `${installDir} is not empty, and no registered Go owns what lies there: ${tree.reason}. An MSI would mix its files with these.`;
    const remedy = 'Remove or rename that directory, or choose an empty one by msi-install-dir.';
    return [(0,findings/* stop */.ds)('target', 'E_MSI_TARGET', text, remedy)];
}
function checkHeld({ held, holders, stopping, installDir }) {
    if (held === undefined)
        return [(0,findings/* note */.N4)('held', `Which files in ${installDir} are held could not be found out.`)];
    const found = [];
    if (held.held.length > 0) {
        const files = some(held.held);
        const who = holders?.holders.map(holder/* describeHolder */.sG) ?? [];
        const names = who.length > 0
            ? `Holders: ${some(who, '; ')}.`
            : `Who holds them is not known (${holders?.looked.join('; ')}).`;
        const text = `Other processes hold ${held.held.length} file(s) of ${installDir}: ${files}. ${names}`;
        const remedy = `${(0,holder/* adviseOn */.mm)(holders?.holders ?? [], stopping ? 'in vain' : 'mention')} Give each runner of this machine a Go of its own by install-method: zip.`;
        found.push((0,findings/* stop */.ds)('held', 'E_MSI_LOCKED', text, remedy));
    }
    if (held.denied.length > 0) {
        found.push((0,findings/* note */.N4)('held-denied', `Whether these are held can't be told, they may not be opened: ${some(held.denied)}.`));
    }
    if (!held.complete) {
        found.push((0,findings/* note */.N4)('held-part', `Only ${held.looked} files were looked at.`));
    }
    return found.length > 0
        ? found
        : [(0,findings/* note */.N4)('held', `None of ${held.looked} files is held by another process.`)];
}
function checkWayBack({ wayBack, product }) {
    const name = product?.goVersion || product?.displayName || 'the registered Go';
    switch (wayBack) {
        case undefined:
            return [];
        case 'cached':
            return [(0,findings/* note */.N4)('way-back', `The MSI of ${name} is in Windows Installer's cache: it can be put back.`)];
        case 'download':
            return [
                (0,findings/* note */.N4)('way-back', `The MSI of ${name} is not in Windows Installer's cache, but can be downloaded.`),
            ];
        case 'none': {
            const text = `Windows Installer removes ${name} before it installs the new Go, and its MSI is nowhere to be had, so it could not be put back.`;
            const remedy = `Put that MSI (${product?.packageName || 'of the same version'}) on the mirror, or uninstall the old Go yourself.`;
            return [(0,findings/* stop */.ds)('way-back', 'E_MSI_SOURCE', text, remedy)];
        }
    }
}
function checkManaged({ product, managed }) {
    const found = managed.map(({ manager, path, version }) => (0,findings/* note */.N4)('managed', `${manager} has a Go of its own on record${version ? ` (${version})` : ''}: ${path}.`));
    if (product?.owner === undefined)
        return found;
    const text = `The registered ${product.goVersion || 'Go'} was installed by ${product.owner}, whose record will name the old version after this; it is never edited.`;
    return [
        ...found,
        (0,findings/* warning */.$e)('owner', text, `Let one of the two set up Go: uninstall it with ${product.owner}, or upgrade it there.`),
    ];
}
function checkEnvironment({ environment, before, goroot, installDir }) {
    if (environment === undefined)
        return [(0,findings/* note */.N4)('path', "The machine's PATH could not be read.")];
    const found = [];
    if (before.length > 0) {
        const text = `The machine's PATH gives another Go first: ${some(before)}. Steps of this job get the right one, other programs do not.`;
        found.push((0,findings/* warning */.$e)('path', text, 'Remove those entries from the PATH of the machine.'));
    }
    if (goroot !== undefined && (0,machine_path/* canonical */.$N)(goroot) !== (0,machine_path/* canonical */.$N)(installDir)) {
        const text = `The machine's GOROOT is ${goroot}, not ${installDir}: every go that is started without another one uses that tree.`;
        found.push((0,findings/* warning */.$e)('goroot', text, 'Remove GOROOT from the variables of the machine.'));
    }
    return found.length > 0 ? found : [(0,findings/* note */.N4)('path', "No other Go goes before on the machine's PATH.")];
}
function some(items, separator = ', ') {
    const more = items.length > NAMED ? `${separator}… (${items.length} in all)` : '';
    return `${items.slice(0, NAMED).join(separator)}${more}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/toolcache/write-tests.js
var write_tests = __webpack_require__(9835);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/windows/held-files.js
var held_files = __webpack_require__(5044);
// EXTERNAL MODULE: ./lib/windows/holders.js
var windows_holders = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/windows/places.js
var windows_places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/windows/registry.js + 2 modules
var registry = __webpack_require__(3296);
;// CONCATENATED MODULE: ./lib/windows/services.js

const DISABLED = 4;
/** Reads the start types of services by their short names, such as `msiserver`. Never throws. */
async function readServices(names, query = registry/* queryNumber */.m$) {
    return await Promise.all(names.map(async (name) => {
        const start = await query(`HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, 'Start');
        return { name, start, disabled: start === DISABLED };
    }));
}

// EXTERNAL MODULE: ./lib/msi/owners.js
var owners = __webpack_require__(1387);
;// CONCATENATED MODULE: ./lib/msi/facts.js














const POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';
const POLICIES = [
    'DisableMSI',
    'DisableRollback',
    'DisableAutomaticApplicationShutdown',
    'AlwaysInstallElevated',
    'Logging',
];
/** Where in a Go tree programs are: they are held while somebody builds. */
const PROGRAMS_FIRST = ['bin', external_node_path_.join('pkg', 'tool')];
/**
 * Finds out all that {@link preflight} judges. Changes nothing but a file of its own, made and removed. Never throws: a probe without an
 * answer leaves its fact undefined.
 */
async function gatherFacts(plan, env = process.env, read = registry/* readKey */.YZ) {
    const [account, write, policies, services, reboot, space, files, environment] = await Promise.all([
        (0,elevation/* readAccount */.GM)(),
        plan.untouched ? undefined : tryWriting(plan.installDir),
        readPolicies(read),
        readServices(['msiserver', 'TrustedInstaller', 'wuauserv']),
        (0,windows_reboot/* readRebootFacts */.Ty)(read),
        readSpace([plan.installDir, `${env['SystemDrive'] || 'C:'}\\`]),
        readHeld(plan.installDir),
        (0,machine_path/* readEnvironmentValues */.ym)('machine', read).catch(() => undefined),
    ]);
    const goroot = (0,machine_path/* expandVariables */.i7)((0,registry/* textOf */.b6)(environment?.goroot) ?? '', env);
    return {
        ...plan,
        windows: (0,external_node_os_.release)(),
        account,
        write,
        policies,
        services,
        reboot,
        space,
        ...files,
        managed: (0,owners/* findManagedGoes */.B)(env),
        environment,
        before: (0,machine_path/* goesBefore */.i_)((0,registry/* textOf */.b6)(environment?.path) ?? '', plan.installDir, env),
        goroot: goroot || undefined,
    };
}
/** Which files below a directory are held, and by whom. Also for waiting: ask again until nothing is held. Never throws. */
async function readHeld(directory) {
    const held = await (0,held_files/* findHeld */.Tb)(directory, { first: PROGRAMS_FIRST }).catch(() => undefined);
    const holders = held && held.held.length > 0 ? await (0,windows_holders/* nameHolders */.Vu)(held.held, directory) : undefined;
    return { held, holders };
}
const WRITE_ATTEMPTS = 10;
/**
 * Makes and removes a file where a directory is, or in the nearest one above it that is there. Permissions alone don't tell: ask Windows. What
 * a killed run's test has left there goes, too: the caller has the machine's lock.
 */
async function tryWriting(directory) {
    const nearest = await (0,windows_places/* nearestDirectory */.O)(directory);
    for (let attempt = 1;; attempt++) {
        try {
            await writeTest(nearest);
            await (0,write_tests/* removeWriteTests */.j)(nearest, 0);
            return { directory: nearest, refusal: undefined };
        }
        catch (error) {
            const refusal = (0,errors/* systemCode */.x)(error) ?? String(error);
            // A step with another machine-root, and so another lock, takes this test for what a killed one has left.
            if (refusal !== 'ENOENT' || attempt === WRITE_ATTEMPTS)
                return { directory: nearest, refusal };
        }
    }
}
async function writeTest(place) {
    const own = await (0,promises_.mkdtemp)(external_node_path_.join(place, write_tests/* WRITE_TEST */.h));
    try {
        await (0,promises_.writeFile)(external_node_path_.join(own, 'test'), 'x');
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true, maxRetries: 5 });
    }
}
async function readPolicies(read) {
    try {
        const values = (await read(POLICY_KEY))?.[0]?.values ?? [];
        return Object.fromEntries(values.flatMap(({ name, value }) => {
            const known = POLICIES.find((policy) => policy.toLowerCase() === name.toLowerCase());
            const content = (0,registry/* numberOf */.rl)(value) ?? (0,registry/* textOf */.b6)(value);
            return known !== undefined && content !== undefined ? [[known, content]] : [];
        }));
    }
    catch {
        return undefined;
    }
}
/** Free space where these places are; one of two on the same drive. */
async function readSpace(places) {
    const drives = new Map();
    for (const place of places) {
        const nearest = await (0,windows_places/* nearestDirectory */.O)(place);
        const root = external_node_path_.parse(nearest).root.toLowerCase();
        if (drives.has(root))
            continue;
        drives.set(root, { place: external_node_path_.parse(nearest).root, free: await (0,windows_places/* freeSpace */.F)(nearest) });
    }
    return [...drives.values()];
}

;// CONCATENATED MODULE: ./lib/msi/preflight.js






const USE_ZIP = 'Or use install-method: zip, which needs no rights on the machine.';
const ENOUGH_BYTES = 1.5e9;
/** Which MSIs Windows Installer takes on a machine; any other is exit code 1633 ("not supported by this processor type"). */
const INSTALLS = {
    x64: ['x64', 'x86'],
    x86: ['x86'],
    arm64: ['arm64', 'x64', 'x86'],
};
/** The first Windows for Arm that runs x64 programs. */
const ARM_RUNS_X64 = 22000;
/**
 * Judges what was found, before anything is changed. Pure: the same facts give the same findings, in the order in which they are said. A
 * probe without an answer is a note, never a stop.
 */
function preflight(facts) {
    return [
        ...checkArchitecture(facts),
        ...checkSystem(facts),
        ...checkAccount(facts),
        ...checkWriting(facts),
        ...checkPolicies(facts),
        ...checkServices(facts),
        ...checkRunning(facts),
        ...checkReboot(facts),
        ...checkSpace(facts),
        ...checkTarget(facts),
    ];
}
function checkArchitecture({ architecture, machine, windows }) {
    const arch = (0,names/* goArch */.Jt)(architecture);
    const own = machine.architecture;
    if (!INSTALLS[own].includes(architecture)) {
        const text = `The ${arch} MSI cannot be installed on an ${own} machine: Windows Installer refuses it (1633).`;
        return [
            (0,findings/* stop */.ds)('architecture', 'E_MSI_PLATFORM', text, `Leave the input architecture out, or set it to ${own}.`),
        ];
    }
    if (own === 'arm64' && architecture !== 'arm64') {
        const old = architecture === 'x64' && build(windows) < ARM_RUNS_X64;
        const text = `The ${arch} MSI on an Arm machine ${old ? 'needs Windows 11: this one will refuse it (1633)' : 'gives a Go that Windows emulates'}.`;
        return [(0,findings/* warning */.$e)('architecture', text, 'Set the input architecture to arm64, or leave it out.')];
    }
    return [(0,findings/* note */.N4)('architecture', `${arch} MSI on an ${own} machine.`)];
}
function checkSystem({ version, windows, machine }) {
    const found = [];
    const minor = Number(/^1\.(\d+)/.exec(version)?.[1] ?? 21);
    if (Number.parseInt(windows, 10) < 10 && minor >= 21) {
        const text = `${(0,names/* toGoVersion */.ME)(version)} needs Windows 10 or Server 2016; this is Windows ${windows}.`;
        found.push((0,findings/* stop */.ds)('system', 'E_MSI_PLATFORM', text, 'Take Go 1.20 or older, or a newer Windows.'));
    }
    else {
        found.push((0,findings/* note */.N4)('system', `Windows ${windows}.`));
    }
    if (machine.hosted) {
        const text = 'This runner is hosted by GitHub and thrown away after the job; an MSI is slower there and gives one Go at a time.';
        found.push((0,findings/* warning */.$e)('hosted', text, 'Use install-method: zip.'));
    }
    return found;
}
function checkAccount({ account }) {
    const name = account.name ?? account.sid ?? 'this account';
    if (account.elevated === undefined) {
        return [
            (0,findings/* note */.N4)('elevation', `Whether ${name} has an administrator's rights is not known (${account.reason}); writing is tried.`),
        ];
    }
    if (account.elevated)
        return [(0,findings/* note */.N4)('elevation', `${name}: ${account.reason}.`)];
    const text = `An MSI is installed for the whole machine, which ${name} may not do: ${account.reason}.`;
    const remedy = `Run the runner's service under an account with administrator rights. ${USE_ZIP}`;
    return [(0,findings/* stop */.ds)('elevation', 'E_MSI_PERMISSION', text, remedy)];
}
function checkWriting({ write }) {
    if (write === undefined)
        return [];
    const { directory, refusal } = write;
    if (refusal === undefined)
        return [(0,findings/* note */.N4)('write', `${directory} can be written to.`)];
    const code = refusal === 'ENOSPC' ? 'E_MSI_DISK' : 'E_MSI_PERMISSION';
    const text = `${directory} cannot be written to: Windows answered ${refusal}.`;
    const remedy = `Give the account the right to, see whether a protection against ransomware forbids it, or choose another msi-install-dir. ${USE_ZIP}`;
    return [(0,findings/* stop */.ds)('write', code, text, remedy)];
}
function checkPolicies({ policies }) {
    if (policies === undefined)
        return [(0,findings/* note */.N4)('policy', 'The policies of Windows Installer could not be read.')];
    const set = Object.entries(policies);
    if (set.length === 0)
        return [(0,findings/* note */.N4)('policy', 'No policy of Windows Installer is set.')];
    return set.map(([name, value]) => {
        const id = `policy-${name}`;
        const text = `The policy ${name} of Windows Installer is ${value}`;
        const ask = 'Ask who administers this machine.';
        if (name === 'DisableMSI' && value === 2) {
            return (0,findings/* stop */.ds)(id, 'E_MSI_POLICY', `${text}: it installs nothing here (1625).`, `${ask} ${USE_ZIP}`);
        }
        if (name === 'DisableMSI' && value === 1) {
            return (0,findings/* warning */.$e)(id, `${text}: it installs for administrators alone, or only what is managed.`, ask);
        }
        if (name === 'DisableRollback' && value === 1) {
            const words = `${text}: an installation that fails leaves what it has done so far. This action puts the old Go back itself.`;
            return (0,findings/* warning */.$e)(id, words, ask);
        }
        return (0,findings/* note */.N4)(id, `${text}.`);
    });
}
function checkServices({ services }) {
    return services.map(({ name, start, disabled }) => {
        const id = `service-${name}`;
        if (start === undefined)
            return (0,findings/* note */.N4)(id, `How the service ${name} starts could not be read.`);
        if (!disabled)
            return (0,findings/* note */.N4)(id, `The service ${name} may start (start type ${start}).`);
        if (name.toLowerCase() !== 'msiserver')
            return (0,findings/* note */.N4)(id, `The service ${name} is disabled.`);
        const text = 'The service of Windows Installer (msiserver) is disabled.';
        return (0,findings/* stop */.ds)(id, 'E_MSI_SERVICE', text, `Enable it: sc.exe config msiserver start= demand. ${USE_ZIP}`);
    });
}
function checkRunning({ reboot }) {
    const found = [];
    if (reboot.setup === true) {
        const text = 'Windows Setup is at work on this machine.';
        found.push((0,findings/* stop */.ds)('setup', 'E_MSI_BUSY', text, 'Run the job again when it is done.'));
    }
    if (reboot.installation) {
        const text = `Another installation is under way, or was interrupted: ${reboot.installation}.`;
        found.push((0,findings/* warning */.$e)('installation', text, 'It is waited for, up to msi-timeout.'));
    }
    const unknown = reboot.setup === undefined || reboot.installation === undefined;
    if (unknown)
        found.push((0,findings/* note */.N4)('setup', 'Whether other installations run could not be read.'));
    return found.length > 0 ? found : [(0,findings/* note */.N4)('setup', 'No other installation is under way.')];
}
function checkReboot({ reboot, installDir }) {
    const found = [];
    const inside = (0,windows_reboot/* pendingUnder */.Sl)(reboot.renames ?? [], installDir);
    if (inside.length > 0) {
        const [{ from, to }] = inside;
        const what = to === undefined ? `remove ${from}` : `put ${from} in the place of ${to}`;
        const more = inside.length > 1 ? ` (and ${inside.length - 1} more)` : '';
        const text = `The next start of Windows will ${what}${more}: what is installed now would be changed by it.`;
        found.push((0,findings/* stop */.ds)('reboot-inside', 'E_REBOOT', text, 'Restart this machine, then run the job again.'));
    }
    const waiting = [
        ...((reboot.renames ?? []).length > inside.length ? ['programs that replace their files'] : []),
        ...(reboot.servicing ? ['Windows servicing'] : []),
        ...(reboot.update ? ['Windows Update'] : []),
    ];
    if (waiting.length > 0) {
        const text = `This machine waits for a restart: ${waiting.join(', ')}.`;
        found.push((0,findings/* warning */.$e)('reboot', text, 'Restart it between jobs.'));
    }
    const unknown = [reboot.renames, reboot.servicing, reboot.update].includes(undefined);
    if (unknown)
        found.push((0,findings/* note */.N4)('reboot', 'Whether a restart is due could not be read in full.'));
    return found.length > 0 ? found : [(0,findings/* note */.N4)('reboot', 'No restart is due.')];
}
function checkSpace({ space }) {
    return space.map(({ place, free }) => {
        if (free === undefined)
            return (0,findings/* note */.N4)('space', `How much is free on ${place} could not be read.`);
        const text = `${(free / 1e9).toFixed(1)} GB are free on ${place}`;
        if (free >= ENOUGH_BYTES)
            return (0,findings/* note */.N4)('space', `${text}.`);
        const words = `${text}; an upgrade takes up to 1.5 GB while old, new and both MSIs are there.`;
        return (0,findings/* stop */.ds)('space', 'E_MSI_DISK', words, 'Free some space, or choose another msi-install-dir.');
    });
}
/** 22631 of `10.0.22631`. */
function build(windows) {
    return Number(/^\d+\.\d+\.(\d+)/.exec(windows)?.[1] ?? 0);
}


/***/ }),

/***/ 820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ readProducts)
});

// UNUSED EXPORTS: UPGRADE_CODES

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/windows/registry.js + 2 modules
var registry = __webpack_require__(3296);
// EXTERNAL MODULE: ./lib/msi/install-dirs.js
var install_dirs = __webpack_require__(8249);
// EXTERNAL MODULE: ./lib/msi/owners.js
var owners = __webpack_require__(1387);
;// CONCATENATED MODULE: ./lib/msi/packed-guid.js
/**
 * Windows Installer's registry names products by packed GUIDs: no punctuation, the first three groups backwards, and of the rest each pair of
 * digits swapped (as Wine's squash_guid does it).
 */
const GROUPS = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];
/**
 * `{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}` → `0567AE226CA41004FB924F8B77D51B0C`.
 * @throws TypeError for what is no GUID in braces
 */
function packGuid(guid) {
    if (!isGuid(guid))
        throw new TypeError(`not a GUID: ${JSON.stringify(guid)}`);
    return turn(guid.replace(/[{}-]/g, ''));
}
/** The GUID, in braces and upper case, that a packed one stands for; undefined for any other text. */
function unpackGuid(packed) {
    if (!/^[0-9a-f]{32}$/i.test(packed))
        return undefined;
    const digits = turn(packed);
    const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)];
    return `{${[...groups, digits.slice(20)].join('-')}}`;
}
/** True for a GUID in braces, in any case. */
function isGuid(text) {
    return /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(text);
}
/** Its own inverse. */
function turn(digits) {
    let at = 0;
    return GROUPS.map((length) => {
        const group = digits.slice(at, at + length);
        at += length;
        return [...group].reverse().join('');
    })
        .join('')
        .toUpperCase();
}

;// CONCATENATED MODULE: ./lib/msi/products.js







/** The UpgradeCodes of Go's MSIs (golang/build, internal/installer/windowsmsi). */
const UPGRADE_CODES = {
    x64: '{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}',
    x86: '{1C3114EA-08C3-11E1-9095-7FCA4824019B}',
    arm64: '{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}',
};
/** `Go Programming Language amd64 go1.25.3`. The version is read from here: an rc has the DisplayVersion of its release. */
const DISPLAY_NAME = /^Go Programming Language (\w+) (go\S+)$/;
const CLASSES = 'HKLM\\SOFTWARE\\Classes\\Installer';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
/** S-1-5-18: what is installed for the machine, not for a user. */
const PRODUCTS = `${CURRENT}\\Installer\\UserData\\S-1-5-18\\Products`;
/**
 * Every Go that an MSI installed for the machine: those that Windows Installer would replace (the index by UpgradeCode), and those that
 * only stand in the list of programs, in either view of the registry.
 *
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
async function readProducts(sources = {}) {
    const { read = registry/* readKey */.YZ, env = process.env } = sources;
    const [indexed, listed64, listed32] = await Promise.all([
        readIndex(read),
        read(`${CURRENT}\\Uninstall`, '64', { recursive: true }),
        read(`${CURRENT}\\Uninstall`, '32', { recursive: true }),
    ]);
    const listed = new Map([...goesIn(listed64), ...goesIn(listed32)]);
    const codes = new Set([...indexed.keys(), ...listed.keys()]);
    return await Promise.all([...codes].sort().map((code) => readProduct(code, indexed.get(code), listed.get(code), { read, env })));
}
/**
 * Product codes by the architecture whose UpgradeCode they are filed under. All UpgradeCodes of the machine are read at once, some thousand
 * short lines at most: that is one process, and one for each of ours would be two or three more where it is not there.
 */
async function readIndex(read) {
    const keys = (await read(`${CLASSES}\\UpgradeCodes`, '64', { recursive: true })) ?? [];
    const index = new Map();
    for (const [architecture, upgradeCode] of Object.entries(UPGRADE_CODES)) {
        for (const { name } of keyBelow(keys, packGuid(upgradeCode))?.values ?? []) {
            const code = unpackGuid(name);
            if (code !== undefined)
                index.set(code, architecture);
        }
    }
    return index;
}
/** The one among the keys of a recursive reading whose name ends so. */
function keyBelow(keys, name) {
    const end = `\\${name}`.toLowerCase();
    return keys?.find((key) => key.name.toLowerCase().endsWith(end));
}
/** The Goes among the keys of a list of programs, by product code. */
function goesIn(keys) {
    return (keys ?? []).flatMap((key) => {
        const code = key.name.slice(key.name.lastIndexOf('\\') + 1).toUpperCase();
        return isGuid(code) && DISPLAY_NAME.test((0,registry/* textOf */.b6)((0,registry/* findValue */.j)(key, 'DisplayName')) ?? '')
            ? [[code, key]]
            : [];
    });
}
async function readProduct(productCode, indexed, listed, { read, env }) {
    const packed = packGuid(productCode);
    const [[properties] = [], advertised] = await Promise.all([
        read(`${PRODUCTS}\\${packed}\\InstallProperties`),
        read(`${CLASSES}\\Products\\${packed}`, '64', { recursive: true }),
    ]);
    const product = advertised?.[0];
    const sourceList = keyBelow(advertised, 'SourceList');
    const text = (name, ...keys) => keys.map((key) => (0,registry/* textOf */.b6)((0,registry/* findValue */.j)(key, name))).find((found) => found) ?? '';
    const displayName = text('DisplayName', listed, properties) || text('ProductName', product);
    const [, word = '', named = ''] = DISPLAY_NAME.exec(displayName) ?? [];
    const architecture = (0,names/* parseArchitecture */.ZN)(word) ?? indexed ?? 'x64';
    const recorded = plainDirectory(text('InstallLocation', listed, properties));
    const installDir = recorded || (await findInstallDir(named, architecture, read, env));
    const goVersion = named || ((installDir && (await (0,inspect/* readGoVersion */.VG)(installDir))) ?? '');
    const localPackage = text('LocalPackage', properties);
    const installSource = text('InstallSource', listed, properties);
    return {
        productCode,
        goVersion,
        version: (0,names/* toSemver */.Ud)(goVersion) ?? '',
        architecture,
        installDir: installDir || undefined,
        localPackage: localPackage !== '' && (0,external_node_fs_.existsSync)(localPackage) ? localPackage : undefined,
        packageName: text('PackageName', sourceList),
        displayName,
        installSource,
        owner: (0,owners/* managerOf */.d)(installSource, goVersion, env),
    };
}
/** Where nothing is on record: the first of the usual places that holds this very Go. */
async function findInstallDir(goVersion, architecture, read, env) {
    const version = (0,names/* toSemver */.Ud)(goVersion);
    if (version === undefined)
        return '';
    for (const directory of await (0,install_dirs/* installDirCandidates */.b)(read, env)) {
        if ((await (0,inspect/* inspectTree */.$k)(directory, { version, architecture })).state === 'whole')
            return directory;
    }
    return '';
}
/** Without backslashes at its end, but for that of a drive. */
function plainDirectory(text) {
    return text.replace(/(?<!^[A-Za-z]:)[\\/]+$/, '');
}


/***/ }),

/***/ 2110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectRegistered: () => (/* binding */ inspectRegistered),
/* harmony export */   kv: () => (/* binding */ describeRegistered),
/* harmony export */   oU: () => (/* binding */ inspectProduct),
/* harmony export */   vS: () => (/* binding */ manifestName),
/* harmony export */   vy: () => (/* binding */ inspectPatiently)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _machine_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4372);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9820);
/* harmony import */ var _windows_holder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7291);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5157);
/* harmony import */ var _products_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(820);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6231);








const LOOK_MS = 2000;
/**
 * What Windows Installer has registered for an architecture, each with its tree looked at. There is one at most, unless an upgrade broke in
 * the middle; what is whole comes first.
 *
 * @throws SetupError E_PERMISSION where registry or tree may not be read
 */
async function inspectRegistered(root, architecture) {
    const products = (await (0,_products_js__WEBPACK_IMPORTED_MODULE_6__/* .readProducts */ .x)()).filter((product) => product.architecture === architecture);
    const found = await Promise.all(products.map(async (product) => ({ product, tree: await inspectProduct(root, product) })));
    return found.sort((a, b) => Number(b.tree.state === 'whole') - Number(a.tree.state === 'whole'));
}
/**
 * The same for a step that can wait: while VERSION or go.exe is held by another process nothing can be said of a tree.
 *
 * @param changed whether a change has begun, for the failure: the journal has it, and the next run goes on
 * @throws SetupError E_MSI_LOCKED naming the holders after `lock-timeout`; the signal's reason
 */
async function inspectPatiently({ root, architecture, context }, changed = false) {
    const { inputs, log, signal } = context;
    const end = performance.now() + inputs.lockTimeoutMs;
    for (let told = false;; told = true) {
        try {
            return await inspectRegistered(root, architecture);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w) || error.code !== 'E_LOCKED')
                throw error;
            if (performance.now() > end)
                throw await namingHolders(error, root, changed);
            if (!told)
                log.info(`${error.message} Waiting up to ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(inputs.lockTimeoutMs)}`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
async function namingHolders(error, root, changed) {
    const directories = new Set((await (0,_products_js__WEBPACK_IMPORTED_MODULE_6__/* .readProducts */ .x)()).flatMap(({ installDir }) => installDir ?? []));
    const searches = await Promise.all([...directories].map((directory) => (0,_preflight_js__WEBPACK_IMPORTED_MODULE_5__/* .readHeld */ .iJ)(directory)));
    const holders = searches.flatMap((search) => search.holders?.holders ?? []);
    const who = holders.length > 0 ? ` Holders: ${holders.map(_windows_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .describeHolder */ .sG).join('; ')}.` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_MSI_LOCKED', `${error.message}${who} ${changed ? 'The change of this machine is not settled: the next run goes on with it.' : 'Nothing was changed.'}`, {
        remedy: (0,_windows_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .adviseOn */ .mm)(holders, 'in vain'),
        evidence: [
            ...error.evidence,
            ...searches.flatMap((search) => search.holders?.looked ?? []),
            `machine root ${root}`,
        ],
        cause: error,
    });
}
/** What lies where a product should be. */
async function inspectProduct(root, product) {
    const { installDir, version, architecture, productCode } = product;
    if (installDir === undefined)
        return { state: 'absent', reason: 'nothing tells where it was installed', goVersion: undefined };
    const files = await (0,_machine_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .keptManifest */ .y8)(root, manifestName(productCode));
    return await (0,_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .inspectInstallDir */ .z)(installDir, { version, architecture }, files);
}
/** The name that a product's list of files is kept under. */
function manifestName(productCode) {
    return productCode.replace(/[{}]/g, '').toLowerCase();
}
/** For log lines: `go1.26.6 in C:\Program Files\Go, whole`. */
function describeRegistered({ product, tree }) {
    const place = product.installDir ?? 'a place that is not on record';
    const owner = product.owner === undefined ? '' : `, installed by ${product.owner}`;
    const health = tree.state === 'whole' ? 'whole' : `${tree.state}: ${tree.reason}`;
    return `${product.goVersion || product.displayName || product.productCode} in ${place}, ${health}${owner}`;
}


/***/ }),

/***/ 6231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ inspectInstallDir)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7621);
/* harmony import */ var _toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1404);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(138);






const NAMED = 5;
/**
 * Looks what lies in an INSTALLDIR. With a list of files every one is compared; without one, those that no Go works without: VERSION, go.exe
 * and its machine type, compiler, linker, assembler, and sources of the standard library. No process is started.
 *
 * @param expected the Go of the product that owns the directory; undefined where none does
 * @param files taken when the tree was known to be whole
 * @throws SetupError E_LOCKED, E_PERMISSION where it may not be looked at
 */
async function inspectInstallDir(directory, expected, files) {
    const names = await list(directory);
    if (names === undefined)
        return { state: 'absent', reason: 'it does not exist', goVersion: undefined };
    if (!(await holdsFiles(directory, names)))
        return { state: 'empty', reason: 'it is empty', goVersion: undefined };
    const goVersion = await (0,_toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .readGoVersion */ .VG)(directory);
    if (expected === undefined) {
        return {
            state: 'foreign',
            reason: describe(goVersion, names),
            goVersion,
        };
    }
    const reason = (await missingFrom(directory, expected, goVersion)) ?? (await differs(directory, files));
    return reason === undefined
        ? { state: 'whole', reason: files ? 'all its files are there' : 'its main files are there', goVersion }
        : { state: 'broken', reason, goVersion };
}
async function missingFrom(directory, expected, goVersion) {
    const { architecture } = expected;
    if (expected.version !== '') {
        const found = await (0,_toolcache_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .inspectTree */ .$k)(directory, { version: expected.version, architecture });
        if (found.state !== 'whole')
            return found.state === 'torn' ? found.reason : 'it is gone';
    }
    else if (goVersion === undefined) {
        return 'no VERSION file';
    }
    const tools = node_path__WEBPACK_IMPORTED_MODULE_1__.join('pkg', 'tool', `windows_${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .goArch */ .Jt)(architecture)}`);
    const programs = ['compile', 'link', 'asm'].map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(tools, `${name}.exe`));
    for (const file of [node_path__WEBPACK_IMPORTED_MODULE_1__.join('bin', 'go.exe'), ...programs]) {
        if (!((await sizeOf(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, file))) ?? 0))
            return `${windows(file)} is missing or empty`;
    }
    for (const name of ['runtime', 'fmt']) {
        const found = (await list(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, 'src', name))) ?? [];
        if (!found.some((entry) => entry.name.endsWith('.go')))
            return `src\\${name} has no sources`;
    }
    return undefined;
}
async function differs(directory, files) {
    if (files === undefined)
        return undefined;
    const wrong = [];
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_5__/* .forEachFile */ .Rl)(Object.entries(files), async ([name, size]) => {
        if ((await sizeOf(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, name))) !== size)
            wrong.push(name);
    });
    if (wrong.length > 0) {
        const total = Object.keys(files).length;
        return `${wrong.length} of ${total} files are missing or changed: ${some(wrong)}`;
    }
    const strays = await strayFiles(directory, files);
    return strays.length === 0
        ? undefined
        : `${strays.length} source files of another version lie among its own: ${some(strays)}`;
}
/**
 * Sources that are not on the list, in a package that is: the compiler takes them for part of it ("redeclared in this block", golang/go#18107).
 * Other files are no matter: people build into their Go.
 */
async function strayFiles(directory, files) {
    const known = new Set(Object.keys(files).map((name) => name.toLowerCase()));
    const packages = new Set(Object.keys(files).flatMap((name) => /^src\/.*\.(?:go|s)$/.test(name) && !name.includes('/testdata/') ? [node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(name)] : []));
    const strays = [];
    for (const name of packages) {
        for (const entry of (await list(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, name))) ?? []) {
            const file = `${name}/${entry.name}`;
            if (/\.(?:go|s)$/.test(file) && !known.has(file.toLowerCase()))
                strays.push(file);
        }
    }
    return strays;
}
/** Whether there is a file anywhere below: Windows Installer leaves empty directories behind. */
async function holdsFiles(directory, entries) {
    if (entries.some((entry) => !entry.isDirectory()))
        return true;
    for (const entry of entries) {
        const inner = node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, entry.name);
        if (await holdsFiles(inner, (await list(inner)) ?? []))
            return true;
    }
    return false;
}
function describe(goVersion, names) {
    const what = some(names.map(({ name }) => name));
    return goVersion === undefined
        ? `it holds ${what}`
        : `it holds a Go that calls itself ${goVersion.slice(0, 40)} (${what})`;
}
function some(names) {
    const sorted = [...names].sort();
    return `${sorted.slice(0, NAMED).join(', ')}${sorted.length > NAMED ? `, … (${sorted.length} in all)` : ''}`;
}
async function list(directory) {
    return await unlessAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }));
}
async function sizeOf(file) {
    return (await unlessAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)))?.size;
}
async function unlessAbsent(looking) {
    return await looking.catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOTDIR')
            return undefined;
        throw error;
    });
}
function windows(file) {
    return file.replaceAll('/', '\\');
}


/***/ }),

/***/ 5044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ findHeldDirectories),
/* harmony export */   Tb: () => (/* binding */ findHeld),
/* harmony export */   pr: () => (/* binding */ probeFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _open_alone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8159);





const MOST_NAMED = 20;
/** Opens at once: each waits for the filter drivers of Windows, and hardly for the disk. */
const AT_ONCE = 8;
/**
 * Looks which files below a directory another process holds, by opening each for writing without sharing, and closing it at once. Nothing
 * is changed. A virus scanner holds files too, for moments: a caller that minds looks twice.
 *
 * @throws a file system error where a directory can't be listed (an absent one has no files)
 */
async function findHeld(directory, options = {}) {
    const { budgetMs = 10_000, first = [], open: openFile = _open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W } = options;
    const end = Date.now() + budgetMs;
    const held = [];
    const denied = [];
    let looked = 0;
    let complete = true;
    const seen = new Set();
    const look = async (files) => {
        for await (const file of files) {
            if (Date.now() > end) {
                complete = false;
                return;
            }
            looked++;
            const state = await probeFile(file, openFile);
            if (state === 'held')
                held.push(file);
            if (state === 'denied' && denied.length < MOST_NAMED)
                denied.push(file);
        }
    };
    for (const start of [...first.map((name) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name)), directory]) {
        // Somebody is at work with these programs: to open more of them could fail a build.
        if (held.length > 0)
            complete = false;
        if (!complete)
            break;
        const files = filesOf(start, seen);
        await Promise.all(Array.from({ length: AT_ONCE }, () => look(files)));
    }
    return { held: held.sort(), denied: denied.sort(), looked, complete };
}
/**
 * Whether another process holds a file: opened for writing without sharing, and closed at once. `denied` says that it may not be opened, held or
 * not; what is not there is free. Never throws.
 */
async function probeFile(file, openFile = _open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W) {
    try {
        await (await openFile(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR)).close();
        return 'free';
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error);
        if (code === 'EBUSY' || code === 'ETXTBSY')
            return 'held';
        if (code !== 'EPERM' && code !== 'EACCES')
            return 'free'; // gone meanwhile, or no file
    }
    // Not ours to write, or marked read-only; a handle of somebody else shows when reading, too.
    try {
        await (await openFile(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY)).close();
        return 'denied';
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EBUSY' ? 'held' : 'denied';
    }
}
/**
 * Looks which directories another process has open, itself among them: as a shell does with its working directory, and Explorer with what a
 * window shows. No directory that holds such a one can be renamed, and no file tells of it.
 *
 * @param budgetMs how long to look, in milliseconds
 */
async function findHeldDirectories(directory, budgetMs) {
    const end = Date.now() + budgetMs;
    const held = [];
    const queue = [directory];
    for (let next = queue.shift(); next !== undefined && Date.now() < end; next = queue.shift()) {
        const place = next;
        const handle = await (0,_open_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .openAlone */ .W)(place, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'EBUSY')
                held.push(place);
        });
        await handle?.close();
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(place, { withFileTypes: true }).catch(() => []);
        for (const entry of entries)
            if (entry.isDirectory())
                queue.push(node_path__WEBPACK_IMPORTED_MODULE_2__.join(place, entry.name));
    }
    return held.sort();
}
/** All files below a directory but those of directories seen before. Links are not followed. */
async function* filesOf(start, seen) {
    const queue = [start];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (seen.has(next))
            continue;
        seen.add(next);
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(next, { withFileTypes: true }).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ENOENT' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) === 'ENOTDIR')
                return [];
            throw error;
        });
        for (const entry of entries) {
            const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(next, entry.name);
            if (entry.isDirectory())
                queue.push(file);
            else if (entry.isFile())
                yield file;
        }
    }
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

/***/ 7532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sl: () => (/* binding */ pendingUnder),
/* harmony export */   Ty: () => (/* binding */ readRebootFacts),
/* harmony export */   Zg: () => (/* binding */ diffPending),
/* harmony export */   bM: () => (/* binding */ readPendingRenames),
/* harmony export */   lN: () => (/* binding */ dropPending)
/* harmony export */ });
/* unused harmony exports parsePendingRenames, isBelow */
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3296);

const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
/** Reads {@link RebootFacts}. Never throws: a fact that can't be read is undefined. */
async function readRebootFacts(read = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .readKey */ .YZ) {
    const unknown = () => undefined;
    const exists = async (key) => (await read(key)) !== undefined;
    const [renames, servicing, update, setup, installation] = await Promise.all([
        readPendingRenames(read).catch(unknown),
        exists(`${CURRENT}\\Component Based Servicing\\RebootPending`).catch(unknown),
        exists(`${CURRENT}\\WindowsUpdate\\Auto Update\\RebootRequired`).catch(unknown),
        read('HKLM\\SYSTEM\\Setup').then((keys) => (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)((0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(keys?.[0], 'SystemSetupInProgress')) === 1, unknown),
        read(`${CURRENT}\\Installer\\InProgress`).then((keys) => (keys === undefined ? '' : ((0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(keys[0], '')) ?? '(unnamed)')), unknown),
    ]);
    return { renames, servicing, update, setup, installation };
}
/**
 * The renames and removals that wait for the next start (MoveFileEx, MOVEFILE_DELAY_UNTIL_REBOOT).
 * @throws SetupError E_PERMISSION where the registry may not be read
 */
async function readPendingRenames(read = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .readKey */ .YZ) {
    const key = (await read(SESSION_MANAGER))?.[0];
    return ['PendingFileRenameOperations', 'PendingFileRenameOperations2'].flatMap((name) => parsePendingRenames((0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name)));
}
/**
 * Pairs of paths; an empty second one means removal. Paths begin with `\??\`, those to be written over with `!`, and newer systems put
 * `*1` and the like before them.
 */
function parsePendingRenames(value) {
    if (value?.type !== 'multi_sz')
        return [];
    const pairs = [];
    for (let at = 0; at < value.data.length; at += 2) {
        const from = plainPath(value.data[at] ?? '');
        const to = plainPath(value.data[at + 1] ?? '');
        if (from !== '')
            pairs.push({ from, to: to === '' ? undefined : to });
    }
    return pairs;
}
function plainPath(text) {
    return text.replace(/^[!*\d]*\\\?\?\\/, '').replace(/^UNC\\/i, '\\\\');
}
/**
 * Takes renames and removals off the list of the next start, each once, and leaves the rest of it byte for byte. For what an installation left
 * there and what has been done since in another way (microsoft/WSL#40535).
 *
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
async function dropPending(drop, read = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .readKey */ .YZ) {
    const key = (await read(SESSION_MANAGER))?.[0];
    const left = [...drop];
    for (const name of ['PendingFileRenameOperations', 'PendingFileRenameOperations2']) {
        const value = (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
        if (value?.type !== 'multi_sz')
            continue;
        const kept = [];
        for (let at = 0; at < value.data.length; at += 2) {
            const raw = [value.data[at] ?? '', value.data[at + 1] ?? ''];
            const [pair] = parsePendingRenames({ type: 'multi_sz', data: raw });
            const match = left.findIndex(({ from, to }) => from === pair?.from && to === pair.to);
            if (match < 0)
                kept.push(...raw);
            else
                left.splice(match, 1);
        }
        if (kept.length === value.data.length)
            continue;
        await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .writeValue */ .bD)(SESSION_MANAGER, name, kept.length === 0 ? undefined : { type: 'multi_sz', data: kept });
    }
}
/** Those that touch a directory or what lies below it. */
function pendingUnder(renames, directory) {
    return renames.filter(({ from, to }) => isBelow(from, directory) || (to !== undefined && isBelow(to, directory)));
}
/**
 * What an installation left to be done at the next start below a directory: there the next start would remove or change files that were
 * just installed, whatever the installation's exit code said.
 */
function diffPending(before, after, directory) {
    const old = new Map();
    const name = ({ from, to }) => `${from}\0${to ?? ''}`.toLowerCase();
    for (const pair of before)
        old.set(name(pair), (old.get(name(pair)) ?? 0) + 1);
    const added = after.filter((pair) => {
        const left = old.get(name(pair)) ?? 0;
        old.set(name(pair), left - 1);
        return left <= 0;
    });
    return pendingUnder(added, directory);
}
/** Whether a Windows path is a directory or lies below it; without case. */
function isBelow(file, directory) {
    const [inner, outer] = [file, directory].map((text) => text.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase());
    return inner === outer || (inner ?? '').startsWith(`${outer}\\`);
}


/***/ })

};
