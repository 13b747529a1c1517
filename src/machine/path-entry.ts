import { SetupError } from '../errors.ts';
import { type RegistryValue, textOf } from '../windows/registry.ts';
import { canonical, expandVariables, splitPath } from './machine-path.ts';

/** Whether a PATH has an entry, however it is written there: in another case, by a variable, in quotes, with a backslash at its end. */
export function hasEntry(value: RegistryValue | undefined, entry: string): boolean {
  return entriesOf(textOf(value) ?? '').some((one) => canonical(one) === canonical(entry));
}

/** What `%PATH%` is in a PATH, this process does not know: its own has what earlier steps have put there. */
function entriesOf(text: string): string[] {
  const known = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'path');
  return splitPath(expandVariables(text, Object.fromEntries(known)));
}

/**
 * A PATH with an entry at its end, where it has it nowhere: type, order and every byte of the rest stay. It goes last, as Windows Installer puts it,
 * since nothing that others rely on may be found behind it; a semicolon at the end, as the editor of Windows writes it, stays the end. Where a quote is
 * never closed nothing is found after it, so there it goes before that part.
 *
 * @returns the very value that was given, where the entry is there
 * @throws SetupError E_VERIFY where PATH is of a type that holds no text: it is not overwritten
 */
export function withEntry(value: RegistryValue | undefined, entry: string): RegistryValue {
  if (value === undefined) return { type: 'expand_sz', data: entry };
  const text = pathText(value);
  if (hasEntry(value, entry)) return value;
  if (text.data.split('"').length % 2 === 0) {
    const parts = rawEntries(text.data);
    return { ...text, data: [...parts.slice(0, -1), entry, ...parts.slice(-1)].join(';') };
  }
  const [before, after] = text.data.endsWith(';') ? ['', ';'] : [text.data === '' ? '' : ';', ''];
  return { ...text, data: `${text.data}${before}${entry}${after}` };
}

/**
 * A PATH without an entry, each time that it is there; all the rest stays as it is written. So does a variable that stands for more than that entry.
 *
 * @returns undefined where nothing else is in it: Windows has no use for an empty one, and most often there was none before
 * @throws as {@link withEntry}
 */
export function withoutEntry(value: RegistryValue | undefined, entry: string): RegistryValue | undefined {
  if (value === undefined || !hasEntry(value, entry)) return value;
  const text = pathText(value);
  const parts = rawEntries(text.data);
  const isIt = (part: string) => {
    const entries = entriesOf(part);
    return entries.length > 0 && entries.every((one) => canonical(one) === canonical(entry));
  };
  const kept = parts.filter((part) => !isIt(part));
  if (kept.length === parts.length) return value;
  return kept.length === 0 ? undefined : { ...text, data: kept.join(';') };
}

/** As {@link splitPath}, but with all that stands between two semicolons: quotes, spaces and nothing at all. */
function rawEntries(text: string): string[] {
  const entries = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === ';' && !quoted) entries.push('');
    else entries[entries.length - 1] += letter;
  }
  return entries;
}

function pathText(value: RegistryValue): Extract<RegistryValue, { type: 'sz' | 'expand_sz' }> {
  if (value.type === 'sz' || value.type === 'expand_sz') return value;
  throw new SetupError(
    'E_VERIFY',
    `PATH has the type ${value.type} in the registry, which holds no list of directories. It was left as it is.`,
    { remedy: 'See what wrote it, and give PATH its type REG_EXPAND_SZ back; then run the step again.' },
  );
}
