import * as core from '@actions/core';
import { CACHE_ROLE } from './modcache/messages.ts';
import { post } from './post.ts';
import { setup } from './setup.ts';
import { cancellation } from './windows/cancellation.ts';

// One program for the step, for the step after the job, and for the process that talks to the cache service.
if (process.argv[2] === CACHE_ROLE) {
  (await import('./modcache/transfer.ts')).serveCache();
} else if (core.getState('main-has-run') !== '') {
  await post(cancellation());
} else {
  core.saveState('main-has-run', true);
  await setup(cancellation());
}
