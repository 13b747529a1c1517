const fs = require('node:fs');
const path = require('node:path');
const { env } = process;
const append = (name, text) => fs.appendFileSync(env[`GITHUB_${name}`], text);

if (env['INPUT_MODE'] === 'hang') {
  console.log(`hanging as ${process.pid}`);
  // Opened as Windows programs open what nobody else may touch (UV_FS_O_EXLOCK).
  fs.openSync(
    path.join(env['RUNNER_TOOL_CACHE'], 'held'),
    fs.constants.O_RDWR | fs.constants.O_CREAT | 0x10000000,
  );
  fs.writeFileSync(path.join(env['RUNNER_TEMP'], 'hangs'), '');
  setInterval(() => {}, 1000);
} else if (env['INPUT_MODE'] === 'open-held') {
  try {
    fs.openSync(path.join(env['RUNNER_TOOL_CACHE'], 'held'), 'r+');
    append('OUTPUT', 'opened=true\n');
  } catch (error) {
    append('OUTPUT', `opened=${error.code}\n`);
  }
} else if (env['INPUT_MODE'] === 'broken-output') {
  append('OUTPUT', 'value<<END\nnever ends\n');
} else {
  console.log('::add-mask::hush');
  console.log('the secret is hush');
  console.error('on stderr');
  console.log('::error title=E_TOY%3A bad%2C very::first line%0Asecond 100%25');
  console.log('::warning file=go.mod,line=3::careful');
  console.log('::notice::by the way');
  console.log('::debug::inner');
  console.log('::group::Open');
  console.log('::endgroup::');
  console.log('::add-matcher::C:\\matcher.json');
  append('OUTPUT', `version=${env['INPUT_GO-VERSION']}\r\n`);
  append('OUTPUT', `lines<<ghadelimiter_1\r\none\r\ntwo=2\r\nghadelimiter_1\r\n`);
  append('OUTPUT', `default=${env['INPUT_TWO_WORDS']}\r\ntoken=[${env['INPUT_TOKEN']}]\r\n`);
  append(
    'OUTPUT',
    `platform=${process.platform}\r\nrunner=${env['RUNNER_NAME']} ${env['RUNNER_ENVIRONMENT']}\r\n`,
  );
  append('OUTPUT', `home=${env['HOME'] ?? 'unset'}\r\ntemp=${fs.readdirSync(env['RUNNER_TEMP']).join()}\r\n`);
  append('ENV', 'TOY_HOME=C:\\toy home\r\n');
  append('PATH', 'C:\\toy\\first\r\n');
  append('PATH', 'C:\\toy\\second\r\n');
  append('STATE', 'kept=from main\r\n');
  append('STEP_SUMMARY', '# Summary\n');
  fs.writeFileSync(path.join(env['RUNNER_TEMP'], 'left'), '');
  process.exitCode = Number(env['INPUT_MODE'] === 'fail' ? 7 : 0);
}
