/** An error, warning or notice as it would stand on the run's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** What a step said by commands in its log. */
export interface LogCommands {
  /** The log as the run's page shows it: commands in their `##[…]` form, hidden values as `***`. */
  readonly log: string;
  readonly annotations: Annotation[];
  readonly debug: string[];
  readonly matchers: string[];
  readonly masks: string[];
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** True while a `::group::` was open at the end. */
  readonly openGroup: boolean;
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Reads a step's raw output as the runner does: `::name key=value,key=value::data`, one a line, escaped by percent codes.
 * @param hidden values hidden by earlier steps
 */
export function readLogCommands(raw: string, hidden: readonly string[] = []): LogCommands {
  const annotations: Annotation[] = [];
  const debug: string[] = [];
  const matchers: string[] = [];
  const masks = [...hidden];
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const shown: string[] = [];
  let openGroup = false;
  let stopToken: string | undefined;
  const show = (line: string) => shown.push(hide(line, masks));

  for (const line of raw.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const command = parseCommand(line);
    if (stopToken !== undefined) {
      if (command?.name === stopToken) stopToken = undefined;
      else show(line);
      continue;
    }
    const { name, properties, data } = command ?? { name: '', properties: {}, data: '' };
    switch (name.toLowerCase()) {
      case 'error':
      case 'warning':
      case 'notice':
        annotations.push(
          annotation(name.toLowerCase() as Annotation['level'], properties, hide(data, masks)),
        );
        for (const part of data.split(/\r?\n/)) show(`##[${name.toLowerCase()}]${part}`);
        break;
      case 'debug':
        debug.push(hide(data, masks));
        break;
      case 'group':
      case 'endgroup':
        openGroup = name.toLowerCase() === 'group';
        show(`##[${name.toLowerCase()}]${data}`);
        break;
      case 'add-matcher':
        matchers.push(data);
        show(`##[add-matcher]${data}`);
        break;
      case 'add-mask':
        // A value of several lines is hidden line by line too, since the log comes in lines.
        masks.push(...new Set([data, ...data.split(/\r?\n/)].filter((value) => value.trim() !== '')));
        show('::add-mask::***');
        break;
      case 'set-output':
        outputs[properties['name'] ?? ''] = data;
        break;
      case 'save-state':
        state[properties['name'] ?? ''] = data;
        break;
      case 'set-env':
      case 'add-path':
        annotations.push({ level: 'error', message: `The \`${name}\` command is disabled.` });
        show(line);
        break;
      case 'stop-commands':
        stopToken = data;
        show(line);
        break;
      case 'remove-matcher':
      case 'echo':
        break;
      default:
        show(line);
    }
  }
  const log = raw === '' ? '' : `${shown.join('\n')}\n`;
  return { log, annotations, debug, matchers, masks, outputs, state, openGroup };
}

/** The command on a line, or undefined where it is ordinary output. */
export function parseCommand(line: string): Command | undefined {
  const [, name, list = '', data = ''] = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of list.split(',')) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties[pair.slice(0, equals).trim()] = unescapeProperty(pair.slice(equals + 1));
  }
  return { name, properties, data: unescapeData(data) };
}

/** Hides the values in a text, the longest first so that none leaves a rest of another. */
export function hide(text: string, masks: readonly string[]): string {
  return [...masks]
    .sort((a, b) => b.length - a.length)
    .reduce((shown, mask) => (mask === '' ? shown : shown.replaceAll(mask, '***')), text);
}

function annotation(
  level: Annotation['level'],
  { title, file, line }: Readonly<Record<string, string>>,
  message: string,
): Annotation {
  return {
    level,
    message,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(value: string): string {
  return unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
