// `npm run index [-- <list.json or URL>] [--date 2026-08-19] [--accept <file>]…`: makes the action's built-in release index anew, by default
// from go.dev's list. A list that contradicts the index that is there is refused, with exit code 3: that is news, and somebody has to look.
import { parseArgs } from 'node:util';
import { writeIndex } from '../build-index.ts';
import { IndexRefused } from '../index-changes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, accept: { type: 'string', multiple: true } },
});

try {
  console.log(await writeIndex(positionals[0], { date: values.date, accepted: values.accept ?? [] }));
} catch (error) {
  if (!(error instanceof IndexRefused)) throw error;
  console.error(error.message);
  if (process.env['GITHUB_ACTIONS'] === 'true')
    console.log(`::error title=A published file of Go has changed::${error.message.replaceAll('\n', '%0A')}`);
  process.exitCode = 3;
}
