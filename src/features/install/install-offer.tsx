import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Details } from '../../ui/details.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { InstallApp } from './install-app.tsx';
import { useInstallWay } from './install-way.ts';

/** Offers **Instalar o e-Clic** once, after the first submission. */
export function InstallOffer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('install');
  const way = useInstallWay();
  const notNow = (
    <Button variant="quiet" type="button" onClick={onDone}>
      {t('notNow')}
    </Button>
  );
  return (
    <div ref={handFocusOn}>
      <p>{t('why')}</p>
      {way === 'steps' ? (
        <>
          <Details summary={t('install')}>
            <InstallApp />
          </Details>
          {notNow}
        </>
      ) : (
        <Cluster>
          <InstallApp onAnswered={onDone} />
          {notNow}
        </Cluster>
      )}
    </div>
  );
}
