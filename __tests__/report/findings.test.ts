import { describe, expect, it } from '@jest/globals';
import { note, stop, warning } from '../../src/findings.ts';
import { tellFindings } from '../../src/report/findings.ts';

/** What is said of findings: folded lines below their title, then the rest. */
function told(...findings: Parameters<typeof tellFindings>[0][number][]): string[] {
  const lines: string[] = [];
  const say = (level: string) => (line: string) => void lines.push(`${level}: ${line}`);
  tellFindings(findings, {
    info: say('info'),
    warn: say('warn'),
    notice: say('notice'),
    debug: say('debug'),
    fold: (title, folded) => lines.push(`[${title}]`, ...folded.map((line) => `  ${line}`)),
  });
  return lines;
}

describe('the findings of a preflight', () => {
  it('are folded away where all is well', () => {
    expect(told(note('system', 'Windows 10.'), note('reboot', 'No restart is due.'))).toEqual([
      '[Preflight: 2 findings, nothing in the way]',
      '  Windows 10.',
      '  No restart is due.',
    ]);
  });

  it('that warn stand outside, with their remedy', () => {
    expect(told(note('a', 'A.'), warning('reboot', 'A restart is due.', 'Restart it.'))).toEqual([
      '[Preflight: 2 findings, 1 to be warned of, nothing in the way]',
      '  A.',
      'warn: A restart is due. Restart it.',
    ]);
  });

  it('that stop are counted, and said by the failure', () => {
    expect(
      told(note('a', 'A.'), stop('write', 'E_MSI_PERMISSION', 'No.', 'Do.'), warning('b', 'B.', '')),
    ).toEqual(['[Preflight: 3 findings, 1 to be warned of, 1 in the way]', '  A.', 'warn: B.']);
  });
});
