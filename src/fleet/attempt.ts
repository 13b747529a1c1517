/**
 * Which attempt at its run a job belongs to (GITHUB_RUN_ATTEMPT): 1, and one more each time that jobs of the run are run again. The run stays the same, and so do the
 * artifacts of the attempts before.
 */
export function attemptOf(env: NodeJS.ProcessEnv): number {
  const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
  return Number.isSafeInteger(attempt) && attempt > 1 ? attempt : 1;
}
