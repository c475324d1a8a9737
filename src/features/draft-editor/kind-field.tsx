import { useTranslation } from 'react-i18next';
import { REQUEST_KINDS } from '../../../contract/request-words.ts';
import type { RequestKind } from '../../../contract/types.ts';
import { Details } from '../../ui/details.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

interface KindFieldProps {
  value: RequestKind | null;
  /** Whether the kind was proposed from the words and the citizen has not chosen yet. */
  isProposed: boolean;
  error: string | undefined;
  complaintWorkingDays: number;
  onChange: (kind: RequestKind) => void;
}

/** The kind of request, with advice for each kind. */
export function KindField(props: KindFieldProps) {
  const { value, isProposed, error, complaintWorkingDays, onChange } = props;
  const { t } = useTranslation('draft');
  return (
    <>
      <RadioGroup
        id="kind"
        name="kind"
        isCompact
        legend={t('kind.label')}
        hint={value && isProposed ? t('kind.proposed', { kind: t(`kind.${value}`) }) : undefined}
        value={value}
        error={error}
        onChange={onChange}
        options={REQUEST_KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`kind.${kind}Hint`),
        }))}
      />
      {value === 'documents' && (
        <Notice tone="info">
          <p>{t('documents.text')}</p>
        </Notice>
      )}
      {/* A citizen who complains in the wrong place may miss a legal deadline: the summary, which is never folded, says so. */}
      {value === 'complaint' && (
        <Notice tone="info">
          <Details summary={t('complaint.summary')}>
            <p>{t('complaint.decision')}</p>
            <p>{t('complaint.service')}</p>
            <p>{t('complaint.report')}</p>
            <p>{t('complaint.deadline', { count: complaintWorkingDays })}</p>
            <p>{t('complaint.other')}</p>
            <ul>
              <li>{t('complaint.yellowBook')}</li>
              <li>{t('complaint.ombudsman')}</li>
              <li>{t('complaint.phone')}</li>
            </ul>
          </Details>
        </Notice>
      )}
    </>
  );
}
