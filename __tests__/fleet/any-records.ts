import fc from 'fast-check';
import type { FleetRecords } from '../../src/fleet/report/runners.ts';
import { UPGRADE_STAGES } from '../../src/fleet/slots.ts';
import type { PlannedRunner, SkipReason, Stage } from '../../src/fleet/types.ts';
import { leg, plan, roster, verdict } from './runs.ts';

/** Texts that break what does not expect them: lines, tables, commands to the runner, quotes. */
export const hostile = fc.oneof(
  fc.constantFrom(
    ...['::error::x', '##[error]x', '\n\n# head', '| a | b |', '</td></table>', '```', '<!--', '"\'>', '-->'],
    ...['end', 'a"]:::b', `$\{{ x }}`, '**b**', '[a](http://b)', '\r\n::stop-commands::x\r\n', ''],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const version = fc.oneof(fc.constantFrom('1.26.5', '1.26.6', null), hostile);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');

const planned: fc.Arbitrary<PlannedRunner> = fc.record({
  ...{ id, name: hostile, labels: fc.constant([]), group: hostile, machineRoot: fc.constant('') },
  from: version,
});

const stage = fc.constantFrom(...UPGRADE_STAGES);
const result = fc
  .record({
    ...{ who: planned, stage: fc.oneof(stage, fc.constantFrom<Stage>('scan', 'rollback')), message: hostile },
    ...{ code: fc.oneof(fc.constantFrom('E_HEALTH', 'E_LOCKED'), hostile), failed: fc.boolean() },
    ...{ before: version, after: version, rolledBack: fc.boolean(), durationMs: fc.nat(), reused: fc.nat(2) },
  })
  .map(({ who, stage, failed, code, message, rolledBack, reused, ...rest }) =>
    leg(who, stage, {
      ...{ ...rest, rolledBack, recoveryMs: rolledBack ? 5 : null },
      ...(failed ? { outcome: 'failed', code, message } : {}),
      bytes: { downloaded: reused === 0 ? 7 : 0, reused },
    }),
  );
const verdicts = fc
  .record({ stage, goOn: fc.boolean(), reason: hostile })
  .map(({ stage, goOn, reason }) => verdict(stage, goOn, reason));
const why = fc.constantFrom<SkipReason>('current', 'offline', 'busy', 'no-answer', 'scan-failed');

/** Whatever can lie in the directory of a run, and more: what contradicts itself, too. */
export const anyRecords: fc.Arbitrary<FleetRecords> = fc.record({
  roster: fc.option(fc.array(planned).map(roster)),
  plan: fc.option(
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(stage, fc.array(planned)), { selector: ([one]) => one }),
        fc.array(fc.tuple(planned, why, hostile)),
        fc.array(planned),
      )
      .map((parts) => plan(...parts)),
  ),
  results: fc.uniqueArray(result, { selector: ({ stage, id }) => `${stage} ${id}`, maxLength: 20 }),
  verdicts: fc.uniqueArray(verdicts, { selector: ({ stage }) => stage }),
});
