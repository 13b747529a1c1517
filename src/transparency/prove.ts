import { SetupError } from '../errors.ts';
import type { DatabaseClient } from './client.ts';
import { openNote, type VerifierKey } from './note.ts';
import { parseRecord, recordedHash } from './record.ts';
import { checkTiles, nodeReader, tilePath, tilesFor } from './tiles.ts';
import {
  checkInclusion,
  consistencyProof,
  describeHead,
  inclusionProof,
  isConsistent,
  parseTreeHead,
  type ReadNode,
  recordHash,
  type TreeHead,
} from './tlog.ts';
import { Untrusted } from './untrusted.ts';

/** A record that is proven to be in a tree that the database signed. */
export interface ProvenRecord {
  /** `h1:` and base64. */
  readonly h1: string;
  /** Its place in the log. */
  readonly number: number;
  readonly head: TreeHead;
  /** The signed note of the tree. */
  readonly note: Buffer;
}

/** Remembers the newest tree of a database that was ever proven here. */
export interface HeadMemory {
  /** Its signed note, as it was kept. */
  read(): Promise<Buffer | undefined>;
  /** Keeps another in place of it. False where that is not there any more: another runner was faster. */
  replace(before: Buffer | undefined, after: Buffer): Promise<boolean>;
}

/**
 * Looks a module's version up, and proves what the database says: its signature on a tree, and that the record is in that tree.
 *
 * @returns undefined where the database has no such version
 * @throws Untrusted where something does not fit; SetupError E_NETWORK where there is no answer, or one that is no record
 */
export async function proveRecord(
  client: DatabaseClient,
  key: VerifierKey,
  module: string,
  version: string,
): Promise<ProvenRecord | undefined> {
  const answer = await client.lookUp(module, version);
  if (answer === undefined) return undefined;
  const record = parseRecord(answer);
  if (record === undefined) throw noRecord(client.label(), answer);
  const { number, text, note } = record;
  const head = parseTreeHead(openNote(note, key));
  if (number >= head.size)
    throw new Untrusted(`record ${number} is beyond its own tree`, [`tree ${describeHead(head)}`]);
  const { leaf, proof } = await prove(client, head, (read) => ({
    leaf: read(0, number),
    proof: inclusionProof(number, head.size, read),
  }));
  if (!leaf.equals(recordHash(text)))
    throw new Untrusted(`record ${number} is another in its tree`, [`tree ${describeHead(head)}`]);
  checkInclusion(proof, number, leaf, head);
  const h1 = recordedHash(text, module, version);
  if (h1 !== undefined) return { h1, number, head, note };
  throw new Untrusted(`the record for ${module}@${version} is another's`, text.toString().trim().split('\n'));
}

/**
 * Sees whether a tree and the newest one that is remembered are two moments of one history, and remembers the newer of them.
 *
 * @throws Untrusted with both signed heads where they are not; SetupError E_NETWORK
 */
export async function joinHistory(
  client: DatabaseClient,
  key: VerifierKey,
  memory: HeadMemory,
  { head, note }: ProvenRecord,
): Promise<void> {
  for (;;) {
    const kept = await memory.read();
    const known = kept === undefined ? undefined : headIn(kept, key);
    if (kept !== undefined && known !== undefined) {
      const [older, newer] = known.size < head.size ? [known, head] : [head, known];
      await oneHistory(client, older, newer).catch((error) => {
        throw error instanceof Untrusted ? withHeads(error, kept, note) : error;
      });
      if (newer === known) return;
    }
    if (await memory.replace(kept, note)) return;
  }
}

async function oneHistory(client: DatabaseClient, older: TreeHead, newer: TreeHead): Promise<void> {
  const needsNone = older.size === 0 || older.size === newer.size;
  const proof = needsNone
    ? []
    : await prove(client, newer, (read) => consistencyProof(older.size, newer.size, read));
  if (!isConsistent(proof, older, newer))
    throw new Untrusted('it has signed two histories that contradict each other');
}

/** Makes a proof from the tiles that it takes, fetched all at once and checked. */
async function prove<T>(client: DatabaseClient, tree: TreeHead, make: (read: ReadNode) => T): Promise<T> {
  const tiles = tilesFor(tree.size, make);
  const contents = await Promise.all(
    tiles.map(async (tile) => [tilePath(tile), await client.tile(tile)] as const),
  );
  const read = nodeReader(tree.size, new Map(contents));
  checkTiles(tree, tiles, read);
  return make(read);
}

/** What is kept in a file that anything may have written to: without the signature it is nothing. */
function headIn(note: Buffer, key: VerifierKey): TreeHead | undefined {
  try {
    return parseTreeHead(openNote(note, key));
  } catch (error) {
    if (error instanceof Untrusted) return undefined;
    throw error;
  }
}

function withHeads({ message, evidence }: Untrusted, kept: Buffer, note: Buffer): Untrusted {
  const lines = (text: Buffer) => text.toString().trimEnd().split('\n');
  return new Untrusted(message, [
    ...evidence,
    'tree that was proven on this runner before:',
    ...lines(kept),
    'tree that it shows now:',
    ...lines(note),
  ]);
}

function noRecord(label: string, answer: Buffer): SetupError {
  return new SetupError('E_NETWORK', `${label} answers with something that is no record.`, {
    remedy: 'See what answers in place of the checksum database: a proxy, or a page to log in.',
    evidence: [`it begins with ${JSON.stringify(answer.toString('utf8', 0, 80))}`],
  });
}
