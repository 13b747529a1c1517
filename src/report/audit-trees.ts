import type { TreeChange } from '../toolcache/tree-change.ts';
import { explainFileError } from '../windows/files.ts';
import { type Audit, type AuditedChange, codeOf } from './audit.ts';

const ACTIONS = {
  placed: 'install',
  replaced: 'replace',
  removed: 'remove-leftover',
  pruned: 'prune',
} as const satisfies Record<TreeChange['kind'], AuditedChange['action']>;

/** Records a change of a tool cache. */
export async function recordTree(audit: Audit, change: TreeChange): Promise<void> {
  const { kind, place, provenance, error, durationMs } = change;
  await audit.record({
    action: ACTIONS[kind],
    target: place,
    from: provenance === undefined ? '' : `${provenance.source} sha256:${provenance.sha256}`,
    outcome:
      error === undefined
        ? 'ok'
        : codeOf(explainFileError(error, kind === 'pruned' ? 'remove' : 'install into', place)),
    durationMs,
  });
}
