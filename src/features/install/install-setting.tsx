import { useTranslation } from 'react-i18next';
import { InstallApp } from './install-app.tsx';

/** **Instalar o e-Clic** among the settings, for whoever is here. */
export function InstallSetting() {
  const { t } = useTranslation('install');
  return (
    <>
      <p>{t('why')}</p>
      <InstallApp />
    </>
  );
}
