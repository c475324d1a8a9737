import { useNavigate } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { addPictures, listPictures } from '../../db/drafts/chosen-pictures.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { type OpenDesk, openPaperDesk } from './paper-desk.ts';
import { doubtWords, usePictureDoubts } from './use-picture-doubts.ts';

interface ChosenPicturesProps {
  draftId: string;
  /** Opens the desk that examines the pictures. */
  openDesk?: OpenDesk;
}

/** For pictures that were chosen as files: shows the doubts about them and, from two pictures on, offers to join them into one PDF. */
export function ChosenPictures({ draftId, openDesk = openPaperDesk }: ChosenPicturesProps) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const navigate = useNavigate();
  const pictures = useQuery((open) => listPictures(open, draftId), [draftId]);
  const doubts = usePictureDoubts(pictures, openDesk);
  const { status, start } = useOnce(async () => {
    if (!(await addPictures(db, draftId, pictures ?? [], new Date()))) return false;
    await navigate({ to: ADDRESSES.scan, params: { draftId } });
    return true;
  });
  return (
    <>
      {doubts.map(({ id, name, doubt }) => (
        <p key={`${id} ${doubt}`}>{doubtWords(t, name, doubt)}</p>
      ))}
      {(pictures?.length ?? 0) > 1 && (
        <>
          <p>{t('paper.chosen.line')}</p>
          <Button
            variant="quiet"
            type="button"
            icon={FileText}
            busy={status === 'running'}
            onClick={() => void start()}
          >
            {t('paper.chosen.press')}
          </Button>
        </>
      )}
      {status === 'failed' && <Alert title={t('paper.chosen.notMade')} />}
    </>
  );
}
