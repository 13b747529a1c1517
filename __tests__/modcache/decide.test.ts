import { describe, expect, it } from '@jest/globals';
import { decideCaching } from '../../src/modcache/decide.ts';

const push = { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch' };
const decide = (cache: 'auto' | 'true' | 'false' | 'restore-only', hosted: boolean, env = push) =>
  decideCaching({ cache, offline: false, operation: 'install' }, { hosted }, env);

describe('the module cache', () => {
  it('is on by itself for hosted runners, off for self-hosted ones, which say so', () => {
    expect(decide('auto', true)).toEqual({ restore: true, save: true, reason: '' });
    expect(decide('auto', false)).toMatchObject({ restore: false, save: false });
    expect(decide('auto', false).reason).toMatch(/self-hosted/);
  });

  it.each([
    ['release', 'branch'],
    ['pull_request_target', 'branch'],
    ['workflow_run', 'branch'],
    ['push', 'tag'],
    ['workflow_dispatch', 'tag'],
  ])('is off by itself on a hosted runner for the event %s of a %s, and says so', (event, type) => {
    const env = { GITHUB_EVENT_NAME: event, GITHUB_REF_TYPE: type };
    const plan = decide('auto', true, env);
    expect(plan).toMatchObject({ restore: false, save: false });
    expect(plan.reason).toContain(type === 'tag' ? 'tag' : event);
    expect(decide('true', true, env)).toMatchObject({ restore: true, save: true });
  });

  it.each(['pull_request', 'merge_group', 'schedule', 'workflow_dispatch'])('is on for %s', (event) =>
    expect(decide('auto', true, { ...push, GITHUB_EVENT_NAME: event })).toMatchObject({ restore: true }),
  );

  it('is what the input says on any runner', () => {
    for (const hosted of [true, false]) {
      expect(decide('true', hosted)).toMatchObject({ restore: true, save: true });
      expect(decide('restore-only', hosted)).toMatchObject({ restore: true, save: false });
      expect(decide('false', hosted)).toEqual({ restore: false, save: false, reason: '' });
    }
  });

  it('is off without a network, and where nothing is installed', () => {
    const hosted = { hosted: true };
    const offline = decideCaching({ cache: 'true', offline: true, operation: 'install' }, hosted, push);
    expect(offline).toMatchObject({ restore: false, reason: expect.stringContaining('offline') });
    const rollback = decideCaching({ cache: 'true', offline: false, operation: 'rollback' }, hosted, push);
    expect(rollback).toMatchObject({ restore: false, save: false });
  });
});
