import { createFileRoute } from '@tanstack/react-router';
import { StatisticsPage } from '../../../features/statistics/statistics-page.tsx';
import { fetchOwnWords } from '../../shell/fetch-words.ts';

export const Route = createFileRoute('/_citizen/resumo')({
  staticData: { words: ['statistics', 'requests'] },
  loader: fetchOwnWords,
  component: StatisticsPage,
});
