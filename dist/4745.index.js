export const id = 4745;
export const ids = [4745];
export const modules = {

/***/ 4745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prune: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./lib/release/builtin-minors.js
var builtin_minors = __webpack_require__(2997);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/report/summary.js
var report_summary = __webpack_require__(3394);
;// CONCATENATED MODULE: ./lib/report/prune-report.js



function startTally() {
    const items = [];
    let freed = 0;
    let records = { count: 0, bytes: 0 };
    return {
        items,
        get freed() {
            return freed;
        },
        add(item) {
            items.push(item);
            if (item.gone)
                freed += item.bytes;
        },
        addLeftover(bytes) {
            freed += bytes;
        },
        get records() {
            return records;
        },
        addRecord(bytes) {
            records = { count: records.count + 1, bytes: records.bytes + bytes };
            freed += bytes;
        },
    };
}
/** Sets the outputs of a prune, and writes its job summary: one row a Go. */
function reportPrune({ tally, title, dryRun, summary }) {
    const { items, freed, records } = tally;
    core/* setOutput */.uH('bytes-freed', freed);
    core/* setOutput */.uH('pruned', items.filter(({ gone }) => gone).map(describe));
    if (!summary)
        return;
    const header = ['Go', 'Architecture', 'Place', 'Size', 'What', 'Why'].map((data) => ({
        data,
        header: true,
    }));
    const rows = items.map((item) => [
        (0,report_summary/* escapeHtml */.ZD)(item.version),
        item.architecture,
        `<code>${(0,report_summary/* escapeHtml */.ZD)(item.place)}</code>`,
        item.bytes > 0 ? (0,report_log/* formatBytes */.z3)(item.bytes) : '',
        fateOf(item, dryRun),
        (0,report_summary/* escapeHtml */.ZD)(item.reason),
    ]);
    core/* summary */.z.addHeading(`${title}: ${(0,report_log/* formatBytes */.z3)(freed)} ${dryRun ? 'would be freed' : 'freed'}`, 3);
    if (rows.length > 0)
        core/* summary */.z.addTable([header, ...rows]);
    else
        core/* summary */.z.addRaw('There is no Go in it.', true);
    if (records.count > 0)
        core/* summary */.z.addRaw(`Of it ${(0,report_log/* formatBytes */.z3)(records.bytes)} in ${records.count} log(s) of msiexec, lists of files and directories for temporary files.`, true);
    (0,report_summary/* writeSummary */.Sy)();
}
function describe({ version, architecture, place, kind, official, bytes }) {
    const where = kind === 'tree' ? { goroot: place } : { msi: place };
    return { 'go-version': version, architecture, ...where, official, bytes };
}
function fateOf({ fate, gone }, dryRun) {
    if (fate === 'keep')
        return 'kept';
    if (fate === 'leave')
        return 'left alone';
    if (!gone)
        return 'stays, as the log tells';
    return dryRun ? 'would be removed' : 'removed';
}

// EXTERNAL MODULE: ./lib/requests.js + 2 modules
var requests = __webpack_require__(9802);
;// CONCATENATED MODULE: ./lib/prune.js





/**
 * The operation `prune`: removes versions that no rule keeps and nobody uses, and what killed runs left; with `scope: machine` those below the machine's
 * root, with `install-method: msi` the MSIs that are kept there, else those of the tool caches. With `dry-run` the same plan is made and told, and nothing is changed. Where it fails half-way, outputs and
 * summary have what was done until then.
 *
 * @throws SetupError where the leases can't be read, or as any operation on the machine's root; the signal's reason
 */
async function prune(context) {
    const { inputs, log, timeline } = context;
    const { scope, installMethod } = inputs;
    const started = Date.now();
    if ((0,requests/* namesVersion */.H)(inputs))
        log.notice('operation: prune does not read a version: it goes by keep-versions, keep-minors and keep-days.');
    const tally = startTally();
    let through = false;
    try {
        await pruneAll(tally, context);
        through = true;
    }
    finally {
        timeline.addBytes('removed', inputs.dryRun ? 0 : tally.freed);
        reportPrune({
            title: scope === 'job' ? 'Tool cache' : installMethod === 'msi' ? 'Kept MSIs of Go' : 'Go of the machine',
            tally,
            dryRun: inputs.dryRun,
            summary: inputs.summary !== 'never' && (through || tally.items.length > 0),
        });
    }
    log.info(inputs.dryRun
        ? `Dry run: ${(0,report_log/* formatBytes */.z3)(tally.freed)} would be freed; nothing was changed`
        : `Freed ${(0,report_log/* formatBytes */.z3)(tally.freed)} in ${(0,report_log/* formatDuration */.a3)(Date.now() - started)}`);
    (0,outputs/* setOutputs */.n)([], false, undefined, builtin_minors/* newestMinors */.$);
}
async function pruneAll(tally, context) {
    const { inputs, host } = context;
    if (inputs.scope === 'machine') {
        const { pruneMachine } = await Promise.all(/* import() */[__webpack_require__.e(8414), __webpack_require__.e(1648), __webpack_require__.e(5326), __webpack_require__.e(5529), __webpack_require__.e(4963)]).then(__webpack_require__.bind(__webpack_require__, 4963));
        return await pruneMachine(tally, context);
    }
    const { pruneTrees, toolCachePlace } = await __webpack_require__.e(/* import() */ 1160).then(__webpack_require__.bind(__webpack_require__, 1160));
    for (const root of host.toolCaches)
        await pruneTrees(toolCachePlace(root), tally, context);
}


/***/ })

};
