import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';
import { type Environment, LabError, type WindowsLab } from './lab.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Below node_modules, so that the compiled modules find their packages and git does not see them. */
const CACHE = path.join(repo, 'node_modules', '.cache', 'setup-go-win');

/** Runs a script of {@link runOnWindows}, and writes its answer to a file: what it prints is its own. */
const DRIVER = `
import { writeFileSync } from 'node:fs';
const load = (name) => import(new URL('./src/' + name + '.js', import.meta.url).href);
const [script, args, answer] = process.argv.slice(2);
const { default: run } = await import(new URL('file:///' + script.replaceAll('\\\\', '/')).href);
const plain = (_, value) => typeof value === 'bigint' ? Number(value) : value instanceof Map ? Object.fromEntries(value) : value;
let said;
try {
  said = { value: await run({ load, args: JSON.parse(args) }) };
} catch (error) {
  said = { error: { name: error.name, code: error.code, message: error.message, evidence: error.evidence, stack: error.stack } };
}
writeFileSync(answer, JSON.stringify(said, plain));
`;

/** An error that a script threw on the Windows node, as far as JSON carries it. */
export class WindowsError extends Error {
  readonly code: string | undefined;
  readonly evidence: readonly string[];
  constructor(error: { name: string; message: string; code?: string; evidence?: string[]; stack?: string }) {
    super(`${error.name}: ${error.message}`);
    this.code = error.code;
    this.evidence = error.evidence ?? [];
    if (error.stack) this.stack = `${this.message}\non Windows: ${error.stack}`;
  }
}

/**
 * Runs modules of `src/` on the Windows node: tests of what only Windows has, without the built action around it.
 *
 *     await runOnWindows(lab, `const { readKey } = await load('windows/registry'); return readKey(args.key, '64')`, { key })
 *
 * @param body of an async function that has `load(module)` and `args`; what it returns comes back as JSON (Maps as objects, bigints
 * as numbers)
 * @throws WindowsError with what the body threw; LabError where node said nothing
 */
export async function runOnWindows<T>(
  lab: WindowsLab,
  body: string,
  args: unknown = {},
  options: { readonly env?: Environment; readonly cwd?: string } = {},
): Promise<T> {
  const modules = await compiledModules();
  const scratch = await lab.newScratch('modules');
  const script = path.join(scratch.host, 'script.mjs');
  await writeFile(script, `export default async ({ load, args }) => {\n${body}\n};\n`);
  const answer = path.join(scratch.host, 'answer.json');
  const driver = lab.toWindows(path.join(modules, 'driver.mjs'));
  const result = await lab.run(
    lab.node,
    [driver, lab.toWindows(script), JSON.stringify(args), lab.toWindows(answer)],
    options,
  );
  const said = await readFile(answer, 'utf8').catch(() => {
    throw new LabError(
      `node ended with ${result.exitCode} and no answer:\n${result.stdout}${result.stderr}`,
      'See the script.',
    );
  });
  const { value, error } = JSON.parse(said);
  if (error) throw new WindowsError(error);
  return value as T;
}

let compiling: Promise<string> | undefined;

/** The directory with `src/` as plain JavaScript and the driver; compiled once for each content of `src/`, 2 s. */
async function compiledModules(): Promise<string> {
  compiling ??= compile();
  return await compiling;
}

async function compile(): Promise<string> {
  const target = path.join(CACHE, `modules-${await contentKey()}`);
  if (await readFile(path.join(target, 'driver.mjs')).catch(() => undefined)) return target;
  await mkdir(CACHE, { recursive: true });
  const making = await mkdtemp(path.join(CACHE, 'part-'));
  const tsc = path.join(repo, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = path.join(repo, 'tsconfig.build.json');
  await runCommand(
    process.execPath,
    [tsc, '-p', project, '--outDir', path.join(making, 'src')],
    'Does `npm run check` pass?',
  );
  await writeFile(path.join(making, 'package.json'), '{"type":"module"}\n');
  await writeFile(path.join(making, 'driver.mjs'), DRIVER);
  // Another test process may have been quicker, with the same content.
  await rename(making, target).catch(async (error) => {
    await rm(making, { recursive: true, force: true });
    if (!(await readFile(path.join(target, 'driver.mjs')).catch(() => undefined))) throw error;
  });
  return target;
}

async function contentKey(): Promise<string> {
  const hash = createHash('sha256').update(DRIVER);
  const files = await readdir(path.join(repo, 'src'), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(repo, 'src', file)));
  }
  return hash.digest('hex').slice(0, 16);
}
