import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { applyEnvironment } from '../src/environment.ts';
import { type Inputs, readInputs } from '../src/inputs.ts';
import type { Toolchain } from '../src/toolchain.ts';

let directory: string;
let toolchain: Toolchain;
const before = { ...process.env };

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'environment-'));
  for (const name of ['GITHUB_PATH', 'GITHUB_ENV']) {
    process.env[name] = path.join(directory, name);
    writeFileSync(path.join(directory, name), '');
  }
  toolchain = {
    version: '1.25.3',
    goVersion: 'go1.25.3',
    goroot: path.join(directory, 'go', '1.25.3', 'x64'),
    architecture: 'x64',
    source: 'go.dev',
    official: true,
    hit: false,
    sha256: undefined,
  };
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  rmSync(directory, { recursive: true, force: true });
});

/** Applies with these inputs and this environment, and reads what later steps will get. */
function apply(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv) {
  const change = applyEnvironment(toolchain, { ...readInputs(), ...inputs }, env);
  const variables = Object.fromEntries(
    [
      ...readFileSync(path.join(directory, 'GITHUB_ENV'), 'utf8').matchAll(/^(.+)<<(\S+)\n([\s\S]*?)\n\2$/gm),
    ].map((m) => [m[1], m[3]]),
  );
  const added = readFileSync(path.join(directory, 'GITHUB_PATH'), 'utf8').split('\n').filter(Boolean);
  return { ...change, variables, added };
}

const home = { USERPROFILE: path.join('/', 'Users', 'runner') };

describe('later steps', () => {
  it('get PATH with this Go first, GOPATH\\bin after it, GOROOT and GOTOOLCHAIN=local', () => {
    const { variables, added, warnings } = apply({}, home);
    expect(added).toEqual([path.join(home.USERPROFILE, 'go', 'bin'), path.join(toolchain.goroot, 'bin')]);
    expect(variables).toMatchObject({ GOROOT: toolchain.goroot, GOTOOLCHAIN: 'local' });
    expect(warnings).toEqual([]);
  });

  it('get nothing with update-environment: false', () => {
    const { variables, added } = apply({ updateEnvironment: false }, home);
    expect(added).toEqual([]);
    expect(variables).toEqual({});
  });

  it('get no GOROOT with set-goroot: false', () => {
    expect(apply({ setGoroot: false }, home).variables).not.toHaveProperty('GOROOT');
  });
});

describe('GOPATH\\bin', () => {
  it('follows the variable, and of a list its first directory', () => {
    expect(apply({}, { ...home, GOPATH: '/first;/second' }).added[0]).toBe(path.join('/first', 'bin'));
  });

  it('follows what "go env -w GOPATH" wrote', () => {
    mkdirSync(path.join(directory, 'go'));
    writeFileSync(path.join(directory, 'go', 'env'), 'GOPROXY=direct\nGOPATH=/written\n');
    expect(apply({}, { ...home, APPDATA: directory }).added[0]).toBe(path.join('/written', 'bin'));
  });

  it('is left out where there is neither GOPATH nor a profile', () => {
    expect(apply({}, {}).added).toEqual([path.join(toolchain.goroot, 'bin')]);
  });
});

describe('GOBIN', () => {
  const gopath = path.join(home.USERPROFILE, 'go', 'bin');

  it('comes before GOPATH\\bin, as the variable or "go env -w" has it', () => {
    mkdirSync(path.join(directory, 'go'));
    writeFileSync(path.join(directory, 'go', 'env'), 'GOBIN=/written\n');
    const bin = path.join(toolchain.goroot, 'bin');
    expect(apply({}, { ...home, APPDATA: directory }).added).toEqual([gopath, '/written', bin]);
    const { facts } = apply({}, { ...home, GOBIN: '/tools', APPDATA: directory });
    expect(facts[0]).toBe(`PATH begins with ${bin}, then /tools, then ${gopath}`);
  });

  it('is added once where it is GOPATH\\bin, and not at all where Go would refuse it', () => {
    expect(apply({}, { ...home, GOBIN: gopath }).added).toHaveLength(2);
    expect(apply({}, { ...home, GOBIN: 'relative' }).added).not.toContain('relative');
  });
});

describe('GOTOOLCHAIN', () => {
  it.each([
    ['', {}, 'local'],
    ['', { GOTOOLCHAIN: 'auto' }, undefined],
    ['', { GOTOOLCHAIN: 'local', SETUP_GO_WIN_GOTOOLCHAIN: 'local' }, 'local'],
    ['', { GOTOOLCHAIN: 'auto', SETUP_GO_WIN_GOTOOLCHAIN: 'local' }, undefined],
    ['', { GOTOOLCHAIN: 'go1.24.1', SETUP_GO_WIN_GOTOOLCHAIN: 'go1.24.1' }, 'local'],
    ['auto', { GOTOOLCHAIN: 'local' }, 'auto'],
    ['keep', {}, undefined],
    ['keep', { GOTOOLCHAIN: 'path' }, undefined],
    ['go1.25.3+auto', {}, 'go1.25.3+auto'],
  ])('with the input %j and the environment %j becomes %s', (goToolchain, env, expected) => {
    expect(apply({ goToolchain }, { ...home, ...env }).variables['GOTOOLCHAIN']).toBe(expected);
  });
});

describe('what "go env -w" has written', () => {
  const written = (settings: string) => {
    mkdirSync(path.join(directory, 'go'));
    writeFileSync(path.join(directory, 'go', 'env'), settings);
    return { ...home, APPDATA: directory };
  };

  it("is the user's own GOTOOLCHAIN, which only an input replaces", () => {
    const env = written('GOTOOLCHAIN=go1.24.1+auto\n');
    const { variables, facts } = apply({}, env);
    expect(variables).not.toHaveProperty('GOTOOLCHAIN');
    expect(facts).toContain('GOTOOLCHAIN = go1.24.1+auto, as "go env -w" has set it');
    expect(apply({ goToolchain: 'local' }, env).variables['GOTOOLCHAIN']).toBe('local');
  });

  it('is a GOROOT that later steps would use where this step sets none', () => {
    const env = written('GOROOT=/old/go\n');
    expect(apply({ setGoroot: false }, env).warnings).toEqual([expect.stringContaining('/old/go')]);
    // The marker of an earlier step is about the variable alone.
    const marked = { ...env, SETUP_GO_WIN_GOROOT: '/old/go' };
    expect(apply({ setGoroot: false }, marked).variables).not.toHaveProperty('GOROOT');
  });
});

describe('a later step of this action', () => {
  const first = { GOROOT: '/first', SETUP_GO_WIN_GOROOT: '/first' };

  it("leaves a GOROOT that the user set since then, and one that is this Go's", () => {
    const { variables, warnings } = apply({ setGoroot: false }, { ...home, ...first, GOROOT: '/mine' });
    expect(variables).not.toHaveProperty('GOROOT');
    expect(warnings).toEqual([expect.stringContaining('/mine')]);
    const same = { GOROOT: toolchain.goroot, SETUP_GO_WIN_GOROOT: toolchain.goroot };
    expect(apply({ setGoroot: false }, { ...home, ...same }).variables).not.toHaveProperty('GOROOT');
  });

  it('with go-toolchain: keep leaves what an earlier one wrote, and says whose it is', () => {
    const env = { ...home, GOTOOLCHAIN: 'local', SETUP_GO_WIN_GOTOOLCHAIN: 'local' };
    const { variables, facts } = apply({ goToolchain: 'keep' }, env);
    expect(variables).not.toHaveProperty('GOTOOLCHAIN');
    expect(facts).toContain('GOTOOLCHAIN = local, as an earlier step of this action set it');
  });
});

it("the image's own variables (GOROOT_1_24_X64) are neither read nor written", () => {
  const image = { GOROOT_1_24_X64: '/hosted/go/1.24.13/x64', GOROOT_1_26_X64: '/hosted/go/1.26.6/x64' };
  const { variables, warnings } = apply({}, { ...home, ...image });
  expect(warnings).toEqual([]);
  expect(Object.keys(variables).filter((name) => name.startsWith('GOROOT_'))).toEqual([]);
});

describe('a GOROOT that the machine sets', () => {
  it('is warned of, and replaced for later steps', () => {
    const { warnings, variables } = apply({}, { ...home, GOROOT: '/old/go' });
    expect(warnings).toEqual([expect.stringContaining('/old/go')]);
    expect(variables['GOROOT']).toBe(toolchain.goroot);
  });

  it('is warned of more loudly when it stays', () => {
    expect(apply({ setGoroot: false }, { ...home, GOROOT: '/old/go' }).warnings).toEqual([
      expect.stringContaining('will mix the two'),
    ]);
    expect(apply({ updateEnvironment: false }, { ...home, GOROOT: '/old/go' }).warnings).toHaveLength(1);
  });

  it('is no news when an earlier step of ours wrote it, or when it is this one', () => {
    expect(apply({}, { ...home, GOROOT: '/other', SETUP_GO_WIN_GOROOT: '/other' }).warnings).toEqual([]);
    expect(apply({}, { ...home, GOROOT: toolchain.goroot }).warnings).toEqual([]);
  });

  it("is the user's own where the step runs in it", () => {
    const env = { ...home, GOROOT: process.cwd() };
    expect(apply({}, env).warnings).toEqual([expect.stringContaining(process.cwd())]);
  });

  it('is emptied when an earlier step of ours wrote it and this one may set none', () => {
    const env = { ...home, GOROOT: '/other', SETUP_GO_WIN_GOROOT: '/other' };
    const { variables, warnings, facts } = apply({ setGoroot: false }, env);
    expect(variables).toMatchObject({ GOROOT: '', SETUP_GO_WIN_GOROOT: '' });
    expect(warnings).toEqual([]);
    expect(facts).toContainEqual(expect.stringContaining('/other'));
  });

  it('is told of with update-environment: false when an earlier step of ours wrote it', () => {
    const env = { ...home, GOROOT: '/other', SETUP_GO_WIN_GOROOT: '/other' };
    const { variables, warnings, facts } = apply({ updateEnvironment: false }, env);
    expect(variables).toEqual({});
    expect(warnings).toEqual([]);
    expect(facts).toContainEqual(expect.stringContaining('GOROOT is /other'));
  });
});

describe('another go.exe', () => {
  it('on PATH is named as one that this goes before, each once and in their order', () => {
    const other = path.join(directory, 'other');
    mkdirSync(other);
    for (const place of [directory, other]) writeFileSync(path.join(place, 'go.exe'), '');
    const PATH = ['relative', directory, other, directory].join(path.delimiter);
    expect(apply({}, { ...home, PATH }).facts).toContainEqual(
      `It goes before ${path.join(directory, 'go.exe')}, ${path.join(other, 'go.exe')}`,
    );
  });

  it('in the workspace is warned of: cmd looks there first', () => {
    writeFileSync(path.join(directory, 'go.bat'), '');
    expect(apply({}, { ...home, GITHUB_WORKSPACE: directory }).warnings).toEqual([
      expect.stringContaining('go.bat'),
    ]);
  });
});
