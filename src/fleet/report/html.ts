import { plainLine } from '../../report/log.ts';
import { escapeHtml } from '../../report/summary.ts';

// HTML for a job summary, without an empty line in it, so that Markdown leaves all of it as it is.

/** @param rows cells as HTML; without a row there is no table */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = header.length === 0 ? '' : `<tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr>\n`;
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n${head}${body.join('\n')}\n</table>`;
}

/** Folded away under its title. */
export function details(title: string, html: string): string {
  return `<details><summary>${title}</summary>${html}</details>`;
}

/** So many parts, and how many more there are. @param parts HTML */
export function bounded(parts: readonly string[], most: number): string {
  const rest = parts.length - most;
  return parts.slice(0, most).join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}

/** Text of any origin: on one line, no command to the runner, not longer than so many characters, as HTML. */
export function text(foreign: string, longest: number): string {
  return escapeHtml(cut(plainLine(foreign), longest));
}

function cut(foreign: string, longest: number): string {
  if (foreign.length <= longest) return foreign;
  // Not between the two halves of a character.
  return `${foreign.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
