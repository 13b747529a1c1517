/** What a database says of one version of a module, before anything of it is proven. */
export interface RecordAnswer {
  /** Its place in the log, from 0. */
  readonly number: number;
  /** What was hashed into the log. */
  readonly text: Buffer;
  /** The signed note of a tree that has it. */
  readonly note: Buffer;
}

/**
 * Takes the answer of `/lookup/<module>@<version>` apart: a number, lines of go.sum, an empty line, a signed tree head
 * (golang.org/design/25530-sumdb).
 *
 * @returns undefined where it is something else, a page for people for instance
 */
export function parseRecord(answer: Buffer): RecordAnswer | undefined {
  const first = answer.indexOf('\n');
  const end = answer.indexOf('\n\n', first + 1);
  const digits = answer.toString('latin1', 0, Math.max(0, first));
  const number = Number(digits);
  if (first < 0 || end < 0 || !/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(number))
    return undefined;
  return { number, text: answer.subarray(first + 1, end + 1), note: answer.subarray(end + 2) };
}

/**
 * The h1 of a module's files, as its record has it.
 *
 * @param module its path: `golang.org/toolchain`
 * @returns `h1:` and base64, or undefined where the record speaks of another version
 */
export function recordedHash(text: Buffer, module: string, version: string): string | undefined {
  const start = `${module} ${version} `;
  const lines = text.toString('utf8').split('\n');
  return lines
    .find((line) => line.startsWith(`${start}h1:`))
    ?.slice(start.length)
    .trim();
}
