import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8');
const within = (folder: string) => readdirSync(path.join(repo, folder)).map((name) => `${folder}/${name}`);

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: Record<string, string>;
  /** A workflow that it calls, in the place of steps. */
  uses?: string;
  steps?: Step[];
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** The workflow that others call. */
const CALLED = '.github/workflows/upgrade-fleet.yml';
const own = within('.github/workflows');
const examples = within('examples/workflows');
const jobsOf = (file: string) => Object.entries((parse(read(file)) as Workflow).jobs);
/** By which names a workflow says this action: by its path in the checkout, or, where the checkout is somebody else's, as everybody does. */
const ourNames = (file: string) =>
  own.includes(file) && file !== CALLED ? ['./'] : ['org/setup-go-win@v1', `org/setup-go-win/${CALLED}@v1`];
const checksOut = ({ steps = [] }: Job) => steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));

describe.each([...own, ...examples])('%s', (file) => {
  it('grants nothing to all jobs at once, and to each job what it names', () => {
    expect((parse(read(file)) as Workflow).permissions).toEqual({});
    for (const [name, job] of jobsOf(file))
      expect([name, job.permissions]).toEqual([name, checksOut(job) ? expect.anything() : job.permissions]);
  });

  it('pins every other action by its commit, with the version beside it', () => {
    const others = [...read(file).matchAll(/uses: (\S+)(.*)/g)];
    const uses = others.filter(([, name = '']) => !ourNames(file).includes(name));
    for (const [line] of uses) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves no token behind in the checkout', () => {
    for (const [, { steps = [] }] of jobsOf(file))
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
  });
});

it.each(examples)('%s needs the right to read the repository, for the checkout, and no other', (file) => {
  for (const [, job] of jobsOf(file).filter(([, { uses }]) => uses === undefined))
    expect(job.permissions ?? {}).toEqual(checksOut(job) ? { contents: 'read' } : {});
});

it('who calls a workflow gives it the rights that its jobs ask for, and no other', () => {
  const asked = Object.assign({}, ...jobsOf(CALLED).map(([, { permissions }]) => permissions));
  const calls = examples.flatMap(jobsOf).filter(([, { uses }]) => uses !== undefined);
  expect(calls.map(([, { uses, permissions }]) => [uses, permissions])).toEqual([
    [`org/setup-go-win/${CALLED}@v1`, asked],
  ]);
});

describe('the workflows that run code of packages', () => {
  const npmJobs = own.flatMap((file) =>
    jobsOf(file)
      .filter(([, { steps = [] }]) => steps.some(({ run }) => /\bnpm (?:ci|cit|install)\b/.test(run ?? '')))
      .map(([name, job]) => [`${path.basename(file)}: ${name}`, job] as const),
  );

  it.each(npmJobs)('%s can write nowhere', (_name, job) => {
    expect(Object.values(job.permissions ?? {}).filter((right) => right !== 'read')).toEqual([]);
  });

  it.each(['ci.yml: checks', 'index.yml: index', 'release.yml: check'])(
    '%s asks the registry for the signatures of what it installed, before anything of it runs',
    (wanted) => {
      const steps = npmJobs.find(([name]) => name === wanted)?.[1].steps?.map(({ run }) => run) ?? [];
      expect(steps[steps.indexOf('npm ci') + 1]).toBe('npm audit signatures');
    },
  );
});

it('.npmrc runs no scripts of packages, and takes none that is younger than a week', () => {
  const settings = read('.npmrc').split('\n');
  expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'min-release-age=7']));
});
