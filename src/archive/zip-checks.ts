import { caseKey, nameProblem } from './entry-name.ts';
import { broken, quoteName, type ZipDirectory, type ZipFile } from './zip-file.ts';

/** An entry as the central directory has it, its name decoded. */
export interface NamedEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly method: 0 | 8;
  readonly attributes: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

interface Bounds {
  readonly topDirectory: string;
  /** Where the entries end and the central directory begins. */
  readonly end: number;
  readonly archiveSize: number;
}

const MIB = 2 ** 20;
const MAX_ENTRY = 1024 * MIB;
const MAX_TOTAL = 4096 * MIB;
/** Go's archives unpack to three times their size; nothing real comes near this, beyond small ones. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 100 * MIB;
/** Go has 1,400. Each entry can name hundreds, and this is counted before anyone knows the archive's hash. */
const MAX_DIRECTORIES = 0xffff;

const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const REPARSE_POINT = 0x400;

/**
 * Turns the entries into files and directories below the top directory.
 *
 * @throws SetupError E_ARCHIVE for names that Windows or this target can't hold, links and other special files, duplicates
 *   (case ignored), a file where a directory is needed, several top directories, overlapping entries, bombs
 */
export function checkTree(entries: readonly NamedEntry[], bounds: Bounds): ZipDirectory {
  let totalSize = 0;
  const tree = createTree();
  const limits = limitsOf(entries, bounds.end);
  const files: ZipFile[] = [];
  for (const entry of entries) {
    const { name, method, crc32, compressedSize, size, offset, rawName } = entry;
    const problem = nameProblem(name) ?? typeProblem(entry);
    if (problem !== undefined) throw broken(problem, name);
    const isDirectory = name.endsWith('/');
    const [top, ...rest] = (isDirectory ? name.slice(0, -1) : name).split('/');
    if (top !== bounds.topDirectory || (rest.length === 0 && !isDirectory)) {
      throw broken(`it lies outside of ${bounds.topDirectory}/`, name);
    }
    if (size > MAX_ENTRY) throw broken('it is larger than 1 GiB unpacked', name);
    totalSize += size;
    const path = rest.join('/');
    if (isDirectory) {
      if (size > 0) throw broken('it is a directory with content', name);
      if (path === '') tree.addTop(name);
      else tree.addDirectory(path, name);
      continue;
    }
    tree.addFile(path, name);
    const limit = limits.get(entry) ?? bounds.end;
    files.push({ path, method, crc32, compressedSize, size, offset, limit, rawName });
  }
  if (totalSize > MAX_TOTAL) throw broken(`it unpacks to ${totalSize} bytes, more than 4 GiB`);
  if (totalSize > RATIO_COUNTS_FROM && totalSize > MAX_RATIO * bounds.archiveSize) {
    throw broken(`it unpacks to ${totalSize} bytes, more than ${MAX_RATIO} times its size`);
  }
  return { files, directories: tree.directories(), totalSize };
}

/** For each entry the offset that it must end before; refuses those that reach into the next one. */
function limitsOf(entries: readonly NamedEntry[], end: number): Map<NamedEntry, number> {
  const limits = new Map<NamedEntry, number>();
  const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of byOffset.entries()) {
    const limit = byOffset[index + 1]?.offset ?? end;
    if (entry.offset + 30 + entry.rawName.length + entry.compressedSize > limit) {
      throw broken('it overlaps another entry', entry.name);
    }
    limits.set(entry, limit);
  }
  return limits;
}

/** The upper half of the attributes holds a Unix mode, or zero; the lower one Windows' own. */
function typeProblem({ name, attributes }: NamedEntry): string | undefined {
  const type = (attributes >>> 16) & TYPE_MASK;
  if (type === SYMLINK || (attributes & REPARSE_POINT) !== 0) return 'it is a link';
  if (type !== 0 && type !== REGULAR && type !== DIRECTORY) return 'it is neither a file nor a directory';
  if (type === (name.endsWith('/') ? REGULAR : DIRECTORY)) return 'its name and its type disagree';
  return undefined;
}

function createTree() {
  /** By case-insensitive key: the path as first spelled, and what named it. */
  const seen = new Map<string, { path: string; kind: 'file' | 'directory'; named: boolean }>();
  let topNamed = false;
  let directories = 0;

  function add(path: string, kind: 'file' | 'directory', named: boolean, entry: string): void {
    const key = caseKey(path);
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, { path, kind, named });
      if (kind === 'directory' && ++directories > MAX_DIRECTORIES)
        throw broken(`it has more than ${MAX_DIRECTORIES} directories`);
      return;
    }
    if (other.path !== path) throw broken(`it differs from ${quoteName(other.path)} in case only`, entry);
    if (other.kind !== kind) throw broken('it is both a file and a directory', entry);
    if (other.named && named) throw broken('it is there twice', entry);
    other.named ||= named;
  }

  function addParents(path: string, entry: string): void {
    // From the innermost one outwards, until one is known: then those around it are, too.
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash);
      const known = seen.get(caseKey(parent));
      add(parent, 'directory', false, entry);
      if (known !== undefined) return;
    }
  }

  return {
    addTop(entry: string) {
      if (topNamed) throw broken('it is there twice', entry);
      topNamed = true;
    },
    addDirectory(path: string, entry: string) {
      addParents(path, entry);
      add(path, 'directory', true, entry);
    },
    addFile(path: string, entry: string) {
      addParents(path, entry);
      add(path, 'file', true, entry);
    },
    directories() {
      const paths = [...seen.values()].filter(({ kind }) => kind === 'directory').map(({ path }) => path);
      return paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
    },
  };
}
