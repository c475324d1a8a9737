import { useTranslation } from 'react-i18next';
import { useDownload } from '../../parts/use-download.ts';

/** A PDF that is made at the press, and said to be there; `failed` is said where it could not be made. */
export function usePdf(make: () => Promise<{ name: string; blob: Blob }>, failed: string) {
  const { t } = useTranslation('receipt');
  const done = (name: string) => t('pdf.done', { name });
  return useDownload({ make, words: { working: t('pdf.working'), done, failed } });
}
