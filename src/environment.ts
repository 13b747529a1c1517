import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import * as core from '@actions/core';
import { goSetting, readGopath } from './go-settings.ts';
import type { Inputs } from './inputs.ts';
import { goExecutable } from './toolcache/layout.ts';
import type { Toolchain } from './toolchain.ts';

/** Variables that tell a later step of ours what an earlier one wrote, so that it never takes that for the user's own choice. */
const WROTE_GOTOOLCHAIN = 'SETUP_GO_WIN_GOTOOLCHAIN';
const WROTE_GOROOT = 'SETUP_GO_WIN_GOROOT';

/** What was found and done to the environment of later steps. */
export interface EnvironmentChange {
  /** Lines such as `GOROOT = C:\…`. */
  readonly facts: readonly string[];
  /** What the user should change. */
  readonly warnings: readonly string[];
}

/**
 * Gives later steps this Go: PATH, GOROOT and GOTOOLCHAIN, as the inputs say. The only writer of the job's environment.
 *
 * @param env the step's environment as the runner passed it
 */
export function applyEnvironment(
  toolchain: Toolchain,
  inputs: Inputs,
  env: NodeJS.ProcessEnv,
): EnvironmentChange {
  const facts: string[] = [];
  const warnings: string[] = [];
  const bin = path.dirname(goExecutable(toolchain.goroot));
  const others = goesOnPath(env).filter((file) => !samePath(path.dirname(file), bin));
  const stale = staleGoroot(toolchain, env);

  if (!inputs.updateEnvironment) {
    facts.push('PATH, GOROOT and GOTOOLCHAIN are left alone: update-environment is false');
    if (stale)
      (stale.ours ? facts : warnings).push(
        `GOROOT is ${stale.goroot}, so a go started by later steps uses that tree.`,
      );
    return { facts, warnings };
  }

  const directories = [bin, ...installedPrograms(env)];
  // What is added last comes first; the runner moves what an earlier step had added, where it is spelled the same.
  for (const directory of directories.toReversed()) core.addPath(directory);
  facts.push(`PATH begins with ${directories.join(', then ')}`);
  if (others.length > 0) facts.push(`It goes before ${others.join(', ')}`);
  const local = ['go.exe', 'go.cmd', 'go.bat', 'go.com'].find((name) =>
    existsSync(path.join(env['GITHUB_WORKSPACE'] ?? '', name)),
  );
  if (env['GITHUB_WORKSPACE'] && local) {
    warnings.push(
      `${path.join(env['GITHUB_WORKSPACE'], local)} shadows this Go in steps with "shell: cmd", which look in the current directory first.`,
    );
  }

  if (inputs.setGoroot) {
    exportAs('GOROOT', toolchain.goroot, WROTE_GOROOT);
    facts.push(`GOROOT = ${toolchain.goroot}`);
    if (stale && !stale.ours)
      warnings.push(
        `The runner sets GOROOT to ${stale.goroot}, which is not this Go. Later steps of this job get the right one; remove it from the machine.`,
      );
  } else if (stale?.ours) {
    exportAs('GOROOT', '', WROTE_GOROOT); // to Go an empty one is none
    facts.push(`GOROOT is emptied: an earlier step of this action had set it to ${stale.goroot}`);
  } else if (stale) {
    warnings.push(
      `GOROOT is ${stale.goroot}, which is not this Go, and set-goroot is false: later steps will mix the two. Unset it, or leave set-goroot at true.`,
    );
  }

  facts.push(applyGotoolchain(inputs.goToolchain, env));
  return { facts, warnings };
}

/** Where `go install` puts programs: GOBIN where it is set, and GOPATH\bin. Neither is made: Go makes it when there is something to put there. */
function installedPrograms(env: NodeJS.ProcessEnv): string[] {
  const gobin = goSetting('GOBIN', env);
  const gopath = readGopath(env);
  const places = [gobin, gopath && path.join(gopath, 'bin')].filter(
    (place): place is string => place !== undefined && path.isAbsolute(place),
  );
  return places.filter((place, index) => places.findIndex((other) => samePath(other, place)) === index);
}

function applyGotoolchain(policy: string, env: NodeJS.ProcessEnv): string {
  const variable = env['GOTOOLCHAIN'];
  const present = goSetting('GOTOOLCHAIN', env);
  const ours = Boolean(variable) && variable === env[WROTE_GOTOOLCHAIN];
  if (policy === 'keep' || (policy === '' && present && !ours)) {
    if (!present) return 'GOTOOLCHAIN is left unset';
    const whose = ours ? 'an earlier step of this action set it' : 'the job had it';
    return `GOTOOLCHAIN = ${present}, as ${variable ? whose : '"go env -w" has set it'}`;
  }
  const value = policy || 'local';
  exportAs('GOTOOLCHAIN', value, WROTE_GOTOOLCHAIN);
  return `GOTOOLCHAIN = ${value}${value === 'local' ? ': later steps run this Go and fetch no other' : ''}`;
}

/** Gives later steps the module and build cache that this step chose: GOMODCACHE and GOCACHE, by name. */
export function exportCacheDirectories(variables: Readonly<Record<string, string>>): void {
  for (const [name, directory] of Object.entries(variables)) core.exportVariable(name, directory);
}

function exportAs(name: string, value: string, marker: string): void {
  core.exportVariable(name, value);
  core.exportVariable(marker, value);
}

/** A GOROOT that is not this tree, and whether an earlier step of ours wrote it. */
function staleGoroot(
  toolchain: Toolchain,
  env: NodeJS.ProcessEnv,
): { readonly goroot: string; readonly ours: boolean } | undefined {
  const goroot = goSetting('GOROOT', env);
  if (!goroot || samePath(goroot, toolchain.goroot) || leadsTo(goroot, toolchain.goroot)) return undefined;
  const wrote = env[WROTE_GOROOT];
  return { goroot, ours: Boolean(env['GOROOT'] && wrote) && samePath(goroot, wrote ?? '') };
}

/** Every go.exe on PATH, each once, the one that won until now first. */
function goesOnPath(env: NodeJS.ProcessEnv): string[] {
  const directories = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter(path.isAbsolute);
  const files = directories.map((directory) => path.join(directory, 'go.exe')).filter(existsSync);
  return files.filter((file, index) => files.findIndex((other) => samePath(other, file)) === index);
}

/** Whether a directory is a link to another, as `current` of the machine is. */
function leadsTo(link: string, directory: string): boolean {
  try {
    return samePath(realpathSync(link), directory);
  } catch {
    return false; // it leads nowhere
  }
}

function samePath(a: string, b: string): boolean {
  return path.resolve(a).toLowerCase() === path.resolve(b).toLowerCase();
}
