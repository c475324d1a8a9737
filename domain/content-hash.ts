import { sha256Hex } from '../shared/sha256.ts';
import { canonicalJson } from './proof/canonical-json.ts';

export function hashContent(value: unknown): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(value)));
}
