import { useTranslation } from 'react-i18next';
import { GlossaryText } from './glossary-text.tsx';
import styles from './help.module.css';
import STEP_DRAWINGS from './step-drawings.json' with { type: 'json' };
import pictureStyles from './step-picture.module.css';

type StepKey = keyof typeof STEP_DRAWINGS;

// `keys` forgets what they are.
export const STEP_KEYS = Object.keys(STEP_DRAWINGS) as StepKey[];

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

/** A screen of 160 by 100, path by look. Drawn in the page, not fetched: so it takes the colours of the dark look and of high contrast. */
function StepPicture({ step, label }: { step: StepKey; label: string }) {
  return (
    <svg viewBox="0 0 160 100" role="img" aria-label={label} className={pictureStyles.picture}>
      <rect x="1" y="1" width="158" height="98" rx="8" className={pictureStyles.screen} />
      <rect x="12" y="9" width="24" height="5" rx="2" className={pictureStyles.link} />
      {Object.entries(STEP_DRAWINGS[step]).map(([look, path]) => (
        <path key={look} d={path} className={pictureStyles[look]} />
      ))}
    </svg>
  );
}
