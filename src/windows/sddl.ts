/** An entry of a list of rights, as SDDL writes it: `(type;flags;rights;object;inherited object;who`; a condition may follow. */
export interface SddlEntry {
  readonly type: string;
  readonly flags: string;
  readonly rights: string;
  readonly object: string;
  /** A SID, or the letters that SDDL has for a well-known one. */
  readonly who: string;
}

const ENTRY = /\(([A-Z]+);([A-Z]*);([^;()]*);([^;()]*);[^;()]*;([^;()]*)/g;

/**
 * Takes a security descriptor apart, as `Get-Acl` or `icacls /save` gives it (Microsoft's "Security Descriptor String Format"). What the
 * entries mean is for the caller to say.
 *
 * @returns the owner, undefined where the text has none; the entries in their order, undefined where there is no list, which leaves all to
 *   everybody
 */
export function splitSddl(sddl: string): {
  readonly owner: string | undefined;
  readonly entries: readonly SddlEntry[] | undefined;
} {
  const owner = /^O:(S-1-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1];
  const list = /D:([A-Z_]*)(.*)/s.exec(sddl);
  if (list === null || list[1]?.includes('NO_ACCESS_CONTROL')) return { owner, entries: undefined };
  const entries = [...(list[2] ?? '').matchAll(ENTRY)].map(
    ([, type = '', flags = '', rights = '', object = '', who = '']) => ({ type, flags, rights, object, who }),
  );
  return { owner, entries };
}
