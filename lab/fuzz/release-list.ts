import fc from 'fast-check';
import { SetupError } from '../../src/errors.ts';
import { isOfficial } from '../../src/release/hash.ts';
import { parseReleaseList } from '../../src/release/list.ts';
import type { Release } from '../../src/release/release.ts';
import { type ResolveOptions, resolveRelease } from '../../src/release/resolve.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { createFuzzer, demand, type Tally } from './fuzzer.ts';
import { type Json, verdictOf } from './list-oracle.ts';
import { bodyOf, listText } from './list-texts.ts';
import { goOrder } from './version-oracle.ts';

const SOURCE = 'https://mirror.example/go';
const GO_ARCH = { x64: 'amd64', x86: '386', arm64: 'arm64' } as const;

const input = fc.record({
  list: listText,
  kind: fc.constantFrom('zip' as const, 'msi' as const),
  architecture: fc.constantFrom('x64' as const, 'x86' as const, 'arm64' as const),
  spec: fc.constantFrom(
    '*',
    '1.x',
    '1.27',
    '>=1.20 <1.30',
    '<1.25.0-0',
    'stable',
    'oldstable',
    'rc',
    '1.27.0',
    '1.99.0',
    '2.0.0-rc.1',
  ),
});

/** Whatever a server sends as its release list: it is the files that it speaks of, or E_LIST that names what is wrong first. */
export const releaseList = createFuzzer({
  property:
    'any release list is E_LIST naming the first wrong field, or gives the files that an oracle of another make finds, under the names of releases alone; no other architecture, kind or system is ever chosen; nothing gets into prototypes',
  cases: 200_000,
  slowMs: 1000,
  input,
  async check({ list, kind, architecture, spec }, tally) {
    const body = bodyOf(list);
    tally.count('bytes', body.length);
    const releases = read(body, kind);
    const wanted = oracle(body, kind);
    untouched();
    if (typeof releases === 'string' || 'wrong' in wanted) {
      const wrong = 'wrong' in wanted ? wanted.wrong : 'nothing';
      demand(releases === wrong, () => `${JSON.stringify(releases)} is told to be wrong, and it is ${wrong}`);
      return tally.count(wrong.startsWith('[') ? 'a wrong field' : wrong);
    }
    tally.count(releases.length > 0 ? 'accepted' : 'accepted, without a file for us');
    const ours = releases.map(({ version, architecture, filename, sha256, size, stable }) => {
      return { version, architecture, filename, sha256, size, stable };
    });
    const json = [ours, wanted.files].map((files) => JSON.stringify(files));
    demand(json[0] === json[1], () => `read as ${json[0]}, and it is ${json[1]}`);
    for (const release of releases) sound(release, kind);
    await choosesOurs(body, releases, { kind, architecture, spec }, tally);
    untouched();
  },
});

/** The releases, or what the refusal says is wrong. */
function read(body: string, kind: 'zip' | 'msi'): Release[] | string {
  try {
    return parseReleaseList(body, SOURCE, kind);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { code, message, remedy, evidence } = error;
    demand(code === 'E_LIST' && remedy !== '', `${code} for a release list`);
    const lines = [message, ...evidence];
    demand(
      lines.every((line) => /^[\x20-\x7e\ufffd…]{1,400}$/.test(line)),
      () => `not fit to be read: ${lines.join('\n')}`,
    );
    const [, field] = /is not sound: (.+?) should be /.exec(message) ?? [];
    if (field !== undefined)
      demand(
        evidence.some((line) => line.startsWith(`${field}: `)),
        'no evidence',
      );
    return (
      field ??
      (message.includes('web page') ? 'web page' : message.includes('empty answer') ? 'empty' : 'no JSON')
    );
  }
}

function oracle(body: string, kind: 'zip' | 'msi'): ReturnType<typeof verdictOf> {
  const text = body.startsWith('\ufeff') ? body.slice(1) : body;
  if (text.trimStart().startsWith('<')) return { wrong: 'web page' };
  if (text.trim() === '') return { wrong: 'empty' };
  let list: Json;
  try {
    list = JSON.parse(text);
  } catch {
    return { wrong: 'no JSON' };
  }
  return verdictOf(list, kind);
}

function sound(release: Release, kind: 'zip' | 'msi'): void {
  const { goVersion, architecture, filename, sha256, size } = release;
  const end = `.windows-${GO_ARCH[architecture]}.${kind}`;
  demand(
    filename === goVersion + end && /^go[\d.]+(?:(?:rc|beta)\d+)?$/.test(goVersion),
    `the file name ${filename}`,
  );
  demand(/^(?:[0-9a-f]{64})?$/.test(sha256) && Number.isSafeInteger(size), `${sha256}, ${size} bytes`);
}

/** What a request gets out of this list, and that it is the one that it should get. */
async function choosesOurs(
  body: string,
  releases: readonly Release[],
  { kind, architecture, spec }: { kind: 'zip' | 'msi'; architecture: Release['architecture']; spec: string },
  tally: Tally,
): Promise<void> {
  const request = { spec: parseSpec(spec, 'input go-version'), origin: 'input go-version' };
  const mirror = {
    label: SOURCE,
    official: false,
    readList: async () => body,
    readHash: async () => undefined,
  };
  const options: ResolveOptions = {
    ...{ architecture, kind, resolution: 'highest', checkLatest: false, offline: false, officialOnly: false },
    ...{ mirror, goDev: { ...mirror, label: 'go.dev', official: true }, note: () => {}, warn: () => {} },
  };
  const here = releases.filter((one) => one.architecture === architecture);
  const newest = here
    .filter(({ stable, version }) => stable && !version.includes('-'))
    .map(({ version }) => version)
    .sort(goOrder)
    .at(-1);
  try {
    const { release, official } = await resolveRelease(request, options);
    sound(release, kind);
    demand(release.architecture === architecture && release.kind === kind, `${release.filename} was chosen`);
    demand(
      release.sha256 !== '' && official === isOfficial(release),
      'chosen without a hash, or as what it is not',
    );
    const listed = here.some(
      ({ filename, sha256 }) => filename === release.filename && sha256 === release.sha256,
    );
    demand(listed || official, `${release.filename} is neither listed nor go.dev's`);
    if (spec === '*' || spec === 'stable')
      demand(release.version === newest, `${release.version}, not ${newest}`);
    tally.count('chosen');
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    demand(error.code === 'E_NOT_FOUND' || error.code === 'E_CHECKSUM', `${error.code}: ${error.message}`);
    const missed =
      (spec === '*' || spec === 'stable') && error.code === 'E_NOT_FOUND' && newest !== undefined;
    demand(!missed, `${newest} is there, and was not found for ${spec}`);
    tally.count(error.code);
  }
}

/** No list leaves anything with the objects that all others come from. */
function untouched(): void {
  const keys = [Object.prototype, Array.prototype, String.prototype].flatMap((one) => Object.keys(one));
  demand(keys.length === 0 && !('version' in {}) && !('files' in {}), `prototypes have ${keys}`);
}
