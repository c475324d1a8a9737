import { createFileRoute } from '@tanstack/react-router';
import { StatisticsPage } from '../../../features/statistics/statistics-page.tsx';

export const Route = createFileRoute('/_citizen/resumo')({
  staticData: { words: ['statistics', 'requests', 'topics'] },
  component: StatisticsPage,
});
