import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeAccess, describeRefusals } from './access-suite.ts';
import { describeChanges } from './changes-suite.ts';
import { describeCrossSite } from './cross-site-suite.ts';
import { describeDayLimits } from './day-limits-suite.ts';
import { describeDrafts } from './drafts-suite.ts';
import { describeEnding } from './ending-suite.ts';
import { describeFollowUp } from './follow-up-suite.ts';
import { describeLeftDevice } from './left-device-suite.ts';
import { describeMessages } from './messages-suite.ts';
import { describeMySessions } from './my-sessions-suite.ts';
import { describeOfficeFiles } from './office-files-suite.ts';
import { describeOwnPassword } from './own-password-suite.ts';
import { describePasswordRecovery } from './password-recovery-suite.ts';
import { describeNewsWish, describePush } from './push-suite.ts';
import { describeQuotas } from './quotas-suite.ts';
import { describeReceipts } from './receipts-suite.ts';
import { describeRepresentation } from './representation-suite.ts';
import { describeAbout, describeComplaints } from './request-fields-suite.ts';
import { describeRequestFiles } from './request-files-suite.ts';
import { describeRequests } from './requests-suite.ts';
import { createSchemaCheck, type SchemaCheck } from './schema-check.ts';
import { describeSentWords } from './sent-words-suite.ts';
import { describeSessionEnds } from './session-ends-suite.ts';
import { describeSession } from './session-suite.ts';
import { describeSignInLimits } from './sign-in-limits-suite.ts';
import { describeStandardClient } from './standard-client-suite.ts';
import { describeStatus } from './status-suite.ts';
import { type Subject, signIn } from './subject.ts';
import { describeTicket } from './ticket-suite.ts';
import { describeUploads } from './uploads-suite.ts';

/** Answers that a server may never give: only two chunks that arrive in the same instant could cause this one, and a server may take turns instead. */
const MAY_NEVER_HAPPEN = ['sendUploadChunk 423'];

/** Tests what any server of this contract must do. Every answer is checked against the schemas on its way. */
export function describeContract(name: string, makeServer: () => Promise<Subject>): void {
  describe(name, () => {
    let schemas: SchemaCheck;
    let subject: Subject;
    async function open(): Promise<void> {
      const made = await makeServer();
      subject = { ...made, server: schemas.check(made.server) };
    }

    beforeAll(() => {
      schemas = createSchemaCheck();
    });

    describe('in a world of its own', () => {
      beforeEach(open);
      afterEach(() => subject.stop());

      describeSession(() => subject);
      describeSessionEnds(() => subject);
      describeTicket(() => subject);
      describeMySessions(() => subject);
      describeLeftDevice(() => subject);
      describeNewsWish(() => subject);
      describePush(() => subject);
      describeSignInLimits(() => subject);
      describeOwnPassword(() => subject);
      describePasswordRecovery(() => subject);
      describeAccess(() => subject);
      describeDrafts(() => subject);
      describeUploads(() => subject);
      describeStandardClient(() => subject);
      describeRequests(() => subject);
      describeComplaints(() => subject);
      describeAbout(() => subject);
      describeRepresentation(() => subject);
      describeRequestFiles(() => subject);
      describeFollowUp(() => subject);
      describeEnding(() => subject);
      describeStatus(() => subject);
      describeMessages(() => subject);
      describeOfficeFiles(() => subject);
      describeChanges(() => subject);
      describeQuotas(() => subject);
      describeDayLimits(() => subject);
      describeSentWords(() => subject);
      describeReceipts(() => subject);

      it('knows no other paths', async () => {
        const answer = await subject.server(new Request('http://e-clic.test/api/v1/nothing'));
        expect(answer.status).toBe(404);
        expect(await answer.json()).toEqual({ type: 'not-found', status: 404 });
      });

      it.each([
        '/drafts/%',
        '/drafts/%ff',
        '/requests/%c3/messages/%28',
        '/uploads/%',
        '/drafts/a%2fb',
        '/requests/%2F..%5c',
      ])('finds nothing at %s, which nobody can decode, or which may be read in two ways', async (path) => {
        const maria = await signIn(subject);
        for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
          const answer = await maria.send(method, path);
          expect(answer.body).toEqual({ type: 'not-found', status: 404 });
        }
        expect((await maria.send('HEAD', path)).status).toBe(404);
      });
    });

    // No test here rests on what another one leaves behind, so all of them are tried in one world.
    describe('in one world', () => {
      beforeAll(open);
      afterAll(() => subject.stop());

      describeCrossSite(() => subject);
      describeRefusals(() => subject);
    });

    afterAll(() => {
      const unseen = schemas.documented.filter((answer) => !schemas.seen.has(answer));
      expect(unseen, 'every documented answer has been seen').toEqual(MAY_NEVER_HAPPEN);
    });
  });
}
