// The peer of bench/cold.ts; ncc makes an index.js of it. Plain JavaScript, since ncc reads no TypeScript of this kind.
// There is no PowerShell under Wine, so that extractZip can't run: then the host unpacks, and this process waits for it.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getInput, setOutput } from '@actions/core';
import { cacheDir, downloadTool, extractZip } from '@actions/tool-cache';

const temp = process.env['RUNNER_TEMP'] ?? '';
let last = performance.now();

/** Says how long the phase that ends here took. */
function phase(name) {
  const now = performance.now();
  setOutput(name, String(Math.round(now - last)));
  last = now;
}

async function unpackedByHost(archive) {
  writeFileSync(`${archive}.ready`, '');
  while (!existsSync(`${archive}.unpacked`)) await sleep(5);
  return path.join(temp, 'unpacked');
}

const archive = await downloadTool(getInput('url'), path.join(temp, 'go.zip'));
phase('download-ms');
const tree = getInput('unzip') === 'host' ? await unpackedByHost(archive) : await extractZip(archive);
phase('unzip-ms');
await cacheDir(path.join(tree, 'go'), 'go', getInput('version'), 'x64');
phase('cache-ms');
