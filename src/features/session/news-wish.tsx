import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewsWish } from '../../../contract/types.ts';
import { changeNewsWish, readNewsWish } from '../../api/account-calls.ts';
import { useApi } from '../../api/api-context.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLastAnswer } from './use-last-answer.ts';

/** The choice whether the citizen is told of news by e-mail or SMS. The server keeps it, since the server sends these messages. */
export function NewsWishSetting({ onChanged }: { onChanged: () => Promise<void> }) {
  const { t } = useTranslation('settings');
  const { wish, hasFailed, change } = useNewsWish(onChanged);
  if (wish === undefined) return <Skeleton label={t('mail.reading')} />;
  if (wish === null) return <p>{t('mail.failed')}</p>;
  if (wish.contact === null) return <p>{t('mail.none')}</p>;
  const { channel, masked } = wish.contact;
  return (
    <>
      <Checkbox
        id="news-wish"
        label={t(`mail.label.${channel}`)}
        hint={t('mail.hint', { masked })}
        checked={wish.wanted}
        onChange={(wanted) => void change(wanted)}
      />
      {hasFailed && <Notice tone="danger" title={t('sessions.notDone')} />}
    </>
  );
}

const lastWishes = new WeakMap<CitizenDatabase, NewsWish>();

/** The citizen's wish; undefined until the server has answered, null if it could not be asked. */
function useNewsWish(onChanged: () => Promise<void>) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const { citizenId } = useDatabase();
  const [wish, noteWish] = useLastAnswer(lastWishes);
  const [hasFailed, setHasFailed] = useState(false);

  const ask = useCallback(() => {
    void readNewsWish(api).then((outcome) => noteWish(outcome.kind === 'accepted' ? outcome.value : null));
  }, [api, noteWish]);

  useEffect(ask, [ask]);

  const isUnknown = wish === null;
  useEffect(() => {
    if (!isUnknown) return;
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [isUnknown, ask]);

  async function change(wanted: boolean): Promise<void> {
    const outcome = await changeNewsWish(api, { citizenId, wanted });
    setHasFailed(outcome.kind !== 'accepted');
    if (outcome.kind !== 'accepted') return announce(t('sessions.notDone'), 'assertive');
    noteWish(outcome.value);
    // Other pages show the contact, so the profile is read again.
    await onChanged();
  }

  return { wish, hasFailed, change };
}
