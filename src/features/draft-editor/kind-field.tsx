import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../contract/types.ts';
import { REQUEST_KINDS } from '../../domain/request-kind.ts';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

interface KindFieldProps {
  id: string;
  value: RequestKind | null;
  error: string | undefined;
  onChange: (kind: RequestKind) => void;
}

export function KindField({ id, value, error, onChange }: KindFieldProps) {
  const { t } = useTranslation('draft');
  return (
    <div>
      <RadioGroup
        id={id}
        name={id}
        legend={t('kind.label')}
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
    </div>
  );
}
