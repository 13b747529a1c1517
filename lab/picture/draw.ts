/** Columns of a line; longer ones are broken at spaces. */
export const COLUMNS = 112;

/** What a line that begins so is drawn in; the first that fits. */
const COLORS: readonly (readonly [RegExp, string])[] = [
  [/^── /, '#79c0ff'],
  [/^(?:Error: | {4}\S)/, '#ffa198'],
  [/^(?:Verified|go version|Published|Found) /, '#7ee787'],
  [/^Done in /, '#d2a8ff'],
];
const PLAIN = '#c9d1d9';

const LINE_PX = 18;
const CHARACTER_PX = 7.25;
const MARGIN_PX = 20;

/** Breaks what is longer than a line of the picture at spaces; what follows is moved in. */
export function fold(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  const indent = line.startsWith('Error: ') ? '    ' : '  ';
  while (rest.length > COLUMNS) {
    const space = rest.lastIndexOf(' ', COLUMNS);
    const at = space > indent.length ? space : COLUMNS;
    lines.push(rest.slice(0, at));
    rest = `${indent}${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

/**
 * Draws the text of a run as a terminal: an SVG without scripts, fonts or links, as GitHub shows it in a page.
 * @param text lines of at most {@link COLUMNS} columns; a heading begins with `── `
 */
export function drawRun(text: string): string {
  const lines = text.trimEnd().split('\n');
  const width = Math.ceil(COLUMNS * CHARACTER_PX + 2 * MARGIN_PX);
  const height = lines.length * LINE_PX + 2 * MARGIN_PX;
  const drawn = lines.map((line, index) => {
    const color = COLORS.find(([begins]) => begins.test(line))?.[1] ?? PLAIN;
    const y = MARGIN_PX + (index + 1) * LINE_PX - 5;
    return line === '' ? '' : `<text x="${MARGIN_PX}" y="${y}" fill="${color}">${escaped(line)}</text>\n`;
  });
  const style = `font-family="ui-monospace, SFMono-Regular, Consolas, 'Liberation Mono', monospace" font-size="12"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Log of a run">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g ${style} xml:space="preserve">`,
    `${drawn.join('')}</g>`,
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
