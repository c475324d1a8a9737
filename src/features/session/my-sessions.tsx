import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySession } from '../../../contract/types.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { endMySession, endOtherSessions, eraseOnDevice, listMySessions } from '../../api/account-calls.ts';
import { useApi } from '../../api/api-context.ts';
import type { Outcome } from '../../api/client.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase, useOwn } from '../../db/core/database-context.ts';
import { type Profile, readProfile } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './my-sessions.module.css';
import { SessionCard } from './session-card.tsx';
import { useLastAnswer } from './use-last-answer.ts';

/** **As minhas sessões**: where the citizen is signed in or may have left words, with buttons to end sessions and erase devices from here. */
export function MySessions({ initial }: { initial: OwnProfile | null }) {
  const { t } = useTranslation('settings');
  const { sessions, hasFailed, readAgain, end, erase, endOthers, isBusy, listRef } = useMySessions();
  const hasOthers = sessions?.some(({ isCurrent, state }) => !isCurrent && state === 'open') ?? false;
  return (
    <Stack>
      <LastSignIn initial={initial} />
      {sessions === undefined && <Skeleton label={t('sessions.reading')} />}
      {sessions === null && (
        <Notice tone="warning" title={t('sessions.failed')}>
          <Button variant="secondary" type="button" busy={isBusy} onClick={() => void readAgain()}>
            {t('sessions.again')}
          </Button>
        </Notice>
      )}
      {sessions && hasFailed && <Notice tone="danger" title={t('sessions.notDone')} />}
      <ul ref={listRef} tabIndex={-1} className={styles.list} aria-label={t('sessions.heading')}>
        {sessions?.map((session) => (
          <SessionCard
            key={session.id}
            session={session}
            isBusy={isBusy}
            onEnd={() => void end(session)}
            onErase={() => void erase(session)}
          />
        ))}
      </ul>
      {hasOthers && (
        <p>
          <Button variant="secondary" type="button" busy={isBusy} onClick={() => void endOthers()}>
            {t('sessions.endOthers')}
          </Button>
        </p>
      )}
    </Stack>
  );
}

const lastSessions = new WeakMap<CitizenDatabase, MySession[]>();

/** The citizen's sessions; undefined until the server has answered, null where it could not be asked. */
function useMySessions() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const db = useDatabase();
  const [sessions, noteSessions] = useLastAnswer(lastSessions);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const listRef = useRef<HTMLUListElement>(null);

  const read = useCallback(async () => {
    const outcome = await listMySessions(api);
    const isRead = outcome.kind === 'accepted';
    noteSessions(isRead ? outcome.value.sessions : null);
    return isRead;
  }, [api, noteSessions]);

  useEffect(() => {
    void read();
  }, [read]);

  async function readAgain(): Promise<void> {
    setIsBusy(true);
    const isRead = await read();
    setIsBusy(false);
    if (isRead) {
      setHasFailed(false);
      listRef.current?.focus();
    } else announce(t('sessions.failed'), 'assertive');
  }

  async function act(action: Promise<Outcome<unknown>>, done: string): Promise<void> {
    setIsBusy(true);
    const isDone = (await action).kind === 'accepted';
    await read();
    setIsBusy(false);
    setHasFailed(!isDone);
    // The button that was pressed may be gone.
    listRef.current?.focus();
    announce(isDone ? done : t('sessions.notDone'), 'assertive');
  }

  const named = ({ id }: MySession) => ({ citizenId: db.citizenId, sessionId: id });
  return {
    sessions,
    hasFailed,
    isBusy,
    listRef,
    readAgain,
    end: (session: MySession) => act(endMySession(api, named(session)), t('sessions.ended')),
    erase: (session: MySession) => act(eraseOnDevice(api, named(session)), t('sessions.asked')),
    endOthers: () => act(endOtherSessions(api, db.citizenId), t('sessions.othersEnded')),
  };
}

/** The profile read before the page is drawn. */
interface OwnProfile {
  citizenId: string;
  profile: Profile | null;
}

/** The last sign-in, so that the citizen notices one that was not theirs. */
function LastSignIn({ initial }: { initial: OwnProfile | null }) {
  const { t, i18n } = useTranslation('settings');
  const lastSignIn = useQuery(readProfile, [], useOwn(initial)?.profile)?.lastSignIn;
  if (lastSignIn === undefined) return null;
  if (lastSignIn === null) return <p>{t('sessions.first')}</p>;
  const at = formatDateTime(lastSignIn.at, i18n.language);
  return <p>{t('sessions.last', { at, way: t(`sessions.way.${lastSignIn.way}`) })}</p>;
}
