import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runGo } from '../../src/fleet/run-go.ts';

// Any program that starts others will do in the place of go: here it is Node.
describe('a command of go', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'run-go-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const run = async (script: string, timeoutMs = 60_000, signal = new AbortController().signal) =>
    await runGo(process.execPath, ['-e', script], { cwd: directory, env: {}, timeoutMs, signal });

  it('gives its exit code and the end of what it printed', async () => {
    const { exitCode, output } = await run(
      'console.log("first" + "x".repeat(99999)); console.error("last"); process.exitCode = 3',
    );
    expect(exitCode).toBe(3);
    expect(output).toMatch(/x\nlast\n$/);
    expect(output.length).toBeLessThan(20_000);
    expect(output).not.toContain('first');
  });

  it('gets its environment and no other', async () => {
    expect((await run('console.log(Object.keys(process.env).includes("HOME"))')).output).toBe('false\n');
  });

  it('is ended when its time is up', async () => {
    const { exitCode, output } = await run('console.log("begun"); setInterval(() => {}, 1000)', 1500);
    expect({ exitCode, output }).toEqual({ exitCode: undefined, output: 'begun\n' });
  });

  it('is ended when the step is cancelled, with the reason', async () => {
    const cancelled = new AbortController();
    const reason = new Error('cancelled');
    const beat = path.join(directory, 'beat');
    const running = run(
      `setInterval(() => require("fs").appendFileSync("beat", "x"), 20)`,
      60_000,
      cancelled.signal,
    );
    running.catch(() => {});
    while (!existsSync(beat)) await sleep(20);
    cancelled.abort(reason);
    await expect(running).rejects.toBe(reason);
    const size = readFileSync(beat).length;
    await sleep(200);
    expect(readFileSync(beat)).toHaveLength(size);
  });

  it('that cannot be started is the error of the system', async () => {
    const options = { cwd: directory, env: {}, timeoutMs: 1000, signal: new AbortController().signal };
    await expect(runGo(path.join(directory, 'go.exe'), [], options)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
