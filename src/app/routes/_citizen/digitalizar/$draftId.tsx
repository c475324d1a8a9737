import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { findDraft } from '../../../../features/draft-editor/find-draft.ts';
import { readOpenedScan, ScanPage } from '../../../../features/scan/scan-page.tsx';
import { ADDRESSES, listAddress } from '../../../../parts/addresses.ts';

export const Route = createFileRoute('/_citizen/digitalizar/$draftId')({
  staticData: { words: ['scan', 'attachments', 'issues'] },
  loader: async ({ context: { services }, params: { draftId } }) => {
    const db = services.session.database();
    if (!db) throw notFound();
    const found = await findDraft(db, draftId);
    switch (found.status) {
      case 'open':
        return readOpenedScan(db, found.draft);
      case 'submitted':
        throw redirect({ to: ADDRESSES.request, params: { requestId: found.requestId }, replace: true });
      case 'deleted':
        throw redirect({ to: listAddress(db), replace: true });
      case 'none':
        throw notFound();
    }
  },
  component: ScanAddress,
});

function ScanAddress() {
  const opened = Route.useLoaderData();
  return <ScanPage key={opened.draft.id} opened={opened} />;
}
