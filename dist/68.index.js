export const id = 68;
export const ids = [68,9215];
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

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9820);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3394);


// HTML for a job summary, without an empty line in it, so that Markdown leaves all of it as it is.
/** @param rows cells as HTML; without a row there is no table */
function table(header, rows) {
    if (rows.length === 0)
        return '';
    const head = header.length === 0 ? '' : `<tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr>\n`;
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    return `<table>\n${head}${body.join('\n')}\n</table>`;
}
/** Folded away under its title. */
function details(title, html) {
    return `<details><summary>${title}</summary>${html}</details>`;
}
/** So many parts, and how many more there are. @param parts HTML */
function bounded(parts, most) {
    const rest = parts.length - most;
    return parts.slice(0, most).join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}
/** Text of any origin: on one line, no command to the runner, not longer than so many characters, as HTML. */
function text(foreign, longest) {
    return (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHtml */ .ZD)(cut((0,_report_log_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(foreign), longest));
}
function cut(foreign, longest) {
    if (foreign.length <= longest)
        return foreign;
    // Not between the two halves of a character.
    return `${foreign.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
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

/***/ 68:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStages: () => (/* binding */ planStages)
});

// EXTERNAL MODULE: ./lib/fleet/attempt.js
var attempt = __webpack_require__(9029);
// EXTERNAL MODULE: ./lib/fleet/files.js + 1 modules
var files = __webpack_require__(1534);
// EXTERNAL MODULE: ./lib/fleet/shares.js
var shares = __webpack_require__(2406);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var fleet_slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/spread.js
/** Runners by group, in the order in which the groups appear; each keeps its own order. */
function byGroup(runners) {
    const groups = new Map();
    for (const runner of runners) {
        const members = groups.get(runner.group);
        if (members)
            members.push(runner);
        else
            groups.set(runner.group, [runner]);
    }
    return [...groups.values()];
}
/**
 * An order in which every stretch has each group in about its share of the whole: a wave that is cut from it meets all kinds of machines, and takes no group
 * away at once. The same runners come out in the same order, always.
 */
function spread(runners) {
    const placed = byGroup(runners).flatMap((members, group) => members.map((runner, index) => ({ runner, group, at: (index + 0.5) / members.length })));
    return placed.sort((a, b) => a.at - b.at || a.group - b.group).map(({ runner }) => runner);
}

;// CONCATENATED MODULE: ./lib/fleet/plan.js



/** Where a roll-out is not through after so many runs, nobody waits for the number. */
const MOST_RUNS = 1000;
/**
 * The plan of an upgrade, from what the scan found. Pure: the same request gives the same plan. Each runner is in it once: in a stage, skipped, or later.
 */
function planUpgrade(request) {
    const { runners, rules, parts } = request;
    const skipped = [...request.leftOut];
    const candidates = [];
    const scans = new Map(request.scans.map((scan) => [scan.id, scan]));
    for (const runner of runners) {
        const judged = judgeScan(scans.get(runner.id), request.wanted);
        if ('why' in judged)
            skipped.push({ runner, ...judged });
        else
            candidates.push({ ...runner, from: judged.from });
    }
    const { stages, later } = chooseStages(candidates, rules);
    const rest = 1 + runsFor(later, rules);
    return {
        schema: 1,
        plannedAt: request.plannedAt,
        attempt: request.attempt,
        wanted: request.wanted,
        stages,
        skipped,
        later: later.map(({ from: _, ...runner }) => runner),
        // Nothing is known yet of the other parts, which are like this one: all of it is taken for what they need.
        runsNeeded: rest + (parts - 1) * Math.max(1, parts > 1 ? runsFor(runners, rules) : 0),
        limits: request.limits,
    };
}
function judgeScan(scan, wanted) {
    if (scan === undefined)
        return { why: 'no-answer', detail: 'its scan left no result' };
    if (scan.outcome === 'failed')
        return { why: 'scan-failed', detail: `${scan.code}: ${scan.message}` };
    const unfinished = scan.inventory !== null && scan.inventory.machineRoot.unfinished !== null;
    // A change that was begun is ended by the next operation, whichever it is.
    if (scan.after === wanted && !unfinished)
        return { why: 'current', detail: '' };
    return { from: scan.after };
}
/**
 * Puts runners into the canary and the slots for waves. The canary has the first of each group; the waves spread over the groups. A wave that is larger than
 * a slot takes several; what finds no slot, and a group whose canary finds no place in its own, comes later.
 */
function chooseStages(runners, rules) {
    const canary = [];
    const rest = [];
    const late = new Set();
    for (const members of byGroup(runners)) {
        const first = members.slice(0, rules.canary);
        if (canary.length + first.length > fleet_slots/* LEGS_IN_A_SLOT */.T6) {
            for (const member of members)
                late.add(member);
        }
        else {
            canary.push(...first);
            rest.push(...members.slice(first.length));
        }
    }
    const ordered = spread(rest);
    const slots = [];
    let taken = 0;
    for (const wave of rules.waves) {
        const end = Math.max(taken, (0,shares/* reached */.V6)(wave, ordered.length));
        while (taken < end && slots.length < fleet_slots/* SLOTS */._f) {
            const size = Math.min(fleet_slots/* LEGS_IN_A_SLOT */.T6, end - taken);
            slots.push(ordered.slice(taken, taken + size));
            taken += size;
        }
    }
    for (const runner of ordered.slice(taken))
        late.add(runner);
    const filled = canary.length > 0 ? [canary, ...slots] : [];
    return {
        stages: filled.map((members, index) => ({ stage: fleet_slots/* UPGRADE_STAGES */.L8[index] ?? 'canary', runners: members })),
        // In the fleet's own order.
        later: runners.filter((runner) => late.has(runner)),
    };
}
/** How many runs of the workflow upgrade so many runners, if all goes well: each run begins with a canary again. */
function runsFor(runners, rules) {
    let waiting = runners;
    let runs = 0;
    while (waiting.length > 0 && runs < MOST_RUNS) {
        waiting = chooseStages(waiting, rules).later;
        runs += 1;
    }
    return runs;
}

// EXTERNAL MODULE: ./lib/fleet/plan-outputs.js
var plan_outputs = __webpack_require__(9690);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/fleet/report/html.js
var html = __webpack_require__(8158);
// EXTERNAL MODULE: ./lib/fleet/report/words.js
var words = __webpack_require__(4738);
;// CONCATENATED MODULE: ./lib/fleet/plan-text.js





/** So many names are written out; of more the number is enough, and plan.json has them all. */
const NAMES = 20;
const LONGEST_CELL = 6000;
/** A plan as lines for the log. */
function tellPlan(plan) {
    const { stages, skipped, later, limits } = plan;
    return [
        stages.length === 0
            ? `No runner is upgraded to Go ${plan.wanted}: the lines below say why`
            : `The plan: Go ${plan.wanted} for ${(0,words/* runnersCount */.PQ)(stages.reduce((sum, { runners }) => sum + runners.length, 0))}, stage by stage`,
        ...stages.map(({ stage, runners }) => `  ${(0,words/* capital */.Nx)((0,words/* shortName */.EU)(stage))}: ${(0,words/* runnersCount */.PQ)(runners.length)}: ${names(runners)}`),
        ...reasonsIn(skipped).map(([why, left]) => `  Left out, ${words/* SKIP_REASONS */.eI[why]}: ${(0,words/* runnersCount */.PQ)(left.length)}: ${names(left.map(({ runner }) => runner))}`),
        ...(later.length === 0
            ? []
            : [
                `  For a later run, since the waves of this one do not reach them: ${(0,words/* runnersCount */.PQ)(later.length)}: ${names(later)}`,
            ]),
        ...(plan.runsNeeded > 1 ? [runsLine(plan)] : []),
        ...skipped.filter(isPeculiar).map(({ runner, detail }) => `  ${runner.name}: ${detail}`),
        ...(stages.length === 0 ? [] : [limitsLine(limits)]),
    ];
}
/** Writes the plan into the job summary: the stages, and who is left out and why. */
function summarizePlan(plan) {
    const { stages, skipped, later } = plan;
    core/* summary */.z.addHeading(stages.length === 0 ? `No runner is upgraded to Go ${plan.wanted}` : `Go ${plan.wanted}: the plan`, 3);
    const rows = [
        ...stages.map(({ stage, runners }) => [(0,words/* capital */.Nx)((0,words/* shortName */.EU)(stage)), runners, from(runners)]),
        ...reasonsIn(skipped).map(([why, left]) => [`Left out: ${words/* SKIP_REASONS */.eI[why]}`, left.map(({ runner }) => runner), details(left)]),
        ...(later.length === 0 ? [] : [['For a later run', later, 'beyond the waves of this one']]),
    ];
    if (rows.length > 0) {
        const header = ['Stage', 'Runners', 'Names', ''].map((data) => ({ data, header: true }));
        core/* summary */.z.addTable([
            header,
            ...rows.map(([title, runners, more]) => [
                title,
                String(runners.length),
                (0,html/* text */.Qq)(names(runners), LONGEST_CELL),
                (0,html/* text */.Qq)(more, LONGEST_CELL),
            ]),
        ]);
    }
    if (stages.length > 0)
        core/* summary */.z.addRaw(`<p>${(0,summary/* escapeHtml */.ZD)(limitsLine(plan.limits))}</p>`, true);
    if (plan.runsNeeded > 1)
        core/* summary */.z.addRaw(`<p>${(0,summary/* escapeHtml */.ZD)(runsLine(plan))}</p>`, true);
    (0,summary/* writeSummary */.Sy)();
}
function from(runners) {
    const versions = [...new Set(runners.map((runner) => runner.from))].sort();
    return `from ${versions.map((version) => version ?? 'none').join(', ')}`;
}
/** What each of these runners has of its own: another failure, another label. */
function details(left) {
    const told = left.filter(isPeculiar);
    const lines = told.slice(0, NAMES).map(({ runner, detail }) => `${runner.name}: ${detail}`);
    return `${lines.join(' · ')}${told.length > NAMES ? ` · and ${told.length - NAMES} more` : ''}`;
}
/** Of the other reasons all is said. */
function isPeculiar({ why, detail }) {
    return detail !== '' && (why === 'scan-failed' || why === 'unknown-to-github');
}
function reasonsIn(skipped) {
    return Object.keys(words/* SKIP_REASONS */.eI)
        .map((why) => [why, skipped.filter((one) => one.why === why)])
        .filter(([, left]) => left.length > 0);
}
function runsLine({ runsNeeded }) {
    return `The whole fleet takes ${runsNeeded} runs of the workflow at most, if all goes well; a schedule brings them.`;
}
function limitsLine({ maxFailures, tolerance }) {
    return `The roll-out stops and goes back when a canary fails, when more than ${(0,shares/* percent */.KN)(maxFailures)} of a wave fail, or when a benchmark takes ${(0,shares/* percent */.KN)(tolerance)} longer than before.`;
}
function names(runners) {
    const shown = runners.slice(0, NAMES).map(({ name }) => name);
    return `${shown.join(', ')}${runners.length > NAMES ? ` and ${runners.length - NAMES} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/fleet/upgrade-step.js







/**
 * The plan of the upgrade, from what the scan found.
 *
 * @throws SetupError E_INPUT where the roster is missing
 */
async function planStages(context) {
    const { inputs, fleet, log, env } = context;
    const roster = await (0,files/* readRoster */.ks)(fleet.fleetDir);
    if (inputs.goVersions.some((version) => version !== roster.wanted))
        log.notice(`go-version is not read here: the scan has settled that the fleet gets ${roster.wanted}.`);
    const scans = await (0,files/* readResults */.x8)(fleet.fleetDir, (0,files/* beginningOf */.VI)(roster), (stage) => stage === 'scan');
    (0,files/* tellPassedOver */.WG)(scans.passedOver, log);
    const plan = planUpgrade({
        plannedAt: new Date().toISOString(),
        attempt: (0,attempt/* attemptOf */.t)(env),
        wanted: roster.wanted,
        runners: roster.runners,
        leftOut: roster.skipped,
        scans: scans.results,
        parts: roster.parts,
        rules: { canary: fleet.canary, waves: fleet.waves },
        limits: { maxFailures: largestShare(context), tolerance: inputs.tolerance },
    });
    await (0,files/* writePlan */.pD)(fleet.fleetDir, plan);
    for (const line of tellPlan(plan))
        log.info(line);
    if (inputs.summary !== 'never')
        summarizePlan(plan);
    (0,plan_outputs/* setPlanOutputs */.A)((0,fleet_slots/* upgradeSlots */.cP)(plan), plan.wanted);
}
/** The share of a wave that may fail, which a policy can only make smaller. */
function largestShare({ fleet, policy, log }) {
    const rule = policy?.policy.maxFailures;
    if (rule === undefined || rule.value >= fleet.maxFailures)
        return fleet.maxFailures;
    log.info(`max-failures is ${(0,shares/* percent */.KN)(fleet.maxFailures)}, and the rule ${rule.path} of the policy makes it ${(0,shares/* percent */.KN)(rule.value)}`);
    return rule.value;
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
