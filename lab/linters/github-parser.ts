import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { registerLogger, validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

/** The name by which others use this action. */
const OWN_NAME = 'org/setup-go-win@v1';

/**
 * What GitHub's own parser of workflows and of action.yml finds: the one behind its editors (npm `@actions/languageservice`, which stands on
 * `@actions/workflow-parser`). `with:` of this action is held against its action.yml; other actions are not fetched.
 *
 * @param repo the checkout
 * @param files paths in it, with slashes
 * @returns one line a finding: `file:line: message`
 * @throws Error when action.yml cannot be read
 */
export async function askGithubParser(repo: string, files: readonly string[]): Promise<string[]> {
  const own = parse(await readFile(path.join(repo, 'action.yml'), 'utf8'));
  const findings: string[] = [];
  let current = '';
  const ignore = () => {};
  // A defect inside of the parser is only logged, and would pass for a file without findings.
  registerLogger({
    info: ignore,
    log: ignore,
    warn: ignore,
    error: (text) => findings.push(`${current}: ${text}`),
  });
  const actionsMetadataProvider = {
    fetchActionMetadata: async ({ owner, name }: { owner: string; name: string }) =>
      `${owner}/${name}` === OWN_NAME.split('@')[0] ? own : { name, description: '' },
  };
  for (const file of files) {
    current = file;
    // What an action of the same repository takes is not looked up by itself.
    const text = (await readFile(path.join(repo, file), 'utf8')).replaceAll(
      'uses: ./\n',
      `uses: ${OWN_NAME}\n`,
    );
    const document = TextDocument.create(pathToFileURL(path.join(repo, file)).href, 'yaml', 1, text);
    for (const { range, message } of await validate(document, { actionsMetadataProvider }))
      findings.push(`${file}:${range.start.line + 1}: ${message}`);
  }
  return findings;
}
