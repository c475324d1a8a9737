import { useTranslation } from 'react-i18next';
import type { NamedBlob } from '../../lib/save-file.ts';
import { useDownload } from '../../parts/use-download.tsx';

/** A download of a PDF that is made when the button is pressed. `failed` is the text shown when it could not be made. */
export function usePdf(make: () => Promise<NamedBlob>, failed: string) {
  const { t } = useTranslation('receipt');
  const done = (name: string) => t('pdf.done', { name });
  return useDownload({ make, words: { working: t('pdf.working'), done, failed } });
}
