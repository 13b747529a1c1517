import { describe, expect, it } from '@jest/globals';
import { LINE_LIMIT, LogLines } from '../../src/msi/log-text.ts';

function read(bytes: Buffer, chunk: number): { lines: string[]; encoding: string | undefined } {
  const reader = new LogLines();
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += chunk) {
    lines.push(...reader.push(bytes.subarray(start, start + chunk)));
  }
  lines.push(...reader.end());
  return { lines, encoding: reader.encoding };
}

// Umlauts, kanji and a character beyond the first plane: two, three and four bytes in UTF-8.
const texts = ['=== Verbose logging started ===', 'C:\\Jürgen\\Gö', 'エラー 1714。', '𝔾𝕠', '', 'last'];
const crlf = texts.join('\r\n');
const lf = texts.join('\n');
const swapped = Buffer.from(`\ufeff${crlf}`, 'utf16le').swap16();

describe('the lines of a log', () => {
  describe.each([
    ['UTF-16LE with a BOM', Buffer.from(`\ufeff${crlf}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without', Buffer.from(crlf, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a BOM', swapped, 'utf-16be'],
    ['UTF-16BE without', swapped.subarray(2), 'utf-16be'],
    ['UTF-8 with a BOM', Buffer.from(`\ufeff${crlf}`), 'utf-8'],
    ['UTF-8', Buffer.from(lf), 'utf-8'],
  ])('in %s', (_, bytes, encoding) => {
    it.each([1, 2, 3, 5, 7, 64, 1000])('in chunks of %i bytes', (chunk) => {
      expect(read(bytes, chunk)).toEqual({ lines: texts, encoding });
    });
  });

  it('in an ANSI code page are read as Windows-1252', () => {
    const bytes = Buffer.from(
      'Aktion beendet: InstallFiles. R\xfcckgabewert 3.\r\nC:\\J\xfcrgen\r\nplain',
      'latin1',
    );
    for (const chunk of [1, 10, 1000]) {
      expect(read(bytes, chunk)).toEqual({
        lines: ['Aktion beendet: InstallFiles. Rückgabewert 3.', 'C:\\Jürgen', 'plain'],
        encoding: 'ansi',
      });
    }
  });

  it('that are very long are cut, and the next one is whole', () => {
    const long = 'x'.repeat(300_000);
    for (const bytes of [Buffer.from(`${long}\nnext`), Buffer.from(`\ufeff${long}\r\nnext`, 'utf16le')]) {
      for (const chunk of [1000, 65_536, 10_000_000]) {
        const { lines } = read(bytes, chunk);
        expect(lines.map((line) => line.length)).toEqual([LINE_LIMIT, 4]);
        expect(lines[1]).toBe('next');
      }
    }
  });

  it('of nothing are none', () => {
    expect(read(Buffer.alloc(0), 1)).toEqual({ lines: [], encoding: 'utf-8' });
    expect(read(Buffer.from('\ufeff', 'utf16le'), 1).lines).toEqual([]);
  });

  it('of a log that was cut in the middle of a character end there', () => {
    const bytes = Buffer.from('\ufeffone\r\ntwo', 'utf16le');
    expect(read(bytes.subarray(0, -1), 4).lines).toEqual(['one', 'tw\ufffd']);
  });
});
