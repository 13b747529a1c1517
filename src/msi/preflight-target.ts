import { type Finding, note, stop, warning } from '../findings.ts';
import { canonical } from '../machine/machine-path.ts';
import { adviseOn, describeHolder } from '../windows/holder.ts';
import type { Facts } from './facts.ts';

/** How many files or holders are named. */
const NAMED = 5;

/** Judges the place that Go is to go to, and what else of Go is on the machine. */
export function checkTarget(facts: Facts): Finding[] {
  return [
    ...checkDirectory(facts),
    ...checkHeld(facts),
    ...checkWayBack(facts),
    ...checkManaged(facts),
    ...checkEnvironment(facts),
  ];
}

/**
 * Windows Installer removes only files that it owns, and leaves others where they are: in a directory with another Go the two are mixed, and
 * the compiler says "redeclared in this block" (golang/go#18107 and its like).
 */
function checkDirectory({ tree, installDir, product, products }: Facts): Finding[] {
  const at = (place: string | undefined) => place !== undefined && canonical(place) === canonical(installDir);
  const other = products.find(
    ({ productCode, installDir: place }) => productCode !== product?.productCode && at(place),
  );
  if (other !== undefined) {
    const text = `${installDir} belongs to another product of Windows Installer: ${other.displayName || other.productCode}.`;
    const remedy = 'Choose another msi-install-dir, or uninstall that product.';
    return [stop('target', 'E_MSI_TARGET', text, remedy)];
  }
  if (tree.state === 'absent' || tree.state === 'empty') {
    const from = product?.installDir;
    return [
      note('target', `${installDir}: ${tree.reason}.`),
      ...(from !== undefined && !at(from) ? [note('move', `Go moves there from ${from}.`)] : []),
    ];
  }
  if (product !== undefined && at(product.installDir)) {
    const name = product.goVersion || product.displayName || product.productCode;
    if (tree.state === 'broken') {
      return [
        warning(
          'target',
          `${installDir} belongs to ${name}, but ${tree.reason}.`,
          'It is repaired or replaced.',
        ),
      ];
    }
    return [note('target', `${installDir} belongs to ${name}; ${tree.reason}.`)];
  }
  const text = `${installDir} is not empty, and no registered Go owns what lies there: ${tree.reason}. An MSI would mix its files with these.`;
  const remedy = 'Remove or rename that directory, or choose an empty one by msi-install-dir.';
  return [stop('target', 'E_MSI_TARGET', text, remedy)];
}

function checkHeld({ held, holders, stopping, installDir }: Facts): Finding[] {
  if (held === undefined)
    return [note('held', `Which files in ${installDir} are held could not be found out.`)];
  const found: Finding[] = [];
  if (held.held.length > 0) {
    const files = some(held.held);
    const who = holders?.holders.map(describeHolder) ?? [];
    const names =
      who.length > 0
        ? `Holders: ${some(who, '; ')}.`
        : `Who holds them is not known (${holders?.looked.join('; ')}).`;
    const text = `Other processes hold ${held.held.length} file(s) of ${installDir}: ${files}. ${names}`;
    const remedy = `${adviseOn(holders?.holders ?? [], stopping ? 'in vain' : 'mention')} Give each runner of this machine a Go of its own by install-method: zip.`;
    found.push(stop('held', 'E_MSI_LOCKED', text, remedy));
  }
  if (held.denied.length > 0) {
    found.push(
      note(
        'held-denied',
        `Whether these are held can't be told, they may not be opened: ${some(held.denied)}.`,
      ),
    );
  }
  if (!held.complete) {
    found.push(note('held-part', `Only ${held.looked} files were looked at.`));
  }
  return found.length > 0
    ? found
    : [note('held', `None of ${held.looked} files is held by another process.`)];
}

function checkWayBack({ wayBack, product }: Facts): Finding[] {
  const name = product?.goVersion || product?.displayName || 'the registered Go';
  switch (wayBack) {
    case undefined:
      return [];
    case 'cached':
      return [note('way-back', `The MSI of ${name} is in Windows Installer's cache: it can be put back.`)];
    case 'download':
      return [
        note('way-back', `The MSI of ${name} is not in Windows Installer's cache, but can be downloaded.`),
      ];
    case 'none': {
      const text = `Windows Installer removes ${name} before it installs the new Go, and its MSI is nowhere to be had, so it could not be put back.`;
      const remedy = `Put that MSI (${product?.packageName || 'of the same version'}) on the mirror, or uninstall the old Go yourself.`;
      return [stop('way-back', 'E_MSI_SOURCE', text, remedy)];
    }
  }
}

function checkManaged({ product, managed }: Facts): Finding[] {
  const found = managed.map(({ manager, path, version }) =>
    note('managed', `${manager} has a Go of its own on record${version ? ` (${version})` : ''}: ${path}.`),
  );
  if (product?.owner === undefined) return found;
  const text = `The registered ${product.goVersion || 'Go'} was installed by ${product.owner}, whose record will name the old version after this; it is never edited.`;
  return [
    ...found,
    warning(
      'owner',
      text,
      `Let one of the two set up Go: uninstall it with ${product.owner}, or upgrade it there.`,
    ),
  ];
}

function checkEnvironment({ environment, before, goroot, installDir }: Facts): Finding[] {
  if (environment === undefined) return [note('path', "The machine's PATH could not be read.")];
  const found: Finding[] = [];
  if (before.length > 0) {
    const text = `The machine's PATH gives another Go first: ${some(before)}. Steps of this job get the right one, other programs do not.`;
    found.push(warning('path', text, 'Remove those entries from the PATH of the machine.'));
  }
  if (goroot !== undefined && canonical(goroot) !== canonical(installDir)) {
    const text = `The machine's GOROOT is ${goroot}, not ${installDir}: every go that is started without another one uses that tree.`;
    found.push(warning('goroot', text, 'Remove GOROOT from the variables of the machine.'));
  }
  return found.length > 0 ? found : [note('path', "No other Go goes before on the machine's PATH.")];
}

function some(items: readonly string[], separator = ', '): string {
  const more = items.length > NAMED ? `${separator}… (${items.length} in all)` : '';
  return `${items.slice(0, NAMED).join(separator)}${more}`;
}
