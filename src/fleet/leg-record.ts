import type { Inventory } from '../inventory/document.ts';
import type { LegName } from '../leg-inputs.ts';
import type { Architecture } from '../release/release.ts';
import type { MachineGo } from './machine-go.ts';
import type { Health } from './types.ts';

/** What is known of a leg so far. The step fills it while it goes on, so that whatever ends it the file of its result has what there is. */
export interface LegRecord {
  architecture?: Architecture;
  /** The machine's Go when the step began. */
  before?: MachineGo | undefined;
  /** The machine's Go when all was done; absent as long as nobody has looked. */
  after?: { readonly go: MachineGo | undefined };
  /** Looks at the machine's Go as it is; absent where the step is not about the machine's Go. */
  look?: () => Promise<MachineGo | undefined>;
  /** Of the ZIP or MSI of a Go that was there already and was not downloaded. */
  reusedBytes?: number;
  inventory?: Inventory;
  health?: Health;
  dryRun?: true;
  rolledBack?: boolean;
  recoveryMs?: number;
}

/** A step as a leg: who it is, and what is known of it. */
export interface Leg {
  readonly name: LegName;
  readonly record: LegRecord;
}
