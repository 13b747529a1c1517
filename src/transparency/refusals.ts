import { SetupError } from '../errors.ts';
import type { Release } from '../release/release.ts';
import type { ProvenRecord } from './prove.ts';
import { describeHead } from './tlog.ts';
import type { Untrusted } from './untrusted.ts';

/** The tree is not the one that the database knows. */
export function different(
  { goVersion, architecture }: Release,
  what: string,
  own: string,
  { h1, number, head, note }: ProvenRecord,
  label: string,
): SetupError {
  return new SetupError(
    'E_TRANSPARENCY',
    `The files of ${goVersion} for ${architecture} are not those that the checksum database knows: their hash is ${own}, and its is ${h1}.`,
    {
      remedy:
        'Do not use this file; ask whoever runs its source where it comes from, and compare it with the one on go.dev/dl.',
      evidence: [
        `module   ${what}`,
        `files    ${own}`,
        `database ${h1}`,
        `record   ${number} of ${label}, proven to be in a tree of ${describeHead(head)}`,
        ...note.toString().trimEnd().split('\n'),
      ],
    },
  );
}

/** The database contradicts itself, or someone speaks in its name. */
export function untrusted(error: Untrusted, what: string, label: string): SetupError {
  return new SetupError(
    'E_TRANSPARENCY',
    `The checksum database ${label} is not to be believed: ${error.message}.`,
    {
      remedy:
        'See who answers in its name (a proxy in GOPROXY, the address in GOSUMDB), keep this log, and ask the database without it.',
      evidence: [`asked for ${what}`, ...error.evidence],
      cause: error,
    },
  );
}

/** `require`, and no answer. */
export function unreachable(error: SetupError, label: string): SetupError {
  return new SetupError(
    'E_TRANSPARENCY',
    `The checksum database ${label} gives no answer, and transparency is set to require: ${error.message}`,
    {
      remedy:
        'Let the runner reach it, or a proxy in GOPROXY that hands it on; auto goes on without where it cannot be reached.',
      evidence: error.evidence,
      cause: error,
    },
  );
}

/** `require`, and the database does not know the version. */
export function absent(what: string, label: string): SetupError {
  return new SetupError(
    'E_TRANSPARENCY',
    `The checksum database ${label} has no ${what}, and transparency is set to require.`,
    {
      remedy: 'Use a version of Go that it knows, or set transparency to auto.',
      evidence: [`asked for ${what}`],
    },
  );
}

/** `require`, and something rules the question out. */
export function ruledOut(reason: string, remedy: string): SetupError {
  return new SetupError(
    'E_TRANSPARENCY',
    `The checksum database cannot be asked, and transparency is set to require: ${reason}.`,
    { remedy },
  );
}
