import type { RequestSubmission } from '../../contract/types.ts';

/** The secret of a session that is put there beforehand: signing in is not what is measured. */
export function secretOf(n: number): string {
  return String(n).padStart(64, '0');
}

export function citizenIdOf(n: number): string {
  return `c_bench${n}`;
}

export const CONTENT: RequestSubmission = {
  kind: 'clarification',
  onBehalfOf: null,
  description:
    'Recebi uma nota de cobrança de contribuições e não percebo a que mês se refere. Já paguei março e abril. Podem dizer-me o que falta?',
  topic: { status: 'unknown' },
  attachments: [],
  writtenAt: '2026-11-25T10:31:00.000Z',
};
