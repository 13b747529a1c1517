import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, markerPath, treePath } from '../../src/toolcache/layout.ts';
import type { MachineScene } from '../machine/scene.ts';
import { leftoversIn } from './tool-cache.ts';
import { differenceOf, type WantedTree } from './wanted-tree.ts';

/** The machine as a campaign knows it. */
export interface KnownMachine {
  readonly scene: MachineScene;
  /** What a whole tree of each version holds. */
  readonly trees: ReadonlyMap<string, WantedTree>;
  /** PATH of the machine without `current`, with its type before a colon. */
  readonly otherPath: string;
}

/** What there is between two runs. */
export interface Between {
  /** The version that `current` leads to; undefined where there is none. */
  readonly version: string | undefined;
  /** Whether a change is open in the journal. */
  readonly unfinished: boolean;
}

type Expect = (holds: boolean, what: string) => void;

/** A version of the machine, seen from the host. */
export function entryOf({ root, tree }: MachineScene, version: string): Entry {
  const [tool = ''] = path.relative(path.join(root, 'versions'), tree(version)).split(path.sep);
  return { root: path.join(root, 'versions'), tool, version, architecture: 'x64' };
}

/**
 * Looks at what holds at any moment, whoever was killed: whatever carries a marker is whole.
 *
 * @param mayBeTorn the version whose tree was being replaced: only where it is that one, and a change is open, may `current` lead to a tree without marker
 */
export async function expectNoneTorn(
  { scene, trees }: KnownMachine,
  mayBeTorn: string | undefined,
  expect: Expect,
): Promise<Between> {
  const marked = scene.versions().filter((version) => existsSync(markerPath(entryOf(scene, version))));
  for (const version of marked) {
    const difference = await differenceOf(scene.tree(version), trees.get(version) ?? new Map());
    expect(difference === undefined, `a marker beside a tree of ${version} that is not whole: ${difference}`);
  }
  const unfinished = existsSync(path.join(scene.root, 'journal.json'));
  const leads = scene.current();
  if (leads === 'nothing') return { version: undefined, unfinished };
  // The link's own words are those of Wine's namespace.
  const below = (version: string) => path.relative(scene.lab.driveC, scene.tree(version));
  const version = [...trees.keys()].find((one) => leads.endsWith(`/${below(one)}`));
  const sound = version !== undefined && (marked.includes(version) || (unfinished && version === mayBeTorn));
  expect(sound, `current leads to ${leads}, which is no whole Go`);
  return { version, unfinished };
}

/**
 * Looks at everything that a change could have left as it should not be, when nobody was killed.
 *
 * @param versions of which one has to be the machine's Go
 * @param mayStay of what lies beside, by its path in the machine's root
 */
export async function expectMachine(
  known: KnownMachine,
  versions: readonly string[],
  mayStay: readonly RegExp[],
  expect: Expect,
): Promise<void> {
  const { scene, otherPath } = known;
  const { version, unfinished } = await expectNoneTorn(known, undefined, expect);
  expect(version !== undefined && versions.includes(version), `the machine's Go is ${version}`);
  expect(!unfinished, 'a change is open still');
  const answer = await scene.goAnswers();
  expect(answer === `go version go${version} windows/amd64`, `go version says "${answer}" through current`);
  const written = await scene.path();
  const bin = `${scene.lab.toWindows(path.join(scene.root, 'current'))}\\bin`;
  expect(written === `${otherPath};${bin}`, `PATH of the machine is ${written}`);
  const last = lastSuccess(scene.root);
  expect(last === version, `the last change that is remembered led to ${last}`);
  const found = (await leftIn(known)).filter((name) => !mayStay.some((one) => one.test(name)));
  expect(found.length === 0, `left over: ${found.join(', ')}`);
}

/** The version that the last change which is remembered led to. */
function lastSuccess(root: string): string | undefined {
  const { successes } = JSON.parse(readFileSync(path.join(root, 'history.json'), 'utf8'));
  return successes.at(-1)?.to;
}

/** What no run may leave, by its path in the machine's root. */
async function leftIn({ scene, trees }: KnownMachine): Promise<string[]> {
  const { root } = scene;
  const expected = ['.setup-go-win', 'current', 'history.json', 'versions'];
  const names = readdirSync(root).filter((name) => !expected.includes(name));
  const locks = path.join('.setup-go-win', 'locks');
  const records = readdirSync(path.join(root, locks)).filter((name) => !name.endsWith('.lock'));
  const entries = [...trees.keys()].map((version) => entryOf(scene, version));
  const beside = await leftoversIn(path.join(root, 'versions'), entries);
  const torn = entries.filter((entry) => existsSync(treePath(entry)) && !existsSync(markerPath(entry)));
  return [
    ...names,
    ...records.map((name) => path.join(locks, name)),
    ...beside.map((name) => path.join('versions', name)),
    ...torn.map((entry) => path.relative(root, treePath(entry))),
  ];
}
