import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SetupError } from '../../src/errors.ts';
import { readVersionFile } from '../../src/release/version-file.ts';
import { failure } from './recorded.ts';
import { read, rejected, workspace } from './version-files.ts';

describe('a version file that is none', () => {
  it.each(['go.mod', '.go-version', '.tool-versions', 'mise.toml'])(
    '%s of 10 MB is not read',
    async (name) => {
      const error = await rejected(name, Buffer.alloc(10 * 2 ** 20, 'go 1.25.3\n'));
      expect(error.code).toBe('E_INPUT');
      expect(error.message).toContain('10485760 bytes');
    },
  );

  it.each(['go.mod', '.go-version', '.tool-versions', 'mise.toml'])(
    '%s of junk is told to be no text',
    async (name) => {
      for (const junk of [
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from('go 1.25.3\n\0'),
        Buffer.from([0xff, 0xfe, 0x31, 0xd8]),
      ]) {
        const error = await rejected(name, junk);
        expect(error.code).toBe('E_INPUT');
        expect(error.message).toContain('not a text file');
      }
    },
  );

  it('is named when it is missing or a directory', async () => {
    for (const [name, part] of [
      ['missing/go.mod', 'does not exist'],
      ['.', 'is a directory'],
      ['a\0b', 'cannot be read'],
    ] as const) {
      const file = path.join(workspace, name);
      const error = await failure(() => readVersionFile(file, { resolution: 'highest' }));
      expect(error.code).toBe('E_INPUT');
      expect(error.message).toContain(part);
      expect(error.remedy).not.toBe('');
    }
  });

  it('never ends in anything but a SetupError, and at once', async () => {
    const pieces = [
      'go',
      ' ',
      '1.25',
      '\n',
      '\r',
      '(',
      ')',
      '//',
      '#',
      'toolchain',
      'golang',
      '[tools]',
      '=',
      '"',
      '{',
      '\t',
      '.',
      '\ufeff',
    ];
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 60 })
      .map((all) => Buffer.from(all.join('')));
    const name = fc.constantFrom('go.mod', '.go-version', '.tool-versions', 'mise.toml');
    await fc.assert(
      fc.asyncProperty(name, fc.oneof(text, fc.uint8Array({ maxLength: 200 })), async (file, content) => {
        try {
          expect(await read(file, content)).toHaveLength(2);
        } catch (error) {
          expect(error).toBeInstanceOf(SetupError);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([' ', '(', 'go ', '//', '\n', '\r', '-', '"', 'toolchain go1-'])(
    'takes no longer for a MiB of %j',
    async (piece) => {
      const content = piece.repeat(Math.floor(2 ** 20 / piece.length));
      for (const name of ['go.mod', '.go-version', '.tool-versions', 'mise.toml']) {
        const started = performance.now();
        expect((await rejected(name, content)).code).toMatch(/E_SPEC|E_INPUT/);
        // One that reads it again for each character takes hours.
        expect(performance.now() - started).toBeLessThan(15_000);
      }
    },
  );
});
