import { connectionOptions } from './connections.ts';
import type { Inputs } from './inputs.ts';
import type { ResolvedRelease } from './release/resolve.ts';
import { keptTreeHead } from './toolcache/tree-head.ts';
import type { Context } from './toolchain.ts';
import { askSecondOpinion, type SecondOpinion } from './transparency/ask.ts';
import { databaseId, readDatabase } from './transparency/database.ts';
import { readProxies } from './transparency/proxies.ts';
import { ruledOut } from './transparency/refusals.ts';

export type { SecondOpinion };

/** What a step has learned of the database. One that installs several versions says once what is true of all, and waits once for a database that is silent. */
interface Learned {
  readonly told: Set<string>;
  silent: boolean;
}
const learned = new WeakMap<Inputs, Learned>();

/**
 * Begins to ask Go's checksum database about a release that is about to be fetched, where the inputs and the release allow it.
 *
 * Go's own database knows go.dev's files alone, so with `auto` any other file is asked about only where GOSUMDB names another database.
 *
 * @returns undefined where it is not asked; why not is told, unless that is what the user set
 * @throws SetupError E_TRANSPARENCY where it is required and ruled out, E_INPUT for a GOSUMDB that is none
 */
export async function openSecondOpinion(
  { release, official }: ResolvedRelease,
  context: Context,
): Promise<SecondOpinion | undefined> {
  const { inputs, host, log, signal } = context;
  if (inputs.transparency === 'off') return undefined;
  requireAskable(inputs);
  const step = learned.get(inputs) ?? { told: new Set(), silent: false };
  learned.set(inputs, step);
  const tell = (line: string): undefined => {
    if (!step.told.has(line)) log.info(line);
    step.told.add(line);
  };
  const required = inputs.transparency === 'require';
  const notAsked = (reason: string) => tell(`Not checked against the checksum database: ${reason}`);
  const database = readDatabase(inputs.goSumDb);
  if (database === 'off') return notAsked('GOSUMDB is off');
  if (inputs.offline) return notAsked('offline is set');
  if (!official && database.official && !required)
    return notAsked(`${database.key.name} knows the official builds only`);
  if (database.official && !required && isBefore121(release.version))
    return notAsked('the modules of releases before Go 1.21 were not made with them');
  if (step.silent) return undefined;
  return askSecondOpinion(release, {
    database,
    proxies: readProxies(inputs.goProxy),
    required,
    memory: keptTreeHead(host.toolCache, databaseId(database), {
      runner: host.runner,
      signal,
      onNote: tell,
    }),
    signal,
    connection: await connectionOptions(context),
    onNote: tell,
    onSilence: () => {
      step.silent = true;
    },
  });
}

/** Go makes its module together with its ZIP since 1.21 (cmd/distpack); older ones were converted from other archives, years later. */
function isBefore121(version: string): boolean {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  return major === '1' && Number(minor) < 21;
}

/**
 * Sees before anything is fetched whether the question that `transparency: require` needs is ruled out.
 *
 * @throws SetupError E_TRANSPARENCY where it is, E_INPUT for a GOSUMDB that is none
 */
export function requireAskable({ transparency, offline, goSumDb }: Inputs): void {
  if (transparency !== 'require') return;
  if (readDatabase(goSumDb) === 'off')
    throw ruledOut('GOSUMDB is off', 'Unset GOSUMDB, or set transparency to auto or off.');
  if (offline)
    throw ruledOut(
      'offline is set',
      'Install this version once with network, so that the tool cache has it with its check, or set transparency to auto or off.',
    );
}
