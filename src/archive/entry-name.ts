const FORBIDDEN = /[<>|?*"]/;
/** The superscript digits count as digits in device names on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]|conin\$|conout\$)$/i;

/** Go's longest has 108 characters; each is compared with all others, before anyone knows the archive's hash. */
const LONGEST = 1024;

/**
 * Why a name from an archive can't be a file on Windows inside of the target, or undefined when it can. The rules are those of
 * Microsoft's "Naming Files, Paths, and Namespaces", applied on every platform.
 *
 * @param name as stored: forward slashes, a trailing one for a directory
 */
export function nameProblem(name: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (/[\u0000-\u001F\u007F]/.test(name)) return 'a control character in the name';
  if (name.includes('\\')) return 'a backslash in the name';
  if (name.includes(':')) return 'a colon in the name';
  if (name.startsWith('/')) return 'an absolute path';
  if (name.length > LONGEST) return `a path of more than ${LONGEST} characters`;
  const path = name.endsWith('/') ? name.slice(0, -1) : name;
  for (const segment of path.split('/')) {
    const problem = segmentProblem(segment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function segmentProblem(segment: string): string | undefined {
  if (segment === '') return 'an empty part in the path';
  if (segment === '..' || segment === '.') return `"${segment}" in the path`;
  if (FORBIDDEN.test(segment)) return 'a character in the name that Windows does not allow';
  if (segment.endsWith('.') || segment.endsWith(' ')) return 'a trailing dot or space in the name';
  // The extension does not matter, nor do spaces before it: `nul.txt` and `nul .txt` are NUL.
  const stem = (segment.split('.')[0] ?? '').trimEnd();
  if (DEVICE.test(stem)) return 'the name of a Windows device';
  if (segment.length > 255) return 'a name of more than 255 characters';
  return undefined;
}

/** Two paths with the same key are the same file on a file system that ignores case. */
export function caseKey(path: string): string {
  return path.toLowerCase().toUpperCase();
}
