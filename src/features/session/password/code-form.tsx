import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RECOVERY_LIFE_MS } from '../../../../domain/sign-in-tries.ts';
import { finishRecovery } from '../../../api/account-calls.ts';
import { useApi } from '../../../api/api-context.ts';
import type { Attempt } from '../../../parts/attempt-page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Cluster, Stack } from '../../../ui/layout.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { takeLostFocus } from '../../../ui/use-focus-on.ts';
import { isSharedHere } from '../pending-sign-in.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { checkNewPassword, issueAt, issueOfNewPassword, type PasswordIssue } from './password-issue.ts';

const CODE_MINUTES = RECOVERY_LIFE_MS / 60_000;

interface CodeFormProps {
  isJustSent: boolean;
  attempt: Attempt<PasswordIssue>;
  onDone: () => void;
  onAgain: () => void;
  /** Called when no recovery waits for a code any more. */
  onNothingWaits: () => void;
}

/** The form for the code that came by e-mail and for the new password. */
export function CodeForm(props: CodeFormProps) {
  const { isJustSent, attempt, onAgain } = props;
  const { t } = useTranslation('password');
  const { typed, setTyped, finish } = useRecovery(props);

  return (
    <form method="post" noValidate onSubmit={attempt.onSubmit(finish)}>
      <Stack>
        <p ref={takeLostFocus} tabIndex={-1}>
          {t(isJustSent ? 'recover.sent' : 'recover.type')}
        </p>
        <TextField
          id="code"
          name="code"
          label={t('recover.code')}
          hint={t('recover.codeHint', { minutes: CODE_MINUTES })}
          width="niss"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          autoComplete="one-time-code"
          value={typed.code}
          error={attempt.errorAt('code')}
          onChange={({ currentTarget: { value: code } }) => setTyped({ ...typed, code })}
        />
        <NewPasswordField
          value={typed.newPassword}
          error={attempt.errorAt('new-password')}
          isShared={isSharedHere()}
          onChange={(newPassword) => setTyped({ ...typed, newPassword })}
        />
        <Cluster>
          <Button id="save-password" variant="primary" type="submit" busy={attempt.isBusy}>
            {t('recover.submit')}
          </Button>
          <Button variant="secondary" type="button" onClick={onAgain}>
            {t('recover.again')}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}

function useRecovery({ onDone, onNothingWaits }: CodeFormProps) {
  const { t } = useTranslation('password');
  const api = useApi();
  const [typed, setTyped] = useState({ code: '', newPassword: '' });

  async function finish(): Promise<PasswordIssue[]> {
    const code = typed.code.trim();
    const issues = checkNewPassword(typed.newPassword);
    if (code === '') issues.unshift({ target: 'code', shared: { code: 'codeMissing' } });
    if (issues.length > 0) return issues;
    const outcome = await finishRecovery(api, { code, newPassword: typed.newPassword });
    if (outcome.kind === 'accepted') {
      announce(t('doneTitle'));
      onDone();
      return [];
    }
    if (outcome.kind === 'refused' && outcome.problem.type === 'no-recovery') {
      onNothingWaits();
      return [{ target: 'send-code', own: 'noRecovery' }];
    }
    return [issueOfNewPassword(outcome) ?? issueAt(outcome, 'code', 'save-password')];
  }

  return { typed, setTyped, finish };
}
