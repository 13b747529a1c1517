import * as core from '@actions/core';
import type { Inventory } from '../inventory/document.ts';
import type { CacheOutcome } from '../modcache/restore.ts';
import { goExecutable } from '../toolcache/layout.ts';
import type { Toolchain } from '../toolchain.ts';

/** Sets the outputs of a step that succeeded; the last toolchain is the one on PATH, and `versions` has them all. @param minors for `supported-minors` */
export function setOutputs(
  toolchains: readonly Toolchain[],
  rebootRequired: boolean,
  cache: CacheOutcome | undefined,
  minors: readonly string[],
): void {
  const described = toolchains.map(describe);
  for (const [name, value] of Object.entries(described.at(-1) ?? {})) core.setOutput(name, value);
  core.setOutput('versions', described);
  core.setOutput('supported-minors', minors);
  core.setOutput('cache-hit', cache?.hit ?? '');
  core.setOutput('cache-key', cache?.key ?? '');
  core.setOutput('cache-matched-key', cache?.matchedKey ?? '');
  core.setOutput('reboot-required', rebootRequired);
  core.setOutput('error-code', '');
}

/** The machine's inventory, as one JSON document. */
export function setInventory(inventory: Inventory): void {
  core.setOutput('inventory', inventory);
}

function describe(toolchain: Toolchain) {
  return {
    'go-version': toolchain.version,
    goroot: toolchain.goroot,
    'go-path': goExecutable(toolchain.goroot),
    architecture: toolchain.architecture,
    'tool-cache-hit': toolchain.hit,
    source: toolchain.source,
    official: toolchain.official,
  };
}
