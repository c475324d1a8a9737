import type { CitizenRow } from '../db/schema.ts';

/** How somebody proves who they are. Each institution has its own. */
export interface SignInWays {
  isPasswordRight(citizenId: string, password: string): Promise<boolean>;
  /** Sends a new code to the citizen's contact, and answers what was sent. */
  sendCode(citizen: CitizenRow): Promise<string>;
  judgeCode(typed: string, sent: string): 'right' | 'wrong' | 'expired';
  /** Where the provider asks them. */
  authorizeUrl(state: string): string;
  /** The NISS of whom the provider confirms, by the code that came back from it. */
  confirm(code: string): Promise<string | undefined>;
}
