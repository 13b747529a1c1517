export const id = 118;
export const ids = [118,904];
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

/***/ 8938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeInventory: () => (/* binding */ describeInventory),
  takeInventory: () => (/* binding */ takeInventory)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
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
// EXTERNAL MODULE: ./lib/windows/places.js
var windows_places = __webpack_require__(4913);
// EXTERNAL MODULE: ./lib/windows/reboot.js
var windows_reboot = __webpack_require__(7532);
// EXTERNAL MODULE: ./lib/msi/install-dirs.js
var install_dirs = __webpack_require__(8249);
// EXTERNAL MODULE: ./lib/msi/products.js + 1 modules
var products = __webpack_require__(820);
// EXTERNAL MODULE: ./lib/msi/state.js
var msi_state = __webpack_require__(9729);
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
        const names = [go.place, await (0,promises_.realpath)(go.place).catch(() => go.place)].map(machine_path/* canonical */.$N);
        if (names.some((name) => known.has(name)))
            return;
        for (const name of names)
            known.add(name);
        const leads = places.current === undefined ? undefined : (0,machine_path/* canonical */.$N)(places.current);
        found.push({ ...go, current: leads !== undefined && names.includes(leads) });
    };
    const attempt = async (what, look) => await look().catch((error) => note(`${what}: ${error instanceof Error ? error.message : String(error)}`));
    for (const root of new Set(places.toolCaches))
        for (const entry of await (0,entries.listPlaces)(root))
            await attempt((0,layout/* treePath */.ON)(entry), async () => await add(await ofEntry(entry, 'tool-cache')));
    for (const entry of await (0,entries.listPlaces)((0,session/* versionsRoot */.oH)(places.machineRoot)))
        await attempt((0,layout/* treePath */.ON)(entry), async () => await add(await ofEntry(entry, 'machine')));
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
    const ours = sha256 !== undefined && source !== undefined && official !== undefined;
    return {
        place: (0,layout/* treePath */.ON)(entry),
        origin,
        // A torn one has no record that counts; below the machine's root nobody else puts anything.
        owner: ours || origin === 'machine' ? 'setup-go-win' : 'another-action',
        version,
        goVersion: whole ? found.goVersion : (0,names/* toGoVersion */.ME)(version),
        architecture,
        state: found.state,
        reason: found.state === 'torn' ? found.reason : null,
        provenance: ours ? { sha256, source, official, installedAt: installedAt ?? '' } : null,
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
/** Each go.exe that a search finds, each once, what `go` starts first. */
function goesOn({ entries }, exists = external_node_fs_.existsSync) {
    const files = entries
        .filter((entry) => external_node_path_.isAbsolute(entry) || external_node_path_.win32.isAbsolute(entry))
        .map((entry) => external_node_path_.join(entry, 'go.exe'))
        .filter(exists);
    return files.filter((file, index) => files.findIndex((other) => (0,machine_path/* canonical */.$N)(other) === (0,machine_path/* canonical */.$N)(file)) === index);
}
/** The directory that a go.exe on PATH takes for its GOROOT: above `bin`. */
function treeOf(goExe) {
    return external_node_path_.dirname(external_node_path_.dirname(goExe));
}
/** Says which of the goes a search gives. */
async function describeSearch(search, goes) {
    const all = goesOn(search);
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
    const note = (line) => void notes.push(line);
    const attempt = async (what, look) => await look().catch((error) => {
        note(`${what}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    });
    const root = inputs.machineRoot || (0,machine_root/* defaultMachineRoot */.F)();
    const variables = (scope) => attempt(`The variables of the ${scope}`, () => (0,machine_path/* readEnvironmentValues */.ym)(scope));
    const [machine, user, current, left, account, reboot] = await Promise.all([
        variables('machine'),
        variables('user'),
        attempt('The link current', () => (0,machine_current/* readLink */.XF)((0,machine_current/* linksOf */.hP)(root).current)),
        attempt('The journal', () => (0,journal/* leftChange */.U)(root)),
        (0,elevation/* readAccount */.GM)(),
        (0,windows_reboot/* readRebootFacts */.Ty)(),
    ]);
    const looked = searches(machine, user, env);
    const all = [looked.machine, looked.user, looked.job];
    const named = all.flatMap((search) => [
        ...goesOn(search).map(treeOf),
        ...(search.goroot === undefined ? [] : [search.goroot]),
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
            machine: await describeSearch(looked.machine, goes),
            user: await describeSearch(looked.user, goes),
            job: await describeSearch(looked.job, goes),
        },
        machineRoot: {
            place: root,
            there: await isDirectory(root),
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
async function isDirectory(place) {
    return await (0,promises_.stat)(place).then((found) => found.isDirectory(), () => false);
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
    const { unfinished } = machineRoot;
    if (unfinished)
        lines.push(`Unfinished: ${unfinished.operation} of ${unfinished.from ?? 'nothing'} → ${unfinished.to ?? 'nothing'} (${unfinished.method}), begun ${unfinished.startedAt} by ${unfinished.runner}; the next operation settles it`);
    if (reboot.reasons.length > 0)
        lines.push(`A restart of Windows is due: ${reboot.reasons.join('; ')}`);
    for (const { place, freeBytes } of space)
        lines.push(`${place}: ${freeBytes === null ? 'free space is not known' : `${Math.floor(freeBytes / 1e6)} MB free`}`);
    return [...lines, ...notes.map((line) => `Not looked at: ${line}`)];
}


/***/ }),

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ isSamePlace),
/* harmony export */   SY: () => (/* binding */ backToOld),
/* harmony export */   XF: () => (/* binding */ readLink),
/* harmony export */   er: () => (/* binding */ pointCurrent),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   v1: () => (/* binding */ putCurrentAside),
/* harmony export */   vL: () => (/* binding */ removeLink)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(138);
/* harmony import */ var _machine_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7606);





/**
 * The links of a machine's root. `current` is what the PATH of the machine leads through; the other two are there only in the middle of a switch. On
 * Windows they are junctions, for which no right is needed. They are touched by symlink, readlink, lstat, rename and unlink alone: anything that
 * goes into directories would go through them, into the tree.
 */
function linksOf(root) {
    const current = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'current');
    return { current, fresh: `${current}.new`, old: `${current}.old` };
}
/**
 * Where a link leads, whether or not there is anything.
 *
 * @returns undefined where there is no such link
 * @throws SetupError E_VERIFY where something else stands in its place
 */
async function readLink(link) {
    const found = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(link)).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) === 'ENOENT')
            return undefined;
        throw error;
    });
    if (found === undefined)
        return undefined;
    if (!found.isSymbolicLink())
        throw noLink(link);
    // A junction is read with a backslash at its end.
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(link)).replace(/(?<=[^:\\/])[\\/]+$/, '');
}
/** Takes a link away, never what it leads to. That there is none is no error. @throws as {@link readLink} */
async function removeLink(link) {
    if ((await readLink(link)) !== undefined)
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(link));
}
/** Lets `current` lead to a tree for the first time, or again after it was put aside. Made beside it, and put in its place by one rename. */
async function placeCurrent(root, tree) {
    const { current, fresh } = linksOf(root);
    await removeLink(fresh);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(tree, fresh, 'junction');
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(fresh, current));
}
/**
 * Lets `current` lead to another tree. Windows replaces no directory by a rename, so the old link is put aside first: between the two renames there
 * is no `current`, and never one that is half. A tree that a job runs from is not touched.
 *
 * @param works looks at what there is through the link; when it throws, the old link is back
 * @throws what `works` throws; an error of the system
 */
async function pointCurrent(root, tree, works) {
    const { current, fresh, old } = linksOf(root);
    await removeLink(fresh);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(tree, fresh, 'junction');
    const before = await putCurrentAside(root);
    try {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(fresh, current));
        await works();
    }
    catch (error) {
        await backToOld(root, before);
        throw error;
    }
    await removeLink(old);
}
/** Takes `current` out of its place. @returns where it led; undefined where there was none */
async function putCurrentAside(root) {
    const { current, old } = linksOf(root);
    const before = await readLink(current);
    if (before === undefined)
        return undefined;
    await removeLink(old);
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(current, old));
    return before;
}
/**
 * Gives `current` back what it led to, and leaves neither of the other links.
 *
 * @param before undefined: there was no `current`, and there is none afterwards
 */
async function backToOld(root, before) {
    const { current, fresh, old } = linksOf(root);
    if (!isSamePlace(await readLink(current), before))
        await removeLink(current);
    if (before !== undefined && (await readLink(current)) === undefined) {
        if (isSamePlace(await readLink(old), before))
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(old, current));
        else
            await placeCurrent(root, before);
    }
    await removeLink(old);
    await removeLink(fresh);
}
/** Whether two paths name one directory, as far as their text tells; without case. Two undefined ones do. */
function isSamePlace(a, b) {
    return a === undefined || b === undefined ? a === b : (0,_machine_path_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(a) === (0,_machine_path_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(b);
}
function noLink(link) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_VERIFY', `${link} is no link, so something else than this action made it.`, {
        remedy: `See what is in it, then rename or remove it, and run the step again: a link to the Go of the machine has to be there.`,
        evidence: [link],
    });
}


/***/ }),

/***/ 2875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jI: () => (/* binding */ currentBin),
  _f: () => (/* binding */ entryAt),
  zR: () => (/* binding */ machineContext),
  oH: () => (/* binding */ versionsRoot),
  n: () => (/* binding */ windowsDoors)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/machine/current.js
var current = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/machine/machine-path.js
var machine_path = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __webpack_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/verify.js
var verify = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
;// CONCATENATED MODULE: ./lib/windows/announce.js

/**
 * .NET tells every window of a changed environment (WM_SETTINGCHANGE) whenever a variable of the user is written or removed, also one that is not there
 * (Environment.SetEnvironmentVariable, .NET Framework's reference source). So nothing is changed by it.
 */
const SCRIPT = `[Environment]::SetEnvironmentVariable('SETUP_GO_WIN_NOT_THERE', $null, 'User'); 'told'`;
/**
 * Tells other programs that variables of the registry have changed, so that what the desktop starts from now on has them.
 *
 * @returns undefined when done; else why not
 */
async function announceEnvironment(powershell = windows_powershell/* runPowerShell */.N5) {
    const answer = await powershell(SCRIPT, {}, { timeoutMs: 30_000 });
    if (answer === undefined)
        return 'there is no Windows PowerShell';
    return 'value' in answer ? undefined : answer.failure;
}

;// CONCATENATED MODULE: ./lib/side-by-side/session.js






/** Versions of the machine lie side by side as in a tool cache, with the same markers, sidecars and locks. */
function versionsRoot(root) {
    return external_node_path_.join(root, 'versions');
}
/** What goes on PATH. */
function currentBin(root) {
    return external_node_path_.join((0,current/* linksOf */.hP)(root).current, 'bin');
}
/** The step's context, with the machine's versions in the place of the tool cache. */
function machineContext(root, context) {
    const toolCache = versionsRoot(root);
    return { ...context, host: { ...context.host, toolCache, toolCaches: [toolCache] } };
}
/** The entry that a directory is; undefined where it is none of the machine's versions. */
function entryAt(root, tree) {
    if (!tree)
        return undefined;
    const parts = external_node_path_.relative(versionsRoot(root), tree).split(/[\\/]/);
    const [tool = '', version = '', word = ''] = parts;
    const architecture = (0,names/* parseArchitecture */.ZN)(word);
    if (parts.length !== 3 || tool === '..' || architecture === undefined)
        return undefined;
    return { root: versionsRoot(root), tool, version, architecture };
}
/** The doors to Windows. */
function windowsDoors({ host, signal }) {
    return {
        readEnvironment: machine_path/* readEnvironmentValues */.ym,
        writeVariable: machine_path/* restoreEnvironmentValue */.N9,
        works: (tree, expected) => (0,verify/* verifyTree */.a)(tree, expected, host.architecture, signal),
        announce: announceEnvironment,
    };
}


/***/ }),

/***/ 2904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   listPlaces: () => (/* binding */ listPlaces),
/* harmony export */   listVersions: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7621);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);




/** `go`, and the folders of mirrors. */
const TOOL = new RegExp(`^${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .OFFICIAL_TOOL */ .ny}(?:-[0-9a-f]{8})?$`);
const MARKER = /^(x64|x86|arm64)\.complete$/;
const PLACE = /^(x64|x86|arm64)(?:\.complete)?$/;
/** Every Go of a tool cache by its marker, whoever put it there: a listing, nothing is opened. What can't be listed is not there. */
async function listEntries(root) {
    return (await listVersions(root)).flatMap(({ root, tool, version, names }) => names.flatMap((name) => {
        const architecture = MARKER.exec(name)?.[1];
        return architecture ? [{ root, tool, version, architecture }] : [];
    }));
}
/** Every version directory of a tool cache's Go folders, whoever made it. What can't be listed is not there. */
async function listVersions(root) {
    const versions = [];
    for (const tool of (await names(root)).filter((name) => TOOL.test(name)))
        for (const version of await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool)))
            versions.push({ root, tool, version, names: await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool, version)) });
    return versions;
}
/**
 * Every place of a tool cache where a Go is or should be: with a marker, or a tree that has none, or both. For those who look for what is torn.
 */
async function listPlaces(root) {
    const versions = (await listVersions(root)).filter(({ version }) => (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7)(version));
    return versions.flatMap(({ tool, version, names }) => {
        const found = new Set(names.flatMap((name) => PLACE.exec(name)?.[1] ?? []));
        return [...found].map((name) => ({ root, tool, version, architecture: name }));
    });
}
async function names(directory) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => [])).sort();
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
