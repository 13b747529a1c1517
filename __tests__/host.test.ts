import { describe, expect, it } from '@jest/globals';
import { machineArchitecture, readHost } from '../src/windows/host.ts';

const runner = {
  RUNNER_TOOL_CACHE: 'C:\\hostedtoolcache\\windows',
  RUNNER_TEMP: 'D:\\a\\_temp',
  RUNNER_NAME: 'r1',
  GITHUB_RUN_ID: '7',
  GITHUB_JOB: 'build',
};

describe('the host', () => {
  it('is refused on other systems, with the condition that guards the step', () => {
    expect(() => readHost(runner, 'linux')).toThrow(
      expect.objectContaining({
        code: 'E_PLATFORM',
        remedy: expect.stringContaining("runner.os == 'Windows'"),
      }),
    );
  });

  it('is refused outside of a runner', () => {
    expect(() => readHost({}, 'win32')).toThrow(
      expect.objectContaining({ code: 'E_PLATFORM', message: expect.stringContaining('RUNNER_TOOL_CACHE') }),
    );
  });

  it('keeps the tool cache of a self-hosted runner, whatever drive its temp is on', () => {
    expect(readHost(runner, 'win32').toolCaches).toEqual(['C:\\hostedtoolcache\\windows']);
  });

  it('uses the drive of RUNNER_TEMP on a hosted runner, and looks in both places', () => {
    const host = readHost({ ...runner, RUNNER_ENVIRONMENT: 'github-hosted' }, 'win32');
    expect(host.toolCache).toBe('D:\\hostedtoolcache\\windows');
    expect(host.toolCaches).toEqual(['D:\\hostedtoolcache\\windows', 'C:\\hostedtoolcache\\windows']);
  });

  it('stays where the drive is the same', () => {
    const host = readHost(
      { ...runner, RUNNER_TEMP: 'c:\\a\\_temp', RUNNER_ENVIRONMENT: 'github-hosted' },
      'win32',
    );
    expect(host.toolCaches).toEqual(['C:\\hostedtoolcache\\windows']);
  });

  it('names runner, run and job for those who wait', () => {
    expect(readHost(runner, 'win32').runner).toBe('r1 run 7 job build');
  });

  it.each([
    [{ PROCESSOR_ARCHITECTURE: 'AMD64' }, 'x64'],
    [{ PROCESSOR_ARCHITECTURE: 'x86', PROCESSOR_ARCHITEW6432: 'AMD64' }, 'x64'],
    [{ PROCESSOR_ARCHITECTURE: 'x86' }, 'x86'],
    [{ PROCESSOR_ARCHITECTURE: 'ARM64' }, 'arm64'],
    [{ PROCESSOR_ARCHITECTURE: 'AMD64', PROCESSOR_IDENTIFIER: 'ARMv8 (64-bit) Family 8 Model 1' }, 'arm64'],
  ])('is seen through emulation: %j is %s', (env, expected) => {
    expect(machineArchitecture(env)).toBe(expected);
  });
});
