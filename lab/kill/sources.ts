/** Source files for a made-up release, by their path in it: so many that making or removing a tree is a phase of its own. */
export function madeUpSources(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `src/made${index % 20}/up${index}.go`,
      `package made // ${'up '.repeat(index)}\n`,
    ]),
  );
}
