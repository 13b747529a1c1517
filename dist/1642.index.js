export const id = 1642;
export const ids = [1642];
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


/***/ })

};
