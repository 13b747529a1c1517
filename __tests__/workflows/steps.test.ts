import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeScene, type Scene, scriptOf } from './scene.ts';

const DATA = 'src/release/builtin-data.ts';
// These scripts run on Linux runners alone.
const describeLinux = process.platform === 'win32' ? describe.skip : describe;

describeLinux('in a repository of its own', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = makeScene();
    scene.commit('package.json', '{"version":"1.3.0"}');
    scene.commit(DATA, "export const date = '2026-08-19';\nold\n");
    scene.git(['push', '-q', 'origin', 'main']);
    scene.git(['fetch', '-q']);
  });
  afterEach(() => scene.remove());
  const expectDone = ({ status, stderr }: ReturnType<Scene['run']>) =>
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });

  describe('the pull request of a new index', () => {
    const script = scriptOf('index.yml', 'propose', 'Open it, unless there is one');
    const NEW = "export const date = '2026-11-25';\nnew\nold\n";
    beforeEach(() => {
      writeFileSync(path.join(scene.clone, DATA), NEW);
      writeFileSync(path.join(scene.home, 'index.patch'), `${scene.git(['diff', '--binary'])}\n`);
      writeFileSync(path.join(scene.home, 'said.txt'), 'new: go1.98.7.windows-amd64.zip\n');
      scene.git(['checkout', '-q', '--', '.']);
    });

    it('is opened from a branch of its day, and CI is started there', () => {
      expectDone(scene.run(script));
      const list = ['for-each-ref', '--format=%(refname:short)', 'refs/heads/index/'];
      const branch = scene.git(list, scene.origin);
      expect(branch).toMatch(/^index\/\d{4}-\d\d-\d\d$/);
      expect(scene.git(['show', `${branch}:${DATA}`], scene.origin)).toBe(NEW.trim());
      expect(scene.git(['log', '-1', '--format=%B', branch], scene.origin)).toContain('new: go1.98.7');
      expect(scene.asked()).toEqual([
        'auth setup-git',
        expect.stringMatching(/^pr list --state open/),
        expect.stringContaining(`pr create --base main --head ${branch} --title Release index of`),
        `workflow run ci.yml --ref ${branch}`,
      ]);
    });

    it.each([
      ['is not, where an open one has the same releases under another date', 'new\nold\n', 0],
      ['is, where an open one has others', 'newer\nold\n', 1],
    ])('%s', (_case, rows, created) => {
      scene.git(['switch', '-qc', 'index/2026-11-20']);
      scene.commit(DATA, `export const date = '2026-11-20';\n${rows}`);
      scene.git(['push', '-q', 'origin', 'index/2026-11-20']);
      scene.git(['switch', '-q', 'main']);
      expectDone(scene.run(script, {}, { 'pr list': 'index/2026-11-20' }));
      expect(scene.asked().filter((line) => line.startsWith('pr create'))).toHaveLength(created);
    });

    it('takes another branch where the one of the day is there', () => {
      for (const day of [0, 1])
        scene.git(['push', '-q', 'origin', `main:refs/heads/index/${dayFromNow(day)}`]);
      expectDone(scene.run(script));
      expect(scene.asked().at(-1)).toMatch(/--ref index\/[\d-]+-77$/);
    });
  });

  describe('the tag of a release', () => {
    it('has to be the version of package.json', () => {
      const script = scriptOf('release.yml', 'check', 'The tag is the version of package.json');
      expectDone(scene.run(script, { GITHUB_REF_NAME: 'v1.3.0' }));
      expect(scene.run(script, { GITHUB_REF_NAME: 'v1.3.1' }).status).toBe(1);
    });

    it('has to lie on main', () => {
      const script = scriptOf('release.yml', 'check', 'It lies on main');
      expectDone(scene.run(script));
      expect(scene.output()).toBe(`commit=${scene.git(['rev-parse', 'HEAD'])}\n`);
      scene.git(['switch', '-qc', 'side']);
      scene.commit(DATA, 'elsewhere\n');
      expect(scene.run(script).status).toBe(1);
    });

    it('has to have passed CI there', () => {
      const script = scriptOf('release.yml', 'check', 'CI has passed there');
      expectDone(scene.run(script, {}, { 'run list': '1' }));
      expect(scene.run(script, {}, { 'run list': '0' }).status).toBe(1);
      expect(scene.run(script, {}, { 'run list': '!' }).status).toBe(1);
    });
  });

  describe('the tag of the major version', () => {
    const script = scriptOf('release.yml', 'major', 'Move it, unless there is a newer release');
    const api = 'repos/org/setup-go-win/git';
    const list = `api --paginate ${api}/matching-refs/tags/v1.`;
    const tags = 'v1.2.0\nv1.9.3\nv1.10.0\nv1.11.0-rc.1\nv1.x';
    const env = { GITHUB_REF_NAME: 'v1.10.0', COMMIT: 'c0ffee' };

    it('is moved to the newest release', () => {
      expectDone(scene.run(script, env, { [list]: tags }));
      const moved = `api --method PATCH ${api}/refs/tags/v1 -f sha=c0ffee -F force=true --silent`;
      expect(scene.asked().at(-1)).toBe(moved);
    });

    it('is made with the first', () => {
      expectDone(scene.run(script, env, { [list]: tags, [`api ${api}/ref/tags/v1`]: '!' }));
      const made = `api --method POST ${api}/refs -f ref=refs/tags/v1 -f sha=c0ffee --silent`;
      expect(scene.asked().at(-1)).toBe(made);
    });

    it.each([
      ['a newer one is there', `${tags}\nv1.10.1`, 0],
      ['nobody can say, which is a failure', '!', 1],
    ])('stays where %s', (_case, answer, status) => {
      expect(scene.run(script, env, { [list]: answer }).status).toBe(status);
      expect(scene.asked()).toHaveLength(1);
    });
  });
});

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
