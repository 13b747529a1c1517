// `node lab/run.js lint-workflows [checkout]`: what three linters say of a checkout's action.yml and workflows, by default of this one.
import { fileURLToPath } from 'node:url';
import { lintWorkflows } from '../linters/linters.ts';

const checkout = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));
const results = await lintWorkflows(checkout, (line) => console.log(line));
for (const { linter, clean, output } of results) {
  console.log(`${linter}: ${clean ? 'no finding' : `findings\n${output}`}`);
  if (!clean) process.exitCode = 1;
}
