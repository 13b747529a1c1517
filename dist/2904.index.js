export const id = 2904;
export const ids = [2904];
export const modules = {

/***/ 2904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTool: () => (/* binding */ isTool),
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   listPlaces: () => (/* binding */ listPlaces),
/* harmony export */   listVersions: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7621);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9268);





/** `go`, and the folders of mirrors. */
const TOOL = new RegExp(`^${_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .OFFICIAL_TOOL */ .ny}(?:-[0-9a-f]{8})?$`);
const MARKER = /^(x64|x86|arm64)\.complete$/;
const PLACE = /^(x64|x86|arm64)(?:\.complete)?$/;
/** Whether a folder of a tool cache is one for builds of Go. */
function isTool(name) {
    return TOOL.test(name);
}
/** Every Go of a tool cache by its marker, whoever put it there: a listing, nothing is opened. What can't be listed is not there. */
async function listEntries(root) {
    return (await listVersions(root)).flatMap(({ root, tool, version, names }) => names.flatMap((name) => {
        const architecture = MARKER.exec(name)?.[1];
        return architecture ? [{ root, tool, version, architecture }] : [];
    }));
}
/** Every version directory of a tool cache's Go folders, whoever made it. What can't be listed is not there. */
async function listVersions(root, untold) {
    const versions = [];
    for (const tool of (await names(root, untold)).filter(isTool))
        for (const version of await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool), untold))
            versions.push({ root, tool, version, names: await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, tool, version), untold) });
    return versions;
}
/**
 * Every place of a tool cache where a Go is or should be: with a marker, or a tree that has none, or both. For those who look for what is torn.
 */
async function listPlaces(root, untold) {
    const versions = (await listVersions(root, untold)).filter(({ version }) => (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .isGoSemver */ .B7)(version));
    return versions.flatMap(({ tool, version, names }) => {
        const found = new Set(names.flatMap((name) => PLACE.exec(name)?.[1] ?? []));
        return [...found].map((name) => ({ root, tool, version, architecture: name }));
    });
}
async function names(directory, untold) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((error) => {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) ?? String(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            untold?.(directory, code);
        return [];
    });
    return found.sort();
}


/***/ })

};
