// A stand-in for what several runners on one Windows are told apart by, which act has not: the name of the runner, its tool cache, and what its file `.env` says. Loaded into the Windows node by
// NODE_OPTIONS. Which runner a step is on is told by the machine's root that it works in, and not by which one is expected, so that a step can be on the wrong one. A step without that input is on
// no runner of the fleet, and is left as it is.
'use strict';
const fs = require('node:fs');

const root = (process.env['INPUT_MACHINE-ROOT'] ?? '').toLowerCase();
const machines = root === '' ? [] : JSON.parse(fs.readFileSync(process.env.LAB_MACHINES, 'utf8'));
const machine = machines.find((one) => one.root.toLowerCase() === root);
if (machine)
  Object.assign(
    process.env,
    { RUNNER_NAME: machine.name, RUNNER_TOOL_CACHE: machine.toolCache },
    machine.env,
  );
