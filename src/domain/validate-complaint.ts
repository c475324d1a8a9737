import { countFitting, countGraphemes } from './graphemes.ts';
import type { Issue, IssueCode } from './issue.ts';

/** What a complaint is asked beside what happened, in the order of asking. */
export const COMPLAINT_PARTS = ['office', 'happenedOn', 'wanted'] as const;
export type ComplaintPart = (typeof COMPLAINT_PARTS)[number];
export type ComplaintTexts = Record<ComplaintPart, string>;

export const EMPTY_COMPLAINT: ComplaintTexts = { office: '', happenedOn: '', wanted: '' };

/** Graphemes as a person counts them, and what the contract takes in UTF-16 code units. */
export const COMPLAINT_CAPS: Record<ComplaintPart, { maxGraphemes: number; maxUnits: number }> = {
  office: { maxGraphemes: 300, maxUnits: 2000 },
  happenedOn: { maxGraphemes: 300, maxUnits: 2000 },
  wanted: { maxGraphemes: 4000, maxUnits: 20_000 },
};

const TOO_LONG = {
  office: 'complaintOfficeTooLong',
  happenedOn: 'complaintHappenedOnTooLong',
  wanted: 'complaintWantedTooLong',
} as const satisfies Record<ComplaintPart, IssueCode>;

/** A complaint is a right: none of its parts is required, and not knowing a service's name must not stop it. */
export function validateComplaint(complaint: ComplaintTexts | null): Issue[] {
  if (complaint === null) return [];
  return COMPLAINT_PARTS.flatMap((part): Issue[] => {
    const text = complaint[part].trim();
    const { maxGraphemes, maxUnits } = COMPLAINT_CAPS[part];
    const max = Math.min(maxGraphemes, countFitting(text, maxUnits));
    const over = countGraphemes(text) - max;
    return over > 0 ? [{ field: 'complaint', code: TOO_LONG[part], params: { over, max } }] : [];
  });
}

/** The parts as fields of a page, where each issue has a place of its own. */
export const COMPLAINT_FIELDS = {
  office: 'complaintOffice',
  happenedOn: 'complaintHappenedOn',
  wanted: 'complaintWanted',
} as const satisfies Record<ComplaintPart, string>;

/** Where an issue of the field `complaint` stands; what a newer server says stands at the first. */
export function complaintFieldOf(code: string): (typeof COMPLAINT_FIELDS)[ComplaintPart] {
  return COMPLAINT_FIELDS[COMPLAINT_PARTS.find((part) => TOO_LONG[part] === code) ?? 'office'];
}

/** What was filled in, in the order of asking. */
export function filledParts(
  complaint: ComplaintTexts | null | undefined,
): { part: ComplaintPart; text: string }[] {
  if (!complaint) return [];
  return COMPLAINT_PARTS.map((part) => ({ part, text: complaint[part] })).filter(
    ({ text }) => text.trim() !== '',
  );
}
