import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakeThumbnail } from '../../db/copies/import-copy.ts';
import { Button } from '../../ui/button.tsx';
import { LoadOutcome } from './load-outcome.tsx';
import { useLoading } from './use-loading.ts';

/** **Carregar cópia**: brings the drafts of a copy back, and says what came in and what did not. */
export function LoadCopy({ makeThumbnail }: { makeThumbnail: MakeThumbnail }) {
  const { t } = useTranslation('copies');
  const input = useRef<HTMLInputElement>(null);
  const { isLoading, outcome, load } = useLoading(makeThumbnail);
  return (
    <>
      <p>{t('loadHint')}</p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) load(file);
          // Choosing the same file again must be a change again.
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="secondary"
        type="button"
        icon={Upload}
        busy={isLoading}
        onClick={() => input.current?.click()}
      >
        {t('load')}
      </Button>
      {isLoading && <p>{t('loading')}</p>}
      {outcome && <LoadOutcome outcome={outcome} />}
    </>
  );
}
