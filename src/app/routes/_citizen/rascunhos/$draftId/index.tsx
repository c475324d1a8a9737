import { createFileRoute, redirect } from '@tanstack/react-router';
import { STEP_ADDRESSES } from '../../../../../parts/addresses.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/')({
  beforeLoad: ({ context, params }) => {
    const step = context.draft?.reachedStep ?? 'description';
    throw redirect({ to: STEP_ADDRESSES[step], params, replace: true });
  },
});
