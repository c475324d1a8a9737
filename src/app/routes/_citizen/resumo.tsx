import { createFileRoute } from '@tanstack/react-router';
import { StatisticsPage } from '../../../features/statistics/statistics-page.tsx';
import { fetchWords } from '../../shell/fetch-words.ts';

export const Route = createFileRoute('/_citizen/resumo')({
  loader: () => fetchWords('statistics', 'requests'),
  component: StatisticsPage,
});
