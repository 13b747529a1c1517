/** As much of JSON Schema (2020-12) as the schemas in docs/ use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Words of a schema that say nothing about a value. */
const SILENT = new Set(['$schema', '$defs', 'title', 'description']);
const KNOWN = new Set([
  '$ref',
  'type',
  'enum',
  'const',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'minItems',
  'anyOf',
  'pattern',
  'minimum',
  'maximum',
]);

/**
 * What of a value is not as a schema has it, one line each with its place.
 *
 * @throws Error for a schema with a word that is not known here: it would be passed over
 */
export function violations(value: unknown, schema: Schema, root: Schema = schema, place = '$'): string[] {
  for (const word of Object.keys(schema))
    if (!SILENT.has(word) && !KNOWN.has(word)) throw new Error(`The word ${word} is not known here`);
  const found: string[] = [];
  if (schema.$ref !== undefined) {
    const named = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (named === undefined) throw new Error(`${schema.$ref} is nowhere`);
    found.push(...violations(value, named, root, place));
  }
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const types = schema.type === undefined ? [type] : [schema.type].flat();
  if (!types.includes(type) && !(types.includes('integer') && Number.isInteger(value)))
    return [...found, `${place} is of the type ${type}, not ${types.join(' or ')}`];
  const listed = schema.const !== undefined ? [schema.const] : schema.enum;
  if (listed !== undefined && !listed.includes(value)) found.push(`${place} is ${JSON.stringify(value)}`);
  if (schema.anyOf?.every((one) => violations(value, one, root, place).length > 0))
    found.push(`${place} is nothing of what it may be`);
  if (
    typeof value === 'string' &&
    schema.pattern !== undefined &&
    !new RegExp(schema.pattern, 'u').test(value)
  )
    found.push(`${place} is ${JSON.stringify(value)}, which is not ${schema.pattern}`);
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    found.push(`${place} is ${value}`);
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0))
    found.push(`${place} has ${value.length} items`);
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    found.push(...value.flatMap((item, index) => violations(item, items, root, `${place}[${index}]`)));
  }
  if (type !== 'object') return found;
  const object = value as Record<string, unknown>;
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(object, name)) found.push(`${place}.${name} is missing`);
  for (const [name, inner] of Object.entries(object)) {
    const { properties = {} } = schema;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) found.push(...violations(inner, property, root, `${place}.${name}`));
    else if (schema.additionalProperties === false) found.push(`${place}.${name} is not in the schema`);
  }
  return found;
}
