import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('builtin-data.ts'),
);

/** A text in quotes of any kind, as it stands in TypeScript. */
const LITERAL = /String\.raw`[^`]*`|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/;

const unquoted = (literal: string) => literal.replace(/^(?:String\.raw)?.|.$/gs, '').replace(/\\(.)/g, '$1');

/** What stands after `remedy:` or is handed to a function that takes a remedy last: one text, or the two of a condition. */
function remediesIn(text: string): string[] {
  const found: string[] = [];
  const told = new RegExp(
    String.raw`\bremedy(?::|\s=|\s\?\?)\s*(?:[\w.]+\s*\?\s*)?(${LITERAL.source})(?:\s*:\s*(${LITERAL.source}))?`,
    'g',
  );
  for (const [, one, other] of text.matchAll(told))
    found.push(...[one, other].filter((literal) => literal !== undefined));
  const inputs = /input-values\.ts'|function invalid\(name/.test(text);
  const handed = new RegExp(
    String.raw`\b(?:${inputs ? 'invalid|' : ''}stop|ruledOut)\((?:[^()]|\([^()]*\))*?(${LITERAL.source}),?\s*\)`,
    'g',
  );
  for (const [, last] of text.matchAll(handed)) if (last !== undefined) found.push(last);
  // What is put together from parts is looked at where a step fails by it (expectFailure).
  return found.map(unquoted).filter((remedy) => remedy !== '' && !remedy.startsWith('${'));
}

const remedies = files.flatMap((file) =>
  remediesIn(readFileSync(path.join(source, file), 'utf8')).map((remedy) => [file, remedy] as const),
);

/** First words that make a sentence a statement or a question. */
const NO_IMPERATIVE =
  /^(?:The|It|Its|This|That|There|If|When|Where|Which|A|An|Or|And|Did|You|Your|Please|No|Not|Maybe|Perhaps|Windows|Go) /;

describe('what a failure tells a tired person to do', () => {
  it('is found in the sources', () => {
    expect(remedies.length).toBeGreaterThan(80);
    const text =
      "from './input-values.ts'; invalid('a', f(b), 'reason', 'Do it.'); remedy: bad ? 'One.' : `Two.`, remedy: \"Three.\"";
    expect(remediesIn(text)).toEqual(['One.', 'Two.', 'Three.', 'Do it.']);
  });

  it.each(remedies)('%s: %s', (_file, remedy) => {
    expect(remedy).toMatch(/^[A-Z][a-z]+[ ,]/);
    expect(remedy).not.toMatch(NO_IMPERATIVE);
    expect(remedy).toMatch(/(?:[.]|\$\{[A-Z_]+\})$/);
  });
});
