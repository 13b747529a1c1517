export const id = 1591;
export const ids = [1591];
export const modules = {

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operateFleet: () => (/* binding */ operateFleet)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fleet/shares.js
var shares = __webpack_require__(2406);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __webpack_require__(5325);
// EXTERNAL MODULE: ./lib/input-values.js
var input_values = __webpack_require__(5106);
;// CONCATENATED MODULE: ./lib/fleet-inputs.js






/**
 * Reads the inputs of the operations on a fleet, and masks the secrets among them. Read for these operations alone.
 *
 * @param workspace what relative paths begin at
 * @throws SetupError E_INPUT naming the input and the values it takes
 */
function readFleetInputs(workspace, env) {
    const runnersToken = secret('runners-token', (0,input_values/* text */.Qq)('runners-token'));
    const watchToken = secret('watch-token', (0,input_values/* text */.Qq)('watch-token'));
    return {
        runners: (0,input_values/* text */.Qq)('runners'),
        runnersToken,
        watchToken,
        fleetDir: fleetDirectory((0,input_values/* text */.Qq)('fleet-dir'), workspace, env),
        canary: (0,input_values/* wholeNumber */.rD)('canary', 256) ?? 1,
        waves: waves((0,input_values/* text */.Qq)('waves') || '5%, 10%, 25%, 50%, 100%'),
        maxFailures: (0,input_values/* percent */.KN)('max-failures', '10%', 100),
        queueTimeoutMs: (0,input_values/* duration */.p0)('queue-timeout', '30m'),
    };
}
function secret(name, value) {
    if (value === '')
        return '';
    core/* setSecret */.Pq(value);
    if (!/[^\x21-\x7e]/.test(value))
        return value;
    throw new errors/* SetupError */.w('E_INPUT', `The input ${name} holds a character that no token has.`, {
        remedy: 'See whether the secret has a line end, a space or a letter of another script in it.',
    });
}
function fleetDirectory(value, workspace, env) {
    if (value !== '')
        return external_node_path_.resolve(workspace, value);
    const temp = env['RUNNER_TEMP'];
    if (temp)
        return external_node_path_.join(temp, 'fleet');
    throw new errors/* SetupError */.w('E_INPUT', 'The input fleet-dir is not given, and RUNNER_TEMP is not set.', {
        remedy: 'Run the action as a step of a GitHub Actions job, or give fleet-dir.',
    });
}
function waves(value) {
    const parsed = (0,shares/* parseWaves */.aX)(value, slots/* SLOTS */._f);
    if ('waves' in parsed)
        return parsed.waves;
    throw (0,input_values/* invalid */.Gq)('waves', value, parsed.wrong, 'Write it like 5%, 25%, 100%: how far the upgrade is after each wave.');
}

// EXTERNAL MODULE: ./lib/policy/load.js
var load = __webpack_require__(6964);
// EXTERNAL MODULE: ./lib/windows/host.js
var host = __webpack_require__(5159);
;// CONCATENATED MODULE: ./lib/fleet/context.js



/** @throws SetupError E_INPUT, also for a policy that is not usable */
async function openFleet(step) {
    const { inputs, env, log } = step;
    const workspace = (0,host/* workspaceOf */.B3)(env);
    const learned = {};
    return {
        ...step,
        fleet: readFleetInputs(workspace, env),
        policy: await (0,load/* loadPolicy */.t)(inputs, workspace, learned, log),
        // Every leg takes the release for its own architecture; which releases there are is asked of the most common one.
        host: { architecture: 'x64', workspace },
        learned,
    };
}

;// CONCATENATED MODULE: ./lib/fleet/operate.js

/** What each operation loads; each is a step of the workflow by itself. */
const OPERATIONS = {
    plan: async (context) => await (await __webpack_require__.e(/* import() */ 80).then(__webpack_require__.bind(__webpack_require__, 80))).plan(context),
    gate: async (context) => await (await __webpack_require__.e(/* import() */ 8073).then(__webpack_require__.bind(__webpack_require__, 8073))).gate(context),
    report: async (context) => {
        await (await __webpack_require__.e(/* import() */ 8734).then(__webpack_require__.bind(__webpack_require__, 8734))).reportFleet(context);
    },
    watch: async (context) => await (await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(8818)]).then(__webpack_require__.bind(__webpack_require__, 8818))).watch(context),
};
/**
 * Does an operation on a fleet, on any system: it reads and writes files of one directory, sets outputs, and changes nothing of the machine.
 *
 * @throws SetupError with the code of whatever stood in the way; E_GATE where the roll-out is to stop
 */
async function operateFleet(step) {
    await OPERATIONS[step.inputs.operation](await openFleet(step));
}


/***/ }),

/***/ 2406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   V6: () => (/* binding */ reached),
/* harmony export */   aX: () => (/* binding */ parseWaves)
/* harmony export */ });
/**
 * The input `waves`: `5%, 10%, 25%, 50%, 100%`. Each says how many of the runners have been upgraded when that wave is through, so each reaches further than
 * the one before; plain numbers are numbers of runners.
 *
 * @returns undefined and why, as half a sentence, where the text is none
 */
function parseWaves(text, most) {
    const parts = text
        .split(/[,\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    if (parts.length === 0)
        return { wrong: 'it names no wave' };
    if (parts.length > most)
        return { wrong: `it names ${parts.length} waves, and the workflow has room for ${most}` };
    const waves = [];
    for (const part of parts) {
        const reach = parseReach(part);
        if (reach === undefined)
            return { wrong: `"${part}" is neither a percentage nor a number of runners` };
        const before = waves.findLast(({ kind }) => kind === reach.kind);
        if (before !== undefined && amount(reach) <= amount(before))
            return { wrong: `"${part}" reaches no further than the wave before it` };
        waves.push(reach);
    }
    return { waves };
}
function parseReach(part) {
    const share = Number(/^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(part)?.[1]) / 100;
    if (share > 0 && share <= 1)
        return { kind: 'share', share };
    if (/^[1-9]\d{0,5}$/.test(part))
        return { kind: 'count', count: Number(part) };
    return undefined;
}
function amount(reach) {
    return reach.kind === 'share' ? reach.share : reach.count;
}
/** How many of so many runners are upgraded once a wave is through: a share counts as one runner at least. */
function reached(reach, of) {
    if (reach.kind === 'count')
        return Math.min(reach.count, of);
    // 0.07 * 100 is a little above 7.
    return Math.min(of, Math.ceil(Number((reach.share * of).toFixed(6))));
}
/** `7.5 %` as people read it: `7.5%`. @param share 0 to 1 */
function percent(share) {
    return `${Number((share * 100).toFixed(1))}%`;
}


/***/ })

};
