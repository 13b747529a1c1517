import { afterAll, beforeAll, describe } from '@jest/globals';
import { LabError, type WindowsLab } from './lab.ts';
import { prepareWindows } from './prepare.ts';

/** A preparation from nothing on a slow machine and network: of the lab, or of what a suite fetches and builds. */
export const PREPARATION_MS = 15 * 60_000;

interface Prepared {
  readonly lab?: WindowsLab;
  readonly reason?: string;
}

let preparation: Promise<Prepared> | undefined;
let openSuites = 0;

/** Opens the lab once per test file; other files and workers wait for whoever prepares it first. */
async function openLab(): Promise<Prepared> {
  preparation ??= prepareWindows({ say: (line) => process.stderr.write(`Windows lab: ${line}\n`) }).then(
    (lab) => ({ lab }),
    (error: unknown) => {
      if (error instanceof LabError) return { reason: error.message };
      throw error;
    },
  );
  return await preparation;
}

const TOP = 'THE WINDOWS TESTS OF THIS FILE ARE NOT RUN: there is no Windows here.';

function warnLoudly(reason: string): void {
  const lines = [TOP, ...reason.split('\n'), 'In CI this is a failure.'];
  process.stderr.write(
    `\n${'!'.repeat(100)}\n${lines.map((line) => `!! ${line}\n`).join('')}${'!'.repeat(100)}\n\n`,
  );
}

/**
 * A `describe` whose tests run on Windows. The lab is prepared before jest collects the tests, so use it with a top-level
 * `await`. Where there is no Windows the tests are skipped, with a warning that can't be overlooked; in CI that fails.
 * @param body gets the lab; its scratch directories are removed after the last test
 */
export async function describeWindows(name: string, body: (lab: WindowsLab) => void): Promise<void> {
  const { lab, reason = '' } = await openLab();
  if (lab) {
    openSuites++;
    describe(name, () => {
      afterAll(async () => {
        if (--openSuites === 0) await lab.dispose();
      });
      body(lab);
    });
    return;
  }
  if (!process.env['CI']) warnLoudly(reason);
  const run = process.env['CI'] ? describe : describe.skip;
  run(name, () => {
    beforeAll(() => {
      throw new Error(`${TOP} ${reason}`);
    }, PREPARATION_MS);
    body(missingLab);
  });
}

/** Stands in while tests that will not run are collected; a test that asks it for anything has a defect. */
const missingLab = new Proxy({} as WindowsLab, {
  get: (_, property) => {
    throw new Error(`No Windows lab here (asked for ${String(property)})`);
  },
});
