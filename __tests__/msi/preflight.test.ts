import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tryWriting } from '../../src/msi/facts.ts';
import { type Facts, type Finding, preflight, stopError } from '../../src/msi/preflight.ts';
import type { MsiProduct } from '../../src/msi/products.ts';

const GO = 'C:\\Program Files\\Go';
const PRODUCT: MsiProduct = {
  productCode: '{4B1E35FB-7091-4D9A-85EE-F5725C43C3D6}',
  goVersion: 'go1.25.3',
  version: '1.25.3',
  architecture: 'x64',
  installDir: GO,
  localPackage: 'C:\\Windows\\Installer\\afaa.msi',
  packageName: 'go1.25.3.windows-amd64.msi',
  displayName: 'Go Programming Language amd64 go1.25.3',
  installSource: 'C:\\msi\\',
  owner: undefined,
};

/** A machine on which all is well: an upgrade of a whole Go. */
const WELL: Facts = {
  version: '1.26.1',
  architecture: 'x64',
  installDir: GO,
  product: PRODUCT,
  products: [PRODUCT],
  tree: { state: 'whole', reason: 'all its files are there', goVersion: 'go1.25.3' },
  wayBack: 'cached',
  machine: { architecture: 'x64', hosted: false },
  windows: '10.0.20348',
  account: {
    name: 'ci\\runner',
    sid: 'S-1-5-21-1',
    elevated: true,
    groups: [],
    reason: 'an administrator, elevated',
  },
  write: { directory: 'C:\\Program Files', refusal: undefined },
  policies: {},
  services: [{ name: 'msiserver', start: 3, disabled: false }],
  reboot: { renames: [], servicing: false, update: false, setup: false, installation: '' },
  space: [{ place: 'C:\\', free: 50e9 }],
  held: { held: [], denied: [], looked: 12_000, complete: true },
  holders: undefined,
  managed: [],
  environment: { path: undefined, gopath: undefined, goroot: undefined },
  before: [],
  goroot: undefined,
};
const NONE = { product: undefined, products: [], wayBack: undefined } as const;
const ABSENT = { state: 'absent', reason: 'it does not exist', goVersion: undefined } as const;
const FOREIGN = { state: 'foreign', reason: 'it holds VERSION, bin', goVersion: undefined } as const;
const QUIET = WELL.reboot;

function findingsOf(change: Partial<Facts>): Finding[] {
  return preflight({ ...WELL, ...change });
}

describe('a machine on which all is well', () => {
  it('gives notes alone, one at least for each thing that was looked at', () => {
    const findings = findingsOf({});
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(findings.map(({ id }) => id)).toEqual([
      'architecture',
      'system',
      'elevation',
      'write',
      'policy',
      'service-msiserver',
      'setup',
      'reboot',
      'space',
      'target',
      'held',
      'way-back',
      'path',
    ]);
    expect(stopError(findings)).toBeUndefined();
  });

  it('needs no Go that is there already', () => {
    expect(stopError(findingsOf({ ...NONE, tree: ABSENT }))).toBeUndefined();
  });
});

describe('a machine on which nothing answers', () => {
  it('is not stopped for it', () => {
    const findings = findingsOf({
      account: { name: undefined, sid: undefined, elevated: undefined, groups: [], reason: 'no answer' },
      policies: undefined,
      services: [{ name: 'msiserver', start: undefined, disabled: false }],
      reboot: {
        renames: undefined,
        servicing: undefined,
        update: undefined,
        setup: undefined,
        installation: undefined,
      },
      space: [{ place: 'C:\\', free: undefined }],
      held: undefined,
      environment: undefined,
    });
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
  });
});

describe('nothing is changed', () => {
  it.each<[string, Partial<Facts>, string, string, RegExp]>([
    ['arm64 on x64', { architecture: 'arm64' }, 'architecture', 'E_MSI_PLATFORM', /1633/],
    [
      'x64 on x86',
      { machine: { architecture: 'x86', hosted: false } },
      'architecture',
      'E_MSI_PLATFORM',
      /amd64 MSI/,
    ],
    [
      'Go 1.26 on Windows 8.1',
      { windows: '6.3.9600' },
      'system',
      'E_MSI_PLATFORM',
      /go1\.26\.1 needs Windows 10/,
    ],
    [
      'not elevated',
      { account: { ...WELL.account, elevated: false, reason: 'NETWORK SERVICE' } },
      'elevation',
      'E_MSI_PERMISSION',
      /runner may not do: NETWORK SERVICE/,
    ],
    [
      'a directory that refuses',
      { write: { directory: 'D:\\', refusal: 'EPERM' } },
      'write',
      'E_MSI_PERMISSION',
      /D:\\ cannot.*EPERM/,
    ],
    ['a full disk', { write: { directory: 'D:\\', refusal: 'ENOSPC' } }, 'write', 'E_MSI_DISK', /ENOSPC/],
    ['DisableMSI', { policies: { DisableMSI: 2 } }, 'policy-DisableMSI', 'E_MSI_POLICY', /1625/],
    [
      'a disabled service',
      { services: [{ name: 'msiserver', start: 4, disabled: true }] },
      'service-msiserver',
      'E_MSI_SERVICE',
      /disabled/,
    ],
    ['Windows Setup', { reboot: { ...QUIET, setup: true } }, 'setup', 'E_MSI_BUSY', /Setup/],
    [
      'renames inside',
      { reboot: { ...QUIET, renames: [{ from: `${GO}\\VERSION`, to: undefined }] } },
      'reboot-inside',
      'E_REBOOT',
      /remove C:\\Program Files\\Go\\VERSION/,
    ],
    [
      'no space',
      { space: [{ place: 'D:\\', free: 1.4e9 }] },
      'space',
      'E_MSI_DISK',
      /1\.4 GB are free on D:/,
    ],
    [
      'a foreign tree',
      { ...NONE, tree: FOREIGN },
      'target',
      'E_MSI_TARGET',
      /no registered Go owns.*VERSION, bin/,
    ],
    [
      'a foreign tree where Go would move to',
      { installDir: 'D:\\Go', tree: FOREIGN },
      'target',
      'E_MSI_TARGET',
      /D:\\Go is not empty/,
    ],
    [
      'a directory of another product',
      { ...NONE, products: [{ ...PRODUCT, installDir: 'c:\\program files\\go\\' }] },
      'target',
      'E_MSI_TARGET',
      /belongs to another product.*go1\.25\.3/,
    ],
    [
      'a held file',
      {
        held: { held: [`${GO}\\bin\\go.exe`], denied: [], looked: 1, complete: true },
        holders: {
          holders: [{ pid: 4312, name: 'go.exe', commandLine: 'go build', evidence: 'runs there' }],
          looked: [],
        },
      },
      'held',
      'E_MSI_LOCKED',
      /bin\\go\.exe\. Holders: go\.exe \(process 4312\): go build/,
    ],
    [
      'a held file of nobody',
      {
        held: { held: [`${GO}\\VERSION`], denied: [], looked: 1, complete: true },
        holders: { holders: [], looked: ['tasklist: none'] },
      },
      'held',
      'E_MSI_LOCKED',
      /not known \(tasklist: none\)/,
    ],
    ['no way back', { wayBack: 'none' }, 'way-back', 'E_MSI_SOURCE', /could not be put back/],
  ])('%s', (_, change, id, code, text) => {
    const stops = findingsOf(change).filter(({ level }) => level === 'stop');
    expect(stops).toEqual([
      { id, level: 'stop', code, text: expect.stringMatching(text), remedy: expect.stringMatching(/\.$/) },
    ]);
    expect(stopError(stops)).toMatchObject({
      code,
      message: expect.stringMatching(/Nothing was changed\.$/),
    });
  });

  it('and the first reason is the one that is reported, with the others behind it', () => {
    const findings = findingsOf({ architecture: 'arm64', wayBack: 'none', policies: { DisableMSI: 2 } });
    expect(stopError(findings)).toMatchObject({
      code: 'E_MSI_PLATFORM',
      evidence: [expect.stringContaining('DisableMSI'), expect.stringContaining('put back')],
    });
  });
});

describe('a warning', () => {
  it.each<[string, Partial<Facts>, string, RegExp]>([
    ['a hosted runner', { machine: { architecture: 'x64', hosted: true } }, 'hosted', /install-method: zip/],
    [
      'x64 on Arm',
      { machine: { architecture: 'arm64', hosted: false }, windows: '10.0.22631' },
      'architecture',
      /arm64/,
    ],
    [
      'x64 on Arm with Windows 10',
      { machine: { architecture: 'arm64', hosted: false }, windows: '10.0.19045' },
      'architecture',
      /arm64/,
    ],
    ['DisableMSI for some', { policies: { DisableMSI: 1 } }, 'policy-DisableMSI', /administers/],
    ['DisableRollback', { policies: { DisableRollback: 1 } }, 'policy-DisableRollback', /administers/],
    [
      'another installation',
      { reboot: { ...QUIET, installation: 'C:\\x.ipi' } },
      'installation',
      /msi-timeout/,
    ],
    [
      'a restart that others wait for',
      { reboot: { ...QUIET, renames: [{ from: 'C:\\edge.old', to: undefined }], update: true } },
      'reboot',
      /Restart/,
    ],
    [
      'a broken tree of its own',
      { tree: { state: 'broken', reason: 'no VERSION file', goVersion: undefined } },
      'target',
      /repaired/,
    ],
    ['a Go of Chocolatey', { product: { ...PRODUCT, owner: 'chocolatey' } }, 'owner', /chocolatey/],
    ['another Go before ours', { before: ['C:\\tools\\go.exe'] }, 'path', /PATH/],
    ["the machine's GOROOT", { goroot: 'C:\\Go' }, 'goroot', /GOROOT/],
  ])('is given for %s, with what to do', (_, change, id, remedy) => {
    const loud = findingsOf(change).filter(({ level }) => level !== 'note');
    expect(loud).toEqual([
      { id, level: 'warning', text: expect.any(String), remedy: expect.stringMatching(remedy) },
    ]);
  });
});

describe('a note', () => {
  it.each<[string, Partial<Facts>, string, RegExp]>([
    ['policies without harm', { policies: { Logging: 'voicewarmup' } }, 'policy-Logging', /voicewarmup/],
    [
      'services that MSI can do without',
      { services: [{ name: 'wuauserv', start: 4, disabled: true }] },
      'service-wuauserv',
      /disabled/,
    ],
    ['a move', { installDir: 'D:\\Go', tree: ABSENT }, 'move', /from C:\\Program Files\\Go/],
    ['a way back by download', { wayBack: 'download' }, 'way-back', /downloaded/],
    [
      'Goes of package managers',
      { managed: [{ manager: 'scoop', path: 'C:\\scoop\\apps\\go', version: '1.24.0' }] },
      'managed',
      /scoop.*1\.24\.0/,
    ],
    [
      'files that may not be opened',
      { held: { held: [], denied: [`${GO}\\x`], looked: 9, complete: false } },
      'held-denied',
      /Go\\x/,
    ],
    ['GOROOT that is right', { goroot: 'c:\\program files\\go\\' }, 'path', /No other Go/],
    ['old Go on old Windows', { version: '1.20.14', windows: '6.3.9600' }, 'system', /6\.3\.9600/],
  ])('is all there is for %s', (_, change, id, text) => {
    const findings = findingsOf(change);
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(findings.find((finding) => finding.id === id)?.text).toMatch(text);
  });
});

describe('the write test', () => {
  it('asks the nearest directory that is there, and leaves nothing, nor what a killed one left', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'write-'));
    try {
      mkdirSync(path.join(root, '.setup-go-win-test-01234567'));
      expect(await tryWriting(path.join(root, 'a', 'b'))).toEqual({ directory: root, refusal: undefined });
      expect(readdirSync(root)).toEqual([]);
      writeFileSync(path.join(root, 'file'), '');
      expect(await tryWriting(path.join(root, 'file', 'Go'))).toMatchObject({ directory: root });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
