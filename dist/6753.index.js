export const id = 6753;
export const ids = [6753,9134];
export const modules = {

/***/ 3126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ GROWTH),
/* harmony export */   F6: () => (/* binding */ LEAST_GO_BYTES),
/* harmony export */   Gl: () => (/* binding */ ONE_GO_BYTES),
/* harmony export */   yh: () => (/* binding */ LONGEST_IN_TREE)
/* harmony export */ });
/** What one Go takes on a disk: 262 MB for 1.27 in clusters of 4 KiB (measured), and its own tests. */
const ONE_GO_BYTES = 300e6;
/** No Go of go.dev's takes less: of its Windows ZIPs whose size the built-in index has, the smallest has 52 MB (go1.4.3 for x86). */
const LEAST_GO_BYTES = 100e6;
/** What go.dev's ZIPs take on a disk for each of their bytes, in clusters of 4 KiB (measured: 3.48 to 3.51 for 1.25 to 1.27). */
const GROWTH = 3.5;
/** The longest path below the root of a Go tree, of all files of 1.25, 1.26 and 1.27: `src\internal\trace\testdata\generators\go122-syscall-…-bare-m.go`. */
const LONGEST_IN_TREE = 102;


/***/ }),

/***/ 4913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ freeSpace),
/* harmony export */   O: () => (/* binding */ nearestDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The directory, or the nearest one above it that is there; the root of the drive where none is. */
async function nearestDirectory(directory) {
    for (let place = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory);; place = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place)) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined);
        if (found?.isDirectory() || node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place) === place)
            return place;
    }
}
/**
 * Bytes that this account may still write where a directory lies.
 *
 * @returns undefined where nobody says: some network drives tell nothing, and a probe without an answer stops nobody
 */
async function freeSpace(directory) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(directory).catch(() => undefined);
    return found === undefined || found.blocks === 0 ? undefined : found.bavail * found.bsize;
}


/***/ })

};
