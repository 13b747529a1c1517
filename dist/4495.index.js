export const id = 4495;
export const ids = [4495];
export const modules = {

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveCache: () => (/* binding */ serveCache)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3053);
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9312);


/**
 * The process that talks to the cache service: takes one request by IPC, answers, and waits to be ended. All that @actions/cache wants to print goes
 * to the parent, who decides what a user sees of it.
 */
function serveCache() {
    const send = (message) => void process.send?.(message);
    // Nobody is left who could use an answer.
    process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
    process.on('uncaughtException', (error) => send({ kind: 'failed', message: error.message }));
    for (const stream of [process.stdout, process.stderr]) {
        stream.write = ((chunk, ...rest) => {
            send({ kind: 'line', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
            const written = rest.at(-1);
            if (typeof written === 'function')
                setImmediate(() => written());
            return true;
        });
    }
    // This process ended, tar would go on writing.
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', (event) => {
        const { process: child } = event;
        child.once('spawn', () => child.pid !== undefined && send({ kind: 'started', pid: child.pid }));
        child.once('exit', () => child.pid !== undefined && send({ kind: 'ended', pid: child.pid }));
    });
    process.once('message', (request) => {
        answer(request).then(send, (error) => send({ kind: 'failed', message: error.message }));
    });
}
async function answer({ kind, paths, key, restoreKeys }) {
    if (!_actions_cache__WEBPACK_IMPORTED_MODULE_1__/* .isFeatureAvailable */ .w3())
        return { kind: 'unavailable' };
    if (kind === 'save') {
        await _actions_cache__WEBPACK_IMPORTED_MODULE_1__/* .saveCache */ .Io([...paths], key);
        return { kind: 'done', key };
    }
    const found = await _actions_cache__WEBPACK_IMPORTED_MODULE_1__/* .restoreCache */ .P3([...paths], key, [...restoreKeys], {
        lookupOnly: kind === 'look-up',
    });
    return { kind: 'done', key: found };
}


/***/ })

};
