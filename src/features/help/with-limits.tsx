import { type ReactNode, useContext } from 'react';
import { DatabaseContext, useQuery } from '../../db/core/database-context.ts';
import { readLimits } from '../../db/core/metadata.ts';
import { DEFAULT_LIMITS, type Limits } from '../../domain/limits.ts';

interface WithLimitsProps {
  children: (limits: Limits) => ReactNode;
}

/** The server's figures as last heard on this device; the defaults while nobody has signed in. */
export function WithLimits({ children }: WithLimitsProps) {
  return useContext(DatabaseContext) ? <WithPublished>{children}</WithPublished> : children(DEFAULT_LIMITS);
}

function WithPublished({ children }: WithLimitsProps) {
  return children(useQuery(readLimits) ?? DEFAULT_LIMITS);
}
