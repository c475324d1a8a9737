import { describe, expect, it } from 'vitest';
import { EMPTY_COMPLAINT } from './complaint-parts.ts';
import { complaintFieldOf, validateComplaint } from './validate-complaint.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('validateComplaint', () => {
  it('asks for nothing: a complaint of which only what happened is known can be made', () => {
    expect(validateComplaint(null)).toEqual([]);
    expect(validateComplaint(EMPTY_COMPLAINT)).toEqual([]);
  });

  it('takes as many characters as it says, however they are padded', () => {
    const office = `  ${'ç'.repeat(300)}\n`;
    expect(validateComplaint({ office, happenedOn: 'a'.repeat(300), wanted: 'é'.repeat(4000) })).toEqual([]);
  });

  it('tells of each part how many characters are over', () => {
    const complaint = { office: 'a'.repeat(301), happenedOn: 'a'.repeat(302), wanted: 'a'.repeat(4012) };
    expect(validateComplaint(complaint)).toEqual([
      { field: 'complaint', code: 'complaintOfficeTooLong', params: { over: 1, max: 300 } },
      { field: 'complaint', code: 'complaintHappenedOnTooLong', params: { over: 2, max: 300 } },
      { field: 'complaint', code: 'complaintWantedTooLong', params: { over: 12, max: 4000 } },
    ]);
  });

  it('counts a family as one, and lets through no more of them than the wire takes', () => {
    const atMost = Math.floor(2000 / FAMILY.length);
    expect(validateComplaint({ ...EMPTY_COMPLAINT, office: FAMILY.repeat(atMost) })).toEqual([]);
    expect(validateComplaint({ ...EMPTY_COMPLAINT, office: FAMILY.repeat(atMost + 3) })).toEqual([
      { field: 'complaint', code: 'complaintOfficeTooLong', params: { over: 3, max: atMost } },
    ]);
  });
});

describe('complaintFieldOf', () => {
  it('finds the field, and the first one for what a newer server says', () => {
    expect(complaintFieldOf('complaintWantedTooLong')).toBe('complaintWanted');
    expect(complaintFieldOf('fromTheFuture')).toBe('complaintOffice');
  });
});
