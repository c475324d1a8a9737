import type { TFunction } from 'i18next';
import { fileKindName } from '../../domain/file-kinds.ts';
import { sizeForPeople } from '../../lib/format-bytes.ts';

export function describeKind(t: TFunction<'thread'>, type: string): string {
  return fileKindName(type) ?? t('attachment.otherKind');
}

export function describeSize(t: TFunction<'thread'>, bytes: number): string {
  const { unit, size } = sizeForPeople(bytes);
  return t(unit === 'MB' ? 'attachment.size' : 'attachment.sizeSmall', { size });
}
