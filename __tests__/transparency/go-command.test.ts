import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { downloadModule, moduleHash, moduleVersion, writeModule } from '../../lab/sumdb/module-hash.ts';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { PREPARATION_MS } from '../../lab/windows/suite.ts';

/** What the lab's database proves would mean little if only our own code understood it. */
describe('the go command and the database of the lab', () => {
  const [honest, mistaken] = [createSumDb(), createSumDb()];
  const directory = mkdtempSync(path.join(tmpdir(), 'proxy-'));
  let release: LabRelease;
  let mirror: Mirror;

  beforeAll(async () => {
    [release] = (await madeUpReleases(['1.99.1'])) as [LabRelease];
    await writeModule(release, directory);
    const version = moduleVersion(release);
    honest.add('golang.org/toolchain', version, await moduleHash(release));
    mistaken.add('golang.org/toolchain', version, `h1:${'a'.repeat(43)}=`);
    const databases = new Map([
      ['honest', honest],
      ['mistaken', mistaken],
      ['forged', honest.forged()],
    ]);
    mirror = await startMirror([], {
      also(asked) {
        const [, place = '', rest = ''] = /^\/(\w+)\/(.+)$/.exec(asked) ?? [];
        if (place !== 'proxy') return databases.get(place)?.answer(rest);
        return rest.startsWith('golang.org/') ? readFileSync(path.join(directory, rest)) : undefined;
      },
    });
  }, PREPARATION_MS);
  afterAll(async () => {
    await mirror?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const download = (key: string, place: string) =>
    downloadModule(release, {
      GOPROXY: `${mirror.origin}/proxy`,
      GOSUMDB: `${key} ${mirror.origin}/${place}`,
    });

  it('agree: a record is proven', async () => {
    expect(await download(honest.verifierKey, 'honest')).toMatchObject({ h1: await moduleHash(release) });
  });

  it('do not where the record has another hash, or its note is forged', async () => {
    expect((await download(mistaken.verifierKey, 'mistaken')).output).toContain('checksum mismatch');
    expect((await download(honest.verifierKey, 'forged')).output).toContain('invalid signature');
  });
});
