export const id = 4758;
export const ids = [4758];
export const modules = {

/***/ 7139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stopAndTell: () => (/* binding */ stopAndTell)
});

// EXTERNAL MODULE: ./lib/windows/holder.js
var windows_holder = __webpack_require__(7291);
// EXTERNAL MODULE: ./lib/windows/powershell.js
var windows_powershell = __webpack_require__(2680);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/windows/holder-scripts.js
var holder_scripts = __webpack_require__(7822);
// EXTERNAL MODULE: ./lib/windows/holders.js
var windows_holders = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/windows/stop-holders.js




/** How long ended processes may take to be gone. */
const WAIT_MS = 5000;
/** With starting PowerShell. */
const SCRIPT_MS = 20_000;
const REASONS = {
    own: 'this step descends from it',
    another: 'another process has its number by now',
    elsewhere: 'it does not run from there',
    stays: `it is not gone after ${WAIT_MS / 1000} s`,
};
/**
 * Ends the processes that run from a directory, and no others: not what only holds a file there, not what runs from a directory whose name
 * begins alike, not this process and nothing that it descends from. The script that ends a process asks again, with its handle open, whether
 * it is the one that was found (its start) and runs from there, so that a number that Windows gave anew hits nobody. Never throws.
 *
 * @returns one for each process that runs from there, ended or not
 */
async function stopHolders(holders, directory, powershell = windows_powershell/* runPowerShell */.N5) {
    const directories = await (0,windows_holders/* namesOf */.eZ)(directory);
    const chosen = holders.filter((holder) => mayBeStopped(holder, directories));
    if (chosen.length === 0)
        return [];
    const processes = chosen.map(({ pid, started }) => ({ pid, started }));
    const args = { directories, processes, self: process.pid, waitMs: WAIT_MS };
    const answer = await powershell(holder_scripts/* STOP */.VW, args, { timeoutMs: SCRIPT_MS });
    if (answer === undefined || !('value' in answer)) {
        const reason = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
        return chosen.map((holder) => ({ holder, outcome: 'stays', reason }));
    }
    const said = (0,windows_powershell/* listOf */.c3)(answer.value);
    return chosen.map((holder) => {
        const one = said.find(({ pid }) => pid === holder.pid);
        const outcome = String(one?.['outcome'] ?? 'nothing');
        if (outcome === 'ended' || outcome === 'gone')
            return { holder, outcome, reason: '' };
        const reason = String(one?.['reason'] || REASONS[outcome] || `PowerShell says ${outcome} of it`);
        return { holder, outcome: 'stays', reason };
    });
}
function mayBeStopped(holder, directories) {
    if (holder.evidence !== 'runs there' || holder.started === undefined || holder.path === undefined)
        return false;
    if (holder.pid === process.pid || holder.pid === process.ppid || holder.pid <= 4)
        return false;
    const program = holder.path;
    return directories.some((directory) => isBelow(program, directory));
}
/** Whether a file lies in a directory, by their whole Windows paths: `C:\go\1.25.30\go.exe` does not lie in `C:\go\1.25.3`. */
function isBelow(file, directory) {
    const top = `${external_node_path_.win32.normalize(directory).replace(/\\+$/, '')}\\`.toLowerCase();
    return external_node_path_.win32.isAbsolute(directory) && external_node_path_.win32.normalize(file).toLowerCase().startsWith(top);
}

;// CONCATENATED MODULE: ./lib/stopping.js



/**
 * Ends the processes that run from a directory that is being replaced, as the input stop-holders allows: each is said in the log, and recorded.
 * Never throws.
 *
 * @param holders who is in the way; those that run from elsewhere are left alone
 * @returns how many are gone now
 */
async function stopAndTell(holders, directory, { log, audit, signal }, powershell = windows_powershell/* runPowerShell */.N5) {
    if (signal.aborted)
        return 0;
    const started = performance.now();
    const all = await stopHolders(holders, directory, powershell);
    for (const { holder, outcome, reason } of all) {
        const name = (0,windows_holder/* describeHolder */.sG)(holder);
        if (outcome === 'ended')
            log.info(`stop-holders: ended what runs from ${directory}: ${name}`);
        else
            log.info(`stop-holders: ${name} ${reason ? `stays: ${reason}` : 'ended by itself'}`);
        if (outcome === 'gone')
            continue;
        await audit.record({
            action: 'stop-process',
            target: `${holder.path}: ${name}`,
            from: '',
            outcome: outcome === 'ended' ? 'ok' : 'E_LOCKED',
            durationMs: Math.round(performance.now() - started),
        });
    }
    if (all.length === 0)
        log.info(`stop-holders: no process that runs from ${directory} was found`);
    return all.filter(({ outcome }) => outcome !== 'stays').length;
}


/***/ })

};
