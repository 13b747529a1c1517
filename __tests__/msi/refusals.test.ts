import { describe, expect, it } from '@jest/globals';
import {
  isLower,
  notElevated,
  nothingThere,
  nothingToReturnTo,
  requireMatch,
  withoutVersion,
} from '../../src/msi/refusals.ts';
import type { MsiSession } from '../../src/msi/session.ts';
import type { RegisteredGo } from '../../src/msi/state.ts';
import { parseSpec } from '../../src/release/spec.ts';

const registered = {
  product: {
    productCode: '{A}',
    goVersion: 'go1.26.5',
    version: '1.26.5',
    architecture: 'x64',
    installDir: 'C:\\Go',
    owner: undefined,
  },
  tree: { state: 'whole', reason: 'all its files are there', goVersion: 'go1.26.5' },
} as unknown as RegisteredGo;
const session = { root: 'C:\\ProgramData\\setup-go-win', architecture: 'x64' } as MsiSession;
const request = (text: string) => ({ spec: parseSpec(text, 'input go-version'), origin: 'input go-version' });

describe('a lower version', () => {
  it.each([
    ['1.26.4', true],
    ['1.26.5', false],
    ['1.26.6', false],
    ['1.26.5-rc.1', true],
    ['1.9.0', true],
  ])('%s than 1.26.5: %s', (version, lower) => expect(isLower(version, registered)).toBe(lower));

  it('is none where nothing is there, or nobody knows what', () => {
    const unnamed = { ...registered, product: { ...registered.product, version: '' } };
    expect([isLower('1.0.0', undefined), isLower('1.0.0', unnamed)]).toEqual([false, false]);
  });
});

describe('a version given with repair or uninstall', () => {
  it.each([['1.26.5'], ['1.26.x'], ['>=1.20'], ['stable'], ['go1.26.5']])('may be %s', (text) => {
    expect(() => requireMatch(request(text), registered, 'repair')).not.toThrow();
  });

  it('may be left out', () => {
    expect(() => requireMatch(undefined, registered, 'repair')).not.toThrow();
  });

  it.each([['1.26.6'], ['1.25.x']])('has to be the one that is there: %s', (text) => {
    const act = () => requireMatch(request(text), registered, 'uninstall');
    expect(act).toThrow(
      expect.objectContaining({
        code: 'E_NOT_FOUND',
        message: `There is no Go "${text}" (input go-version) to uninstall: registered is go1.26.5 in C:\\Go, whole.`,
      }),
    );
  });
});

describe('a refusal', () => {
  it('for want of rights says whose, why, and that nothing was changed', () => {
    const account = {
      name: 'PC\\runner',
      sid: 'S-1-5-20',
      elevated: false,
      groups: [],
      reason: 'NETWORK SERVICE',
    } as const;
    expect(notElevated(account)).toMatchObject({
      code: 'E_MSI_PERMISSION',
      message: expect.stringMatching(/PC\\runner may not do: NETWORK SERVICE\. Nothing was changed\.$/),
      remedy: expect.stringContaining('install-method: zip'),
      evidence: ['account PC\\runner, SID S-1-5-20'],
    });
    expect(notElevated({ ...account, name: undefined, sid: undefined }).message).toContain('this account');
  });

  it('of a rollback says what is there and where the history is', () => {
    expect(nothingToReturnTo(registered, session)).toMatchObject({
      code: 'E_NOT_FOUND',
      message: expect.stringContaining('Registered is go1.26.5 in C:\\Go, whole.'),
      evidence: ['history in C:\\ProgramData\\setup-go-win'],
    });
    expect(nothingToReturnTo(undefined, session).message).toContain('Nothing is registered.');
  });

  it('of a repair where nothing is says for which architecture', () => {
    expect(nothingThere('repair', session)).toMatchObject({
      code: 'E_NOT_FOUND',
      message: 'There is no Go for x64 to repair: Windows Installer has none registered.',
    });
  });

  it('of an installation without a version names the inputs', () => {
    expect(withoutVersion).toThrow(
      expect.objectContaining({ code: 'E_INPUT', remedy: expect.stringContaining('go-version-file') }),
    );
  });
});
