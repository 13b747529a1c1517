import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import {
  type EnvironmentValues,
  expandVariables,
  goesBefore,
  readEnvironmentValues,
} from '../machine/machine-path.ts';
import type { Architecture } from '../release/release.ts';
import { removeWriteTests, WRITE_TEST } from '../toolcache/write-tests.ts';
import { type Account, readAccount } from '../windows/elevation.ts';
import { findHeld, type HeldFiles } from '../windows/held-files.ts';
import { type HolderSearch, nameHolders } from '../windows/holders.ts';
import { freeSpace, nearestDirectory } from '../windows/places.ts';
import { type RebootFacts, readRebootFacts } from '../windows/reboot.ts';
import { numberOf, type ReadKey, readKey, textOf } from '../windows/registry.ts';
import { readServices, type ServiceFact } from '../windows/services.ts';
import { findManagedGoes, type ManagedGo } from './owners.ts';
import type { MsiProduct } from './products.ts';
import type { TreeFinding } from './tree.ts';

/** What is to be done, and what the caller knows of it already. */
export interface Plan {
  /** Of the Go that is to be installed: a semver. */
  readonly version: string;
  readonly architecture: Architecture;
  readonly installDir: string;
  /** The registered Go that the MSI would replace: that of its architecture. */
  readonly product: MsiProduct | undefined;
  readonly products: readonly MsiProduct[];
  /** What lies in installDir, by inspectInstallDir. */
  readonly tree: TreeFinding;
  /** Where the MSI of the Go that is replaced can be had from; undefined where nothing is replaced. */
  readonly wayBack: 'cached' | 'download' | 'none' | undefined;
  readonly machine: { readonly architecture: Architecture; readonly hosted: boolean };
  /** Whether what runs from installDir may be ended. */
  readonly stopping?: boolean;
  /** Nothing may be written, not even for a test. */
  readonly untouched?: boolean;
}

/** Whether a file could be made and removed in the directory that is there. */
export interface WriteTest {
  readonly directory: string;
  /** What Windows answered (`EPERM`, …); undefined where it worked. */
  readonly refusal: string | undefined;
}

export interface Space {
  readonly place: string;
  /** Bytes that this account may still use; undefined where Windows does not say. */
  readonly free: number | undefined;
}

/** Values of the policies of Windows Installer (msi.h's machine policies) that are set. */
export type Policies = Readonly<Record<string, number | string>>;

/** Everything that decides whether an MSI may be run. What could not be found out is undefined. */
export interface Facts extends Plan {
  /** `10.0.20348`. */
  readonly windows: string;
  readonly account: Account;
  /** Undefined where it was not tried. */
  readonly write: WriteTest | undefined;
  readonly policies: Policies | undefined;
  readonly services: readonly ServiceFact[];
  readonly reboot: RebootFacts;
  readonly space: readonly Space[];
  readonly held: HeldFiles | undefined;
  readonly holders: HolderSearch | undefined;
  readonly managed: readonly ManagedGo[];
  readonly environment: EnvironmentValues | undefined;
  /** Each go.exe that the machine's PATH gives before the one in installDir. */
  readonly before: readonly string[];
  /** The machine's GOROOT, expanded; undefined where it has none. */
  readonly goroot: string | undefined;
}

const POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';
const POLICIES = [
  'DisableMSI',
  'DisableRollback',
  'DisableAutomaticApplicationShutdown',
  'AlwaysInstallElevated',
  'Logging',
];

/** Where in a Go tree programs are: they are held while somebody builds. */
const PROGRAMS_FIRST = ['bin', path.join('pkg', 'tool')];

/**
 * Finds out all that {@link preflight} judges. Changes nothing but a file of its own, made and removed. Never throws: a probe without an
 * answer leaves its fact undefined.
 */
export async function gatherFacts(
  plan: Plan,
  env: NodeJS.ProcessEnv = process.env,
  read: ReadKey = readKey,
): Promise<Facts> {
  const [account, write, policies, services, reboot, space, files, environment] = await Promise.all([
    readAccount(),
    plan.untouched ? undefined : tryWriting(plan.installDir),
    readPolicies(read),
    readServices(['msiserver', 'TrustedInstaller', 'wuauserv']),
    readRebootFacts(read),
    readSpace([plan.installDir, `${env['SystemDrive'] || 'C:'}\\`]),
    readHeld(plan.installDir),
    readEnvironmentValues('machine', read).catch(() => undefined),
  ]);
  const goroot = expandVariables(textOf(environment?.goroot) ?? '', env);
  return {
    ...plan,
    windows: release(),
    account,
    write,
    policies,
    services,
    reboot,
    space,
    ...files,
    managed: findManagedGoes(env),
    environment,
    before: goesBefore(textOf(environment?.path) ?? '', plan.installDir, env),
    goroot: goroot || undefined,
  };
}

/** Which files below a directory are held, and by whom. Also for waiting: ask again until nothing is held. Never throws. */
export async function readHeld(
  directory: string,
): Promise<{ readonly held: HeldFiles | undefined; readonly holders: HolderSearch | undefined }> {
  const held = await findHeld(directory, { first: PROGRAMS_FIRST }).catch(() => undefined);
  const holders = held && held.held.length > 0 ? await nameHolders(held.held, directory) : undefined;
  return { held, holders };
}

const WRITE_ATTEMPTS = 10;

/**
 * Makes and removes a file where a directory is, or in the nearest one above it that is there. Permissions alone don't tell: ask Windows. What
 * a killed run's test has left there goes, too: the caller has the machine's lock.
 */
export async function tryWriting(directory: string): Promise<WriteTest> {
  const nearest = await nearestDirectory(directory);
  for (let attempt = 1; ; attempt++) {
    try {
      await writeTest(nearest);
      await removeWriteTests(nearest, 0);
      return { directory: nearest, refusal: undefined };
    } catch (error) {
      const refusal = systemCode(error) ?? String(error);
      // A step with another machine-root, and so another lock, takes this test for what a killed one has left.
      if (refusal !== 'ENOENT' || attempt === WRITE_ATTEMPTS) return { directory: nearest, refusal };
    }
  }
}

async function writeTest(place: string): Promise<void> {
  const own = await mkdtemp(path.join(place, WRITE_TEST));
  try {
    await writeFile(path.join(own, 'test'), 'x');
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function readPolicies(read: ReadKey): Promise<Policies | undefined> {
  try {
    const values = (await read(POLICY_KEY))?.[0]?.values ?? [];
    return Object.fromEntries(
      values.flatMap(({ name, value }) => {
        const known = POLICIES.find((policy) => policy.toLowerCase() === name.toLowerCase());
        const content = numberOf(value) ?? textOf(value);
        return known !== undefined && content !== undefined ? [[known, content]] : [];
      }),
    );
  } catch {
    return undefined;
  }
}

/** Free space where these places are; one of two on the same drive. */
async function readSpace(places: readonly string[]): Promise<Space[]> {
  const drives = new Map<string, Space>();
  for (const place of places) {
    const nearest = await nearestDirectory(place);
    const root = path.parse(nearest).root.toLowerCase();
    if (drives.has(root)) continue;
    drives.set(root, { place: path.parse(nearest).root, free: await freeSpace(nearest) });
  }
  return [...drives.values()];
}
