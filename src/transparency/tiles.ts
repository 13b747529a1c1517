import { describeHead, HASH_BYTES, nodeHash, type ReadNode, rangeHash, type TreeHead } from './tlog.ts';
import { Untrusted } from './untrusted.ts';

/** Some hashes of one level of a log, side by side, as one file. */
export interface Tile {
  /** In tiles: its hashes are those of subtrees of 256^level records. */
  readonly level: number;
  readonly number: number;
  /** How many hashes it has; fewer than 256 only at the growing end. */
  readonly width: number;
}

/** The database of Go has tiles of height 8 (golang.org/design/25530-sumdb). */
const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;

/**
 * Where a tile lies below the database: `tile/8/0/x123/456`, or `tile/8/0/x123/456.p/7` where it is not full (C2SP tlog-tiles; three digits a
 * directory).
 */
export function tilePath({ level, number, width }: Tile): string {
  const groups = [String(number % 1000).padStart(3, '0')];
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${HEIGHT}/${level}/${groups.join('/')}${width === WIDTH ? '' : `.p/${width}`}`;
}

/** The same tile when it has been filled: what there was of it may be gone then. */
export function fullTile(tile: Tile): Tile {
  return { ...tile, width: WIDTH };
}

/**
 * The tiles that a proof is made from and those that these are checked with, each once.
 *
 * @param size of the tree
 * @param prove makes the proof; what its nodes are read from here is made up
 */
export function tilesFor(size: number, prove: (read: ReadNode) => unknown): Tile[] {
  const tiles = new Map<string, Tile>();
  const nothing = Buffer.alloc(HASH_BYTES);
  const add = (tile: Tile | undefined): void => {
    if (tile === undefined || tiles.has(tilePath(tile))) return;
    tiles.set(tilePath(tile), tile);
    add(parentOf(tile, size));
  };
  const read: ReadNode = (level, number) => {
    add(tileOf(level, number, size));
    return nothing;
  };
  prove(read);
  rangeHash(0, size, read);
  return [...tiles.values()];
}

/**
 * Checks every hash of the tiles against the tree, those as well that no proof needs: a tile that is not the log's own tells that something is wrong.
 *
 * @param tiles as {@link tilesFor} names them
 * @throws Untrusted naming the tile, or the tree that they do not lead to
 */
export function checkTiles(head: TreeHead, tiles: readonly Tile[], read: ReadNode): void {
  if (!rangeHash(0, head.size, read).equals(head.hash))
    throw new Untrusted('its tiles do not lead to its own tree', [`tree ${describeHead(head)}`]);
  for (const tile of tiles) {
    if (parentOf(tile, head.size) === undefined) continue;
    const level = HEIGHT * (tile.level + 1);
    const start = tile.number * WIDTH;
    // Not read(level, number): that is what the tile above says.
    const own = combinedFrom(read, HEIGHT * tile.level, start, start + WIDTH);
    if (!own.equals(read(level, tile.number)))
      throw new Untrusted(`${tilePath(tile)} is not the one of its tree`, [`tree ${describeHead(head)}`]);
  }
}

/**
 * Reads nodes from tiles.
 *
 * @param size of the tree
 * @param tiles by their paths, as {@link tilesFor} names them
 * @throws Untrusted for a tile that is missing or has another size
 */
export function nodeReader(size: number, tiles: ReadonlyMap<string, Uint8Array | undefined>): ReadNode {
  return (level, number) => {
    const tile = tileOf(level, number, size);
    const path = tilePath(tile);
    const bytes = tiles.get(path);
    if (bytes === undefined) throw new Untrusted(`it has no ${path}, of a tree that it signed`);
    if (bytes.length !== tile.width * HASH_BYTES)
      throw new Untrusted(
        `${path} has ${bytes.length} bytes, where ${tile.width} hashes have ${tile.width * HASH_BYTES}`,
      );
    const span = 2 ** (level % HEIGHT);
    const first = (number * span) % WIDTH;
    return combined(bytes, first, first + span);
  };
}

/** The tile that has what a node is made from, as wide as a tree of this size has it. */
function tileOf(level: number, number: number, size: number): Tile {
  const tileLevel = Math.floor(level / HEIGHT);
  const index = Math.floor((number * 2 ** (level % HEIGHT)) / WIDTH);
  const hashes = Math.floor(size / WIDTH ** tileLevel);
  return { level: tileLevel, number: index, width: Math.min(WIDTH, hashes - index * WIDTH) };
}

/** The tile with the one hash over all of a full tile; undefined where there is none: at the top, and while the tile grows. */
function parentOf({ level, number, width }: Tile, size: number): Tile | undefined {
  const above = HEIGHT * (level + 1);
  return width === WIDTH && number < Math.floor(size / 2 ** above) ? tileOf(above, number, size) : undefined;
}

function combinedFrom(read: ReadNode, level: number, start: number, end: number): Buffer {
  if (end - start === 1) return read(level, start);
  const middle = (start + end) / 2;
  return nodeHash(combinedFrom(read, level, start, middle), combinedFrom(read, level, middle, end));
}

/** The hash over the hashes of a tile from `start` to `end`, a power of two of them. */
function combined(tile: Uint8Array, start: number, end: number): Buffer {
  if (end - start === 1) return Buffer.from(tile.subarray(start * HASH_BYTES, end * HASH_BYTES));
  const middle = (start + end) / 2;
  return nodeHash(combined(tile, start, middle), combined(tile, middle, end));
}
