import { describe, expect, it } from '@jest/globals';
import { connectionOptions } from '../src/connections.ts';
import type { Inputs } from '../src/inputs.ts';
import type { Context } from '../src/toolchain.ts';

type Given = Partial<Pick<Inputs, 'caFile' | 'clientCert' | 'clientKey' | 'mirror' | 'offline'>>;

function step(given: Given) {
  const lines: string[] = [];
  const inputs = { caFile: '', clientCert: '', clientKey: '', mirror: '', offline: false, ...given };
  const context = {
    inputs,
    host: { workspace: '/nowhere' },
    log: { info: (line: string) => lines.push(line) },
  } as unknown as Context;
  return { lines, connect: () => connectionOptions(context) };
}

describe('what the connections of a step have in common', () => {
  it('is nothing special where no input says so, and offline no file is read', async () => {
    expect((await step({}).connect()).tls).toBeUndefined();
    expect((await step({ caFile: 'gone.pem', offline: true }).connect()).tls).toBeUndefined();
  });

  it('is refused for a file that is not there, whoever asks', async () => {
    const { connect } = step({ caFile: 'gone.pem' });
    for (const _ of [1, 2]) await expect(connect()).rejects.toMatchObject({ code: 'E_INPUT' });
  });

  it.each(['', 'http://mirror.example/go', String.raw`\\server\go`])(
    'has no client certificate for a mirror without TLS (%j), which is said once',
    async (mirror) => {
      const { lines, connect } = step({ clientCert: 'gone.pem', mirror });
      expect((await connect()).tls).toBeUndefined();
      await connect();
      expect(lines).toEqual([expect.stringContaining('client certificate is shown to nobody')]);
    },
  );

  it('has one for a mirror with TLS', async () => {
    const { connect } = step({ clientCert: 'gone.pem', mirror: 'HTTPS://mirror.example/go' });
    await expect(connect()).rejects.toMatchObject({ message: expect.stringContaining('client-cert') });
  });
});
