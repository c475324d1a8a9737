import { createFileRoute } from '@tanstack/react-router';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { fetchWords } from '../../../../../lib/fetch-words.ts';
import type { StepSearch } from '../../../../../parts/addresses.ts';

const WORDS = ['draft', 'issues'];

/** Routes are part of the first load, which needs nothing that finds and opens drafts. */
const loadCode = () => import('./-open-step.ts');

export const Route = createFileRoute('/_citizen/rascunhos/$draftId')({
  staticData: { words: WORDS, code: loadCode },
  // Says what links may name; an address may have anything.
  validateSearch: (search: StepSearch) => search,
  beforeLoad: async ({ context, params, preload }): Promise<{ draft: DraftRow | undefined }> => {
    const [{ openStep }] = await Promise.all([loadCode(), fetchWords(...WORDS)]);
    return openStep(context.services.session.database(), params.draftId, !preload);
  },
});
