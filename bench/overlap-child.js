// What bench/overlap.ts times, each in a process of its own: node overlap-child.js <lib> <what> <mirror> <path> <sha256> <size> <directory>
// Plain JavaScript, because it runs on the compiled modules and without a loader that would be timed too.
import path from 'node:path';

const [lib, what, mirror, archive, sha256, size, directory] = process.argv.slice(2);
const load = (name) => import(path.join(lib, name));
const filename = path.basename(archive);
const version = /^go(\d+\.\d+\.\d+)\./.exec(filename)[1];
const signal = new AbortController().signal;

/** All that the action does between its inputs and the environment. Its host and inputs are made up: it would refuse this platform. */
async function install() {
  const { provideToolchain } = await load('provide.js');
  const { parseSpec } = await load('release/spec.js');
  const inputs = {
    checkLatest: false,
    resolution: 'highest',
    architecture: 'x64',
    mirror,
    mirrorToken: '',
    checksum: '',
    officialOnly: false,
    offline: false,
    transparency: 'off',
    verify: 'auto',
    lockTimeoutMs: 60_000,
    downloadTimeoutMs: 60_000,
  };
  // On a 32-bit machine the action does not run the 64-bit go.exe. Here it could not.
  const host = { architecture: 'x86', toolCache: directory, toolCaches: [directory], runner: 'bench' };
  const log = { info: console.log, warn: console.log, debug() {} };
  const request = { spec: parseSpec(version, 'bench'), origin: 'the bench' };
  const { hit } = await provideToolchain(request, { inputs, host, log, signal });
  if (hit) throw new Error('found in a tool cache that should be empty');
}

/** The action's own download, hash included, into memory. */
async function download() {
  const { createHttp } = await load('network/http.js');
  const { createArrival } = await load('archive/arrival.js');
  const { downloadRanges } = await load('archive/download-ranges.js');
  const { RANGE_PLAN } = await load('archive/ranges.js');
  const http = createHttp({ userAgent: 'setup-go-win', signal });
  const arrival = createArrival(Number(size));
  const url = `${mirror}/${filename}`;
  await downloadRanges({ url, http, evidence: [], onBytes() {}, signal }, arrival, RANGE_PLAN);
  http.close();
  if (arrival.sha256() !== sha256) throw new Error('wrong bytes');
}

/** The action's own unpacking of a file that is there. */
async function unpack() {
  const { fetchTree } = await load('archive/fetch-tree.js');
  const wanted = { sha256, size: Number(size), filename };
  const tree = await fetchTree({ kind: 'file', path: archive }, wanted, directory, { timeoutMs: 60_000 });
  console.log(`${tree.writers} writers`);
}

await { install, download, unpack }[what]();
