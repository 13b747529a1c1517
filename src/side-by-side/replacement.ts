import { beginChange, type OpenChange } from '../machine/journal.ts';
import type { Provenance } from '../toolcache/inspect.ts';
import { markerPath, sidecarPath, treePath } from '../toolcache/layout.ts';
import type { RecordReplacement, ReplacementRecord } from '../toolcache/replacement.ts';
import { contentOf } from '../toolcache/withdraw.ts';
import type { Context } from '../toolchain.ts';
import { isThere } from '../windows/files.ts';
import { heldByMachine } from './prune.ts';

/** What the journal keeps of a tree that comes into its place: all that the next run needs to finish that or to undo it. */
export interface ReplaceDetails {
  /** The place. */
  readonly tree: string;
  /** The new tree, whole, beside it. */
  readonly fresh: string;
  /** Where what stands in its place is put. */
  readonly aside: string;
  /** Whether anything stood there. */
  readonly stood: boolean;
  /** What the marker and the sidecar of what stood there held; null where it had none. */
  readonly marker: string | null;
  readonly sidecar: string | null;
  /** The sidecar of the new tree. */
  readonly provenance: Provenance;
  /** Whether the new tree was refused: then the old one comes back. */
  readonly refused: boolean;
}

/**
 * Has the machine's journal open while a version's tree is replaced, by a repair or by an installation that found it torn. Where nothing stood there, and
 * the machine does not need that version, there is nothing to undo: whatever is left then is used by nobody, and the next installation sees to it.
 *
 * @throws SetupError as heldByMachine and beginChange
 */
export function journalReplacements(root: string, { inputs, host }: Context): RecordReplacement {
  return async ({ entry, fresh, aside, provenance }) => {
    const { version, architecture } = entry;
    const tree = treePath(entry);
    const [stood, marker, sidecar] = await Promise.all([
      isThere(tree),
      contentOf(markerPath(entry)),
      contentOf(sidecarPath(entry)),
    ]);
    if (!stood && marker === undefined && (await heldByMachine(root, entry)).length === 0) return undefined;
    const change = await beginChange<ReplaceDetails>(root, {
      ...{ method: 'zip', operation: inputs.operation === 'repair' ? 'repair' : 'install', architecture },
      ...{ from: version, to: version, runner: host.runner },
      details: {
        ...{ tree, fresh, aside, stood, provenance, refused: false },
        // A marker without a tree is nothing to put back.
        marker: stood ? (marker?.toString() ?? null) : null,
        sidecar: stood ? (sidecar?.toString() ?? null) : null,
      },
    });
    return recordOf(change, markerPath(entry));
  };
}

function recordOf(change: OpenChange<ReplaceDetails>, markerFile: string): ReplacementRecord {
  return {
    async refuse() {
      await change.update({ ...change.change.details, refused: true }).catch(() => {});
    },
    async end() {
      const { refused, aside, marker } = change.change.details;
      const back = !(await isThere(aside)) && (marker === null || (await isThere(markerFile)));
      if (!refused || back) await change.close().catch(() => {});
    },
  };
}
