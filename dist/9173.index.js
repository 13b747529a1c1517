export const id = 9173;
export const ids = [9173];
export const modules = {

/***/ 9173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exposition: () => (/* binding */ exposition),
  metricsText: () => (/* binding */ metricsText)
});

;// CONCATENATED MODULE: ./lib/version.js
/** The version of this action, as package.json has it; a test compares the two. */
const ACTION_VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/report/metrics.js

/**
 * The metrics of a step in Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). All are gauges: they
 * tell of the last step alone. Each has the runner's name as a label, so that the files of several runners go together in one collector.
 */
function metricsText(facts) {
    const { code, endedAt, tookMs, timeline, toolchains, present } = facts;
    const runner = facts.runner === '' ? {} : { runner: facts.runner };
    return exposition('setup_go_win_', [
        [
            'build_info',
            'Version of setup-go-win; always 1.',
            [{ labels: { version: ACTION_VERSION }, value: 1 }],
        ],
        ['run_timestamp_seconds', 'When the last step ended, since 1970.', [{ value: endedAt / 1000 }]],
        [
            'outcome',
            'How the last step ended: ok, or the code of its failure; always 1.',
            [{ labels: { code }, value: 1 }],
        ],
        ['duration_seconds', 'How long the last step took in all.', [{ value: tookMs / 1000 }]],
        [
            'phase_duration_seconds',
            'How long each phase of the last step took.',
            Object.entries(timeline.durations).map(([phase, ms]) => ({ labels: { phase }, value: ms / 1000 })),
        ],
        ['downloaded_bytes', 'What the last step downloaded of Go.', [{ value: timeline.bytes.downloaded }]],
        ['unpacked_bytes', 'What the last step wrote of Go.', [{ value: timeline.bytes.unpacked }]],
        [
            'removed_bytes',
            'What the last step pruned from the tool cache.',
            [{ value: timeline.bytes.removed }],
        ],
        [
            'tool_cache_hit',
            'Whether the version was there already (1) or had to be installed (0).',
            unique(toolchains.map(({ version, architecture, hit }) => ({
                labels: { version, architecture },
                value: hit ? 1 : 0,
            }))),
        ],
        ['health', 'How the health check found the Go of the machine; always 1.', verdictOf(facts.health)],
        [
            'health_seconds',
            'How long each Go took to build and test the benchmark module of the health check, the median of its runs.',
            secondsOf(facts.health),
        ],
        [
            'version_present',
            'Every Go in the tool cache; always 1.',
            unique(present.map(({ version, architecture, tool }) => ({
                labels: { version, architecture, tool },
                value: 1,
            }))),
        ],
    ], runner);
}
/** Gauges in Prometheus' text format; those without a value are left out. @param common labels that all of them get */
function exposition(prefix, families, common = {}) {
    return families
        .filter(([, , samples]) => samples.length > 0)
        .map(([name, help, samples]) => family(`${prefix}${name}`, help, samples, common))
        .join('');
}
function verdictOf(health) {
    return health ? [{ labels: { verdict: health.verdict }, value: 1 }] : [];
}
function secondsOf(health) {
    return ['before', 'after'].flatMap((go) => {
        const measure = health?.[go];
        return measure ? [{ labels: { go }, value: measure.medianMs / 1000 }] : [];
    });
}
/** A collector refuses a file that has two samples with the same labels: the same version can be in two tool caches, or asked for twice. */
function unique(samples) {
    return [...new Map(samples.map((sample) => [JSON.stringify(sample.labels), sample])).values()];
}
function family(name, help, samples, common) {
    const lines = samples.map(({ labels = {}, value }) => `${name}${braces({ ...labels, ...common })} ${value}`);
    return `${[`# HELP ${name} ${escapeText(help)}`, `# TYPE ${name} gauge`, ...lines].join('\n')}\n`;
}
function braces(labels) {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
    return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
function escapeText(text) {
    return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
function escapeLabel(text) {
    return escapeText(text).replaceAll('"', '\\"');
}


/***/ })

};
