export const id = 8734;
export const ids = [8734,9173,9215];
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

/***/ 8734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFleet: () => (/* binding */ reportFleet)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/machine/atomic-file.js
var atomic_file = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
// EXTERNAL MODULE: ./lib/fleet/files.js + 1 modules
var fleet_files = __webpack_require__(1534);
;// CONCATENATED MODULE: ./lib/fleet/report/files.js




const FILE = /^(?:(roster|plan)|(verdict)-(?:canary|wave-[1-6]))\.json$/;
/** Where nothing tells when the run began. */
const UNKNOWN = { at: new Date(0).toISOString(), attempt: 1 };
/**
 * Reads whatever a run left in its directory. Nothing of it has to be there, and a file that is torn or none of ours is left out and said, since a report is
 * wanted most where something went wrong.
 *
 * @param redact what foreign texts go through
 * @returns and a sentence for each file that could not be used
 */
async function readRecords(directory, redact) {
    const notes = [];
    const foreign = [];
    const clean = (text) => redact(text.slice(0, 10 * fleet_files/* LONGEST_MESSAGE */.bX)).slice(0, fleet_files/* LONGEST_MESSAGE */.bX);
    let roster = null;
    let plan = null;
    const results = new Map();
    const verdicts = new Map();
    for (const file of await listFiles(directory, notes)) {
        const name = external_node_path_.basename(file);
        const leg = fleet_files/* RESULT_FILE */.FX.exec(name);
        const [, whole, judged] = FILE.exec(name) ?? [];
        const kind = leg ? 'result' : (whole ?? judged);
        async function as(kind) {
            const read = await (0,fleet_files/* readShape */._f)(file, kind);
            if ('value' in read)
                return read.value;
            notes.push(`${name} cannot be used: ${read.wrong}.`);
            return undefined;
        }
        if (kind === undefined)
            foreign.push(name);
        if (kind === 'roster')
            roster = (await as('roster')) ?? roster;
        if (kind === 'plan')
            plan = cleanPlan(await as('plan'), clean) ?? plan;
        if (kind === 'verdict') {
            const verdict = await as('verdict');
            if (verdict)
                verdicts.set(verdict.stage, { ...verdict, reason: clean(verdict.reason) });
        }
        const result = leg ? await as('result') : undefined;
        if (result === undefined)
            continue;
        const [, stage = '', id = ''] = leg ?? [];
        const begun = roster ?? plan;
        const strange = (0,fleet_files/* strangeness */.IT)(result, stage, id, begun ? (0,fleet_files/* beginningOf */.VI)(begun) : UNKNOWN);
        if (strange !== undefined)
            notes.push(`${name} cannot be used: ${strange}.`);
        // The newest of a leg that was run again. Inventories are large, and no report shows them.
        else if (!isNewer(results.get(`${stage} ${id}`), result))
            results.set(`${stage} ${id}`, { ...result, message: clean(result.message), inventory: null });
    }
    if (foreign.length > 0) {
        const more = foreign.length > 1 ? `, and ${foreign.length - 1} more are none` : '';
        notes.push(`${foreign[0]} is no file of a run that is known here${more}.`);
    }
    return { roster, plan, results: [...results.values()], verdicts: [...verdicts.values()], notes };
}
function cleanPlan(plan, clean) {
    return plan && { ...plan, skipped: plan.skipped.map((one) => ({ ...one, detail: clean(one.detail) })) };
}
function isNewer(one, other) {
    return one !== undefined && Date.parse(one.startedAt) > Date.parse(other.startedAt);
}
/** Those of the plans, which say when the run began, first, and then by name, so that the same files make the same report; those of a report are none. */
async function listFiles(directory, notes) {
    try {
        const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
        return entries
            .filter((entry) => entry.isFile() && !/^fleet-report\.(?:json|prom|md)$/.test(entry.name))
            .map(({ parentPath, name }) => external_node_path_.join(parentPath, name))
            .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
    }
    catch (error) {
        if ((0,errors/* systemCode */.x)(error) !== 'ENOENT')
            throw error;
        notes.push('The directory of the run is not there: no job of it left anything.');
        return [];
    }
}
function rank(file) {
    return /^(?:roster|plan)\.json$/.test(external_node_path_.basename(file)) ? 0 : 1;
}

// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/fleet/report/words.js
var report_words = __webpack_require__(4738);
;// CONCATENATED MODULE: ./lib/fleet/report/chart.js

/** Looks of a box. Fill and text are both given, so that it can be read on a dark page, too. */
const LOOKS = {
    well: 'fill:#dafbe1,stroke:#1a7f37,color:#0d4a1f',
    some: 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
    bad: 'fill:#ffebe9,stroke:#cf222e,color:#6e0c14',
    open: 'fill:#f6f8fa,stroke:#8c959f,color:#424a53,stroke-dasharray:4 3',
};
/**
 * The waves as a chart for mermaid: a box a stage, those that were not reached as one, what leads from each to the next, and the way back. Empty where there
 * is no stage.
 *
 * It has words of ours and numbers alone, so nothing in it is to be escaped; nine boxes are far below GitHub's limits (50,000 characters, 500 edges).
 */
function wavesChart({ stages, rollback, outcome, }) {
    if (stages.length === 0)
        return '';
    const planned = outcome === 'dry-run';
    const reached = stages.filter(({ state }) => planned || state !== 'not-reached');
    const ahead = stages.filter((stage) => !reached.includes(stage));
    const boxes = reached.map((stage, index) => box(`s${index}`, planned ? [(0,report_words/* shortName */.EU)(stage.stage), (0,report_words/* runnersCount */.PQ)(stage.due)] : textOf(stage), lookOf(stage)));
    const ways = reached.slice(1).map((_, index) => `s${index} --> s${index + 1}`);
    const last = reached.at(-1);
    if (ahead.length > 0) {
        boxes.push(box('ahead', aheadText(ahead), 'open'));
        if (last !== undefined)
            ways.push(`s${reached.length - 1} ${last.state === 'passed' ? '-->' : '-.-'} ahead`);
    }
    if (rollback !== null) {
        const { due, done, failed, lost } = rollback;
        const text = [`${done} of ${due} rolled back`, part(failed, 'failed'), part(lost, 'gave no answer')];
        boxes.push(box('back', ['way back', ...text], done === due ? 'some' : 'bad'));
        if (last !== undefined)
            ways.push(`s${reached.length - 1} ==>|stop| back`);
    }
    const looks = Object.entries(LOOKS).map(([name, style]) => `classDef ${name} ${style}`);
    return ['flowchart LR', ...[...boxes, ...ways, ...looks].map((line) => `  ${line}`)].join('\n');
}
function box(id, lines, look) {
    return `${id}["${lines.filter(Boolean).join('<br/>')}"]:::${look}`;
}
function textOf({ stage, due, well, failed, lost, ratio }) {
    const benchmark = ratio === null ? '' : `benchmark ${changeOf(ratio)}`;
    return [
        (0,report_words/* shortName */.EU)(stage),
        `${well} of ${due} well`,
        part(failed, 'failed'),
        part(lost, 'gave no answer'),
        benchmark,
    ];
}
function aheadText(stages) {
    const [first = '', last = ''] = [stages[0], stages.at(-1)].map((one) => one && (0,report_words/* shortName */.EU)(one.stage));
    const due = stages.reduce((sum, stage) => sum + stage.due, 0);
    return [first === last ? first : `${first} to ${last}`, `${due} not reached`];
}
function part(count, words) {
    return count > 0 ? `${count} ${words}` : '';
}
function lookOf({ state, failed, lost }) {
    if (state === 'stopped')
        return 'bad';
    if (state === 'passed')
        return failed + lost > 0 ? 'some' : 'well';
    return 'open';
}
/** How much longer or shorter something took: `+3 %`, `-12 %`, `±0 %`. @param ratio after / before */
function changeOf(ratio) {
    const change = Math.round((ratio - 1) * 100);
    return `${change > 0 ? '+' : change < 0 ? '-' : '±'}${Math.abs(change)} %`;
}

// EXTERNAL MODULE: ./lib/fleet/report/html.js
var html = __webpack_require__(8158);
;// CONCATENATED MODULE: ./lib/fleet/report/markdown.js





/** A job summary may have 1 MiB, and nobody reads that: so many runners get a row of their own, and so many more are named where they are folded away. */
const MOST_ROWS = 100;
const MOST_NAMES = 200;
/** Codes, groups and versions are few, unless somebody makes them up. */
const MOST_KINDS = 20;
const LONGEST_NAME = 80;
const LONGEST_MESSAGE = 300;
/**
 * The report as a job summary has it: what happened in a sentence and in numbers, the waves as a chart and as a table, then whoever needs a look, worst first.
 *
 * But for the chart all of it is HTML without an empty line, which Markdown leaves as it is: no character of a foreign text has a meaning there but those of
 * HTML, which are escaped. It stays below half of what GitHub takes, whatever the fleet.
 *
 * @param env where the version of the action is told, for links to its pages
 */
function reportMarkdown(report, env = {}) {
    const chart = wavesChart(report);
    const [headline, rest] = (0,report_words/* headlineOf */.gD)(report);
    const blocks = [
        [
            `<h3>${(0,html/* text */.Qq)(headline, 200)}</h3>`,
            rest === '' ? '' : `<p>${(0,html/* text */.Qq)(rest, 1000)}</p>`,
            numbersTable(report),
        ],
        chart === '' ? [] : ['```mermaid', chart, '```'],
        [
            report.outcome === 'dry-run' ? '' : stagesTable(report.stages),
            failuresTable(report, env),
            runnersTable(report.runners, env),
            figuresTable(report),
            ...foldedAway(report),
        ],
    ];
    return `${blocks
        .map((lines) => lines.filter(Boolean).join('\n'))
        .filter(Boolean)
        .join('\n\n')}\n`;
}
const STATES = [
    ['upgraded', 'Upgraded'],
    ['not-rolled-back', 'Not rolled back'],
    ['failed', 'Failed'],
    ['lost', 'No answer'],
    ['rolled-back', 'Rolled back'],
    ['not-reached', 'Not reached'],
];
/** All runners in one line; what there is none of is left out. */
function numbersTable({ fleet, states, skipped, runners, outcome }) {
    if (runners.length === 0)
        return '';
    const had = skipped.find(({ why }) => why === 'current')?.count ?? 0;
    const cells = [
        ['Runners', fleet],
        ...STATES.map(([state, name]) => [
            outcome === 'dry-run' && state === 'not-reached' ? 'Would be upgraded' : name,
            states[state],
        ]),
        ['Had it already', had],
        ['Left out', states.skipped - had],
        ['Next run', states.later],
    ];
    const there = cells.filter(([name, count]) => count > 0 || (name === 'Upgraded' && outcome !== 'dry-run'));
    return (0,html/* table */.tp)(there.map(([name]) => name), [there.map(([, count]) => `<b>${count}</b>`)]);
}
function stagesTable(stages) {
    const rows = stages.map(({ stage, state, due, well, failed, lost, ratio, reason }) => [
        stageCell(stage),
        `${due}`,
        ...(state === 'not-reached' ? ['', '', ''] : [`${well}`, `${failed}`, `${lost}`]),
        ratio === null ? '' : changeOf(ratio),
        {
            passed: 'went on',
            stopped: `<b>${reason === '' ? 'stopped' : (0,html/* text */.Qq)(reason, LONGEST_MESSAGE)}</b>`,
            undecided: 'not judged',
            'not-reached': 'not reached',
        }[state],
    ]);
    return (0,html/* table */.tp)(['Stage', 'Runners', 'Well', 'Failed', 'No answer', 'Benchmark', 'Gate'], rows);
}
function failuresTable({ failures }, env) {
    const grouped = failures.some(({ groups }) => groups.some(({ group }) => group !== ''));
    const rows = failures.slice(0, MOST_KINDS).map(({ code, count, groups }) => [
        codeLink(code, env),
        `${count}`,
        ...(grouped
            ? [
                (0,html/* bounded */.Mm)(groups.map(({ group, count, of }) => `${group === '' ? 'no group' : markdown_name(group)} ${count} of ${of}`), 5),
            ]
            : []),
    ]);
    return ((0,html/* table */.tp)(['Failure', 'Runners', ...(grouped ? ['Groups, of those reached'] : [])], rows) +
        left(failures.length - rows.length, 'codes'));
}
function runnersTable(runners, env) {
    const all = (0,report_words/* needLook */.gg)(runners);
    const rows = all.slice(0, MOST_ROWS).map((runner) => {
        const { group, stage, state, code, message, before, after, why } = runner;
        const went = STATES.find(([one]) => one === state)?.[1] ?? (why === null ? '' : report_words/* SKIP_REASONS */.eI[why]);
        // The message of a scan that failed begins with its code.
        const words = code !== null && message.startsWith(code) ? message.slice(code.length).replace(/^[:\s]+/, '') : message;
        return [
            `${markdown_name(runner.name)}${group === '' ? '' : ` (${(0,html/* text */.Qq)(group, LONGEST_NAME)})`}`,
            stage === null ? '' : stageCell(stage),
            state === 'not-rolled-back' ? `<b>${went}</b>` : went,
            `${code === null ? '' : `${codeLink(code, env)}: `}${(0,html/* text */.Qq)(words, LONGEST_MESSAGE)}`,
            before === after ? version(after) : `${version(before)} → ${version(after)}`,
        ];
    });
    return ((0,html/* table */.tp)(['Runner', 'Stage', 'Now', 'Why', 'Go'], rows) +
        left(all.length - rows.length, 'runners like these'));
}
function figuresTable({ versions, recovery, bytes, savedMs, runsNeeded, outcome, part, }) {
    if (outcome === 'unplanned' || outcome === 'dry-run')
        return '';
    const moved = versions.map(({ version: one, before, after }) => `${version(one)}: ${before === after ? after : `${before} → <b>${after}</b>`}`);
    const saved = savedMs === null || savedMs < 1000 ? '' : `, about ${markdown_long(savedMs)} saved by that`;
    const rows = [
        ['This run took', part === null ? '' : `part ${part.part} of ${part.parts} of a fleet of ${part.fleet}`],
        ['Versions, before → now', (0,html/* bounded */.Mm)(moved, MOST_KINDS)],
        ['Time to recover, by itself', durations(recovery.itself)],
        ['Time to recover, by the run', durations(recovery.run)],
        ['Downloaded', bytes.downloaded + bytes.reused > 0 ? (0,log/* formatBytes */.z3)(bytes.downloaded) : ''],
        ['Was there already', bytes.reused > 0 ? `${(0,log/* formatBytes */.z3)(bytes.reused)}${saved}` : ''],
        ['Runs that the fleet takes', runsNeeded !== null && runsNeeded > 1 ? `${runsNeeded}` : ''],
    ];
    return (0,html/* table */.tp)([], rows.filter(([, value]) => value !== ''));
}
function durations(those) {
    return those === null
        ? ''
        : `median ${markdown_long(those.medianMs)}, longest ${markdown_long(those.maxMs)} (${(0,report_words/* runnersCount */.PQ)(those.count)})`;
}
/** What is normal, or for the curious. */
function foldedAway({ runners, notes, outcome }) {
    const named = (title, those) => those.length === 0
        ? ''
        : (0,html/* details */.zH)(`${title}: ${those.length}`, (0,html/* bounded */.Mm)(those.map((one) => markdown_name(one.name)), MOST_NAMES));
    const away = Object.keys(report_words/* SKIP_REASONS */.eI).map((why) => named(`Left out, ${report_words/* SKIP_REASONS */.eI[why]}`, runners.filter((one) => one.why === why)));
    const of = (state) => runners.filter((one) => one.state === state);
    const said = notes.slice(0, MOST_KINDS).map((note) => `<li>${(0,html/* text */.Qq)(note, LONGEST_MESSAGE)}</li>`);
    return [
        named('Rolled back, with no failure of their own', of('rolled-back').filter(({ code }) => code === null)),
        named(outcome === 'dry-run' ? 'Would be upgraded' : 'Not reached', of('not-reached')),
        ...away,
        named('Left for the next run', of('later')),
        notes.length === 0
            ? ''
            : (0,html/* details */.zH)(`Files that could not be used: ${notes.length}`, `<ul>${said.join('')}</ul>${left(notes.length - said.length, 'notes')}`),
    ];
}
/** On one line. */
function stageCell(stage) {
    return (0,report_words/* shortName */.EU)(stage).replace(' ', '&nbsp;');
}
function left(count, what) {
    return count > 0
        ? `\n<p>And ${count} more ${what}: <code>fleet-report.json</code> has all of them.</p>`
        : '';
}
function markdown_name(foreign) {
    return `<code>${(0,html/* text */.Qq)(foreign, LONGEST_NAME)}</code>`;
}
function version(foreign) {
    return (0,html/* text */.Qq)((0,report_words/* versionName */.sh)(foreign), LONGEST_NAME);
}
function codeLink(code, env) {
    const page = /^E_[A-Z_]{1,40}$/.test(code) ? (0,summary/* errorPage */.Wr)(code, env) : undefined;
    const shown = (0,html/* text */.Qq)(code, LONGEST_NAME);
    return page === undefined ? shown : `<a href="${(0,summary/* escapeHtml */.ZD)(page)}">${shown}</a>`;
}
/** Like formatDuration, and in hours where there are some. */
function markdown_long(milliseconds) {
    const hours = milliseconds / 3_600_000;
    return hours < 2 ? (0,log/* formatDuration */.a3)(milliseconds) : `${hours.toFixed(1)} h`;
}

// EXTERNAL MODULE: ./lib/report/metrics.js + 1 modules
var metrics = __webpack_require__(9173);
;// CONCATENATED MODULE: ./lib/fleet/report/metrics.js

/** The report in Prometheus' text format, version 0.0.4: gauges of the last run alone, none of which names a runner, so that a large fleet makes no more of them. */
function reportMetrics(report) {
    const { stages, states, failures, skipped, versions, recovery, bytes } = report;
    const seconds = (ms) => ms / 1000;
    const recovered = Object.entries(recovery).flatMap(([by, those]) => those === null
        ? []
        : [
            { labels: { by, of: 'median' }, value: seconds(those.medianMs) },
            { labels: { by, of: 'max' }, value: seconds(those.maxMs) },
        ]);
    const families = [
        [
            'info',
            'The release that the last run was to bring, and how it ended; always 1.',
            [{ labels: { wanted: report.wanted ?? '', outcome: report.outcome }, value: 1 }],
        ],
        [
            'report_timestamp_seconds',
            'When the last run was reported, since 1970.',
            [{ value: seconds(Date.parse(report.reportedAt)) }],
        ],
        [
            'runners',
            'Runners by what became of them in the last run.',
            Object.entries(states).map(([state, value]) => ({ labels: { state }, value })),
        ],
        ['runners_on_wanted', 'Runners that have the wanted release.', [{ value: report.onWanted }]],
        [
            'skipped_runners',
            'Runners that the plan left out.',
            skipped.map(({ why, count }) => ({ labels: { why }, value: count })),
        ],
        [
            'failures',
            'Runners whose leg failed, by code.',
            failures.map(({ code, count }) => ({ labels: { code }, value: count })),
        ],
        [
            'stage_legs',
            'Legs of each stage by how they ended.',
            stages.flatMap(({ stage, well, failed, lost }) => Object.entries({ well, failed, lost }).map(([outcome, value]) => ({
                labels: { stage, outcome },
                value,
            }))),
        ],
        [
            'stage_state',
            'How far each stage came: passed, stopped, undecided or not-reached; always 1.',
            stages.map(({ stage, state }) => ({ labels: { stage, state }, value: 1 })),
        ],
        [
            'stage_benchmark_ratio',
            'Benchmark with the new Go by that with the old one, median of each stage.',
            stages.flatMap(({ stage, ratio }) => (ratio === null ? [] : [{ labels: { stage }, value: ratio }])),
        ],
        [
            'versions',
            'Runners by version of Go, before the last run and after it.',
            versions.flatMap(({ version, before, after }) => Object.entries({ before, after }).map(([when, value]) => ({ labels: { version, when }, value }))),
        ],
        ['recovery_seconds', 'Time until a runner had the version before again.', recovered],
        [
            'downloaded_bytes',
            'What the last run downloaded of Go, on all runners.',
            [{ value: bytes.downloaded }],
        ],
        ['reused_bytes', 'What it did not download since it was there already.', [{ value: bytes.reused }]],
        [
            'saved_seconds',
            'Estimate of the time that this saved, of all runners.',
            report.savedMs === null ? [] : [{ value: seconds(report.savedMs) }],
        ],
        [
            'runs_needed',
            'Runs that the fleet takes in all.',
            report.runsNeeded === null ? [] : [{ value: report.runsNeeded }],
        ],
    ];
    return (0,metrics.exposition)('setup_go_win_fleet_', families);
}

// EXTERNAL MODULE: ./lib/fleet/median.js
var median = __webpack_require__(4000);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
;// CONCATENATED MODULE: ./lib/fleet/report/runners.js

/** Without what is left of earlier attempts at the run: what was planned anew, and legs of a plan before; and a way back that was before its leg was run again. */
function ofLastAttempt({ roster, plan, results, verdicts }) {
    const scanned = roster?.attempt ?? 1;
    const last = plan !== null && plan.attempt >= scanned ? plan : null;
    const begun = last?.attempt ?? scanned;
    const own = results.filter(({ stage, attempt }) => attempt >= (stage === 'scan' ? scanned : begun));
    const legs = own.filter(({ stage }) => stage !== 'scan' && stage !== 'rollback');
    const upgraded = new Map(legs.map(({ id, attempt }) => [id, attempt]));
    return {
        ...{ roster, plan: last, verdicts: verdicts.filter(({ attempt }) => attempt >= begun) },
        results: own.filter(({ stage, id, attempt }) => stage !== 'rollback' || attempt >= (upgraded.get(id) ?? begun)),
    };
}
/** Sorts the records of a run. */
function factsOf({ roster, plan, results, verdicts }) {
    const byStage = new Map();
    for (const result of results) {
        const ofStage = byStage.get(result.stage) ?? new Map();
        byStage.set(result.stage, ofStage.set(result.id, result));
    }
    const planned = new Set(plan?.stages.filter(({ runners }) => runners.length > 0).map(({ stage }) => stage));
    return {
        wanted: plan?.wanted ?? roster?.wanted ?? mostFrequent(results.filter(isUpgraded).map(({ after }) => after)),
        stages: slots/* UPGRADE_STAGES */.L8.filter((stage) => planned.has(stage) || byStage.has(stage)),
        results: byStage,
        verdicts: new Map(verdicts.map((verdict) => [verdict.stage, verdict])),
        stopped: verdicts.some(({ goOn }) => !goOn),
    };
}
/** Without a plan: the release that most legs ended on that went well. */
function mostFrequent(versions) {
    const counts = new Map();
    for (const version of versions)
        if (version !== null)
            counts.set(version, (counts.get(version) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
function isUpgraded({ stage, outcome }) {
    return stage !== 'scan' && stage !== 'rollback' && outcome === 'ok';
}
/** A stage has begun where any of its legs left a result, or a gate judged it. */
function hasBegun(stage, facts) {
    return facts.results.has(stage) || facts.verdicts.has(stage);
}
/** What became of each runner that anything tells of; each once. */
function runnersOf(records, facts) {
    const { plan, roster, results } = records;
    const found = new Map();
    const add = (runner) => {
        if (!found.has(runner.id))
            found.set(runner.id, runner);
    };
    for (const { stage, runners } of plan?.stages ?? [])
        for (const runner of runners)
            add(plannedRunner(runner, stage, facts));
    for (const { runner, why, detail } of plan?.skipped ?? roster?.skipped ?? []) {
        const version = (why === 'current' ? facts.wanted : null) ?? scanned(runner.id, facts);
        const code = /^E_[A-Z_]+/.exec(detail)?.[0] ?? null;
        add({ ...untouched(runner, version), state: 'skipped', why, code, message: detail });
    }
    for (const runner of plan?.later ?? [])
        add({ ...untouched(runner, scanned(runner.id, facts)), state: 'later' });
    // Without a plan, or of a runner that it does not have: what the legs themselves tell.
    for (const { id, runner: name, stage, before } of results)
        if (stage !== 'scan' && stage !== 'rollback')
            add(plannedRunner({ ...stranger(id, name), from: before }, stage, facts));
    for (const back of facts.results.get('rollback')?.values() ?? []) {
        const ok = back.outcome === 'ok';
        const base = {
            ...untouched(stranger(back.id, back.runner), scanned(back.id, facts)),
            ...failureOf(back),
        };
        const after = back.after ?? (ok ? 'none' : 'unknown');
        add({ ...base, state: ok ? 'rolled-back' : 'not-rolled-back', after });
    }
    for (const runner of roster?.runners ?? [])
        add(untouched(runner, scanned(runner.id, facts)));
    for (const { id, runner: name } of results)
        add(untouched(stranger(id, name), scanned(id, facts)));
    return [...found.values()];
}
function stranger(id, name) {
    return { id, name: name === '' ? id : name, labels: [], group: '', machineRoot: '' };
}
function untouched({ id, name, group }, version) {
    return {
        ...{ id, name, group, stage: null, state: 'not-reached', why: null, code: null, message: '' },
        ...{ before: version, after: version, ratio: null, recoveryMs: null, recoveredBy: null },
    };
}
/** The machine's Go by the scan. */
function scanned(id, { results }) {
    const scan = results.get('scan')?.get(id);
    return scan === undefined || scan.outcome === 'failed' ? 'unknown' : (scan.after ?? scan.before ?? 'none');
}
function plannedRunner(runner, stage, facts) {
    const leg = facts.results.get(stage)?.get(runner.id);
    const back = facts.results.get('rollback')?.get(runner.id);
    const before = runner.from ?? 'none';
    const base = { ...untouched(runner, before), stage, ...failureOf(leg), ratio: leg?.health?.ratio ?? null };
    const after = leg === undefined ? 'unknown' : afterOf(leg, before);
    const isBack = leg?.rolledBack === true && after === before;
    if (isBack)
        return { ...base, state: 'rolled-back', recoveryMs: leg.recoveryMs, recoveredBy: 'itself' };
    if (back?.outcome === 'ok') {
        const recoveryMs = recoveryBetween(leg, back);
        return { ...base, state: 'rolled-back', after: back.after ?? 'none', recoveryMs, recoveredBy: 'run' };
    }
    if (back !== undefined && !refused(leg))
        return { ...base, ...failureOf(back), state: 'not-rolled-back', after: back.after ?? after };
    if (leg === undefined)
        return hasBegun(stage, facts)
            ? { ...base, state: 'lost', after, message: 'Its leg left no result.' }
            : base;
    const due = facts.stopped && after !== before && !refused(leg);
    const went = leg.outcome === 'ok' ? 'upgraded' : 'failed';
    if (!due)
        return { ...base, state: went, after };
    const message = base.message === '' ? 'Its way back left no result.' : base.message;
    return { ...base, state: 'not-rolled-back', after, message };
}
/** The job came to another runner, and that was noticed before anything was done. */
function refused(leg) {
    return leg?.code === 'E_WRONG_RUNNER';
}
/** A leg that failed before it looked at the machine's Go changed nothing: then it is what the scan found. */
function afterOf({ outcome, before, after }, scanned) {
    const looked = outcome === 'ok' || before !== null || after !== null;
    return looked ? (after ?? 'none') : scanned;
}
function failureOf(leg) {
    return leg?.outcome === 'failed' ? { code: leg.code, message: leg.message } : { code: null, message: '' };
}
/** By the runner's own clock; a lost leg has no end, and a clock may have been set: then it is what going back took. */
function recoveryBetween(leg, back) {
    const wait = leg === undefined ? Number.NaN : Date.parse(back.startedAt) - endOf(leg);
    return wait >= 0 ? wait + back.durationMs : back.durationMs;
}
function endOf({ startedAt, durationMs }) {
    return Date.parse(startedAt) + durationMs;
}

;// CONCATENATED MODULE: ./lib/fleet/report/summary.js



/**
 * Works out what an upgrade of a fleet came to, from whatever it left behind: a run that was cancelled has no verdict, one that failed early has no plan.
 *
 * @param about when, ISO 8601; what could not be read, one sentence each; whether the run was to end with its plan
 */
function summarizeFleet(left, { reportedAt, notes = [], dryRun = false }) {
    const records = ofLastAttempt(left);
    const facts = factsOf(records);
    const runners = runnersOf(records, facts);
    const stages = facts.stages.map((stage) => reportStage(stage, runners, facts));
    const states = countStates(runners);
    const upgrades = records.results.filter(({ stage }) => stage !== 'scan');
    const report = {
        ...{ schema: 1, reportedAt, plannedAt: records.plan?.plannedAt ?? null, wanted: facts.wanted },
        part: partOf(records),
        outcome: outcomeOf(records, facts, stages, dryRun),
        ...{ fleet: runners.length, states, stages },
        onWanted: runners.filter(({ after }) => after === facts.wanted).length,
        rollback: rollbackOf(runners, facts),
        failures: failuresOf(runners),
        skipped: count(runners.flatMap(({ why }) => (why === null ? [] : [why]))).map(([why, count]) => ({
            why,
            count,
        })),
        versions: versionsOf(runners),
        recovery: { itself: recoveryOf(runners, 'itself'), run: recoveryOf(runners, 'run') },
        bytes: {
            downloaded: sum(upgrades.map(({ bytes }) => bytes.downloaded)),
            reused: sum(upgrades.map(({ bytes }) => bytes.reused)),
        },
        savedMs: savedBy(upgrades),
        runsNeeded: records.plan?.runsNeeded ?? null,
        ...{ runners, notes },
    };
    return { ...report, headline: (0,report_words/* headlineOf */.gD)(report).join(' ').trim() };
}
function partOf({ roster }) {
    if (roster === null || roster.parts === 1)
        return null;
    const { part, parts, fleet } = roster;
    return { part, parts, fleet };
}
function reportStage(stage, runners, facts) {
    const legs = facts.results.get(stage);
    const verdict = facts.verdicts.get(stage);
    const planned = runners.filter((runner) => runner.stage === stage);
    const found = planned.flatMap(({ id }) => legs?.get(id) ?? []);
    const well = found.filter(({ outcome }) => outcome === 'ok').length;
    const ratios = found.flatMap(({ health }) => health?.ratio ?? []);
    const begun = hasBegun(stage, facts);
    const judged = verdict === undefined ? 'undecided' : verdict.goOn ? 'passed' : 'stopped';
    return {
        ...{ stage, state: begun ? judged : 'not-reached', reason: verdict?.reason ?? '' },
        ...{ due: planned.length, well, failed: found.length - well },
        lost: begun ? planned.length - found.length : 0,
        ratio: verdict?.ratio ?? (0,median/* median */.J)(ratios),
    };
}
function countStates(runners) {
    const states = {
        ...{ upgraded: 0, failed: 0, 'rolled-back': 0, 'not-rolled-back': 0 },
        ...{ lost: 0, 'not-reached': 0, skipped: 0, later: 0 },
    };
    for (const { state } of runners)
        states[state]++;
    return states;
}
function outcomeOf({ plan }, facts, stages, dryRun) {
    const begun = stages.some(({ state }) => state !== 'not-reached');
    if (facts.stopped)
        return 'stopped';
    if (dryRun && stages.length > 0 && !begun)
        return 'dry-run';
    if (stages.some(({ state }) => state !== 'passed'))
        return 'cut-short';
    if (stages.length > 0)
        return stages.some(({ failed, lost }) => failed + lost > 0) ? 'with-failures' : 'complete';
    return plan === null ? 'unplanned' : 'nothing-to-do';
}
function rollbackOf(runners, { results, stopped }) {
    const legs = [...(results.get('rollback')?.values() ?? [])];
    const done = legs.filter(({ outcome }) => outcome === 'ok').length;
    const answered = new Set(legs.map(({ id }) => id));
    const due = runners.filter(({ state }) => state === 'not-rolled-back' || (stopped && state === 'lost'));
    const lost = due.filter(({ id }) => !answered.has(id)).length;
    return legs.length + lost === 0
        ? null
        : { due: legs.length + lost, done, failed: legs.length - done, lost };
}
function failuresOf(runners) {
    const sizes = new Map(count(runners.filter(hadLeg).map(({ group }) => group)));
    // A scan that failed is said beside the runners that were skipped.
    const failed = runners.filter(({ code, state }) => code !== null && state !== 'skipped');
    return count(failed.map(({ code }) => code ?? '')).map(([code, times]) => ({
        ...{ code, count: times },
        groups: count(failed.filter((one) => one.code === code).map(({ group }) => group)).map(([group, count]) => ({ group, count, of: sizes.get(group) ?? count })),
    }));
}
function hadLeg({ state }) {
    return state !== 'skipped' && state !== 'later' && state !== 'not-reached';
}
function versionsOf(runners) {
    const before = new Map(count(runners.map((runner) => runner.before)));
    const after = new Map(count(runners.map((runner) => runner.after)));
    const all = [...new Set([...after.keys(), ...before.keys()])].map((version) => ({
        ...{ version, before: before.get(version) ?? 0, after: after.get(version) ?? 0 },
    }));
    return all.sort((one, other) => Number(one.version === 'unknown') - Number(other.version === 'unknown'));
}
function recoveryOf(runners, by) {
    const took = runners.flatMap((one) => one.recoveredBy === by && one.recoveryMs !== null ? one.recoveryMs : []);
    const middle = (0,median/* median */.J)(took);
    return middle === null
        ? null
        : { count: took.length, medianMs: middle, maxMs: took.reduce((most, ms) => Math.max(most, ms), 0) };
}
/** Legs of waves alone are alike: all of them have the same health check. One that failed ended early. */
function savedBy(legs) {
    const alike = legs.filter(({ stage, outcome }) => stage !== 'rollback' && outcome === 'ok');
    const whole = (0,median/* median */.J)(alike.filter(({ bytes }) => bytes.downloaded > 0).map(({ durationMs }) => durationMs));
    const reusing = alike.filter(({ bytes }) => bytes.downloaded === 0 && bytes.reused > 0);
    if (whole === null || reusing.length === 0)
        return null;
    return sum(reusing.map(({ durationMs }) => Math.max(0, whole - durationMs)));
}
/** How often each value is there, the most frequent first, and those that are as frequent in their own order. */
function count(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}

;// CONCATENATED MODULE: ./lib/fleet/report/report.js












/**
 * The operation `report`: makes of whatever a run left in its directory `fleet-report.json`, `.prom` and `.md`, the job summary, and the output `fleet-path`.
 * That a roll-out was stopped is what it tells, and no failure of its own.
 *
 * @throws SetupError E_PERMISSION, E_LOCKED or E_DISK where the directory cannot be read or written
 */
async function reportFleet({ inputs, fleet: { fleetDir: directory }, log, redact, env, }) {
    const { notes, ...records } = await readRecords(directory, redact).catch((error) => {
        throw explain(error, 'read', directory);
    });
    const { dryRun } = inputs;
    const report = summarizeFleet(records, { reportedAt: new Date().toISOString(), notes, dryRun });
    const markdown = reportMarkdown(report, env);
    const texts = {
        'fleet-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
        'fleet-report.prom': reportMetrics(report),
        'fleet-report.md': markdown,
    };
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
        for (const [name, text] of Object.entries(texts))
            await (0,atomic_file.writeWhole)(external_node_path_.join(directory, name), text);
    }
    catch (error) {
        throw explain(error, 'write the report to', directory);
    }
    // A green run in which somebody failed is one that somebody has to look at.
    if ((0,report_words/* needLook */.gg)(report.runners).length > 0 || (0,report_words/* isUnclear */.Z5)(report))
        log.warn(report.headline);
    else
        log.info(report.headline);
    for (const { stage, state, reason } of report.stages)
        log.info(`${stage}: ${reason === '' ? state : reason}`);
    if (notes.length > 0)
        log.fold(`Files that could not be used: ${notes.length}`, notes);
    log.info(`The report is in ${directory}: ${Object.keys(texts).join(', ')}`);
    core/* setOutput */.uH('fleet-path', directory);
    core/* setOutput */.uH('error-code', '');
    if (inputs.summary !== 'never') {
        core/* summary */.z.addRaw(markdown);
        (0,summary/* writeSummary */.Sy)();
    }
    return report;
}
/** What explains file errors elsewhere speaks of Go and the tool cache. */
function explain(error, doing, directory) {
    const known = (0,files.explainFileError)(error, doing, directory);
    if (!(known instanceof errors/* SetupError */.w))
        return known;
    const remedy = 'Point fleet-dir at a directory with some room that the account of this runner can write to.';
    return new errors/* SetupError */.w(known.code, known.message, { remedy, evidence: known.evidence, cause: error });
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


/***/ }),

/***/ 9173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exposition: () => (/* binding */ exposition),
  metricsText: () => (/* binding */ metricsText)
});

;// CONCATENATED MODULE: ./lib/version.js
/** The version of this action, as package.json has it; a test compares the two. */
const ACTION_VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/report/metrics.js

/**
 * The metrics of a step in Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). All are gauges: they
 * tell of the last step alone. Each has the runner's name as a label, so that the files of several runners go together in one collector.
 */
function metricsText(facts) {
    const { code, endedAt, tookMs, timeline, toolchains, present } = facts;
    const runner = facts.runner === '' ? {} : { runner: facts.runner };
    return exposition('setup_go_win_', [
        [
            'build_info',
            'Version of setup-go-win; always 1.',
            [{ labels: { version: ACTION_VERSION }, value: 1 }],
        ],
        ['run_timestamp_seconds', 'When the last step ended, since 1970.', [{ value: endedAt / 1000 }]],
        [
            'outcome',
            'How the last step ended: ok, or the code of its failure; always 1.',
            [{ labels: { code }, value: 1 }],
        ],
        ['duration_seconds', 'How long the last step took in all.', [{ value: tookMs / 1000 }]],
        [
            'phase_duration_seconds',
            'How long each phase of the last step took.',
            Object.entries(timeline.durations).map(([phase, ms]) => ({ labels: { phase }, value: ms / 1000 })),
        ],
        ['downloaded_bytes', 'What the last step downloaded of Go.', [{ value: timeline.bytes.downloaded }]],
        ['unpacked_bytes', 'What the last step wrote of Go.', [{ value: timeline.bytes.unpacked }]],
        [
            'removed_bytes',
            'What the last step pruned from the tool cache.',
            [{ value: timeline.bytes.removed }],
        ],
        [
            'tool_cache_hit',
            'Whether the version was there already (1) or had to be installed (0).',
            unique(toolchains.map(({ version, architecture, hit }) => ({
                labels: { version, architecture },
                value: hit ? 1 : 0,
            }))),
        ],
        ['health', 'How the health check found the Go of the machine; always 1.', verdictOf(facts.health)],
        [
            'health_seconds',
            'How long each Go took to build and test the benchmark module of the health check, the median of its runs.',
            secondsOf(facts.health),
        ],
        [
            'version_present',
            'Every Go in the tool cache; always 1.',
            unique(present.map(({ version, architecture, tool }) => ({
                labels: { version, architecture, tool },
                value: 1,
            }))),
        ],
    ], runner);
}
/** Gauges in Prometheus' text format; those without a value are left out. @param common labels that all of them get */
function exposition(prefix, families, common = {}) {
    return families
        .filter(([, , samples]) => samples.length > 0)
        .map(([name, help, samples]) => family(`${prefix}${name}`, help, samples, common))
        .join('');
}
function verdictOf(health) {
    return health ? [{ labels: { verdict: health.verdict }, value: 1 }] : [];
}
function secondsOf(health) {
    return ['before', 'after'].flatMap((go) => {
        const measure = health?.[go];
        return measure ? [{ labels: { go }, value: measure.medianMs / 1000 }] : [];
    });
}
/** A collector refuses a file that has two samples with the same labels: the same version can be in two tool caches, or asked for twice. */
function unique(samples) {
    return [...new Map(samples.map((sample) => [JSON.stringify(sample.labels), sample])).values()];
}
function family(name, help, samples, common) {
    const lines = samples.map(({ labels = {}, value }) => `${name}${braces({ ...labels, ...common })} ${value}`);
    return `${[`# HELP ${name} ${escapeText(help)}`, `# TYPE ${name} gauge`, ...lines].join('\n')}\n`;
}
function braces(labels) {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
    return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
function escapeText(text) {
    return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
function escapeLabel(text) {
    return escapeText(text).replaceAll('"', '\\"');
}


/***/ })

};
