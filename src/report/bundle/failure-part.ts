import { systemCode } from '../../errors.ts';
import type { Part } from './part.ts';

/** Errors of a chain that are kept; one that leads back to itself has no end. */
const DEEPEST = 10;

export const failurePart: Part = {
  name: 'failure.json',
  what: 'the failure: code, cause, remedy, evidence, and the errors underneath with their stacks',
  cheap: true,
  write(directory, { failure, error, redact }) {
    directory.writeJson('failure.json', { schema: 1, ...failure, errors: chain(error, redact) });
  },
};

export const logPart: Part = {
  name: 'step.log',
  what: "the step's log with its debug lines; the numbers are milliseconds since the start",
  cheap: true,
  write(directory, { lines }) {
    directory.write('step.log', `${lines.join('\n')}\n`);
  },
};

/** Stacks are redacted before they are cut into lines. */
function chain(error: unknown, redact: (text: string) => string): object[] {
  const found: object[] = [];
  for (let current = error; current !== undefined && found.length < DEEPEST; ) {
    if (!(current instanceof Error)) {
      found.push({ value: String(current) });
      break;
    }
    found.push({
      name: current.name,
      message: current.message,
      code: systemCode(current),
      stack: redact(current.stack ?? '').split('\n'),
      ...(current instanceof AggregateError
        ? { errors: current.errors.slice(0, DEEPEST).map((one) => String(one)) }
        : {}),
    });
    current = current.cause;
  }
  return found;
}
