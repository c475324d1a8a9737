import { useTranslation } from 'react-i18next';
import { sizeForPeople } from '../../shared/format-bytes.ts';

/** Formats the size of a file: *1,4 MB*, or in kB below one megabyte. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('common');
  return (bytes) => {
    const { unit, size } = sizeForPeople(bytes);
    return t(`fileSize.${unit}`, { size });
  };
}
