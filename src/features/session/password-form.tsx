import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../parts/attempt-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './sign-in.module.css';
import type { FieldIssue } from './sign-in-issue.ts';

/**
 * The form of the NISS field on a shared device. A browser's password manager records the name in the form of a password field, even where nothing is saved.
 */
const NISS_ALONE = 'niss-alone';

export interface SignInValues {
  niss: string;
  password: string;
  shared: boolean;
}

interface PasswordFormProps {
  values: SignInValues;
  onChange: (part: Partial<SignInValues>) => void;
  attempt: Attempt<FieldIssue>;
  /** Primary where this is the only way to sign in. */
  variant: 'primary' | 'secondary';
  onSubmit: (event: FormEvent) => void;
}

export function PasswordForm({ values, onChange, attempt, variant, onSubmit }: PasswordFormProps) {
  const { t } = useTranslation('session');

  return (
    <>
      <form id={NISS_ALONE} method="post" noValidate className={styles.alone} onSubmit={onSubmit}>
        {/* With this button, **Enter** submits the form. */}
        <button type="submit" hidden />
      </form>
      {/* Not validated by the browser: summary and fields show all errors at once, in the citizen's language. It is a post because, if it were ever sent
          without the app, nothing of it must be in an address. */}
      <form method="post" noValidate onSubmit={onSubmit}>
        <Stack gap={2}>
          <TextField
            id="niss"
            name="niss"
            label={t('signIn.niss')}
            hint={t('signIn.nissHint')}
            width="niss"
            inputMode="numeric"
            autoComplete={values.shared ? 'off' : 'username'}
            form={values.shared ? NISS_ALONE : undefined}
            value={values.niss}
            error={attempt.errorAt('niss')}
            onChange={(event) => onChange({ niss: event.currentTarget.value })}
          />
          <PasswordField
            id="password"
            name="password"
            label={t('signIn.password')}
            showLabel={t('signIn.showPassword')}
            hideLabel={t('signIn.hidePassword')}
            autoComplete={values.shared ? 'off' : 'current-password'}
            value={values.password}
            error={attempt.errorAt('password')}
            onChange={(event) => onChange({ password: event.currentTarget.value })}
          />
          <p>
            <Button id="sign-in-submit" variant={variant} type="submit" busy={attempt.isBusy}>
              {t('signIn.submit')}
            </Button>
          </p>
        </Stack>
      </form>
    </>
  );
}
