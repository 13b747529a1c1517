import { readMessage } from './log-messages.ts';

/** What one line of a log says. Lines that say nothing of a cause are no event. */
export type LogEvent =
  | { readonly kind: 'stopped' }
  /** The engine ends the run of a product. */
  | { readonly kind: 'result'; readonly code: number }
  | { readonly kind: 'action'; readonly name: string }
  /** @see RETURN_FAILURE */
  | { readonly kind: 'ended'; readonly name: string; readonly value: number }
  /** RemoveExistingProducts starts the run of an old product. */
  | { readonly kind: 'nested'; readonly productCode: string }
  | MessageEvent
  | { readonly kind: 'summary'; readonly product: string; readonly version: string; readonly status: number }
  | { readonly kind: 'elevated'; readonly elevated: boolean }
  | { readonly kind: 'policy'; readonly name: string; readonly value: number }
  | { readonly kind: 'restriction'; readonly text: string }
  | { readonly kind: 'missing-package'; readonly path: string }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'restart-manager'; readonly text: string }
  | { readonly kind: 'custom-action'; readonly name: string; readonly code: number }
  | { readonly kind: 'mutex' };

/** A numbered message, in words (`Error 1303.`) or as the engine's own `Note`. */
export interface MessageEvent {
  readonly kind: 'message';
  readonly severity: 'error' | 'info' | 'note';
  readonly code: number;
  /** System error that it carries. For 1714 it is the exit code of the old product's run. */
  readonly win32: number | undefined;
  /** The first file, directory or registry key in it. */
  readonly path: string | undefined;
  readonly text: string;
  /** Who holds the file, as far as message 1603 says. */
  readonly holder?: { readonly name: string; readonly pid: number; readonly windowTitle: string | undefined };
}

/** "Logging of Action Return Values": 1 is success, 2 cancelled, 3 failure, 4 suspended. */
export const RETURN_FAILURE = 3;

/** `MSI (s) (44:34) [17:33:22:095]: `; s: the service, c: the client, N: an action's own process; `!`: from a custom action. */
const PREFIX = /^MSI \([csN]\) \([0-9A-F]{2}[:!][0-9A-F]{2}\) \[\d\d:\d\d:\d\d:\d{3}\]: ?/;
/** Only at the end of an action comes a number after its name. The words around differ by language, the order does not. */
const ENDED = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: ([\w.{}-]{1,72}?)[.。] ?[^\d]{0,64}(\d)[.。]?$/u;
const STARTED = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: ([\w{}-]{1,72})[.。]$/u;
const ROLLING_BACK = /^[^:]{1,48}?\d{1,2}[:.]\d\d[:.]\d\d ?: Rollback[.。]/u;
const NESTED = /^RemoveExistingProducts: Application: (\{[0-9A-Fa-f-]{36}\})/;
const POLICY = /^(?:User|Machine) policy value '(\w{1,40})' is (\d{1,10})/;
const SUMMARY =
  /^Windows Installer [^:]{1,120}: (.{1,200}?)\. [^:]{1,60}: ([\d.]{1,40})\. [^:]{1,60}: \d{1,5}\. [^:]{1,60}: .{0,200}\. [^:]{1,120}: (\d{1,10})\.?$/u;
const MISSING_PACKAGE = /^(?:Warning: )?Local cached package '(.{1,400}?)' is missing/;
const CUSTOM_ACTION = /^CustomAction (.{0,80}?) ?returned actual error code (-?\d{1,10})/;
const LAST_NUMBER = /(-?\d{1,10})\.?$/;

/** Reads one line, with or without the engine's prefix. Takes linear time in its length. */
export function readLine(line: string): LogEvent | undefined {
  const prefix = line.startsWith('MSI (') ? PREFIX.exec(line) : null;
  const body = prefix ? line.slice(prefix[0].length) : line;
  return readNeutral(body) ?? readMessage(body) ?? readAction(body);
}

/** Whether a line is the engine's own, which Wine has none of. */
export function isEngineLine(line: string): boolean {
  return line.startsWith('MSI (') && PREFIX.test(line);
}

/** Lines that are English on every system: the engine writes them for its own developers. */
function readNeutral(body: string): LogEvent | undefined {
  if (body.startsWith('Doing action: ')) return { kind: 'action', name: body.slice(14, 86).trim() };
  if (body.startsWith('MainEngineThread is returning ')) {
    const code = LAST_NUMBER.exec(body)?.[1];
    return code === undefined ? undefined : { kind: 'result', code: Number(code) };
  }
  if (body.startsWith('RESTART MANAGER: ')) return { kind: 'restart-manager', text: body.slice(17) };
  if (body.startsWith('MSI_LUA: ') || body.startsWith('Property(')) return readElevation(body);
  if (body.startsWith('=== ')) return /logging stopped/i.test(body) ? { kind: 'stopped' } : undefined;
  if (body.startsWith('Failed to grab execution mutex')) return { kind: 'mutex' };
  if (body.startsWith('SOFTWARE RESTRICTION POLICY: ')) {
    return /not permitted|disallowed/i.test(body) ? { kind: 'restriction', text: body } : undefined;
  }
  if (body.startsWith('Executing op: Header(')) {
    return body.includes('ScriptType=2') ? { kind: 'rollback' } : undefined;
  }
  if (body.startsWith('CustomAction ')) return readCustomAction(body);
  const nested = NESTED.exec(body)?.[1];
  if (nested !== undefined) return { kind: 'nested', productCode: nested.toUpperCase() };
  const missing = MISSING_PACKAGE.exec(body)?.[1];
  if (missing !== undefined) return { kind: 'missing-package', path: missing };
  const policy = POLICY.exec(body);
  if (policy) return { kind: 'policy', name: policy[1] ?? '', value: Number(policy[2]) };
  const summary = body.startsWith('Windows Installer ') ? SUMMARY.exec(body) : null;
  if (summary) {
    const [, product = '', version = '', status] = summary;
    return { kind: 'summary', product, version, status: Number(status) };
  }
  return undefined;
}

/**
 * Elevation: msi.dll says "already running elevated" where it is. "Elevation prompt disabled for silent installs" is written on the way to
 * successes too, so it counts only as long as nothing says that the run is elevated.
 */
function readElevation(body: string): LogEvent | undefined {
  if (/already running elevated|Property\([SC]\): (?:Privileged|MsiRunningElevated) = 1$/.test(body)) {
    return { kind: 'elevated', elevated: true };
  }
  return body.startsWith('MSI_LUA: Elevation prompt disabled')
    ? { kind: 'elevated', elevated: false }
    : undefined;
}

/** A custom action that failed; one whose failure the package ignores says so in the same line. */
function readCustomAction(body: string): LogEvent | undefined {
  const match = CUSTOM_ACTION.exec(body);
  if (!match || body.includes('translated to success') || Number(match[2]) === 0) return undefined;
  return { kind: 'custom-action', name: match[1] ?? '', code: Number(match[2]) };
}

/** Start and end of actions, in any language. */
function readAction(body: string): LogEvent | undefined {
  if (ROLLING_BACK.test(body)) return { kind: 'rollback' };
  const last = body.at(-1);
  if (last !== '.' && last !== '。') return undefined;
  const ended = ENDED.exec(body);
  if (ended) return { kind: 'ended', name: ended[1] ?? '', value: Number(ended[2]) };
  const started = STARTED.exec(body);
  return started ? { kind: 'action', name: started[1] ?? '' } : undefined;
}
