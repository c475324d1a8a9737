/** What a complaint is asked beside what happened, in the order of asking. */
export const COMPLAINT_PARTS = ['office', 'happenedOn', 'wanted'] as const;
export type ComplaintPart = (typeof COMPLAINT_PARTS)[number];
export type ComplaintTexts = Record<ComplaintPart, string>;

export const EMPTY_COMPLAINT: ComplaintTexts = { office: '', happenedOn: '', wanted: '' };

/** The parts as fields of a page, where each issue has a place of its own. */
export const COMPLAINT_FIELDS = {
  office: 'complaintOffice',
  happenedOn: 'complaintHappenedOn',
  wanted: 'complaintWanted',
} as const satisfies Record<ComplaintPart, string>;

/** What was filled in, in the order of asking. */
export function filledParts(
  complaint: ComplaintTexts | null | undefined,
): { part: ComplaintPart; text: string }[] {
  if (!complaint) return [];
  return COMPLAINT_PARTS.map((part) => ({ part, text: complaint[part] })).filter(
    ({ text }) => text.trim() !== '',
  );
}
