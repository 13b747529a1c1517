/** What a step wrote to its file commands could not be read; a real runner fails the step then. */
export class FileCommandError extends Error {
  override readonly name = 'FileCommandError';
}

/**
 * Reads the format of GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE: `name=value` lines, and `name<<END` … `END` for values
 * of several lines, whose line ends are kept as written. Empty lines are skipped.
 * @throws FileCommandError for a line with neither, an empty name, or an END that never comes
 */
export function parseKeyValueFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.replace(/^\uFEFF/, '').match(/[^\r\n]*(?:\r\n|\n|\r|$)/g) ?? [];
  const bare = (line: string) => line.replace(/[\r\n]+$/, '');
  for (let at = 0; at < lines.length; at++) {
    const line = bare(lines[at] ?? '');
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      setValue(values, line.slice(0, equals), line.slice(equals + 1), line);
      continue;
    }
    const end = heredoc < 0 ? '' : line.slice(heredoc + 2);
    if (end === '') throw new FileCommandError(`Invalid format '${line}'`);
    const value: string[] = [];
    for (at++; at < lines.length && bare(lines[at] ?? '') !== end; at++) value.push(lines[at] ?? '');
    if (at >= lines.length)
      throw new FileCommandError(`Invalid value. Matching delimiter not found '${end}'`);
    setValue(values, line.slice(0, heredoc), value.join('').replace(/(?:\r\n|\n|\r)$/, ''), line);
  }
  return values;
}

function setValue(values: Record<string, string>, name: string, value: string, line: string): void {
  if (name.trim() === '') throw new FileCommandError(`Invalid format '${line}'. Name must not be empty`);
  values[name] = value;
}

/** The lines of GITHUB_PATH. */
export function parsePathFile(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n|\r/)
    .filter((line) => line !== '');
}
