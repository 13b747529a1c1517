import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findVersionFile, readVersionFile } from '../../src/release/version-file.ts';
import { read, rejected, workspace, write } from './version-files.ts';

describe('go.mod', () => {
  it.each([
    ['module m\n\ngo 1.25.3\n', '1.25.3', 'go.mod line 3 (go)'],
    ['module m\n\ngo 1.21\n', 'range 1.21', 'go.mod line 3 (go)'],
    ['go 1.2\n', 'range 1.2', 'go.mod line 1 (go)'],
    ['go 1.21.0', '1.21.0', 'go.mod line 1 (go)'],
    ['go 1.24rc1', '1.24.0-rc.1', 'go.mod line 1 (go)'],
    ['go 1.24\ntoolchain go1.24.5\n', '1.24.5', 'go.mod line 2 (toolchain)'],
    ['toolchain go1.24.5\ngo 1.24\n', '1.24.5', 'go.mod line 1 (toolchain)'],
    ['go 1.24\ntoolchain default\n', 'range 1.24', 'go.mod line 1 (go)'],
    ['go 1.21\ntoolchain go1.21.3-suffix\n', '1.21.3', 'go.mod line 2 (toolchain)'],
    ['go 1.26\ntoolchain go1.27rc1-acme.2\n', '1.27.0-rc.1', 'go.mod line 2 (toolchain)'],
    ['go 1.19\ntoolchain go1.20\n', '1.20.0', 'go.mod line 2 (toolchain)'],
    ['module m\r\n\r\ngo 1.25.3\r\n', '1.25.3', 'go.mod line 3 (go)'],
    ['\ufeffgo 1.25.3\n', '1.25.3', 'go.mod line 1 (go)'],
    ['// go 1.1.1\n  go\t1.25.3 // the least\n', '1.25.3', 'go.mod line 2 (go)'],
    ['require (\n\tgo 1.1.1 // odd\n\ttoolchain go1.2.2\n)\ngo 1.25.3\n', '1.25.3', 'go.mod line 5 (go)'],
    [
      'require golang.org/x/tools v0.1.0\nretract [v1.0.0, v1.1.0]\ngo 1.25.3',
      '1.25.3',
      'go.mod line 3 (go)',
    ],
    ['godebug default=go1.21\nignore ./go\ngo 1.25.3\ngo 1.1.1', '1.25.3', 'go.mod line 3 (go)'],
  ])('%j asks for %s', async (text, wanted, origin) => {
    expect(await read('go.mod', text)).toEqual([wanted, origin]);
  });

  it.each([
    ['go 1.25.3\ntoolchain go1.26.1\n', '1.25.3'],
    ['go 1.21\n', '1.21.0'],
    ['toolchain go1.26.1\ngo 1.27rc1\n', '1.27.0'],
    ['toolchain go1.26.1\n', undefined],
    ['go 1.x.y\ntoolchain go1.26.1\n', undefined],
  ])('%j says that no Go older than %s builds the module', async (text, least) => {
    const file = write('go.mod', text);
    expect((await readVersionFile(file, { resolution: 'highest' })).least).toBe(least);
  });

  it('gives `go` for the lowest resolution', async () => {
    const text = 'go 1.24.1\ntoolchain go1.25.3\n';
    expect(await read('go.mod', text, 'lowest')).toEqual(['1.24.1', 'go.mod line 1 (go)']);
    expect(await read('go.mod', 'toolchain go1.25.3', 'lowest')).toEqual([
      '1.25.3',
      'go.mod line 1 (toolchain)',
    ]);
  });

  it.each(['go.work', 'tools.mod'])('has the same form when it is called %s', async (name) => {
    expect(await read(name, 'go 1.24\n\nuse (\n\t./a\n)\ntoolchain go1.24.2\n')).toEqual([
      '1.24.2',
      `${name} line 6 (toolchain)`,
    ]);
  });

  it.each([
    'go 1.x',
    'go >=1.22',
    'go latest',
    'go 1.25.3 1.24.1',
    'go',
    'toolchain local',
    'toolchain go1.25.3.4',
    'go "1.25"',
    'go 1.25alpha1',
  ])('with %j is refused, by file and line', async (text) => {
    const error = await rejected('go.mod', `module m\n${text}\n`);
    expect(error).toMatchObject({ code: 'E_SPEC' });
    expect(error.message).toContain('go.mod line 2');
  });

  it.each(['', 'module m\n', '// go 1.25\n', 'require (\n go 1.25.3\n', 'toolchain default\n'])(
    '%j names no version, and the error shows the line to add',
    async (text) => {
      const error = await rejected('go.mod', text);
      expect(error.code).toBe('E_SPEC');
      expect(error.message).toContain(path.join(workspace, 'go.mod'));
      expect(error.remedy).toContain('`go 1.25.3`');
    },
  );
});

describe('.go-version and files of any other name', () => {
  it.each([
    ['1.25.3\n', '1.25.3', 1],
    ['go1.25.3', '1.25.3', 1],
    ['\n# the team says\n// so\n\n  1.25 # newest\r\n1.24\n', 'range 1.25', 5],
    ['1.2', 'range 1.2', 1],
    ['\ufeff1.25rc1', '1.25.0-rc.1', 1],
    ['stable', 'alias stable', 1],
    ['>=1.22 <1.24', 'range >=1.22 <1.24', 1],
  ])('%j asks for %s', async (text, wanted, line) => {
    expect(await read('.go-version', text)).toEqual([wanted, `.go-version line ${line}`]);
    expect(await read('GOVERSION.txt', text)).toEqual([wanted, `GOVERSION.txt line ${line}`]);
  });

  it('may be UTF-16 with its mark, as Windows PowerShell writes it', async () => {
    const little = Buffer.from('\ufeff1.25.3\r\n', 'utf16le');
    expect(await read('.go-version', little)).toEqual(['1.25.3', '.go-version line 1']);
    expect(await read('.go-version', Buffer.from(little).swap16())).toEqual(['1.25.3', '.go-version line 1']);
  });

  it.each(['', '\n\n', '# 1.25.3\n'])('%j names no version', async (text) => {
    expect(await rejected('.go-version', text)).toMatchObject({ code: 'E_SPEC' });
  });

  it('that holds something else is refused by file and line', async () => {
    const error = await rejected('.go-version', '\nsystem\n');
    expect(error.code).toBe('E_SPEC');
    expect(error.message).toContain('.go-version line 2');
  });
});

describe('.tool-versions', () => {
  it.each([
    ['nodejs 24.1.0\ngolang 1.25.3 1.24.1\n', '1.25.3', '.tool-versions line 2 (golang)'],
    ['go 1.25\n', 'range 1.25', '.tool-versions line 1 (go)'],
    ['# golang 1.1.1\r\ngolang\t1.25.3# pinned\r\n', '1.25.3', '.tool-versions line 2 (golang)'],
    ['golangci-lint 2.1.0\ngolang 1.25.3\ngo 1.24.1', '1.25.3', '.tool-versions line 2 (golang)'],
    ['golang latest', 'alias stable', '.tool-versions line 1 (golang)'],
  ])('%j asks for %s', async (text, wanted, origin) => {
    expect(await read('.tool-versions', text)).toEqual([wanted, origin]);
  });

  it.each(['system', 'path:C:\\go', 'ref:master'])('with %s says that this is no version', async (value) => {
    const error = await rejected('.tool-versions', `golang ${value}\n`);
    expect(error.code).toBe('E_SPEC');
    expect(error.message).toContain('.tool-versions line 1 (golang)');
    expect(error.message).toContain('not a version');
  });

  it.each(['nodejs 24.1.0\n', 'golang\n', ''])('%j names no version', async (text) => {
    const error = await rejected('.tool-versions', text);
    expect(error.code).toBe('E_SPEC');
    expect(error.remedy).toContain('`golang 1.25.3`');
  });
});

describe('mise.toml', () => {
  it.each([
    ['[tools]\ngo = "1.25.3"', '1.25.3'],
    ['[tools]\ngo = ["1.25", "1.24"]', 'range 1.25'],
    ['[tools]\nnode = "24"\ngolang = {version = "1.25.3", os = ["windows"]}', '1.25.3'],
    ['[tools.go]\nversion = "1.25rc1"', '1.25.0-rc.1'],
    ['[tools]\ngo = [{version = "1.25.3"}]', '1.25.3'],
    ['\ufeff[tools]\r\n"go" = \'latest\' # comment\r\n', 'alias stable'],
  ])('%j asks for %s', async (text, wanted) => {
    const key = text.includes('golang') ? 'golang' : 'go';
    expect(await read('mise.toml', text)).toEqual([wanted, `mise.toml (tools.${key})`]);
    expect(await read('.mise.toml', text)).toEqual([wanted, `.mise.toml (tools.${key})`]);
  });

  it.each([
    ['[tools]\ngo = 1.20', 'E_SPEC', 'the number 1.2'],
    ['[tools]\ngo = true', 'E_SPEC', 'quoted'],
    ['[tools]\ngo = []', 'E_SPEC', 'names no Go version'],
    ['[tools]\nnode = "24"', 'E_SPEC', 'names no Go version'],
    ['go = "1.25.3"', 'E_SPEC', 'names no Go version'],
    ['tools = 3', 'E_SPEC', 'names no Go version'],
    ['[tools]\ngo = "path:/go"', 'E_SPEC', 'not a version'],
    ['[tools]\ngo = "prefix:1.25"', 'E_SPEC', 'mise.toml (tools.go)'],
    ['[tools\ngo = "1.25"', 'E_INPUT', 'not valid TOML (line 1)'],
    ['[tools]\r\nnode = "24"\r\ngo = 1.25.3\r\n', 'E_INPUT', 'not valid TOML (line 3)'],
    [`go = ${'['.repeat(100_000)}`, 'E_INPUT', 'not valid TOML'],
  ])('%j is refused', async (text, code, part) => {
    const error = await rejected('mise.toml', text);
    expect(error.code).toBe(code);
    expect(error.message).toContain(part);
  });
});

describe("the workspace's version file", () => {
  it('is go.work, go.mod, .go-version or .tool-versions, in that order', () => {
    expect(findVersionFile(workspace)).toBeUndefined();
    for (const name of ['.tool-versions', '.go-version', 'go.mod', 'go.work']) {
      const file = write(name, '');
      expect(findVersionFile(workspace)).toBe(file);
    }
  });

  it('is no directory of that name, and there is none in a workspace that is missing', () => {
    mkdirSync(path.join(workspace, 'go.mod'));
    expect(findVersionFile(workspace)).toBeUndefined();
    expect(findVersionFile(path.join(workspace, 'missing'))).toBeUndefined();
  });
});
