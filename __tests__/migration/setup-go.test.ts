import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { maxSatisfying, minor } from 'semver';
import { parse } from 'yaml';
import { readInputs } from '../../src/inputs.ts';
import { matchDependencyFiles } from '../../src/modcache/dependency-files.ts';
import { builtinReleases } from '../../src/release/builtin.ts';
import { resolveRelease } from '../../src/release/resolve.ts';
import { readRequests } from '../../src/requests.ts';
import { goDevWith, mirrorWith, OTHER } from '../release/origins.ts';
import { fullList } from '../release/recorded.ts';

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A `with:` block that was written for actions/setup-go: those of its documentation, and those of public workflows at a commit. */
interface Block {
  /** What it is an example of; or repository, commit and file. */
  readonly at: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Files of the workspace, of which only what counts here was kept. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The one version that it can only mean. */
  readonly exact?: string;
  /** What stands in the file that it names. */
  readonly range?: string;
  /** The files that its cache depends on. */
  readonly dependencies?: readonly string[];
}
const { documented, public: ofOthers } = JSON.parse(readFileSync(at('workflows.json'), 'utf8')) as Record<
  'documented' | 'public',
  Block[]
>;

/** The newest version that setup-go's own rule takes, node-semver's, from the releases that this action knows. */
function bySetupGo(spec: string): string | null {
  const versions = builtinReleases('x64', 'zip').map(({ version }) => version);
  const newest = maxSatisfying(versions, '*') ?? '';
  if (spec === 'stable') return newest;
  return maxSatisfying(versions, spec === 'oldstable' ? `1.${minor(newest) - 1}` : spec);
}

let workspace: string;
let before: NodeJS.ProcessEnv;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'migration-'));
  before = { ...process.env };
  // Commands to the runner: masks, and what @actions/glob tells of its patterns.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(workspace, { recursive: true });
  process.env = before;
});

/** What the action makes of a block: its inputs as the runner hands them over, read and resolved by the code of the action. */
async function resolveBlock({ with: block, files = {}, env = {} }: Block) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  }
  Object.assign(process.env, env);
  for (const [name, value] of Object.entries(block))
    process.env[`INPUT_${name.toUpperCase()}`] = String(value).replaceAll('WORKSPACE', workspace);
  const inputs = readInputs();
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const log = { info: say, notice: say, warn: say };
  const [request, ...more] = await readRequests({
    inputs,
    host: { workspace },
    log: log as never,
    learned: {},
  });
  if (request === undefined || more.length > 0) throw new Error('not one version');
  const architecture = inputs.architecture ?? 'x64';
  const hash = new Proxy({}, { get: () => OTHER });
  const { release } = await resolveRelease(request, {
    architecture,
    kind: 'zip',
    resolution: inputs.resolution,
    checkLatest: inputs.checkLatest,
    offline: inputs.offline,
    officialOnly: inputs.officialOnly,
    mirror: inputs.mirror === '' ? undefined : mirrorWith(undefined, hash),
    goDev: goDevWith(fullList),
    note: say,
    warn: say,
  });
  const dependencies = inputs.cacheDependencyPath.length
    ? await matchDependencyFiles(inputs.cacheDependencyPath, workspace)
    : [];
  const shown = dependencies.map((file) => path.relative(workspace, file).replaceAll('\\', '/'));
  return { inputs, release, dependencies: shown };
}

describe.each([
  ['of the documentation', documented],
  ['of a public workflow', ofOthers],
])('a with: block %s', (_whose, blocks) => {
  it.each(blocks)('$at: $with', async (block) => {
    const { release, dependencies, inputs } = await resolveBlock(block);
    const spec = block.range ?? String(block.with['go-version']);
    expect(release.version).toBe(block.exact ?? bySetupGo(spec));
    expect(dependencies).toEqual(block.dependencies ?? []);
    expect(String(block.with['cache'] ?? 'auto')).toBe(inputs.cache);
  });
});

it('are enough of them: ten repositories, and every input of setup-go', () => {
  expect(new Set(ofOthers.map((block) => block.at.split(' ')[0])).size).toBeGreaterThanOrEqual(10);
  const given = new Set([...documented, ...ofOthers].flatMap((block) => Object.keys(block.with)));
  expect([...given]).toEqual(expect.arrayContaining(SETUP_GO_INPUTS));
});

/** Of v7.0.0. */
const SETUP_GO_INPUTS = [
  'go-version',
  'go-version-file',
  'check-latest',
  'token',
  'cache',
  'cache-dependency-path',
  'architecture',
  'go-download-base-url',
];

it('action.yml has every input and output of setup-go', () => {
  const { inputs, outputs } = parse(readFileSync(at('../../action.yml'), 'utf8'));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(SETUP_GO_INPUTS));
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['go-version', 'cache-hit']));
});
