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

interface Module {
  /** The file that it was made from. */
  nameForCondition?: string;
  modules?: Module[];
}

/** The npm packages that a module of the bundle comes from, and those of the modules that webpack has put into it. */
function packagesIn({ nameForCondition = '', modules = [] }: Module): string[] {
  const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(nameForCondition) ?? [];
  return [...(name === undefined ? [] : [name.replaceAll('\\', '/')]), ...modules.flatMap(packagesIn)];
}

/** Each package that is in the bundle stands in licenses.txt, by name and version and with its licence's text. */
function expectLicences(built: Record<string, string>): void {
  const { modules } = JSON.parse(readFileSync(path.join(repo, 'lib', 'bundle.json'), 'utf8')) as Module;
  const bundled = [...new Set((modules ?? []).flatMap(packagesIn))].sort();
  expect(bundled).toEqual(expect.arrayContaining(['@actions/core', 'semver', 'smol-toml', 'tunnel']));
  const parts = (built['licenses.txt'] ?? '').split(`\n${'-'.repeat(80)}\n\n`);
  for (const name of bundled) {
    const { version } = JSON.parse(
      readFileSync(path.join(repo, 'node_modules', name, 'package.json'), 'utf8'),
    );
    const text = parts.find((part) => part.startsWith(`${name} ${version} (`));
    expect([name, text?.split('\n\n').slice(1).join('\n\n')]).toEqual([
      name,
      expect.stringMatching(/copyright/i),
    ]);
  }
}

it('dist/ is what src/ builds to, with every licence (if not: npm run build, and commit dist/)', () => {
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
    expectLicences(built);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}, 300_000);
