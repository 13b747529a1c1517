// `node lab/run.js mirror [version…] [--made-up] [--port N] [--bandwidth BYTES_PER_SECOND]`: serves Go for Windows on 127.0.0.1
// in the shape of go.dev/dl until it is interrupted, and prints each request.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import { REAL_VERSIONS, realRelease } from '../releases/real.ts';
import type { LabRelease } from '../releases/release.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'made-up': { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    bandwidth: { type: 'string', default: '0' },
  },
});

const releases: LabRelease[] = [];
if (values['made-up']) {
  const versions = positionals.length > 0 ? positionals : ['1.99.0', '1.99.1', '1.100rc1'];
  releases.push(...(await madeUpReleases(versions, { architectures: ['x64', 'x86', 'arm64'] })));
} else {
  for (const version of positionals.length > 0 ? positionals : REAL_VERSIONS)
    releases.push(await realRelease(version));
}

const mirror = await startMirror(releases, {
  port: Number(values.port),
  bandwidth: Number(values.bandwidth),
});
for (const { filename, kind, source } of releases) console.log(`${filename}: ${kind} (${source})`);
console.log(`\nGO_DOWNLOAD_BASE_URL=${mirror.url}\nCtrl+C ends it.\n`);

let open = true;
process.once('SIGINT', () => {
  open = false;
});
for (let printed = 0; open; await sleep(200)) {
  while (mirror.requests[printed]?.over) {
    const { method, path, query, range, status, sent } = mirror.requests[printed++] ?? {};
    console.log(`${method} ${path}${query} ${range ?? ''} -> ${status}, ${sent} bytes`);
  }
}
await mirror.close();
