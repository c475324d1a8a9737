import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGE_OPTIONS, usePreferences } from '../../state/preferences.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';

export function LanguageSetting() {
  const { t } = useTranslation('settings');
  const language = usePreferences((preferences) => preferences.language);
  return (
    <RadioGroup
      id="language"
      name="language"
      legend={t('language.legend')}
      hint={t('language.hint')}
      options={LANGUAGE_OPTIONS}
      value={language}
      onChange={chooseLanguage}
    />
  );
}
