export const id = 8073;
export const ids = [8073,9215];
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

/***/ 8073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/input-values.js
var input_values = __webpack_require__(5106);
// EXTERNAL MODULE: ./lib/fleet/attempt.js
var fleet_attempt = __webpack_require__(9029);
// EXTERNAL MODULE: ./lib/fleet/files.js + 1 modules
var files = __webpack_require__(1534);
// EXTERNAL MODULE: ./lib/fleet/median.js
var median = __webpack_require__(4000);
// EXTERNAL MODULE: ./lib/fleet/report/words.js
var words = __webpack_require__(4738);
// EXTERNAL MODULE: ./lib/fleet/shares.js
var shares = __webpack_require__(2406);
;// CONCATENATED MODULE: ./lib/fleet/gate.js



/** Of a verdict that an earlier attempt left in a file. */
const LONGEST_REASON = 500;
/**
 * Whether the roll-out goes on after a stage. Pure.
 *
 * @param results of that stage; those of others are passed over, a runner without one is lost
 * @param attempt of the gate
 */
function judgeStage(plan, stage, results, attempt = plan.attempt) {
    const due = plan.stages.find((one) => one.stage === stage)?.runners ?? [];
    const found = new Map(results.filter((one) => one.stage === stage).map((one) => [one.id, one]));
    const evidence = [];
    const ratios = [];
    let failed = 0;
    let lost = 0;
    for (const { id, name } of due) {
        const result = found.get(id);
        if (result === undefined) {
            lost += 1;
            evidence.push(`${name}: no result`);
            continue;
        }
        const { after } = result;
        if (result.outcome === 'ok' && after !== null && after !== plan.wanted) {
            lost += 1;
            evidence.push(`${name}: its result is about Go ${after} and not ${plan.wanted}, so it is of something else`);
            continue;
        }
        if (result.health?.ratio !== null && result.health?.ratio !== undefined)
            ratios.push(result.health.ratio);
        if (result.outcome === 'ok')
            continue;
        failed += 1;
        evidence.push(`${name}: ${result.code}: ${result.message}${wayBack(result)}`);
    }
    const ratio = (0,median/* median */.J)(ratios);
    const { goOn, reason } = decide({ plan, stage, due: due.length, failed, lost, ratio });
    return {
        verdict: { schema: 1, stage, attempt, goOn, reason, due: due.length, failed, lost, ratio },
        evidence,
    };
}
function wayBack({ rolledBack, before, after }) {
    // It was refused before anybody looked at the machine's Go, or there was none and there is none.
    if (before === null && after === null)
        return '';
    const now = after === null ? 'without a Go' : `with Go ${after}`;
    return rolledBack ? ` (went back by itself, now ${now})` : ` (now ${now})`;
}
function decide({ plan, stage, due, failed, lost, ratio }) {
    const { maxFailures, tolerance } = plan.limits;
    const name = (0,words/* capital */.Nx)((0,words/* stageName */.CT)(stage));
    if (due === 0)
        return { goOn: true, reason: `${name} has no runner.` };
    const runners = (0,words/* runnersCount */.PQ)(due);
    const counts = `${counted(failed, lost)} of ${runners}`;
    const share = (failed + lost) / due;
    if (stage === 'canary' && failed + lost > 0)
        return { goOn: false, reason: `${name} stops the roll-out: ${counts}, and none may.` };
    // 0.07 * 100 is a little above 7, and 0.056 * 125 a little below it.
    if (failed + lost > Number((maxFailures * due).toFixed(6)))
        return {
            goOn: false,
            reason: `${name} stops the roll-out: ${counts}, ${(0,shares/* percent */.KN)(share)} where ${(0,shares/* percent */.KN)(maxFailures)} may.`,
        };
    if (ratio !== null && ratio > 1 + tolerance)
        return {
            goOn: false,
            reason: `${name} stops the roll-out: its benchmark takes ${times(ratio)} times as long as before, where ${times(1 + tolerance)} is allowed.`,
        };
    const time = ratio === null ? '' : `; its benchmark takes ${times(ratio)} times as long as before`;
    if (failed + lost === 0)
        return { goOn: true, reason: `${name} is well: all of ${runners}${time}.` };
    return {
        goOn: true,
        reason: `${name} is well enough: ${counts}, ${(0,shares/* percent */.KN)(share)} where ${(0,shares/* percent */.KN)(maxFailures)} may${time}.`,
    };
}
/**
 * What a gate decides where an earlier attempt at the run has stopped the roll-out: that has taken back what it had changed, and its results, which are there still, tell nothing of
 * what the runners have now.
 */
function stopAgain({ verdict, evidence }, earlier) {
    const reason = `Attempt ${earlier.attempt} at this run stopped after ${(0,words/* stageName */.CT)(earlier.stage)} and took back what it had changed, and a re-run does not go on from there.`;
    const then = `attempt ${earlier.attempt}: ${earlier.reason.slice(0, LONGEST_REASON)}`;
    return { verdict: { ...verdict, goOn: false, reason }, evidence: [then, ...evidence] };
}
/** `3 failed and 1 left no result`. */
function counted(failed, lost) {
    const parts = [failed > 0 ? `${failed} failed` : '', lost > 0 ? `${lost} left no result` : ''];
    return parts.filter(Boolean).join(' and ');
}
function times(ratio) {
    return String(Number(ratio.toFixed(2)));
}

// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/gate-step.js







/**
 * The operation `gate`: whether the roll-out goes on after a stage. The verdict is written and the output `go-on` set before the step fails.
 *
 * @throws SetupError E_GATE where it stops; E_INPUT where there is no plan
 */
async function gate({ inputs, fleet, log, env }) {
    const stage = slots/* UPGRADE_STAGES */.L8.find((one) => one === inputs.stage);
    if (stage === undefined)
        throw (0,input_values/* invalid */.Gq)('stage', inputs.stage, 'operation: gate has no such stage', `Use one of: ${slots/* UPGRADE_STAGES */.L8.join(', ')}.`);
    const plan = await (0,files/* readPlan */.m3)(fleet.fleetDir);
    const { results, passedOver } = await (0,files/* readResults */.x8)(fleet.fleetDir, (0,files/* beginningOf */.VI)(plan), (one) => one === stage);
    (0,files/* tellPassedOver */.WG)(passedOver, log);
    const attempt = (0,fleet_attempt/* attemptOf */.t)(env);
    const judged = judgeStage(plan, stage, results, attempt);
    const earlier = await (0,files/* stopBefore */.Kj)(fleet.fleetDir, (0,files/* beginningOf */.VI)(plan), attempt);
    const { verdict, evidence } = earlier === undefined ? judged : stopAgain(judged, earlier);
    await (0,files/* writeVerdict */.P1)(fleet.fleetDir, verdict);
    core/* setOutput */.uH('go-on', verdict.goOn);
    if (verdict.goOn) {
        for (const line of evidence)
            log.info(line);
        if (evidence.length > 0)
            log.warn(verdict.reason);
        else
            log.info(verdict.reason);
        core/* setOutput */.uH('error-code', '');
        return;
    }
    throw new errors/* SetupError */.w('E_GATE', verdict.reason, {
        remedy: earlier === undefined
            ? 'Look into the jobs of these runners; the run takes back what it has changed. Run the workflow again when the cause is gone: it begins with a new scan.'
            : 'Start a new run of the workflow when the cause is gone: it begins with a new scan.',
        evidence: [...evidence],
    });
}


/***/ }),

/***/ 4000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ median)
/* harmony export */ });
/** The median; of an even number of values the mean of the two in the middle, of none null. */
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const upper = sorted[sorted.length >> 1];
    const lower = sorted[(sorted.length - 1) >> 1];
    return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}


/***/ }),

/***/ 4738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   PQ: () => (/* binding */ runnersCount),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   eI: () => (/* binding */ SKIP_REASONS),
/* harmony export */   gD: () => (/* binding */ headlineOf),
/* harmony export */   gg: () => (/* binding */ needLook),
/* harmony export */   sh: () => (/* binding */ versionName)
/* harmony export */ });
/** `canary`, `wave 1`. */
function shortName(stage) {
    return stage.replace('-', ' ');
}
/** As in a sentence: `the canary`, `wave 1`. */
function stageName(stage) {
    return stage === 'canary' ? 'the canary' : shortName(stage);
}
/** With a capital, for the beginning of a sentence or cell. */
function capital(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
/** A version for people: `1.26.6`, `no Go`, `unknown`. */
function versionName(version) {
    return version === 'none' ? 'no Go' : version;
}
const SKIP_REASONS = {
    current: 'had it already',
    offline: 'offline',
    busy: 'busy',
    'unknown-to-github': 'not registered with GitHub',
    'no-answer': 'gave no answer to the scan',
    'scan-failed': 'could not be looked at',
};
/** `1 runner`, `3 runners`. */
function runnersCount(count) {
    return `${count} runner${count === 1 ? '' : 's'}`;
}
/** What happened: in one sentence, and then what is to be known besides, the worst of it first; the latter may be empty. */
function headlineOf(report) {
    const { wanted, outcome, onWanted, fleet, stages, states } = report;
    const go = wanted === null ? 'The wanted Go' : `Go ${wanted}`;
    const has = `${go} is on ${onWanted} of ${runnersCount(fleet)}`;
    if (isUnclear(report))
        return ['What the run has changed is not known: its plan cannot be read. The next run looks.', ''];
    if (outcome === 'unplanned')
        return ['The run ended before there was a plan: nothing was changed.', ''];
    if (outcome === 'nothing-to-do')
        return [`${has}; none was ${onWanted === fleet ? 'due' : 'upgraded'}.`, restOf(report)];
    if (outcome === 'dry-run')
        return [`Dry run: ${go} would go to ${states['not-reached']} of ${runnersCount(fleet)}.`, restOf(report)];
    const end = stages.find(({ state }) => (outcome === 'stopped' ? state === 'stopped' : state !== 'passed'));
    if (end === undefined)
        return [`${has}.`, restOf(report)];
    const how = outcome === 'stopped' ? 'stopped after' : 'the run ended early, at';
    return [`${go}: ${how} ${stageName(end.stage)}.`, restOf(report)];
}
/** Whether there is no plan that can be read, and yet a file that there would not be without one. */
function isUnclear({ outcome, notes }) {
    const late = /^(?:plan|verdict-\S+|result-(?!scan-)\S+)\.json cannot be used/;
    return outcome === 'unplanned' && notes.some((note) => late.test(note));
}
/** The runners without the wanted release, and why. */
function restOf({ states, skipped, failures, outcome }) {
    const away = skipped.filter(({ why }) => why !== 'current');
    const parts = [
        [states['not-rolled-back'], 'not rolled back'],
        [states.failed, 'failed'],
        [states.lost, 'gave no answer'],
        [states['rolled-back'], 'rolled back'],
        ...(outcome === 'stopped' || outcome === 'cut-short'
            ? [[states.upgraded, 'upgraded']]
            : []),
        [outcome === 'dry-run' ? 0 : states['not-reached'], 'not reached'],
        ...away.map(({ why, count }) => [count, SKIP_REASONS[why]]),
        [states.later, 'left for the next run'],
    ];
    const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    const codes = failures.slice(0, 3).map(({ code, count }) => `${code} on ${runnersCount(count)}`);
    return [codes, counts]
        .filter((list) => list.length > 0)
        .map((list) => `${list.join(', ')}.`)
        .join(' ');
}
/** Why a runner was left out that does not pass by itself, as a job or a restart does. */
const LASTING = new Set(['unknown-to-github', 'no-answer', 'scan-failed']);
/**
 * Runners whose Go nobody wants as it is, or knows, the worst first; those that were rolled back with no failure of their own are none of them, nor those that are
 * offline or busy.
 */
function needLook(runners) {
    const order = ['not-rolled-back', 'failed', 'lost', 'rolled-back', 'skipped'];
    const worth = ({ state, code, why }) => {
        if (state === 'skipped')
            return LASTING.has(why);
        return state === 'rolled-back' ? code !== null : order.includes(state);
    };
    return runners
        .filter(worth)
        .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || (one.name < other.name ? -1 : 1));
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
