import type { Finding } from '../findings.ts';
import type { Log } from './log.ts';

/** Notes are many, and of use only when something is wrong; a warning stands by itself, and what stops is the failure's own line. */
export function tellFindings(findings: readonly Finding[], log: Log): void {
  const of = (level: Finding['level']) => findings.filter((one) => one.level === level);
  const count = (number: number, what: string) => (number === 0 ? '' : `, ${number} ${what}`);
  const stops = of('stop').length;
  log.fold(
    `Preflight: ${findings.length} findings${count(of('warning').length, 'to be warned of')}${count(stops, 'in the way')}${stops === 0 ? ', nothing in the way' : ''}`,
    of('note').map(({ text }) => text),
  );
  for (const { text, remedy } of of('warning')) log.warn(`${text} ${remedy ?? ''}`.trim());
}
