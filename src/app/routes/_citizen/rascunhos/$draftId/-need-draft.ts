import { redirect } from '@tanstack/react-router';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { STEP_ADDRESSES } from '../../../../../parts/addresses.ts';

/** The draft as it was when the page was opened. */
export type OpenedStep = { draft: DraftRow; returnsToReview: boolean };

type Match = { context: { draft: DraftRow | undefined }; params: { draftId: string } };

/** A draft begins with its description: a later step of a draft that does not exist leads to the first step. */
export function needDraft({ context, params }: Match): { draft: DraftRow } {
  if (!context.draft) throw redirect({ to: STEP_ADDRESSES.description, params, replace: true });
  return { draft: context.draft };
}
