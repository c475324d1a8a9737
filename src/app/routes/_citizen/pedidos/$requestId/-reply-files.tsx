import type { ComponentProps } from 'react';
import { AttachmentPicker } from '../../../../../features/attachments/attachment-picker.tsx';
import { ScanEntry } from '../../../../../features/scan/scan-entry.tsx';

type ReplyFilesProps = Pick<
  ComponentProps<typeof AttachmentPicker>,
  'draftId' | 'errors' | 'onIssues' | 'onReading'
>;

/** The attachments of a reply. */
export function ReplyFiles(files: ReplyFilesProps) {
  return <AttachmentPicker {...files} isReply paper={<ScanEntry draftId={files.draftId} />} />;
}
