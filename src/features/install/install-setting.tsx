import { useTranslation } from 'react-i18next';
import { InstallApp } from './install-app.tsx';

/** **Instalar o e-Clic** in the settings. */
export function InstallSetting() {
  const { t } = useTranslation('install');
  return (
    <>
      <p>{t('why')}</p>
      <InstallApp />
    </>
  );
}
