import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.tsx';
import type { Taken } from './use-taking.ts';

/** Says why the last photo is not among the sheets; those before it stay. */
export function TakingProblem({ problem }: Pick<Taken, 'problem'>) {
  const { t } = useTranslation('attachments');
  return problem && <Alert title={t(`paper.problem.${problem.code}`, { name: problem.name })} />;
}
