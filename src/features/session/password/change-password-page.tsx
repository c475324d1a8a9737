import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../../api/account-calls.ts';
import { useApi } from '../../../api/api-context.ts';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { AttemptPage, useAttempt } from '../../../parts/attempt-page.tsx';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { PasswordDone } from './password-done.tsx';
import {
  checkNewPassword,
  issueAt,
  issueOfNewPassword,
  type PasswordIssue,
  usePasswordIssueText,
} from './password-issue.ts';

/** **Alterar palavra-chave**, for citizens who have signed in with a password. */
export function ChangePasswordPage({ citizenId }: { citizenId: string }) {
  const { t } = useTranslation('password');
  const attempt = useAttempt(usePasswordIssueText());
  const isShared = useSession((session) => session.isShared);
  const { typed, setTyped, isDone, change } = useChange(citizenId);

  return (
    <AttemptPage
      heading={t('change.heading')}
      attempt={attempt}
      before={<Link to={ADDRESSES.settings}>{t('change.back')}</Link>}
    >
      {isDone ? (
        <PasswordDone text={t('change.done')}>
          <Link to={ADDRESSES.settings}>{t('change.back')}</Link>
        </PasswordDone>
      ) : (
        <form method="post" noValidate onSubmit={attempt.onSubmit(change)}>
          <Stack>
            <p>{t('change.text')}</p>
            <PasswordField
              id="present-password"
              name="present-password"
              label={t('change.present')}
              showLabel={t('change.showPresent')}
              hideLabel={t('change.hidePresent')}
              autoComplete={isShared ? 'off' : 'current-password'}
              value={typed.password}
              error={attempt.errorAt('present-password')}
              onChange={({ currentTarget: { value: password } }) => setTyped({ ...typed, password })}
            />
            <NewPasswordField
              value={typed.newPassword}
              error={attempt.errorAt('new-password')}
              isShared={isShared}
              onChange={(newPassword) => setTyped({ ...typed, newPassword })}
            />
            <p>
              <Button id="save-password" variant="primary" type="submit" busy={attempt.isBusy}>
                {t('change.submit')}
              </Button>
            </p>
          </Stack>
        </form>
      )}
    </AttemptPage>
  );
}

function useChange(citizenId: string) {
  const { t } = useTranslation('password');
  const api = useApi();
  const [typed, setTyped] = useState({ password: '', newPassword: '' });
  const [isDone, setIsDone] = useState(false);

  async function change(): Promise<PasswordIssue[]> {
    const issues = checkNewPassword(typed.newPassword);
    if (typed.password === '') issues.unshift({ target: 'present-password', own: 'presentMissing' });
    if (issues.length > 0) return issues;
    const outcome = await changePassword(api, { citizenId, ...typed });
    if (outcome.kind === 'accepted') {
      setIsDone(true);
      setTyped({ password: '', newPassword: '' });
      announce(t('doneTitle'));
      return [];
    }
    if (outcome.kind === 'refused' && outcome.problem.type === 'wrong-credentials')
      return [{ target: 'present-password', own: 'wrongPresent' }];
    return [issueOfNewPassword(outcome) ?? issueAt(outcome, 'present-password', 'save-password')];
  }

  return { typed, setTyped, isDone, change };
}
