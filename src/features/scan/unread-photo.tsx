import { Paperclip } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Sheet } from '../../db/core/file-schema.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { attachAsItIs, type JoiningProblem, useProblemText } from './attach-file.ts';

interface UnreadPhotoProps {
  draftId: string;
  sheet: Sheet;
  /** The other actions on the photo. */
  children: ReactNode;
}

/** For a photo that this browser cannot work on: it can still be attached as it is. */
export function UnreadPhoto({ draftId, sheet, children }: UnreadPhotoProps) {
  const { t } = useTranslation('scan');
  const db = useDatabase();
  const textOf = useProblemText();
  const [problem, setProblem] = useState<JoiningProblem | null>(null);
  const { status, start } = useOnce(async () => {
    setProblem(null);
    const outcome = await attachAsItIs(db, draftId, sheet, t('photoName'), new Date());
    setProblem(outcome);
    if (!outcome) announce(t('attachedAsItIs'));
    return outcome === null;
  });
  return (
    <Stack gap={2}>
      <Notice tone="warning" title={t('unread.title')}>
        <p>{t('unread.text')}</p>
      </Notice>
      {problem && <Alert title={textOf(problem)} />}
      <Cluster>
        <Button
          variant="primary"
          type="button"
          icon={Paperclip}
          busy={status === 'running'}
          onClick={() => void start()}
        >
          {t('unread.attach')}
        </Button>
        {children}
      </Cluster>
    </Stack>
  );
}
