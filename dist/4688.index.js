export const id = 4688;
export const ids = [4688];
export const modules = {

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ runPowerShell),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);


/**
 * What goes around each script. Its answer is the one line of JSON on stdout that begins with `{"value":` or `{"failure":`. In
 * constrained language mode the encoding can't be set: then letters beyond ASCII may be wrong, and nothing else.
 */
const BEFORE = `
$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'
try { [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false } catch { }
try {
  $a = ConvertFrom-Json $env:SETUP_GO_WIN_ARGS
  $value = & {
`;
const AFTER = `
  }
  ConvertTo-Json -Compress -Depth 4 -InputObject @{ value = $value }
} catch { ConvertTo-Json -Compress -InputObject @{ failure = "$_" } }
`;
/**
 * Runs a script in Windows PowerShell 5.1, for the few things that Windows has no other door for. PowerShell gets its own module path:
 * the one that a job's PowerShell 7 leaves in the environment makes it load
 * modules of that one, and fail.
 *
 * @param script the body of a block; what it puts out is the answer. `$a` holds the arguments
 * @param args passed as JSON in the environment, so that no text of theirs is ever read as script
 * @returns undefined where there is no PowerShell
 */
async function runPowerShell(script, args = {}, options = {}) {
    const program = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .CA)('WindowsPowerShell\\v1.0\\powershell.exe');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(program))
        return undefined;
    const encoded = Buffer.from(`${BEFORE}${script}${AFTER}`, 'utf16le').toString('base64');
    const result = await (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .mB)(program, ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded], { timeoutMs: options.timeoutMs ?? 60_000, env: scriptEnvironment(args) });
    const answer = answerIn(result.stdout);
    if (answer !== undefined)
        return answer;
    // Wine's stand-in ends well and says nothing, whatever it is asked.
    if (result.exitCode === 0 && `${result.stderr}${result.stdout}`.trim() === '')
        return undefined;
    const said = `${result.stderr} ${result.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 300);
    return { failure: result.failure ?? `it ended with ${result.exitCode} and ${said || 'said nothing'}` };
}
/** The answer among the lines that a script, or a policy of the machine, may have printed. */
function answerIn(stdout) {
    for (const line of stdout.split(/\r?\n/)) {
        if (!/^\{"(?:value|failure)":/.test(line))
            continue;
        try {
            const said = JSON.parse(line);
            return 'value' in said ? { value: said.value } : { failure: String(said.failure) };
        }
        catch { } // cut off, or somebody else's
    }
    return undefined;
}
function scriptEnvironment(args) {
    const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
    return { ...Object.fromEntries(inherited), SETUP_GO_WIN_ARGS: JSON.stringify(args) };
}
/**
 * A list in an answer. PowerShell makes one object of a list of one, nothing of an empty one, and at times, in 5.1, an object with `value`
 * and `Count` of a longer one.
 */
function listOf(value) {
    const wrapped = value ?? {};
    const inner = Array.isArray(wrapped.value) && 'Count' in wrapped ? wrapped.value : value;
    const list = Array.isArray(inner) ? inner : [inner];
    return list.filter((item) => typeof item === 'object' && item !== null);
}


/***/ }),

/***/ 4688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNotStarted: () => (/* binding */ whyNotStarted)
/* harmony export */ });
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2680);

/** Error codes of Windows (winerror.h) with which a program is not started. */
const REASONS = {
    5: { by: 'rights', reason: 'access is denied (5)' },
    225: { by: 'scanner', reason: 'a virus scanner takes it for malware (225)' },
    226: { by: 'scanner', reason: 'a virus scanner has removed it as malware (226)' },
    1260: { by: 'policy', reason: 'it is blocked by group policy (1260)' },
    4551: { by: 'policy', reason: 'an application control policy has blocked it (4551)' },
};
const ASK_MS = 10_000;
/** Node says UNKNOWN for every code that it has no name for; .NET's exception has the number. No method is called: language mode may forbid it. */
const SCRIPT = `
try { $null = & $a.file version 2>$null; @{ code = 0 } } catch {
  $e = $_.Exception; while ($e.InnerException) { $e = $e.InnerException }
  @{ code = $e.NativeErrorCode }
}`;
/**
 * Asks why a program cannot be started, since Node names only few of the reasons: PowerShell starts it once more and tells the code of Windows.
 * Never throws.
 *
 * @returns undefined where nobody knows
 */
async function whyNotStarted(file, powershell = _powershell_js__WEBPACK_IMPORTED_MODULE_0__/* .runPowerShell */ .N5) {
    const answer = await powershell(SCRIPT, { file }, { timeoutMs: ASK_MS });
    if (answer === undefined || 'failure' in answer)
        return undefined;
    const { code } = (answer.value ?? {});
    if (typeof code !== 'number' || code === 0)
        return undefined;
    return REASONS[code] ?? { by: 'other', reason: `Windows answered ${code}` };
}


/***/ }),

/***/ 812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ systemProgram),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** More output than this no probe has; the rest is dropped. */
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * Full path of a program of Windows itself, never looked up on PATH, where a job or another program could have put its own.
 *
 * @param name below System32, such as `reg.exe` or `WindowsPowerShell\v1.0\powershell.exe`
 */
function systemProgram(name, env = process.env) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.win32.join(env['SystemRoot'] || env['windir'] || 'C:\\Windows', 'System32', name);
}
/**
 * Runs a program to its end and returns what it said. Whatever the program does is an answer: it throws for nothing.
 *
 * @param file full path; see {@link systemProgram}
 */
async function runProgram(file, args, options = {}) {
    const { timeoutMs = 60_000, verbatim = false, env = process.env } = options;
    return await new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], {
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
            windowsVerbatimArguments: verbatim,
        });
        const output = { stdout: gather(child.stdout), stderr: gather(child.stderr) };
        let failure;
        const timer = setTimeout(() => {
            failure = `it gave no answer within ${Math.round(timeoutMs / 1000)} s and was ended`;
            child.kill();
            end(undefined); // its own children may keep the pipes open
        }, timeoutMs);
        const end = (exitCode) => {
            clearTimeout(timer);
            const [stdout, stderr] = [decode(output.stdout()), decode(output.stderr())];
            resolve({ exitCode: failure === undefined ? exitCode : undefined, stdout, stderr, failure });
        };
        child.once('error', (error) => {
            failure ??= error.message;
            end(undefined);
        });
        child.once('close', (code, signal) => {
            if (code === null)
                failure ??= `it was ended by ${signal}`;
            end(code ?? undefined);
        });
    });
}
function gather(stream) {
    const parts = [];
    let size = 0;
    stream.on('data', (part) => {
        size += part.length;
        if (size <= MOST_BYTES)
            parts.push(part);
    });
    return () => Buffer.concat(parts);
}
/**
 * Text of a program of Windows: UTF-16LE (with a byte order mark or without), UTF-8, or else an OEM code page that we don't know, of which
 * ASCII is right and every other letter stands for some letter.
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return bytes.toString('utf16le', 2);
    if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0)
        return bytes.toString('utf16le');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
    }
    catch {
        return bytes.toString('latin1');
    }
}


/***/ })

};
