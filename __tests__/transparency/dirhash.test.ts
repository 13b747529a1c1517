import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { realRelease } from '../../lab/releases/real.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { goTreeOf } from '../../lab/releases/wheel.ts';
import { moduleHash, moduleVersion } from '../../lab/sumdb/module-hash.ts';
import { PREPARATION_MS } from '../../lab/windows/suite.ts';
import { fetchTree } from '../../src/archive/fetch-tree.ts';
import { dirHash, toolchainHash, toolchainVersion } from '../../src/transparency/dirhash.ts';
import { scratch } from '../archive/scratch.ts';
import { createWriter } from '../archive/writer-thread.ts';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** The hash of the tree that a release's ZIP is, from what the writers wrote. */
async function hashOf(release: LabRelease): Promise<string> {
  const { hashes } = await fetchTree({ kind: 'file', path: release.path }, release, scratch(), {
    timeoutMs: 600_000,
    createWriter,
    hashFiles: true,
  });
  return toolchainHash(hashes, toolchainVersion(release.goVersion, release.architecture));
}

describe('an h1', () => {
  it('is that of golang.org/x/mod/sumdb/dirhash: one line a file, sorted', () => {
    const files = ['xyz', 'abc'].map((name) => ({ path: name, sha256: sha256(`data for ${name}`) }));
    expect(dirHash(files)).toBe(
      `h1:${createHash('sha256')
        .update(`${sha256('data for abc')}  abc\n${sha256('data for xyz')}  xyz\n`)
        .digest('base64')}`,
    );
  });

  it('sorts by bytes, not by letters', () => {
    const names = ['a/b', 'a-b', 'B', 'a', 'ä', '\u{1f600}', '\uff5e'];
    const sorted = ['B', 'a', 'a-b', 'a/b', 'ä', '\uff5e', '\u{1f600}'];
    const hash = createHash('sha256');
    for (const name of sorted) hash.update(`${sha256(name)}  ${name}\n`);
    expect(dirHash(names.map((path) => ({ path, sha256: sha256(path) })))).toBe(
      `h1:${hash.digest('base64')}`,
    );
  });
});

describe('the hash of a toolchain', () => {
  let odd: LabRelease;
  beforeAll(async () => {
    const files = {
      'go.mod': 'module top\n',
      'src/go.mod': 'module std\n',
      'src/cmd/go.mod': 'module cmd\n',
      'src/notgo.mod': 'stays\n',
      'src/go.mod.txt': 'stays\n',
      'src/test/test.go': 'package test\n',
      'src/api/api.go': 'package api\n',
      'test/fib.go': 'package main\n',
      'api/go1.txt': 'pkg\n',
      'doc/doc.html': 'doc\n',
      'misc/misc.txt': 'misc\n',
      '.github/CODE_OF_CONDUCT.md': 'be kind\n',
      'src/ä ö.txt': 'umlauts\n',
    };
    odd = (await madeUpReleases(['1.99.1'], { files }))[0] as LabRelease;
  }, PREPARATION_MS);

  it('names the version as Go does', () => {
    expect(toolchainVersion('go1.27rc1', 'x64')).toBe('v0.0.1-go1.27rc1.windows-amd64');
    expect(toolchainVersion('go1.26.6', 'x86')).toBe('v0.0.1-go1.26.6.windows-386');
    expect(moduleVersion(odd)).toBe(toolchainVersion('go1.99.1', 'x64'));
  });

  it('leaves out what Go leaves out, and renames every go.mod', async () => {
    const files = (await goTreeOf(odd.path)).map(({ name, data, method }) => ({
      path: name.slice('go/'.length),
      sha256: sha256(method === 0 ? data : inflateRawSync(data)),
    }));
    const version = moduleVersion(odd);
    const whole = toolchainHash(files, version);
    const without = files.filter(({ path }) => !/^(?:\.github|api|doc|misc|test)\//.test(path));
    expect(without.length).toBe(files.length - 5);
    expect(toolchainHash(without.toReversed(), version)).toBe(whole);
    expect(
      toolchainHash(
        files.filter(({ path }) => path !== 'VERSION'),
        version,
      ),
    ).not.toBe(whole);
    expect(toolchainHash(files, version.replace('99', '98'))).not.toBe(whole);
  });

  it('of a made-up Go is what the go command computes for the module', async () => {
    const [release] = await madeUpReleases(['1.99.1'], {
      files: {
        'src/go.mod': 'module std\n',
        'src/cmd/go.mod': 'module cmd\n',
        'test/fib.go': 'package main\n',
      },
    });
    expect(await hashOf(release as LabRelease)).toBe(await moduleHash(release as LabRelease));
  });

  it(
    'of a real Go is what the go command computes for its module',
    async () => {
      const release = await realRelease('1.26.6');
      expect(await hashOf(release)).toBe(await moduleHash(release));
    },
    PREPARATION_MS,
  );
});
