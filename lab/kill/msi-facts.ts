import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { packedGuid, SESSION_MANAGER } from '../msi/machine.ts';
import type { MsiScene } from '../msi/scene.ts';
import { runCommand } from '../runner.ts';
import { differenceOf, type WantedTree } from './wanted-tree.ts';

/** What a machine has to be like with one Go, and nothing left of any change. */
export interface WantedMachine {
  /** A version of the scene. */
  readonly version: string;
  readonly tree: WantedTree;
  /** The machine's PATH without Go's own entries. */
  readonly otherPath: readonly string[];
}

/** Looks at everything that a change could have left as it should not be. */
export async function expectMachine(
  scene: MsiScene,
  { version, tree, otherPath }: WantedMachine,
  expect: (holds: boolean, what: string) => void,
): Promise<void> {
  const { machine, runner, msis, root } = scene;
  const [{ stdout }, registered, registry] = await Promise.all([
    runCommand(runner, 'go version'),
    machine.registered(),
    machine.registry(SESSION_MANAGER),
  ]);
  expect(
    stdout.trim() === `go version go${version} windows/amd64`,
    `go version says "${stdout.trim()}", not go${version}`,
  );
  const wanted = msis.filter((msi) => msi.goVersion === `go${version}`);
  const codes = wanted.map(({ productCode }) => packedGuid(productCode));
  expect(String(registered) === String(codes), `registered is ${registered}, not ${codes}`);
  const difference = await differenceOf(machine.goRoot, tree);
  expect(difference === undefined, `the tree: ${difference}`);

  const { goes, others } = splitPath(registry);
  expect(goes.length === 1, `the machine's PATH has ${goes.length} entries of Go`);
  expect(String(others) === String(otherPath), `the rest of the machine's PATH is ${others.join(';')}`);
  expect(!/GOROOT"=/i.test(registry), "the machine's GOROOT is set");
  expect(
    !pendingOf(registry).some((name) => name.includes('\\Go\\')),
    'something is left for the next start',
  );
  const left = [...(await besideGo(machine.goRoot)), ...(await leftIn(root))];
  expect(left.length === 0, `left over: ${left.join(', ')}`);
}

/** The entries of the machine's PATH: Go's, and the others in their order. */
export function splitPath(registry: string): { goes: string[]; others: string[] } {
  const hex = /^"path"=hex\(2\):((?:.*\\\r\n)*.*)/im.exec(registry)?.[1] ?? '';
  const text = /^"path"="(.*)"/im.exec(registry)?.[1]?.replaceAll('\\\\', '\\') ?? textOf(hex);
  const entries = text.replaceAll('\0', '').split(';').filter(Boolean);
  const isGo = (entry: string) => /\\Go\\bin\\?$/i.test(entry);
  return { goes: entries.filter(isGo), others: entries.filter((entry) => !isGo(entry)) };
}

function pendingOf(registry: string): string[] {
  const hex = /"PendingFileRenameOperations"=hex\(7\):((?:.*\\\r\n)*.*)/.exec(registry)?.[1] ?? '';
  return textOf(hex).split('\0');
}

/** Text of bytes as `reg export` writes them: `25,00,53,\` and so on over lines. */
function textOf(hex: string): string {
  return Buffer.from(hex.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf16le');
}

/** Trees that a recovery put aside. */
async function besideGo(goRoot: string): Promise<string[]> {
  const parent = path.dirname(goRoot);
  const names = (await readdir(parent)).filter((name) => name.startsWith('Go.'));
  return names.map((name) => path.join(parent, name));
}

/** What no run may leave in the machine's root: an open change, who held the lock, drafts of files. */
async function leftIn(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  const locks = path.join('.setup-go-win', 'locks');
  return names
    .filter(
      (name) =>
        name === 'journal.json' ||
        /\.(?:new|part)$/.test(name) ||
        (path.dirname(name) === locks && !name.endsWith('.lock')),
    )
    .map((name) => path.join(root, name));
}
