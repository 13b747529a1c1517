import { afterAll, beforeAll, describe } from '@jest/globals';
import { type MsiTools, msiTools } from '../msi/tools.ts';
import { LabError, type WindowsLab } from './lab.ts';
import { prepareWindows } from './prepare.ts';
import { openPrivateWindows } from './private.ts';

/** A preparation from nothing on a slow machine and network: of the lab, or of what a suite fetches and builds. */
export const PREPARATION_MS = 15 * 60_000;
const CLOSING_MS = 60_000;

interface Prepared<Lab> {
  readonly lab?: Lab;
  readonly reason?: string;
}

let shared: Promise<Prepared<WindowsLab>> | undefined;
let openSuites = 0;

const say = (line: string) => void process.stderr.write(`Windows lab: ${line}\n`);

/** Opens what tests need: it is there, or there is a reason why not. */
async function prepared<Lab>(open: () => Promise<Lab>): Promise<Prepared<Lab>> {
  return await open().then(
    (lab) => ({ lab }),
    (error: unknown) => {
      if (error instanceof LabError) return { reason: error.message };
      throw error;
    },
  );
}

const TOP = 'THE TESTS OF THIS FILE ARE NOT RUN: there is no Windows lab here.';

function warnLoudly(lines: readonly string[]): void {
  process.stderr.write(
    `\n${'!'.repeat(100)}\n${lines.map((line) => `!! ${line}\n`).join('')}${'!'.repeat(100)}\n\n`,
  );
}

/**
 * A `describe` whose tests run on Windows. The lab is prepared before jest collects the tests, so use it with a top-level
 * `await`; all suites of a file share it. Where there is no Windows the tests are skipped, with a warning that can't be
 * overlooked; in CI that fails.
 * @param body gets the lab; its scratch directories are removed after the last test
 */
export async function describeWindows(name: string, body: (lab: WindowsLab) => void): Promise<void> {
  // Other files and workers wait for whoever prepares it first.
  shared ??= prepared(async () => await prepareWindows({ say }));
  openSuites++;
  await describeIn(shared, name, body, async (lab) => {
    if (--openSuites === 0) await lab.dispose();
  });
}

/**
 * Like {@link describeWindows}, in a Windows of the suite's own: what its tests install or replace nobody else sees. A real
 * Windows has no second one beside it: there the tests are skipped, in CI too, with the same warning.
 * @param body gets the lab, which is gone after the last test
 */
export async function describePrivateWindows(name: string, body: (lab: WindowsLab) => void): Promise<void> {
  if (process.platform === 'win32') {
    warnLoudly([`NOT RUN: ${name}.`, 'It changes the whole machine, so it runs under Wine (on Linux) only.']);
    describe.skip(name, () => body(missingLab));
    return;
  }
  const own = prepared(async () => await openPrivateWindows(say));
  await describeIn(own, name, body, async (lab) => await lab.dispose());
}

/**
 * A `describe` whose tests need MSIs built here. Skipped or failing like {@link describeWindows} where that can't be.
 * @param body gets the programs that read them
 */
export async function describeMsiTools(name: string, body: (tools: MsiTools) => void): Promise<void> {
  await describeIn(
    prepared(async () => await msiTools(say)),
    name,
    body,
    async () => {},
  );
}

async function describeIn<Lab extends object>(
  opening: Promise<Prepared<Lab>>,
  name: string,
  body: (lab: Lab) => void,
  close: (lab: Lab) => Promise<void>,
): Promise<void> {
  const { lab, reason = '' } = await opening;
  if (lab) {
    describe(name, () => {
      afterAll(async () => await close(lab), CLOSING_MS);
      body(lab);
    });
    return;
  }
  if (!process.env['CI']) warnLoudly([TOP, ...reason.split('\n'), 'In CI this is a failure.']);
  const run = process.env['CI'] ? describe : describe.skip;
  run(name, () => {
    beforeAll(() => {
      throw new Error(`${TOP} ${reason}`);
    }, PREPARATION_MS);
    body(missingLab as Lab);
  });
}

/** Stands in while tests that will not run are collected; a test that asks it for anything has a defect. */
const missingLab = new Proxy({} as never, {
  get: (_, property) => {
    throw new Error(`No Windows lab here (asked for ${String(property)})`);
  },
});
