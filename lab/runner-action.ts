import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** What a runner needs to know of an action.yml. */
export interface ActionDefinition {
  /** Defaults by input name as written; undefined where the input has none. */
  readonly defaults: Readonly<Record<string, string | undefined>>;
  readonly using: string;
  /** Paths below the action's directory. */
  readonly main: string;
  readonly post: string | undefined;
  /** When the post step runs: always where the action does not say. */
  readonly postIf: 'always()' | 'success()';
}

/**
 * Reads a JavaScript action's action.yml.
 * @param directory host directory of the action
 * @throws Error when it is missing or no JavaScript action's
 */
export async function readAction(directory: string): Promise<ActionDefinition> {
  const file = path.join(directory, 'action.yml');
  const text = await readFile(file, 'utf8').catch(async () => readFile(`${directory}/action.yaml`, 'utf8'));
  const content = parse(text) as {
    inputs?: Record<string, { default?: unknown } | null>;
    runs?: { using?: string; main?: string; post?: string; 'post-if'?: string };
  };
  const { using, main, post, 'post-if': postIf = 'always()' } = content.runs ?? {};
  if (!using?.startsWith('node') || !main)
    throw new Error(`${file}: no JavaScript action (runs.using: ${using})`);
  if (postIf !== 'always()' && postIf !== 'success()')
    throw new Error(`${file}: the lab knows always() and success() as post-if, not ${postIf}`);
  const defaults = Object.entries(content.inputs ?? {}).map(([name, input]) => {
    const value = input?.default;
    return [
      name,
      value === undefined || value === null ? undefined : withoutExpressions(String(value)),
    ] as const;
  });
  return { defaults: Object.fromEntries(defaults), using, main, post, postIf };
}

/** Expressions in defaults ask for a context that the lab has not (`github.token`): they are empty. */
function withoutExpressions(value: string): string {
  return value.replace(/\$\{\{.*?\}\}/gs, '');
}

/** The INPUT_ variables of a step: the defaults, and over them what the step's `with` says. */
export function inputVariables(
  { defaults }: ActionDefinition,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const variables: Record<string, string> = {};
  const given = Object.entries(inputs);
  for (const [name, value] of [...Object.entries(defaults), ...given]) {
    // An input without a default and not given is set too, and empty, as the runner has it.
    variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value ?? '';
  }
  return variables;
}

/** Inputs that the step gives and the action doesn't have; a runner warns of them. */
export function unexpectedInputs(
  { defaults }: ActionDefinition,
  inputs: Readonly<Record<string, string>>,
): string[] {
  const known = new Set(Object.keys(defaults).map((name) => name.toLowerCase()));
  return Object.keys(inputs).filter((name) => !known.has(name.toLowerCase()));
}
