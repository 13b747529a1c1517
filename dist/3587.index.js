export const id = 3587;
export const ids = [3587];
export const modules = {

/***/ 3587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readMise: () => (/* binding */ readMise)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9506);



/**
 * The Go version of a mise.toml: `[tools] go = "1.25"`, or a list, whose first counts, or a table with `version`; the key may be `golang`.
 * Loaded only for such a file, for it brings the TOML parser.
 *
 * @param shown the file's name, for the origin
 * @throws SetupError E_INPUT when it is no TOML, E_SPEC when it names no Go version
 */
function readMise(text, shown, file) {
    const tools = field(parseToml(text, file), 'tools');
    const key = ['go', 'golang'].find((name) => field(tools, name) !== undefined);
    const value = key === undefined ? undefined : version(field(tools, key));
    const origin = `${shown} (tools.${key})`;
    if (typeof value === 'string')
        return { value, origin };
    const remedy = `Write go = "1.25.3" under [tools] in it, or give the input go-version.`;
    if (value === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_SPEC', `The version file ${file} names no Go version.`, { remedy });
    const what = typeof value === 'number' ? `the number ${value}, which may have lost a zero` : 'not a string';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_SPEC', `The Go version in ${origin} is ${what}: versions are quoted in TOML.`, {
        remedy,
    });
}
/** The version of a tool in each of the ways to write it. */
function version(tool) {
    const first = Array.isArray(tool) ? tool[0] : tool;
    return typeof first === 'object' && first !== null ? field(first, 'version') : first;
}
function field(table, name) {
    if (typeof table !== 'object' || table === null || !Object.hasOwn(table, name))
        return undefined;
    return table[name];
}
function parseToml(text, file) {
    try {
        return (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text.replace(/^\ufeff/, ''));
    }
    catch (cause) {
        const [reason = ''] = cause instanceof Error ? cause.message.split('\n') : [];
        const where = cause instanceof smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .TomlError */ .zx ? ` (line ${cause.line})` : '';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_INPUT', `The version file ${file} is not valid TOML${where}: ${(0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(reason).slice(1, -1)}.`, {
            remedy: 'Correct the file, or give the input go-version.',
            cause,
        });
    }
}


/***/ })

};
