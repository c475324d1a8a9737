import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { pdf, signIn, submission, submit, uploaded } from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { createSite } from '../site.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { OFFICE_API_PATH } from './office-env.ts';
import { addToken } from './tokens.ts';

const PROGRAM = 'gestao-documental';

it(
  'a program that closes the connection on which it has asked for several files may ask for as many again',
  async () => {
    const context = createTestContext(await openTestDatabase(), createTestClocks());
    onTestFinished(() => context.db.destroy());
    await prepareWorld(context);
    const site = createSite(context);
    const maria = await signIn({ server: site, advance() {}, stop: async () => {} });
    const file = await uploaded(maria, pdf('A nota'));
    const { body } = await submit<CitizenRequest>(maria, randomUUID(), submission({ attachments: [file] }));
    const token = await addToken(context, PROGRAM);
    const address = `http://e-clic.test${OFFICE_API_PATH}/requests/${body.reference}/attachments/${file.id}`;

    /** Asks for the file four times on one connection, and reads none of the answers. */
    async function askOn(socket: Socket): Promise<number[]> {
      const outgoing = Object.assign(new EventEmitter(), { req: { socket } });
      const headers = { Authorization: `Bearer ${token}` };
      const asked = [1, 2, 3, 4].map(() => site(new Request(address, { headers }), { outgoing }));
      return (await Promise.all(asked)).map(({ status }) => status);
    }

    const connection = new Socket();
    expect(await askOn(connection)).toEqual([200, 200, 200, 200]);
    expect(await askOn(new Socket())).toEqual([429, 429, 429, 429]);
    await once(connection.destroy(), 'close');
    expect(await askOn(new Socket())).toEqual([200, 200, 200, 200]);
  },
  START_MS,
);
