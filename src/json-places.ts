import { type DocumentNode, parse, type ValueNode } from '@humanwhocodes/momoa';

/** Where something begins in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A text that is no JSON. The message is half a sentence, without the place. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault' as const;
  readonly place: TextPlace;

  constructor(message: string, place: TextPlace, cause: unknown) {
    super(message, { cause });
    this.place = place;
  }
}

/** Reads a JSON text, with or without a byte order mark. @throws JsonFault that says where it stops being one */
export function parseJson(text: string): unknown {
  const plain = withoutMark(text);
  try {
    return JSON.parse(plain) as unknown;
  } catch (error) {
    throw faultOf(plain, error);
  }
}

/** V8 tells the position of some faults, the end of the text of others, and of an unexpected character no more than what stands around it. */
function faultOf(text: string, cause: unknown): JsonFault {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (said.startsWith('Unexpected end'))
    return new JsonFault('it ends too early', placeAt(text, text.length), cause);
  const [, what, position] = /^(.*?)(?: in JSON)? at position (\d+)/s.exec(said) ?? [];
  if (what !== undefined) return new JsonFault(what, placeAt(text, Number(position)), cause);
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { offset } = error as { readonly offset?: number };
    if (offset !== undefined)
      return new JsonFault(`Unexpected ${JSON.stringify(text.charAt(offset))}`, placeAt(text, offset), cause);
  }
  return new JsonFault(said, { line: 1, column: 1 }, cause);
}

function placeAt(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * Where the value at a path (names of fields, numbers of elements from 0) begins in a text that `parseJson` read; where it is missing, the nearest
 * one around it. Reads all of the text: for messages.
 */
export function placeOf(text: string, path: readonly (string | number)[]): TextPlace {
  const document: DocumentNode = parse(withoutMark(text), { mode: 'json' });
  let node: ValueNode = document.body;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) break;
    node = next;
  }
  const { line, column } = node.loc.start;
  return { line, column };
}

function childOf(node: ValueNode, step: string | number): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(step)]?.value;
  if (node.type !== 'Object') return undefined;
  // Of two fields with one name the last one counts, as for JSON.parse.
  return node.members.findLast(({ name }) => name.type === 'String' && name.value === step)?.value;
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
