import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { debianMirror } from '../../lab/windows/apt.ts';

let etc = '';
beforeEach(() => {
  etc = mkdtempSync(path.join(tmpdir(), 'apt-'));
  mkdirSync(path.join(etc, 'sources.list.d'));
});
afterEach(() => rmSync(etc, { recursive: true }));

it('finds the mirror in one-line sources, past other products and security', async () => {
  const lines = [
    '# deb http://off.example/debian bookworm main',
    'deb-src http://src.example/debian bookworm main',
    'deb [arch=amd64 signed-by=/k.gpg] http://node.example/node nodistro main',
    'deb http://security.example/debian-security bookworm-security main',
    'deb [ arch=amd64 ] http://mirror.example/debian bookworm main contrib',
  ];
  writeFileSync(path.join(etc, 'sources.list'), lines.join('\n'));
  expect(await debianMirror(etc)).toBe('http://mirror.example/debian');
});

it('finds it in deb822 sources with folded fields, past disabled ones', async () => {
  const text = `Enabled: no\nTypes: deb\nURIs: http://off.example/debian\nSuites: bookworm\n
# a comment
Types: deb deb-src
URIs:
 http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main\n`;
  writeFileSync(path.join(etc, 'sources.list.d', 'debian.sources'), text);
  writeFileSync(path.join(etc, 'sources.list.d', 'debian.sources.disabled'), text.replace('mirror', 'wrong'));
  expect(await debianMirror(etc)).toBe('http://mirror.example/debian');
});

it('follows a mirror list file', async () => {
  const list = path.join(etc, 'mirrors.list');
  writeFileSync(list, 'http://first.example/debian\tpriority:1\nhttp://second.example/debian\n');
  const text = `Types: deb\nURIs: mirror+file://${list}\nSuites: trixie\n`;
  writeFileSync(path.join(etc, 'sources.list.d', 'cloud.sources'), text);
  expect(await debianMirror(etc)).toBe('http://first.example/debian');
});

it('knows that Ubuntu’s mirrors have no trixie', async () => {
  writeFileSync(path.join(etc, 'sources.list'), 'deb http://ubuntu.example/ubuntu noble main');
  expect(await debianMirror(etc)).toBeUndefined();
});
