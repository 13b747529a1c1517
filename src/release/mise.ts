import { parse, TomlError } from 'smol-toml';
import { SetupError } from '../errors.ts';
import { quote } from './spec.ts';

/**
 * The Go version of a mise.toml: `[tools] go = "1.25"`, or a list, whose first counts, or a table with `version`; the key may be `golang`.
 * Loaded only for such a file, for it brings the TOML parser.
 *
 * @param shown the file's name, for the origin
 * @throws SetupError E_INPUT when it is no TOML, E_SPEC when it names no Go version
 */
export function readMise(text: string, shown: string, file: string): { value: string; origin: string } {
  const tools = field(parseToml(text, file), 'tools');
  const key = ['go', 'golang'].find((name) => field(tools, name) !== undefined);
  const value = key === undefined ? undefined : version(field(tools, key));
  const origin = `${shown} (tools.${key})`;
  if (typeof value === 'string') return { value, origin };
  const remedy = `Write go = "1.25.3" under [tools] in it, or give the input go-version.`;
  if (value === undefined)
    throw new SetupError('E_SPEC', `The version file ${file} names no Go version.`, { remedy });
  const what = typeof value === 'number' ? `the number ${value}, which may have lost a zero` : 'not a string';
  throw new SetupError('E_SPEC', `The Go version in ${origin} is ${what}: versions are quoted in TOML.`, {
    remedy,
  });
}

/** The version of a tool in each of the ways to write it. */
function version(tool: unknown): unknown {
  const first: unknown = Array.isArray(tool) ? tool[0] : tool;
  return typeof first === 'object' && first !== null ? field(first, 'version') : first;
}

function field(table: unknown, name: string): unknown {
  if (typeof table !== 'object' || table === null || !Object.hasOwn(table, name)) return undefined;
  return (table as Record<string, unknown>)[name];
}

function parseToml(text: string, file: string): unknown {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const [reason = ''] = cause instanceof Error ? cause.message.split('\n') : [];
    const where = cause instanceof TomlError ? ` (line ${cause.line})` : '';
    throw new SetupError(
      'E_INPUT',
      `The version file ${file} is not valid TOML${where}: ${quote(reason).slice(1, -1)}.`,
      {
        remedy: 'Correct the file, or give the input go-version.',
        cause,
      },
    );
  }
}
