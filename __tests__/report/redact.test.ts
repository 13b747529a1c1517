import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../src/report/redact.ts';
import { redactPatterns } from '../../src/report/secret-patterns.ts';
import { looksSecret, secretsOf } from '../../src/report/secrets.ts';

const SECRET = 'S3cr+t/"(.*)[a-z]$&%ü wörd';
const redact = createRedactor({ MY_TOKEN: SECRET });

describe('a secret that is known', () => {
  it.each([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    [
      'percent-encoded in small letters',
      encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['as a form sends it', encodeURIComponent(SECRET).replaceAll('%20', '+')],
    ['in JSON', JSON.stringify({ a: SECRET })],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
  ])('is hidden %s', (_how, text) => {
    const shown = redact(`before ${text} after`);
    expect(shown).toMatch(/^before .*\*\*\*.* after$/);
    for (const part of ['S3cr', '(.*)', text.slice(3, 11)]) expect(shown).not.toContain(part);
  });

  it('is hidden inside of base64, wherever it begins there, but for what belongs to its neighbours', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[!-~]{12,40}$/),
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 5 }),
        (secret, before, after) => {
          const encoded = Buffer.from(`${before}${secret}${after}`).toString('base64');
          const shown = createRedactor({ A_SECRET: secret })(`<${encoded}>`);
          expect(shown).toContain('***');
          expect(shown.length).toBeLessThan(24);
        },
      ),
    );
  });

  it.each(['"', '…', '...', '', '\n', ')'])('is hidden where a quote cut it off before %j', (end) => {
    const token = 'tok_abcdefghijklmnopqrstuvwxyz';
    const shown = createRedactor({ X_TOKEN: token })(`it begins "${token.slice(0, 17)}${end}`);
    expect(shown).toBe(`it begins "***${end}`);
  });

  it('is hidden line by line, as the log shows it', () => {
    const key = 'first line of it\r\nsecond line of it\n';
    const hide = createRedactor({ DEPLOY_KEY: key });
    expect(hide('x second line of it x')).toBe('x *** x');
    expect(hide(`[${key}]`)).not.toMatch(/line of it/);
  });

  it('is hidden in any text, whatever characters it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 7, maxLength: 50 }), fc.string(), fc.string(), (secret, a, b) => {
        fc.pre(
          secretsOf({ PASSWORD: secret }).includes(secret) && !a.includes(secret) && !b.includes(secret),
        );
        fc.pre(!'***'.includes(secret[0] ?? ''));
        expect(createRedactor({ PASSWORD: secret })(`${a} ${secret} ${b}`)).not.toContain(secret);
      }),
    );
  });
});

describe('which values are secret', () => {
  it.each([
    ...[
      'GITHUB_TOKEN',
      'npm_config_//registry/:_authToken',
      'DB_PASSWORD',
      'MYSQL_PWD',
      'AWS_SECRET_ACCESS_KEY',
      'API_KEY',
    ],
    ...['INPUT_TOKEN', 'INPUT_MIRROR-TOKEN', 'Cookie', 'SESSION_ID', 'AZURE_STORAGE_CONNECTION_STRING'],
    ...['SAS_URL', 'STORAGE_SAS', 'SIGNATURE', 'GOAUTH', 'NETRC_CREDENTIALS', 'SLACK_WEBHOOK', 'GH_PAT'],
  ])('%s says so', (name) => expect(looksSecret(name)).toBe(true));

  it.each([
    'PATH',
    'PWD',
    'OLDPWD',
    'SESSIONNAME',
    'GIT_AUTHOR_NAME',
    'PATHEXT',
    'KEYBOARD_LAYOUT',
    'INPUT_MSI-SIGNATURE',
    'INPUT_CACHE-KEY-PREFIX',
    'INPUT_CLIENT-KEY',
    'USERNAME',
    'OS',
  ])('%s does not', (name) => expect(looksSecret(name)).toBe(false));

  it('switches are not, whatever their variable is called', () => {
    expect(secretsOf({ USE_TOKEN: 'true', AUTH: 'required', KEY: 'abc', TOKEN_DAYS: '90' })).toEqual([]);
  });

  it('credentials and queries of the addresses that the action uses are, and the pair as a header has it', () => {
    const found = secretsOf({
      GOPROXY: 'https://joe:pa%2Fss@proxy.example/x,direct',
      'INPUT_GO-DOWNLOAD-BASE-URL': 'https://m.example/dl?sig=0123456789',
      HTTPS_PROXY: 'http://me:pr0xypass@10.0.0.1:3128',
      INNOCENT: 'https://a:innocent-pw@b.example/?page=something-long',
    });
    expect(found).toEqual(
      expect.arrayContaining(['pa/ss', 'pa%2Fss', 'joe:pa/ss', '0123456789', 'pr0xypass', 'innocent-pw']),
    );
    expect(found.filter((value) => /something|example/.test(value))).toEqual([]);
    expect(
      createRedactor({ GOPROXY: 'https://joe:pa%2Fss@p.example' })(
        Buffer.from('joe:pa/ss').toString('base64'),
      ),
    ).toBe('***');
  });

  it('the pair inside of a Basic header is, and what stands behind Bearer', () => {
    const basic = Buffer.from('joe:deep-inside').toString('base64');
    expect(secretsOf({ 'INPUT_MIRROR-TOKEN': `Basic ${basic}` })).toEqual(
      expect.arrayContaining([basic, 'joe:deep-inside', 'deep-inside']),
    );
    expect(secretsOf({ 'INPUT_MIRROR-TOKEN': 'Bearer abcdef' })).toContain('abcdef');
  });
});

describe('what looks like a secret', () => {
  it.each([
    ['Authorization: Bearer hidden-1', 'Authorization: ***'],
    ['{"authorization":"Basic aGlkZGVuLTE=","x":1}', '{"authorization":"***","x":1}'],
    ['Set-Cookie: id=hidden-1; Path=/', 'Set-Cookie: ***'],
    ['x-amz-security-token: hidden-1', 'x-amz-security-token: ***'],
    ['see bearer hidden-1.', 'see bearer ***'],
    ['https://me:hidden-1@host/x', 'https://***@host/x'],
    ['https://host:8080/golang.org/toolchain@v0.0.1', 'https://host:8080/golang.org/toolchain@v0.0.1'],
    ['https://host/x?sig=hidden-1&y=2 and more', 'https://host/x?*** and more'],
    ['https://host/x#access_token=hidden-1', 'https://host/x#***'],
    ['Server=x;Password=hidden-1;User=y', 'Server=x;Password=***;User=y'],
    ['PASSWORD="hidden 1" NEXT=2', 'PASSWORD="***" NEXT=2'],
    ['it begins "{\\"token\\": \\"hidden-1\\"}"', 'it begins "{\\"token\\": \\"***\\"}"'],
    ['password: hidden-1', 'password: ***'],
    ['"client_secret": "hidden-\\"1"', '"client_secret": "***"'],
    ['tool --token hidden-1 --verbose', 'tool --token *** --verbose'],
    ['tool --api-key=hidden-1', 'tool --api-key=***'],
    ['msbuild /p:Password=hidden-1', 'msbuild /p:Password=***'],
    ['curl -u me:hidden-1 x', 'curl -u *** x'],
    ['net use x /user:me hidden-1', 'net use x /user:me ***'],
    ['Property(S): DB_PASSWORD = hidden 1', 'Property(S): DB_PASSWORD = ***'],
    [
      "PROPERTY CHANGE: Adding DB_PASSWORD property. Its value is 'hidden 1'.",
      "PROPERTY CHANGE: Adding DB_PASSWORD property. Its value is '***'.",
    ],
    [
      "Modifying API_TOKEN property. Its current value is 'hidden-1'. Its new value: 'hidden-2'.",
      "Modifying API_TOKEN property. Its current value is '***'.",
    ],
    ['x ghp_0123456789abcdefghijABCDEFGHIJ012345 y', 'x *** y'],
    ['x github_pat_11ABCDEFG0123456789_abc y', 'x *** y'],
    ['x AKIAIOSFODNN7EXAMPLE y', 'x *** y'],
    ['x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl y', 'x *** y'],
    ['-----BEGIN RSA PRIVATE KEY-----\nhidden-1\n-----END RSA PRIVATE KEY-----\nz', '***\nz'],
    ['-----BEGIN PRIVATE KEY-----\nhidden-1, cut off', '***'],
  ])('%j is shown as %j', (text, shown) => {
    expect(redactPatterns(text)).toBe(shown);
    expect(redactPatterns(shown)).toBe(shown);
  });

  it('is none of what this action says itself, and next to nothing of what msiexec does', () => {
    const repo = fileURLToPath(new URL('../..', import.meta.url));
    const logs = path.join(repo, '__tests__/msi/logs');
    for (const file of [
      path.join(repo, 'docs/errors.md'),
      ...readdirSync(logs).map((name) => path.join(logs, name)),
    ]) {
      for (const line of readFileSync(file, 'utf8')
        .split('\n')
        .filter((text) => !/Header\(Signature=/.test(text)))
        expect(redactPatterns(line)).toBe(line);
    }
  });

  it.each([
    'a',
    'a-',
    'https://',
    '-----BEGIN PRIVATE KEY-----',
    ' --token',
    'token=',
    "property. Its value is '",
    'x.',
  ])('is looked for in short time, in any amount of %j', (piece) => {
    const started = performance.now();
    redactPatterns(`${piece.repeat(Math.ceil(200_000 / piece.length))} token`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
