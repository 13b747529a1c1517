'use strict';
const fs = require('node:fs');
const path = require('node:path');

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const [name, wanted] = [input('name'), path.normalize(input('path'))];
const home = path.join(process.env.LAB_ARTIFACTS, name);
const folder = path.dirname(wanted);
const last = path
  .basename(wanted)
  .split('*')
  .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
const fits = new RegExp(`^${last.join('.*')}$`);
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => fits.test(file)) : [];

if (files.length === 0) {
  const wrong = input('if-no-files-found') === 'error';
  console.log(`::${wrong ? 'error' : 'warning'}::No files were found with the provided path: ${wanted}`);
  if (wrong) process.exitCode = 1;
} else if (fs.existsSync(home) && input('overwrite') !== 'true') {
  console.log(`::error::an artifact with this name already exists on the workflow run: ${name}`);
  process.exitCode = 1;
} else {
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  for (const file of files) fs.copyFileSync(path.join(folder, file), path.join(home, file));
  console.log(`Artifact ${name}: ${files.join(', ')}`);
}
