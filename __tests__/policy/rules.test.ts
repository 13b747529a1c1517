import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/policy/policy.ts';
import { parsePolicy } from '../../src/policy/read.ts';
import {
  ageBreach,
  endOfLifeBreach,
  methodBreach,
  sourceBreach,
  versionBreach,
} from '../../src/policy/rules.ts';

const policyOf = (rules: object): Policy => parsePolicy(Buffer.from(JSON.stringify(rules)), 'policy.json');

describe('the rules on versions', () => {
  const broken = (rules: object, version: string) =>
    versionBreach(policyOf({ versions: rules }), version)?.rule.path;

  it.each([
    // Nothing but what one of the ranges means.
    [{ allowed: ['1.26.x', '1.25.3'] }, '1.26.9', undefined],
    [{ allowed: ['1.26.x', '1.25.3'] }, '1.25.3', undefined],
    [{ allowed: ['1.26.x', '1.25.3'] }, '1.25.4', 'versions.allowed'],
    // Prereleases only where a range names one, as in go-version.
    [{ allowed: ['>=1.26'] }, '1.27.0-rc.1', 'versions.allowed'],
    [{ allowed: ['*'] }, '1.27.0-rc.1', 'versions.allowed'],
    [{ allowed: ['>=1.27.0-rc.1'] }, '1.27.0-rc.2', undefined],
    [{ allowed: ['1.27rc2'] }, '1.27.0-rc.2', undefined],
    // What is forbidden is, with the prereleases around it.
    [{ forbidden: ['1.26.2', '1.26.3'] }, '1.26.3', 'versions.forbidden[1]'],
    [{ forbidden: ['1.26.2', '1.26.3'] }, '1.26.4', undefined],
    [{ forbidden: ['<1.26'] }, '1.25.0-rc.1', 'versions.forbidden[0]'],
    [{ forbidden: ['1.26.x'] }, '1.26.0-rc.1', 'versions.forbidden[0]'],
    [{ forbidden: ['1.26.0'] }, '1.26.0-rc.1', undefined],
    // It goes before what is allowed.
    [{ allowed: ['1.26.x'], forbidden: ['1.26.3'] }, '1.26.3', 'versions.forbidden[0]'],
  ])('%j has against %s: %s', (rules, version, rule) => {
    expect(broken(rules, version)).toBe(rule);
  });

  it('cite the reason', () => {
    const policy = policyOf({ versions: { forbidden: [{ versions: '1.26.3', reason: 'OPS-1' }] } });
    expect(versionBreach(policy, '1.26.3')?.why).toBe('forbids 1.26.3 (OPS-1)');
  });
});

describe('the rules on sources', () => {
  const goDev = 'https://go.dev/dl/go1.26.6.windows-amd64.zip';

  it.each([
    [['go.dev'], goDev, undefined],
    [['go.dev'], 'https://go.dev.example/dl/go1.zip', 'sources'],
    [['go.dev'], 'https://mirror.example/go1.zip', 'sources'],
    [['https://mirror.example'], 'https://mirror.example/a/b/go1.zip', undefined],
    [['https://MIRROR.example/a/'], 'https://mirror.example/a/go1.zip', undefined],
    [['https://mirror.example/a'], 'https://mirror.example/ab/go1.zip', 'sources'],
    [['https://mirror.example'], 'http://mirror.example/go1.zip', 'sources'],
    [['https://mirror.example'], 'https://mirror.example.evil/go1.zip', 'sources'],
    [['https://mirror.example'], 'https://mirror.example:8443/go1.zip', 'sources'],
    [['D:\\Mirror'], 'd:\\mirror/go1.zip', undefined],
    [['D:/mirror/'], 'D:\\mirror\\go1.zip', undefined],
    [['D:\\mirror'], 'D:\\mirror2\\go1.zip', 'sources'],
    [['D:\\mirror'], 'D:\\mirror\\..\\other\\go1.zip', 'sources'],
    [['D:\\mirror'], 'D:\\other\\..\\mirror/go1.zip', undefined],
    [['\\\\files\\go\\a'], '\\\\files\\go\\a\\../b/go1.zip', 'sources'],
    [['https://mirror.example/a'], 'https://mirror.example/a/%2e%2E/b/go1.zip', 'sources'],
    [['\\\\files\\go'], '\\\\FILES\\go\\go1.zip', undefined],
    [['go.dev', '\\\\files\\go'], 'E:\\go\\go1.zip', 'sources'],
    [['go.dev', 'tool-cache-unverified'], undefined, undefined],
    [['D:\\mirror'], undefined, 'sources'],
    [['go.dev'], undefined, 'sources'],
  ])('%j has against %s: %s', (sources, source, rule) => {
    expect(sourceBreach(policyOf({ sources }), { source, official: false })?.rule.path).toBe(rule);
  });

  it('take go.dev’s own build for go.dev’s where nobody knows where it was fetched from', () => {
    expect(
      sourceBreach(policyOf({ sources: ['go.dev'] }), { source: undefined, official: true }),
    ).toBeUndefined();
  });

  it('are two: the place, and whose build it is', () => {
    const policy = policyOf({ sources: ['https://mirror.example'], officialOnly: true });
    const source = 'https://mirror.example/go1.zip';
    expect(sourceBreach(policy, { source, official: true })).toBeUndefined();
    expect(sourceBreach(policy, { source, official: false })?.rule.path).toBe('officialOnly');
    expect(sourceBreach(policy, { source: goDev, official: true })?.rule.path).toBe('sources');
  });
});

describe('the rule on age', () => {
  const now = Date.parse('2026-06-15T12:00:00Z');
  const age = (unknown: string, time?: string, latest?: string) =>
    ageBreach(policyOf({ minimumAge: { days: 14, unknown } }), { time, latest }, now)?.why;

  it.each([
    ['2026-06-01T12:00:00Z', undefined],
    ['2026-06-01T12:00:01Z', expect.stringContaining('13 day(s) ago')],
    ['2026-06-15T12:00:01Z', expect.stringContaining('which is to come')],
  ])('for one of %s has to say: %s', (time, why) => {
    expect(age('stop', time)).toEqual(why);
    expect(age('allow', time)).toEqual(why);
  });

  it('points to the clock where that is before the release', () => {
    const policy = policyOf({ minimumAge: { days: 14, unknown: 'stop' } });
    const remedy = (time: string) => ageBreach(policy, { time, latest: undefined }, now)?.remedy;
    expect(remedy('2026-06-15T12:00:01Z')).toBe(
      'See whether the clock is right. Ask for an older version, or wait.',
    );
    expect(remedy('2026-06-15T11:59:59Z')).toBe('Ask for an older version, or wait.');
  });

  it('does as it says where nobody knows, unless an index has it for long enough', () => {
    expect(age('allow')).toBeUndefined();
    expect(age('stop')).toContain('nobody knows when it came out, for which the rule says "unknown": "stop"');
    expect(age('stop', undefined, '2026-06-01')).toBeUndefined();
    expect(age('stop', undefined, '2026-06-02')).toContain('nobody knows');
  });

  it('is none where there is none', () => {
    expect(ageBreach(policyOf({}), { time: undefined, latest: undefined }, now)).toBeUndefined();
  });
});

describe('the rules on minors and method', () => {
  it.each([
    ['1.25.9', true],
    ['1.26.0-rc.1', false],
    ['1.26.0', false],
    ['1.27.0', false],
    ['1.28.0-rc.1', false],
    ['not one of Go’s', false],
  ])('of 1.26 and 1.27 supported, %s is out of support: %s', (version, out) => {
    const policy = policyOf({ endOfLife: 'stop' });
    expect(endOfLifeBreach(policy, version, ['1.26', '1.27']) !== undefined).toBe(out);
    expect(endOfLifeBreach(policyOf({}), version, ['1.26', '1.27'])).toBeUndefined();
  });

  it('the method is the one that is demanded', () => {
    expect(methodBreach(policyOf({ method: 'msi' }), 'zip')?.remedy).toBe('Set install-method to msi.');
    expect(methodBreach(policyOf({ method: 'msi' }), 'msi')).toBeUndefined();
    expect(methodBreach(policyOf({}), 'zip')).toBeUndefined();
  });
});
