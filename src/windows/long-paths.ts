import { numberOf, type ReadKey, readKey, readValue } from './registry.ts';

/** Whether programs that say they can may use longer paths; absent is off. Undefined where the registry does not answer. */
export async function longPathsEnabled(read: ReadKey = readKey): Promise<boolean | undefined> {
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem';
  try {
    return numberOf(await readValue(key, 'LongPathsEnabled', '64', read)) === 1;
  } catch {
    return undefined;
  }
}
