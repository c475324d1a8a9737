import { useTranslation } from 'react-i18next';
import type { JoiningProblem } from './attach-file.ts';

/** The words of the rule that was broken, or of what could not be done here. */
export function useProblemText(): (problem: JoiningProblem) => string {
  const { t } = useTranslation(['scan', 'issues']);
  return (problem) =>
    typeof problem === 'string' ? t(`problem.${problem}`) : t(`issues:${problem.code}`, problem.params ?? {});
}
