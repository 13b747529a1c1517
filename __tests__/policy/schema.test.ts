import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { SetupError } from '../../src/errors.ts';
import { parsePolicy, VERSIONS } from '../../src/policy/read.ts';

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../docs/policy.schema.json', import.meta.url)), 'utf8'),
) as Schema;

const fitsSchema = (value: unknown) => violations(value, schema).length === 0;

function isRead(value: unknown): boolean {
  try {
    parsePolicy(Buffer.from(JSON.stringify(value)), 'policy.json');
    return true;
  } catch (error) {
    if (error instanceof SetupError && error.code === 'E_INPUT') return false;
    throw error;
  }
}

/** What rules take, and things near to it that they do not. */
const versions = fc.constantFrom('1.26.3', '1.26.x', '>=1.25 <1.27', '1.25.0-rc.1', 'go1.26rc1', '*');
const line = fc.constantFrom('a', 'Größe', 'x'.repeat(200), '👍');
const sources = fc.constantFrom(
  ...[
    'go.dev',
    'tool-cache-unverified',
    'https://mirror.example/go',
    'http://10.0.0.1:8080',
    'D:\\go',
    'd:/go',
  ],
  ...['\\\\files\\go'],
);
const good = fc.record(
  {
    $schema: fc.string(),
    name: line,
    versions: fc.record(
      {
        allowed: fc.array(versions, { minLength: 1, maxLength: 3 }),
        forbidden: fc.array(fc.oneof(versions, fc.record({ versions, reason: line })), {
          minLength: 1,
          maxLength: 3,
        }),
      },
      { requiredKeys: [] },
    ),
    method: fc.constantFrom('zip', 'msi'),
    sources: fc.array(sources, { minLength: 1, maxLength: 3 }),
    officialOnly: fc.boolean(),
    minimumAge: fc.record({
      days: fc.integer({ min: 1, max: 3650 }),
      unknown: fc.constantFrom('allow', 'stop'),
    }),
    endOfLife: fc.constantFrom('note', 'warning', 'stop'),
    maxFailures: fc.integer({ min: 0, max: 100 }).map((share) => `${share}%`),
    requireElevation: fc.boolean(),
  },
  { requiredKeys: [] },
);
const near = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', 'a\nb', 'x'.repeat(201), 'tar', 'zip', '01%', '101%', '10', 'stop', 'go.dev'],
  ),
  fc.constantFrom<unknown>(
    ...['https://a:b@c', 'http://c?d', 'D:', '\\\\', '1.26 ü', null, true, 0, 1.5, 3651],
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [{}],
    { days: 1 },
    { versions: '1.26' },
    { versions: '1.26', reason: 'a' },
  ),
);

/** Every place of a value, as the keys that lead there. */
function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner).map((rest) => [key, ...rest])),
  ];
}

/** The value with another one at a place; undefined takes what is there away. */
function changed(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = changed(copy[key], rest, other);
  if (inner === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = inner ?? null;
  return copy;
}

const spoilt = fc
  .tuple(
    good,
    fc.nat(),
    fc.option(near, { nil: undefined }),
    fc.constantFrom('', 'versons', 'Name', 'toString'),
  )
  .map(([policy, at, other, extra]) => {
    const places = placesOf(policy);
    const value = changed(policy, places[at % places.length] ?? [], other) ?? null;
    return extra === '' || typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : { ...value, [extra]: 1 };
  });

describe('docs/policy.schema.json and the reader', () => {
  it('take the same sound policies', () => {
    fc.assert(
      fc.property(good, (policy) => {
        expect([violations(policy, schema), isRead(policy)]).toEqual([[], true]);
      }),
      { numRuns: 1000 },
    );
  });

  it('take and refuse the same policies with something wrong in them', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoilt, (policy) => {
        const fits = fitsSchema(policy);
        if (!fits) refused++;
        expect([policy, isRead(policy)]).toEqual([policy, fits]);
      }),
      { numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it('have the same expression for a version', () => {
    expect(schema.$defs?.['versions']?.pattern).toBe(VERSIONS.source);
  });

  it('differ only where a schema cannot say it: in ranges and addresses, which the reader alone knows', () => {
    for (const policy of [{ versions: { allowed: ['01.26'] } }, { sources: ['http://[x'] }])
      expect([fitsSchema(policy), isRead(policy)]).toEqual([true, false]);
  });
});
