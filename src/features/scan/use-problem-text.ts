import { useTranslation } from 'react-i18next';
import type { JoiningProblem } from './attach-file.ts';

/** Returns the sentence for a problem: the rule that was broken, or what this device could not do. */
export function useProblemText(): (problem: JoiningProblem) => string {
  const { t } = useTranslation(['scan', 'issues']);
  return (problem) =>
    typeof problem === 'string' ? t(`problem.${problem}`) : t(`issues:${problem.code}`, problem.params ?? {});
}
