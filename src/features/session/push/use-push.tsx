import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPushKey } from '../../../api/account-calls.ts';
import { useApi } from '../../../api/api-context.ts';
import type { CitizenDatabase } from '../../../db/core/citizen-database.ts';
import { useDatabase } from '../../../db/core/database-context.ts';
import { useQuery } from '../../../db/core/use-query.ts';
import { type PushWish, readPushWish } from '../../../db/requests/news.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { announce } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useLastAnswer } from '../use-last-answer.ts';
import { type Changed, sayDate, turnOffPush, turnOnPush } from './change-push.ts';
import { canBePushed } from './push-device.ts';

export interface PushChoice {
  /** Null if this device gets no notifications, undefined while that is not known. */
  wish: PushWish | null | undefined;
  /** The key that the service publishes; null if there is none or this browser has no push, undefined while it is not known. */
  key: string | null | undefined;
  /** How the last change ended; null before any. */
  changed: Changed | null;
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
  sayDate(saysDate: boolean): Promise<void>;
}

/** A service that publishes no key has answered too. */
const lastKeys = new WeakMap<CitizenDatabase, { key: string | null }>();

/** Returns how this device is told of news while e-Clic is closed, and functions to change that. */
export function usePush(): PushChoice {
  const api = useApi();
  const db = useDatabase();
  const language = usePreferences((preferences) => preferences.language);
  const wish = useQuery(readPushWish);
  const [published, noteKey] = useLastAnswer(lastKeys);
  const key = canBePushed() ? published?.key : null;
  const [changed, setChanged] = useState<Changed | null>(null);
  const place = { api, db, language };

  useEffect(() => {
    if (!canBePushed()) return;
    void readPushKey(api).then((answered) => noteKey({ key: answered }));
  }, [api, noteKey]);

  /** Clears the last result first, so that a change that fails in the same way as the one before is announced again. */
  async function tell(change: Promise<Changed>): Promise<void> {
    setChanged(null);
    setChanged(await change);
  }

  return {
    wish,
    key,
    changed,
    turnOn: () => tell(key ? turnOnPush(place, key) : Promise.resolve('failed')),
    async turnOff() {
      setChanged(null);
      await turnOffPush(place).catch(() => setChanged('notKept'));
    },
    sayDate: (saysDate) => tell(sayDate(place, { saysDate })),
  };
}

/** Says why this device gets no notifications and what the citizen can do; nothing if it gets them. */
export function PushProblem({ changed }: { changed: Changed | null }) {
  const { t } = useTranslation('push');
  const why = changed === 'done' ? null : changed;

  useEffect(() => {
    if (changed) announce(t(changed === 'done' ? 'on' : `${changed}.title`));
  }, [changed, t]);

  return (
    why && (
      <Notice tone="warning" title={t(`${why}.title`)}>
        <p>{t(`${why}.text`)}</p>
      </Notice>
    )
  );
}
