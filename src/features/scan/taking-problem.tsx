import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import type { Taken } from './use-taking.ts';

/** Says why the last photo is not among the sheets; those before it stay. */
export function TakingProblem({ problem }: Pick<Taken, 'problem'>) {
  const { t } = useTranslation('attachments');
  return (
    problem && (
      <div role="alert">
        <Notice tone="danger" title={t(`paper.problem.${problem.code}`, { name: problem.name })} />
      </div>
    )
  );
}
