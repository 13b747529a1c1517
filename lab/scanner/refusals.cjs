// Loaded into a Windows node before the action (NODE_OPTIONS=--require): counts the file calls that Windows refused because somebody has the file
// open, and changes nothing. Each process writes its counts beside the others', as JSON, when it ends.
const fs = require('node:fs');
const path = require('node:path');
const { threadId } = require('node:worker_threads');

const directory = process.env.LAB_REFUSALS;
const REFUSED = ['EBUSY', 'EPERM', 'EACCES'];
const counts = {};
const count = (call, error) => {
  if (REFUSED.includes(error?.code)) counts[call] = (counts[call] ?? 0) + 1;
};

for (const call of ['rename', 'unlink', 'rmdir', 'open', 'readFile', 'writeFile']) {
  const original = fs.promises[call];
  fs.promises[call] = async (...args) => {
    try {
      return await original(...args);
    } catch (error) {
      count(call, error);
      throw error;
    }
  };
}
const childProcess = require('node:child_process');
const { execFile } = childProcess;
childProcess.execFile = (file, args, options, done) =>
  execFile(file, args, options, (error, ...rest) => {
    count('execFile', error);
    done(error, ...rest);
  });
require('node:module').syncBuiltinESMExports();

process.on('exit', () => {
  if (directory) {
    const file = path.join(directory, `${process.pid}-${threadId}.json`);
    fs.writeFileSync(file, JSON.stringify(counts));
  }
});
