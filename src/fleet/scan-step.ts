import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { decodeText } from '../text-encoding.ts';
import { attemptOf } from './attempt.ts';
import type { FleetContext } from './context.ts';
import { writeRoster } from './files.ts';
import { leaveOut } from './online.ts';
import { takePart } from './parts.ts';
import { setPlanOutputs } from './plan-outputs.ts';
import { runnersCount } from './report/words.ts';
import { resolveForFleet } from './resolve.ts';
import { parseRoster } from './roster.ts';
import { scanSlots } from './slots.ts';
import type { FleetRoster, FleetRunner } from './types.ts';

/** A roster of 10,000 runners has about a megabyte. */
const MOST_BYTES = 20_000_000;

/**
 * The first step of a run: reads the fleet, takes the part of it that this run has room for, leaves out who is not there, and settles which release it is
 * about.
 *
 * @throws SetupError E_INPUT for a roster that cannot be used; as resolveRelease
 */
export async function planScan(context: FleetContext): Promise<void> {
  const { fleet, log, env } = context;
  const all = await readFleet(context);
  const { release } = await resolveForFleet(context);
  const { runners: taken, part, parts } = takePart(all, Number(env['GITHUB_RUN_NUMBER'] ?? '0'));
  const { runners, skipped } = await leaveOut(taken, context);
  const roster: FleetRoster = {
    schema: 1,
    takenAt: new Date().toISOString(),
    attempt: attemptOf(env),
    wanted: release.version,
    fleet: all.length,
    part,
    parts,
    runners,
    skipped,
  };
  await writeRoster(fleet.fleetDir, roster);
  log.info(`The fleet has ${runnersCount(all.length)}; each of them is to have ${release.goVersion}`);
  if (parts > 1)
    log.info(
      `One run of the workflow has no room for all of them: this one takes part ${part} of ${parts}, ${runnersCount(taken.length)}, and the next one the next part`,
    );
  if (skipped.length > 0)
    log.fold(
      `${runnersCount(skipped.length)} left out before the scan`,
      skipped.map(({ runner, why, detail }) => `${runner.name} (${why}): ${detail}`),
    );
  log.info(`${runnersCount(runners.length)} to look at`);
  const self = all.find(({ name }) => name.toLowerCase() === env['RUNNER_NAME']?.toLowerCase());
  if (self !== undefined)
    log.warn(
      `This job runs on ${self.name}, which is of the fleet. The watchdog holds its runner until the run is over; where it comes to one of the fleet, the job for that one waits in vain. Let control-runs-on name runners that are not of the fleet.`,
    );
  if (runners.length === 0) log.warn('No runner of the fleet is there, so nothing is upgraded.');
  setPlanOutputs(scanSlots(runners), release.version);
}

/** The input `runners`: JSON as it is, or the path of a file with it, which may be as large as it likes. */
async function readFleet({ fleet, host }: FleetContext): Promise<readonly FleetRunner[]> {
  const { runners } = fleet;
  if (runners === '') {
    throw new SetupError('E_INPUT', 'The input runners is not given, so there is no fleet to plan for.', {
      remedy: 'Give a JSON array of runners, or the path of a JSON file of the workspace with one.',
    });
  }
  if (/^[[{]/.test(runners)) return parseRoster(runners, 'The input runners');
  const file = path.resolve(host.workspace, runners);
  return parseRoster(await readText(file), `The file ${file} (input runners)`);
}

async function readText(file: string): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new SetupError('E_INPUT', `The file ${file} (input runners) cannot be read: ${why}.`, {
      remedy:
        'Check the path, which begins at the workspace, and that the repository is checked out before this step; or give the JSON itself, which begins with [.',
      cause,
    });
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw refuse(
      systemCode(error) === 'ENOENT' ? 'it is not there' : (systemCode(error) ?? String(error)),
      error,
    );
  }
  if (bytes.length > MOST_BYTES) throw refuse(`it is larger than ${MOST_BYTES / 1e6} MB`);
  try {
    return decodeText(bytes);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error);
  }
}
