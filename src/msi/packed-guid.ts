/**
 * Windows Installer's registry names products by packed GUIDs: no punctuation, the first three groups backwards, and of the rest each pair of
 * digits swapped (as Wine's squash_guid does it).
 */

const GROUPS = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];

/**
 * `{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}` → `0567AE226CA41004FB924F8B77D51B0C`.
 * @throws TypeError for what is no GUID in braces
 */
export function packGuid(guid: string): string {
  if (!isGuid(guid)) throw new TypeError(`not a GUID: ${JSON.stringify(guid)}`);
  return turn(guid.replace(/[{}-]/g, ''));
}

/** The GUID, in braces and upper case, that a packed one stands for; undefined for any other text. */
export function unpackGuid(packed: string): string | undefined {
  if (!/^[0-9a-f]{32}$/i.test(packed)) return undefined;
  const digits = turn(packed);
  const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)];
  return `{${[...groups, digits.slice(20)].join('-')}}`;
}

/** True for a GUID in braces, in any case. */
export function isGuid(text: string): boolean {
  return /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(text);
}

/** Its own inverse. */
function turn(digits: string): string {
  let at = 0;
  return GROUPS.map((length) => {
    const group = digits.slice(at, at + length);
    at += length;
    return [...group].reverse().join('');
  })
    .join('')
    .toUpperCase();
}
