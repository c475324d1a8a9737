import { useTranslation } from 'react-i18next';
import { GlossaryText } from './glossary-text.tsx';
import styles from './help.module.css';

/** The steps by the names that the app gives them, and what comes after them. */
export const STEP_KEYS = ['describe', 'topic', 'attach', 'review', 'answer'] as const;

/** How a request goes from a phone to its answer, with a picture of each real screen. */
export function HowItWorks() {
  const { t } = useTranslation('help');
  return (
    <ol className={styles.steps}>
      {STEP_KEYS.map((step) => (
        <li key={step}>
          <div className={styles.step}>
            <p>
              <GlossaryText text={t(`steps.${step}.text`)} />
            </p>
            <picture>
              <source
                srcSet={`${import.meta.env.BASE_PATH}/story/${step}-dark.webp`}
                media="(prefers-color-scheme: dark)"
              />
              <img
                src={`${import.meta.env.BASE_PATH}/story/${step}-light.webp`}
                alt={t(`steps.${step}.picture`)}
                width={360}
                height={640}
                loading="lazy"
                className={styles.screen}
              />
            </picture>
          </div>
        </li>
      ))}
    </ol>
  );
}
