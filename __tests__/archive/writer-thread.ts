import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from '@swc/core';

let compiled: string | undefined;

/** A thread over src/archive/writer.ts, which the tests run from its source. */
export function createWriter(): Worker {
  compiled ??= compile();
  return new Worker(compiled);
}

function compile(): string {
  const source = readFileSync(new URL('../../src/archive/writer.ts', import.meta.url), 'utf8');
  const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
  const path = join(mkdtempSync(join(tmpdir(), 'writer-')), 'writer.mjs');
  writeFileSync(path, code);
  return path;
}
