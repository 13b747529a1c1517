export const id = 9365;
export const ids = [9365,1642,9215];
export const modules = {

/***/ 1642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare),
/* harmony export */   describeHealth: () => (/* binding */ describeHealth)
/* harmony export */ });
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9820);

/**
 * Judges a Go by the one before it.
 *
 * @param before undefined: nothing to compare with, and then a Go that works is well
 * @param tolerance how much slower it may be: 0.25 is a quarter
 */
function compare(before, after, tolerance) {
    const ratio = before && before.medianMs > 0 ? after.medianMs / before.medianMs : null;
    const verdict = ratio !== null && ratio > 1 + tolerance ? 'slower' : 'well';
    return { before: before ?? null, after, ratio, verdict };
}
/** For log and summary: `go1.26.6 builds and tests the benchmark module in 10.2 s (median of 3), go1.26.5 did in 9.8 s: 1.04 times as long`. */
function describeHealth({ before, after, ratio }) {
    if (after === null)
        return 'the Go that is there now does not work';
    const { runsMs, medianMs } = after;
    const of = runsMs.length > 1 ? ` (median of ${runsMs.length})` : '';
    const now = `${nameOf(after)} builds and tests the benchmark module in ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(medianMs)}${of}`;
    if (before === null || ratio === null)
        return now;
    return `${now}, ${nameOf(before)} did in ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(before.medianMs)}: ${ratio.toFixed(2)} times as long`;
}
/** The version in what `go version` printed. */
function nameOf({ goVersion }) {
    return /\bgo\d\S*/.exec(goVersion)?.[0] ?? goVersion;
}


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NO_CHECK: () => (/* binding */ NO_CHECK),
  recordScan: () => (/* binding */ recordScan),
  runLeg: () => (/* binding */ runLeg)
});

// EXTERNAL MODULE: ./lib/machine/journal.js
var journal = __webpack_require__(8258);
// EXTERNAL MODULE: ./lib/machine/root.js
var machine_root = __webpack_require__(2685);
// EXTERNAL MODULE: ./lib/release/builtin.js + 1 modules
var builtin = __webpack_require__(1648);
// EXTERNAL MODULE: ./lib/settle-left.js
var settle_left = __webpack_require__(9976);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __webpack_require__(1404);
// EXTERNAL MODULE: ./lib/toolcache/tree-size.js
var tree_size = __webpack_require__(7578);
// EXTERNAL MODULE: ./lib/toolchain.js
var toolchain = __webpack_require__(1244);
// EXTERNAL MODULE: ./lib/windows/elevation.js
var elevation = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/release/spec.js
var release_spec = __webpack_require__(9506);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/machine/current.js
var current = __webpack_require__(7316);
;// CONCATENATED MODULE: ./lib/fleet/go-back.js


/** Two Goes of a machine are one: the same version in the same place. */
function isSameGo(a, b) {
    return a === undefined || b === undefined
        ? a === b
        : a.version === b.version && (0,current/* isSamePlace */.O1)(a.goroot, b.goroot);
}
/**
 * Gives a machine the Go back that it had before an operation, by the operations that are there for that: `rollback`, and where there was none before `uninstall`. Each has its
 * own lock, journal, history and record.
 *
 * @param before undefined: there was no Go, or none that was whole
 * @param now what the operation has brought; where it is not the machine's any more, somebody else has changed it, and nothing is done
 * @param operate runs an operation on the machine's Go, by the inputs of the context that it gets
 * @throws the signal's reason
 */
async function goBack(before, now, context, operate, look) {
    const { log, signal } = context;
    const started = performance.now();
    const operation = before ? 'rollback' : 'uninstall';
    const nothing = (why) => ({ done: false, tookMs: 0, state: why, failure: undefined });
    if (before && before.version === now?.version)
        return nothing(`It cannot be undone: ${before.goVersion} was replaced by another build of the same version. ${stands(now)}`);
    const found = await look().catch(() => now);
    if (!isSameGo(found, now))
        return nothing(`It is not undone: something else has changed the machine's Go meanwhile. ${stands(found)}`);
    log.info(`Going back by operation: ${operation}${before ? ` to ${before.goVersion}` : ', since there was no Go before'}`);
    let failure;
    // What is said of the version that is wanted, and of its place, means the new one.
    const inputs = {
        ...context.inputs,
        ...{ operation, goVersions: [], goVersionFile: '', checksum: '', msiInstallDir: before?.goroot ?? '' },
    };
    try {
        // A policy may forbid by now what the machine had, and that is no reason to leave it with what is broken.
        await operate({ ...context, inputs, policy: undefined });
    }
    catch (error) {
        signal.throwIfAborted();
        failure = error;
    }
    const tookMs = Math.round(performance.now() - started);
    const after = await look().catch(() => undefined);
    const done = isSameGo(after, before);
    if (done) {
        const state = before
            ? `The machine has ${before.goVersion} in ${before.goroot} again, as before.`
            : 'It was uninstalled again: the machine has no Go, as before.';
        return { done, tookMs, state, failure };
    }
    const why = failure instanceof errors/* SetupError */.w
        ? `${failure.code}: ${failure.message}`
        : String(failure ?? 'it is not what it was');
    return { done, tookMs, state: `Going back failed, too (${why}) ${stands(after)}`, failure };
}
/** How the machine stands, as a sentence. */
function stands(go) {
    return go ? `The machine has ${go.goVersion} in ${go.goroot}.` : 'The machine has no Go that is whole.';
}

// EXTERNAL MODULE: ./lib/fleet/health-compare.js
var health_compare = __webpack_require__(1642);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/toolcache/verify.js
var verify = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/fleet/health-module.js
/**
 * The module that a health check builds and tests, by file name. Packages of the standard library alone, and few of them: most of the time goes into
 * compiling those and the runtime, which is what builds of any project do; the tests run what was compiled. Written in the Go of years ago, so that every release
 * takes it.
 */
const HEALTH_MODULE = {
    'go.mod': `module setup-go-win.invalid/health

go 1.16
`,
    'main.go': `// Command health is built by setup-go-win to see that a Go works, and how long it takes.
package main

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"sort"
	"strings"
)

// numbers are the same on every machine.
func numbers(count int) []int {
	all := make([]int, count)
	seed := uint32(1)
	for i := range all {
		seed = seed*1664525 + 1013904223
		all[i] = int(seed >> 8)
	}
	return all
}

func sorted(count int) []int {
	all := numbers(count)
	sort.Ints(all)
	return all
}

// words counts the words of a text that it makes.
func words(count int) map[string]int {
	var text strings.Builder
	for _, number := range numbers(count) {
		fmt.Fprintf(&text, "w%d ", number%1000)
	}
	counted := map[string]int{}
	for _, word := range strings.Fields(text.String()) {
		counted[word]++
	}
	return counted
}

func checksum(count int) string {
	sum := crc32.NewIEEE()
	for _, number := range numbers(count) {
		fmt.Fprintf(sum, "%d\\n", number)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func main() {
	fmt.Println(len(sorted(10)), len(words(10)), checksum(10))
}
`,
    'main_test.go': `package main

import (
	"sort"
	"sync"
	"testing"
)

func TestSorted(t *testing.T) {
	if !sort.IntsAreSorted(sorted(500000)) {
		t.Fatal("the numbers are not sorted")
	}
}

func TestWords(t *testing.T) {
	total := 0
	for _, count := range words(200000) {
		total += count
	}
	if total != 200000 {
		t.Fatalf("%d words were counted", total)
	}
}

func TestChecksum(t *testing.T) {
	first := checksum(200000)
	if len(first) != 8 || first != checksum(200000) {
		t.Fatalf("the checksum is %s", first)
	}
}

func TestGoroutines(t *testing.T) {
	var group sync.WaitGroup
	results := make(chan string, 8)
	for i := 0; i < cap(results); i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			results <- checksum(20000)
		}()
	}
	group.Wait()
	close(results)
	want := checksum(20000)
	for got := range results {
		if got != want {
			t.Fatalf("%s is not %s", got, want)
		}
	}
}
`,
};

// EXTERNAL MODULE: ./lib/fleet/median.js
var median = __webpack_require__(4000);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/windows/system-programs.js
var system_programs = __webpack_require__(812);
;// CONCATENATED MODULE: ./lib/fleet/run-go.js


/** What a compiler says at its end is what matters; the whole of it can be megabytes. */
const KEPT_BYTES = 16 * 1024;
/** How long Windows may take to end the processes of a command. */
const END_MS = 5000;
/**
 * Runs a command of go to its end. When its time is up, or the step is cancelled, go and all that it has started are ended.
 *
 * @throws the error of the system where it cannot be started; the signal's reason
 */
async function runGo(goExe, args, options) {
    const { cwd, env, timeoutMs, signal } = options;
    signal.throwIfAborted();
    return await new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(goExe, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
        let kept = Buffer.alloc(0);
        const keep = (chunk) => {
            kept = Buffer.concat([kept, chunk]).subarray(-KEPT_BYTES);
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        let ending = false;
        const settle = (action) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
            action();
        };
        const end = (action) => {
            ending = true;
            void endTree(child.pid).finally(() => settle(action));
        };
        const aborted = () => end(() => reject(signal.reason));
        const late = () => end(() => resolve({ exitCode: undefined, output: (0,system_programs/* decode */.D4)(kept) }));
        const timer = setTimeout(late, timeoutMs);
        signal.addEventListener('abort', aborted, { once: true });
        child.once('error', (error) => settle(() => reject(error)));
        child.once('close', (code) => {
            // Ended from here its exit code says nothing, and what it has started may be there still.
            if (!ending)
                settle(() => resolve({ exitCode: code ?? 1, output: (0,system_programs/* decode */.D4)(kept) }));
        });
    });
}
/** Ends a process and those that it has started: compilers and tests go on where only go is ended. */
async function endTree(pid) {
    if (pid === undefined)
        return;
    if (process.platform === 'win32')
        await (0,system_programs/* runProgram */.mB)((0,system_programs/* systemProgram */.CA)('taskkill.exe'), ['/F', '/T', '/PID', String(pid)], { timeoutMs: END_MS });
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended.
    }
}

;// CONCATENATED MODULE: ./lib/fleet/health-measure.js












/** A Go that does not do what any Go does. */
class UnwellGo extends Error {
    /** What it printed, and what else there is to know; one a line. */
    evidence;
    constructor(message, evidence, cause) {
        super(message, { cause });
        this.evidence = evidence;
    }
}
/** How long one run may take: two commands with an empty cache, on a slow machine whose scanner looks into everything. */
const RUN_MS = 10 * 60_000;
/** How long files may be held that were made a moment ago, when they are removed. */
const REMOVE_MS = 5000;
/** Lines of go's output that are told. */
const TOLD_LINES = 20;
/** What one run does; go vet has opinions of its own in each minor, and is left out. */
const COMMANDS = [
    ['build', '-o', 'health.exe', '.'],
    ['test', '-count=1', '-vet=off', '.'],
];
/**
 * Looks whether a Go works, and how fast: `go version`, then the benchmark module is built and tested, each time with an empty cache. All of it happens in a directory
 * below RUNNER_TEMP, which is removed, with no network and in an environment that no variable of the job reaches. A run that fails is made once more, since a scanner can
 * hold a file of a tree that is new.
 *
 * @param runs how often; the median of them counts
 * @returns undefined where this machine cannot run that Go at all
 * @throws UnwellGo where it does not build, does not pass, or takes longer than ten minutes; SetupError E_VERIFY or E_PERMISSION by `go version`; the error of the system
 *   where nothing can be written below RUNNER_TEMP; the signal's reason
 */
async function measureGo(go, runs, context, limitMs = RUN_MS) {
    const { host, log, signal, timeline } = context;
    return await timeline.measure('health', async () => {
        const goVersion = await (0,verify/* runGoVersion */.o9)(go.goroot, go, host.architecture, signal);
        if (!goVersion.startsWith('go version go')) {
            log.info(`No health check: ${goVersion}`);
            return undefined;
        }
        const directory = external_node_path_.join(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `setup-go-win-health-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`);
        try {
            const module = external_node_path_.join(directory, 'module');
            await (0,promises_.mkdir)(module, { recursive: true });
            for (const [name, text] of Object.entries(HEALTH_MODULE))
                await (0,promises_.writeFile)(external_node_path_.join(module, name), text);
            const runsMs = [];
            for (let run = 1; run <= runs; run++) {
                const once = () => runOnce(go, directory, `run-${run}`, limitMs, signal);
                const ms = await once().catch(async (error) => {
                    signal.throwIfAborted();
                    if (!(error instanceof UnwellGo) || error.cause === OUT_OF_TIME)
                        throw error;
                    log.info(`${error.message} It is tried once more`);
                    return await once();
                });
                log.info(`Health check of ${go.goVersion}, run ${run} of ${runs}: ${(0,report_log/* formatDuration */.a3)(ms)}`);
                runsMs.push(ms);
            }
            return { goVersion, runsMs, medianMs: (0,median/* median */.J)(runsMs) ?? 0 };
        }
        finally {
            await (0,files/* removeTree */.dM)(directory, undefined, REMOVE_MS).catch((error) => log.info(`${directory} is left for the runner to remove (${(0,errors/* systemCode */.x)(error) ?? String(error)})`));
        }
    });
}
const OUT_OF_TIME = new Error('the time for it is up');
/** @returns milliseconds */
async function runOnce(go, directory, name, limitMs, signal) {
    const own = external_node_path_.join(directory, name);
    for (const place of ['cache', 'path', 'temp'])
        await (0,promises_.mkdir)(external_node_path_.join(own, place), { recursive: true });
    const env = { ...(0,verify/* goEnvironment */.I$)(), ...cleanSettings(own) };
    const started = performance.now();
    try {
        for (const args of COMMANDS) {
            const left = limitMs - (performance.now() - started);
            const options = { cwd: external_node_path_.join(directory, 'module'), env, timeoutMs: Math.max(left, 1), signal };
            const command = `"go ${args.join(' ')}"`;
            const { exitCode, output } = await runGo((0,layout/* goExecutable */.j0)(go.goroot), args, options).catch((error) => {
                signal.throwIfAborted();
                throw new UnwellGo(`${command} of ${go.goVersion} cannot be started (${(0,errors/* systemCode */.x)(error) ?? String(error)}).`, [], error);
            });
            if (exitCode === 0)
                continue;
            const late = exitCode === undefined;
            const how = late ? `was not done within ${(0,report_log/* formatDuration */.a3)(limitMs)}` : `ended with ${exitCode}`;
            throw new UnwellGo(`${command} of the benchmark module with ${go.goVersion} ${how}.`, linesOf(output), late ? OUT_OF_TIME : undefined);
        }
        return Math.round(performance.now() - started);
    }
    finally {
        // Not part of what is measured; and the next run gets the room.
        await (0,files/* removeTree */.dM)(own, undefined, REMOVE_MS).catch(() => { });
    }
}
/** What go is told besides; where a variable of the job says something else, this counts. */
function cleanSettings(own) {
    return {
        GOCACHE: external_node_path_.join(own, 'cache'),
        GOPATH: external_node_path_.join(own, 'path'),
        GOTMPDIR: external_node_path_.join(own, 'temp'),
        GO111MODULE: 'on',
        GOFLAGS: '',
        GOPROXY: 'off',
        GOSUMDB: 'off',
        GOWORK: 'off',
        CGO_ENABLED: '0',
    };
}
function linesOf(output) {
    return output
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .slice(-TOLD_LINES)
        .map((line) => `go: ${line.slice(0, 300)}`);
}

// EXTERNAL MODULE: ./lib/side-by-side/session.js + 1 modules
var session = __webpack_require__(2875);
;// CONCATENATED MODULE: ./lib/fleet/machine-go.js





/**
 * The machine's Go by the step's install method, for the architecture that the step is about where it is an MSI's. Starts no process but reg.exe.
 *
 * @returns undefined where there is none, and where it is not whole
 * @throws SetupError E_LOCKED, E_PERMISSION, E_VERIFY where it may not be looked at, or something else stands in the place of the link
 */
async function machineGo(context) {
    const { inputs } = context;
    const root = (0,machine_root/* machineRootAt */.t3)(inputs.machineRoot);
    if (inputs.installMethod === 'msi') {
        const { inspectRegistered } = await __webpack_require__.e(/* import() */ 2110).then(__webpack_require__.bind(__webpack_require__, 2110));
        const [registered] = await inspectRegistered(root, (0,toolchain/* architectureOf */.NJ)(context));
        if (registered?.tree.state !== 'whole')
            return undefined;
        const { version, goVersion, installDir, architecture } = registered.product;
        return { version, goVersion, goroot: installDir ?? '', architecture };
    }
    const leads = await (0,current/* readLink */.XF)((0,current/* linksOf */.hP)(root).current);
    const entry = (0,session/* entryAt */._f)(root, leads);
    if (entry === undefined || leads === undefined)
        return undefined;
    const found = await (0,inspect/* inspectEntry */.pg)(entry);
    if (found.state !== 'whole')
        return undefined;
    const { version, architecture } = entry;
    return { version, goVersion: found.goVersion, goroot: leads, architecture };
}
/** The same by an inventory that was taken already. */
function machineGoOf(inventory, context) {
    const wanted = (0,toolchain/* architectureOf */.NJ)(context);
    const isIt = ({ origin, current, architecture }) => context.inputs.installMethod === 'msi'
        ? origin === 'msi' && architecture === wanted
        : origin === 'machine' && current;
    const go = inventory.goes.find((one) => isIt(one) && one.state === 'whole');
    if (!go?.version || !go.architecture)
        return undefined;
    const { version, goVersion, place, architecture } = go;
    return { version, goVersion: goVersion ?? version, goroot: place, architecture };
}

// EXTERNAL MODULE: ./lib/fleet/shares.js
var shares = __webpack_require__(2406);
;// CONCATENATED MODULE: ./lib/fleet/health.js








/** The doors to a real machine. */
function machineDoors(context) {
    return {
        measure: (go, runs) => measureGo(go, runs, context),
        look: () => machineGo(context),
    };
}
/** Whether a step with the input `health-check` has something to check. */
function isChecked({ operation, healthCheck, dryRun }) {
    return healthCheck && !dryRun && /^(?:install|switch|repair|rollback)$/.test(operation);
}
/**
 * Does an operation on the machine's Go, and looks how the Go is that it leads to: whether it works, and after an installation or a switch to another one also how fast it is
 * beside the one before. Where it is broken or slower than the tolerance allows, the machine gets back what it had. What leads back itself (`rollback`, or the stage
 * `rollback` of a fleet) and a repair are looked at, and neither compared nor undone; so is a Go that was there already. What waits for a restart of Windows is not judged: it is
 * not yet what it will be, and what Windows has to do at its start would meet the Go before.
 *
 * @param record has the Go from before; gets what came of it
 * @throws SetupError E_HEALTH, which says what the machine has then; what the operation throws; the signal's reason
 */
async function withHealthCheck(context, record, operate, doors) {
    const { inputs, log, signal } = context;
    const { before } = record;
    const weighs = /^(?:install|switch)$/.test(inputs.operation) && inputs.stage !== 'rollback';
    const first = weighs && before && !isWanted(before, inputs) ? await measureFirst(before, context, doors) : undefined;
    const outcome = await operate(context);
    if (outcome.rebootRequired) {
        log.warn('No health check: Windows is to change files of this Go at its next start.');
        return outcome;
    }
    const now = await doors.look();
    const changed = !isSameGo(before, now);
    if (first && !changed) {
        record.health = (0,health_compare/* compare */.U)(undefined, first, inputs.tolerance);
        return outcome;
    }
    const { health, failure } = await examine(now, first, context, doors);
    if (health === undefined)
        return outcome;
    record.health = health;
    if (health.verdict === 'well') {
        log.info(`Health check: ${(0,health_compare.describeHealth)(health)}`);
        return outcome;
    }
    log.info(`Health check: ${now?.goVersion ?? 'the Go of the machine'} is ${health.verdict}`);
    const back = weighs && changed ? await goBack(before, now, context, operate, doors.look) : undefined;
    if (back) {
        record.rolledBack = back.done;
        if (back.done)
            record.recoveryMs = back.tookMs;
        log.info(`${back.state}${back.done ? ` That took ${(0,report_log/* formatDuration */.a3)(back.tookMs)}` : ''}`);
    }
    signal.throwIfAborted();
    // Versions lie side by side; an MSI that was replaced, and what was uninstalled, is gone.
    const gone = back?.done === true && (inputs.installMethod === 'msi' || before === undefined);
    throw unwell(health, now, failure, back, gone, inputs);
}
/** Whether the very Go that is asked for is there already, so that nothing will be compared. A range is looked up by the operation. */
function isWanted({ version }, { goVersions }) {
    const last = goVersions.at(-1);
    if (last === undefined)
        return false;
    const spec = (0,release_spec/* parseSpec */.F)(last, 'input go-version');
    return spec.kind === 'exact' && spec.version === version;
}
/** A Go that does not work is no measure for another one, and no reason not to replace it. @throws what is not this Go's fault */
async function measureFirst(before, { inputs, log, signal }, doors) {
    return await doors.measure(before, inputs.healthRuns).catch((error) => {
        signal.throwIfAborted();
        if (!isUnwell(error))
            throw error;
        log.info(`${before.goVersion}, which is there now, is not well, and nothing is compared with it: ${error.message}`);
        for (const line of error.evidence)
            log.info(`  ${line}`);
        return undefined;
    });
}
function isUnwell(error) {
    return error instanceof UnwellGo || error instanceof errors/* SetupError */.w;
}
/** @returns without health where this machine cannot run that Go; `failure` is why it is broken */
async function examine(now, first, { inputs, log, signal }, doors) {
    const runs = first ? inputs.healthRuns : 1;
    try {
        if (now === undefined)
            throw new UnwellGo('The Go that was set up is not whole any more.', []);
        const after = await doors.measure(now, runs);
        if (after === undefined)
            return { health: undefined };
        const health = (0,health_compare/* compare */.U)(first, after, inputs.tolerance);
        if (health.verdict === 'well')
            return { health };
        // A scanner looks at each file of a new tree when it is read for the first time.
        log.info(`${(0,health_compare.describeHealth)(health)}. It is measured once more, since a new tree can be slow at first`);
        const again = await doors.measure(now, runs);
        return { health: again && (0,health_compare/* compare */.U)(first, again, inputs.tolerance) };
    }
    catch (failure) {
        signal.throwIfAborted();
        return { health: { before: first ?? null, after: null, ratio: null, verdict: 'broken' }, failure };
    }
}
/** @param gone whether the machine does not have the Go any more that is not well */
function unwell(health, now, failure, back, gone, { tolerance }) {
    const { before, after, verdict } = health;
    const name = now?.goVersion ?? 'The new Go';
    const why = failure instanceof Error ? failure.message : String(failure);
    const message = verdict === 'slower'
        ? `${name} is slower than the tolerance of ${(0,shares/* percent */.KN)(tolerance)} allows: it ${(0,health_compare.describeHealth)(health).replace(/^\S+ /, '')}.`
        : `${name} ${isUnwell(failure) ? 'does not work' : 'could not be looked at'}: ${why.replace(/[.\s]*$/, '.')}`;
    const anew = gone
        ? 'run the step again, which installs it anew'
        : `run operation: repair with go-version: ${now?.version ?? 'its version'}`;
    const remedy = verdict === 'slower'
        ? 'See whether the runner was busy or its scanner looks into the new directory, and run the step again; where such differences are usual, raise tolerance or health-runs.'
        : `See what go has printed: where files of it are damaged, ${anew}; else keep this version from the other runners.`;
    const evidence = [
        ...(isUnwell(failure) ? failure.evidence : []),
        ...(before
            ? [`before: ${before.goVersion}, runs of ${before.runsMs.map(report_log/* formatDuration */.a3).join(', ')}`]
            : []),
        ...(after ? [`after: ${after.goVersion}, runs of ${after.runsMs.map(report_log/* formatDuration */.a3).join(', ')}`] : []),
        ...(now ? [`checked ${now.goroot}`] : []),
        ...(back?.failure instanceof errors/* SetupError */.w ? back.failure.evidence : []),
    ];
    const state = back?.state ?? `Nothing was undone. ${stands(now)}`;
    return new errors/* SetupError */.w('E_HEALTH', message, { remedy, state, evidence, cause: failure ?? back?.failure });
}

;// CONCATENATED MODULE: ./lib/fleet/leg.js










/** What a dry run says that is to check its Go, too. */
const NO_CHECK = 'No health check in a dry run: there is no new Go to look at.';
/**
 * An operation on the machine's Go as a leg of a fleet's upgrade: which Go the machine had, and what was not downloaded since it was there, are noted for the
 * file of its result; and where it is asked for, whether the Go that it leads to is well.
 *
 * @param record filled on the way
 * @throws what the operation throws; SetupError E_HEALTH
 */
async function runLeg(context, record, operate) {
    record.look = () => machineGo(context);
    const { healthCheck, dryRun } = context.inputs;
    if (healthCheck && dryRun)
        context.log.info(NO_CHECK);
    if (dryRun)
        record.dryRun = true;
    const checked = isChecked(context.inputs);
    // Who may have to go back has to know where to: not to what a run has left that was killed, or that is at work still.
    if (checked)
        await settleFirst(context);
    record.before = checked ? await machineGo(context) : await lookAtFirst(context);
    try {
        const outcome = checked
            ? await withHealthCheck(context, record, operate, machineDoors(context))
            : await operate(context);
        const last = outcome.toolchains.at(-1);
        if (last && context.timeline.bytes.downloaded === 0)
            record.reusedBytes = await fileSize(last, context);
        return outcome;
    }
    finally {
        // What a step did to the machine's Go and what that is are two things.
        if (!context.signal.aborted)
            record.after = { go: await machineGo(context).catch(() => undefined) };
    }
}
/** Finishes or undoes a change that is open, as the operation would. Where the account may not, the operation says so. @throws SetupError as holdSettled */
async function settleFirst(context) {
    const { machineRoot, installMethod } = context.inputs;
    const root = (0,machine_root/* machineRootAt */.t3)(machineRoot);
    if ((await (0,journal/* leftChange */.U3)(root)) === undefined)
        return;
    const account = await (0,elevation/* readAccount */.GM)();
    if (account.elevated === false && (installMethod === 'msi' || context.policy?.policy.requireElevation))
        return;
    await (0,settle_left/* holdSettled */.x_)(root, account, context, async () => { });
}
/** A scan's: the machine's Go by the inventory, and all of that. */
function recordScan(inventory, context, record) {
    const go = machineGoOf(inventory, context);
    record.inventory = inventory;
    record.before = go;
    record.after = { go };
}
/** What cannot be looked at is found out by the operation itself, which says what to do about it. */
async function lookAtFirst(context) {
    return await machineGo(context).catch((error) => {
        context.log.info(`The machine's Go could not be looked at first: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    });
}
/** Of the ZIP or MSI that a Go came in, by its sidecar or the built-in index; where neither knows it, what its files come to. */
async function fileSize({ entry, version, goroot, source }, context) {
    const found = entry && (await (0,inspect/* inspectEntry */.pg)(entry).catch(() => undefined));
    if (found?.state === 'whole' && found.provenance)
        return found.provenance.size;
    const kind = source === 'msi' ? 'msi' : 'zip';
    const known = (0,builtin.builtinRelease)(version, (0,toolchain/* architectureOf */.NJ)(context), kind)?.size;
    return known || (await (0,tree_size/* treeSize */.U)(goroot, context.signal));
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


/***/ }),

/***/ 3990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ holdMachine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _machine_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2685);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9820);
/* harmony import */ var _tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6539);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4365);





/**
 * Makes or checks the machine's root, and does the work while no other runner changes the Go of this machine. Another one is waited for as long as
 * `lock-timeout` says, and by MSI as long as `msi-timeout` does where that is longer.
 *
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED, or what the work throws
 */
async function holdMachine(root, account, { inputs, audit, host, log, timeline, signal }, work) {
    const started = performance.now();
    if (await (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_1__/* .openMachineRoot */ .sq)(root, account.sid, (line) => log.info(line), { elevated: account.elevated }))
        await audit.record({
            action: 'make-machine-root',
            target: root,
            from: '',
            outcome: 'ok',
            durationMs: performance.now() - started,
        });
    const { installMethod, lockTimeoutMs, msiTimeoutMs } = inputs;
    const timeoutMs = installMethod === 'msi' ? Math.max(lockTimeoutMs, msiTimeoutMs) : lockTimeoutMs;
    const wait = () => (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .acquireLock */ .IZ)(root, _tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .MACHINE_LOCK */ .Mf, {
        runner: host.runner,
        timeoutMs,
        signal,
        onWait: (owner, waited) => log.info(`Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${(0,_report_log_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(waited)} so far`),
    });
    const lock = await timeline.measure('wait', wait).catch((error) => {
        throw refused(error, root, account);
    });
    try {
        await (0,_tidy_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .removeDrafts */ .tk)(root);
        return await work();
    }
    finally {
        await lock.release();
    }
}
/** An administrator's root is closed to everybody else: that is no defect. */
function refused(error, root, { name, sid, reason }) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .x)(error);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w || !/^(?:EPERM|EACCES|EROFS|EEXIST|ENOTDIR|ENOENT)$/.test(code ?? ''))
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_PERMISSION', `${name ?? sid ?? 'This account'} may not change the Go of this machine: ${root} cannot be written to (${code}; ${reason}). Nothing was changed.`, {
        remedy: 'Run the runner under an administrator’s account, name another place with machine-root, or leave scope: machine out.',
        evidence: [error instanceof Error ? error.message : String(error)],
        cause: error,
    });
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

/***/ 8258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ foreignJournal),
/* harmony export */   U3: () => (/* binding */ leftChange),
/* harmony export */   oq: () => (/* binding */ beginChange)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(138);
/* harmony import */ var _atomic_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9215);







const OPERATIONS = ['install', 'switch', 'repair', 'rollback', 'uninstall', 'prune'];
/**
 * The journal of a machine: one file, one change at a time, under the machine's lock. What it tells is written before it is done, so that
 * the next run can finish or undo what a killed one began.
 *
 * @throws SetupError E_INTERNAL where a change is open already: its owner did not look
 */
async function beginChange(root, change) {
    if ((await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root))) !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INTERNAL', 'A change of this machine is open in the journal already.', {
            remedy: 'Report this with the log.',
            evidence: [journalFile(root)],
        });
    const begun = {
        schema: 1,
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        startedAt: new Date().toISOString(),
        ...change,
    };
    await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), begun);
    return openChange(root, begun);
}
/**
 * The change that an earlier run left open; undefined where there is none.
 *
 * @throws SetupError E_VERIFY for a journal that cannot be understood
 */
async function leftChange(root) {
    const found = await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.readJson)(journalFile(root));
    if (found === undefined)
        return undefined;
    if (!isChange(found))
        throw foreignJournal(root);
    return openChange(root, found);
}
/** Whether this is a change with all that any method needs of it. What its details tell is for the method to judge. */
function isChange(found) {
    const { schema, method, operation, architecture, details, ...rest } = (found ?? {});
    const texts = [rest.id, rest.runner, rest.startedAt];
    const versions = [rest.from, rest.to].filter((one) => one !== undefined);
    return (schema === 1 &&
        (method === 'msi' || method === 'zip') &&
        OPERATIONS.some((one) => one === operation) &&
        _release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .architectures */ .f2.some((one) => one === architecture) &&
        [...texts, ...versions].every((one) => typeof one === 'string') &&
        typeof details === 'object' &&
        details !== null);
}
/** What a journal is called that nobody here can have written. */
function foreignJournal(root) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_VERIFY', `The journal ${journalFile(root)} is none that this version can read.`, {
        remedy: 'Use the version of the action that wrote it, or see to the machine by hand and remove the file.',
        evidence: [journalFile(root)],
    });
}
function openChange(root, begun) {
    let change = begun;
    return {
        get change() {
            return change;
        },
        async update(details) {
            change = { ...change, details };
            await (0,_atomic_file_js__WEBPACK_IMPORTED_MODULE_6__.writeJson)(journalFile(root), change);
        },
        close: async () => await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(journalFile(root), { force: true })),
    };
}
function journalFile(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, 'journal.json');
}


/***/ }),

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sq: () => (/* binding */ openMachineRoot),
/* harmony export */   t3: () => (/* binding */ machineRootAt)
/* harmony export */ });
/* unused harmony export defaultMachineRoot */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6021);




/** Where the machine's own part of the action is kept, when the input `machine-root` does not say. */
function defaultMachineRoot(env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['ProgramData'] || 'C:\\ProgramData', 'setup-go-win');
}
/** The machine's root: what the input `machine-root` says, else the default. @param given empty: the input is not given */
function machineRootAt(given, env = process.env) {
    return given || defaultMachineRoot(env);
}
/**
 * Makes the machine's root, closed to everybody but administrators, or looks whether the one that is there can be trusted: packages in it
 * are run with an administrator's rights, and the journal in it says what to undo.
 *
 * @param own SID of the account of this step; undefined where it is not known
 * @param note told what could not be done or looked at
 * @returns true where it was made
 * @throws SetupError E_ACL where others own it or may change it; E_PERMISSION where it cannot be made
 */
async function openMachineRoot(root, own, note, { elevated, powershell } = {}) {
    if (await makeDirectory(root)) {
        const owner = elevated === false ? own : _windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .ADMINISTRATORS */ .pZ;
        const failure = owner === undefined ? undefined : await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .protectDirectory */ .dd)(root, owner);
        if (failure === undefined)
            return true;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(root).catch(() => { }); // else the next run would take it for somebody else's
        throw distrusted(root, `it could not be closed to others (${failure})`, []);
    }
    // A link can be made to lead elsewhere between a check and the use of what was checked.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(root)).isSymbolicLink())
        throw distrusted(root, 'it is a link', []);
    const found = await (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .readSddl */ .Kp)(root, powershell);
    if (found === undefined) {
        note(`Who owns ${root} was not looked at: there is no PowerShell that answers`);
        return false;
    }
    if ('failure' in found)
        throw distrusted(root, 'who may change it could not be read', [found.failure]);
    const reason = (0,_windows_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .distrust */ .p7)(found.sddl, own);
    if (reason !== undefined)
        throw distrusted(root, reason, [found.sddl]);
    return false;
}
function distrusted(root, reason, evidence) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_ACL', `${root} is not used: ${reason}.`, {
        remedy: `Look at what is in it, then remove it, or give it to Administrators: icacls "${root}" /setowner *S-1-5-32-544 /T and /inheritance:r. Another place is set by machine-root.`,
        evidence,
    });
}
/** @returns false where it is there already */
async function makeDirectory(root) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(root);
        return true;
    }
    catch (cause) {
        const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'EEXIST' ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(root).catch(() => undefined) : undefined;
        if (found?.isDirectory())
            return false;
        if (found)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: it is a file.`, {
                remedy: 'Remove or rename that file, or name another place with machine-root.',
                cause,
            });
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause) === 'ENOENT')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: its drive is not there.`, {
                remedy: 'Name a place on a drive of this machine with machine-root.',
                cause,
            });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_PERMISSION', `The machine's root ${root} cannot be made: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(cause)}.`, {
            remedy: 'Run the runner under an administrator’s account, or name another place with machine-root.',
            cause,
        });
    }
}


/***/ }),

/***/ 9976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ CHANGE_IS_OPEN),
/* harmony export */   ND: () => (/* binding */ settleLeft),
/* harmony export */   x_: () => (/* binding */ holdSettled)
/* harmony export */ });
/* harmony import */ var _hold_machine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3990);
/* harmony import */ var _machine_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8258);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5529);



/** What a dry run says where an earlier run left a change open. */
const CHANGE_IS_OPEN = 'A change that an earlier run began is open: it would be finished or undone first';
/**
 * Finishes or undoes the change of this machine that an earlier run left open, in the way that began it, whatever this step is about. Under the
 * machine's lock. What it found and did is in the log.
 *
 * @throws SetupError where that cannot be done; the change stays open then, for the next run
 */
async function settleLeft(root, sources, context) {
    const left = await (0,_machine_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .leftChange */ .U3)(root);
    if (left === undefined)
        return;
    const { method, architecture } = left.change;
    if (method === 'zip') {
        const { settleVersions } = await Promise.all(/* import() */[__webpack_require__.e(2875), __webpack_require__.e(7819), __webpack_require__.e(1011)]).then(__webpack_require__.bind(__webpack_require__, 1011));
        return await settleVersions(root, context);
    }
    const { settleInterrupted } = await Promise.all(/* import() */[__webpack_require__.e(2110), __webpack_require__.e(5379), __webpack_require__.e(7507), __webpack_require__.e(2086), __webpack_require__.e(3433), __webpack_require__.e(7069)]).then(__webpack_require__.bind(__webpack_require__, 7069));
    await settleInterrupted({ root, architecture, sources, context });
}
/** Does the work under the machine's lock, after what an earlier run left open is finished or undone. @throws SetupError as holdMachine and settleLeft, or what the work throws */
async function holdSettled(root, account, context, work) {
    return await (0,_hold_machine_js__WEBPACK_IMPORTED_MODULE_0__/* .holdMachine */ .X)(root, account, context, async () => {
        await (0,_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .withSources */ .Z6)(context, (sources) => settleLeft(root, sources, context));
        return await work();
    });
}


/***/ }),

/***/ 6539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ MACHINE_LOCK),
/* harmony export */   bn: () => (/* binding */ tidyRoot),
/* harmony export */   tk: () => (/* binding */ removeDrafts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _machine_root_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2685);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);
/* harmony import */ var _toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4365);
/* harmony import */ var _windows_elevation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8414);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(138);







/** The lock of everything that changes the Go of a machine. */
const MACHINE_LOCK = 'machine';
/** Names of our files before they get their own by a rename: what writeWhole makes of JSON, and, in the folder of a package, an MSI. */
const DRAFT = /\.json\.[0-9a-f]{8}\.new$/;
const PACKAGE_DRAFT = /\.json\.[0-9a-f]{8}\.new$|\.part$/;
/** Folders of the store, as package-store.ts names them. */
const PACKAGE = /^go[^\\/]*-(?:x64|x86|arm64)-[0-9a-f]{8}$/;
/**
 * Removes the drafts of files that a killed run was writing: of the journal, the history, packages and their records. The caller has the
 * machine's lock, so that nobody writes one. A root that the user has named may hold other things, which are left alone. Never fails.
 *
 * @param root the machine's root
 */
async function removeDrafts(root) {
    const store = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'msi');
    const packages = (await names(store)).filter((name) => PACKAGE.test(name));
    await removeFiles(root, DRAFT);
    await removeFiles(store, DRAFT);
    for (const name of packages)
        await removeFiles(node_path__WEBPACK_IMPORTED_MODULE_1__.join(store, name), PACKAGE_DRAFT);
}
async function removeFiles(directory, which) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile() && which.test(one.name)))
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTree */ .dM)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, entry.name), undefined, 0).catch(() => { });
}
/**
 * Tidies up where a run was killed and there is nothing to change: its drafts, its record in the lock, and what `beside` removes. One look at the disk
 * where there is nothing to do. Never fails, and never waits for a living owner.
 *
 * @param runner who asks: runner, run and job
 * @param beside removes what lies beside the Go of the machine; called under the machine's lock
 */
async function tidyRoot(root, runner, beside) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerFile */ .SF)(root, MACHINE_LOCK));
        const { elevated, sid } = await (0,_windows_elevation_js__WEBPACK_IMPORTED_MODULE_5__/* .readAccount */ .GM)();
        if (elevated === false)
            return;
        // What lies in a directory that others may change is not touched with an administrator's rights.
        await (0,_machine_root_js__WEBPACK_IMPORTED_MODULE_2__/* .openMachineRoot */ .sq)(root, sid, () => { });
        const lock = await (0,_toolcache_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .bh)(root, MACHINE_LOCK, runner);
        if (lock === undefined)
            return;
        await Promise.all([removeDrafts(root), beside()]).finally(() => lock.release());
    }
    catch {
        // Nobody was killed here, or a later run does it.
    }
}
async function names(directory) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ treeSize)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);



/**
 * What the files of a directory come to, in bytes of their contents (they take some more on the disk). Links are not followed; what can't be looked at
 * counts nothing. Never throws, but for the signal's reason.
 */
async function treeSize(directory, signal) {
    let bytes = 0;
    async function add(place) {
        signal.throwIfAborted();
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place, { withFileTypes: true }).catch(() => []);
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachFile */ .Rl)(entries.filter((entry) => entry.isFile()), async ({ name }) => {
            const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, name)).then((found) => found.size, () => 0);
            bytes += size;
        });
        for (const entry of entries)
            if (entry.isDirectory())
                await add(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, entry.name));
    }
    await add(directory);
    return bytes;
}


/***/ })

};
