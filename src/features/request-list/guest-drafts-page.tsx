import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { deleteDraft, listOpenDrafts, restoreDraft } from '../../db/drafts/drafts.ts';
import { firstWords } from '../../lib/first-words.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { showNotice } from '../../state/notices.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stack } from '../../ui/stack.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { DraftCard } from './draft-card.tsx';
import styles from './request-list.module.css';

/** Tells one **Eliminar rascunho** from the next. */
const NAME_GRAPHEMES = 30;

/** What was begun on this device without signing in. */
export function GuestDraftsPage() {
  const { t } = useTranslation(['session', 'common']);
  const drafts = useQuery(listOpenDrafts);
  const heading = t('guest.heading');
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading} width="wide">
      <Stack gap={3}>
        {!drafts && <Skeleton label={t('guest.loading')} />}
        {drafts?.length === 0 && (
          <EmptyState title={t('guest.none')} icon={FileText}>
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

function DraftList({ drafts }: { drafts: DraftRow[] }) {
  const { t } = useTranslation('session');
  return (
    <>
      <p>
        {t('guest.text')} {t('guest.sharedText')}
      </p>
      <h2>{t('guest.listHeading')}</h2>
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
  const db = useDatabase();
  const words = firstWords(draft.description, NAME_GRAPHEMES);

  async function press() {
    await deleteDraft(db, draft.id, new Date());
    const undo = { label: t('undo'), run: () => void restoreDraft(db, draft.id) };
    showNotice({ text: t('deleted'), undo });
  }

  return (
    <Button variant="danger" type="button" onClick={() => void press()}>
      {t('delete')}
      {words !== '' && (
        <VisuallyHidden>
          : <bdi>{words}</bdi>
        </VisuallyHidden>
      )}
    </Button>
  );
}
