import { describe, expect, it } from '@jest/globals';
import { parseReleaseList } from '../../src/release/list.ts';
import { selectRelease } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { fullList } from './recorded.ts';

interface ListedFile {
  readonly filename: string;
  readonly os: string;
  readonly arch: string;
  readonly kind: string;
  readonly version: string;
  readonly sha256: string;
  readonly size: number;
}

const WORDS: Readonly<Record<string, string>> = { amd64: 'x64', '386': 'x86', arm64: 'arm64' };

describe.each([
  ['zip', 'archive'],
  ['msi', 'installer'],
] as const)("go.dev's whole list, files of kind %s", (kind, listedAs) => {
  const releases = parseReleaseList(fullList, 'go.dev', kind);
  const files = (JSON.parse(fullList) as { files: ListedFile[] }[])
    .flatMap((one) => one.files)
    .filter((file) => file.os === 'windows' && file.kind === listedAs && file.arch in WORDS);

  it('has every Windows file found by both spellings, as its own file', () => {
    expect(files.length).toBeGreaterThan(800);
    for (const file of files) {
      const here = releases.filter((one) => one.architecture === WORDS[file.arch]);
      const semver = here.find((one) => one.goVersion === file.version)?.version ?? '';
      for (const text of [file.version, semver, `v${semver}`, file.version.toUpperCase()]) {
        const found = selectRelease(parseSpec(text, 'test'), here, 'highest');
        expect([text, found?.filename, found?.sha256, found?.size]).toEqual([
          text,
          file.filename,
          file.sha256,
          file.size,
        ]);
      }
    }
    expect(releases).toHaveLength(files.length);
  });

  it('has in each minor a newest and an oldest release', () => {
    const minors = new Set(
      releases.filter((one) => one.stable).map((one) => one.version.replace(/\.\d+$/, '')),
    );
    for (const minor of minors) {
      const here = releases.filter((one) => one.architecture === 'x64');
      const spec = parseSpec(`${minor}.x`, 'test');
      for (const resolution of ['highest', 'lowest'] as const)
        expect(selectRelease(spec, here, resolution)?.version).toMatch(
          new RegExp(`^${minor.replace('.', '\\.')}\\.\\d+$`),
        );
    }
  });
});
