import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN_LETTERS } from '../../../../domain/chosen-password.ts';
import { PasswordField } from '../../../ui/password-field.tsx';

interface NewPasswordFieldProps {
  value: string;
  error: string | undefined;
  /** Whether other people use the device: the browser must then keep nothing of the field. */
  isShared: boolean;
  onChange: (value: string) => void;
}

/** The field for a new password. Its hint gives the rules before anything is typed. */
export function NewPasswordField({ value, error, isShared, onChange }: NewPasswordFieldProps) {
  const { t } = useTranslation('password');
  return (
    <PasswordField
      id="new-password"
      name="new-password"
      label={t('newPassword')}
      hint={t('rules', { min: PASSWORD_MIN_LETTERS })}
      showLabel={t('showNew')}
      hideLabel={t('hideNew')}
      autoComplete={isShared ? 'off' : 'new-password'}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
