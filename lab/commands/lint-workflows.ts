import { fileURLToPath } from 'node:url';
import { lintWorkflows } from '../linters/linters.ts';

const results = await lintWorkflows(fileURLToPath(new URL('../..', import.meta.url)), (line) =>
  console.log(line),
);
for (const { linter, clean, output } of results) {
  console.log(`${linter}: ${clean ? 'no finding' : `findings\n${output}`}`);
  if (!clean) process.exitCode = 1;
}
