import {
  COMPLAINT_FIELDS,
  COMPLAINT_PARTS,
  type ComplaintPart,
  type ComplaintTexts,
} from './complaint-parts.ts';
import { countFitting, countGraphemes } from './graphemes.ts';
import type { Issue, IssueCode } from './issue.ts';

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

/** Where an issue of the field `complaint` stands; what a newer server says stands at the first. */
export function complaintFieldOf(code: string): (typeof COMPLAINT_FIELDS)[ComplaintPart] {
  return COMPLAINT_FIELDS[COMPLAINT_PARTS.find((part) => TOO_LONG[part] === code) ?? 'office'];
}
