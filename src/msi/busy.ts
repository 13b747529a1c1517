import { formatDuration } from '../report/log.ts';
import { describeHolder } from '../windows/holder.ts';
import { findProcesses } from '../windows/holders.ts';
import { readRebootFacts } from '../windows/reboot.ts';
import type { Verdict } from './classify.ts';

/** The verdict on a wait that was in vain, with what it waited for: another installation, as far as Windows tells of it. */
export async function namingOthers(verdict: Verdict, waitedMs: number): Promise<Verdict> {
  const [processes, { installation }] = await Promise.all([findProcesses('msiexec.exe'), readRebootFacts()]);
  const others = processes.map((one) => describeHolder(one));
  const named = others.length > 0 ? others.join('; ') : 'no msiexec.exe is among the processes now';
  const script = installation ? [`under way: ${installation}`] : [];
  return {
    ...verdict,
    message: `${verdict.message} It was waited for ${formatDuration(waitedMs)}: ${named}.`,
    evidence: [...verdict.evidence, ...others, ...script],
  };
}
