// Run as a process of its own: `killed.ts <work> <root> <n>` kills itself right before the n-th call that changes something on the disk.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [work = '', root = '', at = ''] = process.argv.slice(2);
let calls = 0;
for (const name of ['symlink', 'rename', 'unlink', 'rmdir', 'mkdir', 'writeFile', 'rm', 'open'] as const) {
  const real = fs.promises[name] as (...args: unknown[]) => unknown;
  (fs.promises as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
    if (++calls === Number(at)) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();

const { entry, replaceTree, testMachine } = await import('./machine.ts');
const { switchTo } = await import('../../src/side-by-side/switch.ts');
const { rollback } = await import('../../src/side-by-side/operations.ts');
const { removeVersion } = await import('../../src/side-by-side/uninstall.ts');
const { settleVersions } = await import('../../src/side-by-side/settle.ts');
const { machinePlace } = await import('../../src/side-by-side/prune.ts');
const { pruneTrees } = await import('../../src/prune-trees.ts');
const { startTally } = await import('../../src/report/prune-report.ts');

const { session } = testMachine(root);
const inputs = { ...session.context.inputs, keepVersions: 1, dryRun: false };
calls = 0;
if (work === 'rollback') await rollback(session);
else if (work === 'settle') await settleVersions(root, session.context, session.doors);
else if (work.startsWith('repair ')) await replaceTree(root, work.slice(7), session);
else if (work === 'prune')
  await pruneTrees(machinePlace(root, 'r1 run 7'), startTally(), { ...session.context, inputs });
else if (work.startsWith('uninstall ')) await removeVersion(entry(root, work.slice(10)), session);
else await switchTo(entry(root, work.slice(7)), 'switch', session);
