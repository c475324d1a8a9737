import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../../../db/core/schema.ts';
import { AttachmentPicker } from '../../../../../features/attachments/attachment-picker.tsx';
import { ReplyEditor } from '../../../../../features/draft-editor/reply-editor.tsx';
import { DownloadEverything } from '../../../../../features/receipt/download-everything.tsx';
import type { Thread } from '../../../../../features/request-thread/read-thread.ts';
import { RequestPage } from '../../../../../features/request-thread/request-page.tsx';
import { WaitingMessage } from '../../../../../features/sync-status/waiting-message.tsx';
import { WaitingReason } from '../../../../../features/sync-status/waiting-reason.tsx';
import { useOnline } from '../../../../../parts/use-online.ts';

interface RequestViewProps {
  request: RequestRow;
  /** What was read of it before it is shown. */
  thread?: Thread | undefined;
}

/** The request's page with what other features bring to it. */
export function RequestView({ request, thread }: RequestViewProps) {
  // The words of its parts are here before the page is: fetching them then would take the page away for a moment.
  useTranslation(['receipt', 'draft', 'attachments', 'issues']);
  const isOnline = useOnline();
  return (
    <RequestPage
      request={request}
      firstThread={thread}
      renderEditor={(reply) => (
        <ReplyEditor
          {...reply}
          isOffline={!isOnline}
          renderFiles={(files) => <AttachmentPicker {...files} isReply />}
        />
      )}
      renderWaiting={(entry, isAlone) => <WaitingMessage entry={entry} isAlone={isAlone} />}
      renderReason={(entry) => <WaitingReason entry={entry} />}
      download={<DownloadEverything requestId={request.id} />}
    />
  );
}
