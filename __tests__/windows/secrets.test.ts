import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { startMirror } from '../../lab/mirror/mirror.ts';
import { scriptedProgram } from '../../lab/msi/scripted.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner, type StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { failingLog, NEW, rootOf, scriptedMachine } from './msi-scripted.ts';
import { expectFailure, setupGo } from './steps.ts';

jest.setTimeout(300_000);

/** Each is planted somewhere, and looked for everywhere. The letters that addresses, JSON and expressions treat in their own way are in some. */
const PLANTED = {
  mirrorToken: 'planted01-mirror+token/of==the$&job',
  token: 'planted02-input-token',
  urlUser: 'planted03user',
  urlPassword: 'planted04-p%40ss-w0rd',
  urlQuery: 'planted05-signature-of-a-url',
  proxyPassword: 'planted06-goproxy',
  sumdbQuery: 'planted07-gosumdb',
  httpsProxy: 'planted08-https-proxy',
  npmToken: 'planted09_npm_token',
  awsKey: 'planted10/aws+secret',
  password: 'planted11 with "quotes" and spaces\\',
  privateKey:
    '-----BEGIN PRIVATE KEY-----\nplanted12MIIEvQIBADANBg\nplanted12kqhkiG9w0BAQEF\n-----END PRIVATE KEY-----\n',
  connection: 'Server=tcp:x;User=y;Pwd=planted13;',
  innocent: 'planted14-in-a-variable-that-looks-like-nothing',
  innocentUrl: 'https://joe:planted15-of-another-url@host.example/x',
  unknownInput: 'planted16-in-an-input-that-the-action-does-not-have',
  session: 'planted17-session',
  cookie: 'planted18-set-by-the-server',
  location: 'planted19-in-a-redirect',
  versionFile: 'ghp_planted20abcdefghijABCDEFGHIJ0123456789',
  jwt: 'eyJhbGciOiJub25lIn0.planted21planted21.c2lnbmF0dXJl',
  commandLine: 'planted22-of-a-command-line',
  property: 'planted23 of an MSI property',
} as const;

const WORDS = [
  ...Object.values(PLANTED)
    .join('\n')
    .matchAll(/planted\d\d/g),
].map(([word]) => word);

const ENVIRONMENT = {
  GOPROXY: `https://me:${PLANTED.proxyPassword}@127.0.0.1:9`,
  GOSUMDB: `sum.golang.org https://127.0.0.1:9/?key=${PLANTED.sumdbQuery}`,
  NPM_TOKEN: PLANTED.npmToken,
  AWS_SECRET_ACCESS_KEY: PLANTED.awsKey,
  DB_PASSWORD: PLANTED.password,
  SIGNING_KEY: PLANTED.privateKey,
  AZURE_CONNECTION_STRING: PLANTED.connection,
  GREETING: PLANTED.innocent,
  UPSTREAM: PLANTED.innocentUrl,
  SESSION: PLANTED.session,
};

/** A text in the forms in which it may be written down. */
function formsOf(text: string): string[] {
  const inner = [0, 1, 2].map((before) =>
    Buffer.from(`${' '.repeat(before)}${text}`)
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );
  return [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('hex'),
    ...inner,
  ];
}

/** What the runner was shown of a step: its raw output without the lines that ask for a value to be hidden, and the files that it wrote. */
async function everythingOf(step: StepResult, runner: Runner): Promise<Record<string, string>> {
  const raw = await readFile(path.join(runner.directory.host, `step-${runner.stepCount}.log`), 'utf8');
  const asked = raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const bundle = runner.lab.toHost(step.outputs['diagnostics-path'] ?? '');
  const files = readdirSync(bundle, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const inBundle = await Promise.all(
    files.map(async ({ parentPath, name }) => [
      `bundle ${name}`,
      await readFile(path.join(parentPath, name), 'utf8'),
    ]),
  );
  return {
    'raw log': asked.join('\n'),
    summary: step.summary,
    rest: JSON.stringify([
      step.annotations,
      step.debug,
      step.outputs,
      step.env,
      step.path,
      step.state,
      step.matchers,
    ]),
    ...Object.fromEntries(inBundle),
  };
}

/** No secret, and no beginning of one, anywhere. */
async function expectHidden(step: StepResult, runner: Runner): Promise<Record<string, string>> {
  const everything = await everythingOf(step, runner);
  for (const [place, text] of Object.entries(everything)) {
    for (const [name, secret] of Object.entries(PLANTED))
      for (const form of formsOf(secret).filter((one) => one.length >= 10))
        expect([place, name, text.includes(form) ? text : '']).toEqual([place, name, '']);
    for (const word of WORDS) expect([place, text.includes(word) ? text : '']).toEqual([place, '']);
  }
  return everything;
}

type Echo = (said: string) => {
  status: number;
  message?: string;
  headers?: Record<string, string | string[]>;
  body?: string;
};

await describeWindows('twenty planted secrets', (lab) => {
  let server: Server;
  let address = '';
  let echo: Echo;
  let asked: string[] = [];

  beforeAll(async () => {
    // A mirror that says back all that it is told, in every place that an answer has.
    server = createServer((request, response) => {
      const { authorization = '', cookie = '' } = request.headers;
      const decoded = Buffer.from(authorization.split(' ').at(-1) ?? '', 'base64').toString();
      const said = `${authorization} ${decoded} ${request.url} ${cookie}`;
      asked.push(said);
      const { status, message = '', headers = {}, body = '' } = echo(said);
      response.writeHead(status, message, {
        'Set-Cookie': [`id=${PLANTED.cookie}`],
        'X-Echo': encodeURIComponent(said),
        ...headers,
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, PREPARATION_MS);
  afterAll(() => void server?.close());

  const latin = (text: string) => text.replace(/[^\x20-\x7e]/g, '?');

  it.each<[string, string, string, Echo]>([
    [
      'a body that is no list',
      'E_LIST',
      '1.98.x',
      (said) => ({ status: 200, body: `{"error":"${said}","token":"${PLANTED.jwt}"}` }),
    ],
    [
      'a page',
      'E_LIST',
      '1.98.x',
      (said) => ({ status: 200, body: `<html>${said} Cookie: ${PLANTED.cookie}</html>` }),
    ],
    [
      'a list whose version is it',
      'E_LIST',
      '1.98.x',
      (said) => ({ status: 200, body: JSON.stringify([{ version: [said], stable: true, files: [] }]) }),
    ],
    [
      'a refusal',
      'E_NETWORK',
      '1.98.1',
      (said) => ({ status: 403, message: latin(`No ${said}`), body: said }),
    ],
    [
      'a redirect',
      'E_NETWORK',
      '1.98.x',
      () => ({
        status: 302,
        headers: { Location: `ftp://joe:${PLANTED.location}@x/${PLANTED.jwt}?t=${PLANTED.location}` },
      }),
    ],
    [
      'redirects without end',
      'E_NETWORK',
      '1.98.x',
      (said) => ({
        status: 302,
        headers: { Location: `/dl?again=${encodeURIComponent(said.slice(0, 500))}&${PLANTED.location}` },
      }),
    ],
    [
      'a redirect to nobody',
      'E_NETWORK',
      '1.98.x',
      () => ({
        status: 302,
        headers: { Location: `http://u:${PLANTED.location}@127.0.0.1:9/?sig=${PLANTED.location}` },
      }),
    ],
    [
      'a hash that is none',
      'E_CHECKSUM',
      '1.98.1',
      (said) => (said.includes('.sha256') ? { status: 200, body: said } : { status: 404 }),
    ],
    [
      'an encoding that nobody asked for',
      'E_NETWORK',
      '1.98.x',
      (said) => ({ status: 200, headers: { 'Content-Encoding': latin(said.slice(0, 200)) }, body: 'x' }),
    ],
  ])('are nowhere when a mirror answers with them in %s', async (_what, code, version, answer) => {
    echo = answer;
    for (const withToken of [true, false]) {
      asked = [];
      const runner = await createRunner(lab, { environment: ENVIRONMENT });
      const step = await setupGo(runner, {
        'go-version': version,
        'go-download-base-url': `http://${PLANTED.urlUser}:${PLANTED.urlPassword}@${address}/dl?sig=${PLANTED.urlQuery}`,
        'mirror-token': withToken ? `Bearer ${PLANTED.mirrorToken}` : '',
        token: PLANTED.token,
        'unknown-input': PLANTED.unknownInput,
      });
      expectFailure(step, code, /./);
      const everything = await expectHidden(step, runner);
      expect(everything['bundle failure.json']).toContain(code);
      // The server did get, and say back, what was meant for it.
      expect(asked.join('\n')).toContain(
        withToken ? PLANTED.mirrorToken : decodeURIComponent(PLANTED.urlPassword),
      );
    }
  });

  it('are nowhere when a proxy is told some, and is not there', async () => {
    const runner = await createRunner(lab, {
      environment: { ...ENVIRONMENT, HTTPS_PROXY: `http://me:${PLANTED.httpsProxy}@127.0.0.1:9` },
    });
    const step = await setupGo(runner, {
      'go-version': '1.98.x',
      'go-download-base-url': 'https://127.0.0.1:9/dl',
      'download-timeout': '2s',
    });
    expectFailure(step, 'E_NETWORK', /./);
    await expectHidden(step, runner);
  });

  it('are nowhere when a version file, an input or a file in the tool cache holds some', async () => {
    const runner = await createRunner(lab, { environment: ENVIRONMENT });
    await mkdir(path.join(runner.toolCache.host, 'go', `1.98.1-${PLANTED.session}`), { recursive: true });
    await mkdir(path.join(runner.toolCache.host, 'go', `1.98.1-${PLANTED.session}`, 'x64'), {
      recursive: true,
    });
    await writeFile(path.join(runner.workspace.host, '.go-version'), `${PLANTED.versionFile}\n`);
    const byFile = await setupGo(runner, {});
    expectFailure(byFile, 'E_SPEC', /\*\*\*/);
    await expectHidden(byFile, runner);
    for (const [name, value] of [
      ['go-version', PLANTED.npmToken],
      ['architecture', PLANTED.awsKey],
      ['checksum', PLANTED.jwt],
      ['machine-root', PLANTED.password],
      ['go-download-base-url', `ftp://me:${PLANTED.urlPassword}@x`],
    ] as const) {
      const step = await setupGo(runner, { 'go-version': '1.98.1', [name]: value });
      expectFailure(step, name === 'go-version' ? 'E_SPEC' : 'E_INPUT', /./);
      await expectHidden(step, runner);
    }
  });
});

await describePrivateWindows('secrets of others, PowerShell and msiexec being scripted', (lab) => {
  it('are nowhere when a program that holds files has some in its command line', async () => {
    const powershell = await scriptedProgram(lab, 'powershell');
    const commandLine = `go.exe build -ldflags=-X:key=${PLANTED.commandLine} --password ${PLANTED.commandLine} /user:me ${PLANTED.commandLine} https://me:${PLANTED.commandLine}@x`;
    const value = [{ pid: 4711, name: 'go.exe', commandLine, parent: 1 }];
    await powershell.play([{ when: 'ExecutablePath', stdout: `${JSON.stringify({ value })}\r\n` }, {}]);
    const mirror = await startMirror(await madeUpReleases(['1.98.1']));
    try {
      const { directory } = await createRunner(lab);
      await writeFile(path.join(directory.host, 'file'), '');
      const toolCache = lab.toWindows(path.join(directory.host, 'file'));
      const runner = await createRunner(lab, { toolCache, environment: ENVIRONMENT });
      const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': mirror.url });
      expectFailure(step, 'E_PERMISSION', /file/);
      const everything = await expectHidden(step, runner);
      expect(everything['bundle holders.txt']).toMatch(
        /go\.exe \(process 4711, child of process 1\): go\.exe build/,
      );
    } finally {
      await mirror.close();
    }
    await powershell.remove();
  });

  it('are nowhere when the log of msiexec has some among its properties', async () => {
    const scripted = await scriptedMachine(lab);
    try {
      const log = [
        `Command Line: DB_PASSWORD="${PLANTED.property}" INSTALLDIR=C:\\Go`,
        `MSI (s) (A0:14) [13:13:13:014]: PROPERTY CHANGE: Adding DB_PASSWORD property. Its value is '${PLANTED.property}'.`,
        `Property(S): DB_PASSWORD = ${PLANTED.property}`,
        `Property(C): MIRROR = ${PLANTED.innocentUrl}`,
        `MSI (s) (A0:14) [13:13:13:015]: Product: Go -- Error 1722. Action x, location: C:\\x.exe, command: --token ${PLANTED.property.split(' ')[0]}`,
        failingLog(scripted, 'policy'),
      ].join('\r\n');
      await scripted.msiexec.play([{ log, exitCode: 1603, times: 'always' }]);
      const runner = await createRunner(lab, { environment: ENVIRONMENT });
      const step = await setupGo(runner, {
        'go-version': NEW,
        'go-download-base-url': scripted.mirror.url,
        'install-method': 'msi',
        'machine-root': rootOf('secrets'),
        'msi-signature': 'off',
        'mirror-token': PLANTED.mirrorToken,
      });
      expect(step.exitCode).toBe(1);
      expect(step.outputs['error-code']).toMatch(/^E_MSI_/);
      const everything = await expectHidden(step, runner);
      const logs = Object.keys(everything).filter((name) => /\.log$/.test(name) && name.includes('install-'));
      expect(logs.length).toBeGreaterThan(0);
      for (const name of logs) expect(everything[name]).toContain("DB_PASSWORD property. Its value is '***'");
    } finally {
      await scripted.mirror.close();
    }
  });
});
