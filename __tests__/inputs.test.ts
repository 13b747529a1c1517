import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SetupError } from '../src/errors.ts';
import { parseDuration } from '../src/input-values.ts';
import { readInputs } from '../src/inputs.ts';

/** Sets inputs as a runner does. */
function given(inputs: Record<string, string>): void {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value;
}

function clear(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) delete process.env[name];
  for (const name of ['GO_DOWNLOAD_BASE_URL', 'GOSUMDB', 'GOPROXY']) delete process.env[name];
}

function failure(): SetupError {
  try {
    readInputs();
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('the inputs were accepted');
}

beforeEach(clear);
afterEach(clear);

describe('the inputs', () => {
  it('have the defaults of the contract when nothing is given', () => {
    expect(readInputs()).toEqual({
      goVersions: [],
      goVersionFile: '',
      checkLatest: false,
      resolution: 'highest',
      architecture: undefined,
      mirror: '',
      mirrorToken: '',
      caFile: '',
      clientCert: '',
      clientKey: '',
      token: '',
      checksum: '',
      officialOnly: false,
      transparency: 'auto',
      goSumDb: '',
      goProxy: '',
      offline: false,
      verify: 'auto',
      lockTimeoutMs: 600_000,
      downloadTimeoutMs: 600_000,
      goToolchain: '',
      setGoroot: true,
      updateEnvironment: true,
      problemMatchers: true,
      stopHolders: false,
      summary: 'auto',
      cache: 'auto',
      cacheDependencyPath: [],
      cacheKeyPrefix: '',
      installMethod: 'zip',
      scope: 'job',
      operation: 'install',
      machineGoroot: false,
      machineRoot: '',
      msiInstallDir: '',
      msiSignature: 'require',
      msiPublisher: 'Google LLC',
      msiTimeoutMs: 1_800_000,
      onRebootRequired: 'fail',
      leaseHours: 24,
      keepVersions: undefined,
      keepMinors: undefined,
      keepDays: undefined,
      expectedRunner: '',
      runnerId: '',
      stage: '',
      resultFile: '',
      healthCheck: false,
      healthRuns: 3,
      tolerance: 0.25,
      dryRun: false,
      policy: '',
    });
  });

  it('take several versions, one a line', () => {
    given({ 'go-version': '1.25.x\n\n  1.26.x  \n' });
    expect(readInputs().goVersions).toEqual(['1.25.x', '1.26.x']);
  });

  it('take no line of mere space for a version', () => {
    given({ 'go-version': '1.25.x\r\n\r\n1.26.x\r\n   \n' });
    expect(readInputs().goVersions).toEqual(['1.25.x', '1.26.x']);
  });

  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('take the boolean %s', (value, expected) => {
    given({ 'check-latest': value });
    expect(readInputs().checkLatest).toBe(expected);
  });

  it.each([
    ['check-latest', 'yes', 'true or false'],
    ['resolution', 'newest', 'highest, lowest'],
    ['stop-holders', 'all', 'true or false'],
    ['architecture', 'mips', 'x64'],
    ['verify', 'never', 'auto, always'],
    ['summary', 'on', 'auto, always, never'],
    ['lock-timeout', '10', '30s'],
    ['download-timeout', '0s', '30s'],
    ['checksum', 'abc', 'go.dev/dl'],
    ['go-toolchain', 'go1.25 && del', 'local, auto, path, keep'],
    ['stage', 'wave-7', 'canary, wave-1'],
    ['health-runs', '10', 'from 1 to 9'],
    ['health-check', 'true', 'scope to machine'],
    ['tolerance', '25', 'like 25%'],
    ['tolerance', '1001%', 'to 1000%'],
    ['install-method', 'exe', 'zip, msi'],
    ['scope', 'user', 'job, machine'],
    [
      'operation',
      'upgrade',
      'install, switch, repair, rollback, uninstall, status, prune, plan, gate, report, watch',
    ],
    ['msi-signature', 'maybe', 'require, warn, off'],
    ['msi-timeout', 'forever', '10m'],
    ['on-reboot-required', 'restart', 'fail, warn'],
    ['transparency', 'always', 'auto, require, off'],
    ['cache', 'yes', 'auto, true, false, restore-only'],
    ['cache-key-prefix', 'a,b', 'letters, digits and dashes'],
    ['lease-hours', '0', 'from 1 to 168'],
    ['lease-hours', '169', 'from 1 to 168'],
    ['keep-versions', '0', 'from 1 to 10000'],
    ['keep-minors', '-1', 'from 1 to 10000'],
    ['keep-days', '1.5', 'from 1 to 10000'],
    ['keep-days', '30d', 'from 1 to 10000'],
    ['dry-run', 'maybe', 'true or false'],
  ])('refuse %s: %s, naming the input and what it takes', (name, value, hint) => {
    given({ [name]: value });
    const error = failure();
    expect(error.code).toBe('E_INPUT');
    expect(error.message).toContain(name);
    expect(error.message).toContain(value);
    expect(error.remedy).toContain(hint);
  });

  it('take several patterns of dependency files, one a line', () => {
    given({ 'cache-dependency-path': '**/go.sum\n\n  !old/**  \r\n', 'cache-key-prefix': 'team-a' });
    expect(readInputs()).toMatchObject({
      cacheDependencyPath: ['**/go.sum', '!old/**'],
      cacheKeyPrefix: 'team-a',
    });
  });

  it('take files of certificates by their paths, and no key without its certificate', () => {
    given({ 'ca-file': 'ca.pem', 'client-cert': ' client.pem ', 'client-key': 'client.key' });
    expect(readInputs()).toMatchObject({
      caFile: 'ca.pem',
      clientCert: 'client.pem',
      clientKey: 'client.key',
    });
    given({ 'client-cert': '' });
    expect(failure()).toMatchObject({ code: 'E_INPUT', remedy: expect.stringContaining('client-cert') });
  });

  it.each(['ca-file', 'client-cert', 'client-key'])('refuse a text in place of the path: %s', (name) => {
    given({ [name]: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n' });
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const error = failure();
      expect(error).toMatchObject({
        code: 'E_INPUT',
        message: expect.stringContaining(`The input ${name} `),
      });
      expect(error.message).not.toContain('MII');
      expect(written.mock.calls.join('')).toContain('::add-mask::MIIEvQIBADANBg');
    } finally {
      written.mockRestore();
    }
  });

  it('refuse one checksum for two versions', () => {
    given({ 'go-version': '1.25.1\n1.26.1', checksum: 'a'.repeat(64) });
    expect(failure().message).toContain('one hash cannot fit 2 versions');
  });

  it('take the mirror from the variable that setup-go knows too, and the input over it', () => {
    process.env['GO_DOWNLOAD_BASE_URL'] = 'https://one.example';
    expect(readInputs().mirror).toBe('https://one.example');
    given({ 'go-download-base-url': 'https://two.example' });
    expect(readInputs().mirror).toBe('https://two.example');
  });

  it('take the checksum database and its proxies from the variables of Go, and hide what is secret in them', () => {
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    process.env['GOSUMDB'] = ' off ';
    process.env['GOPROXY'] = 'https://me:pa55word@one.example|https://two.example';
    expect(readInputs()).toMatchObject({ goSumDb: 'off', goProxy: process.env['GOPROXY'] });
    spy.mockRestore();
    expect(written.join('')).toContain('::add-mask::pa55word');
  });

  it('take a checksum in capitals and with its prefix', () => {
    given({ checksum: `sha256:${'AB'.repeat(32)}` });
    expect(readInputs().checksum).toBe('ab'.repeat(32));
  });

  it.each(['local', 'auto', 'path', 'keep', 'go1.25.3', 'go1.25.3+auto', 'local+path'])(
    'take go-toolchain %s',
    (value) => {
      given({ 'go-toolchain': value });
      expect(readInputs().goToolchain).toBe(value);
    },
  );
});

describe('the inputs of machine-wide installations', () => {
  it('are read', () => {
    given({
      'install-method': 'msi',
      scope: 'machine',
      operation: 'uninstall',
      'machine-root': 'D:/go/state/',
      'msi-install-dir': 'C:\\my tools\\Go\\',
      'msi-signature': 'warn',
      'msi-publisher': 'My Company',
      'msi-timeout': '1h',
      'on-reboot-required': 'warn',
    });
    expect(readInputs()).toMatchObject({
      installMethod: 'msi',
      operation: 'uninstall',
      machineRoot: 'D:\\go\\state',
      msiInstallDir: 'C:\\my tools\\Go',
      msiSignature: 'warn',
      msiPublisher: 'My Company',
      msiTimeoutMs: 3_600_000,
      onRebootRequired: 'warn',
    });
  });

  it.each(['switch', 'repair', 'rollback', 'uninstall'])(
    'do not go with a Go that is for the job alone: operation: %s',
    (operation) => {
      given({ operation });
      expect(failure()).toMatchObject({
        code: 'E_INPUT',
        message: expect.stringContaining(`The input operation is "${operation}"`),
        remedy: expect.stringContaining('scope to machine'),
      });
      given({ operation, scope: 'machine' });
      expect(readInputs()).toMatchObject({ operation, scope: 'machine', installMethod: 'zip' });
      given({ operation, 'install-method': 'msi' });
      expect(readInputs()).toMatchObject({ operation, scope: 'machine', installMethod: 'msi' });
    },
  );

  it('have several versions at once only where they are installed side by side', () => {
    const versions = { 'go-version': '1.25.x\n1.26.x', scope: 'machine' };
    given(versions);
    expect(readInputs().goVersions).toEqual(['1.25.x', '1.26.x']);
    given({ ...versions, operation: 'uninstall' });
    expect(failure()).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('these are 2 versions'),
    });
  });

  it.each(['install', 'repair', 'uninstall'])('have one version at most: %s', (operation) => {
    given({ 'install-method': 'msi', operation, 'go-version': '1.25.x\n1.26.x' });
    expect(failure()).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('these are 2 versions, and an MSI gives the machine one'),
      remedy: expect.stringContaining('install-method: zip'),
    });
  });

  it('do not go with the checksum database, which knows no MSI', () => {
    given({ 'install-method': 'msi', transparency: 'require' });
    expect(failure()).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('transparency'),
      remedy: expect.stringContaining('msi-signature'),
    });
  });

  it('have one version at most, but a rollback reads none', () => {
    given({ 'install-method': 'msi', operation: 'rollback', 'go-version': '1.25.x\n1.26.x' });
    expect(readInputs().operation).toBe('rollback');
  });

  describe.each(['msi-install-dir', 'machine-root'])('%s', (name) => {
    it.each([
      ['a drive', 'C:\\'],
      ['a drive by a detour', 'C:\\Go\\..'],
      ['a place on a drive that depends on its current directory', 'C:Go'],
      ['a UNC share', '\\\\server\\share\\Go'],
      ['a UNC share with other slashes', '//server/share/Go'],
      ['a device', '\\\\.\\C:\\Go'],
      ['a relative path', 'tools\\Go'],
      ['a path without a drive', '\\Go'],
      ['a path with a quote, which no command line can say', 'C:\\Go" REINSTALL="ALL'],
      ['a pattern', 'C:\\Go*'],
    ])('is not %s', (_, value) => {
      given({ 'install-method': 'msi', [name]: value });
      expect(failure()).toMatchObject({
        code: 'E_INPUT',
        message: expect.stringContaining(`The input ${name} is "${value}": it is no directory on a drive`),
        remedy: expect.stringContaining('C:\\Go'),
      });
    });
  });
});

describe('the inputs of a prune', () => {
  it('are read', () => {
    given({
      operation: 'prune',
      'keep-versions': '3',
      'keep-minors': '2',
      'keep-days': '30',
      'dry-run': 'true',
    });
    expect(readInputs()).toMatchObject({
      operation: 'prune',
      keepVersions: 3,
      keepMinors: 2,
      keepDays: 30,
      dryRun: true,
    });
  });

  it.each([
    [{}, 'job'],
    [{ scope: 'machine' }, 'machine'],
    [{ 'install-method': 'msi' }, 'machine'],
  ])('say by the scope what is pruned: %j', (inputs, scope) => {
    given({ operation: 'prune', 'keep-days': '3', ...inputs });
    expect(readInputs()).toMatchObject({ operation: 'prune', scope });
  });

  it('have one rule at least: without any, everything would go', () => {
    given({ operation: 'prune', 'lease-hours': '1' });
    expect(failure()).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('no input says what to keep'),
      remedy: 'Give keep-versions, keep-minors or keep-days.',
    });
  });
});

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['0s', undefined],
    ['-1s', undefined],
    ['10', undefined],
    ['1.5h', undefined],
    ['', undefined],
  ])('%s is %s milliseconds', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});

describe('the secrets among the inputs', () => {
  it.each(['abc\ndef', 'schl\u00fcssel'])('are none that a header cannot carry: %j is not shown', (token) => {
    given({ 'mirror-token': token });
    expect(failure()).toMatchObject({ code: 'E_INPUT', message: expect.not.stringContaining(token) });
  });

  /** What the runner is told to hide. */
  function masked(inputs: Record<string, string>): string[] {
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      given(inputs);
      readInputs();
      const log = written.mock.calls.map(([text]) => String(text)).join('');
      return [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, value]) => decodeURIComponent(value ?? ''));
    } finally {
      written.mockRestore();
    }
  }

  it('are the tokens, with and without the scheme', () => {
    expect(masked({ token: 'ghs_x', 'mirror-token': 'Bearer abc' })).toEqual(['ghs_x', 'Bearer abc', 'abc']);
  });

  it.each([
    ['https://jo:p%40ss@host/go', ['p%40ss', 'p@ss']],
    ['https://ghp_token@host/go', ['ghp_token']],
    [
      'https://deploy-user:pw@host/go?sig=abcdefgh%3D&sv=1',
      ['pw', 'deploy-user', 'abcdefgh%3D', 'abcdefgh='],
    ],
    ['jo:secret@host/go', ['secret']],
    ['https://jo:sec/ret@host/go', ['sec/ret']],
    ['https://host/x@y', []],
    [String.raw`C:\go@home`, []],
    ['D:/go@home', []],
  ])('of the mirror %s are %j', (mirror, secrets) => {
    expect(masked({ 'go-download-base-url': mirror })).toEqual(secrets);
  });
});
