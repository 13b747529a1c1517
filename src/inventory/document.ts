import type { Architecture } from '../release/release.ts';

/** How a Go came to the machine. */
export type Origin = 'tool-cache' | 'machine' | 'msi' | 'chocolatey' | 'scoop' | 'winget' | 'by-hand';

/** A Go tree, or what should be one. `docs/inventory.schema.json` says the same of all of this. */
export interface InventoryGo {
  /** The directory, GOROOT of that Go. */
  readonly place: string;
  readonly origin: Origin;
  /** Who has it on record, and may update or remove it; null where nobody does. */
  readonly owner:
    | 'setup-go-win'
    | 'another-action'
    | 'windows-installer'
    | 'chocolatey'
    | 'scoop'
    | 'winget'
    | null;
  /** A semver; null where nothing tells it. */
  readonly version: string | null;
  /** As Go spells it. */
  readonly goVersion: string | null;
  readonly architecture: Architecture | null;
  /** `whole`: all that no Go works without is there. `torn`: something is missing or does not fit. `absent`: on record, and not there. */
  readonly state: 'whole' | 'torn' | 'absent';
  /** Why it is not whole; null where it is. */
  readonly reason: string | null;
  /** What this action knows of where it came from; null for what it did not install. */
  readonly provenance: {
    readonly sha256: string;
    readonly source: string;
    readonly official: boolean;
    readonly installedAt: string;
  } | null;
  /** The link `current` of the machine leads here. */
  readonly current: boolean;
}

/** Which go.exe a PATH gives. */
export interface InventoryPath {
  /** What the command `go` starts; null where there is none. */
  readonly winner: string | null;
  /** The Go that it belongs to: the `place` of one of the goes; null where it is none of them (a shim, a wrapper). */
  readonly place: string | null;
  /** Each go.exe of this PATH, the winner first. */
  readonly all: readonly string[];
  /** The variable GOROOT beside it, which decides over the tree that any go uses; null where it is not set. */
  readonly goroot: string | null;
}

/** Every Go of a machine, and what decides which one is used: the output `inventory`. */
export interface Inventory {
  readonly schema: 1;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly host: {
    readonly name: string;
    readonly architecture: Architecture;
    /** `10.0.20348`. */
    readonly windows: string;
    readonly account: string | null;
    /** null: Windows gave no answer. */
    readonly elevated: boolean | null;
  };
  readonly goes: readonly InventoryGo[];
  /** Records of package managers, whether or not there is a Go. */
  readonly packages: readonly {
    readonly manager: 'chocolatey' | 'winget' | 'scoop';
    readonly place: string;
    readonly version: string | null;
  }[];
  readonly path: {
    /** What a service gets: the machine's PATH alone. */
    readonly machine: InventoryPath;
    /** What a program of this account gets: the machine's PATH, then the user's. */
    readonly user: InventoryPath;
    /** What the steps of this job get now. */
    readonly job: InventoryPath;
  };
  readonly machineRoot: {
    readonly place: string;
    readonly there: boolean;
    /** Where `current` leads; null where there is none. */
    readonly current: string | null;
    /** A change that was begun and neither finished nor undone; the next operation settles it. */
    readonly unfinished: {
      readonly method: 'msi' | 'zip';
      readonly operation: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly startedAt: string;
      readonly runner: string;
    } | null;
    /** What `operation: rollback` would return to; null where nothing is remembered. */
    readonly rollback: { readonly zip: string | null; readonly msi: string | null };
  };
  readonly reboot: {
    /** null: the registry gave no answer to some of it, and the rest waits for none. */
    readonly pending: boolean | null;
    readonly reasons: readonly string[];
    /** What Windows will do at its next start to files of these goes; `to` is null for a removal. */
    readonly files: readonly { readonly from: string; readonly to: string | null }[];
  };
  readonly space: readonly { readonly place: string; readonly freeBytes: number | null }[];
  /** What could not be looked at, one sentence each. What is said above is without it. */
  readonly notes: readonly string[];
}
