import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { PROVEN_KINDS } from '../../domain/proof/receipt-claims.ts';
import { messageToSign, requestToSign, withdrawalToSign } from '../../domain/proof/signed-content.ts';
import { verifyReceipt } from '../../domain/proof/verify-receipt.ts';
import { sha256Base64Url } from '../../shared/sha256.ts';
import type { ChangePage, CitizenRequest, Message, ReceiptKeys } from '../types.ts';
import {
  type Browser,
  openBrowser,
  PEOPLE,
  pdf,
  playOffice,
  readRequest,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
  submitted,
  uploaded,
} from './subject.ts';

async function readKeys(subject: Subject): Promise<ReceiptKeys> {
  return (await openBrowser(subject).send<ReceiptKeys>('GET', '/receipt-keys')).body;
}

/** Returns header and payload, after an implementation other than ours has verified the signature. */
async function prove(subject: Subject, receipt: string | undefined) {
  const keys = await readKeys(subject);
  const { protectedHeader, payload } = await compactVerify(
    receipt ?? '',
    createLocalJWKSet({ keys: keys.keys } as JSONWebKeySet),
  );
  return { header: protectedHeader, claims: JSON.parse(new TextDecoder().decode(payload)), keys };
}

async function readAll(browser: Browser) {
  const changes: ChangePage['changes'] = [];
  let after = '';
  for (let more = true; more; ) {
    const { body } = await browser.send<ChangePage>('GET', `/changes?limit=500${after}`);
    changes.push(...body.changes);
    after = `&cursor=${body.cursor}`;
    more = body.more;
  }
  return {
    requests: changes.flatMap((change) => (change.type === 'request' ? [change.request] : [])),
    messages: changes.flatMap((change) => (change.type === 'message' ? [change.message] : [])),
  };
}

/** Hashes as the contract says, without the app's own code. */
const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('base64url');

/** Half of the order of P-256, in hexadecimal digits. */
const HALF_OF_ORDER = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';

export function describeReceipts(subject: () => Subject): void {
  describe('signed receipts', () => {
    it('are checked with keys that anybody may read, and keep for a day; no private part is among them', async () => {
      const answer = await openBrowser(subject()).send<ReceiptKeys>('GET', '/receipt-keys');
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=86400']);
      for (const key of answer.body.keys) expect(key.kid).toBe(await calculateJwkThumbprint(key));
      expect(JSON.stringify(answer.body)).not.toContain('"d"');
    });

    it('say of a request which it is, when it came, and the hashes of its content and of each file', async () => {
      const maria = await signIn(subject());
      const [id, texts] = [randomUUID(), ['um', 'dois']];
      const attachments = [
        await uploaded(maria, pdf(texts[0] ?? '')),
        await uploaded(maria, pdf(texts[1] ?? '')),
      ];
      const description = 'Porque é que mudou o valor? «Ação» 👩‍👧';
      const { body } = await submit<CitizenRequest>(maria, id, submission({ description, attachments }));
      const { header, claims, keys } = await prove(subject(), body.receipt);
      expect(header).toEqual({ alg: 'ES256', kid: keys.keys[0]?.kid, typ: 'eclic-receipt' });
      expect(claims).toEqual({
        v: 1,
        iss: keys.issuers[0],
        ref: body.reference,
        id,
        kind: 'request',
        at: body.receivedAt,
        content: hash(
          `{"aboutRequestId":null,"complaint":null,"description":"${description}","kind":"clarification","onBehalfOf":null,"topic":{"status":"unknown"}}`,
        ),
        files: texts.map((text) => hash(pdf(text))),
      });
      expect(body.withdrawalReceipt).toBeUndefined();
    });

    it('say the same of a reply, of what the office says, and of a withdrawal', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'ask');
      const file = await uploaded(maria, pdf('resposta'));
      const reply = (await sendReply(maria, id, { body: 'Aqui está.', attachments: [file] })).body;
      const { reference } = await readRequest(maria, id);
      expect((await prove(subject(), reply.receipt)).claims).toMatchObject({
        ref: reference,
        id: reply.id,
        kind: 'reply',
        at: reply.sentAt,
        content: hash('{"body":"Aqui está.","purpose":"reply"}'),
        files: [hash(pdf('resposta'))],
      });
      const question = (await readAll(maria)).messages.find(
        (message) => message.requestId === id && message.author === 'office',
      );
      expect((await prove(subject(), question?.receipt)).claims).toMatchObject({
        ref: reference,
        id: question?.id,
        kind: 'answer',
        at: question?.sentAt,
        content: hash(JSON.stringify({ body: question?.body, purpose: 'question' })),
      });
      const other = await submitted(maria);
      const withdrawn = (await maria.send<CitizenRequest>('PUT', `/requests/${other}/withdrawal`)).body;
      expect((await prove(subject(), withdrawn.withdrawalReceipt)).claims).toMatchObject({
        ref: withdrawn.reference,
        id: other,
        kind: 'withdrawal',
        at: withdrawn.history.at(-1)?.at,
        content: hash('{}'),
        files: [],
      });
    });

    it('stay the same, byte for byte, when something is sent or read again, changes, or comes to another device', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const first = (await submit<CitizenRequest>(maria, id)).body;
      const again = (await submit<CitizenRequest>(maria, id)).body;
      const withdrawn = (await maria.send<CitizenRequest>('PUT', `/requests/${id}/withdrawal`)).body;
      const other = await signIn(subject());
      const [read, fed] = [await readRequest(other, id), await readAll(other)];
      const found = fed.requests.find((request) => request.id === id);
      expect(new Set([first, again, withdrawn, read, found].map((each) => each?.receipt)).size).toBe(1);
      expect(found?.withdrawalReceipt).toBe(withdrawn.withdrawalReceipt);
    });

    it('are signed in the one way of the two that has the low s, so that a receipt has one text', async () => {
      const maria = await signIn(subject());
      // Each has a low s by chance half of the time.
      for (let times = 0; times < 20; times += 1) await submitted(maria);
      const receipts = (await readAll(maria)).requests.map(({ receipt = '' }) => receipt);
      for (const receipt of receipts) {
        const signature = Buffer.from(receipt.split('.')[2] ?? '', 'base64url').toString('hex');
        expect(signature.slice(64) <= HALF_OF_ORDER, receipt).toBe(true);
      }
    });

    it('hold no name, no NISS and no word, whoever it is for', async () => {
      const maria = await signIn(subject());
      const description = `O meu NISS é ${PEOPLE.maria} e preciso de ajuda com o abono.`;
      const { body } = await submit<CitizenRequest>(maria, randomUUID(), submission({ description }));
      const { claims } = await prove(subject(), body.receipt);
      for (const secret of ['Maria', PEOPLE.maria, maria.citizenId, 'abono'])
        expect(JSON.stringify(claims)).not.toContain(secret);
    });

    it('are of everything that there is: each fits what it came with', async () => {
      const maria = await signIn(subject());
      await maria.send('PUT', `/requests/${await submitted(maria)}/withdrawal`);
      await sendReply(maria, await submitted(maria), { purpose: 'correction' });
      const { keys, issuers } = await readKeys(subject());
      const { requests, messages } = await readAll(maria);
      const references = new Map(requests.map(({ id, reference }) => [id, reference]));
      const everything = [
        ...requests.map((request) => [request.receipt, requestToSign(request)] as const),
        ...requests.flatMap((request) => {
          const withdrawal = withdrawalToSign(request);
          return withdrawal ? [[request.withdrawalReceipt, withdrawal] as const] : [];
        }),
        ...messages.map(
          (message: Message) =>
            [message.receipt, messageToSign(message, references.get(message.requestId) ?? '')] as const,
        ),
      ];
      expect(new Set(everything.map(([, { kind }]) => kind))).toEqual(new Set(PROVEN_KINDS));
      for (const [receipt, { kind, id, ref, at, content }] of everything) {
        const verdict = await verifyReceipt(receipt ?? '', keys, issuers[0] ?? '');
        const hashed = await sha256Base64Url(new TextEncoder().encode(content));
        expect(verdict).toMatchObject({ ok: true, claims: { kind, id, ref, at, content: hashed } });
      }
    });
  });
}
