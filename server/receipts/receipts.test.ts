import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openBrowser, sendReply, signIn, submit } from '../../contract/conformance/subject.ts';
import type { ChangePage, CitizenRequest, Message, ReceiptKeys } from '../../contract/types.ts';
import { verifyReceipt } from '../../domain/proof/verify-receipt.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { JOB_TABLE, type JobTable } from '../jobs/job-table.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createSeal } from '../seal.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { openAnew } from '../testing/open-anew.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { createKeyring } from './keyring.ts';
import { signReceived } from './sign-received.ts';

const MINUTE_MS = 60_000;
/** Two at once, as if there were more requests than one run signs. */
const FEW_AT_ONCE: JobTable = {
  ...JOB_TABLE,
  signReceived: { run: (context, payload) => signReceived(context, payload, 2) },
};

onEachDatabase(({ clocks, context }) => {
  const issuer = 'https://eclic.exemplo.pt';

  /** A keyring as another process has it. */
  const anotherKeyring = ({ db, seal }: Context, by = issuer) =>
    createKeyring({ db, seal, issuer: by, now: clocks.now });

  async function submitOne() {
    const subject = await openAnew(context(), clocks);
    const browser = await signIn(subject);
    const request = (await submit<CitizenRequest>(browser, randomUUID())).body;
    return { subject, browser, request };
  }

  async function verify(receipt: string | undefined) {
    const { keys, issuers } = await context().keyring.publish();
    return verifyReceipt(receipt ?? '', keys, issuers[0] ?? '');
  }

  it('another key signs what comes after a rotation, and what was signed before is still proven', async () => {
    const { browser, request } = await submitOne();
    const kid = await context().keyring.rotate();
    const after = (await submit<CitizenRequest>(browser, randomUUID())).body;
    const { body } = await openBrowser(await openAnew(context(), clocks)).send<ReceiptKeys>(
      'GET',
      '/receipt-keys',
    );
    expect(body.keys[0]?.kid).toBe(kid);
    const kidOf = ({ receipt = '' }: CitizenRequest) =>
      JSON.parse(Buffer.from(receipt.split('.')[0] ?? '', 'base64url').toString()).kid;
    expect([kidOf(after), kidOf(request)]).toEqual([kid, body.keys[1]?.kid]);
    for (const { receipt } of [request, after]) expect(await verify(receipt)).toMatchObject({ ok: true });
  });

  it('another process publishes a new key at once, and signs by it within a minute', async () => {
    const other = anotherKeyring(context());
    const signs = await other.signer();
    const kid = await context().keyring.rotate();
    expect((await other.publish()).keys[0]?.kid).toBe(kid);
    expect(await other.signer()).toBe(signs);
    clocks.advance(MINUTE_MS);
    expect(await other.signer()).not.toBe(signs);
  });

  it('processes that start at once make one key, which the secret alone opens', async () => {
    const { db, seal } = context();
    await db.deleteFrom('receiptKeys').execute();
    const keyrings = Array.from({ length: 4 }, () => anotherKeyring({ ...context() }));
    await Promise.all(keyrings.map((keyring) => keyring.signer()));
    const rows = await db.selectFrom('receiptKeys').selectAll().execute();
    expect(rows).toHaveLength(1);
    const [row] = rows;
    if (!row) throw new Error('There is no key');
    expect(Buffer.from(row.privateSealed).toString('latin1')).not.toContain('PRIVATE KEY');
    expect(seal.open(row.privateSealed, row.kid)).toContain('PRIVATE KEY');
    const otherSecret = createSeal(new Uint8Array(32).fill(1));
    expect(() => otherSecret.open(row.privateSealed, row.kid)).toThrow();
  });

  it('a service that has moved signs in its new name, and its receipts of before are still known as its own', async () => {
    const { request } = await submitOne();
    const moved = anotherKeyring(context(), 'https://outro.exemplo.pt');
    await moved.signer();
    const { keys, issuers } = await moved.publish();
    expect(issuers).toEqual(['https://outro.exemplo.pt', issuer]);
    expect(await verifyReceipt(request.receipt ?? '', keys, issuers[1] ?? '')).toMatchObject({ ok: true });
    // Each server goes on with its own key: neither makes a new one because of the other.
    await anotherKeyring(context()).signer();
    expect((await moved.publish()).keys).toHaveLength(keys.length);
  });

  it('what was received before the server signed is signed once, as of the time of its reception, and devices are told', async () => {
    const { browser, request } = await submitOne();
    const { db } = context();
    await playClerk(context(), { citizenId: MARIA_ID, id: request.id }, 'ask');
    await sendReply(browser, request.id);
    await forgetReceipts(context());
    const { cursor } = (await browser.send<ChangePage>('GET', '/changes?limit=500')).body;
    await db.deleteFrom('jobs').execute();
    const job = {
      id: 'signReceived',
      name: 'signReceived',
      payload: '{"after":null}',
      dueAt: clocks.now(),
    } as const;
    await db.insertInto('jobs').values(job).execute();
    await runDueJobs(context(), 'signReceived', { table: FEW_AT_ONCE });
    const { changes } = (await browser.send<ChangePage>('GET', `/changes?cursor=${cursor}&limit=500`)).body;
    const signed = changes.flatMap((change): (CitizenRequest | Message)[] =>
      change.type === 'request' ? [change.request] : change.type === 'message' ? [change.message] : [],
    );
    const own = signed.filter(
      (each) => each.id === request.id || ('requestId' in each && each.requestId === request.id),
    );
    expect(own).toHaveLength(3);
    for (const each of signed)
      expect(await verify(each.receipt)).toMatchObject({ ok: true, claims: { id: each.id } });
    expect(await verify(own.find(({ id }) => id === request.id)?.receipt)).toMatchObject({
      claims: { at: request.receivedAt },
    });
    // A second run changes nothing.
    await db.insertInto('jobs').values(job).execute();
    await runDueJobs(context(), 'signReceived');
    const again = (await browser.send<ChangePage>('GET', '/changes?limit=500')).body.changes;
    expect(again.filter((change) => change.type === 'request' && change.request.id === request.id)).toEqual(
      changes.filter((change) => change.type === 'request' && change.request.id === request.id),
    );
  });
});

/** Removes the receipts, as if an older version had kept everything. */
async function forgetReceipts({ db }: Context): Promise<void> {
  for (const { citizenId, id, request } of await db
    .selectFrom('requests')
    .select(['citizenId', 'id', 'request'])
    .execute()) {
    const { receipt: _receipt, withdrawalReceipt: _withdrawal, ...bare } = request;
    await db
      .updateTable('requests')
      .set({ request: JSON.stringify(bare) })
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .execute();
  }
  for (const { citizenId, id, message } of await db
    .selectFrom('messages')
    .select(['citizenId', 'id', 'message'])
    .execute()) {
    const { receipt: _, ...bare } = message;
    await db
      .updateTable('messages')
      .set({ message: JSON.stringify(bare) })
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .execute();
  }
}
