import { useTranslation } from 'react-i18next';
import { GlossaryText } from './glossary-text.tsx';
import styles from './help.module.css';
import { STEP_KEYS } from './step-drawings.ts';
import { StepPicture } from './step-picture.tsx';

/** From signing in to the reference, with a picture of each step. */
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
            <StepPicture step={step} label={t(`steps.${step}.picture`)} />
          </div>
        </li>
      ))}
    </ol>
  );
}
