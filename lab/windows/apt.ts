import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { tryCommand } from './command.ts';

/** Debian's releases by the names that apt sources use; a source for one of them is a mirror that has trixie too. */
const DEBIAN_SUITES = new Set(
  'bullseye bookworm trixie forky sid oldoldstable oldstable stable testing unstable'.split(' '),
);

/**
 * The Debian mirror that this machine installs from, or undefined where its apt sources name none (mmdebstrap then takes
 * its own default). Read from both formats (sources.list(5): one line, or deb822 paragraphs).
 * @param directory apt's configuration directory
 */
export async function debianMirror(directory = '/etc/apt'): Promise<string | undefined> {
  for (const { uris, suites } of await aptSources(directory)) {
    if (!suites.some((suite) => DEBIAN_SUITES.has(suite))) continue;
    for (const uri of uris) {
      const mirror = await resolveMirror(uri);
      if (mirror) return mirror;
    }
  }
  return undefined;
}

/** `mirror+file:` names a file with one mirror a line (Debian's cloud images do); the rest is a mirror itself. */
async function resolveMirror(uri: string): Promise<string | undefined> {
  if (/^(https?|file|copy):/.test(uri)) return uri;
  const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1];
  if (!list) return undefined;
  const lines = (await readFile(list, 'utf8').catch(() => '')).split('\n');
  return lines.map((line) => line.split(/\s/)[0] ?? '').find((line) => /^https?:/.test(line));
}

interface AptSource {
  readonly uris: readonly string[];
  readonly suites: readonly string[];
}

async function aptSources(directory: string): Promise<AptSource[]> {
  const parts = path.join(directory, 'sources.list.d');
  const names = (await readdir(parts).catch(() => [])).sort().map((name) => path.join(parts, name));
  const files = [path.join(directory, 'sources.list'), ...names];
  const found: AptSource[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (file.endsWith('.list')) found.push(...oneLineSources(text));
    if (file.endsWith('.sources')) found.push(...paragraphSources(text));
  }
  return found;
}

function oneLineSources(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const [, uri, suite] = /^\s*deb\s+(?:\[[^\]]*\]\s*)?(\S+)\s+(\S+)/.exec(line) ?? [];
    return uri && suite ? [{ uris: [uri], suites: [suite] }] : [];
  });
}

function paragraphSources(text: string): AptSource[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const field = (name: string) =>
        new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(paragraph)?.[1]?.trim().split(/\s+/) ?? [];
      const off = field('Enabled').some((word) => /^(no|false|0)$/i.test(word));
      return off || !field('Types').includes('deb') ? [] : [{ uris: field('URIs'), suites: field('Suites') }];
    });
}

/** The machine's apt settings that decide whether a mirror is reached: proxies, certificates, clock checks. */
export async function aptTransportOptions(): Promise<string[]> {
  const { stdout } = await tryCommand('apt-config', ['dump', 'Acquire']);
  return stdout
    .split('\n')
    .filter((line) => /^Acquire::(https?::|Check-|Retries)/i.test(line) && !line.endsWith(' "";'))
    .map((line) => line.replace(/;$/, ''));
}
