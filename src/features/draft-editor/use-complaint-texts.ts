import { useRef } from 'react';
import type { DraftRow } from '../../db/core/schema.ts';
import { type ComplaintPart, type ComplaintTexts, EMPTY_COMPLAINT } from '../../domain/complaint-parts.ts';

interface ComplaintDraft {
  /** Null until something has been typed. */
  read: () => ComplaintTexts | null;
  type: (part: ComplaintPart, text: string) => void;
}

/** What a complaint is asked, as it stands in the fields; it outlives them when the kind changes and comes back. */
export function useComplaintTexts(draft: DraftRow | undefined): ComplaintDraft {
  const texts = useRef<ComplaintTexts | null>(draft?.complaint ?? null);
  return {
    read: () => texts.current,
    type: (part, text) => {
      texts.current = { ...(texts.current ?? EMPTY_COMPLAINT), [part]: text };
    },
  };
}
