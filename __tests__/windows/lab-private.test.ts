import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { WindowsLab } from '../../lab/windows/lab.ts';
import { openPrivateWindows } from '../../lab/windows/private.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

const underWine = process.platform === 'win32' ? it.skip : it;

await describeWindows('a Windows of one’s own', (shared) => {
  let left: string;
  const own: WindowsLab[] = [];

  // What the suites beside this one do all the time: while a prefix is copied, files in it come and go.
  let churning = true;
  const churn = async () => {
    while (churning) await rm(await mkdtemp(`${left}.`), { recursive: true });
  };

  beforeAll(async () => {
    left = await mkdtemp(path.join(shared.driveC, 'windows', 'temp', 'left-by-another-'));
  });

  afterAll(async () => {
    for (const lab of own) await lab.dispose();
    await rm(left, { recursive: true });
  }, PREPARATION_MS);

  underWine(
    'is made while others work in the shared one, and has nothing of theirs',
    async () => {
      const churned = churn();
      try {
        own.push(await openPrivateWindows());
      } finally {
        churning = false;
        await churned;
      }
      const [lab] = own as [WindowsLab];
      expect(existsSync(left)).toBe(true);
      expect(existsSync(path.join(lab.driveC, path.relative(shared.driveC, left)))).toBe(false);
    },
    PREPARATION_MS,
  );
});
