import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment, WindowsLab } from './windows/lab.ts';

/** What the runner's Ctrl+C becomes in the Windows node; there is no console under Wine that it could come from. */
const CANCEL = `
const { existsSync, rmSync } = require('node:fs');
const asked = process.env.LAB_CANCEL;
const timer = setInterval(() => {
  if (!existsSync(asked)) return;
  clearInterval(timer);
  rmSync(asked);
  process.emit('SIGINT');
}, 50).unref();
`;

/** A way to cancel a step. */
export interface Cancellation {
  /** For the step's `env`. */
  readonly env: Environment;
  /** Lets the step get SIGINT. */
  cancel(): Promise<void>;
}

/** Makes a way to cancel a step that gets its `env`. */
export async function openCancellation(lab: WindowsLab): Promise<Cancellation> {
  const scratch = await lab.newScratch('cancel');
  await writeFile(path.join(scratch.host, 'cancel.cjs'), CANCEL);
  return {
    env: {
      NODE_OPTIONS: `--require ${scratch.windows.replaceAll('\\', '/')}/cancel.cjs`,
      LAB_CANCEL: `${scratch.windows}\\cancelled`,
    },
    cancel: async () => await writeFile(path.join(scratch.host, 'cancelled'), ''),
  };
}
