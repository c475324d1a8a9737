import { useTranslation } from 'react-i18next';
import { fileKindNames } from '../../domain/file-kinds.ts';
import type { Limits } from '../../domain/limits.ts';
import { megabytes } from '../../lib/format-bytes.ts';

interface AttachmentRulesProps {
  limits: Limits;
  /** With a message: there is no step to go past. */
  isReply: boolean;
}

export function AttachmentRules({ limits, isReply }: AttachmentRulesProps) {
  const { t } = useTranslation('attachments');
  const count = limits.attachmentsMaxCount;
  const each = megabytes(limits.attachmentMaxBytes);
  const total = megabytes(limits.attachmentsMaxTotalBytes);
  return (
    <div>
      <p>{t(isReply ? 'optionalReply' : 'optional')}</p>
      <ul>
        <li>{t('rules.count', { count, each, total })}</li>
        <li>{t('rules.types', { types: fileKindNames(limits.acceptedTypes) })}</li>
      </ul>
    </div>
  );
}
