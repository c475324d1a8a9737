import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sheetsOf } from '../../db/core/file-schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { listUnattached, readScan } from '../../db/files/file-rows.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ChosenPictures } from './chosen-pictures-line.tsx';
import { PhotoButton } from './photo-button.tsx';
import { TakingProblems, useTaking } from './use-taking.tsx';

/** **Fotografar papel**: the photo is on disk before the page that goes on with it is shown. */
export function ScanEntry({ draftId }: { draftId: string }) {
  const { t } = useTranslation('attachments');
  const router = useRouter();
  const scan = useQuery((db) => readScan(db, draftId), [draftId]);
  const waiting = useQuery((db) => listUnattached(db, draftId), [draftId]) ?? [];
  const { take, isTaking, problems } = useTaking(draftId);

  async function takeAndGoOn(photos: File[]) {
    const here = router.state.location.pathname;
    const areKept = await take(photos);
    // What became of the other photos is said here; **Continuar** stands beside it. Who has left the page meanwhile is not pulled back.
    if (areKept && router.state.location.pathname === here)
      await router.navigate({ to: ADDRESSES.scan, params: { draftId } });
  }

  return (
    <>
      <PhotoButton
        label={t('paper.take')}
        variant="secondary"
        busy={isTaking}
        onPhotos={(photos) => void takeAndGoOn(photos)}
      />
      {sheetsOf(scan).length > 0 && (
        <p>
          {waiting.length > 0 && t('paper.waiting', { count: waiting.length })}{' '}
          <Link to={ADDRESSES.scan} params={{ draftId }}>
            {t('paper.goOn')}
          </Link>
        </p>
      )}
      <TakingProblems problems={problems} />
      <ChosenPictures draftId={draftId} />
    </>
  );
}
