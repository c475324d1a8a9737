import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { buttonClass } from '../../ui/button.tsx';
import styles from './sign-in.module.css';

export function SignInHelp() {
  const { t } = useTranslation('session');
  return (
    <ul className={styles.help}>
      <li>
        <Link to={ADDRESSES.help} hash="recuperar-palavra-chave" className={buttonClass('quiet')}>
          {t('signIn.recover')}
        </Link>
      </li>
      <li>
        <Link to={ADDRESSES.help} hash="sem-niss" className={buttonClass('quiet')}>
          {t('signIn.noNiss')}
        </Link>
      </li>
    </ul>
  );
}
