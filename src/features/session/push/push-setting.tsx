import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../db/core/use-query.ts';
import { wantsNews } from '../../../db/requests/news.ts';
import { useSession } from '../../../state/session.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { mayShow } from './push-device.ts';
import { type PushChoice, PushProblem, usePush } from './use-push.tsx';

interface PushSettingProps {
  /** Shown instead where push is not available: the news that an open page shows. */
  otherwise: ReactNode;
}

/** **Avisar neste dispositivo**: notifications even while e-Clic is closed. A shared device never gets them. */
export function PushSetting({ otherwise }: PushSettingProps) {
  const { t } = useTranslation('push');
  const isShared = useSession((session) => session.isShared);
  const choice = usePush();
  const isTold = useQuery(wantsNews);
  const { wish, key } = choice;
  if (isShared || (key === null && !wish)) return otherwise;
  if (wish === undefined || isTold === undefined || (key === undefined && !wish))
    return <Skeleton label={t('reading')} />;
  return <Choices choice={choice} saysDate={wish?.saysDate ?? null} isTold={isTold} />;
}

interface ChoicesProps {
  choice: PushChoice;
  saysDate: boolean | null;
  /** Whether an open page tells of news: chosen while push was not available. */
  isTold: boolean;
}

function Choices({ choice, saysDate, isTold }: ChoicesProps) {
  const { t } = useTranslation(['push', 'settings']);
  // The permission may have been withdrawn in the browser meanwhile.
  const isBlocked = saysDate !== null && !mayShow();
  return (
    <Stack>
      <Checkbox
        id="push"
        label={t('label')}
        hint={isTold ? t('settings:news.hint') : t('hint', { title: t('title') })}
        checked={isTold || saysDate !== null}
        onChange={(wanted) => void (wanted ? choice.turnOn() : choice.turnOff())}
      />
      {saysDate !== null && (
        <Checkbox
          id="push-date"
          label={t('date')}
          hint={t('dateHint')}
          checked={saysDate}
          onChange={(wanted) => void choice.sayDate(wanted)}
        />
      )}
      <PushProblem changed={isBlocked ? 'denied' : choice.changed} />
    </Stack>
  );
}
