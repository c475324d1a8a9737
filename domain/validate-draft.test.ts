import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { type DraftToValidate, validateDraft } from './validate-draft.ts';

const GOOD: DraftToValidate = {
  kind: 'clarification',
  description: 'Recebi uma nota de cobrança e não percebo a que mês se refere.',
  complaint: null,
  topic: { status: 'unknown' },
};

function file(n: number, size = 1000) {
  return { name: `${n}.pdf`, size, type: 'application/pdf', sha256: `hash ${n}` };
}

function codesOf(...args: Parameters<typeof validateDraft>): string[] {
  return validateDraft(...args).map(({ code }) => code);
}

describe('validateDraft', () => {
  it('lets a good draft through, with and without files', () => {
    expect(validateDraft(GOOD, [], DEFAULT_LIMITS)).toEqual([]);
    expect(validateDraft(GOOD, [file(1), file(2)], DEFAULT_LIMITS)).toEqual([]);
  });

  it('lists what an empty draft lacks, in the order of the steps', () => {
    const empty = { kind: null, description: '', complaint: null, topic: null };
    expect(codesOf(empty, [], DEFAULT_LIMITS)).toEqual(['kindMissing', 'descriptionMissing', 'topicMissing']);
  });

  it('asks for the rest of a topic that was only begun', () => {
    const lifeEvent = { id: 'payments', label: 'Pagamentos' };
    const topic = { status: 'begun', version: '2026-11', lifeEvent, subject: null, reason: null } as const;
    expect(codesOf({ ...GOOD, topic }, [], DEFAULT_LIMITS)).toEqual(['topicMissing']);
  });

  it('looks at what a complaint is asked only when the draft is one', () => {
    const complaint = { office: 'a'.repeat(301), happenedOn: '', wanted: '' };
    expect(codesOf({ ...GOOD, kind: 'complaint', complaint }, [], DEFAULT_LIMITS)).toEqual([
      'complaintOfficeTooLong',
    ]);
    expect(codesOf({ ...GOOD, complaint }, [], DEFAULT_LIMITS)).toEqual([]);
  });

  it('judges attached files anew when the server has lowered its limits', () => {
    const files = [file(1, 500), file(2, 2000), file(3, 500)];
    const limits = { ...DEFAULT_LIMITS, attachmentMaxBytes: 1000, attachmentsMaxCount: 2 };
    expect(codesOf(GOOD, files, limits)).toEqual(['attachmentTooBig', 'attachmentTooMany']);
  });

  it('names the second of two equal files', () => {
    const files = [file(1), { ...file(1), name: 'again.pdf' }];
    expect(validateDraft(GOOD, files, DEFAULT_LIMITS)).toEqual([
      { field: 'attachments', code: 'attachmentDuplicate', params: { name: 'again.pdf' } },
    ]);
  });
});
