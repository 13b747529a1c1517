// `npm run index [-- <list.json or URL> [date]]`: makes the action's built-in release index anew, by default from go.dev's list.
import { writeIndex } from '../build-index.ts';

const [source, date] = process.argv.slice(2);
console.log(await writeIndex(source, date));
