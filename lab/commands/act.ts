// `node lab/run.js act [example…]`: runs the example workflows by act on the lab's Windows, against a mirror with real Go.
import { EXAMPLES, type Example, runExample } from '../act/examples.ts';
import { prepareWindows } from '../windows/prepare.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !EXAMPLES.includes(name as Example));
if (unknown.length > 0) {
  console.error(`There is no example ${unknown.join(', ')}. Examples: ${EXAMPLES.join(', ')}`);
  process.exitCode = 2;
} else {
  const say = (line: string) => console.log(line);
  const lab = await prepareWindows({ say });
  try {
    for (const example of EXAMPLES.filter((name) => wanted.length === 0 || wanted.includes(name))) {
      console.log(`\n=== examples/workflows/${example}.yml`);
      const { log, exitCode, wallMs, downloads } = await runExample(lab, example, say);
      console.log(log);
      console.log(
        `=== ${example}: exit code ${exitCode} after ${(wallMs / 1000).toFixed(1)} s, ${downloads} downloaded`,
      );
      // bad-version is there to fail.
      if ((exitCode === 0) === (example === 'bad-version')) process.exitCode = 1;
    }
  } finally {
    await lab.dispose();
  }
}
