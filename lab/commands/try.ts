// npm run try [-- SPEC | --msi]: the whole job, for eyes. Real Go, set up by the built action on the real Windows node; then a program,
// compiled and run.
import { tryMachine } from '../try/machine.ts';
import { tryMsi } from '../try/msi.ts';
import { tryZip } from '../try/zip.ts';
import { LabError } from '../windows/lab.ts';

const words = process.argv.slice(2);

try {
  if (words.includes('--msi')) process.exitCode = await tryMsi();
  else if (words.includes('--machine')) process.exitCode = await tryMachine();
  else process.exitCode = await tryZip(words.join(' ') || '1.26.x');
} catch (error) {
  if (!(error instanceof LabError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
