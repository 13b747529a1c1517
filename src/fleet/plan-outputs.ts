import * as core from '@actions/core';

/** The outputs of every plan. @param wanted the release, a semver */
export function setPlanOutputs(slots: unknown, wanted: string): void {
  core.setOutput('slots', slots);
  core.setOutput('go-version', wanted);
  core.setOutput('error-code', '');
}
