import type { AuditLine } from '../../src/report/audit-line.ts';

const hash = /^[0-9a-f]{64}$/;
const isText = (value: unknown) => typeof value === 'string';

/** What each field of a line has to be. */
const FIELDS: { readonly [Name in keyof Required<AuditLine>]: (value: unknown) => boolean } = {
  seq: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  time: (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value as string),
  host: isText,
  account: isText,
  runner: isText,
  repository: isText,
  workflow: isText,
  run: isText,
  job: isText,
  policy: (value) => value === undefined || (isText(value) && / sha256:[0-9a-f]{64}$/.test(value as string)),
  action: (value) => isText(value) && /^[a-z]+(?:-[a-z]+)*$/.test(value as string),
  target: (value) => isText(value) && value !== '',
  from: isText,
  outcome: (value) => isText(value) && /^(?:ok|E_[A-Z_]+)$/.test(value as string),
  durationMs: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  continues: (value) => value === undefined || (isText(value) && value !== ''),
  previous: (value) => isText(value) && hash.test(value as string),
};

/** What is wrong with a line's fields; undefined where nothing is. Fields that a later version may add are no fault. */
export function wrongFields(line: Partial<AuditLine>): string | undefined {
  const wrong = Object.entries(FIELDS).find(([name, fits]) => !fits(line[name as keyof AuditLine]));
  return wrong === undefined ? undefined : `its field "${wrong[0]}" is missing or not what it has to be`;
}
