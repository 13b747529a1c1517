export const id = 108;
export const ids = [108];
export const modules = {

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   n: () => (/* binding */ withdraw)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9268);




/** A marker that cannot be removed would vouch for the tree that comes. */
const PATIENCE_MS = 15_000;
/** A way back that does not open soon is left to the next run, which finds a torn entry. */
const RESTORE_MS = 2000;
/**
 * Takes away what stands in the place of a tree: marker first, so that nobody starts to use it; then the tree, or the link in place of one, by
 * a rename. Where the rename fails, as it does on Windows while anyone has a file in it open, everything is left as it was.
 *
 * @param place where to put it: a new name beside the tree
 * @throws a file system error; the signal's reason
 */
async function withdraw(entry, place, signal) {
    const tree = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .treePath */ .ON)(entry);
    const records = [(0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .sidecarPath */ .n8)(entry), (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerPath */ .Ar)(entry)];
    // What cannot be put back is not taken away.
    const contents = await Promise.all(records.map((file) => contentOf(file, signal)));
    let aside;
    async function restoreRecords() {
        for (const [index, file] of records.entries()) {
            const content = contents[index];
            if (content !== undefined)
                await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, content), undefined, RESTORE_MS);
        }
    }
    try {
        for (const file of [...records].reverse())
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(file, signal, PATIENCE_MS);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(tree).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(error) === 'ENOENT')
                return undefined;
            throw error;
        });
        if (found) {
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(tree, place), signal);
            aside = place;
        }
    }
    catch (error) {
        await restoreRecords().catch(() => { });
        throw error;
    }
    return {
        stood: aside !== undefined || contents.some((content) => content !== undefined),
        async restore() {
            const from = aside;
            if (from === undefined)
                return; // a marker without a tree is nothing to put back
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from, tree), undefined, RESTORE_MS);
            aside = undefined;
            await restoreRecords();
        },
        async remove(stop) {
            if (aside !== undefined)
                await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(aside, stop);
        },
    };
}
/** What a marker or a sidecar holds. @returns undefined where it is not there, or is no file */
async function contentOf(file, signal) {
    return await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), signal, PATIENCE_MS).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .x)(error) ?? ''))
            return undefined;
        throw error;
    });
}


/***/ })

};
