import { useRef } from 'react';
import type { DraftRow } from '../../db/schema.ts';
import { type ComplaintPart, type ComplaintTexts, EMPTY_COMPLAINT } from '../../domain/validate-complaint.ts';

interface ComplaintDraft {
  read: () => ComplaintTexts;
  /** One part typed; answers all of them as they stand now. */
  type: (part: ComplaintPart, text: string) => ComplaintTexts;
}

/** What a complaint is asked, as it stands in the fields; it outlives them when the kind changes and comes back. */
export function useComplaintTexts(draft: DraftRow | undefined): ComplaintDraft {
  const texts = useRef<ComplaintTexts>(draft?.complaint ?? EMPTY_COMPLAINT);
  return {
    read: () => texts.current,
    type: (part, text) => {
      texts.current = { ...texts.current, [part]: text };
      return texts.current;
    },
  };
}
