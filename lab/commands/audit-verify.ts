// `npm run audit:verify -- FILE… [--head HASH]`: checks the chain of an audit log, over its rotated files where they are given, too. Names the first
// line that is wrong, and ends with 1 then.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAudit } from '../audit/verify.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { head: { type: 'string' } },
});

if (positionals.length === 0 || (values.head !== undefined && !/^[0-9a-f]{64}$/i.test(values.head))) {
  console.error(
    'npm run audit:verify -- FILE… [--head HASH]; the hash is the one of 64 digits in a step’s log',
  );
  process.exitCode = 2;
} else {
  await verify().catch((error) => {
    console.error(`Not read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  });
}

async function verify(): Promise<void> {
  // Where npm was called from, which is not where it runs this.
  const from = process.env['INIT_CWD'] ?? '.';
  const files = await Promise.all(
    positionals.map(async (name) => ({ name, bytes: await readFile(path.resolve(from, name)) })),
  );
  const { lines, first, last, head, notes, problem } = verifyAudit(files, values.head);
  for (const note of notes) console.log(`note: ${note}`);
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  console.log(`${lines} lines, number ${first ?? '?'} to ${last ?? '?'}: the chain is whole`);
  console.log(`The last line's hash is ${head}`);
  if (values.head === undefined)
    console.log(
      'Whether lines are missing at the end is told by --head, with the hash from the log of the last step.',
    );
}
