import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { lastSuccess } from '../../src/machine/history.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it.each([
  '[]',
  'null',
  '{"schema":2,"successes":[]}',
  '{"schema":1,"successes":{}}',
  '{"schema":1,"successes":[null]}',
  '{"schema":1,"successes":[{"id":"1","method":"zip","operation":"switch","architecture":"x64","fromTree":5}]}',
  '{"schema":1,',
])('does not go by a history of other content: %s', async (text) => {
  const file = path.join(root, 'history.json');
  writeFileSync(file, text);
  const refused = { code: 'E_VERIFY', message: expect.stringContaining(file) };
  await expect(lastSuccess(root, 'zip')).rejects.toMatchObject(refused);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
