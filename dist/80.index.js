export const id = 80;
export const ids = [80];
export const modules = {

/***/ 80:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _input_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5106);

/** The operation `plan`: who is looked at, who is upgraded in which stage, or who goes back. @throws SetupError E_INPUT, and as each of them */
async function plan(context) {
    const { stage } = context.inputs;
    if (stage === 'scan') {
        const { planScan } = await Promise.all(/* import() */[__webpack_require__.e(3162), __webpack_require__.e(1648), __webpack_require__.e(5326), __webpack_require__.e(5529), __webpack_require__.e(5379), __webpack_require__.e(2070)]).then(__webpack_require__.bind(__webpack_require__, 2070));
        return await planScan(context);
    }
    if (stage === 'upgrade') {
        const { planStages } = await __webpack_require__.e(/* import() */ 68).then(__webpack_require__.bind(__webpack_require__, 68));
        return await planStages(context);
    }
    if (stage === 'rollback') {
        const { planWayBack } = await __webpack_require__.e(/* import() */ 1152).then(__webpack_require__.bind(__webpack_require__, 1152));
        return await planWayBack(context);
    }
    throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('stage', stage, 'operation: plan has no such stage', 'Use scan, upgrade or rollback.');
}


/***/ })

};
