import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { get, noise } from './client.ts';

let zip: Awaited<ReturnType<typeof noise>>;
let msi: Awaited<ReturnType<typeof noise>>;
let mirror: Mirror;

beforeAll(async () => {
  [zip, msi] = await Promise.all([noise('go1.99.1', 1000), noise('go1.99.1', 200_000, 'msi')]);
});
afterEach(async () => await mirror.close());

describe('a mirror with MSIs', () => {
  it('lists them as installers of the same release', async () => {
    mirror = await startMirror([zip, msi]);
    const list = JSON.parse((await get(`${mirror.url}/?mode=json`)).body.toString());
    expect(list).toHaveLength(1);
    const files = list[0].files.map(
      (file: { filename: string; kind: string; sha256: string; size: number }) => [
        file.filename,
        file.kind,
        file.size,
      ],
    );
    expect(files).toContainEqual(['go1.99.1.windows-amd64.zip', 'archive', 1000]);
    expect(files).toContainEqual(['go1.99.1.windows-amd64.msi', 'installer', 200_000]);
  });

  it('serves them with ranges and hashes, and lets its users down as with ZIPs', async () => {
    mirror = await startMirror([zip, msi]);
    const url = `${mirror.url}/${msi.filename}`;
    const part = await get(url, { range: 'bytes=10-19' });
    expect([part.status, part.body]).toEqual([206, msi.bytes.subarray(10, 20)]);
    expect((await get(`${url}.sha256`)).body.toString()).toBe(msi.sha256);
    mirror.fault('files', { kind: 'reset', after: 1000 }, { times: 1 });
    expect((await get(url)).broken).toBe('ECONNRESET');
    expect((await get(url)).body.equals(msi.bytes)).toBe(true);
    expect(mirror.count('files')).toBe(3);
  });
});
