import { useTranslation } from 'react-i18next';
import type { DraftRow, OutboxRow } from '../db/core/schema.ts';
import { Tag } from '../ui/tag.tsx';

export function DraftTag({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('requests');
  const isRefused = draft.refusal !== null;
  return (
    <Tag tone={isRefused ? 'danger' : 'neutral'}>
      {t(isRefused ? 'status.needsCorrection' : 'status.draft')}
    </Tag>
  );
}

export function WaitingTag({ entry }: { entry: OutboxRow }) {
  const { t } = useTranslation('requests');
  const isSending = entry.sending === 1;
  return (
    <Tag tone={isSending ? 'info' : 'warning'}>{t(isSending ? 'status.sending' : 'status.waiting')}</Tag>
  );
}
