export const id = 8818;
export const ids = [8818];
export const modules = {

/***/ 6929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubRefusal),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50);
/* harmony import */ var _network_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8771);
/* harmony import */ var _network_responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8618);
/* harmony import */ var _network_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5192);




// GitHub's REST API, as far as a fleet needs it: https://docs.github.com/en/rest/actions
/** A question that GitHub did not answer. The message is half a sentence: `it does not accept the token (status 401)`. */
class GitHubRefusal extends Error {
    name = 'GitHubRefusal';
    /** 0: there was no answer. 429: there were too many questions, whichever status said so. */
    status;
    constructor(message, status, cause) {
        super(message, { cause });
        this.status = status;
    }
}
/** A list of 100 pages has 10,000 entries; behind a link that goes in a circle there is no end. */
const MOST_PAGES = 500;
const MOST_BYTES = 20_000_000;
/** Opens the API of this run's GitHub. The token goes to its origin, and nowhere else. */
async function openGitHub(token, context) {
    const { env, log, signal } = context;
    const api = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
    const http = (0,_network_http_js__WEBPACK_IMPORTED_MODULE_1__/* .createHttp */ .V)({
        ...(await (0,_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOptions */ .H)(context)),
        signal,
        onRetry: (line) => log.info(line),
        token: { origin: api, value: token },
    });
    const headers = { 'x-github-api-version': '2022-11-28' };
    const accept = 'application/vnd.github+json';
    /** @returns entries, and the address of the next page */
    async function page(url, field) {
        return await (0,_network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .withRetries */ .L)(http.retries, { what: url.replace(/\?.*/, ''), evidence: [], signal }, async () => {
            const response = await http.get(url, { headers, accept });
            if (response.status !== 200)
                throw refusalOf(response);
            const next = /<([^>]+)>;[^,]*\brel="next"/.exec([response.headers.link].flat().join(','))?.[1];
            return { entries: await readEntries(response, field), next };
        });
    }
    return {
        async list(path, field) {
            const all = [];
            let url = `${api}/${path}${path.includes('?') ? '&' : '?'}per_page=100`;
            for (let number = 0; url !== undefined; number++) {
                if (number === MOST_PAGES)
                    throw new GitHubRefusal('its list has no end', 200);
                const { entries, next } = await page(url, field).catch((error) => {
                    throw asRefusal(error, signal);
                });
                all.push(...entries);
                // A page elsewhere would be asked without the token; there is none in a sound list.
                url = next !== undefined && new URL(next, url).origin === new URL(url).origin ? next : undefined;
            }
            return all;
        },
        async post(path) {
            try {
                const response = await http.get(`${api}/${path}`, { headers, accept, method: 'POST' });
                response.body.destroy();
                return response.status;
            }
            catch (error) {
                throw asRefusal(error, signal);
            }
        },
        close: http.close,
    };
}
async function readEntries(response, field) {
    const chunks = [];
    let length = 0;
    await (0,_network_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x8)(response, (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MOST_BYTES)
            throw new GitHubRefusal(`its answer is larger than ${MOST_BYTES / 1e6} MB`, 200);
    });
    try {
        const value = JSON.parse(Buffer.concat(chunks).toString());
        const entries = value[field];
        if (Array.isArray(entries))
            return entries.filter((entry) => typeof entry === 'object' && entry !== null);
    }
    catch (error) {
        throw new GitHubRefusal('its answer is no JSON', 200, error);
    }
    throw new GitHubRefusal(`its answer has no list ${field}`, 200);
}
/** What a status that is not 200 means; a limit that passes within a minute is waited for. */
function refusalOf({ status, headers, body }) {
    body.destroy();
    const limited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
    if (status === 429 || (status === 403 && limited)) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000 - Date.now();
        const waitMs = (0,_network_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfter */ .P9)(headers['retry-after']) ?? (reset > 0 ? reset : undefined);
        const until = waitMs === undefined ? '' : ` for ${Math.ceil(waitMs / 1000)} s`;
        const message = `it answers no more questions${until}, since there were too many (status ${status})`;
        return waitMs !== undefined && waitMs > 60_000
            ? new GitHubRefusal(message, 429)
            : new _network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(message, { retryAfterMs: waitMs });
    }
    if (status === 408 || status >= 500)
        return new _network_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientFailure */ .$(`status ${status}`);
    const meaning = {
        401: 'it does not accept the token',
        403: 'the token may not ask this',
        404: 'there is nothing of the kind, or the token may not see it',
    };
    return new GitHubRefusal(`${meaning[status] ?? 'it refused'} (status ${status})`, status);
}
function asRefusal(error, signal) {
    signal.throwIfAborted();
    if (error instanceof GitHubRefusal)
        return error;
    return new GitHubRefusal(error instanceof Error ? error.message.replace(/\.$/, '') : String(error), 0, error);
}


/***/ }),

/***/ 8818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watch: () => (/* binding */ watch)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/fleet/attempt.js
var attempt = __webpack_require__(9029);
// EXTERNAL MODULE: ./lib/fleet/github.js
var fleet_github = __webpack_require__(6929);
;// CONCATENATED MODULE: ./lib/fleet/watch.js
const NOTHING_WATCHED = {
    queuedSince: new Map(),
    stalledSince: undefined,
    idleSince: undefined,
    prefix: undefined,
};
/** The last job of the workflow, which needs all others but the watchdog: once it is there, there is nothing to watch. */
const REPORT = 'Report';
const WATCHDOG = 'Watchdog';
/** GitHub names the job of a workflow that is called `caller / job`. */
const STROKE = ' / ';
/** A stage ends, and GitHub makes the jobs of the next one: in between all are done. */
const BETWEEN_STAGES_MS = 180_000;
/** A runner that has just become free needs a moment to take its next job. */
const TAKING_UP_MS = 120_000;
/**
 * Whether a run waits for a runner that does not come. Pure.
 *
 * A job counts as waiting too long when it has been seen to wait for `timeoutMs`, and no other one is at work: while one is, a runner may be busy with a job of
 * this very run, or `max-parallel` holds the job back. A run that waits for a person is not cancelled either.
 *
 * Who calls the workflow may have other jobs in the run. They are not waited for, and what they wait for is theirs; while one of them is at work it may have the very runner
 * that a job of ours waits for.
 *
 * @param jobs all of the run @param self RUNNER_NAME of the watchdog, which is at work itself
 */
function lookAt(jobs, before, now, { timeoutMs, self }) {
    const me = findSelf(jobs, self);
    const prefix = me === undefined ? before.prefix : prefixOf(me);
    const others = jobs.filter((job) => job !== me && !isOn(job, self));
    const ours = others.filter(({ name }) => name.startsWith(prefix ?? ''));
    // GitHub may take a minute to say of a job that a runner has that it is in progress.
    const queued = ours.filter(({ status, runner }) => status === 'queued' && runner === '');
    const atWork = others.filter(({ status, runner }) => status === 'in_progress' || (status === 'queued' && runner !== '')).length;
    const done = ours.filter(({ status }) => status === 'completed').length;
    const approval = others.some(({ status }) => status === 'waiting');
    const since = ({ id }) => before.queuedSince.get(id) ?? now;
    const waiting = queued.toSorted((a, b) => since(a) - since(b));
    const stalled = queued.length > 0 && atWork === 0 && !approval;
    const idle = done === ours.length;
    const state = {
        queuedSince: new Map(waiting.map((job) => [job.id, since(job)])),
        stalledSince: stalled ? (before.stalledSince ?? now) : undefined,
        idleSince: idle ? (before.idleSince ?? now) : undefined,
        prefix,
    };
    const [longest] = waiting;
    const lost = longest !== undefined &&
        state.stalledSince !== undefined &&
        now - since(longest) >= timeoutMs &&
        now - state.stalledSince >= Math.min(timeoutMs, TAKING_UP_MS);
    const over = ours.some(({ name }) => (prefix === undefined ? lastOf(name) === REPORT : name === prefix + REPORT)) ||
        (state.idleSince !== undefined && now - state.idleSince >= BETWEEN_STAGES_MS);
    return { state, decision: over ? 'done' : lost ? 'cancel' : 'wait', waiting, atWork, done };
}
function isOn({ status, runner }, self) {
    return status !== 'completed' && runner.toLowerCase() === self.toLowerCase();
}
/** The watchdog's own job: by its name and its runner, else, since GitHub tells the runner late, by one of them. */
function findSelf(jobs, self) {
    const named = jobs.filter(({ name, status }) => status !== 'completed' && lastOf(name) === WATCHDOG);
    return (named.find((job) => isOn(job, self)) ??
        (named.length === 1 ? named[0] : undefined) ??
        jobs.find((job) => isOn(job, self)));
}
function prefixOf({ name }) {
    return name.slice(0, name.length - lastOf(name).length);
}
function lastOf(name) {
    const at = name.lastIndexOf(STROKE);
    return at < 0 ? name : name.slice(at + STROKE.length);
}

;// CONCATENATED MODULE: ./lib/fleet/watch-step.js








const CLOCK = {
    now: () => performance.now(),
    sleep: async (ms, signal) => await (0,promises_.setTimeout)(ms, undefined, { signal }),
};
/** What to know where nobody watches. */
const UNWATCHED = 'A job whose runner does not come waits for a day; cancel the run by hand where one does, and start a new run.';
const LONGEST_PAUSE_MS = 30_000;
/** GITHUB_TOKEN may ask a thousand times an hour, for all jobs of the repository; a run with many jobs has many pages. */
const PAUSE_FOR_A_PAGE_MS = 7200;
/** Where GitHub says that there were too many questions, which passes within an hour. */
const LIMITED_PAUSE_MS = 300_000;
/** GitHub ends a job on its own runners after six hours, and calls that a cancelled job, which `continue-on-error` does not forgive. */
const LONGEST_WATCH_MS = 350 * 60_000;
/** For so long GitHub may not answer before the watchdog gives up. */
const SILENCE_MS = 600_000;
/**
 * The operation `watch`: waits until the jobs of this run are done, and cancels the run where one waits for a runner that does not come. GitHub itself would wait
 * for a day. A token that may not read the jobs is one that the calling workflow did not give the right to: that is said, and nobody watches.
 *
 * @throws SetupError E_INPUT where the token is missing or none, or may not cancel; E_NETWORK where GitHub does not answer any more
 */
async function watch(context, clock = CLOCK) {
    const { fleet, env, inputs } = context;
    const run = `repos/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
    if (fleet.watchToken === '') {
        throw new errors/* SetupError */.w('E_INPUT', 'The input watch-token is not given, so the jobs of this run cannot be watched.', {
            remedy: 'Give github.token in watch-token, and the job the permission actions: write.',
        });
    }
    const github = await (0,fleet_github/* openGitHub */.o)(fleet.watchToken, context);
    try {
        const look = await waitForEnd(github, run, context, clock);
        core/* setOutput */.uH('error-code', '');
        if (typeof look === 'string')
            return context.log.warn(`${look} ${UNWATCHED}`);
        if (look.decision === 'done')
            return context.log.info('All other jobs of this run are done');
        const stuck = stuckIn(look, fleet.queueTimeoutMs);
        await cancel(github, run, stuck);
        const reason = `The run is cancelled: ${stuck}. See whether these runners are on and have the labels of their jobs; the next run begins with a new scan and goes on where this one was.`;
        context.log.warn(reason);
        if (inputs.summary === 'never')
            return;
        core/* summary */.z.addHeading('The run is cancelled', 3).addRaw(`<p>${(0,summary/* escapeHtml */.ZD)(reason)}</p>`, true);
        (0,summary/* writeSummary */.Sy)();
    }
    finally {
        github.close();
    }
}
/** Looks at the jobs again and again until there is something to do. @returns the last look, or a sentence why nobody looks any more */
async function waitForEnd(github, run, context, clock) {
    const { fleet, log, signal, env } = context;
    const timeoutMs = fleet.queueTimeoutMs;
    log.info(`A job of this run may wait ${(0,report_log/* formatDuration */.a3)(timeoutMs)} for its runner while no other one is at work`);
    let state = NOTHING_WATCHED;
    let told = '';
    const startedAt = clock.now();
    let answeredAt = startedAt;
    for (;;) {
        if (clock.now() - startedAt >= LONGEST_WATCH_MS)
            return `Nobody watches this run any more: the watchdog ends after ${(0,report_log/* formatDuration */.a3)(LONGEST_WATCH_MS)}, since GitHub ends a job after six hours.`;
        let pages = 1;
        let limited = false;
        try {
            const jobs = (await github.list(`${run}/jobs`, 'jobs')).filter(isNow((0,attempt/* attemptOf */.t)(env))).map(readJob);
            answeredAt = clock.now();
            pages = Math.ceil(jobs.length / 100);
            const look = lookAt(jobs, state, answeredAt, { timeoutMs, self: env['RUNNER_NAME'] ?? '' });
            state = look.state;
            const line = lineFor(look);
            if (line !== told)
                log.info(line);
            told = line;
            if (look.decision !== 'wait')
                return look;
        }
        catch (error) {
            if (!(error instanceof fleet_github/* GitHubRefusal */.k))
                throw error;
            if (error.status === 401)
                throw notAllowed('read the jobs of', error.message, error);
            if (error.status === 403 || error.status === 404)
                return `Nobody watches this run: the input watch-token may not read its jobs (${error.message}). Where somebody should, give the job that calls the workflow the permission actions: write.`;
            limited = error.status === 429;
            if (limited)
                answeredAt = clock.now();
            if (clock.now() - answeredAt >= SILENCE_MS)
                throw silent(error);
            log.info(`GitHub does not tell the jobs of this run: ${error.message}; it is asked again`);
        }
        const pause = limited ? LIMITED_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, Math.max(1000, timeoutMs / 10));
        await clock.sleep(pause + (pages - 1) * PAUSE_FOR_A_PAGE_MS, signal);
    }
}
/** Of a run that is run again in part, jobs of the attempts before are in the list, too: its report, for one. */
function isNow(attempt) {
    return ({ run_attempt: of }) => !(Number(of) < attempt);
}
function readJob(entry) {
    const { id, name, status, runner_name: runner } = entry;
    return { id: Number(id), name: String(name), status: String(status), runner: String(runner ?? '') };
}
/** @param stuck what there is to say where it cannot be cancelled, too */
async function cancel(github, run, stuck) {
    const status = await github.post(`${run}/cancel`).catch((error) => {
        throw error instanceof fleet_github/* GitHubRefusal */.k ? silent(error, [stuck]) : error;
    });
    // 409: somebody else has cancelled it, or it is at its end.
    if (status < 300 || status === 409)
        return;
    throw notAllowed('cancel', `status ${status}`, undefined, [stuck]);
}
function notAllowed(what, reason, cause, evidence = []) {
    return new errors/* SetupError */.w('E_INPUT', `The input watch-token may not ${what} this run: ${reason}.`, {
        remedy: 'Give github.token, and the job that calls the workflow the permission actions: write; and cancel this run by hand where a job waits for its runner.',
        evidence: [...evidence],
        cause,
    });
}
function silent(cause, evidence = []) {
    return new errors/* SetupError */.w('E_NETWORK', `GitHub does not answer, so nobody watches this run: ${cause.message}.`, {
        remedy: 'See whether a job waits for its runner, and cancel the run by hand where one does.',
        evidence: [...evidence],
        cause,
    });
}
function lineFor({ waiting, atWork, done }) {
    const [first] = waiting;
    const most = first === undefined ? '' : `, the longest of them "${first.name}"`;
    return `Jobs of this run: ${done} done, ${atWork} at work, ${waiting.length} waiting for a runner${most}`;
}
/** Which jobs wait in vain, as half a sentence. */
function stuckIn({ waiting }, timeoutMs) {
    const names = waiting.slice(0, 10).map(({ name }) => `"${name}"`);
    const more = waiting.length > names.length ? ` and ${waiting.length - names.length} more` : '';
    const jobs = `${waiting.length} job${waiting.length === 1 ? '' : 's'}`;
    return `${jobs} found no runner in ${(0,report_log/* formatDuration */.a3)(timeoutMs)}, and no other one is at work: ${names.join(', ')}${more}`;
}


/***/ })

};
