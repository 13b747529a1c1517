// npm run lab: prepares Windows on this machine. npm run lab -- --stop ends every Windows process of the lab.
import { LabError } from '../windows/lab.ts';
import { prepareWindows, stopWindows } from '../windows/prepare.ts';

const started = Date.now();
try {
  if (process.argv.includes('--stop')) {
    await stopWindows();
    console.log('The lab’s Windows processes are ended.');
  } else {
    const lab = await prepareWindows({ say: (line) => console.log(line) });
    const node = await lab.run(lab.node, [
      '-p',
      'process.version + " on Windows " + require("os").release()',
    ]);
    if (node.exitCode !== 0) {
      throw new LabError(
        `The Windows node does not run (${node.exitCode}): ${node.stderr.trim()}`,
        'Remove the lab’s cache directory and prepare again.',
      );
    }
    await lab.dispose();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`Windows is ready: node ${node.stdout.trim()} (${lab.description}), ${seconds} s.`);
    if (lab.kind === 'wine')
      console.log(`Its drive C: is ${lab.driveC}; npm run lab -- --stop ends its processes.`);
  }
} catch (error) {
  if (!(error instanceof LabError)) throw error;
  console.error(`The Windows lab can’t be prepared: ${error.message}`);
  process.exitCode = 1;
}
