import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { lintWorkflows } from '../lab/linters/linters.ts';

it('actionlint and zizmor find nothing in action.yml and the workflows', async () => {
  const results = await lintWorkflows(fileURLToPath(new URL('..', import.meta.url)), () => {});
  for (const { linter, clean, output } of results)
    expect({ linter, output: clean ? '' : output }).toEqual({ linter, output: '' });
}, 900_000);
