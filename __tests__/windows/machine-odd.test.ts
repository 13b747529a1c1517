import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { writeMachinePath } from '../../lab/msi/scene.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { Inventory } from '../../src/inventory/document.ts';
import { expectFailure, expectSuccess, repo } from './steps.ts';

jest.setTimeout(3 * 60_000);

const BIN = 'C:\\ProgramData\\setup-go-win\\current\\bin';
/** A quote that is never closed: what stands behind it is found by nobody. */
const OPEN_QUOTE = '%SystemRoot%\\system32;C:\\a;"C:\\b;C:\\c';
const schema = JSON.parse(readFileSync(path.join(repo, 'docs', 'inventory.schema.json'), 'utf8')) as Schema;

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows(
  'scope: machine, where all is not as it should be, junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    beforeAll(async () => {
      scene = await openMachineScene(lab, ['1.98.0', '1.99.1']);
      await writeMachinePath(lab, OPEN_QUOTE);
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    const names = () =>
      existsSync(scene.root) ? readdirSync(path.dirname(scene.root), { recursive: true }).sort() : [];
    /** The inventory, which has to fit its schema, and nothing may be another one for it. */
    async function status(inputs: Record<string, string> = {}): Promise<Inventory> {
      const before = [names(), scene.current(), await scene.path()];
      const step = await scene.step({ operation: 'status', ...inputs });
      expect(step.exitCode).toBe(0);
      expect([names(), scene.current(), await scene.path()]).toEqual(before);
      const inventory = JSON.parse(step.outputs['inventory'] ?? '') as Inventory;
      expect(violations(inventory, schema)).toEqual([]);
      expect(step.annotations.map(({ message }) => message)).toEqual(
        inputs['go-version'] === undefined ? [] : [expect.stringContaining('does not read a version')],
      );
      return inventory;
    }
    const fails = async (inputs: Record<string, string>, code: string, message: RegExp) =>
      expectFailure(await scene.step(inputs), code, message);

    it('names what is wrong with the root', async () => {
      mkdirSync(path.dirname(scene.root), { recursive: true });
      writeFileSync(scene.root, '');
      expect((await status({ 'go-version': '1.99.1' })).machineRoot).toMatchObject({ there: false });
      await fails({ 'go-version': '1.99.1' }, 'E_PERMISSION', /setup-go-win cannot be made: it is a file/);
      rmSync(scene.root);
      await fails({ 'machine-root': 'Q:\\x', operation: 'repair' }, 'E_PERMISSION', /its drive is not there/);
      for (const root of ['C:\\a;b', 'C:\\%TEMP%\\x', 'C:\\a. ', 'C:\\a.\\b', 'C:\\a:b', 'x', 'C:\\'])
        await fails({ 'machine-root': root, 'go-version': '1.99.1' }, 'E_INPUT', /machine-root/);
    });

    it('has nothing to uninstall where there is nothing, also by name', async () => {
      const step = await scene.step({ operation: 'uninstall', 'go-version': '1.99.1' });
      expectSuccess(step);
      expect(step.log).toContain('Nothing to uninstall');
    });

    it('puts current before a quote that is never closed, once', async () => {
      for (const version of ['1.99.1', '1.98.0', '1.98.0']) {
        const step = await scene.step({ 'go-version': version });
        expectSuccess(step);
        expect(await scene.path()).toBe(`2:%SystemRoot%\\system32;C:\\a;${BIN};"C:\\b;C:\\c`);
      }
    });

    it('tells of a version without a marker, repairs it by its name, and lets no range prefer it', async () => {
      rmSync(`${scene.tree('1.99.1')}.complete`);
      await fails(
        { operation: 'switch', 'go-version': '1.99.1' },
        'E_VERIFY',
        /1\.99\.1.*not whole.*repair/s,
      );
      await fails({ operation: 'rollback' }, 'E_VERIFY', /1\.99\.1.*not whole.*repair/s);
      await fails(
        { operation: 'switch', 'go-version': '1.97.x' },
        'E_NOT_FOUND',
        /that are there: 1\.98\.0 \(x64\), 1\.99\.1 \(x64, not whole\)/,
      );
      const range = await scene.step({ operation: 'switch', 'go-version': '1.x' });
      expectSuccess(range);
      expect(range.outputs['go-version']).toBe('1.98.0');
      expectSuccess(await scene.step({ operation: 'repair', 'go-version': '1.99.1' }));
      expect(await scene.goAnswers()).toContain('go1.98.0 ');
      expectSuccess(await scene.step({ operation: 'rollback' }));
      expect(await scene.goAnswers()).toContain('go1.99.1 ');
    });

    it('knows a version whose directory alone was removed for one that is gone', async () => {
      rmSync(scene.tree('1.98.0'), { recursive: true });
      const gone = /1\.98\.0.*not there any more.*that are there: 1\.99\.1 \(x64\)\./s;
      await fails({ operation: 'rollback' }, 'E_NOT_FOUND', gone);
      await fails({ operation: 'switch', 'go-version': '1.98.0' }, 'E_NOT_FOUND', gone);
      const range = await scene.step({ operation: 'switch', 'go-version': '<1.99.9' });
      expectSuccess(range);
      expect(range.outputs['go-version']).toBe('1.99.1');
      expectSuccess(await scene.step({ operation: 'repair', 'go-version': '1.98.0' }));
      expect(await scene.goAnswers()).toContain('go1.99.1 ');
    });

    it('tells of a current that leads nowhere, and repairs it by its name', async () => {
      for (const end of ['', '.complete', '.setup-go-win.json'])
        rmSync(`${scene.tree('1.99.1')}${end}`, { recursive: true });
      const { goes, machineRoot } = await status();
      const place = lab.toWindows(scene.tree('1.99.1'));
      expect(machineRoot.current).toBe(place);
      expect(goes).toContainEqual(expect.objectContaining({ place, state: 'absent', current: true }));
      expectSuccess(await scene.step({ operation: 'repair', 'go-version': '1.99.1' }));
      expect(await scene.goAnswers()).toContain('go1.99.1 ');
      expect(existsSync(path.join(scene.root, 'journal.json'))).toBe(false);
    });

    it.each(['history.json', 'journal.json'])('changes nothing by a %s of other content', async (name) => {
      const file = path.join(scene.root, name);
      const kept = existsSync(file) ? readFileSync(file) : undefined;
      for (const text of ['{"schema":1,', '{"schema":2,"successes":[]}', '{"schema":1,"successes":[null]}']) {
        writeFileSync(file, text);
        expect((await status()).notes).toEqual([expect.stringContaining(name)]);
        await fails({ operation: 'switch', 'go-version': '1.98.0' }, 'E_VERIFY', new RegExp(`${name} is `));
        expect(readFileSync(file, 'utf8')).toBe(text);
      }
      if (kept) writeFileSync(file, kept);
      else rmSync(file);
      expect(await scene.goAnswers()).toContain('go1.99.1 ');
    });

    it.each(['directory', 'file'])('leaves a %s in the place of current alone', async (what) => {
      expectSuccess(await scene.step({ operation: 'uninstall' }));
      expect(await scene.path()).toBe(`2:${OPEN_QUOTE}`);
      const current = path.join(scene.root, 'current');
      if (what === 'file') writeFileSync(current, '');
      else mkdirSync(path.join(current, 'mine'), { recursive: true });
      expect((await status()).notes).toEqual([expect.stringContaining('is no link')]);
      await fails({ 'go-version': '1.98.0' }, 'E_VERIFY', /current is no link/);
      await fails({ operation: 'rollback' }, 'E_VERIFY', /current is no link/);
      rmSync(current, { recursive: true });
      expectSuccess(await scene.step({ 'go-version': '1.98.0' }));
    });
  },
);
