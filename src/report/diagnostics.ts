import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { environmentPart } from './bundle/environment-part.ts';
import { failurePart, logPart } from './bundle/failure-part.ts';
import { diskPart, holdersPart } from './bundle/machine-parts.ts';
import { msiPart } from './bundle/msi-part.ts';
import { type BundleDirectory, type FailedStep, openBundle, type Part } from './bundle/part.ts';
import { auditPart, toolCachePart } from './bundle/tool-cache-part.ts';

/** The cheap ones first: they are there whatever the others do. */
const PARTS: readonly Part[] = [
  failurePart,
  logPart,
  environmentPart,
  toolCachePart,
  auditPart,
  diskPart,
  holdersPart,
  msiPart,
];

/**
 * Leaves all that is known of a failure in a directory below RUNNER_TEMP, ready for actions/upload-artifact. Every part is best effort: of one
 * that fails README.txt says why, and one that is not ready in time is left out.
 *
 * @param until aborted when the time is up
 * @param cheapOnly a step that is cancelled has no time for more
 * @returns the directory
 * @throws Error where there is no RUNNER_TEMP, or nothing can be written there
 */
export async function writeDiagnostics(
  step: FailedStep,
  until: AbortSignal,
  cheapOnly: boolean,
): Promise<string> {
  const temp = step.env['RUNNER_TEMP'];
  if (!temp) throw new Error('RUNNER_TEMP is not set');
  const name = `setup-go-win-diagnostics-${randomUUID().slice(0, 8)}`;
  const bundle = openBundle(path.join(temp, name), step.redact, until);
  const outcomes = new Map<Part, string>();
  const add = async (part: Part) => outcomes.set(part, await writePart(part, bundle, step));
  // README.txt is written whatever happened, and after the time is up.
  const readme = openBundle(bundle.path, step.redact, new AbortController().signal);
  const describe = () => readme.write('README.txt', describeBundle(step, outcomes));

  for (const part of PARTS.filter(({ cheap }) => cheap)) await add(part);
  for (const part of PARTS.filter(({ cheap }) => !cheap))
    outcomes.set(
      part,
      cheapOnly ? 'left out: the step was cancelled' : 'left out: the step was ended before it was written',
    );
  describe();
  if (!cheapOnly) {
    await Promise.all(PARTS.filter(({ cheap }) => !cheap).map(add));
    describe();
  }
  return bundle.path;
}

/** @returns what README.txt says of it; empty where it is simply there */
async function writePart(part: Part, bundle: BundleDirectory, step: FailedStep): Promise<string> {
  const { until } = bundle;
  let stop: () => void = () => {};
  const timeUp = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('it was not ready in time'));
    if (until.aborted) stop();
    else until.addEventListener('abort', stop, { once: true });
  });
  try {
    const missing = part.missing?.(step);
    if (missing !== undefined) return `left out: ${missing}`;
    const nothing = await Promise.race([part.write(bundle, step), timeUp]);
    return nothing === undefined ? '' : `left out: ${nothing}`;
  } catch (error) {
    return `not complete: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    until.removeEventListener('abort', stop);
    timeUp.catch(() => {}); // nobody waits for it any more
  }
}

function describeBundle({ failure, started }: FailedStep, outcomes: ReadonlyMap<Part, string>): string {
  const parts = [...outcomes].map(([{ name, what }, outcome]) =>
    outcome === '' ? `${name.padEnd(18)}${what}` : `${name.padEnd(18)}${what}\n${' '.repeat(18)}(${outcome})`,
  );
  return `Diagnostics of a failed setup-go-win step, begun ${new Date(started).toISOString()}

${failure.code}: ${failure.title}
${failure.message}
${failure.state === undefined ? '' : `${failure.state}\n`}${failure.remedy}

${parts.join('\n')}

Secrets are not in here: values of inputs and variables that are secret, in any form in which they are written, and what looks like a
secret stand as ***. Look through it all the same before you give it to others: paths, names of machines and accounts are in it.
`;
}
