import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AuditedChange, openAudit, type StepAudit } from '../../src/report/audit.ts';
import type { AuditLogOptions } from '../../src/report/audit-log.ts';
import type { Log } from '../../src/report/log.ts';

/** A directory of its own, removed by the returned function. */
export function makeScratch(): { directory: string; remove(): void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'audit-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A log that keeps its lines, warnings marked. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  return {
    lines,
    info: keep,
    warn: (line) => keep(`warning: ${line}`),
    notice: keep,
    debug: keep,
    fold: (title, more) => lines.push(title, ...more),
  };
}

export function changeOf(target: string, more: Partial<AuditedChange> = {}): AuditedChange {
  return {
    action: 'install',
    target,
    from: 'https://x.example/go.zip',
    outcome: 'ok',
    durationMs: 12.4,
    ...more,
  };
}

/** The audit of a step of a runner. */
export function auditOf(file: string, more: Partial<AuditLogOptions> = {}): StepAudit {
  return openAudit({
    file,
    lastResort: undefined,
    secrets: [],
    env: {
      RUNNER_NAME: 'build-7',
      GITHUB_REPOSITORY: 'org/app',
      GITHUB_WORKFLOW: 'ci',
      GITHUB_RUN_ID: '17',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'test',
      USERDOMAIN: 'CORP',
    },
    log: keptLog(),
    signal: new AbortController().signal,
    ...more,
  });
}
