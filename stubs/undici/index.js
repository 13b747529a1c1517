/**
 * @actions/http-client imports undici for `getAgentDispatcher` alone, a helper for users of `fetch`. Loading the real one takes as long as
 * starting Node does, at the start of every step, and is 1 MB of the bundle. This action uses node:http, so it brings this stub instead.
 */
export class ProxyAgent {
  constructor() {
    throw new Error('undici is not bundled: use node:http with HttpClient.getAgent');
  }
}
