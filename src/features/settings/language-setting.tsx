import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES, usePreferences } from '../../state/preferences.ts';
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
      options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      value={language}
      onChange={chooseLanguage}
    />
  );
}
