import { useTranslation } from 'react-i18next';
import { LOOKS, type Look } from '../../state/kept-preferences.ts';
import { choosePreference, usePreferences } from '../../state/preferences.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';

/** The keys of the texts. Each part has texts only for its own values. */
type LookKey = { [Part in keyof Look]: `look.${Part}.${Look[Part]}` }[keyof Look];

const PARTS = Object.keys(LOOKS) as (keyof Look)[];

/** The choices of text size, spacing and contrast. Each choice applies at once, also to this page. */
export function LookSettings() {
  return PARTS.map((part) => <LookSetting key={part} part={part} />);
}

function LookSetting({ part }: { part: keyof Look }) {
  const { t } = useTranslation('settings');
  const value = usePreferences((preferences) => preferences[part]);
  const choices: readonly Look[typeof part][] = LOOKS[part];
  return (
    <RadioGroup
      id={part}
      name={part}
      legend={t(`look.${part}.legend`)}
      hint={t(`look.${part}.hint`)}
      options={choices.map((choice) => ({ value: choice, label: t(`look.${part}.${choice}` as LookKey) }))}
      value={value}
      onChange={(choice) => choosePreference(part, choice)}
      columns={2}
    />
  );
}
