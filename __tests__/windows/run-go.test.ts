import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows } from '../../lab/windows/suite.ts';

jest.setTimeout(2 * 60_000);

// The command interpreter stands in for go: like go, and unlike Node, it leaves behind what it has started when it is ended. That is a "compiler" which writes
// one letter after the other.
await describeWindows('a command of go that cmd.exe stands in for', (lab) => {
  it.each(['late', 'cancelled'])('is ended with all that it has started when it is %s', async (how) => {
    const { host, windows } = await lab.newScratch('run-go');
    await writeFile(
      path.join(host, 'compiler.cjs'),
      `setInterval(() => require('fs').appendFileSync('beat', 'x'), 20);`,
    );
    await writeFile(path.join(host, 'go.cmd'), `@"${lab.node}" compiler.cjs\r\n`);
    const ended = await runOnWindows<object>(
      lab,
      `const { runGo } = await load('fleet/run-go');
       const { existsSync, statSync } = await import('node:fs');
       const { setTimeout: sleep } = await import('node:timers/promises');
       const beat = args.cwd + '\\\\beat';
       const cancelled = new AbortController();
       const limit = args.how === 'late' ? 10000 : 60000;
       const options = { cwd: args.cwd, env: process.env, timeoutMs: limit, signal: cancelled.signal };
       const running = runGo(process.env.ComSpec, ['/d', '/c', 'go.cmd'], options).catch((error) => ({ error: error.message }));
       while (!existsSync(beat)) await sleep(20);
       if (args.how === 'cancelled') cancelled.abort(new Error('the reason'));
       const { exitCode = 'none', error = 'none' } = await running;
       const { size } = statSync(beat);
       await sleep(500);
       return { exitCode, error, written: statSync(beat).size - size };`,
      { how, cwd: windows },
    );
    expect(ended).toEqual({ exitCode: 'none', error: how === 'late' ? 'none' : 'the reason', written: 0 });
  });
});
