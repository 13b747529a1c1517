import type { Inputs } from './inputs.ts';
import type { HttpOptions } from './network/http.ts';
import type { TlsSettings } from './network/trust.ts';
import type { Log } from './report/log.ts';
import type { Context } from './toolchain.ts';

/** Read once a step, whoever connects. */
const settings = new WeakMap<Inputs, Promise<TlsSettings | undefined>>();

/**
 * What every connection of this step has in common: whom it trusts, and what it tells. The files of `ca-file` and `client-cert` are read the first
 * time.
 *
 * @throws SetupError E_INPUT for files that are not what they should be
 */
export async function connectionOptions({
  inputs,
  host,
  log,
}: Pick<Context, 'inputs' | 'log'> & {
  readonly host: Pick<Context['host'], 'workspace'>;
}): Promise<Pick<HttpOptions, 'userAgent' | 'tls' | 'onNote'>> {
  const read = settings.get(inputs) ?? readSettings(inputs, host.workspace, log);
  settings.set(inputs, read);
  return { userAgent: 'setup-go-win', tls: await read, onNote: (line) => log.info(line) };
}

async function readSettings(inputs: Inputs, workspace: string, log: Log): Promise<TlsSettings | undefined> {
  const { caFile, mirror, offline } = inputs;
  const shown = inputs.clientCert !== '' && /^https:/i.test(mirror);
  if (inputs.clientCert !== '' && !shown)
    log.info('The client certificate is shown to nobody: go-download-base-url is no https address');
  if (offline || (caFile === '' && !shown)) return undefined;
  const { readTlsFiles } = await import('./network/tls-files.ts');
  return await readTlsFiles(shown ? inputs : { ...inputs, clientCert: '' }, workspace, mirror);
}
