import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { handFocusOn } from '../../../ui/hand-focus-on.ts';
import { Cluster } from '../../../ui/layout.tsx';
import { canBePushed } from './push-device.ts';
import { PushProblem, usePush } from './use-push.tsx';

/** A citizen who has refused in the browser is not asked again, but finds the choice in **Definições**. */
export function canOfferPush(): boolean {
  return canBePushed() && Notification.permission !== 'denied';
}

/** Offers **Avisar neste dispositivo** once, after the first submission. */
export function PushOffer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('push');
  const { wish, key, changed, turnOn } = usePush();
  if (!key || wish === undefined) return null;
  if (wish) return <p>{t('on')}</p>;
  return (
    <div ref={handFocusOn}>
      <p>{t('why', { title: t('title') })}</p>
      <Cluster>
        <Button variant="secondary" type="button" onClick={() => void turnOn()}>
          {t('label')}
        </Button>
        <Button variant="quiet" type="button" onClick={onDone}>
          {t('notNow')}
        </Button>
      </Cluster>
      <PushProblem changed={changed} />
    </div>
  );
}
