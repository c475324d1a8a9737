import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function SignInHelp() {
  const { t } = useTranslation('session');
  return (
    <ul>
      <li>
        <Link to="/ajuda" hash="recuperar-palavra-chave">
          {t('signIn.recover')}
        </Link>
      </li>
      <li>
        <Link to="/ajuda" hash="sem-niss">
          {t('signIn.noNiss')}
        </Link>
      </li>
    </ul>
  );
}
