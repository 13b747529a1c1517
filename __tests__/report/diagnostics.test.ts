import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import type { Inputs } from '../../src/inputs.ts';
import { copyMsiLog } from '../../src/report/bundle/msi-part.ts';
import { type FailedStep, openBundle } from '../../src/report/bundle/part.ts';
import { writeDiagnostics } from '../../src/report/diagnostics.ts';
import { describeFailure } from '../../src/report/failure.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { putEntry } from '../toolcache/trees.ts';

let root: string;
let env: NodeJS.ProcessEnv;
const forEver = new AbortController().signal;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'diagnostics-'));
  for (const name of ['temp', 'tools']) mkdirSync(path.join(root, name));
  env = {
    RUNNER_TEMP: path.join(root, 'temp'),
    RUNNER_TOOL_CACHE: path.join(root, 'tools'),
    RUNNER_NAME: 'box',
    INNOCENT: 'nobody knows what this is',
    DEPLOY_TOKEN: 'hidden-value',
    'INPUT_GO-VERSION': '1.25.x',
    'INPUT_MIRROR-TOKEN': 'hidden-too',
    INPUT_UNKNOWN: 'with something in it',
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function failed(error: unknown, more: Partial<FailedStep> = {}): FailedStep {
  const redact = createRedactor(env);
  const failure = describeFailure(error, redact);
  return {
    error,
    failure,
    inputs: undefined,
    env,
    lines: ['      1 ms  info    one'],
    redact,
    started: Date.now(),
    ...more,
  };
}

const filesIn = (directory: string) => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
const reader = (directory: string) => (name: string) => readFileSync(path.join(directory, name), 'utf8');

describe('a bundle', () => {
  it('has the failure with its causes, the log and the facts, and says what is in it', async () => {
    const cause = new TypeError('inner hidden-value', { cause: 'a word' });
    const error = new SetupError('E_LIST', 'It broke.', { remedy: 'Mend it.', evidence: ['a fact'], cause });
    const bundle = await writeDiagnostics(failed(error), forEver, false);
    expect(path.relative(path.join(root, 'temp'), bundle)).toMatch(/^setup-go-win-diagnostics-[0-9a-f]{8}$/);
    const read = reader(bundle);
    expect(filesIn(bundle)).toEqual([
      'README.txt',
      'disk.txt',
      'environment.json',
      'failure.json',
      'step.log',
      'tool-cache.txt',
    ]);
    expect(JSON.parse(read('failure.json'))).toMatchObject({
      code: 'E_LIST',
      message: 'It broke.',
      remedy: 'Mend it.',
      evidence: ['a fact', 'because: inner ***'],
      errors: [
        {
          name: 'SetupError',
          code: 'E_LIST',
          stack: expect.arrayContaining([expect.stringContaining('diagnostics.test')]),
        },
        { name: 'TypeError', message: 'inner ***' },
        { value: 'a word' },
      ],
    });
    expect(read('step.log')).toContain('one');
    expect(read('disk.txt')).toMatch(/RUNNER_TEMP .*: [\d.]+ [GM]B free of /);
    expect(read('README.txt')).toMatch(
      /E_LIST.*holders\.txt.*\n +\(left out: .*msi .*\n +\(left out: no MSI/s,
    );
  });

  it('shows values of harmless variables and inputs alone, and of the others the names', async () => {
    const bundle = await writeDiagnostics(failed(new Error('x')), forEver, true);
    const text = reader(bundle)('environment.json');
    const { inputs, environment, otherVariables } = JSON.parse(text);
    expect(inputs).toEqual({
      'go-version': '1.25.x',
      'mirror-token': '(given, not shown)',
      unknown: '(given, not shown)',
    });
    expect(environment).toMatchObject({ RUNNER_NAME: 'box' });
    expect(otherVariables).toEqual(['DEPLOY_TOKEN', 'INNOCENT']);
    expect(text).not.toMatch(/nobody knows|hidden|something in it/);
  });

  it('lists what is whole and what is torn in the tool cache, who holds a lock, and what was changed last', async () => {
    const entry = { root: path.join(root, 'tools'), tool: 'go', architecture: 'x64' } as const;
    putEntry({ ...entry, version: '1.25.3' }, 'go1.25.3');
    putEntry({ ...entry, version: '1.25.4' }, 'go1.25.4');
    rmSync(path.join(root, 'tools/go/1.25.4/x64.complete'));
    const locks = path.join(root, 'tools/.setup-go-win/locks');
    mkdirSync(locks, { recursive: true });
    writeFileSync(
      path.join(locks, 'go-1.json'),
      '{"host":"h","pid":7,"runner":"other run 5","since":"2026-01-01"}',
    );
    const changes = Array.from({ length: 60 }, (_, number) => `{"change":${number}}\n`).join('');
    writeFileSync(path.join(root, 'tools/.setup-go-win/audit.jsonl'), changes);
    const read = reader(await writeDiagnostics(failed(new Error('x')), forEver, false));
    const listing = read('tool-cache.txt');
    expect(listing).toMatch(/go\\1\.25\.3\\x64: whole, go1\.25\.3, no record of ours; .*marker 20/);
    expect(listing).toMatch(/go\\1\.25\.4\\x64: torn: no \.complete marker.*marker none/);
    expect(listing).toMatch(/locks\\go-1\.json: \d+ bytes, .*; other run 5, process 7 on h, since 2026/);
    expect(
      read('audit.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).change),
    ).toEqual(Array.from({ length: 50 }, (_, number) => number + 10));
  });

  it('of a cancelled step has what costs nothing, and says that the rest is left out', async () => {
    const bundle = await writeDiagnostics(failed(new Error('x')), forEver, true);
    expect(filesIn(bundle)).toEqual(['README.txt', 'environment.json', 'failure.json', 'step.log']);
    expect(reader(bundle)('README.txt')).toContain('left out: the step was cancelled');
  });

  it('has the other parts when one fails, and why that one did', async () => {
    const step = failed(new Error('x'));
    const broken = {
      ...step,
      get lines(): string[] {
        throw new Error('no lines');
      },
    };
    const bundle = await writeDiagnostics(broken, forEver, false);
    expect(filesIn(bundle)).toEqual(expect.arrayContaining(['environment.json', 'failure.json', 'disk.txt']));
    expect(reader(bundle)('README.txt')).toContain('(not complete: no lines)');
  });

  it('is there, as far as it got, when its time is up', async () => {
    const time = new AbortController();
    const step = failed(new Error('x'));
    // The part after it never gets to write.
    const slow = {
      ...step,
      get lines() {
        time.abort(new Error('the time for it is up'));
        return ['late'];
      },
    };
    const bundle = await writeDiagnostics(slow, time.signal, false);
    expect(filesIn(bundle)).toEqual(['README.txt', 'failure.json']);
    expect(reader(bundle)('README.txt')).toContain('not complete: it was not ready in time');
  });

  it('is not made where there is no RUNNER_TEMP', async () => {
    delete env['RUNNER_TEMP'];
    await expect(writeDiagnostics(failed(new Error('x')), forEver, false)).rejects.toThrow(
      'RUNNER_TEMP is not set',
    );
  });
});

describe('the logs of msiexec', () => {
  const NAME = 'install-0123abcd-1-install.log';
  const log = (text: string, encoding: BufferEncoding = 'utf16le') => {
    const file = path.join(root, NAME);
    writeFileSync(
      file,
      Buffer.concat([
        encoding === 'utf16le' ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0),
        Buffer.from(text, encoding),
      ]),
    );
    return file;
  };
  const LINES = [
    'MSI (s) (A0:14) [13:13:13:013]: Command Line: INSTALLDIR=C:\\Go DB_PASSWORD=planted-1 CURRENTDIRECTORY=C:\\x',
    "MSI (s) (A0:14) [13:13:13:014]: PROPERTY CHANGE: Adding API_TOKEN property. Its value is 'planted-2 planted-2'.",
    'Property(S): CLIENT_SECRET = planted-3 planted-3',
    'Property(S): Innocent = hidden-value, which the job knows',
    'Grün und naïve',
  ];

  it('are named by the log of the step, decoded, with a digest, and without what properties hide', async () => {
    const file = log(`${LINES.join('\r\n')}\r\n`);
    const inputs = { installMethod: 'msi' } as Inputs;
    const error = new SetupError('E_MSI_FAILED', 'x.', {
      remedy: 'y.',
      evidence: [`log ${root}/passwords.log`],
    });
    writeFileSync(path.join(root, 'passwords.log'), 'nobody asked for it');
    const lines = [`      5 ms  info    msiexec install: C:\\x.msi into C:\\Go; log ${file}`];
    const bundle = await writeDiagnostics(failed(error, { inputs, lines }), forEver, false);
    expect(readdirSync(path.join(bundle, 'msi')).sort()).toEqual([NAME, `${NAME}.digest.txt`]);
    const copy = reader(bundle)(`msi/${NAME}`);
    expect(copy).toContain('Grün und naïve\n');
    expect(copy).toContain('INSTALLDIR=C:\\Go DB_PASSWORD=***');
    expect(copy).not.toMatch(/planted|hidden-value/);
    expect(reader(bundle)(`msi/${NAME}.digest.txt`)).toContain(NAME);
  });

  it('are cut in their middle where they are long', async () => {
    const file = log(Array.from({ length: 10_000 }, (_, number) => `line ${number} ü`).join('\r\n'));
    const bundle = openBundle(path.join(root, 'b'), createRedactor(env), forEver);
    await copyMsiLog(bundle, file, 20_000);
    const copy = readFileSync(path.join(root, 'b/msi', NAME), 'utf8');
    expect(copy.length).toBeLessThan(11_000);
    expect(copy).toMatch(
      /^line 0 ü\nline 1 ü\n[\s\S]*\n\(\d+ bytes are left out here\)\n[\s\S]*\nline 9998 ü\nline 9999 ü\n$/,
    );
  });

  it('that cannot be read are named with the reason', async () => {
    const inputs = { installMethod: 'msi' } as Inputs;
    const lines = [`log ${root}/${NAME}`];
    const bundle = await writeDiagnostics(failed(new Error('x'), { inputs, lines }), forEver, false);
    expect(reader(bundle)('msi/not-readable.txt')).toMatch(/ENOENT/);
  });
});
