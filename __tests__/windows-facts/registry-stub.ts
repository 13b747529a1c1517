import { type RegistryKey, type RegistryValue, sameKey } from '../../src/windows/reg-file.ts';
import type { ReadKey, RegistryView } from '../../src/windows/registry.ts';

type Content = Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;

/** A registry of these keys, read as {@link ReadKey} does. A key of the 32-bit view begins with `32:`, any other is in the 64-bit one. */
export function registryOf(content: Content): ReadKey {
  const keys = Object.entries(content).map(([name, values]) => ({
    view: (name.startsWith('32:') ? '32' : '64') as RegistryView,
    key: {
      name: name.replace(/^32:/, ''),
      values: Object.entries(values).map(([valueName, value]) => ({ name: valueName, value })),
    } satisfies RegistryKey,
  }));
  return async (key, view = '64', options = {}) => {
    const below = keys.filter((found) => found.view === view).map((found) => found.key);
    const own = below.filter(({ name }) => sameKey(name, key));
    const children = below.filter(({ name }) => name.toLowerCase().startsWith(`${key.toLowerCase()}\\`));
    if (own.length + children.length === 0) return undefined;
    const first = own[0] ?? { name: key, values: [] };
    return options.recursive ? [first, ...children] : [first];
  };
}

/** Text values. */
export function texts(values: Readonly<Record<string, string>>): Record<string, RegistryValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, data]) => [name, { type: 'sz', data } as const]),
  );
}
