import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { firstWords } from '../../../shared/first-words.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useDeleteDraft } from '../../parts/use-delete-draft.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './request-list.module.css';
import { DraftCard } from './unsent-groups.tsx';

/** The length of a draft's name, which tells one button **Eliminar rascunho** from the next. */
const NAME_GRAPHEMES = 30;

/** The drafts that were begun on this device without signing in. */
export function GuestDraftsPage() {
  const { t } = useTranslation(['session', 'common']);
  const drafts = useQuery(listOpenDrafts);
  const place = usePlace();
  const heading = t('guest.heading');
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading} width="wide">
      <Stack>
        {!drafts && <Skeleton label={t('guest.loading')} />}
        {drafts?.length === 0 && (
          <EmptyState title={t(`${place}.none`)} icon={FileText}>
            <p>{t('guest.noneText')}</p>
          </EmptyState>
        )}
        {drafts && drafts.length > 0 && <DraftList drafts={drafts} />}
        <p>
          <Link to={ADDRESSES.signIn} className={buttonClass('primary')}>
            {t('guest.signIn')}
          </Link>
        </p>
      </Stack>
    </Page>
  );
}

function usePlace(): 'guest' | 'guestInTab' {
  return isTabGuest(useDatabase()) ? 'guestInTab' : 'guest';
}

function DraftList({ drafts }: { drafts: DraftRow[] }) {
  const { t } = useTranslation('session');
  const place = usePlace();
  return (
    <>
      <p>
        {t(`${place}.text`)} {t(`${place}.sharedText`)}
      </p>
      <h2>{t(`${place}.listHeading`)}</h2>
      <ul className={styles.cards}>
        {drafts.map((draft) => (
          <DraftCard key={draft.id} draft={draft} actions={<DeleteButton draft={draft} />} />
        ))}
      </ul>
    </>
  );
}

function DeleteButton({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('draft');
  const deleteDraft = useDeleteDraft();
  const words = firstWords(draft.description, NAME_GRAPHEMES);

  return (
    <Button ref={handFocusOn} variant="quiet" type="button" onClick={() => void deleteDraft(draft.id)}>
      {t('delete')}
      {words !== '' && (
        <VisuallyHidden>
          : <bdi>{words}</bdi>
        </VisuallyHidden>
      )}
    </Button>
  );
}
