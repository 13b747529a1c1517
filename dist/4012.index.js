export const id = 4012;
export const ids = [4012,5044];
export const modules = {

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

/***/ 1631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prunePackages: () => (/* binding */ prunePackages)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/input-rules.js
var input_rules = __webpack_require__(5645);
// EXTERNAL MODULE: ./lib/machine/history.js
var machine_history = __webpack_require__(4817);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/report/audit-trees.js
var audit_trees = __webpack_require__(4985);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/toolcache/prune-plan.js
var prune_plan = __webpack_require__(9902);
// EXTERNAL MODULE: ./lib/toolcache/tree-size.js
var tree_size = __webpack_require__(7578);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/msi/products.js + 1 modules
var products = __webpack_require__(820);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/windows/held-files.js
var held_files = __webpack_require__(5044);
// EXTERNAL MODULE: ./lib/msi/package-store.js
var package_store = __webpack_require__(2927);
;// CONCATENATED MODULE: ./lib/msi/store-places.js







/** An MSI, and drafts of it or of its record. */
const UNFINISHED = /\.(?:msi|part|again|new)$/;
/** How long a removal waits for who has a package open: a scanner has it for moments, Windows Installer for longer. */
const PATIENCE_MS = 5000;
/** What a directory of the store is called while it is removed: one rename takes a package out of use, and the next prune finds what is left of it. */
const REMOVED = '.removed-';
/**
 * Every package of the store by its directory's name, and what a prune has left that was killed. Packages are not hashed.
 *
 * @throws an error of the system where the store can't be listed
 */
async function listStore(root) {
    const store = external_node_path_.join(root, 'msi');
    const names = await (0,promises_.readdir)(store).catch((error) => {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return [];
        throw error;
    });
    const places = await Promise.all(names.sort().map((name) => readPlace(store, name)));
    return {
        places: places.filter((place) => place !== undefined),
        leftovers: names.filter((name) => name.startsWith(REMOVED)).map((name) => external_node_path_.join(store, name)),
    };
}
/**
 * Removes a package from the store: out of use by one rename, then its files.
 *
 * @returns where files of it are left, and why; the package is out of use then, too
 * @throws EBUSY where somebody has a file of it open, or an error of the system: the package stays whole; the signal's reason, before the rename
 */
async function removePackage({ directory }, signal) {
    const aside = external_node_path_.join(external_node_path_.dirname(directory), `${REMOVED}${external_node_path_.basename(directory)}`);
    await (0,files/* removeTree */.dM)(aside, signal, PATIENCE_MS);
    await (0,files/* retry */.L5)(() => moveAside(directory, aside), signal, PATIENCE_MS);
    try {
        await (0,files/* removeTree */.dM)(aside, signal, PATIENCE_MS);
        return { left: undefined };
    }
    catch (trouble) {
        return { left: aside, trouble };
    }
}
/** @throws EBUSY where somebody has a file of it open, as Windows Installer does while it installs from it; an error of the system */
async function moveAside(directory, aside) {
    const { held } = await (0,held_files/* findHeld */.Tb)(directory);
    if (held[0] !== undefined)
        throw Object.assign(new Error(`EBUSY: ${held[0]} is open`), { code: 'EBUSY', path: held[0] });
    await (0,promises_.rename)(directory, aside);
}
async function readPlace(store, name) {
    const [, goVersion, architecture] = package_store/* PLACE */.CC.exec(name) ?? [];
    if (goVersion === undefined)
        return undefined;
    const directory = external_node_path_.join(store, name);
    const file = external_node_path_.join(directory, package_store/* RECORD */.gv);
    const found = (await (0,atomic_file.readJson)(file).catch(() => undefined));
    const valid = typeof found?.filename === 'string' && typeof found.sha256 === 'string';
    const written = valid ? await (0,promises_.stat)(file).catch(() => undefined) : undefined;
    return {
        ...{ directory, goVersion, architecture: architecture },
        record: valid ? found : undefined,
        ours: valid || (await (0,promises_.readdir)(directory)).every((one) => UNFINISHED.test(one)),
        usedAt: written?.mtimeMs ?? 0,
    };
}

;// CONCATENATED MODULE: ./lib/msi/prune.js












/**
 * Removes from the machine's store the MSIs that no rule keeps, and what killed runs left there. Those of a Go that is registered, and of the version that a
 * rollback returns to, stay. With `dry-run` the same plan is made and told, and nothing is changed. The caller has the machine's lock, or changes nothing.
 *
 * @param readRegistered what Windows Installer has registered; for tests
 * @throws SetupError where registry or store can't be read; the signal's reason
 */
async function prunePackages(root, tally, context, readRegistered = products/* readProducts */.x) {
    const { inputs, log, signal } = context;
    log.info(`Pruning the MSIs kept in ${root} by ${(0,input_rules/* rulesOf */.f)(inputs).join(', ')}`);
    const { places, leftovers } = await listStore(root).catch((error) => {
        throw (0,files.explainFileError)(error, 'read the kept MSIs of', root);
    });
    const registered = await readRegistered();
    const stored = [];
    for (const place of places)
        stored.push(await candidate(place, root, registered));
    const plan = (0,prune_plan/* planPrune */.w)(stored.sort(prune_plan/* byGroupAndVersion */.Q), inputs, Date.now());
    const sizes = new Map();
    for (const { candidate, fate, reason } of plan) {
        const bytes = fate === 'remove' ? await (0,tree_size/* treeSize */.U)(candidate.place.directory, signal) : 0;
        sizes.set(candidate, bytes);
        const size = fate === 'remove' ? ` (${(0,report_log/* formatBytes */.z3)(bytes)})` : '';
        log.info(`${fate.padEnd(6)}  ${candidate.place.directory}${size}: ${reason}`);
    }
    for (const leftover of leftovers)
        log.info(`remove  ${leftover}: left by a run that was killed`);
    if (plan.length + leftovers.length === 0)
        log.info('There is no MSI of Go');
    for (const { candidate, fate, reason } of plan) {
        const { version, place } = candidate;
        const bytes = sizes.get(candidate) ?? 0;
        const gone = fate === 'remove' && (inputs.dryRun || (await remove(candidate, bytes, context)));
        tally.add({
            ...{ version, architecture: place.architecture, place: place.directory, kind: 'msi' },
            ...{ official: place.record?.official ?? false, fate, reason, bytes, gone },
        });
    }
    for (const leftover of leftovers) {
        const bytes = await (0,tree_size/* treeSize */.U)(leftover, signal);
        if (inputs.dryRun || (await clear(leftover, context)))
            tally.addLeftover(bytes);
    }
}
async function candidate(place, root, registered) {
    const { goVersion, architecture, record, ours, usedAt } = place;
    const version = (0,names/* toSemver */.Ud)(goVersion);
    return {
        place,
        group: `msi ${architecture}`,
        version: version ?? goVersion,
        ours: ours && version !== undefined,
        torn: record === undefined,
        usedAt,
        holds: await holdsOf(place, root, registered),
    };
}
/** What a package is needed for, each in words. @throws SetupError E_VERIFY where journal or history can't be understood: then nobody knows */
async function holdsOf({ goVersion, architecture }, root, registered) {
    const isThis = (go) => go?.goVersion === goVersion && (go.architecture ?? architecture) === architecture;
    const { method, details } = (await (0,journal/* leftChange */.U)(root))?.change ?? {};
    const open = method === 'msi' ? [details?.old, details?.target, details?.secured] : [];
    const before = await (0,machine_history/* versionBefore */.aq)(root, 'msi', architecture);
    return [
        ...(registered.some(isThis) ? ['Windows Installer has it registered'] : []),
        ...(before !== undefined && before === (0,names/* toSemver */.Ud)(goVersion) ? ['a rollback returns to it'] : []),
        ...(open.some(isThis) ? ['a change that is open needs it'] : []),
    ];
}
/** @returns whether it is gone; what stays is warned of */
async function remove({ place }, bytes, context) {
    const { log, audit, signal } = context;
    const { directory, record } = place;
    const started = performance.now();
    try {
        const { left, trouble } = await removePackage(place, signal);
        const durationMs = performance.now() - started;
        const change = { kind: 'pruned', place: directory, provenance: record, error: trouble };
        await (0,audit_trees/* recordTree */.A)(audit, { ...change, durationMs });
        if (left === undefined)
            log.info(`Removed ${directory}, ${(0,report_log/* formatBytes */.z3)(bytes)} freed`);
        else
            log.warn(`${directory} is removed, but not all of its files in ${left} yet; a later prune removes them.`);
        return left === undefined;
    }
    catch (error) {
        return stays(error, directory, context);
    }
}
async function clear(leftover, context) {
    const { log, audit, signal } = context;
    const started = performance.now();
    try {
        await (0,files/* removeTree */.dM)(leftover, signal);
    }
    catch (error) {
        return stays(error, leftover, context);
    }
    log.info(`Removed ${leftover}, left by a prune that was interrupted`);
    const durationMs = performance.now() - started;
    await (0,audit_trees/* recordTree */.A)(audit, { kind: 'removed', place: leftover, durationMs });
    return true;
}
/** That one thing can't be removed is a warning, and the rest goes on. @throws what is no refusal of Windows; the signal's reason */
function stays(error, place, { log, signal }) {
    signal.throwIfAborted();
    const code = (0,errors/* systemCode */.x)(error);
    if (code === undefined)
        throw error;
    log.warn(`Could not remove ${place} (${code}): another process has a file of it open, or the account may not. It stays, and the next prune tries again.`);
    return false;
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ byGroupAndVersion),
/* harmony export */   w: () => (/* binding */ planPrune)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7621);


const DAY_MS = 86_400_000;
/**
 * Decides what a prune removes. Pure: what is removed is ours, held by nobody, and kept by none of the rules, or torn.
 *
 * A prerelease takes no place among the newest: while it is newer than every release of its group, the newest one is kept with them, and no other
 * is.
 *
 * @param now milliseconds since 1970
 * @returns one for each candidate, in their order
 * @throws TypeError where there is no rule, by which everything would go: the caller has not looked at its inputs
 */
function planPrune(candidates, rules, now) {
    const { keepVersions, keepMinors, keepDays } = rules;
    if (keepVersions === undefined && keepMinors === undefined && keepDays === undefined)
        throw new TypeError('a prune without a rule');
    return candidates.map((candidate) => {
        if (!candidate.ours)
            return { candidate, fate: 'leave', reason: 'not put there by this action' };
        if (candidate.holds.length > 0)
            return { candidate, fate: 'keep', reason: candidate.holds.join('; ') };
        if (candidate.torn)
            return { candidate, fate: 'remove', reason: 'left by a run that was killed' };
        const there = candidates.filter((one) => one.ours && !one.torn && one.group === candidate.group);
        const versions = [...new Set(there.map(({ version }) => version))].sort(semver__WEBPACK_IMPORTED_MODULE_0__.rcompare);
        const answers = [
            byVersions(candidate, versions, keepVersions),
            byMinors(candidate, versions, keepMinors),
            byDays(candidate, keepDays, now),
        ].filter((answer) => answer !== undefined);
        const keeping = answers.filter(({ keeps }) => keeps);
        const fate = keeping.length > 0 ? 'keep' : 'remove';
        const reasons = (keeping.length > 0 ? keeping : answers).map(({ reason }) => reason);
        return { candidate, fate, reason: reasons.join(', ') };
    });
}
/** @param versions of its group, the newest first */
function byVersions({ version }, versions, count) {
    if (count === undefined)
        return undefined;
    const newest = releasesOf(versions).slice(0, count);
    const several = count === 1 ? 'the newest version' : `among the ${count} newest versions`;
    return among(version, newest, versions, several);
}
function byMinors({ version }, versions, count) {
    if (count === undefined)
        return undefined;
    const newest = new Map();
    for (const one of releasesOf(versions)) {
        const name = minorOf(one);
        if (!newest.has(name))
            newest.set(name, one);
    }
    const several = count === 1
        ? 'the newest patch of the newest minor'
        : `among the newest patches of the ${count} newest minors`;
    return among(version, [...newest.values()].slice(0, count), versions, several);
}
function among(version, newest, versions, several) {
    if (newest.includes(version))
        return { keeps: true, reason: several };
    const [first] = versions;
    if (version === first && (0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(version))
        return { keeps: true, reason: 'the newest prerelease, newer than every release' };
    return { keeps: false, reason: `not ${several}` };
}
function byDays({ usedAt }, days, now) {
    if (days === undefined)
        return undefined;
    const ago = Math.max(0, Math.floor((now - usedAt) / DAY_MS));
    const when = ago === 0 ? 'used today' : `last used ${ago} day${ago === 1 ? '' : 's'} ago`;
    return { keeps: now - usedAt <= days * DAY_MS, reason: when };
}
function releasesOf(versions) {
    return versions.filter((version) => !(0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(version));
}
/** `1.26` of `1.26.6`. */
function minorOf(version) {
    return `${(0,semver__WEBPACK_IMPORTED_MODULE_0__.major)(version)}.${(0,semver__WEBPACK_IMPORTED_MODULE_0__.minor)(version)}`;
}
/** For tables: by folder and architecture, the newest first. */
function byGroupAndVersion(one, other) {
    if (one.group !== other.group)
        return one.group < other.group ? -1 : 1;
    return one.ours && other.ours ? (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(other.version, one.version) : Number(other.ours) - Number(one.ours);
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ treeSize)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);



/**
 * What the files of a directory come to, in bytes of their contents (they take some more on the disk). Links are not followed; what can't be looked at
 * counts nothing. Never throws, but for the signal's reason.
 */
async function treeSize(directory, signal) {
    let bytes = 0;
    async function add(place) {
        signal.throwIfAborted();
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place, { withFileTypes: true }).catch(() => []);
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachFile */ .Rl)(entries.filter((entry) => entry.isFile()), async ({ name }) => {
            const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, name)).then((found) => found.size, () => 0);
            bytes += size;
        });
        for (const entry of entries)
            if (entry.isDirectory())
                await add(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, entry.name));
    }
    await add(directory);
    return bytes;
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


/***/ })

};
