'use strict';
const fs = require('node:fs');
const path = require('node:path');

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const [name, store, target] = [input('name'), process.env.LAB_ARTIFACTS, path.normalize(input('path'))];
const all = fs.existsSync(store) ? fs.readdirSync(store) : [];
const words = { '*': '[^/]*', '{': '(?:', '}': ')', ',': '|' };
const pattern = input('pattern').replace(/[*{},]|[.+?^$()|[\]\\]/g, (sign) => words[sign] ?? `\\${sign}`);
const found = all.filter((one) => (name === '' ? new RegExp(`^${pattern}$`).test(one) : one === name));

if (name !== '' && found.length === 0) {
  console.log(`::error::Artifact not found for name: ${name}`);
  process.exitCode = 1;
}
for (const one of found) {
  const into = name !== '' || input('merge-multiple') === 'true' ? target : path.join(target, one);
  fs.mkdirSync(into, { recursive: true });
  for (const file of fs.readdirSync(path.join(store, one)))
    fs.copyFileSync(path.join(store, one, file), path.join(into, file));
}
console.log(`Artifacts: ${found.join(', ') || 'none'}`);
