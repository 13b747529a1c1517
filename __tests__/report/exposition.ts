/** A metric of a text in Prometheus' format. */
export interface Family {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\\\\n]|\\\\["\\\\n])*)"';

/**
 * Reads Prometheus' text format, version 0.0.4, more strictly than Prometheus does: HELP, TYPE and samples of each metric in this order and
 * together, no sample twice, no line that is none of these, and a line feed at the end.
 *
 * @throws Error naming the line
 */
export function readExposition(text: string): Family[] {
  const families: Family[] = [];
  if (!text.endsWith('\n')) throw new Error('The last line is not ended');
  const lines = text.slice(0, -1).split('\n');
  const seen = new Set<string>();
  for (let index = 0; index < lines.length; ) {
    const help = new RegExp(`^# HELP (${NAME}) (.+)$`).exec(lines[index] ?? '');
    const type = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`).exec(
      lines[index + 1] ?? '',
    );
    if (!help || !type || help[1] !== type[1])
      throw new Error(`Line ${index + 1}: no HELP and TYPE of a metric`);
    const family: Family = { name: help[1] ?? '', help: help[2] ?? '', type: type[2] ?? '', samples: [] };
    if (families.some(({ name }) => name === family.name)) throw new Error(`${family.name} is there twice`);
    families.push(family);
    for (index += 2; index < lines.length && !lines[index]?.startsWith('#'); index++) {
      const line = lines[index] ?? '';
      const sample = new RegExp(
        `^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`,
      ).exec(line);
      if (sample?.[1] !== family.name)
        throw new Error(`Line ${index + 1} is no sample of ${family.name}: ${line}`);
      const labels = [...(sample[2] ?? '').matchAll(new RegExp(LABEL, 'g'))].map(
        ([, name = '', value = '']) => [
          name,
          value.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter)),
        ],
      );
      const key = `${family.name}${JSON.stringify(labels)}`;
      if (seen.has(key)) throw new Error(`Line ${index + 1} is there twice: ${line}`);
      seen.add(key);
      family.samples.push({ labels: Object.fromEntries(labels), value: Number(sample.at(-1)) });
    }
    if (family.samples.length === 0) throw new Error(`${family.name} has no sample`);
  }
  return families;
}
