import type { TFunction } from 'i18next';
import { fileKindKey } from '../../domain/file-kinds.ts';
import { sizeForPeople } from '../../lib/format-bytes.ts';

/** The kind of a file in words. */
export function describeType(t: TFunction<'attachments'>, type: string): string {
  return t(`type.${fileKindKey(type)}`);
}

export function describeSize(t: TFunction<'attachments'>, bytes: number): string {
  const { unit, size } = sizeForPeople(bytes);
  return t(unit === 'MB' ? 'size' : 'sizeSmall', { size });
}
