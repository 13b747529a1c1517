import { BoundedList, kept } from './bounded-list.ts';
import {
  type FailingAction,
  LIMITS,
  type LogFacts,
  type LogHolder,
  type LogMessage,
  type ProductRun,
  type RunRole,
  type ScheduledReboot,
} from './log-facts.ts';
import { type LogEvent, type MessageEvent, RETURN_FAILURE } from './log-lines.ts';
import { explainMessage } from './message-codes.ts';

/** Policies whose value explains a failure or what is left after one. */
const TELLING_POLICIES = new Set([
  'DisableMsi',
  'DisableMSI',
  'DisableRollback',
  'DisableUserInstalls',
  'DisableAutomaticApplicationShutdown',
  'DisablePatch',
]);

/** Exit codes with which a run did what it should. */
const DONE = new Set([0, 1641, 3010]);

/** A verbose log closes with a page of properties and Wine's with records, which say nothing of its end. */
const TABLE_LINE = /^(?:Property\(|=== |\d{1,2}: )/;

/** The action that holds all the others, by what msiexec was called for ("Suggested InstallExecuteSequence" and its siblings). */
const TOP_ACTIONS = new Set(['INSTALL', 'ADMIN', 'ADVERTISE']);

/** What Wine ends with 0 whatever happens; its like are not known. */
const ALWAYS_ZERO = 'MigrateFeatureStates';

/** Goes through a log line by line and keeps its facts; see {@link LogFacts} for what they are. */
export class FactCollector {
  readonly #messages = new BoundedList<Omit<LogMessage, 'count'>>(LIMITS.messages);
  readonly #holders = new BoundedList<LogHolder>(LIMITS.holders);
  readonly #reboots = new BoundedList<ScheduledReboot>(LIMITS.reboots);
  readonly #rebootPaths = new Set<string>();
  readonly #restartManager = new BoundedList<string>(LIMITS.few);
  readonly #missingPackages = new BoundedList<string>(LIMITS.few);
  readonly #policies = new BoundedList<{ name: string; value: number }>(LIMITS.few);
  readonly #restrictions = new BoundedList<string>(LIMITS.few);
  readonly #customActions = new BoundedList<{ name: string; code: number }>(LIMITS.few);
  readonly #runs: ProductRun[] = [];
  #lastLines: readonly string[] = [];
  /** The last lines as they were when the first action had failed. */
  #linesAtFailure: readonly string[] | undefined;
  /** The first action of each run that failed; it is the innermost, since the ones around it end later. */
  readonly #failed = new Map<RunRole, string>();
  #nested: string | undefined;
  #action: string | undefined;
  /** How the topmost action ended last. */
  #topValue: number | undefined;
  /** The first of the actions that have just returned 0 one after the other: in a thin log, how a failure travels outwards. */
  #zero: string | undefined;
  /** Where such a row reached the topmost action. */
  #thinFailure: string | undefined;
  #result: number | undefined;
  #product: LogFacts['product'];
  #elevated: boolean | undefined;
  #rollback: LogFacts['rollback'];
  #oldFailed = false;
  #oldRemoved = false;
  #mutexHeld = false;
  #stopped = false;
  #thin = true;
  #lines = 0;

  /**
   * @param event what the line says
   * @param engine whether the engine itself wrote it
   */
  take(line: string, event: LogEvent | undefined, engine: boolean): void {
    this.#lines++;
    if (engine) this.#thin = false;
    if (line.trim() !== '' && !TABLE_LINE.test(line)) {
      this.#lastLines = [...this.#lastLines.slice(1 - LIMITS.lastLines), line];
    }
    if (event === undefined) return;
    this.#apply(event);
    if (this.#failed.size > 0 || this.#thinFailure !== undefined) this.#linesAtFailure ??= this.#lastLines;
  }

  #apply(event: LogEvent): void {
    switch (event.kind) {
      case 'message':
        this.#message(event);
        break;
      case 'action':
        this.#action = kept(event.name);
        break;
      case 'ended':
        this.#ended(event.name, event.value);
        break;
      case 'nested':
        this.#nested = event.productCode;
        break;
      case 'result':
        this.#returned(event.code);
        break;
      case 'summary':
        this.#product = { name: kept(event.product), version: kept(event.version), status: event.status };
        break;
      case 'elevated':
        this.#elevated = this.#elevated || event.elevated;
        break;
      case 'rollback':
        this.#rollback ??= 'performed';
        break;
      case 'policy':
        this.#policy(event.name, event.value);
        break;
      case 'restriction':
        this.#restrictions.add(event.text, () => kept(event.text));
        break;
      case 'missing-package':
        this.#missingPackages.add(event.path, () => kept(event.path));
        break;
      case 'restart-manager':
        this.#restartManager.add(event.text, () => kept(event.text));
        break;
      case 'custom-action': {
        const { name, code } = event;
        this.#customActions.add(`${name}:${code}`, () => ({ name: kept(name), code }));
        break;
      }
      case 'mutex':
        this.#mutexHeld = true;
        break;
      case 'stopped':
        this.#stopped = true;
        break;
    }
  }

  get #run(): RunRole {
    return this.#nested === undefined ? 'requested' : 'replaced';
  }

  #message(event: MessageEvent): void {
    const { code, severity, win32, holder } = event;
    const path = event.path === undefined ? undefined : kept(event.path);
    const run = this.#run;
    if (code === 1603 && severity !== 'error') {
      const key = `${path?.toLowerCase()}|${holder?.pid}`;
      this.#holders.add(key, () => ({
        path,
        name: holder && kept(holder.name),
        pid: holder?.pid,
        windowTitle: holder?.windowTitle === undefined ? undefined : kept(holder.windowTitle),
      }));
    }
    if (path !== undefined && (code === 1902 || code === 1903)) this.#scheduled(path);
    // 1714 is written after the old product's run has failed, and perhaps been undone.
    const beforeFailure = code === 1714 || !(this.#failed.has(run) || this.#rollback === 'performed');
    const known = explainMessage(code, win32) !== undefined;
    const value = () => ({ code, severity, win32, path, run, beforeFailure, text: kept(event.text) });
    this.#messages.add(`${code}|${win32}|${path?.toLowerCase()}|${run}|${severity}`, value, known);
  }

  #scheduled(path: string): void {
    const harmless = /\\Config\.Msi\\[^\\]+\.rbf$/i.test(path);
    if (!harmless && this.#rebootPaths.size < LIMITS.rebootPaths) this.#rebootPaths.add(path.toLowerCase());
    this.#reboots.add(path.toLowerCase(), () => ({ path, harmless }), !harmless);
  }

  #ended(name: string, value: number): void {
    if (name === 'RemoveExistingProducts') {
      // Its failure is the old product's; with any other value the package goes on in spite of one.
      this.#oldFailed = value === RETURN_FAILURE;
      this.#nested = undefined;
    }
    if (value === RETURN_FAILURE && !this.#failed.has(this.#run)) this.#failed.set(this.#run, kept(name));
    if (TOP_ACTIONS.has(name) && this.#nested === undefined) {
      this.#topValue = value;
      if (value === 0) this.#thinFailure ??= this.#zero;
    }
    this.#zero = value === 0 && name !== ALWAYS_ZERO ? (this.#zero ?? kept(name)) : undefined;
  }

  #returned(code: number): void {
    const role = this.#run;
    if (role === 'requested') this.#result = code;
    else if (DONE.has(code)) this.#oldRemoved = true;
    else this.#oldFailed = true;
    const last = this.#runs.at(-1);
    // The client repeats what the service returned.
    if (role === 'replaced' || last?.role !== 'requested' || last.result !== code) {
      this.#runs.push({ role, productCode: this.#nested, result: code });
    }
    if (this.#runs.length > LIMITS.runs) this.#runs.splice(1, 1);
    this.#nested = undefined;
  }

  #policy(name: string, value: number): void {
    if (value === 0 || !TELLING_POLICIES.has(name)) return;
    this.#policies.add(`${name}=${value}`, () => ({ name: kept(name), value }));
    if (name === 'DisableRollback') this.#rollback = 'disabled';
  }

  /** The facts of all that was taken. */
  finish(file: Pick<LogFacts, 'bytes' | 'encoding' | 'unreadable'>): LogFacts {
    const failedRun = this.#failedRun();
    return {
      ...file,
      lines: this.#lines,
      complete: this.#stopped || this.#result !== undefined || (this.#thin && this.#topValue !== undefined),
      thin: this.#thin,
      result: this.#result,
      failingAction: this.#failingAction(failedRun),
      failedRun,
      runs: this.#runs,
      product: this.#product,
      messages: this.#messages.counted().map(({ value, count }) => ({ ...value, count })),
      holders: this.#holders.values(),
      reboots: this.#reboots.values(),
      rebootCount: this.#rebootPaths.size,
      elevated: this.#elevated,
      rollback: this.#rollback,
      oldRemoved: this.#oldRemoved,
      restartManager: this.#restartManager.values(),
      missingPackages: this.#missingPackages.values(),
      policies: this.#policies.values(),
      restrictions: this.#restrictions.values(),
      customActions: this.#customActions.values(),
      mutexHeld: this.#mutexHeld,
      lastLines: (this.#linesAtFailure ?? this.#lastLines).map(kept),
    };
  }

  #failedRun(): RunRole | undefined {
    if (this.#result !== undefined && DONE.has(this.#result)) return undefined;
    if (this.#oldFailed) return 'replaced';
    const failed = this.#failed.has('requested') || (this.#thin && this.#thinFailure !== undefined);
    return this.#result !== undefined || failed ? 'requested' : undefined;
  }

  /**
   * "Return value 3" names the action. Without one the action that was running is the best guess, for a log that breaks off. Under Wine
   * failures return 0, and so do some successes: a failure is what goes on to the topmost action.
   */
  #failingAction(failedRun: RunRole | undefined): FailingAction | undefined {
    if (this.#result !== undefined && DONE.has(this.#result)) return undefined;
    if (this.#thin && this.#topValue === 1) return undefined;
    const run = failedRun ?? this.#run;
    const name =
      this.#failed.get(run) ??
      this.#failed.get('requested') ??
      (this.#thin ? this.#thinFailure : undefined) ??
      this.#action;
    return name === undefined ? undefined : { name, run };
  }
}
