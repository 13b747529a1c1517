import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storePackage } from '../../src/msi/package-store.ts';
import { securePackage } from '../../src/msi/packages.ts';
import type { MsiProduct } from '../../src/msi/products.ts';
import type { Sources } from '../../src/sources.ts';
import type { Context } from '../../src/toolchain.ts';

const BUILDS = ['the MSI of go1.26.5, as go.dev built it', 'the MSI of go1.26.5, as somebody else built it'];

let root: string;
let said: string[];

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'packages-'));
  said = [];
  for (const build of BUILDS) {
    const sha256 = createHash('sha256').update(build).digest('hex');
    const facts = { goVersion: 'go1.26.5', architecture: 'x64', filename: 'go.msi', sha256 } as const;
    await storePackage(root, { ...facts, source: 'the test', official: false }, async (target) =>
      writeFileSync(target, build),
    );
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The content of the MSI that is secured for a product of which Windows Installer caches this. */
async function secured(cached: string | undefined): Promise<string> {
  const localPackage = path.join(root, '1a2b3c.msi');
  if (cached !== undefined) writeFileSync(localPackage, cached);
  const product = {
    goVersion: 'go1.26.5',
    architecture: 'x64',
    packageName: 'go.msi',
    ...(cached === undefined ? {} : { localPackage }),
  } as MsiProduct;
  const context = { log: { info: (line: string) => said.push(line) } } as unknown as Context;
  return readFileSync((await securePackage(root, product, {} as Sources, context)).path, 'utf8');
}

describe('the MSI that leads back to what is installed', () => {
  it.each(BUILDS)('is of the build that is installed, where several are kept: %s', async (build) => {
    expect(await secured(build)).toBe(build);
    expect(said.join()).toMatch(/is kept in .*: the way back/);
  });

  it("is a copy of Windows Installer's own, where only other builds are kept", async () => {
    expect(await secured('a third build')).toBe('a third build');
    expect(said.join()).toMatch(/Kept a copy of the MSI of go1.26.5/);
  });

  it('is one that is kept, where Windows Installer has no copy to compare it with', async () => {
    expect(BUILDS).toContain(await secured(undefined));
  });
});
