export const id = 1152;
export const ids = [1152,9215];
export const modules = {

/***/ 1534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bX: () => (/* binding */ LONGEST_MESSAGE),
  FX: () => (/* binding */ RESULT_FILE),
  VI: () => (/* binding */ beginningOf),
  tl: () => (/* binding */ judgedStages),
  m3: () => (/* binding */ readPlan),
  x8: () => (/* binding */ readResults),
  ks: () => (/* binding */ readRoster),
  _f: () => (/* binding */ readShape),
  Kj: () => (/* binding */ stopBefore),
  IT: () => (/* binding */ strangeness),
  WG: () => (/* binding */ tellPassedOver),
  pD: () => (/* binding */ writePlan),
  nm: () => (/* binding */ writeRoster),
  P1: () => (/* binding */ writeVerdict)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/shapes.js

/**
 * What a file of a run says, checked before anything is made of it: it was written on another machine, maybe by another version, maybe by somebody else. Only what is
 * read here is looked at; of the rest a file may have what it wants.
 *
 * @returns the value, or the place of the first thing that does not fit
 */
function checkShape(kind, value) {
    const misfit = SHAPES[kind](value, '');
    return misfit === undefined ? { value: value } : { misfit };
}
const check = (fits) => (value, place) => fits(value) ? undefined : place;
const shapes_text = check((value) => typeof value === 'string');
/** A name or a version. What is longer is none; they go into an output that takes a megabyte for all runners. */
const word = check((value) => typeof value === 'string' && value.length <= 256);
const flag = check((value) => typeof value === 'boolean');
const number = check((value) => typeof value === 'number' && Number.isFinite(value));
const count = check((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const time = check((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
const oneOf = (...values) => check((value) => values.includes(value));
const orNull = (inner) => (value, place) => value === null ? undefined : inner(value, place);
function list(inner) {
    return (value, place) => {
        if (!Array.isArray(value))
            return place;
        for (const [index, item] of value.entries()) {
            const misfit = inner(item, `${place}[${index}]`);
            if (misfit !== undefined)
                return misfit;
        }
        return undefined;
    };
}
function fields(checks) {
    return (value, place) => {
        if (typeof value !== 'object' || value === null)
            return place;
        for (const [name, inner] of Object.entries(checks)) {
            const misfit = inner(value[name], place === '' ? name : `${place}.${name}`);
            if (misfit !== undefined)
                return misfit;
        }
        return undefined;
    };
}
const runnerFields = { id: shapes_text, name: shapes_text, labels: list(shapes_text), group: shapes_text, machineRoot: shapes_text };
const runner = fields(runnerFields);
const stage = oneOf(...slots/* UPGRADE_STAGES */.L8);
const skipped = list(fields({
    runner,
    why: oneOf('current', 'offline', 'busy', 'unknown-to-github', 'no-answer', 'scan-failed'),
    detail: shapes_text,
}));
/** What a plan asks of it. */
const inventory = fields({ machineRoot: fields({ unfinished: orNull(fields({})) }) });
const SHAPES = {
    roster: fields({
        ...{
            schema: oneOf(1),
            takenAt: time,
            attempt: count,
            wanted: shapes_text,
            fleet: count,
            part: count,
            parts: count,
        },
        ...{ runners: list(runner), skipped },
    }),
    plan: fields({
        ...{ schema: oneOf(1), plannedAt: time, attempt: count, wanted: shapes_text },
        stages: list(fields({ stage, runners: list(fields({ ...runnerFields, from: orNull(shapes_text) })) })),
        ...{ skipped, later: list(runner), runsNeeded: count },
        limits: fields({ maxFailures: number, tolerance: number }),
    }),
    result: fields({
        ...{
            schema: oneOf(1),
            id: word,
            runner: word,
            stage: oneOf('scan', ...slots/* UPGRADE_STAGES */.L8, 'rollback'),
            attempt: count,
        },
        ...{ outcome: oneOf('ok', 'failed'), code: word, message: shapes_text, startedAt: time, durationMs: number },
        ...{ before: orNull(word), after: orNull(word), rolledBack: flag, recoveryMs: orNull(number) },
        bytes: fields({ downloaded: count, reused: count }),
        health: orNull(fields({ ratio: orNull(number) })),
        inventory: orNull(inventory),
    }),
    verdict: fields({
        ...{
            schema: oneOf(1),
            stage,
            attempt: count,
            goOn: flag,
            reason: shapes_text,
            due: count,
            failed: count,
            lost: count,
        },
        ratio: orNull(number),
    }),
};

;// CONCATENATED MODULE: ./lib/fleet/files.js






// The files of a run of the workflow, all in one directory. The artifacts that carry them are made by other jobs, and so by other machines: what is read is looked
// at first, and what is no sound result counts as none.
/** The largest file that is read; a result with a large inventory has some hundred kilobytes. */
const MOST_BYTES = 8_000_000;
/** A message is for people. */
const LONGEST_MESSAGE = 2000;
/** Clocks of machines differ; a result that is older than what it belongs to by more than this is one of another run. */
const CLOCKS_MS = 3_600_000;
async function writeRoster(directory, roster) {
    await write(directory, 'roster.json', roster);
}
async function writePlan(directory, plan) {
    await write(directory, 'plan.json', plan);
}
async function writeVerdict(directory, verdict) {
    await write(directory, `verdict-${verdict.stage}.json`, verdict);
}
async function write(directory, name, value) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,atomic_file.writeJson)(external_node_path_.join(directory, name), value);
}
/** @throws SetupError E_INPUT where it is missing or damaged */
async function readRoster(directory) {
    return await readNeeded(directory, 'roster', 'scan');
}
/** @throws SetupError E_INPUT where it is missing or damaged */
async function readPlan(directory) {
    return await readNeeded(directory, 'plan', 'upgrade');
}
async function readNeeded(directory, kind, stage) {
    const file = external_node_path_.join(directory, `${kind}.json`);
    const read = await readShape(file, kind);
    if ('value' in read)
        return read.value;
    throw new errors/* SetupError */.w('E_INPUT', `${file} cannot be used: ${read.wrong}.`, {
        remedy: `Download the artifacts of this run into fleet-dir before this step; operation: plan with stage: ${stage} writes that file.`,
    });
}
function beginningOf(begun) {
    return { at: 'takenAt' in begun ? begun.takenAt : begun.plannedAt, attempt: begun.attempt };
}
/**
 * Reads the results of legs. Those of an earlier attempt at the run, which lie there as long as a leg has left no newer one, are passed over: they tell nothing of
 * what this plan has done.
 *
 * @param wanted of which stages
 */
async function readResults(directory, since, wanted) {
    const results = [];
    const passedOver = [];
    const begun = new Set();
    for (const name of await files_list(directory)) {
        const [, stage = '', id = ''] = RESULT_FILE.exec(name) ?? [];
        if (stage === '' || !wanted(stage))
            continue;
        const read = await readShape(external_node_path_.join(directory, name), 'result');
        if ('value' in read && read.value.attempt < since.attempt)
            continue;
        begun.add(stage);
        const wrong = 'wrong' in read ? read.wrong : strangeness(read.value, stage, id, since);
        if ('value' in read && wrong === undefined)
            results.push({ ...read.value, message: read.value.message.slice(0, LONGEST_MESSAGE) });
        else
            passedOver.push(`${name}: ${wrong}`);
    }
    return { results, passedOver, begun };
}
/** Stage of the leg, and id of its runner. */
const RESULT_FILE = /^result-(scan|canary|wave-[1-6]|rollback)-(.+)\.json$/;
/** One annotation, however many there are. */
function tellPassedOver(lines, log) {
    if (lines.length === 0)
        return;
    for (const line of lines)
        log.info(`This result counts as lost: ${line}`);
    const more = lines.length > 1 ? ` And ${lines.length - 1} more, which the log has.` : '';
    log.warn(`A result cannot be used, and its runner counts as lost. ${lines[0]}.${more}`);
}
/** The stages that a gate has judged, and not in an earlier attempt than this. */
async function judgedStages(directory, attempt) {
    const read = await readVerdicts(directory);
    return read.flatMap(([stage, verdict]) => verdict === undefined || verdict.attempt >= attempt ? stage : []);
}
/**
 * The verdict by which an earlier attempt at the run has stopped the roll-out that is planned here; undefined where none has.
 *
 * @param now the attempt that is under way
 */
async function stopBefore(directory, since, now) {
    const read = await readVerdicts(directory);
    const earlier = read.flatMap(([, verdict]) => verdict ?? []);
    return earlier.find(({ goOn, attempt }) => !goOn && attempt >= since.attempt && attempt < now);
}
/** By stage; undefined: there is a file, and it cannot be used. */
async function readVerdicts(directory) {
    const names = new Set(await files_list(directory));
    const found = [];
    for (const stage of slots/* UPGRADE_STAGES */.L8) {
        const name = `verdict-${stage}.json`;
        if (!names.has(name))
            continue;
        const read = await readShape(external_node_path_.join(directory, name), 'verdict');
        found.push([stage, 'value' in read ? read.value : undefined]);
    }
    return found;
}
async function files_list(directory) {
    try {
        return (await (0,promises_.readdir)(directory)).sort();
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return [];
        throw error;
    }
}
/** Reads a file of a run. @returns or why it cannot be used, as half a sentence */
async function readShape(file, kind) {
    let bytes;
    try {
        const found = await (0,promises_.stat)(file);
        if (!found.isFile())
            return { wrong: 'it is no file' };
        if (found.size > MOST_BYTES)
            return { wrong: `it is larger than ${MOST_BYTES / 1e6} MB` };
        bytes = await (0,promises_.readFile)(file);
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) === 'ENOENT')
            return { wrong: 'it is not there' };
        throw error;
    }
    let value;
    try {
        value = JSON.parse(bytes.toString());
    }
    catch {
        return { wrong: 'it is torn, and no JSON' };
    }
    const checked = checkShape(kind, value);
    if ('value' in checked)
        return checked;
    return { wrong: `${checked.misfit === '' ? 'it' : `its ${checked.misfit}`} is not what it should be` };
}
/** What makes a sound result one of something else, as half a sentence; undefined where nothing does. */
function strangeness(result, stage, id, since) {
    if (result.id !== id)
        return `it is about the runner ${JSON.stringify(result.id)}`;
    if (result.stage !== stage)
        return `it is about the stage ${JSON.stringify(result.stage)}`;
    if (Date.parse(result.startedAt) < Date.parse(since.at) - CLOCKS_MS)
        return `its leg began at ${result.startedAt}, long before this run: it is one of another run`;
    return undefined;
}


/***/ }),

/***/ 9690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ setPlanOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);

/** The outputs of every plan. @param wanted the release, a semver */
function setPlanOutputs(slots, wanted) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('slots', slots);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('go-version', wanted);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('error-code', '');
}


/***/ }),

/***/ 1152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planWayBack: () => (/* binding */ planWayBack)
});

// EXTERNAL MODULE: ./lib/fleet/files.js + 1 modules
var files = __webpack_require__(1534);
// EXTERNAL MODULE: ./lib/fleet/plan-outputs.js
var plan_outputs = __webpack_require__(9690);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/rollback-plan.js

/**
 * Who goes back after a gate said stop, and how: each runner of a stage that ran which is not, or may not be, as the scan found it. Pure.
 *
 * Each leg names the version that there was, so that doing it twice does no more than doing it once; `operation: rollback` would return at the second time.
 *
 * @param results of the stages, and of ways back in an earlier attempt at the run
 * @param ran the stages that were begun
 */
function planRollback(plan, results, ran) {
    const found = new Map(results.map((one) => [`${one.stage} ${one.id}`, one]));
    return plan.stages.flatMap(({ stage, runners }) => {
        const touched = runners.filter(({ id, from }) => {
            const result = found.get(`${stage} ${id}`);
            if (isBack(result, found.get(`rollback ${id}`)))
                return false;
            // One that left nothing may have been changed before it was lost.
            if (result === undefined)
                return ran.has(stage) && from !== plan.wanted;
            // The job came to another runner: this one was never touched, and its next job would come there, too.
            return result.code !== 'E_WRONG_RUNNER' && result.after !== from;
        });
        return touched.map((runner) => {
            const { from } = runner;
            const back = from === null
                ? { operation: 'uninstall', 'go-version': plan.wanted }
                : { operation: 'switch', 'go-version': from };
            return { ...(0,slots/* slotEntry */.lB)(runner), ...back };
        });
    });
}
/** An earlier attempt at the run has taken it back, and its leg was not run again since. */
function isBack(leg, back) {
    return leg !== undefined && back?.outcome === 'ok' && back.attempt >= leg.attempt;
}

;// CONCATENATED MODULE: ./lib/fleet/rollback-step.js




/**
 * The plan of the way back, after a gate has said stop: all runners that this run has touched, not those of the last wave alone.
 *
 * @throws SetupError E_INPUT where the plan is missing
 */
async function planWayBack(context) {
    const { fleet, log } = context;
    const plan = await (0,files/* readPlan */.m3)(fleet.fleetDir);
    const isUpgrade = (stage) => slots/* UPGRADE_STAGES */.L8.some((one) => one === stage);
    const { results, passedOver, begun } = await (0,files/* readResults */.x8)(fleet.fleetDir, (0,files/* beginningOf */.VI)(plan), (stage) => isUpgrade(stage) || stage === 'rollback');
    (0,files/* tellPassedOver */.WG)(passedOver, log);
    const ran = new Set([
        ...(await (0,files/* judgedStages */.tl)(fleet.fleetDir, plan.attempt)),
        ...[...begun].filter(isUpgrade),
    ]);
    const entries = planRollback(plan, results, ran);
    for (const { name, operation, 'go-version': version } of entries)
        log.info(operation === 'switch'
            ? `${name} goes back to Go ${version}`
            : `${name} had no Go before: Go ${version} is uninstalled there`);
    log.info(entries.length === 0
        ? 'No runner has to go back: all are as they were before'
        : `${entries.length} of the ${plan.stages.reduce((sum, { runners }) => sum + runners.length, 0)} runners of the plan go back`);
    (0,plan_outputs/* setPlanOutputs */.A)((0,slots/* rollbackSlots */.Sf)(entries), plan.wanted);
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
