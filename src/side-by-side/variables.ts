import { linksOf } from '../machine/current.ts';
import { type EnvironmentScope, type EnvironmentValues, goesBefore } from '../machine/machine-path.ts';
import { hasEntry, withEntry, withoutEntry } from '../machine/path-entry.ts';
import { codeOf } from '../report/audit.ts';
import { type RegistryValue, textOf } from '../windows/registry.ts';
import { currentBin, type Session, type SwitchDetails } from './session.ts';

/** For sentences. */
export function whose(scope: EnvironmentScope): string {
  return scope === 'machine' ? 'the machine' : 'the user';
}

/** PATH and GOROOT as they are to be; the very values that are there, where nothing is to be written. */
export function wantedVariables(
  { path, goroot }: Pick<EnvironmentValues, 'path' | 'goroot'>,
  root: string,
  setGoroot: boolean,
): Pick<EnvironmentValues, 'path' | 'goroot'> {
  const { current } = linksOf(root);
  const right = !setGoroot || textOf(goroot) === current;
  return { path: withEntry(path, currentBin(root)), goroot: right ? goroot : { type: 'sz', data: current } };
}

/** Whether PATH, and GOROOT where that is asked for, are as they should be already: the account's own, or else the machine's. */
export async function variablesAreSet(session: Session, setGoroot: boolean): Promise<boolean> {
  for (const scope of session.scope === 'machine' ? (['machine'] as const) : (['machine', 'user'] as const)) {
    const found = await session.doors.readEnvironment(scope);
    if (!hasEntry(found.path, currentBin(session.root))) continue;
    if (!setGoroot || textOf(found.goroot) === linksOf(session.root).current) return true;
  }
  return false;
}

/**
 * Writes PATH and GOROOT where they are not as they should be, each by one write of the registry, and tells other programs.
 *
 * @throws SetupError E_PERMISSION where the registry may not be written, E_VERIFY where PATH is no text
 */
export async function writeVariables(details: SwitchDetails, session: Session): Promise<void> {
  const { root, doors } = session;
  const { scope, setGoroot } = details;
  const now = await doors.readEnvironment(scope);
  const wanted = wantedVariables(now, root, setGoroot);
  const lines = [
    ...(wanted.path === now.path
      ? []
      : [`PATH of ${whose(scope)}: ${currentBin(root)} is ${whereOn(wanted.path, root)}`]),
    ...(wanted.goroot === now.goroot ? [] : [`GOROOT of ${whose(scope)} = ${textOf(wanted.goroot)}`]),
  ];
  if (wanted.path !== now.path) await write('Path', wanted.path, textOf(now.path), scope, session);
  if (wanted.goroot !== now.goroot) await write('GOROOT', wanted.goroot, textOf(now.goroot), scope, session);
  await tellOthers(lines, session);
}

function whereOn(path: RegistryValue | undefined, root: string): string {
  const text = textOf(path) ?? '';
  const last = text.endsWith(currentBin(root)) || text.endsWith(`${currentBin(root)};`);
  return last ? 'at its end' : 'before a quote that is never closed: programs find nothing after that';
}

/** Takes `current` out of PATH and GOROOT, wherever it stands there, and leaves all the rest. Throws as {@link writeVariables}. */
export async function clearVariables({ scope }: SwitchDetails, session: Session): Promise<void> {
  const { root, doors } = session;
  const now = await doors.readEnvironment(scope);
  const path = withoutEntry(now.path, currentBin(root));
  const ours = textOf(now.goroot) === linksOf(root).current;
  if (path !== now.path) await write('Path', path, textOf(now.path), scope, session);
  if (ours) await write('GOROOT', undefined, textOf(now.goroot), scope, session);
  await tellOthers(
    [
      ...(path === now.path ? [] : [`PATH of ${whose(scope)}: ${currentBin(root)} is taken out`]),
      ...(ours ? [`GOROOT of ${whose(scope)} is removed`] : []),
    ],
    session,
  );
}

/**
 * Puts PATH and GOROOT back as the journal has them, byte for byte. What somebody else has changed since is left alone, but for our own entry, where
 * there is no `current` any more.
 *
 * @param leads whether `current` leads to a Go
 */
export async function restoreVariables(
  details: SwitchDetails,
  leads: boolean,
  session: Session,
): Promise<void> {
  const { root, doors, context } = session;
  const { scope, setGoroot } = details;
  const before = { path: details.path ?? undefined, goroot: details.goroot ?? undefined };
  const now = await doors.readEnvironment(scope);
  const ours = details.after === null ? undefined : wantedVariables(before, root, setGoroot);
  const cleared = withoutEntry(before.path, currentBin(root));
  if (!same(now.path, before.path)) {
    if (same(now.path, ours === undefined ? cleared : ours.path))
      await write('Path', before.path, undefined, scope, session);
    else {
      context.log.info(
        `The PATH of ${whose(scope)} is not put back as it was: something else has changed it since`,
      );
      if (!leads) await clearVariables(details, session);
    }
  }
  const gorootWas = ours === undefined ? undefined : ours.goroot;
  if (!same(now.goroot, before.goroot) && same(now.goroot, gorootWas))
    await write('GOROOT', before.goroot, undefined, scope, session);
}

/** Warns of what keeps programs of this machine from the Go that `current` leads to. Never throws, and changes nothing. */
export async function warnOfShadows(session: Session): Promise<void> {
  const { root, scope, doors, context } = session;
  try {
    const { path, goroot } = await doors.readEnvironment(scope);
    const before = goesBefore(textOf(path) ?? '', linksOf(root).current);
    if (before.length > 0)
      context.log.warn(
        `The PATH of ${whose(scope)} gives another Go first: ${before.join(', ')}. Steps of this job get the right one, other programs do not: remove those entries from that PATH.`,
      );
    const other = textOf(goroot);
    if (other !== undefined && other !== '' && other !== linksOf(root).current)
      context.log.warn(
        `GOROOT of ${whose(scope)} is ${other}: every go that is started without another one uses that tree. Remove it: Go needs none.`,
      );
  } catch (error) {
    context.log.info(`What else is on the PATH of ${whose(scope)} could not be looked at: ${String(error)}`);
  }
}

async function write(
  name: 'Path' | 'GOROOT',
  value: RegistryValue | undefined,
  before: string | undefined,
  scope: EnvironmentScope,
  { doors, context }: Session,
): Promise<void> {
  const started = performance.now();
  const record = (outcome: string) =>
    context.audit.record({
      action: 'set-variable',
      target: `${name === 'Path' ? 'PATH' : name} of ${whose(scope)}`,
      from: name === 'GOROOT' && before !== undefined ? `before: ${before}` : '',
      outcome,
      durationMs: performance.now() - started,
    });
  try {
    await doors.writeVariable(scope, name, value);
  } catch (error) {
    await record(codeOf(error));
    throw error;
  }
  await record('ok');
}

async function tellOthers(lines: readonly string[], { doors, context }: Session): Promise<void> {
  const { log } = context;
  if (lines.length === 0) return;
  for (const line of lines) log.info(line);
  const failure = await doors.announce();
  if (failure !== undefined) log.info(`Other programs were not told of it: ${failure}`);
  log.info('Services, the runner among them, see it when they are started again');
}

function same(a: RegistryValue | undefined, b: RegistryValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
