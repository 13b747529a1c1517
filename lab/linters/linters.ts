import path from 'node:path';
import { labCacheDir, makeOnce } from '../releases/cache.ts';
import { BUILD_ENV, goTool } from '../releases/go-tool.ts';
import type { Progress } from '../releases/release.ts';
import { run } from '../releases/run.ts';
import { findPython } from '../releases/wheel.ts';
import { askGithubParser } from './github-parser.ts';

const ACTIONLINT = 'v1.7.12';
const ZIZMOR = '1.32.0';

/** What a linter of workflows said of the repository. */
export interface LintResult {
  readonly linter: string;
  readonly clean: boolean;
  readonly output: string;
}

/**
 * Runs GitHub's own parser, actionlint and zizmor over action.yml and the workflows. The latter two come from the Go module proxy and from PyPI;
 * each is brought once and kept in the lab's cache.
 *
 * @param repo the checkout
 * @throws Error when one of them cannot be brought
 */
export async function lintWorkflows(repo: string, say: Progress): Promise<LintResult[]> {
  const [actionlint, zizmor] = [await bringActionlint(say), await bringZizmor(say)];
  const workflows = ['.github/workflows', 'examples/workflows'];
  const files = (
    await run('git', ['ls-files', '--', ...workflows.map((folder) => `${folder}/*.yml`)], { cwd: repo })
  ).output
    .split('\n')
    .filter(Boolean);
  const first = await run(actionlint, ['-no-color', '-shellcheck=', '-pyflakes=', ...files], { cwd: repo });
  const second = await run(
    zizmor,
    [
      '--offline',
      '--no-progress',
      '--color=never',
      '--persona=regular',
      'action.yml',
      '.github',
      ...files.filter((file) => file.startsWith('examples')),
    ],
    { cwd: repo },
  );
  const third = await askGithubParser(repo, ['action.yml', ...files]);
  return [
    { linter: "GitHub's parser", clean: third.length === 0, output: third.join('\n') },
    { linter: `actionlint ${ACTIONLINT}`, clean: first.code === 0, output: first.output },
    { linter: `zizmor ${ZIZMOR}`, clean: second.code === 0, output: second.output },
  ];
}

async function bringActionlint(say: Progress): Promise<string> {
  const home = path.join(labCacheDir(), `actionlint-${ACTIONLINT}`);
  await makeOnce(home, async (temporary) => {
    say(`building actionlint ${ACTIONLINT}`);
    const go = await goTool(say);
    const built = await run(go, ['install', `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT}`], {
      env: { ...BUILD_ENV, GOBIN: temporary },
    });
    if (built.code !== 0) throw new Error(`actionlint cannot be built: ${built.output}`);
  });
  return path.join(home, 'actionlint');
}

async function bringZizmor(say: Progress): Promise<string> {
  const home = path.join(labCacheDir(), `zizmor-${ZIZMOR}`);
  await makeOnce(home, async (temporary) => {
    say(`installing zizmor ${ZIZMOR}`);
    const installed = await run(await findPython(say), [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--target',
      temporary,
      `zizmor==${ZIZMOR}`,
    ]);
    if (installed.code !== 0) throw new Error(`zizmor cannot be installed with pip: ${installed.output}`);
  });
  return path.join(home, 'bin', 'zizmor');
}
