import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GLOSSARY_IDS, splitAtTerms } from '../../domain/glossary.ts';

/** A sentence whose hard words lead to where they are explained. */
export function GlossaryText({ text }: { text: string }) {
  const { t } = useTranslation('glossary');
  const parts = useMemo(() => {
    const terms = GLOSSARY_IDS.map((id) => ({ id, forms: t(`terms.${id}.forms`).split(', ') }));
    return splitAtTerms(text, terms);
  }, [text, t]);
  return parts.map(({ text: words, termId }) =>
    termId === undefined ? (
      words
    ) : (
      <Link key={termId} to="/glossario" hash={termId}>
        {words}
      </Link>
    ),
  );
}
