export const id = 8418;
export const ids = [8418,9215];
export const modules = {

/***/ 8418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeLegResult: () => (/* binding */ writeLegResult)
/* harmony export */ });
/* unused harmony export legResult */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _machine_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);
/* harmony import */ var _windows_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5159);




/** A look at the machine's Go may not keep the step from saying how it ended. */
const LOOK_MS = 1000;
/** How much of an inventory a fleet of a thousand runners can carry. */
const MOST = { goes: 100, places: 20, lines: 50 };
/**
 * Writes what a leg came to as one file of JSON, whole or not at all; the directories on the way are made.
 *
 * @param patienceMs how long to wait for those who read the file there is
 * @throws the error of the system
 */
async function writeLegResult(name, record, end, patienceMs) {
    const result = await legResult(name, record, end);
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve((0,_windows_host_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceOf */ .B3)(process.env), name.file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file), { recursive: true });
    await (0,_machine_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__.writeWhole)(file, `${JSON.stringify(result, undefined, 2)}\n`, patienceMs);
}
/** What a leg came to. Where the step was stopped before it looked at what the machine has now, that is looked at here, if it takes no time. */
async function legResult({ id, runner, stage, attempt, operation }, record, { code, message, startedAt, endedAt, bytes }) {
    const after = await lookAgain(record);
    return {
        schema: 1,
        id,
        runner,
        stage,
        attempt,
        operation,
        ...(record.dryRun ? { dryRun: record.dryRun } : {}),
        outcome: code === 'ok' ? 'ok' : 'failed',
        code,
        message: code === 'ok' ? '' : message,
        startedAt: new Date(startedAt).toISOString(),
        durationMs: endedAt - startedAt,
        architecture: record.architecture ?? null,
        before: record.before?.version ?? null,
        after: after?.version ?? null,
        rolledBack: record.rolledBack ?? false,
        recoveryMs: record.recoveryMs ?? null,
        bytes: { downloaded: bytes.downloaded, reused: record.reusedBytes ?? 0 },
        health: record.health ?? null,
        inventory: record.inventory ? trimmed(record.inventory) : null,
    };
}
async function lookAgain({ after, look }) {
    if (after || look === undefined)
        return after?.go;
    let timer;
    const tooLong = new Promise((resolve) => {
        timer = setTimeout(() => resolve(undefined), LOOK_MS);
    });
    return await Promise.race([look(), tooLong])
        .catch(() => undefined)
        .finally(() => clearTimeout(timer));
}
/** Of a machine with hundreds of versions what nobody would read is left out, and that is said. */
function trimmed(inventory) {
    const { goes, path: paths, reboot, notes } = inventory;
    const left = goes.length - MOST.goes;
    // What is used comes first: the machine's own, and what wins on a PATH.
    const winners = [paths.machine.place, paths.user.place, paths.job.place];
    const used = (go) => go.current || go.origin === 'msi' || winners.includes(go.place);
    const kept = left > 0 ? [...goes.filter(used), ...goes.filter((go) => !used(go))].slice(0, MOST.goes) : goes;
    const shorter = (search) => ({
        ...search,
        all: search.all.slice(0, MOST.places),
    });
    return {
        ...inventory,
        goes: kept,
        path: { machine: shorter(paths.machine), user: shorter(paths.user), job: shorter(paths.job) },
        reboot: { ...reboot, files: reboot.files.slice(0, MOST.lines) },
        notes: [
            ...notes.slice(0, MOST.lines),
            ...(left > 0
                ? [`${left} more goes are left out of this file; the output inventory has them all.`]
                : []),
        ],
    };
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


/***/ })

};
