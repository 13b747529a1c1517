import { type ErrorCode, SetupError } from './errors.ts';

/** One fact of the machine, judged. Every check gives at least one, so that the log shows what was looked at. */
export interface Finding {
  /** Which check, for tests and machines: `elevation`. */
  readonly id: string;
  /** `note`: said in the log. `warning`: goes on, and is said loudly. `stop`: nothing may be changed. */
  readonly level: 'note' | 'warning' | 'stop';
  /** A sentence or two: what was found. */
  readonly text: string;
  readonly remedy?: string;
  /** Of the failure that a stop becomes. */
  readonly code?: ErrorCode;
}

export function note(id: string, text: string): Finding {
  return { id, level: 'note', text };
}

export function warning(id: string, text: string, remedy: string): Finding {
  return { id, level: 'warning', text, remedy };
}

export function stop(id: string, code: ErrorCode, text: string, remedy: string): Finding {
  return { id, level: 'stop', code, text, remedy };
}

/** The failure of the first stop, with the others as its evidence; undefined where nothing stops. */
export function stopError(findings: readonly Finding[]): SetupError | undefined {
  const [first, ...others] = findings.filter(({ level }) => level === 'stop');
  if (first === undefined) return undefined;
  return new SetupError(first.code ?? 'E_INTERNAL', `${first.text} Nothing was changed.`, {
    remedy: first.remedy ?? 'See the log of the step.',
    evidence: others.map(({ text, remedy }) => `${text} ${remedy ?? ''}`.trim()),
  });
}
