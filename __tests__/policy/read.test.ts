import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { parsePolicy, readPolicy } from '../../src/policy/read.ts';

const FILE = 'C:\\runner\\go-policy.json';
const parse = (text: string) => parsePolicy(Buffer.from(text), FILE);

function failure(text: string | Buffer): SetupError {
  try {
    parsePolicy(Buffer.from(text), FILE);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('the policy was accepted');
}

/** What is wrong by the message and its evidence, one a line: `2:5 …`. */
function problems(text: string): string[] {
  const { code, message, evidence } = failure(text);
  expect(code).toBe('E_INPUT');
  const [, first = ''] = /^The policy C:\\runner\\go-policy\.json is not usable: (.*)\.$/.exec(message) ?? [];
  return [first, ...evidence].map((line) => line.replace(/^line (\d+), column (\d+): /, '$1:$2 '));
}

const page = readFileSync(fileURLToPath(new URL('../../docs/policy.md', import.meta.url)), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

describe('a policy', () => {
  it('is read as docs/policy.md has it, each rule with its place', () => {
    const policy = parse(example);
    expect(policy).toMatchObject({
      file: FILE,
      name: 'Go at Example',
      allowed: { path: 'versions.allowed', line: 5, value: [{ text: '>=1.25', range: '>=1.25' }] },
      forbidden: [
        { path: 'versions.forbidden[0]', line: 7, value: { range: '1.25.0 - 1.25.2', reason: '' } },
        {
          path: 'versions.forbidden[1]',
          line: 8,
          value: { range: '1.26.3', reason: 'our linker scripts break, OPS-1234' },
        },
      ],
      method: { path: 'method', line: 11, value: 'zip' },
      sources: { line: 12, value: ['go.dev', 'https://mirror.example/go'] },
      officialOnly: { line: 13, value: true },
      minimumAge: { path: 'minimumAge', line: 14, value: { days: 14, unknown: 'stop' } },
      endOfLife: { line: 15, value: 'warning' },
      maxFailures: { path: 'maxFailures', line: 16, value: 0.1 },
      requireElevation: { line: 17, value: true },
    });
    expect(policy.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('without rules has none, and false is none', () => {
    for (const text of ['{}', '{"officialOnly": false, "requireElevation": false, "versions": {}}'])
      expect(parse(text)).toMatchObject({
        ...{ name: '', allowed: undefined, forbidden: [], method: undefined, sources: undefined },
        ...{ officialOnly: undefined, minimumAge: undefined, endOfLife: undefined },
        ...{ maxFailures: undefined, requireElevation: undefined },
      });
  });

  it('is read in each encoding that Windows writes', () => {
    const text = '{"name": "Größe"}';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()])
      expect(parsePolicy(bytes, FILE).name).toBe('Größe');
    expect(failure(Buffer.from(text, 'latin1'))).toMatchObject({
      code: 'E_INPUT',
      message: `The policy ${FILE} is not a text file: it is no valid UTF-8, or holds NUL bytes.`,
      remedy: 'Save it as UTF-8.',
    });
  });

  it('has a range wherever go-version takes one', () => {
    const ranges = ['1.26', '1.26.x', 'go1.26.3', '1.26rc1', '>=1.22 <1.24 || ^1.26.1', 'v1.25.0-rc.1', '*'];
    const policy = parse(JSON.stringify({ versions: { allowed: ranges } }));
    expect(policy.allowed?.value.map(({ range }) => range)).toEqual([
      ...['1.26', '1.26.x', '1.26.3', '1.26.0-rc.1', '>=1.22 <1.24 || ^1.26.1', '1.25.0-rc.1', '*'],
    ]);
  });
});

describe('what is wrong with a policy is said with line and column', () => {
  // In the words of the language itself.
  it.each([
    ['', '1:1'],
    ['{\n  // why\n}', '2:3'],
    ['{"name": "a",\n}', '2:1'],
    ['{\r\n"name": \'a\'}', '2:9'],
    ['{"name": "C:\\policy"}', '1:14'],
    ['{"name": "a"} {}', '1:15'],
    ['{"name" "a"}', '1:9'],
    ['{"sources": ["go.dev" "x"]}', '1:23'],
    ['{"name": "a', '1:12'],
  ])('%j at %s', (text, place) => {
    expect(problems(text)).toEqual([expect.stringMatching(`^${place} \\w`)]);
    expect(failure(text).remedy).toContain('JSON has no comments');
  });

  it.each([
    [
      '[]',
      [
        '1:1 the policy is [], and it takes an object with "$schema", "name", "versions", "method", "sources", "officialOnly", "minimumAge", "endOfLife", "maxFailures", "requireElevation"',
      ],
    ],
    [
      '{\n  "versons": {}\n}',
      [
        '2:3 versons is not known here (did you mean versions?); known are $schema, name, versions, method, sources, officialOnly, minimumAge, endOfLife, maxFailures, requireElevation',
      ],
    ],
    ['{"__proto__": {}}', [expect.stringMatching(/^1:2 __proto__ is not known here/)]],
    ['{"": 1}', [expect.stringMatching(/^1:2 "" is not known here; known are/)]],
    [
      '{"OfficialOnly": true}',
      [expect.stringMatching(/^1:2 OfficialOnly is .* \(did you mean officialOnly\?\); /)],
    ],
    ['{"end_of_life": "stop"}', [expect.stringMatching(/\(did you mean endOfLife\?\); /)]],
    ['{"sourcse": []}', [expect.stringMatching(/\(did you mean sources\?\); /)]],
    [
      '{"versions": {"allow": ["*"]}}',
      [expect.stringMatching(/^1:15 versions\.allow is .* \(did you mean allowed\?\); /)],
    ],
    [
      '{"versions": {"deny": ["*"]}}',
      [expect.stringMatching(/^1:15 versions\.deny is not known here; known/)],
    ],
    [
      '{"minimumAge": {"day": 3, "unknown": "stop"}}',
      [expect.stringMatching(/\(did you mean days\?\); /), expect.stringMatching(/^1:16 minimumAge is /)],
    ],
    [
      '{"sources": ["\\\\\\\\srv", "\\\\\\\\?\\\\C:\\\\go", "\\\\\\\\srv.example\\\\go", "HTTPS://Mirror.example"]}',
      [expect.stringMatching(/^1:14 sources\[0\] .*share$/), expect.stringMatching(/^1:25 sources\[1\]/)],
    ],
    ['{"sources": ["https://*.example"]}', [expect.stringMatching(/^1:14 sources\[0\] .*asterisks/)]],
    ['{"method": "zip",\n "method": "msi"}', ['2:2 method is given twice']],
    ['{"method": "tar"}', ['1:12 method is "tar", and it takes "zip" or "msi"']],
    [
      '{"versions": {"allowed": "1.26"}}',
      ['1:26 versions.allowed is "1.26", and it takes a list of versions, one at least'],
    ],
    ['{"versions": {"allowed": []}}', [expect.stringMatching(/^1:26 .*one at least$/)]],
    [
      '{"versions": {"allowed": [1.26, "stable", "1.26.x.y", "1.26\\n"]}}',
      [
        '1:27 versions.allowed[0] is 1.26, and it takes a version or a range such as "1.26.3", "1.26.x" or ">=1.25 <1.27"',
        expect.stringMatching(/^1:33 versions\.allowed\[1\] is "stable"/),
        expect.stringMatching(/^1:43 versions\.allowed\[2\] is "1\.26\.x\.y"/),
        expect.stringMatching(/^1:55 versions\.allowed\[3\] is "1\.26\\n"/),
      ],
    ],
    [
      '{"versions": {"forbidden": [{"versions": "1.26"}]}}',
      ['1:29 versions.forbidden[0] is {"versions": "1.26"}, and it takes "reason", too'],
    ],
    [
      '{"sources": ["https://jo:pw@mirror.example", "go", "http://[x"]}',
      [
        expect.stringMatching(/^1:14 sources\[0\]/),
        expect.stringMatching(/^1:46 sources\[1\] is "go", and it takes go\.dev, tool-cache-unverified/),
        expect.stringMatching(/^1:52 sources\[2\]/),
      ],
    ],
    ['{"minimumAge": {"days": 14}}', ['1:16 minimumAge is {"days": 14}, and it takes "unknown", too']],
    [
      '{"minimumAge": {"days": 0.5, "unknown": "maybe"}}',
      [
        '1:25 minimumAge.days is 0.5, and it takes a whole number from 1 to 3650',
        '1:41 minimumAge.unknown is "maybe", and it takes "allow" or "stop"',
      ],
    ],
    [
      '{"endOfLife": true, "maxFailures": 10}',
      [
        '1:15 endOfLife is true, and it takes "note" or "warning" or "stop"',
        '1:36 maxFailures is 10, and it takes a share such as "10%", from "0%" to "100%"',
      ],
    ],
    ['{"requireElevation": "true"}', ['1:22 requireElevation is "true", and it takes true or false']],
    ['{"name": ""}', ['1:10 name is "", and it takes a text of 1 to 200 characters on one line']],
  ])('%j', (text, wanted) => {
    expect(problems(text)).toEqual(wanted);
  });

  it('and of very many problems the first are told', () => {
    const { evidence } = failure(JSON.stringify({ sources: Array(500).fill('go') }));
    expect([evidence.length, evidence.at(-1)]).toEqual([20, 'and 480 more']);
  });

  it('and a second mark, or what cannot be seen, is no matter of the parser', () => {
    expect(problems('\ufeff\ufeff{}')).toEqual(['1:1 Unexpected character']);
    expect(problems('{"\u202e": 1}')[0]).toMatch(/^1:2 \ufffd is not known here/);
    expect(problems('{"method": "a\\u202e\u2028b"}')).toEqual([
      '1:12 method is "a\ufffd b", and it takes "zip" or "msi"',
    ]);
    expect(problems(`{"${'['.repeat(900)}": 1}`)[0]).toMatch(/^1:2 \[{60}… is not known here/);
  });

  it('and what is nested too deep to be read is refused, not crashed on', () => {
    expect(failure('['.repeat(60_000)).code).toBe('E_INPUT');
    expect(failure(`{"versions": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`).code).toBe('E_INPUT');
  });

  it('and no secret of an address gets into a message', () => {
    expect(failure('{"sources": ["https://jo:geheim@mirror.example"]}').message).not.toContain('geheim');
  });
});

describe('a policy file', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'policy-'));

  it('that is not there, is a directory or is another file is E_INPUT', async () => {
    const large = path.join(scratch, 'large.json');
    writeFileSync(large, ' '.repeat(65_537));
    for (const [file, message] of [
      [path.join(scratch, 'none.json'), /none\.json cannot be read \(ENOENT\)\.$/],
      [scratch, /cannot be read \(EISDIR\)\.$/],
      [large, /is larger than 65536 bytes/],
      ...(process.platform === 'win32' ? [] : ([['/dev/zero', /\/dev\/zero is no file\.$/]] as const)),
    ] as const)
      await expect(readPolicy(file)).rejects.toMatchObject({
        code: 'E_INPUT',
        message: expect.stringMatching(message),
      });
  });

  it('is known by the hash of its bytes', async () => {
    const file = path.join(scratch, 'policy.json');
    writeFileSync(file, '{}\n');
    expect((await readPolicy(file)).sha256).toBe(
      'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356',
    );
  });
});
