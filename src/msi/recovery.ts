/** One Go on the machine, as it is found: whether Windows Installer has it registered, and whether its tree is whole. */
export interface Found {
  readonly registered: boolean;
  readonly whole: boolean;
}

/** What was there before anything was changed. */
export interface Before {
  /** `broken`: registered, but its tree was not whole already then. */
  readonly old: 'none' | 'working' | 'broken';
  /** Whether the old version's package lies at hand, verified. Preflight refuses an upgrade of a working Go without one. */
  readonly secured: boolean;
}

/**
 * What is there after the failure. The two are told apart by ProductCode and by version; an installation over another version in the same
 * directory leaves at most one of them whole. Where the same version was repaired, it is the old one, and the new one is nowhere.
 */
export interface After {
  readonly old: Found;
  readonly new: Found;
}

export type RecoveryAction =
  | 'nothing'
  | 'repair-old'
  | 'reinstall-old'
  | 'remove-new-then-reinstall-old'
  | 'remove-new'
  | 'clear-leftovers';

/**
 * A step that recovery takes, in order.
 *
 * - `remove-new`: uninstall the new product.
 * - `clear-tree`: take what lies in the installation directory, which nothing registered owns, out of the way. Windows Installer would
 *   install around it, and the tree would be of two versions (golang/go#18107).
 * - `install-old`: a first installation from the secured package.
 * - `repair-old`: all files and entries of the registered old product anew, from the secured package.
 */
export type RecoveryStep = 'remove-new' | 'clear-tree' | 'install-old' | 'repair-old';

export interface Recovery {
  readonly action: RecoveryAction;
  readonly steps: readonly RecoveryStep[];
  /** Which Go works once the steps went well. */
  readonly ends: 'old' | 'new' | 'none';
  /** Why, as a sentence for the log. */
  readonly reason: string;
}

/**
 * Decides how the machine gets a working Go again after msiexec failed. Windows Installer's own rollback covers one product: an upgrade
 * that fails after the old version is removed leaves neither, since Go's package removes it outside of its own transaction
 * (MajorUpgrade's default schedule afterInstallValidate; microsoft/WSL#40524).
 *
 * The rule: whoever had a working Go has one afterwards, preferably the old one; whoever had none gets no half one. It can be kept
 * whenever the old package is secured or one of the two still works.
 */
export function decideRecovery(before: Before, after: After): Recovery {
  const { old, new: fresh } = after;
  // There now, so it was there before, whatever the look before said.
  const hadOld = before.old !== 'none' || old.registered || old.whole;
  if (!fresh.registered && old.registered && old.whole) {
    return nothing('old', 'The old version is registered and its files are whole: nothing was lost.');
  }
  if (fresh.registered && fresh.whole && !old.registered) {
    return nothing('new', 'The new version is registered and its files are whole, in spite of the failure.');
  }
  if (!hadOld) return withoutOld(fresh);
  return before.secured ? backToOld(after) : withoutPackage(after);
}

function withoutOld(fresh: Found): Recovery {
  if (fresh.registered) {
    return {
      action: 'remove-new',
      steps: ['remove-new', 'clear-tree'],
      ends: 'none',
      reason: 'The new version is registered but its files are not whole, and there was no Go before.',
    };
  }
  if (fresh.whole) {
    return {
      action: 'remove-new',
      steps: ['clear-tree'],
      ends: 'none',
      reason: 'Files of the new version are left that nothing owns, and there was no Go before.',
    };
  }
  return {
    action: 'clear-leftovers',
    // A half copied tree is not whole, and it would be in the way of the next installation: preflight found an empty directory.
    steps: ['clear-tree'],
    ends: 'none',
    reason: 'There was no Go before, and no working one is left.',
  };
}

/** The old version's package is at hand, so the way back is open from everywhere. */
function backToOld({ old, new: fresh }: After): Recovery {
  if (fresh.registered) {
    // Two products of Go in one directory own files of the same names: removing the new one takes the old one's with it.
    return {
      action: 'remove-new-then-reinstall-old',
      steps: old.registered
        ? ['remove-new', 'clear-tree', 'repair-old']
        : ['remove-new', 'clear-tree', 'install-old'],
      ends: 'old',
      reason: old.registered
        ? 'Both versions are registered, and they share files: the new one is removed and the old one restored.'
        : 'The new version is registered but its files are not whole, and the old one is gone.',
    };
  }
  if (old.registered) {
    return {
      action: 'repair-old',
      steps: ['clear-tree', 'repair-old'],
      ends: 'old',
      reason: 'The old version is registered, but its files are not whole.',
    };
  }
  return {
    action: 'reinstall-old',
    steps: ['clear-tree', 'install-old'],
    ends: 'old',
    reason: old.whole
      ? 'The files of the old version are there, but Windows Installer does not know it any more.'
      : 'Neither version is left: the old one was removed before the new one failed.',
  };
}

/**
 * Without the old package nothing that works may be touched, even where it is not as it should be; where nothing works, half an installation
 * is removed, so that the next one begins on clean ground.
 */
function withoutPackage({ old, new: fresh }: After): Recovery {
  if (old.whole) {
    return nothing(
      'old',
      'The old version still works, and there is no package to set its registration right.',
    );
  }
  if (fresh.whole) {
    return nothing('new', 'The new version works, and there is no package to go back to the old one.');
  }
  if (fresh.registered) {
    return {
      action: 'remove-new',
      steps: ['remove-new'],
      ends: 'none',
      reason:
        'Neither version is whole, and there is no package of the old one: what is half installed is removed.',
    };
  }
  return nothing('none', 'Neither version works, and there is no package to bring the old one back.');
}

function nothing(ends: Recovery['ends'], reason: string): Recovery {
  return { action: 'nothing', steps: [], ends, reason };
}
