import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { JsonFault, parseJson, type TextPlace } from '../json-places.ts';

/** A value of a JSON text that knows where it stands. */
export type Node = ValueNode;

/** What is wrong with a file, and where; line and column count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The tree of a JSON text, as RFC 8259 has it: no comments, no commas at the end.
 *
 * @param text without a mark at its start
 * @throws JsonFault where it is no JSON, or is nested too deep to be read
 */
export function parseTree(text: string): Node {
  parseJson(text);
  try {
    return parse(text, { mode: 'json' }).body;
  } catch (error) {
    const { line = 1, column = 1 } = error as Partial<TextPlace>;
    // The parser calls itself for what is nested. Else it is a second mark, which the language's own does not mind.
    const what = error instanceof RangeError ? 'it is nested too deep to be read' : 'Unexpected character';
    throw new JsonFault(what, { line, column }, error);
  }
}
