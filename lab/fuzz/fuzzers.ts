import type { Fuzzer } from './fuzzer.ts';

/** Every fuzzer by its name; loaded one by one, since each brings what it tests. */
export const FUZZERS: Readonly<Record<string, () => Promise<Fuzzer>>> = {
  'version-spec': async () => (await import('./version-spec.ts')).versionSpec,
  'version-file': async () => (await import('./version-file.ts')).versionFile,
  'release-list': async () => (await import('./release-list.ts')).releaseList,
  'zip-directory': async () => (await import('./zip-directory.ts')).zipDirectory,
  policy: async () => (await import('./policy.ts')).policy,
  'msi-log': async () => (await import('./msi-log.ts')).msiLog,
};
