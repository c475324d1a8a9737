import { useTranslation } from 'react-i18next';
import { sizeForPeople, sizeIn } from '../../shared/format-bytes.ts';

/** Formats the size of a file: *1,4 MB*, or in kB below one megabyte. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('common');
  return (bytes) => {
    const { unit, size } = sizeForPeople(bytes);
    return t(`fileSize.${unit}`, { size });
  };
}

/** Returns both sizes of a progress in the unit of the total: *2* of *7 kB*. */
export function usePartSize(): (doneBytes: number, totalBytes: number) => { done: number; total: string } {
  const formatSize = useFileSize();
  return (doneBytes, totalBytes) => ({
    done: sizeIn(sizeForPeople(totalBytes).unit, doneBytes),
    total: formatSize(totalBytes),
  });
}
