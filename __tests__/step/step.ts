// The action's main.ts on a machine that passes for Windows, with something that goes wrong outside of its flow. Run as a process of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import { setup } from '../../src/setup.ts';
import { cancellation, endOf } from '../../src/windows/cancellation.ts';

Object.defineProperty(process, 'platform', { value: 'win32' });
const [fault, delay] = process.argv.slice(2);

const faults: Record<string, () => unknown> = {
  none: () => {},
  throw: () => {
    throw new Error('nobody caught this');
  },
  reject: () => void Promise.reject(new Error('nobody caught this')),
  twice: () => {
    setImmediate(faults['throw'] as () => void);
    faults['reject']?.();
  },
};
const signal = cancellation();
setTimeout(faults[fault ?? 'none'] ?? (() => {}), Number(delay ?? 0));
if (fault === 'idle') {
  await endOf(new Promise(() => {}), signal).catch((error) => console.log(`rejected: ${error.message}`));
} else if (fault === 'stuck') {
  setTimeout(faults['throw'] as () => void, 50);
  await endOf(sleep(60_000, undefined, { ref: false }), signal, 100).catch((error) =>
    console.log(`rejected: ${error.message}`),
  );
} else {
  await setup(signal);
}
