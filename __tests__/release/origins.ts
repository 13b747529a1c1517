import { SetupError } from '../../src/errors.ts';
import { builtinReleases } from '../../src/release/builtin.ts';
import type { ReleaseOrigin, ResolveOptions } from '../../src/release/origin.ts';
import { resolveRelease } from '../../src/release/resolve.ts';
import { selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { failure, recordedList, recordedRelease } from './recorded.ts';

/** An origin in memory. An Error in place of an answer is thrown; `asked` records what was read. */
export interface FakeOrigin extends ReleaseOrigin {
  readonly asked: string[];
}

export function origin(
  label: string,
  answers: { list?: string | Error | undefined; hashes?: Record<string, string | Error> },
  official = false,
): FakeOrigin {
  const asked: string[] = [];
  const give = async (what: string, answer: string | Error | undefined): Promise<string | undefined> => {
    asked.push(what);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    label,
    official,
    asked,
    readList: () => give('list', answers.list),
    readHash: (filename) => give(`${filename}.sha256`, answers.hashes?.[filename]),
  };
}

export const unreachable = (host: string): SetupError =>
  new SetupError('E_NETWORK', `${host} refused the connection.`, {
    remedy: 'Check the network.',
    cause: new Error('ECONNREFUSED'),
  });

export const PAGE = '<!DOCTYPE html><html><title>Sign in</title></html>';

/** go.dev with the recorded list. */
export const goDevWith = (list: string | Error | undefined = recordedList): FakeOrigin =>
  origin('go.dev', { list }, true);

export interface Setting extends Partial<Omit<ResolveOptions, 'goDev' | 'mirror'>> {
  readonly goDev?: FakeOrigin;
  readonly mirror?: FakeOrigin;
}

/** Resolves a spec and tells what came of it: the answer or the failure, what was asked of whom, and what the user reads. */
export async function resolve(text: string, setting: Setting = {}) {
  const { goDev = goDevWith(), mirror, ...rest } = setting;
  const notes: string[] = [];
  const warnings: string[] = [];
  const options: ResolveOptions = {
    ...{
      architecture: 'x64',
      resolution: 'highest',
      checkLatest: false,
      offline: false,
      officialOnly: false,
    },
    ...rest,
    ...(mirror === undefined ? {} : { mirror }),
    goDev,
    note: (line) => notes.push(line),
    warn: (line) => warnings.push(line),
  };
  const request = { spec: parseSpec(text, 'input go-version'), origin: 'input go-version' };
  const answer = await resolveRelease(request, options);
  return {
    ...answer,
    version: answer.release.version,
    notes,
    warnings,
    asked: [...(mirror?.asked ?? []), ...goDev.asked.map((what) => `go.dev ${what}`)],
  };
}

/** The failure that resolving ends with. */
export const resolveFailure = (text: string, setting: Setting = {}): Promise<SetupError> =>
  failure(() => resolve(text, setting));

/** A hash that is none of go.dev's. */
export const OTHER = 'cd'.repeat(32);
/** A release that the built-in index knows. */
export const KNOWN = recordedRelease('1.25.3');
export const NAME = KNOWN.filename;
/** What the built-in index of this day answers a range or an alias with. */
export const builtin = (text: string) =>
  selectVersion(
    parseSpec(text, 'test'),
    builtinReleases('x64').map((one) => one.version),
    'highest',
  );

/** A mirror that is not go.dev. */
export const mirrorWith = (list: string | Error | undefined, hashes: Record<string, string | Error> = {}) =>
  origin('https://mirror.example/go', { list, hashes });
