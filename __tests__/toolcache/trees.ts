import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Architecture } from '../../src/release/release.ts';
import type { Provenance } from '../../src/toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import type { PublishOptions } from '../../src/toolcache/publish.ts';

const MACHINES: Record<Architecture, number> = { x64: 0x8664, x86: 0x14c, arm64: 0xaa64 };

/** A tool cache of its own, removed by the returned function. */
export function makeToolCache(): { root: string; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'tool-cache-'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The start of a Windows program for one architecture: as much of it as anyone looks at without running it. */
export function programHeader(architecture: Architecture): Buffer {
  const header = Buffer.alloc(256);
  header.write('MZ', 0, 'latin1');
  header.writeUInt32LE(128, 60);
  header.write('PE\0\0', 128, 'latin1');
  header.writeUInt16LE(MACHINES[architecture], 132);
  return header;
}

/** Writes what makes a directory look like a Go tree. */
export function writeTree(directory: string, goVersion: string, architecture: Architecture): void {
  mkdirSync(path.join(directory, 'bin'), { recursive: true });
  writeFileSync(path.join(directory, 'VERSION'), `${goVersion}\ntime 2026-01-01T00:00:00Z\n`);
  writeFileSync(path.join(directory, 'bin', 'go.exe'), programHeader(architecture));
}

/** Puts a whole Go into a tool cache: with our sidecar, or as an image would. */
export function putEntry(entry: Entry, goVersion: string, provenance?: Provenance): void {
  writeTree(treePath(entry), goVersion, entry.architecture);
  if (provenance) writeFileSync(sidecarPath(entry), JSON.stringify(provenance));
  writeFileSync(markerPath(entry), '');
}

export function provenanceOf(goVersion: string, official = true): Provenance {
  return {
    schema: 1,
    goVersion,
    architecture: 'x64',
    sha256: 'a'.repeat(64),
    size: 1,
    source: 'https://mirror.example/go.zip',
    hashSource: 'built-in index',
    official,
    installedAt: '2026-01-01T00:00:00.000Z',
  };
}

/** Publishes a tree of Go 1.25.3 that looks whole, where there is none of ours yet. */
export function publishGo1253(more: Partial<PublishOptions> = {}): PublishOptions {
  return {
    runner: 'test',
    lockTimeoutMs: 60_000,
    signal: new AbortController().signal,
    accepts: (found) => found.provenance !== undefined,
    fill: async (staging) => {
      writeTree(staging, 'go1.25.3', 'x64');
      return provenanceOf('go1.25.3');
    },
    check: async () => {},
    onWait: () => {},
    onRepair: () => {},
    ...more,
  };
}
