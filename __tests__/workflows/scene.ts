import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const IDENTITY = {
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

/** What a step of a workflow runs. */
export function scriptOf(workflow: string, job: string, step: string): string {
  const { jobs } = parse(readFileSync(path.join(repo, '.github/workflows', workflow), 'utf8'));
  const found = jobs[job].steps.find(({ name }: { name?: string }) => name === step);
  if (found?.run === undefined) throw new Error(`${workflow} has no step ${step}`);
  return found.run;
}

/** Where a step's script runs: a clone of a repository of its own, and a gh that writes down what it is asked. */
export interface Scene {
  readonly home: string;
  readonly origin: string;
  readonly clone: string;
  /** Runs git, by default in the clone, and returns what it said. */
  git(args: readonly string[], cwd?: string): string;
  /** Writes a file, commits, and returns the commit. */
  commit(file: string, text: string): string;
  /**
   * Runs a script by the runner's shell for `shell: bash`.
   * @param answers what gh prints, by the words that its arguments begin with; `!` ends it with 1
   */
  run(
    script: string,
    env?: Readonly<Record<string, string>>,
    answers?: Readonly<Record<string, string>>,
  ): { readonly status: number | null; readonly stderr: string };
  /** The arguments of each gh of the last run. */
  asked(): string[];
  /** What the last run wrote to GITHUB_OUTPUT. */
  output(): string;
  remove(): void;
}

export function makeScene(): Scene {
  const home = mkdtempSync(path.join(tmpdir(), 'workflow-'));
  const at = (...names: string[]) => path.join(home, ...names);
  const [origin, clone] = [at('origin.git'), at('clone')];
  for (const folder of [origin, clone, at('bin')]) mkdirSync(folder);

  const git: Scene['git'] = (args, cwd = clone) => {
    const env = { ...process.env, ...IDENTITY };
    const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', env });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  git(['init', '-q', '--bare'], origin);
  git(['init', '-q']);
  git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  git(['remote', 'add', 'origin', origin]);
  return {
    home,
    origin,
    clone,
    git,
    commit: (file, text) => {
      mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
      writeFileSync(path.join(clone, file), text);
      git(['add', '-A']);
      git(['commit', '-qm', 'test']);
      return git(['rev-parse', 'HEAD']);
    },
    run: (script, env = {}, answers = {}) => {
      writeFileSync(at('bin', 'gh'), fakeGh(at('asked'), answers));
      chmodSync(at('bin', 'gh'), 0o755);
      for (const file of ['asked', 'output']) writeFileSync(at(file), '');
      return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: clone,
        encoding: 'utf8',
        env: {
          PATH: [at('bin'), path.dirname(process.execPath), process.env['PATH']].join(':'),
          HOME: home,
          RUNNER_TEMP: home,
          GITHUB_OUTPUT: at('output'),
          GITHUB_REPOSITORY: 'org/setup-go-win',
          GITHUB_RUN_ID: '77',
          ...env,
        },
      });
    },
    asked: () => readFileSync(at('asked'), 'utf8').split('\n').filter(Boolean),
    output: () => readFileSync(at('output'), 'utf8'),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function fakeGh(log: string, answers: Readonly<Record<string, string>>): string {
  const cases = Object.entries(answers).map(([words, text]) =>
    text === '!' ? `"${words}"*) exit 1;;` : `"${words}"*) printf '%s\\n' '${text}';;`,
  );
  return `#!/bin/bash\necho "$*" >> '${log}'\ncase "$*" in\n${cases.join('\n')}\nesac\n`;
}
