import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const repo = fileURLToPath(new URL('..', import.meta.url));

function readTree(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(directory, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')])
      .sort(),
  );
}

it('dist/ is what src/ builds to (if not: npm run build, and commit dist/)', () => {
  const fresh = mkdtempSync(path.join(tmpdir(), 'dist-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [path.join(repo, 'lab', 'build.js'), fresh], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const [committed, built] = [readTree(path.join(repo, 'dist')), readTree(fresh)];
    expect(Object.keys(committed)).toEqual(Object.keys(built));
    for (const [name, text] of Object.entries(built))
      expect([name, committed[name] === text]).toEqual([name, true]);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}, 300_000);
