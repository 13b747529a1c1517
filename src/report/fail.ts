import { SetupError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import { machineArchitecture } from '../windows/host.ts';
import { type Diagnostics, describeFailure, type Failure, reportFailure } from './failure.ts';
import type { Redact } from './redact.ts';
import { summarizeFailure } from './summary.ts';
import type { Transcript } from './transcript.ts';

/** What is known of a step when it fails. */
export interface Failing {
  /** Undefined where they could not be read. */
  readonly inputs: Inputs | undefined;
  readonly transcript: Transcript;
  readonly redact: Redact;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly signal: AbortSignal;
  /** Says what was changed and writes the metrics, given the failure. Never rejects. */
  close(failure: Failure): Promise<void>;
}

/** How long the bundle may keep the failure from being reported, in milliseconds. */
const BUNDLE_MS = 10_000;
/** The runner ends a step about 10 s after it asked it to stop, and some of them are gone by now. */
const CANCELLED_MS = 1500;

/** Reports a failure: diagnostics first, since all the rest names them, then the summary, the record of changes and the outputs, and the annotation last. Never throws. */
export async function failStep(error: unknown, step: Failing): Promise<void> {
  process.exitCode = 1; // before anything that could end the process early
  const { redact, transcript, inputs, started } = step;
  transcript.close();
  const failure = describeFailure(error, redact);
  const diagnostics = await leaveDiagnostics(error, failure, step);
  if (inputs?.summary !== 'never') {
    await summarizeFailure(failure, {
      diagnostics: diagnostics.path,
      wanted: redact(wantedBy(inputs)),
      architecture: inputs?.architecture ?? machineArchitecture(process.env),
      runner: process.env['RUNNER_NAME'] ?? '',
      milliseconds: Date.now() - started,
    });
  }
  await step.close(failure);
  reportFailure(failure, diagnostics);
}

/** The bundle is worth a few seconds and no more: a part that hangs, or the whole, is given up. */
async function leaveDiagnostics(error: unknown, failure: Failure, step: Failing): Promise<Diagnostics> {
  const { inputs, transcript, redact, started, signal } = step;
  // An error that nobody caught aborts the signal, too, and nobody waits for that step to end.
  const cancelled = signal.aborted && signal.reason instanceof SetupError;
  const time = new AbortController();
  const stop = () => time.abort(new Error('the time for it is up'));
  const timer = setTimeout(stop, cancelled ? CANCELLED_MS : BUNDLE_MS);
  if (!signal.aborted) signal.addEventListener('abort', stop, { once: true });
  try {
    const { writeDiagnostics } = await import('./diagnostics.ts');
    const failed = { error, failure, inputs, env: process.env, lines: transcript.lines(), redact, started };
    return { path: await writeDiagnostics(failed, time.signal, cancelled) };
  } catch (trouble) {
    return { path: undefined, missing: redact(trouble instanceof Error ? trouble.message : String(trouble)) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** What the step was asked for, in a few words. */
function wantedBy(inputs: Inputs | undefined): string {
  if (inputs === undefined) return '';
  if (inputs.goVersions.length > 0) return inputs.goVersions.join(', ');
  return inputs.goVersionFile || 'what the version file of the workspace says';
}
