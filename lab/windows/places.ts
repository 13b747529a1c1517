import path from 'node:path';
import { labCacheDir } from '../releases/cache.ts';
import { NODE_PACKAGE } from './node.ts';

/** The root's name says what is in it: one with other packages gets a place of its own. */
const ROOT = 'debian13-wine10-wixl';

/** Where the parts of the lab lie: host paths. */
export interface Places {
  readonly cache: string;
  /** The Debian root that the lab builds where the machine has no Wine of its own. */
  readonly root: string;
  readonly node: string;
  /** A Wine prefix in which nothing has run since it was made: every other one is a copy of it. */
  readonly pristine: string;
  /** The Wine prefix that the tests share. */
  readonly prefix: string;
  /** Wine's HOME. */
  readonly home: string;
}

/**
 * The places of the lab's parts, there or not. A prefix belongs to its root, since Wine's server has its socket in the
 * root's /tmp: two servers on one prefix would know nothing of each other.
 * @param ownWine true where the machine's own Wine is used
 */
export function labPlaces(ownWine: boolean): Places {
  const cache = labCacheDir();
  const prefix = path.join(cache, ownWine ? 'wine-prefix' : `${ROOT}-prefix`);
  return {
    cache,
    root: path.join(cache, ROOT),
    node: path.join(cache, NODE_PACKAGE.replace('@', '-')),
    pristine: `${prefix}-pristine`,
    prefix,
    home: path.join(cache, 'wine-home'),
  };
}
