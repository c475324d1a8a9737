import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitizenRequest, SubmittedAttachment } from '../../contract/types.ts';
import { DEFAULT_DAY_LIMITS } from '../day-limits.ts';
import type { InspectedFile } from '../inspected-file.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { newRequest } from '../new-request.ts';
import type { Handled } from '../office-moves.ts';
import { decideDraft } from './account-draft.ts';
import {
  decideRating,
  decideReadMark,
  decideWithdrawal,
  type FollowedUp,
  type FollowUpFacts,
} from './follow-up.ts';
import { decideReply } from './reply.ts';
import { decideSubmission, type Submission } from './submission.ts';

const NOW = Date.parse('2026-11-25T10:31:00.000Z');
const writtenAt = new Date(NOW).toISOString();
const WORDS = 'Gostava de saber quando recebo.';
const ALICE = { id: 'c_alice', name: 'Alice Modelo' };

const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const attachment = fc
  .record({ id: fc.uuid(), uploadId: fc.uuid(), sha256, size: fc.integer({ min: 1, max: 1000 }) })
  .map((fields): SubmittedAttachment => ({ ...fields, name: 'x.pdf', type: 'application/pdf' }));
const attachments = fc.uniqueArray(attachment, { maxLength: 3, selector: (file) => file.sha256 });
const revision = fc.integer({ min: 1 });
const submission = fc.record({ id: fc.uuid(), revision, contentHash: sha256, attachments }).map(
  ({ attachments: files, ...sent }): Submission => ({
    ...sent,
    content: {
      kind: 'information',
      onBehalfOf: ALICE,
      description: WORDS,
      topic: { status: 'unknown' },
      attachments: files,
      writtenAt,
    },
  }),
);
/** What may change until something is sent again: a right may end, and the device may raise the revision. */
const since = fc.record({ represented: fc.constantFrom(null, ALICE), revision });

function newFacts(claimed: readonly SubmittedAttachment[]) {
  const files = claimed.map(
    (file): InspectedFile => ({
      claimed: file,
      size: file.size,
      sha256: file.sha256,
      type: file.type,
      passwordProtected: false,
    }),
  );
  const sent = {
    keyHash: null,
    earlier: null,
    isIdTaken: false,
    represented: ALICE,
    attachments: [],
    draft: null,
  };
  const day = { dayUsage: null, dayLimits: DEFAULT_DAY_LIMITS };
  const office = { officeName: 'Centro de contacto', limits: DEFAULT_LIMITS };
  return { ...sent, ...day, ...office, files, isAboutOwn: false };
}

function register(sent: Submission): CitizenRequest {
  const decided = decideSubmission(newFacts(sent.content.attachments), sent, NOW);
  return decided.earlier ?? newRequest({ ...decided.fresh, number: 124 }, DEFAULT_LIMITS);
}

/** The facts once something has arrived. Its uploads are deleted, since nothing needs them. */
const arrived = { isIdTaken: true, files: [], attachments: [] };

describe('Whatever has changed since, what is sent again is answered as what it became:', () => {
  it('a request', () => {
    fc.assert(
      fc.property(submission, since, (sent, { represented, ...later }) => {
        const earlier = register(sent);
        const keyHash = later.revision === sent.revision ? sent.contentHash : null;
        const facts = { ...newFacts([]), ...arrived, earlier, keyHash, represented };
        expect(decideSubmission(facts, { ...sent, ...later }, NOW + 1)).toEqual({ earlier });
        expect(earlier.attachments.map((file) => file.sha256)).toEqual(
          sent.content.attachments.map((file) => file.sha256),
        );
      }),
    );
  });

  it('a reply, though the request takes none any more', () => {
    fc.assert(
      fc.property(submission, submission, since, (about, written, { represented, ...later }) => {
        const row = { request: { ...register(about), state: 'awaitingCitizen' as const }, pausedDaysLeft: 3 };
        const content = {
          purpose: 'reply',
          body: WORDS,
          attachments: written.content.attachments,
          writtenAt,
        } as const;
        const sent = { ...written, content };
        const decided = decideReply({ ...newFacts(content.attachments), row }, sent, NOW);
        if (decided.earlier) throw new Error('It came for the first time');
        expect(decided.row).toMatchObject({ request: { state: 'inReview' }, pausedDaysLeft: null });
        const earlier = decided.message;
        const keyHash = later.revision === sent.revision ? sent.contentHash : null;
        const facts = { ...newFacts([]), ...arrived, earlier, keyHash, represented, row: decided.row };
        expect(decideReply(facts, { ...sent, ...later }, NOW + 1)).toEqual({ earlier });
      }),
    );
  });
});

it('a withdrawal, a rating and a read mark that come again are neither kept nor told anew, whatever has ended since', () => {
  const rating = fc.record({ helpful: fc.boolean(), comment: fc.string() });
  const mark = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(NOW) });
  fc.assert(
    fc.property(submission, rating, mark, (sent, given, readTo) => {
      const request = register(sent);
      const history = [...request.history, { state: 'answered' as const, at: writtenAt, officeName: '' }];
      const facts = { row: { request: { ...request, history }, pausedDaysLeft: null }, represented: ALICE };
      const readUpTo = readTo.toISOString();
      const decisions: ((known: FollowUpFacts<Handled>) => FollowedUp<Handled>)[] = [
        (known) => decideWithdrawal(known, NOW),
        (known) => decideRating(known, given, NOW),
        (known) => decideReadMark(known, { readUpTo }, NOW),
      ];
      for (const decide of decisions) {
        const first = decide(facts);
        expect(first?.row.request).not.toEqual(facts.row.request);
        if (first) expect(decide({ row: first.row, represented: null })).toBeNull();
      }
    }),
  );
});

it('a draft that comes again with the version known before is what the account has, to its limit and beyond', () => {
  fc.assert(
    fc.property(submission, fc.string(), fc.integer({ min: 0, max: 400 }), (sent, ifMatch, drafts) => {
      const kept = { id: sent.id, etag: '"7"', savedAt: writtenAt, content: sent.content };
      const usage = { drafts, uploads: 0, uploadBytes: 0 };
      const facts = { kept, hasArrived: false, usage, limits: DEFAULT_LIMITS };
      const again = decideDraft(facts, sent.content, { ifMatch, ifNoneMatch: null });
      expect(again).toEqual({ earlier: kept });
    }),
  );
});

it('a key that came with other content is refused before anything else is looked at', () => {
  fc.assert(
    fc.property(submission, sha256, (sent, keyHash) => {
      fc.pre(keyHash !== sent.contentHash);
      const facts = { ...newFacts(sent.content.attachments), keyHash };
      expect(() => decideSubmission(facts, sent, NOW)).toThrow(expect.objectContaining({ status: 422 }));
    }),
  );
});
