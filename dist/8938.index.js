export const id = 8938;
export const ids = [8938,9215];
export const modules = {

/***/ 8938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeInventory: () => (/* binding */ describeInventory),
  takeInventory: () => (/* binding */ takeInventory)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/machine/current.js
var machine_current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/machine/history.js
var machine_history = __webpack_require__(4817);
// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/machine/root.js
var machine_root = __webpack_require__(2685);
// EXTERNAL MODULE: ./lib/msi/owners.js
var owners = __webpack_require__(1387);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/windows/places.js
var windows_places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/windows/reboot.js
var windows_reboot = __webpack_require__(7532);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/msi/install-dirs.js
var install_dirs = __webpack_require__(8249);
// EXTERNAL MODULE: ./lib/msi/products.js + 1 modules
var products = __webpack_require__(820);
// EXTERNAL MODULE: ./lib/msi/state.js
var msi_state = __webpack_require__(2110);
// EXTERNAL MODULE: ./lib/msi/tree.js
var tree = __webpack_require__(6231);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/side-by-side/session.js + 1 modules
var session = __webpack_require__(2875);
// EXTERNAL MODULE: ./lib/toolcache/entries.js
var entries = __webpack_require__(2904);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/inventory/goes.js













/**
 * Every Go of the machine, each once: what others have on record comes first, so that a tree is told by its owner and not by the PATH that leads to it.
 * Starts no process but reg.exe, and changes nothing.
 *
 * @param note told what could not be looked at
 */
async function findGoes(places, note) {
    const found = [];
    const known = new Set();
    const add = async (go) => {
        // Of those whose place is not on record each is another one.
        const ways = go.place === '' ? [] : [go.place, await (0,promises_.realpath)(go.place).catch(() => go.place)];
        const names = ways.map(machine_path/* canonical */.$N);
        if (names.some((name) => known.has(name)))
            return;
        for (const name of names)
            known.add(name);
        const leads = places.current === undefined ? undefined : (0,machine_path/* canonical */.$N)(places.current);
        found.push({ ...go, current: leads !== undefined && names.includes(leads) });
    };
    const untold = (directory, code) => note(`${directory} cannot be listed (${code})`);
    const attempt = async (what, look) => await look().catch((error) => note(`${what}: ${error instanceof Error ? error.message : String(error)}`));
    for (const root of new Set(places.toolCaches))
        for (const entry of await (0,entries.listPlaces)(root, untold))
            await attempt((0,layout/* treePath */.ON)(entry), async () => await add(await ofEntry(entry, 'tool-cache')));
    for (const entry of await (0,entries.listPlaces)((0,session/* versionsRoot */.oH)(places.machineRoot), untold))
        await attempt((0,layout/* treePath */.ON)(entry), async () => await add(await ofEntry(entry, 'machine')));
    const leads = (0,session/* entryAt */._f)(places.machineRoot, places.current);
    if (leads)
        await attempt((0,layout/* treePath */.ON)(leads), async () => await add(await ofEntry(leads, 'machine')));
    await attempt('What Windows Installer has on record', async () => {
        for (const product of await (0,products/* readProducts */.x)({ env: places.env }))
            await attempt(product.displayName, async () => await add(await ofProduct(product, places.machineRoot)));
    });
    for (const managed of (0,owners/* findManagedGoes */.B)(places.env))
        for (const tree of await treesOf(managed))
            await attempt(tree, async () => {
                const go = await ofTree(tree, managed.manager);
                if (go)
                    await add({ ...go, owner: managed.manager });
            });
    for (const tree of [...places.named, ...(await usualPlaces(places.env))])
        await attempt(tree, async () => {
            const go = await ofTree(tree, 'by-hand');
            if (go)
                await add(go);
        });
    return found;
}
async function ofEntry(entry, origin) {
    const { version, architecture } = entry;
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    const whole = found.state === 'whole';
    const { sha256, source, official, installedAt } = (whole && found.provenance) || {};
    const ours = typeof source === 'string' && sha256 !== undefined && official !== undefined;
    return {
        place: (0,layout/* treePath */.ON)(entry),
        origin,
        // A torn one has no record that counts; below the machine's root nobody else puts anything.
        owner: ours || origin === 'machine' ? 'setup-go-win' : 'another-action',
        version,
        goVersion: whole ? found.goVersion : (0,names/* toGoVersion */.ME)(version),
        architecture,
        state: found.state,
        reason: found.state === 'torn'
            ? found.reason
            : whole
                ? null
                : 'the link current leads there, and nothing is there',
        provenance: ours ? { sha256, source, official, installedAt: String(installedAt ?? '') } : null,
    };
}
async function ofProduct(product, machineRoot) {
    const tree = await (0,msi_state/* inspectProduct */.oU)(machineRoot, product);
    const state = tree.state === 'whole' ? 'whole' : tree.state === 'absent' ? 'absent' : 'torn';
    return {
        place: product.installDir ?? '',
        origin: 'msi',
        owner: product.owner ?? 'windows-installer',
        version: product.version || null,
        goVersion: product.goVersion || null,
        architecture: product.architecture,
        state,
        reason: state === 'whole' ? null : tree.reason,
        provenance: null,
    };
}
/** A tree that nobody has described; undefined where it is none. */
async function ofTree(place, origin) {
    const goVersion = await (0,inspect/* readGoVersion */.VG)(place);
    const architecture = await (0,inspect/* readArchitecture */.Ov)(place);
    if (goVersion === undefined && architecture === undefined)
        return undefined;
    // A development version, or one with a suffix, is the name of no release.
    const version = (0,names/* toSemver */.Ud)(/^go[\w.]+/.exec(goVersion ?? '')?.[0] ?? '') ?? null;
    const found = architecture
        ? await (0,tree/* inspectInstallDir */.z)(place, { version: version ?? '', architecture }, undefined)
        : undefined;
    const whole = found?.state === 'whole';
    return {
        place,
        origin,
        owner: null,
        version,
        goVersion: goVersion ?? null,
        architecture: architecture ?? null,
        state: whole ? 'whole' : 'torn',
        reason: whole ? null : (found?.reason ?? 'bin\\go.exe is missing or no Windows program'),
        provenance: null,
    };
}
/** Where a package manager keeps the trees of a Go that it has on record. Chocolatey has none: it runs the MSI. */
async function treesOf({ manager, path: place }) {
    switch (manager) {
        case 'chocolatey':
            return [];
        case 'scoop':
            // `current` is a link to one of the versions beside it.
            return (await goes_names(place)).filter((name) => name !== 'current').map((name) => external_node_path_.join(place, name));
        case 'winget':
            return [place, external_node_path_.join(place, 'go')];
    }
}
/** Where people put a Go: where its installer puts it, and where golang.org/dl does (`%USERPROFILE%\sdk\go1.26.6`). */
async function usualPlaces(env) {
    const sdk = external_node_path_.join(env['USERPROFILE'] || 'C:\\', 'sdk');
    const downloaded = (await goes_names(sdk))
        .filter((name) => /^go/.test(name))
        .map((name) => external_node_path_.join(sdk, name));
    return [
        ...downloaded,
        (0,install_dirs/* defaultInstallDir */.W)('x64', env),
        (0,install_dirs/* defaultInstallDir */.W)('x86', env),
        `${env['SystemDrive'] || 'C:'}\\Go`,
    ];
}
async function goes_names(directory) {
    return (await (0,promises_.readdir)(directory).catch(() => [])).sort();
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/windows/registry.js + 2 modules
var registry = __webpack_require__(3296);
;// CONCATENATED MODULE: ./lib/inventory/paths.js







/** What programs of the machine, of this account, and steps of this job look through. */
function searches(machine, user, env) {
    const entriesOf = (values) => (0,machine_path/* splitPath */.Uf)((0,machine_path/* expandVariables */.i7)((0,registry/* textOf */.b6)(values?.path) ?? '', env));
    const gorootOf = (values) => {
        const text = (0,registry/* textOf */.b6)(values?.goroot);
        return text ? (0,machine_path/* expandVariables */.i7)(text, env) : undefined;
    };
    return {
        machine: { entries: entriesOf(machine), goroot: gorootOf(machine) },
        user: {
            entries: [...entriesOf(machine), ...entriesOf(user)],
            goroot: gorootOf(user) ?? gorootOf(machine),
        },
        job: { entries: (0,machine_path/* splitPath */.Uf)(env['PATH'] ?? env['Path'] ?? ''), goroot: env['GOROOT'] || undefined },
    };
}
/** A server that is gone takes Windows a minute or so to give up on. */
const ANSWER_MS = 5000;
/**
 * Looks for go.exe in every directory of some searches, in each once.
 *
 * @param note told which drive or share does not answer
 * @param look for tests
 */
async function lookForGoes(searches, note, look = isProgram, waitMs = ANSWER_MS) {
    const found = new Set();
    const silent = new Set();
    const rootOf = (place) => (0,machine_path/* canonical */.$N)(external_node_path_.win32.parse(place).root);
    for (const file of new Set(searches.flatMap(programsOf))) {
        if (silent.has(rootOf(file)))
            continue;
        const end = new AbortController();
        const late = (0,external_node_timers_promises_.setTimeout)(waitMs, 'late', { signal: end.signal }).catch(() => 'late');
        const there = await Promise.race([look(file), late]);
        end.abort();
        if (there === true)
            found.add(file);
        if (there !== 'late')
            continue;
        silent.add(rootOf(file));
        note(`${external_node_path_.win32.parse(file).root}, which is on a PATH, does not answer: what lies there is not looked at`);
    }
    return { isFile: (file) => found.has(file), answers: (place) => !silent.has(rootOf(place)) };
}
/** Not for a directory of that name. */
async function isProgram(file) {
    return await (0,promises_.stat)(file).then((found) => !found.isDirectory(), (error) => !/^(?:ENOENT|ENOTDIR)$/.test((0,errors/* systemCode */.x)(error) ?? '') && (0,external_node_fs_.existsSync)(file));
}
function programsOf({ entries }) {
    return entries
        .filter((entry) => external_node_path_.isAbsolute(entry) || external_node_path_.win32.isAbsolute(entry))
        .map((entry) => external_node_path_.join(entry, 'go.exe'));
}
/** Each go.exe that a search finds, each once, what `go` starts first. */
function goesOn(search, { isFile }) {
    const files = programsOf(search).filter(isFile);
    return files.filter((file, index) => files.findIndex((other) => (0,machine_path/* canonical */.$N)(other) === (0,machine_path/* canonical */.$N)(file)) === index);
}
/** The directory that a go.exe on PATH takes for its GOROOT: above `bin`. */
function treeOf(goExe) {
    return external_node_path_.dirname(external_node_path_.dirname(goExe));
}
/** Says which of the goes a search gives. */
async function describeSearch(search, goes, sight) {
    const all = goesOn(search, sight);
    const [winner] = all;
    const goroot = search.goroot ?? null;
    if (winner === undefined)
        return { winner: null, place: null, all, goroot };
    const tree = treeOf(winner);
    // Through a link, such as `current`, it is the Go behind it.
    const names = [tree, await (0,promises_.realpath)(tree).catch(() => tree)].map(machine_path/* canonical */.$N);
    const leadsToCurrent = /[\\/]current$/i.test(tree) ? goes.find(({ current }) => current) : undefined;
    const go = goes.find(({ place }) => names.includes((0,machine_path/* canonical */.$N)(place))) ?? leadsToCurrent;
    return { winner, place: go?.place ?? null, all, goroot };
}

;// CONCATENATED MODULE: ./lib/inventory/status.js















/**
 * Looks at every Go of the machine and at what decides which one is used. Changes nothing, asks no network, runs no go. What cannot be looked at
 * is told in the notes, and hides nothing else.
 */
async function takeInventory(context, env = process.env) {
    const { inputs, host } = context;
    const notes = [];
    const note = (line) => void (notes.includes(line) || notes.push(line));
    const attempt = async (what, look) => await look().catch((error) => {
        note(`${what}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    });
    const root = (0,machine_root/* machineRootAt */.t3)(inputs.machineRoot);
    const variables = (scope) => attempt(`The variables of the ${scope}`, () => (0,machine_path/* readEnvironmentValues */.ym)(scope));
    const [machine, user, current, left, account, reboot] = await Promise.all([
        variables('machine'),
        variables('user'),
        attempt('The link current', () => (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(root).current)),
        attempt('The journal', () => (0,journal/* leftChange */.U3)(root)),
        (0,elevation/* readAccount */.GM)(),
        (0,windows_reboot/* readRebootFacts */.Ty)(),
    ]);
    const looked = searches(machine, user, env);
    const all = [looked.machine, looked.user, looked.job];
    const sight = await lookForGoes(all, note);
    const named = all.flatMap((search) => [
        ...goesOn(search, sight).map(treeOf),
        ...(search.goroot === undefined || !sight.answers(search.goroot) ? [] : [search.goroot]),
    ]);
    const goes = await findGoes({ toolCaches: host.toolCaches, machineRoot: root, current, named: rootsOf(named), env }, note);
    const last = await attempt('The history', () => (0,machine_history/* lastSuccess */.M1)(root, 'zip'));
    const msi = await attempt('The history', () => (0,machine_history/* versionBefore */.aq)(root, 'msi', (0,toolchain/* architectureOf */.NJ)(context)));
    const change = left?.change;
    return {
        schema: 1,
        takenAt: new Date().toISOString(),
        host: {
            name: (0,external_node_os_.hostname)(),
            architecture: host.architecture,
            windows: (0,external_node_os_.release)(),
            account: account.name ?? account.sid ?? null,
            elevated: account.elevated ?? null,
        },
        goes,
        packages: (0,owners/* findManagedGoes */.B)(env).map(({ manager, path: place, version }) => ({
            manager,
            place,
            version: version ?? null,
        })),
        path: {
            machine: await describeSearch(looked.machine, goes, sight),
            user: await describeSearch(looked.user, goes, sight),
            job: await describeSearch(looked.job, goes, sight),
        },
        machineRoot: {
            place: root,
            there: await (0,files/* isDirectory */.wd)(root),
            current: current ?? null,
            unfinished: change
                ? {
                    method: change.method,
                    operation: change.operation,
                    from: change.from ?? null,
                    to: change.to ?? null,
                    startedAt: change.startedAt,
                    runner: change.runner,
                }
                : null,
            rollback: { zip: (last?.fromTree && last.from) || null, msi: msi ?? null },
        },
        reboot: describeReboot(reboot, goes),
        space: await readSpace([...host.toolCaches, root, `${env['SystemDrive'] || 'C:'}\\`]),
        notes,
    };
}
/** A shim or a wrapper lies in no tree; a directory named twice is one. */
function rootsOf(directories) {
    return [...new Set(directories)].filter((directory) => external_node_path_.dirname(directory) !== directory);
}
function describeReboot(facts, goes) {
    const { renames, servicing, update, setup, installation } = facts;
    const reasons = [
        ...(renames && renames.length > 0
            ? [`${renames.length} file(s) are replaced or removed at the next start`]
            : []),
        ...(servicing ? ['Windows features or updates (Component Based Servicing)'] : []),
        ...(update ? ['Windows Update'] : []),
        ...(setup ? ['Windows Setup is at work'] : []),
        ...(installation ? ['an installation is under way or was interrupted'] : []),
    ];
    const unknown = [renames, servicing, update, setup, installation].includes(undefined);
    const below = goes.flatMap(({ place }) => (0,windows_reboot/* pendingUnder */.Sl)(renames ?? [], place));
    return {
        pending: reasons.length > 0 ? true : unknown ? null : false,
        reasons,
        files: [...new Set(below)].map(({ from, to }) => ({ from, to: to ?? null })),
    };
}
/** One figure a drive. */
async function readSpace(places) {
    const drives = new Map();
    for (const place of places) {
        const nearest = await (0,windows_places/* nearestDirectory */.O)(place);
        const drive = external_node_path_.parse(nearest).root;
        if (!drives.has(drive.toLowerCase()))
            drives.set(drive.toLowerCase(), { place: drive, freeBytes: (await (0,windows_places/* freeSpace */.F)(nearest)) ?? null });
    }
    return [...drives.values()];
}
/** The inventory for people: one line a Go, and what decides. */
function describeInventory(inventory) {
    const { goes, path: paths, machineRoot, reboot, space, notes } = inventory;
    const lines = goes.map(({ goVersion, architecture, place, origin, owner, state, reason, current }) => `${goVersion ?? 'a Go without a version'} ${architecture ?? ''} in ${place || 'a place that is not on record'}: ${origin}, ${state}${reason === null ? '' : ` (${reason})`}${owner === null ? '' : `, owner ${owner}`}${current ? ', the current one of the machine' : ''}`);
    if (goes.length === 0)
        lines.push('There is no Go on this machine');
    for (const [whose, { winner, all, goroot }] of Object.entries(paths)) {
        const others = all.length > 1 ? `, before ${all.slice(1).join(', ')}` : '';
        const tree = goroot === null ? '' : `; GOROOT = ${goroot}`;
        lines.push(`PATH of the ${whose}: ${winner === null ? 'no go' : `${winner}${others}`}${tree}`);
    }
    const { unfinished, current } = machineRoot;
    if (current !== null)
        lines.push(`current of the machine leads to ${current}`);
    if (unfinished)
        lines.push(`Unfinished: ${unfinished.operation} of ${unfinished.from ?? 'nothing'} → ${unfinished.to ?? 'nothing'} (${unfinished.method}), begun ${unfinished.startedAt} by ${unfinished.runner}; the next operation settles it`);
    if (reboot.reasons.length > 0)
        lines.push(`A restart of Windows is due: ${reboot.reasons.join('; ')}`);
    for (const { place, freeBytes } of space)
        lines.push(`${place}: ${freeBytes === null ? 'free space is not known' : `${Math.floor(freeBytes / 1e6)} MB free`}`);
    return [...lines, ...notes.map((line) => `Not looked at: ${line}`)];
}


/***/ }),

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJson: () => (/* binding */ readJson),
/* harmony export */   writeJson: () => (/* binding */ writeJson),
/* harmony export */   writeWhole: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);




/**
 * Writes a file so that a reader finds the old content or the new one, whenever this process or the machine stops: into a draft beside it, to
 * the disk, and then by one rename.
 *
 * @param patienceMs how long to wait for readers, which Windows does not take a file from; 15 s where left out
 * @throws the error of the system
 */
async function writeWhole(file, text, patienceMs) {
    const draft = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}.new`;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, 'wx');
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, file), undefined, patienceMs);
    }
    catch (error) {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(draft).catch(() => { });
        throw error;
    }
}
/** Writes JSON as {@link writeWhole} writes text. */
async function writeJson(file, value) {
    await writeWhole(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
/**
 * Reads what {@link writeJson} wrote; undefined where there is no such file.
 *
 * @throws SetupError E_VERIFY for a file that is no JSON: nothing is decided on it, and nothing is overwritten
 */
async function readJson(file) {
    let text;
    try {
        text = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_VERIFY', `${file} is damaged: it is no JSON.`, {
            remedy: 'Look at what wrote it last; rename it, and the next run goes by what it finds on the machine.',
            evidence: [`it begins: ${JSON.stringify(text.slice(0, 80))}`],
            cause,
        });
    }
}


/***/ }),

/***/ 4817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M1: () => (/* binding */ lastSuccess),
/* harmony export */   aq: () => (/* binding */ versionBefore),
/* harmony export */   bf: () => (/* binding */ rememberSuccess)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);



/** More than these are of no use for going back. */
const KEPT = 50;
/**
 * Remembers that a change succeeded. Twice for the same change is once, since a run can be killed between this and the end of its journal.
 * What changed no version is not remembered: it is nothing to go back from.
 */
async function rememberSuccess(root, change, { fromTree, fromProduct } = {}) {
    const { id, method, operation, architecture, from, to } = change;
    const before = await successes(root);
    if (from === to || before.some((one) => one.id === id))
        return;
    const at = new Date().toISOString();
    const success = { id, method, operation, architecture, from, to, at, fromTree, fromProduct };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.writeJson)(historyFile(root), { schema: 1, successes: [...before, success].slice(-KEPT) });
}
/**
 * The version that a rollback returns to: the one before the last successful change. Since a rollback is such a change, rolling back twice
 * returns.
 *
 * @returns a semver; undefined where nothing was there before, or nothing is remembered
 */
async function versionBefore(root, method, architecture) {
    return (await lastSuccess(root, method, architecture))?.from;
}
/**
 * The last change that succeeded by a method.
 *
 * @param architecture any, where left out: of versions side by side one is the machine's
 * @returns undefined where nothing is remembered
 * @throws SetupError E_VERIFY for a history that cannot be understood: that is not "nothing", since what a rollback returns to must not be pruned
 */
async function lastSuccess(root, method, architecture) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.readJson)(historyFile(root));
    if (found !== undefined && !isHistory(found))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_VERIFY', `The history ${historyFile(root)} is none that this version can read.`, {
            remedy: 'Use the version of the action that wrote it; or rename it, and no rollback is possible until the next change.',
        });
    return (found?.successes ?? [])
        .filter((one) => one.method === method && (architecture ?? one.architecture) === one.architecture)
        .at(-1);
}
function isHistory(found) {
    const { schema, successes } = (found ?? {});
    return schema === 1 && Array.isArray(successes) && successes.every(isSuccess);
}
function isSuccess(one) {
    const { id, method, operation, architecture, from, to, fromTree } = (one ?? {});
    const given = [from, to, fromTree].filter((text) => text !== undefined);
    return [id, method, operation, architecture, ...given].every((text) => typeof text === 'string');
}
/** What the next success is put behind, as far as it can be understood: a change that is done is not to fail by it. */
async function successes(root) {
    const found = (await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.readJson)(historyFile(root)));
    return Array.isArray(found?.successes) ? found.successes.filter(isSuccess) : [];
}
function historyFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, 'history.json');
}


/***/ }),

/***/ 8258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ foreignJournal),
/* harmony export */   U3: () => (/* binding */ leftChange),
/* harmony export */   oq: () => (/* binding */ beginChange)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(138);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9215);







const OPERATIONS = ['install', 'switch', 'repair', 'rollback', 'uninstall', 'prune'];
/**
 * The journal of a machine: one file, one change at a time, under the machine's lock. What it tells is written before it is done, so that
 * the next run can finish or undo what a killed one began.
 *
 * @throws SetupError E_INTERNAL where a change is open already: its owner did not look
 */
async function beginChange(root, change) {
    if ((await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root))) !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INTERNAL', 'A change of this machine is open in the journal already.', {
            remedy: 'Report this with the log.',
            evidence: [journalFile(root)],
        });
    const begun = {
        schema: 1,
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        startedAt: new Date().toISOString(),
        ...change,
    };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), begun);
    return openChange(root, begun);
}
/**
 * The change that an earlier run left open; undefined where there is none.
 *
 * @throws SetupError E_VERIFY for a journal that cannot be understood
 */
async function leftChange(root) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root));
    if (found === undefined)
        return undefined;
    if (!isChange(found))
        throw foreignJournal(root);
    return openChange(root, found);
}
/** Whether this is a change with all that any method needs of it. What its details tell is for the method to judge. */
function isChange(found) {
    const { schema, method, operation, architecture, details, ...rest } = (found ?? {});
    const texts = [rest.id, rest.runner, rest.startedAt];
    const versions = [rest.from, rest.to].filter((one) => one !== undefined);
    return (schema === 1 &&
        (method === 'msi' || method === 'zip') &&
        OPERATIONS.some((one) => one === operation) &&
        _release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .architectures */ .f2.some((one) => one === architecture) &&
        [...texts, ...versions].every((one) => typeof one === 'string') &&
        typeof details === 'object' &&
        details !== null);
}
/** What a journal is called that nobody here can have written. */
function foreignJournal(root) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_VERIFY', `The journal ${journalFile(root)} is none that this version can read.`, {
        remedy: 'Use the version of the action that wrote it, or see to the machine by hand and remove the file.',
        evidence: [journalFile(root)],
    });
}
function openChange(root, begun) {
    let change = begun;
    return {
        get change() {
            return change;
        },
        async update(details) {
            change = { ...change, details };
            await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), change);
        },
        close: async () => await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(journalFile(root), { force: true })),
    };
}
function journalFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, 'journal.json');
}


/***/ }),

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


/***/ })

};
