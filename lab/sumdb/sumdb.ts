import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A checksum database of the lab's own, with a key of its own, in memory. */
export interface SumDb {
  /** Its name: what stands before the key, and below a proxy's `/sumdb/`. */
  readonly name: string;
  /** `name+hash+key`, as GOSUMDB has it. */
  readonly verifierKey: string;
  /** Adds what it is to say of a module's version, and some records behind it. */
  add(module: string, version: string, h1: string): void;
  /** What it answers for a path below its address, without a slash at the start: `latest`, `lookup/…`, `tile/…`. Undefined: 404. */
  answer(path: string): Uint8Array | undefined;
  /** The signed head of the tree as it is now. */
  head(): string;
  /** A database with the same key and the same answers, whose history is another from record `at` on. */
  fork(at?: number): SumDb;
  /** One that has the same name and says the same, signed with another key under this one's hash. */
  forged(): SumDb;
}

const TILE = 256;

/**
 * @param records how many of other modules it begins with: more than one tile by default
 */
export function createSumDb({ name = 'sumdb.lab.example', records = 700 } = {}): SumDb {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const key = Buffer.concat([Buffer.of(1), raw]);
  const hash = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  const verifierKey = `${name}+${hash.toString('hex')}+${key.toString('base64')}`;
  const texts = Array.from({ length: records }, (_, number) => filler(number));
  return serve({ name, verifierKey, keyHash: hash, privateKey, texts });
}

interface State {
  readonly name: string;
  readonly verifierKey: string;
  readonly keyHash: Buffer;
  readonly privateKey: ReturnType<typeof generateKeyPairSync>['privateKey'];
  readonly texts: string[];
}

function serve(state: State): SumDb {
  const { texts } = state;
  const head = () =>
    signed(state, `go.sum database tree\n${texts.length}\n${treeHash(texts).toString('base64')}\n`);
  return {
    name: state.name,
    verifierKey: state.verifierKey,
    head,
    add(module, version, h1) {
      texts.push(`${module} ${version} ${h1}\n${module} ${version}/go.mod ${goModHash(module)}\n`);
      for (let more = 0; more < 5; more++) texts.push(filler(texts.length));
    },
    answer(path) {
      if (path === 'latest') return Buffer.from(head());
      if (path === 'supported') return Buffer.from('');
      if (path.startsWith('lookup/')) return lookUp(texts, path.slice('lookup/'.length), head);
      return path.startsWith('tile/') ? tile(texts, path) : undefined;
    },
    fork: (at = 10) => serve({ ...state, texts: texts.with(at, 'evil.example/m v1.0.0 h1:AAAA=\n') }),
    forged: () => serve({ ...state, privateKey: generateKeyPairSync('ed25519').privateKey }),
  };
}

/** The h1 of a go.mod that has the module's name alone, as the toolchain's. */
function goModHash(module: string): string {
  const content = createHash('sha256').update(`module ${module}\n`).digest('hex');
  return `h1:${createHash('sha256').update(`${content}  go.mod\n`).digest('base64')}`;
}

function filler(number: number): string {
  return `lab.example/m${number} v1.0.0 h1:${createHash('sha256').update(String(number)).digest('base64')}\n`;
}

function signed({ name, keyHash, privateKey }: State, text: string): string {
  const signature = Buffer.concat([keyHash, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

function lookUp(texts: readonly string[], wanted: string, head: () => string): Buffer | undefined {
  const [module, version] = wanted
    .replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())
    .split('@');
  const number = texts.findLastIndex((text) => text.startsWith(`${module} ${version} `));
  return number < 0 ? undefined : Buffer.from(`${number}\n${texts[number]}\n${head()}`);
}

function tile(texts: readonly string[], path: string): Buffer | undefined {
  const match = /^tile\/8\/(\d+)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/.exec(path);
  if (!match) return undefined;
  const span = TILE ** Number(match[1]);
  const first = Number(match[2]?.replace(/[x/]/g, '')) * TILE;
  const count = Math.min(TILE, Math.floor(texts.length / span) - first);
  const width = Number(match[3] ?? TILE);
  if (width > count) return undefined;
  const hashes = Array.from({ length: width }, (_, at) =>
    treeHash(texts.slice((first + at) * span, (first + at + 1) * span)),
  );
  return Buffer.concat(hashes);
}

/** Straight from RFC 6962, 2.1; slow. */
function treeHash(texts: readonly string[]): Buffer {
  if (texts.length === 1) return sha256(0, Buffer.from(texts[0] ?? ''));
  let half = 1;
  while (half * 2 < texts.length) half *= 2;
  return sha256(1, treeHash(texts.slice(0, half)), treeHash(texts.slice(half)));
}

function sha256(prefix: number, ...parts: Uint8Array[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(prefix), ...parts]))
    .digest();
}
