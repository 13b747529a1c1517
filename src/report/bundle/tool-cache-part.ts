import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { architectures } from '../../release/names.ts';
import { inspectEntry } from '../../toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, stateDirectory, treePath } from '../../toolcache/layout.ts';
import { readOwner } from '../../toolcache/lock-record.ts';
import { auditPlaces } from '../audit.ts';
import type { BundleDirectory, Part } from './part.ts';
import { toolCachesOf } from './places.ts';

/** Lines of a listing; a tool cache of years has hundreds of entries. */
const MOST_LINES = 1000;

export const toolCachePart: Part = {
  name: 'tool-cache.txt',
  what: "every Go in the tool cache, whole or torn; this action's own files there, and who holds its locks",
  cheap: false,
  missing: (step) => (toolCachesOf(step).length > 0 ? undefined : 'no tool cache is known'),
  async write(directory, step) {
    for (const root of toolCachesOf(step)) {
      const lines = bounded(directory);
      lines.add(root);
      await listTools(root, lines);
      await listState(stateDirectory(root), '', lines);
      directory.append('tool-cache.txt', `${lines.all().join('\n')}\n`);
    }
  },
};

interface Lines {
  /** @throws the reason when the time is up */
  add(line: string): void;
  /** False when no more are taken. */
  open(): boolean;
  all(): readonly string[];
}

function bounded({ until }: BundleDirectory): Lines {
  const lines: string[] = [];
  return {
    add(line) {
      until.throwIfAborted();
      lines.push(lines.length === MOST_LINES ? '  (and more)' : line);
    },
    open: () => lines.length <= MOST_LINES,
    all: () => lines,
  };
}

async function listTools(root: string, lines: Lines): Promise<void> {
  for (const tool of (await names(root, lines)).filter((name) => /^go(?:-|$)/i.test(name))) {
    for (const version of await names(path.join(root, tool), lines)) {
      for (const name of await names(path.join(root, tool, version), lines)) {
        if (!lines.open()) return;
        if (/\.complete$|\.setup-go-win\.json$/.test(name)) continue;
        const architecture = architectures.find((one) => one === name);
        const said = architecture
          ? await describeEntry({ root, tool, version, architecture })
          : name.startsWith('.')
            ? 'temporary: an installation at work, or what is left of one'
            : 'none of ours';
        lines.add(`  ${tool}\\${version}\\${name}: ${said}`);
      }
    }
  }
}

async function describeEntry(entry: Entry): Promise<string> {
  const [found, marker, sidecar, tree] = await Promise.all([
    inspectEntry(entry).catch((error) => ({ state: 'unknown', reason: String(error) }) as const),
    modified(markerPath(entry)),
    modified(sidecarPath(entry)),
    modified(treePath(entry)),
  ]);
  const state =
    found.state === 'whole'
      ? `whole, ${found.goVersion}, ${found.provenance ? `ours: SHA-256 ${found.provenance.sha256}, from ${found.provenance.source}` : 'no record of ours'}`
      : found.state === 'absent'
        ? 'absent'
        : `${found.state}: ${found.reason}`;
  return `${state}; tree ${tree}, marker ${marker}, sidecar ${sidecar}`;
}

async function listState(directory: string, below: string, lines: Lines): Promise<void> {
  for (const name of await names(directory, lines)) {
    if (!lines.open()) return;
    const file = path.join(directory, name);
    const shown = `${below}${name}`;
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      await listState(file, `${shown}\\`, lines);
      continue;
    }
    const owner = below === 'locks\\' && name.endsWith('.json') ? await readOwner(file) : undefined;
    const held = owner
      ? `; ${owner.runner}, process ${owner.pid} on ${owner.host}, since ${owner.since}`
      : '';
    lines.add(
      `  .setup-go-win\\${shown}: ${found ? `${found.size} bytes, ${time(found.mtime)}` : 'gone, or not readable'}${held}`,
    );
  }
}

async function names(directory: string, lines: Lines): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      lines.add(`  ${directory}: not readable (${code ?? String(error)})`);
    return [];
  }
}

async function modified(file: string): Promise<string> {
  return await stat(file).then(
    ({ mtime }) => time(mtime),
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? 'none' : String(code)),
  );
}

function time(date: Date): string {
  return date.toISOString();
}

const LAST_CHANGES = 50;

export const auditPart: Part = {
  name: 'audit.jsonl',
  what: `the last ${LAST_CHANGES} changes that this action recorded in the tool cache`,
  cheap: false,
  async write(directory, step) {
    let found = false;
    for (const root of toolCachesOf(step)) {
      const text = await readFile(auditPlaces(root, step.env).file, 'utf8').catch(() => '');
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) continue;
      found = true;
      directory.append('audit.jsonl', `${lines.slice(-LAST_CHANGES).join('\n')}\n`);
    }
    return found ? undefined : 'none is recorded';
  },
};
