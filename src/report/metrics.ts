import type { Health } from '../fleet/types.ts';
import type { Entry } from '../toolcache/layout.ts';
import type { Toolchain } from '../toolchain.ts';
import { ACTION_VERSION } from '../version.ts';
import type { Timeline } from './timeline.ts';

/** What a step comes to, as far as its metrics go. */
export interface StepFacts {
  /** `ok`, or the code of the failure. */
  readonly code: string;
  /** Name of the runner; empty where it has none. */
  readonly runner: string;
  /** When the step ended, in milliseconds since 1970, and how long it took. */
  readonly endedAt: number;
  readonly tookMs: number;
  /** Those that were set up; none after a failure. */
  readonly toolchains: readonly Toolchain[];
  readonly timeline: Pick<Timeline, 'durations' | 'bytes'>;
  /** Of the machine's Go, where it was checked. */
  readonly health?: Health | undefined;
  /** What the tool caches have. */
  readonly present: readonly Entry[];
}

type Labels = Readonly<Record<string, string>>;
interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}
/** A gauge: its name without the beginning that all have in common, what it tells, and its values. */
export type Family = readonly [name: string, help: string, samples: readonly Sample[]];

/**
 * The metrics of a step in Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). All are gauges: they
 * tell of the last step alone. Each has the runner's name as a label, so that the files of several runners go together in one collector.
 */
export function metricsText(facts: StepFacts): string {
  const { code, endedAt, tookMs, timeline, toolchains, present } = facts;
  const runner: Labels = facts.runner === '' ? {} : { runner: facts.runner };
  return exposition(
    'setup_go_win_',
    [
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
        unique(
          toolchains.map(({ version, architecture, hit }) => ({
            labels: { version, architecture },
            value: hit ? 1 : 0,
          })),
        ),
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
        unique(
          present.map(({ version, architecture, tool }) => ({
            labels: { version, architecture, tool },
            value: 1,
          })),
        ),
      ],
    ],
    runner,
  );
}

/** Gauges in Prometheus' text format; those without a value are left out. @param common labels that all of them get */
export function exposition(prefix: string, families: readonly Family[], common: Labels = {}): string {
  return families
    .filter(([, , samples]) => samples.length > 0)
    .map(([name, help, samples]) => family(`${prefix}${name}`, help, samples, common))
    .join('');
}

function verdictOf(health: Health | undefined): readonly Sample[] {
  return health ? [{ labels: { verdict: health.verdict }, value: 1 }] : [];
}

function secondsOf(health: Health | undefined): readonly Sample[] {
  return (['before', 'after'] as const).flatMap((go) => {
    const measure = health?.[go];
    return measure ? [{ labels: { go }, value: measure.medianMs / 1000 }] : [];
  });
}

/** A collector refuses a file that has two samples with the same labels: the same version can be in two tool caches, or asked for twice. */
function unique(samples: readonly Sample[]): readonly Sample[] {
  return [...new Map(samples.map((sample) => [JSON.stringify(sample.labels), sample])).values()];
}

function family(name: string, help: string, samples: readonly Sample[], common: Labels): string {
  const lines = samples.map(
    ({ labels = {}, value }) => `${name}${braces({ ...labels, ...common })} ${value}`,
  );
  return `${[`# HELP ${name} ${escapeText(help)}`, `# TYPE ${name} gauge`, ...lines].join('\n')}\n`;
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeText(text).replaceAll('"', '\\"');
}
